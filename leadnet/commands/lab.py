"""`leadnet lab`: JupyterLab on a copy of the notebooks and the study, so that exploring changes neither."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from argparse import Namespace
from importlib.util import find_spec
from pathlib import Path

import leadnet
from leadnet.commands import DONE, REFUSED
from leadnet.commands.saying import settled
from leadnet.study.tables import StudyError

KEPT_WITH = "leicestershire"  # the study whose results the notebooks are kept with
_LEFT = shutil.ignore_patterns(".lock", ".leadnet-*", ".read", "reports", "records")
# JupyterLab asks for news and newer versions of itself unless it is told not to.
SILENT = ("--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate")


def run(asked: Namespace) -> int:
    """Make the copy, say where it lies, and open JupyterLab on it until it is stopped."""
    if find_spec("jupyterlab") is None:
        raise StudyError('JupyterLab is not installed here; `pip install "leadnet[lab]"` adds it')
    study, books = settled(asked.study), notebooks()
    folder = Path(asked.folder) if asked.folder else Path(tempfile.mkdtemp(prefix="leadnet-lab-"))
    copied(study, books, folder)
    print(f"{folder}: notebooks/ and data/{study.name}/ are copies; nothing you do there changes the originals")
    if asked.copy_only:
        return DONE
    words = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder.absolute()}", *SILENT]
    named = os.environ | {"LEADNET_STUDY": study.name}  # the study the notebooks open
    ended = subprocess.run([*words, "--LabApp.default_url=/lab/tree/notebooks"], env=named, check=False).returncode
    return REFUSED if ended else DONE


def notebooks() -> Path:
    """The folder of the notebooks, which stands beside the package in its repository; StudyError where it does not."""
    folder = Path(leadnet.__file__).resolve().parents[1] / "notebooks"
    if any(folder.glob("*.ipynb")):
        return folder
    raise StudyError(
        "the notebooks are no part of an installed leadnet; they lie in notebooks/ of its repository, where "
        "`leadnet lab` finds them"
    )


def copied(study: Path, books: Path, folder: Path) -> None:
    """Copy notebooks and study (what people wrote, and the papers) into a folder that is new or empty.

    For another study than that of the results the notebooks are kept with, the copies have none.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise StudyError(f"{folder}: there is something in it already; name a new or an empty folder")
        (folder / "notebooks").mkdir()
        shutil.copytree(study, folder / "data" / study.name, ignore=_LEFT)
        for book in sorted(books.glob("*.ipynb")):
            text = book.read_text(encoding="utf-8")
            text = text if study.name == KEPT_WITH else _without_results(text)
            (folder / "notebooks" / book.name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise StudyError(f"{error.filename or folder}: cannot be copied ({error.strerror})") from None


def _without_results(text: str) -> str:
    """A notebook as it is before it was run."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
