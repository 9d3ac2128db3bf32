"""A table's cells one a line, row by row, under its headings: "Name", "Organisation", "Ann Lee", "Kent CVS", ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts.entry_lines import is_name_alone
from leadnet.documents.lists.layouts.rows import Columns, entries_of, heading_row
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line

_MOSTLY = 0.9  # of the rows have a name where names stand


def fits(lines: Sequence[Line]) -> float:
    """Surely, where the lines under the headings are rows with a name where their headings say that names stand."""
    return 1.0 if _rows(*_table(lines)) else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """A row's cells together, in the order its headings tell; unsure where a row lacks a cell."""
    return list(_entries(*_table(lines)))


def _table(lines: Sequence[Line]) -> tuple[Columns, Sequence[Line]]:
    """The columns the first lines head, and the cells below; the names' own heading may be that of the list."""
    heads = [line.text.strip() for line in takewhile(lambda line: heading_row((line.text.strip(), "")), lines)]
    columns = heading_row(heads) if heads else None
    if columns and "name" not in columns.kinds:
        columns = heading_row(["Name", *heads])
    return (columns if columns and len(columns.kinds) > 1 else Columns()), lines[len(heads) :]


def _rows(columns: Columns, cells: Sequence[Line]) -> list[Sequence[Line]]:
    """As many lines as columns to a row; where cells are empty, a row a name. None where the lines are no rows."""
    if "name" not in columns.kinds:
        return []
    wide, at = len(columns.kinds), columns.kinds.index("name")
    named = [is_name_alone(remarks(line.text).text) for line in cells]
    rows = [cells[first : first + wide] for first in range(0, len(cells), wide)]
    whole = len(named) % wide == 0 and sum(named[at::wide]) >= _MOSTLY * len(rows) and sum(named) < 1.5 * len(rows)
    if whole or at or not named or not named[0]:
        return rows if whole else []
    starts = [place for place, name in enumerate(named) if name]
    rows = [cells[first:end] for first, end in zip(starts, [*starts[1:], len(cells)], strict=True)]
    return rows if sum(len(row) > wide for row in rows) <= (1 - _MOSTLY) * len(rows) else []


def _entries(columns: Columns, cells: Sequence[Line]) -> Iterator[Cells]:
    for row in _rows(columns, cells):
        said = [line.text.strip() for line in row]
        if len(row) < len(columns.kinds):
            yield Cells(tuple(row), tuple(said), sure=len(row) == 1)
            continue
        for entry in entries_of(row[0], said, columns):
            yield Cells(tuple(row), entry.cells, sure=entry.sure, heading=entry.heading)
