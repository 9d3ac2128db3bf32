"""A person's printed name taken apart, and how far two of them are from one another."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from leadnet.names.given import is_given_name, may_be_one

FAR = 9  # a cost at which two names are never one person's
_MEN, _WOMEN = frozenset(("mr", "sir", "lord")), frozenset(("mrs", "ms", "miss", "dame", "lady", "baroness"))
_TITLE_WORDS = """
    cllr cllrs councillor alderman ald dr prof professor rev revd reverend canon fr supt superintendent insp
    inspector sgt pc dcc acc cc det ds di chief mx the rt right hon honourable major col colonel capt captain cdr
"""
_LETTERS_AFTER = "MBE OBE CBE KBE BEM JP QC KC DL QPM QFSM CC MP MEP MLA PhD BA MA MSc FRICS CPFA CIPFA"
_SMALL_WORDS = "de da du la le van von der den del di el al bin ibn st"
_TITLES, _AFTER, _PARTICLES = (frozenset(words.split()) for words in (_TITLE_WORDS, _LETTERS_AFTER, _SMALL_WORDS))


class Name(NamedTuple):
    """What a print says of a name: given names in order (one letter is an initial), surname, sex if a title tells."""

    given: tuple[str, ...]
    surname: str
    sex: str = ""

    @property
    def full(self) -> bool:
        """Whether the first given name is printed whole."""
        return bool(self.given) and len(self.given[0]) > 1


@cache
def folded(text: str) -> str:
    """Text without case, accents and apostrophes, as names are compared.

    >>> folded("Siân O’Neill")
    'sian oneill'
    """
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[\w-]+", bare.replace("'", "").casefold()))


@cache
def parsed(printed: str, title: str = "") -> Name:
    """The name in a print, its titles and letters after it left out.

    >>> parsed("Cllr J.T. Orson JP"), parsed("Bolger, David", "Mr"), parsed("Mr Bolger").given
    (Name(given=('j', 't'), surname='orson', sex=''), Name(given=('david',), surname='bolger', sex='m'), ())
    """
    last, comma, first = printed.partition(",")
    inverted = comma and re.fullmatch(r"[\w'’-]+", last.strip()) and first.split() and first.split()[0] not in _AFTER
    words = re.findall(r"[\w'’-]+", f"{first} {last}" if inverted else printed)
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    said = [*title.replace(".", " ").split()]
    while len(words) > 1 and _is_title(words[0]):
        said.append(words.pop(0))
    at = len(words) - 1
    while at > 1 and folded(words[at - 1]) in _PARTICLES:
        at -= 1
    given = tuple(letter for word in words[:at] for letter in _letters(word, printed.isupper()))
    return Name(given, folded(" ".join(words[at:])), _sex(said))


def _is_title(word: str) -> bool:
    """Whether a word before a name is a title; a rank of two letters only in capitals, since Di is a given name."""
    bare = folded(word)
    return bare in _TITLES | _MEN | _WOMEN and (len(bare) > 2 or bare in ("mr", "ms", "dr") or word.isupper())


def _letters(word: str, capitals: bool) -> list[str]:
    """A given name, or the letters of initials printed together (JA)."""
    bare = folded(word)
    return list(bare) if not capitals and word.isupper() and 1 < len(word) <= 3 else [bare] if bare else []


def _sex(titles: list[str]) -> str:
    said = {folded(title) for title in titles}
    return "m" if said & _MEN else "f" if said & _WOMEN else ""


def distance(a: Name, b: Name) -> int:
    """How far apart two names are: 0 the same, 1 one plain reason to differ, 2 two or a weaker one, FAR never one.

    A plain reason: a nickname, an initial for a given name, no given name, one slip of the keyboard.

    >>> one = parsed("David Bolger")
    >>> [distance(one, parsed(name)) for name in ("D Bolger", "Dave Bulger", "Susan Bolger")] == [1, 2, FAR]
    True
    """
    if a.sex and b.sex and a.sex != b.sex:
        return FAR
    return min(FAR, given_distance(a.given, b.given) + surname_distance(a.surname, b.surname))


def given_distance(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How far apart the given names of two people are; further given names count only where both are printed."""
    if not a or not b:
        return 0 if a == b else 1
    first = _first_given(a[0], b[0])
    clash = any(x[0] != y[0] for x, y in zip(a[1:], b[1:], strict=False))
    return FAR if clash else first


@cache
def _first_given(a: str, b: str) -> int:
    if a == b:
        return 0
    if 1 in (len(a), len(b)):
        return 1 if a[0] == b[0] else FAR
    if may_be_one(a, b):
        return 1
    known = is_given_name(a) and is_given_name(b)
    return 1 if not known and min(len(a), len(b)) > 2 and slipped(a, b) else FAR


@cache
def surname_distance(a: str, b: str) -> int:
    """How far apart two surnames are: 1 for one slip, 2 for two, for a like sound, or for a part of a double name."""
    if a.replace("-", " ") == b.replace("-", " "):
        return 0
    if not a or not b:
        return FAR
    if min(len(a), len(b)) > 3 and slipped(a, b):
        return 1
    shares_part = set(a.split("-")) & set(b.split("-"))
    alike = sound(a) == sound(b) and JaroWinkler.similarity(a, b) >= 0.88
    two_slips = min(len(a), len(b)) > 6 and OSA.distance(a, b, score_cutoff=2) == 2
    return 2 if shares_part or alike or two_slips else FAR


def slipped(a: str, b: str) -> bool:
    """Whether one letter wrong, missing, added, or swapped with the next makes one word of the other."""
    return OSA.distance(a, b, score_cutoff=1) == 1


@cache
def sound(surname: str) -> str:
    """The Soundex code of a surname: its first letter, and three digits for the consonants that follow.

    >>> sound("connell"), sound("connelly"), sound("bolger"), sound("bulger")
    ('C540', 'C540', 'B426', 'B426')
    """
    codes = str.maketrans("abcdefghijklmnopqrstuvwxyz", "01230120022455012623010202")
    letters = re.sub(r"[^a-z]", "", surname)
    if not letters:
        return ""
    digits = re.sub(r"(?<=.)[hw]", "", letters).translate(codes)  # h and w part nothing
    kept = re.sub(r"(.)\1+", r"\1", digits)[1:].replace("0", "")
    return (letters[0].upper() + kept + "000")[:4]
