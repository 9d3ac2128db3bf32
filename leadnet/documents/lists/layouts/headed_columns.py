"""Columns read one after the other, each under its own heading: "Name", all the names, "Designation", all the posts."""

from __future__ import annotations

from collections.abc import Sequence

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts.rows import heading_row
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line
from leadnet.documents.words.names import is_name

_LEAST = 3  # cells of a column
_ORDER = ("name", "post", "organisation")


def _columns(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """The kind and the cells of each column; empty where these lines are no such columns."""
    found: list[tuple[str, list[Line]]] = []
    for line in lines:
        headed = heading_row((line.text.strip(),))
        if headed and headed.kinds[0] in _ORDER:
            found.append((headed.kinds[0], []))
        elif found:
            found[-1][1].append(line)
        else:
            return []
    return found


def fits(lines: Sequence[Line]) -> float:
    """Surely, where names stand under the first heading and as many cells under each of the others."""
    columns = _columns(lines)
    if len(columns) < 2 or columns[0][0] != "name" or len({len(cells) for _, cells in columns}) > 1:
        return 0.0
    names = [is_name(remarks(line.text).text) for line in columns[0][1]]
    return 1.0 if len(names) >= _LEAST and sum(names) >= 0.8 * len(names) else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """The first cell of each column, and so on; unsure, since nothing but the order ties them."""
    columns = sorted(_columns(lines), key=lambda column: _ORDER.index(column[0]))
    rows = zip(*(cells for _, cells in columns), strict=True)
    return [Cells(tuple(row), tuple(line.text.strip() for line in row), sure=False) for row in rows]
