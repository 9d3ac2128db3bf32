"""A paper's outline: its head, its attendance lists and its items, found by their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from leadnet.documents.action_table import opens_table
from leadnet.documents.entries import Heading
from leadnet.documents.flow import BULLET
from leadnet.documents.headings import MARKER, aside, item_heading, list_heading, plain_heading
from leadnet.documents.layouts.entry_lines import begins_with_name
from leadnet.documents.markers import opens_actions
from leadnet.documents.model import Line

_UNFINISHED = re.compile(r"(?::|–|-|,|&|\b(?:and|of|the|for|on|in))\s*$")
_MINUTES = re.compile(r"^\W*(?:minutes|notes)\W*$", re.IGNORECASE)
_ITEMS = "# Items"  # so headed, as on pages of ModernGov, the items are the lines marked "# " and no others
_MARKED_ITEM = re.compile(r"# (?:(?P<number>\d{1,4}[a-z]?(?:\.\d{1,3})?)\. )?(?P<title>\S.*)")


@dataclass(frozen=True)
class Listed:
    """An attendance list: its heading, the line that stands on, and the lines below."""

    heading: Heading
    at: Line
    lines: tuple[Line, ...] = ()


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
    numbered = any(_top_item(line, None) for line in lines)
    walk = _Walk(numbered)
    for position, line in enumerate(lines):
        walk.take(line, lines[position + 1 : position + 3])
    return walk.found


class _Walk:
    """One pass down a paper; `into` says where the next plain line belongs."""

    def __init__(self, numbered: bool):
        self.found, self.into, self.numbered = Outline(), "head", numbered
        self.last: str | None = None
        self.joined: int = 0
        self.marked = False

    def take(self, line: Line, below: Sequence[Line]) -> None:
        """Put one line where it belongs."""
        if line.number == self.joined:
            return
        self.marked = self.marked or line.text == _ITEMS
        opened = list_heading(line.text) if self._lists_may_open() and not self._marked_item(line) else None
        if opened:
            self._open_list(line, *opened)
        elif self.into in ("head", "list") and (opens_table(line.text) or opens_actions(line.text)):
            self._back_to_text(line)
        elif aside(line.text) and self.into != "item":
            self.into, self.last = "aside", None
            self.found.asides.append(line)
        elif self.into == "aside" and self._still_aside(line):
            self.found.asides.append(line)
        elif heading := self._item(line):
            self._open_item(line, below, *heading)
        elif self.into == "list" and _prose(line):
            self._back_to_text(line)
        else:
            self._add(line)

    def _back_to_text(self, line: Line) -> None:
        """Prose below a list belongs to the item the list stands in, or opens one without number and title."""
        self.into = "item"
        if self.found.items:
            self._add(line)
        else:
            self.found.items.append(Section("", "", (line,), (line,)))

    def _lists_may_open(self) -> bool:
        """Inside items a list is looked for only while none has been found."""
        return self.into != "item" or not self.found.lists

    def _open_list(self, line: Line, heading: Heading, rest: str) -> None:
        if heading.printed.lower() == "in attendance" and not self.found.lists:
            heading = replace(
                heading, part="member", status="present"
            )  # it heads the members where nothing stands before it
        first = (replace(line, text=rest),) if rest else ()
        self.found.lists.append(Listed(heading, line, first))
        self.into = "list"

    def _still_aside(self, line: Line) -> bool:
        """An agenda or circulation list goes on until a heading that is not one of its own numbers."""
        heading = item_heading(line.text)
        if _MINUTES.match(line.text):
            return False
        if heading and self.last is not None and _follows(heading.number, self.last):
            self.last = heading.number
            return True
        if heading and self.last is None and aside(self.found.asides[-1].text):
            self.last = heading.number
            return True
        self.last = None if heading else self.last
        return not heading

    def _item(self, line: Line) -> tuple[str, str] | None:
        if self.marked:
            return self._marked_item(line)
        if self.numbered:
            return _top_item(line, self.last)
        title = plain_heading(line.text) if self.into != "head" or self.found.lists else ""
        return ("", title) if title and not begins_with_name(title) else None

    def _marked_item(self, line: Line) -> tuple[str, str] | None:
        match = _MARKED_ITEM.match(line.text) if self.marked and line.text != _ITEMS else None
        return (match["number"] or "", match["title"]) if match else None

    def _open_item(self, line: Line, below: Sequence[Line], number: str, title: str) -> None:
        at = [line]
        if below and _title_goes_on(title, below):
            at.append(below[0])
            title, self.joined = f"{title} {below[0].text.strip()}", below[0].number
        self.found.items.append(Section(number, title.rstrip(":").strip(), tuple(at)))
        self.into, self.last = "item", number or self.last
        opened = list_heading(title)
        if opened and opened[0].status != "apologies":  # those are mostly a sentence, and read with the item
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
    if heading.plain and (len(heading.title.split()) > 12 or heading.title[-1] in ",;:" or len(heading.number) == 4):
        return None
    return heading.number, heading.title


def _follows(number: str, last: str) -> bool:
    """Whether a number of the same form comes within ten of the last."""
    new, old = ([int(part) for part in re.split(r"[./]", text)] for text in (number, last))
    if len(new) != len(old):
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
    sentence = text.endswith(".") and len(text.split()) > 10 and not text.startswith("Apolog")
    return sentence and not begins_with_name(text) and "|" not in text and ";" not in text
