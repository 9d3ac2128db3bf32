"""Who could have been at which meeting: the set within which chance is tested."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.network.incidence import Incidence
from leadnet.study import in_force


def opportunity(there: pd.DataFrame, meetings: pd.DataFrame, memberships: pd.DataFrame) -> pd.DataFrame:
    """Who could have been at which documented meeting: columns org_id, meeting_id, known_by.

    The body's members on the day (known_by = membership); for a body with no membership list, the organisations seen
    there in any status from their first to their last meeting there (known_by = seen).
    """
    held = meetings[meetings["known_by"] == "minutes"]
    rows = []
    for body_id, of_body in held.groupby("body_id", sort=True):
        seats = memberships[memberships["body_id"] == body_id]
        spells = _member_spells(seats) if len(seats) else _seen_spells(there, of_body)
        by = "membership" if len(seats) else "seen"
        days = list(zip(of_body["meeting_id"], of_body["date"], strict=True))
        rows += [
            (org, meeting_id, by)
            for org, since, until in spells
            for meeting_id, day in days
            if in_force(since, until, day)
        ]
    return pd.DataFrame(sorted(set(rows)), columns=["org_id", "meeting_id", "known_by"])


def _member_spells(seats: pd.DataFrame) -> list[tuple[str, str, str]]:
    return [(row.org_id, row.since, row.until) for row in seats.itertuples()]


def _seen_spells(there: pd.DataFrame, meetings: pd.DataFrame) -> list[tuple[str, str, str]]:
    seen = there[there["org_id"] != ""].merge(meetings[["meeting_id", "date"]], on="meeting_id")
    spans = seen.groupby("org_id")["date"].agg(["min", "max"])
    return list(spans.itertuples(name=None))


def within(table: Incidence, could: pd.DataFrame) -> tuple[sparse.csr_array, sparse.csr_array, pd.Index]:
    """The table and the opportunity set as matrices with the same rows and columns, 1 in each entry held; the columns.

    Rows are the organisations of the table, columns the meetings in the order of their ids. A meeting nobody of the
    table was at stays a column: missing it is missing. Whoever was seen could have been there, on the list or not.
    """
    known = could[could["org_id"].isin(table.organisations)]
    events = pd.Index(table.events, dtype=object).union(pd.Index(known["meeting_id"].unique(), dtype=object), sort=True)
    shape = (len(table.organisations), len(events))
    column = events.get_indexer(pd.Index(table.events, dtype=object))[table.present.indices]
    seen = sparse.csr_array((table.present.data, column, table.present.indptr), shape=shape)
    seen.sort_indices()
    place = pd.Index(table.organisations).get_indexer(known["org_id"]), events.get_indexer(known["meeting_id"])
    listed = sparse.csr_array((np.ones(len(known), np.int32), place), shape=shape)
    either = (seen + listed).tocsr()
    either.data[:] = 1
    return seen, either, events
