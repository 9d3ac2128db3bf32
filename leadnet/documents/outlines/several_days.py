"""A list whose rows end in a mark for each of several meetings: only the column of the meeting at hand is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.outlines.outline import Listed
from leadnet.documents.register.register_codes import Codes, codes_of
from leadnet.documents.words.dates import days

_GAP = re.compile(r"\t|\s{3,}")
_SAYS = {"present": "present", "apologies": "apologies", "absent": "absent", "in_attendance": "in attendance"}
_LOOKED_AT = 1000  # letters of a line that can head the columns
_LEAST = 2  # days that make a grid, and rows of marks


def own_day(listed: Listed, head: Sequence[Line]) -> Listed:
    """The list with one mark a row, in words; as it is where no line heads its columns with days.

    A row whose mark says that nobody was expected ("-", "n/a") is left out; a blank among marks is an absence.
    """
    over = next((line for line in (*head, listed.at, *listed.lines) if len(_dated(line)) >= _LEAST), None)
    if over is None:
        return listed
    dated = _dated(over)
    rows = {line.number: cells for line in listed.lines if (cells := _marked(line, len(dated)))}
    if len(rows) < _LEAST:
        return listed
    codes = codes_of([], [cell for cells in rows.values() for cell in cells[-len(dated) :]])
    told = {day.iso for line in head if line is not over for day in days(line.text[:_LOOKED_AT])}
    column = next((place for place, day in enumerate(dated) if day in told), dated.index(max(dated)))
    lines = [line for line in listed.lines if line is not over]
    read = [
        _plain(line, rows[line.number], len(dated), column, codes) if line.number in rows else line for line in lines
    ]
    return replace(listed, lines=tuple(line for line in read if line))


def _dated(line: Line) -> list[str]:
    """The days that head the last columns of a row, one a cell."""
    found: list[str] = []
    for cell in reversed(_cells(line.text[:_LOOKED_AT])):
        named = days(cell)
        if len(named) != 1 or len(cell) > len(named[0].printed) + len("Wednesday "):
            break
        found.insert(0, named[0].iso)
    return found


def _marked(line: Line, count: int) -> list[str]:
    """The cells of a row that ends in a mark for each day; none for any other line."""
    cells = _cells(line.text[:_LOOKED_AT])
    marks = cells[-count:]
    known = [codes_of([], marks).mark(cell) for cell in marks]
    return cells if len(cells) > count and cells[0] and any(marks) and all(known) else []


def _plain(line: Line, cells: Sequence[str], count: int, column: int, codes: Codes) -> Line | None:
    """A row with what its own mark says behind the name, as remarks are printed elsewhere."""
    mark = codes.mark(cells[column - count])
    if mark is None or not (mark.status or mark.by):
        return None
    said = f"represented by {mark.by}" if mark.by else _SAYS.get(mark.status, "absent")
    name, *details = [cell for cell in cells[:-count] if cell]
    return replace(line, text="\t".join((f"{name} ({said})", *details)))


def _cells(text: str) -> list[str]:
    bare = text.strip(" ")
    if "|" in bare:
        return [cell.strip() for cell in bare.removeprefix("|").removesuffix("|").split("|")]
    return [cell.strip() for cell in _GAP.split(bare)]
