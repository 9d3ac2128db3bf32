"""The bipartite configuration model where nearly nobody could be nearly anywhere: the study's model, kept sparse.

The same chances p = xy / (1 + xy) as the study's degree model, within the opportunity set; here a chance is held only
for an organisation and a class of meetings it could be at, and the Newton step is found by conjugate gradients.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

_TOLERANCE, _ROUNDS, _INNER = 1e-11, 100, 200
_AT_ONCE = 1 << 20  # entries worked on at once: memory stays small
_COARSE = 1e-4  # a step need not be nearer than this: the next one mends it


@dataclass(frozen=True)
class Margins:
    """What the model keeps. Classes: meetings of one size with one opportunity set.

    open: organisations by classes, an entry where one could be, holding how many meetings of the class it was at; many:
    meetings of each class; sizes: organisations in the room at each of them.
    """

    open: sparse.csr_array
    many: np.ndarray
    sizes: np.ndarray

    @cached_property
    def rows(self) -> np.ndarray:
        """The organisation of each entry."""
        return np.repeat(np.arange(self.open.shape[0], dtype=np.int32), np.diff(self.open.indptr))

    @cached_property
    def attended(self) -> np.ndarray:
        """Meetings each organisation was at."""
        return _added(self.rows, self.open.shape[0], lambda held: self.open.data[held])


def sparse_fit(margins: Margins) -> np.ndarray:
    """The maximum-likelihood chance of each entry of `margins.open`, in its order (0 to 1).

    Expected meetings of each organisation and expected size of each meeting equal those seen (relative error below
    1e-10). An organisation at every meeting it could be at, or at none, and a meeting likewise, is certain.

    >>> both = Margins(sparse.csr_array([[1.0, 1.0], [1.0, 1.0]]), np.array([2.0, 2.0]), np.array([1.0, 1.0]))
    >>> sparse_fit(both).round(9).tolist()
    [0.5, 0.5, 0.5, 0.5]
    """
    certain, left, row, column = _settled(margins)
    solved = _solved(margins.rows[left], margins.open.indices[left], margins.many, row, column) if left.any() else 0.0
    p = certain.astype(float)
    p[left] = solved
    return p


def _settled(margins: Margins) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Entries whose chance is 1; those left open; what rows and columns are still to reach over them."""
    at, many = (margins.rows, margins.open.indices), margins.many.astype(float)
    wanted = [margins.attended.astype(float), margins.sizes.astype(float)]
    certain, left, closing = np.zeros(margins.open.nnz, bool), np.ones(margins.open.nnz, bool), True

    def summed(axis: int, which: np.ndarray) -> np.ndarray:
        return _added(at[axis], len(wanted[axis]),
                      lambda held: which[held] if axis else which[held] * many[at[1][held]])  # fmt: skip

    while closing:
        closing = False
        for axis in (0, 1):
            room = summed(axis, left)
            full, none = (room > 0) & (wanted[axis] >= room), (room > 0) & (wanted[axis] <= 0)
            sure = left & full[at[axis]]
            certain |= sure
            wanted[1 - axis] -= summed(1 - axis, sure)
            wanted[axis][full] = 0
            left &= ~(full | none)[at[axis]]
            closing |= bool((full | none).any())
    return certain, left, *wanted


def _added(at: np.ndarray, size: int, weight: Callable[[slice], np.ndarray]) -> np.ndarray:
    """For each number the sum of the weights of the entries that stand at it; weights are asked for block by block."""
    found = np.zeros(size)
    for held in _blocks(len(at)):
        found += np.bincount(at[held], weight(held), size)
    return found


def _solved(rows: np.ndarray, columns: np.ndarray, many: np.ndarray, row: np.ndarray, column: np.ndarray) -> np.ndarray:
    """Newton on the logits a + b of the likelihood, which is concave; steps are cut short when they overshoot."""
    indptr = np.searchsorted(rows, np.arange(len(row) + 1))
    total = np.sqrt(max(row.sum(), 1.0))
    a, b = (np.log(np.maximum(part, 1e-9) / total) for part in (row, column))
    best, p = np.inf, np.empty(len(rows))
    table = sparse.csr_array((p, columns, indptr), shape=(len(row), len(column)))
    for _ in range(_ROUNDS):
        _set_chances(p, a, b, rows, columns)
        short = (row - table @ many, column - table.T @ np.ones(len(row)))
        error = max((np.abs(part) / np.maximum(of, 1)).max() for part, of in zip(short, (row, column), strict=True))
        if error < _TOLERANCE or (error < 10 * _TOLERANCE and error >= best):  # rounding lets it come no nearer
            return p
        best = min(best, error)
        for held in _blocks(len(p)):
            p[held] *= 1 - p[held]  # in its place: the table is now of the spread
        step_a, step_b = _step(table, rows, many, short[0], many * short[1], float(np.clip(error, _COARSE, 0.1)))
        cut = min(1.0, 4.0 / max(np.abs(step_a).max(), np.abs(step_b).max(), 1e-300))
        a, b = a + cut * step_a, b + cut * step_b
    _set_chances(p, a, b, rows, columns)
    return p


def _set_chances(p: np.ndarray, a: np.ndarray, b: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> None:
    for held in _blocks(len(p)):
        p[held] = 1 / (1 + np.exp(-np.clip(a[rows[held]] + b[columns[held]], -40, 40)))


def _blocks(entries: int) -> Iterator[slice]:
    return (slice(first, first + _AT_ONCE) for first in range(0, entries, _AT_ONCE))


def _step(
    spread: sparse.csr_array,
    rows: np.ndarray,
    many: np.ndarray,
    missing_a: np.ndarray,
    missing_b: np.ndarray,
    exact: float,
) -> tuple[np.ndarray, np.ndarray]:
    """The solution of [[A, SM], [MS', B]] step = missing, A, B and M (many) diagonal: meetings eliminated, the rest by
    conjugate gradients to a relative error of `exact`. A common factor of x and 1/y is free in each piece of a country.
    """
    across = spread.T
    diagonal_a, diagonal_b = (np.maximum(of, 1e-200) for of in (spread @ many, many * spread.sum(axis=0)))
    weight = many**2 / diagonal_b
    less = _added(rows, len(diagonal_a), lambda held: spread.data[held] ** 2 * weight[spread.indices[held]])
    scale = np.maximum(diagonal_a - less, 1e-9 * diagonal_a)
    rest = missing_a - spread @ (many * missing_b / diagonal_b)
    found, way = np.zeros(len(rest)), rest / scale
    dot = rest @ way
    enough = exact**2 * dot
    for _ in range(_INNER):
        turned = diagonal_a * way - spread @ (many**2 * (across @ way) / diagonal_b)
        bend = way @ turned
        if dot <= enough or bend <= 1e-14 * (way @ (diagonal_a * way)):  # near enough, or all that is left is rounding
            break
        length = dot / bend
        found, rest = found + length * way, rest - length * turned
        after = rest @ (rest / scale)
        way, dot = rest / scale + (after / dot) * way, after
    return found, (missing_b - many * (across @ found)) / diagonal_b
