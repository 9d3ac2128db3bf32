"""What sort of words these are: a post, an organisation, a sector, or a field of work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.words.names import initials
from leadnet.documents.words.vocabulary import (
    ABBREVIATIONS,
    NOT_IN_NAMES,
    ORGANISATION_ENDS,
    ORGANISATION_STARTS,
    POST_ENDS,
    POST_WORDS,
    SECTORS,
)

WORD = re.compile(r"[A-Za-z][\w'’-]*")
_SHORT = re.compile(r"^(?P<name>[^()]*[^()\s])\s*[(\[](?P<short>[A-Z][A-Za-z&]{0,8}[A-Z])[)\]]$")
_LONG_SHORT = re.compile(r"^(?P<short>[A-Z][A-Za-z&]{0,6}[A-Z])\s*[(\[](?P<name>[A-Z][^()]+\s[^()]+)[)\]]$")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
TOO_LONG = 400  # letters of one detail: what is longer is prose

_LETTERS = re.compile(
    r"[A-Z][A-Za-z&]{0,3}[A-Z]{1,4}(?:\s?[/ ]\s?[A-Z][A-Z&]{1,4}){0,2}"
)  # "SCC", "SCC/MCC", "CGM CRC"
_SEATS = frozenset(["division", "ward", "divisions", "wards"])  # what a councillor is elected for is no organisation
_LIVES = re.compile(  # "Local Resident", "Residents of Combe", "Vale landowner": where somebody lives
    r"(?:.*\s)?(?:resident|householder|landowner|parishioner)s?(?:\s+(?:and|&)\s+\w+)?|"
    r"(?:resident|householder|landowner)s?\s+(?:of|in|from|at)\s.*",
    re.IGNORECASE,
)
_ELECTED = re.compile(r"(?i:(?:the )?police,?(?: fire)? (?:and|&) crime commissioner)|MP|MEP")  # the person, no body
_INSPECTS = re.compile(r"(?:the )?health (?:and|&) safety executive", re.IGNORECASE)  # an executive that is no post
_THREE = re.compile(r"[A-Z]{3}")
_GLUED = re.compile(
    r"\b((?:[A-Z][a-z]{2,})+)((?:College|School|Council|Trust|Academy|University|Police|Hospital|Association|"
    r"Partnership|Authority|"
    r"Service|Services|Centre|Group|Board|Forum|Society|Housing|District|Borough|County|City|Town|Parish|"
    r"Community)\b)"
)
_CODED = re.compile(
    r"^(?P<body>.*\b(?:Council|BC|CC|DC|MBC|(?:M\.)?B\.C\.|(?:C|D)\.C\.))\s+[A-Z](?:\.|[A-Z]|\.[A-Z]|&[A-Z]){0,4}$"
)
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")
_BRANDS = frozenset(("JobCentre", "HealthWatch", "HomeGroup", "SkillsCentre", "CityCollege"))
_PLACE = re.compile(r"[A-Z][a-z]{3,}(?:shire|[a-z]+)")  # "Skelton/Brotton"


def undotted(text: str) -> str:
    """Abbreviations without their full stops.

    >>> undotted("Ashbury M.B.C. Chairman")
    'Ashbury MBC Chairman'
    """
    return _DOTTED.sub(lambda match: match[0].replace(".", ""), text)


def uncoded(piece: str) -> str:
    """ "Ashbury M.B.C. N.W." and "Combe Council SE": a council without the letters of its region behind it."""
    match = _CODED.match(piece)
    return match["body"] if match else piece


def unglued(piece: str) -> str:
    """ "EastonCollege" and "SpecialSchool" apart again; brands such as JobCentre and HealthWatch stay."""
    return _GLUED.sub(
        lambda match: match[0] if match[0] in _BRANDS else f"{_CAMEL.sub(' ', match[1])} {match[2]}", piece
    )


def is_organisation(text: str) -> bool:
    """Whether the words alone show an organisation: how it begins or ends, or an abbreviation.

    >>> is_organisation("Voluntary Action Kent"), is_organisation("Head of Housing")
    (True, False)
    """
    return sort_of(text, frozenset()) == "organisation"


def is_post(text: str) -> bool:
    """Whether the words hold a post, such as officer, director or leader."""
    return any(word.lower() in POST_WORDS for word in WORD.findall(text[:TOO_LONG]))


def is_sector(text: str) -> bool:
    """Whether the words name a sector or a code for one, which is no organisation."""
    many = text.split()[-1:] in (["Groups"], ["Heads"], ["Interests"]) and is_topic(text)  # "Amenity Groups"
    return bool(many or SECTORS.match(text.strip()) or _LIVES.fullmatch(text.strip()[:TOO_LONG]))


def short_of(text: str) -> tuple[str, str]:
    """An organisation and the abbreviation printed in brackets beside it, blank where there is none.

    >>> short_of("Ash Vale Borough Council (AVBC)"), short_of("Kent Police")
    (('Ash Vale Borough Council', 'AVBC'), ('Kent Police', ''))
    """
    match = _SHORT.match(text) or _LONG_SHORT.match(text)
    if match and stands_for(match["short"], match["name"]):
        return match["name"], match["short"]
    if match and match.re is _SHORT and match["short"] in initials(match["name"]):
        return match["name"], ""  # "Ash and Vale Primary Care Trust (PCT)" stands for the last words alone
    return text, ""


def stands_for(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation come in this order in a name, beginning with its first."""
    left = iter(name.lower())
    letters = [letter for letter in short.lower() if letter.isalpha()]
    if not letters:
        return False
    opens = re.sub(r"^the\s+", "", name, flags=re.I)[:1].lower() == letters[0]
    return opens and len(name) > len(short) + 2 and all(letter in left for letter in letters)


def organisations_in(text: str) -> tuple[str, ...]:
    """The organisations of one printed phrase: `A/B` is two, and so is `A and B` where each could stand alone.

    >>> organisations_in("Blaby District Council and Oadby Borough Council"), organisations_in("Kent and Essex Police")
    (('Blaby District Council', 'Oadby Borough Council'), ('Kent and Essex Police',))
    """
    text = short_of(text)[0]
    parts = [part.strip() for part in re.split(r"\s*/\s*", text) if part.strip(" .")]
    body = any(word.lower() in ORGANISATION_ENDS for word in WORD.findall(text))
    named = (
        body and len(parts) == 2 and all(len(part) > 3 and _capital(part) for part in parts)
    )  # "Vale Trust/Ash Farm"
    plain = is_organisation(parts[0]) and all(map(_capital, parts)) if parts else False
    places = len(parts) == 2 and all(_PLACE.fullmatch(part) and _capital(part) for part in parts)
    if len(parts) > 1 and (named or plain or places or is_organisation(parts[-1])):
        return tuple(short_of(part)[0] for part in parts)
    halves = re.split(r"\s+(?:and|&)\s+", text)
    lettered = len(halves) == 2 and _THREE.fullmatch(halves[0])  # "SCC & SWT", but not "Victim Support Kent and IOW"
    if len(halves) > 2:
        halves = re.split(r"\s+and\s+", text)  # "Combe Council and Ash & Elm Committee"
    if len(halves) == 2 and all(_stands_alone(half) or (lettered and is_organisation(half)) for half in halves):
        return tuple(half.strip() for half in halves)
    return (text.strip(),)


def _capital(part: str) -> bool:
    return part[0].isupper() and not is_topic(part) and not is_post(part)


def _stands_alone(half: str) -> bool:
    words = half.split()
    if half.isupper() and len(words) == 1 and len(half) > 3:
        return is_organisation(half)
    named = any(word.lower() not in NOT_IN_NAMES for word in words)
    return len(words) > 1 and named and is_organisation(half)


def sort_of(piece: str, known: frozenset[str]) -> str:
    """post, organisation, sector or unknown."""
    piece = undotted(piece[:TOO_LONG].strip())
    words = [word.lower() for word in WORD.findall(re.sub(r"\([^)]*\)", " ", piece))]
    if _ELECTED.fullmatch(piece) or _INSPECTS.fullmatch(piece):
        return "post" if _ELECTED.fullmatch(piece) else "organisation"
    if is_sector(piece) or (words[-1:] and words[-1] in _SEATS and not is_topic(piece)):
        return "sector"
    if piece.lower() in known or ORGANISATION_STARTS.match(piece):
        holder = words and words[-1] in POST_ENDS - {"commissioner"} and piece.lower() not in known
        return "post" if holder else "organisation"
    if _holds_post(words) and not _of_a_post(words):
        return "post"
    if words[-2:] == ["parish", "meeting"]:
        return "organisation"
    if words and (words[-1] in ORGANISATION_ENDS or words[-1].removesuffix("'s") in ABBREVIATIONS):
        return "organisation"
    return "organisation" if _LETTERS.fullmatch(piece) else "unknown"


def _of_a_post(words: list[str]) -> bool:
    """An organisation with a post in its name: Office of the Commissioner, Chief Officers Group, Members' Forum."""
    bodies = ("group", "forum", "board", "network", "association", "federation", "committee", "partnership")
    one = POST_WORDS - {"chief", "lead", "senior", "head", "executive", "principal"}
    named = words[0] in ("office", "association", "society", "institute", "federation") and len(words) > 2
    return (named and words[1] in ("of", "for")) or (
        words[-1] in bodies and not one & set(words) and not {"of", "for"} & set(words)
    )


def _holds_post(words: Sequence[str]) -> bool:
    """Whether words hold a post; "Vale of Dean Council" and "Marine Volunteer Services" do not."""
    placed = words[-1] in ("council", "authority") if words else False
    named = words[-1] in ORGANISATION_ENDS if words else False
    return any(
        word in POST_WORDS and not (placed and before == "of") and not (named and word == "volunteer")
        for before, word in zip(["", *words], words, strict=False)
    )


def is_general(word: str) -> bool:
    """Whether a word, in the plural or with an 's too, is too general to be of a name.

    >>> is_general("Highways"), is_general("Ashbury")
    (True, False)
    """
    plain = word.lower().replace("’", "'")
    return any(plain.removesuffix(end) in NOT_IN_NAMES for end in ("", "s", "'s", "s'"))


def is_topic(piece: str) -> bool:
    """Whether the words are a field of work and no name, as in "Corporate Director, Environment".

    >>> is_topic("Adult Services"), is_topic("Ashbury Services")
    (True, False)
    """
    words = WORD.findall(piece)
    return bool(words) and all(is_general(word) or word in ("and", "s") for word in words)
