"""Who was there: the entries of every attendance list, and the apologies a sentence reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.entries import Cells, Heading, attendee
from leadnet.documents.flow import Flow, flows
from leadnet.documents.layouts import read_list, run_on
from leadnet.documents.layouts.entry_lines import begins_with_name
from leadnet.documents.layouts.pipe_table import RULE
from leadnet.documents.model import Attendee, Problem, Source
from leadnet.documents.outline import Listed, Outline, Section

_APOLOGIES = re.compile(
    r"^(?:-\s+)?(?P<heading>(?:(?:Written )?Apolog(?:y|ies)|Apologies)(?: for (?:absence|non-attendance|"
    r"the meeting|inability to attend))?)\b"
    r"(?:[^:.]{0,60}?\b(?:from|on behalf of|by)(?: the following)?:?\s+|\s*[:–-]\s*|\s+received:?\s*)"
    r"(?=\S)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^\W*(?:none|nil|no apologies|n/a|there were (?:none|no)|no one|nobody|not applicable|received|noted)\b|^\W*$",
    re.IGNORECASE,
)
_APOLOGIES_ITEM = re.compile(r"\b(?:apolog(?:y|ies)|absence)\b", re.IGNORECASE)
_DO = "look at the line; if somebody is named there, add the row in corrections.csv"


@dataclass(frozen=True)
class Attendance:
    """The entries, the lines they take up (headings apart), and what in a list could not be read."""

    entries: tuple[Attendee, ...]
    lines: frozenset[int]
    problems: tuple[Problem, ...]


def read_attendance(found: Outline) -> Attendance:
    """Everyone an outline's lists and apologies name, in the order printed."""
    cells = [(entry, listed.heading) for listed in found.lists for entry in _cells(listed)]
    cells += [(entry, heading) for section in found.items for entry, heading in _apologies_of(section)]
    first = [attendee(entry, heading) for entry, heading in cells]
    known = frozenset(name.lower() for entry in first if entry and entry.sure for name in entry.organisations)
    entries = [attendee(entry, heading, known) for entry, heading in cells]
    taken = {line.number for listed in found.lists for line in listed.lines if line.text.strip()}
    problems = [_unread(entry, heading) for (entry, heading), who in zip(cells, entries, strict=True) if not who]
    people = _chair_once([who for who in entries if who])
    problems += [_unsure(who) for who in people if not who.sure]
    taken |= {who.source.first for who in people}
    return Attendance(tuple(sorted(people, key=lambda who: who.source.first)), frozenset(taken), tuple(problems))


def _cells(listed: Listed) -> Iterator[Cells]:
    """The entries of one list; a line that says "none" is none."""
    if listed.heading.status == "apologies" or listed.heading.chair:
        for flow in flows([line for line in listed.lines if not RULE.match(line.text)]):
            yield from _named(flow)
    else:
        yield from read_list([line for line in listed.lines if not _NOBODY.match(line.text)])


def _named(flow: Flow) -> Iterator[Cells]:
    """People of a flow: after "received from", or all of it; one a line, or one after another."""
    sentence = _APOLOGIES.match(flow.text)
    if sentence:
        yield from _of_sentence(flow, sentence)
    elif not _NOBODY.match(flow.text):
        several = len(flow.lines) > 1 or "|" in flow.text or "\t" in flow.text
        yield from read_list(flow.lines) if several else run_on.people(flow)


def _apologies_of(section: Section) -> Iterator[tuple[Cells, Heading]]:
    """Apologies in the text of an item; in an item about apologies also its lines that open with a name."""
    about = bool(_APOLOGIES_ITEM.search(section.title))
    for flow in flows(section.lines):
        for start, end in flow.sentences():
            sentence = _APOLOGIES.match(flow.text[start:end])
            if sentence:
                heading = Heading(sentence["heading"], "unknown", "apologies")
                part = Flow.of([replace(line, text=flow.text[start:end]) for line in flow.source_lines(start, end)][:1])
                part = flow if start == 0 and len(list(flow.sentences())) == 1 else part
                yield from ((entry, heading) for entry in _of_sentence(part, sentence))
        if about and all(begins_with_name(line.text) and len(line.text) < 120 for line in flow.lines):
            yield from ((entry, Heading(section.title, "unknown", "apologies")) for entry in read_list(flow.lines))


def _of_sentence(flow: Flow, sentence: re.Match[str]) -> Iterator[Cells]:
    if not _NOBODY.match(flow.text[sentence.end() :]):
        yield from run_on.people(flow, sentence.end())


def _chair_once(people: Sequence[Attendee]) -> list[Attendee]:
    """Somebody under "Chair:" who stands in a list as well is one entry, the list's, with the chair marked."""
    listed = {who.person for who in people if not _only_chair(who)}
    chairs = {who.person for who in people if who.chair}
    return [
        replace(who, chair=who.chair or (who.person in chairs and who.status == "present"))
        for who in people
        if not (_only_chair(who) and who.person in listed)
    ]


def _only_chair(who: Attendee) -> bool:
    return who.chair and "chair" in who.heading.lower()


def _unread(entry: Cells, heading: Heading) -> Problem:
    source = Source.of(entry.lines)
    said = " ".join(" ".join(entry.cells).split())[:80]
    return Problem(source.line, f'"{said}" in the list headed "{heading.printed}" begins with no person\'s name', _DO)


def _unsure(who: Attendee) -> Problem:
    named = ", ".join(who.organisations) or "nothing"
    return Problem(
        who.source.line,
        f'post and organisation of {who.printed} could not be told apart for certain (organisation read: "{named}")',
        "look at the line; put it right in corrections.csv if the organisation is another",
    )
