"""The last step of a briefing: built, checked, and published with the page of what changed since the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from leadnet.briefing.changed import with_changes
from leadnet.briefing.marks import EVIDENCE_FILE
from leadnet.briefing.paper import FORMATS, files_of
from leadnet.briefing.settings import read_author
from leadnet.build import Built, study, write_records
from leadnet.study.datapackage import datapackage
from leadnet.study.folder import find_study
from leadnet.study.store import locked, publish


def brief(
    folder: str | Path, formats: Sequence[str] = FORMATS, progress: Callable[[str], None] = lambda said: None
) -> tuple[Path, Built]:
    """Read, count, write and check the briefing of a study, and publish it under its reports/: all or nothing.

    Where an earlier build is kept, changes.docx and changes.html say what is other since. Gives the folder of the
    reports and the build. StudyError, in one line, when the study has a fault, a number in a paper is no finding, or
    the briefing is too long; the last good reports are then untouched.
    """
    path = find_study(folder)
    with locked(path):
        built, author = study(path, progress=progress), read_author(path)
        files, pages = with_changes(built, author, files_of(built, author, formats, progress))
        tables = {f"records/{name}": content for name, content in write_records(built).items()}
        tables["datapackage.json"] = datapackage(built.settings.name).encode()
        papers = (*(f"briefing.{ending}" for ending in formats), *pages, EVIDENCE_FILE)
        publish(path, built.build, files, papers, tables)
    return path / "reports", built
