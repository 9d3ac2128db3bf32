"""Initials that stand for somebody at one meeting: its attendance list tells whose they are, and so what may stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from leadnet.study.mask_names import words_of
from leadnet.study.mask_words import HONORIFICS, LETTERS_AFTER

UNTOLD = "[initials]"  # of one of several people, of whom one at least may not be named
_INITIALS = r"(?:[A-Z]{2,4}|(?:[A-Z]\.\s?){1,3}[A-Z]\.?)"
_ALONE = re.compile(rf"\[[^\]]*\]|(?<![\w&-]){_INITIALS}(?![\w&-])")
_ONLY = re.compile(rf"{_INITIALS}(?:\s*(?:,|\||/|&|and)\s*{_INITIALS})*")

Told = Mapping[str, str]  # initials -> what stands for them: a post in square brackets, or a name that may be told


def initials_of(name: str) -> set[str]:
    """The initials a printed name may go by: of all its words, and of its first and last.

    >>> sorted(initials_of("Cllr Ann Bea Cole OBE"))
    ['ABC', 'AC']
    """
    words = [word for word in words_of(name) if word.plain not in HONORIFICS and word.shown not in LETTERS_AFTER]
    letters = [part[0].upper() for word in words for part in re.split("[-‐‑]", word.plain) if part]
    return {"".join(letters), letters[0] + letters[-1]} if len(letters) > 1 else set()


def without_dots(initials: str) -> str:
    """Initials without dots and spaces.

    >>> without_dots("A. B.L.")
    'ABL'
    """
    return re.sub(r"[.\s]", "", initials)


def told_at(people: Iterable[tuple[str, str]], stands: Mapping[str, str], named: Mapping[str, str]) -> dict[str, str]:
    """What stands for the initials of these people (person_id, printed name) who were at one meeting.

    `stands` is what stands for each who is withheld, `named` the name of each who is not. Of several people with the
    same initials nobody is told apart: UNTOLD where one of them is withheld, and else the initials stay.

    >>> told_at([("w", "Wendy Lucas"), ("t", "Tom Webb")], {"w": "[Head of Housing]"}, {"t": "Thomas Webb"})
    {'WL': '[Head of Housing]', 'TW': 'Thomas Webb'}
    """
    who: dict[str, set[str]] = defaultdict(set)
    for person_id, printed in people:
        for initials in sorted(initials_of(printed)):
            who[initials].add(person_id)
    found = {}
    for initials, ids in who.items():
        if len(ids) == 1:
            (one,) = ids
            found[initials] = stands.get(one, named.get(one, ""))
        elif not ids.isdisjoint(stands):
            found[initials] = UNTOLD
    return {initials: stand for initials, stand in found.items() if stand}


def with_initials(text: str, told: Told) -> str:
    """A text with what stands for its initials; a name that may be told only where they are all the text there is.

    >>> with_initials("WL to write to TW", {"WL": "[an officer]", "TW": "Thomas Webb"})
    '[an officer] to write to TW'
    >>> with_initials("TW", {"TW": "Thomas Webb"})
    'Thomas Webb'
    """
    only = bool(_ONLY.fullmatch(text))

    def put(match: re.Match[str]) -> str:
        stands = told.get(without_dots(match[0]), "")
        return stands if stands and (only or stands.startswith("[")) else match[0]

    return _ALONE.sub(put, text)


def initials_in(text: str) -> set[str]:
    """The initials a text prints by themselves, without dots."""
    return {without_dots(match[0]) for match in _ALONE.finditer(text) if match[0][0] != "["}
