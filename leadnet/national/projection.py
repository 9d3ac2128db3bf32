"""The projection in each window on the embedded engine: a sparse product a part of the record, added up.

For pair counts a sparse product is quicker and smaller than a join of the rows with themselves; the counts are those
of the step `pairs`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.national.duck import DuckDB

Product = Callable[[sparse.csr_array], tuple[np.ndarray, ...]]
_PLACES = "SELECT org_id, CAST(row_number() OVER (ORDER BY org_id) - 1 AS INTEGER) AS place FROM organisations"
_ROOM = """
    SELECT w.span, p.place, r.meeting_id
    FROM room r
    JOIN places p ON p.org_id = r.org_id
    JOIN meeting_windows w ON w.meeting_id = r.meeting_id
"""
_APART = """
    SELECT w.span, a.place AS a, b.place AS b, COUNT(*) AS n
    FROM apart t
    JOIN places a ON a.org_id = t.organisation_a
    JOIN places b ON b.org_id = t.organisation_b
    JOIN meeting_windows w ON w.meeting_id = t.meeting_id
    GROUP BY w.span, a.place, b.place
"""


def places(engine: DuckDB) -> np.ndarray:
    """Number the organisations by their ids in order (the table `places`); gives the ids."""
    engine.keep("places", _PLACES)
    return engine.columns("SELECT org_id FROM places ORDER BY place")["org_id"]


class _Small(NamedTuple):
    """A sparse table of counts in the fewest bytes: half of them where no more than 65,535 organisations are held."""

    data: np.ndarray
    indices: np.ndarray
    indptr: np.ndarray
    shape: tuple[int, int]

    @classmethod
    def of(cls, table: sparse.csr_array) -> _Small:
        table.sum_duplicates()
        most = np.min_scalar_type(int(table.data.max(initial=0)))
        return cls(table.data.astype(most), table.indices.astype(np.min_scalar_type(table.shape[1])), table.indptr,
                   table.shape)  # fmt: skip

    def wide(self) -> sparse.csr_array:
        wide = (self.data.astype(np.int32), self.indices.astype(np.int32), self.indptr)
        return sparse.csr_array(wide, shape=self.shape)


class Projection:
    """Meetings together and apart by pair, for each window; `product` gives the pairs of rows that share a column."""

    def __init__(self, organisations: int, product: Product):
        self._shape, self._product = (organisations, organisations), product
        self._shared: dict[int, _Small] = {}
        self._apart: dict[int, _Small] = {}

    def add(self, engine: DuckDB) -> None:
        """Add the part of the record the engine stands at, to each window that holds any of it."""
        room, apart = engine.columns(_ROOM), engine.columns(_APART)
        for span in np.unique(room["span"]).tolist():
            here = room["span"] == span
            meeting, meetings = pd.factorize(room["meeting_id"][here])
            ones, shape = np.ones(len(meeting), np.int32), (self._shape[0], len(meetings))
            pairs = self._product(sparse.csr_array((ones, (room["place"][here], meeting)), shape=shape))
            self._put(self._shared, span, *pairs)
            here = apart["span"] == span
            self._put(self._apart, span, *(apart[name][here] for name in ("a", "b", "n")))

    def _put(self, held: dict[int, _Small], span: int, a: np.ndarray, b: np.ndarray, n: np.ndarray) -> None:
        more = sparse.csr_array((n.astype(np.int32), (a, b)), shape=self._shape)
        held[span] = _Small.of(held[span].wide() + more if span in held else more)

    def take(self, span: int = 0) -> pd.DataFrame:
        """The pairs of a window by its number, let go of here: a, b (places, a < b, in order), together, apart."""
        none = _Small.of(sparse.csr_array(self._shape, dtype=np.int32))
        shared, apart = (held.pop(span, none).wide() for held in (self._shared, self._apart))
        a = np.repeat(np.arange(self._shape[0], dtype=np.int32), np.diff(shared.indptr))
        keys = a.astype(np.int64) * self._shape[0] + shared.indices
        row, column = apart.nonzero()
        missed = np.zeros(shared.nnz, np.int32)
        missed[np.searchsorted(keys, row.astype(np.int64) * self._shape[0] + column)] = apart.data
        return pd.DataFrame({"a": a, "b": shared.indices, "together": shared.data - missed, "apart": missed})
