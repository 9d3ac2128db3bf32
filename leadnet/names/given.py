"""Given names that one person may go by: the full form and the short ones in use in England."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path


@cache
def _families() -> dict[str, frozenset[int]]:
    """Each given name -> the rows of given-names.csv it stands in.

    The names of one row may stand for one another: spellings of the full form, and the short ones. A name of two rows
    (Alex, Chris) stands for either, but two names that share no row never for each other.
    """
    found: dict[str, set[int]] = {}
    with Path(__file__).with_name("given-names.csv").open(encoding="utf-8", newline="") as file:
        for at, row in enumerate(csv.DictReader(file)):
            for name in f"{row['full']} {row['short']}".split():
                found.setdefault(name, set()).add(at)
    return {name: frozenset(rows) for name, rows in found.items()}


def is_given_name(name: str) -> bool:
    """Whether a plain word is a given name of the list."""
    return name in _families()


def may_be_one(a: str, b: str) -> bool:
    """Whether two different given names, plain, may be one person's.

    >>> may_be_one("mick", "michael"), may_be_one("christine", "christopher"), may_be_one("bob", "rob")
    (True, False, True)
    """
    none: frozenset[int] = frozenset()
    return bool(_families().get(a, none) & _families().get(b, none))
