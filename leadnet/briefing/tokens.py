"""What counts as a number in a paper: figures, dates and number words, found in any text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from leadnet.study.words import MONTHS

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORD_VALUES = {word: value for value, word in enumerate([*_UNITS, *_TEENS], start=1)} | {
    word: 10 * place for place, word in enumerate(_TENS, start=2)
}
_ORDINALS = ("fourth", "fifth", "sixth", "eighth", "ninth", "twelfth", "twentieth", *(f"{teen}th" for teen in _TEENS),
             "seventh")  # fmt: skip
_COUNTED = "|".join([*_UNITS[1:], *_TEENS])
_OTHERS = {"half": "0.5", "halve": "0.5", "quarter": "0.25", "twice": "2", "thrice": "3", "couple": "2", "dozen": "12",
           "zero": "0", "nought": "0", "none": "0"}  # fmt: skip

# "one" and "first" are words like any other, "a second" is a time and "none" alone no count ("none arising").
# "two-tier" is a name, and "third sector" and "third party" are names too.
_NUMBER = re.compile(
    rf"""(?P<figures>(?<![\w.])[-−]?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*)(?:st|nd|rd|th)?
    |\b(?P<words>(?:{"|".join(_TENS)})(?:[-‑\s](?:{"|".join(_UNITS)}))?
    |two(?![-‑]tier\b)|(?!two\b)(?:{_COUNTED}|hundred|thousand|million)|none(?=\s+of\b)
    |{"|".join(word for word in _OTHERS if word != "none")}|(?<!\ba\s)second
    |third(?!\s+(?:sector|part(?:y|ies))\b)s?|(?:{"|".join(_ORDINALS)}))s?\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class Number:
    """A number token: where it stands, as printed, and its figures (those of a number word where it has any)."""

    start: int
    end: int
    text: str
    figures: str


def folded(text: str) -> str:
    """Text as it is compared: one form of each letter, nothing invisible, white space as single spaces.

    >>> folded("a  joint\\nteam\\u200b of 1½, stage Ⅳ")
    'a joint team of 11⁄2, stage 4'
    """
    plain = unicodedata.normalize("NFKC", "".join(map(_digits, text)))
    seen = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    return re.sub(r"\s+", " ", seen)


def _digits(char: str) -> str:
    """A character that is a number without being written in digits, such as Ⅳ or ➃, in digits."""
    if unicodedata.category(char) not in ("Nl", "No") or re.search(r"\d", unicodedata.normalize("NFKC", char)):
        return char
    return f"{unicodedata.numeric(char):g}"


def numbers(text: str) -> list[Number]:
    """Every number token of a text.

    >>> [number.figures for number in numbers("Twelve of 1,770 met twice on the 2nd; two-tier working, one paper.")]
    ['12', '1,770', '2', '2']
    """
    return [Number(*found.span(), found.group(), _figures(found)) for found in _NUMBER.finditer(text)]


def _figures(found: re.Match[str]) -> str:
    if found["figures"]:
        return found["figures"].replace("−", "-")
    if found["words"].lower() in _OTHERS:
        return _OTHERS[found["words"].lower()]
    parts = re.split(r"[-‑\s]", found["words"].lower())
    values = [WORD_VALUES.get(part) for part in parts]
    return "" if None in values else str(sum(value for value in values if value))


# ---- dates -----------------------------------------------------------------------------------------------------------

_MONTH = "(?:" + "|".join(rf"{month}|{month[:3]}\.?" for month in MONTHS) + "|Sept)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
        r"(?<![\d/.-])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d])",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>{_MONTH})(?!\w)"
        r"(?:,?[\s-]+(?P<y>\d{4})(?!\d)|[\s-]*['’](?P<yy>\d{2})(?!\d)|-(?P<yyy>\d{2})(?!\d))?",
        rf"(?<!\w)(?P<month>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y>\d{{4}})(?!\d))?",
        rf"(?<!\w)(?P<month>{_MONTH})(?!\w),?\s+(?P<y>\d{{4}})(?!\d)",
    )
)


@dataclass(frozen=True)
class Day:
    """A date as printed: where it stands; day and year are nought where they are not given."""

    start: int
    end: int
    day: int
    month: int
    year: int

    @property
    def iso(self) -> str:
        """The date as ISO text."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def stands_for(self, other: Day) -> bool:
        """Whether a paper that prints `other` bears this date out; a paper may leave the year out."""
        if self.month != other.month or (self.day and self.day != other.day):
            return False
        return not self.year or self.year == other.year or bool(self.day and not other.year)


def days(text: str) -> list[Day]:
    """Every date of a text, in any printed form; no two overlap.

    >>> [day.iso for day in days("22 JANUARY 2008, 2/7/07, 1st August and June 2009")]
    ['2008-01-22', '2007-07-02', '0000-08-01', '2009-06-00']
    """
    found: list[Day] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            day = _day(match)
            if day and not any(day.start < other.end and other.start < day.end for other in found):
                found.append(day)
    return sorted(found, key=lambda day: day.start)


def _day(match: re.Match[str]) -> Day | None:
    """The date of a match; None when no calendar has it, or when "may" is the verb."""
    parts = {name: part for name, part in match.groupdict().items() if part}
    if parts.get("month") == "may":
        return None
    month = int(parts["m"]) if "m" in parts else _month(parts["month"])
    day, year = int(parts.get("d", 0)), int(parts.get("y") or parts.get("yy") or parts.get("yyy") or 0)
    if 0 < year < 100:
        year += 2000 if year < 70 else 1900
    return Day(*match.span(), day, month, year) if 1 <= month <= 12 and day <= 31 else None


def _month(name: str) -> int:
    return next(place for place, month in enumerate(MONTHS, start=1) if month[:3].lower() == name[:3].lower())
