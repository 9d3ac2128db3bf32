"""A printed organisation taken apart: its kind, its distinctive words, and the county's own name, which is not one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from leadnet.names.kinds import COUNCILS, told
from leadnet.study import plain

_FORMS = {"county": "county", "city": "lower", "borough": "lower", "district": "lower", "metropolitan": "lower"}
_FORM_OF_CODE = {"DC": "lower", "BC": "lower", "MBC": "lower"}
_SMALL = frozenset(("and", "of", "the", "for", "in", "to", "on", "a", "s"))
_EMPTY = _SMALL | {"council", "councils", "royal", *_FORMS}
_SPELT_OUT = {
    "nw": "north west", "ne": "north east", "sw": "south west", "se": "south east", "leics": "leicestershire",
    "notts": "nottinghamshire", "derbys": "derbyshire", "lincs": "lincolnshire", "northants": "northamptonshire",
    "cambs": "cambridgeshire", "beds": "bedfordshire", "bucks": "buckinghamshire", "berks": "berkshire",
    "herts": "hertfordshire", "hants": "hampshire", "glos": "gloucestershire", "worcs": "worcestershire",
    "staffs": "staffordshire", "salop": "shropshire", "lancs": "lancashire", "yorks": "yorkshire",
    "wilts": "wiltshire", "oxon": "oxfordshire", "warks": "warwickshire", "assoc": "association",
}  # fmt: skip


class Parts(NamedTuple):
    """An organisation's name taken apart.

    kind: "council" for every kind of council, else the kind the name tells, or ""; form: county or lower, where a
    council's name says so; words: those that tell organisations of a kind apart; counties: names of counties in it;
    whole: every word, for names that hold neither.
    """

    kind: str
    form: str
    words: frozenset[str]
    counties: frozenset[str]
    whole: frozenset[str] = frozenset()

    @property
    def lost_place(self) -> bool:
        """Whether a council's name has lost its place, as a bare “Borough Council”."""
        return self.kind in ("council", "parish or town council") and not self.words and not self.counties


@cache
def parts(printed: str, counties: frozenset[str] = frozenset(), kind: str = "") -> Parts:
    """A name taken apart; `counties` are the names of counties, plain; `kind` goes before what the name tells.

    >>> here = frozenset(("leicestershire",))
    >>> sorted(parts("North West Leicestershire CVS", here).words), parts("Leicestershire County Council", here).words
    (['north', 'west'], frozenset())
    """
    by_name = told(printed)
    rest = re.sub(r"\([^)]*\)", " ", by_name.rest)
    words = frozenset(plain(" ".join(_SPELT_OUT.get(word, word) for word in plain(rest).split())).split()) - _EMPTY
    own = frozenset(words & counties)
    which = kind or by_name.kind
    one_kind = "council" if which in COUNCILS else which
    return Parts(one_kind, _form(printed), words - own, own, frozenset(plain(printed).split()))


def _form(printed: str) -> str:
    codes = [_FORM_OF_CODE[word] for word in re.findall(r"\w+", printed) if word in _FORM_OF_CODE]
    return next((_FORMS[word] for word in plain(printed).split() if word in _FORMS), "") or next(iter(codes), "")


def fits(printed: Parts, known: Parts) -> bool:
    """Whether a printed name and an organisation agree in kind and distinctive words.

    A name with none of these words fits by its kind and its county; of a council only one that names its place.
    """
    if printed.kind and printed.kind != known.kind or printed.lost_place:
        return False
    if printed.kind == "council" and printed.form and known.form and printed.form != known.form:
        return False
    if not (known.words or known.counties):  # a body of the whole country: its kind is not its name
        within = printed.whole <= known.whole or known.whole <= printed.whole
        return bool(printed.kind) and not printed.words and within
    if printed.words or known.words:
        return printed.words == known.words and (not printed.counties or printed.counties == known.counties)
    return bool(printed.kind) and (printed.counties == known.counties or not printed.counties)


def abbreviations(name: str) -> set[str]:
    """The abbreviations a name may go by: the first letters of its words, with and without the small ones, in capitals.

    >>> sorted(abbreviations("City of York Council")), sorted(abbreviations("North West Leicestershire CVS"))
    (['COYC', 'CYC'], ['NWLCVS'])
    """
    words = re.findall(r"[\w']+", name.replace("&", " and "))
    large = [word for word in words if word.casefold() not in _SMALL]
    return {_letters(some) for some in (words, large)} - {""}


def _letters(words: Iterable[str]) -> str:
    found = "".join(word if word.isupper() else word[0].upper() for word in words)
    return found if len(found) > 1 else ""


def is_abbreviation(printed: str) -> bool:
    """Whether a print is one word of capitals, as DCC or B&NES.

    >>> is_abbreviation("DCC"), is_abbreviation("Leicester"), is_abbreviation("emda")
    (True, False, False)
    """
    letters = printed.strip(". ").replace(".", "")
    return len(letters) < 10 and bool(re.fullmatch(r"[A-Z][A-Za-z&]*[A-Z&][A-Za-z]?", letters))


def expansion(printed: str) -> tuple[str, str]:
    """A name and the abbreviation it is given in brackets; the name alone where there is none.

    >>> expansion("Leicester City Council (LCC)"), expansion("Age UK")
    (('Leicester City Council', 'LCC'), ('Age UK', ''))
    """
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)\s*", printed)
    return (found[1], found[2].strip()) if found and is_abbreviation(found[2].strip()) else (printed, "")
