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

from leadnet.documents.child import ENDED, FORKS, GRACE, LOST, MOST_ANSWER, SLOW, WALL
from leadnet.documents.files import LARGEST, slug
from leadnet.documents.kept import Kept, from_json
from leadnet.documents.model import Paper, Unread

_CODE = "import sys; sys.path.append(sys.argv[1]); from leadnet.documents.child import serve; serve()"
_ROOT = str(Path(__file__).resolve().parents[2])  # for a leadnet that runs where it lies, not installed


def read(path: Path, doc_id: str = "", keep: Path | None = None) -> Paper:
    """One paper, read in a process of its own; Unread, in one line, when it cannot be.

    `keep` is a folder in which read papers are kept: the same file is then not read again.

    >>> read(Path("nowhere.txt"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    leadnet.documents.model.Unread: nowhere.txt: not read - there is no such file. ...
    """
    path = Path(path)
    doc_id = doc_id or slug(path.stem) or "paper"
    kept = Kept(keep) if keep else None
    sha256 = _fingerprint(path) if kept else ""
    found = kept.find(sha256, path.name, doc_id) if kept and sha256 else None
    if found:
        return found
    with _helper() as helper:
        paper = helper.read(path, doc_id)
    if kept and paper.sha256 == sha256:
        kept.put(paper)
    return paper


def read_papers(
    paths: Iterable[Path],
    doc_ids: Sequence[str] = (),
    *,
    workers: int = 2,
    keep: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Iterator[Paper | Unread]:
    """Each paper, or why it was not read, in the order of `paths`; several are read at a time.

    `doc_ids` are the papers' ids in the same order; without them an id is made from each file's name.
    """
    paths = [Path(path) for path in paths]
    ids = doc_ids or [""] * len(paths)
    with ThreadPoolExecutor(max(1, workers)) as pool:  # the threads only wait for the helpers
        waiting = [pool.submit(partial(_tried, keep=keep), *each) for each in zip(paths, ids, strict=True)]
        try:
            for path, answer in zip(paths, waiting, strict=True):
                found = answer.result()
                if progress:
                    progress(str(found) if isinstance(found, Unread) else f"read {path.name}")
                yield found
        finally:
            for answer in waiting:
                answer.cancel()


def _tried(path: Path, doc_id: str, keep: Path | None) -> Paper | Unread:
    try:
        return read(path, doc_id, keep)
    except Unread as unread:
        return unread


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
        watch = threading.Timer(WALL + GRACE, self.process.kill)
        watch.start()
        try:
            self.process.stdin.write(request + b"\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline(MOST_ANSWER)
        except OSError:
            answer = b""
        finally:
            overran = not watch.is_alive()
            watch.cancel()
        if not answer.endswith(b"\n"):
            self.close()
            raise Unread(f"{path.name}: not read - {SLOW if overran else ENDED}")
        return _paper(answer, path, doc_id)

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
    if (paper.file, paper.doc_id) != (path.name, doc_id):
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
