"""How often each organisation came: counts always; rates only where a list of members says who was expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import numpy as np
import pandas as pd

from leadnet.measures.changes import TREND_FROM, changes
from leadnet.measures.grid import IN_ROOM
from leadnet.measures.intervals import INTERVALS, Interval
from leadnet.measures.roll import WITHOUT_MINUTES, Roll, among, roll, spans
from leadnet.study import Rules, Window, finding
from leadnet.study.schema import MEMBERSHIPS

_TIMES = {
    "by substitute": "times_by_substitute",
    "in support": "times_in_support",
    "guest": "times_guest",
    "item only": "times_item_only",
    "apologies": "times_apologies",
    "absent": "times_absent",
    "expected": "times_expected",
    "not recorded": "times_not_recorded",
}
SAYS = {
    "meetings_in_room": "{subject} was in the room at {value:meeting|meetings} of {other}{when}.",
    "seen_between": "{subject} was first seen at {other} on {since} and last on {until}; at {value:meeting|meetings}.",
    "times_by_substitute": "{subject} came to {other} by a substitute: {value:meeting|meetings}.",
    "times_in_support": "{subject} came to {other} in support only: {value:meeting|meetings}.",
    "times_guest": "{subject} came to {other} as a guest only: {value:meeting|meetings}.",
    "times_item_only": "{subject} came to {other} for an item only: {value:meeting|meetings}.",
    "times_apologies": "{subject} sent apologies to {other} and nobody came: {value:meeting|meetings}.",
    "times_absent": "{subject} is listed as absent from {other}: {value:meeting|meetings}.",
    "times_expected": "{subject} was a member of {other} and the list says nothing of it: {value:meeting|meetings}.",
    "times_not_recorded": "Whether {subject} came to {other} is not recorded: {value:meeting|meetings}.",
    "organisations_with_rate": "A rate of attendance at {subject} is given for {n_of} organisations; {note}.",
    "organisations_with_change": "Whether attendance at {subject} changed is told of {n_of} organisations; {note}.",
    "attendance_rate": "{subject} was in the room at {n_of} meetings of {other} while a member{when}; a run of "
    "meetings like these could by luck give a share from {low} to {high}.",
    "attendance_bounds": "{subject}, {other}{when}: whatever the missing minutes hold, its share of the meetings while "
    "a member is from {low} to {high}.",
    "attendance_unknown": "{subject} was a member of {other}{when}, and of {value:meeting|meetings} in that time the "
    "record does not say who came.",
    "attendance_change": "{subject}, {other}{when}, beside the window before: a change of {value} in its share (from "
    "{low} to {high}): {note}.",
}


def times(grid: pd.DataFrame, coverage: pd.DataFrame, windows: Sequence[Window]) -> list[dict]:
    """Meetings at which each organisation was in the room, in all and in each window; first and last seen; and its
    meetings by how it was there or was not. Subject organisation, other body; only what is above nought is told.
    """
    table = roll(grid, coverage, MEMBERSHIPS.empty())
    rows: list[dict] = []
    for body_id, span, columns in spans(table, windows):
        rows += _counts("meetings_in_room", table, IN_ROOM, columns, other=body_id, **span)
        if not span:
            rows += _seen(table, body_id, columns)
            for state, measure in _TIMES.items():
                rows += _counts(measure, table, (state,), columns, other=body_id)
    return rows


def _counts(measure: str, table: Roll, states: tuple[str, ...], columns: np.ndarray, **about: str) -> Iterator[dict]:
    cells = among(table.states, *states) & columns
    for row in np.flatnonzero(cells.any(axis=1)):
        n, lines = int(cells[row].sum()), table.lines(row, cells[row])
        yield finding(measure, n, lines, subject=table.organisations[row], unit="meetings", n=n, **about)


def _seen(table: Roll, body_id: str, columns: np.ndarray) -> Iterator[dict]:
    """First and last day in the room, as since and until of a count of the meetings."""
    cells, dates = table.came & columns, table.meetings["date"].to_numpy()
    for row in np.flatnonzero(cells.any(axis=1)):
        days, lines, n = dates[cells[row]], table.lines(row, cells[row]), int(cells[row].sum())
        about = {"subject": table.organisations[row], "other": body_id, "since": days[0], "until": days[-1]}
        yield finding("seen_between", n, lines, unit="meetings", n=n, **about)


def rates(
    grid: pd.DataFrame,
    coverage: pd.DataFrame,
    memberships: pd.DataFrame,
    windows: Sequence[Window],
    rules: Rules,
    unanswered: pd.DataFrame | None = None,
) -> list[dict]:
    """Share of the meetings while an organisation was a member at which it was in the room (0 to 1), where the minutes
    say whether it was; none where no list of members is held. Subject organisation, other body.

    attendance_rate: n / of with the interval of `rules.interval`: what luck could give, not missing minutes.
    attendance_bounds: with meetings held without minutes and meetings only announced, from none of them attended to
    all, n / (of + missing) to (n + missing) / (of + missing); that an announced meeting was not held lies between.
    attendance_unknown: a member of no documented meeting. attendance_change: from one window to the next, from ten
    known meetings in each. organisations_with_rate and organisations_with_change (subject body): of how many that can
    be given at all, out of those a list names or a seat is held by. A list that says nothing of a member says that
    nobody came from it; guests' and observers' seats oblige nobody. A meeting whose list has an entry that may be its
    own and that nobody has answered for (`unanswered`) is left out of n and of, as the note says, and is in the bounds.
    """
    table = roll(grid, coverage, memberships, unanswered)
    interval = cache(INTERVALS[rules.interval])
    rows, shares = [], {}
    for body_id, span, columns in spans(table, windows):
        ought = table.seats.expected & columns
        for row in np.flatnonzero(ought.any(axis=1)):
            found = list(_rate(table, row, ought[row], {"other": body_id, **span}, interval))
            rows += found
            if span and found[0]["measure"] == "attendance_rate":
                shares.setdefault((body_id, row), []).append(found[0])
    for mine in shares.values():
        rows += changes("attendance_change", mine, interval, "came")
    return rows + [row for body_id, span, _ in spans(table, ()) for row in _given(table, body_id, rows)]


def _given(table: Roll, body_id: str, rows: list[dict]) -> Iterator[dict]:
    """Of how many organisations of a body a rate is given, and of how many a change."""
    columns = table.of_body(body_id)
    whose = columns & (among(table.states, *IN_ROOM, "apologies", "absent") | table.seats.expected)
    listed = (table.seats.listed & columns).any()
    held = "a list of members says who was expected" if listed else "no list of members is held, so counts stand alone"
    enough = f"it takes {TREND_FROM} meetings with minutes while a member in each of two windows"
    lines = " ".join(table.meetings.loc[columns, "cites"].unique())
    about = {"subject": body_id, "unit": "organisations", "of": int(whose.any(axis=1).sum())}
    for measure, of, note in (("rate", "attendance_rate", held), ("change", "attendance_change", enough)):
        n = len({row["subject"] for row in rows if row["measure"] == of and row["other"] == body_id})
        yield finding(f"organisations_with_{measure}", n, lines, n=n, note=note, **about)


def _rate(
    table: Roll, row: int, ought: np.ndarray, about: dict[str, str], interval: Callable[[int, int], Interval]
) -> Iterator[dict]:
    """The rate of one organisation at the meetings it ought to have come to, and its bounds."""
    known = ought & table.known[row]
    n, of, missing = int((known & table.came[row]).sum()), int(known.sum()), int((ought & ~known).sum())
    seat = f"memberships.csv#{about['other']}/{table.organisations[row]}"
    about = {"subject": table.organisations[row], **about}
    if of:
        lines = f"{table.lines(row, known)} {seat}"
        about_it = {
            "unit": "share",
            **interval(n, of)._asdict(),
            "n": n,
            "of": of,
            "note": _left_out(table, row, ought),
        }
        yield finding("attendance_rate", n / of, lines, **about_it, **about)
    else:
        lines = f"{table.lines(row, ought)} {seat}"
        yield finding("attendance_unknown", missing, lines, unit="meetings", n=missing, **about)
    if missing:
        low, high = n / (of + missing), (n + missing) / (of + missing)
        ends = {"low": low, "high": high, "range": "missing minutes", "note": _missing(table, row, ought)}
        lines = f"{table.lines(row, ought)} {seat}"
        yield finding("attendance_bounds", None, lines, unit="share", n=n, of=of + missing, **ends, **about)


def _missing(table: Roll, row: int, ought: np.ndarray) -> str:
    """What the bounds take either way, in words."""
    states, asked = table.states[row, ought], int((table.open_names[row] & ought).sum())
    held, announced = (int(among(states, *of).sum()) for of in (WITHOUT_MINUTES, ("announced only",)))
    said = f"without minutes or list: {held - asked}; announced only: {announced}"
    return f"{said}; with an entry that may be its own, not yet answered: {asked}" if asked else said


def _left_out(table: Roll, row: int, ought: np.ndarray) -> str:
    """What a rate leaves out because a name is not answered; "" for nothing."""
    asked = int((table.open_names[row] & ought).sum())
    return f"left out, an entry that may be its own is not yet answered: {asked} of its meetings" if asked else ""
