"""A paper's outline: its head, its attendance lists and its items, found by their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from leadnet.documents.action_table import opens_table
from leadnet.documents.entries import Heading
from leadnet.documents.flow import BULLET
from leadnet.documents.headings import (
    MARKER,
    VERB,
    apologies_heading,
    aside,
    cells_beside,
    columns_of_lists,
    item_heading,
    list_heading,
    plain_heading,
)
from leadnet.documents.layouts.entry_lines import begins_with_name, opens_entry
from leadnet.documents.layouts.organisation_headings import heads
from leadnet.documents.list_ends import names_nobody, short_title
from leadnet.documents.list_words import is_chair
from leadnet.documents.markers import opens_actions
from leadnet.documents.model import Line
from leadnet.documents.unfold import unfolded
from leadnet.documents.unheaded import unheaded

_UNFINISHED = re.compile(r"(?::|–|-|,|&|\b(?:and|of|the|for|on|in))\s*$")
_MINUTES = re.compile(r"^\W*(?:minutes|notes)\W*$", re.IGNORECASE)
_BELOW = 12  # lines under a line that may tell what it is
_ITEMS = "# Items"  # so headed, as on pages of ModernGov, the items are the lines marked "# " and no others
_MARKED_ITEM = re.compile(r"# (?:(?P<number>\d{1,4}[a-z]?(?:\.\d{1,3})?)\. )?(?P<title>\S.*)")
_STANDING_IN = re.compile(r"\b(?:represented|substitut|deputis|attended|apologi)", re.IGNORECASE)


@dataclass(frozen=True)
class Listed:
    """An attendance list: its heading, the line that stands on, and the lines below; `implied` where it has none."""

    heading: Heading
    at: Line
    lines: tuple[Line, ...] = ()
    implied: bool = False


@dataclass(frozen=True)
class Section:
    """An item: its number and title, the lines of its heading and the lines below."""

    number: str
    title: str
    at: tuple[Line, ...]
    lines: tuple[Line, ...] = ()


@dataclass
class Outline:
    """The parts of a paper in the order they stand."""

    head: list[Line] = field(default_factory=list)
    lists: list[Listed] = field(default_factory=list)
    items: list[Section] = field(default_factory=list)
    asides: list[Line] = field(default_factory=list)


def outline(lines: Sequence[Line]) -> Outline:
    """Every line put to the head, a list, an item, or aside."""
    lines = unfolded(lines)
    walk = _Walk(any(_top_item(line, None) for line in lines), unheaded(lines))
    for position, line in enumerate(lines):
        walk.take(line, lines[position + 1 : position + 1 + _BELOW])
        walk.above = line
    return walk.found


class _Walk:
    """One pass down a paper; `into` says where the next plain line belongs, `implied` where a list has no heading."""

    def __init__(self, numbered: bool, implied: Line | None):
        self.found, self.into, self.numbered, self.implied = Outline(), "head", numbered, implied
        self.last: str | None = None
        self.joined: Line | None = None
        self.above: Line | None = None
        self.marked = False
        self.beside = 1

    def take(self, line: Line, below: Sequence[Line]) -> None:
        """Put one line where it belongs."""
        if line is self.joined:
            return
        self.marked = self.marked or line.text == _ITEMS
        opened = None if self._marked_item(line) else self._list(line) or self._chair_below(line, below)
        if beside := columns_of_lists(line.text) if opened else ():
            self.beside = len(beside)
            for heading in beside:
                self._open_list(line, heading, "")
        elif self.into == "list" and self.beside > 1 and len(cells_beside(line.text)) == self.beside:
            self._add_beside(line)
        elif opened:
            self.beside = 1
            self._open_list(line, *opened)
        elif self.into in ("head", "list") and (opens_table(line.text) or opens_actions(line.text)):
            self._back_to_text(line)
        elif aside(line.text) and self.into != "item":
            self.into, self.last = "aside", None
            self.found.asides.append(line)
        elif self.into == "aside" and self._still_aside(line):
            self.found.asides.append(line)
        elif heading := self._item(line, below):
            self._open_item(line, below, *heading)
        elif line is self.implied and self.into == "head":
            self._open_list(line, Heading(""), line.text, implied=True)
        elif self.into == "list" and (_prose(line) or (self._after_gap() and names_nobody([line, *below]))):
            self._back_to_text(line)
        else:
            self._add(line)

    def _list(self, line: Line) -> tuple[Heading, str] | None:
        """The list a line opens. Inside items one is looked for only while none of those present has been found."""
        if self.into == "item" and any(listed.heading.status != "apologies" for listed in self.found.lists):
            return None
        opened = list_heading(line.text)
        if opened and (self.into != "item" or opened[0].status != "apologies"):
            return opened
        return apologies_heading(line.text) if self.into != "item" else None

    def _chair_below(self, line: Line, below: Sequence[Line]) -> tuple[Heading, str] | None:
        """ "Chair:" alone on a line with a name on the next."""
        words = line.text.strip(" \t#*_:")
        alone = self.into != "item" and is_chair(words) and below and opens_entry(below[0].text)
        return (Heading(words, chair=True), "") if alone else None

    def _back_to_text(self, line: Line) -> None:
        """Prose below a list belongs to the item the list stands in, or opens one without number and title."""
        self.into = "item"
        if self.found.items:
            self._add(line)
        else:
            self.found.items.append(Section("", "", (line,), (line,)))

    def _open_list(self, line: Line, heading: Heading, rest: str, implied: bool = False) -> None:
        first = (replace(line, text=rest),) if rest else ()
        self.found.lists.append(Listed(self._in_place(heading), line, first, implied))
        self.into = "list"

    def _in_place(self, heading: Heading) -> Heading:
        """ "In attendance" heads the members where no list of them is before it; "Attendees" after one, the others."""
        printed = heading.printed.lower()
        if heading.part != "unknown" and not printed.startswith("attend"):
            return heading
        before = [listed for listed in self.found.lists if listed.heading.status == "present"]
        if heading.status == "in_attendance" and not before:
            return replace(heading, part="member", status="present")
        if printed in ("attendees", "attended", "attending") and any(listed.lines for listed in before):
            return replace(heading, part="unknown", status="in_attendance")
        return heading

    def _still_aside(self, line: Line) -> bool:
        """An agenda or circulation list goes on until a heading that is not one of its own numbers."""
        heading = item_heading(line.text)
        if _MINUTES.match(line.text) or self._marked_item(line):
            return False
        if heading and self.last is not None and _follows(heading.number, self.last):
            self.last = heading.number
            return True
        if heading and self.last is None and aside(self.found.asides[-1].text):
            self.last = heading.number
            return True
        self.last = None if heading else self.last
        return not heading

    def _item(self, line: Line, below: Sequence[Line]) -> tuple[str, str] | None:
        if self.marked:
            return self._marked_item(line)
        if self.numbered:
            item = _top_item(line, self.last)
            numbered_name = item and self.into == "list" and opens_entry(item[1]) and not list_heading(item[1])
            return None if numbered_name else item
        title = plain_heading(line.text) if self.into != "head" or self.found.lists else ""
        if not title and self.into == "item" and self._after_gap() and short_title(line, below):
            title = line.text.strip()
        over_people = self.into == "list" and heads(title) and below and begins_with_name(below[0].text)
        return ("", title) if title and not begins_with_name(title) and not over_people else None

    def _add_beside(self, line: Line) -> None:
        """A row under headings that stand side by side: each cell to its own list."""
        first = len(self.found.lists) - self.beside
        for place, cell in enumerate(cells_beside(line.text)):
            self.found.lists[first + place] = _with(self.found.lists[first + place], replace(line, text=cell))

    def _after_gap(self) -> bool:
        return self.above is None or not self.above.text.strip()

    def _marked_item(self, line: Line) -> tuple[str, str] | None:
        match = _MARKED_ITEM.match(line.text) if self.marked and line.text != _ITEMS else None
        return (match["number"] or "", match["title"]) if match else None

    def _open_item(self, line: Line, below: Sequence[Line], number: str, title: str) -> None:
        at = [line]
        if below and _title_goes_on(title, below):
            at.append(below[0])
            title, self.joined = f"{title} {below[0].text.strip()}", below[0]
        opened = list_heading(title)
        told = opened is not None and bool(opened[1])
        title = opened[0].printed if opened and told else title
        self.found.items.append(Section(number, title.rstrip(":").strip(), tuple(at)))
        self.into, self.last = "item", number or self.last
        if opened and (told or opened[0].status != "apologies"):  # else mostly a sentence, and read with the item
            self._open_list(line, *opened)

    def _add(self, line: Line) -> None:
        if self.into == "list":
            self.found.lists[-1] = _with(self.found.lists[-1], line)
        elif self.into == "item":
            self.found.items[-1] = _with(self.found.items[-1], line)
        else:
            (self.found.head if self.into == "head" else self.found.asides).append(line)


def _with(part: Listed | Section, line: Line) -> Listed | Section:
    return replace(part, lines=(*part.lines, line))


def _top_item(line: Line, last: str | None) -> tuple[str, str] | None:
    """An item heading whose number can follow the last one."""
    heading = item_heading(line.text)
    if not heading or (last is not None and not _follows(heading.number, last)):
        return None
    if last and last.endswith(".0") and not heading.number.endswith(".0"):
        return None
    if heading.number[0].isalpha() and (heading.plain or last is None and len(heading.title.split()) > 12):
        return None
    if heading.plain and (len(heading.title.split()) > 12 or heading.title[-1] in ",;:" or len(heading.number) == 4):
        return None
    return heading.number, heading.title


def _follows(number: str, last: str) -> bool:
    """Whether a number of the same form comes within ten of the last."""
    letters, before = (re.match(r"[A-Z]*", text)[0] for text in (number, last))
    new, old = ([int(part) for part in re.findall(r"\d+", text)] for text in (number, last))
    if letters != before or len(new) != len(old):
        return False
    steps = [after - before for after, before in zip(new, old, strict=True) if after != before]
    return bool(steps) and 0 < steps[0] <= 10


def _title_goes_on(title: str, below: Sequence[Line]) -> bool:
    """A heading that stops at a colon or an "and", with one more line straight below it and then a blank one."""
    text = below[0].text.strip()
    alone = len(below) < 2 or not below[1].text.strip()
    sentence = text.endswith(".") or MARKER.search(text) or BULLET.match(text)
    return bool(_UNFINISHED.search(title) and text and alone and not sentence and len(text) < 120)


def _prose(line: Line) -> bool:
    """A sentence in a list is the end of it: minutes without item headings begin there."""
    text = line.text.strip()
    if not text.endswith(".") or len(text.split()) <= 8 or "|" in text or text.startswith("Apolog"):
        return False
    if begins_with_name(text) or ";" in text:
        return bool(VERB.search(text)) and not _STANDING_IN.search(text) and ";" not in text
    return len(text.split()) > 10
