"""Running text whose every letter knows its line: paragraphs and sentences put together over line and page breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadnet.documents.model import Line, Source

BULLET = re.compile(
    r"^\s*(?:[-*•·–]\s+)?(?P<limb>\((?:[ivxl]+|[a-z]{1,2}|\d{1,2})\)(?=\s|[A-Za-z]{2}|a\s)|"
    r"(?:[ivxl]+|[a-z]|\d{1,2})[.)](?=\s))\s*|^\s*[-*•·–]\s+"
)
_ENDED = re.compile(r"[.!?:;–-][)\"'’”]*\s*$")
_BREAK = re.compile(r"(?<=[.!?])[)\"'’”]?\s+(?=[\"'‘“(]?[A-Z0-9]|\(?(?:[ivx]{1,4}|[a-h])\)\s)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mrs?|Ms|Drs?|Cllrs?|Rev|Prof|St|No|Nos|Ref|e\.g|i\.e|etc|vs|para|paras|Supt|Insp|Messrs|Capt|Cpl|Sgt|Lt|Col|Maj|Cdr)|\b[A-Z])\.$"
)
_ABBREVIATION = 12  # letters, more than the longest of them
_BESIDE = re.compile(r"\s[/|]\s+[A-Z][^/]{1,40}$")  # "... to partners / Jane Hill": the last cell of a row
_ROW = re.compile(r"\s*\|")  # of a table drawn with pipes
_HANGS = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|than|that|the|their|to|was|were|will|with|would))\s*$",
    re.IGNORECASE,
)
_LONG = 60  # a line shorter than this ends where it stops; a longer one without a full stop was cut off by a page break


@dataclass(frozen=True)
class Flow:
    """A stretch of text and, for each of its lines, the offset at which that line begins."""

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Flow:
        """The lines run together, a space between each two."""
        text, starts = "", []
        for line in lines:
            text += " " if text else ""
            starts.append(len(text))
            text += line.text.strip()
        return cls(text, tuple(lines), tuple(starts))

    def source(self, start: int, end: int) -> Source:
        """Where this stretch is printed."""
        return Source.of(self.source_lines(start, end))

    def source_lines(self, start: int, end: int) -> tuple[Line, ...]:
        """The line or lines on which this stretch is printed."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(end - 1, start)) - 1
        return self.lines[first : last + 1]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence."""
        begin = 0
        for match in _BREAK.finditer(self.text):
            if not _ABBREVIATED.search(self.text[max(begin, match.start() - _ABBREVIATION) : match.start()]):
                yield begin, match.start()
                begin = match.end()
        if begin < len(self.text):
            yield begin, len(self.text)


def flows(lines: Sequence[Line]) -> list[Flow]:
    """The paragraphs of these lines: a blank line or a list mark ends one, unless a page break cut a sentence in two.

    >>> rows = enumerate(("One", "two.", "", "Three."), start=1)
    >>> [flow.text for flow in flows([Line(number, None, text) for number, text in rows])]
    ['One two.', 'Three.']
    """
    found: list[list[Line]] = []
    broken = True
    for line in lines:
        if not line.text.strip():
            broken = True
        elif found and not BULLET.match(line.text) and _joins(found[-1][-1], line, broken):
            found[-1].append(line)
            broken = False
        else:
            found.append([line])
            broken = False
    return [Flow.of(part) for part in found]


def _joins(above: Line, line: Line, broken: bool) -> bool:
    """Whether a line is of the paragraph above it: no gap, and no break before a word the line had room for."""
    if _ROW.match(above.text) or _ROW.match(line.text):
        return False
    if broken:
        cut = line.text.strip()[0].islower() or _HANGS.search(above.text) or above.text.split()[-1][0].isupper()
        return _goes_on(above) and bool(cut)
    text = line.text.strip()
    room = len(above.text) + len(text.split()[0]) < len(text)
    return not (room and text[0].isupper() and not _ENDED.search(above.text) and not _HANGS.search(above.text))


def _goes_on(line: Line) -> bool:
    return len(line.text) >= _LONG and not _ENDED.search(line.text) and not _BESIDE.search(line.text)
