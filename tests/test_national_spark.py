"""Every query on a local Spark and on the embedded engine, one hundredth of a made-up country: the same rows.

One session, on this machine alone. Needs Java and pyspark: make test-all.
"""

import pandas as pd
import pytest
from conftest import _package_of, _path_of
from national_case import all_steps, rows, written

from leadnet.build.national import project
from leadnet.national import Asked, DuckDB, Spark, faults, local_session, years_of
from leadnet.simulate.national import write_national
from leadnet.study import Rules
from leadnet.study.queries import WHOLE

STEPS = ("rules", "windows", "hosts", "minuted", "seats", "member_spells", "duty_spells", "duty", "partial",
         "meeting_windows", "presence", "there", "sizes", "room", "set_aside", "lists", "held", "doubtful", "due",
         "came", "came_in_time", "odd", "attended", "tally", "rates", "seen", "apart", "pairs",
         "opportunity")  # fmt: skip
ASKED = Rules(guests=False, host_support=False)  # so that something is ruled out
MOST = 30  # so that some meetings are set aside


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    folder = tmp_path_factory.mktemp("country") / "tables"
    write_national(folder, 0.01, seed=2)
    return folder


@pytest.fixture(scope="module")
def session():
    _path_of("java")
    _package_of("pyspark")
    made = local_session("1GB")
    yield made
    made.stop()


def test_every_query_gives_the_same_rows_on_both_engines(country, session, tmp_path):
    embedded, cluster = DuckDB(country, tmp_path / "spill"), Spark(country, session)
    for engine in (embedded, cluster):
        all_steps(engine, Asked(ASKED, (WHOLE, *years_of(embedded)[:3]), MOST))
    for name in STEPS:
        query = f"SELECT * FROM {name}"
        ours, theirs = _ordered(embedded.rows(query)), _ordered(cluster.rows(query))
        assert len(ours) and ours.columns.tolist() == theirs.columns.tolist(), name
        pd.testing.assert_frame_equal(ours, theirs, check_dtype=False, check_exact=True, obj=name)
    assert all(faults(engine, of) == [] for engine in (embedded, cluster) for of in ("checks", "entry_checks"))


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values(frame.columns.tolist(), ignore_index=True)


def test_the_whole_analysis_is_the_same_on_both_engines(country, session, tmp_path):
    embedded = DuckDB(country, tmp_path / "spill")
    some = "WHERE body_id % 20 = 0"
    held = f"WHERE meeting_id IN (SELECT meeting_id FROM meetings {some})"
    wanted = {"attendance": held, "meetings": some, "memberships": some, "organisations": ""}
    frames = {name: embedded.rows(f"SELECT * FROM {name} {where}") for name, where in wanted.items()}
    tables = written(tmp_path / "some", frames)
    for engine in ("duckdb", "spark"):
        project(tables, tmp_path / engine, engine=engine)
    for name in ("attended", "rates", "ties"):
        paths = tmp_path / "duckdb" / f"{name}.parquet", tmp_path / "spark" / f"{name}.parquet"
        found = [
            embedded.rows(f"SELECT * FROM read_parquet('{path / '*.parquet' if path.is_dir() else path}')")
            for path in paths
        ]
        assert len(found[0]) > 600 and rows(found[0], found[0].columns) == rows(found[1], found[0].columns)
