"""Reading papers in processes of their own, within limits, so that no file can hang, crash or fill up the caller.

A helper process is started once and stays warm. On Linux and macOS it forks for every paper (about a millisecond): the
child takes its limits, reads, writes its answer as a line of JSON and ends. Windows cannot fork: there the helper reads
by itself and is ended when it takes too long. Either way a paper that goes wrong gives one line, `Unread`.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from time import monotonic

from leadnet.documents.child import ENDED, FORKS, GRACE, LARGE, LOST, MORE, MOST_ANSWER, OWN, SLACK, SLOW, WALL
from leadnet.documents.formats.files import LARGEST, slug
from leadnet.documents.kept import Kept, from_json
from leadnet.documents.model import Paper, Unread
from leadnet.documents.printable import printable
from leadnet.documents.resident import LOOK, resident

_CODE = "import sys; sys.path.append(sys.argv[1]); from leadnet.documents.child import serve; serve()"
Change = Callable[[Paper], Paper]
_ROOT = str(Path(__file__).resolve().parents[2])  # for a leadnet that runs where it lies, not installed


def read(path: Path, doc_id: str = "", keep: Path | None = None, change: Change = lambda paper: paper) -> Paper:
    """One paper, read in a process of its own; Unread, in one line, when it cannot be.

    `keep` is a folder in which read papers are kept: the same file is then not read again. `change` is made to what was
    read before it is kept.

    >>> read(Path("nowhere.txt"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    leadnet.documents.model.Unread: nowhere.txt: not read - there is no such file. ...
    """
    return _read(path, doc_id, keep, change)[0]


def _read(path: Path, doc_id: str, keep: Path | None, change: Change) -> tuple[Paper, bool]:
    """One paper, and whether it was taken from what was kept."""
    path = Path(path)
    doc_id = doc_id or slug(path.stem) or "paper"
    kept = Kept(keep) if keep else None
    sha256 = _fingerprint(path) if kept else ""
    found = kept.find(sha256, printable(path.name), doc_id) if kept and sha256 else None
    if found:
        return change(found), True
    with _helper() as helper:
        paper = change(helper.read(path, doc_id))
    if kept and paper.sha256 == sha256:
        kept.put(paper)
    return paper, False


def read_papers(
    paths: Iterable[Path],
    doc_ids: Sequence[str] = (),
    *,
    workers: int = 2,
    keep: Path | None = None,
    change: Change = lambda paper: paper,
    progress: Callable[[str], None] | None = None,
) -> Iterator[Paper | Unread]:
    """Each paper, or why it was not read, in the order of `paths`; several are read at a time.

    `doc_ids` are the papers' ids in the same order; without them an id is made from each file's name. `keep` and
    `change` are as in `read`. Papers taken from what was kept are told in one line at the end.
    """
    paths = [Path(path) for path in paths]
    ids = doc_ids or [""] * len(paths)
    with ThreadPoolExecutor(max(1, workers)) as pool:  # the threads only wait for the helpers
        tried = partial(_tried, keep=keep, change=change)
        waiting = [pool.submit(tried, *each) for each in zip(paths, ids, strict=True)]
        same = 0
        try:
            for path, answer in zip(paths, waiting, strict=True):
                found, kept = answer.result()
                same += kept
                if progress and not kept:
                    progress(str(found) if isinstance(found, Unread) else f"read {path.name}")
                yield found
            if progress and same:
                papers = "1 paper" if same == 1 else f"{same} papers"
                progress(
                    f"{papers}, none changed" if same == len(paths) else f"{papers} not changed since the last time"
                )
        finally:
            for answer in waiting:
                answer.cancel()


def _tried(path: Path, doc_id: str, keep: Path | None, change: Change) -> tuple[Paper | Unread, bool]:
    try:
        return _read(path, doc_id, keep, change)
    except Unread as unread:
        return unread, False


def _fingerprint(path: Path) -> str:
    """SHA-256 of a file of readable size; blank for any other, which the reader refuses in its own words."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


class _Helper:
    """One warm helper process; used by one thread at a time."""

    def __init__(self) -> None:
        own = {"start_new_session": True} if FORKS else {}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _CODE, _ROOT],  # -P: what lies in the current folder is not taken for a module
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"},
            **own,
        )

    def read(self, path: Path, doc_id: str) -> Paper:
        """One paper; Unread for whatever goes wrong with it, also when the helper dies of it."""
        request = json.dumps({"path": os.fspath(path.absolute()), "doc_id": doc_id}).encode()
        over, fault = threading.Event(), [ENDED]
        watch = threading.Thread(target=self._watch, args=(over, fault), daemon=True)
        watch.start()
        try:
            self.process.stdin.write(request + b"\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline(MOST_ANSWER)
        except OSError:
            answer = b""
        finally:
            over.set()
            watch.join()
        if not answer.endswith(b"\n"):
            self.close()
            raise Unread(f"{path.name}: not read - {fault[0]}")
        return _paper(answer, path, doc_id)

    def _watch(self, over: threading.Event, fault: list[str]) -> None:
        """End the helper when its time is up, or, where it reads by itself, when it takes too much memory."""
        until = monotonic() + WALL + GRACE
        while not over.wait(LOOK if not FORKS else 0.5):
            large = not FORKS and resident(self.process.pid) > OWN + MORE + SLACK
            if large or monotonic() > until:
                fault[0] = LARGE if large else SLOW
                self.process.kill()
                return

    def alive(self) -> bool:
        """Whether it can take another paper."""
        return self.process.poll() is None

    def close(self) -> None:
        """End the helper: by closing its input, and by its process id when that is not enough."""
        with suppress(OSError):
            self.process.stdin.close()
        try:
            self.process.wait(1)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


def _paper(answer: bytes, path: Path, doc_id: str) -> Paper:
    """The paper of an answer, which is checked: the child that wrote it may have been led astray."""
    try:
        said = json.loads(answer)
        if isinstance(said, dict) and isinstance(said.get("unread"), str):
            raise Unread(" ".join(said["unread"].split())[:1000])
        paper = from_json(said["paper"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Unread(f"{path.name}: not read - {LOST}") from None
    if (paper.file, paper.doc_id) != (printable(path.name), doc_id):
        raise Unread(f"{path.name}: not read - {LOST}")
    return paper


_idle: list[_Helper] = []
_owner = os.getpid()


@contextmanager
def _helper() -> Iterator[_Helper]:
    """A helper nobody else is using; it goes back for the next paper if it still lives."""
    global _owner
    if _owner != os.getpid():  # this process was forked from another: the helpers are that one's
        _idle.clear()
        _owner = os.getpid()
    helper = None
    while helper is None:
        try:
            held = _idle.pop()
        except IndexError:
            held = _Helper()
        if held.alive():
            helper = held
        else:
            held.close()
    whole = False
    try:
        yield helper
        whole = True
    except Unread:
        whole = True
        raise
    finally:
        if whole and helper.alive():
            _idle.append(helper)
        else:  # an interrupt leaves an answer half read
            helper.process.kill()
            helper.close()


@atexit.register
def end_helpers() -> None:
    """End the helpers this process started; they come back when they are needed."""
    while _idle and _owner == os.getpid():
        _idle.pop().close()
