"""Whether a council came to all boards together more or less often in the last window than in the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import stats

from leadnet.measures.changes import TREND_FROM, difference
from leadnet.measures.intervals import INTERVALS, Interval
from leadnet.measures.roll import Roll, roll
from leadnet.study import Rules, Window, cited, finding

SAYS = {
    "all_boards_rate": "{subject} was in the room at {n_of} meetings of all boards together while a member{when}; a "
    "run of meetings like these could by luck give a share from {low} to {high}.",
    "all_boards_bounds": "{subject}, all boards together{when}: whatever the missing minutes hold, its share is from "
    "{low} to {high}.",
    "all_boards_change": "{subject}, all boards together, {since} to {until}: its share in the last window less that "
    "in the first is {value} (from {low} to {high}): {note}.",
    "all_boards_change_bounds": "{subject}, all boards together, {since} to {until}: whatever the missing minutes "
    "hold, its share in the last window less that in the first is from {low} to {high}.",
    "all_boards_apart": "Councils whose shares of first and last window lie further apart than luck alone readily "
    "puts them: {n_of} compared; {note}.",
}
_LEVEL = 0.05
_APART = "further apart than luck alone readily puts them, over all boards and board by board"
_FEW = f"; with fewer than {TREND_FROM} meetings in a window no trend is told"


class Change(NamedTuple):
    """A share after less the share before (-1 to 1), its interval, and how often luck alone does as much (0 to 1)."""

    value: float
    interval: Interval
    p: float

    @property
    def told(self) -> bool:
        """Whether the interval leaves out nought, and luck board by board seldom does as much (p at most .05)."""
        return (self.interval.low > 0 or self.interval.high < 0) and self.p <= _LEVEL


def is_told(change: object) -> bool:
    """Whether a row of all_boards_change says that the two shares lie further apart than luck readily puts them."""
    return change.note.startswith(_APART)


Counts = Mapping[str, tuple[int, int]]  # board -> meetings in the room, of those known while a member


def change(before: Counts, after: Counts, interval: Callable[[int, int], Interval]) -> Change:
    """How the share of all boards together changed.

    Interval: `difference` (Newcombe 1998, method 10, where the interval is Wilson's). As boards meet more or less often
    from window to window and a council may come to some more than to others, p holds each board by itself: given how
    many meetings of a board were attended in both windows, any of them are as likely the ones attended. Their number
    in the later window is a sum of independent hypergeometric counts (the exact test of several 2 by 2 tables; Mehta,
    Patel and Gray 1985); p is twice the smaller tail, at most 1.

    >>> from leadnet.measures.intervals import wilson
    >>> found = change({"board": (8, 8)}, {"board": (3, 11)}, wilson)
    >>> [round(each, 2) for each in (found.value, *found.interval[:2], found.p)]
    [-0.73, -0.9, -0.29, 0.0]
    """
    (n_1, of_1), (n_2, of_2) = (tuple(map(sum, zip(*counts.values(), strict=True))) for counts in (before, after))
    law = np.ones(1)
    for board, (n, of) in after.items():
        n_before, of_before = before.get(board, (0, 0))
        law = np.convolve(law, stats.hypergeom.pmf(np.arange(of + 1), of_before + of, n_before + n, of))
    p = min(1.0, 2 * float(min(law[: n_2 + 1].sum(), law[n_2:].sum())))
    return Change(n_2 / of_2 - n_1 / of_1, difference((n_1, of_1), (n_2, of_2), interval), p)


class _Seen(NamedTuple):
    """One council in one window."""

    window: Window
    counts: dict[str, tuple[int, int]]
    n: int
    of: int
    missing: int
    cites: str


def of_all_boards(
    grid: pd.DataFrame,
    coverage: pd.DataFrame,
    memberships: pd.DataFrame,
    councils: pd.DataFrame,
    windows: Sequence[Window],
    rules: Rules,
) -> list[dict]:
    """Of each council of the area, in each window, the meetings of all boards together that it was in the room of, of
    those held while it was a member whose minutes say whether it was; no rate where there are none.

    all_boards_rate: n / of with the interval of `rules.interval`. all_boards_bounds: with meetings of which the record
    does not say, from none of them attended to all. all_boards_change: the last such window less the first, where they
    do not overlap, as `change` gives it; all_boards_change_bounds: its ends by missing minutes. all_boards_apart: of
    how many councils compared the change is told; each is told by itself, so about one in twenty by luck alone.
    """
    table = roll(grid, coverage, memberships)
    interval, area = cache(INTERVALS[rules.interval]), set(councils["org_id"])
    rows: list[dict] = []
    for row, org in enumerate(table.organisations):
        seen = list(_windows(table, row, windows)) if org in area else []
        for each in seen:
            rows += _rate(org, each, interval)
        known = [each for each in seen if each.of]
        if len(known) > 1 and known[0].window.until < known[-1].window.since:
            rows += _change(org, known[0], known[-1], interval)
    return [*rows, *_apart(row for row in rows if row["measure"] == "all_boards_change")]


def _windows(table: Roll, row: int, windows: Sequence[Window]) -> Iterator[_Seen]:
    """The windows in which it was a member of a board that met, in the order of their first day."""
    dates, bodies = (table.meetings[name].to_numpy() for name in ("date", "body_id"))
    for window in sorted(windows, key=lambda each: (each.since, each.until)):
        ought = table.seats.expected[row] & np.array([window.holds(day) for day in dates], bool)
        if not ought.any():
            continue
        known, came = ought & table.known[row], table.came[row]
        counts = {
            body: (int((known & came & (bodies == body)).sum()), int((known & (bodies == body)).sum()))
            for body in sorted(set(bodies[known]))
        }
        seats = " ".join(f"memberships.csv#{body}/{table.organisations[row]}" for body in sorted(set(bodies[ought])))
        missing, cites = int((ought & ~known).sum()), f"{table.lines(row, ought)} {seats}"
        yield _Seen(window, counts, int((known & came).sum()), int(known.sum()), missing, cites)


def _rate(org: str, seen: _Seen, interval: Callable[[int, int], Interval]) -> Iterator[dict]:
    about = {"subject": org, "since": seen.window.since, "until": seen.window.until, "unit": "share", "n": seen.n}
    if seen.of:
        ends = interval(seen.n, seen.of)._asdict()
        yield finding("all_boards_rate", seen.n / seen.of, seen.cites, of=seen.of, **ends, **about)
    if seen.missing:
        whole = seen.of + seen.missing
        ends = {"low": seen.n / whole, "high": (seen.n + seen.missing) / whole, "range": "missing minutes"}
        yield finding("all_boards_bounds", None, seen.cites, of=whole, **ends, **about)


def _change(org: str, first: _Seen, last: _Seen, interval: Callable[[int, int], Interval]) -> Iterator[dict]:
    """The change from first to last window, and its ends: the missing meetings of one attended, of the other not."""
    cites = cited([first.cites, last.cites])
    about = {"subject": org, "since": first.window.since, "until": last.window.until, "unit": "share"}
    found = change(first.counts, last.counts, interval)
    few = _FEW if min(first.of, last.of) < TREND_FROM else ""
    note = f"{_APART}{few}" if found.told else "whether they differ by more than luck cannot be told"
    yield finding("all_boards_change", found.value, cites, **found.interval._asdict(), note=note, **about)
    if first.missing or last.missing:
        whole = [each.of + each.missing for each in (first, last)]
        low = last.n / whole[1] - (first.n + first.missing) / whole[0]
        high = (last.n + last.missing) / whole[1] - first.n / whole[0]
        ends = {"low": low, "high": high, "range": "missing minutes"}
        yield finding("all_boards_change_bounds", None, cites, **ends, **about)


def _apart(changes: Iterable[dict]) -> Iterator[dict]:
    """Of how many councils compared a change is told; with so many, luck alone may set one apart."""
    rows = list(changes)
    if rows:
        n = sum(row["note"].startswith(_APART) for row in rows)
        note = "each is told by itself, so that of many compared luck alone may set one apart"
        about = {"unit": "organisations", "n": n, "of": len(rows), "note": note}
        yield finding("all_boards_apart", n, cited(row["cites"] for row in rows), **about)
