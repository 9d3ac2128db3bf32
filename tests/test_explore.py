"""What the page and the widget hold: counts as in the tables, nobody named who may not be, the originals untouched."""

import json
import shutil
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import explore_case
import pytest

import leadnet
from leadnet.cli import main
from leadnet.commands import lab
from leadnet.explore import payload, shown, tested, widget
from leadnet.explore.facts import own_lines
from leadnet.explore.one_page import page, page_of
from leadnet.explore.switches import SWITCHES
from leadnet.study import StudyError, find_study

NOT_TO_BE_NAMED = ("Orme", "Birch", "Cedar", "Dogwood", "Elder", "Gorse", "Hazel", "Iris", "Juniper", "Sloe")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return explore_case.shared(tmp_path_factory.getbasetemp())[0]


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    return explore_case.shared(tmp_path_factory.getbasetemp())[1]


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
    assert [at["id"] for at in held["clauses"]] == list(dict.fromkeys(built.ledger["action_id"]))


def test_an_action_stands_once_with_every_later_paper_named(held):
    later = held["clauses"][0]["later"]
    assert [(at["shows"], at["paper"], at["lines"] or at["searched"]) for at in later[:3]] == [
        ("not mentioned later", "minutes of 20 March 2023", "lines 1 to 23"),
        ("shown begun", "minutes of 15 May 2023", "28"),
        ("not judged", "minutes of 17 July 2023", "lines 1 to 22"),
    ]
    assert [at["cites"] for at in later] == ["", "jb-2023-05-15:28", "", "", "", "", ""]
    assert "jb-2023-05-15:28" in held["lines"]


LIST = {"m:5": "Present: Ann Arden (Wold County", "m:6": "Council; Chair), Bo Birch (Blaby", "m:7": "Council)"}


@pytest.mark.parametrize(
    ("line", "printed", "organisation", "own"),
    [
        ("5-7", "Ann Arden", "Wold County Council", "m:5-6"),
        ("5-7", "Bo Birch", "", "m:6"),
        ("5-7", "Council", "", ""),  # printed twice: which one is meant cannot be said
        ("5-7", "Cy Cedar", "", ""),
        ("5", "Ann Arden", "", ""),  # it cites its own line already
    ],
)
def test_an_entry_of_a_running_list_knows_the_lines_that_print_it(line, printed, organisation, own):
    row = SimpleNamespace(doc_id="m", line=line, printed=printed, organisations=organisation)
    assert own_lines(row, LIST) == own


def test_where_no_tie_can_be_told_the_page_has_the_briefings_sentences(built, held):
    assert held["tests"][0]["untold"] == leadnet.say(built.needed).splitlines()
    pairs = len(held["tests"][1]["verdict"])
    assert f"of none of the {pairs} pairs can the record tell" in held["tests"][1]["untold"][0]


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


def test_a_test_is_that_of_a_study_of_these_rules_and_these_meetings_alone(built, held):
    late = tuple(built.meetings.loc[built.meetings["date"] > "2023-12-31", "meeting_id"])
    rules = {"joint_posts": "first", "follow_successions": True}
    found = tested.tested(built, replace(built.rules, **rules), held["tests"][1]["window"])
    alone = built.what_if(**rules, without_meetings=late).ties
    assert found["of"] == sorted({*alone["organisation_a"], *alone["organisation_b"]})
    assert found["possible"] == alone["possible"].tolist()
    assert found["expected"] == [round(n, 2) for n in alone["expected"].tolist()]


@pytest.fixture
def untested(monkeypatch):
    """No tests against chance, for what does not turn on them: they take longest."""
    monkeypatch.setattr(shown, "prepared", lambda *_: ())


def test_nobody_who_may_not_be_named_is_in_any_byte_of_the_page(built, written, untested):
    text = written.decode()
    assert [name for name in NOT_TO_BE_NAMED if name.casefold() in text.casefold()] == []
    assert "Arden" in text
    settings = replace(built.folder.settings, mode="internal")
    internal = page(replace(built, folder=replace(built.folder, settings=settings))).decode()
    assert all(name in internal for name in NOT_TO_BE_NAMED)


def test_no_line_of_an_exempt_paper_is_in_the_page(tmp_path, untested):
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


def test_a_name_cannot_end_the_element_it_stands_in(held):
    hostile = held | {"title": "</title></script><script>alert(1)</script>"}
    assert b"<script>alert" not in page_of(hostile)


def test_the_widget_tells_its_state_and_tests_again_what_was_not_tested(seen):
    assert repr(seen) == "leadnet.explore: 14 organisations, 8 meetings"
    assert (seen.selection, seen.window, seen.view) == ({}, [], "map")
    seen.rules = {**seen.rules, "guests": False, "virtual": False}
    assert seen.tested["rules"] == seen.rules
    assert len(seen.tested["verdict"]) == len(list(combinations(seen.tested["of"], 2)))
    seen.window = ["2023-01-01", "2023-06-30"]
    assert seen.tested["meetings"] == 3


def test_the_command_writes_the_same_page_of_the_same_study_where_it_is_told(
    built, held, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(shown, "prepared", lambda built, _: [tested.tested(built, built.rules)])  # the others take long
    folder = shutil.copytree(built.folder.path, tmp_path / "board")
    assert main(["explore", str(folder), "--out", str(tmp_path / "board.html")]) == 0
    assert (tmp_path / "board.html").read_bytes() == page_of(held | {"tests": held["tests"][:1]})
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
