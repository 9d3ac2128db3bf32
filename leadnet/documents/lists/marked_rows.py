"""Lists whose rows say by a mark who came, in columns kept apart by gaps or pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.lists.layouts.rows import heading_row, stood_in
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line
from leadnet.documents.words.names import is_name

_GAP = re.compile(r"\t|\s{2,}")
_HERE = re.compile(r"(?:√|✓|✔|P|(?i:present|attended))\*?")
_AWAY = re.compile(r"(?:A|Ap|(?i:apols?|apologies|absent))\*?")
_COLUMN = re.compile(r"(?:attendance|attended|present|absent|apologies|apols?|status)\s*:?", re.IGNORECASE)
_INSTEAD = re.compile(r"(?P<who>.+?)\s+(?i:covering|deputising|attending|attended|substituting)")
_GOES_ON = re.compile(r"\s*\([^()]+\)\s*$")
_BESIDE = re.compile(r"\s+/\s+")  # two people of one row
_BRACKET = re.compile(r"\([^()]*\)")
_VACANT = re.compile(r"(?i:vacant|vacancy|tba|tbc)")
_FEWEST = 4  # rows with a mark
_LONGEST, _APART = 500, 2  # lines of a table; lines without a mark between two rows
_HEADING = "Attendance"
_Row = tuple[list[str], str, str]


def marked_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, such rows drawn with pipes and the status in words behind name and organisation, under a heading.

    >>> rows = ("Members:   Attendance", "Ann Lee  CVS  Present", "Jo Dale  CVS  Absent", "A Fox  CVS  Present",
    ...         "T Roe  CVS  Ed Moss covering", "Bo Hall  CVS  Present")
    >>> [line.text for line in marked_rows([Line(at, None, row) for at, row in enumerate(rows)])][::4]
    ['Attendance', '| T Roe | CVS | Apologies (substitute: Ed Moss) |']
    """
    rows, at = [_row(line) for line in lines], 0
    while at < len(lines):
        end = _end(lines, rows, at)
        if end > at:
            yield replace(lines[at], text=_HEADING)
            first = at + _heads(lines[at])
            yield from _drawn(lines[first:end], rows[first:end])
        else:
            yield lines[at]
        at = max(end, at + 1)


def _end(lines: Sequence[Line], rows: Sequence[_Row | None], at: int) -> int:
    """Where a table that begins here ends, under a row of headings or with the first mark; `at` if there is none."""
    begins = rows[at] and not any(rows[max(at - _APART - 1, 0) : at]) and not _headed(lines, at)
    if not begins and not _heads(lines[at]):
        return at
    last = at
    for place in range(at + 1, min(len(lines), at + _LONGEST)):
        line = lines[place]
        if rows[place]:
            last = place
        elif place - last > _APART or (line.text.strip() and not (_GOES_ON.match(line.text) or _cells(line.text)[1:])):
            break
    table = range(at, last + 1)
    marked, filled = sum(bool(rows[place]) for place in table), sum(bool(lines[place].text.strip()) for place in table)
    return _last_like(lines, last) + 1 if marked >= _FEWEST and 2 * marked > filled else at


def _last_like(lines: Sequence[Line], last: int) -> int:
    """The last of the people below a table's last mark whose rows have as many cells, whatever these say of them."""
    many = len(_cells(lines[last].text))
    while many > 2 and last + 1 < len(lines):
        cells = _cells(lines[last + 1].text)
        if len(cells) != many or not is_name(cells[0]):
            break
        last += 1
    return last


def _headed(lines: Sequence[Line], at: int) -> bool:
    """Whether a row drawn with pipes stands in a table whose first row says what its columns are, as layouts know."""
    first = at
    while first and lines[first].text.strip().startswith("|") and lines[first - 1].text.strip().startswith("|"):
        first -= 1
    columns = heading_row([cell.strip() for cell in lines[first].text.strip().strip("|").split("|")])
    return first < at and columns is not None and columns.kinds.count("status") > 1


def _heads(line: Line) -> bool:
    """A row of headings: what the list is of, and a column of who came."""
    first, *others = _cells(line.text) or [""]
    return bool(others) and len(first) < 40 and all(map(_COLUMN.fullmatch, others)) and not is_name(first)


def _cells(text: str) -> list[str]:
    drawn = text.strip().startswith("|")
    parts = text.strip().split("|") if drawn else _GAP.split(text.strip()) if "|" not in text else ()
    return [cell.strip() for cell in parts if cell.strip()]


def _row(line: Line) -> _Row | None:
    """Names (none of a vacant seat), organisation and status of a row; None for a line without a mark beside a name."""
    cells = _cells(line.text)
    at = next((at for at, cell in enumerate(cells) if _status(cell)), -1)
    if at < 0 or len(cells) < 2:
        return None
    said = "Apologies" if cells[at + 1 :] == ["Yes"] else _status(cells[at])
    behind = [] if cells[at + 1 :] == ["Yes"] else cells[at + 1 :]
    name, *rest = (*behind, *cells[:at]) if behind else cells[:at] or [""]
    names = _BESIDE.split(name)
    if _VACANT.fullmatch(name):
        return [], ", ".join(rest), said
    return (
        (names, ", ".join(rest), said) if all(is_name(remarks(_BRACKET.sub("", one)).text) for one in names) else None
    )


def _status(cell: str) -> str:
    """The status a cell is the mark of; blank where it is none."""
    if _HERE.fullmatch(cell):
        return "Present"
    if _AWAY.fullmatch(cell):
        return "Absent" if cell.lower().startswith("absent") else "Apologies"
    instead = _INSTEAD.fullmatch(cell)
    name = instead["who"] if instead else stood_in(cell)
    return f"Apologies (substitute: {name})" if is_name(name) else ""


def _drawn(lines: Sequence[Line], rows: Sequence[_Row | None]) -> Iterator[Line]:
    """Rows with pipes, one a person; a row without an organisation has that of the row above."""
    organisation = ""
    columns = {len(_cells(line.text)) for line, row in zip(lines, rows, strict=True) if row}
    for line, row in zip(lines, rows, strict=True):
        if not row:
            cells = _cells(line.text)
            told = columns == {len(cells)} and is_name(cells[0])  # what its last cell says is for the table to tell
            yield replace(line, text=f"| {' | '.join(cells)} |") if told else line
            continue
        names, organisation, said = row[0], row[1] or organisation, row[2]
        for name in names:
            yield replace(line, text=f"| {' | '.join(filter(None, (name, organisation, said)))} |")
