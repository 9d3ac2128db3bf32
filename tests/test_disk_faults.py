"""Runs that are killed, disks that fail: what stands is the old briefing or the new one, and no litter beside it."""

import errno
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import explore_case
import pytest
from disk_case import everything, failing

from leadnet.briefing import brief
from leadnet.cli import main
from leadnet.commands import explore as explore_command
from leadnet.study import store

HOME = sys.modules[brief.__module__]
COUNTING = ("study", "files_of", "with_changes")  # what `brief` does before it writes
KILLED = 100
FAULTS = {"no space": errno.ENOSPC, "input and output": errno.EIO, "read only": errno.EROFS}


@pytest.fixture(autouse=True)
def no_bytecode(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """A study of two papers with a briefing in it, its author's words changed since; and the same after the next run.

    `brief` is that run with the reading and counting, which write nothing, done before.
    """
    study = explore_case.study(tmp_path_factory.mktemp("disk") / "wolds")
    for file, most in (("sources.csv", 3), ("register/judgements.csv", 1)):  # answers name lines of the other papers
        rows = (study / file).read_text(encoding="utf-8").splitlines(keepends=True)
        (study / file).write_text("".join(rows[:most]), encoding="utf-8")
    assert main(["brief", str(study), "--to", "html"]) == 0
    words = (study / "briefing.toml").read_text(encoding="utf-8")
    (study / "briefing.toml").write_text(words.replace("the plenary", "the leaders' forum"), encoding="utf-8")
    after, kept = shutil.copytree(study, study.with_name("after")), {}
    with pytest.MonkeyPatch.context() as patch:
        for name in COUNTING:
            patch.setattr(HOME, name, _keeping(kept, name, getattr(HOME, name)))
        assert main(["brief", str(after), "--to", "html"]) == 0

    def written(path):
        with pytest.MonkeyPatch.context() as patch:
            for name, result in kept.items():
                patch.setattr(HOME, name, lambda *given, result=result, **more: result)
            return main(["brief", str(path), "--to", "html"])

    return SimpleNamespace(
        study=study, old=everything(study), new=everything(after), brief=written, built=kept["study"]
    )


def _keeping(kept, name, call):
    def kept_call(*given, **more):
        kept[name] = call(*given, **more)
        return kept[name]

    return kept_call


def one_line(capsys):
    """The one line a refused command ends with."""
    (said,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("leadnet: ")]
    assert "fault of its own" not in said and "Traceback" not in said, said
    return said


def next_command(study):
    """What any command does first, a minute later: a lock that was cut while it was written is dead by then."""
    for left in study.glob(".leadnet-lock-*"):
        os.utime(left, (0, 0))
    store.settle_if_free(study)


def litter(study):
    return [path.name for path in study.rglob(".leadnet-*")] + [path.name for path in study.glob(".lock")]


# ---- the nth step fails ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("for_good", [True, False], ids=["for good", "once"])
def test_whichever_write_sync_or_rename_of_a_briefing_fails_the_old_or_the_new_stands(
    runs, tmp_path, capsys, long, fault, for_good
):
    every_step(runs, tmp_path, capsys, FAULTS[fault], for_good)


def test_a_full_disk_at_any_step_of_a_briefing_leaves_the_old_or_the_new(runs, tmp_path, capsys):
    every_step(runs, tmp_path, capsys, errno.ENOSPC, for_good=True)


def every_step(runs, tmp_path, capsys, fault, for_good):
    """A run for each step that can fail; the next command, with a disk that works, finds the old or the new."""
    ends = []
    for step in itertools.count(1):
        study = shutil.copytree(runs.study, tmp_path / str(step))
        code, reached = failing(lambda: runs.brief(study), step, fault, for_good)  # noqa: B023
        if not reached:
            break
        at_once = everything(study)
        if code:
            said = one_line(capsys)
            assert os.strerror(fault) in said, said
            if not for_good:
                assert at_once in (runs.old, runs.new) or "is published, and the next command" in said, (step, said)
        capsys.readouterr()
        next_command(study)
        ends.append(everything(study))
        assert ends[-1] in (runs.old, runs.new) and not litter(study), (step, code)
        assert ends[-1] == runs.new or code == 1, step
        shutil.rmtree(study)
    assert step > 40 and runs.old in ends and runs.new in ends and everything(study) == runs.new


def test_cut_at_each_step_of_a_briefing_the_next_command_finds_the_old_or_the_new(runs, tmp_path, long):
    ends = []
    for step in itertools.count(1):
        study = shutil.copytree(runs.study, tmp_path / str(step))
        if not failing(lambda: runs.brief(study), step)[1]:  # noqa: B023
            break
        next_command(study)
        ends.append(everything(study))
        assert ends[-1] in (runs.old, runs.new), step
        shutil.rmtree(study)
    published = ends.index(runs.new)
    assert all(end == runs.old for end in ends[:published]) and all(end == runs.new for end in ends[published:])


@pytest.mark.parametrize("for_good", [True, False], ids=["for good", "once"])
def test_a_page_or_a_sheet_that_cannot_be_written_is_one_line_and_what_was_there_stands(
    runs, tmp_path, capsys, monkeypatch, for_good
):
    monkeypatch.setattr(explore_command, "build_study", lambda *given, **more: runs.built)
    monkeypatch.setattr(explore_command, "page", lambda built: b"a page")
    for step in itertools.count(1):
        study = shutil.copytree(runs.study, tmp_path / str(step))
        store.write_synced(study / "reports" / "explore.html", b"the page before")
        code, reached = failing(lambda: main(["explore", str(study)]), step, errno.ENOSPC, for_good)  # noqa: B023
        if not reached:
            break
        if code:
            assert "No space left on device" in one_line(capsys)
        capsys.readouterr()
        next_command(study)
        assert (study / "reports" / "explore.html").read_bytes() == (b"the page before" if code else b"a page")
        assert not litter(study), step
    assert step > 5


# ---- killed ----------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "fork"), reason="extra: this system cannot fork")
def test_killed_a_hundred_times_the_next_command_finds_the_old_or_the_new_and_no_process_is_left(runs, tmp_path, long):
    chance, ends = random.Random(12), []
    began = time.monotonic()
    ended_by_itself(started(shutil.copytree(runs.study, tmp_path / "whole")), until=began + 600)
    takes = time.monotonic() - began
    for run in range(0, KILLED, 2):  # one early, one late, side by side
        studies = [shutil.copytree(runs.study, tmp_path / str(n)) for n in (run, run + 1)]
        if run % 4 == 0:
            shutil.rmtree(studies[run // 4 % 2] / ".read")  # then the papers are read again, by helpers
        began = time.monotonic()
        going = [started(study) for study in studies]
        whens = sorted((began + takes * chance.uniform(0.7 * late, 1.0), late) for late in (0, 1))
        for until, which in whens:
            ended_by_itself(going[which], until) or kill(going[which])
        for study in studies:
            assert named_is_there(study), study.name
            next_command(study)
            ends.append(everything(study))
            assert ends[-1] in (runs.old, runs.new) and not litter(study), study.name
            shutil.rmtree(study)
    assert len(ends) == KILLED and runs.old in ends


def started(study):
    """Brief in a process of its own, by its id."""
    process = os.fork()
    if process == 0:
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123
            os.dup2(nowhere.fileno(), 1), os.dup2(nowhere.fileno(), 2)
        os._exit(main(["brief", str(study), "--to", "html"]))
    return process


def ended_by_itself(process, until):
    """Whether a process ends before then."""
    while time.monotonic() < until:
        if os.waitpid(process, os.WNOHANG)[0]:
            return True
        time.sleep(0.002)
    return False


def kill(process):
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def named_is_there(study):
    """Whether all that current.json names is in the build's folder, before the next command has settled anything."""
    held = json.loads((study / "reports/current.json").read_bytes())
    return {*held["files"]} <= {path.name for path in (study / "reports" / held["build"]).iterdir()}


# ---- several at a time, and again ------------------------------------------------------------------------------------


def test_of_eight_runs_at_a_time_some_write_and_the_others_say_who_does(runs, tmp_path, long):
    study = shutil.copytree(runs.study, tmp_path / "wolds")
    words = [sys.executable, "-m", "leadnet.cli", "brief", str(study), "--to", "html"]
    eight = [subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(8)]
    said = [run.communicate(timeout=300)[1] for run in eight]
    codes = [run.returncode for run in eight]
    assert 0 in codes and {*codes} <= {0, 1}
    for code, lines in zip(codes, said, strict=True):
        assert code == 0 or "another leadnet is working on this study (process " in lines.splitlines()[-1]
    assert everything(study) == runs.new and not litter(study)


def test_a_run_again_reads_only_the_paper_that_changed(runs, tmp_path, monkeypatch):
    study, read = shutil.copytree(runs.study, tmp_path / "wolds"), []
    changed = sorted((study / "papers").iterdir())[0]
    changed.write_text(
        changed.read_text(encoding="utf-8") + "\nThe next meeting is on 5 June 2023.\n", encoding="utf-8"
    )
    from leadnet.documents.worker import _Helper

    whole = _Helper.read
    monkeypatch.setattr(_Helper, "read", lambda self, path, doc_id: read.append(path.name) or whole(self, path, doc_id))
    brief(study, ["html"])
    assert read == [changed.name]
