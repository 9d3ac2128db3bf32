"""How senior those are who come from each organisation, and whether that drifts from window to window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import pandas as pd

from leadnet.measures.cells import cells, once
from leadnet.measures.changes import changes
from leadnet.measures.grid import columns_of
from leadnet.measures.intervals import INTERVALS
from leadnet.study import Rules, Window, finding

_RANKS = {
    "chief officer": "chief_officer_came",
    "elected": "elected_came",
    "senior": "senior_came",
    "other": "other_came",
    "unknown": "rank_unknown_came",
}
SAYS = {
    "chief_officer_came": "From {subject} a chief officer came to {n_of} of its meetings of {other}{when}.",
    "elected_came": "From {subject} an elected member came to {n_of} of its meetings of {other}{when}.",
    "senior_came": "From {subject} a senior officer was the highest rank known at {n_of} of its meetings of "
    "{other}{when}.",
    "other_came": "From {subject} nobody known to be senior came to {n_of} of its meetings of {other}{when}.",
    "rank_unknown_came": "No rank is known of those who came from {subject} to {n_of} meetings of {other}{when}.",
    "chief_officer_change": "{subject}, {other}{when}, beside the window before: a change of {value} in the share of "
    "its meetings with a chief officer (from {low} to {high}): {note}.",
}


def seniority(
    there: pd.DataFrame, coverage: pd.DataFrame, ranks: pd.DataFrame, windows: Sequence[Window], rules: Rules
) -> list[dict]:
    """The highest rank of those who came from each organisation to each of its meetings, in all and in each window: n
    meetings of those at which it was in the room. Subject organisation, other body.

    An elected member and a chief officer in the room count each; below them the higher rank of senior, other and not
    known. `ranks` has person_id and seniority (people.csv, and by title where that has no row); a person in neither is
    of unknown rank. chief_officer_change: from window to window, from ten meetings in each.
    """
    rows = columns_of(coverage)[["meeting_id", "body_id", "date"]].merge(there, on="meeting_id")
    rows = rows[rows["in_room"] & (rows["org_id"] != "")]
    known = dict(cells(ranks, "person_id", "seniority"))
    rows = rows.assign(rank=[known.get(person_id, "unknown") for person_id in rows["person_id"]])
    found, shares = list(_ranks(rows, {})), defaultdict(list)
    for window in windows:
        inside = rows[rows["date"].between(window.since, window.until)]
        for row in _ranks(inside, {"since": window.since, "until": window.until}):
            found.append(row)
            if row["measure"] == "chief_officer_came":
                shares[row["subject"], row["other"]].append(row)
    interval = cache(INTERVALS[rules.interval])
    return found + [
        row
        for _, mine in sorted(shares.items())
        for row in changes("chief_officer_change", mine, interval, "a chief officer came")
    ]


def _ranks(rows: pd.DataFrame, span: Mapping[str, str]) -> Iterator[dict]:
    """Meetings of each organisation by rank; a nought is told of chief officers only."""
    came: dict[tuple[str, str], dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(dict))
    for org, body_id, meeting_id, rank, cite in cells(rows, "org_id", "body_id", "meeting_id", "rank", "cites"):
        came[org, body_id][meeting_id].setdefault(rank, []).append(cite)
    for (org, body_id), meetings in sorted(came.items()):
        found: dict[str, list[list[str]]] = {"chief officer": []}
        for by_rank in meetings.values():
            for rank in _told(by_rank):
                found.setdefault(rank, []).append(by_rank[rank])
        for rank, lines in found.items():
            every = lines or [each for by_rank in meetings.values() for each in by_rank.values()]
            n, of, cites = len(lines), len(meetings), once(line for each in every for line in each)
            about = {"subject": org, "other": body_id, "unit": "share", "n": n, "of": of, **span}
            yield finding(_RANKS[rank], n / of, cites, **about)


def _told(ranks: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The ranks one meeting counts under: chief officer and elected each, or else the highest of the rest.

    >>> _told({"senior": [], "unknown": []}), _told({"other": [], "elected": [], "chief officer": []})
    (('senior',), ('chief officer', 'elected'))
    """
    first = tuple(rank for rank in ("chief officer", "elected") if rank in ranks)
    return first or tuple(rank for rank in _RANKS if rank in ranks)[:1]
