"""Exports on disk: all of a run's files or none of them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from leadnet.export.files import FORMATS
from leadnet.study.store import locked, write_synced
from leadnet.study.tables import StudyError
from leadnet.study.whole import whole_folder

FOLDER = "exports"
_NEW, _WAS = ".leadnet-exports", ".leadnet-exports-was"


def write_exports(study: Path, files: Mapping[str, bytes], out: Path | None = None) -> Path:
    """Write the files into `out`, a new folder, or in place of the study's reports/exports; give the folder.

    StudyError where `out` is there, where reports/exports holds a file leadnet did not write, or where the disk does
    not take them; then what stood there stands.
    """
    if out:
        with whole_folder(out) as part:
            _write(part, files)
        return out
    with locked(study):
        return _in_place(study / "reports", files)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        write_synced(folder / name, content)


def _in_place(reports: Path, files: Mapping[str, bytes]) -> Path:
    """Write the new folder beside the old one, then change the two; a change that was cut off is undone first."""
    target, new, was = reports / FOLDER, reports / _NEW, reports / _WAS
    try:
        if was.exists() and not target.exists():
            was.rename(target)
        for left in (new, was):
            shutil.rmtree(left, ignore_errors=True)
        _refuse_own(target)
        _write(new, files)
        if target.exists():
            target.rename(was)
        new.rename(target)
        shutil.rmtree(was, ignore_errors=True)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        said = error.strerror or error
        raise StudyError(f"{target}: cannot be written ({said}); what stood there stands") from None
    return target


def _refuse_own(target: Path) -> None:
    """StudyError for a folder that is a link, or holds what no export wrote: it would be lost."""
    if target.is_symlink() or target.is_file():
        raise StudyError(f"{target}: this is no folder of leadnet's; move it away, or name a new folder with --out")
    written = {file for file, _ in FORMATS.values()}
    own = sorted(path.name for path in target.iterdir() if path.name not in written) if target.exists() else []
    if own:
        raise StudyError(
            f"{target / own[0]}: leadnet did not write this; move it away, or name a new folder with --out"
        )
