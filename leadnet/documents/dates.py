"""Days and times as English papers print them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_TH = r"(?:\s?(?:st|nd|rd|th)\b)?"
_FORMS = (
    r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
    r"(?<![\d/.])(?P<d>\d{1,2})(?P<sep>[/.])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/])",
    rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?(?<!\d)(?P<d>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<m>{MONTH})(?:,?\s+(?P<y>\d{{4}})\b)?",
    rf"(?:{WEEKDAY},?\s+)?(?P<m>{MONTH})\s+(?P<d>\d{{1,2}}){_TH},?\s+(?P<y>\d{{4}})\b",
)
_DAYS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_JOINS = re.compile(r"\s*(?:,|and|&|to|or)\s*(?:and\s+)?", re.IGNORECASE)

_CLOCK = r"(?P<{0}h>\d{{1,2}})(?:[.:](?P<{0}m>\d{{2}}))?\s*(?P<{0}x>[ap]\.?\s?m\b\.?|noon\b|hrs\b|hours\b)?"
TIME = re.compile(rf"(?<![\d/.:£]){_CLOCK.format('a')}(?![\d/%])", re.IGNORECASE)
RANGE = re.compile(
    rf"(?<![\d/.:£]){_CLOCK.format('a')}\s*(?:-|–|—|to|until)\s*{_CLOCK.format('b')}(?![\d/%])", re.IGNORECASE
)


@dataclass(frozen=True)
class Day:
    """A day found in a text: where it stands, the words, and the day itself (`iso` is empty while no year is known)."""

    start: int
    end: int
    printed: str
    iso: str
    year_printed: bool


def days(text: str, year: int | None = None) -> list[Day]:
    """Every day named in the text, in order; one without a year takes that of the list it stands in, else `year`.

    >>> [day.iso for day in days("on Wednesday 1 August and Wednesday 31 October 2007")]
    ['2007-08-01', '2007-10-31']
    """
    found: list[Day] = []
    for form in _DAYS:
        for match in form.finditer(text):
            if not any(match.start() < day.end and day.start < match.end() for day in found):
                found.append(_day(match))
    return _years_filled(sorted((day for day in found if day.iso), key=lambda day: day.start), text, year)


def _day(match: re.Match[str]) -> Day:
    """One match as a Day: a missing year is held as year 4, a leap year before all papers, until it is filled."""
    month = match["m"] if match["m"].isdigit() else str(_MONTHS.index(match["m"][:3].lower()) + 1)
    year = match["y"] or "4"
    year = f"{'19' if int(year) > 70 else '20'}{year}" if len(year) == 2 else year
    printed = match[0].rstrip(" .")  # the full stop of "26 June." ends the sentence
    return Day(
        match.start(),
        match.start() + len(printed),
        printed,
        _iso(int(year), int(month), int(match["d"])),
        bool(match["y"]),
    )


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _years_filled(found: list[Day], text: str, year: int | None) -> list[Day]:
    """Days with their years: from the day after it in a list, else the year given; a day without any is blank."""
    filled: list[Day] = []
    for day in reversed(found):
        if not day.year_printed:
            after = filled[-1] if filled else None
            shared = after and after.year_printed and _JOINS.fullmatch(text[day.end : after.start])
            known = int(after.iso[:4]) if shared else year
            _, month, dom = (int(part) for part in day.iso.split("-"))
            day = replace(day, iso=_iso(known, month, dom) if known else "", year_printed=bool(shared))
        filled.append(day)
    return filled[::-1]


def month_end(year: int, month: int) -> str:
    """The last day of a month.

    >>> month_end(2008, 2)
    '2008-02-29'
    """
    return date(year, month, monthrange(year, month)[1]).isoformat()


def month_number(name: str) -> int:
    """A month's number from its name or abbreviation."""
    return _MONTHS.index(name[:3].lower()) + 1


def _clock(match: re.Match[str], which: str, mark: str | None = None) -> str:
    """HH:MM of one time of a match; blank where it is no time of day or nothing shows it is one."""
    hour, minute, mark = int(match[f"{which}h"]), match[f"{which}m"], match[f"{which}x"] or mark
    if not minute and not mark:
        return ""
    mark = (mark or "").lower()
    if hour < 12 and mark.startswith("p"):
        hour += 12
    hour = 0 if hour == 12 and mark.startswith("a") else hour
    return f"{hour:02}:{minute or '00'}" if hour < 24 and int(minute or 0) < 60 else ""


def times(text: str) -> tuple[str, str]:
    """Start and end time in a text, as HH:MM; blank where it gives none. Days are passed over.

    >>> times("12.30pm - 1.30pm"), times("at 2.00pm on 1 August")
    (('12:30', '13:30'), ('14:00', ''))
    """
    text = without(text, days(text, 2000))
    if match := _first(RANGE, text, lambda found: _clock(found, "a", found["bx"]) and _clock(found, "b")):
        end = _clock(match, "b")
        start = _clock(match, "a", match["bx"])
        # "11.00 - 1.00pm" starts in the morning: only the end is after noon
        return (_clock(match, "a") if start > end and not match["ax"] else start), end
    match = _first(TIME, text, lambda found: _clock(found, "a"))
    return (_clock(match, "a"), "") if match else ("", "")


def _first(pattern: re.Pattern[str], text: str, good: Callable[[re.Match[str]], object]) -> re.Match[str] | None:
    return next((match for match in pattern.finditer(text) if good(match)), None)


def without(text: str, found: list[Day]) -> str:
    """The text with its days blanked out, every other letter keeping its place."""
    for day in found:
        text = text[: day.start] + " " * (day.end - day.start) + text[day.end :]
    return text
