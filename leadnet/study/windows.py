"""Windows: the periods a study is counted in, named one by one in study.toml or made from a rule."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from leadnet.study.tables import StudyError

EVERY = {"calendar year": (1, 12), "financial year": (4, 12), "quarter": (1, 3)}  # first month, months long


class Window(NamedTuple):
    """A period counted, its first and last day included (ISO dates)."""

    name: str
    since: str
    until: str

    def holds(self, day: str) -> bool:
        """Whether a day lies in it; an undated meeting lies in none."""
        return bool(day) and self.since <= day <= self.until


class WindowPlan(NamedTuple):
    """What [windows] of study.toml says: windows by name, a fixed rule, or a rolling one. Empty: the whole record."""

    named: tuple[Window, ...] = ()
    every: str = ""
    months: int = 0
    step: int = 0

    def over(self, days: Iterable[str]) -> tuple[Window, ...]:
        """The windows of a record with meetings on these days, in order; none where no day is known."""
        known = sorted(day for day in days if day)
        if self.named or not known:
            return self.named
        if self.every:
            return fixed(known[0], known[-1], self.every)
        return rolling(known[0], known[-1], self.months, self.step) if self.months else ()


def fixed(first: str, last: str, every: str = "financial year") -> tuple[Window, ...]:
    """Windows side by side that cover the days from first to last; `every` is a key of EVERY.

    >>> [window.name for window in fixed("2007-07-02", "2008-06-30")]
    ['2007/08', '2008/09']
    """
    begins, months = EVERY[every]
    year, month = int(first[:4]), int(first[5:7])
    at = year * 12 + month - 1 - (month - begins) % months
    found = []
    while _day(at) <= last:
        found.append(Window(_name(at, months), _day(at), _day(at + months, -1)))
        at += months
    return tuple(found)


def rolling(first: str, last: str, months: int = 12, step: int = 3) -> tuple[Window, ...]:
    """Windows of so many months, each `step` months after the one before, while a whole one fits; else one that covers.

    >>> [(window.since, window.until) for window in rolling("2007-01-15", "2007-12-20", months=6, step=3)]
    [('2007-01-01', '2007-06-30'), ('2007-04-01', '2007-09-30'), ('2007-07-01', '2007-12-31')]
    """
    start, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    starts = range(start, max(start, end - months + 1) + 1, step)
    return tuple(
        Window(f"{_day(at)[:7]} to {_day(at + months, -1)[:7]}", _day(at), _day(at + months, -1)) for at in starts
    )


def windows_from(table: Mapping[str, object], where: str = "study.toml [windows]") -> WindowPlan:
    """The plan of the [windows] table of study.toml; StudyError says what is allowed.

    Either names with a first and a last day (`"first year" = ["2007-04-01", "2008-03-31"]`), or `every = "financial
    year"`, or `months = 12` with `step = 3`.

    >>> windows_from({"every": "quarter"}).over(["2007-02-01", "2007-05-01"])[1].until
    '2007-06-30'
    """
    rules = {key: table[key] for key in ("every", "months", "step") if key in table}
    named = tuple(_named(name, span, where) for name, span in table.items() if name not in rules)
    if named and rules or {"every", "months"} <= set(rules):
        raise StudyError(f"{where}: give windows by name, or every, or months and step; not more than one of them")
    if str(rules.get("every", "calendar year")) not in EVERY:
        raise StudyError(f'{where}: every = "{rules["every"]}" is not one of {", ".join(EVERY)}')
    for key in ("months", "step"):
        if type(rules.get(key, 1)) is not int or rules.get(key, 1) < 1:
            raise StudyError(f"{where}: {key} is a whole number of months, as 12, not {rules[key]!r}")
    if "step" in rules and "months" not in rules:
        raise StudyError(f"{where}: step needs months, how long each window is")
    months = int(rules.get("months", 0))
    return WindowPlan(named, str(rules.get("every", "")), months, int(rules.get("step", months)))


def _named(name: str, span: object, where: str) -> Window:
    days = [str(day) for day in span] if isinstance(span, list) else []
    if len(days) != 2 or not all(map(_is_day, days)) or days[1] < days[0]:
        raise StudyError(f'{where}: "{name}" is a first and a last day, as ["2007-04-01", "2008-03-31"], not {span!r}')
    return Window(name, *days)


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _day(at: int, before: int = 0) -> str:
    """The first day of the month numbered `at` (years times 12, from 0), or with -1 the last of the month before."""
    at += before
    year, month = divmod(at, 12)
    return f"{year:04}-{month + 1:02}-{monthrange(year, month + 1)[1] if before else 1:02}"


def _name(at: int, months: int) -> str:
    year, month = divmod(at, 12)
    if months == 12:
        return f"{year}" if month == 0 else f"{year}/{(year + 1) % 100:02}"
    return f"{year} Q{month // 3 + 1}"
