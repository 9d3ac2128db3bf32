"""The two tiers: which councils of the area, as the register has it that day, were in the room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from leadnet.measures.cells import cells
from leadnet.measures.participation import lists_searched
from leadnet.measures.roll import Roll, roll, spans
from leadnet.study import Window, cited, finding
from leadnet.study.schema import MEMBERSHIPS

SAYS = {
    "districts_in_room": "In the room at {subject}: {n_of} districts of the county.",
    "neighbours_in_room": "In the room at {subject}: {n_of} councils next door that were once districts.",
    "council_heads": "{subject} had {value:person|people} in the room at {other}.",
    "council_meetings": "{subject} was in the room at {n_of} meetings of {other}{when} whose minutes say who came.",
    "districts_came": "In the room at {subject}{when}, at one meeting or more: {n_of} districts of the county.",
    "neighbours_came": "In the room at {subject}{when}, at one meeting or more: {n_of} councils next door.",
}


def councils_in_room(there: pd.DataFrame, councils: pd.DataFrame, attendance: pd.DataFrame) -> list[dict]:
    """Districts and neighbouring councils in the room of those there were that day, and each council's heads.

    `councils` has a row for each council of the area at each documented meeting (meeting_id, org_id, role). Subject the
    meeting; a council that nobody came from has its zero, which cites the list searched and its row of the register.
    """
    lists = lists_searched(attendance)
    seats: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for meeting_id, org, head, cite in cells(there[there["in_room"]], "meeting_id", "org_id", "head", "cites"):
        seats.setdefault(meeting_id, {}).setdefault(org, []).append((head, cite))
    rows = []
    for meeting_id, of_day in councils.groupby("meeting_id", sort=True):
        came, searched = seats.get(meeting_id, {}), lists.get(meeting_id, "")
        day = list(cells(of_day, "org_id", "role", "cites"))
        for name, role in (("districts_in_room", "district"), ("neighbours_in_room", "neighbour")):
            tier = [(org, cites) for org, at, cites in day if at == role]
            rows += [_tier(name, tier, came, searched, meeting_id)] if tier else []
        rows += [_council(org, came.get(org, []), cited([searched, cites]), meeting_id) for org, _, cites in day]
    return rows


def _tier(measure: str, tier: list[tuple[str, str]], came: Mapping, searched: str, meeting_id: str) -> dict:
    orgs = [org for org, _ in tier]
    n = sum(org in came for org in orgs)
    lines = [cite for org, mine in came.items() if org in orgs for _, cite in mine]
    cites = cited([*lines, searched, *(cites for _, cites in tier)])
    return finding(measure, n, cites, subject=meeting_id, unit="organisations", n=n, of=len(tier))


def _council(org: str, mine: list[tuple[str, str]], looked: str, meeting_id: str) -> dict:
    n, cites = len({head for head, _ in mine}), cited(cite for _, cite in mine) or looked
    return finding("council_heads", n, cites, subject=org, other=meeting_id, unit="people", n=n)


def councils_by_body(
    grid: pd.DataFrame, coverage: pd.DataFrame, councils: pd.DataFrame, windows: Sequence[Window]
) -> list[dict]:
    """Meetings of each body at which each council of the area was in the room, of those whose minutes say who came on a
    day the register has it, in all and in each window; a council that never came has its row. Subject council, other
    body. districts_came, neighbours_came: how many came at all, of those there were. Subject the body.
    """
    table = roll(grid, coverage, MEMBERSHIPS.empty())
    place = {org: at for at, org in enumerate(table.organisations)}
    column = {meeting: at for at, meeting in enumerate(table.meetings["meeting_id"])}
    roles, days = np.full(table.came.shape, "", dtype="U9"), dict(cells(councils, "org_id", "cites"))
    for org, meeting, role in cells(councils, "org_id", "meeting_id", "role"):
        roles[place[org], column[meeting]] = role
    rows: list[dict] = []
    for body_id, span, columns in spans(table, windows):
        known = table.known & columns
        for row in np.flatnonzero(((roles != "") & known).any(axis=1)):
            mine = known[row] & (roles[row] != "")
            n, lines = int(table.came[row, mine].sum()), f"{table.lines(row, mine)} {days[table.organisations[row]]}"
            about = {"subject": table.organisations[row], "other": body_id, "unit": "meetings", **span}
            rows.append(finding("council_meetings", n, lines, n=n, of=int(mine.sum()), **about))
        rows += _came(table, roles, known, {"subject": body_id, "unit": "organisations", **span})
    return rows


def _came(table: Roll, roles: np.ndarray, known: np.ndarray, about: dict[str, str]) -> Iterator[dict]:
    for measure, role in (("districts_came", "district"), ("neighbours_came", "neighbour")):
        there = known & (roles == role)
        if there.any():
            n, of = int((there & table.came).any(axis=1).sum()), int(there.any(axis=1).sum())
            lines = cited(table.lines(row, there[row]) for row in np.flatnonzero(there.any(axis=1)))
            yield finding(measure, n, lines, n=n, of=of, **about)
