"""The head of a paper: which body, on what day, at what time, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadnet.documents.dates import MONTH, WEEKDAY, days
from leadnet.documents.model import Body, Line
from leadnet.documents.occasion import MARKS, bare, day_of, times_of, venue_of
from leadnet.documents.vocabulary import BODY_WORD

_WIDE = (
    rf"(?=\s+(?:held|which|that took|on|at|in the|from|commencing)\b|;|\.(?:\s|$)|\s+[-–—]\s|\s+\(?\d|"
    rf"\s+{WEEKDAY}\s+\d|\s+{MONTH}\s+\d|\s*$)"
)
_STOP = rf"(?:(?=,)|{_WIDE})"
_OF = (
    r"\b(?:minutes?|notes?|record)\s+of\s+(?:a|an|the|its)?\s*(?:\w+\s+){{0,4}}?meeting\s+of\s+(?:the\s+)?(?P<body>\S.*?){stop}",
    r"\b(?:minutes?|notes?|record)\s+(?:of|from|for)\s+(?:a|an|the)?\s*(?P<body>\S.*?)(?:\s+meetings?)?{stop}",
)
# first a name with a comma in it, if it ends as a body does; then the name up to a comma
_OF_WHOLE = tuple(re.compile(form.format(stop=_WIDE), re.I | re.S) for form in _OF)
_OF_SHORT = tuple(re.compile(form.format(stop=_STOP), re.I | re.S) for form in _OF)
_SORT = (
    r"(?:(?:draft|confirmed|unconfirmed|approved|final|meeting|public)\s+)*(?:minutes|notes|meeting|"
    r"action (?:notes|log|list|table|points|tracker|sheet)|"
    r"actions|agenda|decisions?(?: (?:log|list|sheet|notice))?|key points|highlights|summary|record)"
)
_BODY_MEETING = re.compile(rf"^\s*(?:the\s+)?(?P<body>\S.*?)\s*[-–—:,]?\s*\b{_SORT}\b", re.I)
_MEETING_OF = re.compile(
    rf"^\W*(?:at an?\s+|the\s+)?(?:\w+\s+)?{_SORT}(?:\s+of\s+the\s+meeting)?(?:\s+(?:of|for|from|on)|\s*[-–—:])\s*"
    rf"(?:the\s+|an?\s+)?(?P<body>\S.*?){_STOP}",
    re.I,
)
_LABEL = re.compile(
    r"^(?:name of )?(?P<label>body|meeting(?: title| name| of)?|committee|board|group|report to|to|title|partnership|"
    r"forum|decision[- ]maker|decision (?:taken )?by|made by)\s*[:\t|][\s*_]*(?P<body>\S.*)$",
    re.I,
)
_BODY_END = re.compile(rf"\b{BODY_WORD}\)?(?:\s*\([^)]*\))?$", re.I)
_BODY_IN = re.compile(rf"\b{BODY_WORD}\b", re.I)
_SHORT = re.compile(r"\s*\((?P<short>[A-Z][A-Za-z&]{1,9})\)")
_BRACKET = re.compile(r"\s*\((?=[^)]*\d).*$")  # "(County Hall, 4/4/2008)": place and day, no part of a name
_OPENS = re.compile(rf"^(?:{_SORT}\s*(?:\b(?:of|for|from)\b|[-–—:])\s*(?:the\s+|an?\s+)?)+(?=\S)", re.I)
_NOT_BODY = re.compile(
    r"^(?:the )?(?:minutes?|notes?|meeting|meetings|held|draft|last|previous|present|agenda|date|time|venue|"
    r"report|record|action|inaugural|item|items|"
    r"annual general meeting|confirmed|final|public|wednesday|monday|tuesday|thursday|friday)\b[\s:.]*$|"
    r"^(?:the )?(?:last|previous|meeting held|next)\b|^(?:agenda )?item\b|"
    r"^committee (?:name )?and date\b",
    re.I,
)
# "the Board", "its annual meeting": a name only where nothing in the head says more
_GENERIC = re.compile(
    rf"^(?:(?:{BODY_WORD}|steering|management|joint|main|full|core|sub|annual|general|special|extraordinary|quarterly|"
    r"residential|virtual|inaugural|first|second|third|fourth|regular|monthly|programme|project|and|the|meetings?)\b\W*)+$",
    re.I,
)
_CHAIR_OF = re.compile(
    r"\bChair(?:man|person|woman)?\s+of\s+the\s+(?P<body>[A-Z][\w&'’-]+(?:\s+(?:[A-Z][\w&'’-]+|and|of|for|the|&))+)"
)
_OTHER_LINE = re.compile(
    r"\b(?:agenda|items?|paper|appendix|annex|draft|confidential|minutes|notes|meeting|page|venue|date|time|"
    r"restricted|official|unclassified|present|apologies|actions?|decisions?|details|summary|key|contact|version)\b|[|:\d]",
    re.I,
)


@dataclass(frozen=True)
class Title:
    """What the head says; blanks where it says nothing."""

    body: Body
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    venue: str = ""
    line: Line | None = None


def title_of(head: Sequence[Line], foot: Sequence[Line] = (), lists: Sequence[Line] = ()) -> Title:
    """Body, day, times and venue from the lines of a head; times also from the lines at the foot.

    A day the head lacks is taken from among the attendance lists, if words there say it is the meeting's.
    """
    filled = [line for line in head if line.text.strip(MARKS)]
    body, at = find_body(filled)
    date, dated = day_of(filled)
    date, dated = (date, dated) if date else day_of(lists, least=5)
    start, end = times_of(filled, foot, dated)
    venue = venue_of(filled, dated, body.name)
    return Title(body, date, start, end, venue, at or dated or (filled[0] if filled else None))


def named(text: str) -> Body:
    """A body's name and the abbreviation in brackets behind it.

    >>> named("the Kent Leaders' Forum (KLF)")
    Body(name="Kent Leaders' Forum", short='KLF')
    """
    text = _OPENS.sub("", " ".join(text.split()).strip(' ,.;:*_|#–-"'))
    match = _SHORT.search(text)
    name = _SHORT.sub("", text) if match else text
    name = re.sub(
        r"(?:\s+(?:on|at|held|in|for|of|and|the))+$", "", re.sub(r"^the\s+", "", name, flags=re.I).strip(" ,–-")
    )
    return Body(name, match["short"] if match else "")


def find_body(lines: Sequence[Line]) -> tuple[Body, Line | None]:
    """The body a head names, and the line it stands on; a bare "Board" only where nothing says which."""
    found = [(named(name), line) for name, line in _names(lines)]
    place = {line.number: turn for turn, line in enumerate(lines)}
    first = found[0] if found else (Body(""), None)
    near = place[first[1].number] + 3 if found else 0
    told = ((body, at) for body, at in found if not _GENERIC.match(body.name) and place[at.number] < near)
    return next(told, first)


def _names(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """What may be the body's name, the best first: behind "minutes of", behind a label, before "minutes", alone."""
    text = "\n".join(line.text.strip(MARKS) for line in lines)
    for form in (*_OF_WHOLE, *_OF_SHORT):
        for match in form.finditer(text):
            body = _whole_lines(match["body"])
            ends = form in _OF_SHORT or (_BODY_END.search(body) and len(body.split()) <= 14)
            if ends and not _NOT_BODY.match(body) and not days(body):
                yield body, _line_at(lines, text, match.start("body"))
    for form in (_LABEL, _MEETING_OF, _BODY_MEETING):
        for line in lines:
            match = form.match(line.text.strip(MARKS))
            body = bare(_BRACKET.sub("", match["body"])) if match else ""
            if body and not _NOT_BODY.match(body) and _BODY_IN.search(body):
                yield body, line
    yield from _alone(lines)
    yield from _first_line(lines)


def _alone(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Lines that are nothing but a body's name, or a name and a day; a plain council only if nothing better stands."""
    good = []
    for place, line in enumerate(lines):
        name = bare(line.text.strip(MARKS))
        if _BODY_END.search(name) and len(name.split()) <= 14 and not _NOT_BODY.match(name):
            above = lines[place - 1] if place else None
            good.append((f"{above.text.strip(MARKS)} {name}" if above and _goes_on(above, line) else name, line))
    yield from sorted(good, key=lambda found: bool(re.search(r"\b(?:Council|Authority)$", found[0], re.I)))


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a name began on the line straight above: in the same letters, and no name of its own."""
    first, second = above.text.strip(MARKS), line.text.strip(MARKS)
    if above.number + 1 != line.number or _OTHER_LINE.search(first) or days(first, 2000):
        return False
    hangs = re.search(r"\b(?:and|of|for|the|&)$|,$", first, re.I) or re.match(r"(?:and|of|for|&)\b", second, re.I)
    return bool(hangs) or (first.isupper() and second.isupper() and not _BODY_END.search(first))


def elected_by(lines: Sequence[Line]) -> Body:
    """The body whose chair is elected, of a page that names it nowhere else."""
    for line in lines:
        if (match := _CHAIR_OF.search(line.text)) and _BODY_IN.search(match["body"]):
            return named(match["body"])
    return Body("")


def _first_line(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The first line, where it is a few capitalised words above a line that says minutes or notes."""
    if len(lines) > 1 and any(re.search(r"\b(?:minutes|notes)\b", line.text, re.I) for line in lines[1:4]):
        name = bare(lines[0].text.strip(MARKS))
        if name[:1].isupper() and len(name.split()) <= 8 and not _OTHER_LINE.search(name) and not name.endswith("."):
            yield name, lines[0]


def _whole_lines(text: str) -> str:
    """A name that runs over lines stops at the first line that ends as a body does."""
    taken: list[str] = []
    for row in text.split("\n"):
        taken.append(row)
        if _BODY_END.search(row.strip()):
            break
    return " ".join(taken).strip()


def _line_at(lines: Sequence[Line], text: str, at: int) -> Line:
    return lines[text.count("\n", 0, at)]
