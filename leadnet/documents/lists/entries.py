"""One entry of an attendance list: from its cells to a person, a post and organisations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leadnet.documents.lists.name_details import name_and_details, unbracketed, without_own_letters
from leadnet.documents.lists.remarks import Remarks, merged, remarks, says_vacant, take_piece
from leadnet.documents.model import Attendee, Line, Source
from leadnet.documents.words.names import are_initials, is_name, is_sure_name, person
from leadnet.documents.words.posts import Seat, is_organisation, is_post, is_sector, pieces_of, seat

_BARE_CHAIR = re.compile(r"^(?:in the |the |meeting |acting )?chair(?:man|woman|person)?$", re.IGNORECASE)
_CHAIR_AND = re.compile(r"^chair(?:man|woman|person)?\s*/\s*(?=[A-Z])", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\b0\d{2,4}[ \d]{6,12}\b")
_LEFT_OVER = re.compile(r"[\s,;]+(?:and|&)\s*$")  # what joined an entry to the next
_SAID = re.compile(  # text that runs on behind an entry
    r"\s(?:introduced (?:him|her)self|welcomed|thanked|opened the|(?:were|was) (?:received|noted))\b.*$"
)
_NOTES = re.compile(
    r"(?:for |the |taking )*(?:minutes?|notes|minuting|"
    r"minuted)",
    re.IGNORECASE,
)  # done there, and no post
_PUBLIC = re.compile(r"\b(?:members? of (?:the )?public|public (?:present|attend\w+)|residents)\W*$", re.IGNORECASE)
_PLACE = 3  # words
UNCLEAR = "unclear"  # the status of whom a row says neither that they came nor that they did not
_AS_SAID = ("on_behalf_of", "items", "arrived", "left")
_LONGEST = 1200  # letters of one entry: what is longer is no entry


@dataclass(frozen=True)
class Cells:
    """An entry as its layout found it: the cells in order, and an organisation that stands over it as a heading.

    `heading` is the entry's own, where its row states a status; it goes before the list's. `sure` is False where the
    layout itself had to guess where one entry or cell ends and the next begins.
    """

    lines: tuple[Line, ...]
    cells: tuple[str, ...]
    under: str = ""
    heading: Heading | None = None
    sure: bool = True


@dataclass(frozen=True)
class Heading:
    """The heading of a list: the words as printed, the part and status of those under it, and whose they are."""

    printed: str
    part: str = "member"
    status: str = "present"
    chair: bool = False
    organisation: str = ""


def attendee(
    entry: Cells, heading: Heading, known: frozenset[str] = frozenset(), last: bool = False
) -> Attendee | None:
    """The person of an entry, `last` where organisations end the entries; None where it begins with no name, or its
    row says of the person what is no known status."""
    heading = entry.heading or heading
    if heading.status == UNCLEAR:
        return None
    first, *details = name_and_details(without_own_letters(_plain(entry.cells)))
    said = _own_remarks(first, details)
    if not is_name(said[0].text) or _nobody(said[0].text, details):
        return None
    title, name = person(said[0].text)
    found = merged(said)
    texts = _own_words([unbracketed(part.text) for part in said[1:]] + found.details, name, found)
    away = (found.status or heading.status) in ("apologies", "absent")
    # "Chair" under an organisation's heading is of that, and of who was away it is of other meetings
    chair, texts = (False, texts) if entry.under or away else _bare_chair(texts)
    own = _of_public(seat(texts, known, last), entry.under or heading.printed)
    where = _under(own, entry.under or heading.organisation)
    return Attendee(
        source=Source.of(entry.lines),
        heading=heading.printed,
        part=_part(found, heading),
        status=_status(found, heading, own if heading.organisation else where),
        printed=" ".join(said[0].text.split()),
        person=name,
        title=title,
        role=where.role or ("" if _NOTES.fullmatch(found.role) else found.role),
        organisations=where.organisations,
        mode=found.mode if found.mode != "unknown" else _mode(heading.printed),
        chair=heading.chair or (found.chair and not away) or chair,
        sure=where.sure and entry.sure,
        **{name: getattr(found, name) for name in _AS_SAID},
    )


def _own_remarks(first: str, details: Sequence[str]) -> list[Remarks]:
    """What the cells of an entry say; in "Joe Dale was replaced by Ann Lee, Clerk" the post is hers, and left out."""
    said = [remarks(text) for text in (first, *details)]
    another = said[0].came and said[0].came in first.split("(")[0]
    return said[:1] if another else said


def _plain(cells: Sequence[str]) -> list[str]:
    """The filled cells without addresses, a joining "and" and the text that runs on behind an entry."""
    bare = [_LEFT_OVER.sub("", _SAID.sub("", _ADDRESS.sub("", cell[:_LONGEST]))).strip() for cell in cells]
    return [cell for cell in bare if cell.strip(" -–—|")]


def _nobody(name: str, details: Sequence[str]) -> bool:
    """ "Vale Bus Forum – TBC": a seat that nobody holds, and no name for certain."""
    return not is_sure_name(name) and any(says_vacant(piece) for detail in details for piece in pieces_of(detail))


def _of_public(where: Seat, over: str) -> Seat:
    """Among members of the public "Ann Lee (Combe)" lives there: few words that show no body are a place."""
    own = tuple(body for body in where.organisations if is_organisation(body) or len(body.split()) > _PLACE)
    return Seat(where.role, own, where.sure or not own) if _PUBLIC.search(over) else where


def _under(where: Seat, over: str) -> Seat:
    """A seat that names no organisation is of the one that stands over the entry."""
    return where if where.organisations or not over or is_sector(over) else Seat(where.role, (over,), where.sure)


def _own_words(texts: Sequence[str], name: str, found: Remarks) -> list[str]:
    """The details without the person's initials or name said again, and without remarks that stand between dashes."""
    kept = []
    for text in texts:
        pieces = [unbracketed(piece) for piece in pieces_of(text) if piece != name and not take_piece(piece, found)]
        kept += pieces
    return [piece for piece in kept if not (piece.isupper() and piece.isalpha() and are_initials(piece, name))]


def _bare_chair(texts: list[str]) -> tuple[bool, list[str]]:
    """ "John Smith, Chair" chaired the meeting, and so did "John Smith, Kent Police, Chair" and "John Smith, Chair /
    Director"; "Chair, York Forum" and "Chair of ..." is a post."""
    if texts and (match := _CHAIR_AND.match(texts[0])):
        return True, [texts[0][match.end() :], *texts[1:]]
    last = re.sub(r"\s*\([^()]*\)$", "", texts[-1]) if texts else ""
    posts = sum(is_post(text) for text in texts[:-1])
    if _BARE_CHAIR.match(last.strip(" .()")) and (not posts or len(texts) > posts + 1):
        behind = texts[-1][len(last) :].strip(" ()")  # "Ann Lee – Chairman (Kent CVS)"
        # "John Smith, Leader, Kent Council, Chair" has a post, a body and the chair
        return True, [*texts[:-1], *([behind] if is_organisation(behind) else [])]
    return False, texts


def _mode(heading: str) -> str:
    """Room or virtual where the heading of the list says so."""
    if re.search(
        r"\b(?:online|virtual(?:ly)?|remote(?:ly)?|(?:via|on|by) (?:ms |microsoft )?(?:teams|zoom))\b", heading, re.I
    ):
        return "virtual"
    return "room" if re.search(r"\bin person\b", heading, re.I) else "unknown"


def _part(found: Remarks, heading: Heading) -> str:
    if found.status == "observer":
        return "observer"
    return "guest" if _came_for_an_item(found, heading) else heading.part


def _status(found: Remarks, heading: Heading, where: Seat) -> str:
    """What the entry's own bracket says goes before the heading; who only took the notes was there in support."""
    away = heading.status in ("apologies", "absent") and found.status in ("observer", "in_attendance")
    if found.replaced and not found.status and heading.status in ("present", "in_attendance"):
        return "apologies"  # "Present: Joe Dale (represented by Ann Lee)": she was there
    if found.status and not away and not (found.status == "present" and heading.status == "in_attendance"):
        return {"observer": "in_attendance"}.get(found.status, found.status)
    takes_notes = bool(re.search(r"note|minut|scribe", found.role, re.I)) and not where.organisations
    takes_notes = takes_notes and "chair" not in where.role.lower()
    if heading.status == "present" and (takes_notes or _came_for_an_item(found, heading)):
        return "in_attendance"
    return heading.status


def _came_for_an_item(found: Remarks, heading: Heading) -> bool:
    """ "(for item 5)" among the members: somebody who came for that item alone."""
    return found.came_for and len(found.items) == 1 and heading.status == "present"
