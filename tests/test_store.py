"""Writing into a study: cut anywhere, what stands is the old or the new, and one run at a time writes."""

import errno
import itertools
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from disk_case import everything, failing

from leadnet.study import store
from leadnet.study.tables import StudyError

OLD, NEW = "00000000000a", "00000000000b"


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr(store.os, "fsync", lambda handle: None)


def publish(study, build, said, formats=("docx", "pdf"), records=("lines", "links")):
    """One run: under the lock, publish papers and records that say `said`."""
    papers = {f"briefing.{ending}": f"{said} {ending}".encode() for ending in formats}
    tables = {f"records/{name}.csv": f"{said} {name}".encode() for name in records}
    with store.locked(study):
        tables["datapackage.json"] = b"the same"
        store.publish(study, build, {**papers, "findings.csv": said.encode()}, tuple(papers), tables)


def cut(run, step):
    """Run up to the nth step on the disk; False when the run got to its end."""
    return failing(run, step)[1]


def study_with(folder, *runs):
    """A study after these runs, with files of a person's own where leadnet writes."""
    for name in ("reports/x.new/mine.txt", "reports/mine.part", "reports/note.txt", "records/note.txt"):
        store.write_synced(folder / name, b"mine")
    for run in runs:
        publish(folder, *run)
        store.write_synced(folder / f"reports/{run[0]}/note.txt", b"mine")
    return folder


def old_and_new(tmp_path, case):
    """What stands before a case's run and after it, and a copier of the study as it was."""
    before, run = CASES[case]
    study = study_with(tmp_path / "study", *before)
    changed = shutil.copytree(study, tmp_path / "changed")
    publish(changed, *run)
    return everything(study), everything(changed), lambda name: shutil.copytree(study, tmp_path / name)


WHOLE, FEWER = (NEW, "new"), (OLD, "new", ("docx",), ("lines",))
CASES = {
    "the first": ((), WHOLE),
    "another build": (((OLD, "old"),), WHOLE),
    "the same build, fewer papers": (((OLD, "old"),), FEWER),
    "the same again": (((OLD, "old"),), (OLD, "old")),
    "back to one before": (((OLD, "old"), (NEW, "new")), (OLD, "old")),
}


@pytest.mark.parametrize("case", CASES)
def test_cut_at_any_step_the_next_run_finds_the_old_or_the_new_never_a_mix(tmp_path, case):
    old, new, copied = old_and_new(tmp_path, case)
    seen = []
    for step in range(1, 500):
        study = copied(str(step))
        if not cut(lambda: publish(study, *CASES[case][1]), step):  # noqa: B023
            break
        assert what_is_named_is_there(study), step
        store.settle_if_free(study)
        seen.append(everything(study))
        assert seen[-1] in (old, new), step
    assert step > 30
    published = seen.index(new)
    assert set(map(str, seen[:published])) <= {str(old)} and set(map(str, seen[published:])) == {str(new)}


def what_is_named_is_there(study):
    """Whether all that current.json names is in the build's folder, before the next command has settled anything."""
    current = study / "reports/current.json"
    if not current.exists():
        return True
    held = json.loads(current.read_bytes())
    return {*held["files"]} <= {path.name for path in (study / "reports" / held["build"]).iterdir()}


@pytest.mark.parametrize("case", ["another build", "the same build, fewer papers"])
def test_a_settling_that_is_cut_off_too_is_finished_by_the_next(tmp_path, case):
    old, new, copied = old_and_new(tmp_path, case)
    studies = [copied("0")]
    while (studies[-1] / "reports/current.json").read_bytes() != new["reports/current.json"]:
        studies.append(copied(str(len(studies))))
        assert cut(lambda: publish(studies[-1], *CASES[case][1]), len(studies) - 1)
    last_before, first_after = studies[-2:]
    for study, wanted in ((last_before, old), (first_after, new)):
        for step in itertools.count(1):
            again = shutil.copytree(study, tmp_path / f"{study.name}-{step}")
            if not cut(lambda: store.settle_if_free(again), step):  # noqa: B023
                break
            store.settle_if_free(again)
            assert everything(again) == wanted, step
        assert step > 15


@pytest.mark.parametrize("case", CASES)
def test_a_full_disk_leaves_the_old_and_no_litter(tmp_path, monkeypatch, case):
    old, new, copied = old_and_new(tmp_path, case)
    study, write = copied("full"), store.write_synced
    for full_at in itertools.count(1):
        left = iter(range(full_at - 1, -1, -1))

        def full(path, content, left=left):
            write(path, content[: len(content) // 2])
            if not next(left, 1):
                raise OSError(28, "No space left on device", str(path))
            write(path, content)

        monkeypatch.setattr(store, "write_synced", full)
        try:
            publish(study, *CASES[case][1])
            break
        except StudyError as error:
            assert "No space left on device" in str(error) and "\n" not in str(error)
            assert everything(study) == old and not list(study.glob(".l*")), full_at
    assert full_at > 5 and everything(study) == new


def test_what_fails_after_the_step_that_publishes_is_said_and_the_next_command_finishes_it(tmp_path, monkeypatch):
    old, new, copied = old_and_new(tmp_path, "another build")
    study = copied("failing")
    (study / "reports/briefing.pdf").unlink()
    (study / "reports/briefing.pdf").mkdir()
    with pytest.raises(StudyError, match=f"Is a directory.; build {NEW} is published, and the next command"):
        publish(study, *WHOLE)
    with pytest.raises(StudyError, match="briefing.pdf: cannot be written"), store.locked(study):
        pass
    (study / "reports/briefing.pdf").rmdir()
    store.settle_if_free(study)
    assert everything(study) == new != old


def test_the_pointer_the_papers_and_the_records_are_those_of_the_build(tmp_path):
    publish(tmp_path, OLD, "old")
    publish(tmp_path, NEW, "newer", ("docx", "html"))  # the same build as the next, for more papers
    publish(tmp_path, NEW, "new", ("docx",), ("lines",))
    current = json.loads((tmp_path / "reports/current.json").read_bytes())
    assert (current["build"], current["papers"]) == (NEW, ["briefing.docx"])
    assert everything(tmp_path) == {
        "reports/current.json": (tmp_path / f"reports/{NEW}/build.json").read_bytes(),
        f"reports/{NEW}/build.json": (tmp_path / "reports/current.json").read_bytes(),
        f"reports/{NEW}/briefing.docx": b"new docx",
        f"reports/{NEW}/findings.csv": b"new",
        "reports/briefing.docx": b"new docx",
        "records/lines.csv": b"new lines",
        "datapackage.json": b"the same",
    }


def test_a_person_s_own_files_and_copies_in_reports_stay_and_an_edited_paper_until_the_next_build(tmp_path):
    study = study_with(tmp_path, (OLD, "old"))
    (study / f"reports/{OLD}").rename(study / "reports/as sent")
    (study / "reports/briefing.docx").write_bytes(b"edited")
    store.settle_if_free(study)
    assert (study / "reports/briefing.docx").read_bytes() == b"edited"
    publish(study, NEW, "new")
    assert (study / "reports/briefing.docx").read_bytes() == b"new docx"
    assert (study / "reports/as sent/briefing.docx").read_bytes() == b"old docx"
    assert {(study / f"reports/{name}").read_bytes() for name in ("x.new/mine.txt", "mine.part")} == {b"mine"}


def test_a_damaged_pointer_stops_nothing(tmp_path):
    for damage in (b"", b"[]", b'{"build": "../..", "papers": [], "stands": ["../x"], "files": []}'):
        publish(tmp_path, OLD, "old")
        (tmp_path / "reports/current.json").write_bytes(damage)
        publish(tmp_path, NEW, "new")
        assert json.loads((tmp_path / "reports/current.json").read_bytes())["build"] == NEW
        assert not (tmp_path / "reports" / OLD).exists()


def test_a_list_that_names_what_leadnet_does_not_make_moves_and_removes_nothing(tmp_path):
    study = study_with(tmp_path / "study", (OLD, "old"))
    store.write_synced(tmp_path / "outside.txt", b"mine")
    now = json.loads((study / "reports/current.json").read_bytes())
    for name, added in (("was.json", ["../outside.txt", "papers/notes.txt"]), ("now.json", [])):
        held = {**now, "stands": [*now["stands"], *added]}
        store.write_synced(study / "reports/.leadnet-new" / name, json.dumps(held).encode())
    store.write_synced(study / "papers/notes.txt", b"mine")
    store.settle_if_free(study)
    assert (tmp_path / "outside.txt").exists() and (study / "papers/notes.txt").exists()
    assert not (study / "reports/.leadnet-new").exists()


@pytest.mark.parametrize("name", ["records", "reports", "reports/.leadnet-new", f"reports/{NEW}"])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_where_leadnet_writes_is_refused_and_left_alone(tmp_path, name, there):
    study, elsewhere = tmp_path / "study", tmp_path / "elsewhere"
    (study / name).parent.mkdir(parents=True)
    if there:
        elsewhere.mkdir()
    (study / name).symlink_to(elsewhere)
    for _ in range(2):
        with pytest.raises(StudyError, match=f"{name}: this is a link; .*put a real folder in its place$"):
            publish(study, NEW, "new")
    assert (study / name).is_symlink() and not (there and any(elsewhere.iterdir()))
    assert not (study / ".lock").exists()


# ---- the lock --------------------------------------------------------------------------------------------------------


def test_a_second_run_is_refused_while_the_first_holds_the_lock(tmp_path):
    refused = pytest.raises(StudyError, match=f"another leadnet is working .*process {os.getpid()}")
    with store.locked(tmp_path):
        with refused, store.locked(tmp_path):
            pass
        store.settle_if_free(tmp_path)  # a command that only reads goes on
        assert (tmp_path / ".lock").exists()
    assert not list(tmp_path.iterdir())


def dead():
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    return json.dumps({"process": int(done.stdout), "machine": socket.gethostname()})


def test_the_lock_of_a_run_that_died_is_cleared(tmp_path):
    (tmp_path / ".lock").write_text(dead())
    with store.locked(tmp_path):
        assert json.loads((tmp_path / ".lock").read_text())["process"] == os.getpid()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not store.began(os.getpid()), reason="extra: this system does not say when a process began")
def test_the_lock_of_a_run_whose_number_another_process_has_now_is_cleared(tmp_path):
    held = {"process": os.getpid(), "machine": socket.gethostname(), "began": "1"}
    (tmp_path / ".lock").write_text(json.dumps(held))
    with store.locked(tmp_path):
        assert json.loads((tmp_path / ".lock").read_text())["began"] == store.began(os.getpid()) != "1"
    assert not list(tmp_path.iterdir())


def test_what_fails_under_the_lock_is_one_line_and_the_lock_is_taken_away(tmp_path):
    told = pytest.raises(StudyError, match="gone: cannot be written .No such file.*; what was there before stands$")
    with told, store.locked(tmp_path):
        store.write_synced(tmp_path / "a", b"a file")
        (tmp_path / "gone").open()
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO])
def test_a_file_that_cannot_be_replaced_is_as_it_was_and_nothing_is_left_beside_it(tmp_path, fault):
    target, ends = tmp_path / "judgements.csv", []

    def replaced():
        try:
            store.replace_file(target, b"after")
        except OSError as error:
            return error.errno

    for step in itertools.count(1):
        target.write_bytes(b"before")
        found, reached = failing(replaced, step, fault, for_good=False)
        if not reached:
            break
        ends.append((found, target.read_bytes()))
        assert list(tmp_path.iterdir()) == [target]
    assert ends[-3:] == [(fault, b"before")] * 3, "opened, synced, renamed"
    assert target.read_bytes() == b"after"


def test_a_lock_of_another_machine_is_not_cleared(tmp_path):
    (tmp_path / ".lock").write_text(json.dumps({"process": 1, "machine": "elsewhere"}))
    os.utime(tmp_path / ".lock", (0, 0))
    with pytest.raises(StudyError, match=r"process 1 on elsewhere"), store.locked(tmp_path):
        pass


@pytest.mark.parametrize("content", ["", "{", "[]", '{"process": "x"}', "null"])
def test_a_damaged_lock_is_dead_after_a_minute_and_not_before(tmp_path, content):
    lock = tmp_path / ".lock"
    lock.write_text(content)
    with pytest.raises(StudyError, match=r"\.lock does not say which"), store.locked(tmp_path):
        pass
    os.utime(lock, (time.time() - 61,) * 2)
    with store.locked(tmp_path):
        assert json.loads(lock.read_text())["process"] == os.getpid()
    assert not list(tmp_path.iterdir())


def test_a_lock_is_never_without_its_content_however_the_taking_is_cut(tmp_path):
    def take():
        with store.locked(tmp_path):
            pass

    (tmp_path / "reports").mkdir()
    for step in range(1, 50):
        if not cut(take, step):
            break
        lock = tmp_path / ".lock"
        assert not lock.exists() or json.loads(lock.read_text())["process"]
        for left in tmp_path.glob(".leadnet-*"):
            os.utime(left, (0, 0))
        take()
        assert [path.name for path in tmp_path.iterdir()] == ["reports"]
    assert step > 4


@pytest.mark.parametrize("fault", [OSError(95, "Operation not supported"), AttributeError("link")])
def test_without_hard_links_the_lock_is_exclusive_too(tmp_path, monkeypatch, fault):
    def link(*args):
        raise fault

    monkeypatch.setattr(store.os, "link", link)
    test_a_second_run_is_refused_while_the_first_holds_the_lock(tmp_path)
    test_the_lock_of_a_run_that_died_is_cleared(tmp_path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs are forked processes")
def test_of_many_runs_that_find_a_dead_lock_one_at_a_time_goes_on(tmp_path):
    (tmp_path / ".lock").write_text(dead())
    inside, runs = tmp_path / "inside", []
    for _ in range(12):
        runs.append(os.fork())
        if runs[-1] == 0:
            os._exit(alone(tmp_path, inside))
    ends = [os.waitstatus_to_exitcode(os.waitpid(run, 0)[1]) for run in runs]
    assert 2 not in ends and 0 in ends, "0: went on, 1: refused, 2: two at once"


def alone(study, inside):
    end = time.time() + 0.5
    while time.time() < end:
        with suppress(StudyError), store.locked(study):
            try:
                os.close(os.open(inside, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                return 2
            time.sleep(0.01)
            inside.unlink()
            return 0
    return 1
