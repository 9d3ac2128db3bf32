"""Organisations by events as a sparse matrix: what every calculation of this room starts from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.study import StudyError

_AT_ONCE = 1 << 20


@dataclass(frozen=True)
class Incidence:
    """Who was at what. Organisations and events are numbered apart: one id may stand on both sides.

    organisations: ids in order, one a row; events: ids, one a column (in the order met); lines: how many rows of the
    table say that this organisation was at this event (0 where none does).
    """

    organisations: np.ndarray
    events: np.ndarray
    lines: sparse.csr_array

    @cached_property
    def present(self) -> sparse.csr_array:
        """1 where the organisation was at the event."""
        if not len(self.lines.data) or self.lines.data.max() == 1:
            return self.lines
        ones = np.ones_like(self.lines.data)
        return sparse.csr_array((ones, self.lines.indices, self.lines.indptr), shape=self.lines.shape)

    @cached_property
    def attended(self) -> np.ndarray:
        """Events of each organisation."""
        return np.diff(self.lines.indptr)

    @cached_property
    def sizes(self) -> np.ndarray:
        """Organisations at each event."""
        return np.bincount(self.lines.indices, minlength=self.lines.shape[1])


def incidence(
    rows: pd.DataFrame, organisation: str = "org_id", event: str = "meeting_id", also: Sequence[object] = ()
) -> Incidence:
    """The matrix of a table with an organisation and an event in each row; the order of rows does not matter.

    `also` names organisations that may be at no event: each gets an empty row.

    >>> incidence(pd.DataFrame({"org_id": ["b", "a", "b"], "meeting_id": ["m", "m", "n"]})).attended.tolist()
    [1, 2]
    """
    row, organisations = _numbered(rows[organisation], also)
    column, events = _by_run(rows[event])
    shape, ones = (len(organisations), len(events)), np.ones(len(row), np.int32)
    if (column[1:] >= column[:-1]).all():  # event by event: where each one ends is enough, and less to hold
        column = np.searchsorted(column, np.arange(shape[1] + 1, dtype=np.int32)).astype(np.int32)
        lines = sparse.csc_array((ones, row, column), shape=shape).tocsr()
    else:
        lines = sparse.csr_array((ones, (row, column)), shape=shape)
    lines.sum_duplicates()
    return Incidence(organisations, events, lines)


def _numbered(ids: pd.Series, also: Sequence[object] = ()) -> tuple[np.ndarray, np.ndarray]:
    """The place of each id among the ids in order, and those ids."""
    if _small_numbers(ids) and not len(also):
        return np.asarray(ids, dtype=np.int32), np.arange(ids.max() + 1)
    codes, values = _factorized(ids.to_numpy(), ids)
    if len(also):
        values = np.concatenate([values, np.setdiff1d(np.asarray(also, dtype=values.dtype), values)])
    order = np.argsort(values, kind="stable")
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return place[codes], values[order]


def _by_run(ids: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """The number of each id, and the ids by number; a table mostly comes event by event, so that runs are looked up."""
    if _small_numbers(ids):
        return np.asarray(ids, dtype=np.int32), np.arange(ids.max() + 1)
    cells = ids.to_numpy()
    starts = np.flatnonzero(np.concatenate([[True], cells[1:] != cells[:-1]])) if len(cells) else np.empty(0, int)
    if 2 * len(starts) > len(cells):
        return _factorized(cells, ids)
    codes, values = _factorized(cells[starts], ids)
    return np.repeat(codes, np.diff(np.append(starts, len(cells)))), values


def _small_numbers(ids: pd.Series) -> bool:
    """Whether the ids are whole numbers that leave none out from 0 on, and so number themselves."""
    plain = isinstance(ids.dtype, np.dtype) and ids.dtype.kind in "iu"
    if not plain or not len(ids) or ids.min() < 0 or ids.max() >= len(ids):
        return False
    seen, cells = np.zeros(ids.max() + 1, dtype=bool), np.asarray(ids)
    for at in range(0, len(cells), _AT_ONCE):  # bit by bit: an index is widened to 64 bits on the way
        seen[cells[at : at + _AT_ONCE]] = True
    return bool(seen.all())


def _factorized(cells: np.ndarray, ids: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """The number of each cell in the order met, and the ids by number; StudyError where a cell of `ids` is blank."""
    if cells.dtype == object:  # words: a dictionary is quicker than pandas, which asks each for its kind
        numbers: defaultdict[object, int] = defaultdict(count().__next__)
        codes = np.fromiter(map(numbers.__getitem__, cells.tolist()), np.int32, len(cells))
        found = np.empty(len(numbers), dtype=object)
        found[:] = list(numbers)
    else:
        codes, found = pd.factorize(cells)
    if pd.isna(found).any() or codes.min(initial=0) < 0:
        row = ids.index[ids.isna()][0]
        raise StudyError(f"column {ids.name}, row {row}: no id stands there; fill it or take the row out")
    return codes.astype(np.int32, copy=False), found
