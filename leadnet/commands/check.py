"""`leadnet check`: every rule a study must keep."""

from __future__ import annotations

from argparse import Namespace

from leadnet.briefing import read_author
from leadnet.build import study as build_study
from leadnet.commands import DONE, REFUSED, SOME_NOT_READ
from leadnet.commands.saying import plural, settled, summary
from leadnet.study.folder import folder_faults
from leadnet.study.tables import StudyError


def run(asked: Namespace) -> int:
    """Every fault of the study, a line each; then whether it builds."""
    path = settled(asked.study)
    faults = folder_faults(path)
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
        print(f"note: {row.doc_id}{f' line {row.line}' if row.line else ''}: {row.what}; {row.do}")
    print(f"no fault; {summary(built)}")
    return SOME_NOT_READ if len(built.unread) else DONE
