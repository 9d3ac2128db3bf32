"""Organisations by meetings, and how often each pair met."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from leadnet.study import cited, in_force, shares_item


def two_mode(there: pd.DataFrame) -> pd.DataFrame:
    """The two-mode table: one row for each organisation in the room at a meeting.

    `there` is the table `presence` gives. Columns org_id, meeting_id, heads (people, a joint post once), cites.
    """
    rows = there[there["in_room"] & (there["org_id"] != "")]
    groups = rows.groupby(["org_id", "meeting_id"], sort=True)
    return groups.agg(heads=("head", "nunique"), cites=("cites", cited)).reset_index()


def meetings_together(there: pd.DataFrame) -> pd.DataFrame:
    """The projection: meetings at which both of a pair were in the room, by different people who shared an item.

    Columns organisation_a, organisation_b, together, apart (meetings at which both were in the room and did not meet:
    one joint post for both, or no item shared), cites; every pair of organisations ever in the room has a row, those
    that never met too.
    """
    rows = there[there["in_room"] & (there["org_id"] != "")]
    met: dict[tuple[str, str], list[str]] = {pair: [] for pair in combinations(sorted(set(rows["org_id"])), 2)}
    apart = dict.fromkeys(met, 0)
    for _, meeting in rows.groupby("meeting_id", sort=True):
        seats = {org: list(seats.itertuples()) for org, seats in meeting.groupby("org_id", sort=True)}
        for a, b in combinations(seats, 2):
            shared = [(x, y) for x in seats[a] for y in seats[b] if x.head != y.head and shares_item(x.items, y.items)]
            if shared:
                met[a, b].append(cited(seat.cites for pair in shared for seat in pair))
            else:
                apart[a, b] += 1
    return pd.DataFrame(
        [
            {
                "organisation_a": a,
                "organisation_b": b,
                "together": len(cites),
                "apart": apart[a, b],
                "cites": cited(cites),
            }
            for (a, b), cites in met.items()
        ],
        columns=["organisation_a", "organisation_b", "together", "apart", "cites"],
    )


def opportunity(there: pd.DataFrame, meetings: pd.DataFrame, memberships: pd.DataFrame) -> pd.DataFrame:
    """Who could have been at which documented meeting: columns org_id, meeting_id.

    The body's members on the day; for a body with no membership list, the organisations seen there in any status
    from their first to their last meeting there.
    """
    held = meetings[meetings["known_by"] == "minutes"]
    rows = []
    for body_id, of_body in held.groupby("body_id", sort=True):
        seats = memberships[memberships["body_id"] == body_id]
        spells = _member_spells(seats) if len(seats) else _seen_spells(there, of_body)
        rows += [
            (org, meeting.meeting_id)
            for org, since, until in spells
            for meeting in of_body.itertuples()
            if in_force(since, until, meeting.date)
        ]
    return pd.DataFrame(sorted(set(rows)), columns=["org_id", "meeting_id"])


def _member_spells(seats: pd.DataFrame) -> list[tuple[str, str, str]]:
    return [(row.org_id, row.since, row.until) for row in seats.itertuples()]


def _seen_spells(there: pd.DataFrame, meetings: pd.DataFrame) -> list[tuple[str, str, str]]:
    seen = there[there["org_id"] != ""].merge(meetings[["meeting_id", "date"]], on="meeting_id")
    spans = seen.groupby("org_id")["date"].agg(["min", "max"])
    return [(org, row["min"], row["max"]) for org, row in spans.iterrows()]
