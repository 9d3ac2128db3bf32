"""Tables that cannot be counted, a disk that fills: a clear line, and nothing half written."""

import resource
import subprocess
import sys

import pandas as pd
import pytest
from national_case import written

from leadnet.build.national import project
from leadnet.simulate.national import write_national
from leadnet.study import StudyError

SEATS = [("m1", "a"), ("m1", "b"), ("m2", "a"), ("m2", "b"), ("m2", "c"), ("m3", "c")]


@pytest.fixture
def tables():
    """Three meetings of one board: a and b meet twice, c meets them once and comes to the third alone."""
    attendance = pd.DataFrame(SEATS, columns=["meeting_id", "org_id"]).assign(
        entry=range(len(SEATS)), person_id=range(len(SEATS)), place=1, by_post=0, status="present", part="member",
        mode="room", on_behalf_of="", item="",
    )  # fmt: skip
    days = {"m1": "2011-01-10", "m2": "2011-02-10", "m3": "2012-03-10"}
    meetings = pd.DataFrame(days.items(), columns=["meeting_id", "date"])
    meetings = meetings.assign(body_id="board", known_by="minutes", host="a")
    seats = pd.DataFrame({"body_id": "board", "org_id": ["a", "b"], "part": "member", "since": ["", "2011-02-01"],
                          "until": ""})  # fmt: skip
    return {"attendance": attendance, "meetings": meetings, "memberships": seats,
            "organisations": pd.DataFrame({"org_id": ["a", "b", "c"]})}  # fmt: skip


def _read(path, query="SELECT * FROM read_parquet('{}')"):
    import duckdb

    with duckdb.connect() as engine:
        return engine.execute(query.format(path)).df()


def test_three_meetings_counted_by_hand(tables, tmp_path):
    found = project(written(tmp_path / "in", tables), tmp_path / "out", by="year")
    assert found.set_aside == 0 and sum(found.pairs.values()) == 3
    whole = _read(tmp_path / "out/rates.parquet").query("since == ''")
    assert whole[["org_id", "n", "known"]].values.tolist() == [["a", 2, 3], ["b", 1, 2]]  # b's seat is from February
    ties = _read(tmp_path / "out/ties.parquet")
    assert ties[["organisation_a", "organisation_b", "together"]].values.tolist() == \
        [["a", "b", 2], ["a", "c", 1], ["b", "c", 1]]  # fmt: skip
    year = _read(tmp_path / "out/ties-by-year/2011.parquet")
    assert year["together"].tolist() == [2, 1, 1] and _read(tmp_path / "out/ties-by-year/2012.parquet").empty


def test_a_meeting_of_more_than_200_is_set_aside_aloud(tables, tmp_path):
    crowd = pd.DataFrame({"org_id": [f"o{at:03}" for at in range(201)]})
    more = crowd.assign(meeting_id="m3", entry=range(10, 211), person_id=range(10, 211), place=1, by_post=0,
                        status="present", part="member", mode="room", on_behalf_of="", item="")  # fmt: skip
    tables["attendance"] = pd.concat([tables["attendance"], more], ignore_index=True)
    tables["organisations"] = pd.concat([tables["organisations"], crowd], ignore_index=True)
    found = project(written(tmp_path / "in", tables), tmp_path / "out")
    assert found.set_aside == 1 and _read(tmp_path / "out/set_aside.parquet")["present"].tolist() == [202]
    assert _read(tmp_path / "out/ties.parquet")["together"].tolist() == [2, 1, 1]


@pytest.mark.parametrize(("spoil", "said"), [
    (lambda of: {**of, "meetings": of["meetings"].drop(columns="host")}, "the column host is missing"),
    (lambda of: {name: of[name] for name in of if name != "memberships"}, "the table memberships is missing"),
    (lambda of: {**of, "meetings": of["meetings"].iloc[:2]}, "is no row of meetings (1 rows, as m3)"),
    (lambda of: {**of, "organisations": of["organisations"].iloc[:2]}, "column org_id: is no row of organisations"),
    (lambda of: {**of, "attendance": of["attendance"].assign(status="came")}, "is not one of present, in_attendance"),
    (lambda of: {**of, "meetings": pd.concat([of["meetings"]] * 2)}, "stands twice"),
    (lambda of: {**of, "meetings": of["meetings"].assign(date="10.1.2011")}, "no date like 2024-03-31"),
    (lambda of: {**of, "meetings": of["meetings"].astype({"date": "datetime64[s]"})}, "column date is TIMESTAMP"),
])  # fmt: skip
def test_tables_that_cannot_be_counted_are_refused_in_one_line(tables, tmp_path, spoil, said):
    folder = written(tmp_path / "in", spoil(tables))
    with pytest.raises(StudyError, match=said.replace("(", r"\(").replace(")", r"\)")):
        project(folder, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]


def test_a_broken_part_file_is_named_and_nothing_is_counted(tables, tmp_path):
    folder = written(tmp_path / "in", tables)
    (folder / "attendance").mkdir()
    (folder / "attendance.parquet").rename(folder / "attendance" / "2011.parquet")
    whole = (folder / "attendance" / "2011.parquet").read_bytes()
    (folder / "attendance" / "2012.parquet").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StudyError, match="2012.parquet: the engine stopped"):
        project(folder, tmp_path / "out")
    tables["attendance"] = tables["attendance"].assign(place="first")
    written(folder / "attendance", {"2012": tables["attendance"]})
    with pytest.raises(StudyError, match="column place is VARCHAR, but BIGINT in"):
        project(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_part_file_with_a_hole_in_it_is_named(tables, tmp_path):
    many = pd.concat([tables["attendance"].assign(entry=at) for at in range(3000)])
    folder = written(tmp_path / "in", {name: tables[name] for name in tables if name != "attendance"})
    for year in ("2011", "2012"):
        written(folder / "attendance", {year: many.assign(meeting_id=f"m{year[-1]}")})
    holed = bytearray((folder / "attendance" / "2012.parquet").read_bytes())
    holed[100 : len(holed) // 2] = bytes(len(holed) // 2 - 100)
    (folder / "attendance" / "2012.parquet").write_bytes(holed)
    with pytest.raises(StudyError, match="2012.parquet: the engine stopped"):
        project(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_there_is_left_alone(tables, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("kept")
    with pytest.raises(StudyError, match="holds something already"):
        project(written(tmp_path / "in", tables), tmp_path / "out")
    with pytest.raises(StudyError, match="--share 0.5: choose 1, 0.1 or 0.01"):
        write_national(tmp_path / "country", 0.5)
    with pytest.raises(StudyError, match="--memory lots: write an amount like 2GB"):
        project(tmp_path / "in", tmp_path / "other", memory="lots")


@pytest.mark.skipif(sys.platform == "win32", reason="extra: Windows has no limit of a file's size")
def test_a_disk_that_fills_leaves_nothing(tables, tmp_path):
    folder = written(tmp_path / "in", tables)
    line = [sys.executable, "-m", "leadnet.cli", "project", str(folder), "--out", str(tmp_path / "out")]
    full = subprocess.run(
        line, capture_output=True, text=True, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
    )
    assert full.returncode == 1 and "Traceback" not in full.stderr
    assert "nothing was written" in full.stderr or "nothing is left of it" in full.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]
