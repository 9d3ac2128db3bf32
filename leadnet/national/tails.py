"""The exact law of meetings together, pair by pair, in blocks: a sum of independent meetings, each shared or not.

The law is built meeting by meeting (a convolution with each), from nought to the most meetings the two could have
shared; all beyond is one last state. Nothing is subtracted, so that a small tail keeps its digits. States that hold
less than 1e-30 are passed over, which is far below the floor of a p-value.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.national.degrees import Margins

FLOOR = 1e-15  # of a p-value that is not certain, as in a study
_ENTRIES = 3_000_000  # of pairs by classes of meetings, held at once
_THREADS = 2
_NOTHING, _LOOK = 1e-30, 16  # what a state may be passed over for; after how many meetings that is looked at
_NUMBERS = 40_000  # of laws in the making: they fit a processor's cache


def tail_blocks(margins: Margins, p: np.ndarray, met: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Every pair with a meeting both could have been at, in order, block by block.

    met: pairs that met: a, b (places, a < b, in order), together, apart. Columns a, b, together, apart, possible,
    expected, p_upper (as many or more), p_lower (as few or fewer, apart counted as met), p_most and p_fewest (the same
    tails at the most and the fewest meetings the two could have shared).
    """
    size = margins.open.shape[0]
    keys = _code(met["a"].to_numpy(), met["b"].to_numpy(), size)
    for first, second in _entry_blocks(margins):
        code = _code(margins.rows[first], margins.rows[second], size)
        order = np.argsort(code, kind="stable")
        starts = np.flatnonzero(np.diff(code[order], prepend=-1))
        chances = _Chances.of(margins, p, first[order], second[order], starts)
        found = chances.counted().assign(a=margins.rows[first[order[starts]]], b=margins.rows[second[order[starts]]])
        row = pd.Index(keys).get_indexer(code[order[starts]])
        for name in ("together", "apart"):
            held = np.append(met[name].to_numpy(dtype=np.int64), 0)  # -1, a pair that never met, is the last
            found[name] = held[row]
        yield found.assign(**_tails(found, chances))


def _code(a: np.ndarray, b: np.ndarray, size: int) -> np.ndarray:
    return a.astype(np.int64) * size + b


def _entry_blocks(margins: Margins) -> Iterator[tuple[np.ndarray, ...]]:
    """Blocks of pairs at classes: for runs of organisations, each of their entries beside those of later ones."""
    numbers = np.arange(margins.open.nnz, dtype=np.int32)
    by_class = sparse.csr_array((numbers, margins.open.indices, margins.open.indptr), margins.open.shape).tocsc()
    entry = by_class.data  # of each place by class
    place = np.empty_like(entry)
    place[entry] = np.arange(len(entry), dtype=entry.dtype)
    later = by_class.indptr[margins.open.indices + 1] - place - 1  # those further down the same class
    total = np.concatenate([[0], np.cumsum(later, dtype=np.int64)])[margins.open.indptr]
    cut = 0
    while cut < len(total) - 1:
        end = max(cut + 1, int(np.searchsorted(total, total[cut] + _ENTRIES, side="right")) - 1)
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


def _tails(found: pd.DataFrame, chances: _Chances) -> dict[str, np.ndarray]:
    """The four tails of each pair, from laws made for pairs of like length together."""
    together, both, most, fewest = (found[name].to_numpy() for name in ("together", "apart", "most", "fewest"))
    both = together + both
    stops = np.append(chances.starts[1:], len(chances.chance))
    upto = np.concatenate([[0], np.cumsum(chances.many)])
    order = np.lexsort([found["expected"], found["possible"]])
    tails = {name: np.empty(len(found)) for name in ("p_upper", "p_lower", "p_most", "p_fewest")}
    asked = {"p_upper": together, "p_lower": both + 1, "p_most": most, "p_fewest": fewest + 1}

    def put(batch: np.ndarray) -> None:
        steps = _steps(chances, chances.starts[batch], stops[batch], upto)
        beyond = np.cumsum(_law(steps, int(most[batch].max()) + 2)[::-1], axis=0)[::-1]
        for name, at in asked.items():
            tail = beyond[at[batch], np.arange(len(batch))]
            tails[name][batch] = tail if name in ("p_upper", "p_most") else 1 - tail

    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(put, _batches(order, most, found["possible"].to_numpy())))
    return {name: np.clip(tail, FLOOR, 1) for name, tail in tails.items()}


def _batches(order: np.ndarray, most: np.ndarray, possible: np.ndarray) -> Iterator[np.ndarray]:
    """Runs of pairs whose laws, as far as they hold anything, fit a processor's cache."""
    width = np.minimum(most, 12 * np.sqrt(possible)).astype(np.int64)[order] + 2
    at = 0
    while at < len(order):
        end = at + max(1, _NUMBERS // int(width[at]))
        end = at + max(1, _NUMBERS // int(width[at:end].max()))
        yield order[at:end]
        at = end


def _steps(chances: _Chances, starts: np.ndarray, stops: np.ndarray, upto: np.ndarray) -> np.ndarray:
    """The chances of some pairs meeting by meeting, a column a pair, nought where a pair has no more meetings."""
    classes = stops - starts
    entry = np.repeat(starts - np.cumsum(classes) + classes, classes) + np.arange(classes.sum())
    times = chances.many[entry]
    pair = np.repeat(np.repeat(np.arange(len(starts)), classes), times)
    step = np.arange(len(pair)) - np.repeat(np.cumsum(upto[stops] - upto[starts]), upto[stops] - upto[starts])
    step += np.repeat(upto[stops] - upto[starts], upto[stops] - upto[starts])
    found = np.zeros((int(step.max(initial=-1)) + 1, len(starts)))
    found[step, pair] = np.repeat(chances.chance[entry], times)
    return found


def _law(steps: np.ndarray, states: int) -> np.ndarray:
    """States by pairs: the chance of 0, 1, … meetings together, the last state holding all beyond."""
    law, moved = np.zeros((states, steps.shape[1])), np.empty((states - 1, steps.shape[1]))
    law[0] = 1.0
    low, high = 0, 0  # states outside hold next to nothing
    for number, q in enumerate(steps, start=1):
        held, high = slice(low, min(high + 1, states - 1)), min(high + 1, states - 1)
        np.multiply(law[held], q, out=moved[held])
        law[held] *= 1 - q
        law[low + 1 : high + 1] += moved[held]
        if number % _LOOK == 0:
            holds = law[low : high + 1].max(axis=1) >= _NOTHING
            low, high = low + int(holds.argmax()), high - int(holds[::-1].argmax())
    return law
