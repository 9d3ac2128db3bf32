"""Meetings together of pairs of tiers, meeting by meeting: as seen, and what chance gives with its variance.

Chance keeps every organisation's number of meetings and every meeting's size (FDSM). Its moments are taken from the
chances p of the degree model (SDSM), held to those margins to the second order: exact enough to order pieces of a
record by what they would change and to draw intervals; the test itself is the network's, by drawing tables.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import combinations_with_replacement
from typing import NamedTuple

import numpy as np
from scipy import stats

from leadnet.measures.tiers import Record

_SEED, _TIMES, _ROUNDS = 20261123, 1000, 25


class Sums(NamedTuple):
    """Meetings together of one pair of tiers: at each meeting as seen and by chance, and the variance of the whole."""

    together: np.ndarray
    expected: np.ndarray
    variance: float


def sums_of(found: Record, chance: np.ndarray, among: Collection | None = None) -> dict[tuple[str, str], Sums]:
    """`sums` of every pair of tiers of a record (in order of names), less the times two were kept from meeting;
    of some pairs only, where `among` names them."""
    present, names = found.present.toarray(), sorted(set(found.tiers.tolist()) - {""})
    held = {
        pair: sums(present, chance, found.tiers == pair[0], found.tiers == pair[1])
        for pair in combinations_with_replacement(names, 2)
        if among is None or pair in among
    }
    for a, b, meeting in found.apart.tolist():
        pair = tuple(sorted((found.tiers[a], found.tiers[b])))
        if pair in held:
            held[pair].together[meeting] -= 1
    return held


def sums(present: np.ndarray, chance: np.ndarray, first: np.ndarray, second: np.ndarray) -> Sums:
    """Pairs that met at each meeting, one of each of two tiers (rows marked by first and second) or two of one tier.

    With p the chances, v = p (1 - p), and S, V their sums over a tier at a meeting: by chance S T less V W / U, U being
    the sum of v over everybody there, for a meeting's size is fixed (one tier: half of S² - Σp², less half of
    (V² - Σv²) / U). The variance is that of the products, V W, and of the linear part: v times the square of what is
    left of its weights when those of rows and of columns are taken out (weighted least squares).

    >>> one = np.array([True, False]), np.array([False, True])
    >>> found = sums(np.array([[1, 1], [1, 0]]), np.array([[1.0, 1.0], [0.5, 0.5]]), *one)
    >>> found.together.tolist(), found.expected.tolist(), round(found.variance, 9)
    ([1, 0], [0.5, 0.5], 0.0)
    """
    v, same = chance * (1 - chance), np.array_equal(first, second)
    n, m = (present[tier].sum(axis=0).astype(int) for tier in (first, second))
    s, t = (chance[tier].sum(axis=0) for tier in (first, second))
    product = v[first].sum(axis=0) * v[second].sum(axis=0)
    if same:
        product = (product - (v[first] ** 2).sum(axis=0)) / 2
    mean = (s**2 - (chance[first] ** 2).sum(axis=0)) / 2 if same else s * t
    held = np.divide(product, v.sum(axis=0), out=np.zeros(len(product)), where=v.sum(axis=0) > 1e-12)
    weight = np.where(first[:, None], t, 0.0) + np.where(second[:, None] & ~first[:, None], s, 0.0)
    weight = weight - np.where(first[:, None], chance, 0.0) if same else weight
    variance = product.sum() + (v * _left(weight, v) ** 2).sum()
    return Sums(n * (n - 1) // 2 if same else n * m, np.maximum(mean - held, 0), float(variance))


def _left(weight: np.ndarray, v: np.ndarray) -> np.ndarray:
    """What rows and columns do not explain of the weights."""
    rows, columns = (np.maximum(v.sum(axis=axis, keepdims=True), 1e-12) for axis in (1, 0))
    left = weight
    for _ in range(_ROUNDS):
        left = left - (v * left).sum(axis=1, keepdims=True) / rows
        left = left - (v * left).sum(axis=0, keepdims=True) / columns
    return left


def could_show(found: Record, tier_a: str, tier_b: str, spread: tuple[float, float], level: float) -> bool:
    """Whether the most or the fewest meetings the two tiers could have shared, each organisation being at as many as it
    was, lie further from chance than the level allows (by the normal law with mean and variance `spread`).
    """
    mean, variance = spread
    a, b = (np.flatnonzero(found.tiers == tier) for tier in (tier_a, tier_b))
    seen, open_ = (table.astype(int).toarray() for table in (found.present, found.could))
    mine, theirs, both = seen[a] @ open_[b].T, open_[a] @ seen[b].T, open_[a] @ open_[b].T
    least, most = np.maximum(mine + theirs - both, 0), np.minimum(mine, theirs)
    if tier_a == tier_b:
        least, most = np.triu(least, 1), np.triu(most, 1)
    reach = stats.norm.ppf(1 - level / 2) * np.sqrt(variance)
    return variance > 1e-9 and bool(most.sum() - mean >= reach or mean - least.sum() >= reach)


def resampled(together: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """The ratio of meetings together to those by chance in each of a thousand records of meetings drawn again with
    replacement (percentile bootstrap, Efron 1979; seed fixed); NaN where chance gives none.

    >>> resampled(np.array([2, 2]), np.array([1.0, 1.0])).max().item()
    2.0
    """
    drawn = _drawn_again(len(together))
    by_chance = drawn @ expected
    return np.divide(drawn @ together, by_chance, out=np.full(_TIMES, np.nan), where=by_chance > 0)


@lru_cache(maxsize=4)
def _drawn_again(size: int) -> np.ndarray:
    """How often each of so many meetings is drawn, in each of a thousand records."""
    drawn = np.random.default_rng(_SEED).multinomial(size, np.full(size, 1 / size), size=_TIMES)
    return drawn.astype(float)
