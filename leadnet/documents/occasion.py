"""When and where a meeting was: its day among the days of a head, its times, its venue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from leadnet.documents.dates import RANGE, Day, days, times, without
from leadnet.documents.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Line
from leadnet.documents.vocabulary import BODY_WORD

MARKS = " \t\f#*_|>"
_CLOCK = r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\b\.?|noon\b|midday\b|hrs\b|hours\b|o['’]clock(?: [ap]\.?m\b\.?)?)"
_TIMES = re.compile(
    rf"(?:{_CLOCK}|\b\d{{1,2}}[.:]\d{{2}}\b|\b\d{{4}}\s*(?:hrs|hours)\b)"
    rf"(?:\s*(?:-|–|—|to|until|till)\s*(?:{_CLOCK}|\d{{1,2}}[.:]\d{{2}}\b|noon\b|midday\b))?",
    re.I,
)

# Days of something else, and how strongly words point to the day of the meeting itself
_ANOTHER = re.compile(
    r"\b(?:next|last|previous|future|forthcoming|following)\s+(?:\w+\s+)?meetings?\b|\bpubli(?:shed|cation)\b|"
    r"\b(?:posted|printed|updated|issued|circulated|uploaded|created|modified|produced|downloaded|"
    r"dispatch(?:ed)?|deadline|version|review|call[- ]?in|into force|effective|to be approved|approved|agreed)\b",
    re.I,
)
_POINTERS = (
    (
        6,
        re.compile(
            r"^\W*(?:meeting date|date(?: and time| ?/ ?time)?(?: of (?:the )?(?:meeting|decision))?)\W*$", re.I
        ),
    ),
    (3, re.compile(r"\b(?:held|took place|convened|met)\b", re.I)),
    (2, re.compile(r"\b(?:meeting|minutes|notes|record|decisions?|summary|action (?:log|points|notes))\b", re.I)),
    (-2, re.compile(r"^\W*(?:agenda )?item\b", re.I)),
)
_TOP = 12  # lines in which a place may stand on its own
_LONGEST = 400  # letters of a venue
_FAR = 150  # letters back in which a pointer may stand

_CLOSE = re.compile(
    r"\bmeeting\b.{0,40}?\b(?:closed|ended|finished|concluded|terminated|rose)\b(?P<rest>[^.]{0,20}\d.*)|"
    r"^\W*(?:meeting )?(?:ended|closed|closing|finish(?:ed)?|end)(?: time| at)?\b(?P<r>.*)",
    re.I,
)
_START = re.compile(
    r"\bmeeting\b[^.]{0,30}?\b(?:started|commenced|opened|began)\b(?P<rest>[^.]{0,20}\d.*)|"
    r"^\W*(?:start(?:ed)?|commenced)(?: time| at)?\b(?P<r>.*)",
    re.I,
)
_NO_TIME = re.compile(r"\b(?:tel|telephone|posted|published|printed|version|next meeting|last meeting|contact)\b", re.I)

# What stands behind a label, up to the next label on the line: "Date: 4 May 2011 Place: Town Hall Time: 1400-1600"
_LABELS = r"date|time|day|venue|location|place|where|present|attendees|contact|chair|members|apologies|subject|from|to"
_BEHIND = (
    rf"\s*(?::|\||\t|\s-\s|\s/\s)[\s:|*_–-]*(?P<said>[^\s|].*?)\s*(?=\||\t|[,;.]?\s(?:(?:start|meeting)\s)?"
    rf"(?i:{_LABELS})\s*(?::|\|)|$)"
)
_VENUE_LABEL = re.compile(
    rf"(?:^(?:meeting\s)?(?:where|held at|held in|at)|\b(?:venue|location|place))(?: of meeting)?{_BEHIND}",
    re.I,
)
_VENUE_ALONE = re.compile(r"^(?:meeting\s+)?(?:venue|location|place)(?: of meeting)?\s*:?$", re.I)
_TIME_LABEL = re.compile(rf"(?:^(?:meeting |start )?times?(?: of meeting)?|\btime){_BEHIND}", re.I)
_FOUR_FIGURES = re.compile(r"\b([01]\d|2[0-3]):?([0-5]\d)\b")
_HELD = re.compile(r"\b(?:held|took place|convened|met|meeting|minutes|notes)\b(?P<rest>.*)", re.I | re.S)
_AT = re.compile(
    r"(?:^|[\s,(@])(?P<how>(?i:at|in|via|by|on|using))\s+(?:the\s+|THE\s+)?(?P<venue>(?!ON\b|AT\b|IN\b)[“\"‘']?[A-Z][^@;()]*?)"
    r"(?=\s+(?i:on|at|from|commencing|starting|between|and commenced)\s*(?:@|$|\.)|\s*[,(]?\s*@|\.\s|\.?\s*$|[()])",
    re.S,
)
_PLACE = re.compile(
    r"\b(?:hall|house|rooms?|chambers?|centre|center|offices?|street|road|avenue|lane|suite|hotel|college|school|building|library|"
    r"headquarters|hq|teams|zoom|skype|webex|virtual|virtually|online|remote|university|club|stadium|museum|church|hospital|depot|park|"
    r"exchange|theatre|guildhall|barn|pavilion|farm|station|square|court|video ?conference|teleconference)\b",
    re.I,
)
_NOT_PLACE = re.compile(rf"\b(?:minutes|notes|agenda|actions?|decisions?)\b|\b{BODY_WORD}\)?$|[|@]", re.I)
_NO_PLACE = re.compile(
    r"\b(?:key|summary|draft|confirmed|present|attend\w+|apolog\w+|members|chair\w*|public|page)\b", re.I
)
_PEOPLE = re.compile(r"\b(?:present|attendees|in attendance|apologies)\s*:", re.I)
_PREPOSITION = re.compile(
    r"^(?:(?:meeting\s+)?held(?!\s+(?:by|on)\b)\s*|at|in|via|on|venue)\s+(?:(?:at|in)\s+)?(?:the\s+)?", re.I
)
_LINK = re.compile(r"(?<![\s.])[\s.]*\b(?:view directions|view map|map|directions)\b.*$", re.I)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_NOWHERE = re.compile(
    r"(?:the )?(?:Board|Group|Committee|Partnership|Meetings?|Members|Minutes|Chair|Public|Private|Person|Confidence|"
    r"Part\b.*)",
    re.I,
)


def day_of(lines: Sequence[Line], least: int = -5) -> tuple[str, Line | None]:
    """The meeting's day among those a head prints, and its line: what words point to, and never what is another's."""
    told = sorted(_weighed(lines), key=lambda found: -found[0])
    best = told[0] if told and told[0][0] >= least else None
    return (best[1].iso, best[2]) if best and best[1].iso else ("", best[2] if best else None)


def without_year(lines: Sequence[Line], years: Sequence[int]) -> tuple[str, Line | None]:
    """The first day of a head that has no year, in the one year of the paper that its weekday fits; else blank.

    A day without a weekday fits only where two or more days of the paper have a year, and all the same.
    """
    for line in lines:
        for day in days(line.text, 2000):
            if day.year_printed or _ANOTHER.search(line.text[: day.start]):
                continue
            fits = [year for year in sorted(set(years)) if _fits(day, year, years)]
            return (f"{fits[0]}{day.iso[4:]}", line) if len(fits) == 1 else ("", line)
    return "", None


def _fits(day: Day, year: int, years: Sequence[int]) -> bool:
    if week := re.match(r"(?:mon|tue|wed|thu|fri|sat|sun)", day.printed, re.I):
        return date.fromisoformat(f"{year}{day.iso[4:]}").strftime("%a").lower() == week[0].lower()
    return len(set(years)) == 1 < len(years)


def _weighed(lines: Sequence[Line]) -> Iterator[tuple[int, Day, Line]]:
    """Each day with its weight, in the order printed."""
    before = ""
    for line in lines:
        upto = 0
        text = line.text.strip(MARKS)
        for day in days(text):
            same = text[upto : day.start]
            yield _weight(same, before, text[day.end :]), day, line
            before, upto = "", day.end
        before = f"{before}\n{text[upto:]}"[-_FAR:] if text else before


def _weight(same: str, before: str, after: str) -> int:
    """How likely a day is the meeting's, from the words before it on its line, and above since the last day."""
    label = same if same.strip(MARKS + ":,-–(") else before.rstrip().rpartition("\n")[2]
    if _ANOTHER.search(label) and not re.search(r"\bheld\b", same, re.I):
        return -10
    said = f"{before}\n{same}"
    weight = sum(points for points, form in _POINTERS if form.search(label if abs(points) != 3 else said))
    pointed = weight or any(form.search(said) for points, form in _POINTERS if points == 2)
    return weight + bool(pointed) + bool(re.search(r"[A-Za-z]{5,}", after) is None)


def times_of(head: Sequence[Line], foot: Sequence[Line], at: Line | None) -> tuple[str, str]:
    """Start and end: of a line that says so, of the day's own line, else of the head's first line with a time.

    Else a line at the foot that is nothing but times, or says when the meeting began or closed.
    """
    start, end = next((pair for text in _in_turn(head, at) if (pair := times(text))[0]), ("", ""))
    for line in (*head, *foot):
        text = line.text.strip(MARKS + ".()")
        if not start and RANGE.fullmatch(text):
            start, end = times(text)
        for pattern in (_START, _CLOSE):
            if match := pattern.search(text):
                told = times(next((group for group in match.groups() if group is not None), ""))[0]
                start, end = (start or told, end) if pattern is _START else (start, end or told)
    return start, end if end != start else ""


def _in_turn(head: Sequence[Line], at: Line | None) -> Iterator[str]:
    """Where a time is looked for: behind a label, where four figures are one, on the day's line, then from the top."""
    for line in head:
        if match := _TIME_LABEL.search(line.text.strip(MARKS)):
            yield _FOUR_FIGURES.sub(r"\1:\2", match["said"])
    if at:
        yield at.text
    yield from (
        line.text for line in head if not _NO_TIME.search(line.text) and not _CLOSE.search(line.text.strip(MARKS))
    )


def venue_of(lines: Sequence[Line], at: Line | None, body: str) -> str:
    """Where it was held: behind a label, after "held at", a line of its own that names a place, or behind the day."""
    ways = (
        _labelled_venue(lines),
        _held_at(lines),
        _own_line([line for line in lines if at and line.number in (at.number, at.number + 1)]),
        _own_line(lines),
        _behind_day(at, body),
        _below_day(lines, at, body),
    )
    return next(filter(None, ways), "")


def _labelled_venue(lines: Sequence[Line]) -> str:
    for place, line in enumerate(lines):
        text = line.text.strip(MARKS)
        if (match := _VENUE_LABEL.search(text)) and not days(match["said"], 2000):
            return _tidy(_blanked(match["said"]))
        if _VENUE_ALONE.match(text) and place + 1 < len(lines):
            return _tidy(_blanked(lines[place + 1].text.strip(MARKS)))
    return ""


def _held_at(lines: Sequence[Line]) -> str:
    blanked = _PEOPLE.split(_blanked("\n".join(line.text.strip(MARKS) for line in lines)))[0]
    for held in _HELD.finditer(blanked):
        for match in _AT.finditer(held["rest"].split("\n\n")[0]):
            first = match["venue"].split("\n")[0]
            vague = (
                held[0][0] in "mMnN" and match["how"].lower() == "in" and not _PLACE.search(first)
            )  # "members in Kent"
            if not vague and not _NOWHERE.fullmatch(first):
                return _tidy(_over_lines(match["venue"]))
    return ""


def _own_line(lines: Sequence[Line]) -> str:
    for line in lines[:_TOP]:
        place = _tidy(_PREPOSITION.sub("", _blanked(line.text.strip(MARKS)).rpartition("@")[2].strip(" ,@-–:")))
        address = _POSTCODE.search(place) and "," in place
        listed = _NOT_PLACE.search(place) or begins_with_name(place)
        if len(place.split()) < 16 and (address or _PLACE.search(place) and not listed and len(place.split()) < 12):
            return place
    return ""


def _over_lines(text: str) -> str:
    """A place goes on over a line's end only after a comma."""
    first, *rest = text.split("\n")
    return f"{first} {rest[0]}" if rest and first.rstrip().endswith(",") else first


def _behind_day(at: Line | None, body: str) -> str:
    """ "Thursday 26 June, Ambershire Council": what stands behind day and time and is not the body."""
    if at is None:
        return ""
    text = at.text.strip(MARKS)
    rest = _PREPOSITION.sub("", _tidy(_blanked(text[days(text, 2000)[0].end :])))
    named = re.match(r"[A-Z]", rest) and not re.search(r"\b(?:minutes|notes|meeting|draft|new)\b|[|:]", rest, re.I)
    return rest if named and rest.lower() not in body.lower() and 1 < len(rest.split()) < 12 else ""


def _below_day(lines: Sequence[Line], at: Line | None, body: str) -> str:
    """The line straight below the day's: a few capitalised words that are no heading, name or body."""
    below = next((line for line in lines if at and line.number == at.number + 1), None)
    said = below.text.strip(MARKS) if below else ""
    words = re.findall(r"[A-Za-z]\w+", said)
    named = 1 < len(words) < 9 and said[-1] not in ".:;" and sum(word[0].isupper() for word in words) * 2 > len(words)
    other = (
        _NOT_PLACE.search(said)
        or _NO_PLACE.search(said)
        or begins_with_name(said)
        or days(said, 2000)
        or _TIMES.search(said)
    )
    return _tidy(said) if named and not other and not said.isupper() and said.lower() not in body.lower() else ""


def _blanked(text: str) -> str:
    """The text with each day and each time of day as one @."""
    for day in reversed(days(text, 2000)):
        text = f"{text[: day.start]}@{text[day.end :]}"
    return _TIMES.sub("@", text)


def bare(text: str) -> str:
    """The text without its days and times.

    >>> bare("Vale Forum - Thursday, 18th April, 2019 10.00 am")
    'Vale Forum'
    """
    return " ".join(_TIMES.sub(" ", without(text, days(text, 2000))).split()).strip(" ,-–—:|(")


def _tidy(text: str) -> str:
    text = _LINK.sub("", " ".join(text[:_LONGEST].replace("@", " ").split()))
    whole = "(" not in text or re.fullmatch(r"\([^()]*\)", text)
    text = re.sub(r"\s+(?:time|date)\W*$", "", text, flags=re.I)
    return re.sub(r"(?:\s*,){2,}", ",", text).strip(" ,.;:-–|*()") if whole else text.strip(" ,.;:-–|*")
