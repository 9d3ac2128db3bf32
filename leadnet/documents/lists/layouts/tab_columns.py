"""Columns kept apart by tabs or by three or more spaces: name, post, organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts import run_on
from leadnet.documents.lists.layouts.organisation_headings import heads
from leadnet.documents.lists.layouts.rows import Columns, entries_of, heading_row, mark_status
from leadnet.documents.lists.name_details import name_and_details
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line
from leadnet.documents.words.names import is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, is_post, is_sector

_GAP = re.compile(r"\s*\t\s*|\s{3,}|(?<=[a-z)])\s\s(?=[A-Z])")
_CELL = re.compile(r"\S+(?:\s{1,2}\S+)*")
_RANK = re.compile(r"(?<=^Councillor)(?:\t+|\s{3,})(?=[A-Z])|(?<=^Cllr)(?:\t+|\s{3,})(?=[A-Z])")  # a column of ranks
_DASH = re.compile(r"\s[-–—]\s")
_CUT_OFF = re.compile(r"(?:,|&|-|–|/|\b(?:and|of|the|for|in|with))$", re.I)


def _cells(text: str) -> tuple[str, ...]:
    text = _RANK.sub(" ", text)
    first, *more = [cell.rstrip(" -–—") for cell in _GAP.split(text.strip()) if cell.strip(" -–—")] or [""]
    spaced = len(more) > 1 and not any(" " in cell for cell in more) and is_organisation(" ".join(more))
    if spaced and "\t" not in text.strip():
        more = [" ".join(more)]  # "Ann Lee      Combe   City   Council": a justified cell
    return (first, *more) if first else ()


def _even(text: str) -> tuple[str, ...]:
    """The cells of a row, those a second tab leaves empty among them."""
    return tuple(cell.strip() for cell in text.strip(" ").split("\t")) if "\t" in text else _cells(text)


def _starts(text: str) -> list[int]:
    """Where each cell of a row begins: its place among tabs, else the letter it stands at."""
    if "\t" in text:
        return list(range(len(text.split("\t"))))
    return [match.start() for match in _CELL.finditer(text)]


def _placed(text: str, heads_at: Sequence[int]) -> tuple[str, ...]:
    """A row's cells, each under the column whose heading begins nearest: a tick is told by where it stands."""
    row = [""] * len(heads_at)
    cells = text.split("\t") if "\t" in text else [match[0] for match in _CELL.finditer(text)]
    for cell, start in zip(cells, _starts(text), strict=True):
        column = min(range(len(heads_at)), key=lambda place: abs(heads_at[place] - start))
        row[column] = f"{row[column]} {cell.strip()}".strip()
    return tuple(row)


def _opens(row: tuple[str, ...]) -> bool:
    """A name, a gap and something else; or an organisation or post, a gap and a name."""
    if len(row) < 2:
        return False
    if _named(row[0]):
        return True
    if row[0].endswith(":") and run_on.names_in(row[1]):
        return True
    return _named(row[1]) and (is_organisation(row[0]) or is_post(row[0]) or bool(person(row[1])[0]))


def _heads_rows(row: tuple[str, ...]) -> bool:
    """ "Town and Parish Councils:" over rows."""
    return len(row) == 1 and row[0].endswith(":") and not is_name(row[0].rstrip(": "))


def fits(lines: Sequence[Line]) -> float:
    """The share of lines that are a row, or go on with the one above."""
    rows, second = [_cells(line.text) for line in lines], _names_second(lines)
    opens = [
        _opens(row) or _heads_rows(row) or bool(len(row) > 1 and (heading_row(row) or (second and _named(row[1]))))
        for row in rows
    ]
    goes_on = [
        len(row) == 1 and line.text[:1].isspace() and any(opens[:place])
        for place, (row, line) in enumerate(zip(rows, lines, strict=True))
    ]
    return sum(map(max, opens, goes_on)) / len(lines) * 0.99 if any(opens) else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """One entry a line; a line that begins with a gap goes on in the columns of the one above."""
    found: list[Cells] = []
    columns, under, beside, heads_at = Columns(), "", "", []
    names_only, first, second = _two_names(lines), _organisations_first(lines), _names_second(lines)
    for line in lines:
        cells = _cells(line.text)
        if names_only and len(cells) > 1 and not heading_row(_even(line.text)):
            found += [Cells((line,), (cell,)) for cell in cells]
            continue
        if headed := heading_row(_even(line.text)):
            columns, heads_at = headed, _starts(line.text)
        elif "status" in columns.kinds:
            found += entries_of(line, _placed(line.text, heads_at), columns)
        elif found and _goes_on(line, cells):
            found[-1] = _longer(found[-1], line, cells)
        elif _heads_rows(cells) or (len(cells) == 1 and heads(cells[0])):
            under = heads(cells[0])
        else:
            beside = _organisation_first(cells, first or (second and not _is_post(cells[0]))) or (
                beside if (first or len(cells) == 1) and line.text[:1].isspace() else ""
            )
            own = cells[1:] if beside == cells[0] and not heads(beside) else cells
            own = own[::-1] if second and len(own) == 2 and _post_first(*own) else own
            entries = entries_of(line, mark_status(own), columns)
            found += [replace(entry, under=entry.under or under or beside) for entry in entries]
    return found


def _two_names(lines: Sequence[Line]) -> bool:
    """Whether the rows are names side by side and nothing else: then the rare ones among them are names too."""
    rows = [cells for line in lines if len(cells := _cells(line.text)) > 1]
    named = sum(all(is_name(remarks(cell).text) for cell in cells) for cells in rows)
    sure = sum(all(is_sure_name(remarks(cell).text) for cell in cells) for cells in rows)
    return len(rows) > 1 and named == len(rows) and 2 * sure > len(rows)


def _named(cell: str) -> bool:
    return is_name(remarks(name_and_details([cell])[0]).text)


def _names_second(lines: Sequence[Line]) -> bool:
    """Whether the rows are something and a name: what stands first there is a post or whom the name stands for."""
    rows = [cells for line in lines if len(cells := _cells(line.text)) == 2]
    named = sum(_named(cells[1]) for cells in rows)
    return len(rows) > 2 and named >= 0.8 * len(rows) and 4 * sum(_named(cells[0]) for cells in rows) <= len(rows)


def _is_post(cell: str) -> bool:
    """A post, alone or behind the body it is of: "WCA – Treasurer"."""
    return is_post(_DASH.split(cell)[-1])


def _post_first(before: str, behind: str) -> bool:
    """ "Vale Mayor" in front of a name: the post, whatever else its words could be."""
    return _is_post(before) and not person(before)[0] and _named(behind)


def _organisation_first(cells: tuple[str, ...], always: bool) -> str:
    """The organisation in front of a row's name: it holds for the names set in below it as well."""
    named = len(cells) > 1 and _named(cells[1])
    return heads(cells[0]) or (cells[0].strip() if always or is_sector(cells[0]) else "") if named else ""


def _organisations_first(lines: Sequence[Line]) -> bool:
    """Whether some rows begin with a gap and a name, and others with an organisation and a name."""
    rows = [(line.text[:1].isspace(), _cells(line.text)) for line in lines]
    under = sum(gap and is_name(remarks(cells[0]).text) for gap, cells in rows if cells)
    over = [cells[0] for gap, cells in rows if not gap and len(cells) > 2 and is_name(remarks(cells[1]).text)]
    return (
        under > 1 and len(over) > 1 and any(map(is_organisation, over)) and 2 * sum(map(is_sure_name, over)) < len(over)
    )


def _goes_on(line: Line, cells: tuple[str, ...]) -> bool:
    named = is_name(remarks(cells[0]).text) or is_sure_name(remarks(name_and_details([cells[0]])[0]).text)
    return line.text[:1].isspace() and len(cells) < 3 and not _opens(cells) and not named


def _longer(entry: Cells, line: Line, cells: tuple[str, ...]) -> Cells:
    """A cell that stops at "and" or a comma goes on in the next line; else the line adds a cell."""
    *before, last = entry.cells
    if _CUT_OFF.search(last) or cells[0][:1].islower():
        return replace(entry, lines=(*entry.lines, line), cells=(*before, f"{last} {cells[0]}", *cells[1:]))
    return replace(entry, lines=(*entry.lines, line), cells=(*entry.cells, *cells))
