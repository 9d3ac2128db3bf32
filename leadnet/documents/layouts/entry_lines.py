"""One person a line, whatever stands between name, post and organisation; a long entry may run over two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.entries import Cells, name_and_details
from leadnet.documents.model import Line
from leadnet.documents.names import is_name
from leadnet.documents.remarks import remarks

_MARK = re.compile(r"^\s*(?:[-*•·]\s+|\d{1,2}[.)]\s+)")
_CLOSED = re.compile(r"[.;:]\s*$")


def begins_with_name(text: str) -> bool:
    """Whether a line opens an entry.

    >>> begins_with_name("Jane Hill, Kent Police"), begins_with_name("Kent Police")
    (True, False)
    """
    return is_name(remarks(name_and_details([_MARK.sub("", text).strip()])[0]).text)


def fits(lines: Sequence[Line]) -> float:
    """The share of lines that begin with a name; it stands last, for lists no other layout fits better."""
    return max(sum(begins_with_name(line.text) for line in lines) / len(lines) * 0.9, 0.01)


def read(lines: Sequence[Line]) -> list[Cells]:
    """One entry a line, with the lines it runs over."""
    found: list[Cells] = []
    for line in lines:
        text = _MARK.sub("", line.text).strip()
        if found and _goes_on(found[-1], line):
            found[-1] = Cells((*found[-1].lines, line), (f"{found[-1].cells[0]} {text}",))
        else:
            found.append(Cells((line,), (text,)))
    return found


def _goes_on(entry: Cells, line: Line) -> bool:
    """The line straight below, after a comma, an "and" or an open bracket, or set in, that opens no entry itself."""
    above = entry.lines[-1]
    if line.number != above.number + 1 or begins_with_name(line.text) or not begins_with_name(entry.cells[0]):
        return False
    text = entry.cells[0]
    hangs = text.endswith((",", " and", " of", " for", "&", "-", "–", "/")) or text.count("(") > text.count(")")
    return hangs or (_indent(line) > _indent(above) and not _CLOSED.search(text))


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())
