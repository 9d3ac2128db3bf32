"""How attendance lists are laid out: one module a layout, each saying how well it fits a list and reading its cells.

A layout is a module with `fits(lines) -> float` (0 to 1) and `read(lines) -> list[Cells]`. A new one is a file here and
a name in LAYOUTS. Of two that fit as well the one that stands first is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from leadnet.documents.entries import Cells
from leadnet.documents.layouts import entry_lines, organisation_headings, pipe_table, run_on, status_table, tab_columns
from leadnet.documents.model import Line

LAYOUTS: tuple[ModuleType, ...] = (status_table, pipe_table, tab_columns, run_on, organisation_headings, entry_lines)


def best(lines: Sequence[Line]) -> ModuleType:
    """The layout that fits these lines best.

    >>> best([Line(1, None, "| John Smith | - | Director, Kent Police |")]).__name__.split(".")[-1]
    'pipe_table'
    """
    return max(LAYOUTS, key=lambda layout: layout.fits(lines))


def read_list(lines: Sequence[Line]) -> list[Cells]:
    """The entries of one attendance list, in the layout that fits it."""
    filled = [line for line in lines if line.text.strip()]
    return best(filled).read(filled) if filled else []
