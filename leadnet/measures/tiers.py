"""Tiers as the measures take them: the county, its districts, councils next door, and partners by their sector.

A council's tier is that of the day (the dated register): one that changed it counts as two, each in its time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.measures.cells import cells
from leadnet.study import cited

COUNTY, DISTRICT, NEIGHBOUR, COUNCILS = "county", "district", "neighbour", "council"
COUNCIL_TIERS = (COUNTY, DISTRICT, NEIGHBOUR)
VOLUNTARY = "voluntary-and-community"
_ROLES = {"area": COUNTY, "district": DISTRICT, "neighbour": NEIGHBOUR}
_WORDS = {
    COUNTY: "the county",
    DISTRICT: "the districts",
    NEIGHBOUR: "the councils next door",
    COUNCILS: "councils of the area",
    VOLUNTARY: "the voluntary sector",
    "other-council": "councils from elsewhere",
}
_PUBLIC = ("police", "fire", "parish")  # tiers of organisations.csv that are no council tier of the area


class Record(NamedTuple):
    """Who could have been at which meeting, and who was: sparse matrices of units by meetings, 1 in each entry held.

    units: (org_id, tier), one a row; meetings: ids, one a column; tiers: tier of each row, "" for one left out; apart:
    two rows and a column for each time both were in the room and were kept from meeting.
    """

    units: list[tuple[str, str]]
    meetings: list[str]
    present: sparse.csr_array
    could: sparse.csr_array
    tiers: np.ndarray
    apart: np.ndarray

    def pairs_apart(self) -> list[tuple[int, int]]:
        """The pairs of rows of `apart`, one for each time."""
        return [(a, b) for a, b, _ in self.apart.tolist()]

    def only(self, of: Mapping[str, str]) -> Record:
        """The same record with tiers renamed by `of`; one that is not in it is left out of the pairs of tiers."""
        return self._replace(tiers=np.array([of.get(tier, "") for tier in self.tiers], dtype=object))


def with_tiers(attending: pd.DataFrame, councils: pd.DataFrame, organisations: pd.DataFrame) -> pd.DataFrame:
    """A table with org_id and meeting_id, with the tier of each row: county, district or neighbour as the register has
    the council that day (on a day without one, as it has it last), else what `organisations` (organisations.csv) says:
    police, fire, parish, other-council, or the sector in lower case with hyphens; "" where it says nothing.
    """
    of_day = {(meeting, org): _ROLES[role] for meeting, org, role in cells(councils, "meeting_id", "org_id", "role")}
    known = tiers_of(councils, organisations)
    found = [
        of_day.get((meeting, org)) or known.get(org, "") for meeting, org in cells(attending, "meeting_id", "org_id")
    ]
    return attending.assign(tier=pd.Series(found, index=attending.index, dtype="str"))


def tiers_of(councils: pd.DataFrame, organisations: pd.DataFrame) -> dict[str, str]:
    """The tier of each organisation by org_id: of a council of the area as the register has it last."""
    own = {org: _of_row(tier, sector) for org, tier, sector in cells(organisations, "org_id", "tier", "sector")}
    return own | {org: _ROLES[role] for org, role in cells(councils, "org_id", "role")}


def _of_row(tier: str, sector: str) -> str:
    if tier in _PUBLIC:
        return tier
    return "other-council" if tier not in ("", "none") else "-".join(sector.casefold().split())


def last_tiers(attending: pd.DataFrame) -> dict[str, str]:
    """The tier of each organisation at the last meeting it could have been at; those with none are left out.

    `attending`: org_id, meeting_id, date, tier.
    """
    last = attending.sort_values(["date", "meeting_id"], kind="stable")
    return {org: tier for org, tier in cells(last, "org_id", "tier") if tier}


def lines_of(seen: pd.DataFrame, tiers: Collection[str]) -> str:
    """The lines that put organisations of these tiers in the room; where none was, those of everybody who was."""
    mine = seen[seen["tier"].isin(tiers)]
    return cited((mine if len(mine) else seen)["cites"])


def record(attending: pd.DataFrame, apart: pd.DataFrame) -> Record:
    """The matrices of a table with a row for whom and where could be: org_id, meeting_id, tier, seen (bool).

    `apart`: meeting_id, organisation_a, organisation_b of those in the room who were kept from meeting.
    """
    rows, units = pd.factorize(attending["org_id"] + "\t" + attending["tier"], sort=True)  # in the order of the two
    columns, meetings = pd.factorize(attending["meeting_id"], sort=True)
    units, meetings = [tuple(unit.split("\t")) for unit in units], list(meetings)
    shape, seen = (len(units), len(meetings)), attending["seen"].to_numpy(bool)
    return Record(
        units,
        meetings,
        filled(rows[seen], columns[seen], shape),
        filled(rows, columns, shape),
        np.array([tier for _, tier in units], dtype=object),
        _apart(attending, apart, units, meetings),
    )


def filled(rows: np.ndarray, columns: np.ndarray, shape: tuple[int, int]) -> sparse.csr_array:
    """A matrix with 1 in each of these entries, however often it is named.

    >>> filled(np.array([0, 0]), np.array([1, 1]), (1, 2)).toarray().tolist()
    [[0, 1]]
    """
    found = sparse.csr_array((np.ones(len(rows), np.int32), (rows, columns)), shape=shape)
    found.sum_duplicates()
    found.data[:] = 1
    return found


def _apart(attending: pd.DataFrame, apart: pd.DataFrame, units: Sequence, meetings: Sequence) -> np.ndarray:
    if apart.empty:
        return np.empty((0, 3), dtype=int)
    place, column = ({each: at for at, each in enumerate(ids)} for ids in (units, meetings))
    tiers = {(meeting, org): tier for meeting, org, tier in cells(attending, "meeting_id", "org_id", "tier")}
    found = [
        (place[a, tiers[meeting, a]], place[b, tiers[meeting, b]], column[meeting])
        for meeting, a, b in cells(apart, "meeting_id", "organisation_a", "organisation_b")
        if (meeting, a) in tiers and (meeting, b) in tiers
    ]
    return np.array(found, dtype=int).reshape(-1, 3)


def ranked(tier_a: str, tier_b: str) -> list[str]:
    """Two tiers in the order they are named in: councils first."""
    order = (COUNCILS, *COUNCIL_TIERS)
    return sorted((tier_a, tier_b), key=lambda tier: (order.index(tier) if tier in order else len(order), tier))


def pair_key(tier_a: str, tier_b: str) -> str:
    """How a pair of tiers is called in findings.

    >>> pair_key("police", "council"), pair_key("district", "county")
    ('council-police', 'county-district')
    """
    return "-".join(ranked(tier_a, tier_b))


def tier_names(tiers: Iterable[str]) -> dict[str, str]:
    """What tiers and pairs of tiers are called in a sentence, by tier and by `pair_key`.

    >>> tier_names(["county", "district"])["county-district"]
    'The county and the districts'
    """
    known = sorted({*tiers, COUNCILS} - {""})
    words = {tier: _WORDS.get(tier, tier.replace("-", " ")) for tier in known}
    pairs = {pair_key(a, b): _both(*(words[tier] for tier in ranked(a, b))) for a in known for b in known}
    return {**words, **pairs}


def _both(first: str, second: str) -> str:
    said = f"{first} among themselves" if first == second else f"{first} and {second}"
    return said[0].upper() + said[1:]
