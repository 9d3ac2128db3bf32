"""Attendance registers: who was at which of several meetings, as a grid of people by days or as a list with days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from leadnet.documents.dates import days
from leadnet.documents.entries import Cells, Heading, attendee
from leadnet.documents.headings import list_heading
from leadnet.documents.model import Attendee, Body, Line, Meeting, Problem, Source
from leadnet.documents.names import is_name, person
from leadnet.documents.posts import organisations_in
from leadnet.documents.register_codes import Codes, Mark, codes_of
from leadnet.documents.titles import find_body

_COLUMNS = {
    "person": r"(?:full |member'?s? |councillor'?s? )?name|person|member|attendee|representative|councillor|delegate|"
    r"names|members|attendees|representatives|councillors|name of (?:member|representative)",
    "organisation": r"organi[sz]ations?|agency|partner|council|authority|employer|company|org|representing|"
    r"body represented",
    "role": r"role|post|job title|title|position|designation",
    "date": r"(?:meeting )?date|date of meeting|meeting held(?: on)?|day",
    "status": r"status|attendance|attended\??|present\??|outcome|mark|code|response",
    "body": r"meeting|board|committee|group|body|forum|panel|meeting name|partnership",
    "part": r"part|capacity|type|category|membership",
    "behalf": r"(?:substitut\w+|deputi[sz]ing|attending|standing in) for|on behalf of|replac\w+|in place of",
}
_FORMS = {name: re.compile(rf"^(?:{words})\s*:?$", re.IGNORECASE) for name, words in _COLUMNS.items()}
_SUMS = re.compile(r"^(?:(?:grand )?totals?|number|no\.?|quorum|quorate|percentage|%|attendance(?: rate)?|key)\b", re.I)
_MOSTLY = 0.7  # share of a paper's filled lines that are rows, and of a grid's marks that are known
_YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:\s*[-/–]\s*(?P<second>(?:20)?\d\d))?\b")
_REGISTER = re.compile(
    r"^(?:register of )?(?:members'? )?attendance(?: register| record| sheet)?(?: (?:for|of|at))?(?: the)?[\s:,–-]*|"
    r"[\s:,(–-]*(?:\b(?:register of )?(?:members'? )?attendance\b|\bregister\b|\b(?:19|20)\d\d\b).*$",
    re.IGNORECASE,
)
_PARTS = {"member": "member", "officer": "support", "support": "support", "guest": "guest", "observer": "observer"}


@dataclass
class Register:
    """What a register gave: its meetings, why it was taken for one, and what in it could not be read."""

    because: str
    body: Body
    meetings: list[Meeting] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class _Row:
    """A line with its cells."""

    line: Line
    cells: tuple[str, ...]

    def cell(self, place: int | None) -> str:
        return self.cells[place] if place is not None and place < len(self.cells) else ""


def read_register(lines: Sequence[Line]) -> Register | None:
    """The register a paper is, sheet by sheet; None for a paper that is none."""
    filled = [line for line in lines if line.text.strip()]
    tabled = [line for line in filled if line.text.startswith("|")]
    sheets = sum(line.text.startswith("# ") for line in filled)
    if not tabled or len(tabled) < _MOSTLY * (len(filled) - sheets):
        return None
    pages = dict.fromkeys(line.page for line in filled)
    found = [one for page in pages if (one := _sheet([line for line in filled if line.page == page]))]
    if not found:
        return None
    body = found[0].body if len({one.body for one in found}) == 1 else Body("")
    meetings = [meeting for one in found for meeting in one.meetings]
    return Register(found[0].because, body, meetings, [problem for one in found for problem in one.problems])


def _sheet(lines: Sequence[Line]) -> Register | None:
    """One sheet: the first row that can head a grid or a list, and the rows below."""
    rows = [_Row(line, _cells(line.text)) for line in lines]
    for place, row in enumerate(rows[:40]):
        columns = _named(row)
        dated = _days(row, rows[:place])
        if len(dated) > 1 and "date" not in columns:
            found = _Grid(row, columns, dated, rows[:place], rows[place + 1 :]).read()
        elif "date" in columns and columns.keys() & {"person", "organisation"}:
            found = _of_list(row, columns, rows[:place], rows[place + 1 :])
        else:
            continue
        if found:
            return found
    return None


def _cells(text: str) -> tuple[str, ...]:
    if not text.startswith("|"):
        return (text.strip("# "),)
    return tuple(cell.strip() for cell in text.strip().removeprefix("|").removesuffix("|").split("|"))


def _named(row: _Row) -> dict[str, int]:
    """The columns a header names, each by its first cell of that name."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        for name, form in _FORMS.items():
            if form.match(cell):
                found.setdefault(name, place)
                break
    return found


def _days(row: _Row, above: Sequence[_Row]) -> dict[int, str]:
    """The columns whose heading is a day, as 2024-03-05; a day without a year takes it from the lines above."""
    found: dict[int, str] = {}
    for place, cell in enumerate(row.cells):
        told = next((day for day in days(cell, _year(above, cell)) if day.iso), None)
        if told and len(cell) < len(told.printed) + 20:
            found[place] = told.iso
    return found


def _year(above: Sequence[_Row], cell: str) -> int | None:
    """The year the lines above give; of two (2023/24) the one in which a council's year, from April, has the month."""
    years = [match for row in above for match in _YEAR.finditer(" ".join(row.cells))]
    if not years or not (day := days(cell, 2000)):
        return None
    first = int(years[-1]["first"])
    return first + 1 if years[-1]["second"] and int(day[0].iso[5:7]) < 4 else first


def _head_body(above: Sequence[_Row]) -> Body:
    """The body the lines above name, alone or beside words such as "attendance register 2023/24"."""
    texts = [replace(row.line, text=_REGISTER.sub("", cell)) for row in above for cell in row.cells if cell]
    return find_body(texts)[0]


def _who(row: _Row, columns: Mapping[str, int], heading: Heading) -> Attendee | None:
    """The person or organisation of a row, as an entry that has no status of its own yet."""
    printed, organisation = row.cell(columns.get("person")), row.cell(columns.get("organisation"))
    role = row.cell(columns.get("role"))
    found = attendee(Cells((row.line,), (printed, *filter(None, (role, organisation)))), heading) if printed else None
    if found:  # what stands in a column of its own needs no guessing
        named = organisations_in(organisation) if organisation else found.organisations
        return replace(found, organisations=named, role=role or found.role, sure=found.sure or bool(organisation))
    source = Source.of([row.line])
    if printed and not organisation and "organisation" not in columns and not _SUMS.match(printed):
        organisation, printed = printed, ""
    if printed or not organisation or _SUMS.match(organisation):
        return None
    named = organisations_in(organisation)
    return Attendee(source, heading.printed, heading.part, heading.status, organisation, "", organisations=named)


def _marked(who: Attendee, mark: Mark) -> Attendee:
    """The entry with what its cell says; a substitute takes the place of the person named at the row."""
    sure = who.sure and mark.sure
    if not mark.substitute:
        return replace(who, status=mark.status, mode=mark.mode, chair=who.chair or mark.chair, sure=sure)
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


def _unknown(row: _Row, cell: str) -> Problem:
    return Problem(
        str(row.line.number),
        f'the mark "{cell[:40]}" of {row.cells[0][:60] or "this row"} has no meaning the register explains',
        "add a key to the register (P = present, A = apologies, …) or the row in corrections.csv",
    )


@dataclass(frozen=True)
class _Grid:
    """People or organisations down, days across."""

    header: _Row
    columns: Mapping[str, int]
    dated: Mapping[int, str]
    above: Sequence[_Row]
    below: Sequence[_Row]

    def read(self) -> Register | None:
        """The register; None where the marks are not those of one."""
        columns = dict(self.columns)
        if not columns.keys() & {"person", "organisation"}:
            columns["person"] = next((place for place in range(min(self.dated)) if place not in columns.values()), 0)
        entries = list(self._entries(columns))
        cells = [row.cell(place) for row, _ in entries for place in self.dated]
        codes = codes_of([row.cells for row in (*self.above, *self.below)], cells)
        marks = [codes.mark(cell) for cell in cells if cell]
        if not marks or sum(bool(mark) for mark in marks) < _MOSTLY * len(marks):
            return None
        because = f"an attendance register: its header row has {len(self.dated)} days"
        found = Register(because, _head_body(self.above), problems=codes.problems(self.header.line))
        for place, day in self.dated.items():
            self._meeting(found, codes, entries, place, day)
        return found

    def _entries(self, columns: Mapping[str, int]) -> Iterator[tuple[_Row, Attendee]]:
        """Each row with its person, under the heading of the rows it stands among."""
        heading = Heading("", "unknown")
        for row in self.below:
            filled = [cell for cell in row.cells if cell]
            opened = list_heading(filled[0]) if len(filled) == 1 else None
            if opened:
                heading = opened[0]
                continue
            who = _who(row, columns, heading)
            if who and (who.person or any(row.cell(place) for place in self.dated)):  # a remark below has no mark
                yield row, who

    def _meeting(
        self, found: Register, codes: Codes, entries: Sequence[tuple[_Row, Attendee]], place: int, day: str
    ) -> None:
        """The meeting of one column, if anybody has a mark in it; a blank beside other marks is "expected"."""
        header = Source.of([self.header.line])
        if not any(row.cell(place) for row, _ in entries):
            what = f"no mark stands under {self.header.cell(place)}: it is not taken for a meeting held"
            found.problems.append(Problem(header.line, what, "add it to corrections.csv if it was held"))
            return
        there: list[Attendee] = []
        for row, who in entries:
            mark = codes.mark(row.cell(place))
            if mark is None:
                found.problems.append(_unknown(row, row.cell(place)))
            elif mark.status:
                there.append(_marked(who, mark))
        found.meetings.append(Meeting(header, found.body, day, attendance=tuple(there)))


def _of_list(header: _Row, columns: Mapping[str, int], above: Sequence[_Row], below: Sequence[_Row]) -> Register | None:
    """One line an entry: day, person, organisation, status; where no column says how, who is listed was there."""
    told = [row.cell(columns["status"]) for row in below] if "status" in columns else []
    codes = codes_of([row.cells for row in above], [cell for cell in told if cell])
    because = f"an attendance register: its columns are {', '.join(sorted(columns))}"
    found = Register(because, _head_body(above), problems=codes.problems(header.line))
    held: dict[tuple[Body, str], list[Attendee]] = {}
    first: dict[tuple[Body, str], Source] = {}
    for row in below:
        day = next((day.iso for day in days(row.cell(columns["date"])) if day.iso), "")
        who = _who(row, columns, Heading("", _part(row.cell(columns.get("part")))))
        mark = codes.mark(row.cell(columns["status"])) if "status" in columns else Mark("present")
        if not day or not who or mark is None:
            found.problems += _amiss(row, day, who, row.cell(columns.get("status")))
            continue
        body = Body(row.cell(columns["body"])) if row.cell(columns.get("body")) else found.body
        first.setdefault((body, day), Source.of([row.line]))
        if mark.status:
            behalf = row.cell(columns.get("behalf"))
            entry = replace(who, on_behalf_of=person(behalf)[1]) if is_name(behalf) else who
            held.setdefault((body, day), []).append(_marked(entry, mark))
    found.meetings = [Meeting(first[key], key[0], key[1], attendance=tuple(held[key])) for key in held]
    bodies = {body for body, _ in held}
    found.body = found.body if found.body.name or len(bodies) != 1 else next(iter(bodies))
    return found if len(held) > 0 else None


def _part(text: str) -> str:
    return next((part for word, part in _PARTS.items() if word in text.lower()), "unknown")


def _amiss(row: _Row, day: str, who: Attendee | None, status: str) -> list[Problem]:
    """Why a row is no entry; nothing for a blank row or a sum."""
    if not any(row.cells) or _SUMS.match(row.cells[0]):
        return []
    if day and who:
        return [_unknown(row, status)]
    wanting = "day" if not day else "person or organisation"
    return [Problem(str(row.line.number), f"no {wanting} was found in this row", "put it right in corrections.csv")]
