"""Which meetings a pair of organisations shared: both in the room, by different people, for the same item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from leadnet.network.incidence import Incidence, incidence
from leadnet.network.projection import pairs_together, weights
from leadnet.network.two_mode import in_room
from leadnet.study import cited, joined, shares_item, split

CITED_TIES = 100_000  # beyond so many ties the lines are given pair by pair, by `meetings_behind`


def meetings_together(there: pd.DataFrame) -> pd.DataFrame:
    """The projection: meetings at which both of a pair were in the room, by different people who shared an item.

    Columns organisation_a, organisation_b, together, apart (meetings at which both were in the room and did not meet:
    one joint post for both, or no item shared), cites (blank from 100,000 ties on: see `meetings_behind`); every pair
    of organisations ever in the room has a row, those that never met too.
    """
    rows = in_room(there)
    table = incidence(rows)
    a, b = np.triu_indices(len(table.organisations), 1)
    both = all_pairs(len(table.organisations), *pairs_together(table.present))
    missed = missed_each_other(rows)
    apart = _counted(table, missed)
    lines = _cites(rows, table, missed) if np.count_nonzero(both > apart) <= CITED_TIES else [""] * len(a)
    names = table.organisations
    found = {"organisation_a": names[a], "organisation_b": names[b], "together": both - apart, "apart": apart}
    return pd.DataFrame({**found, "cites": pd.Series(lines, dtype="str")})


def all_pairs(size: int, a: np.ndarray, b: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Values of some pairs spread over all pairs of `size` rows, in the order of `triu_indices`; the others are 0.

    >>> all_pairs(3, np.array([0]), np.array([2]), np.array([5])).tolist()
    [0, 5, 0]
    """
    found = np.zeros(size * (size - 1) // 2, dtype=value.dtype)
    found[pair_place(size, a, b)] = value
    return found


def pair_place(size: int, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Where pairs a < b stand among all pairs of `size` rows."""
    a = np.asarray(a, dtype=np.int64)
    return a * size - a * (a + 1) // 2 + b - a - 1


def missed_each_other(rows: pd.DataFrame) -> dict[str, set[tuple[str, str]]]:
    """By meeting, the pairs (in order) that were both in the room and did not meet.

    Only where every seat of both is tied to items or to a joint post; any other seat meets whoever is there.
    """
    shared_post = rows.groupby(["meeting_id", "head"])["org_id"].transform("nunique") > 1
    tied = (shared_post | (rows["items"] != "")).groupby([rows["org_id"], rows["meeting_id"]]).transform("all")
    found = {}
    for meeting_id, seats in rows[tied].groupby("meeting_id", sort=True):
        of = {org: list(seats.itertuples()) for org, seats in seats.groupby("org_id", sort=True)}
        found[meeting_id] = {(a, b) for a, b in combinations(of, 2) if not any(_sharing(of[a], of[b]))}
    return found


def tie_weights(rows: pd.DataFrame, pairs: pd.DataFrame) -> dict[str, np.ndarray]:
    """newman, hyperbolic and jaccard (see `weights`) of all pairs of `meetings_together`, over the meetings at which
    the two met: one at which they missed each other adds nothing.
    """
    table = incidence(rows)
    held, size = weights(table), len(table.organisations)
    found = {name: all_pairs(size, held["a"], held["b"], held[name].to_numpy()) for name in ("newman", "hyperbolic")}
    place = {pair: at for at, pair in enumerate(zip(pairs["organisation_a"], pairs["organisation_b"], strict=True))}
    sizes = dict(zip(table.events, table.sizes.tolist(), strict=True))
    for meeting, apart in missed_each_other(rows).items():
        for pair in apart:
            found["newman"][place[pair]] -= 1 / (sizes[meeting] - 1)
            found["hyperbolic"][place[pair]] -= 1 / sizes[meeting]
    for name in found:
        found[name][pairs["together"].to_numpy() == 0] = 0.0  # not what is left of rounding
    a, b = np.triu_indices(size, 1)
    either = table.attended[a] + table.attended[b] - pairs["together"] - pairs["apart"]
    return {**found, "jaccard": (pairs["together"] / either).to_numpy()}


def _sharing(mine: Sequence, theirs: Sequence) -> Iterator[tuple]:
    """The seats of two organisations at one meeting that met: different people, for the same item."""
    return ((x, y) for x in mine for y in theirs if x.head != y.head and shares_item(x.items, y.items))


def _counted(table: Incidence, missed: dict[str, set[tuple[str, str]]]) -> np.ndarray:
    size = len(table.organisations)
    place = {org: at for at, org in enumerate(table.organisations)}
    pairs = [(place[a], place[b]) for pairs in missed.values() for a, b in pairs]
    a, b = np.array(pairs, dtype=int).reshape(-1, 2).T
    return np.bincount(pair_place(size, a, b), minlength=size * (size - 1) // 2)


def _cites(rows: pd.DataFrame, table: Incidence, missed: dict[str, set[tuple[str, str]]]) -> list[str]:
    """The lines behind each pair of `triu_indices`, in the order of the meetings, each line once."""
    size = len(table.organisations)
    place = {org: at for at, org in enumerate(table.organisations)}
    columns = (rows[name].tolist() for name in ("meeting_id", "org_id", "head", "items", "cites"))
    meetings: dict[str, dict[int, list[tuple[str, str, list[str]]]]] = {}
    for meeting, org, head, items, lines in zip(*columns, strict=True):
        meetings.setdefault(meeting, {}).setdefault(place[org], []).append((head, items, lines.split()))
    found: list[list[str]] = [[] for _ in range(size * (size - 1) // 2)]
    for meeting in sorted(meetings):
        apart = {(place[a], place[b]) for a, b in missed.get(meeting, ())}
        seats = sorted(meetings[meeting].items())
        for at, (a, mine) in enumerate(seats, 1):
            first, alone = int(pair_place(size, a, 0)), len(mine) == 1
            for b, theirs in seats[at:]:
                if (a, b) not in apart:  # the usual seat, one of each, is looked at first
                    usual = alone and len(theirs) == 1
                    found[first + b].extend(mine[0][2] + theirs[0][2] if usual else _lines(mine, theirs))
    return [" ".join(dict.fromkeys(lines)) for lines in found]


def _lines(mine: Sequence[tuple], theirs: Sequence[tuple]) -> list[str]:
    """The lines of the seats that met, of (head, items, lines)."""
    shared = [(x, y) for x in mine for y in theirs if x[0] != y[0] and shares_item(x[1], y[1])]
    return [line for pair in shared for seat in pair for line in seat[2]]


def meetings_behind(there: pd.DataFrame, a: str, b: str) -> pd.DataFrame:
    """The meetings at which two organisations met, at any size: columns meeting_id, items, cites.

    items: those the two shared where either was there for some items only; blank is the whole meeting. The order of
    the two does not matter. No row: both are known or not, and never met.
    """
    rows = in_room(there)
    of = {org: {key: list(seats.itertuples()) for key, seats in rows[rows["org_id"] == org].groupby("meeting_id")}
          for org in sorted((a, b))}  # fmt: skip
    first, second = (of[org] for org in sorted((a, b)))
    found = []
    for meeting_id in sorted(first.keys() & second.keys()):
        shared = list(_sharing(first[meeting_id], second[meeting_id])) if a != b else []
        if shared:
            lines = cited(seat.cites for pair in shared for seat in pair)
            found.append((meeting_id, joined(_items(shared)), lines))
    return pd.DataFrame(found, columns=["meeting_id", "items", "cites"], dtype="str")


def _items(shared: Sequence[tuple]) -> list[str]:
    """The items two organisations shared, none named where some of both were there for the whole meeting."""
    if any(not x.items and not y.items for x, y in shared):
        return []
    each = [set(split(x.items)) & set(split(y.items)) or split(x.items or y.items) for x, y in shared]
    return sorted({item for items in each for item in items})


def items_shared(there: pd.DataFrame) -> pd.DataFrame:
    """How many items each pair shared where the record ties a seat to items: a count beside the meetings, not tested.

    Columns organisation_a, organisation_b, items, cites; only meetings at which one of the two was there for some
    items only.
    """
    rows = in_room(there)
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for _, seats in rows[rows["meeting_id"].isin(rows.loc[rows["items"] != "", "meeting_id"])].groupby("meeting_id"):
        of = {org: list(own.itertuples()) for org, own in seats.groupby("org_id", sort=True)}
        for a, b in combinations(of, 2):
            shared = list(_sharing(of[a], of[b]))
            if items := _items(shared):
                lines = cited(seat.cites for pair in shared for seat in pair)
                found.setdefault((a, b), []).append((len(items), lines))
    rows = [(*pair, sum(n for n, _ in at), cited(lines for _, lines in at)) for pair, at in sorted(found.items())]
    return pd.DataFrame(rows, columns=["organisation_a", "organisation_b", "items", "cites"])
