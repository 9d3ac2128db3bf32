"""`leadnet explore`: one page that opens by double click."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from leadnet.build import study as build_study
from leadnet.commands import DONE, SOME_NOT_READ
from leadnet.commands.saying import settled, summary, to_stderr
from leadnet.explore import page
from leadnet.study.store import locked, replace_file
from leadnet.study.tables import StudyError


def run(asked: Namespace) -> int:
    """Write the page of a study and say where it lies."""
    path = settled(asked.study)
    target = Path(asked.out) if asked.out else path / "reports" / "explore.html"
    if asked.out and (target.is_dir() or not target.absolute().parent.is_dir()):
        raise StudyError(f"--out {target}: name a file in a folder that is there, as explore.html")
    built = build_study(path, progress=to_stderr)
    to_stderr("testing windows and switches")
    content = page(built)
    with locked(path):
        try:
            replace_file(target, content)
        except OSError as error:
            raise StudyError(f"{target}: cannot be written ({error.strerror}); what was there before stands") from None
    print(f"{target}: open it with a double click; it needs no network")
    print(summary(built))
    return SOME_NOT_READ if len(built.unread) else DONE
