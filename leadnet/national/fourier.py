"""The law of meetings together for pairs whose law is wide, from its Fourier transform at the few turns that count.

Of a sum of independent meetings with chances q the transform at the turn t is the product of 1 + q (exp(it) - 1), and
its logarithm has a series in Chebyshev's polynomials T_d that converges fast:

    log(1 + q (exp(it) - 1)) = it/2 + 2 log cos(t/4) - 2 sum over d of (-i tan(t/4))^d T_d(2q - 1) / d

(from log(1 - 2xw + w²) = -2 sum of w^d T_d(x) / d at w = -i tan(t/4)). So a pair needs the sums of T_d over its
meetings and no more, however many they are. With the variance v the transform is at most exp(-v (1 - cos t)): beyond
some turn it is nought. The absolute error of a probability is about 1e-15.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

WIDE = 40.0  # least variance: turns up to a right angle, where 24 terms leave less than 1e-15 for 10^5 meetings
_TERMS, _NOUGHT = 24, 40.0  # exp(-40) is nought
_ENTRIES, _NUMBERS = 8_192, 40_000  # at once: they fit a processor's cache
_PRODUCT = 1 << 18  # multiplications that OpenBLAS keeps on one thread, with the same bytes on every machine


def tails(
    chance: np.ndarray, many: np.ndarray, starts: np.ndarray, asked: np.ndarray, each: Callable = map
) -> np.ndarray:
    """The chance of as many meetings together as asked, or more: some numbers (rows) for each pair (columns).

    chance, many: a pair's classes of meetings side by side, and the meetings of each; starts: where each pair begins;
    each: map, or that of a pool of threads. The variance of each pair is WIDE or more.

    >>> tails(np.array([0.5]), np.array([201]), np.array([0]), np.array([[101]])).round(12).tolist()
    [[0.5]]
    """
    sums, found = np.empty((len(starts), _TERMS + 1)), np.empty(asked.shape)

    def add(run: tuple[slice, slice]) -> None:
        pairs, held = run
        sums[pairs] = chebyshev_sums(chance[held], many[held], starts[pairs] - held.start)

    def put(batch: tuple[np.ndarray, int, np.ndarray]) -> None:
        which, length, turns = batch
        first = (sums[which, :2].sum(axis=1) / 2 - length / 2).astype(np.int64)
        at = np.clip(asked[:, which] - first, 0, length)
        found[:, which] = _beyond(sums[which], first, length, turns)[np.arange(len(which)), at]

    list(each(add, _runs(starts, len(chance))))
    list(each(put, _batches(sums)))
    return found


def chebyshev_sums(chance: np.ndarray, many: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """For each pair the sums over its meetings of T_0, T_1, … T_24 at 2 chance - 1: pairs by terms.

    >>> chebyshev_sums(np.array([0.5, 1.0]), np.array([3.0, 2.0]), np.array([0]))[0, :4].tolist()
    [5.0, 2.0, -1.0, 2.0]
    """
    found, twice = np.empty((_TERMS + 1, len(starts))), 4 * chance - 2
    before, now, spare = many.astype(float), 0.5 * many * twice, np.empty(len(chance))
    np.add.reduceat(before, starts, out=found[0])
    np.add.reduceat(now, starts, out=found[1])
    for term in range(2, _TERMS + 1):
        np.multiply(twice, now, out=spare)
        spare -= before
        before, now, spare = now, spare, before
        np.add.reduceat(now, starts, out=found[term])
    return found.T


def _runs(starts: np.ndarray, entries: int) -> Iterator[tuple[slice, slice]]:
    """Runs of pairs whose classes fit a processor's cache: the pairs, and their entries."""
    stops, at = np.append(starts[1:], entries), 0
    while at < len(starts):
        end = max(at + 1, int(np.searchsorted(stops, starts[at] + _ENTRIES, side="right")))
        yield slice(at, end), slice(int(starts[at]), int(stops[end - 1]))
        at = end


def _batches(sums: np.ndarray) -> Iterator[tuple[np.ndarray, int, np.ndarray]]:
    """Pairs with laws of one length (a power of two): which, the length, and the turns that count.

    What lies further than half the length from the mean has a chance below 1e-17 (Bernstein's inequality).
    """
    variance = np.maximum((sums[:, 0] - sums[:, 2]) / 8, WIDE)  # q (1 - q) = (1 - T_2(2q - 1)) / 8
    reach = _NOUGHT / 3 + np.sqrt(_NOUGHT**2 / 9 + 2 * _NOUGHT * variance)
    lengths = 1 << np.ceil(np.log2(2 * reach + 2)).astype(np.int64)
    order = np.lexsort([variance, lengths])
    for group in np.split(order, np.flatnonzero(np.diff(lengths[order])) + 1) if len(order) else ():
        length, last = int(lengths[group[0]]), np.arccos(1 - _NOUGHT / variance[group[0]])
        turns = 2 * np.pi * np.arange(int(last * length / (2 * np.pi)) + 2) / length
        step = max(1, min(_NUMBERS // length, _PRODUCT // (len(turns) * sums.shape[1])))
        for at in range(0, len(group), step):
            yield group[at : at + step], length, turns


def _beyond(sums: np.ndarray, first: np.ndarray, length: int, turns: np.ndarray) -> np.ndarray:
    """Pairs by states: the chance of `first` meetings or more, of one more than that, …; the last is nought."""
    terms = np.arange(1, _TERMS + 1)[:, None]
    series = np.vstack([np.log1p(-(np.sin(turns / 4) ** 2)), -2 * (-1j * np.tan(turns / 4)) ** terms / terms])
    series[1] -= 0.5j * turns  # taken out with the mean: small angles keep their digits
    angle = (first - (sums[:, 0] + sums[:, 1]) / 2)[:, None] * turns - sums @ series.imag
    found = np.zeros((len(sums), length + 1))
    found[:, :-1] = np.fft.irfft(np.exp(sums @ series.real) * (np.cos(angle) + 1j * np.sin(angle)), n=length, axis=1)
    return np.cumsum(found[:, ::-1], axis=1)[:, ::-1]  # from the small end
