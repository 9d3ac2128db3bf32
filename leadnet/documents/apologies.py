"""Apologies in running text: the people a sentence names, and the lines of an item that open with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.entries import Cells, Heading
from leadnet.documents.flow import Flow, flows
from leadnet.documents.headings import APOLOGIES, VERB, list_heading
from leadnet.documents.layouts import read_list, run_on
from leadnet.documents.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Line
from leadnet.documents.outline import Section
from leadnet.documents.posts import is_organisation, is_post

NOBODY = re.compile(
    r"^\W*(?:(?:none|nil|no apologies|no-one|n/a|there were (?:none|no)|no one|nobody|not applicable|as "
    r"(?:listed|noted|above)|"
    r"no members of the public)\b|(?:received|noted)?\W*$)",
    re.IGNORECASE,
)
_APOLOGIES_ITEM = re.compile(r"\b(?:apolog(?:y|ies)|absence)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b[Aa]polog(?:y|ies)\b(?!\s+for lateness)[^.:;]{0,60}?\s(?:from|on behalf of)[,:]?\s+(?!the following|all\b)"
    r"(?=[A-Z])|"
    r"^(?:These |They |Apologies )?(?:(?:were|had been|have been) "
    r"(?:received|given|sent|accepted|noted)|received) (?:from|by|for)[,:]?\s+"
    r"(?=[A-Z])"
)
_CAPITAL = re.compile(r"[A-Z(][^\s,;]*|and|of|for|the|&|[-–]|")  # a word of names and organisations
_WHOSE = re.compile(
    r"(?:(?:the )?(?:(?:invited|regular|other|co-opted|Board|Panel|Committee|Partnership|Group|Trust|Forum) )?"
    r"(?i:attendees|invitees|directors|members|colleagues|officers|partners|advis[eo]rs|observers|representatives)"
    r"[,:]?\s+)(?=[A-Z])"
)
_OF_BODY = re.compile(
    r",?\s+and\s+(?:from\s+)?(?:the\s+)?"
    r"(?P<body>[A-Z](?:(?!\band (?:the|from)\b)[^,.;()]){2,80}?)\s+"
    r"(?:representatives?|members?|officers?)[,:]?\s+"
    r"(?=[A-Z])"
)
_SENT = re.compile(
    r"^(?P<names>[A-Z][^.:]{3,400}?)\s+(?:had |have |has |also |both |each )*(?:sent|gave|given|tendered|"
    r"submitted|offered|"
    r"apologised)(?: (?:his|her|their))?(?: apologies)?\b|"
    r"^(?P<kept>[A-Z][^.:]{3,400}?)\s+(?:was|were|is|are|had been|has been)(?: both| all| also)? unable to "
    r"(?:attend|be present|make (?:it|the meeting))\b",
)
_LABEL = re.compile(
    r"^\W*(?:minutes|decision|action|actions|discussion|resolved|noted|apologies(?: for absence)?)\W*$|^To "
    r"(?:receive|note|accept)\b",
    re.I,
)
_BETWEEN = re.compile(
    rf"{_LABEL.pattern}|\bpage \d+(?: of \d+)?\W*$|^\W*item\W+action\W*$|^\W*\d{{1,3}}\W*$", re.IGNORECASE
)
_CAME_INSTEAD = re.compile(
    r"^[^()]{3,60}?\s(?:substituted|deputi[sz]ed|stood in|attended|was (?:present|in attendance|attending))\b"
)
_COLUMN = 3  # names, one a line, that are a column
_WORDS = 9  # more are a sentence


def first_sentence(lines: Sequence[Line]) -> Iterator[Line]:
    """Apologies up to the full stop: what follows it on the line is text."""
    for line in lines:
        ends = [end for _, end in Flow.of([line]).sentences()]
        prose = len(ends) > 1 and VERB.search(line.text.strip()[ends[0] :])
        yield replace(line, text=line.text.strip()[: ends[0]]) if prose else line


def apologies_of(section: Section) -> Iterator[tuple[Cells, Heading]]:
    """Apologies in the text of an item; in an item about apologies also its lines that open with a name."""
    about = bool(_APOLOGIES_ITEM.search(section.title))
    lines = [line for line in section.lines if not (about and _BETWEEN.search(line.text))]
    heading, below = Heading(section.title or "Apologies", "unknown", "apologies"), about
    run: list[Line] = []
    for flow in flows(lines):
        told = list(_of_sentences(flow, about))
        if not told and (below or flow.text.startswith("Apolog")):
            listed = [_without_heading(line) for line in flow.lines]
            opens = sum(begins_with_name(line.text) for line in listed)
            if 2 * opens >= len(listed) and not any(map(_is_sentence, listed)) and not NOBODY.match(flow.text):
                run += listed
                continue
            if len(run) > _COLUMN and _is_column(listed):
                run += listed
                continue
            below = flow.text.rstrip(" -–").endswith((":", "from"))
        yield from ((entry, heading) for entry in (read_list(run) if run else ()))
        yield from told
        run = []
    yield from ((entry, heading) for entry in (read_list(run) if run else ()))


def _is_column(lines: Sequence[Line]) -> bool:
    """Whether lines below a column of names can be of the column beside it: posts and organisations, and no text."""
    short = all(len(line.text.split()) < _WORDS and not VERB.search(line.text) for line in lines)
    return short and 2 * sum(is_organisation(line.text) or is_post(line.text) for line in lines) > len(lines)


def _without_heading(line: Line) -> Line:
    """ "Co-optees Ann Lee, Kent Police" among apologies: the line without the words that head it."""
    opened = list_heading(line.text)
    return replace(line, text=opened[1]) if opened and opened[1] else line


def _is_sentence(line: Line) -> bool:
    return line.text.rstrip().endswith(".") and bool(VERB.search(line.text))


def is_stand_in(entry: Cells) -> bool:
    """ "Ann Lee attended in his place" among apologies: she was there, and told.py says for whom."""
    return bool(_CAME_INSTEAD.match(entry.cells[0])) and begins_with_name(" ".join(entry.cells[0].split()[:2]))


def _of_sentences(flow: Flow, about: bool) -> Iterator[tuple[Cells, Heading]]:
    sentences = list(flow.sentences())
    for start, end in sentences:
        text = flow.text[start:end]
        sentence = APOLOGIES.match(text)
        sent = _SENT.match(text) if about or "apolog" in text.lower() or "unable to" in text else None
        names = (sent["names"] or sent["kept"]) if sent else ""
        if sentence and not NOBODY.match(text[sentence.end() :]):
            heading = Heading(sentence["heading"], "unknown", "apologies")
            yield from ((entry, heading) for entry in _within(flow, start + sentence.end(), end))
        elif (said := _FROM.search(text)) and not sentence:
            heading = Heading("apologies", "unknown", "apologies")
            yield from ((entry, heading) for entry in _within(flow, start + said.end(), end))
        elif (
            sent
            and all(map(_CAPITAL.fullmatch, re.split(r"[,;\s]+", names)))
            and begins_with_name(re.split(r",|\band\b", names)[0])
        ):
            heading = Heading("apologies", "unknown", "apologies")
            yield from ((entry, heading) for entry in _within(flow, start, start + len(names)))
        elif about and start == 0 and _is_run(text, len(sentences) > 1):
            heading = Heading("apologies", "unknown", "apologies")
            yield from ((entry, heading) for entry in _within(flow, start, end))


def _is_run(text: str, goes_on: bool) -> bool:
    """Whether a sentence is nothing but people, divided by semicolons or with text behind it."""
    return (goes_on or ";" in text) and not VERB.search(text) and len(run_on.names_in(text)) > 1


def _within(flow: Flow, start: int, end: int) -> Iterator[Cells]:
    """The people named between two places of a flow."""
    whose = _WHOSE.match(flow.text, start)
    start = whose.end() if whose else start
    other = next((match for match in _OF_BODY.finditer(flow.text, start, end) if is_organisation(match["body"])), None)
    people = run_on.people(replace(flow, text=flow.text[: other.start() if other else end]), start)
    yield from (entry for entry in people if not is_stand_in(entry))
    if other:
        yield from (replace(entry, under=other["body"]) for entry in _within(flow, other.end(), end))
