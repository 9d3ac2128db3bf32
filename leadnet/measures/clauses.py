"""What a clause is by its words: to do, to note, promised on a condition; whose it is; what kind of day it names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from leadnet.study import joined, split

_CONDITION = re.compile(
    r"\bif\b(?! (?:any|appropriate|possible)\b)|\b(?:subject to|provided that|unless|depending on|in the event|"
    r"(?:prepared|willing|happy) to|should (?:funding|resources|time) (?:allow|permit))\b",
    re.IGNORECASE,
)
_NOTES = re.compile(r"^(?:that\s+)?(?:to\s+)?note\b|\b(?:be|was|were|is|are)\s+(?:also\s+)?noted\b", re.IGNORECASE)
_DATED = re.compile(
    r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)


def _ends(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})$", re.IGNORECASE)


# How the owner's last word tells its kind, the first that fits; initials, names and what fits none are a person's.
_KINDS = {
    "collective": _ends("""
        all everyone members officers partners organisations agencies leads councils districts authorities attendees
        group subgroup board team forum committee directors executives colleagues representatives chairs boards groups
    """),
    "post": _ends("""
        officer director manager chair chairman chairperson vice-chair executive clerk secretary leader lead
        coordinator co-ordinator head treasurer commissioner representative administrator chief
    """),
    "organisation": _ends("""
        council authority trust service services police constabulary partnership agency college university society
        association cvs pct ccg icb centre network federation department office
    """),
}
_ABBREVIATION = re.compile(r"[A-Z&]{4,}")


def sort_of(text: str, kind: str, asks: str) -> str:
    """What a judged clause is, one of SORTS; "" while nobody has judged whether it asks.

    >>> sort_of("GOEM would be prepared to seek examples", "commitment", "to do")
    'conditional promise'
    >>> sort_of("that the report be noted", "agreed", "for decision only")
    'to note'
    """
    if asks == "to do":
        return "conditional promise" if _CONDITION.search(text) else "to do"
    if asks == "for decision only":
        return "to note" if kind == "noted" or _NOTES.search(text) else "for decision only"
    return ""


def owner_kinds(owners: str, named: Mapping[str, str]) -> str:
    """The kind of each owner of a cell, a list in the same order: person, post, organisation or collective.

    `named` is the kind under which the paper's own mentions have a printed name; the words decide the rest.

    >>> owner_kinds("GOEM | the Chair | partner organisations | JH", {})
    'organisation | post | collective | person'
    """
    return joined(_owner_kind(owner, named) for owner in split(owners))


def _owner_kind(owner: str, named: Mapping[str, str]) -> str:
    if owner in named:
        return named[owner]
    if _ABBREVIATION.fullmatch(owner):
        return "organisation"
    return next((kind for kind, ending in _KINDS.items() if ending.search(owner.strip(" ."))), "person")


def due_kind(printed: str) -> str:
    """absolute (a day, month or year is printed), relative (it takes the meeting to reckon it from), or none.

    >>> due_kind("by 20 July"), due_kind("next meeting"), due_kind("")
    ('absolute', 'relative', 'none')
    """
    if not printed:
        return "none"
    return "absolute" if _DATED.search(printed) else "relative"
