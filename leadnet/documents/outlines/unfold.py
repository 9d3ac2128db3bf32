"""Papers that lost their line breaks: a line that holds a whole page is cut at the headings inside it.

The pieces keep the number of the line they were cut from. Lines longer than any sentence are cut as well, so that no
reader ever works on hundreds of thousands of letters at once.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import Flow
from leadnet.documents.outlines.headings import list_heading

_PAGE = 500  # letters of a line that may hold more than a paragraph
_HEADING = 160  # letters of a heading cut out before
_SHARE = 0.4  # of a paper's letters in one line: then that line is the page
_MOST = 20_000  # letters of a piece
_LIST = re.compile(
    r"(?<![\w(])(?:(?:Also|Members?|Officers|Others?|Those|Councillors|Partners|(?:Board|Committee|Core|"
    r"Executive|Partnership) Members)\s+"
    r"(?:of the (?:Board|Committee|Partnership|Group|Panel|Forum)\s+)?)?"
    r"(?:(?:Present|PRESENT)(?: (?:[A-Z][a-z]+ )?(?:Forum|Board|Committee|Panel|Group) Members)?|[A-Z]{2,5} Officers|"
    r"Officers? and [Oo]thers|"
    r"[Pp]resent(?=\s*:)|Attending(?=\s*:)|(?<=Other )attendees|"
    r"[Ii]n [Aa]ttendance|"
    r"IN ATTENDANCE|Apologies(?: for [Aa]bsence)?|APOLOGIES(?: FOR ABSENCE)?|Attendees|ATTENDEES|ATTENDANCE|"
    r"Attendance(?: (?:and|&) [Aa]pologies)?|"
    r"Observers|Officers|OFFICERS|Co-optees|Guests|Absent)(?=\s*[:–-]|\s+[A-Z]|(?<=pologies),\s+[A-Z]|(?P<counted>\s+1\.?\s+[A-Z]))"
)
_TEXT = re.compile(  # where the text begins behind a list
    r"(?<=[\w).:])(?<!\bno)(?<!\bany)\s+(?=(?:Welcome(?:,| and) (?:[Aa]pologies|[Ii]ntroductions)|"
    r"Minutes of the (?:last|previous)|(?:Agenda [Ii]tem|Item|Minute) (?:Discussion|Action|Notes)\b|"
    r"Declarations? of [Ii]nterests?|Summary of Actions|"
    r"The (?:meeting|Chair(?:man|woman|person)?)\b[^.]{0,60}\b(?:welcomed|opened|began|thanked))\b)|"
    r"(?<=[\w).:])\s+(?=Apologies (?:for absence )?(?:were|had been) (?:received|noted|given) (?:from|"
    r"by) the following\b)|"
    r"(?<=[\w).])\s+(?=Minutes: [A-Z][a-z]+ [A-Z][a-z]+\s)|(?<=\sMinutes: )(?P<scribe>[A-Z][a-z]+ [A-Z][a-z]+\s)|"
    r"(?<=[\w).])\s+(?=Apologies (?:for absence )?(?:(?:were|was|have been|had been) )?(?:received|given|noted) from:?"
    r"\s+[A-Z])"
)
# words that begin such a heading and no organisation's name, then words of either
_SORTS = (
    r"(?:Elected|Partner|Public|Independent|Co-opted|Voting|Non-[Vv]oting|Statutory|Associate|Lay|Other|Core)\s+"
    r"(?:(?:Voting|Parish|Town|County|District|Community|Board|Forum|Partnership|Sector|Council)\s+){0,2}"
)
_SORT = re.compile(  # heads people of one sort inside a list
    rf"(?<=[\w).])\s+(?P<head>{_SORTS}(?:Representatives|Members|Councillors|Organi[sz]ations|Partners|Officers|Reps))"
    r"(?=\s+[A-Z])"
)
_ONE_SORT = re.compile(rf"\s+(?P<head>{_SORTS}(?:Representatives?|Members?|Councillors|Organi[sz]ations))")
_NO_HEAD = re.compile(r"(?:\b(?:of|the|for|and|with|to|by|from|an?)|[-–,&(])\s*$")
_NAMES = 120  # letters behind a heading that begin with a name
_NUMBER_BEFORE = re.compile(r"(?:^|(?<!item)\s)(?P<number>[A-Z]?\d{1,2}[.):])$", re.I)  # "1. Welcome and introductions"
_CAPITALS = re.compile(
    r"(?<![\w/.-])(?P<number>\d{1,3}(?:[./]\d{1,3})?)\.?\s+(?P<title>[A-Z][A-Z’'&,/() "
    r"-]{4,120}[A-Z)])(?![a-z\w])(?:\s*\([^()]{1,40}\))?"
)
_MARK = re.compile(
    r"(?<=\w)\s+(?:IT WAS )?(?:RESOLVED|AGREED|NOTED|RECOMMENDED|DECISION)$"
)  # behind a title in capitals


def unfolded(lines: Sequence[Line], whole: Container[int]) -> list[Line]:
    """The lines, those of the `whole` pages without line breaks cut into their headings and the text between them."""
    cut = ((line, line.number in whole and len(line.text) > _HEADING) for line in lines)
    return [piece for line, long in cut for piece in (_pieces(line) if long else _short(line))]


def pages(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that hold a whole page, lists and text together."""
    total = sum(len(line.text) for line in lines)
    return frozenset(line.number for line in lines if is_page(line, total))


def is_page(line: Line, total: int) -> bool:
    """Whether a line is long, and a large part of its paper's letters."""
    return len(line.text) > _PAGE and len(line.text) > _SHARE * total


def _pieces(line: Line) -> Iterator[Line]:
    cuts = sorted({0, *_list_cuts(line.text), *_sort_cuts(line.text), *_item_cuts(line.text)})
    for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
        if text := line.text[start:end].strip():
            yield from _short(replace(line, text=text))


def _list_cuts(text: str) -> Iterator[int]:
    """Where the heading of an attendance list begins inside a line."""
    for match in _LIST.finditer(text):
        within = re.search(
            r"(?:\b(?:and|of|the|for|as|with|an|were|was|be)|&)\s*$", text[max(match.start() - 12, 0) : match.start()]
        )
        if not within and list_heading(match[0] if match["counted"] else text[match.start() : match.start() + 200]):
            yield match.start()
            if match["counted"]:
                yield match.end()
    for match in _TEXT.finditer(text):
        number = _NUMBER_BEFORE.search(text, max(match.start() - 8, 0), match.start())
        yield number.start("number") if number else match.end()


def _sort_cuts(text: str) -> Iterator[int]:
    """Where the heading of people of one sort begins and ends: "Elected Members Cllr Ann Lee", in a list or of several.

    Straight behind a list's own heading it may be in the singular: "PRESENT Partner Representative Ann Lee".
    """
    found = [match for match in _SORT.finditer(text) if _heads_names(text, match)]
    for match in found if len(found) > 1 or _LIST.search(text) else ():
        yield from (match.start("head"), match.end("head"))
    for match in _LIST.finditer(text):
        below = _ONE_SORT.match(text, match.end())
        if below and _heads_names(text, below):
            yield from (match.start(), below.start("head"), below.end("head"))


def _heads_names(text: str, match: re.Match[str]) -> bool:
    """Whether names stand behind a heading, and no word before it that it goes on."""
    before, behind = text[max(match.start() - 12, 0) : match.start()], text[match.end() : match.end() + _NAMES]
    return not _NO_HEAD.search(before) and list_heading(f"Present {behind}") is not None


def _item_cuts(text: str) -> Iterator[int]:
    """Where an item's heading begins and ends: a number and capitals, up to a mark among them."""
    for match in _CAPITALS.finditer(text):
        mark = _MARK.search(text, match.start("title"), match.end())
        yield from (match.start(), mark.start() if mark else match.end())


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
