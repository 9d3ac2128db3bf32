"""The head of a paper: which body, on what day, at what time, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leadnet.documents.dates import MONTH, RANGE, WEEKDAY, days, times, without
from leadnet.documents.model import Body, Line
from leadnet.documents.vocabulary import BODY_WORD

_MARKS = " \t\f#*_|>"
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
_BODY_MEETING = re.compile(
    r"^\s*(?:the\s+)?(?P<body>\S.*?)\s*[-–:,]?\s*(?:meeting\s+)?(?:minutes|notes|meeting|action (?:notes|log|"
    r"list|table|points|tracker)|agenda|decisions)\b",
    re.I,
)
_LABEL = re.compile(
    r"^(?:name of )?(?P<label>body|meeting(?: title| of)?|committee|board|group|report to|to|title|partnership|"
    r"forum)\s*[:\t|]\s*(?P<body>\S.*)$",
    re.I,
)
_BODY_END = re.compile(rf"\b{BODY_WORD}\)?(?:\s*\([^)]*\))?$", re.I)
_BODY_IN = re.compile(rf"\b{BODY_WORD}\b", re.I)
_SHORT = re.compile(r"\s*\((?P<short>[A-Z][A-Za-z&]{1,9})\)")
_NOT_BODY = re.compile(
    r"^(?:the )?(?:minutes?|notes?|meeting|meetings|held|draft|last|previous|present|agenda|date|time|venue|"
    r"report|record|action|inaugural|"
    r"annual general meeting|confirmed|final|public|wednesday|monday|tuesday|thursday|friday)\b[\s:.]*$|"
    r"^(?:the )?(?:last|previous|meeting held)\b",
    re.I,
)

_VENUE_LABEL = re.compile(r"^(?:venue|location|place|where|held at|at)\s*[:\t|]\s*(?P<venue>\S.*)$", re.I)
_HELD = re.compile(r"\b(?:held|took place|convened|met|meeting)\b(?P<rest>.*)", re.I | re.S)
_AT = re.compile(
    r"(?:^|\s|,)(?i:at|in|via|by|on)\s+(?:the\s+|THE\s+)?(?P<venue>(?!ON\b|AT\b|IN\b)[A-Z][^@;]*?)"
    r"(?=\s+(?i:on|at|from|commencing|starting|between)\s*(?:@|$|\.)|\s*,?\s*@|\.\s|\.?\s*$)",
    re.S,
)
_PLACE = re.compile(
    r"\b(?:hall|house|rooms?|chamber|centre|center|offices?|street|road|avenue|lane|suite|hotel|college|school|building|library|"
    r"headquarters|hq|teams|zoom|virtual|online|remote|university|club|stadium|museum|church|hospital|depot|park)\b",
    re.I,
)
_CLOSE = re.compile(
    r"\bmeeting\b[^.]{0,30}?\b(?:closed|ended|finished|concluded|terminated)\b(?P<rest>[^.]{0,20}\d.*)|"
    r"^\W*(?:ended|closed|finish(?:ed)?|end time)\b(?P<r>.*)",
    re.I,
)
_START = re.compile(r"\bmeeting\b[^.]{0,30}?\b(?:started|commenced|opened|began)\b(?P<rest>[^.]{0,20}\d.*)", re.I)


@dataclass(frozen=True)
class Title:
    """What the head says; blanks where it says nothing."""

    body: Body
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    venue: str = ""
    line: Line | None = None


def title_of(head: Sequence[Line], foot: Sequence[Line] = ()) -> Title:
    """Body, day, times and venue from the lines of a head; times also from the lines at the foot."""
    filled = [line for line in head if line.text.strip(_MARKS)]
    body, at = find_body(filled)
    dated = next((line for line in filled if days(line.text)), None)
    start, end = _times(filled, foot)
    date = days(dated.text)[0].iso if dated else ""
    return Title(body, date, start, end, _venue(filled), at or dated or (filled[0] if filled else None))


def named(text: str) -> Body:
    """A body's name and the abbreviation in brackets behind it.

    >>> named("the Kent Leaders' Forum (KLF)")
    Body(name="Kent Leaders' Forum", short='KLF')
    """
    text = " ".join(text.split()).strip(' ,.;:*_|#–-"')
    match = _SHORT.search(text)
    name = _SHORT.sub("", text) if match else text
    return Body(re.sub(r"^the\s+", "", name, flags=re.I).strip(), match["short"] if match else "")


def find_body(lines: Sequence[Line]) -> tuple[Body, Line | None]:
    """The body a head names, and the line it stands on."""
    text = "\n".join(line.text.strip(_MARKS) for line in lines)
    for form in (*_OF_WHOLE, *_OF_SHORT):
        for match in form.finditer(text):
            body = _whole_lines(match["body"])
            ends = form in _OF_SHORT or (_BODY_END.search(body) and len(body.split()) <= 14)
            if ends and not _NOT_BODY.match(body) and not days(body):
                return named(body), _line_at(lines, text, match.start("body"))
    for form in (_LABEL, _BODY_MEETING):
        for line in lines:
            match = form.match(line.text.strip(_MARKS))
            if match and not _NOT_BODY.match(match["body"]) and _BODY_IN.search(match["body"]):
                return named(_undated(match["body"])), line
    return _alone(lines)


def _alone(lines: Sequence[Line]) -> tuple[Body, Line | None]:
    """A line that is nothing but a body's name, or a name and a day; a plain council only if nothing better stands."""
    names = [(_undated(line.text.strip(_MARKS)), line) for line in lines]
    good = [
        (name, line)
        for name, line in names
        if _BODY_END.search(name) and len(name.split()) <= 14 and not _NOT_BODY.match(name)
    ]
    good.sort(key=lambda found: bool(re.search(r"\b(?:Council|Authority)$", found[0], re.I)))
    return (named(good[0][0]), good[0][1]) if good else (Body(""), None)


def _undated(text: str) -> str:
    return " ".join(without(text, days(text, 2000)).split()).strip(" ,-–—:|")


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


def _times(head: Sequence[Line], foot: Sequence[Line]) -> tuple[str, str]:
    """Times in the head; else a line at the foot that is nothing but times, or says when it began or closed."""
    start, end = next(((s, e) for s, e in (times(line.text) for line in head) if s), ("", ""))
    for line in foot:
        text = line.text.strip(_MARKS + ".()")
        whole = RANGE.fullmatch(text)
        start, end = times(text) if whole and not start else (start, end)
        for pattern in (_START, _CLOSE):
            if match := pattern.search(text):
                told = times(next(group for group in match.groups() if group is not None))[0]
                start, end = (start or told, end) if pattern is _START else (start, end or told)
    return start, end


def _venue(lines: Sequence[Line]) -> str:
    """Where it was held: behind a label, after "held at", or a line of its own that names a place."""
    for line in lines:
        if match := _VENUE_LABEL.match(line.text.strip(_MARKS)):
            return _tidy(match["venue"])
    text = "\n".join(line.text.strip(_MARKS) for line in lines)
    blanked = _blanked(text)
    for held in _HELD.finditer(blanked):
        for match in _AT.finditer(held["rest"].split("\n\n")[0]):
            return _tidy(match["venue"].split("\n")[0])
    for line in lines:
        bare = _tidy(re.sub(r"^(?:at|in)\s+(?:the\s+)?", "", _blanked(line.text.strip(_MARKS)).strip(" ,@-–")))
        if (
            "|" not in bare
            and _PLACE.search(bare)
            and not _BODY_END.search(bare)
            and len(bare.split()) < 12
            and not re.search(r"\b(?:minutes|notes)\b", bare, re.I)
        ):
            return bare
    return ""


def _blanked(text: str) -> str:
    """The text with each day and each time of day as one @."""
    for day in reversed(days(text, 2000)):
        text = f"{text[: day.start]}@{text[day.end :]}"
    clock = r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\b\.?|noon\b|hrs\b|hours\b)|\b\d{1,2}[.:]\d{2}\b"
    return re.sub(rf"(?:{clock})(?:\s*(?:-|–|to|until)\s*(?:{clock}))?", "@", text, flags=re.I)


def _tidy(text: str) -> str:
    return " ".join(text.replace("@", " ").split()).strip(" ,.;:-–|*")
