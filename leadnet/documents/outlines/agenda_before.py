"""Minutes stored as a paper of a later meeting, whose agenda stands before their own head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.outlines.headings import list_heading, number_alone
from leadnet.documents.words.dates import days

_AGENDA = re.compile(r"^\W*agenda\W*$|\bAGENDA(?=\s+\d{1,2}[.)]?\s)", re.IGNORECASE | re.MULTILINE)
_COUNTED = re.compile(r"(?:^|\s)\d{1,2}[.)]?\s+[A-Z]", re.MULTILINE)
_LISTED = re.compile(r"\b(?:Present|PRESENT|Attendees|In attendance)\s*:")
# "Item 3 VALE BOARD MINUTES OF THE MEETING HELD ON", and not the agenda's "3. Minutes of the meeting held on"
_OWN = re.compile(
    r"(?:^\W*|\b(?i:item) (?i:no\.? ?)?\d{1,2}\w?\s+|(?<![\d.)] ))"
    r"(?P<own>(?:\b[A-Z][A-Z’'&-]+\s+){0,9}(?:(?i:draft)\s+)?"
    r"(?i:(?:minutes|notes) of (?:the |a )?(?:\w+ ){0,3}meeting (?:of [^.;\n]{3,80} )?held)\b)"
)
_LEAST = 3  # numbers of an agenda
_FAR = 200  # lines of an agenda
_ABOVE = 2  # lines of a letterhead
_NEAR = 60  # letters in which the day is told


def without_agenda(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a later meeting's agenda blank, where below it minutes begin that say when they were held.

    >>> rows = ("Agenda", "1. Apologies", "2. Minutes", "3. Rail", "Minutes of the meeting held on 4 May 2015")
    >>> [line.text for line in without_agenda([Line(at, None, row) for at, row in enumerate(rows, 1)])][3:]
    ['', 'Minutes of the meeting held on 4 May 2015']
    """
    agenda = next((place for place, line in enumerate(lines) if _AGENDA.search(line.text)), len(lines))
    for place in range(agenda, min(agenda + _FAR, len(lines))):
        if own := _own(lines, place):
            first, line = _letterhead(lines, place), lines[place]
            kept = [replace(each, text="") for each in lines[:first]] + list(lines[first:place])
            return [*kept, replace(line, text=line.text[own.start("own") :]), *lines[place + 1 :]]
    return list(lines)


def _own(lines: Sequence[Line], place: int) -> re.Match[str] | None:
    """The title of minutes on a line, with its day, below an agenda that counts and before anybody is listed."""
    text = lines[place].text
    below = lines[place + 1].text if place + 1 < len(lines) else ""
    for own in _OWN.finditer(text):
        before = "\n".join((*(line.text for line in lines[:place]), text[: own.start("own")]))
        agenda = _AGENDA.search(before)
        counted = agenda and len(_COUNTED.findall(before, agenda.end())) >= _LEAST
        listed = _LISTED.search(before) or any(list_heading(line.text) for line in lines[:place])
        if counted and not listed and days(f"{text[own.end('own') :]} {below}"[:_NEAR]):
            return own
    return None


def _letterhead(lines: Sequence[Line], place: int) -> int:
    """Where the lines straight above a title begin that name the body."""
    filled = [at for at in range(place) if lines[at].text.strip()][-_ABOVE:]
    first = place
    for at in reversed(filled):
        words = lines[at].text.strip(" *#_|")
        if number_alone(words) or _COUNTED.match(words) or _AGENDA.match(words) or not words[:1].isupper():
            break
        first = at
    return first
