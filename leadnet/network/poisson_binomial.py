"""The exact law of meetings together: a sum of independent meetings, each shared or not (Poisson-binomial).

For two classes of organisations the law is the inverse Fourier transform of its characteristic function (Hong 2013),
found for many pairs of classes at once. The absolute error of a probability is about 1e-15, so none is given as less.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import special

from leadnet.network.degree_model import DegreeModel

FLOOR = 1e-15  # of a p-value that is not certain
_SMALL, _TERMS = 0.125, 28  # up to this chance a shared meeting's logarithm is a power series of so many terms
_AT_ONCE = 40_000  # numbers to a batch: they fit a processor's cache


def law(chances: np.ndarray) -> np.ndarray:
    """The probability of 0, 1, … meetings together, by convolution, for one pair.

    >>> law(np.array([0.5, 0.5])).tolist()
    [0.25, 0.5, 0.25]
    """
    found = np.array([1.0])
    for chance in chances[chances > 0]:
        found = np.convolve(found, (1 - chance, chance))
    return found


@dataclass(frozen=True)
class Laws:
    """The laws of pairs of classes: upper tails laid end to end, looked up by pair and number of meetings."""

    codes: np.ndarray  # the pairs held, in order: first class * classes + second class
    classes: int
    upper: np.ndarray
    start: np.ndarray
    length: np.ndarray

    def tails(self, a: np.ndarray, b: np.ndarray, together: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """p_upper (as many or more) and p_lower (as few or fewer) for classes a and b at these meetings together."""
        at = np.searchsorted(self.codes, np.minimum(a, b).astype(np.int64) * self.classes + np.maximum(a, b))
        start, last = self.start[at], self.length[at] - 1  # the last tail held is nought
        together = np.asarray(together)
        upper = self.upper[start + np.minimum(together, last)]
        lower = 1 - self.upper[start + np.minimum(together + 1, last)]
        return np.clip(upper, FLOOR, 1), np.clip(lower, FLOOR, 1)


def laws(model: DegreeModel, a: np.ndarray, b: np.ndarray) -> Laws:
    """The exact law of every pair of classes that occurs in `a`, `b` (classes of the model's organisations)."""
    classes = len(model.rows)
    codes = np.unique(np.minimum(a, b).astype(np.int64) * classes + np.maximum(a, b))
    first, second = codes // classes, codes % classes
    length = _lengths(model.expected()[first, second], int(model.columns.sum()))
    start = np.cumsum(length + 1) - (length + 1)
    upper = np.zeros(int((length + 1).sum()))
    for size, which in _batches(length, first, model):
        some = model.p[first[which[0]]] > 0 if not model.open.all() else slice(None)
        pmf = _pmf(model.p[first[which]][:, some] * model.p[second[which]][:, some], model.columns[some], size)
        found = np.cumsum(pmf[:, ::-1], axis=1)[:, ::-1]  # from the small end
        upper[start[which][:, None] + np.arange(size)] = found
        upper[start[which]] = 1.0
    return Laws(codes, classes, upper, start, length + 1)


def sums(q: np.ndarray, many: np.ndarray) -> np.ndarray:
    """The law of how many come, for each row of chances q; many: how many have each chance. Rows of one length.

    >>> sums(np.array([[0.5]]), np.array([2.0])).round(12)[0, :4].tolist()
    [0.25, 0.5, 0.25, 0.0]
    """
    q, many = q[:, many > 0], many[many > 0]
    size = int(_lengths((q * many).sum(axis=1), int(many.sum())).max(initial=1))
    return np.clip(_pmf(q, many, size), 0, None)


def _lengths(mean: np.ndarray, meetings: int) -> np.ndarray:
    """Powers of two beyond which less than 1e-18 of the law lies (Chernoff's bound), or which hold all of it."""
    length = np.full(len(mean), 8)
    while True:
        with np.errstate(divide="ignore", invalid="ignore"):
            beyond = length - mean - length * np.log(length / mean)
        short = (length <= meetings) & (mean > 0) & ((beyond > np.log(1e-18)) | (length <= mean))
        if not short.any():
            return length
        length[short] *= 2


def _batches(length: np.ndarray, first: np.ndarray, model: DegreeModel) -> Iterator[tuple[int, np.ndarray]]:
    """Pairs whose laws have one length; with an opportunity set also one first class, whose meetings alone matter."""
    key = length if model.open.all() else length * len(model.rows) + first
    order = np.argsort(key, kind="stable")
    for which in np.split(order, np.flatnonzero(np.diff(key[order])) + 1) if len(order) else ():
        size = int(length[which[0]])
        step = max(1, _AT_ONCE // max(len(model.columns), size))
        yield from ((size, which[at : at + step]) for at in range(0, len(which), step))


def _pmf(q: np.ndarray, many: np.ndarray, size: int) -> np.ndarray:
    """Laws on 0 … size - 1: q holds the chance of sharing a meeting of each class, pairs by classes of meetings."""
    turn = 2 * np.pi * np.arange(size // 2 + 1) / size
    real, imaginary = _series(np.where(q <= _SMALL, q, 0.0), many, turn)
    pair, column = np.nonzero(q > _SMALL)
    if len(pair):
        large, times = q[pair, column][:, None], many[column][:, None]
        with np.errstate(divide="ignore"):  # the logarithm of nought is right: that term vanishes
            size_of = 0.5 * times * np.log1p(-2 * large * (1 - large) * (1 - np.cos(turn)))
        angle = times * np.arctan2(-large * np.sin(turn), 1 - large + large * np.cos(turn))
        starts = np.flatnonzero(np.diff(pair, prepend=-1))
        real[pair[starts]] += np.add.reduceat(size_of, starts, axis=0)
        imaginary[pair[starts]] += np.add.reduceat(angle, starts, axis=0)
    return np.fft.irfft(np.exp(real) * (np.cos(imaginary) + 1j * np.sin(imaginary)), n=size, axis=1)


def _series(q: np.ndarray, many: np.ndarray, turn: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The sum of many * log(1 + q z), z = exp(-i turn) - 1, as the power series of small q; real and imaginary part."""
    powers, sums = q * many, np.empty((len(q), _TERMS))
    for term in range(_TERMS):
        sums[:, term] = powers.sum(axis=1) * ((-1) ** term / (term + 1))
        powers *= q
    z = (np.exp(-1j * turn) - 1) ** np.arange(1, _TERMS + 1)[:, None]
    return sums @ z.real, sums @ z.imag


def refined_normal(q: np.ndarray, many: np.ndarray, together: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """p_upper and p_lower by the refined normal approximation (Hong 2013), which R backbone uses in place of the law.

    For comparison only: on sparse tables it is far off. q: pairs by classes of meetings; many: meetings in each class.
    """
    mean, spread = (q * many).sum(axis=1), np.sqrt((q * (1 - q) * many).sum(axis=1))
    skew = (q * (1 - q) * (1 - 2 * q) * many).sum(axis=1) / spread**3

    def below(count: np.ndarray) -> np.ndarray:
        x = (count + 0.5 - mean) / spread
        return np.clip(special.ndtr(x) + skew * (1 - x**2) * np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi) / 6, 0, 1)

    return 1 - below(together - 1), below(together)
