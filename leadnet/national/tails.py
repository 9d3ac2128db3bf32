"""The exact law of meetings together, pair by pair, in blocks: a sum of independent meetings, each shared or not.

A wide law is found by its Fourier transform (`fourier`), a narrow one meeting by meeting (`stepwise`).
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.national import fourier, stepwise
from leadnet.national.degrees import Margins

FLOOR = 1e-15  # of a p-value that is not certain, as in a study
_THREADS = 2


def tail_blocks(margins: Margins, p: np.ndarray, met: pd.DataFrame, entries: int) -> Iterator[pd.DataFrame]:
    """Every pair with a meeting both could have been at, in order, block by block.

    met: pairs that met: a, b (places, a < b, in order), together, apart; entries: pairs at classes of meetings to a
    block, or one organisation's. Columns a, b, together, apart, possible,
    expected, p_upper (as many or more), p_lower (as few or fewer, apart counted as met), p_most and p_fewest (the same
    tails at the most and the fewest meetings the two could have shared).
    """
    size = margins.open.shape[0]
    keys = _code(met["a"].to_numpy(), met["b"].to_numpy(), size)
    for first, second in _entry_blocks(margins, entries):
        code, order = _in_order(_code(margins.rows[first], margins.rows[second], size))
        starts = np.flatnonzero(np.diff(code, prepend=-1))
        code, first, second = code[starts], first[order], second[order]
        chances = _Chances.of(margins, p, first, second, starts)
        found = chances.counted().assign(a=margins.rows[first[starts]], b=margins.rows[second[starts]])
        at = np.searchsorted(keys, code)
        at[np.append(keys, -1)[at] != code] = len(keys)  # a pair that never met
        for name in ("together", "apart"):
            found[name] = np.append(met[name].to_numpy(dtype=np.int64), 0)[at]
        yield found.assign(**_tails(found, chances))


def _code(a: np.ndarray, b: np.ndarray, size: int) -> np.ndarray:
    return a.astype(np.int64) * size + b


def _in_order(code: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The codes in order, and where each stood: packed with their places, numbers are sorted sooner than places."""
    least, bits = code.min(), (len(code) - 1).bit_length()
    packed = np.sort(((code - least) << bits) | np.arange(len(code)))
    return (packed >> bits) + least, packed & ((1 << bits) - 1)


def _entry_blocks(margins: Margins, entries: int) -> Iterator[tuple[np.ndarray, ...]]:
    """Blocks of pairs at classes: for runs of organisations, each of their entries beside those of later ones."""
    numbers = np.arange(margins.open.nnz, dtype=np.int32)
    by_class = sparse.csr_array((numbers, margins.open.indices, margins.open.indptr), margins.open.shape).tocsc()
    entry = by_class.data  # of each place by class
    place = np.empty_like(entry)
    place[entry] = np.arange(len(entry), dtype=entry.dtype)
    later = by_class.indptr[margins.open.indices + 1] - place - 1  # those further down the same class
    del numbers, by_class
    total = np.concatenate([[0], np.cumsum(later, dtype=np.int64)])[margins.open.indptr]
    cut = 0
    while cut < len(total) - 1:
        end = max(cut + 1, int(np.searchsorted(total, total[cut] + entries, side="right")) - 1)
        run = slice(margins.open.indptr[cut], margins.open.indptr[end])
        many = later[run]
        first = np.repeat(np.arange(run.start, run.stop), many)
        step = np.arange(len(first)) - np.repeat(np.cumsum(many) - many, many)
        if len(first):
            yield first, entry[place[first] + 1 + step]
        cut = end


class _Chances(NamedTuple):
    """Pairs at classes, a pair's classes side by side: where each pair starts, its chance of sharing a meeting of the
    class, meetings of the class, and how many of them the one and the other was at."""

    starts: np.ndarray
    chance: np.ndarray
    many: np.ndarray
    mine: np.ndarray
    theirs: np.ndarray

    @classmethod
    def of(cls, margins: Margins, p: np.ndarray, first: np.ndarray, second: np.ndarray, starts: np.ndarray) -> _Chances:
        many, came = margins.many[margins.open.indices[first]], margins.open.data
        return cls(starts, p[first] * p[second], many.astype(np.int64), came[first], came[second])

    def counted(self) -> pd.DataFrame:
        """possible, expected, most and fewest of each pair."""
        many, expected, mine, theirs = (
            np.add.reduceat(part, self.starts) for part in (self.many, self.chance * self.many, self.mine, self.theirs)
        )
        most, fewest = np.minimum(mine, theirs), np.maximum(mine + theirs - many, 0)
        return pd.DataFrame({"possible": many, "expected": expected, "most": most.astype(np.int64),
                             "fewest": fewest.astype(np.int64)})  # fmt: skip

    def variance(self) -> np.ndarray:
        """The variance of each pair's meetings together."""
        return np.add.reduceat(self.chance * (1 - self.chance) * self.many, self.starts)

    def some(self, which: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """chance, many and starts of some pairs."""
        classes = np.diff(self.starts, append=len(self.chance))
        held = np.repeat(which, classes)
        return self.chance[held], self.many[held], np.cumsum(classes[which]) - classes[which]


def _tails(found: pd.DataFrame, chances: _Chances) -> dict[str, np.ndarray]:
    """The four tails of each pair."""
    together, apart, most, fewest = (found[name].to_numpy() for name in ("together", "apart", "most", "fewest"))
    asked = np.stack([together, most, together + apart + 1, fewest + 1])
    tails = np.empty(asked.shape)
    wide = chances.variance() >= fourier.WIDE
    with ThreadPoolExecutor(_THREADS) as pool:
        for law, which in ((fourier, wide), (stepwise, ~wide)):
            tails[:, which] = law.tails(*chances.some(which), asked[:, which], pool.map)
    tails[2:] = 1 - tails[2:]
    return dict(zip(("p_upper", "p_most", "p_lower", "p_fewest"), np.clip(tails, FLOOR, 1), strict=True))
