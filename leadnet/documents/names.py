"""Persons' names: the title before, the letters after, and whether words are a name at all."""

from __future__ import annotations

import re

from leadnet.documents.vocabulary import GIVEN, NOT_IN_NAMES, PLACE_END, POST_NOMINALS, TITLES

_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
WORD = (
    rf"(?:(?:Mc|Mac|Fitz|De|Di|Le|La|O['’]|D['’])?[{_UPPER}][{_LOWER}]+(?:['’][{_LOWER}]+)?"
    rf"(?:-[{_UPPER}]?[{_LOWER}]+)*)"
)
_PART = re.compile(
    rf"{WORD}|[{_UPPER}]{{1,3}}\.?|(?:[{_UPPER}]\.){{2,3}}|[{_UPPER}][{_UPPER}'’-]{{2,}}|d[aeiu]|van|von|der|den|bin|al|le|la|ap|ud"
)
_TITLE = re.compile(rf"^(?P<title>{TITLES}(?:\s+{TITLES})?)\s+(?=\S)")
_AFTER = re.compile(rf"(?:,?\s+{POST_NOMINALS}\b\.?)+$")


def person(printed: str) -> tuple[str, str]:
    """Title and name of a printed name, the letters after it left out.

    >>> person("Cllr. J. B. Rhodes CC")
    ('Cllr', 'J. B. Rhodes')
    """
    text = " ".join(printed.split()).strip(" ,;:.*")
    match = _TITLE.match(text)
    title, rest = (match["title"].rstrip("."), text[match.end() :]) if match else ("", text)
    short = _AFTER.sub("", rest)
    return title, short if len(short.split()) > 1 or title else rest


def is_name(text: str) -> bool:
    """Whether these words are a person's name: two to five name words, or a title and a surname.

    >>> is_name("Dr Amir Khan"), is_name("Dover District Council"), is_name("Cllr Smith")
    (True, False, True)
    """
    title, name = person(text)
    parts = name.split()
    if not (1 if title else 2) <= len(parts) <= 5 or not all(_PART.fullmatch(part) for part in parts):
        return False
    if not any(len(part.strip(".")) > 1 and part[0].isupper() for part in parts):
        return False
    return bool(title) or not _other_than_name(parts)


def _other_than_name(parts: list[str]) -> bool:
    """Whether a word tells of a body, a place or a post; a known given name in front is believed over one word."""
    strange = [part.lower() in NOT_IN_NAMES or bool(PLACE_END.search(part)) for part in parts]
    if parts[0] in GIVEN or re.fullmatch(r"[A-Z]\.?", parts[0]):
        return sum(strange[1:]) > (len(parts) == 2) or (len(parts) > 2 and strange[-1])
    return any(strange)


def has_given_name(text: str) -> bool:
    """Whether the first word is a given name common in Britain."""
    return text.split()[0] in GIVEN if text.split() else False
