"""Persons' names: the title before, the letters after, and whether words are a name at all."""

from __future__ import annotations

import re
from functools import lru_cache

from leadnet.documents.words.vocabulary import (
    DOUBTFUL_TITLES,
    GIVEN,
    NOT_IN_NAMES,
    ORGANISATION_STARTS,
    PLACE_END,
    POST_NOMINALS,
    POST_WORDS,
    SURNAMES_TOO,
    TITLES,
    word_set,
)

_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
WORD = (
    rf"(?:(?:Mc|Mac|Fitz|De|Di|Le|La|O['’]|D['’])?[{_UPPER}][{_LOWER}]+(?:['’][{_LOWER}]+)?"
    rf"(?:-[{_UPPER}]?[{_LOWER}]+)*)"
)
_PART = re.compile(
    rf"{WORD}|[{_UPPER}]{{1,3}}\.?|(?:Ed|Wm|Geo|Chas|Jas|Thos|Robt|Fred|Alex|St)\.|(?:[{_UPPER}]\.){{2,3}}|[{_UPPER}](?:-[{_UPPER}])\.?|"
    rf"(?:Mc|Mac)?[{_UPPER}][{_UPPER}'’-]{{2,}}|"
    r"d[aeiu]|dos|van|von|der|den|de|bin|al|el|le|la|ap|ab|ud"
)
_TITLE = re.compile(rf"^(?P<title>{TITLES}(?:\s+(?:and\s+)?{TITLES})?)\s+(?=\S)")
_AFTER = re.compile(rf"(?:,?\s+\(?{POST_NOMINALS}\b\)?\.?)+$")
_CALLED = re.compile(rf"(?<=[{_LOWER}])\s+[(\"“‘'][{_UPPER}][{_LOWER}]{{1,12}}[)\"”’']\s+(?=[{_UPPER}])")
_GLUED_TITLE = re.compile(r"^(Cllrs?|Councillors?|Mrs?|Ms|Drs?|Prof|Revd?)(?=[A-Z][a-z’'])")  # "CllrJane Hill"
_COLLAR = re.compile(r"^((?:PC|PCSO|PS|Sgt|Sergeant)\s+)\d{1,5}\s+")  # an officer's number
_GLUED = re.compile(
    rf"(?P<name>(?:{TITLES}\s+)?(?:[A-Z][\w'’.-]*\s){{0,2}}?(?:Ma?c|Fitz|De|Di|Le|La|"
    rf"O['’])?[A-Z][a-z’']+(?:-[A-Z][a-z’']+)*)"
    r"(?<!\bMac)(?<!\bMc)(?<!\bFitz)(?<!\bDe)(?<!\bDi)(?<!\bLe)(?<!\bLa)(?=[A-Z])"
)
_NEVER_SURNAMES = word_set("council authority constabulary police pct ccg icb cvs nhs association agency")
_INITIALS = re.compile(rf"(?:[{_UPPER}]\.?){{1,3}}")
_LONGEST = 90  # letters of a printed name with its titles and what stands behind it


def person(printed: str) -> tuple[str, str]:
    """Title and name of a printed name, the letters after it left out.

    >>> person("Cllr. J. B. Rhodes CC")
    ('Cllr', 'J. B. Rhodes')
    """
    return _person(printed[: 4 * _LONGEST])


@lru_cache(maxsize=1024)  # the same words are asked for by heading, list and item
def _person(printed: str) -> tuple[str, str]:
    text = _COLLAR.sub(r"\1", _CALLED.sub(" ", " ".join(printed.split()))).strip(" ,;:.*†‡#")
    text = _GLUED_TITLE.sub(r"\1 ", text)
    match = _TITLE.match(text)
    title, rest = (match["title"].rstrip("."), text[match.end() :]) if match else ("", text)
    short = _AFTER.sub("", rest)
    return title, short if len(short.split()) > 1 or title else rest


def is_name(text: str) -> bool:
    """Whether these words are a person's name: two to five name words, or a title and a surname.

    >>> is_name("Dr Amir Khan"), is_name("Dover District Council"), is_name("Cllr Smith")
    (True, False, True)
    """
    if len(text) > _LONGEST:
        return False
    title, name = person(text)
    parts = name.split()
    if not title and parts[:1] in (["St"], ["St."]):
        return False  # "St Germans"
    if not (1 if title else 2) <= len(parts) <= 5 or not all(_PART.fullmatch(part) for part in parts):
        return False
    if parts[-1].endswith(("'s", "’s")):
        return False  # "George Green's School"
    if any(map(_abbreviation, parts[1:] if parts[-1].isupper() and len(parts) > 2 else parts[-1:])):
        return False
    if len(parts) > 2 and _letters_behind(parts):
        return False  # "J Mather ACRA"
    whole = sum(len(part.strip(".")) > 1 and part[0].isupper() for part in parts)
    if not whole or whole > 3:
        return False
    return _titled(title, parts) if title else not (ORGANISATION_STARTS.match(name) or _other_than_name(parts))


def _abbreviation(part: str) -> bool:
    """Capitals that cannot be said as a word: "CRC", "GMFRS"."""
    return len(part) > 2 and part.isupper() and not re.search(r"[AEIOUYÀ-Ý]", part)


def _letters_behind(parts: list[str]) -> bool:
    """Whether capitals stand behind a surname that is not in capitals."""
    *_, before, last = parts
    return len(last) > 2 and last.isupper() and len(before) > 1 and not before.isupper() and before not in GIVEN


def _titled(title: str, parts: list[str]) -> bool:
    """Behind a title any surname will do, but "Lord Street Surgery" or "PC World" is nobody."""
    if DOUBTFUL_TITLES.search(title):
        return not any(_strange(part) for part in parts) and not all(part.isupper() for part in parts)
    known = len(parts) == 2 and (parts[0] in GIVEN or _INITIALS.fullmatch(parts[0]))  # "Cllr J Park", "Mr J.R. Bridge"
    return len(parts) == 1 or not _strange(parts[-1]) or bool(known) or parts[-1].lower() in SURNAMES_TOO


def _other_than_name(parts: list[str]) -> bool:
    """Whether a word tells of a body, a place or a post; a known given name in front is believed over one word."""
    strange = [_strange(part) for part in parts]
    if parts[-1].lower() in _NEVER_SURNAMES:
        return True  # "Lindsey Police", "Kelly Council"
    if parts[0] in GIVEN or re.fullmatch(r"[A-Z]\.?|(?:[A-Z]\.){2,3}", parts[0]):
        return sum(strange[1:]) > (len(parts) == 2) or (len(parts) > 2 and strange[-1])
    if parts[0].isupper() and len(parts[0]) == 3 and parts[1] in GIVEN:
        return True  # an abbreviation that ends the entry before, and a given name
    return any(strange) or (parts[0].isupper() and len(parts[0]) > 3 and not parts[-1].isupper())


def _strange(part: str) -> bool:
    word = part.lower().replace("’", "'")
    if len(part.strip(".")) == 1:
        return False  # an initial
    several = word.endswith("s") and word[:-1] in POST_WORDS  # "Directors"
    return several or word in NOT_IN_NAMES or word.removesuffix("'s") in NOT_IN_NAMES or bool(PLACE_END.search(part))


def is_sure_name(text: str) -> bool:
    """Whether words are a name that nothing else could be: a title, an initial or a known given name is in front.

    >>> is_sure_name("Mr Hill"), is_sure_name("J. Hill"), is_sure_name("Jane Hill"), is_sure_name("Severn Trent")
    (True, True, True, False)
    """
    title, name = person(text)
    first = name.split()[0] if name.split() else ""
    given = first in GIVEN or first.split("-")[0] in GIVEN or (first.isupper() and first.capitalize() in GIVEN)
    return is_name(text) and (bool(title) or given or bool(re.fullmatch(r"(?:[A-Z]\.?){1,3}", first)))


def glued(text: str) -> tuple[str, str]:
    """A name and what is printed behind it without a space, glued words apart; blanks where it is no such text.

    >>> glued("Ann McKayClerk to the Board"), glued("Ann McKay")
    (('Ann McKay', 'Clerk to the Board'), ('', ''))
    """
    match = _GLUED.match(text.strip()[: 2 * _LONGEST])
    if not match or not is_name(match["name"]):
        return "", ""
    return match["name"], re.sub(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})", " ", text.strip()[match.end() :])


def has_given_name(text: str) -> bool:
    """Whether the first word is a given name common in Britain."""
    return text.split()[0] in GIVEN if text.split() else False


def initials(name: str) -> str:
    """The first letters of a name's words.

    >>> initials("Sam Chapman-Allen")
    'SCA'
    """
    return "".join(word[0] for word in re.findall(rf"[{_UPPER}][\w'’.]*", name.replace("-", " ")))


def are_initials(letters: str, name: str) -> bool:
    """Whether letters stand for a name: its first and its last initial (or a letter of the last word) are theirs.

    >>> are_initials("JBR", "J. B. Rhodes"), are_initials("DHo", "Denise Hobbs"), are_initials("TVBC", "Ian Carr")
    (True, True, False)
    >>> are_initials("RCp", "Richard Chapman")
    True
    """
    full, last = initials(name), name.split()[-1] if name.split() else ""
    if letters == initials(re.sub("['’]", " ", name)):
        return len(letters) > 1  # "LOK" of Lisa O'Keefe
    if not full or not 2 <= len(letters) <= 4 or letters[0] != full[0]:
        return False
    if re.fullmatch(r"[A-Z]{2}[a-z]{1,2}", letters):  # a letter more where two people share theirs
        return letters[1] == full[-1] and set(letters[2:]) <= set(last.lower())
    return letters[-1] == full[-1] or (letters[1:].lower() == last[: len(letters) - 1].lower()) or letters in full
