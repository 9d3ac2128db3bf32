"""One entry of an attendance list: from its cells to a person, a post and organisations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leadnet.documents.model import Attendee, Line, Source
from leadnet.documents.names import are_initials, glued, has_given_name, is_name, is_sure_name, person
from leadnet.documents.posts import Seat, is_organisation, is_post, is_sector, pieces_of, seat
from leadnet.documents.remarks import Remarks, merged, remarks, says_vacant, take_piece
from leadnet.documents.vocabulary import GIVEN, ORGANISATION_STARTS, POST_NOMINALS, TITLES

_DASH = re.compile(r"\s+[-–—:]+\s+|\s*[–—]\s*|\t+|:\s+|\s{3,}|(?<=[a-z])-\s+|\s+-(?=[A-Z])")
_DIVIDED = re.compile(
    rf"(?:{_DASH.pattern})|,\s*(?!{POST_NOMINALS}\b)(?=\S)|\s+(?=\()|\s+/\s+|\s+(?:from|"
    rf"of the)\s+(?=(?:the\s+)?[A-Z])"
)
_BARE_CHAIR = re.compile(r"^(?:in the |the |meeting |acting )?chair(?:man|woman|person)?$", re.IGNORECASE)
_CHAIR_AND = re.compile(r"^chair(?:man|woman|person)?\s*/\s*(?=[A-Z])", re.IGNORECASE)
_WITH_INITIALS = re.compile(
    r"^(?P<name>[^()\[\]]{3,60}?)\s*[(\[](?P<letters>[A-Z][A-Za-z]{0,2}[A-Za-z])\d?[)\]]|"
    r"^(?P<name2>[^()\[\]]{3,60}?)\s*[(\[](?P<letters2>[A-Z][A-Za-z]{0,2}[A-Za-z])\s*(?:[-–:,/]\s*|\s+(?=for\b|"
    r"rep|sub))(?=[^()]+[)\]])"
)
_INITIALS_FIRST = re.compile(r"^\W*(?P<letters>[A-Z][A-Za-z]{0,2}[A-Za-z])(?:$|(?=[\s,–-]))(?=\W*(?P<next>\w*))")
_SURNAME_FIRST = re.compile(
    rf"^(?P<title>{TITLES}\s+)?(?P<last>[A-Z][\w'’-]{{2,20}}),\s+(?P<first>[A-Z][a-z]+|"
    rf"(?:[A-Z]\.?\s?){{1,3}})(?=$|\s*[\t(,–-])"
)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\b0\d{2,4}[ \d]{6,12}\b")
_LEFT_OVER = re.compile(r"[\s,;]+(?:and|&)\s*$")  # what joined an entry to the next
_SAID = re.compile(  # text that runs on behind an entry
    r"\s(?:introduced (?:him|her)self|welcomed|thanked|opened the|(?:were|was) (?:received|noted))\b.*$"
)
_LETTERS = re.compile(r"\s*[(\[](?P<letters>[A-Z][A-Za-z]{0,2}[A-Za-z])\d?[)\]](?!\s+\w)")
_TITLE_WITHIN = re.compile(rf"^(?P<before>\S.*?)[\s,]+(?P<name>{TITLES}\s+\S.*)$")
_LABEL = re.compile(r"^(?P<before>[^:()]{3,60}):\s*(?P<name>\S.*)$")
_NOTES = re.compile(
    r"(?:for |the |taking )*(?:minutes?|notes|minuting|"
    r"minuted)",
    re.IGNORECASE,
)  # done there, and no post
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
    entry: Cells, heading: Heading, known: frozenset[str] = frozenset(), bodies_last: bool = False
) -> Attendee | None:
    """The person of an entry; None where the entry begins with no person's name."""
    heading = entry.heading or heading
    first, *details = name_and_details(_without_own_letters(_plain(entry.cells)))
    said = [remarks(text) for text in (first, *details)]
    if not is_name(said[0].text) or _nobody(said[0].text, details):
        return None
    title, name = person(said[0].text)
    found = merged(said)
    texts = _own_words([_unbracketed(part.text) for part in said[1:]] + found.details, name, found)
    away = (found.status or heading.status) in ("apologies", "absent")
    # "Chair" under an organisation's heading is of that, and of who was away it is of other meetings
    chair, texts = (False, texts) if entry.under or away else _bare_chair(texts)
    where = _under(seat(texts, known, bodies_last), entry.under or heading.organisation)
    return Attendee(
        source=Source.of(entry.lines),
        heading=heading.printed,
        part=_part(found, heading),
        status=_status(found, heading, where),
        printed=" ".join(said[0].text.split()),
        person=name,
        title=title,
        role=where.role or ("" if _NOTES.fullmatch(found.role) else found.role),
        organisations=where.organisations,
        mode=found.mode,
        chair=heading.chair or (found.chair and not away) or chair,
        on_behalf_of=found.on_behalf_of,
        items=found.items,
        arrived=found.arrived,
        left=found.left,
        sure=where.sure and entry.sure,
    )


def _plain(cells: Sequence[str]) -> list[str]:
    """The filled cells without addresses, a joining "and" and the text that runs on behind an entry."""
    bare = [_LEFT_OVER.sub("", _SAID.sub("", _ADDRESS.sub("", cell[:_LONGEST]))).strip() for cell in cells]
    return [cell for cell in bare if cell.strip(" -–—|")]


def _nobody(name: str, details: Sequence[str]) -> bool:
    """ "Vale Bus Forum – TBC": a seat that nobody holds, and no name for certain."""
    return not is_sure_name(name) and any(says_vacant(piece) for detail in details for piece in pieces_of(detail))


def _under(where: Seat, over: str) -> Seat:
    """A seat that names no organisation is of the one that stands over the entry."""
    return where if where.organisations or not over else Seat(where.role, (over,), where.sure)


def name_and_details(cells: Sequence[str]) -> list[str]:
    """An entry's cells with the name alone in front: a cell that holds name and post is divided.

    >>> name_and_details(["David Jones – Kent Fire Service (minute 93)"])
    ['David Jones', 'Kent Fire Service (minute 93)']
    >>> name_and_details(["Kent Fire Service: Cllr David Jones"])
    ['Cllr David Jones', 'Kent Fire Service']
    """
    if not cells:
        return [""]
    cells = [_SURNAME_FIRST.sub(_turned, cells[0][:_LONGEST]), *cells[1:]]
    cells = [_WITH_INITIALS.sub(_without_initials, cells[0][:_LONGEST]), *cells[1:]]
    first, rest = _divided(cells[0])
    if _DASH.search(cells[0]) and not is_sure_name(remarks(first).text) and is_sure_name(remarks(rest).text):
        first, rest = rest, first  # "Combe Cyclists – Jane Hill"
    if not is_name(remarks(first).text):
        first, rest, *others = _name_later(cells)
        return [first, *[_unbracketed(text) for text in (rest, *others) if text.strip()]] if first else [cells[0]]
    if rest and remarks(rest).text == "" and not _DASH.search(cells[0]):
        first, rest = cells[0], ""  # only remarks stand behind the name
    rest, *cells = [_after_initials(text, first) for text in (rest, *cells[1:])]
    return [first.strip(" ,"), *([_unbracketed(rest)] if rest.strip() else []), *cells]


def _without_own_letters(cells: Sequence[str]) -> list[str]:
    """The cells of an entry without its person's initials in brackets, wherever they stand."""
    name = person(remarks(name_and_details(cells)[0]).text)[1]

    def own(match: re.Match[str]) -> str:
        return "" if are_initials(match["letters"], name) else match[0]

    return [_LETTERS.sub(own, cell) for cell in cells]


def _after_initials(detail: str, first: str) -> str:
    """A detail without the person's initials in front of it: "JH Director", "JH - Director", "JH"."""
    match = _INITIALS_FIRST.match(detail)
    own = match and are_initials(match["letters"], person(remarks(first).text)[1])
    abbreviates = match and match["letters"] in ("IT", "HR", "PR") and is_post(match["next"])
    return detail[match.end() :].strip(" ,–-\t") if own and not abbreviates else detail


def _turned(match: re.Match[str]) -> str:
    """ "FROST, Jane" and "Cllr Frost, J" the right way round; other words before a comma stay."""
    first, last = match["first"].strip(), match["last"]
    letters = bool(re.fullmatch(r"(?:[A-Z]\.?\s?){1,3}", first)) and bool(match["title"])
    return f"{match['title'] or ''}{first} {last}" if letters or (last.isupper() and first in GIVEN) else match[0]


def _divided(text: str) -> tuple[str, str]:
    """The name in front of a text and what follows it; the whole text where it begins with no name."""
    for cut in (_DIVIDED, _DASH):
        first, *rest = cut.split(text, maxsplit=1)
        if rest and is_name(remarks(first).text):
            return first, rest[0]
    if is_name(remarks(text).text):
        return text, ""
    name, rest = glued(text)
    if name and has_given_name(person(name)[1]):
        return name, rest
    return _run_together(text)


def _name_later(cells: Sequence[str]) -> list[str]:
    """Post or organisation before the name: in a cell of its own, before a dash or colon, or before a title."""
    if len(cells) > 1 and not is_name(remarks(cells[0]).text):
        at = next((n for n, cell in enumerate(cells) if is_name(remarks(_divided(cell)[0]).text)), 0)
        if at:
            first, rest = _divided(cells[at])
            return [first, *([rest] if rest else [""]), *cells[:at], *cells[at + 1 :]]
    for cut in (_LABEL, _DASHED, _TITLE_WITHIN):
        match = cut.match(cells[0])
        if match:
            first, rest = _divided(match["name"])
            known = _comes_first(match["before"], cut is _TITLE_WITHIN)
            if is_name(remarks(first).text) and (known or (cut is _DASHED and is_sure_name(remarks(first).text))):
                return [first, rest, match["before"].strip(" ,-–"), *cells[1:]]
    return ["", ""]


_DASHED = re.compile(r"^(?P<before>[^()]{3,80}?)\s+[-–—]\s+(?P<name>[A-Z].*)$")


def _comes_first(before: str, run_together: bool) -> bool:
    """Whether these words in front of a name are a post or an organisation."""
    before = before.strip(" ,-–")
    if run_together:
        return len(before.split()) > 1 and (is_organisation(before) or bool(ORGANISATION_STARTS.match(before)))
    return is_organisation(before) or is_post(before) or is_sector(before) or before.isupper()


def _without_initials(match: re.Match[str]) -> str:
    """ "Jane Hill (JH)", "Jane Hill (JH - Chair)": initials behind a name are no organisation."""
    name, letters = match["name"] or match["name2"], match["letters"] or match["letters2"]
    bare = person(name)[1]
    own = are_initials(letters, bare) or (len(letters) == 2 and letters[0] == bare[:1])
    if not is_name(name) or not own:
        return match[0]
    if match["name2"]:
        return f"{name} ("
    return f"{name} –" if re.match(r"\s+\w", match.string[match.end() :]) else name


def _run_together(text: str) -> tuple[str, str]:
    """ "Jane Hill Head of Housing", "Jane Hill Kent Police": a name is cut before a post or an organisation."""
    words = text.split(maxsplit=5)
    for count in (4, 3, 2):
        name, rest = " ".join(words[:count]), " ".join(words[count:])
        title, bare = person(name)
        if len(words) <= count or not is_name(name) or len(bare.split()) < 2 or not rest[0].isupper():
            continue
        own = _own_name(bare) and (is_organisation(rest) or len(rest.split()) > 1 and _all_capitals(rest))
        if own or (is_post(rest) and len(bare.split()) == 2):
            return name, rest
    return text, ""


def _all_capitals(rest: str) -> bool:
    """ "Ann Lee Ashbury Country": words that go on in capitals behind a whole name are whom she is from."""
    return all(word[0].isupper() for word in rest.split() if word.lower() not in ("and", "&", "of", "for", "the", "in"))


def _own_name(bare: str) -> bool:
    """A given name or initial and a surname: nothing of an organisation can be among these words."""
    parts = bare.split()
    return len(parts) == 2 and (parts[0] in GIVEN or len(parts[0].strip(".")) == 1)


def _unbracketed(text: str) -> str:
    """ "(Kent Fire Service)" behind a name is the organisation, not a remark."""
    match = re.fullmatch(r"[(\[]([^()\[\]]*)[)\]]?(.*)", text.strip())
    if match and remarks(f"({match[1]})").text:
        rest = match[2].strip()
        return f"{match[1]}{', ' if rest[:1].isalpha() else ' '}{rest}".strip()
    return text


def _own_words(texts: Sequence[str], name: str, found: Remarks) -> list[str]:
    """The details without the person's initials or name said again, and without remarks that stand between dashes."""
    kept = []
    for text in texts:
        pieces = [piece for piece in pieces_of(text) if piece != name and not take_piece(piece, found)]
        kept += pieces
    return [piece for piece in kept if not (piece.isupper() and piece.isalpha() and are_initials(piece, name))]


def _bare_chair(texts: list[str]) -> tuple[bool, list[str]]:
    """ "John Smith, Chair" chaired the meeting, and so did "John Smith, Kent Police, Chair" and "John Smith, Chair /
    Director"; "Chair, York Forum" and "Chair of ..." is a post."""
    if texts and (match := _CHAIR_AND.match(texts[0])):
        return True, [texts[0][match.end() :], *texts[1:]]
    last = re.sub(r"\s*\([^()]*\)$", "", texts[-1]) if texts else ""
    if _BARE_CHAIR.match(last.strip(" .()")) and not any(is_post(text) for text in texts[:-1]):
        return True, texts[:-1]
    return False, texts


def _part(found: Remarks, heading: Heading) -> str:
    if found.status == "observer":
        return "observer"
    return "guest" if _came_for_an_item(found, heading) else heading.part


def _status(found: Remarks, heading: Heading, where: Seat) -> str:
    """What the entry's own bracket says goes before the heading; who only took the notes was there in support."""
    if found.status and not (found.status == "present" and heading.status == "in_attendance"):
        return {"observer": "in_attendance"}.get(found.status, found.status)
    takes_notes = bool(re.search(r"note|minut|scribe", found.role, re.I)) and not where.organisations
    if heading.status == "present" and (takes_notes or _came_for_an_item(found, heading)):
        return "in_attendance"
    return heading.status


def _came_for_an_item(found: Remarks, heading: Heading) -> bool:
    """ "(for item 5)" among the members: somebody who came for that item alone."""
    return found.came_for and len(found.items) == 1 and heading.status == "present"
