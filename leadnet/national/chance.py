"""Every pair with a shared opportunity, tested against chance: the exact SDSM at 20,000 organisations, block by block.

The verdicts follow design rule 7 as in a study: q over the pairs of the opportunity set, and "cannot be told" where no
number of meetings the two could have shared would have reached the level.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.national.degrees import Margins, sparse_fit
from leadnet.national.tails import tail_blocks

_SEED = (
    20261123  # of the numbers by which equal opportunity sets are told: two different sets agree once in 10^7 studies
)
_VERDICTS = np.array(["cannot be told", "more", "less", "as chance"], dtype=object)
Correct = Callable[[np.ndarray], np.ndarray]


class Opportunity:
    """Who could have been where and who was, gathered part by part into classes of meetings alike in both."""

    def __init__(self, organisations: int):
        self._name = np.random.default_rng(_SEED).integers(2**63, size=organisations, dtype=np.uint64)
        self._classes: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        self._entries: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []

    def add(self, could: Mapping[str, np.ndarray], room: Mapping[str, np.ndarray]) -> None:
        """Add some meetings: place and meeting_id of who could have been there, and of who was (and so could)."""
        size, both = len(self._name), np.concatenate([could["meeting_id"], room["meeting_id"]])
        meeting, meetings = pd.factorize(both)
        key = meeting.astype(np.int64) * size + np.concatenate([could["place"], room["place"]])
        was = np.unique(key[len(could["place"]) :])
        key = np.unique(key)
        meeting, place = key // size, (key % size).astype(np.int32)
        came = np.isin(key, was, assume_unique=True)
        starts = np.searchsorted(meeting, np.arange(len(meetings)))
        if not len(starts):
            return
        present = np.add.reduceat(came.astype(np.uint64), starts)
        alike = np.add.reduceat(self._name[place], starts) * np.uint64(0x9E3779B97F4A7C15) + present
        classes, of, many = np.unique(alike, return_inverse=True, return_counts=True)
        sizes = np.zeros(len(classes), np.int64)
        sizes[of] = present.astype(np.int64)
        self._classes.append((classes, many, sizes))
        at = of.astype(np.int32)[meeting], place
        summed = sparse.csr_array((came.astype(np.int32), at), shape=(len(classes), size))
        summed.sum_duplicates()
        self._entries.append(summed)

    def margins(self) -> tuple[Margins, np.ndarray]:
        """The margins of the model over the organisations ever in the room, and the places of those."""
        alike, many, sizes = (np.concatenate(parts) for parts in zip(*self._classes, strict=True))
        classes, first, of = np.unique(alike, return_index=True, return_inverse=True)
        attended = sum(part.sum(axis=0) for part in self._entries)
        kept = np.flatnonzero(attended > 0)
        row = np.full(len(self._name), -1, np.int32)
        row[kept] = np.arange(len(kept), dtype=np.int32)
        table = sparse.csr_array((len(kept), len(classes)), dtype=np.int32)
        before = 0
        for part in self._entries:
            here = row[part.indices] >= 0
            column = np.repeat(of[before : before + part.shape[0]].astype(np.int32), np.diff(part.indptr))[here]
            before += part.shape[0]
            table = _beside(table, sparse.csr_array((part.data[here], (row[part.indices][here], column)), table.shape))
        self._classes, self._entries = [], []
        return Margins(table, np.bincount(of, many).astype(float), sizes[first]), kept


def _beside(table: sparse.csr_array, more: sparse.csr_array) -> sparse.csr_array:
    """The sum of two tables that keeps entries of nought: they say that one could have been there."""
    ones = [sparse.csr_array((part.data + 1, part.indices, part.indptr), part.shape) for part in (table, more)]
    shared = [sparse.csr_array((np.ones_like(part.data), part.indices, part.indptr), part.shape) for part in ones]
    found, times = ones[0] + ones[1], shared[0] + shared[1]
    found.data -= times.data
    return found


def ties_of(
    opportunity: Opportunity,
    met: pd.DataFrame,
    organisations: np.ndarray,
    correct: Correct,
    level: float,
    progress: Callable[[str], None] = lambda said: None,
) -> pd.DataFrame:
    """Every pair that could have shared a meeting: organisation_a, organisation_b (ids), together, apart, possible,
    expected, ratio, p_upper, p_lower, q, can_show_more, can_show_less, verdict, as in the table Ties.

    met: pairs by place as `Projection.take` gives them; organisations: ids by place; correct: p-values to q-values.
    """
    margins, kept = opportunity.margins()
    progress(f"{len(kept)} organisations, {int(margins.many.sum())} meetings in {len(margins.many)} classes: fitting")
    p = sparse_fit(margins)
    row = np.full(len(organisations), -1)
    row[kept] = np.arange(len(kept))
    met = met.assign(a=row[met["a"]], b=row[met["b"]])
    blocks, done = [], 0
    for block in tail_blocks(margins, p, met):
        blocks.append(block)
        done += len(block)
        progress(f"{done} pairs tested")
    found = pd.concat(blocks, ignore_index=True) if blocks else _NONE
    ids = organisations[kept]
    named = found.assign(organisation_a=ids[found["a"]], organisation_b=ids[found["b"]])
    return _judged(named, correct, level)[_COLUMNS]


_COLUMNS = ["organisation_a", "organisation_b", "together", "apart", "possible", "expected", "ratio", "p_upper",
            "p_lower", "q", "can_show_more", "can_show_less", "verdict"]  # fmt: skip
_NONE = pd.DataFrame({name: np.empty(0, int if name in "ab" else float) for name in (
    "a", "b", "together", "apart", "possible", "expected", "p_upper", "p_lower", "p_most", "p_fewest")})  # fmt: skip


def _judged(found: pd.DataFrame, correct: Correct, level: float) -> pd.DataFrame:
    """The pairs with ratio, q, what could have been shown, and the verdict."""
    q = correct(np.minimum(1.0, 2 * np.minimum(found["p_upper"], found["p_lower"])).to_numpy())
    bar = level * (np.count_nonzero(q <= level) + 1) / max(len(q), 1)
    more, less = 2 * found["p_most"] <= bar, 2 * found["p_fewest"] <= bar
    above = found["together"] > found["expected"]
    below = found["together"] + found["apart"] < found["expected"]
    verdict = np.select([(q <= level) & above, (q <= level) & below, more | less], [1, 2, 3])
    return found.assign(
        ratio=found["together"] / found["expected"].where(found["expected"] > 0),
        q=q,
        can_show_more=np.where(more, "yes", ""),
        can_show_less=np.where(less, "yes", ""),
        verdict=_VERDICTS[verdict],
    )
