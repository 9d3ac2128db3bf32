"""The Grid: who was at which meeting, and of which meetings nothing is known. Data first; pages and charts read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from leadnet.measures.cells import cells, once
from leadnet.measures.members import Seats, seats
from leadnet.measures.participation import lists_searched
from leadnet.study import Table
from leadnet.study.schema import GRID, PEOPLE_GRID, STATES

IN_ROOM = ("present", "by substitute", "in support", "guest", "item only")
_CODE = {state: code for code, state in enumerate(STATES)}
_PARTS = {"support": "in support", "guest": "guest", "observer": "guest"}
_STATUSES = {"apologies": "apologies", "absent": "absent", "expected": "not recorded"}


class _Cells(NamedTuple):
    """Rows by meetings: state (its place in STATES), people in the room, and the lines that say so."""

    states: np.ndarray
    heads: np.ndarray
    cites: np.ndarray


def grid(
    there: pd.DataFrame,
    meetings: pd.DataFrame,
    councils: pd.DataFrame,
    attendance: pd.DataFrame,
    memberships: pd.DataFrame,
    unanswered: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The Grid: every organisation ever recorded or with a seat, and every council of the area, by every dated meeting
    of the bodies whose minutes are held. One row a cell, organisation by organisation, meetings by date.

    A council that never came has its row; where the dated register lists the area's councils of that day without it, it
    was in no position to be a member then. Of several entries the strongest state stands, in the order of STATES.
    A member of whom a list says nothing is `expected`; where no list of members is in force that day, `not seen`.
    Either is `not recorded` where the list has an entry that may be its own (`unanswered`: org_id, meeting_id, cites),
    and cites that entry.
    """
    columns = columns_of(meetings)
    members = memberships[memberships["body_id"].isin(columns["body_id"])]
    rows = sorted({*there["org_id"], *councils["org_id"], *members["org_id"]} - {""})
    states = _unseen(columns, seats(memberships, rows, columns), attendance)
    states[_no_council_then(rows, columns, councils) & (states == _CODE["not seen"])] = _CODE["not a member then"]
    filled = _filled(states, there, "org_id", rows, columns, attendance)
    return _long(GRID, rows, columns, filled if unanswered is None else _left_open(filled, unanswered, rows, columns))


def grid_of_people(
    there: pd.DataFrame, meetings: pd.DataFrame, attendance: pd.DataFrame, memberships: pd.DataFrame
) -> pd.DataFrame:
    """The same of people, one row a person and meeting: everybody an attendance list names or memberships.csv seats.

    `by substitute` is somebody who came in another's place. Whoever holds no seat in person while others do is `not a
    member then`. No id is a name: a person is the first entry that has them (`doc:line:n`), or where no list does, the
    first seat (`memberships.csv#body/organisation/n`).
    """
    columns = columns_of(meetings)
    members = memberships[memberships["body_id"].isin(columns["body_id"])].reset_index(drop=True)
    seat = "memberships.csv#" + members["body_id"] + "/" + members["org_id"] + "/" + (members.index + 1).astype(str)
    held = dict(cells(members.assign(seat=seat)[::-1], "person_id", "seat"))
    ids = {**held, **dict(cells(there[::-1], "person_id", "entry")), "": ""}
    there, members = (table.assign(person_id=table["person_id"].map(ids)) for table in (there, members))
    rows = sorted({*there["person_id"], *members["person_id"]} - {""})
    states = _unseen(columns, seats(members, rows, columns, "person_id"), attendance)
    return _long(PEOPLE_GRID, rows, columns, _filled(states, there, "person_id", rows, columns, attendance))


def columns_of(meetings: pd.DataFrame) -> pd.DataFrame:
    """The dated meetings of the bodies with minutes, by date: the columns of the Grid."""
    minuted = set(meetings.loc[meetings["known_by"] == "minutes", "body_id"])
    kept = meetings[meetings["body_id"].isin(minuted) & (meetings["date"] != "")]
    return kept.sort_values(["date", "meeting_id"], ignore_index=True)


def ways(there: pd.DataFrame) -> np.ndarray:
    """What each entry says, in the words of STATES, as its place in them."""
    said = there["part"].map(_PARTS).fillna("present").to_numpy(dtype=object)
    said[(there["on_behalf_of"] != "").to_numpy()] = "by substitute"
    said[(there["items"] != "").to_numpy()] = "item only"
    away = (~there["in_room"]).to_numpy()
    said[away] = there["status"].map(_STATUSES).fillna("not seen").to_numpy(dtype=object)[away]
    said[(~there["counted"]).to_numpy()] = "left out by the rules"
    return np.array([_CODE[state] for state in said], dtype=np.int8)


def _unseen(columns: pd.DataFrame, held: Seats, attendance: pd.DataFrame) -> np.ndarray:
    """The state of each cell before anybody is looked for in the lists."""
    outside = np.where(held.listed & ~held.observing, _CODE["not a member then"], _CODE["not seen"])
    states = np.where(held.expected, _CODE["expected"], outside).astype(np.int8)
    known_by = columns["known_by"].to_numpy(dtype="U")
    lists = attendance.loc[attendance["status"].isin(("present", "in_attendance")), "meeting_id"]  # who came is told
    states[:, ~columns["meeting_id"].isin(lists).to_numpy()] = _CODE["not recorded"]
    states[:, known_by == "later paper"] = _CODE["held without minutes"]
    states[:, known_by == "announced"] = _CODE["announced only"]
    return states


def _no_council_then(rows: Sequence[str], columns: pd.DataFrame, councils: pd.DataFrame) -> np.ndarray:
    """Cells of councils the register has on other days and not on that one."""
    found = np.zeros((len(rows), len(columns)), bool)
    place = {each: at for at, each in enumerate(rows)}
    at = {meeting_id: n for n, meeting_id in enumerate(columns["meeting_id"])}
    of_day = councils[councils["meeting_id"].isin(at)]
    ever = [place[each] for each in sorted(set(councils["org_id"]))]
    found[np.ix_(ever, sorted({at[meeting_id] for meeting_id in of_day["meeting_id"]}))] = True
    found[[place[each] for each in of_day["org_id"]], [at[each] for each in of_day["meeting_id"]]] = False
    return found


def _filled(
    states: np.ndarray,
    there: pd.DataFrame,
    key: str,
    rows: Sequence[str],
    columns: pd.DataFrame,
    attendance: pd.DataFrame,
) -> _Cells:
    """The cells with what the entries of the lists say, the strongest of a cell, and the lines each rests on."""
    place, at = ({each: n for n, each in enumerate(ids)} for ids in (rows, columns["meeting_id"]))
    minuted = set(columns.loc[columns["known_by"] == "minutes", "meeting_id"])
    seen = there[(there[key] != "") & there["meeting_id"].isin(minuted)].assign(way=ways)
    found: dict[tuple[int, int], list[tuple]] = {}
    for entry in cells(seen, key, "meeting_id", "way", "in_room", "head", "cites"):
        found.setdefault((place[entry[0]], at[entry[1]]), []).append(entry[2:])
    filled = _Cells(states, np.zeros(states.shape, np.int64), np.empty(states.shape, object))
    filled.cites[:] = _searched(columns, attendance)
    for cell, entries in found.items():
        people = [entry for entry in entries if entry[1]]
        filled.states[cell] = min(way for way, *_ in entries)
        filled.heads[cell] = len({head for _, _, head, _ in people})
        filled.cites[cell] = once(cites for *_, cites in people or entries)
    return filled


def _left_open(filled: _Cells, unanswered: pd.DataFrame, rows: Sequence[str], columns: pd.DataFrame) -> _Cells:
    """The cells, those that say nothing of an organisation without an answer where an entry may be its own."""
    place, at = ({each: n for n, each in enumerate(ids)} for ids in (rows, columns["meeting_id"]))
    for org, meeting_id, cites in cells(unanswered, "org_id", "meeting_id", "cites"):
        cell = (place.get(org, -1), at.get(meeting_id, -1))
        if min(cell) >= 0 and filled.states[cell] in (_CODE["expected"], _CODE["not seen"]):
            filled.states[cell], filled.cites[cell] = _CODE["not recorded"], cites
    return filled


def _searched(columns: pd.DataFrame, attendance: pd.DataFrame) -> np.ndarray:
    """What was searched for each meeting: its list, or where none is held the line that tells of the meeting."""
    lists = lists_searched(attendance)
    return np.array(
        [lists.get(row.meeting_id, f"{row.doc_id}:{row.line}") for row in columns.itertuples()], dtype=object
    )


def _long(table: Table, rows: Sequence[str], columns: pd.DataFrame, filled: _Cells) -> pd.DataFrame:
    """What fills the Grid as one row each, typed as the table says."""
    key = table.key[0]
    found = {
        key: pd.Series(np.repeat(np.array(rows, dtype=object), len(columns)), dtype="str"),
        "meeting_id": pd.Series(np.tile(columns["meeting_id"].to_numpy(dtype=object), len(rows)), dtype="str"),
        "state": pd.Series(np.array(STATES, dtype=object)[filled.states.ravel()], dtype="str"),
        "heads": pd.Series(filled.heads.ravel(), dtype="Int64"),
        "cites": pd.Series(filled.cites.ravel(), dtype="str"),
    }
    return pd.DataFrame(found)
