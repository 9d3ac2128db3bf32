"""A made-up board of 24 meetings for the tests of tiers: an x a meeting, so that a finger can recount every number."""

import pandas as pd

from leadnet.build import attending_table, kept_apart, tier_law
from leadnet.measures import coverage, with_tiers
from leadnet.measures.tier_tests import Law, tier_tests
from leadnet.study import Rules
from leadnet.study.schema import MEETINGS, MEMBERSHIPS, ORGANISATIONS

DAYS = [f"{2020 + month // 12}-{month % 12 + 1:02}-10" for month in range(24)]
IDS = [f"board-{day}" for day in DAYS]
ORGS = ORGANISATIONS.frame(
    [
        {"org_id": "county", "name": "Shire County Council", "tier": "county"},
        *({"org_id": org, "name": f"{org.title()} District Council", "tier": "district"} for org in ("north", "south")),
        {"org_id": "city", "name": "Port City Council", "tier": "unitary"},
        {"org_id": "police", "name": "Shire Police", "tier": "none", "sector": "police"},
        {"org_id": "va-north", "name": "Voluntary Action North", "tier": "none", "sector": "voluntary and community"},
    ]
)
ROLES = {"county": "area", "north": "district", "south": "district", "east": "district", "city": "neighbour"}
COUNCILS = pd.DataFrame(
    [
        {"meeting_id": id, "org_id": org, "role": role, "name": f"{org.title()} District Council",
         "cites": f"authorities#{org}@{day}"}
        for id, day in zip(IDS, DAYS, strict=True)
        for org, role in ROLES.items()
    ]
)  # fmt: skip


def meetings(known_by=("minutes",) * 24):
    """The board's meetings, by what is known of each."""
    return MEETINGS.frame(
        [
            {"meeting_id": id, "body_id": "board", "date": day, "known_by": by, "doc_id": id, "line": "1"}
            for id, day, by in zip(IDS, DAYS, known_by, strict=True)
        ]
    )


def seats(**letters):
    """Presence from a letter a meeting: x the one who always comes, y somebody else, j by a joint post with the county,
    u the host's officer in support, ? a doubtful name, . nobody."""
    rows = [
        {"meeting_id": id, "org_id": org, "head": f"{id}/{_who(org, letter)}", "person_id": _who(org, letter),
         "entry": f"{id}:{at + 2}:1", "items": "", "in_room": True, "joint": letter == "j", "cites": f"{id}:{at + 2}",
         "host_support": letter == "u", "doubtful": letter == "?"}
        for at, (org, row) in enumerate(letters.items())
        for id, letter in zip(IDS, row.replace(" ", ""), strict=True)
        if letter != "."
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _who(org, letter):
    return f"{'joint' if letter == 'j' else org}-{'2' if letter == 'y' else '1'}"


def members(*orgs):
    """All of them members throughout."""
    return MEMBERSHIPS.frame([{"body_id": "board", "org_id": org} for org in orgs])


def law(trials=499):
    """The network's law with few random tables."""
    held = tier_law(Rules())
    return Law(lambda of, _: held.test(of, trials), *held[1:])


def put_to_test(there, windows=(), board=None, trials=499):
    """attending, tier tests and coverage of a board all of whose organisations are members."""
    board = meetings() if board is None else board
    attending = attending_table(there, board, members(*sorted(set(there["org_id"]))))
    attending = with_tiers(attending, COUNCILS, ORGS)
    return attending, tier_tests(attending, kept_apart(there), windows, law(trials)), coverage(board)
