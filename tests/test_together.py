"""Several files of a study changed in one step, and folders made whole: cut anywhere, old or new and no litter."""

import errno
import itertools
import json
import os
import shutil

import pytest
from disk_case import NOBODY, everything, failing

from leadnet.study import store, together
from leadnet.study.tables import StudyError
from leadnet.study.whole import write_whole

FILES = {"sources.csv": b"new", "register/people.csv": b"new", "papers/b.txt": b"new", "reports/sheets/x.docx": b"new"}


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    monkeypatch.setattr(store.os, "fsync", lambda handle: None)


@pytest.fixture
def study(tmp_path):
    """A study with two tables, a paper, an export, a briefing, and what was read."""
    for name in ("sources.csv", "register/people.csv", "papers/a.txt", "reports/exports/a.csv", "reports/a.docx",
                 "records/lines.csv", ".read/1/a.json"):  # fmt: skip
        store.write_synced(tmp_path / "study" / name, b"old")
    return tmp_path / "study"


def change(study, files, gone=()):
    with store.locked(study):
        together.write_together(study, files, gone)


CASES = {
    "tables, a paper and a sheet": (FILES, ()),
    "a folder in place of one": (
        {"reports/exports/b.csv": b"new", "reports/exports/c.csv": b"new"},
        ["reports/exports"],
    ),
    "a table, and what was made of it gone": ({"register/people.csv": b"new"}, [".read", "records", "reports"]),
    "a first export": ({"reports/exports/b.csv": b"new"}, ["reports/exports"]),
}


def whole(study):
    """All that is in a study, what was read too."""
    return {**everything(study), "read": sorted(path.name for path in study.glob(".read/*"))}


@pytest.mark.parametrize("case", CASES)
def test_cut_at_any_step_the_next_command_finds_the_old_or_the_new(study, tmp_path, case):
    if case == "a first export":
        shutil.rmtree(study / "reports/exports")
    changed = shutil.copytree(study, tmp_path / "changed")
    change(changed, *CASES[case])
    old, new, seen = whole(study), whole(changed), []
    for step in itertools.count(1):
        tried = shutil.copytree(study, tmp_path / str(step))
        if not failing(lambda: change(tried, *CASES[case]), step)[1]:  # noqa: B023
            break
        exports = {path.name: path.read_bytes() for path in tried.glob("reports/exports/*")}
        assert set(exports.values()) in (set(), {b"old"}, {b"new"}), "at no time a mix"
        assert {*exports} in (set(), {"a.csv"}, {"b.csv", "c.csv"}, {"b.csv"} if case == "a first export" else set())
        store.settle_if_free(tried)
        seen.append(whole(tried))
        assert seen[-1] in (old, new), step
        assert not [path for path in tried.rglob(".leadnet-*") if ".leadnet-lock" not in path.name], step
    assert step > 8 and old in seen and new in seen
    assert seen == sorted(seen, key=lambda state: state == new), "once new, never old again"


def test_a_finishing_that_is_cut_off_too_is_finished_by_the_next(study, tmp_path):
    files, gone = CASES["a folder in place of one"]
    changed = shutil.copytree(study, tmp_path / "changed")
    change(changed, files, gone)
    begun = study / together.NEW
    for path, content in files.items():
        store.write_synced(begun / "files" / path, content)
    store.write_synced(begun / together.LIST, json.dumps({"files": [*files], "gone": gone}).encode())
    for step in itertools.count(1):
        tried = shutil.copytree(study, tmp_path / str(step))
        if not failing(lambda: store.settle_if_free(tried), step)[1]:  # noqa: B023
            break
        store.settle_if_free(tried)
        assert whole(tried) == whole(changed), step
    assert step > 8


@pytest.mark.parametrize("for_good", [True, False], ids=["for good", "once"])
@pytest.mark.parametrize("case", CASES)
def test_whichever_step_fails_the_message_says_how_things_stand(study, tmp_path, case, for_good):
    old = whole(study)
    for step in itertools.count(1):
        tried = shutil.copytree(study, tmp_path / str(step))
        said, reached = failing(lambda: refusal(tried, case), step, errno.EROFS, for_good)  # noqa: B023
        if not reached:
            break
        if said and not for_good and "the next command" not in said:
            assert whole(tried) == old and not (tried / together.NEW).exists(), (step, said)
        if not said:
            assert whole(tried) != old
    assert step > 8


def refusal(study, case):
    """The line a change is refused with, "" where it is made."""
    try:
        change(study, *CASES[case])
    except StudyError as error:
        assert "\n" not in str(error) and "Read-only file system" in str(error)
        return str(error)
    return ""


@pytest.mark.parametrize("listed", ["../outside.txt", "papers/../../outside.txt", "/outside.txt", "study.toml",
                                    "papers/.hidden", "register/a/b.csv"])  # fmt: skip
def test_a_list_that_names_what_is_never_written_together_moves_nothing(study, tmp_path, listed):
    store.write_synced(tmp_path / "outside.txt", b"mine")
    old = whole(study)
    for held in ({"files": [listed], "gone": []}, {"files": [], "gone": [listed]}, [], {"files": 7, "gone": 7}):
        store.write_synced(study / together.NEW / together.LIST, json.dumps(held).encode())
        (study / together.NEW / "files" / "papers").mkdir(parents=True, exist_ok=True)
        if not listed.startswith("/"):
            store.write_synced(study / together.NEW / "files" / listed, b"new")
        store.settle_if_free(study)
        assert whole(study) == old and (tmp_path / "outside.txt").read_bytes() == b"mine"


def test_a_folder_of_the_study_may_lie_on_another_disk(study, monkeypatch):
    replaced = type(study).replace

    def other_disk(path, target):
        if together.NEW in path.parts and target.parent.name == "papers":
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return replaced(path, target)

    monkeypatch.setattr(type(study), "replace", other_disk)
    change(study, FILES)
    assert {(study / name).read_bytes() for name in FILES} == {b"new"} and not (study / together.NEW).exists()


# ---- a folder made whole ---------------------------------------------------------------------------------------------


def test_what_a_killed_run_left_beside_a_new_folder_goes_with_the_next(tmp_path):
    litter = 0
    for step in itertools.count(1):
        place = tmp_path / str(step)
        place.mkdir()
        if not failing(lambda: write_whole(place / "out", {"a": b"1", "b/c": b"2"}), step)[1]:  # noqa: B023
            break
        litter += bool(list(place.glob(".leadnet-*")))
        if not (place / "out").exists():
            write_whole(place / "out", {"a": b"1", "b/c": b"2"})
        assert sorted(path.name for path in place.iterdir()) == ["out"], step
        assert {path.read_bytes() for path in (place / "out").rglob("*") if path.is_file()} == {b"1", b"2"}
    assert litter > 3 and step > 5


def test_the_unfinished_folder_of_a_run_that_lives_or_of_another_machine_is_left_alone(tmp_path, monkeypatch):
    from leadnet.study import whole as room

    monkeypatch.setattr(room.socket, "gethostname", lambda: "elsewhere")
    other = tmp_path / f"{room._beginning()}{NOBODY}-1"
    monkeypatch.undo()
    dead = tmp_path / f"{room._beginning()}{NOBODY}-1"
    living = tmp_path / f"{room._beginning()}{os.getppid()}-{room.began(os.getppid())}"
    for folder in (other, dead, living):
        folder.mkdir()
    write_whole(tmp_path / "out", {"a": b"1"})
    assert sorted(tmp_path.iterdir()) == sorted([other, living, tmp_path / "out"])
