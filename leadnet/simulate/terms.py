"""Terms of reference of one board of a made-up study: its seats, one of them vacant, one whose holder never came."""

from __future__ import annotations

from dataclasses import dataclass

from leadnet.simulate.paper import Block, heading, rows, text
from leadnet.simulate.scene import START, Scene
from leadnet.simulate.seats import Staff
from leadnet.simulate.write_text import markdown
from leadnet.study.words import long_date

BOARD = "health-and-wellbeing"
# The first has a seat in the paper alone: no list names it and memberships.csv has no row of it.
NEVER_CAME, NEVER_CAME_POST, VACANT = "torswoldshire-police", "Chief Superintendent", "voluntary-action-haskerby"


@dataclass(frozen=True)
class Terms:
    """The paper, of the study's first day, and its seats as the rows of truth/seats.csv."""

    doc_id: str
    content: bytes
    seats: tuple[dict[str, str], ...]


def terms(made: Scene, sitting: Staff) -> Terms:
    """The terms of reference: a table with a row a seat, the organisation beside the post that holds it."""
    names = dict(zip(made.organisations["org_id"], made.organisations["name"], strict=True))
    board = made.bodies.set_index("body_id").loc[BOARD, "name"]
    members = made.members.loc[made.members["body_id"] == BOARD, "org_id"]
    posts = {org: sitting.seats[BOARD, org][0] for org in members} | {VACANT: "Vacant", NEVER_CAME: NEVER_CAME_POST}
    cells = [("Organisation", "Represented by"), *((names[org], post) for org, post in posts.items())]
    doc_id = f"{BOARD}-{START}-terms"
    content, lines = markdown([*_opening(board), *rows(cells, keys=["", *posts])])
    seats = [
        {
            "doc_id": doc_id,
            "line": str(lines[org]),
            "body_id": BOARD,
            "org_id": org,
            "vacant": "yes" if org == VACANT else "",
            "never_came": "yes" if org == NEVER_CAME else "",
        }
        for org in posts
    ]
    return Terms(doc_id, content, tuple(seats))


def _opening(board: str) -> list[Block]:
    return [
        Block("title", f"{board} – Terms of Reference"),
        text(f"In force from {long_date(START)}."),
        heading("Purpose"),
        text("The Board brings together those who plan and pay for health and care in the county."),
        heading("Membership of the Board"),
    ]
