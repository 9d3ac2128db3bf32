"""The embedded engine: DuckDB, within a limit of memory, on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from copy import copy
from pathlib import Path

import numpy as np
import pandas as pd

from leadnet.national.by_sorting import runs, shape
from leadnet.national.engine import Chain, check_columns, check_types, files_of
from leadnet.study.queries import TABLES, literal
from leadnet.study.tables import StudyError

_ROWS, _EACH = 2_000_000, 10_000  # of attendance to a part, or one file; no more than so many for each MiB
_SORTED = 6_000_000  # of a part whose rows are sorted
_FULL = "No space left on device"  # as the system says it
_WHOLE = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"}


class DuckDB:
    """The tables of a folder, opened and their columns checked. `spill` is a folder for what memory does not hold."""

    def __init__(self, folder: Path, spill: Path, memory: str = "2GB", threads: int = 2):
        import duckdb  # on first use: most commands need none

        self._duckdb, self.folder, self._small = duckdb, folder, False
        self._kept: set[str] = set()
        self._numbers: dict[str, bool] = {}
        self.files: dict[str, list[Path]] = {}
        with self._told():
            self._engine = duckdb.connect(config={
                "memory_limit": memory, "threads": threads, "temp_directory": str(spill),
                "preserve_insertion_order": False,
            })  # fmt: skip
            self._engine.execute("SET enable_progress_bar = false")  # a notebook would show it
            self._engine.execute("SET parquet_metadata_cache = true")  # each part asks every file of meetings again
        self.files = {table: files_of(folder, table) for table in TABLES}
        for table, files in self.files.items():
            self._open(table, files)

    def _open(self, table: str, files: list[Path]) -> None:
        kinds = {}
        for file in files:
            with self._told(file):
                held = self._engine.execute(f"DESCRIBE SELECT * FROM read_parquet({literal(file)})").fetchall()
            kinds[str(file)] = {name: kind for name, kind, *_ in held}
            check_columns(table, file, kinds[str(file)])
        check_types(table, kinds)
        self.view(table, self.table_query(table))

    def table_query(self, table: str, files: list[Path] | None = None) -> str:
        """A query for the columns of a table, from some of its files."""
        paths = ", ".join(map(literal, files or self.files[table]))
        return f"SELECT {', '.join(TABLES[table])} FROM read_parquet([{paths}])"

    def parts(self) -> Iterator[str]:
        """Parts of the record, one after the other, each under the names attendance and meetings.

        A part is some files of attendance, two million rows or more (fewer where memory is short), where no meeting
        stands in two files; else the whole record is the one part.
        """
        grouped = self._grouped()
        self.view("every_meeting", self.table_query("meetings"))
        for number, files in enumerate(grouped):
            held = [self.files["attendance"][at] for at in files["file"]]
            self.view("attendance", self.table_query("attendance", held))
            after = f"meeting_id > {_quoted(grouped[number - 1]['last'].iloc[-1])}" if number else "true"
            upto = f"meeting_id <= {_quoted(files['last'].iloc[-1])}" if number < len(grouped) - 1 else "true"
            self.view("meetings", f"SELECT * FROM every_meeting WHERE {after} AND {upto}")
            self._small = files["n"].sum() <= _SORTED
            yield f"part {number + 1} of {len(grouped)}"
        self._small = False
        if not grouped:
            yield "the whole record"
        for table in ("attendance", "meetings"):
            self.view(table, self.table_query(table))

    def _grouped(self) -> list[pd.DataFrame]:
        """The files of each part: file, first and last meeting; none where a meeting stands in two files."""
        spans = self.rows(" UNION ALL ".join(
            f"SELECT {at} AS file, MIN(meeting_id) AS first, MAX(meeting_id) AS last, COUNT(*) AS n "
            f"FROM read_parquet({literal(file)})" for at, file in enumerate(self.files["attendance"])
        )).dropna().sort_values("first")  # fmt: skip
        if (spans["first"] <= spans["last"].shift()).any():
            return []
        limit, unit = self.rows("SELECT current_setting('memory_limit') AS said")["said"].iloc[0].split()
        most = min(_ROWS, _EACH * float(limit) * (1024 if unit == "GiB" else 1))
        return [files for _, files in spans.groupby(spans["n"].cumsum().shift(fill_value=0) // most)]

    def view(self, name: str, query: str) -> None:
        """As `Engine.view`; rows kept under the name are let go of."""
        if name in self._kept:
            self.drop(name)
        self._run(f"CREATE OR REPLACE VIEW {name} AS {query}")

    def keep(self, name: str, query: str) -> None:
        """As `Engine.keep`."""
        with self._sorted(query) as found:
            self._run(f"CREATE OR REPLACE TABLE {name} AS {found}")
        self._kept.add(name)

    def at_once(self, *chains: Chain) -> None:
        """As `Engine.at_once`: a query seldom keeps two processors busy by itself."""
        with ThreadPoolExecutor(len(chains)) as pool:
            for done in [pool.submit(self._beside, chain) for chain in chains]:
                done.result()

    def _beside(self, chain: Chain) -> None:
        """Run a chain on a connection of its own to the same tables: one connection answers one query at a time."""
        beside = copy(self)
        with self._engine.cursor() as beside._engine:
            chain(beside)

    def add(self, name: str, query: str) -> None:
        """More rows for a name that keeps some, or the first."""
        self._run(f"CREATE TABLE IF NOT EXISTS {name} AS SELECT * FROM ({query}) none LIMIT 0")
        with self._sorted(query) as found:
            self._run(f"INSERT INTO {name} {found}")

    @contextmanager
    def _sorted(self, query: str) -> Iterator[str]:
        """A query for the same rows: of those found by sorting where the part is small and that can be; else itself."""
        found = shape(query) if self._small else None
        if found and self._of_numbers(found.rows):
            rows = runs(self.columns(found.rows), found.counts)
            if rows:
                self._engine.register("rows_sorted", pd.DataFrame(rows, copy=False))
                yield "SELECT * FROM rows_sorted"
                self._engine.unregister("rows_sorted")
                return
        yield query

    def _of_numbers(self, query: str) -> bool:
        """Whether all columns of a query are whole numbers; in one part as in the next."""
        if query not in self._numbers:
            with self._told():
                held = self._engine.execute(f"DESCRIBE {query}").fetchall()
            self._numbers[query] = {kind for _, kind, *_ in held} <= _WHOLE
        return self._numbers[query]

    def drop(self, name: str) -> None:
        """Let go of the rows kept under a name."""
        self._run(f"DROP TABLE {name}")
        self._kept.remove(name)

    def rows(self, query: str) -> pd.DataFrame:
        """As `Engine.rows`."""
        with self._told():
            return self._engine.execute(query).df()

    def columns(self, query: str) -> dict[str, np.ndarray]:
        """The rows of a query as plain arrays by column."""
        with self._told():
            return self._engine.execute(query).fetchnumpy()

    def write(self, query: str, path: Path) -> None:
        """As `Engine.write`; one file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._run(f"COPY ({query}) TO {literal(path.with_suffix('.parquet'))} (FORMAT parquet, COMPRESSION zstd)")

    def write_frame(self, frame: pd.DataFrame, path: Path) -> None:
        """A table in memory as one Parquet file."""
        self._engine.register("frame_written", frame)
        self.write("SELECT * FROM frame_written", path)
        self._engine.unregister("frame_written")

    def close(self) -> None:
        """Let go of everything held."""
        self._engine.close()

    def _run(self, query: str) -> None:
        with self._told():
            self._engine.execute(query)

    @contextmanager
    def _told(self, file: Path | None = None) -> Iterator[None]:
        """The engine's faults in the analyst's words."""
        try:
            yield
        except self._duckdb.OutOfMemoryException as error:
            said = str(error).splitlines()[0]
            raise StudyError(f"not enough memory ({said}); give more with --memory, as --memory 4GB") from None
        except self._duckdb.Error as error:
            said = str(error).splitlines()[0]
            if _FULL in said:
                raise StudyError("the disk is full; nothing was written: make room, or name another disk") from None
            where = file or self._unreadable() or self.folder
            raise StudyError(f"{where}: the engine stopped ({said}); nothing was written") from None

    def _unreadable(self) -> Path | None:
        """The first file whose rows cannot all be read."""
        for file in (file for files in self.files.values() for file in files):
            try:
                self._engine.execute(f"SELECT BIT_XOR(HASH(COLUMNS(*))) FROM read_parquet({literal(file)})").fetchall()
            except self._duckdb.Error:
                return file
        return None


def _quoted(id: object) -> str:
    """An id as SQL writes it."""
    return literal(id) if isinstance(id, str) else str(id)
