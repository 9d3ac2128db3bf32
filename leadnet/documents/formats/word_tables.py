"""Tables of Word and web pages as lines: one a row, `| a | b |`; more where a row holds several entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from leadnet.documents.formats.table_lines import table_lines as row_lines
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.outlines.flow import BULLET
from leadnet.documents.outlines.headings import list_heading
from leadnet.documents.words.names import is_name
from leadnet.documents.words.posts import is_organisation, is_post

_OWNER = re.compile(
    r"^(?:owners?|leads?|who|by whom|responsib\w*|lead officer|action by|person responsible|assigned to)\W*$", re.I
)
_NUMBER = re.compile(r"^\(?\d+(?:[./]\d+)*[.)]?$")
_TITLE = 9  # words of a title
_LONG = 90  # letters from which a paragraph of a cell is text and no name or post


@dataclass(frozen=True)
class Cell:
    """One cell: its paragraphs and tables in order, the columns it spans, and whether it goes on from the row above."""

    blocks: tuple[str | Table, ...]
    span: int = 1
    goes_on: bool = False

    @property
    def paragraphs(self) -> list[str]:
        """Its lines of text, blank ones between them kept."""
        text = "\n".join(block for block in self.blocks if isinstance(block, str))
        return [line.strip() for line in text.strip("\n ").split("\n")] if text.strip() else []


@dataclass(frozen=True)
class Table:
    """A table: rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]


def block_lines(blocks: Sequence[str | Table]) -> Iterator[str]:
    """Paragraphs and tables as lines: a blank line after each paragraph and each table, none between rows.

    >>> list(block_lines(["Present", Table(((Cell(("Ann Lee",)), Cell(("Kent Police",))),))]))
    ['Present', '', '| Ann Lee | Kent Police |', '']
    """
    for block in blocks:
        if isinstance(block, Table):
            yield from table_lines(block)
            yield ""
        elif block.strip():
            yield from block.rstrip().split("\n")
            yield ""


def table_lines(table: Table) -> Iterator[str]:
    """The lines of a table; one of a single column only frames its text, which stands as if there were no table."""
    if all(len(row) <= 1 for row in table.rows):
        yield from block_lines([block for row in table.rows for cell in row for block in cell.blocks])
        return
    log = any(_OWNER.match(" ".join(cell.paragraphs)) for cell in table.rows[0]) and not _of_minutes(table.rows[1:])
    above: dict[int, list[str]] = {}
    plain: list[tuple[str, ...]] = []
    for row in table.rows:
        if any(isinstance(block, Table) for cell in row for block in cell.blocks):
            yield from _spaced(row_lines(plain))
            plain = []
            for cell in row:
                yield from block_lines(cell.blocks)
        else:
            plain += _opened(_columns(row, above), log)
    yield from _spaced(row_lines(plain))


def _of_minutes(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether two rows or more hold a title and text below it in one cell, as rows of a log seldom do."""
    cells = [[text for text in cell.paragraphs if text] for row in rows for cell in row]
    titled = [
        texts for texts in cells if len(texts) > 1 and len(texts[0].split()) < _TITLE and texts[0][-1] not in ".;:,"
    ]
    return sum(texts[1].endswith((".", ":")) or len(texts[1]) > _LONG for texts in titled) > 1


def _spaced(lines: Sequence[str]) -> Iterator[str]:
    """A blank line between two lines of running text, but none between one and the action beside it."""
    for place, line in enumerate(lines):
        yield line
        below = lines[place + 1] if place + 1 < len(lines) else ""
        if below and not line.startswith("|") and not below.startswith(("|", "Action: ")):
            yield ""


def _columns(row: Sequence[Cell], above: dict[int, list[str]]) -> list[list[str]]:
    """The paragraphs of each column: blank where a wide cell runs on; an organisation merged over rows is repeated."""
    found: list[list[str]] = []
    for cell in row:
        here = cell.paragraphs
        if cell.goes_on:
            here = here or above.get(len(found), [])
        else:
            merged = len(here) == 1 and is_organisation(here[0]) and not list_heading(here[0])
            above[len(found)] = here if merged else []
        found += [here, *([] for _ in range(cell.span - 1))]
    return found


def _opened(columns: Sequence[list[str]], log: bool) -> list[tuple[str, ...]]:
    """The lines of one row, from the paragraphs in its cells.

    A list of people with its heading in each cell, or a person in each: one after the other. As many in each filled
    cell: one line each. A label or number with several entries or text beside it: a line each, the rest in the first.
    Else, and in a log (where a row is one action), all paragraphs of a cell in one.
    """
    filled = [cell for cell in columns if cell]
    if not filled or max(map(len, filled)) == 1:
        return [tuple(cell[0] if cell else "" for cell in columns)]
    if len(filled) > 1 and all(list_heading(cell[0]) for cell in filled):
        return [
            (text,) for cell in filled for text in cell
        ]  # "Present:" and its people beside "Apologies:" and its own
    tight = [[text for text in cell if text] for cell in columns]
    if _person_a_cell(tight):
        return [(", ".join(cell),) for cell in tight if cell]
    for cells in (columns, tight) if not _one_person(tight) else ():
        if len({len(cell) for cell in cells if cell}) == 1 and not (log and len(filled) == 1):
            return list(zip_longest(*cells, fillvalue=""))
    if not log and (_labelled(tight) or _prose(tight)):
        return _beside(tight)
    return [tuple(_joined(cell) for cell in tight)]


def _person_a_cell(cells: Sequence[list[str]]) -> bool:
    """Whether people stand side by side, each with post or organisation below the name in a cell of its own."""
    several = [[begins_with_name(text) for text in cell] for cell in cells if cell]
    return len(several) > 1 and all(len(cell) > 1 and cell[0] and not any(cell[1:]) for cell in several)


def _one_person(cells: Sequence[list[str]]) -> bool:
    """Whether a row is one entry over several lines: a name with a post below it beside an organisation over two."""
    named = [[begins_with_name(text) for text in cell] for cell in cells if len(cell) > 1]
    return len(named) > 1 and any(cell[0] and not any(cell[1:]) for cell in named) and not any(
        sum(cell) > 1 for cell in named)  # fmt: skip


def _beside(cells: Sequence[list[str]]) -> list[tuple[str, ...]]:
    """A line for each paragraph of the longest cell: what is left of it by its first, what is right by its last."""
    most = max(map(len, cells))
    longest = [len(cell) for cell in cells].index(most)
    padded = [
        [""] * (most - len(cell)) + cell if cell and place > longest else cell + [""] * (most - len(cell))
        for place, cell in enumerate(cells)
    ]
    return list(zip(*padded, strict=True))


def _labelled(cells: Sequence[list[str]]) -> bool:
    first = next(cell for cell in cells if cell)
    text = first[0]
    return len(first) == 1 and (text.endswith(":") or bool(_NUMBER.match(text)) or bool(list_heading(text)))


def _prose(cells: Sequence[list[str]]) -> bool:
    several = [text for cell in cells if len(cell) > 1 for text in cell]
    return any(len(text) > _LONG or text.endswith(".") or BULLET.match(text) for text in several)


def _joined(texts: Sequence[str]) -> str:
    """Sentences by a space, pieces of an entry by a comma, entries that hold commas by a semicolon.

    A name or an organisation cut in two by the width of its cell is put together.
    """
    whole = " ".join(texts)
    if len(texts) == 2 and (_cut_name(texts) or _cut_organisation(texts)):
        return whole
    if any(len(text) > _LONG or text.endswith((".", ";", ",", ":")) for text in texts[:-1]):
        return " ".join(texts)
    return ("; " if any("," in text for text in texts) else ", ").join(texts)


def _cut_name(texts: Sequence[str]) -> bool:
    """ "Supt Tom" over "Marsh": the second line is the surname alone."""
    rest = texts[1]
    surname = len(rest.split()) == 1 and rest[:1].isupper() and not (is_post(rest) or is_organisation(rest))
    return surname and is_name(" ".join(texts))


def _cut_organisation(texts: Sequence[str]) -> bool:
    """ "Ashbury District" over "Council": one organisation, and not a body over one of its departments."""
    both = all(is_organisation(text) and len(text.split()) > 1 for text in texts)
    return is_organisation(" ".join(texts)) and not both and not any(is_post(text) for text in texts)
