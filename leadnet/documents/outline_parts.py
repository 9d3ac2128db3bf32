"""The parts a paper's outline is made of: attendance lists, items, and what stands beside them."""

from __future__ import annotations

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
