"""A folder of results that is there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leadnet.study.tables import StudyError


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A new folder to write into; it takes the name `out` when the block ends well, and is removed when it does not.

    StudyError where `out` is there already (nothing is overwritten) or the disk does not take what is written.
    """
    if out.exists() or out.is_symlink():
        raise StudyError(f"{out}: is there already, and nothing is overwritten; name another folder or move it away")
    part = out.with_name(f".leadnet-{out.name}-{os.getpid()}")
    try:
        part.mkdir(parents=True)
        yield part
        part.rename(out)
    except OSError as error:
        raise StudyError(f"{out}: cannot be written ({error.strerror or error}); nothing is left of it") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
