"""The bipartite configuration model: the chance that each organisation is at each meeting, from degrees alone.

Under it each organisation keeps, on average, its number of meetings and each meeting its size; who met whom is
otherwise left to chance within the opportunity set (Neal 2014; Saracco and others 2015 for the probabilities).
Organisations with the same opportunities and the same number of meetings have the same chances, so the model is solved
on classes of organisations and of meetings, however many there are of each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from leadnet.network.one_thread import product

_TOLERANCE, _ROUNDS = 1e-12, 200


@dataclass(frozen=True)
class DegreeModel:
    """Fitted chances by class. Organisation i is at meeting k with chance p[row_class[i], column_class[k]].

    columns: meetings in each class; rows: organisations in each class; open: where a class could be.
    """

    row_class: np.ndarray
    column_class: np.ndarray
    rows: np.ndarray
    columns: np.ndarray
    open: np.ndarray
    p: np.ndarray

    def expected(self) -> np.ndarray:
        """Meetings together by chance, for each pair of classes of organisations."""
        return product(self.p * self.columns, self.p.T)

    def excess(self) -> float:
        """How far a pair's meetings by chance lie, on average, above those of any table with these sizes of meetings,
        in standard deviations of the pair.

        The model lets a meeting vary in size, which makes its pairs more by chance than they are: (sum of squares of
        size - sum of p squared) / 2 and not size (size - 1) / 2. It grows with the root of the number of meetings: over
        about a quarter a verdict of less comes too easily, and that of more too seldom. Of 40 organisations, 8 at a
        meeting, it is 0.25 at 200 meetings (p_lower still cautious: at or below .05 in 2.4 of 100 pairs), 0.56 at 1,000
        (7.9 of 100) and 1.3 at 5,000 (34 of 100); p_upper is cautious throughout (benchmarks.calibration).
        """
        pairs = self.rows.sum() * (self.rows.sum() - 1) / 2
        sizes, squares = ((self.rows[:, None] * part).sum(axis=0) for part in (self.p, self.p**2))
        expected = (self.columns * (sizes**2 - squares)).sum() / 2
        above = (self.columns * (sizes - squares)).sum() / 2
        return float(above / np.sqrt(expected * pairs)) if expected > 0 else 0.0

    def shared(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """The chance that classes a and b share a meeting of its very size, pairs by classes of meetings.

        p_a p_b - v_a v_b U / (U² - sum of v²), v = p (1 - p), U the sum of v over everybody: of a meeting whose size is
        fixed one who comes takes a place (Hájek 1964, scaled so that a meeting of s holds s (s - 1) / 2 pairs).
        """
        v = self.p * (1 - self.p)
        all_, squares = ((self.rows[:, None] * part).sum(axis=0) for part in (v, v**2))
        left = all_**2 - squares
        scale = np.divide(all_, left, out=np.zeros(len(left)), where=left > _TOLERANCE)
        return np.maximum(self.p[a] * self.p[b] - v[a] * v[b] * scale, 0.0)

    def chances(self) -> np.ndarray:
        """Organisations by meetings in full: for small tables and for drawing at random."""
        return self.p[self.row_class][:, self.column_class]


def fit(seen: sparse.csr_array, could: sparse.csr_array | None = None) -> DegreeModel:
    """The maximum-likelihood chances p = xy / (1 + xy) where an organisation could be, else 0.

    seen, could: organisations by meetings with 1 in each entry held; seen within could; without `could` everyone could
    be everywhere. The expected number of meetings of each organisation and the expected size of each meeting equal
    those seen (error below 1e-12 for each unit). Organisations at every meeting they could be at, or at none, and
    meetings likewise, are certain (p 1 or 0).
    """
    degrees = np.diff(seen.indptr), np.bincount(seen.indices, minlength=seen.shape[1])
    both = [None, None] if could is None else [could.tocsr(), could.tocsc()]
    (first_row, row_class, rows), (first_column, column_class, columns) = (
        _classes(degree, pattern) for degree, pattern in zip(degrees, both, strict=True)
    )
    if could is None:
        open_ = np.ones((len(rows), len(columns)), dtype=bool)
    else:
        open_ = could.tocsr()[first_row][:, first_column].toarray() > 0
    wanted = degrees[0][first_row].astype(float), degrees[1][first_column].astype(float)
    return DegreeModel(row_class, column_class, rows, columns, open_, _settled(open_, wanted, (rows, columns)))


def _classes(degree: np.ndarray, could: sparse.csr_array | None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """First member, class of each, and size of each class: the same degree and the same opportunities."""
    pattern = np.zeros(len(degree), dtype=int)
    if could is not None:
        numbers: dict[bytes, int] = {}
        could.sort_indices()
        for at in range(len(degree)):
            held = could.indices[could.indptr[at] : could.indptr[at + 1]].tobytes()
            pattern[at] = numbers.setdefault(held, len(numbers))
    key = pattern * (int(degree.max(initial=0)) + 1) + degree
    _, first, of, size = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
    return first, of, size.astype(float)


def _settled(open_: np.ndarray, wanted: tuple, many: tuple) -> np.ndarray:
    """The chances, those that are certain first: classes that are wherever they could be, or nowhere."""
    p, left, wanted = np.zeros(open_.shape), open_.copy(), [wanted[0].copy(), wanted[1].copy()]
    closing = True
    while closing:
        closing = False
        for axis in (0, 1):
            grid, certain = (left, p) if axis == 0 else (left.T, p.T)  # views: what is settled is settled in both
            room = grid @ many[1 - axis]
            full, none = (room > 0) & (wanted[axis] >= room), (room > 0) & (wanted[axis] <= 0)
            certain[full] = np.where(grid[full], 1.0, certain[full])
            wanted[1 - axis] -= many[axis][full] @ grid[full]
            wanted[axis][full] = 0
            grid[full | none] = False
            closing |= bool((full | none).any())
    some = np.ix_(left.any(axis=1), left.any(axis=0))
    if left.any():
        solved = _solve(left[some], *(w[s.ravel()] for w, s in zip(wanted, some, strict=True)),
                        *(n[s.ravel()] for n, s in zip(many, some, strict=True)))  # fmt: skip
        p[some] = np.where(left[some], solved, p[some])
    return p


def _solve(open_: np.ndarray, row: np.ndarray, column: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Newton on the logits a + b of the likelihood, which is concave; steps are cut short when they overshoot."""
    total = np.sqrt(max((rows * row).sum(), 1.0))
    a, b = np.log(row / total), np.log(column / total)
    best = np.inf
    for _ in range(_ROUNDS):
        p = _chances(a, b, open_)
        short = row - (p * columns).sum(axis=1), column - (rows[:, None] * p).sum(axis=0)
        error = max((np.abs(short[0]) / np.maximum(row, 1)).max(), (np.abs(short[1]) / np.maximum(column, 1)).max())
        if error < _TOLERANCE or (error < 100 * _TOLERANCE and error >= best):  # rounding lets it come no nearer
            break
        best = min(best, error)
        spread = rows[:, None] * p * (1 - p) * columns
        step_a, step_b = _newton_step(spread, rows * short[0], columns * short[1])
        cut = min(1.0, 4.0 / max(np.abs(step_a).max(), np.abs(step_b).max(), 1e-300))
        a, b = a + cut * step_a, b + cut * step_b
    return _chances(a, b, open_)


def _chances(a: np.ndarray, b: np.ndarray, open_: np.ndarray) -> np.ndarray:
    return np.where(open_, 1 / (1 + np.exp(-np.clip(a[:, None] + b, -40, 40))), 0.0)


def _newton_step(spread: np.ndarray, missing_a: np.ndarray, missing_b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The solution of [[A, S], [S', B]] step = missing, A and B diagonal: the longer side is eliminated."""
    if spread.shape[0] < spread.shape[1]:
        return _newton_step(spread.T, missing_b, missing_a)[::-1]
    diagonal_a, diagonal_b = (np.maximum(spread.sum(axis=axis), 1e-200) for axis in (1, 0))
    scale = 1 / np.sqrt(diagonal_b)
    inner = (np.diag(diagonal_b) - product(spread.T, spread / diagonal_a[:, None])) * scale * scale[:, None]
    right = (missing_b - (spread * (missing_a / diagonal_a)[:, None]).sum(axis=0)) * scale
    step_b = np.linalg.lstsq(inner, right, rcond=None)[0] * scale  # a common factor of x and 1/y is free
    return (missing_a - (spread * step_b).sum(axis=1)) / diagonal_a, step_b
