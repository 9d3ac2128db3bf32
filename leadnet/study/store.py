"""Writing into a study so that a cut, a full disk or a second run leaves either the old state or the new, never a mix.

A folder is written beside the one it replaces, synced, and swapped in by two renames; `settle` finishes or undoes a
swap that was cut off, and is run by whoever takes the study's lock next.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from leadnet.study.tables import StudyError

LOCK = ".lock"


@contextmanager
def locked(study: Path) -> Iterator[None]:
    """Hold the study's lock for the time of the block; StudyError names the holder when another run has it."""
    lock = study / LOCK
    try:
        _take(lock)
    except FileExistsError:
        _refuse_or_clear(lock)
        _take(lock)
    except OSError as error:
        raise StudyError(
            f"{study}: cannot be written ({error.strerror}); check the folder's permissions and space"
        ) from None
    try:
        settle(study / "records")
        settle_reports(study / "reports")
        yield
    finally:
        lock.unlink(missing_ok=True)


def _take(lock: Path) -> None:
    handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"process": os.getpid(), "machine": socket.gethostname()}, file)


def _refuse_or_clear(lock: Path) -> None:
    """Clear the lock of a run that died on this machine; refuse while its holder lives or cannot be seen from here."""
    try:
        holder = json.loads(lock.read_text(encoding="utf-8"))
        process, machine = int(holder["process"]), holder["machine"]
    except (OSError, ValueError, KeyError, TypeError):
        process, machine = 0, "an unknown machine"
    if machine == socket.gethostname() and not _alive(process):
        lock.unlink(missing_ok=True)
        return
    raise StudyError(
        f"{lock.parent.name}: another leadnet is working on this study (process {process} on {machine}); wait for "
        f"it, or delete {lock.name} in the study if none is running"
    )


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def settle(target: Path) -> None:
    """Finish or undo a swap into `target` that was cut off.

    `x.new` beside a whole `x` may be half written: it goes. `x.old` and `x.new` without `x` is a swap cut between its
    two renames: `x.new` was synced before the first, so it comes in. `x.old` beside `x` is only litter.
    """
    new, old = _beside(target, "new"), _beside(target, "old")
    if old.exists() and new.exists() and not target.exists():
        new.rename(target)
    elif old.exists() and not target.exists():
        old.rename(target)
    for left_over in (new, old):
        if left_over.exists():
            shutil.rmtree(left_over)


def settle_reports(reports: Path) -> None:
    """Settle every build below reports/ and clear half-copied papers."""
    if not reports.is_dir():
        return
    for build in {
        path.with_suffix("") for path in reports.iterdir() if path.suffix in (".new", ".old") and path.is_dir()
    }:
        settle(build)
    for path in reports.glob("*.part"):
        path.unlink()


def _beside(target: Path, suffix: str) -> Path:
    return target.with_name(f"{target.name}.{suffix}")


def replace_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Put these files (path below the folder -> bytes) in place of `target`, all or nothing."""
    settle(target)
    new, old = _beside(target, "new"), _beside(target, "old")
    try:
        for name, content in files.items():
            write_synced(new / name, content)
    except OSError:
        shutil.rmtree(new, ignore_errors=True)
        raise
    _sync_folder(new)
    if target.exists():
        target.rename(old)
    new.rename(target)
    _sync_folder(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def replace_file(target: Path, content: bytes) -> None:
    """Put this content in place of a file, all or nothing."""
    part = target.with_name(target.name + ".part")
    try:
        write_synced(part, content)
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def write_synced(path: Path, content: bytes) -> None:
    """Write a file and wait until the disk has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder to sync it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def publish(study: Path, build: str, files: Mapping[str, bytes], papers: tuple[str, ...]) -> None:
    """Write reports/<build>/ whole, point reports/current.json at it, then copy the papers up for people."""
    reports = study / "reports"
    reports.mkdir(exist_ok=True)
    replace_folder(reports / build, files)
    current = {"build": build, "papers": sorted(papers)}
    replace_file(reports / "current.json", (json.dumps(current, indent=1) + "\n").encode())
    for name in papers:
        replace_file(reports / name, files[name])
