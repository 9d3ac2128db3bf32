"""Post and organisation of an entry, in whichever order and with whatever between them they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leadnet.documents.words.names import initials, is_name
from leadnet.documents.words.post_cuts import (
    DEPARTMENT,
    has_letters_first,
    post_apart,
    speaks_for,
    two_posts,
    unbracketed,
    without_members,
)
from leadnet.documents.words.sorts import (
    TOO_LONG,
    WORD,
    is_organisation,
    is_post,
    is_sector,
    is_topic,
    organisations_in,
    short_of,
    sort_of,
    stands_for,
    uncoded,
    unglued,
)
from leadnet.documents.words.vocabulary import (
    ABBREVIATIONS,
    BODY_WORD,
    BRANCHED,
    EMPLOYER_ENDS,
    NOT_IN_NAMES,
    ORGANISATION_ENDS,
    SPOKEN_FOR,
)

__all__ = [  # sorts of words are asked for here as well
    "Seat",
    "is_organisation",
    "is_post",
    "is_sector",
    "is_topic",
    "organisations_in",
    "pieces_of",
    "seat",
    "short_of",
    "stands_for",
]

_COMMA = re.compile(
    r"\s*[,;]\s*(?![^()]{0,200}\))|(?<=\))\s*/\s*(?=[A-Z])|"
    r"(?:\s+[-–—]|(?<=[A-Z]{2})-)\s+(?![^()]{0,200}\))"
)  # not one inside brackets
_BOTH = re.compile(
    r"^(?:both|(?-i:all)|each)(?: of| from)?(?: the)?\s+|^(?:from|for)(?: the)?\s+|^(?:and|&)\s+(?=[A-Z])|"
    r"^(?:appointed|nominated|elected) by(?: the)?\s+",
    re.IGNORECASE,
)
_AS_ONE = re.compile(r"\s+as (?:one of|part of|an? )\b.*$")  # "Kent CVS as one of the partners"
_SITS = re.compile(  # what somebody of a sector or place is
    r"\b(?:representative|rep|member|co-?ordinator|resident|tenant|leaseholder|householder|landowner|parishioner)$",
    re.IGNORECASE,
)
_SPEAKS_TO = re.compile(
    rf"\b(?i:{'|'.join(sorted(SPOKEN_FOR))})\s+(?:of|to|"
    rf"for)(?: the)?\s+(?P<last>[A-Z][\w’'-]+)$"
)
_PARISHES = re.compile(r"\b(?:Parish|Town|Community) Councils?$|\b[PT]C$")
_COUNCIL_LETTERS = re.compile(r"[A-Z]{1,4}(?:CC|BC|DC)")
_OWN_LETTERS = re.compile(r"[A-Z]{2,5}")  # "CESC, SBC": a department of the council behind it
_MEETS = re.compile(rf"\b{BODY_WORD}(?:\s+\([^()]+\))?$")


@dataclass(frozen=True)
class Seat:
    """What a person sits for: the post, the organisations, and whether the words settle which is which."""

    role: str = ""
    organisations: tuple[str, ...] = ()
    sure: bool = True


def seat(details: Iterable[str], known: frozenset[str] = frozenset(), bodies_last: bool = False) -> Seat:
    """Post and organisations in the words that follow a name; `known` are organisations printed elsewhere in the paper.

    `bodies_last` where the paper's entries end in their organisations: then a third piece that could be a field of
    work is the organisation too.

    >>> seat(["Director of Public Health, Kent PCT/Kent Council"])
    Seat(role='Director of Public Health', organisations=('Kent PCT', 'Kent Council'), sure=True)
    """
    pieces = [_AS_ONE.sub("", _BOTH.sub("", piece)) for cell in details for piece in pieces_of(cell)]
    pieces = [part for piece in _spoken_for_joined(pieces) for part in two_posts(piece)]
    pieces = [part for piece in pieces for part in unbracketed(uncoded(without_members(unglued(piece))), known)]
    pieces = [piece for at, piece in enumerate(pieces) if not _said_before(piece, pieces[:at])]
    bodies = [piece for piece in pieces if sort_of(piece, known) in ("organisation", "unknown") and not is_name(piece)]
    named = any(is_organisation(piece) and not is_topic(piece) for piece in bodies)
    whole = [
        (bodies and speaks_for(piece)) or (named and (has_letters_first(piece) or _SITS.search(piece)))
        for piece in pieces
    ]  # what somebody is beside the organisation that stands apart
    pieces = [
        part
        for piece, keep in zip(pieces, whole, strict=True)
        for part in ([piece] if keep else post_apart(piece, known))
    ]
    kinds = [sort_of(piece, known) for piece in pieces]
    fields = len(pieces) > 2 and kinds[0] == "post" and "organisation" not in kinds and not is_name(pieces[-1])
    if bodies_last and fields and kinds[-1] == "unknown":
        kinds[-1] = "organisation"
    return _assembled(_lists_joined(pieces, kinds))


def _said_before(piece: str, before: list[str]) -> bool:
    """ "Natural Farming Union, NFU": the letters of what stands before them."""
    return bool(_OWN_LETTERS.fullmatch(piece)) and any(initials(body) == piece for body in before)


def _spoken_for_joined(pieces: list[str]) -> list[str]:
    """ "Clerk to Ash, Elm and Oak Parish Councils": a list of names behind "of" or "to", cut at its commas."""
    joined: list[str] = []
    for piece in pieces:
        before = _SPEAKS_TO.search(joined[-1]) if joined else None
        alike = before and is_topic(before["last"]) == is_topic(re.split(r"\s+(?:and|&)\s+", piece)[0])
        if alike and re.search(r"\s(?:and|&)\s", piece) and (is_organisation(piece) or _MEETS.search(piece)):
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def pieces_of(cell: str) -> list[str]:
    """What stands between the commas and dashes of a detail, those inside brackets apart."""
    return [piece.strip() for piece in _COMMA.split(cell[:TOO_LONG].strip(" ,;:-–./*")) if piece.strip(" .")]


def _lists_joined(pieces: list[str], kinds: list[str]) -> list[tuple[str, str]]:
    """Pieces of neither kind put back to what they were cut from: "Manager, Safeguarding Adults" is one post before an
    organisation, "Kent, Essex and Sussex Police" one organisation, "Age UK, Kent" and "Adult Services, Care" too."""
    joined: list[tuple[str, str]] = []
    for position, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        before = joined[-1] if joined else ("", "")
        follows = kinds[position + 1 :]
        within = kind == "organisation" and before[1] == "post" and (is_topic(piece) or DEPARTMENT.search(piece))
        if within and _own_follows(pieces, kinds, position):
            kind = "unknown"  # the department of a post, its organisation still to come
        if kind == "unknown" and before[1] != "part of a list" and _lists_on(piece, pieces[position + 1 :], follows):
            joined.append((piece, "part of a list"))
        elif kind == "unknown" and before[1] == "post" and (is_topic(piece) or follows) and not is_name(piece):
            joined[-1] = (f"{before[0]}, {piece}", "post")
        elif kind == "unknown" and before[1] == "organisation" and _branch(before[0], piece):
            joined[-1] = (f"{before[0]}, {piece}", "organisation")
        elif before[1] == "part of a list" and kind in ("organisation", "unknown"):
            more = kind == "unknown" and _lists_on(piece, pieces[position + 1 :], follows)
            joined[-1] = (f"{before[0]}, {piece}", "part of a list" if more else kind)
        else:
            joined.append((piece, kind))
    return joined


def _own_follows(pieces: list[str], kinds: list[str], position: int) -> bool:
    after = zip(pieces[position + 1 :], kinds[position + 1 :], strict=True)
    return any(kind == "organisation" and _is_own(piece) for piece, kind in after)


def _is_own(piece: str) -> bool:
    """Whether a piece is an organisation with a name of its own: Ashbury Council, not Adult Services."""
    return not is_topic(piece) and is_organisation(piece)


def _branch(body: str, piece: str) -> bool:
    """Whether what stands behind an organisation is more of its name: fields of work, or the place of a charity."""
    if is_topic(body):
        return is_topic(piece)
    return bool(BRANCHED.fullmatch(body)) and len(piece.split()) < 4 and piece[0].isupper()


def _lists_on(piece: str, after: list[str], follows: list[str]) -> bool:
    last = next((n for n, kind in enumerate(follows) if kind != "unknown"), len(follows))
    if follows[last : last + 1] != ["organisation"] or is_topic(piece):
        return False
    joins = bool(re.search(r"\s(?:and|&)\s", after[last]))
    parishes = bool(_PARISHES.search(after[last])) and len(piece.split()) < 4
    return joins and (parishes or (last == 0 and len(piece.split()) == 1))


def _assembled(parts: list[tuple[str, str]]) -> Seat:
    """Role and organisations of sorted pieces; one of neither kind is the organisation where no other is printed."""
    posts = [piece for piece, kind in parts if kind == "post"]
    posts = posts or [piece for piece, kind in parts if kind == "sector" and _SITS.search(piece)]
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
    employer = any(body.split()[-1].lower() in EMPLOYER_ENDS for body in bodies)
    if _COUNCIL_LETTERS.fullmatch(bodies[-1]):
        employer = True
        bodies = [*(body for body in bodies[:-1] if not _is_letters(body)), bodies[-1]]
    bodies = [body for body in bodies if not DEPARTMENT.search(body) or not (employer or is_topic(body))] or bodies
    departments = [body for body in bodies if all(word.lower() in NOT_IN_NAMES for word in WORD.findall(body))]
    return [body for body in bodies if body not in departments] or bodies[-1:]


def _is_letters(body: str) -> bool:
    """The letters of a department, and of no body that is known by them: "CESC", not "NHS"."""
    return bool(_OWN_LETTERS.fullmatch(body)) and body.lower() not in ABBREVIATIONS | ORGANISATION_ENDS
