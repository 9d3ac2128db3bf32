"""Files put on disk whole: written beside, synced, and moved to their name."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from leadnet.study.tables import StudyError

OWN = ".leadnet-"  # begins every name that is there only while leadnet works
PART = f"{OWN}part"


class Held(StudyError):
    """The study cannot be written now: another run has its lock, or the folder or the disk does not allow it."""


@contextmanager
def told(study: Path, then: str) -> Iterator[None]:
    """A fault of the disk as one line: the file, the reason, and how things stand or what to do."""
    try:
        yield
    except BrokenPipeError:  # of whoever reads what is printed
        raise
    except OSError as error:
        raise Held(f"{error.filename or study}: cannot be written ({error.strerror}); {then}") from None


def replace_file(target: Path, content: bytes) -> None:
    """Put this content in place of a file, all or nothing; several may do so at a time, the last one's stays."""
    part = target.with_name(f"{PART}-{secrets.token_hex(6)}")
    try:
        write_synced(part, content)
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def write_synced(path: Path, content: bytes) -> None:
    """Write a file and wait until the disk has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folders(*tops: Path) -> None:
    """Wait until the disk has the names in these folders and below. Windows cannot open a folder to do so."""
    for folder in (Path(folder) for top in tops for folder, _, _ in os.walk(top) if os.name != "nt"):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
