"""Papers that lost their line breaks and number nothing: titles told by their words and by the sentence behind them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from leadnet.documents.decided.markers import marker
from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import Flow
from leadnet.documents.outlines.headings import list_heading
from leadnet.documents.outlines.title_lines import VERB, title_and_rest

_LONG = 150  # letters of a part of a page that may hold a title and its text
_FEWEST, _MOST = 2, 16  # words of a title
_NUMBERED = re.compile(r"\d{1,3}[a-z]?(?:\.0|[.)])?\s+[A-Z]")
_LAST = r"(?:(?i:the)\s+)?(?i:last|previous)\s+(?i:meeting)"
_USUAL = re.compile(  # what every meeting has an item for, in capital letters, over a sentence
    r"(?:(?=[A-Z])(?:(?i:welcomes?|introductions?|apologies)(?:\s*(?:,|&|/|\band\b|\bAND\b)\s*)?){2,4}|"
    rf"(?<![\w/])(?:Minutes|Notes|MINUTES|NOTES)\s*(?i:of|from)\s+{_LAST}"
    rf"(?:\s+(?:held\s+)?(?:on\s+)?\d[\w ]{{4,20}}\d{{4}})?"
    r"(?:\s*(?:and|&|/)\s*[Mm]atters [Aa]rising)?|Matters [Aa]rising|MATTERS ARISING|"
    r"(?:Declarations?|Disclosures?) of (?:\w+['’]? )?[Ii]nterests?|Any [Oo]ther [Bb]usiness|"
    r"(?:Date of (?:the )?)?(?i:next meeting))(?<! and)(?<![,&/])(?=\s*[:–-]?\s+(?:[A-Z(]|\d{1,3}\.\d))"
)
_SHOUTED = re.compile(  # "Flood plan ANN LEE (Vale Trust) spoke of": who speaks stands in capitals
    rf"(?P<title>[A-Z][a-z][^.:;?!]{{2,110}}?)\s+(?P<rest>(?:[A-Z][A-Z’'-]+\s+){{2,4}}(?:\([^()]{{2,60}}\)\s+)?\w+ed\b|"
    rf"(?:[A-Z][A-Z’'-]+\s+){{2,4}}(?:\([^()]{{2,60}}\)\s+)?{VERB.pattern})"
)
_SMALL = ("and", "for", "from", "with", "the", "role", "into", "upon")


def run_on_titles(lines: Iterable[Line], pages: Container[int]) -> Iterator[Line]:
    """The lines, those of a `pages` number cut before and behind each title that stands between sentences.

    >>> text = "Matters arising There were none. Flood Plan Update The Board was told. " + "It was long. " * 30
    >>> [line.text[:26] for line in run_on_titles([Line(1, None, text)], {1}) if line.text][:4]
    ['## Matters arising', 'There were none.', '## Flood Plan Update', 'The Board was told. It was']
    """
    lines = list(lines)
    plain = not any(line.number in pages and _NUMBERED.match(line.text) for line in lines)  # no title has a number
    for line in lines:
        if line.number not in pages or len(line.text) <= _LONG and not (plain and _USUAL.match(line.text)):
            yield line
            continue
        listed = bool(list_heading(line.text))
        first = next(_USUAL.finditer(line.text), None) if listed else None
        at = first.start() if first else len(line.text) if listed else 0
        if at:
            yield replace(line, text=line.text[:at].rstrip(" .0123456789") if first else line.text)
        if at < len(line.text):
            yield from _cut(replace(line, text=line.text[at:]))


def _cut(line: Line) -> Iterator[Line]:
    """The parts of a line: each title by itself between gaps, the sentences up to the next as one."""
    flow, start = Flow.of([line]), 0
    for at, end in flow.sentences():
        title, rest = _title(flow.text[at:end])
        if not title:
            continue
        if before := flow.text[start:at].strip():
            yield replace(line, text=before)
        yield from (replace(line, text=""), replace(line, text=f"## {title}"), replace(line, text=""))
        start = at + flow.text[at:end].index(rest)
    yield replace(line, text=flow.text[start:].strip())


def _title(sentence: str) -> tuple[str, str]:
    """A title and the sentence it runs into; blanks where a sentence has none before it."""
    if usual := _USUAL.match(sentence):
        return usual[0].strip(), sentence[usual.end() :].lstrip(" :–-")
    shouted = _SHOUTED.match(sentence)
    title, rest = (shouted["title"], sentence[shouted.start("rest") :]) if shouted else title_and_rest(sentence)
    fits = _FEWEST <= len(title.split()) <= _MOST and rest and not VERB.search(title) and not marker(title)
    return (title, rest) if fits and (shouted or _capitalised(title)) and rest in sentence else ("", "")


def _capitalised(title: str) -> bool:
    """Whether nearly all words of some length begin with a capital, as in a printed title."""
    words = [word for word in re.findall(r"[\w’'-]+", title) if len(word) > 3 and word not in _SMALL]
    return len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
