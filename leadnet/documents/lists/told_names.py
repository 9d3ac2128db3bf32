"""Persons' names within a sentence: at the end or the beginning of a run of capitals, and several in a row."""

from __future__ import annotations

import re

from leadnet.documents.words.names import is_name, person
from leadnet.documents.words.posts import is_organisation
from leadnet.documents.words.vocabulary import GIVEN

NAME = r"(?:(?:[A-Z][\w.’'/-]{0,20}|van|von|de|der|den|al|el)\s+){0,5}[A-Z][\w’'-]{1,25}"
TOGETHER = re.compile(r"((?:(?:County|District|Town|Parish) )?(?:Cllr|Councillor))s\s+(?=[A-Z])")
_PARTED = re.compile(r"(?:,\s*(?:and\s+)?|\s+(?:and|&)\s+)(?![^()]{0,200}\))")
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_OPENERS = ("The", "That", "Apologies", "When", "As", "While", "And", "In", "However", "Both")


def in_order(text: str) -> list[str]:
    """The people of a run, what stands in brackets behind them left out, with the title "Councillors" gives them.

    >>> in_order("Councillors Lee and Dale (Kent)"), in_order("Ann Lee, Joe Dale and Tom Roe")
    (['Councillor Lee', 'Councillor Dale'], ['Ann Lee', 'Joe Dale', 'Tom Roe'])
    """
    title = TOGETHER.match(text)
    parts = [re.sub(r"\([^()]*\)", "", part).strip() for part in _PARTED.split(text[title.end() :] if title else text)]
    shared = [f"{title[1]} {part}" if title and not person(part)[0] else part for part in parts]
    return [name for name in map(last_person, shared) if name]


def people_named(text: str) -> list[str]:
    """Every person a text names, in the order printed.

    >>> people_named("Apologies came from Mr Lee and Ann Frost, Kent Police")
    ['Mr Lee', 'Ann Frost']
    """
    found = (match[0] for match in re.finditer(NAME, text))
    return [name for name in (first_person(words) or last_person(words) for words in found) if name]


def last_person(text: str) -> str:
    """The printed name at the end of a run of capitals, with its title; blank where these words end in no person's."""
    words = text.split()
    while not text.isupper() and words and words[-1].isupper():
        words.pop()  # an abbreviation behind the name
    while words and len(words) > 1 and not (_is_person(" ".join(words)) and words[0] not in _OPENERS):
        words = words[1:]
    name = " ".join(words)
    return name if _is_person(name) and words[-1] not in _OPENERS else ""


def first_person(text: str) -> str:
    """The name a run of capitals begins with, without what follows it: "A White Kent CVS", "Ann Lee Tom Roe"."""
    title, _ = person(text)
    words = text.split()
    first = len(title.split())
    surnames = (n for n, word in enumerate(words) if n >= first and not (word in GIVEN or _INITIALS.fullmatch(word)))
    count = next(surnames, 0)
    ends = range(max(count, first + 1) + 1, first, -1)
    names = (" ".join(words[:end]) for end in ends if end <= len(words))
    return next(filter(_is_person, names), "")


def _is_person(text: str) -> bool:
    return is_name(text) and not is_organisation(person(text)[1])
