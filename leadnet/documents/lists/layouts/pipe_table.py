"""Rows of a table drawn with pipes: `| John Smith | - | Chief Executive, Kent County Council |`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts.organisation_headings import heads
from leadnet.documents.lists.layouts.rows import RULE, Columns, entries_of, heading_row, mark_status
from leadnet.documents.model import Line


def cells_of(text: str) -> tuple[str, ...]:
    """The filled cells of a row.

    >>> cells_of("| John Smith | - | Director |")
    ('John Smith', 'Director')
    """
    return tuple(cell for cell in _all_cells(text) if not RULE.match(cell))


def _all_cells(text: str) -> tuple[str, ...]:
    bare = text.strip()
    drawn = bare.removeprefix("|").removesuffix("|") if bare.startswith("|") else bare  # else "a | |" ends in a blank
    return tuple(cell.strip(" \t*_") for cell in drawn.split("|"))


def fits(lines: Sequence[Line]) -> float:
    """The share of lines that are rows."""
    return sum("|" in line.text for line in lines) / len(lines)


def read(lines: Sequence[Line]) -> list[Cells]:
    """The entries of each row; a row that is nothing but an organisation heads those below it."""
    found: list[Cells] = []
    columns, under, beside = Columns(), "", ""
    for line in lines:
        cells = cells_of(line.text)
        if not cells:
            continue
        if headed := heading_row(_all_cells(line.text)):
            columns = headed
        elif len(cells) == 1 and heads(cells[0]):
            under = heads(cells[0])
        else:
            row = _all_cells(line.text) if columns.kinds else mark_status(cells)
            beside = heads(cells[0]) or (beside if not _all_cells(line.text)[0] else "")
            entries = entries_of(line, row, columns)
            found += [replace(entry, under=entry.under or under or beside) for entry in entries]
    return found
