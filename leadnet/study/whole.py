"""A folder of results that is there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from leadnet.study.store import write_synced
from leadnet.study.tables import StudyError


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A new folder to write into; it takes the name `out` when the block ends well, and is removed when it does not.

    StudyError where `out` holds something already (nothing is overwritten) or the disk does not take what is written.
    """
    if out.is_symlink() or out.is_file() or (out.exists() and any(out.iterdir())):
        raise StudyError(f"{out}: holds something already; name a folder that does not exist yet")
    part = out.with_name(f".leadnet-{out.name}-{os.getpid()}")
    try:
        part.mkdir(parents=True)
        yield part
        if out.exists():
            out.rmdir()
        part.rename(out)
    except OSError as error:
        raise StudyError(f"{out}: cannot be written ({error.strerror or error}); nothing is left of it") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def write_whole(out: Path, files: Mapping[str, bytes]) -> None:
    """A new folder with these files by name, there whole or not at all. StudyError as `whole_folder` gives it."""
    with whole_folder(out) as part:
        for name, content in files.items():
            write_synced(part / name, content)
