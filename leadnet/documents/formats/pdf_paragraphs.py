"""Rows of running text put together to paragraphs and list entries, one line each; blanks where the page has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from leadnet.documents.formats.pdf_rows import Row, opens_entry, wide_gaps
from leadnet.documents.formats.pdf_ruled import join
from leadnet.documents.formats.word_tables import Cell, Table, block_lines
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.outlines.bare_titles import bold_title
from leadnet.documents.outlines.headings import list_heading

_HEADING_WORDS = 14
_STEP, _WIDEST_STEP = 1.3, 1.65  # from line to line, in heights of the letters: where nothing tells, and at most
_SENTENCE_END = re.compile(r"[.!?:;][)\"'’”]*$")
_HANGS = re.compile(r"(?:[,;&(–-]|\b(?:and|of|for|the))$")  # a line that ends so has more of the same below


@dataclass(frozen=True)
class Style:
    """How a paper is set: the height of its common letters, the step from line to line (in heights), its right edge."""

    height: float
    step: float
    right: float
    bold: bool


@dataclass(frozen=True)
class Printed:
    """One line of the reader's text with its place; `gap` is white space above it, `full` says that it may go on.

    `cells` are those of the first row of a ruled table, which may be the rest of a row on the page before.
    """

    text: str
    top: float
    bottom: float
    gap: bool = False
    full: bool = False
    cells: tuple[str, ...] = ()


def style_of(pages: Sequence[Sequence[Row]]) -> Style:
    """The style most of a paper is set in; the step is that between a full line and the next."""
    rows = [row for page in pages for row in page if row.words]
    right = max((row.right for row in rows), default=0.0)
    height = median(word.height for row in rows for word in row.words) if rows else 10.0
    steps = [step for step in map(_step, pages) if step]
    return Style(height, median(steps) if steps else _STEP, right, sum(row.bold for row in rows) > 0.5 * len(rows))


def _step(rows: Sequence[Row]) -> float:
    """The step from line to line, in heights: the least that is common between a row and the next one below it."""
    steps = []
    for place, row in enumerate(rows):
        below = next((each for each in rows[place + 1 : place + 4] if abs(each.left - row.left) < row.height), None)
        if row.words and below and below.words and not wide_gaps(row):  # the rows of a table stand wider apart
            steps.append((below.bottom - row.bottom) / below.height)
    near = sorted(step for step in steps if 0.8 < step < _WIDEST_STEP)
    common = max(3, len(near) // 20)
    return next((step for step, other in zip(near, near[common - 1 :], strict=False) if other < 1.05 * step), 0.0)


def paragraphs(rows: Sequence[Row], style: Style) -> list[Printed]:
    """One line a paragraph, list entry or heading; the rows of a ruled table one line each."""
    found: list[Printed] = []
    right = _edge(rows, style)
    last: Row | None = None
    for row in rows:
        if row.table:
            found += _of_table(row)
        elif last and last.words and found and _goes_on(found[-1], last, row, right, style):
            text = join(found[-1].text, row.text)
            found[-1] = replace(found[-1], text=text, bottom=row.bottom, full=_is_full(row, right))
        else:
            gap = last is not None and row.bottom - last.bottom > 1.25 * style.step * row.height
            found.append(Printed(_marked(row, style), row.top, row.bottom, gap, _is_full(row, right)))
        last = row
    return found


def _edge(rows: Sequence[Row], style: Style) -> float:
    """How far to the right these lines may reach: as far as they do where many are full, else as there is room."""
    filled = [row for row in rows if row.words]
    most = max((row.right for row in filled), default=style.right)
    full = sum(row.right > most - 3 * row.height and len(row.words) > 3 for row in filled)
    return most if full > 2 and full >= 0.4 * len(filled) else max(most, style.right)


def goes_over(last: Printed, line: Printed) -> bool:
    """Whether a sentence goes on from the last line of a page or column to the first of the next."""
    unfinished = last.full and not _SENTENCE_END.search(last.text) and not last.text.startswith(("|", "# "))
    return unfinished and line.text[:1].islower()


def _of_table(row: Row) -> list[Printed]:
    first, *others = cell_lines(row.table)
    opened = Printed(first, row.top, row.bottom, gap=True, cells=row.table[0])
    return [opened, *(Printed(text, row.top, row.bottom) for text in others)]


def cell_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of cells as the lines a Word file's table gives.

    >>> cell_lines([["Jane Hill", "Director"]])
    ['| Jane Hill | Director |']
    """
    table = Table(tuple(tuple(Cell((text,) if text else ()) for text in row) for row in rows))
    return list(block_lines([table]))[:-1]


def _is_full(row: Row, right: float) -> bool:
    """Whether a line ends so near the right edge that the next may be more of the same."""
    return row.right > right - 6 * row.height


def _goes_on(line: Printed, last: Row, row: Row, right: float, style: Style) -> bool:
    """Whether a row is more of the paragraph above: as near as lines are, of the same type, and there was no room."""
    if row.bottom - last.bottom > 1.25 * style.step * row.height or not 0.87 < row.height / last.height < 1.15:
        return False
    if opens_entry(row.text) or list_heading(row.text) or (line.text.startswith("# ") and last.bold != row.bold):
        return False
    if begins_with_name(last.text) and begins_with_name(row.text) and not _HANGS.search(last.text):
        return False
    first = row.words[0]
    room = right - last.right - 0.25 * row.height
    if line.text.endswith("-") and first.text[0].islower() and room < 3 * row.height:
        return True
    return first.right - first.left > room and not _heading(last, row)


def _heading(last: Row, row: Row) -> bool:
    """A heading in bold ends where the type does."""
    return last.bold and not row.bold


def _marked(row: Row, style: Style) -> str:
    """The row's text; a heading, told by bold or larger type, is marked as one."""
    text = row.text
    larger = row.height > 1.15 * style.height
    sets_apart = larger or row.bold and not style.bold
    return f"# {text}" if sets_apart and bold_title(text) else text
