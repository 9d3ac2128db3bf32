"""The parts a paper's outline is made of: attendance lists, items, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from leadnet.documents.lists.entries import Heading
from leadnet.documents.lists.layouts.entry_lines import opens_entry
from leadnet.documents.lists.list_words import is_chair
from leadnet.documents.model import Line
from leadnet.documents.outlines.bare_titles import ARISING, COMING, LAST_MINUTES, usual_title

SAYS_WHO = re.compile(r"\b(?:attend|present\b|apolog|absen|observ|guest|invit|visitor|speaker)", re.IGNORECASE)
MARKED_ITEM = re.compile(
    r"# (?:(?P<number>(?:[A-Z]{1,6}[ ./-]?)?\d{1,4}(?:[./-]\d{1,4})*(?:[a-z]|/[A-Z]{2,5})?)\. )?(?P<title>\S.*)"
)
_BULLET = re.compile(r"\s*[•·*-]\s")
_HEAD = 60  # letters of a line that hold the heading of a list


@dataclass(frozen=True)
class Listed:
    """An attendance list: its heading, the line that stands on, and the lines below; `implied` where it has none."""

    heading: Heading
    at: Line
    lines: tuple[Line, ...] = ()
    implied: bool = False


@dataclass(frozen=True)
class Section:
    """An item: its number and title, the lines of its heading and the lines below; `marked` on a council's page."""

    number: str
    title: str
    at: tuple[Line, ...]
    lines: tuple[Line, ...] = ()
    marked: bool = False


@dataclass
class Outline:
    """The parts of a paper in the order they stand."""

    head: list[Line] = field(default_factory=list)
    lists: list[Listed] = field(default_factory=list)
    items: list[Section] = field(default_factory=list)
    asides: list[Line] = field(default_factory=list)


def with_line(part: Listed | Section, line: Line) -> Listed | Section:
    """A list or item with one more line."""
    return replace(part, lines=(*part.lines, line))


def in_place(heading: Heading, lists: Sequence[Listed]) -> Heading:
    """ "In attendance" heads the members where no list of them is before it; "Attendees" after one, the others."""
    printed = heading.printed.lower()
    if heading.part != "unknown" and not printed.startswith("attend"):
        return heading
    before = [listed for listed in lists if listed.heading.status == "present" and not listed.heading.chair]
    if heading.status == "in_attendance" and not before:
        return replace(heading, part="member", status="present")
    if printed in ("attendees", "attended", "attending") and any(listed.lines for listed in before):
        return replace(heading, part="unknown", status="in_attendance")
    return heading


def opens_none(text: str, found: Outline, listed_in: int | None) -> bool:
    """Whether a line within an item opens no list: one is looked for only while none of those present has been found,
    or where text stands among the lists of one item (the `listed_in`-th); in one about apologies only by saying who
    was there."""
    if not text.strip():
        return True
    if SAYS_WHO.search(text[:_HEAD]):
        return listed_in not in (None, len(found.items))
    section = found.items[-1]
    last = next((line.text for line in reversed(section.lines) if line.text.strip()), "")
    about = "apolog" in f"{section.title} {last}".lower()
    return about or any(listed.heading.status != "apologies" for listed in found.lists)


def are_seats(heading: Heading, lists: Sequence[Listed]) -> bool:
    """ "Directors" behind a list of those present: who sits on the body, and not who was there."""
    present = [listed for listed in lists if listed.heading.status == "present"]
    there = any(line.text.strip() for listed in present for line in listed.lines)
    return there and heading.printed.lower() in ("directors", "trustees", "governors")


def goes_with(title: str, found: Outline) -> bool:
    """Whether "Matters arising", not in capitals, belongs to the last minutes above, or days to theirs."""
    above = found.items[-1] if found.items else None
    coming = above and COMING.search(above.title) and COMING.search(title)
    below = above and above.number and LAST_MINUTES.search(above.title) and ARISING.match(title)
    return bool(coming or below) and not title.isupper()


def chair_below(line: Line, below: Sequence[Line]) -> tuple[Heading, str] | None:
    """ "Chair:" alone on a line with a name on the next."""
    words = line.text.strip(" \t#*_:")
    under = next((each.text for each in below[:2] if each.text.strip()), "")
    return (Heading(words, chair=True), "") if is_chair(words) and opens_entry(under) else None


def usual_alone(line: Line, below: Sequence[Line]) -> str:
    """The title of what every meeting has an item for, where it is no entry of a bulleted list; else blank."""
    under = next((each.text for each in below if each.text.strip()), "")
    listed = _BULLET.match(line.text) and _BULLET.match(under) and not line.text.rstrip().endswith(":")
    return "" if listed else usual_title(line, below)
