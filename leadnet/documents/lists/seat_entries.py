"""One entry of a list of members or a circulation list: whose seat it is, who holds it, and whether it is vacant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadnet.documents.lists.entries import Cells, Heading, attendee
from leadnet.documents.lists.layouts import run_on
from leadnet.documents.model import Line, ListedSeat, Source
from leadnet.documents.outlines.flow import BULLET
from leadnet.documents.words.posts import is_organisation, is_post, organisations_in, seat

_VACANT = re.compile(
    r"[\s(\[,;:–-]*\b(?:(?:currently|presently|position|post|seat|one)\s+)?(?:is\s+)?"
    r"(?:vacan(?:t|cy)|tbc|tba|to be (?:confirmed|appointed|nominated|advised))\b[\s)\],;:–-]*",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"^(?:(?:an?|one|two|three|four|five|six|up to|the|\(?\d+\)?|each|\w+ elected|x)\s+)*"
    r"(?:(?:senior|nominated|elected|named|officer|member|lay|voting|council|x)\s+)*"
    r"(?:representatives?|reps?|members?|nominees?|councillors?|officers?|delegates?)(?:\s+each)?\s*(?:\(\d\)\s*)?"
    r"(?:nominated by|appointed by|drawn from|from|of|for)\s+(?P<who>\S.*)$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^(?:\(?\d{1,2}\)?\s*(?:x\s+|\*\s*)?|(?:one|two|three|four|five|six)\s+(?=[A-Z]))|\s*\(\d{1,2}\)\s*$"
)
_EVERYBODY = re.compile(
    r"^\W*(?:all|the|each)?\s*(?:of the\s+)?(?:(?:board|group|partnership|committee|forum)\s+)?"
    r"(?:members|attendees|those (?:present|attending)|partners|invitees|recipients|file|as above)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|each of the|each|every|all(?: of)?(?: the)?)\s+(?=\S)")
_CHOICE = re.compile(r"\s*\b(?:or|and/or) (?:their |his |her |a )?(?:nominee|nominated|deputy|representative)[^)\]]*")

_SEMICOLON = re.compile(r";\s*(?:and\s+)?")
_COMMA = re.compile(r",\s*(?:and\s+)?|\s+and\s+(?=(?:the|one|two|an?)\s)")


@dataclass(frozen=True)
class Place:
    """The list an entry stands in: which sort, its heading as printed, the part its seats have, and whose it is.

    `found_in` is membership, circulation or attendance; `body` is blank for the paper's own body.
    """

    found_in: str
    heading: str
    part: str = "member"
    body: str = ""


def seat_of(line: Line, cells: Sequence[str], place: Place) -> ListedSeat | None:
    """The seat of one entry; None where it names no person, organisation or post.

    >>> seat_of(Line(4, None, ""), ["Vacant – Chamber of Commerce"], Place("membership", "Members")).organisations
    ('Chamber of Commerce',)
    """
    printed = " ".join(" ".join(cells).split()).strip(" .,;")
    vacant = bool(_VACANT.search(printed))
    tidy = [_VACANT.sub(" ", cell).strip(" .,;") for cell in cells]
    tidy = [_CHOICE.sub("", cell).strip() for cell in tidy if cell.strip(" -–—")]
    if not tidy or _EVERYBODY.match(tidy[0]):
        return None
    person, role, organisations = _holder(line, tidy, place)
    if not (person or role or organisations):
        return None
    return ListedSeat(
        source=Source.of([line]),
        found_in=place.found_in,
        heading=place.heading,
        printed=printed[:200],
        person=person,
        role=role,
        organisations=organisations,
        part=place.part,
        vacant=vacant,
        body=place.body,
    )


def _holder(line: Line, cells: Sequence[str], place: Place) -> tuple[str, str, tuple[str, ...]]:
    """Person, post and organisations of an entry, as far as it prints them."""
    who = attendee(Cells((line,), tuple(cells)), Heading(place.heading, place.part))
    if who:
        return who.person, who.role, who.organisations
    first = _COUNT.sub("", cells[0]).strip()
    if (sends := _SENDS.match(first)) and is_organisation(sends["who"]):
        return "", "", organisations_in(_ARTICLE.sub("", sends["who"]))
    found = seat([first, *cells[1:]])
    known = found.role or any(is_organisation(name) for name in found.organisations)
    return ("", found.role, found.organisations) if known else ("", "", ())


def inline(line: Line, text: str, place: Place) -> Iterator[ListedSeat]:
    """The seats of entries that stand behind one another: people by their names, else cut at semicolons or commas.

    A post alone ("three officers") is none here: what goes on in a line may be a sentence.
    """
    text = re.split(r"(?<=[a-z)])\.\s+(?=[A-Z])", text)[0]
    if run_on.names_in(text):
        cut = [entry.cells for entry in run_on.people_of(line, text)]
    else:
        pieces = _SEMICOLON.split(text) if ";" in text else _COMMA.split(text)
        cut = [(name,) for piece in pieces for name in _both(piece)]
    found = (seat_of(line, cells, place) for cells in cut)
    yield from (one for one in found if one and (one.person or one.organisations))


def _both(piece: str) -> list[str]:
    """ "Ashbury District Council and Healthwatch Downs" is two, "Leicestershire and Rutland Police" one."""
    halves = re.split(r"\s+(?:and|&)\s+", piece)
    return halves if len(halves) == 2 and all(map(is_organisation, halves)) and not is_post(piece) else [piece]


def row_cells(text: str) -> list[str]:
    """The cells of a line: of a table row each, of any other line the text without its bullet."""
    if text.lstrip().startswith("|"):
        return [cell.strip(" *_") for cell in text.strip().removeprefix("|").removesuffix("|").split("|")]
    return [BULLET.sub("", text).strip(" *_")]
