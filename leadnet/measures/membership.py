"""Spells of membership, and those who never came told from those who were never asked."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from leadnet.measures.grid import IN_ROOM
from leadnet.measures.members import spells
from leadnet.measures.roll import Roll, among, roll, spans
from leadnet.study import finding

SAYS = {
    "member_spells": "{subject} had a seat on {other} for {value:spell|spells}.",
    "member_spell": "{subject} had a seat on {other}{when}: {value:meeting|meetings} with minutes in that time.",
    "never_came": "{subject} had a seat on {other} and never came: in the room at {n_of} meetings while a member.",
    "never_asked": "{subject} was never asked to {other} by the list of members held, and was in the room at {n_of} "
    "meetings.",
    "members_never_came": "Members of {subject} who were in the room at no meeting: {n_of}.",
    "councils_never_asked": "Councils of the area without a seat on {subject} and never seen there: {n_of}.",
}
_SEATS = "memberships.csv"
_NAMED = (*IN_ROOM, "apologies", "absent", "left out by the rules")  # a list names somebody from it


def members_and_others(
    grid: pd.DataFrame, coverage: pd.DataFrame, memberships: pd.DataFrame, councils: pd.DataFrame
) -> list[dict]:
    """For each body with minutes and a list of members: each organisation's spells of membership with the documented
    meetings in each, the members who never came (out of the meetings of which that is known), and the councils of the
    area that were never asked (no seat, never seen, while a list is held). Subject organisation, other body.
    """
    table, held = roll(grid, coverage, memberships), spells(memberships)
    area = frozenset(councils["org_id"])
    rows: list[dict] = []
    for body_id, _, columns in spans(table, ()):
        listed = columns & table.seats.listed
        if not listed.any():
            continue
        rows += _spells(table, body_id, held)
        seated = {org for body, org in held if body == body_id}
        rows += _never(table, body_id, listed, seated, area)
    return rows


def _spells(table: Roll, body_id: str, held: dict) -> Iterator[dict]:
    dates = table.meetings["date"].to_numpy(dtype="U")
    minuted = table.of_body(body_id) & (table.meetings["known_by"] == "minutes").to_numpy()
    for (body, org), mine in sorted(held.items()):
        if body != body_id:
            continue
        about = {"subject": org, "other": body_id}
        cite = f"{_SEATS}#{body_id}/{org}"
        yield finding("member_spells", len(mine), cite, unit="spells", n=len(mine), **about)
        for since, until in mine:
            n = int((minuted & (dates >= since) & (dates <= (until or "9999"))).sum())
            yield finding("member_spell", n, cite, unit="meetings", n=n, since=since, until=until, **about)


def _never(table: Roll, body_id: str, listed: np.ndarray, seated: set[str], area: frozenset[str]) -> Iterator[dict]:
    """Members that were in the room at no meeting, and councils that have no seat and stand in no list."""
    minuted = listed & (table.meetings["known_by"] == "minutes").to_numpy()
    ought = table.seats.expected & minuted & table.known
    here = table.of_body(body_id)
    came, named = (table.came & here).any(axis=1), (among(table.states, *_NAMED) & here).any(axis=1)
    asked = np.array([org in seated or org not in area for org in table.organisations])
    members = ought.any(axis=1)
    away, unasked = np.flatnonzero(members & ~came), np.flatnonzero(~asked & ~named) if minuted.any() else []
    for row in away:
        yield _none_of("never_came", table, row, ought[row], body_id, f"{_SEATS}#{body_id}/{table.organisations[row]}")
    for row in unasked:
        yield _none_of("never_asked", table, row, minuted, body_id, _SEATS)
    councils = len(area & set(table.organisations))
    for name, n, of in (
        ("members_never_came", len(away), int(members.sum())),
        ("councils_never_asked", len(unasked), councils),
    ):
        if of:
            yield finding(name, n, _SEATS, subject=body_id, unit="organisations", n=n, of=of)


def _none_of(measure: str, table: Roll, row: int, columns: np.ndarray, body_id: str, seat: str) -> dict:
    """None of these meetings: cites the lists searched and the seat, or the list of members that has none."""
    about = {
        "subject": table.organisations[row],
        "other": body_id,
        "unit": "meetings",
        "n": 0,
        "of": int(columns.sum()),
    }
    return finding(measure, 0, f"{table.lines(row, columns)} {seat}", **about)
