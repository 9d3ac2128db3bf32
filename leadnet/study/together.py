"""Several files of a study changed in one step: old or new, also for whoever looks after a cut.

All is first written whole under .leadnet-together in the study. Its list, written last, is the step that decides; from
there on files are only moved and removed. `settle_together`, run by whoever takes the study's lock next, finishes what
was cut off after that step and clears away what was cut off before it.
"""

from __future__ import annotations

import errno
import json
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from leadnet.study.disk import OWN, replace_file, sync_folders, told, write_synced

NEW, LIST = f"{OWN}together", "list.json"
# A list that names anything else is none of leadnet's.
_FILE = re.compile(r"(?:(?:register|papers|reports|reports/sheets|reports/exports)/[^./\0][^/\0]*|\w+\.csv)")
_GONE = re.compile(r"\.read|records|reports|reports/exports")


def write_together(study: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Put these files in place, by their path in the study, and remove the folders in `gone` as they stood before.

    All or nothing; only under the study's lock. OSError where the disk does not take them, and then what was there
    stands; Held where it fails after the deciding step: the next command finishes it.
    """
    new = study / NEW
    try:
        for path, content in files.items():
            write_synced(new / "files" / path, content)
        new.mkdir(exist_ok=True)
        sync_folders(new)
        replace_file(new / LIST, json.dumps({"files": sorted(files), "gone": sorted(gone)}).encode())
    except OSError:
        with suppress(OSError):
            settle_together(study)
        raise
    with told(study, "it is decided on all the same, and the next command puts the rest in place"):
        settle_together(study)


def settle_together(study: Path) -> None:
    """Finish or clear away what was cut off while it was written together. Only under the lock."""
    new = study / NEW
    files, gone = _listed(new / LIST)
    for folder in gone:
        _in_one(new, study, folder)
    for path in files:
        if (new / "files" / path).is_file():
            (study / path).parent.mkdir(parents=True, exist_ok=True)
            _move(new / "files" / path, study / path)
    if files or gone:
        sync_folders(*sorted({(study / path).parent for path in files} | {study / "register"}))
        (new / LIST).unlink()  # what is left from here on is litter
    if new.is_dir():
        shutil.rmtree(new)


def _in_one(new: Path, study: Path, folder: str) -> None:
    """Take a folder away, once, and put what is to stand in its place there in one move."""
    aside, coming = new / "gone" / folder, new / "files" / folder
    if not aside.exists():
        aside.parent.mkdir(parents=True, exist_ok=True)
        if (study / folder).is_dir():
            (study / folder).rename(aside)
        else:
            aside.mkdir()
    if coming.is_dir() and not (study / folder).exists():
        (study / folder).parent.mkdir(parents=True, exist_ok=True)
        coming.rename(study / folder)


def _move(file: Path, target: Path) -> None:
    try:
        file.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        replace_file(target, file.read_bytes())  # a folder of the study that lies on another disk


def _listed(path: Path) -> tuple[list[str], list[str]]:
    """The files and folders of a list; none where there is no list, or it names what leadnet never writes together."""
    try:
        held = json.loads(path.read_bytes())
        files, gone = list(held["files"]), list(held["gone"])
        right = all(_FILE.fullmatch(name) for name in files) and all(_GONE.fullmatch(name) for name in gone)
        return (files, gone) if right else ([], [])
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
        return [], []
