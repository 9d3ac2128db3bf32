"""A paper's outline: its head, its attendance lists and its items, found by their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from leadnet.documents.decided.action_table import log_rows
from leadnet.documents.decided.markers import opens_actions
from leadnet.documents.lists.entries import Heading
from leadnet.documents.lists.layouts.entry_lines import begins_with_name, opens_entry
from leadnet.documents.lists.list_ends import names_nobody, stands_over
from leadnet.documents.lists.lists_beside import cells_beside, columns_of_lists
from leadnet.documents.lists.unheaded import unheaded
from leadnet.documents.model import Line
from leadnet.documents.outlines.bare_titles import (
    bare_title,
    is_rule,
    names_person,
    prose,
    run_in_title,
    title_goes_on,
    underlined,
)
from leadnet.documents.outlines.headings import (
    apologies_heading,
    aside,
    item_heading,
    list_heading,
    plain_heading,
)
from leadnet.documents.outlines.minutes_table import heads_minutes
from leadnet.documents.outlines.numbered_lines import Numbered, candidates
from leadnet.documents.outlines.numbering import follows, item_places
from leadnet.documents.outlines.other_numbers import counted
from leadnet.documents.outlines.outline_parts import (
    MARKED_ITEM,
    Listed,
    Outline,
    Section,
    are_seats,
    chair_below,
    goes_with,
    in_place,
    opens_none,
    usual_alone,
    with_line,
)
from leadnet.documents.outlines.paragraph_numbers import numbered_through, numbers_lists, unnumbered
from leadnet.documents.outlines.prepared import prepared
from leadnet.documents.outlines.title_lines import USUAL
from leadnet.documents.words.dates import days
from leadnet.documents.words.names import has_given_name

_MINUTES = re.compile(r"^\W*(?:minutes|notes)\W*$", re.IGNORECASE)
_BELOW = 12  # lines under a line that may tell what it is
_ITEMS = "# Items"  # so headed, as on pages of ModernGov, the items are the lines marked "# " and no others
_NEXT_MEETING = re.compile(r"\W*(?:dates? of (?:the )?)?next meetings?\b.*\d", re.I)  # stands among lists at times
_FIRST = re.compile(r"(?:welcome|introductions?|apologies|declarations?)\b", re.IGNORECASE)  # nothing stands before it
_LETTERS = re.compile(r"[A-Z]{2,8}")  # an organisation's, in a list
_NEXT_ALONE = re.compile(r"\W*(?:dates? of (?:the )?)?next meetings?\W*", re.IGNORECASE)


def outline(lines: Sequence[Line]) -> Outline:
    """Every line put to the head, a list, an item, or aside."""
    lines = prepared(lines)
    ruled = underlined(lines)
    walk = _Walk([replace(line, text="") if is_rule(line.text) else line for line in lines], ruled)
    for position in range(len(lines)):
        walk.take(position)
    return walk.found


class _Walk:
    """One pass down a paper; `into` says where the next plain line belongs, `implied` where a list has no heading."""

    def __init__(self, lines: Sequence[Line], ruled: frozenset[int]):
        self.ruled = ruled
        self.gapless = len(lines) > _BELOW and sum(not line.text.strip() for line in lines) * 12 < len(lines)
        self.lines, self.found, self.into, self.implied = lines, Outline(), "head", unheaded(lines)
        self.logged = log_rows(lines)
        self.candidates = counted(lines, candidates(lines, self.logged))
        self.places: Mapping[int, Numbered] | None = None
        places = item_places(self.candidates)
        self.through = numbered_through(self.lines, places)
        listed = numbers_lists(self.lines, places, self.candidates)
        self.numbered = bool(places) and not (self.through or listed)
        self.lone = next(iter(places.values())) if len(places) == 1 else None
        self.at, self.taken = 0, 0
        self.asked, self.dated = 0, False  # lines of the head looked at for a day, and whether one had it
        self.last: str | None = None
        self.listed_in: int | None = None  # how many items there were where those present were last listed
        self.marked, self.beside = False, 1

    def take(self, at: int) -> None:
        """Put one line where it belongs."""
        if at < self.taken:
            return
        self.at, line, below = at, self.lines[at], self.lines[at + 1 : at + 1 + _BELOW]
        below = [unnumbered(each) for each in below] if self.through else below
        self.marked = self.marked or line.text == _ITEMS
        if self.into == "list" and self._passed_over(line, below):
            return
        if self._as_list(line, below):
            return
        told = self.into in ("head", "list") and (line.number in self.logged or opens_actions(line.text))
        if told or self.into == "aside" and heads_minutes(line.text) and not aside(line.text):
            self._back_to_text(line)
        elif self._as_aside(line):
            self.found.asides.append(line)
        elif heading := self._item(line, below):
            self._open_item(heading)
        elif line is self.implied and self.into == "head":
            self._open_list(line, Heading(""), line.text, implied=True)
        elif self.into == "list" and (prose(line) or (self._after_gap() and names_nobody([line, *below]))):
            self._back_to_text(line)
        else:
            self._add(line)

    def _as_aside(self, line: Line) -> bool:
        """Whether a line opens what is no part of the meeting, or goes on with it."""
        if aside(line.text) and self.into != "item":
            self.into, self.last, self.places = "aside", None, None
            return True
        return self.into == "aside" and self._still_aside(line)

    def _as_list(self, line: Line, below: Sequence[Line]) -> bool:
        """Whether a line opens one list or several side by side, or is a row of such; it is put there."""
        listed = self._list(line) or (chair_below(line, below) if self.into != "item" else None)
        opened = None if listed and (self._marked_item(line) or self._numbered_item()) else listed
        if beside := columns_of_lists(line.text) if opened else ():
            self.beside = len(beside)
            for heading in beside:
                self._open_list(line, heading, "")
        elif stands := self._stands_beside(line):
            self._add_beside(line)
        elif opened:
            self.beside = 1
            self._open_list(line, *opened)
        return bool(opened or stands)

    def _passed_over(self, line: Line, below: Sequence[Line]) -> bool:
        """What stands among lists and is of none: the next meeting's day, the heading row of the minutes below."""
        under = below[:1] if below and _NEXT_ALONE.fullmatch(line.text.strip()) and days(below[0].text, 2000) else ()
        if coming := bool(under or _NEXT_MEETING.match(line.text)):
            self.found.head.append(replace(line, text=" ".join(each.text.strip() for each in (line, *under))))
            self.taken = self.at + 1 + len(under)
        elif heads := line.number not in self.logged and heads_minutes(line.text):
            self.found.asides.append(line)
        return bool(coming or heads)

    def _list(self, line: Line) -> tuple[Heading, str] | None:
        """The list a line opens."""
        if self.into == "item" and opens_none(line.text, self.found, self.listed_in):
            return None
        opened = list_heading(line.text)
        if opened and are_seats(opened[0], self.found.lists):
            return None
        if opened and (self.into != "item" or opened[0].status != "apologies"):
            return opened
        return apologies_heading(line.text) if self.into != "item" else None

    def _back_to_text(self, line: Line) -> None:
        """Prose below a list belongs to the item the list stands in, or opens one without number and title."""
        self.into = "item"
        if self.found.items:
            self._add(line)
        else:
            self.found.items.append(Section("", "", (line,), (line,)))
            self.listed_in = 1

    def _open_list(self, line: Line, heading: Heading, rest: str, implied: bool = False) -> None:
        self.listed_in = self.listed_in if heading.status == "apologies" else len(self.found.items)
        first = (replace(line, text=rest),) if rest else ()
        self.found.lists.append(Listed(in_place(heading, self.found.lists), line, first, implied))
        self.into = "list"

    def _still_aside(self, line: Line) -> bool:
        """An agenda or circulation list goes on until a heading that is not one of its own numbers."""
        heading = item_heading(line.text)
        if _MINUTES.match(line.text) or self._marked_item(line):
            return False
        if heading and self.last is not None and follows(heading.number, self.last):
            self.last = heading.number
            return True
        above = next(each.text for each in reversed(self.found.asides) if each.text.strip())
        opened = aside(self.found.asides[-1].text) or aside(above) and above.rstrip().endswith(":")
        if heading and self.last is None and opened:
            self.last = heading.number
            return True
        self.last = None if heading else self.last
        return not heading

    def _item(self, line: Line, below: Sequence[Line]) -> Numbered | None:
        if self.marked:
            return self._marked_item(line)
        if self.numbered:
            among = self._among_titles()
            item = None if among else self._numbered_item()
            named = item and opens_entry(item.title) and not (USUAL.search(item.title) or list_heading(item.title))
            numbered_name = self.into == "list" and named
            if item or self.into not in ("list", "item"):
                return None if numbered_name else item
            if not among:
                usual = self._usual(line, below) if self.into == "item" or not list_heading(line.text) else ""
                return self._titled(usual) if usual and not goes_with(usual, self.found) else None
        headless = self.into == "head" and not self.found.lists
        title = "" if headless else plain_heading(line.text) or self._underlined(line)
        title = "" if self.into == "list" and _LETTERS.fullmatch(title) else title
        if not title and self.into != "head" and (shouted := run_in_title(line.text))[0]:
            return replace(self._titled(shouted[0]), rest=shouted[1])
        usual = self._usual(line, below) if self.into != "head" or headless and self._dated() else ""
        title = title or (usual if not headless or _FIRST.match(usual) else "")
        if not title and self._after_gap() and self._may_open(headless):
            colons = bool(self.found.items) and self.found.items[-1].at[-1].text.rstrip().endswith(":")
            title = bare_title(line, below, in_text=self.into == "item", colons=colons)
        over_people = self.into == "list" and stands_over(title, below)
        headed = line.text.startswith("#")
        named = self.into != "item" and opens_entry(title) if headed else begins_with_name(title)
        named = named and names_person(title) and (self.into != "item" or has_given_name(title))
        part = bool(title) and goes_with(title, self.found)
        return self._titled(title) if title and not (named or over_people or part) else None

    def _among_titles(self) -> bool:
        """Whether titles without number go on below the one numbered item of the paper, "13. Welcome"."""
        return bool(self.into == "item" and self.lone and self.lone.figures != [1] and self.at > self.lone.place)

    def _underlined(self, line: Line) -> str:
        """The words of a line over a rule of dashes."""
        words = line.text.strip(" \t:#*")
        return words if line.number in self.ruled and not (list_heading(line.text) or days(words, 2000)) else ""

    def _usual(self, line: Line, below: Sequence[Line]) -> str:
        """What every meeting has an item for; beside the lists, the next meeting's day is only told."""
        usual = usual_alone(line, below)
        return "" if self.into == "list" and usual.lower().startswith("next") else usual

    def _may_open(self, headless: bool) -> bool:
        """Whether a bare line here can be a title: among items, below a list or a dated head."""
        return self._dated() if headless else self.into in ("item", "list")

    def _numbered_item(self) -> Numbered | None:
        """The heading on this line, where it is one of the chain of the paper's items."""
        if self.places is None and self.numbered:
            self.places = item_places(self.candidates, self.at)
        return self.places.get(self.at) if self.places else None

    def _dated(self) -> bool:
        """Whether the head has said on what day it was, and can be over."""
        self.dated = self.dated or any(days(line.text) for line in self.found.head[self.asked :])
        self.asked = len(self.found.head)
        return self.dated

    def _titled(self, title: str, number: str = "") -> Numbered:
        return Numbered(self.at, self.at + 1, number, title, "", 1.0)

    def _stands_beside(self, line: Line) -> bool:
        """Whether a line is a row of lists side by side; a number and a title beside it open an item."""
        beside = self.into == "list" and self.beside > 1 and len(cells_beside(line.text)) == self.beside
        return beside and ("|" in line.text or not item_heading(line.text))

    def _add_beside(self, line: Line) -> None:
        """A row under headings that stand side by side: each cell to its own list."""
        first = len(self.found.lists) - self.beside
        for place, cell in enumerate(cells_beside(line.text)):
            self.found.lists[first + place] = with_line(self.found.lists[first + place], replace(line, text=cell))

    def _after_gap(self) -> bool:
        above = self.lines[self.at - 1].text.rstrip() if self.at else ""
        return not above or self.gapless and self.into == "item" and above.endswith((".", ";", ":", "?"))

    def _marked_item(self, line: Line) -> Numbered | None:
        match = MARKED_ITEM.match(line.text) if self.marked and line.text != _ITEMS else None
        return self._titled(match["title"], match["number"] or "") if match else None

    def _open_item(self, heading: Numbered) -> None:
        title, self.taken, line = heading.title, heading.ends, self.lines[self.at]
        if not heading.rest:
            more = title_goes_on(title, self.lines[heading.ends : heading.ends + _BELOW])
            title, self.taken = " ".join((title, *more)), self.taken + len(more)
        at = tuple(each for each in self.lines[self.at : self.taken] if each.text.strip())
        opened = list_heading(title)
        told = opened is not None and bool(opened[1])
        title = opened[0].printed if opened and told else title
        rest = (replace(line, text=heading.rest),) if heading.rest else ()
        self.found.items.append(Section(heading.number, title.rstrip(":").strip(), at, rest, self.marked))
        self.into, self.last = "item", heading.number or self.last
        if opened and (told or opened[0].status != "apologies"):  # else mostly a sentence, and read with the item
            self._open_list(line, *opened)

    def _add(self, line: Line) -> None:
        if self.into == "list":
            wide = self.beside > 1 and len(cells_beside(line.text)) > self.beside  # several members a row
            at = -self.beside if wide else -1
            self.found.lists[at] = with_line(self.found.lists[at], line)
        elif self.into == "item":
            self.found.items[-1] = with_line(self.found.items[-1], line)
        else:
            (self.found.head if self.into == "head" else self.found.asides).append(line)
