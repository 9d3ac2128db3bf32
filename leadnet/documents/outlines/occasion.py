"""When a meeting was: its day among the days of a head, and its times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from leadnet.documents.model import Line
from leadnet.documents.words.dates import MONTH, RANGE, WEEKDAY, Day, days, times, without

MARKS = " \t\f#*_|>"
_CLOCK = r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\b\.?|noon\b|midday\b|hrs\b|hours\b|o['’]clock(?: [ap]\.?m\b\.?)?)"
CLOCKS = re.compile(
    rf"(?:{_CLOCK}|\b\d{{1,2}}[.:]\d{{2}}\b|\b\d{{4}}\s*(?:hrs|hours)\b)"
    rf"(?:\s*(?:-|–|—|to|until|till)\s*(?:{_CLOCK}|\d{{1,2}}[.:]\d{{2}}\b|noon\b|midday\b))?",
    re.I,
)

# Days of something else, and how strongly words point to the day of the meeting itself
_ANOTHER = re.compile(
    r"\b(?:next|last|previous|future|forthcoming|following)\s+(?:\w+\s+)?meetings?\b|\bpubli(?:shed|cation)\b|"
    r"\b(?:posted|printed(?! minutes)|updated|issued|circulated|uploaded|created|modified|produced|downloaded|"
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
    (4, re.compile(r"^\W*(?:draft )?(?:minutes|notes) of (?:the |a )?meeting held\b", re.I)),  # a paper of a later one
    (3, re.compile(r"\b(?:held|took place|convened|met)\b", re.I)),
    (2, re.compile(r"\b(?:meeting|minutes|notes|record|decisions?|summary|action (?:log|points|notes))\b", re.I)),
    (-2, re.compile(r"^\W*(?:agenda )?item\b", re.I)),
)
_FAR = 150  # letters back in which a pointer may stand
_NEAR = 100  # letters of the day's own line in which it is told whose it is

_CLOSE = re.compile(
    r"\bmeeting\b.{0,40}?\b(?:closed|ended|finished|concluded|terminated|rose)\b(?P<rest>[^.]{0,20}\d.*)|"
    r"\band (?:closed|ended|finished|concluded|closing|ending)(?: at)?\b(?P<c>\s*\d.*)|"
    r"(?:^\W*|\t)(?:meeting |time )?(?:ended|closed|closing|finish(?:ed)?|end)(?: time| at)?\b(?P<r>.*)",
    re.I,
)
_START = re.compile(
    r"\b(?:opened|started|began) the meeting\b(?P<opened>[^.]{0,20}\d.*)|"
    r"\bmeeting\b[^.]{0,30}?\b(?:started|commenced|opened|began)\b(?P<rest>[^.]{0,20}\d.*)|"
    r"^\W*(?:time )?(?:start(?:ed)?|commenced)(?: time| at)?\b(?P<r>.*)",
    re.I,
)
_NO_TIME = re.compile(r"\b(?:tel|telephone|posted|published|printed|version|next meeting|last meeting|contact)\b", re.I)

# What stands behind a label, up to the next label on the line: "Date: 4 May 2011 Place: Town Hall Time: 1400-1600"
_LABELS = r"date|time|day|venue|location|place|where|present|attendees|contact|chair|members|apologies|subject|from|to"
BEHIND = (
    rf"\s*(?::|\||\t|\s-\s|\s/\s)[\s:|*_/–-]*(?P<said>[^\s|/].*?)\s*(?=\||\t|[,;.]?\s(?:(?:start|meeting)\s)?"
    rf"(?i:{_LABELS})\s*(?::|\|)|$)"
)
TIME_LABEL = re.compile(rf"(?:^(?:meeting |start )?times?(?: of meeting)?|\btime){BEHIND}|^time\s+(?P<bare>\d.*)", re.I)
_DAY_CUT = re.compile(rf"(?:\bon|{WEEKDAY},?)\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s*$", re.I)
_MONTH_FIRST = re.compile(rf"\s*{MONTH}\s+\d{{4}}", re.I)
_FOUR_FIGURES = re.compile(r"\b([01]\d|2[0-3]):?([0-5]\d)\b")


def day_of(lines: Sequence[Line], least: int = -5) -> tuple[str, Line | None]:
    """The meeting's day among those a head prints, and its line: what words point to, and never what is another's."""
    told = sorted(_weighed(lines), key=lambda found: -found[0])
    best = told[0] if told and told[0][0] >= least else None
    return (best[1].iso, best[2]) if best and best[1].iso else ("", best[2] if best else None)


def whole_days(lines: Sequence[Line]) -> list[Line]:
    """The lines, two put together where a day's number ends one and its month begins the next."""
    whole: list[Line] = []
    for line in lines:
        if whole and _DAY_CUT.search(whole[-1].text) and _MONTH_FIRST.match(line.text):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text.rstrip()} {line.text.strip()}")
        else:
            whole.append(line)
    return whole


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
    label = same[-_NEAR:] if same.strip(MARKS + ":,-–(") else before.rstrip().rpartition("\n")[2]
    another = _ANOTHER.search(label)
    own = another and re.search(r"\bmeeting of\b", label[another.end() :], re.I) or re.search(r"\bheld\b", same, re.I)
    if another and not own:
        return -10
    said = f"{before}\n{same}"
    weight = sum(points for points, form in _POINTERS if form.search(label if abs(points) != 3 else said))
    pointed = weight or any(form.search(said) for points, form in _POINTERS if points == 2)
    said_of = len(same) + len(after) > _NEAR and after.rstrip().endswith(".") and not re.search(r"\bheld\b", same, re.I)
    weight -= 2 * said_of  # a sentence, and no head
    timed = CLOCKS.search(same) or CLOCKS.match(after.lstrip(" ,@–-").removeprefix("AT ").removeprefix("at "))
    return weight + bool(pointed) + bool(re.search(r"[A-Za-z]{5,}", after) is None) + bool(timed)


def times_of(head: Sequence[Line], foot: Sequence[Line], at: Line | None) -> tuple[str, str]:
    """Start and end: of a line that says so, of the day's own line, else of the head's first line with a time.

    Else a line at the foot that is nothing but times, or says when the meeting began or closed.
    """
    start, end = next((pair for text in _in_turn(head, at) if (pair := times(text))[0]), ("", ""))
    for line in (*head, *foot):
        text = line.text.strip(MARKS + ".()")
        if RANGE.fullmatch(text) and (not start or not end and times(text)[0] == start):
            start, end = times(text)
        for pattern in (_START, _CLOSE):
            if match := pattern.search(text):
                told = times(next((group for group in match.groups() if group is not None), ""))[0]
                start, end = (start or told, end) if pattern is _START else (start, end or told)
    return start, end if end != start else ""


def _in_turn(head: Sequence[Line], at: Line | None) -> Iterator[str]:
    """Where a time is looked for: behind a label, where four figures are one, on the day's line, then from the top."""
    for line in head:
        if match := TIME_LABEL.search(line.text.strip(MARKS)):
            said = match["said"] or match["bare"]
            yield _FOUR_FIGURES.sub(r"\1:\2", without(said, days(said, 2000)))
    if at:
        below = next((line.text for line in head if line.number > at.number and line.text.strip()), "")
        yield f"{at.text} {below}" if re.search(r"\b(?:to|from|at|until)\W*$|[-–]\s*$", at.text) else at.text
    told = [line for line in head if not (_NO_TIME.search(line.text) or _CLOSE.search(line.text.strip(MARKS)))]
    held = next(iter(days(at.text)), None) if at else None
    same = [{day.iso for day in days(line.text)} for line in told]
    yield from (line.text for line, on in zip(told, same, strict=True) if held and held.iso in on)
    yield from (line.text for line, on in zip(told, same, strict=True) if not (held and on and held.iso not in on))


def bare(text: str) -> str:
    """The text without its days and times.

    >>> bare("Vale Forum - Thursday, 18th April, 2019 10.00 am")
    'Vale Forum'
    """
    return " ".join(CLOCKS.sub(" ", without(text, days(text, 2000))).split()).strip(" ,-–—:|(")


def nothing_but_day(text: str) -> bool:
    """Whether a line holds a day with its year, and nothing else but a time.

    >>> nothing_but_day("Friday 30th September 2011"), nothing_but_day("Ann Lee (from 30 September 2011)")
    (True, False)
    """
    found = days(text)
    return len(found) == 1 and found[0].year_printed and not bare(text.strip(MARKS))
