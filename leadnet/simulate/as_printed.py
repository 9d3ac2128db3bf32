"""How a made-up county's papers print names: initials, nicknames, slips of the keyboard, short names, abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from leadnet.simulate.person_names import nicknames
from leadnet.simulate.rates import Rates

_SMALL = frozenset(("and", "of", "the", "for"))


def slip(rng: np.random.Generator, text: str) -> str:
    """The text with one letter wrong, missing, doubled or swapped with the next; never the first letter of a word.

    >>> slip(np.random.default_rng(3), "Connell")
    'Conneel'
    """
    inner = [match.start() for match in re.finditer(r"(?<=[A-Za-z'-])[a-z]", text)]
    if not inner:
        return text
    at = inner[int(rng.integers(len(inner)))]
    kind = int(rng.integers(4))
    if kind == 3 and at + 1 < len(text) and text[at + 1].islower() and text[at + 1] != text[at]:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind == 2:
        return text[:at] + text[at] + text[at:]
    if kind == 1:
        return text[:at] + text[at + 1 :]
    return text[:at] + _other_letter(rng, text[at]) + text[at + 1 :]


def _other_letter(rng: np.random.Generator, letter: str) -> str:
    return "abcdefghijklmnopqrstuvwxyz".replace(letter, "")[int(rng.integers(25))]


def with_initials(rng: np.random.Generator, given: str, middle: str, surname: str) -> str:
    """A name with initials for the given names, in one of four ways: J Smith, J. Smith, J. A. Smith, JA Smith.

    >>> with_initials(np.random.default_rng(1), "John", "", "Smith")
    'J Smith'
    """
    first, second = given[0], middle
    one, two = (f"{first}", f"{first}."), (f"{first}. {second}.", f"{first}{second}")
    forms = one + two if second else one
    return f"{forms[int(rng.integers(len(forms)))]} {surname}"


def print_people(rng: np.random.Generator, names: pd.DataFrame, rates: Rates) -> np.ndarray:
    """Each name as one entry prints it; `names` has given, middle and surname, one row an entry.

    Initials, a nickname and a slip are drawn apart, so that an entry can have more than one; a given name nobody
    shortens stays as it is, and the rate of nicknames is over those that have one.
    """
    forms_of = nicknames()
    printed = (names["given"] + " " + names["surname"]).to_numpy(dtype=object)
    given = names["given"].to_numpy(dtype=object)
    draws = rng.random((3, len(names)))
    has_one = np.array([name in forms_of for name in given], dtype=bool)
    share = has_one.mean() if len(names) else 1.0
    for at in np.flatnonzero(has_one & (draws[0] * share < rates.nicknames)):
        forms = forms_of[given[at]]
        printed[at] = f"{forms[int(rng.integers(len(forms)))]} {names['surname'].iat[at]}"
    for at in np.flatnonzero(draws[1] < rates.initials):
        row = names.iloc[at]
        printed[at] = with_initials(rng, row["given"], row["middle"], row["surname"])
    for at in np.flatnonzero(draws[2] < rates.typos):
        printed[at] = slip(rng, printed[at])
    return printed


def abbreviation(name: str) -> str:
    """The first letters of a name's words, those in capitals already kept whole.

    >>> abbreviation("North West Torswoldshire CVS"), abbreviation("Narrick and Oxenby Borough Council")
    ('NWTCVS', 'NOBC')
    """
    words = (word for word in re.findall(r"\w+", name) if word not in _SMALL)
    return "".join(word if word.isupper() else word[0] for word in words)


class Called(NamedTuple):
    """What organisations may be called: by org_id the name, the short name and the abbreviation.

    `shared` are the abbreviations that stand for more than one of them, in whatever years.
    """

    names: Mapping[str, str]
    shorts: Mapping[str, str]
    letters: Mapping[str, str]
    shared: frozenset[str]


def called(organisations: pd.DataFrame) -> Called:
    """What the organisations of this table may be called; it has the columns org_id, name and short."""
    rows = list(organisations.itertuples())
    letters = {row.org_id: abbreviation(row.name) for row in rows}
    often = Counter(letters.values())
    return Called(
        {row.org_id: row.name for row in rows},
        {row.org_id: row.short for row in rows},
        letters,
        frozenset(short for short, n in often.items() if n > 1),
    )


class HouseStyle:
    """How one paper prints organisations: drawn once for each, so that a paper agrees with itself but for slips.

    An abbreviation that two organisations share is expanded where the paper first uses it, as “Torswold City Council
    (TCC)”, and is used for one of them only; of the others every second one is expanded.
    """

    def __init__(self, rng: np.random.Generator, known: Called, rates: Rates):
        self.rng, self.known, self.rates = rng, known, rates
        self.ampersands = rng.random() < rates.ampersand
        self.chosen: dict[str, tuple[str, str]] = {}

    def printed(self, org_id: str) -> str:
        """The organisation as this entry prints it."""
        first, later = self.chosen.get(org_id) or self._choose(org_id)
        self.chosen[org_id] = (later, later)
        return slip(self.rng, first) if self.rng.random() < self.rates.org_typos else first

    def _choose(self, org_id: str) -> tuple[str, str]:
        name, rates, chance = self.known.names[org_id], self.rates, self.rng.random()
        if chance < rates.short and self.known.shorts[org_id]:
            return (self.known.shorts[org_id],) * 2
        chance -= rates.short
        letters = self.known.letters[org_id]
        taken = any(letters == later for _, later in self.chosen.values())
        if 0 <= chance < rates.abbreviated and len(letters) > 2 and not taken:
            expanded = letters in self.known.shared or self.rng.random() < 0.5
            return (f"{name} ({letters})" if expanded else letters), letters
        chance -= rates.abbreviated
        if 0 <= chance < rates.dropped:
            name = name.removesuffix(" Council")
        return (name.replace(" and ", " & ") if self.ampersands else name,) * 2


def lost_place(name: str) -> str:
    """What is left of a council's name when its place is lost; "" for other names.

    >>> lost_place("Haskerby Borough Council"), lost_place("Jobcentre Plus")
    ('Borough Council', '')
    """
    found = re.search(r"(County|City|District|Borough) Council$", name)
    return found[0] if found else ""


def print_organisations(
    rng: np.random.Generator, entries: pd.DataFrame, organisations: pd.DataFrame, rates: Rates
) -> list[tuple[tuple[str, str], ...]]:
    """For each entry the organisations it prints, as pairs of print and the org_id a reader could know by it.

    `entries` has doc_id, org_ids and line, in the order of the papers. No pair where the entry prints none; the id is
    blank where the name lost its place, because nobody can know from the print.
    """
    known = called(organisations)
    styles = {doc_id: HouseStyle(rng, known, rates) for doc_id in dict.fromkeys(entries["doc_id"])}
    silent, lost = rng.random((2, len(entries)))
    found = []
    for row, no_name, loses in zip(entries.itertuples(), silent < rates.no_organisation, lost, strict=True):
        style = styles[row.doc_id]
        bare = lost_place(known.names[row.org_ids[0]]) if loses < rates.lost_place else ""
        if no_name or bare:
            found.append(((bare, ""),) if bare else ())
        else:
            found.append(tuple((style.printed(org_id), org_id) for org_id in row.org_ids))
    return found
