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
from leadnet.network.one_thread import product

FLOOR = 1e-15  # of a p-value that is not certain
_SMALL = 0.16  # up to this chance a shared meeting's logarithm is a power series
_NOUGHT = 1e-18  # what is below it is left out, of a law or of a series
_AT_ONCE, _PAIRS = 40_000, 50_000  # numbers to a batch (they fit a processor's cache); pairs to a block


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
        at = self._place(_coded(a, b, self.classes))
        start, last = self.start[at], self.length[at] - 1  # the last tail held is nought
        together = np.asarray(together)
        upper = self.upper[start + np.minimum(together, last)]
        lower = 1 - self.upper[start + np.minimum(together + 1, last)]
        return np.clip(upper, FLOOR, 1), np.clip(lower, FLOOR, 1)

    def _place(self, codes: np.ndarray) -> np.ndarray:
        """Where pairs stand: in a table of all pairs of classes, or by halving where such a table would be long."""
        if self.classes**2 > 8 * (len(codes) + len(self.codes)):
            return np.searchsorted(self.codes, codes)
        place = np.zeros(self.classes**2, np.int32)
        place[self.codes] = np.arange(len(self.codes), dtype=np.int32)
        return place[codes]


def _coded(a: np.ndarray, b: np.ndarray, classes: int) -> np.ndarray:
    return np.minimum(a, b).astype(np.int64) * classes + np.maximum(a, b)


def laws(model: DegreeModel, a: np.ndarray, b: np.ndarray) -> Laws:
    """The exact law of every pair of classes that occurs in `a`, `b` (classes of the model's organisations)."""
    classes = len(model.rows)
    codes = np.sort(_coded(a, b, classes))
    codes = codes[np.diff(codes, prepend=-1) > 0]
    first, second = codes // classes, codes % classes
    length = _lengths(model.expected()[first, second], int(model.columns.sum()))
    start = np.cumsum(length + 1) - (length + 1)
    upper = np.zeros(int((length + 1).sum()))
    for which, pmf in _pmfs(model, first, second, length):
        found = np.cumsum(pmf[:, ::-1], axis=1)[:, ::-1]  # from the small end
        upper[start[which][:, None] + np.arange(pmf.shape[1])] = found
        upper[start[which]] = 1.0
    return Laws(codes, classes, upper, start, length + 1)


def lower_of_sizes(model: DegreeModel, a: np.ndarray, b: np.ndarray, together: np.ndarray) -> np.ndarray:
    """p_lower of pairs of classes by the law of meetings of their very sizes (`DegreeModel.shared`): never under that
    of `laws`, whose meetings vary in size and so hold every pair too often.
    """
    found, length = np.ones(len(a)), _lengths(model.expected()[a, b], int(model.columns.sum()))
    size = int(length.max(initial=1))
    for at in _batches(np.arange(len(a)), max(len(model.columns), size)):
        q = model.shared(a[at], b[at])
        below = np.cumsum(np.clip(_pmf(q, model.columns, size), 0, None), axis=1)
        found[at] = below[np.arange(len(at)), np.minimum(together[at], size - 1)]
    return np.clip(found, FLOOR, 1)


def sums(q: np.ndarray, many: np.ndarray) -> np.ndarray:
    """The law of how many come, for each row of chances q; many: how many have each chance. Rows of one length.

    >>> sums(np.array([[0.5]]), np.array([2.0])).round(12)[0, :4].tolist()
    [0.25, 0.5, 0.25, 0.0]
    """
    q, many = q[:, many > 0], many[many > 0]
    size = int(_lengths((q * many).sum(axis=1), int(many.sum())).max(initial=1))
    return np.clip(_pmf(q, many, size), 0, None)


def _lengths(mean: np.ndarray, meetings: int) -> np.ndarray:
    """Powers of two beyond which next to nothing of the law lies (Chernoff's bound), or which hold all of it."""
    length = np.full(len(mean), 8)
    while True:
        with np.errstate(divide="ignore", invalid="ignore"):
            beyond = length - mean - length * np.log(length / mean)
        short = (length <= meetings) & (mean > 0) & ((beyond > np.log(_NOUGHT)) | (length <= mean))
        if not short.any():
            return length
        length[short] *= 2


def _pmfs(
    model: DegreeModel, first: np.ndarray, second: np.ndarray, length: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Batches of pairs of classes, and their laws.

    Where every chance of sharing a meeting is small, the sums of its powers over all meetings are one product of
    matrices for all pairs, and each pair takes as many of them as it needs.
    """
    reach = model.p.max(axis=1)
    terms = _terms(reach[first] * reach[second])
    large = terms == 0
    for which, size, _ in _groups(np.flatnonzero(large), length, first * (not model.open.all())):
        some = model.p[first[which[0]]] > 0 if not model.open.all() else slice(None)
        for at in _batches(which, max(len(model.columns), size)):
            yield at, _pmf(model.p[first[at]][:, some] * model.p[second[at]][:, some], model.columns[some], size)
    small = np.flatnonzero(~large)
    for block in np.split(small, range(_PAIRS, len(small), _PAIRS)):
        powers = _power_sums(model, first[block], second[block], int(terms[block].max(initial=0)))
        for inside, size, number in _groups(np.arange(len(block)), length[block], terms[block]):
            z = _powers_of_z(size, number)
            for at in _batches(inside, size):
                yield block[at], _inverse(*_series(powers[at, :number], z), size)


def _terms(most: np.ndarray) -> np.ndarray:
    """Terms of the series that chances up to these need, in fours; 0 where they are too large for it."""
    with np.errstate(divide="ignore"):
        number = np.log(_NOUGHT) / np.log(np.minimum(2 * most, 0.99))
    return np.where(most <= _SMALL, 4 * np.ceil(np.maximum(number, 1) / 4), 0).astype(int)


def _groups(which: np.ndarray, length: np.ndarray, key: np.ndarray) -> Iterator[tuple[np.ndarray, int, int]]:
    """Those with one length of law and one key, and the two."""
    code = length[which] * (key.max(initial=0) + 1) + key[which]
    order = np.argsort(code, kind="stable")
    for at in np.split(order, np.flatnonzero(np.diff(code[order])) + 1) if len(which) else ():
        yield which[at], int(length[which[at[0]]]), int(key[which[at[0]]])


def _batches(which: np.ndarray, numbers: int) -> Iterator[np.ndarray]:
    step = max(1, _AT_ONCE // numbers)
    return (which[at : at + step] for at in range(0, len(which), step))


def _power_sums(model: DegreeModel, first: np.ndarray, second: np.ndarray, terms: int) -> np.ndarray:
    """For each pair the sums over meetings of its chance, of the square of its chance, and so on."""
    (rows, row), (columns, column) = (np.unique(part, return_inverse=True) for part in (first, second))
    p, other, found = model.p[rows], model.p[columns].T, np.empty((len(first), terms))
    weighted, raised = p * model.columns, other.copy()
    for term in range(terms):
        found[:, term] = product(weighted, raised)[row, column]
        weighted *= p
        raised *= other
    return found


def _pmf(q: np.ndarray, many: np.ndarray, size: int) -> np.ndarray:
    """Laws on 0 … size - 1: q holds the chance of sharing a meeting of each class, pairs by classes of meetings."""
    turn = 2 * np.pi * np.arange(size // 2 + 1) / size
    small = np.where(q <= _SMALL, q, 0.0)
    terms = int(_terms(small.max(initial=0.0)))
    powers, sums = small * many, np.empty((len(q), terms))
    for term in range(terms):
        sums[:, term] = powers.sum(axis=1)
        powers *= small
    real, imaginary = _series(sums, _powers_of_z(size, terms))
    pair, column = np.nonzero(q > _SMALL)
    if len(pair):
        large, times = q[pair, column][:, None], many[column][:, None]
        with np.errstate(divide="ignore"):  # the logarithm of nought is right: that term vanishes
            size_of = 0.5 * times * np.log1p(-2 * large * (1 - large) * (1 - np.cos(turn)))
        angle = times * np.arctan2(-large * np.sin(turn), 1 - large + large * np.cos(turn))
        starts = np.flatnonzero(np.diff(pair, prepend=-1))
        real[pair[starts]] += np.add.reduceat(size_of, starts, axis=0)
        imaginary[pair[starts]] += np.add.reduceat(angle, starts, axis=0)
    return _inverse(real, imaginary, size)


def _powers_of_z(size: int, terms: int) -> np.ndarray:
    """Terms of log(1 + q z) in powers of q, z = exp(-i turn) - 1: terms by turns."""
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size) - 1
    signs = (-1.0) ** np.arange(terms) / np.arange(1, terms + 1)
    return np.cumprod(np.broadcast_to(z, (terms, len(z))), axis=0) * signs[:, None]


def _series(sums: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The logarithm of the characteristic function from the sums of powers of the chances: real, imaginary part."""
    return product(sums, z.real), product(sums, z.imag)


def _inverse(real: np.ndarray, imaginary: np.ndarray, size: int) -> np.ndarray:
    return np.fft.irfft(np.exp(real) * (np.cos(imaginary) + 1j * np.sin(imaginary)), n=size, axis=1)


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
