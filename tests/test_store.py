"""Writing into a study: cut anywhere, what stands is the old or the new, and one run at a time writes."""

import json
import os
import socket
import subprocess
import sys

import pytest

from leadnet.study import store
from leadnet.study.tables import StudyError

OLD, NEW = {"a.csv": b"old", "b.csv": b"old"}, {"a.csv": b"new", "b.csv": b"new"}


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_folder_is_replaced_whole_and_leaves_no_litter(tmp_path):
    store.replace_folder(tmp_path / "records", OLD)
    store.replace_folder(tmp_path / "records", NEW)
    assert contents(tmp_path / "records") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["records"]


@pytest.mark.parametrize("step", range(1, 6))
def test_cut_at_any_step_the_next_run_finds_the_old_or_the_new_never_a_mix(tmp_path, monkeypatch, step):
    target = tmp_path / "records"
    store.replace_folder(target, OLD)
    steps = iter(range(1, 100))

    def cut(act):
        def acting(*args, **kwargs):
            if next(steps) == step:
                raise KeyboardInterrupt
            return act(*args, **kwargs)

        return acting

    for name in ("write_synced", "_sync_folder"):
        monkeypatch.setattr(store, name, cut(getattr(store, name)))
    monkeypatch.setattr(store.Path, "rename", cut(store.Path.rename))
    with pytest.raises(KeyboardInterrupt):
        store.replace_folder(target, NEW)
    monkeypatch.undo()
    store.settle(target)
    assert contents(target) in (OLD, NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["records"]


def test_a_full_disk_leaves_the_old_records(tmp_path, monkeypatch):
    target = tmp_path / "records"
    store.replace_folder(target, OLD)
    write = store.write_synced

    def full(path, content):
        if path.name == "b.csv":
            raise OSError(28, "No space left on device")
        write(path, content)

    monkeypatch.setattr(store, "write_synced", full)
    with pytest.raises(OSError, match="No space"):
        store.replace_folder(target, NEW)
    assert contents(target) == OLD


def test_a_second_run_is_refused_while_the_first_holds_the_lock(tmp_path):
    refused = pytest.raises(StudyError, match=f"another leadnet is working .*process {os.getpid()}")
    with store.locked(tmp_path), refused, store.locked(tmp_path):
        pass
    assert not (tmp_path / ".lock").exists()


def test_the_lock_of_a_run_that_died_is_cleared(tmp_path):
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    (tmp_path / ".lock").write_text(json.dumps({"process": int(done.stdout), "machine": socket.gethostname()}))
    with store.locked(tmp_path):
        assert json.loads((tmp_path / ".lock").read_text())["process"] == os.getpid()


def test_the_pointer_and_the_papers_are_those_of_the_build(tmp_path):
    store.publish(tmp_path, "b1", {"briefing.html": b"one", "findings.csv": b"x"}, ("briefing.html",))
    store.publish(tmp_path, "b2", {"briefing.html": b"two", "findings.csv": b"y"}, ("briefing.html",))
    assert json.loads((tmp_path / "reports/current.json").read_text())["build"] == "b2"
    assert (tmp_path / "reports/briefing.html").read_bytes() == b"two"
    assert (tmp_path / "reports/b1/briefing.html").read_bytes() == b"one"
