"""Ties tested against chance: the stochastic degree sequence model, with exact Poisson-binomial p-values.

Under the null each organisation keeps, on average, its number of meetings and each meeting its size; who met whom is
otherwise left to chance within the opportunity set (Neal 2014; Saracco and others 2015 for the probabilities).
"""

from __future__ import annotations

import numpy as np


def fit(seen: np.ndarray, could: np.ndarray, tolerance: float = 1e-11, rounds: int = 200) -> np.ndarray:
    """Probability that each organisation is at each meeting: p = xy / (1 + xy) where it could be, else 0.

    seen, could: boolean, organisations by meetings; seen within could. The expected number of meetings of each
    organisation and the expected size of each meeting equal those seen (largest error below `tolerance`).
    Organisations at every meeting they could be at, or at none, and meetings likewise, are certain (p 1 or 0).
    """
    p, open_ = np.where(seen & could, 1.0, 0.0), could.copy()
    while _settle_certain(p, open_, seen):
        pass
    rows, columns = open_.any(axis=1), open_.any(axis=0)
    if rows.any():
        block = np.ix_(rows, columns)
        p[block] = np.where(open_[block], _solve(seen[block] & open_[block], open_[block], tolerance, rounds), p[block])
    return p


def _settle_certain(p: np.ndarray, open_: np.ndarray, seen: np.ndarray) -> bool:
    """Close rows and columns whose open cells are all full or all empty; whether any was closed."""
    closed = np.zeros_like(open_)
    for axis in (0, 1):
        count, full = open_.sum(axis=axis, keepdims=True), (seen & open_).sum(axis=axis, keepdims=True)
        certain = (count > 0) & ((full == 0) | (full == count))
        closed |= open_ & certain
    p[closed] = seen[closed]
    open_ &= ~closed
    return bool(closed.any())


def _solve(seen: np.ndarray, open_: np.ndarray, tolerance: float, rounds: int) -> np.ndarray:
    """Newton on the logits a_i + b_k of the likelihood, which is concave; steps are halved when they overshoot."""
    n, m = seen.shape
    wanted = np.concatenate([seen.sum(axis=1), seen.sum(axis=0)]).astype(float)
    at = np.zeros(n + m)
    for _ in range(rounds):
        p = _probability(at, n, open_)
        missing = wanted - np.concatenate([p.sum(axis=1), p.sum(axis=0)])
        if np.abs(missing).max() < tolerance:
            return p
        spread = p * (1 - p)
        slope = np.block([[np.diag(spread.sum(axis=1)), spread], [spread.T, np.diag(spread.sum(axis=0))]])
        step = np.linalg.lstsq(slope, missing, rcond=None)[0]  # a common factor of x and 1/y is free
        at = at + step * min(1.0, 4.0 / max(np.abs(step).max(), 1e-12))
    return _probability(at, n, open_)


def _probability(at: np.ndarray, n: int, open_: np.ndarray) -> np.ndarray:
    return np.where(open_, 1 / (1 + np.exp(-np.clip(at[:n, None] + at[None, n:], -40, 40))), 0.0)


def law(chances: np.ndarray) -> np.ndarray:
    """Poisson-binomial law: the probability of 0, 1, … meetings together, meetings being independent.

    >>> law(np.array([0.5, 0.5])).tolist()
    [0.25, 0.5, 0.25]
    """
    found = np.array([1.0])
    for chance in chances[chances > 0]:
        found = np.convolve(found, (1 - chance, chance))
    return found


def tails(together: int, chances: np.ndarray) -> tuple[float, float, float, float]:
    """p_upper (as many or more), p_lower (as few or fewer), and the chance of the most and of the fewest possible.

    A meeting at which both are certain to be is shared for sure, so fewer than those were never possible.
    """
    found = law(chances)
    possible = found[found > 0]
    upper = float(found[together:].sum()) if together < len(found) else 0.0
    return min(1.0, upper), min(1.0, float(found[: together + 1].sum())), float(possible[-1]), float(possible[0])


def benjamini_hochberg(p: np.ndarray) -> np.ndarray:
    """q-values: the smallest false discovery rate at which each p is still found (Benjamini and Hochberg 1995).

    >>> benjamini_hochberg(np.array([0.01, 0.5, 0.02])).round(3).tolist()
    [0.03, 0.5, 0.03]
    """
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    q = np.empty(len(p))
    q[order] = np.minimum.accumulate(scaled[::-1])[::-1]
    return np.minimum(q, 1.0)
