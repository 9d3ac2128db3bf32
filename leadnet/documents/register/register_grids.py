"""Registers drawn as grids: people or organisations down and days across, or days down and people across."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.lists.entries import Heading
from leadnet.documents.lists.layouts.organisation_headings import heads
from leadnet.documents.model import Attendee, Meeting, Problem, Source
from leadnet.documents.outlines.headings import list_heading
from leadnet.documents.register.register_codes import Codes, codes_of
from leadnet.documents.register.register_rows import (
    SUMS,
    Register,
    Row,
    head_body,
    marked,
    nobody,
    unknown_mark,
    vacant_seat,
    who_of,
)
from leadnet.documents.words.dates import days
from leadnet.documents.words.posts import is_organisation

_MOSTLY = 0.7  # share of a grid's marks that are known
_WHO = {"person", "organisation", "last"}
_HEADING = Heading("", "unknown")


@dataclass(frozen=True)
class Grid:
    """People or organisations down, days across: the header row, its columns and days, and the rows around it."""

    header: Row
    columns: Mapping[str, int]
    dated: Mapping[int, str]
    above: Sequence[Row]
    below: Sequence[Row]

    def read(self) -> Register | None:
        """The register; None where the marks are not those of one."""
        columns = dict(self.columns)
        if not columns.keys() & _WHO:
            columns["person"] = next((place for place in range(min(self.dated)) if place not in columns.values()), 0)
        found = Register(f"an attendance register: its header row has {len(self.dated)} days", head_body(self.above))
        entries = list(self._entries(columns, found))
        cells = [row.cell(place) for row, _ in entries for place in self.dated]
        codes = codes_of([row.cells for row in (*self.above, *self.below)], cells)
        if not _known(codes, cells):
            return None
        found.problems += [*codes.problems(self.header.line), *_starred(self.below, cells)]
        for place, day in self.dated.items():
            self._meeting(found, codes, entries, place, day)
        return found

    def _entries(self, columns: Mapping[str, int], found: Register) -> Iterator[tuple[Row, Attendee]]:
        """Each row with its person, under the heading or organisation of the rows it stands among."""
        heading, above = _HEADING, ""
        first = columns.get("person", columns.get("last", -1))
        merged = "organisation" in columns and columns["organisation"] < first
        for row in self.below:
            filled = [cell for cell in row.cells if cell]
            if len(filled) == 1 and (opened := _band(filled[0])):
                heading, above = opened, ""
                continue
            here = row.cell(columns.get("organisation"))
            above = here or above if row.cell(first) else ""
            under = replace(heading, organisation=above) if merged and not here and above else heading
            who = who_of(row, columns, under)
            marks = any(row.cell(place) for place in self.dated)
            if who and (who.person or marks):  # a remark below has no mark
                yield row, replace(who, sure=who.sure and under is heading)
            elif seat := vacant_seat(row, columns):
                found.seats.append(seat)
            elif marks and not SUMS.match(filled[0]):
                found.problems.append(nobody(row))

    def _meeting(
        self, found: Register, codes: Codes, entries: Sequence[tuple[Row, Attendee]], place: int, day: str
    ) -> None:
        """The meeting of one column, if anybody has a mark in it; a blank beside other marks is "expected"."""
        header = Source.of([self.header.line])
        if not any(row.cell(place) for row, _ in entries):
            what = f"no mark stands under {self.header.cell(place)}: it is not taken for a meeting held"
            found.problems.append(Problem(header.line, what, "add it to corrections.csv if it was held"))
            return
        there = [entry for row, who in entries for entry in _read(found, codes, row, who, row.cell(place))]
        found.meetings.append(Meeting(header, found.body, day, attendance=tuple(there)))


def turned(header: Row, columns: Mapping[str, int], above: Sequence[Row], below: Sequence[Row]) -> Register | None:
    """The register of a grid with a row for each meeting and a column for each person; None where it is no such grid.

    Every entry stands at the row of its meeting, where its mark is.
    """
    places = [place for place, cell in enumerate(header.cells) if cell and place not in columns.values()]
    people = {place: who for place in places if (who := _of_cell(header, place))}
    rows = [(row, day) for row in below if (day := _day(row.cell(columns["date"])))]
    if len(people) < 2 or 2 * len(people) <= len(places) or not rows:
        return None
    cells = [row.cell(place) for row, _ in rows for place in people]
    codes = codes_of([row.cells for row in (*above, *below)], cells)
    if not _known(codes, cells):
        return None
    found = Register(f"an attendance register: it has {len(rows)} rows with a day", head_body(above))
    found.problems += codes.problems(header.line)
    found.problems += [_no_column(header, place) for place in places if place not in people and any(
        row.cell(place) for row, _ in rows)]  # fmt: skip
    for row, day in rows:
        source = Source.of([row.line])
        entries = [(replace(who, source=source), row.cell(place)) for place, who in people.items()]
        there = [entry for who, cell in entries for entry in _read(found, codes, row, who, cell)]
        found.meetings.append(Meeting(source, found.body, day, attendance=tuple(there)))
    return found


def _of_cell(header: Row, place: int) -> Attendee | None:
    who = who_of(header, {"person": place}, _HEADING)
    return who if who and (who.person or is_organisation(who.printed)) else None


def _day(cell: str) -> str:
    return next((day.iso for day in days(cell) if day.iso), "")


def _no_column(header: Row, place: int) -> Problem:
    what = f'the column "{header.cell(place)[:60]}" names neither a person nor an organisation; it was left out'
    return Problem(str(header.line.number), what, "put it right in the register, or add the rows in corrections.csv")


def _band(text: str) -> Heading | None:
    """A row that is nothing but a heading: of a part of the list, or the organisation of those below."""
    if opened := list_heading(text):
        return opened[0]
    return Heading("", "unknown", organisation=heads(text)) if heads(text) else None


def _known(codes: Codes, cells: Sequence[str]) -> bool:
    marks = [codes.mark(cell) for cell in cells if cell]
    return bool(marks) and sum(bool(mark) for mark in marks) >= _MOSTLY * len(marks)


def _read(found: Register, codes: Codes, row: Row, who: Attendee, cell: str) -> Iterator[Attendee]:
    """The entry of one cell; nothing where it says that nobody was to be expected."""
    mark = codes.mark(cell)
    if mark is None:
        found.problems.append(unknown_mark(row, who, cell))
    elif mark.status:
        yield marked(who, mark)


def _starred(rows: Sequence[Row], cells: Sequence[str]) -> Iterator[Problem]:
    """Notes below that a star among the marks points to: they are for a person to apply."""
    notes = [(row, row.cells[0]) for row in rows if row.cells[0].startswith("*")]
    for row, note in notes if any(cell.endswith("*") for cell in cells) else ():
        what = f'the note "{note[:80]}" was not applied to the marks with a star'
        yield Problem(str(row.line.number), what, "put what it says in corrections.csv")
