"""The whole country: the rooms network and national run in order, from Parquet tables to rates, ties and p-values."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from leadnet import network
from leadnet.national import (
    Asked,
    DuckDB,
    Engine,
    Opportunity,
    Projection,
    Spark,
    counted,
    local_session,
    places,
    prepared,
    ties_of,
    years_of,
)
from leadnet.study.queries import WHOLE, step
from leadnet.study.rules import Rules
from leadnet.study.tables import StudyError
from leadnet.study.whole import whole_folder

ENGINES = ("duckdb", "spark")
Progress = Callable[[str], None]
_COULD = "SELECT p.place, o.meeting_id FROM opportunity o JOIN places p ON p.org_id = o.org_id"
_WAS = "SELECT p.place, r.meeting_id FROM {room} r JOIN places p ON p.org_id = r.org_id"
_OF_PART = " JOIN meetings m ON m.meeting_id = r.meeting_id"
_ENGINE_SHARE = 0.35  # of the memory: the rest is for the pairs and the model, which are held beside


@dataclass(frozen=True)
class Projected:
    """What `project` wrote, and what must be said of it: pairs by verdict; meetings set aside as too large."""

    folder: Path
    pairs: dict[str, int]
    set_aside: int


def project(
    tables: Path,
    out: Path,
    *,
    engine: str = "duckdb",
    by: str = "",
    memory: str = "2GB",
    rules: Rules | None = None,
    progress: Progress = lambda said: None,
) -> Projected:
    """Count the tables of a folder (see `leadnet.study.queries.TABLES`) and test every pair; all or nothing in `out`.

    attended.parquet and rates.parquet: by body and organisation, over the whole record and, by = "year", each calendar
    year. ties.parquet: every pair that could have met, as `ties_of`. ties-by-year/: together and apart by pair.
    set_aside.parquet: meetings of more than 200 organisations, which make no pairs. StudyError for tables that cannot
    be counted, a disk that fills, or too little memory (as "2GB": for the whole process; with spark, for its driver and
    as much again for the test of the pairs).
    """
    if engine not in ENGINES:
        raise StudyError(f"--engine {engine}: choose {' or '.join(ENGINES)}")
    if by not in ("", "year"):
        raise StudyError(f"--by {by}: the record is counted by year, or as a whole without --by")
    limit = f"{megabytes(memory) * _ENGINE_SHARE:.0f}MB"
    with whole_folder(out) as part:
        spill = part / "spill"
        run = _on_duckdb if engine == "duckdb" else _on_spark
        pairs, aside = run(tables, part, spill, limit, memory, by, rules or Rules(), progress)
        shutil.rmtree(spill, ignore_errors=True)
    return Projected(out, pairs, aside)


def megabytes(memory: str) -> float:
    """An amount of memory in megabytes; StudyError where it is none, or under 300.

    >>> megabytes("2GB")
    2000.0
    """
    said = re.fullmatch(r"(\d+(?:\.\d+)?) ?(MB|GB)", memory.strip(), re.IGNORECASE)
    if not said or float(said[1]) * (1000 if said[2].upper() == "GB" else 1) < 300:
        raise StudyError(f"--memory {memory}: write an amount like 2GB or 800MB, 300MB at least")
    return float(said[1]) * (1000 if said[2].upper() == "GB" else 1)


def _on_duckdb(tables: Path, part: Path, spill: Path, limit: str, memory: str, by: str, rules: Rules,
               progress: Progress) -> tuple[dict[str, int], int]:  # fmt: skip
    engine = DuckDB(tables, spill, limit)
    try:
        asked = Asked(rules, (WHOLE, *(years_of(engine) if by else ())))
        progress("checking the tables")
        prepared(engine, asked)
        ids = places(engine)
        projection = Projection(len(ids), network.pairs_together)
        for _ in counted(engine, asked, progress):
            engine.add("room_record", step("room"))
            projection.add(engine)
        aside = _write_counts(engine, part)
        for span, window in enumerate(asked.windows[1:], start=1):
            pairs = _named(projection.take(span), ids)
            engine.write_frame(pairs, part / "ties-by-year" / window.name)
        could = _opportunity(engine, len(ids))
    finally:
        engine.close()  # before the model: it needs the memory
    judged = partial(network.judged, level=rules.level)
    ties = ties_of(could, projection.take(), ids, judged, progress, megabytes(memory))
    return _write_ties(ties, DuckDB(tables, spill, limit), part), aside


def _write_ties(ties: pd.DataFrame, engine: DuckDB, part: Path) -> dict[str, int]:
    """Write the ties; pairs by verdict."""
    try:
        engine.write_frame(ties, part / "ties")
    finally:
        engine.close()
    return ties["verdict"].value_counts().to_dict()


def _opportunity(engine: DuckDB, organisations: int) -> Opportunity:
    """Who could have been where, part by part; the spells seen are known over the whole record by now."""
    found = Opportunity(organisations)
    for _ in engine.parts():
        engine.view("opportunity", step("opportunity"))
        found.add(engine.columns(_COULD), engine.columns(_WAS.format(room="room_record") + _OF_PART))
    return found


def _on_spark(tables: Path, part: Path, spill: Path, limit: str, memory: str, by: str, rules: Rules,
              progress: Progress) -> tuple[dict[str, int], int]:  # fmt: skip
    engine = Spark(tables, local_session(memory))
    try:
        asked = Asked(rules, (WHOLE, *(years_of(engine) if by else ())))
        progress("checking the tables")
        prepared(engine, asked)
        for _ in counted(engine, asked, progress):
            engine.keep("pairs", step("pairs"))
        aside = _write_counts(engine, part)
        for span, window in enumerate(asked.windows[1:], start=1):
            query = f"SELECT organisation_a, organisation_b, together, apart FROM pairs WHERE span = {span}"
            engine.write(query, part / "ties-by-year" / window.name)
        ties = _ties_collected(engine, rules, memory, progress)
    finally:
        engine.close()
    return _write_ties(ties, DuckDB(tables, spill, limit), part), aside


def _ties_collected(engine: Spark, rules: Rules, memory: str, progress: Progress) -> pd.DataFrame:
    """The ties of a record counted elsewhere: pairs, who was and who could have been where are brought here."""
    ids = engine.rows("SELECT org_id FROM organisations ORDER BY org_id")["org_id"].to_numpy()
    place = pd.Index(ids)

    def at(query: str) -> dict[str, np.ndarray]:
        rows = engine.rows(query)
        return {
            "place": place.get_indexer(rows["org_id"]).astype(np.int32),
            "meeting_id": rows["meeting_id"].to_numpy(),
        }

    engine.view("opportunity", step("opportunity"))
    could = Opportunity(len(ids))
    could.add(at("SELECT org_id, meeting_id FROM opportunity"), at("SELECT org_id, meeting_id FROM room"))
    met = engine.rows("SELECT organisation_a, organisation_b, together, apart FROM pairs WHERE span = 0")
    met = met.assign(a=place.get_indexer(met["organisation_a"]), b=place.get_indexer(met["organisation_b"]))
    met = met.sort_values(["a", "b"], ignore_index=True)
    return ties_of(could, met, ids, partial(network.judged, level=rules.level), progress, megabytes(memory))


def _write_counts(engine: Engine, part: Path) -> int:
    """Write the tallies, rates and meetings set aside; how many those are."""
    engine.write("SELECT * FROM tally ORDER BY body_id, org_id, since", part / "attended")
    engine.write("SELECT * FROM rates ORDER BY body_id, org_id, since", part / "rates")
    engine.write("SELECT * FROM set_aside ORDER BY meeting_id", part / "set_aside")
    return int(engine.rows("SELECT COUNT(*) AS n FROM set_aside")["n"].iloc[0])


def _named(pairs: pd.DataFrame, ids: np.ndarray) -> pd.DataFrame:
    """Pairs by place as pairs by id."""
    return pd.DataFrame({"organisation_a": ids[pairs["a"]], "organisation_b": ids[pairs["b"]],
                         "together": pairs["together"], "apart": pairs["apart"]})  # fmt: skip
