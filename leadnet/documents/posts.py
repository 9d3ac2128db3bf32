"""Post and organisation of an entry, in whichever order and with whatever between them they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leadnet.documents.vocabulary import (
    ABBREVIATIONS,
    EMPLOYER_ENDS,
    ORGANISATION_ENDS,
    ORGANISATION_STARTS,
    POST_ENDS,
    POST_WORDS,
    SECTORS,
)

_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_COMMA = re.compile(r"\s*[,;]\s*(?![^()]{0,200}\))")  # not a comma inside brackets
_LINKS = re.compile(r"^(?:of|for|to|the|and|&|in|with|on|at|from|-|–)\b", re.IGNORECASE)


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
    pieces = [piece for cell in details for piece in _COMMA.split(cell.strip(" ,;-–.")) if piece.strip(" .")]
    pieces = [whole for piece in pieces for whole in _mixed(piece.strip(), known)]
    kinds = [_kind(piece, known) for piece in pieces]
    return _assembled(_lists_joined(pieces, kinds))


def is_organisation(text: str) -> bool:
    """Whether the words alone show an organisation: how it begins or ends, or an abbreviation.

    >>> is_organisation("Voluntary Action Kent"), is_organisation("Head of Housing")
    (True, False)
    """
    return _kind(text, frozenset()) == "organisation"


def is_post(text: str) -> bool:
    """Whether the words hold a post, such as officer, director or leader."""
    return any(word.lower() in POST_WORDS for word in _WORD.findall(text))


def organisations_in(text: str) -> tuple[str, ...]:
    """The organisations of one printed phrase: `A/B` is two, and so is `A and B` where each could stand alone.

    >>> organisations_in("Blaby District Council and Oadby Borough Council"), organisations_in("Kent and Essex Police")
    (('Blaby District Council', 'Oadby Borough Council'), ('Kent and Essex Police',))
    """
    parts = [part.strip() for part in re.split(r"\s*/\s*", text) if part.strip(" .")]
    if len(parts) > 1 and is_organisation(parts[-1]):
        return tuple(parts)
    halves = re.split(r"\s+(?:and|&)\s+", text)
    if len(halves) == 2 and all(len(half.split()) > 1 and is_organisation(half) for half in halves):
        return tuple(half.strip() for half in halves)
    return (text.strip(),)


def _kind(piece: str, known: frozenset[str]) -> str:
    """post, organisation, sector or unknown."""
    words = [word.lower() for word in _WORD.findall(re.sub(r"\([^)]*\)", " ", piece))]
    if SECTORS.match(piece):
        return "sector"
    if piece.lower() in known or ORGANISATION_STARTS.match(piece):
        return "organisation"
    if any(word in POST_WORDS for word in words):
        return "post"
    if words and (words[-1] in ORGANISATION_ENDS or words[-1].removesuffix("'s") in ABBREVIATIONS):
        return "organisation"
    return "organisation" if re.fullmatch(r"[A-Z][A-Za-z&]{0,3}[A-Z]{1,4}", piece) else "unknown"


def _mixed(piece: str, known: frozenset[str]) -> list[str]:
    """A piece that runs post and organisation together without a comma, cut in two where that can be seen."""
    if _kind(piece, known) != "post":
        return [piece]
    cuts = re.finditer(r"(?<=[\w)])(?P<link>\s+(?:of|at|from|with|for)(?:\s+the)?)?\s+(?=[A-Z])", piece)
    for cut in reversed(list(cuts)):
        post, rest = piece[: cut.start()], piece[cut.end() :]
        if _ends_post(post) and _starts_organisation(rest, cut["link"], known):
            return [post, *_mixed(rest, known)]
    return [piece]


def _ends_post(text: str) -> bool:
    words = _WORD.findall(re.sub(r"\s*\([^)]*\)\s*$", "", text))
    return bool(words) and words[-1].lower() in POST_ENDS


def _starts_organisation(rest: str, link: str | None, known: frozenset[str]) -> bool:
    """After "of" or "for" only an employer will do: "Director of Housing Services" names no organisation."""
    if _LINKS.match(rest) or _kind(rest, known) != "organisation":
        return False
    if (link or "").split()[:1] in (["of"], ["for"]):
        last = rest.split()[-1].lower()
        return rest.lower() in known or (len(rest.split()) > 1 and last in EMPLOYER_ENDS)
    return len(rest.split()) > 1 or rest.isupper() or rest.lower() in known


def _lists_joined(pieces: list[str], kinds: list[str]) -> list[tuple[str, str]]:
    """Pieces of neither kind put back to what they were cut from: "Education, Culture and Leisure" to its post,
    "Kent, Essex and Sussex Police" to its organisation (where the post before it is already whole)."""
    joined: list[tuple[str, str]] = []
    for position, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        before = joined[-1] if joined else ("", "")
        follows = kinds[position + 1 :]
        if kind == "unknown" and before[1] == "post" and "organisation" in follows and not _ends_post(before[0]):
            joined[-1] = (f"{before[0]}, {piece}", "post")
        elif before[1] == "part of a list" and kind in ("organisation", "unknown"):
            joined[-1] = (f"{before[0]}, {piece}", kind)
        elif (
            kind == "unknown"
            and len(piece.split()) == 1
            and follows[:1] == ["organisation"]
            and " and " in pieces[position + 1]
        ):
            joined.append((piece, "part of a list"))
        else:
            joined.append((piece, kind))
    return joined


def _assembled(parts: list[tuple[str, str]]) -> Seat:
    """Role and organisations of sorted pieces; one of neither kind is the organisation where no other is printed."""
    posts = [piece for piece, kind in parts if kind == "post"]
    bodies = [piece for piece, kind in parts if kind == "organisation"]
    others = [piece for piece, kind in parts if kind in ("unknown", "part of a list")]
    sure = True
    if not bodies and others:
        bodies, others, sure = [others[-1]], others[:-1], len(others) == 1 and bool(posts)
    if not bodies and posts and posts[-1].split()[-1].lower() in EMPLOYER_ENDS | {"service"}:
        sure = False  # post and organisation run together, and where one ends cannot be seen
    if len(bodies) > 1 and not posts:
        bodies = [bodies[-1]]  # a department, then its parent body
    return Seat(", ".join(posts), tuple(name for body in bodies for name in organisations_in(body)), sure)
