"""`leadnet review`: the open questions, and taking answers in."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from leadnet import review as questions
from leadnet.build import study as build_study
from leadnet.commands import DONE, REFUSED
from leadnet.commands.saying import settled, to_stderr
from leadnet.study.judgements import with_answers
from leadnet.study.spreadsheet import sheet_bytes
from leadnet.study.store import locked, replace_file


def run(asked: Namespace) -> int:
    """Write the queue of open questions, what is proposed for the register beside it; or take answers in."""
    path = settled(asked.study)
    if asked.answers:
        return _take_answers(asked, path)
    if asked.propose:
        return _propose(path)
    built = build_study(path)
    if asked.names:
        built = questions.in_full(built)
    limit = 0 if asked.quick else None if asked.all else questions.LIMIT
    found = questions.weighed(built, limit, to_stderr)
    file, table = questions.file_of(path), questions.queue_table(built, found)
    with locked(path):
        replace_file(file, sheet_bytes(questions.carried_over(table, file)))
    for line in (*questions.proposals(built), *questions.summary(built, found, table)):
        print(line)
    print(questions.how_to_answer(built, asked.study, str(file)))
    return DONE


def _propose(path: Path) -> int:
    """Put the seats papers list into memberships.csv as proposed rows."""
    with locked(path):
        for line in questions.propose_seats(build_study(path)):
            print(line)
    return DONE


def _take_answers(asked: Namespace, path: Path) -> int:
    """Take the filled rows of a file into judgements.csv, all or none; say what each changed."""
    with locked(path):
        built = build_study(path)
        taken = questions.answers_of(built, Path(asked.answers))
        if taken.faults:
            for fault in taken.faults:
                print(f"leadnet: {fault}", file=sys.stderr)
            print("leadnet: nothing was written; correct these rows and hand the file in again", file=sys.stderr)
            return REFUSED
        questions.put(path, with_answers(built.judgements, taken.answers))
    for line in questions.what_changed(built, taken, quick=asked.quick):
        print(line)
    return DONE
