"""Every command that writes, on a disk that fails at its nth step: the old or the new, one line, no litter.

Where a command takes more than 60 steps, the first 20, the last 20 and every seventh between fail. What a command
counts and lays out before it writes is done once and given to each run. `brief` is in test_disk_faults.py. The tables
of `project` and `simulate --national` are written by DuckDB, whose steps nobody here can count: there the disk takes no
file above a size.
"""

import errno
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import explore_case
import pandas as pd
import pytest
from disk_case import everything, failing, steps_of
from national_case import written
from test_disk_faults import FAULTS, next_command, one_line

import leadnet
from leadnet import documents, review
from leadnet.briefing import sheet
from leadnet.briefing.sheet_answers import Taken
from leadnet.cli import main
from leadnet.commands import explore, export, forget, simulate
from leadnet.commands import review as review_command
from leadnet.commands import sheet as sheet_command
from leadnet.review.queue import QUEUE
from leadnet.review.taking import Taken as TakenAnswers
from leadnet.study.judgements import answer

MAIN = "from leadnet.cli import main; raise SystemExit(main())"
SIGNED = {"by": "asher", "on": "2024-05-01", "because": "seen"}
CORRECTION = {"doc_id": "jb-2023-01-16", "line": "5", "table": "attendance", "column": "role", "was": "Chief Executive",
              "is": "Chair"} | SIGNED  # fmt: skip
FILES = {"network.gexf": b"a graph", "popolo.json": b"people", "attendance.csv": b"who was there"}
COUNTY = {"study.toml": b"format = 1\n", "papers/a.txt": b"a", "papers/b.txt": b"b", "truth/ties.csv": b"c"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A study with every kind of file leadnet puts beside its papers, the build of it, and a paper to take in."""
    place = tmp_path_factory.mktemp("commands")
    study = explore_case.study(place / "wolds")
    built = leadnet.study(study)
    for name in ("explore.html", "review.csv", "sheets/blaby.docx", "sheets/evidence.html", "exports/popolo.json"):
        (study / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (study / "reports" / name).write_bytes(b"" if name == "review.csv" else b"before")
    (study / "reports" / "review.csv").write_text("question_id,right,verdict,by,on,because\n", encoding="utf-8")
    text = explore_case.minutes(0).replace("16 January 2023", "2023-01-16").replace("2023-01-16", "20 May 2024")
    (place / "new.txt").write_text(text, encoding="utf-8")
    asked = {"kind": "organisation", "left": "The Trust", "right": "old-trust", "scope": "study"}
    return SimpleNamespace(study=study, built=built, paper=place / "new.txt", read=documents.read(place / "new.txt"),
                           answer=answer(asked, "same", **SIGNED))  # fmt: skip


@pytest.fixture
def counted(made, monkeypatch, tmp_path):
    """All that commands find out before they write, found out already."""

    def of(path, **more):
        return replace(made.built, folder=replace(made.built.folder, path=Path(path)))

    for command in (explore, export, forget, review_command, sheet_command):
        monkeypatch.setattr(command, "build_study", of)
    monkeypatch.setattr(documents, "read_papers", lambda paths: [made.read])
    monkeypatch.setattr(explore, "page", lambda built: b"a page")
    monkeypatch.setattr(export, "export_files", lambda built, formats: FILES)
    monkeypatch.setattr(forget, "brief", lambda path, progress: (path, of(path)))
    monkeypatch.setattr(review, "queue_table", lambda built, found: QUEUE.frame([{"question_id": "q-new"}]))
    monkeypatch.setattr(review, "weighed", lambda built, limit, progress: [])
    monkeypatch.setattr(review, "summary", lambda *given: [])
    for command in (sheet, forget):
        monkeypatch.setattr(command, "holds_answers", lambda content: False)
    monkeypatch.setattr(review_command.questions, "answers_of", lambda *given: TakenAnswers([made.answer], [], 0, []))
    monkeypatch.setattr(review_command.questions, "what_changed", lambda *given, **more: [])
    monkeypatch.setattr(sheet_command, "answers_in", lambda *given: Taken(corrections=[CORRECTION]))
    monkeypatch.setattr(sheet, "sheet_of", lambda built, org, author: None)
    monkeypatch.setattr(sheet, "_file", lambda built, made, author: b"a sheet")
    monkeypatch.setattr(sheet, "_evidence", lambda *given: b"lines")
    monkeypatch.setattr(simulate, "simulated", lambda *given: None)
    monkeypatch.setattr(simulate, "files", lambda made: COUNTY)
    monkeypatch.setenv("LEADNET_KEY", str(tmp_path / "key"))
    Path(tmp_path / "key").write_text("ab" * 32)


COMMANDS = {
    "read": ("read", "{paper}", "--into", "{study}"),
    "review": ("review", "{study}"),
    "review --answers": ("review", "{study}", "--answers", "{paper}"),
    "review --propose": ("review", "{study}", "--propose"),
    "explore": ("explore", "{study}"),
    "sheet": ("sheet", "{study}"),
    "sheet --answers": ("sheet", "{study}", "--answers", "{paper}"),
    "export": ("export", "{study}"),
    "export --out": ("export", "{study}", "--out", "{study}/../out"),
    "forget": ("forget", "{study}", "Oz Orme"),
    "simulate": ("simulate", "{study}/../out"),
    "new": ("new", "{study}/../out", "--area", "leicestershire", "--as-at", "2024-06-01", "--ci", "github,gitlab"),
}


def runs(command, made, place):
    """The command on a copy of the study in a place of its own."""
    study = shutil.copytree(made.study, place / "wolds")
    words = [word.format(study=study, paper=made.paper) for word in COMMANDS[command]]
    return place, study, lambda: main(words)


def stands(place):
    """What stands in a place, the place's own name left out: the study, and a folder made beside it."""
    own = str(place).encode()
    return {name: held and held.replace(own, b"here") for name, held in everything(place).items()}


def failed_steps(steps):
    return [n for n in range(1, steps + 1) if steps <= 60 or n <= 20 or n > steps - 20 or n % 7 == 0]


def steps_fail(command, made, folder, capsys, fault, for_good, of=1):
    """The command on disks that fail at each of these steps, or each `of`th of them: how many ended old, and new."""
    place, study, run = runs(command, made, folder / "old")
    old = stands(place)
    _, _, run = runs(command, made, folder / "new")
    steps = steps_of(run)
    assert capsys.readouterr().err.count("leadnet: ") == 0
    new, ends = stands(folder / "new"), []
    for step in failed_steps(steps)[::of]:
        place, study, run = runs(command, made, folder / str(step))
        code, reached = failing(run, step, fault, for_good)
        assert reached
        if code:
            assert os.strerror(fault) in one_line(capsys), step
        capsys.readouterr()
        next_command(study)
        ends.append(finished(place))
        assert ends[-1] in (old, new), (step, code)
        assert ends[-1] == new or code == 1, step
        if for_good and ends[-1] == old:  # a disk that is gone removes nothing either: the next run does
            run()
            capsys.readouterr()
        assert not litter(place), (step, code)
        shutil.rmtree(place)
    return ends.count(old), ends.count(new)


def finished(place):
    """What stands in a place, unfinished folders left aside."""
    return {name: held for name, held in stands(place).items() if not name.startswith(".leadnet-whole")}


def litter(place):
    return [path.name for path in place.rglob(".leadnet-*")] + [path.name for path in place.glob("*/.lock")]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_at_every_sixth_step_of_a_command_leaves_the_old_or_the_new(
    made, counted, tmp_path, capsys, command
):
    assert steps_fail(command, made, tmp_path, capsys, errno.ENOSPC, for_good=False, of=6)[0]


@pytest.mark.parametrize("for_good", [True, False], ids=["for good", "once"])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_whichever_step_of_any_command_fails_the_old_or_the_new_stands(
    made, counted, tmp_path, capsys, long, command, fault, for_good
):
    old, _ = steps_fail(command, made, tmp_path, capsys, FAULTS[fault], for_good)
    assert old > 3  # after the deciding step no fault makes it old again


@pytest.mark.parametrize("command", COMMANDS)
def test_cut_at_a_step_of_any_command_the_next_command_finds_the_old_or_the_new(made, counted, tmp_path, long, command):
    """And where it is the old, the same command again gives the new, whatever the cut left beside it."""
    place, _, _ = runs(command, made, tmp_path / "old")
    old = stands(place)
    _, _, run = runs(command, made, tmp_path / "new")
    steps, new = steps_of(run), stands(tmp_path / "new")
    for step in failed_steps(steps):
        place, study, run = runs(command, made, tmp_path / str(step))
        assert failing(run, step)[1]
        next_command(study)
        found = finished(place)
        assert found in (old, new), step
        if found == old:
            assert run() == 0
            assert stands(place) == new and not litter(place), step
        shutil.rmtree(place)


# ---- files written by DuckDB -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, 4, 400])  # bytes a file may have: none at all, the first of one, some
@pytest.mark.parametrize("command", ["project", "simulate"])
def test_a_disk_that_takes_no_more_of_a_table_is_one_line_and_nothing_is_left(
    tmp_path, needs_duckdb, long, command, size
):
    run, held = limited(command, tmp_path, size)
    said = [line for line in run.stderr.splitlines() if line.startswith("leadnet: ")]
    assert (run.returncode, len(said)) == (1, 1), run.stderr
    assert "File too large" in said[0] and "fault of its own" not in said[0] and "Traceback" not in run.stderr
    assert sorted(tmp_path.iterdir()) == held, said


def test_a_disk_that_takes_the_tables_has_them(tmp_path, needs_duckdb, long):
    assert limited("project", tmp_path, 10**8)[0].returncode == 0
    assert any((tmp_path / "out").iterdir())


def limited(command, place, size):
    """The command in a process that may write no file above a size, and what stood in the place before."""
    words = ["simulate", str(place / "out"), "--national", "--share", "0.01"]
    if command == "project":
        words = ["project", str(tables(place)), "--out", str(place / "out")]
    held = sorted(place.iterdir())
    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n{MAIN}"
    run = [sys.executable, "-c", code, *words]
    return subprocess.run(run, capture_output=True, text=True, check=False, timeout=300), held


@pytest.fixture
def needs_duckdb():
    pytest.importorskip("duckdb")
    pytest.importorskip("resource", reason="extra: this system has no such limits")


def tables(folder):
    """A country of one board and two organisations."""
    frames = {
        "attendance": [{"meeting_id": n, "entry": 1, "org_id": org, "place": 1, "by_post": 0, "person_id": 1,
                        "status": "present", "part": "member", "mode": "room", "on_behalf_of": "", "item": ""}
                       for n in range(12) for org in (0, 1)],
        "meetings": [{"meeting_id": n, "body_id": 0, "date": f"2020-01-{1 + n:02}", "known_by": "minutes", "host": 0}
                     for n in range(12)],
        "memberships": [{"body_id": 0, "org_id": org, "part": "member", "since": "", "until": ""}
                        for org in (0, 1)],
        "organisations": [{"org_id": org} for org in (0, 1)],
    }  # fmt: skip
    return written(folder / "tables", {name: pd.DataFrame(rows) for name, rows in frames.items()})
