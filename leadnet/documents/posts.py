"""Post and organisation of an entry, in whichever order and with whatever between them they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leadnet.documents.names import initials, is_name
from leadnet.documents.vocabulary import (
    ABBREVIATIONS,
    BEFORE_POST,
    EMPLOYER_ENDS,
    NOT_IN_NAMES,
    ORGANISATION_ENDS,
    ORGANISATION_STARTS,
    POST_ENDS,
    POST_WORDS,
    SECTORS,
    SPOKEN_FOR,
)

_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_COMMA = re.compile(r"\s*[,;]\s*(?![^()]{0,200}\))|\s+[-–—]\s+(?![^()]{0,200}\))")  # not one inside brackets
_LINKS = re.compile(r"^(?:of|for|to|the|and|&|in|with|on|at|from|-|–)\b", re.IGNORECASE)
_SHORT = re.compile(r"^(?P<name>[^()]*[^()\s])\s*[(\[](?P<short>[A-Z][A-Za-z&]{0,8}[A-Z])[)\]]$")
_LONG_SHORT = re.compile(r"^(?P<short>[A-Z][A-Za-z&]{0,6}[A-Z])\s*[(\[](?P<name>[A-Z][^()]+\s[^()]+)[)\]]$")
_BRACKETED = re.compile(r"^(?P<before>[^()]*[^()\s])\s*\((?P<inside>[^()]+)\)$")
_GLUED = re.compile(
    r"\b([A-Z][a-z]{2,})((?:College|School|Council|Trust|Academy|University|Police|Hospital|Association|"
    r"Partnership|Authority|"
    r"Service|Services|Centre|Group|Board|Forum|Society|Housing|District|Borough|County|City|Town|Parish|"
    r"Community)\b)"
)
_BRANDS = frozenset(("JobCentre", "HealthWatch", "HomeGroup", "SkillsCentre", "CityCollege"))
_AND_POST = re.compile(
    r"\s+(?:and|&)\s+(?=(?:Vice[- ]|Deputy |Independent )?(?:Chair\w*|Leader|Chief|Director|Head|Cabinet|"
    r"Portfolio|President|"
    r"Clerk|Member)\b.*\b(?:of|for)\b)"
)
_DEPARTMENT = re.compile(
    r"^(?!.*\b(?:fire|police|probation|ambulance|rescue|health|nhs|prison)\b).*\b(?:services?|department|"
    r"directorate|team|"
    r"unit|division)$",
    re.IGNORECASE,
)
_BOTH = re.compile(r"^(?:both|all|each)(?: of| from)?(?: the)?\s+|^from(?: the)?\s+", re.IGNORECASE)
_TOO_LONG = 400  # letters of one detail: what is longer is prose


@dataclass(frozen=True)
class Seat:
    """What a person sits for: the post, the organisations, and whether the words settle which is which."""

    role: str = ""
    organisations: tuple[str, ...] = ()
    sure: bool = True


def seat(details: Iterable[str], known: frozenset[str] = frozenset()) -> Seat:
    """Post and organisations in the words that follow a name; `known` are organisations printed elsewhere in the paper.

    >>> seat(["Director of Public Health, Kent PCT/Kent Council"])
    Seat(role='Director of Public Health', organisations=('Kent PCT', 'Kent Council'), sure=True)
    """
    pieces = [_BOTH.sub("", piece) for cell in details for piece in pieces_of(cell)]
    pieces = [part for piece in pieces for part in _two_posts(piece)]
    pieces = [whole for piece in pieces for part in _unbracketed(_unglued(piece)) for whole in _mixed(part, known)]
    kinds = [_kind(piece, known) for piece in pieces]
    return _assembled(_lists_joined(pieces, kinds))


def pieces_of(cell: str) -> list[str]:
    """What stands between the commas and dashes of a detail, those inside brackets apart."""
    return [piece.strip() for piece in _COMMA.split(cell[:_TOO_LONG].strip(" ,;:-–.")) if piece.strip(" .")]


def _two_posts(piece: str) -> list[str]:
    """ "Leader of Ashbury Council and Chair of the Board": cut before the second post where the first has its body."""
    match = _AND_POST.search(piece)
    first = piece[: match.start()] if match else ""
    own = first and any(_kind(part, frozenset()) == "organisation" for part in _mixed(first, frozenset()))
    return [first, piece[match.end() :]] if match and own else [piece]


def _unglued(piece: str) -> str:
    """ "EastonCollege" and "SpecialSchool" apart again; brands such as JobCentre and HealthWatch stay."""
    return _GLUED.sub(lambda match: match[0] if match[0] in _BRANDS else f"{match[1]} {match[2]}", piece)


def is_organisation(text: str) -> bool:
    """Whether the words alone show an organisation: how it begins or ends, or an abbreviation.

    >>> is_organisation("Voluntary Action Kent"), is_organisation("Head of Housing")
    (True, False)
    """
    return _kind(text, frozenset()) == "organisation"


def is_post(text: str) -> bool:
    """Whether the words hold a post, such as officer, director or leader."""
    return any(word.lower() in POST_WORDS for word in _WORD.findall(text[:_TOO_LONG]))


def is_sector(text: str) -> bool:
    """Whether the words name a sector or a code for one, which is no organisation."""
    return bool(SECTORS.match(text.strip()))


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
    opens = re.sub(r"^the\s+", "", name, flags=re.I)[:1].lower() == letters[0]
    return opens and len(name) > len(short) + 2 and all(letter in left for letter in letters)


def organisations_in(text: str) -> tuple[str, ...]:
    """The organisations of one printed phrase: `A/B` is two, and so is `A and B` where each could stand alone.

    >>> organisations_in("Blaby District Council and Oadby Borough Council"), organisations_in("Kent and Essex Police")
    (('Blaby District Council', 'Oadby Borough Council'), ('Kent and Essex Police',))
    """
    text = short_of(text)[0]
    parts = [part.strip() for part in re.split(r"\s*/\s*", text) if part.strip(" .")]
    if len(parts) > 1 and is_organisation(parts[-1]):
        return tuple(short_of(part)[0] for part in parts)
    halves = re.split(r"\s+(?:and|&)\s+", text)
    if len(halves) == 2 and all(_stands_alone(half) for half in halves):
        return tuple(half.strip() for half in halves)
    return (text.strip(),)


def _stands_alone(half: str) -> bool:
    words = half.split()
    named = any(word.lower() not in NOT_IN_NAMES for word in words)
    return len(words) > 1 and named and is_organisation(half)


def _kind(piece: str, known: frozenset[str]) -> str:
    """post, organisation, sector or unknown."""
    piece = piece[:_TOO_LONG].strip()
    words = [word.lower() for word in _WORD.findall(re.sub(r"\([^)]*\)", " ", piece))]
    if SECTORS.match(piece):
        return "sector"
    if piece.lower() in known or ORGANISATION_STARTS.match(piece):
        holder = words and words[-1] in POST_ENDS - {"commissioner"} and piece.lower() not in known
        return "post" if holder else "organisation"
    if any(word in POST_WORDS for word in words) and not _of_a_post(words):
        return "post"
    if words and (words[-1] in ORGANISATION_ENDS or words[-1].removesuffix("'s") in ABBREVIATIONS):
        return "organisation"
    return "organisation" if re.fullmatch(r"[A-Z][A-Za-z&]{0,3}[A-Z]{1,4}", piece) else "unknown"


def _of_a_post(words: list[str]) -> bool:
    """An organisation with a post in its name: Office of the Commissioner, Chief Officers Group, Members' Forum."""
    bodies = ("group", "forum", "board", "network", "association", "federation", "committee", "partnership")
    one = POST_WORDS - {"chief", "lead", "senior", "head", "executive", "principal"}
    return words[0] in ("office", "association", "society", "institute", "federation") or (
        words[-1] in bodies and not one & set(words) and not {"of", "for"} & set(words)
    )


def _unbracketed(piece: str) -> list[str]:
    """ "Ash School (Governor)" or "Director (Kent Police)": a bracket that is the post or the organisation."""
    match = _BRACKETED.match(piece)
    if not match or short_of(piece)[1]:
        return [short_of(piece)[0]]
    before, inside = match["before"], match["inside"]
    kinds = (_kind(before, frozenset()), _kind(inside, frozenset()))
    if kinds in (("organisation", "post"), ("unknown", "post")) and len(inside.split()) < 6:
        return [before, inside]
    return [before, inside] if kinds == ("post", "organisation") and len(inside.split()) > 1 else [piece]


def _mixed(piece: str, known: frozenset[str]) -> list[str]:
    """A piece that runs post and organisation together without a comma, cut in two where that can be seen."""
    if _kind(piece, known) != "post":
        return [piece]
    cuts = re.finditer(r"(?<=[\w)])(?P<link>\s+(?:of|at|from|with|for|to)(?:\s+the)?)?\s+(?=[A-Z])", piece)
    for cut in reversed(list(cuts)):
        post, rest = piece[: cut.start()], piece[cut.end() :]
        placed = (cut["link"] or "").split()[:1] in (["at"], ["with"], ["from"]) and is_post(post)
        if (placed or _ends_post(post)) and _starts_organisation(rest, cut["link"], known, post):
            return [post, *_mixed(rest, known)]
        if not cut["link"] and _post_alone(rest) and _employs(post):
            return [post, rest]
    return [piece]


def _ends_post(text: str) -> bool:
    words = _WORD.findall(re.sub(r"\s*\([^)]*\)\s*$", "", text))
    return bool(words) and words[-1].lower() in POST_ENDS


def _post_alone(text: str) -> bool:
    """A post of one or two words, behind an organisation: "Manager", "Committee Officer"."""
    words = text.lower().split()
    return len(words) < 4 and _ends_post(text) and all(word in NOT_IN_NAMES for word in words)


def _employs(text: str) -> bool:
    """An organisation with a name of its own before a post: "Ash Vale Partnership", not "Community Partnership"."""
    words = _WORD.findall(text)
    own = any(word[0].isupper() and word.lower() not in NOT_IN_NAMES for word in words)
    return own and bool(ORGANISATION_STARTS.match(text) or (words[-1].lower() in BEFORE_POST and len(words) > 1))


def _starts_organisation(rest: str, link: str | None, known: frozenset[str], post: str = "") -> bool:
    """After "of" or "for" only an employer will do: "Director of Housing Services" names no organisation."""
    if _LINKS.match(rest) or _kind(rest, known) != "organisation":
        return False
    if (link or "").split()[:1] in (["of"], ["for"], ["to"]):
        last = rest.split()[-1].lower()
        of_anything = post.split()[-1].lower() in SPOKEN_FOR and rest.lower() != "the"
        return rest.lower() in known or (len(rest.split()) > 1 and (last in EMPLOYER_ENDS or of_anything))
    return len(rest.split()) > 1 or rest.isupper() or rest.lower() in known


def _lists_joined(pieces: list[str], kinds: list[str]) -> list[tuple[str, str]]:
    """Pieces of neither kind put back to what they were cut from: "Education, Culture and Leisure" to its post,
    "Kent, Essex and Sussex Police" to its organisation (where the post before it is already whole)."""
    joined: list[tuple[str, str]] = []
    for position, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        before = joined[-1] if joined else ("", "")
        follows = kinds[position + 1 :]
        if kind == "unknown" and before[1] == "post" and (_is_topic(piece) or _cut_off(before[0], follows)):
            joined[-1] = (f"{before[0]}, {piece}", "post")
        elif before[1] == "part of a list" and kind in ("organisation", "unknown"):
            joined[-1] = (f"{before[0]}, {piece}", kind)
        elif kind == "unknown" and _lists_on(piece, pieces[position + 1 :], follows):
            joined.append((piece, "part of a list"))
        else:
            joined.append((piece, kind))
    return joined


def _cut_off(post: str, follows: list[str]) -> bool:
    return "organisation" in follows and not _ends_post(post)


def _is_topic(piece: str) -> bool:
    """A field of work, as in "Corporate Director, Environment"."""
    words = [word.lower() for word in _WORD.findall(piece)]
    return bool(words) and all(word in NOT_IN_NAMES or word in ("and", "s") for word in words)


def _lists_on(piece: str, after: list[str], follows: list[str]) -> bool:
    joins = bool(after) and bool(re.search(r"\s(?:and|&)\s", after[0]))
    return len(piece.split()) == 1 and follows[:1] == ["organisation"] and joins


def _assembled(parts: list[tuple[str, str]]) -> Seat:
    """Role and organisations of sorted pieces; one of neither kind is the organisation where no other is printed."""
    posts = [piece for piece, kind in parts if kind == "post"]
    bodies = [piece for piece, kind in parts if kind == "organisation"]
    others = [piece for piece, kind in parts if kind in ("unknown", "part of a list") and not piece.islower()]
    second = (bodies and any(map(is_name, others))) or any(post.startswith("the ") for post in posts)
    sure = not second  # somebody else on the line, by name or only by post
    if not bodies and others:
        bodies, others, sure = [others[-1]], others[:-1], len(others) == 1 and bool(posts)
    if not bodies and posts and posts[-1].split()[-1].lower() in EMPLOYER_ENDS | {"service"}:
        sure = False  # post and organisation run together, and where one ends cannot be seen
    bodies = _without_departments(bodies)
    return Seat(", ".join(posts), tuple(name for body in bodies for name in organisations_in(body)), sure)


def _without_departments(bodies: list[str]) -> list[str]:
    """A department gives way to its parent body, whichever stands first."""
    if len(bodies) < 2:
        return bodies
    if any(body.split()[-1].lower() in EMPLOYER_ENDS for body in bodies):
        bodies = [body for body in bodies if not _DEPARTMENT.search(body)] or bodies
    departments = [body for body in bodies if all(word.lower() in NOT_IN_NAMES for word in _WORD.findall(body))]
    return [body for body in bodies if body not in departments] or bodies[-1:]
