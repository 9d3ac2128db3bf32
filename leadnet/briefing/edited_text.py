"""An edited Word file as what its numbers are: those under a mark, and those that stand in the text by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from leadnet.briefing.apparatus import POINTERS, Apparatus
from leadnet.briefing.content import Briefing
from leadnet.briefing.readback import Mark, Passage
from leadnet.briefing.tokens import days, folded, numbers

_LABEL = re.compile(r"\s*(?:(?P<Paragraph>\d+\.\d+)|(?P<Section>\d+)\.|(?P<what>Figure|Table) (?P<number>\d+):)(?=\s)")
_PAGE = re.compile(r"Page \d+ of \d+")
Said = tuple[str, ...]
BODY = ("text", "heading", "cell")  # what people edit in Word
SIGN = "∎"


@dataclass(frozen=True)
class Marked:
    """A text under a mark: where it stands, the mark, and what is printed behind it."""

    where: str
    mark: Mark
    text: str
    after: str

    @property
    def said(self) -> Said:
        """The numbers and dates it gives, by which two texts are compared; of a quotation every word."""
        text = folded(self.text).strip()
        if self.mark.kind == "quote":
            return (text,)
        dated = days(text)
        plain = [n for n in numbers(text) if not any(day.start <= n.start and n.end <= day.end for day in dated)]
        return (*(day.iso for day in dated), *(n.figures.replace(",", "") or n.text.lower() for n in plain))


@dataclass(frozen=True)
class Loose:
    """A number under no mark: where it stands, its place in the whole passage, and the words next to it."""

    where: str
    role: str
    whole: str
    start: int
    end: int
    beside: tuple[tuple[str, str], tuple[str, str]]

    @property
    def text(self) -> str:
        """The number as printed."""
        return self.whole[self.start : self.end]

    @property
    def around(self) -> str:
        """The words around it."""
        return self.whole[max(0, self.start - 30) : self.end + 30].strip()

    @property
    def stands(self) -> set[tuple[str, tuple[str, str]]]:
        """By what it is known again: a word beside it; outside the text itself also the place, as one chart's words."""
        place = "" if self.role in BODY else self.where
        return {(place, pair) for pair in self.beside}


@dataclass(frozen=True)
class Place:
    """A paragraph, or a whole row of a table: its words with a sign for each mark, and the marks in order."""

    where: str
    words: str
    marks: tuple[Marked, ...]


@dataclass(frozen=True)
class Reading:
    """The numbers of a file, in reading order."""

    marked: tuple[Marked, ...]
    loose: tuple[Loose, ...]
    places: tuple[Place, ...]


def reading(passages: Sequence[Passage], paper: Briefing, rows: Sequence[int] = ()) -> Reading:
    """The numbers of a file; those of its own order (sections, paragraphs, tables, pages) are left aside.

    `rows` are the rows of the paragraphs that stand in tables, in order.
    """
    apparatus = Apparatus(paper, passages)
    exists = {label for read in passages if (label := _label(read))}
    marked: list[Marked] = []
    loose: list[Loose] = []
    places: list[tuple[int | None, Place]] = []
    rows_left = iter(rows)
    for read in passages:
        where = apparatus.enter(read)
        text, spots = "", []
        for run, mark in read.runs:
            start, text = len(text), text + folded(run)
            if mark is not None:
                spots.append((start, len(text), mark))
        mine = tuple(Marked(where, mark, text[a:b], text[b : b + 12]) for a, b, mark in spots)
        own = [*((a, b) for a, b, _ in spots), *_own(read, text, exists)]
        marked += mine
        loose += _loose(where, read.role, text, own)
        row = next(rows_left, None) if read.role == "cell" else None
        places.append((row, Place(where, _words(text, read, spots), mine)))
    return Reading(tuple(marked), tuple(loose), tuple(_by_row(places)))


def _words(text: str, read: Passage, spots: Sequence[tuple[int, int, Mark]]) -> str:
    """The words of a passage without its own number, a sign where a mark stands."""
    begins = _LABEL.match(text).end() if _label(read) else 0
    for a, b, _ in reversed(spots):
        text = f"{text[:a]} {SIGN} {text[b:]}"
    return " ".join(text[begins:].split())


def _by_row(places: Sequence[tuple[int | None, Place]]) -> Iterator[Place]:
    """The places with the cells of one row put together."""
    for row, group in groupby(places, key=lambda each: each[0]):
        cells = [place for _, place in group]
        if row is None:
            yield from cells
        else:
            marks = tuple(mark for cell in cells for mark in cell.marks)
            yield Place(cells[0].where, " | ".join(cell.words for cell in cells), marks)


def _label(read: Passage) -> tuple[str, str] | None:
    """What a passage's opening number may be pointed at as, such as ("Figure", "1")."""
    found = _LABEL.match(folded(read.text)) if read.role in ("text", "heading") else None
    if not found:
        return None
    if found["what"]:
        return found["what"], found["number"]
    return ("Paragraph", found["Paragraph"]) if found["Paragraph"] else ("Section", found["Section"])


def _own(read: Passage, text: str, exists: set[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Where a passage's own number, what points at another, and the number of a page stand."""
    if _label(read):
        yield _LABEL.match(text).span()
    for found in POINTERS.finditer(text):
        if all((found[1].title(), number) in exists for number in re.findall(r"\d+(?:\.\d+)?", found[2])):
            yield found.span()
    if read.role == "footer":
        yield from (found.span() for found in _PAGE.finditer(text))


def _loose(where: str, role: str, text: str, own: Sequence[tuple[int, int]]) -> Iterator[Loose]:
    """The dates and numbers of a passage outside these places; a date counts once."""
    dated = [(day.start, day.end) for day in days(text)]
    plain = [(n.start, n.end) for n in numbers(text) if not _within(n.start, n.end, dated)]
    for start, end in sorted([*dated, *plain]):
        if not _within(start, end, own):
            before, after = "".join(text[:start].split()[-1:]).lower(), "".join(text[end:].split()[:1]).lower()
            said = text[start:end].lower()
            yield Loose(where, role, text, start, end, ((before, said), (said, after)))


def _within(start: int, end: int, spots: Sequence[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spots)
