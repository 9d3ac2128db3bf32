"""How attendance lists are laid out: one module a layout, each saying how well it fits a list and reading its cells.

A layout is a module with `fits(lines) -> float` (0 to 1) and `read(lines) -> list[Cells]`. A new one is a file here and
a name in LAYOUTS. Of two that fit as well the one that stands first is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from types import ModuleType

from leadnet.documents.lists.classes import without_classes
from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts import (
    columns_apart,
    entry_lines,
    headed_columns,
    headed_rows,
    name_over_details,
    organisation_headings,
    pipe_table,
    run_on,
    run_together,
    status_table,
    tab_columns,
)
from leadnet.documents.lists.layouts.rows import heading_row
from leadnet.documents.lists.remarks import is_remark
from leadnet.documents.model import Line

_SLASH = re.compile(r"(?<!\S)/(?!\S)")
_ROWS = 3  # lines with three cells or more, where others have fewer
_PAIRS = 2  # lines of an organisation and a name

LAYOUTS: tuple[ModuleType, ...] = (
    status_table,
    pipe_table,
    tab_columns,
    run_on,
    headed_columns,
    headed_rows,
    columns_apart,
    name_over_details,
    organisation_headings,
    run_together,
    entry_lines,
)


def best(lines: Sequence[Line]) -> ModuleType:
    """The layout that fits these lines best.

    >>> best([Line(1, None, "| John Smith | - | Director, Kent Police |")]).__name__.split(".")[-1]
    'pipe_table'
    """
    return max(LAYOUTS, key=lambda layout: layout.fits(lines))


def read_list(lines: Sequence[Line]) -> list[Cells]:
    """The entries of one attendance list, table rows and plain lines each in the layout that fits them."""
    filled = [line for line in lines if line.text.strip()]
    parts = [list(part) for _, part in groupby(filled, key=lambda line: "|" in line.text)]
    return list(_remarks_joined(iter([entry for part in parts for entry in without_classes(best(part).read(part))])))


def as_rows(lines: Sequence[Line]) -> list[Line]:
    """Rows whose cells are kept apart by ` / ` as rows drawn with pipes, where three lines or more are such rows."""
    rows = sum(line.text.count(" / ") > 1 for line in lines)
    pairs = [line for line in lines if line.text.count(" / ") == 1 and _body_first(*line.text.split(" / "))]
    filled = sum(bool(line.text.strip()) for line in lines)
    paired = len(pairs) >= _PAIRS and 2 * len(pairs) >= filled
    headed = any(" / " in line.text and heading_row(line.text.split(" / ")) for line in lines)
    paired = paired or (headed and 2 * sum(" / " in line.text for line in lines) > filled)
    if any("|" in line.text for line in lines) or not (rows >= _ROWS or rows == filled > 1 or paired):
        return list(lines)
    return [replace(line, text=f"| {_SLASH.sub('|', line.text)} |") if " / " in line.text else line for line in lines]


def _body_first(before: str, behind: str) -> bool:
    """ "Kent Police / Ann Lee": an organisation, or what is no name, beside a name."""
    return entry_lines.begins_with_name(behind) and not entry_lines.begins_with_name(before)


def _remarks_joined(entries: Iterator[Cells]) -> Iterator[Cells]:
    """A line that is nothing but a remark ("- present for the first four items") goes with the entry above it."""
    last: Cells | None = None
    for entry in entries:
        near = last and (
            entry.lines[0].number <= last.lines[-1].number + 1 or entry.lines[0].text.lstrip()[:1] in "-–(*•"
        )
        if last and near and len(entry.cells) == 1 and is_remark(entry.cells[0]):
            said = entry.cells[0].strip(" -–—•*().")
            last = replace(last, lines=(*last.lines, *entry.lines), cells=(*last.cells, f"({said})"))
            continue
        if last:
            yield last
        last = entry
    if last:
        yield last
