"""The bipartite configuration model where nearly nobody could be nearly anywhere: the study's model, kept sparse.

The same chances p = xy / (1 + xy) as the study's degree model, within the opportunity set; here a chance is held only
for an organisation and a class of meetings it could be at, and the Newton step is found by conjugate gradients.
"""

from __future__ import annotations

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
        return np.bincount(self.rows, self.open.data, self.open.shape[0])


def sparse_fit(margins: Margins) -> np.ndarray:
    """The maximum-likelihood chance of each entry of `margins.open`, in its order (0 to 1).

    Expected meetings of each organisation and expected size of each meeting equal those seen (relative error below
    1e-10). An organisation at every meeting it could be at, or at none, and a meeting likewise, is certain.

    >>> both = Margins(sparse.csr_array([[1.0, 1.0], [1.0, 1.0]]), np.array([2.0, 2.0]), np.array([1.0, 1.0]))
    >>> sparse_fit(both).round(9).tolist()
    [0.5, 0.5, 0.5, 0.5]
    """
    p, left, row, column = _settled(margins)
    if left.any():
        p[left] = _solved(margins.rows[left], margins.open.indices[left], margins.many, row, column)
    return p


def _settled(margins: Margins) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Chances that are certain; the entries left open; what rows and columns are still to reach over them."""
    at, many = (margins.rows, margins.open.indices), margins.many.astype(float)
    wanted, weight = [margins.attended.astype(float), margins.sizes.astype(float)], (many[at[1]], None)
    p, left, closing = np.zeros(margins.open.nnz), np.ones(margins.open.nnz, bool), True
    while closing:
        closing = False
        for axis in (0, 1):
            size = len(wanted[axis])
            room = np.bincount(at[axis][left], None if weight[axis] is None else weight[axis][left], size)
            full, none = (room > 0) & (wanted[axis] >= room), (room > 0) & (wanted[axis] <= 0)
            sure = np.flatnonzero(left & full[at[axis]])
            p[sure] = 1.0
            other = None if axis == 0 else weight[0][sure]
            wanted[1 - axis] -= np.bincount(at[1 - axis][sure], other, len(wanted[1 - axis]))
            wanted[axis][full] = 0
            left &= ~(full | none)[at[axis]]
            closing |= bool((full | none).any())
    return p, left, *wanted


def _solved(rows: np.ndarray, columns: np.ndarray, many: np.ndarray, row: np.ndarray, column: np.ndarray) -> np.ndarray:
    """Newton on the logits a + b of the likelihood, which is concave; steps are cut short when they overshoot."""
    indptr = np.searchsorted(rows, np.arange(len(row) + 1))
    total = np.sqrt(max(row.sum(), 1.0))
    a, b = (np.log(np.maximum(part, 1e-9) / total) for part in (row, column))
    best, p = np.inf, np.empty(len(rows))
    chances = sparse.csr_array((p, columns, indptr), shape=(len(row), len(column)))
    for _ in range(_ROUNDS):
        for at in range(0, len(p), _AT_ONCE):
            held = slice(at, at + _AT_ONCE)
            p[held] = 1 / (1 + np.exp(-np.clip(a[rows[held]] + b[columns[held]], -40, 40)))
        short = (row - chances @ many, column - chances.T @ np.ones(len(row)))
        error = max((np.abs(part) / np.maximum(of, 1)).max() for part, of in zip(short, (row, column), strict=True))
        if error < _TOLERANCE or (error < 10 * _TOLERANCE and error >= best):  # rounding lets it come no nearer
            break
        best = min(best, error)
        spread = sparse.csr_array((p * (1 - p), columns, indptr), shape=chances.shape)
        step_a, step_b = _step(spread, many, short[0], many * short[1], float(np.clip(error, _COARSE, 0.1)))
        cut = min(1.0, 4.0 / max(np.abs(step_a).max(), np.abs(step_b).max(), 1e-300))
        a, b = a + cut * step_a, b + cut * step_b
    return p


def _step(
    spread: sparse.csr_array, many: np.ndarray, missing_a: np.ndarray, missing_b: np.ndarray, exact: float
) -> tuple[np.ndarray, np.ndarray]:
    """The solution of [[A, SM], [MS', B]] step = missing, A, B and M (many) diagonal: meetings eliminated, the rest by
    conjugate gradients to a relative error of `exact`. A common factor of x and 1/y is free in each piece of a country.
    """
    across = spread.T
    diagonal_a, diagonal_b = (np.maximum(of, 1e-200) for of in (spread @ many, many * spread.sum(axis=0)))
    square = sparse.csr_array((spread.data**2, spread.indices, spread.indptr), shape=spread.shape)
    scale = np.maximum(diagonal_a - square @ (many**2 / diagonal_b), 1e-9 * diagonal_a)
    del square
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
