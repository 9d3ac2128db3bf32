"""Two shapes of query that are answered sooner by sorting than by hashing: distinct rows, and counts by keys.

The step's file stays the definition. Where all its columns are whole numbers the embedded engine finds the rows, joined
and filtered; they are packed into one number each, sorted, and runs of equal ones taken as one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

_DISTINCT = re.compile(r"SELECT DISTINCT ([\w., ]+)\n(FROM (?:(?!\b(?:UNION|GROUP|WITH)\b).)+)", re.DOTALL)
_COUNTS = re.compile(r"SELECT ([\w., ]+), COUNT\(\*\) AS n\n(FROM [^()]+)\nGROUP BY \1\s*", re.DOTALL)
_BITS = 62  # of a packed row


class Shape(NamedTuple):
    """The query of the rows themselves, and whether they are to be counted (else they are made distinct)."""

    rows: str
    counts: bool


def shape(query: str) -> Shape | None:
    """The shape of a query, if it has one of the two.

    >>> shape("-- pairs: of a\\nSELECT DISTINCT a, b\\nFROM t\\nWHERE a > 1")
    Shape(rows='SELECT a, b\\nFROM t\\nWHERE a > 1', counts=False)
    """
    plain = "\n".join(line for line in query.splitlines() if not line.startswith("--"))
    for form, counts in ((_COUNTS, True), (_DISTINCT, False)):
        if found := form.fullmatch(plain):
            return Shape(f"SELECT {found[1]}\n{found[2]}", counts)
    return None


def runs(columns: Mapping[str, np.ndarray], counts: bool) -> dict[str, np.ndarray] | None:
    """The distinct rows of some columns of whole numbers, in order, and if asked how often each stands (n).

    None where there are no rows, something is null, or the numbers lie too far apart to be packed.

    >>> runs({"a": np.array([7, 5, 7]), "b": np.array([1, 2, 1])}, counts=True)["n"].tolist()
    [1, 2]
    """
    if any(np.ma.is_masked(of) or not len(of) for of in columns.values()):
        return None
    lows = [int(of.min()) for of in columns.values()]
    bits = [(int(of.max()) - low).bit_length() for of, low in zip(columns.values(), lows, strict=True)]
    if sum(bits) > _BITS:
        return None
    keys = np.zeros(len(next(iter(columns.values()))), np.int64)
    for of, low, width in zip(columns.values(), lows, bits, strict=True):
        keys <<= width
        keys += of
        keys -= low
    keys.sort()
    starts = np.append(0, np.flatnonzero(keys[1:] != keys[:-1]) + 1)
    found = {"n": np.diff(starts, append=len(keys))} if counts else {}
    keys = keys[starts]
    for (name, of), low, width in reversed([*zip(columns.items(), lows, bits, strict=True)]):
        found[name] = ((keys & ((1 << width) - 1)) + low).astype(of.dtype)
        keys >>= width
    return {name: found[name] for name in (*columns, *(("n",) if counts else ()))}
