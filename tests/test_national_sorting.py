"""Rows made distinct, or counted, by sorting are the engine's own; whatever cannot be packed is left to the engine."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from national_case import rows, written

from leadnet.national import DuckDB, duck
from leadnet.national.by_sorting import runs, shape
from leadnet.study import queries
from leadnet.study.queries import TABLES, TEXTS, step

DISTINCT = "SELECT DISTINCT meeting_id, org_id\nFROM attendance\nWHERE status = 'present'"
COUNTED = "SELECT org_id, COUNT(*) AS n\nFROM attendance\nWHERE status = 'present'\nGROUP BY org_id"
SEATS = [(7, 3), (7, 3), (7, 1), (5, 3), (6, -2)]  # organisation 3 has two people at meeting 7


def _tables(ids):
    attendance = pd.DataFrame([[ids(at) for at in seat] for seat in SEATS], columns=["meeting_id", "org_id"])
    frames = {name: pd.DataFrame({column: ["present"] for column in columns}) for name, columns in TABLES.items()}
    spare = {name: "" if name in TEXTS["attendance"] else 0 for name in TABLES["attendance"]}
    return {**frames, "attendance": attendance.assign(**{**spare, "status": "present", **attendance})}


@pytest.mark.parametrize(("ids", "sorted_queries"), [(int, 2), (str, 0)], ids=["numbers", "text"])
@pytest.mark.parametrize("query", [DISTINCT, COUNTED], ids=["distinct", "counted"])
def test_sorting_and_hashing_give_the_same_rows(ids, sorted_queries, query, tmp_path, monkeypatch):
    sorted_here = []
    monkeypatch.setattr(duck, "runs", lambda *given: sorted_here.append(given) or runs(*given))
    engine = DuckDB(written(tmp_path / "in", _tables(ids)), tmp_path / "spill")
    for _ in engine.parts():
        engine.keep("by_sorting", query)
        engine.add("added", query)
    engine.keep("by_hashing", query)
    found = [engine.rows(f"SELECT * FROM {name}") for name in ("by_sorting", "added", "by_hashing")]
    engine.close()
    assert len(sorted_here) == sorted_queries
    assert len({str(rows(frame, frame.columns)) for frame in found}) == 1 and len({str(f.dtypes) for f in found}) == 1
    assert len(found[0]) == (4 if query == DISTINCT else 3)


def test_only_the_steps_that_have_one_of_the_two_shapes_are_sorted():
    names = sorted(file.stem for file in (Path(queries.__file__).parent / "sql").glob("*.sql"))
    assert [name for name in names if shape(step(name))] == ["came", "came_in_time", "minuted", "there"]


def test_what_cannot_be_packed_is_left_to_the_engine():
    far = {"a": np.array([0, 2**40]), "b": np.array([0, 2**40])}
    null = {"a": np.ma.array([1, 2], mask=[False, True])}
    assert runs(far, counts=False) is None and runs(null, counts=False) is None
    assert runs({"a": np.array([], int)}, counts=True) is None
    found = runs({"a": np.array([2**62, -5, 2**62])[:1].repeat(3), "b": np.array([9, 8, 9])}, counts=True)
    assert {name: of.tolist() for name, of in found.items()} == {"a": [2**62] * 2, "b": [8, 9], "n": [1, 2]}
