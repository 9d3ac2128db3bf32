"""Days and times as English papers print them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])\.?"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_TH = r"(?:\s?(?:st|nd|rd|th)\.?)?"
# a year in two figures needs a sign that it is one: '07, or nothing behind it but a stop
_SHORT_YEAR = r"['’‘]\s?\d{2}(?!\d)|\d{2}(?=\s*(?:[,;)\]|]|$|at\b|meeting\b))"
_YEAR = rf"(?:,?\s*(?P<y>\d{{4}}(?!\d)|{_SHORT_YEAR}))?"
_FORMS = (
    r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
    r"(?<![\d/.-])(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4}|\d{2})(?![\d/])(?!\s*[ap]\.?m\b)",
    rf"(?<![\w/-])(?P<d>\d{{1,2}})-(?P<m>{MONTH})-(?P<y>\d{{4}}|\d{{2}})(?!\d)",
    rf"(?:{WEEKDAY},?\s*(?:the\s+)?)?(?<!\d)(?P<d>\d{{1,2}}){_TH},?\s*(?:day\s+)?(?:of\s+)?(?P<m>{MONTH}){_YEAR}",
    rf"(?:{WEEKDAY},?\s+)?(?P<m>{MONTH})\s+(?P<d>\d{{1,2}})(?!\d)"
    rf"(?:{_TH},?\s+(?P<y>\d{{4}})\b|\s?(?:st|nd|rd|th)\b)",
)
_DAYS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_JOINS = re.compile(r"\s*(?:,|;|-|–|/|and|&|to|or)\s*(?:and\s+)?", re.IGNORECASE)
# "2 - 4 July", "Monday 2 and Tuesday 3 July": a day whose month stands behind the next one
_BEFORE = re.compile(
    rf"(?P<week>{WEEKDAY}\s+(?:the\s+)?)?(?<![\d.:/£])(?P<d>\d{{1,2}})(?P<th>{_TH})\s*(?P<join>-|–|—|/|,|to|and|&)\s*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:items?|minutes?|nos?|pages?|papers?|appendix|rooms?|paragraphs?|version)\.?\s*$", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(?:\b(?:for|in|during|dates)\s+|^\W*)(?P<y>(?:19|20)\d{2})\b(?!\s*[-/–]\s*\d)", re.I)

_CLOCK = (
    r"(?P<{0}h>\d{{1,2}})(?:\s?[.:]\s?(?P<{0}m>\d{{2}}))?\s*"
    r"(?P<{0}x>[ap]\.?\s?m\b\.?|noon\b|midday\b|hrs\b|hours\b|o['’]clock(?:\s+[ap]\.?m\b)?)?"
)
TIME = re.compile(rf"(?<![\d/.:£]){_CLOCK.format('a')}(?![\d/%])", re.IGNORECASE)
RANGE = re.compile(
    rf"(?<![\d/.:£]){_CLOCK.format('a')}\s*(?:-|–|—|to|until|till)\s*{_CLOCK.format('b')}(?![\d/%])", re.IGNORECASE
)
_FOUR_FIGURES = re.compile(
    r"\b(?:([01]\d|2[0-3])([0-5]\d)(?=\s*(?:hrs|hours|h)\b)|(?<=at )(1\d)(00|15|30|45)\b)", re.IGNORECASE
)
# without one of these no day is printed, and the forms need not be tried
_SIGN = re.compile(r"\d\s?[/.-]\s?\d|(?:" + "|".join(_MONTHS) + ")", re.IGNORECASE)
_NOON = re.compile(r"\b(?:12(?:[.:]00)?\s*)?(?:noon|midday)\b", re.IGNORECASE)
_AFTERNOON = range(1, 8)  # no board meets at two in the morning: "2.00 - 4.00" is after noon


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
    >>> [day.iso for day in days("held 2 - 4 July 2007; next 9th day of Feb, '08")]
    ['2007-07-02', '2007-07-04', '2008-02-09']
    """
    return list(_days(text, year)) if _SIGN.search(text) else []


@lru_cache(maxsize=64)  # a long line is asked for its days many times
def _days(text: str, year: int | None) -> tuple[Day, ...]:
    found: list[Day] = []
    taken = bytearray(len(text))
    for form in _DAYS:
        for match in form.finditer(text):
            if not any(taken[match.start() : match.end()]) and not _no_day(match, text):
                found += [_day(match), *_days_before(match, text)]
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    found = sorted((day for day in found if day.iso), key=lambda day: day.start)
    return tuple(_years_filled(found, text, year))


def _no_day(match: re.Match[str], text: str) -> bool:
    """ "3.1.10 The board" is a paragraph, "items 3 may" no day in May."""
    if match["m"] in ("may", "mar") and not match["y"]:
        return True
    figures = match[0].replace(" ", "")
    paragraph = re.fullmatch(r"\d{1,2}\.[1-9]\.\d{1,2}", figures)
    behind = text[match.end() : match.end() + 3]
    return bool(paragraph and re.match(r"\s+[A-Za-z]", behind)) and not text[: match.start()].strip()


def _day(match: re.Match[str]) -> Day:
    """One match as a Day: a missing year is held as year 4, a leap year before all papers, until it is filled."""
    month = match["m"] if match["m"].isdigit() else str(month_number(match["m"]))
    year = (match["y"] or "4").strip("'’‘ ")
    year = f"{'19' if int(year) > 70 else '20'}{year}" if len(year) == 2 else year
    printed = match[0].rstrip(" .")  # the full stop of "26 June." ends the sentence
    iso = _iso(int(year), int(month), int(match["d"]))
    return Day(match.start(), match.start() + len(printed), printed, iso, bool(match["y"]))


def _days_before(match: re.Match[str], text: str) -> Iterator[Day]:
    """The days that share the month of the one behind them."""
    this = _day(match)
    upto = match.start()
    while before := None if "/" in match[0] or not this.iso else _BEFORE.search(text[max(0, upto - 30) : upto]):
        start = max(0, upto - 30) + before.start()
        listed = before["join"] != "," or before["week"] or before["th"] or upto < match.start()
        if int(before["d"]) >= int(match["d"]) or not listed or _NUMBERED.search(text[max(0, start - 20) : start]):
            return
        iso = f"{this.iso[:8]}{int(before['d']):02}"
        yield Day(start, upto, before[0].strip(), iso if int(before["d"]) else "", this.year_printed)
        upto = start


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _years_filled(found: list[Day], text: str, year: int | None) -> list[Day]:
    """Days with their years: from the day after it in a list, a year that heads the list, else the year given."""
    filled: list[Day] = []
    heads = _YEAR_FIRST.search(text)
    for day in reversed(found):
        if not day.year_printed:
            after = filled[-1] if filled else None
            joined = after and after.year_printed and _JOINS.fullmatch(text[day.end : after.start])
            headed = heads if heads and not joined and heads.end() <= day.start else None
            shared = int(after.iso[:4]) if joined else int(headed["y"]) if headed else None
            _, month, dom = (int(part) for part in day.iso.split("-"))
            known = shared or year
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
    printed, minute, mark = match[f"{which}h"], match[f"{which}m"], match[f"{which}x"] or mark
    if not minute and not mark:
        return ""
    hour, mark = int(printed), re.sub(r"^o.clock\s*", "", (mark or "").lower())
    if hour < 12 and (mark.startswith("p") or (not mark and hour in _AFTERNOON and len(printed) == 1)):
        hour += 12
    hour = 0 if hour == 12 and mark.startswith("a") else hour
    return f"{hour:02}:{minute or '00'}" if hour < 24 and int(minute or 0) < 60 else ""


def times(text: str) -> tuple[str, str]:
    """Start and end time in a text, as HH:MM; blank where it gives none. Days are passed over.

    >>> times("12.30pm - 1.30pm"), times("at 2.00pm on 1 August"), times("10am to noon"), times("at 1400 hrs")
    (('12:30', '13:30'), ('14:00', ''), ('10:00', '12:00'), ('14:00', ''))
    """
    text = without(text, days(text, 2000))
    text = _FOUR_FIGURES.sub(lambda found: ":".join(filter(None, found.groups())), _NOON.sub("12:00 pm", text))
    if match := _first(RANGE, text, lambda found: _clock(found, "a", found["bx"]) and _clock(found, "b")):
        end = _clock(match, "b")
        start = _clock(match, "a", match["bx"])
        # "11.00 - 1.00pm" starts in the morning: only the end is after noon
        return (_clock(match, "a", "am") if start > end and not match["ax"] else start), end
    match = _first(TIME, text, lambda found: _clock(found, "a"))
    return (_clock(match, "a"), "") if match else ("", "")


def _first(pattern: re.Pattern[str], text: str, good: Callable[[re.Match[str]], object]) -> re.Match[str] | None:
    return next((match for match in pattern.finditer(text) if good(match)), None)


def without(text: str, found: list[Day]) -> str:
    """The text with its days blanked out, every other letter keeping its place."""
    letters = list(text)
    for day in found:
        letters[day.start : day.end] = " " * (day.end - day.start)
    return "".join(letters)
