"""What a table is: its columns, what each means, and the checks a table must pass before a room may use it.

Cells are text; a blank is the empty string. Dates are ISO text (`2007-07-02`), so they sort and compare as they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from leadnet.study.harmless import harmless, one_line, plain_cell


class StudyError(Exception):
    """A fault of the study that stops the work; its text is one line an analyst can act on, whatever names it holds."""

    def __init__(self, said: str = ""):
        super().__init__(one_line(said))


class TableError(StudyError):
    """One or more faults of a table; `faults` holds a line for each."""

    def __init__(self, faults: Sequence[str]):
        self.faults = tuple(map(one_line, faults))
        more = f" (and {len(faults) - 1} more; `leadnet check` lists them)" if len(faults) > 1 else ""
        super().__init__(faults[0] + more)


@dataclass(frozen=True)
class Column:
    """One column: what it holds, and what may stand in it.

    kind is text, id, lines, date, integer, number or yes; `refers` names the table and column it points into.
    """

    what: str
    kind: str = "text"
    one_of: tuple[str, ...] = ()
    needed: bool = False
    refers: str = ""

    def fault(self, cell: str) -> str | None:
        """What is wrong with this cell, in words; None when nothing is."""
        if cell == "":
            return "is blank; it must be filled" if self.needed else None
        if self.one_of and cell not in self.one_of:
            return f'"{cell}" is not one of {", ".join(self.one_of)}'
        return _KINDS[self.kind](cell)


def _date_fault(cell: str) -> str | None:
    try:
        date.fromisoformat(cell)
    except ValueError:
        return f'"{cell}" is not a date like 2024-03-31'
    return None


def _number_fault(cell: str) -> str | None:
    try:
        float(cell)
    except ValueError:
        return f'"{cell}" is not a number'
    return None


def _id_fault(cell: str) -> str | None:
    if re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,79}", cell):
        return None
    return f'"{cell}" is no id: use lower-case letters, digits and hyphens, at most 80'


def _lines_fault(cell: str) -> str | None:
    if re.fullmatch(r"[1-9]\d*(-[1-9]\d*)?", cell):
        return None
    return f'"{cell}" is no line of a paper; write 12, or 12-13'


_KINDS = {
    "lines": _lines_fault,
    "text": lambda cell: None,
    "id": _id_fault,
    "date": _date_fault,
    "number": _number_fault,
    "integer": lambda cell: None if cell.lstrip("-").isdigit() else f'"{cell}" is not a whole number',
    "yes": lambda cell: None if cell == "yes" else f'"{cell}" is not yes (leave it blank for no)',
}
_DTYPES = {"integer": "Int64", "number": "Float64"}


@dataclass(frozen=True)
class Table:
    """A named table: what one row is, its columns in order, and the columns that together tell rows apart."""

    name: str
    what: str
    columns: Mapping[str, Column] = field(repr=False)
    key: tuple[str, ...] = ()

    def empty(self) -> pd.DataFrame:
        """The table with no rows, every column typed."""
        return self.frame(())

    def frame(self, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
        """Rows as a typed frame with this table's columns in order; a column a row lacks is blank.

        >>> from leadnet.study.schema import BODIES
        >>> BODIES.frame([{"body_id": "ssog"}])[["body_id", "name"]].values.tolist()
        [['ssog', '']]
        """
        rows = list(rows)
        return pd.DataFrame({name: self._column(name, rows) for name in self.columns})

    def _column(self, name: str, rows: list[Mapping[str, object]]) -> pd.Series:
        dtype = _DTYPES.get(self.columns[name].kind, "str")
        cells = [_cell(row.get(name, "")) for row in rows]
        if dtype == "str":
            return pd.Series(cells, dtype="str")
        return pd.to_numeric(pd.Series([cell or None for cell in cells], dtype="object")).astype(dtype)


def _cell(value: object) -> str:
    missing = value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value))
    return "" if missing else str(value)


def check(frame: pd.DataFrame, table: Table, where: str = "") -> pd.DataFrame:
    """The frame with the table's columns in order and typed; TableError with every fault if it breaks a rule.

    >>> from leadnet.study.schema import BODIES
    >>> check(BODIES.frame([{"body_id": "ssog", "name": "Senior Officers"}]), BODIES).shape
    (1, 5)
    """
    missing = [name for name in table.columns if name not in frame.columns]
    if missing:
        raise TableError([f"{where or table.name}: the column {', '.join(missing)} is missing"])
    rows = [{name: _cell(cell) for name, cell in row.items()} for row in frame.to_dict("records")]
    faults = row_faults(rows, table, where or table.name)
    if faults:
        raise TableError(faults)
    return table.frame(rows)


def row_faults(rows: Sequence[Mapping[str, str]], table: Table, where: str, first_line: int = 2) -> list[str]:
    """Each fault as `where line 7, column date: "2024-02-30" is not a date like 2024-03-31`."""
    faults, seen = [], {}
    for line, row in enumerate(rows, start=first_line):
        for name, column in table.columns.items():
            if said := column.fault(row.get(name, "")):
                faults.append(f"{where} line {row.get('', line)}, column {name}: {said}")
        key = tuple(row.get(name, "") for name in table.key)
        if table.key and key in seen:
            shown = ", ".join(filter(None, key))
            faults.append(
                f"{where} line {row.get('', line)}: {shown} stands already at line {seen[key]}; keep one of the two"
            )
        seen.setdefault(key, row.get("", line))
    return faults


def read_table(path: Path, table: Table) -> pd.DataFrame:
    """The table in this CSV file, checked; a file that does not exist is an empty table.

    TableError names the file, the line and what is allowed, for every fault.
    """
    if not path.exists():
        return table.empty()
    rows, faults = _csv_rows(path, table)
    faults = faults or row_faults(rows, table, path.name)
    if faults:
        raise TableError(faults)
    frame = table.frame(rows)
    frame.attrs["lines"] = [row[""] for row in rows]
    return frame


def file_line(frame: pd.DataFrame, row: int) -> int:
    """The line of its file that a row of a table came from (a cell may run over several lines)."""
    return frame.attrs.get("lines", range(2, len(frame) + 2))[row]


def _csv_rows(path: Path, table: Table) -> tuple[list[dict[str, str]], list[str]]:
    """The file's rows, each with its own line number under the key "", and the faults of its form."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [f"{path.name}: not UTF-8 text (byte {error.start}); save it as CSV UTF-8"]
    except OSError as error:
        return [], [f"{path.name}: cannot be opened ({error.strerror}); look what stands there"]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, faults, header = [], [], []
    try:
        header = next(reader, [])
        faults += _header_faults(header, table, path.name)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue  # Excel leaves rows of commas behind
            if len(cells) == len(header):
                rows.append({"": reader.line_num, **dict(zip(header, map(plain_cell, cells), strict=True))})
            elif cells:
                faults.append(
                    f"{path.name} line {reader.line_num}: {len(cells)} cells where the header has {len(header)}"
                )
    except csv.Error as error:
        faults.append(f"{path.name} line {reader.line_num}: not readable as CSV ({error}); look for a stray quote mark")
    return rows, faults


def _header_faults(header: Sequence[str], table: Table, where: str) -> list[str]:
    allowed = ", ".join(table.columns)
    if len(header) == 1 and any(sign in header[0] for sign in ";\t"):
        return [f"{where} line 1: its cells are parted by semicolons or tabs; save it as CSV with commas"]
    needed = [name for name, column in table.columns.items() if column.needed and name not in header]
    faults = [f'{where} line 1: the column "{name}" is missing; the columns are {allowed}' for name in needed]
    unknown = [name for name in header if name not in table.columns]
    return faults + [
        f'{where} line 1: "{name}" is no column of this table; the columns are {allowed}' for name in unknown
    ]


def csv_text(frame: pd.DataFrame) -> str:
    """The frame as CSV text, the same bytes for the same rows: no index, LF, blanks empty, no cell that runs.

    >>> csv_text(pd.DataFrame({"name": ["=1+1"], "n": [-2]}))
    "name,n\\n'=1+1,-2\\n"
    """
    texts = frame.select_dtypes(exclude=["number", "bool"])
    safe = {name: [harmless(cell) if isinstance(cell, str) else cell for cell in texts[name]] for name in texts}
    return frame.assign(**safe).to_csv(index=False, lineterminator="\n")


def joined(parts: Iterable[str]) -> str:
    """A list in one cell: `"a | b"`."""
    return " | ".join(parts)


def split(cell: str) -> list[str]:
    """The list in a cell, in order; a blank cell is an empty list.

    >>> split("GOEM | emda")
    ['GOEM', 'emda']
    """
    return [part for part in (part.strip() for part in cell.split("|")) if part]
