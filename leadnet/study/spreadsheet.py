"""CSV files a person fills in with a spreadsheet: written so that no cell runs, and read as Excel gives them back."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

import pandas as pd

from leadnet.study.harmless import plain_cell
from leadnet.study.tables import StudyError, csv_text


def sheet_bytes(frame: pd.DataFrame) -> bytes:
    """A table of texts as CSV a spreadsheet opens as it is: UTF-8 with its mark, no cell that runs."""
    return csv_text(frame).encode("utf-8-sig")


def read_sheet(path: Path, *needed: str) -> list[tuple[int, dict[str, str]]]:
    """The rows of a filled CSV file, each with its line, as text without what `harmless` put before it.

    UTF-8 or Windows-1252, cells parted by commas, semicolons or tabs. StudyError where the file cannot be read or one
    of the columns needed is missing.
    """
    try:
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise StudyError(f"{path}: cannot be opened ({error.strerror}); look whether the name is right") from None
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        rows = [(reader.line_num, dict(zip(header, map(_plain, cells), strict=False))) for cells in reader]
    except csv.Error as error:
        raise StudyError(f"{path.name} line {reader.line_num}: not readable as CSV ({error})") from None
    if missing := [name for name in needed if name not in header]:
        raise StudyError(f"{path.name} line 1: the column {', '.join(missing)} is missing; it has {', '.join(header)}")
    return [(line, {name: row.get(name, "") for name in header}) for line, row in rows if any(row.values())]


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what Excel's plain "CSV" is in


def _plain(cell: str) -> str:
    return plain_cell(cell).strip()


def day_of(cell: str) -> str:
    """A day as ISO text, from 2026-11-23 or as Excel writes it in Britain; ValueError for any other.

    >>> day_of("23/11/2026"), day_of("2026-11-23")
    ('2026-11-23', '2026-11-23')
    """
    if british := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", cell):
        day, month, year = map(int, british.groups())
        return date(year, month, day).isoformat()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        return date.fromisoformat(cell).isoformat()
    raise ValueError(cell)
