"""The helper's side of reading: for each paper a child process within limits, and one line of JSON as its answer."""

from __future__ import annotations

import json
import os
import select
import signal
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic

from leadnet.documents.kept import to_json
from leadnet.documents.model import Unread
from leadnet.documents.papers import read_paper
from leadnet.documents.resident import LOOK, data, resident

MEMORY = 1536 * 1024 * 1024  # bytes of address space a paper's reading may take
OWN = 100 * 1024 * 1024  # bytes of memory the reader holds before it opens a paper
MORE = 400 * 1024 * 1024  # bytes it may fill with a paper, so that it stays under 600 MB
SLACK = 40 * 1024 * 1024  # bytes more before it is ended, where the system does not keep that limit
CPU = 20  # seconds of work: a machine that is busy with other things takes nothing from a paper
WALL = 120  # seconds by the clock, far behind: for a reader that waits and does not work
GRACE = 1  # seconds more before the helper itself is given up
MOST_ANSWER = 100 * 1024 * 1024
FORKS = hasattr(os, "fork")
_SPLIT = "Split it, or save it as text, and try again."
_SAVE = "Open it in the program it was made with, save it again, or save it as text, and try again."
SLOW = f"it took longer than {WALL} seconds by the clock. Close what else runs, or split it, and try again."
WORKED = f"it took more than {CPU} seconds of work. {_SPLIT}"
LARGE = f"reading it took more than {MORE // 1024**2} MB of memory. {_SPLIT}"
ENDED = f"something in it ended the reader. {_SAVE}"
LOST = f"something in it led the reader astray. {_SAVE}"


def serve() -> None:
    """Answer requests, a line of JSON each, until the input ends. Run in the helper process only."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get among the answers
    for line in sys.stdin.buffer:
        request = json.loads(line)
        path, doc_id = Path(request["path"]), request["doc_id"]
        answers.write(_forked(path, doc_id) if FORKS else _answer(path, doc_id))
        answers.flush()


def _answer(path: Path, doc_id: str) -> bytes:
    """One paper as an answer, or in one line why there is none."""
    try:
        said = {"paper": to_json(read_paper(path, doc_id))}
    except Unread as unread:
        said = {"unread": str(unread)}
    except MemoryError:
        said = {"unread": f"{path.name}: not read - {LARGE}"}
    except Exception as error:  # whatever a reader stumbles over in a strange file is that file's one line
        said = {"unread": f"{path.name}: not read - {LOST} ({type(error).__name__})"}
    return json.dumps(said).encode() + b"\n"


def _forked(path: Path, doc_id: str) -> bytes:
    """The answer of a child that lives for one paper; a line of our own where it does not give one."""
    ours, childs = os.pipe()
    child = os.fork()
    if child == 0:
        _be_child(childs, path, doc_id)
    os.close(childs)
    with suppress(OSError):
        os.setpgid(child, child)  # the child does so too: whoever comes first
    try:
        answer, why = _received(ours, child, monotonic() + WALL)
    finally:
        os.close(ours)
        for kill in (os.killpg, os.kill):
            with suppress(OSError):
                kill(child, signal.SIGKILL)  # it has answered, or has had its time
        _, status = os.waitpid(child, 0)
    if answer.endswith(b"\n"):
        return answer
    worked = os.WIFSIGNALED(status) and os.WTERMSIG(status) == getattr(signal, "SIGXCPU", None)
    why = why or (WORKED if worked else ENDED)
    return json.dumps({"unread": f"{path.name}: not read - {why}"}).encode() + b"\n"


def _be_child(out: int, path: Path, doc_id: str) -> None:
    """Read one paper within limits, write the answer, and end without any of the parent's endings."""
    try:
        os.setpgid(0, 0)
        signal.alarm(WALL + GRACE)  # should the helper be gone, the child does not outlive it for long
        _limit()
        answer = _answer(path, doc_id)
        while answer:
            answer = answer[os.write(out, answer) :]
    finally:
        os._exit(0)


def _limit() -> None:
    """Take the limits on memory, work and files; a system that knows one of them not goes on with the others."""
    import resource

    wanted = {"RLIMIT_AS": MEMORY, "RLIMIT_DATA": data() + MORE, "RLIMIT_CPU": CPU, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
    for name, most in wanted.items():
        with suppress(ValueError, OSError, AttributeError):
            kind = getattr(resource, name)
            hard = resource.getrlimit(kind)[1]
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (most, hard if name == "RLIMIT_CPU" else most))


def _received(pipe: int, child: int, until: float) -> tuple[bytes, str]:
    """What comes through a pipe until it ends with a line or closes; or nothing, and which limit the child overran."""
    pieces: list[bytes] = []
    size, most = 0, resident(os.getpid()) + MORE + SLACK
    while monotonic() < until and size < MOST_ANSWER:
        if resident(child) > most:
            return b"", LARGE
        if select.select([pipe], [], [], LOOK)[0]:
            piece = os.read(pipe, 1 << 20)
            pieces.append(piece)
            size += len(piece)
            if not piece or piece.endswith(b"\n"):
                return b"".join(pieces), ""
    return b"", LARGE if size >= MOST_ANSWER else SLOW
