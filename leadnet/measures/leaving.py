"""How far a pair of tiers would move from chance if one meeting, organisation or person were left out: estimates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from leadnet.measures.cells import cells
from leadnet.measures.tier_sums import Sums
from leadnet.measures.tiers import Record


class Left(NamedTuple):
    """Pieces of one kind (meeting, organisation, person); the meetings together of two tiers without each, these by
    chance, and the standard score."""

    kind: str
    pieces: list[str]
    together: np.ndarray
    expected: np.ndarray
    scores: np.ndarray


def score(held: Sums, together: np.ndarray | float = 0.0, expected: np.ndarray | float = 0.0) -> np.ndarray | float:
    """(T - E) / sd of meetings together, less what is left out; the variance shrinks as the expectation does.

    >>> score(Sums(np.array([5, 4]), np.array([3.0, 3.0]), 9.0)).item()
    1.0
    """
    seen, mean = held.together.sum(), held.expected.sum()
    share = np.maximum(1 - expected / max(mean, 1e-12), 1e-9)
    return (seen - together - mean + expected) / np.sqrt(max(held.variance, 1e-12) * share)


def left_out(
    found: Record, chance: np.ndarray, pair: tuple[str, str], held: Sums, seats: pd.DataFrame
) -> Iterator[Left]:
    """The standard score without each meeting, each organisation and each person of two tiers, to the first order.

    `seats`: org_id, meeting_id, person_id of those in the room. An organisation without which no pair is left is passed
    over. A person counts where nobody else came from the
    organisation; its chances fall by as much as its meetings.
    """
    first, second = (found.tiers == tier for tier in pair)
    present = found.present.toarray()
    seen, by_chance = (_others(table, first, second) for table in (present, chance))
    yield _left("meeting", found.meetings, held, held.together, held.expected)
    together, expected = (present * seen).sum(axis=1), (chance * by_chance).sum(axis=1)
    orgs, of = np.unique([org for org, _ in found.units], return_inverse=True)
    mine = first | second
    both = [np.bincount(of, weights=np.where(mine, each, 0)) for each in (together, expected)]
    enough = {tier: (found.tiers == tier).sum() > (2 if pair[0] == pair[1] else 1) for tier in pair}
    left = np.bincount(of, weights=[enough.get(tier, False) for tier in found.tiers]) > 0
    here = np.bincount(of, weights=mine) > 0
    yield _left("organisation", orgs[left].tolist(), held, both[0][left], both[1][left])
    rows, columns, people, names = _alone(found, seats[seats["org_id"].isin(set(orgs[here].tolist()))])
    lost = np.bincount(people, weights=seen[rows, columns], minlength=len(names))
    meetings = np.maximum(present.sum(axis=1), 1)
    fewer = np.bincount(people, weights=(expected / meetings)[rows], minlength=len(names))
    yield _left("person", names, held, lost, fewer)


def _left(kind: str, pieces: list[str], held: Sums, lost: np.ndarray, fewer: np.ndarray) -> Left:
    scores = score(held, lost, fewer)
    return Left(kind, pieces, held.together.sum() - lost, held.expected.sum() - fewer, scores)


def _others(table: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Of each unit at each meeting, the sum over those it is paired with."""
    n, m = table[first].sum(axis=0), table[second].sum(axis=0)
    if np.array_equal(first, second):
        return np.where(first[:, None], n - table, 0)
    return np.where(first[:, None], m, 0) + np.where(second[:, None], n, 0)


def _alone(found: Record, seats: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[str]]:
    """Where one person alone puts a unit in the room: rows, columns, the number of the person; and the people."""
    one = seats.drop_duplicates(["org_id", "meeting_id", "person_id"])
    names = sorted(set(one["person_id"]))
    one = one[~one.duplicated(["org_id", "meeting_id"], keep=False)]
    number, column = ({each: at for at, each in enumerate(ids)} for ids in (names, found.meetings))
    entries = found.present.tocoo()
    unit = {(found.units[row][0], at): row for row, at in zip(entries.row.tolist(), entries.col.tolist(), strict=True)}
    held = [
        (unit[org, column[meeting]], column[meeting], number[person])
        for org, meeting, person in cells(one, "org_id", "meeting_id", "person_id")
    ]
    rows, columns, people = np.array(held, dtype=int).reshape(-1, 3).T
    return rows, columns, people, names
