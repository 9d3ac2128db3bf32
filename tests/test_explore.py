"""What the page and the widget hold: counts as in the tables, nobody named who may not be, the originals untouched."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import explore_case
import pytest

import leadnet
from leadnet.cli import main
from leadnet.commands import lab
from leadnet.explore import payload, widget
from leadnet.explore.one_page import page, page_of
from leadnet.explore.switches import SWITCHES
from leadnet.study import StudyError, find_study

NOT_TO_BE_NAMED = ("Orme", "Birch", "Cedar", "Dogwood", "Elder", "Gorse", "Hazel", "Iris", "Juniper", "Sloe")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return leadnet.study(explore_case.study(tmp_path_factory.mktemp("explore") / "board"))


@pytest.fixture(scope="module")
def held(built):
    return payload(built)


@pytest.fixture(scope="module")
def written(held):
    return page_of(held)


@pytest.fixture
def seen(built, held, monkeypatch):
    monkeypatch.setattr(widget, "payload", lambda _: held)
    return leadnet.explore(built)


def test_the_payload_has_every_organisation_meeting_and_entry_of_the_tables(built, held):
    later = [at["id"] for at in held["organisations"] if at["later"]]
    assert [at["id"] for at in held["organisations"] if not at["later"]] == sorted(set(built.grid["org_id"]))
    assert later == []
    assert [at["id"] for at in held["meetings"]] == sorted(built.coverage["meeting_id"])
    assert len(held["entries"]["org"]) == len(built.there)
    assert held["entries"]["org"].count(-1) == (built.there["org_id"] == "").sum()
    assert len(held["clauses"]) == len(built.ledger)


def test_every_switch_says_how_many_entries_it_touches(held):
    # Orme's eight supports; two letters S; four G; four V; Hazel's five joint posts; Iris's four double hats; three I
    # and three J; four entries of the Old Trust
    touched = {at["rule"]: at["touches"] for at in held["switches"]}
    assert touched == dict(host_support=8, substitutes=2, guests=4, virtual=4, joint_posts=5, double_hats=4,
                           item_limited=6, follow_successions=4)  # fmt: skip


def test_tests_are_held_for_the_record_its_window_and_each_switch_alone(built, held):
    own = held["tests"][0]
    assert list(own["verdict"]) == ["n" for _ in range(len(built.ties))]
    assert own["possible"] == built.ties["possible"].tolist()
    assert [test["window"] for test in held["tests"][:2]] == [[], ["2023-01-01", "2023-12-31"]]
    assert held["tests"][1]["meetings"] == 6
    changed = [{rule for rule in own["rules"] if test["rules"][rule] != own["rules"][rule]} for test in held["tests"]]
    assert changed == [set(), set(), *({switch.rule} for switch in SWITCHES)]


def test_a_test_within_a_window_is_that_of_a_study_of_these_meetings_alone(built, held):
    late = tuple(built.meetings.loc[built.meetings["date"] > "2023-12-31", "meeting_id"])
    alone = built.what_if(without_meetings=late).ties
    assert held["tests"][1]["possible"] == alone["possible"].tolist()
    assert held["tests"][1]["expected"] == [round(n, 2) for n in alone["expected"].tolist()]


@pytest.mark.parametrize("rules", [{"joint_posts": "first"}, {"follow_successions": True}])
def test_a_switch_is_tested_as_the_study_would_be_under_that_rule(built, held, rules):
    found = next(test for test in held["tests"] if rules.items() <= test["rules"].items())
    whole = built.what_if(**rules).ties
    assert found["of"] == sorted({*whole["organisation_a"], *whole["organisation_b"]})
    assert found["expected"] == [round(n, 2) for n in whole["expected"].tolist()]


def test_nobody_who_may_not_be_named_is_in_any_byte_of_the_page(written, tmp_path):
    text = written.decode()
    assert [name for name in NOT_TO_BE_NAMED if name.casefold() in text.casefold()] == []
    assert "Arden" in text
    internal = page(leadnet.study(explore_case.study(tmp_path / "open", mode="internal"))).decode()
    assert all(name in internal for name in NOT_TO_BE_NAMED)


def test_no_line_of_an_exempt_paper_is_in_the_page(tmp_path):
    closed = payload(leadnet.study(explore_case.study(tmp_path / "closed", access="exempt")))
    last = [line for cite, line in closed["lines"].items() if cite.startswith("jb-2024-03-18:")]
    assert set(last) == {"[a line of an exempt paper]"}
    words = {clause["text"] for clause in closed["clauses"] if clause["cites"].startswith("jb-2024-03-18:")}
    assert words == {"[a line of an exempt paper]"}


def test_the_page_says_what_it_is_and_what_may_not_be_concluded(written):
    text = written.decode()
    assert "Made-up data" in text
    assert "Attendance is not influence, agreement or trust." in text
    assert "default-src &#39;none&#39;" in text
    assert "://" not in text.replace("http://www.w3.org/2000/svg", "")  # the name of a language, which nobody asks


def test_the_same_study_gives_the_same_page(built, written):
    assert page(built) == written


def test_a_name_cannot_end_the_element_it_stands_in(held):
    hostile = held | {"title": "</title></script><script>alert(1)</script>"}
    assert b"<script>alert" not in page_of(hostile)


def test_the_widget_tells_its_state_and_tests_again_what_was_not_tested(built, seen):
    assert repr(seen) == "leadnet.explore: 14 organisations, 8 meetings"
    assert (seen.selection, seen.window, seen.view) == ({}, [], "map")
    seen.rules = {**seen.rules, "guests": False, "virtual": False}
    assert seen.tested["rules"] == seen.rules
    assert len(seen.tested["verdict"]) == len(built.what_if(guests=False, virtual=False).ties)
    seen.window = ["2023-01-01", "2023-06-30"]
    assert seen.tested["meetings"] == 3


def test_the_command_writes_the_page_into_the_reports_or_where_it_is_told(built, written, tmp_path, capsys):
    folder = shutil.copytree(built.folder.path, tmp_path / "board")
    assert main(["explore", str(folder), "--out", str(tmp_path / "board.html")]) == 0
    assert (tmp_path / "board.html").read_bytes() == written
    assert not (folder / "reports" / "explore.html").exists()
    assert main(["explore", str(folder), "--out", str(tmp_path / "none" / "board.html")]) == 1
    assert "name a file in a folder that is there" in capsys.readouterr().err


def test_lab_works_on_copies_without_the_results_of_another_study(built, tmp_path, capsys):
    assert main(["lab", str(built.folder.path), "--folder", str(tmp_path / "new"), "--copy-only"]) == 0
    assert (tmp_path / "new" / "data" / "board" / "study.toml").is_file()
    books = sorted((tmp_path / "new" / "notebooks").glob("*.ipynb"))
    cells = [cell for book in books for cell in json.loads(book.read_text(encoding="utf-8"))["cells"]]
    assert len(cells) > 10
    assert not any(cell.get("outputs") for cell in cells)
    assert main(["lab", str(built.folder.path), "--folder", str(tmp_path / "new"), "--copy-only"]) == 1
    assert "name a new or an empty folder" in capsys.readouterr().err


def test_lab_opens_jupyterlab_on_the_copy_and_names_the_study_to_the_notebooks(built, tmp_path, monkeypatch):
    asked = []
    ended = SimpleNamespace(returncode=0)
    monkeypatch.setattr(lab.subprocess, "run", lambda words, **how: asked.append((words, how)) or ended)
    assert main(["lab", str(built.folder.path), "--folder", str(tmp_path / "new")]) == 0
    [(words, how)] = asked
    assert f"--ServerApp.root_dir={tmp_path / 'new'}" in words
    assert how["env"]["LEADNET_STUDY"] == "board"
    monkeypatch.chdir(tmp_path / "new" / "notebooks")
    assert find_study("board") == tmp_path / "new" / "data" / "board"


def test_where_the_notebooks_are_not_there_lab_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(leadnet, "__file__", str(tmp_path / "leadnet" / "__init__.py"))
    with pytest.raises(StudyError, match="no part of an installed leadnet"):
        lab.notebooks()


def test_the_package_and_the_function_of_one_name_do_not_hide_each_other(seen):
    assert Path(leadnet.explore.__file__).name == "__init__.py"
    assert isinstance(seen, leadnet.explore.widget.Explore)
