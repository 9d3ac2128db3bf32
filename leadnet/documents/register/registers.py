"""Attendance registers: who was at which of several meetings, as a grid of people by days or as a list with days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Heading
from leadnet.documents.model import Attendee, Body, Line, Meeting, Problem, Source
from leadnet.documents.register.register_codes import Mark, codes_of
from leadnet.documents.register.register_grids import Grid, turned
from leadnet.documents.register.register_headers import folded, one_day, with_days
from leadnet.documents.register.register_rows import (
    SUMS,
    Register,
    Row,
    day_columns,
    head_body,
    marked,
    named,
    row_of,
    unknown_mark,
    who_of,
)
from leadnet.documents.words.dates import days
from leadnet.documents.words.names import is_name, person

__all__ = ["Register", "read_register"]

_MOSTLY = 0.7  # share of a paper's filled lines that are rows
_HEADER = 40  # rows in which a header is looked for
_OVER = 3  # rows right above the days that may name the other columns
_PARTS = {"member": "member", "officer": "support", "support": "support", "guest": "guest", "observer": "observer"}


def read_register(lines: Sequence[Line]) -> Register | None:
    """The register a paper is, sheet by sheet; None for a paper that is none."""
    filled = [line for line in lines if line.text.strip()]
    tabled = [line for line in filled if line.text.startswith("|")]
    sheets = sum(line.text.startswith("# ") for line in filled)
    if not tabled or len(tabled) < _MOSTLY * (len(filled) - sheets):
        return None
    pages: dict[object, list[Line]] = {}
    for line in filled:
        pages.setdefault(line.page, []).append(line)
    found = [one for page in pages.values() if (one := _sheet(page))]
    if not found:
        return None
    body = found[0].body if len({one.body for one in found}) == 1 else Body("")
    return Register(
        found[0].because,
        body,
        [meeting for one in found for meeting in one.meetings],
        [problem for one in found for problem in one.problems],
        [seat for one in found for seat in one.seats],
    )


def _sheet(lines: Sequence[Line]) -> Register | None:
    """One sheet: the first row that can head a grid or a list, and the rows below."""
    rows = [row_of(line) for line in lines]
    looked_at = range(min(len(rows), _HEADER))
    tried = (way(rows, place) for way in (_headed, _without_year, _without_marks) for place in looked_at)
    return next((found for found in tried if found), None)


def _headed(rows: Sequence[Row], place: int) -> Register | None:
    """What the rows are if this one is their header."""
    row, above, below = rows[place], rows[:place], rows[place + 1 :]
    columns = with_days(named(row), below)
    if day := one_day(row, columns, above, below):
        return _of_list(row, columns, above, below, day)
    if "date" not in columns:
        return _grid(rows, place, day_columns(row, above))
    if columns.keys() & {"person", "organisation", "last"}:
        return _of_list(row, columns, above, below)
    return turned(row, columns, above, below)


def _grid(rows: Sequence[Row], place: int, dated: dict[int, str]) -> Register | None:
    """The grid under a row of days; its other columns may be named in the rows right above the days."""
    if len(dated) < 2:
        return None
    columns: dict[str, int] = {}
    for over in rows[max(place - _OVER, 0) : place + 1]:
        columns |= {name: at for name, at in named(over).items() if at not in dated and name != "date"}
    columns, below = folded(columns, dated, rows[place + 1 :])
    if "organisation" not in columns and rows[place].cell(columns.get("body")).lower() in ("body", "group"):
        columns["organisation"] = columns.pop("body")  # whom one is there for: of the meetings there is but one body
    return Grid(rows[place], columns, dated, rows[:place], below).read()


def _without_marks(rows: Sequence[Row], place: int) -> Register | None:
    """A grid of people by days that no mark says anything in: it may be kept by colours, which are not read."""
    row, columns = rows[place], named(rows[place])
    sheet = all(row.line.text.startswith("|") for row in rows)
    days_across = len(day_columns(row, rows[:place])) if sheet else 0
    if days_across < 2 or not columns.keys() & {"person", "organisation", "last"}:
        return None
    what = "the cells under the days hold no marks that say who came (colours are not read): no meeting was read"
    do = "write P, A or another mark with a key into the cells, and read it again"
    return Register(
        "a grid of days without marks", head_body(rows[:place]), [], [Problem(str(row.line.number), what, do)]
    )


def _without_year(rows: Sequence[Row], place: int) -> Register | None:
    """A grid whose days nothing gives a year: no meeting can be dated by it, and that is said."""
    row, columns = rows[place], named(rows[place])
    dated = day_columns(row, rows[:place], 2000) if "date" not in columns else {}
    found = _grid(rows, place, dated)
    if not found:
        return None
    shown = ", ".join(row.cell(at) for at in list(dated)[:2])
    what = f"the days of the header row have no year ({shown}, …): no meeting of this register could be dated"
    do = "write the year into the header cells, or in a row above them, and read it again"
    return Register(f"{found.because} without a year", found.body, [], [Problem(str(row.line.number), what, do)])


def _of_list(
    header: Row, columns: dict[str, int], above: Sequence[Row], below: Sequence[Row], only: str = ""
) -> Register | None:
    """One line an entry: day, person, organisation, status; where no column says how, who is listed was there.

    `only` is the day of all of them, where it stands above the list.
    """
    told = [row.cell(columns["status"]) for row in below] if "status" in columns else []
    codes = codes_of([row.cells for row in above], [cell for cell in told if cell])
    because = f"an attendance register: its columns are {', '.join(sorted(columns))}"
    found = Register(because, head_body(above), problems=codes.problems(header.line))
    held: dict[tuple[Body, str], list[Attendee]] = {}
    first: dict[tuple[Body, str], Source] = {}
    for row in below:
        day = only or next((day.iso for day in days(row.cell(columns["date"])) if day.iso), "")
        who = who_of(row, columns, Heading("", _part(row.cell(columns.get("part")))))
        mark = codes.mark(row.cell(columns["status"])) if "status" in columns else Mark("present")
        if not day or not who or mark is None:
            found.problems += _amiss(row, day, who, row.cell(columns.get("status")))
            continue
        body = Body(row.cell(columns["body"])) if row.cell(columns.get("body")) else found.body
        first.setdefault((body, day), Source.of([row.line]))
        if mark.status:
            held.setdefault((body, day), []).extend(_entries(row, columns, who, mark))
    found.meetings = [Meeting(first[key], key[0], key[1], attendance=tuple(held[key])) for key in held]
    bodies = {body for body, _ in held}
    found.body = found.body if found.body.name or len(bodies) != 1 else next(iter(bodies))
    return found if held else None


def _entries(row: Row, columns: dict[str, int], who: Attendee, mark: Mark) -> list[Attendee]:
    """The entry of a row, for whom a column may say it stands, and of whoever another column says came instead."""
    behalf, deputy = (row.cell(columns.get(name)) for name in ("behalf", "deputy"))
    who = replace(who, on_behalf_of=person(behalf)[1]) if is_name(behalf) else who
    if not is_name(deputy):
        return [marked(who, mark)]
    instead = marked(who, Mark("present", mark.mode, substitute=True, by=deputy, sure=mark.sure))
    return [instead] if mark.substitute else [marked(who, mark), instead]


def _part(text: str) -> str:
    return next((part for word, part in _PARTS.items() if word in text.lower()), "unknown")


def _amiss(row: Row, day: str, who: Attendee | None, status: str) -> list[Problem]:
    """Why a row is no entry; nothing for a blank row or a sum."""
    if not any(row.cells) or SUMS.match(row.cells[0]):
        return []
    if day and who:
        return [unknown_mark(row, who, status)]
    wanting = "day" if not day else "person or organisation"
    return [Problem(str(row.line.number), f"no {wanting} was found in this row", "put it right in corrections.csv")]
