"""What an engine is: tables in Parquet, queries by name, results as tables or files. Nothing is computed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

import pandas as pd

from leadnet.study.queries import TABLES, TEXTS
from leadnet.study.tables import StudyError

_TEXT = ("varchar", "string")  # as DuckDB and as Spark call it
Chain = Callable[["Engine"], None]  # steps one after the other, on the engine they are given


class Engine(Protocol):
    """Runs the steps on the tables of a folder; every fault of the data is a StudyError that names the file."""

    def view(self, name: str, query: str) -> None:
        """Give a query a name; it is run where the name is used."""

    def keep(self, name: str, query: str) -> None:
        """Run a query and keep its rows under a name."""

    def at_once(self, *chains: Chain) -> None:
        """Run chains of steps, none of which needs what another keeps, side by side where that is quicker."""

    def rows(self, query: str) -> pd.DataFrame:
        """The rows of a query, in memory."""

    def write(self, query: str, path: Path) -> None:
        """The rows of a query as Parquet below this path."""


def files_of(folder: Path, table: str) -> list[Path]:
    """The Parquet files of a table: `table.parquet`, or those in the folder `table`; StudyError if there are none."""
    one = folder / f"{table}.parquet"
    found = [one] if one.is_file() else sorted((folder / table).glob("*.parquet"))
    if not found:
        raise StudyError(f"{folder}: the table {table} is missing; it is {table}.parquet or Parquet files in {table}/")
    return found


def check_columns(table: str, file: Path, held: Iterable[str]) -> None:
    """StudyError where a file lacks a column its table must have."""
    missing = [name for name in TABLES[table] if name not in {*held}]
    if missing:
        raise StudyError(
            f"{file}: the column {', '.join(missing)} is missing; {table} has the columns {', '.join(TABLES[table])}"
        )


def check_types(table: str, kinds: dict[str, dict[str, str]]) -> None:
    """StudyError where a column is not of the kind it must be, or of that in the first file: file -> column -> kind."""
    first, *others = kinds
    for name in TEXTS[table]:
        if kinds[first][name].lower() not in _TEXT:
            raise StudyError(f"{first}: column {name} is {kinds[first][name]}, and must be text (a day as 2026-11-23, "
                             '"" where none is known)')  # fmt: skip
    for file in others:
        for name in TABLES[table]:
            if kinds[file][name] != kinds[first][name]:
                raise StudyError(f"{file}: column {name} is {kinds[file][name]}, but {kinds[first][name]} in {first}; "
                                 "write all parts of a table alike")  # fmt: skip
