"""The parts a paper's outline is made of: attendance lists, items, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from leadnet.documents.entries import Heading
from leadnet.documents.model import Line


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
