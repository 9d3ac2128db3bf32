"""Exports on disk: all of a run's files or none of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from leadnet.export.files import FORMATS
from leadnet.study.store import locked, write_synced
from leadnet.study.tables import StudyError
from leadnet.study.together import write_together
from leadnet.study.whole import whole_folder

FOLDER = "exports"


def write_exports(study: Path, files: Mapping[str, bytes], out: Path | None = None) -> Path:
    """Write the files into `out`, a new folder, or in place of the study's reports/exports; give the folder.

    StudyError where `out` is there, where reports/exports holds a file leadnet did not write, or where the disk does
    not take them; then what stood there stands.
    """
    if out:
        with whole_folder(out) as part:
            for name, content in files.items():
                write_synced(part / name, content)
        return out
    target = study / "reports" / FOLDER
    with locked(study):
        _refuse_own(target)
        write_together(study, {f"reports/{FOLDER}/{name}": held for name, held in files.items()}, [f"reports/{FOLDER}"])
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
