"""The words that open an attendance list, put right where one is misspelt or fell apart: "Attendence", "Apologie s"."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

_OPENERS = ("present", "attendance", "attendees", "attending", "apologies", "absence")
_FORMS = ("attends", "attended")
_VOWELS = "aeiou"
_WORD = re.compile(r"[A-Za-z]{6,}")
_APART = re.compile(  # a space within a word, as some PDFs leave it
    rf"\b(?:{'|'.join(f'{word[:cut]} {word[cut:]}' for word in _OPENERS for cut in range(1, len(word)))})\b",
    re.IGNORECASE,
)
_FIRST = 5  # words of a line among which the one stands that opens a list
_LONG = 8  # letters from which two may be wrong, else one


def well_spelt(text: str) -> str:
    """A line with a misspelt word for a list's heading put right among its first; the line itself where there is none.

    A word is taken for another that differs by one letter added, left out, changed or swapped, by two where it is long,
    and begins alike; or by one space within it. What is only another form of it, "presents", stays.

    >>> well_spelt("IN ATTENDNANCE: Ann Lee"), well_spelt("Appologies"), well_spelt("P resent:"), well_spelt("Presents")
    ('IN ATTENDANCE: Ann Lee', 'Apologies', 'Present:', 'Presents')
    """
    opening = re.match(rf"(?:\W*\w+){{1,{_FIRST}}}", text[:120])
    if not opening:
        return text
    whole = _APART.sub(lambda match: match[0].replace(" ", ""), opening[0])
    return _WORD.sub(_right, whole) + text[opening.end() :]


def _right(match: re.Match[str]) -> str:
    word = match[0]
    meant = _meant(word.lower())
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() else meant


@lru_cache(maxsize=10000)
def _meant(word: str) -> str:
    """The opener that a word is near to; the word itself where it is one, a form of one, or near to none."""
    if word in _FORMS or any(word.startswith(opener) and len(word) - len(opener) < 2 for opener in _OPENERS):
        return word
    return next((opener for opener in _OPENERS if word[0] == opener[0] and _near(word, opener)), word)


def _near(word: str, opener: str) -> bool:
    """One letter off, or two in a long word; a changed one is a vowel for a vowel, so that "Prevent" is no list."""
    most = 2 if len(opener) > _LONG else 1
    if OSA.distance(word, opener, score_cutoff=most) > most:
        return False
    edits = [each for each in Levenshtein.editops(word, opener) if each.tag == "replace"]
    swapped = sorted(word) == sorted(opener)
    return swapped or all(word[each.src_pos] in _VOWELS and opener[each.dest_pos] in _VOWELS for each in edits)
