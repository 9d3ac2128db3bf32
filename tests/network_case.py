"""Small tables for the tests of the network, made by hand or drawn with a fixed seed."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.study.schema import MEETINGS

ONE = "b-2020-01-01"


def seats(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Seats as presence gives them: (meeting, organisation, seat, items)."""
    return pd.DataFrame(
        [
            {"meeting_id": meeting, "org_id": org, "head": seat, "cites": seat, "items": items, "in_room": True}
            for meeting, org, seat, items in rows
        ]
    )


def held(*ids: str, body: str = "board") -> pd.DataFrame:
    """Documented meetings; the last ten letters of an id are its day."""
    return MEETINGS.frame([{"meeting_id": id, "body_id": body, "date": id[-10:], "known_by": "minutes"} for id in ids])


def matrix(grid: object) -> sparse.csr_array:
    """Organisations by meetings, 1 where there."""
    return sparse.csr_array(np.asarray(grid).astype(np.int32))


def table(*rows: str) -> pd.DataFrame:
    """A bare table from words such as "a@m1": organisation a at event m1."""
    return pd.DataFrame([row.split("@") for row in rows], columns=["organisation", "event"])


def two_bodies(seed: int, meetings: int = 30, size: int = 8) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Presence, meetings and memberships of two bodies with members of their own who come as chance has it."""
    rng = np.random.default_rng(seed)
    there, boards, members = [], [], []
    for body in ("north", "south"):
        orgs = [f"{body}-{at}" for at in range(size)]
        days = [f"{body}-{2000 + at // 12}-{at % 12 + 1:02}-01" for at in range(meetings)]
        came = rng.random((size, meetings)) < rng.uniform(0.4, 0.9, size=(size, 1))
        there += [(days[k], orgs[i], f"{days[k]}:{i + 1}", "") for i, k in zip(*np.nonzero(came), strict=True)]
        boards.append(held(*days, body=body))
        members += [{"body_id": body, "org_id": org} for org in orgs]
    return seats(*there), pd.concat(boards, ignore_index=True), members
