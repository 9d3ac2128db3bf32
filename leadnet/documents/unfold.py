"""Papers that lost their line breaks: a line that holds a whole page is cut at the headings inside it.

The pieces keep the number of the line they were cut from. Lines longer than any sentence are cut as well, so that no
reader ever works on hundreds of thousands of letters at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.flow import Flow
from leadnet.documents.headings import list_heading
from leadnet.documents.model import Line
from leadnet.documents.vocabulary import TITLES

_PAGE = 500  # letters of a line that may hold more than a paragraph
_SHARE = 0.4  # of a paper's letters in one line: then that line is the page
_MOST = 20_000  # letters of a piece
_LIST = re.compile(
    r"(?<![\w(])(?:(?:Also|Members?|Officers|Others?|Those|Councillors|Partners|(?:Board|Committee|Core|"
    r"Executive|Partnership) Members)\s+"
    r"(?:of the (?:Board|Committee|Partnership|Group|Panel|Forum)\s+)?)?"
    r"(?:(?:Present|PRESENT)(?: (?:Forum|Board|Committee|Panel|Group) Members)?|Officers? and [Oo]thers|"
    r"[Pp]resent(?=\s*:)|(?<=Other )attendees|"
    r"[Ii]n [Aa]ttendance|"
    r"IN ATTENDANCE|Apologies(?: for [Aa]bsence)?|APOLOGIES(?: FOR ABSENCE)?|Attendees|ATTENDEES|ATTENDANCE|"
    r"Attendance|"
    r"Observers|Officers|OFFICERS|Co-optees|Guests|Absent)(?=\s*[:–-]|\s+[A-Z]|(?P<counted>\s+1\.?\s+[A-Z]))"
)
_TEXT = re.compile(  # where the text begins behind a list
    r"(?<=[\w).:])(?<!\bno)(?<!\bany)\s+(?=(?:Welcome(?:,| and) (?:[Aa]pologies|[Ii]ntroductions)|"
    r"Minutes of the (?:last|previous)|"
    r"Declarations? of [Ii]nterests?|Summary of Actions|"
    r"The (?:meeting|Chair(?:man|woman|person)?)\b[^.]{0,60}\b(?:welcomed|opened|began|thanked))\b)|"
    r"(?<=[\w).:])\s+(?=Apologies (?:for absence )?(?:were|had been) (?:received|noted|given) (?:from|"
    r"by) the following\b)|"
    r"(?<=[\w).])\s+(?=Minutes: [A-Z][a-z]+ [A-Z][a-z]+\s)|(?<=\sMinutes: )(?P<scribe>[A-Z][a-z]+ [A-Z][a-z]+\s)|"
    r"(?<=[\w).])\s+(?=Apologies (?:for absence )?(?:(?:were|was|have been|had been) )?(?:received|given|noted) from:?"
    r"\s+[A-Z])"
)
_NUMBER_BEFORE = re.compile(r"(?:^|(?<!item)\s)(?P<number>[A-Z]?\d{1,2}[.):])$", re.I)  # "1. Welcome and introductions"
_CAPITALS = re.compile(
    r"(?<![\w/.-])(?P<number>\d{1,3}(?:[./]\d{1,3})?)\.?\s+(?P<title>[A-Z][A-Z’'&,/() "
    r"-]{4,120}[A-Z)])(?![a-z\w])(?:\s*\([^()]{1,40}\))?"
)
_NUMBERED = re.compile(r"(?<![\w/.-])(?:Item )?(?P<number>\d{1,3})(?:\.0|[.)]|\s-)\s+(?=[A-Z])")
_COUNTED_NAME = re.compile(rf"\S+\s+{TITLES}\s+(?:{TITLES}\s+)?[A-Z]")
_TITLE_ENDS = re.compile(
    r"(?<=[a-z)])(?<! and)(?<! of)(?<! for)(?<! the)\s+(?=(?:The|It|There|Members|Apologies|No|A|An|In|This|"
    r"That|Everyone|All|None|Noted|Agreed|"
    r"Following|"
    r"Councillor|Cllr|Mr|Mrs|Ms|Dr|RESOLVED|AGREED|NOTED|ACTION|Minutes of the meeting held)\b[\s:])"
)


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines, a page without line breaks cut into its headings and the text between them."""
    total = sum(len(line.text) for line in lines)
    return [piece for line in lines for piece in (_pieces(line) if is_page(line, total) else _short(line))]


def pages(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that hold a whole page, lists and text together."""
    total = sum(len(line.text) for line in lines)
    return frozenset(line.number for line in lines if is_page(line, total))


def is_page(line: Line, total: int) -> bool:
    """Whether a line is long, and a large part of its paper's letters."""
    return len(line.text) > _PAGE and len(line.text) > _SHARE * total


def _pieces(line: Line) -> Iterator[Line]:
    cuts = sorted({0, *_list_cuts(line.text), *_item_cuts(line.text)})
    for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
        if text := line.text[start:end].strip():
            yield from _short(replace(line, text=text))


def _list_cuts(text: str) -> Iterator[int]:
    """Where the heading of an attendance list begins inside a line."""
    for match in _LIST.finditer(text):
        within = re.search(
            r"\b(?:and|of|the|for|as|with|an|were|was|be)\s*$", text[max(match.start() - 12, 0) : match.start()]
        )
        if not within and list_heading(match[0] if match["counted"] else text[match.start() : match.start() + 200]):
            yield match.start()
            if match["counted"]:
                yield match.end()
    for match in _TEXT.finditer(text):
        number = _NUMBER_BEFORE.search(text, max(match.start() - 8, 0), match.start())
        yield number.start("number") if number else match.end()


def _item_cuts(text: str) -> Iterator[int]:
    """Where an item's heading begins and ends: a number and capitals, else numbers that count up."""
    capitals = list(_CAPITALS.finditer(text))
    for match in capitals:
        yield from match.span()
    if not capitals:
        for start in _counted(text):
            yield start
            title = _TITLE_ENDS.search(text, start + 6, start + 160)
            if title and not _COUNTED_NAME.match(text, start):
                yield title.start()


def _counted(text: str) -> list[int]:
    """The places of 1., 2., 3. ... where at least three follow one another; none else."""
    found: list[int] = []
    last = 0
    for match in _NUMBERED.finditer(text):
        if int(match["number"]) == last + 1 or (not found and int(match["number"]) < 200):
            found.append(match.start())
            last = int(match["number"])
    return found if len(found) > 2 else []


def _short(line: Line) -> Iterator[Line]:
    """A line no longer than any reader should be given, cut at sentences, else anywhere."""
    if len(line.text) <= _MOST:
        yield line
        return
    piece = 0
    for _, end in Flow.of([line]).sentences():
        while end - piece > _MOST:
            yield replace(line, text=line.text.strip()[piece : piece + _MOST])
            piece += _MOST
        if end - piece > _MOST // 2:
            yield replace(line, text=line.text.strip()[piece:end])
            piece = end
    if piece < len(line.text.strip()):
        yield replace(line, text=line.text.strip()[piece:])
