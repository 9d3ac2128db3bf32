"""Action logs whose columns stand apart by gaps and whose rows run over several lines, as printed pages are copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.decided.action_table import GOES_ON, opens_table
from leadnet.documents.model import Line

_CELL = re.compile(r"\S+(?:\s\S+)*")
_NUMBER = re.compile(r"\(?[A-Z]{0,3}\d{1,3}[.)]?")
_LEAST = 2  # rows of a log


def gap_logs(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those of such a log with strokes between the cells, and a mark on those that go on with a row.

    >>> rows = ("Actions             Who", "1.  Write to all    Ann Lee", "    partners", "2.  Book a room     JD")
    >>> [line.text for line in gap_logs([Line(at, None, row) for at, row in enumerate(rows)]) if line.text]
    ['| No | Actions | Who |', '| 1. | Write to all | Ann Lee |', '| … | partners |  |', '| 2. | Book a room | JD |']
    """
    upto = 0
    for place, line in enumerate(lines):
        if place < upto:
            continue
        starts = _columns(line.text)
        block = list(_block(lines[place + 1 :], starts)) if starts else []
        if sum(bool(row[0]) for _, row in block) < _LEAST:
            yield line
            continue
        upto = place + 1 + len(block)
        heads = ["No", *(cell[0] for cell in _CELL.finditer(line.text))]
        yield replace(line, text=_row(heads))
        yield from (replace(each, text=_row(row, above=True) if any(row) else "") for each, row in block)


def _columns(text: str) -> list[int]:
    """Where the columns of a heading row begin; none where a line is no such row, or has another sort of cells."""
    cells = list(_CELL.finditer(text))
    apart = len(cells) > 1 and "|" not in text and "\t" not in text
    return [cell.start() for cell in cells] if apart and opens_table(text) else []


def _block(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[tuple[Line, list[str]]]:
    """The lines of a log, each with its cells by column, a number's before the first; up to text at the margin."""
    numbered = False
    for line in lines:
        cells = list(_CELL.finditer(line.text))
        number = _NUMBER.match(line.text.strip()) if cells else None
        numbered = numbered or bool(number)
        if "|" in line.text or not numbered and cells or cells and not number and cells[0].start() < starts[0] - 1:
            return
        row = ["" for _ in range(len(starts) + 1)]
        for cell in cells:
            at = 0 if number and cell is cells[0] else 1 + _nearest(starts, cell.start())
            row[at] = f"{row[at]} {cell[0]}".strip()
        yield line, row


def _nearest(starts: Sequence[int], at: int) -> int:
    return min(range(len(starts)), key=lambda place: abs(starts[place] - at))


def _row(cells: Sequence[str], above: bool = False) -> str:
    """The cells between strokes; of a line that goes on with the row above, behind the mark that says so."""
    if above and not cells[0]:
        return f"{GOES_ON} {' | '.join(cells[1:])} |"
    return f"| {' | '.join(cells)} |"
