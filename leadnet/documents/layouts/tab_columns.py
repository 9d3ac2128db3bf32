"""Columns kept apart by tabs or by three or more spaces: name, post, organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.entries import Cells
from leadnet.documents.layouts.pipe_table import _HEADER
from leadnet.documents.model import Line
from leadnet.documents.names import is_name
from leadnet.documents.remarks import remarks

_GAP = re.compile(r"\s*\t\s*|\s{3,}")


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell for cell in _GAP.split(text.strip()) if cell)


def fits(lines: Sequence[Line]) -> float:
    """The share of lines that are a name, a gap and something else."""
    rows = [_cells(line.text) for line in lines]
    return sum(len(row) > 1 and is_name(remarks(row[0]).text) for row in rows) / len(lines) * 0.99


def read(lines: Sequence[Line]) -> list[Cells]:
    """One entry a line; a line that begins with a gap goes on in the columns of the one above."""
    found: list[Cells] = []
    for line in lines:
        cells = _cells(line.text)
        if all(_HEADER.match(cell) for cell in cells):
            continue
        if found and line.text[:1].isspace() and not is_name(remarks(cells[0]).text):
            found[-1] = Cells((*found[-1].lines, line), (*found[-1].cells, *cells))
        else:
            found.append(Cells((line,), cells))
    return found
