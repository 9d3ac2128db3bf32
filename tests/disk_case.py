"""A disk that refuses: from the nth step on it is gone, or the nth step fails; and what stands in a study after it.

An audit hook counts every step: opening to write, renaming, removing, making folders, links. A sync is one too, and
what was written and not yet synced may then be there by half.
"""

import os
import sys
from contextlib import suppress
from unittest.mock import patch

from leadnet.study import store

NOBODY = 2**30  # no process has this number
STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link"}
WROTE = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Cut(BaseException):
    """The process is gone."""


class Disk:
    """Counts the steps while `steps_left` is set; then fails by `fault`, once or for good."""

    steps_left, fault, for_good, taken = None, None, True, 0

    def step(self, path=None):
        self.steps_left -= 1
        self.taken += 1
        if self.steps_left == -1 or self.steps_left < 0 and self.for_good:
            raise Cut if self.fault is None else OSError(self.fault, os.strerror(self.fault), path)

    def sync(self, handle):
        """Wait for the disk; when that fails, half of what was written is there."""
        try:
            self.step()
        except (Cut, OSError):
            with suppress(OSError):
                os.truncate(handle, os.fstat(handle).st_size // 2)
            raise


DISK = Disk()


@sys.addaudithook
def count(event, args):
    """Every step of this process on the disk; `os.devnull` is none."""
    if DISK.steps_left is None or event not in STEPS and not (event == "open" and args[2] & WROTE):
        return
    if args[0] != os.devnull:
        DISK.step(args[0])


def failing(run, step, fault=None, for_good=True):
    """Run with a disk that fails at the nth step: what the run gave, and whether it got so far.

    Without a fault the process is gone there: it also clears nothing up. In each case it has ended when this returns.
    """
    with patch.object(store.os, "fsync", DISK.sync), patch.object(store.os, "getpid", lambda: NOBODY):
        DISK.steps_left, DISK.fault, DISK.for_good = step - 1, fault, for_good
        try:
            return run(), DISK.steps_left < 0
        except Cut:
            return None, True
        finally:
            DISK.steps_left = None


def steps_of(run):
    """How many steps on the disk a run takes; it is run."""
    DISK.taken = 0
    assert not failing(run, 10**9)[1]
    return DISK.taken


def everything(study):
    """Every file of the study by path, and every empty folder; the lock and what takes it left aside."""
    found = (path for path in study.rglob("*") if path.is_file() or not any(path.iterdir()))
    return {
        str(path.relative_to(study)): path.read_bytes() if path.is_file() else None
        for path in found
        if not path.name.startswith((".lock", ".leadnet-lock-")) and ".read" not in path.relative_to(study).parts
    }
