"""Organisations in a first column and who came of each in words: "Combe Parish Council   Attended: Ann Lee"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Cells, Heading
from leadnet.documents.lists.layouts import run_on
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line
from leadnet.documents.words.names import is_name
from leadnet.documents.words.posts import is_organisation

_SAID = re.compile(
    r"(?:^|(?<=[\w)])[\s,;|–-]+)(?P<word>(?i:attended|present|in attendance|apologies(?: (?:sent|received|given))?|"
    r"absent))(?:\s*[:–-]\s*(?=[A-Z])|[\s|.]*$)"
)
_STATUS = {
    "attended": ("member", "present"),
    "present": ("member", "present"),
    "in attendance": ("unknown", "in_attendance"),
    "absent": ("member", "absent"),
}
_JOINT = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+")
_LEAST = 2  # rows that name somebody


def fits(lines: Sequence[Line]) -> float:
    """Well, where most rows are an organisation and what is said of it, two of them or more with names."""
    bodies = sum(bool(_organisation(line.text)) for line in lines)
    named = sum(any(names for _, names in _said(line.text)) for line in lines)
    return 0.97 if named >= _LEAST and 3 * bodies >= 2 * len(lines) else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """One entry a person, under the organisation of the row and the words before the name.

    An organisation of which nobody is named keeps its row, which is no entry and said to be none.
    """
    return [entry for line in lines for entry in _entries(line)]


def _entries(line: Line) -> Iterator[Cells]:
    body = _organisation(line.text)
    named = [(word, names) for word, names in _said(line.text) if names] if body else []
    if not named:
        yield Cells((line,), (line.text.strip(" |"),))
    for word, names in named:
        heading = Heading(word, *_STATUS.get(word.lower(), ("unknown", "apologies")))
        alone = _JOINT.split(names)
        plain = all(is_name(remarks(name).text) for name in alone)  # the rare ones among them are names too
        people = [Cells((line,), (name,)) for name in alone] if plain else run_on.people_of(line, names)
        yield from (replace(entry, lines=(line,), under=body, heading=heading) for entry in people)


def _organisation(text: str) -> str:
    """The organisation a row begins with and that something is said of, or that stands there alone."""
    first = _SAID.search(text)
    body = (text[: first.start()] if first else text).strip(" |\t–-:")
    return body if is_organisation(body) and not begins_with_name(body) else ""


def _said(text: str) -> list[tuple[str, str]]:
    """What is said in a row, and of whom: ("Attended", "Ann Lee, Joe Dale"); no names where it is of nobody named."""
    found = [*_SAID.finditer(text)]
    ends = [*(match.start() for match in found), len(text)][1:]
    return [(match["word"], text[match.end() : end].strip(" |,;")) for match, end in zip(found, ends, strict=True)]
