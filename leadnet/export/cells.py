"""Cells as they may stand in a spreadsheet that somebody else opens, and how every workbook is written."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from leadnet.study.harmless import harmless

# A text is a text, whatever it begins with: neither a formula nor a link nor a number.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MOST = 32_000  # Excel takes 32,767 letters a cell


def cell(value: object, blank: object = "") -> object:
    """A value for one cell: numbers as they are, texts harmless and not too long; `blank` for none.

    >>> cell("=1+1"), cell(2.5), cell(float("nan"), "[z]")
    ("'=1+1", 2.5, '[z]')
    """
    if pd.isna(value) or value == "":
        return blank
    if not isinstance(value, str):
        return int(value) if float(value).is_integer() else float(value)
    return harmless(value if len(value) <= _MOST else f"{value[:_MOST].rpartition(' ')[0]} …")


def properties(as_at: str, title: str, comments: str) -> dict[str, object]:
    """The properties of a workbook; its date is the study's as_at, not the clock's."""
    return {"title": title, "comments": comments, "author": "leadnet", "created": datetime.fromisoformat(as_at)}


def as_printed(sheet: Worksheet) -> None:
    """A sheet prints across the page, all its columns side by side."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
