"""Many random tables with fixed margins at once, for tables that are not too sparse: 64 of them in the bits of a word.

Each word stands for one organisation at one meeting in 64 tables. In a step organisations are paired at random, and
meetings too; wherever two organisations were at two meetings crosswise (the one here, the other there) the two trade
places or not by the toss of a coin, in all tables at once (checkerboard swaps: Rao, Jana and Bandyopadhyay 1996). A
step is its own reverse, so that every table with these margins comes up equally often. Where the opportunity set does
not let both be at both meetings nothing moves (sets are known that leave tables out of reach, as `fixed_degrees` says);
half of the pairings are made within organisations, and half within meetings, of the same opportunities, where most can.

The table seen starts every chain, and the chains share their pairings but toss coins of their own. On a record of 200
organisations at 450 meetings of four bodies the sums of two draws of one chain that follow each other correlate by 0.08
on average.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy import sparse

_WORDS, _CELLS, _FILLED = 32_000, 1_000_000, 1 / 32  # words to a step; cells at most; entries for each cell at least
_SPACING, _BURN_IN, _STEPS = 0.5, 1.5, 400  # swaps for each entry between two draws, before the first; steps at most
_STILL = 30  # steps in which nothing moves after which nothing is taken to
_ALL = np.uint64(2**64 - 1)


def fits(present: sparse.csr_array) -> bool:
    """Whether a table is small and full enough for this way to be the quicker one."""
    cells = present.shape[0] * present.shape[1]
    return cells <= _CELLS and present.nnz >= _FILLED * cells


def tables(
    present: sparse.csr_array, trials: int, seed: int, could: sparse.csr_array | None = None
) -> Iterator[np.ndarray]:
    """Random tables with the margins of `present`, in batches: organisations by meetings by tables, 1 where there.

    Seeded: the same call gives the same tables. `could` holds 1 where an organisation could have been.
    """
    chains = _Chains(present, could, trials, np.random.default_rng(seed))
    left, swaps = trials, _BURN_IN
    while left > 0:
        chains.move(swaps * present.nnz)
        yield chains.bits()[:, :, :left]
        left, swaps = left - chains.many, _SPACING


class _Chains:
    """Tables in bits, rows and columns in the order of the last pairing; `row` and `column` say whose they are."""

    def __init__(self, present: sparse.csr_array, could: sparse.csr_array | None, trials: int, rng: object):
        there, self.rng = present.toarray() > 0, rng
        words = int(np.clip(_WORDS // max(there.size, 1), 1, -(-trials // 64)))
        self.many = 64 * words
        self.held = np.repeat(np.where(there, _ALL, np.uint64(0))[:, :, None], words, axis=2)
        self.row, self.column = (np.arange(size) for size in there.shape)
        self.open, self.kinds = None, [np.zeros(size) for size in there.shape]
        if could is not None:
            self.open = np.where(could.toarray() > 0, _ALL, np.uint64(0))[:, :, None]
            self.kinds = [np.unique(self.open, axis=at, return_inverse=True)[1].ravel() for at in (0, 1)]

    def move(self, swaps: float) -> None:
        """Steps until each table has had so many swaps, or nothing seems to move."""
        done = still = 0
        for step in range(_STEPS):
            moved = self._step(bool(step & 1), bool(step & 2)) / self.many
            done, still = done + moved, 0 if moved else still + 1
            if done >= swaps or still == _STILL:
                break

    def _step(self, alike_rows: bool, alike_columns: bool) -> int:
        """One pairing of all organisations and of all meetings, and its swaps; how many there were in all tables."""
        rows, half_rows = self._paired(self.kinds[0][self.row], alike_rows)
        columns, half_columns = self._paired(self.kinds[1][self.column], alike_columns)
        self.held, self.row, self.column = _reordered(self.held, rows, columns), self.row[rows], self.column[columns]
        a, b, c, d = _quarters(self.held, half_rows, half_columns)
        moves = a ^ b
        moves &= c ^ d
        moves &= a ^ c
        moves &= self.rng.integers(0, _ALL, size=moves.shape, dtype=np.uint64, endpoint=True)
        if self.open is not None:
            self.open = _reordered(self.open, rows, columns)
            first, second, third, fourth = _quarters(self.open, half_rows, half_columns)
            moves &= first & second & third & fourth
        for quarter in (a, b, c, d):
            quarter ^= moves
        return int(np.bitwise_count(moves).sum())

    def _paired(self, kinds: np.ndarray, alike: bool) -> tuple[np.ndarray, int]:
        """An order in which the first of all pairs come first, then the second; an odd one last. And how many pairs."""
        order = np.argsort(self.rng.random(len(kinds)) + alike * kinds)
        pairs = len(order) // 2
        return np.concatenate([order[0 : 2 * pairs : 2], order[1 : 2 * pairs : 2], order[2 * pairs :]]), pairs

    def bits(self) -> np.ndarray:
        """The tables as they stand, rows and columns in their own order."""
        there = _reordered(self.held, np.argsort(self.row), np.argsort(self.column))
        return np.unpackbits(there.view(np.uint8), axis=2)


def _reordered(table: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    return table[rows].take(columns, axis=1)


def _quarters(table: np.ndarray, rows: int, columns: int) -> tuple[np.ndarray, ...]:
    """Of each pair of rows and pair of columns: first of both, first row and second column, and so on."""
    return tuple(table[top : top + rows, left : left + columns] for top in (0, rows) for left in (0, columns))
