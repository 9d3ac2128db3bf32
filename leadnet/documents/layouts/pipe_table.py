"""Rows of a table drawn with pipes: `| John Smith | - | Chief Executive, Kent County Council |`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.entries import Cells
from leadnet.documents.model import Line

RULE = re.compile(r"^[\s|:*_=+–—-]*$")
_HEADER = re.compile(
    r"^(?:name|attendee|member|representative|title|organisation|job title|post|role|position|initials)s?$", re.I
)


def cells_of(text: str) -> tuple[str, ...]:
    """The filled cells of a row.

    >>> cells_of("| John Smith | - | Director |")
    ('John Smith', 'Director')
    """
    return tuple(cell.strip() for cell in text.strip().strip("|").split("|") if not RULE.match(cell))


def fits(lines: Sequence[Line]) -> float:
    """The share of lines that are rows."""
    return sum("|" in line.text for line in lines) / len(lines)


def read(lines: Sequence[Line]) -> list[Cells]:
    """One entry a row; a line that is no row goes on with the entry above, or stands by itself."""
    rows = [(line, cells_of(line.text)) for line in lines if not RULE.match(line.text)]
    return [Cells((line,), cells) for line, cells in rows if cells and not all(_HEADER.match(cell) for cell in cells)]
