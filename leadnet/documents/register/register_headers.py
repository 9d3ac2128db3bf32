"""Headers of registers that need a second look: days under "Meeting", and days over a column for each status."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from leadnet.documents.register.register_codes import Codes
from leadnet.documents.register.register_rows import Row, named
from leadnet.documents.words.dates import days

_MOSTLY = 0.7  # of the cells below a header
_SIGNED = re.compile(r"\b(?:sign(?:ed|ing)?[ -]?in|attendance|attendees|present)\b", re.IGNORECASE)
_NOT = frozenset({"no", "n", "0", "✗", "✘", "☐", "-", "–"})  # under "Present", of somebody who was not


def with_days(columns: dict[str, int], below: Sequence[Row]) -> dict[str, int]:
    """The columns of a header; the one called "Meeting" is that of the days where the cells below it are days."""
    at = columns.get("body", -1)
    held = [row.cell(at) for row in below if at >= 0 and row.cell(at)]
    told = sum(any(day.iso for day in days(cell)) for cell in held)
    if "date" in columns or len(held) < 2 or told < _MOSTLY * len(held):
        return columns
    return {name: place for name, place in columns.items() if name != "body"} | {"date": at}


def one_day(header: Row, columns: Mapping[str, int], above: Sequence[Row], below: Sequence[Row]) -> str:
    """The day over a list of who came to one meeting, as 2024-03-05; blank where the rows are no such list.

    Names stand below, and a column or the rows above say that they are of those who attended. Of a sheet alone: where
    there is a line of text as well, it is minutes with a table in them.
    """
    listed = columns.keys() & {"date", "person"} == {"person"} and not any(map(days, header.cells))
    sheet = all(row.line.text.startswith("|") for row in (*above, *below))
    told = "status" in columns or any(_SIGNED.search(cell) for row in above for cell in row.cells)
    found = {day.iso for row in above for cell in row.cells for day in days(cell) if day.iso}
    return found.pop() if listed and sheet and told and len(found) == 1 else ""


def folded(
    columns: Mapping[str, int], dated: Mapping[int, str], below: Sequence[Row]
) -> tuple[dict[str, int], Sequence[Row]]:
    """Columns and rows of a grid; of "Present" beside "Apologies" under each day, the heading of the cell with a mark.

    A row with a mark in several columns of a day, or with none, has a blank there.
    """
    under = below[0].cells if below else ()
    said = {at: cell for at, cell in enumerate(under) if at >= min(dated) and _status(cell)}
    if len(said) <= len(dated) or any(at not in said for at in dated):
        return dict(columns), below
    own = {name: at for name, at in named(below[0]).items() if at < min(dated)}
    others = {name: at for name, at in columns.items() if at not in own.values()}
    return others | own, [_folded(row, dated, said) for row in below[1:]]


def _status(cell: str) -> bool:
    mark = Codes().mark(cell) if len(cell) > 2 else None
    return bool(mark and mark.status)


def _folded(row: Row, dated: Mapping[int, str], said: Mapping[int, str]) -> Row:
    cells = list(row.cells)[: min(dated)]
    places = sorted(dated)
    for place, after in zip(places, [*places[1:], max(said) + 1], strict=True):
        cells += [""] * (place - len(cells))
        marked = [at for at in said if place <= at < after and row.cell(at).casefold() not in ("", *_NOT)]
        cells.append(said[marked[0]] if len(marked) == 1 else "")
    return replace(row, cells=tuple(cells))
