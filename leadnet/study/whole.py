"""A folder of results that is there whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from leadnet.study.disk import OWN, write_synced
from leadnet.study.processes import alive, began
from leadnet.study.tables import StudyError


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A new folder to write into; it takes the name `out` when the block ends well, and is removed when it does not.

    What a run that was killed left beside it goes too. StudyError where `out` holds something already (nothing is
    overwritten) or the disk does not take what is written.
    """
    if out.is_symlink() or out.is_file() or (out.exists() and any(out.iterdir())):
        raise StudyError(f"{out}: holds something already; name a folder that does not exist yet")
    part = out.with_name(f"{_beginning()}{os.getpid()}-{began(os.getpid())}")
    try:
        _clear_dead(out.absolute().parent)
        part.mkdir(parents=True)
        yield part
        if out.exists():
            out.rmdir()
        part.rename(out)
    except OSError as error:
        raise StudyError(f"{out}: cannot be written ({error.strerror or error}); nothing is left of it") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _beginning() -> str:
    """How the unfinished folders of this machine begin: another machine's, on a disk both have, are its own."""
    return f"{OWN}whole-{re.sub(r'[^a-z0-9]+', '-', socket.gethostname().lower())[:40]}-"


def _clear_dead(place: Path) -> None:
    """Remove what runs that were killed left unfinished in a folder."""
    for left in sorted(place.glob(f"{_beginning()}*")):
        process, _, since = left.name.removeprefix(_beginning()).partition("-")
        if process.isdigit() and not alive(int(process), since):
            shutil.rmtree(left, ignore_errors=True)


def write_whole(out: Path, files: Mapping[str, bytes]) -> None:
    """A new folder with these files by name, there whole or not at all. StudyError as `whole_folder` gives it."""
    with whole_folder(out) as part:
        for name, content in files.items():
            write_synced(part / name, content)
