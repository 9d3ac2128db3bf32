"""Lines in which an item's heading is glued to what stands before it: a column's heading, or the item above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.outlines.headings import USUAL

# "Action1. / Welcome", "Description / Action Required1. Welcome", "12 ACTION 3. APOLOGIES" under a page's number
_COLUMN = re.compile(
    r"^(?:\d{1,3}\s+)?(?:(?:Items?|Descriptions?|Discussions?|Minutes?|Subject)\s*[/|]?\s*)?"
    r"(?:Actions?|ACTIONS?)(?: (?:[Rr]equired|by|BY|[Pp]oints?))?(?=\d{1,2}[.)]\s|\d{1,3}\.\d{1,2}\s+/)|"
    r"^(?:\d{1,3}\s+)?ACTION\s+(?=\d{1,3}\.\s+[A-Z]{3})"
)
_INSIDE = re.compile(r"(?<=[.!?])\s+ACTION\s+(?=\d{1,2}\.\s+[A-Z][a-z]+)")
_OPENS = re.compile(r"^\s*(?P<number>\d{1,2})(?P<mark>[.)])\s+(?P<title>[A-Z].*)")
# the headings of columns run together before the first title: "Minute Detail Officer, No. Action 1. Welcome"
_HEADS = re.compile(
    r"^(?:(?:minutes?|details?|responsible|officers?|no|actions?|time ?lines?|items?|agenda|subject|discussions?|notes|"
    r"by|who|when|whom|leads?|descriptions?|points?|required|topic|owner|date|target|comments?)\b[\s,./&|]*){2,12}"
    r"(?=1[.)]\s+[A-Z])",
    re.IGNORECASE,
)
_SOME = 200  # letters that hold the headings of columns
_LONGEST = 5000  # letters of a line that is looked through


def unglued(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, one that holds a column's heading or several items' headings cut before each.

    >>> [line.text for line in unglued([Line(7, None, "1) Welcome & apologies 2) Election of chair None came.")])]
    ['1) Welcome & apologies', '2) Election of chair None came.']
    """
    for line in _cut(lines):
        column = _COLUMN.match(line.text) or _HEADS.match(line.text[:_SOME])
        text = line.text[column.end() :] if column else line.text
        if column and column[0].strip():
            yield replace(line, text=column[0].strip())
        yield from (replace(line, text=part) for part in _parts(text))


def _cut(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines cut before the heading of the column for actions where that stands inside one, before the first item."""
    for line in lines:
        inside = _INSIDE.search(line.text) if len(line.text) <= _LONGEST else None
        if inside:
            yield replace(line, text=line.text[: inside.start()])
        yield replace(line, text=line.text[inside.end() :]) if inside else line


def _parts(text: str) -> Iterator[str]:
    """A line that opens with a numbered title, cut before the next number where a usual title stands on either side."""
    opened = _OPENS.match(text) if len(text) <= _LONGEST else None
    if opened:
        following = rf"\s(?={int(opened['number']) + 1}\{opened['mark']}\s+(?P<title>[A-Z][^.;]{{3,60}}))"
        after = re.search(following, text)
        if after and USUAL.search(opened["title"][:40]) and USUAL.search(after["title"]):
            yield text[: after.start()]
            yield from _parts(text[after.end() :])
            return
    yield text
