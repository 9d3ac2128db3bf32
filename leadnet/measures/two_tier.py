"""The two tiers: which councils of the area, as the register has it that day, were in the room."""

from __future__ import annotations

import pandas as pd

from leadnet.measures.participation import list_searched
from leadnet.study import cited, finding

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
    rows = []
    for meeting_id, of_day in councils.groupby("meeting_id", sort=True):
        searched = list_searched(attendance[attendance["meeting_id"] == meeting_id])
        seats = there[(there["meeting_id"] == meeting_id) & there["in_room"]]
        rows += [
            _tier(name, role, meeting_id, of_day, seats, searched)
            for name, role in (("districts_in_room", "district"), ("neighbours_in_room", "neighbour"))
            if (of_day["role"] == role).any()
        ]
        rows += [_council(council, meeting_id, seats, searched) for council in of_day.itertuples()]
    return rows


def _tier(measure: str, role: str, meeting_id: str, of_day: pd.DataFrame, seats: pd.DataFrame, searched: str) -> dict:
    tier = of_day[of_day["role"] == role]
    came = seats[seats["org_id"].isin(tier["org_id"])]
    n, of = came["org_id"].nunique(), len(tier)
    cites = cited([*came["cites"], searched, *tier["cites"]])
    return finding(measure, n, cites, subject=meeting_id, unit="organisations", n=n, of=of)


def _council(council: object, meeting_id: str, seats: pd.DataFrame, searched: str) -> dict:
    mine = seats[seats["org_id"] == council.org_id]
    cites = cited(mine["cites"]) or f"{searched} {council.cites}"
    n = mine["seat"].nunique()
    return finding("council_heads", n, cites, subject=council.org_id, other=meeting_id, unit="people", n=n)
