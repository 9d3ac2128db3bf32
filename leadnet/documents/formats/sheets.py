"""The readers of .xlsx and .csv: one line a row, `| a | b |`, numbered as the sheet numbers its rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time

from leadnet.documents.formats.text import text_lines
from leadnet.documents.formats.zipped import LEFT_ALONE, Parts
from leadnet.documents.model import Line, Problem, Unread

MOST_CELLS = 100_000  # filled cells; a register of 100 people over 20 years of months has 24,000
_MOST_PLACES = 4_000_000  # cells gone through, filled or not
_LONGEST_ROW = 100  # lines of the file
_DELIMITERS = ",;\t|"

Read = tuple[tuple[Line, ...], tuple[Problem, ...]]


def csv_lines(content: bytes, file: str) -> Read:
    """The rows of a CSV file, each at the line of the file on which it begins."""
    printed, problems = text_lines(content, file)
    rows = csv.reader((f"{line.text}\n" for line in printed), delimiter=_delimiter(printed), strict=False)
    found: list[Line] = []
    filled, begins = 0, 1
    try:
        for cells in rows:
            filled += sum(bool(cell.strip()) for cell in cells)
            if filled > MOST_CELLS:
                raise _too_many(file)
            if rows.line_num - begins > _LONGEST_ROW:
                raise csv.Error(f"a quote mark opens a cell of {rows.line_num - begins + 1} lines")
            if cells and cells[-1].endswith("\n") and _open_at_end(printed, rows.line_num):
                raise csv.Error("a quote mark opens a cell that nothing closes")
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                found.append(Line(begins, None, _row(cells)))
            begins = rows.line_num + 1
    except csv.Error as error:
        raise Unread(
            f"{file}: not read - line {begins} cannot be taken apart ({error}). Look for a stray quote mark there, "
            "save it as CSV UTF-8 and try again."
        ) from None
    return tuple(found), (*problems, *_unparted(found))


def _unparted(rows: Sequence[Line]) -> tuple[Problem, ...]:
    """The warning for a table no row of which has a second cell."""
    if len(rows) < 2 or any(" | " in row.text for row in rows):
        return ()
    what = "no row has more than one cell: its columns are parted by another mark than a comma, semicolon, tab or |"
    return (Problem("1", what, "save it as CSV with commas and read it again"),)


def _open_at_end(lines: Sequence[Line], number: int) -> bool:
    """Whether the last line ends within a cell, which a quote mark would have closed."""
    return number == len(lines) and not lines[-1].text.rstrip().endswith('"')


def _delimiter(lines: Sequence[Line]) -> str:
    """The mark that stands most often in the first lines; a comma where none does."""
    head = "\n".join(line.text for line in lines[:20])
    return max(_DELIMITERS, key=lambda mark: (head.count(mark), mark == ","))


def xlsx_lines(content: bytes, file: str) -> Read:
    """The rows of every sheet that is not hidden; `page` is the sheet, its name a heading where there are several."""
    parts = Parts(content, file, ".xlsx")
    for name in parts.names():  # openpyxl reads these parts by itself, so each is looked through before
        if not name.startswith(LEFT_ALONE):
            parts.read(name)
    try:
        sheets = [(name, list(rows)) for name, rows in _sheets(content, file)]
    except (Unread, MemoryError):
        raise
    except Exception:  # openpyxl lets through whatever a damaged file makes it stumble over
        raise parts.unread("it is damaged, or no workbook of Excel's", "Open it in Excel, save it again") from None
    return _numbered([(name, rows) for name, rows in sheets if rows]), ()


def _sheets(content: bytes, file: str) -> Iterator[tuple[str, Iterator[tuple[int, list[str]]]]]:
    """Name and filled rows, with their numbers, of each sheet."""
    from openpyxl import load_workbook  # slow to load, and only workbooks need it

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            yield sheet.title, _rows(sheet.iter_rows(), file)


def _rows(rows: Iterable[Sequence[object]], file: str) -> Iterator[tuple[int, list[str]]]:
    filled = gone_through = 0
    for number, row in enumerate(rows, start=1):
        cells = [_printed(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        filled += sum(map(bool, cells))
        gone_through += len(row) + 1
        if filled > MOST_CELLS or gone_through > _MOST_PLACES:
            raise _too_many(file)
        if cells:
            yield number, cells


def _too_many(file: str) -> Unread:
    return Unread(
        f"{file}: not read - it has more than {MOST_CELLS:,} filled cells, or cells far outside its table. Save the "
        "register alone as a workbook of its own and try again."
    )


def _numbered(sheets: Sequence[tuple[str, list[tuple[int, list[str]]]]]) -> tuple[Line, ...]:
    """Lines that run on through the sheets; of a single sheet they are its own row numbers."""
    found: list[Line] = []
    before = 0
    for page, (name, rows) in enumerate(sheets, start=1):
        if len(sheets) > 1:
            before += 1
            found.append(Line(before, page, f"# {name}"))
        found += [Line(before + number, page, _row(cells)) for number, cells in rows]
        before = found[-1].number
    return tuple(found)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(' '.join(cell.replace('|', '/').split()) for cell in cells)} |"


def _printed(cell: object) -> str:
    """A cell as it would be read aloud: a day as 2024-03-05, or March 2024 where the sheet shows no day."""
    value = getattr(cell, "value", None)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime | date):
        shown = str(getattr(cell, "number_format", "")).lower()
        return value.strftime("%Y-%m-%d" if "d" in shown or shown == "general" else "%B %Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
