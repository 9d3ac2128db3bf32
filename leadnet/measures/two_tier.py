"""The two tiers: which councils of the area, as the register has it that day, were in the room."""

from __future__ import annotations

import pandas as pd

from leadnet.measures.participation import list_searched
from leadnet.study import cited, counted, finding

SAYS = {
    "districts_in_room": "In the room at {subject}: {n_of} districts of the county.",
    "neighbours_in_room": "In the room at {subject}: {n_of} councils next door that were once districts.",
    "council_heads": "{subject} had {value:person|people} in the room at {other}.",
}


def councils_in_room(there: pd.DataFrame, councils: pd.DataFrame, attendance: pd.DataFrame) -> list[dict]:
    """Districts and neighbouring councils in the room of those there were that day, and each council's heads.

    `councils` has a row for each council of the area at each documented meeting (meeting_id, org_id, role). Subject the
    meeting; a council that nobody came from has its zero, which cites the list searched and its row of the register.
    """
    lists = {meeting_id: list_searched(rows) for meeting_id, rows in attendance.groupby("meeting_id")}
    rows = []
    for meeting_id, of_day in councils.groupby("meeting_id", sort=True):
        seats = there[(there["meeting_id"] == meeting_id) & there["in_room"]]
        about = {"searched": lists.get(meeting_id, ""), "seats": seats}
        rows += [
            _tier(name, of_day[of_day["role"] == role], subject=meeting_id, **about)
            for name, role in (("districts_in_room", "district"), ("neighbours_in_room", "neighbour"))
            if (of_day["role"] == role).any()
        ]
        rows += [_council(council, other=meeting_id, **about) for council in of_day.itertuples()]
    return rows


def _tier(measure: str, tier: pd.DataFrame, subject: str, seats: pd.DataFrame, searched: str) -> dict:
    came = seats[seats["org_id"].isin(tier["org_id"])]
    n = came["org_id"].nunique()
    cites = cited([*came["cites"], searched, *tier["cites"]])
    return finding(measure, n, cites, subject=subject, unit="organisations", n=n, of=len(tier))


def _council(council: object, other: str, seats: pd.DataFrame, searched: str) -> dict:
    mine = seats[seats["org_id"] == council.org_id]
    looked = cited([searched, council.cites])
    return counted("council_heads", mine, looked, by="head", subject=council.org_id, other=other, unit="people")
