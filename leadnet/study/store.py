"""Writing into a study so that a cut, a full disk or a second run leaves either the old state or the new, never a mix.

A build, and what of it is to stand in the study, is first written whole under reports/.leadnet-new. Replacing
reports/current.json publishes it; from there on files are only moved and removed. `settle`, run by whoever takes the
study's lock next, finishes what was cut off after that step and undoes what was cut off before it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import socket
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from leadnet.study.disk import OWN, PART, Held, replace_file, sync_folders, told, write_synced
from leadnet.study.processes import alive, began
from leadnet.study.tables import StudyError
from leadnet.study.together import NEW as TOGETHER
from leadnet.study.together import settle_together

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

LOCK, CURRENT, MADE = ".lock", "current.json", "build.json"
NEW = f"{OWN}new"
WAS, NOW = "was.json", "now.json"  # in NEW: what stood, and, written last, what is to stand
_NAME = re.compile(r"(?:records/|reports/)?\w[\w. -]*")  # a list that names anything else is none of leadnet's


@contextmanager
def locked(study: Path) -> Iterator[None]:
    """Hold the study's lock for the time of the block, the study settled; Held when another run has it."""
    with told(study, "check the folder's permissions and space"):
        _lock(study / LOCK)
    try:
        _refuse_links(*(study / name for name in (TOGETHER, "records", "reports", f"reports/{NEW}")))
        with told(study, "what an earlier run began is not all in place; the next command finishes it"):
            settle(study)
        with told(study, "what was there before stands"):
            yield
    finally:
        with suppress(OSError):  # a lock that cannot be removed is dead when this process ends
            (study / LOCK).unlink(missing_ok=True)


def settle_if_free(study: Path) -> None:
    """Settle the study for a command that only reads; when it cannot be written now, leave it to a later one."""
    with suppress(Held), locked(study):
        pass


def _refuse_links(*folders: Path) -> None:
    """StudyError for a folder leadnet writes that is a link: what it leads to is not leadnet's to replace."""
    for folder in folders:
        if folder.is_symlink():
            raise StudyError(f"{folder}: this is a link; leadnet writes here itself, so put a real folder in its place")


def _lock(lock: Path) -> None:
    try:
        _take(lock)
    except FileExistsError:
        if _cleared(lock):
            return _lock(lock)
        process, machine, _ = _holder(lock)
        who = f"process {process} on {machine}" if process else f"{LOCK} does not say which"
        said = f"another leadnet is working on this study ({who}); wait for it, or delete {LOCK} if none is running"
        raise Held(f"{lock.parent.name}: {said}") from None


def _take(lock: Path) -> None:
    """Make a lock with its content in one step; FileExistsError when there is one."""
    whole = lock.with_name(f"{OWN}lock-{secrets.token_hex(6)}")
    try:
        own = {"process": os.getpid(), "machine": socket.gethostname(), "began": began(os.getpid())}
        write_synced(whole, json.dumps(own).encode())
        try:
            os.link(whole, lock)
        except FileExistsError:
            raise
        except (OSError, AttributeError):  # no hard links here: cut now, the lock may be empty, and dead after a minute
            with lock.open("xb") as file:
                file.write(whole.read_bytes())
    finally:
        with suppress(OSError):
            whole.unlink(missing_ok=True)


def _cleared(lock: Path) -> bool:
    """Take a dead run's lock away. Only one run at a time may: a second would take away the first one's own."""
    folder = os.open(lock.parent, os.O_RDONLY) if fcntl else -1
    try:
        if fcntl:
            fcntl.flock(folder, fcntl.LOCK_EX)  # let go by itself when the process ends
        if _dead(lock):
            lock.unlink(missing_ok=True)
        return not lock.exists()
    finally:
        if fcntl:
            os.close(folder)


def _dead(lock: Path) -> bool:
    """Whether the run that made a lock has ended: on this machine; of a lock that says nothing, after a minute."""
    process, machine, since = _holder(lock)
    return not alive(process, since) if machine == socket.gethostname() else not process and _old(lock)


def _holder(lock: Path) -> tuple[int, str, str]:
    """Process and machine of a lock's holder, and when it began; nought when the lock cannot be read."""
    try:
        holder = json.loads(lock.read_bytes())
        return int(holder["process"]), str(holder["machine"]), str(holder.get("began", ""))
    except (OSError, ValueError, KeyError, TypeError):
        return 0, "", ""


def _old(path: Path) -> bool:
    return path.exists() and time.time() - path.stat().st_mtime > 60


def publish(
    study: Path, build: str, files: Mapping[str, bytes], papers: tuple[str, ...], tables: Mapping[str, bytes]
) -> None:
    """Publish a build, all or nothing, under the study's lock. StudyError when it cannot be written.

    `files` go into reports/<build>/; those named in `papers` also into reports/, and `tables` (by paths such as
    "records/lines.csv") into the study. What the build before put there and this one does not have is removed.
    """
    _refuse_links(study / "reports" / build)
    stands = {**tables, **{f"reports/{name}": files[name] for name in papers}}
    sha256 = hashlib.sha256(repr([sorted(files.items()), sorted(stands.items())]).encode()).hexdigest()
    lists = {key: sorted(names) for key, names in {"papers": papers, "stands": stands, "files": files}.items()}
    made = {"build": build, **lists, "sha256": sha256}
    said = json.dumps(made, indent=1).encode() + b"\n"
    with told(study, "the last good reports stand"):
        try:
            _prepare(study, build, {**files, MADE: said}, stands)
            replace_file(study / "reports" / CURRENT, said)  # the step that publishes
        except OSError:
            with suppress(OSError):
                settle(study)
            raise
    with told(study, f"build {build} is published, and the next command puts its papers and records in place"):
        settle(study)


def _prepare(study: Path, build: str, files: Mapping[str, bytes], stands: Mapping[str, bytes]) -> None:
    """Write everything beside what stands, at the paths it is to have in the study; what is to stand comes last."""
    reports, new = study / "reports", study / "reports" / NEW
    for name, content in files.items():
        write_synced(new / "reports" / build / name, content)
    for path, content in stands.items():
        if not (study / path).is_file() or (study / path).read_bytes() != content:
            write_synced(new / path, content)
    if (reports / CURRENT).exists():
        write_synced(new / WAS, (reports / CURRENT).read_bytes())
    replace_file(new / NOW, files[MADE])
    sync_folders(reports)
    if not _read(reports / build / MADE):  # else it is moved in once it is published
        _move(study, [f"reports/{build}/{name}" for name in (MADE, *files)])
        sync_folders(reports)


def _move(study: Path, paths: Iterable[str]) -> None:
    """Move what was written to these paths of the study; what is there already was moved before a cut."""
    for path in paths:
        if (study / "reports" / NEW / path).is_file():
            (study / path).parent.mkdir(parents=True, exist_ok=True)
            (study / "reports" / NEW / path).replace(study / path)


def settle(study: Path) -> None:
    """Finish or undo what was cut off while it was published, or written together. Only under the lock."""
    settle_together(study)
    reports = study / "reports"
    was, now = _read(reports / NEW / WAS), _read(reports / NEW / NOW)
    if now and _read(reports / CURRENT) == now:
        _finish(study, was, now)
    elif now and _read(reports / now["build"] / MADE) == now:
        _remove(reports / now["build"], now)
    for made in filter(None, (was, now)):
        _remove_empty(reports / made["build"])  # made, or emptied, just before the cut
    if (reports / NEW).is_dir():
        shutil.rmtree(reports / NEW)
    for part in study.rglob(f"{PART}*"):
        part.unlink(missing_ok=True)
    for lock in filter(_dead, study.glob(f"{OWN}lock-*")):
        lock.unlink(missing_ok=True)


def _finish(study: Path, was: dict, now: dict) -> None:
    """Move what is published to its place, and remove what earlier builds made."""
    reports = study / "reports"
    _move(study, (f"reports/{now['build']}/{name}" for name in (*now["files"], MADE)))
    _move(study, now["stands"])
    for path in sorted({*was.get("stands", ())} - {*now["stands"]}):
        (study / path).unlink(missing_ok=True)
    if was.get("build") == now["build"]:
        for name in sorted({*was["files"]} - {*now["files"]}):
            (reports / now["build"] / name).unlink(missing_ok=True)
    for folder in sorted(reports.iterdir()):
        made = {} if folder.is_symlink() else _read(folder / MADE)
        if made and made["build"] == folder.name != now["build"]:  # a copy under another name is a person's own
            _remove(folder, made)
    sync_folders(reports, study / "records")


def _remove(folder: Path, made: dict) -> None:
    """Remove what a build made of its folder, its list last; a person's own file stays, and then the folder does."""
    for name in (*made["files"], MADE):
        (folder / name).unlink(missing_ok=True)
    _remove_empty(folder)


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _read(path: Path) -> dict:
    """A build's list; {} where there is none, or it names what no build of leadnet's makes."""
    try:
        made = json.loads(path.read_bytes())
        named = (made["build"], *made["stands"], *made["files"])
        return made if all(_NAME.fullmatch(name) for name in named) else {}
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
        return {}
