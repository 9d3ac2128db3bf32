"""The rows of an attendance register: what its columns are, which of them are days, and whose row one is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from leadnet.documents.lists.entries import Cells, Heading, attendee
from leadnet.documents.lists.seat_entries import Place, seat_of
from leadnet.documents.model import Attendee, Body, Line, ListedSeat, Meeting, Problem, Source
from leadnet.documents.outlines.titles import find_body
from leadnet.documents.register.register_codes import Mark
from leadnet.documents.words.dates import days
from leadnet.documents.words.names import is_name, person
from leadnet.documents.words.posts import organisations_in
from leadnet.documents.words.vocabulary import GIVEN, TITLES

_COLUMNS = {
    "first": r"(?:first|fore|given|christian) ?names?",
    "last": r"(?:sur|last|family) ?names?",
    "person": r"(?:full |member'?s? |councillor'?s? )?name|person|member|attendee|representative|councillor|delegate|"
    r"names|members|attendees|representatives|councillors|name of (?:member|representative)",
    "organisation": r"organi[sz]ations?|agency|partner|council|authority|employer|company|org|representing|"
    r"body represented",
    "role": r"role|post|job title|title|position|designation",
    "date": r"(?:meeting )?dates?|date of (?:the )?meeting|meeting held(?: on)?|day",
    "status": r"status|attendance|attended\??|present\??|outcome|mark|code|response",
    "body": r"meeting|board|committee|group|body|forum|panel|meeting name|partnership",
    "part": r"part|capacity|type|category|membership",
    "deputy": r"(?:name of )?(?:deputy|substitute|alternate|stand-?in)(?: name)?|"
    r"(?:substituted|represented|deputised) by",
    "behalf": r"(?:substitut\w+|deputi[sz]ing|attending|standing in) for|on behalf of|replac\w+|in place of",
}
_FORMS = {name: re.compile(rf"^(?:{words})\s*:?$", re.IGNORECASE) for name, words in _COLUMNS.items()}
SUMS = re.compile(
    r"^(?:(?:grand |sub)?totals?|number|no\.?|quorum|quorate|percentage|%|attendance(?: rate)?|key|venue|location|"
    r"place|time|start(?: time)?|meetings? (?:attended|held|possible|missed)|members present|"
    r"meeting (?:no\.?|number|type)|type|notes?)(?:\b|$)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:\s*[-/–]\s*(?P<second>(?:20)?\d\d))?\b")
_REGISTER = re.compile(
    r"^(?:register of )?(?:members'? )?attendance(?: register| record| sheet)?(?: (?:for|of|at))?(?: the)?[\s:,–-]*|"
    r"[\s:,(–-]*(?:\b(?:register of )?(?:members'? )?attendance\b|\bregister\b|\b(?:19|20)\d\d\b).*$",
    re.IGNORECASE,
)
_LAST_FIRST = re.compile(
    rf"^(?P<last>[A-Z][\w'’-]+),\s*(?P<title>{TITLES}\s+)?(?P<first>[A-Z][\w'’.-]*(?:\s[A-Z]\.?)?)$"
)
_DAY_MONTH = re.compile(r"^(\d{1,2})-([A-Za-z]{3,9})$")  # as Excel writes a day into a CSV file
_VACANT = re.compile(r"\bvacan(?:t|cy)\b", re.IGNORECASE)


@dataclass
class Register:
    """What a register gave: its meetings, why it was taken for one, its vacant seats, and what could not be read."""

    because: str
    body: Body
    meetings: list[Meeting] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seats: list[ListedSeat] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    """A line with its cells."""

    line: Line
    cells: tuple[str, ...]

    def cell(self, place: int | None) -> str:
        """The text of one column; blank where the row has none."""
        return self.cells[place] if place is not None and place < len(self.cells) else ""


def row_of(line: Line) -> Row:
    """A line of the sheet as a row."""
    if not line.text.startswith("|"):
        return Row(line, (line.text.strip("# "),))
    cells = line.text.strip().removeprefix("|").removesuffix("|").split("|")
    return Row(line, tuple(cell.strip() for cell in cells))


def named(row: Row) -> dict[str, int]:
    """The columns a header names, each by its first cell of that name."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        for name, form in _FORMS.items():
            if form.match(cell):
                found.setdefault(name, place)
                break
    return found


def day_columns(row: Row, above: Sequence[Row], otherwise: int | None = None) -> dict[int, str]:
    """The columns whose heading is a day, as 2024-03-05; a day without a year takes it from the rows above.

    `otherwise` is the year to go by where they give none.
    """
    found: dict[int, str] = {}
    for place, cell in enumerate(row.cells):
        text = _DAY_MONTH.sub(r"\1 \2", cell)
        told = next((day for day in days(text, _year(above, text, place) or otherwise) if day.iso), None)
        if told and len(cell) < len(told.printed) + 20:
            found[place] = told.iso
    return found


def _year(above: Sequence[Row], cell: str, place: int) -> int | None:
    """The year the rows above give, over this column if they give several; of two (2023/24) the one in which a
    council's year, from April, has the month."""
    day = days(cell, 2000)  # first, since most cells of most tables are none
    told = day and [
        (at, match)
        for row in above
        for at, over in enumerate(row.cells)
        for match in _YEAR.finditer(over)
        if at <= place or len([one for one in row.cells if one]) == 1
    ]
    if not told:
        return None
    match = told[-1][1]
    first = int(match["first"])
    return first + 1 if match["second"] and int(day[0].iso[5:7]) < 4 else first


def head_body(above: Sequence[Row]) -> Body:
    """The body the rows above name, alone or beside words such as "attendance register 2023/24"."""
    texts = [replace(row.line, text=_REGISTER.sub("", cell)) for row in above for cell in row.cells if cell]
    return find_body(texts)[0]


def printed_in(row: Row, columns: Mapping[str, int]) -> str:
    """The name a row prints: of one column, or first name and surname of two; "Lee, Ann" the right way round."""
    if {"first", "last"} <= columns.keys():
        return f"{row.cell(columns['first'])} {row.cell(columns['last'])}".strip()
    cell = row.cell(columns.get("person"))
    match = _LAST_FIRST.match(cell)
    if match and (match["first"].split()[0] in GIVEN or len(match["first"].strip(".")) == 1):
        return f"{match['title'] or ''}{match['first']} {match['last']}"
    return cell


def who_of(row: Row, columns: Mapping[str, int], heading: Heading) -> Attendee | None:
    """The person or organisation of a row, as an entry that has no status of its own yet; None where it names neither.

    `heading.organisation` is the organisation the row stands under.
    """
    printed, organisation = printed_in(row, columns), row.cell(columns.get("organisation"))
    if SUMS.match(printed) and not is_name(printed):
        return None
    role = row.cell(columns.get("role"))
    found = attendee(Cells((row.line,), (printed, *filter(None, (role, organisation)))), heading) if printed else None
    if found:  # what stands in a column of its own needs no guessing
        own = organisations_in(organisation) if organisation else found.organisations
        return replace(found, organisations=own, role=role or found.role, sure=found.sure or bool(organisation))
    source = Source.of([row.line])
    alone = printed and not organisation and "organisation" not in columns and not _LAST_FIRST.match(printed)
    if alone and not SUMS.match(printed):
        organisation, printed = printed, ""
    if printed or not organisation or SUMS.match(organisation) or _VACANT.search(organisation):
        return None
    own = organisations_in(organisation)
    return Attendee(source, heading.printed, heading.part, heading.status, organisation, "", organisations=own)


def vacant_seat(row: Row, columns: Mapping[str, int]) -> ListedSeat | None:
    """The seat of a row that says it is vacant; None for any other row."""
    cells = [row.cell(columns[name]) for name in ("person", "role", "organisation") if name in columns]
    return seat_of(row.line, cells, Place("attendance", "")) if any(map(_VACANT.search, cells)) else None


def marked(who: Attendee, mark: Mark) -> Attendee:
    """The entry with what its cell says; a substitute takes the place of the person named at the row."""
    sure = who.sure and mark.sure
    if not mark.substitute:
        return replace(
            who,
            status=mark.status,
            mode=mark.mode,
            chair=(who.chair or mark.chair) and mark.status == "present",
            items=mark.items or who.items,
            arrived=mark.arrived or who.arrived,
            left=mark.left or who.left,
            sure=sure,
        )
    title, name = person(mark.by) if is_name(mark.by) else ("", "")
    return replace(
        who,
        status="present",
        mode=mark.mode,
        printed=mark.by or mark.printed,
        person=name,
        title=title,
        role="",
        on_behalf_of=who.person or who.on_behalf_of,
        chair=False,
        sure=sure,
    )


def unknown_mark(row: Row, who: Attendee, cell: str) -> Problem:
    """A row for a mark that nothing explains."""
    whose = who.person or " / ".join(who.organisations) or "this row"
    return Problem(
        str(row.line.number),
        f'the mark "{cell[:40]}" of {whose[:60]} has no meaning the register explains',
        "add a key to the register (P = present, A = apologies, …) or the row in corrections.csv",
    )


def nobody(row: Row) -> Problem:
    """A row for a line with marks that names neither a person nor an organisation."""
    said = next((cell for cell in row.cells if cell), "")[:60]
    what = f'"{said}" has marks, and names neither a person nor an organisation; the row was left out'
    return Problem(str(row.line.number), what, "put it right in the register, or add the rows in corrections.csv")
