"""Apologies in running text: the people a sentence names, and the lines of an item that open with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.lists.body_before import person_first
from leadnet.documents.lists.entries import Cells, Heading
from leadnet.documents.lists.layouts import read_list, run_on
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.layouts.shared_titles import with_title
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.lists.told_names import NAME
from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import Flow, flows
from leadnet.documents.outlines.headings import APOLOGIES, VERB, list_heading
from leadnet.documents.outlines.outline import Section
from leadnet.documents.words.initials_apart import initials_apart
from leadnet.documents.words.posts import is_organisation, is_post

NOBODY = re.compile(
    r"^\W*(?:(?:none|nil|no apologies|no-one|n/a|there were (?:none|no)|no one|nobody|not applicable|as "
    r"(?:listed|noted|above)|"
    r"no members of the public)\b|the following(?: \w+)?\W*$|(?:received|noted)?\W*$)",
    re.IGNORECASE,
)
_APOLOGIES_ITEM = re.compile(r"\b(?:apolog(?:y|ies)|absence)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b[Aa]polog(?:y|ies)\b(?!\s+for lateness)(?:(?!\b(?:read|reported|announced)(?: out)? by\b)[^.:;]){0,60}?"
    r"\s(?:from|(?:on behalf |in respect )?of|(?:submitted|given|sent|tendered|made|received|offered) by)[,:;]?\s+"
    r"(?!the following|all\b)(?=(?:the |both )?[A-Z])|"
    r"^The following\b[^.:;]{0,80}\bapologies\b[^.:;]{0,40}:\s+(?=[A-Z])|"
    r"^(?:These |They |Apologies )?(?:(?:[Ww]ere|ha(?:d|ve) been) (?:received|given|sent|accepted|noted|"
    r"submitted|tendered)|[Rr]eceived) (?:from|by|for|on behalf of)[,:]?\s+(?=[A-Z])"
)
_RECEIVED = re.compile(  # "... were received and noted", behind the names
    r",?\s+(?:was|were|be|had been|have been|has been)\s+(?:(?:also|duly|both|all)\s+)?"
    r"(?:received|noted|accepted|given|submitted|sent|recorded|reported|tendered|announced)\b.*$"
)
_LATE = re.compile(rf",?\s+(?:and\s+)?{NAME},?\s+(?:who\s+)?(?:would|will|may|might)\s[^,;.()]*\blate\b[^,;.()]*")
_WHO_ELSE = re.compile(  # "... who was on holiday"; who was represented is told below
    r",?\s+who\s+(?![^,;.()]*\b(?:represented|substitut|replaced|deputi[sz]|sent|appointed|nominated|place))[^,;.()]*"
)
_ACTED = re.compile(r"\b(?:attended|acted|deputised|substitut(?:ed|ing)|represented|joined|arrived|left|took)\b")
_WITH = re.compile(r",?\s+with (?:the )?substitut\w+ of\b[^.;]*")  # told below
_STAND_IN = re.compile(  # "..., and Ann Lee attended in his place", "with Ann Lee deputising", "for whom ..."
    r"(?:(?:\s*[,;—–]\s*|\s+-\s+|(?<=\))\s+)(?:(?:and|with|but|for whom|when)\s+)?|"
    rf"\s+(?:and|with|but|for whom|when)\s+){NAME}(?:\s+and\s+{NAME})?"
    r"(?:\s*\([^()]*\)|,\s(?!and\b|with\b)[^,;()]{2,60},)?,?\s+(?:(?:was|is|had|has|been|would)\s+){0,2}"
    r"(?:(?:attend|deputi[sz]|substitut|represent)(?:ed|ing)?|st(?:ood|anding) in|acting|took the chair|chaired|"
    r"present (?:in|as|on))\b(?![^;.()]{0,40}\bby\b)(?![^()]*\))[^;,.()]*"
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
_RUN = r"[A-Z](?:(?<=[A-Z])\.|(?<=[a-z])\.(?=\s[A-Z][a-z]+\s)|[^.:]){3,1500}?"  # "Cllr. Lee and A. Dale"
_SENT = re.compile(
    rf"^(?P<kept>{_RUN})\s+(?:was|were|is|are|had been|has been)(?: both| all| also)? unable to "
    r"(?:attend|be present|make (?:it|the meeting))\b|"
    rf"^(?P<names>{_RUN})\s+(?:had |have |has |also |both |each )*(?:sent|gave|given|tendered|submitted|"
    r"offered|apologised)(?: (?:his|her|their))?(?: apologies)?\b",
)
_BETWEEN = re.compile(
    r"^\W*(?:minutes|decision|action|actions|discussion|resolved|noted|apologies(?: for absence)?)\W*$|"
    r"^To (?:receive|note|accept)\b|\bpage \d+(?: of \d+)?\W*$|^\W*item\W+action\W*$|^\W*\d{1,3}\W*$",
    re.IGNORECASE,
)
_CAME_INSTEAD = re.compile(
    r"^(?:(?!\bwho\b|\s[-–—])[^()]){3,60}?\s(?:(?:substitut|deputi[sz])(?:ed|ing)|stood in|attended|acted as|"
    r"took the chair|in the chair|chaired|presided|was (?:present|in attendance|attending))\b(?! (?:for )?by\b)",
    re.IGNORECASE,
)
_COLON = re.compile(r":\s*[-–—]?\s*$")
_FOLLOW = re.compile(r"\b[Aa]polog(?:y|ies)\b[^.;]*:\s*[-–—]?\s*$")  # those who sent them in the lines below
_INSTEAD = re.compile(r"^\W*(?:the following )?(?:substitut|deput)[^.;]*:\s*[-–—]?\s*$", re.IGNORECASE)
_OPENS_LIST = re.compile(r"(?::|\b(?:from|by|of|following))[\s–-]*$")  # "... were intimated on behalf of"
_COLUMN = 3  # names, one a line, that are a column
_WORDS = 9  # more are a sentence
_SHORT = 5  # words of a heading


def first_sentence(lines: Sequence[Line]) -> Iterator[Line]:
    """Apologies up to the full stop: what follows it on the line is text."""
    for line in lines:
        ends = [end for _, end in Flow.of([line]).sentences()]
        rest = line.text.strip()[ends[0] :] if ends else ""
        prose = len(ends) > 1 and (VERB.search(rest) or _ACTED.search(rest))
        yield replace(line, text=line.text.strip()[: ends[0]]) if prose else line


def apologies_of(section: Section) -> Iterator[tuple[Cells, Heading]]:
    """Apologies in the text of an item; in an item about apologies also its lines that open with a name."""
    about = bool(_APOLOGIES_ITEM.search(section.title))
    lines = [line for line in section.lines if not (about and _BETWEEN.search(line.text))]
    heading, below = Heading(section.title or "Apologies", "unknown", "apologies"), about
    run: list[Line] = []
    title = ""
    paragraphs = [_apart(flow) for flow in flows(_headings_apart(lines))]
    for flow, after in zip(paragraphs, [*paragraphs[1:], None], strict=False):
        told = list(_of_sentences(flow, about))
        if not told and below and _INSTEAD.search(flow.text):
            below = False  # told.py reads who came for whom
        elif not told and (below or flow.text.startswith("Apolog") or _FOLLOW.search(flow.text)):
            if below and _heads_some(flow, after):
                yield from ((entry, heading) for entry in _entries(run, title))
                title, run = run_on.plural_title(f"{flow.text} "), []
                continue
            listed = [_without_heading(line) for line in flow.lines]
            if _goes_on(listed, run) and not (NOBODY.match(flow.text) or _is_told(flow)):
                run += listed
                continue
            below = bool(_OPENS_LIST.search(flow.text))
        yield from ((entry, heading) for entry in _entries(run, title))
        yield from told
        run, title = [], ""
    yield from ((entry, heading) for entry in _entries(run, title))


def _headings_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a gap round each that ends in a colon over a name: "... the following apologies:-"."""
    for line, below in zip(lines, [*lines[1:], Line(0, None, "")], strict=False):
        heads = _COLON.search(line.text) and begins_with_name(below.text.strip()) and not begins_with_name(line.text)
        gap = Line(0, None, "")
        yield from (gap, line, gap) if heads else (line,)


def _goes_on(listed: Sequence[Line], run: Sequence[Line]) -> bool:
    """Whether lines are people one a line, or the column of their posts and organisations beside them."""
    opens = sum(begins_with_name(line.text.strip(" |").split(" | ")[0]) for line in listed)
    named = 2 * opens >= len(listed) and not any(map(_is_sentence, listed))
    return named or (len(run) > _COLUMN and _is_column(listed))


def _is_told(flow: Flow) -> bool:
    """Whether a paragraph over several lines, of which one opens with a name, is a sentence of who did something."""
    one = len(flow.lines) > 1 and sum(begins_with_name(line.text) for line in flow.lines) < 2
    return one and flow.text.endswith(".") and bool(_ACTED.search(flow.text.split("(")[0]))


def _heads_some(flow: Flow, after: Flow | None) -> bool:
    """Whether a paragraph is nothing but the heading of those below it: "Councillors", "Ex-officio members"."""
    sort = list_heading(flow.text)
    short = len(flow.text.split()) <= _SHORT and flow.text[:1].isupper() and flow.text[-1] not in ".,"
    plain = short and not (begins_with_name(flow.text) or VERB.search(flow.text))
    return bool(sort and not sort[1]) or bool(plain and after and begins_with_name(after.text))


def _apart(flow: Flow) -> Flow:
    """A paragraph with initials apart from names, its lines as they are."""
    apart = Flow.of([replace(line, text=initials_apart(line.text.strip(" |"))) for line in flow.lines])
    return replace(apart, lines=flow.lines)


def _entries(lines: Sequence[Line], title: str) -> list[Cells]:
    """The people of lines that open with a name, without those who came for others or took the chair.

    `title` is what the heading over them says all are: "Councillors".
    """
    entries = [entry for entry in read_list(lines) if not is_stand_in(entry)] if lines else []
    return [
        replace(entry, cells=(with_title(entry.cells[0], title), *entry.cells[1:])) if title else entry
        for entry in entries
    ]


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


def is_stand_in(entry: Cells, away: bool = True) -> bool:
    """ "Ann Lee attended in his place" among apologies: she was there, and told.py says for whom.

    In any other list (not `away`) "Ann Lee, substituting for Joe Dale" is an entry.
    """
    first, *more = entry.cells
    if not away and remarks(first).on_behalf_of:
        return False
    said = f"{first} {more[0]}" if more and _ACTED.match(more[0]) else first
    return bool(_CAME_INSTEAD.match(said)) and begins_with_name(" ".join(said.split()[:2]))


def _of_sentences(flow: Flow, about: bool) -> Iterator[tuple[Cells, Heading]]:
    sentences = list(flow.sentences())
    for start, end in sentences:
        text = flow.text[start:end]
        opens = APOLOGIES.match(text)
        heading = Heading(opens["heading"] if opens else "apologies", "unknown", "apologies")
        if opens and not NOBODY.match(text[opens.end() :]):
            yield from ((entry, heading) for entry in _within(flow, start + opens.end(), end))
        elif (said := _FROM.search(text)) and not opens:
            yield from ((entry, heading) for entry in _within(flow, start + said.end(), end))
        elif names := _who_sent(text, about):
            yield from ((entry, heading) for entry in _within(flow, start, start + len(names)))
        elif about and start == 0 and _is_run(text, len(sentences) > 1):
            yield from ((entry, heading) for entry in _within(flow, start, end))


def _who_sent(text: str, about: bool) -> str:
    """The people a sentence begins with that says they sent apologies or could not come; blank for any other."""
    sent = _SENT.match(text) if about or "apolog" in text.lower() or "unable to" in text else None
    names = (sent["names"] or sent["kept"]) if sent else ""
    capitals = all(map(_CAPITAL.fullmatch, re.split(r"[,;\s]+", names)))
    return names if capitals and begins_with_name(re.split(r",|\band\b", names)[0]) else ""


def _is_run(text: str, goes_on: bool) -> bool:
    """Whether a sentence is nothing but people, divided by semicolons or with text behind it."""
    return (goes_on or ";" in text) and not VERB.search(text) and len(run_on.names_in(text)) > 1


def _within(flow: Flow, start: int, end: int) -> Iterator[Cells]:
    """The people named between two places of a flow."""
    whose = _WHOSE.match(flow.text, start)
    start = whose.end() if whose else start
    other = next((match for match in _OF_BODY.finditer(flow.text, start, end) if is_organisation(match["body"])), None)
    names = only_names(flow.text[start : other.start() if other else end])
    people = run_on.people(replace(flow, text=flow.text[:start] + names), start)
    yield from (entry for entry in people if not is_stand_in(entry))
    if other:
        yield from (replace(entry, under=other["body"]) for entry in _within(flow, other.end(), end))


def only_names(text: str) -> str:
    """A run of those who sent apologies without what was done with these and who came instead, each person in front.

    >>> only_names("the Mayor, Cllr Ann Lee, and Joe Dale attended in her place").split("  ")[0]
    'Cllr Ann Lee, Mayor'
    """
    text = _RECEIVED.sub("", text)
    for form in (_LATE, _WHO_ELSE, _WITH, _STAND_IN):
        text = form.sub(lambda match: " " * len(match[0]), text)
    return person_first(text)
