"""Kinds of organisation: what a name tells of its kind and sector, and the years in which the kind existed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

COUNCILS = frozenset(
    (
        "county council",
        "district or borough council",
        "london borough",
        "unitary or other council named plain Council",
    )
)


class Kind(NamedTuple):
    """One row of organisation-kinds.csv; years are blank where the kind is older than the list, or has not ended."""

    kind: str
    sector: str
    tier: str
    pattern: re.Pattern[str]
    abbreviations: frozenset[str]
    start_year: str
    end_year: str


@cache
def _kinds() -> tuple[Kind, ...]:
    rows = pd.read_csv(Path(__file__).with_name("organisation-kinds.csv"), dtype=str, keep_default_na=False)
    return tuple(
        Kind(
            row.kind,
            row.sector,
            row.tier,
            re.compile(row.name_patterns or r"(?!)", re.IGNORECASE),
            frozenset(row.abbreviations.split(";")) - {""},
            row.start_year,
            row.end_year,
        )
        for row in rows.itertuples()
    )


class Told(NamedTuple):
    """What a printed name tells: its kind ("" for none), and the rest of the name without the words that told it."""

    kind: str
    rest: str


@cache
def told(printed: str) -> Told:
    """The kind a printed name tells, by its words, else by an abbreviation that stands for one kind only.

    >>> told("Voluntary Action Charnwood"), told("Melton BC").kind, told("The Leadership Group")
    (Told(kind='council for voluntary service', rest='  Charnwood'), 'district or borough council', \
Told(kind='', rest='The Leadership Group'))
    """
    name = printed.replace("’", "'").strip()
    for kind in reversed(_kinds()):  # a name that fits two kinds takes the later, finer row
        if found := kind.pattern.search(name):
            return Told(kind.kind, _without(name, found))
    for found in re.finditer(r"[A-Za-z][\w-]*", name):
        kinds = [kind.kind for kind in _kinds() if found[0] in kind.abbreviations]
        if len(kinds) == 1:
            return Told(kinds[0], _without(name, found))
    return Told("", name)


def _without(name: str, found: re.Match[str]) -> str:
    """The name without what told its kind; a council fallback matches the whole name, of which only the word goes."""
    if found[0] == name and re.search(r"\bcouncil$", name, re.IGNORECASE):
        return re.sub(r"\bcouncil$", " ", name, flags=re.IGNORECASE)
    return f"{name[: found.start()]} {name[found.end() :]}"


def sector_of(kind: str) -> str:
    """The sector of a kind; "" for one that is not in the list.

    >>> sector_of("primary care trust")
    'health'
    """
    return next((each.sector for each in _kinds() if each.kind == kind), "")


def years_of(kind: str) -> tuple[str, str]:
    """First and last year in which organisations of this kind existed; "" where open or not known.

    >>> years_of("primary care trust")
    ('2000', '2013')
    """
    return next(((each.start_year, each.end_year) for each in _kinds() if each.kind == kind), ("", ""))


def existed(kind: str, on: str) -> bool:
    """Whether organisations of this kind existed in the year of an ISO date; True where either is not known.

    >>> existed("primary care trust", "2015-03-31"), existed("primary care trust", "2007-07-02")
    (False, True)
    """
    start, end = years_of(kind)
    return not on or ((not start or start <= on[:4]) and (not end or on[:4] <= end))


def years(printed: Iterable[str]) -> pd.DataFrame:
    """The years in which the kinds of these names existed: by (the name), start_year, end_year; blank where not known.

    >>> years(["Office of the Deputy Prime Minister"]).values.tolist()
    [['Office of the Deputy Prime Minister', '2001', '2006']]
    """
    rows = [(name, *years_of(told(name).kind)) for name in sorted(set(printed) - {""})]
    return pd.DataFrame(rows, columns=["by", "start_year", "end_year"], dtype="str")
