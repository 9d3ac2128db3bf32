"""Organisations named in running text: a capitalised phrase that ends or begins as one does, or an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leadnet.documents.words.names import is_name
from leadnet.documents.words.vocabulary import ABBREVIATIONS, ORGANISATION_STARTS, POST_WORDS, word_set
from leadnet.study.bodies import plain

_ENDS = word_set("""
    council authority constabulary police partnership service trust pct ccg icb cvs nhs association agency
    commission university college federation centre network forum alliance board bureau office together group
    company department society consortium foundation
""")
# A phrase of these alone names nobody: "the County Council", "the Project Board".
_GENERIC = word_set("""
    county district borough city parish town local council authority project board group partnership voluntary
    community unitary the fire police health strategic partner steering working service review management
    programme joint public executive one-stop lead trust government office children's centre family primary day
    social task network forum sub education department
""")
_WORD = r"(?<!\w)[A-Z][\w&]{0,30}(?:-[A-Za-z]\w{0,30}){0,3}(?:['’]s?(?=\s+[A-Z]))?"
_PHRASE = re.compile(
    rf"{_WORD}(?:(?:,?\s+(?:and|&)\s+|\s+(?:of|for)\s+(?:the\s+)?|\s+|,\s+(?=[A-Z]\w+\s+and\s)){_WORD}){{0,12}}"
)
_LINK = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?")
_ABBREVIATION = re.compile(r"(?<![\w/])(?:[A-Z][A-Za-z&]*[A-Z]|emda)(?![\w/])")
_IN_BRACKETS = re.compile(r"^\s*\((?P<short>[A-Z][A-Za-z&]{1,8})\)")
_OPENING = re.compile(
    r"^(?:The|A|An|At|In|On|Of|To|For|With|And|When|Since|From|While|By|As|That|This|Our|Its|Their|Both|All|Copies)\s+"
)


def organisations_in_text(
    text: str, known: frozenset[str] = frozenset(), own: frozenset[str] = frozenset()
) -> list[tuple[int, str]]:
    """Organisations of a text with where each stands; `known` are the paper's listed ones, `own` its body's names.

    >>> organisations_in_text("Ann Lee of Essex County Council wrote to GOEM and the Home Office.")
    [(11, 'Essex County Council'), (41, 'GOEM'), (54, 'Home Office')]
    """
    found: dict[int, str] = {}
    shorts = {name for name in known if name.isupper()}
    mine = {plain(name) for name in own if name}
    for phrase in _PHRASE.finditer(text):
        for at, name in _of_phrase(phrase):
            found[at] = name
            short = _IN_BRACKETS.match(text[at + len(name) :])
            if short and plain(name) not in mine:
                shorts.add(short["short"])
    for name in sorted(known, key=lambda name: (-len(name), name)):  # of two at one place the longer
        found |= {
            match.start(): name
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
            if match.start() not in found
        }
    covered = [(at, at + len(name)) for at, name in found.items()]
    for match in _ABBREVIATION.finditer(text):
        outside = not any(start <= match.start() < end for start, end in covered)
        if outside and (match[0] in shorts or match[0].lower() in ABBREVIATIONS):
            found[match.start()] = match[0]
    return sorted((at, name) for at, name in found.items() if plain(name) not in mine and not _generic(name))


def _of_phrase(phrase: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The organisations of one run of capitalised words, cut at "of" and "for" unless these are part of the name."""
    parts = [*_LINK.finditer(phrase[0])]
    edges = [0, *(part.end() for part in parts)]
    stops = [*(part.start() for part in parts), len(phrase[0])]
    place = 0
    while place < len(edges):
        begin, stop = _trimmed(phrase[0], edges[place], stops[place])
        more = place + 1 < len(edges)
        starts = (
            more
            and ORGANISATION_STARTS.match(phrase[0][begin : stops[place + 1]])
            and not ORGANISATION_STARTS.match(phrase[0][begin:stop])
        )
        ends = _ends(phrase[0][begin:stop])
        if starts or (ends and more and not _ends(phrase[0][edges[place + 1] : stops[place + 1]])):
            stop, place = stops[place + 1], place + 1
        if starts or ends or (ORGANISATION_STARTS.match(phrase[0][begin:stop]) and " " in phrase[0][begin:stop]):
            yield phrase.start() + begin, phrase[0][begin:stop]
        place += 1


def _trimmed(text: str, begin: int, stop: int) -> tuple[int, int]:
    """The stretch without an opening "The" or "At", a person before "and", or a post before the name."""
    while match := _OPENING.match(text[begin:stop]):
        begin += match.end()
    left = re.match(r"(?P<left>.+?)(?:,|\s+(?:and|&))\s+", text[begin:stop])
    if left and (is_name(left["left"]) or left["left"].split()[-1].lower() in POST_WORDS or left["left"].isupper()):
        begin += left.end()
    return begin, stop


def _ends(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[-1].lower() in _ENDS and not is_name(text)


def _generic(name: str) -> bool:
    return all(word in _GENERIC for word in re.sub(r"[^\w\s'-]", "", name.lower().replace("’", "'")).split())
