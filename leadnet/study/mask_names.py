"""The names of people who may not be named, by surname, so that two thousand cost no more to find than two."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from leadnet.study.mask_words import (
    HONORIFICS,
    LETTERS_AFTER,
    PARTICLES,
)

AN_OFFICER = "[an officer]"
HYPHENS, _APOSTROPHES = "‐‑-", "'’ʼ‘`´"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER = rf"[\w\u0300-\u036f{_INVISIBLE}]"
_WORD = re.compile(rf"&|{_LETTER}+(?:[{_APOSTROPHES}{HYPHENS}]{_LETTER}+)*")
_SAME = str.maketrans({**dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(_APOSTROPHES, "'"), "&": "and"})
AFTER = re.compile(rf"(?:,?\s+\(?(?:{'|'.join(sorted(LETTERS_AFTER))})\b\)?)+")

_REACH = 12  # words from the first honorific of a name to its surname, at most

Name = tuple[str, ...]


@dataclass(frozen=True)
class Withheld:
    """A person who may not be named: every way the name is printed, the posts that would name them, what stands."""

    names: tuple[str, ...]
    stands: str
    posts: tuple[str, ...] = ()
    person_id: str = ""


class Word(NamedTuple):
    """A word of a text: as compared, where it stands, as printed; an apostrophe s at its end is no part of it."""

    plain: str
    start: int
    end: int
    shown: str

    @property
    def capital(self) -> bool:
        """Whether it is printed with a capital letter."""
        return self.shown[0].isupper()


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word as names are compared: no case, no accents (however they are coded), one kind of hyphen and apostrophe.

    >>> folded("O’BRIÉN") == folded("o'brie\\u0301n")
    True
    """
    parts = unicodedata.normalize("NFKD", word.translate(_SAME))
    return "".join(c for c in parts if not unicodedata.combining(c) and c not in _INVISIBLE).casefold()


def words_of(text: str) -> list[Word]:
    """The words of a text; hyphens and apostrophes hold a word together, so that Smith is not found in Smith-Jones.

    >>> [word.plain for word in words_of("Ann Smith-Jones's note")]
    ['ann', 'smith-jones', 'note']
    """
    found = []
    for match in _WORD.finditer(text.replace("_", " ")):
        shown = match[0]
        if len(shown) > 2 and shown[-1] in "sS" and shown[-2] in _APOSTROPHES:
            shown = shown[:-2]
        found.append(Word(folded(shown), match.start(), match.start() + len(shown), shown))
    return [word for word in found if word.plain]


def plain_name(phrase: str) -> Name:
    """A phrase as it is looked up."""
    return tuple(word.plain for word in words_of(phrase))


def parted(name: str) -> dict[Name, Name]:
    """The surnames a printed name may go by, each with the given names and initials before it.

    >>> parted("Mr Jan van der Berg OBE")
    {('berg',): ('jan',), ('van', 'der', 'berg'): ('jan',), ('van-der-berg',): ('jan',)}
    """
    words = _without_titles(words_of(_turned_back(name)))
    if not words or len(words[-1]) < 2:
        return {}
    start = _surname_from(words)
    found = {words[-1:]: words[:-1], words[start:]: words[:start]}
    if "-" in words[-1]:
        found[tuple(words[-1].split("-"))] = words[:-1]
    if len(words) > 2 and not any(len(word) < 2 for word in words):
        # two surnames, with a hyphen or without: Ms Smith Jones
        found |= dict.fromkeys([words[1:], ("-".join(words[1:]),)], words[:1])
    return {
        surname: (*head[:1], *(word for word in head[1:] if word not in PARTICLES)) for surname, head in found.items()
    }


def _turned_back(name: str) -> str:
    """A name printed surname first, the other way round."""
    surname, comma, given = name.partition(",")
    return f"{given} {surname}" if comma and not AFTER.fullmatch(f" {given.strip()}") else name


def _without_titles(words: Sequence[Word]) -> Name:
    start, end = 0, len(words)
    while start < end - 1 and words[start].plain in HONORIFICS:
        start += 1
    while start < end - 1 and words[end - 1].shown in LETTERS_AFTER:
        end -= 1
    return tuple(word.plain for word in words[start:end])


def _surname_from(words: Name) -> int:
    """Where the surname begins, its particles with it."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return start


def families(people: Iterable[Withheld]) -> dict[Name, dict[str, str]]:
    """By surname, what stands for each given name, for each initial (as `d.`) and, under "", for the surname alone.

    Two people of one name for whom different words would stand are both an officer.
    """
    found: dict[Name, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in people:
        for name in one.names:
            for surname, given in parted(name).items():
                for key in {"", *(word for word in given if len(word) > 1), *(f"{word[0]}." for word in given)}:
                    found[surname][key].add(one.stands)
    return {
        surname: {key: min(stands) if len(stands) == 1 else AN_OFFICER for key, stands in keys.items()}
        for surname, keys in found.items()
    }


@dataclass(frozen=True)
class Names:
    """What is looked up: surnames, phrases (what stands for a post that would name; "" for what is kept), places."""

    families: Mapping[Name, Mapping[str, str]]
    phrases: Mapping[Name, str]
    places: frozenset[str]
    given: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]
    triggers: frozenset[str]
    reach: int

    def keeping(self, prints: Iterable[str]) -> Names:
        """The same, with these prints kept as well: of people who may be named."""
        more = [name for name in map(plain_name, prints) if name]
        lengths = {name[0]: tuple(sorted({*self.lengths.get(name[0], ()), len(name)}, reverse=True)) for name in more}
        phrases = {**self.phrases, **dict.fromkeys(more, "")}
        return replace(self, phrases=phrases, lengths={**self.lengths, **lengths})


def lookup(people: Sequence[Withheld], kept: Iterable[str], places: Iterable[str]) -> Names:
    """The names of these people, and the phrases in which nothing is replaced, ready to be found."""
    by_surname = families(people)
    posts = {plain_name(post): one.stands for one in people for post in one.posts}
    places = list(places)
    phrases = {name: stands for name, stands in posts.items() if name}
    phrases |= {name: "" for name in map(plain_name, [*kept, *places]) if name}
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in (*by_surname, *phrases):
        lengths[name[0]].add(len(name))
    return Names(
        by_surname,
        phrases,
        frozenset(word.plain for place in places for word in words_of(place) if word.capital),
        frozenset(key for keys in by_surname.values() for key in keys if key and key[-1] != "."),
        {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
        frozenset([*(name[-1] for name in by_surname), *(name[0] for name in posts if name)]),
        max([_REACH, *(len(name) for name in phrases)]),
    )
