"""The scene of a made-up study: its organisations and boards, who is a member of what, and what is planted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from leadnet.simulate.boards import iso
from leadnet.simulate.careers import day
from leadnet.study import in_force, split

AREA, HOST = "torswoldshire", "torswoldshire"
START = "2022-07-01"
_ROOM = Path(__file__).parent
_COUNCILS = ("county", "district", "unitary")
_YEAR = 365.25


@dataclass(frozen=True)
class Planted:
    """What is true of a made-up county beside chance.

    more: pairs that come together or not at all; less: pairs of which one comes in the other's place. In a share
    `strength` of meetings the second of a pair follows the first, else it comes by itself. drifting: an organisation
    that comes in each year with the chance of `falls`, the last one for all later years. missing: meetings of which no
    minutes are held.
    """

    more: tuple[tuple[str, str], ...] = ()
    less: tuple[tuple[str, str], ...] = ()
    strength: float = 0.95
    drifting: str = ""
    falls: tuple[float, ...] = ()
    missing: int = 0


STORY = Planted(
    more=(("pellmarsh", "vennerley"), ("skarwold", "narrick-and-oxenby")),
    less=(("lowmere", "dunmarsh-and-lormby"),),
    drifting="kettlemarsh",
    falls=(0.95, 0.45, 0.1),
    missing=2,
)
NOTHING = Planted()


@dataclass(frozen=True)
class Scene:
    """organisations, bodies and members as tables; the days (since 1970) from `first` to `last`; what is planted.

    members: body_id, org_id, since, until (days).
    """

    organisations: pd.DataFrame
    bodies: pd.DataFrame
    members: pd.DataFrame
    first: int
    last: int
    planted: Planted


def room_table(name: str) -> pd.DataFrame:
    """A table of this room, all text."""
    return pd.read_csv(_ROOM / name, dtype=str, keep_default_na=False)


def scene(years: int, planted: Planted = STORY) -> Scene:
    """The county from START on for so many years; organisations that had ended before or start later are left out."""
    first = day(START, 0)
    last = first + int(years * _YEAR) - 1
    known = room_table("organisations.csv")
    bodies = room_table("study-bodies.csv")
    partners = {org for body in bodies.itertuples() for org in split(body.partners)}
    wanted = known["tier"].isin(_COUNCILS) | known["org_id"].isin(partners)
    stands = [in_force(row.since, row.until, START) for row in known.itertuples()]
    found = known[wanted & np.array(stands)].reset_index(drop=True)
    return Scene(found, bodies, _members(found, bodies, first, last), first, last, planted)


def _members(organisations: pd.DataFrame, bodies: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Every council sits on every board; others where the board's row names them, while they stand."""
    rows = []
    for body in bodies.itertuples():
        for org in organisations.itertuples():
            if org.tier in _COUNCILS or org.org_id in split(body.partners):
                rows.append((body.body_id, org.org_id, first, min(last, day(org.until, last))))
    return pd.DataFrame(rows, columns=["body_id", "org_id", "since", "until"])


def calendar(rng: np.random.Generator, made: Scene, meetings: int) -> pd.DataFrame:
    """`meetings` meetings shared out by the boards' weights: meeting_id, body_id, date, day, start_time, venue, of
    (which of its body's), in the order of their days. Each board meets on its own day of the week.
    """
    boards = list(made.bodies.itertuples())
    upto = made.bodies["weight"].astype(float).cumsum()
    counts = np.diff((meetings * upto / upto.iloc[-1]).round().astype(int), prepend=0)
    rows = []
    for at, (board, n) in enumerate(zip(boards, counts, strict=True)):
        step = (made.last - made.first) / max(n, 1)
        shift = (at + 0.5) / len(boards) + rng.uniform(-0.05, 0.05, size=n)
        days = made.first + ((np.arange(n) + shift) * step).astype(int)
        days = np.unique(np.clip(days - (days + 3) % 7 + int(board.weekday), made.first, made.last))
        for of, when in enumerate(days):
            rows.append((board.body_id, int(when), board.start, board.venue, of))
    found = pd.DataFrame(rows, columns=["body_id", "day", "start_time", "venue", "of"])
    found["date"] = iso(found["day"].to_numpy())
    found["meeting_id"] = found["body_id"] + "-" + found["date"]
    return found.sort_values(["day", "body_id"], ignore_index=True)
