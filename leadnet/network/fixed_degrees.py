"""The fixed degree sequence model (FDSM): every organisation keeps exactly its meetings, every meeting its size.

Tables are drawn by global curveball trades (Strona and others 2014; Carstens and others 2018): the organisations are
paired at random, and each pair shuffles between its two the meetings that only one of them was at. A trade of all pairs
at once is a few sorts of the list of attendances, so that many chains run side by side. With an opportunity set a
meeting moves only to an organisation that could have been there; sets are known in which such trades cannot reach
every table (rings of three organisations and three meetings), none of them among bodies with standing members.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.network.meetings_shared import all_pairs, pair_place
from leadnet.network.projection import pairs_together, pairs_within

_BURN_IN, _SPACING = 30, 10  # trades of all pairs before the first table of a chain, and between two of them
_AT_ONCE = 60_000  # attendances shuffled at once
_RANDOM_BITS = 38


def drawn(
    present: sparse.csr_array, trials: int, seed: int, could: sparse.csr_array | None = None
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Random tables with the margins of `present`: arrays rows and columns, one line a table, in batches.

    Seeded: the same call gives the same tables. `could` holds 1 where an organisation could have been.
    """
    rng = np.random.default_rng(seed)
    chains = int(np.clip(_AT_ONCE // max(present.nnz, 1), 1, trials))
    start = present.tocoo()
    row, column = (np.tile(part, (chains, 1)).astype(np.int64) for part in (start.row, start.col))
    allowed = None if could is None else could.toarray() > 0
    left, trades = trials, _BURN_IN
    while left > 0:
        for _ in range(trades):
            row, column = _traded(row, column, present.shape, allowed, rng)
        yield row[:left], column[:left]
        left, trades = left - chains, _SPACING


def _traded(
    row: np.ndarray, column: np.ndarray, shape: tuple, allowed: np.ndarray | None, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """One trade of all pairs in every chain. Sorting whole numbers that hold pair, meeting and side does it all."""
    (chains, entries), (size, meetings) = row.shape, shape
    if not entries or size < 2:
        return row, column
    half = (size + 1) // 2  # one stays alone where their number is odd
    order = rng.permuted(np.tile(np.arange(2 * half), (chains, 1)), axis=1)
    seat = np.argsort(order, axis=1)[:, :size]  # organisation -> its pair and side
    mine = np.take_along_axis(seat, row, axis=1) + 2 * half * np.arange(chains)[:, None]
    key = np.sort(((mine >> 1) * meetings + column).ravel() * 2 + (mine & 1).ravel())
    pair, meeting, side = key // 2 // meetings, key // 2 % meetings, key & 1
    alone = np.ones(len(key), dtype=bool)  # at the meeting without its partner, who could have been there
    same = key[1:] >> 1 == key[:-1] >> 1
    alone[1:][same] = alone[:-1][same] = False
    if allowed is not None:
        other = order.ravel()[pair * 2 + 1 - side]
        alone[alone] = (other[alone] < size) & allowed[np.minimum(other[alone], size - 1), meeting[alone]]
    else:
        alone[alone] = order.ravel()[pair[alone] * 2 + 1 - side[alone]] < size
    shuffled = (pair[alone] << (_RANDOM_BITS + 1)) | (rng.integers(1 << _RANDOM_BITS, size=alone.sum()) << 1)
    side[alone] = np.sort(shuffled | side[alone]) & 1
    return order.ravel()[pair * 2 + side].reshape(chains, entries), meeting.reshape(chains, entries)


def fixed_degrees(
    present: sparse.csr_array, trials: int = 5000, seed: int = 20261123, could: sparse.csr_array | None = None
) -> pd.DataFrame:
    """Every pair against the FDSM: a, b (rows), together, p_upper, p_lower, error_upper, error_lower.

    p = (tables at least as extreme + 1) / (trials + 1); error is its Monte Carlo standard error, root of
    p (1 - p) / trials. For single ties only where `enough_trials` says so. Rows by rows of memory: for small tables.
    """
    size = present.shape[0]
    a, b = np.triu_indices(size, 1)
    together = all_pairs(size, *pairs_together(present))
    fewer, more = np.zeros(len(a), np.int64), np.zeros(len(a), np.int64)  # tables with fewer, with more than seen
    met = np.flatnonzero(together)
    for rows, columns in drawn(present, trials, seed, could):
        for pairs in _pairs_drawn(rows, columns, size):
            found = np.bincount(pairs, minlength=len(a))
            fewer[met] += found[met] < together[met]
            more += found > together
    as_many, as_few = trials - fewer, trials - more
    upper, lower = ((count + 1) / (trials + 1) for count in (as_many, as_few))
    return pd.DataFrame(
        {
            "a": a,
            "b": b,
            "together": together.astype(int),
            "p_upper": upper,
            "p_lower": lower,
            "error_upper": np.sqrt(upper * (1 - upper) / trials),
            "error_lower": np.sqrt(lower * (1 - lower) / trials),
        }
    )


def _pairs_drawn(rows: np.ndarray, columns: np.ndarray, size: int) -> np.ndarray:
    """The places of all pairs at all meetings, a line for each table drawn (all have meetings of the same sizes)."""
    order = np.argsort(columns, axis=1, kind="stable")
    listed = np.take_along_axis(rows, order, axis=1)  # who was at the first meeting, then at the second, and so on
    first, second = pairs_within(np.bincount(columns[0]))
    one, other = listed[:, first], listed[:, second]
    return pair_place(size, np.minimum(one, other), np.maximum(one, other))


def enough_trials(pairs: int, trials: int, level: float = 0.05) -> bool:
    """Whether the smallest p the trials can give, corrected over the pairs, stays below a tenth of the level.

    >>> enough_trials(15, 5000), enough_trials(15, 100_000)
    (False, True)
    """
    return 2 * pairs / (trials + 1) <= level / 10
