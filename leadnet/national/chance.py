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
from leadnet.study.tables import StudyError

_SEED = 20261123  # of the numbers by which equal opportunity sets are told: others agree once in 10^7 countries
_MIX = np.uint64(0x9E3779B97F4A7C15)
_LIBRARIES, _USED = 150, 0.84  # megabytes of the interpreter and its libraries; the rest the engine does not give back
_ENTRY, _MET, _PAIR = 45, 150, 160  # bytes: an organisation at a class, a pair that met, a pair at a class in a block
_LEAST, _MOST = 100_000, 3_000_000  # pairs at classes in a block
Judged = Callable[[pd.DataFrame], pd.DataFrame]


class Opportunity:
    """Who could have been where and who was, gathered part by part into classes of meetings alike in both."""

    def __init__(self, organisations: int):
        self._name = np.random.default_rng(_SEED).integers(2**63, size=organisations, dtype=np.uint64)
        self._classes: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        self._entries: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []

    def add(self, could: Mapping[str, np.ndarray], room: Mapping[str, np.ndarray]) -> None:
        """Add some meetings: place and meeting_id of who could have been there, and of who was (and so could)."""
        meeting, place, came = _seats(could, room, len(self._name))
        if not len(meeting):
            return
        starts = np.flatnonzero(np.diff(meeting, prepend=-1))
        present = np.add.reduceat(came.astype(np.int64), starts)
        alike = np.add.reduceat(self._name[place], starts) * _MIX + present.astype(np.uint64)
        classes, first, of, many = np.unique(alike, return_index=True, return_inverse=True, return_counts=True)
        at = np.repeat(of.astype(np.int32), np.diff(starts, append=len(meeting))), place
        summed = sparse.coo_array((came.astype(np.int32), at), shape=(len(classes), len(self._name))).tocsr()
        self._classes.append((classes, many, present[first]))
        self._entries.append(summed)

    def margins(self) -> tuple[Margins, np.ndarray]:
        """The margins of the model over the organisations ever in the room, and the places of those.

        What was gathered is let go of.
        """
        alike, many, sizes = (np.concatenate(parts) for parts in zip(*self._classes, strict=True))
        classes, first, of = np.unique(alike, return_index=True, return_inverse=True)
        attended = sum(part.sum(axis=0) for part in self._entries)
        kept = np.flatnonzero(attended > 0)
        row = np.full(len(self._name), -1, np.int32)
        row[kept] = np.arange(len(kept), dtype=np.int32)
        table = _entries_of(self._entries, row, of.astype(np.int32), (len(kept), len(classes)))
        self._classes = []
        return Margins(table, np.bincount(of, many).astype(float), sizes[first]), kept


def _seats(could: Mapping[str, np.ndarray], room: Mapping[str, np.ndarray], size: int) -> tuple[np.ndarray, ...]:
    """Meeting (a number), place and came (0 or 1) of whoever could have been there, in order."""
    key, _ = pd.factorize(np.concatenate([could["meeting_id"], room["meeting_id"]]))
    bits = size.bit_length()
    key = key.astype(np.int64) << bits
    key += np.concatenate([could["place"], room["place"]])
    key <<= 1
    key[len(could["place"]) :] += 1  # came: the greater of two that are otherwise alike
    key.sort()
    last = np.ones(len(key), bool)
    last[:-1] = (key[1:] ^ key[:-1]) > 1
    key = key[last]
    came = (key & 1).astype(np.int8)
    key >>= 1
    return key >> bits, (key & ((1 << bits) - 1)).astype(np.int32), came


def _entries_of(parts: list[sparse.csr_array], row: np.ndarray, of: np.ndarray, shape: tuple[int, int]) -> object:
    """Organisations by classes, from parts that hold classes by organisations; the parts are let go of one by one.

    Entries of nought are kept: they say that one could have been there.
    """
    held = sum(part.nnz for part in parts)
    data, rows, columns = (np.empty(held, np.int32) for _ in range(3))
    end = 0
    while parts:
        part = parts.pop(0)
        classes, of = of[: part.shape[0]], of[part.shape[0] :]
        here = row[part.indices]
        at = slice(end, end := end + np.count_nonzero(here >= 0))
        data[at], rows[at] = part.data[here >= 0], here[here >= 0]
        columns[at] = np.repeat(classes, np.diff(part.indptr))[here >= 0]
    return sparse.coo_array((data[:end], (rows[:end], columns[:end])), shape=shape).tocsr()


def ties_of(
    opportunity: Opportunity,
    met: pd.DataFrame,
    organisations: np.ndarray,
    judged: Judged,
    progress: Callable[[str], None] = lambda said: None,
    memory: float = np.inf,
) -> pd.DataFrame:
    """Every pair that could have shared a meeting: organisation_a, organisation_b (ids), together, apart, possible,
    expected, ratio, p_upper, p_lower, q, can_show_more, can_show_less, verdict, as in the table Ties.

    met: pairs by place as `Projection.take` gives them; organisations: ids by place; judged: adds ratio, q,
    what could have been shown and the verdict (`leadnet.network.judged`). memory: megabytes for the whole process: the
    blocks take what the model leaves; StudyError where that is too little.
    """
    margins, kept = opportunity.margins()
    progress(f"{len(kept)} organisations, {int(margins.many.sum())} meetings in {len(margins.many)} classes: fitting")
    entries = _entries_at_once(margins, met, memory)
    p = sparse_fit(margins)
    row = np.full(len(organisations), -1)
    row[kept] = np.arange(len(kept))
    met = met.assign(a=row[met["a"]], b=row[met["b"]])
    blocks, done = [], 0
    for block in tail_blocks(margins, p, met, entries):
        blocks.append(block)
        done += len(block)
        progress(f"{done} pairs tested")
        del block
    del margins, p, met
    found = pd.concat(blocks, ignore_index=True) if blocks else _NONE
    del blocks
    ids = organisations[kept]
    named = found.assign(organisation_a=ids[found["a"]], organisation_b=ids[found["b"]])
    return judged(named)[_COLUMNS]


def _entries_at_once(margins: Margins, met: pd.DataFrame, memory: float) -> int:
    """How many pairs at classes of meetings are tested at once; StudyError where memory does not do for the model."""
    organisations, classes = margins.open.shape
    model = _LIBRARIES + (_ENTRY * margins.open.nnz + _MET * len(met)) / 1e6
    entries = min((memory * _USED - model) * 1e6 / _PAIR, _MOST)
    if entries < _LEAST:
        least = np.ceil((model + _LEAST * _PAIR / 1e6) / _USED / 100) / 10
        raise StudyError(
            f"not enough memory: the test of {organisations} organisations and {classes} classes of meetings needs "
            f"{least:.1f}GB; give more with --memory, as --memory 4GB"
        )
    return int(entries)


_COLUMNS = ["organisation_a", "organisation_b", "together", "apart", "possible", "expected", "ratio", "p_upper",
            "p_lower", "q", "can_show_more", "can_show_less", "verdict"]  # fmt: skip
_NONE = pd.DataFrame({name: np.empty(0, int if name in "ab" else float) for name in (
    "a", "b", "together", "apart", "possible", "expected", "p_upper", "p_lower", "p_most", "p_fewest")})  # fmt: skip
