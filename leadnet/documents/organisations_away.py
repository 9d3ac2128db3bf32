"""Organisations that sent apologies and no name: no entry of attendance, and kept as mentions, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.lists.apologies import only_names
from leadnet.documents.lists.layouts import run_on
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Attendee, Line, Mention, Problem
from leadnet.documents.outlines.flow import BULLET, flows
from leadnet.documents.outlines.headings import APOLOGIES
from leadnet.documents.outlines.outline import Outline
from leadnet.documents.words.posts import is_organisation, is_post, organisations_in
from leadnet.study.bodies import plain

_APART = re.compile(r"\s*[;|]\s*|,\s*(?:and\s+)?|\s+(?:and|&)\s+(?=the\s)")
_NO_PERSON = "begins with no person's name"
_DO = "nothing, unless you know who it was: then add the person in corrections.csv"


@dataclass(frozen=True)
class Away:
    """The organisations, as mentions, and the problems of the paper's attendance with theirs told in plain words."""

    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]


def organisations_away(found: Outline, entries: Sequence[Attendee], problems: Iterable[Problem]) -> Away:
    """Every organisation in a paper's apologies that stands there for itself; `problems` are those of its attendance.

    What an entry has as its own organisation or post is none.
    """
    own: dict[int, str] = {}
    for who in entries:
        for number in who.source.numbers:
            own[number] = " ".join((own.get(number, ""), *map(plain, (*who.organisations, who.role, who.printed))))
    named = [
        (line, name)
        for line in _apologies(found)
        for name in _organisations(only_names(line.text))
        if plain(name) not in own.get(line.number, "")
    ]
    mentions = tuple(Mention(str(line.number), "organisation", name) for line, name in dict.fromkeys(named))
    told = {(mention.line, mention.printed) for mention in mentions}
    kept = [problem for problem in problems if not _explained(problem, told)]
    return Away(mentions, (*kept, *(_problem(mention) for mention in mentions)))


def _apologies(found: Outline) -> Iterator[Line]:
    """The lines that hold apologies: of lists so headed, and of sentences, without the words before the names."""
    for listed in found.lists:
        if listed.heading.status == "apologies":
            yield from listed.lines
    for section in found.items:
        for flow in flows(section.lines):
            for start, end in flow.sentences():
                if said := APOLOGIES.match(flow.text[start:end]):
                    at = flow.source_lines(start + said.end(), end)[0]
                    yield replace(at, text=flow.text[start + said.end() : end])


def _organisations(text: str) -> Iterator[str]:
    """The organisations that stand between the commas of a line, not those behind a person's name."""
    text = BULLET.sub("", text).strip(" .|*")
    after_name = False
    for piece in (part for whole in _APART.split(re.sub(r"^(?:from|by)\s+", "", text)) for part in _before_name(whole)):
        bare = re.sub(r"^(?:and|the)\s+", "", piece.strip(" .")).strip()
        if begins_with_name(bare) or run_on.names_in(bare):
            after_name = not re.search(r"[)\]]\W*$", bare)  # "Ann Lee (Kent Police)" is whole; after "Ann Lee," hers
        elif not after_name and _is_one(bare):
            yield from organisations_in(bare)


def _is_one(text: str) -> bool:
    """Whether the words are an organisation's name; one word only as an abbreviation ("Action" heads a column)."""
    words = text.split()
    return 0 < len(words) <= 9 and (len(words) > 1 or text.isupper()) and is_organisation(text) and not is_post(text)


def _before_name(piece: str) -> list[str]:
    """ "Jobcentre Plus and Mary Dunn" is two; an "and" within a name is none of ours."""
    halves = re.split(r"\s+(?:and|&)\s+", piece, maxsplit=1)
    return halves if len(halves) == 2 and begins_with_name(halves[1]) else [piece]


def _explained(problem: Problem, told: set[tuple[str, str]]) -> bool:
    """Whether a problem's "no person's name" is nothing but organisations told of here."""
    if not problem.what.endswith(_NO_PERSON):
        return False
    quoted = problem.what[1:].split('" in ', 1)[0]
    left = quoted
    for line, name in sorted(told, key=lambda pair: -len(pair[1])):
        left = left.replace(name, "") if line == problem.line else left
    return left != quoted and not re.sub(r"\b(?:the|and|from)\b|\W", "", left)


def _problem(mention: Mention) -> Problem:
    what = f'"{mention.printed}" sent apologies without naming anybody: no entry of attendance, kept as a mention'
    return Problem(mention.line, what, _DO)
