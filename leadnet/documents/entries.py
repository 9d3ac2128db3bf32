"""One entry of an attendance list: from its cells to a person, a post and organisations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leadnet.documents.model import Attendee, Line, Source
from leadnet.documents.names import is_name, person
from leadnet.documents.posts import Seat, is_organisation, is_post, seat
from leadnet.documents.remarks import Remarks, remarks
from leadnet.documents.vocabulary import POST_NOMINALS

_DASH = re.compile(r"\s+[-–—:]+\s+|\s*[–—]\s*|\t+|:\s+|\s{3,}")
_DIVIDED = re.compile(rf"(?:{_DASH.pattern})|,\s+(?!{POST_NOMINALS}\b)|\s+(?=\()")
_BARE_CHAIR = re.compile(r"^(?:in the )?chair(?:man|woman|person)?$", re.IGNORECASE)
_INITIALS = re.compile(r"^(?P<name>[^()]{4,60}?)\s*\((?P<letters>[A-Z]{2,4})\)")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+")


@dataclass(frozen=True)
class Cells:
    """An entry as its layout found it: the cells in order, and an organisation that stands over it as a heading.

    `heading` is the entry's own, where its row states a status; it goes before the list's.
    """

    lines: tuple[Line, ...]
    cells: tuple[str, ...]
    under: str = ""
    heading: Heading | None = None


@dataclass(frozen=True)
class Heading:
    """The heading of a list: the words as printed, and the part and status of those under it."""

    printed: str
    part: str = "member"
    status: str = "present"
    chair: bool = False


def attendee(entry: Cells, heading: Heading, known: frozenset[str] = frozenset()) -> Attendee | None:
    """The person of an entry; None where the entry begins with no person's name."""
    heading = entry.heading or heading
    cells = [_ADDRESS.sub("", cell).strip() for cell in entry.cells]
    first, *details = name_and_details([cell for cell in cells if cell.strip(" -–—|")])
    said = [remarks(text) for text in (first, *details)]
    if not is_name(said[0].text):
        return None
    found = _merged(said)
    chair, texts = _bare_chair([part.text for part in said[1:] if part.text] + found.details)
    where = seat(texts, known)
    if entry.under and not where.organisations:
        where = Seat(where.role, (entry.under,), where.sure)
    title, name = person(said[0].text)
    return Attendee(
        source=Source.of(entry.lines),
        heading=heading.printed,
        part="observer" if found.status == "observer" else heading.part,
        status=_status(found.status, heading.status),
        printed=" ".join(said[0].text.split()),
        person=name,
        title=title,
        role=where.role or found.role,
        organisations=where.organisations,
        mode=found.mode,
        chair=heading.chair or found.chair or chair,
        on_behalf_of=found.on_behalf_of,
        items=found.items,
        arrived=found.arrived,
        left=found.left,
        sure=where.sure,
    )


def name_and_details(cells: Sequence[str]) -> list[str]:
    """An entry's cells with the name alone in front: a cell that holds name and post is divided.

    >>> name_and_details(["David Jones – Kent Fire Service (minute 93)"])
    ['David Jones', 'Kent Fire Service (minute 93)']
    """
    if not cells:
        return [""]
    cells = [_INITIALS.sub(_without_initials, cells[0]), *cells[1:]]
    divided = _DIVIDED.split(cells[0], maxsplit=1)
    whole = _DASH.split(cells[0], maxsplit=1)
    first, *rest = divided if is_name(divided[0]) else whole
    if not is_name(remarks(first).text):
        first, *rest = _run_together(cells[0])
    if rest and remarks(rest[0]).text == "" and not _DASH.search(cells[0]):
        first, rest = cells[0], []  # only remarks stand behind the name
    rest = [_unbracketed(text) for text in rest if text.strip()]
    return [first.strip(" ,"), *rest, *cells[1:]]


def _without_initials(match: re.Match[str]) -> str:
    """ "Jane Hill (JH)": initials behind a name are no organisation."""
    first = "".join(word[0] for word in re.findall(r"[A-Z][\w'’.]*", person(match["name"])[1].replace("-", " ")))
    letters = match["letters"]
    return match["name"] if letters[0] == first[:1] and letters[-1] == first[-1:] else match[0]


def _run_together(text: str) -> list[str]:
    """ "Jane Hill Head of Housing": a name with a post straight behind it is cut before the post."""
    words = text.split()
    for count in (3, 2):
        name, rest = " ".join(words[:count]), words[count:]
        if is_name(name) and rest and rest[0][0].isupper() and is_post(" ".join(rest)):
            return [name, " ".join(rest)]
    return [text]


def _unbracketed(text: str) -> str:
    """ "(Kent Fire Service)" behind a name is the organisation, not a remark."""
    match = re.fullmatch(r"\(([^()]*)\)(.*)", text.strip())
    if match and (is_organisation(match[1]) or is_post(match[1])) and remarks(f"({match[1]})").text:
        return f"{match[1]}{match[2]}"
    return text


def _bare_chair(texts: list[str]) -> tuple[bool, list[str]]:
    """ "John Smith, Chair" chaired the meeting; "Chair, York Forum" or "Chair of ..." is a post."""
    if len(texts) == 1 and _BARE_CHAIR.match(texts[0].strip(" .()")):
        return True, []
    return False, texts


def _status(said: str, under: str) -> str:
    """What the entry's own bracket says goes before the heading."""
    return {"": under, "observer": "in_attendance"}.get(said, said)


def _merged(said: Sequence[Remarks]) -> Remarks:
    """The remarks of all cells in one."""
    one = Remarks()
    for part in said:
        one.chair = one.chair or part.chair
        one.items += part.items
        one.details += part.details
        one.mode = part.mode if part.mode != "unknown" else one.mode
        for name in ("on_behalf_of", "arrived", "left", "status", "role"):
            setattr(one, name, getattr(part, name) or getattr(one, name))
    return one
