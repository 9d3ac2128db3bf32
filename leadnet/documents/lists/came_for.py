"""People of whom only a sentence says that they came: "Ann Lee and Joe Dale attended the meeting to present ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.lists.layouts import run_on
from leadnet.documents.lists.name_details import name_and_details
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Attendee, Line
from leadnet.documents.outlines.flow import Flow, flows
from leadnet.documents.words.names import is_sure_name, person
from leadnet.documents.words.posts import seat

_CAME = re.compile(
    r"^(?P<names>[A-Z][^.:;]{3,200}?),?\s+(?:(?:(?:was|were) (?:also )?(?:present|in attendance)"
    r"(?: at the meeting)? (?:to|for)|"
    r"(?:joined|attended) (?:the|this) meeting (?:and|to|for|in order to))\s+(?=[a-z])|"
    r"(?:was|were) (?:also )?(?:present|in attendance|attending)(?: at the meeting)? as "
    r"(?P<instead>substitutes?|deput(?:y|ies))\b|"
    r"(?:was|were) (?:also )?in attendance(?=\s*(?:[.,;]|$)|\s(?:with|throughout)\b))"
)
_ALSO = re.compile(  # "Also in attendance for part of the meeting was Ann Lee, Clerk"
    r"^(?:Also )?(?:[Ii]n attendance|(?<=Also )present)\b[^.:;]{0,60}?\s(?:was|were)\s+"
    r"(?P<names>[A-Z](?:(?!\s(?:who|which|to|for)\s)[^.:;]){3,300})(?P<instead>)"
)
_OTHER = re.compile(r"\b(?:not|last|previous|who|which|had|would|will)\b")


def without_told(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a list, each up to the sentence that says who else came: "Ann Lee. Joe Dale was in attendance."."""
    for line in lines:
        flow = Flow.of([line])
        told = [start for start, end in flow.sentences() if start and _came(flow.text[start:end])]
        yield replace(line, text=flow.text[: told[0]]) if told else line


def came_for(lines: Sequence[Line], listed: Sequence[Attendee]) -> Iterator[Attendee]:
    """Those who came to speak or help and stand in no list: in attendance, unsure, at the line that says so.

    >>> told = Line(9, None, "Ann Lee, Clerk, and Joe Dale attended the meeting to speak on buses.")
    >>> [who.person for who in came_for([told], [])]
    ['Ann Lee', 'Joe Dale']
    """
    known = {who.person.split()[-1].lower() for who in listed}
    for flow in flows(lines):
        for start, end in flow.sentences():
            match = _came(flow.text[start:end])
            if match and not _OTHER.search(match["names"]):
                came = _people(flow, start + match.start("names"), start + match.end("names"), known)
                yield from (replace(who, part="member", status="present") if match["instead"] else who for who in came)


def _came(sentence: str) -> re.Match[str] | None:
    return _CAME.match(sentence) or _ALSO.match(sentence)


def _people(flow: Flow, start: int, end: int, known: set[str]) -> Iterator[Attendee]:
    text = Flow(flow.text[:end], flow.lines, flow.starts)
    for entry in run_on.people(text, start):
        first, *details = name_and_details([remarks(entry.cells[0]).text])
        title, name = person(first)
        if is_sure_name(first) and len(name.split()) > 1 and name.split()[-1].lower() not in known:
            known.add(name.split()[-1].lower())
            held = seat(details)
            yield Attendee(
                source=flow.source(start, end),
                heading="",
                part="guest",
                status="in_attendance",
                printed=first,
                person=name,
                title=title,
                role=held.role,
                organisations=held.organisations,
                sure=False,
            )
