"""When something is to be done: the words of the paper and the days they allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from leadnet.documents.model import Due
from leadnet.documents.words.dates import MONTH, Day, days, month_end, month_number

_BEFORE_DAY = re.compile(
    r"\b(?P<word>by|before|in time for\b[^.;]{0,50} on|no later than|not later than|on|until|for|"
    r"deadline:?|due:?)\s+(?:(?:the\s+)?(?:end|"
    r"close|noon|midday)\s+(?:of\s+(?:play\s+)?)?"
    r"(?:on\s+)?)?$",
    re.IGNORECASE,
)
_LAST_CELL = re.compile(r"\s[-–—|/]\s*$")  # "JH - write to all - 18/10/2019"
_MONTH = re.compile(
    r"(?:\b(?P<word>by|before|in|during|for)\s+|(?<=\s[-–—]\s)(?=[^-–—]*$))"
    rf"(?P<end>(?:the\s+)?end\s+(?:of\s+)?|mid[- ]|early\s+|"
    rf"late\s+)?(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?(?!\s*\d)",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?P<word>this|next|in|during|by|for|the|in the|over the)\s+(?:the\s+)?(?P<season>spring|summer|autumn|"
    r"winter)\b(?:\s+(?P<year>\d{4}))?",
    re.I,
)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
_NEXT = re.compile(r"\bnext (?:\w+ )?meeting\b(?! on\b)", re.IGNORECASE)
_SOON = re.compile(r"\b(?:as soon as possible|asap|immediately|forthwith|with immediate effect)\b", re.IGNORECASE)
_LATE = 60  # days: a day without a year that lies further back than this before the meeting is next year's


@dataclass(frozen=True)
class Clock:
    """What days are reckoned from: the day of the meeting and of the body's next one, where the paper gives them."""

    meeting: str = ""
    next_meeting: str = ""

    @property
    def year(self) -> int | None:
        """The year a day and month take."""
        return int(self.meeting[:4]) if self.meeting else None


def due(text: str, clock: Clock) -> Due | None:
    """The first due date the words give, a printed day before a month, a month before "next meeting" or a season.

    >>> due("that a report be made by the end of March 2008", Clock("2008-01-22")).until
    '2008-03-31'
    """
    for rule in (_by_day, _by_month, _by_meeting, _by_season, _soon):
        for found in rule(text, clock):
            return found
    return None


def _by_day(text: str, clock: Clock) -> Iterator[Due]:
    for day in days(text, clock.year):
        near = max(0, day.start - 60)
        before = _BEFORE_DAY.search(text[near : day.start])
        iso = _forward(day, clock)
        last = not before and _LAST_CELL.search(text[near : day.start]) and not text[day.end :].strip(" .)]")
        word = before["word"].lower() if before else "by"
        only_until = word.startswith("in time") or word in ("by", "before", "no later than", "not later than", "until")
        # a day in full that lies before the meeting is misprinted or overdue: it is kept, for a person to look at
        early = only_until and day.year_printed
        if (before or last) and iso and (iso >= clock.meeting or early):
            start = near + before.start() if before else day.start
            yield Due(text[start : day.end].strip(" ."), "" if only_until else iso, iso, exact=True)


def _forward(day: Day, clock: Clock) -> str:
    """A day without a year takes the year of the meeting, or the next where that lies long before the meeting."""
    if day.year_printed or not day.iso or not clock.meeting:
        return day.iso
    if (date.fromisoformat(clock.meeting) - date.fromisoformat(day.iso)).days <= _LATE:
        return day.iso
    return next((later.iso for later in days(day.printed, int(day.iso[:4]) + 1)), "")


def _by_month(text: str, clock: Clock) -> Iterator[Due]:
    for match in _MONTH.finditer(text):
        year = int(match["year"]) if match["year"] else clock.year
        if not year or (match["month"].lower() == "may" and match["month"] != "May"):
            continue
        month = month_number(match["month"])
        until = month_end(year, month)
        by = (match["word"] or "by").lower() in ("by", "before") or "end" in (match["end"] or "").lower()
        if until >= clock.meeting:
            yield Due(match[0].strip(), "" if by else f"{year}-{month:02}-01", until, exact=by)


def _by_meeting(text: str, clock: Clock) -> Iterator[Due]:
    for match in _NEXT.finditer(text):
        yield Due(match[0], clock.next_meeting, clock.next_meeting)


def _by_season(text: str, clock: Clock) -> Iterator[Due]:
    for match in _SEASON.finditer(text):
        year = int(match["year"]) if match["year"] else clock.year
        if year and (match["year"] or match["word"].lower() != "next"):
            first, last = _SEASONS[match["season"].lower()]
            until = month_end(year + (last > 12), last - 12 * (last > 12))
            named = match["word"].lower() in ("this", "next") and not match["year"]
            printed = match[0] if named else " ".join(filter(None, (match["season"], match["year"])))
            yield Due(printed, "" if match["word"].lower() == "by" else f"{year}-{first:02}-01", until)


def _soon(text: str, clock: Clock) -> Iterator[Due]:
    for match in _SOON.finditer(text):
        yield Due(match[0])
