"""`leadnet check`: every rule a study must keep; or an edited briefing held against the study."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from leadnet.briefing import published_before, read_author
from leadnet.briefing.edited import KINDS, check_edited
from leadnet.build import study as build_study
from leadnet.commands import DONE, REFUSED, SOME_NOT_READ
from leadnet.commands.saying import plural, settled, summary
from leadnet.study.folder import folder_faults, open_folder
from leadnet.study.harmless import one_line
from leadnet.study.tables import StudyError


def run(asked: Namespace) -> int:
    """Every fault of the study, a line each; then whether it builds."""
    path = settled(asked.study)
    if asked.briefing:
        return _edited(path, Path(asked.briefing))
    faults = folder_faults(path) or _papers_gone(path)
    if not faults:
        try:
            read_author(path)
            built = build_study(path)
        except StudyError as error:
            faults = [str(error)]
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} {plural('fault', str(len(faults)))}")
        return REFUSED
    for row in built.problems.itertuples():
        print(one_line(f"note: {row.doc_id}{f' line {row.line}' if row.line else ''}: {row.what}; {row.do}"))
    if stale := published_before(path):
        print(f"note: {stale}")
    print(f"no fault; {summary(built)}")
    return SOME_NOT_READ if len(built.unread) else DONE


def _papers_gone(path: Path) -> list[str]:
    """The rows of sources.csv whose paper is not in papers/."""
    sources = open_folder(path).sources
    return [
        f"sources.csv: {row.doc_id}: papers/{row.file} is not there; put the file back, or take the row out"
        for row in sources.itertuples()
        if not (path / "papers" / row.file).exists()
    ]


def _edited(path: Path, file: Path) -> int:
    """Every number of an edited briefing that is not as the study has it; the words are left alone."""
    held = check_edited(build_study(path), file)
    for found in held.found:
        print(found)
    if held.note:
        print(f"note: {held.note}")
    counts = (f"{sum(found.kind == kind for found in held.found)} {kind}" for kind in KINDS)
    print(f"{', '.join(counts)}; the words are left alone")
    return REFUSED if held.found else DONE
