"""The SQL of each counting step and the function of a study say the same, to the last digit, on every study held."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from briefing_studies import STUDIES, built
from national_case import all_steps, oddities, on_engine, rows, written

from leadnet import measures
from leadnet.build.results import hosts_of
from leadnet.measures.grid import grid
from leadnet.measures.rates import rates, times
from leadnet.national import Asked, DuckDB, faults
from leadnet.network import meetings_together, opportunity, ties_by_window
from leadnet.study import Rules, fixed, links_by_post, presence, queries, split
from leadnet.study.queries import WHOLE, definition, step, tables_of_study
from leadnet.study.schema import ATTENDANCE, MEETINGS, MEMBERSHIPS
from leadnet.study.tables import row_faults

RULES = (
    Rules(),
    Rules(host_support=False, guests=False),
    Rules(substitutes=False, virtual=False, joint_posts="first"),
    Rules(double_hats="first", item_limited="whole"),
)
COUNCILS = pd.DataFrame({name: [] for name in ("meeting_id", "org_id")}, dtype="str")


@pytest.fixture(scope="module", params=[*STUDIES, "oddities"])
def study(request, tmp_path_factory):
    """A study's records, its tables for an engine, and who was there under any rules."""
    held = oddities(seed=4) if request.param == "oddities" else _as_committed(request.param)
    names = ("attendance", "mentions", "links")
    everybody = presence(*(held[name] for name in names), Rules(), held["hosts"])
    common = held["meetings"], held["hosts"], held["memberships"]
    tables = tables_of_study(held["attendance"], everybody, *common)
    days = sorted(day for day in held["meetings"]["date"] if day)
    return SimpleNamespace(
        tables=written(tmp_path_factory.mktemp("tables") / request.param, tables),
        there=lambda rules: presence(*(held[name] for name in names), rules, held["hosts"]),
        meetings=held["meetings"],
        attendance=held["attendance"],
        seats=held["memberships"],
        years=fixed(days[0], days[-1], "calendar year"),
    )


def _as_committed(name: str) -> dict:
    """The records of a study, read from its papers."""
    study = built(name)
    folder, held = study.folder, study.records
    hosts, dates = hosts_of(folder, held["meetings"]), dict(held["meetings"][["meeting_id", "date"]].to_numpy())
    links = links_by_post(held["attendance"], held["mentions"], held["links"], folder.posts, dates)
    seats = folder.memberships[folder.memberships["state"] != "proposed"]
    return {**held, "links": links, "hosts": hosts, "memberships": seats}


@pytest.fixture(scope="module", params=RULES, ids=str)
def counted(request, study):
    """The study counted by the engine under some rules, beside presence under the same."""
    asked = Asked(request.param, (WHOLE, *study.years))
    engine = DuckDB(study.tables, study.tables.parent / "spill")
    all_steps(engine, asked)
    yield on_engine(engine), study, study.there(request.param), asked
    engine.close()


def test_presence_is_the_same(counted):
    on, _, there, _ = counted
    seats = there.assign(item=[split(cell) or [""] for cell in there["items"]], org=there["org_id"].replace("", None))
    ours = seats.explode("item").astype({"in_room": int, "counted": int})
    columns = ("meeting_id", "entry", "item", "status", "counted", "in_room")
    found = on("SELECT *, org_id AS org FROM presence")
    assert {*rows(found, (*columns, "org"))} == {
        *rows(ours, (*columns, "org"))
    }  # "whole": items are one row or several


def test_tally_and_rates_are_the_same(counted):
    on, study, there, asked = counted
    coverage = measures.coverage(study.meetings)
    table = grid(there, study.meetings, COUNCILS, study.attendance, study.seats)
    came = pd.DataFrame([row for row in times(table, coverage, study.years) if row["measure"] == "meetings_in_room"])
    spans = came.reindex(columns=["other", "subject", "since", "until", "n"]).fillna("")
    assert rows(on(step("tally")), ("body_id", "org_id", "since", "until", "n")) == rows(spans, spans.columns)
    told = rates(table, coverage, study.seats, study.years, asked.rules)
    ours = {_place(row): (row["n"], row["of"], row["value"]) for row in told if row["measure"] == "attendance_rate"}
    found = on(step("rates")).itertuples()
    theirs = {(r.body_id, r.org_id, r.since, r.until): (r.n, r.known, r.share) for r in found if r.known}
    assert theirs == ours
    bounds = {_place(row): row["of"] for row in told if row["measure"] == "attendance_bounds"}
    found = on(step("rates")).itertuples()
    assert {(r.body_id, r.org_id, r.since, r.until): r.known + r.missing for r in found if r.missing} == bounds


def _place(row):
    return row["other"], row["subject"], row.get("since", ""), row.get("until", "")


def test_meetings_together_and_apart_are_the_same_in_the_whole_and_in_every_year(counted):
    on, study, there, asked = counted
    ours = meetings_together(there)
    ours = ours[ours["together"] + ours["apart"] > 0]
    pair = ("organisation_a", "organisation_b", "together")
    assert rows(on("SELECT * FROM pairs WHERE span = 0"), (*pair, "apart")) == rows(ours, (*pair, "apart"))
    yearly = on("SELECT p.*, w.since, w.until FROM pairs p JOIN windows w ON w.span = p.span WHERE p.span > 0")
    ours = ties_by_window(there, study.meetings, study.years)
    assert rows(yearly[yearly["together"] > 0], ("since", *pair)) == rows(ours, ("since", *pair))


def test_windows_and_opportunities_are_the_same(counted):
    on, study, there, asked = counted
    days = zip(study.meetings["meeting_id"], study.meetings["date"], strict=True)
    ours = [(key, at) for key, day in days for at, of in enumerate(asked.windows) if of == WHOLE or of.holds(day)]
    assert rows(on("SELECT * FROM meeting_windows"), ("meeting_id", "span")) == sorted(ours, key=str)
    listed = opportunity(there, study.meetings, study.seats)
    columns = ("org_id", "meeting_id", "known_by")
    assert rows(on("SELECT * FROM opportunity"), columns) == rows(listed, columns)


SPOILT = (  # table, column, what is put there, its table in a study
    ("meetings", "known_by", "hearsay", MEETINGS), ("meetings", "known_by", "announced", MEETINGS),
    ("meetings", "date", "10 May 2011", MEETINGS), ("meetings", "date", "", MEETINGS),
    ("memberships", "since", "2011", MEMBERSHIPS), ("memberships", "until", "", MEMBERSHIPS),
    ("attendance", "status", "came", ATTENDANCE), ("attendance", "status", "expected", ATTENDANCE),
)  # fmt: skip


@pytest.mark.parametrize("spoilt", SPOILT, ids=str)
def test_key_checks_refuse_what_a_study_refuses_and_nothing_else(spoilt, tmp_path):
    name, column, cell, kept = spoilt
    held = oddities(seed=4)
    everybody = presence(*(held[table] for table in ("attendance", "mentions", "links")), Rules(), held["hosts"])
    tables = tables_of_study(held["attendance"], everybody, held["meetings"], held["hosts"], held["memberships"])
    spell = {"memberships": [(cell, "") if column == "since" else ("", cell)] * 28}
    for frame in (held[name], tables[name]):
        frame[column] = [cell, *frame[column][1:]]
        if name in spell:
            frame[["since", "until"]] = spell[name]
    refused = row_faults(held[name].astype("str").to_dict("records"), kept, name)
    engine = DuckDB(written(tmp_path / "in", tables), tmp_path / "spill")
    told = [line for checks in ("checks", "entry_checks") for line in faults(engine, checks)]
    engine.close()
    assert bool(told) == any(f"column {column}:" in line for line in refused)
    assert all(line.startswith(f"{name}, column") and column in line for line in told)


def test_each_step_says_in_words_what_it_counts():
    files = sorted((Path(queries.__file__).parent / "sql").glob("*.sql"))
    assert {file.stem for file in files} >= {*queries.IN_MEMORY}
    assert all(len(definition(file.stem)) > 20 for file in files)
    banned = ("FILTER", "QUALIFY", "GROUP BY ALL", "LATERAL", "::", "LIST_", "STRUCT")
    for file in files:
        text = file.read_text(encoding="utf-8").upper()
        assert not [word for word in banned if word in text], file.name
