"""Columns read one after the other: all names, then all organisations (or all posts, then all organisations)."""

from __future__ import annotations

from collections.abc import Sequence

from leadnet.documents.entries import Cells
from leadnet.documents.model import Line
from leadnet.documents.names import is_name
from leadnet.documents.posts import is_organisation, is_post
from leadnet.documents.remarks import remarks


def _count(lines: Sequence[Line]) -> int:
    """How many names come first, where as many lines of details (or twice as many) follow; else 0."""
    for width in (2, 3):
        count = len(lines) // width
        if count < 2 or len(lines) % width:
            continue
        first, rest = lines[:count], [line.text.strip() for line in lines[count:]]
        names = all(is_name(remarks(line.text.strip()).text) for line in first)
        strange = sum(is_organisation(text) or is_post(text) for text in rest)
        if (
            names
            and 2 * strange >= len(rest)
            and not (width == 2 and is_name(rest[0]) and not is_organisation(rest[0]))
        ):
            return count
    return 0


def fits(lines: Sequence[Line]) -> float:
    """Well, where the lines fall into two or three equal blocks, the first all names."""
    return 0.97 if _count(lines) else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """The first name with the first detail, and so on; unsure, since nothing but the order ties them."""
    count = _count(lines)
    rows = [lines[place::count] for place in range(count)]
    return [Cells((row[0],), tuple(line.text.strip() for line in row), sure=False) for row in rows]
