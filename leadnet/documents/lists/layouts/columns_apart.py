"""Columns read one after the other: some names, then as many organisations (or posts, then organisations), once or in
several blocks. A cell that stands behind ` / ` on the last line of its column begins the next column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts.entry_lines import HANGS, begins_with_name, is_name_alone
from leadnet.documents.lists.layouts.rows import heading_row
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line
from leadnet.documents.words.names import are_initials, person
from leadnet.documents.words.posts import is_organisation, is_post, is_topic

_BESIDE = re.compile(r"\s+/\s+")
_LEAST = 4  # names in one column that settle what the other is


@dataclass
class _Block:
    """Names, and what stands below them up to the next name."""

    names: list[Line] = field(default_factory=list)
    details: list[Line] = field(default_factory=list)

    def width(self) -> int:
        """How many columns of details the names have; 0 where they do not come out even."""
        even = self.details and len(self.details) % len(self.names) == 0
        width = len(self.details) // len(self.names) if even else 0
        return width if width < 3 or len(self.names) == 1 else 0


def _cells(lines: Sequence[Line]) -> list[Line]:
    cells = [replace(line, text=cell) for line in lines for cell in _BESIDE.split(line.text.strip(" *•-"))]
    return [cell for cell in cells if not heading_row((cell.text,))]


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    found: list[_Block] = []
    cells = _cells(lines)
    if count := _halves(cells):
        return [_Block(cells[:count], cells[count:])]
    names = [person(remarks(cell.text).text)[1] for cell in cells if is_name_alone(cell.text)]
    for cell in cells:
        if is_name_alone(cell.text) or begins_with_name(cell.text):
            if (
                not found
                or found[-1].details
                or not is_name_alone(cell.text)
                or not is_name_alone(found[-1].names[-1].text)
            ):
                found.append(_Block())
            found[-1].names.append(cell)
        elif found and not any(are_initials(cell.text.strip(" ()"), name) for name in names):
            found[-1].details.append(cell)
    return [replace(block, details=_unwrapped(block.details, len(block.names))) for block in found]


def _halves(cells: Sequence[Line]) -> int:
    """How many names stand in the first column, where all of it are names and the one or two columns as long that
    follow are, taken together, posts and organisations, whatever a single cell looks like; 0 for any other list."""
    for columns in (2, 3):
        count = len(cells) // columns
        first, others = cells[:count], cells[count:]
        if len(cells) % columns or count < _LEAST or not all(is_name_alone(cell.text) for cell in first):
            continue
        named = sum(begins_with_name(cell.text) for cell in others)
        told = sum(is_organisation(cell.text) or is_post(cell.text) for cell in others)
        if 5 * named <= len(others) and 3 * told >= 2 * len(others):
            return count
    return 0


def _unwrapped(details: list[Line], names: int) -> list[Line]:
    """Details that run over two lines put together, where that makes one for each name; else as they are.

    A line goes on where it stops at an "and" or a dash, where the next begins with the post it lacks, or where the
    next is neither a post nor an organisation.
    """
    if len(details) <= names or len(details) % names == 0:
        return details
    whole = details[:1]
    for above, line in zip(details, details[1:], strict=False):
        hangs = HANGS.search(above.text) or line.text[:1].islower()
        lacks = not _told(whole[-1].text) and _ends_post(line.text)
        if hangs or lacks or not (_told(line.text) or _opens(line, details)):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text.strip()} {line.text.strip()}")
        else:
            whole.append(line)
    return whole if len(whole) == names else details


def _opens(line: Line, details: list[Line]) -> bool:
    """Whether the line below has the post that this one lacks."""
    below = next((each for each in details if each.number > line.number), None)
    return below is not None and _ends_post(below.text) and not is_post(line.text)


def _ends_post(text: str) -> bool:
    """Whether a line begins with the last word or two of a post: "Programme Director", not "Head of Housing"."""
    words = text.split()
    held = next((n for n, word in enumerate(words[:2]) if is_post(word)), None)
    return held is not None and words[held + 1 : held + 2] not in (["of"], ["for"])


def _told(text: str) -> bool:
    return (is_organisation(text) and not is_topic(text)) or is_post(text)


def fits(lines: Sequence[Line]) -> float:
    """Well, where the lines fall into blocks of names with as many details, two names in the first or three in one."""
    if _halves(_cells(lines)):
        return 0.97
    if len(lines) < 3 or not begins_with_name(lines[0].text):
        return 0.0
    blocks = [block for block in _blocks(lines) if block.details]
    several = [block for block in blocks if len(block.names) > 1]
    uneven = sum(block.width() == 0 for block in several)
    alone = len(blocks) - len(several)
    details = [line.text for block in several for line in block.details]
    strange = sum(is_organisation(text) or is_post(text) for text in details)
    slashed = sum(bool(_BESIDE.search(line.text)) for line in lines)
    many = max((len(block.names) for block in several), default=0)
    apart = alone == 0 or 2 <= slashed < len(lines) / 2 or (many > _LEAST and alone * _LEAST <= many)
    return 0.97 if several and not uneven and 2 * strange >= len(details) and apart else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """The first name of a block with its first detail, and so on; unsure, since nothing but the order ties them."""
    return [entry for block in _blocks(lines) for entry in _entries(block)]


def _entries(block: _Block) -> Iterator[Cells]:
    count = len(block.names)
    for place, name in enumerate(block.names):
        details = block.details if count == 1 else block.details[place::count] if block.width() else []
        row = (name, *details)
        yield Cells(row, tuple(line.text.strip() for line in row), sure=count == 1)
