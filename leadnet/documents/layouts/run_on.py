"""Names one after another in a line: `Councillors A Smith (Chair), B Jones and C Brown`; `Jane Hill, Kent Police; …`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leadnet.documents.entries import Cells, name_and_details
from leadnet.documents.flow import Flow
from leadnet.documents.model import Line
from leadnet.documents.names import is_name, person
from leadnet.documents.posts import is_organisation, is_post
from leadnet.documents.remarks import remarks
from leadnet.documents.vocabulary import EMPLOYER_ENDS

_OUTSIDE = r"(?![^()]{0,200}\))"  # not inside brackets
_SEMICOLON = re.compile(rf"\s*;\s*(?:and\s+)?{_OUTSIDE}")
_COMMA = re.compile(rf"\s*(?:[,;]\s*(?:and\s+|&\s+)?|\band\s+|&\s+){_OUTSIDE}")
_TOGETHER = re.compile(r"^(?:Councillors|Cllrs|Messrs|Drs)\.?\s+")
_OWN_TITLE = re.compile(r"(?:Councillor|Cllr|County Councillor|Lord|Sir|Chief)\b")
_SAME_TITLE = {"Councillors": "Councillor", "Cllrs": "Cllr", "Cllrs.": "Cllr", "Messrs": "Mr", "Drs": "Dr"}


def people(flow: Flow, start: int = 0) -> Iterator[Cells]:
    """Each person of a run of names from `start`, with the line on which the name is printed.

    >>> [entry.cells for entry in people(Flow.of([Line(7, None, "Ann Lee (Kent Police), Joe Dale and Mr Hill.")]))]
    [('Ann Lee (Kent Police)',), ('Joe Dale',), ('Mr Hill',)]
    """
    title = ""
    for begin, end in _entries(flow, start):
        text = flow.text[begin:end].strip(" .;,")
        if match := _TOGETHER.match(text):
            title, text = _SAME_TITLE[match[0].strip()], text[match.end() :]
        if text:
            shared = title and is_name(f"{title} {_name(text)}") and not _OWN_TITLE.match(text)
            yield Cells(flow.source_lines(begin, end), (f"{title} {text}" if shared else text,))


def _entries(flow: Flow, start: int) -> Iterator[tuple[int, int]]:
    """Where each entry stands: cut at semicolons if there are any, else at commas before a name."""
    by = _SEMICOLON if len(list(_SEMICOLON.finditer(flow.text, start))) > 0 else _COMMA
    begin = start
    for cut in by.finditer(flow.text, start):
        rest = flow.text[cut.end() : cut.end() + 200]
        if by is _SEMICOLON or _opens(rest) or ("and" in cut[0] and _employer(rest)):
            yield begin, cut.start()
            begin = cut.end()
    yield begin, len(flow.text)


def _opens(rest: str) -> bool:
    """Whether what follows a comma is another person, and not the post or the organisation of the one before."""
    text = _COMMA.split(rest, maxsplit=1)[0].strip(" .")
    name = _name(text)
    return is_name(name) and not (is_organisation(name) or is_post(person(name)[1]))


def _employer(rest: str) -> bool:
    """Whether what follows an "and" is an organisation without a person: it is no detail of the one before."""
    text = _COMMA.split(rest, maxsplit=1)[0].strip(" .")
    return is_organisation(text) and text.split()[-1].lower() in EMPLOYER_ENDS


def _name(text: str) -> str:
    return remarks(name_and_details([text])[0]).text


def fits(lines: Sequence[Line]) -> float:
    """Twice as many names as lines or more is a run of names."""
    flow = Flow.of(lines)
    names = sum(_opens(text) for text in _COMMA.split(flow.text))
    other = sum(not _opens(text) for text in _COMMA.split(flow.text))
    return 0.95 if names > 1.3 * len(lines) and (names >= 2 * other or ";" in flow.text) else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """One entry a person."""
    return list(people(Flow.of(lines)))
