"""The projection: how often each pair was at the same event, and the weights that can be put on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.network.incidence import Incidence

_STRIPS = 2  # the upper triangle is taken strip by strip, at least so many: nearly half the work of the whole product
_ENTRIES = 2_000_000  # to a strip: what is held beside the pairs stays small


def pairs_together(present: sparse.csr_array, *weights: np.ndarray) -> tuple[np.ndarray, ...]:
    """Every pair of rows that shares a column: first row, second row (first < second, in order), columns shared.

    Each of `weights` holds a number above 0 a column and adds one array: its sum over the columns the two share. Sparse
    all through; needs memory for the pairs that met and for two million entries or half of them, never rows by rows.

    >>> [part.tolist() for part in pairs_together(sparse.csr_array([[1, 1], [0, 1], [1, 1]]))]
    [[0, 0, 1], [1, 2, 2], [1, 2, 1]]
    """
    parts = [_strip(present, first, last, weights) for first, last in _strips(present)]
    return tuple(np.concatenate(column) for column in zip(*parts, strict=True))


def _strips(present: sparse.csr_array) -> Iterator[tuple[int, int]]:
    """Runs of rows with about as many entries each."""
    filled = present.indptr[1:]
    wanted = np.linspace(0, present.nnz, max(_STRIPS, present.nnz // _ENTRIES) + 1)[1:-1]
    cuts = np.unique([0, *np.searchsorted(filled, wanted), present.shape[0]]).tolist()
    return zip(cuts[:-1], cuts[1:], strict=True) if len(cuts) > 1 else iter([(0, 0)])


def _strip(present: sparse.csr_array, first: int, last: int, weights: tuple) -> tuple[np.ndarray, ...]:
    below, across = _rows(present, first, present.shape[0]), _rows(present, first, last).T.tocsr()
    shared = [(below @ across).tocsc()]  # by columns: counted into order, which is quicker than sorting
    for weight in weights:
        shared.append((below.astype(float) @ _scaled(across, weight)).tocsc())
    counts = shared[0]
    a = np.repeat(np.arange(last - first, dtype=np.int32), np.diff(counts.indptr))
    keep = counts.indices > a
    return (a[keep] + first, counts.indices[keep] + first, *(found.data[keep] for found in shared))


def _rows(present: sparse.csr_array, first: int, last: int) -> sparse.csr_array:
    """Some rows, as a view: a slice would copy them."""
    ends = present.indptr[first : last + 1]
    held = slice(ends[0], ends[-1])
    return sparse.csr_array(
        (present.data[held], present.indices[held], ends - ends[0]), shape=(last - first, present.shape[1])
    )


def _scaled(across: sparse.csr_array, weight: np.ndarray) -> sparse.csr_array:
    data = across.data * np.repeat(weight, np.diff(across.indptr))
    return sparse.csr_array((data, across.indices, across.indptr), shape=across.shape)


def projection(table: Incidence) -> pd.DataFrame:
    """The pairs that met: organisation_a, organisation_b (categories), together, lines (rows behind the tie), in order.

    >>> from leadnet.network.incidence import incidence
    >>> rows = pd.DataFrame({"org_id": ["a", "b", "b"], "meeting_id": ["m", "m", "m"]})
    >>> projection(incidence(rows)).values.tolist()
    [['a', 'b', 1, 3]]
    """
    a, b, together = pairs_together(table.present)
    names = pd.Index(table.organisations)
    return pd.DataFrame(
        {
            "organisation_a": pd.Categorical.from_codes(a, names, validate=False),
            "organisation_b": pd.Categorical.from_codes(b, names, validate=False),
            "together": together,
            "lines": _lines_behind(table, together),
        },
        copy=False,
    )


def _lines_behind(table: Incidence, together: np.ndarray) -> np.ndarray:
    """Rows that put one or the other of a pair at an event they shared."""
    if table.present is table.lines:
        return together * 2
    # (L + 1)(L' + 1) - LL' - 1 = L + L' over the events shared, all with one pattern of entries
    one, lines = table.present, table.lines
    more = sparse.csr_array((lines.data + 1, lines.indices, lines.indptr), shape=lines.shape)
    return pairs_together(more)[2] - pairs_together(lines)[2] - pairs_together(one)[2]


def weights(table: Incidence) -> pd.DataFrame:
    """The pairs that met with each weight: a, b (rows of the incidence), together, and

    newman: sum over shared events of 1 / (size - 1) (Newman 2001); hyperbolic: of 1 / size; jaccard: shared events out
    of those at which either was; cosine: together over the root of the product of both attendances; overlap: together
    over the smaller attendance. An event of one makes no pair and no weight.
    """
    sizes = np.maximum(table.sizes, 1).astype(float)
    order = np.argsort(table.events, kind="stable")  # sums in one order, whatever the order of rows was
    present = table.present[:, order]
    with_others = 1 / np.maximum(sizes - 1, 1)
    a, b, together, newman, hyperbolic = pairs_together(present, with_others[order], (1 / sizes)[order])
    mine, theirs = table.attended[a], table.attended[b]
    return pd.DataFrame(
        {
            "a": a,
            "b": b,
            "together": together,
            "newman": newman,
            "hyperbolic": hyperbolic,
            "jaccard": together / (mine + theirs - together),
            "cosine": together / np.sqrt(mine * theirs.astype(float)),
            "overlap": together / np.minimum(mine, theirs),
        }
    )


def pair_events(present: sparse.csr_array) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each pair at each event it shares: first row, second row, column; by column, then row.

    >>> [part.tolist() for part in pair_events(sparse.csr_array([[1, 1], [0, 1], [1, 1]]))]
    [[0, 0, 0, 1], [2, 1, 2, 2], [0, 1, 1, 1]]
    """
    by_event = present.tocsc()
    by_event.sort_indices()
    first, second = pairs_within(np.diff(by_event.indptr))
    event = np.repeat(np.arange(present.shape[1]), np.diff(by_event.indptr))
    return by_event.indices[first], by_event.indices[second], event[first]


def pairs_within(sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The two places of each pair of the same list, where lists of these sizes stand end to end.

    >>> [part.tolist() for part in pairs_within(np.array([2, 1, 3]))]
    [[0, 3, 3, 4], [1, 4, 5, 5]]
    """
    later = np.repeat(np.cumsum(sizes), sizes) - np.arange(1, sizes.sum() + 1)  # those further down the same list
    first = np.repeat(np.arange(len(later)), later)
    return first, first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(later) - later, later)


def ties_of_events(table: Incidence) -> pd.DataFrame:
    """What each event adds to the network: event, present, pairs (it brings together), only (pairs that met nowhere
    else), most ties first.

    One plenary of sixty makes 1,770 ties by itself: `only` says how many of them rest on it alone.
    """
    count = table.present.shape[1]
    a, b, together, place = pairs_together(table.present, np.arange(1.0, count + 1))
    only = np.bincount(place[together == 1].astype(int) - 1, minlength=count)
    sizes = table.sizes
    found = pd.DataFrame({"event": table.events, "present": sizes, "pairs": sizes * (sizes - 1) // 2, "only": only})
    return found.sort_values(["pairs", "event"], ascending=[False, True], ignore_index=True)
