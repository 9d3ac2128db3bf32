"""Core and periphery in the discrete form of Borgatti and Everett (1999)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from leadnet.network.one_thread import product

_EVERY = 18  # up to so many organisations every set is looked at
_STARTS = 7  # of a climb: cores of different sizes


@dataclass(frozen=True)
class Core:
    """The best core found: correlation with the pattern (NaN where nothing varies), and its members (rows)."""

    correlation: float
    members: tuple[int, ...]


def core(ties: np.ndarray, either: bool = False, every: int = _EVERY) -> Core:
    """The core whose pattern correlates best (Pearson, over pairs) with the matrix.

    The pattern is 1 where both of a pair are in the core; with `either`, where at least one is. Up to `every`
    organisations the true optimum; beyond, the best of climbs from the best-tied organisations, one in or out
    at a time. Of equal sets the first in order is taken.
    """
    size, weights = len(ties), np.asarray(ties, dtype=float)
    weights = weights - np.diag(np.diag(weights))
    pairs = weights[np.triu_indices(size, 1)]
    if size < 2 or not pairs.std():
        return Core(np.nan, ())
    scorer = _Scorer(weights, pairs, either)
    chosen = scorer.best_of_all() if size <= every else scorer.climbed()
    return Core(float(scorer.score(chosen[None])[0]), tuple(np.flatnonzero(chosen).tolist()))


@dataclass(frozen=True)
class _Scorer:
    weights: np.ndarray
    pairs: np.ndarray
    either: bool

    @cached_property
    def _moments(self) -> tuple[float, float, float]:
        return float(self.pairs.sum()), float(self.pairs.mean()), float(self.pairs.std())

    def score(self, sets: np.ndarray) -> np.ndarray:
        """The correlation of each set (a row of booleans)."""
        inner = (~sets if self.either else sets).astype(float)
        within = np.einsum("si,si->s", product(inner, self.weights), inner) / 2
        return self._correlation(inner.sum(axis=1), within)

    def _correlation(self, number: np.ndarray, within: np.ndarray) -> np.ndarray:
        """From the number of organisations in the block of one kind, and the weight within it."""
        (sum_, mean, deviation), total, block = self._moments, len(self.pairs), number * (number - 1) / 2
        if self.either:  # the pattern is everything but the block of the periphery
            block, within = total - block, sum_ - within
        share = block / total
        spread = np.sqrt(share * (1 - share)) * deviation
        above = within / total - share * mean
        return np.divide(above, spread, out=np.full(len(share), -np.inf), where=spread > 1e-12)

    def best_of_all(self) -> np.ndarray:
        """Every set, built up one organisation at a time: a set's weight is that without its last, and the last's."""
        size = len(self.weights)
        number, within = np.zeros(1), np.zeros(1)
        for last in range(size):
            to_last = np.zeros(1)
            for before in range(last):
                to_last = np.concatenate([to_last, to_last + self.weights[last, before]])
            number, within = np.concatenate([number, number + 1]), np.concatenate([within, within + to_last])
        at = int(np.argmax(np.round(self._correlation(number, within), 12)))
        chosen = (at >> np.arange(size) & 1).astype(bool)
        return ~chosen if self.either else chosen

    def climbed(self) -> np.ndarray:
        order = np.argsort(-self.weights.sum(axis=1), kind="stable")
        place = np.argsort(order)
        starts = place[None, :] < np.arange(1, len(order))[:, None]
        best = int(np.argmax(self.score(starts)))
        first = {best, *np.linspace(0, len(starts) - 1, _STARTS).astype(int).tolist()}
        ends = np.array([self._climb(starts[at]) for at in sorted(first)])
        return ends[int(np.argmax(np.round(self.score(ends), 12)))]

    def _climb(self, chosen: np.ndarray) -> np.ndarray:
        """The best single move in or out of the block, again and again, while one helps."""
        block = ~chosen if self.either else chosen.copy()
        toward = self.weights[block].sum(axis=0)
        while True:
            number, step, within = block.sum(), np.where(block, -1, 1), toward[block].sum() / 2
            now = self._correlation(np.array([number]), np.array([within]))[0]
            found = self._correlation(number + step, within + step * toward)
            best = int(np.argmax(found))
            if found[best] <= now + 1e-12:
                return ~block if self.either else block
            toward += step[best] * self.weights[best]
            block[best] ^= True
