"""Filled rows of a review file taken into register/judgements.csv, all of them or none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from leadnet.build import Built
from leadnet.review.ids import question_id
from leadnet.review.queue import ANSWER, Asked, asked
from leadnet.study.judgements import UNKNOWN, answer, with_answers
from leadnet.study.schema import JUDGEMENTS
from leadnet.study.spreadsheet import day_of, read_sheet
from leadnet.study.store import replace_file
from leadnet.study.tables import StudyError, TableError, csv_text

VERDICTS = JUDGEMENTS.columns["verdict"].one_of


class Taken(NamedTuple):
    """What a filled file gives: the answers in its order, each with the line it stands at (`at`) and its question, the
    number of rows taken before, and every fault; with a fault nothing may be taken.
    """

    answers: list[dict[str, str]]
    questions: list[Asked]
    before: int
    faults: list[str]


def answers_of(built: Built, path: Path) -> Taken:
    """The answers of a file `leadnet review` wrote and a person filled; a row without a verdict is left open.

    StudyError where the file cannot be read.
    """
    taken = Taken([], [], 0, [])
    open_, held = {one.id: one for one in asked(built)}, built.judgements.set_index("question_id")["verdict"].to_dict()
    before = 0
    for line, row in read_sheet(path, "question_id", *ANSWER):
        said, one = row["verdict"].casefold(), open_.get(row["question_id"])
        if said and said == held.get(row["question_id"]):
            before += 1
        elif said:
            faults = [f"{path.name} line {line}: {fault}" for fault in _faults(row, one, row["question_id"] in held)]
            taken.faults.extend(faults)
            if not faults:
                taken.answers.append(_answer(built, row, one, line))
                taken.questions.append(one)
    faults = taken.faults or _replayed(built, taken.answers, path.name)
    return taken._replace(before=before, faults=faults)


def _faults(row: dict[str, str], one: Asked | None, answered: bool) -> list[str]:
    if one is None and answered:
        return ["it is answered otherwise in register/judgements.csv; edit or delete the line there"]
    if one is None:
        return [f'"{row["question_id"]}" is no open question of this study; `leadnet review` writes those there are']
    found = [f"{name} is blank; it must be filled" for name in ANSWER if not row[name]]
    if row["verdict"].casefold() not in VERDICTS:
        found.append(f'verdict "{row["verdict"]}" is not one of {", ".join(VERDICTS)}')
    if not one.question["right"] and not row.get("right") and row["verdict"].casefold() != "unsure":
        found.append("right is blank; write the id it is, or add it to organisations.csv and leave the row")
    try:
        day_of(row["on"] or "2000-01-01")
    except ValueError:
        found.append(f'on "{row["on"]}" is not a date like 2026-11-23 or 23/11/2026')
    return found


def _answer(built: Built, row: dict[str, str], one: Asked, line: int) -> dict[str, str]:
    """The row of judgements.csv; `right` is the question's unless the person wrote another."""
    own = one.question["right"]
    right = row.get("right") or own or UNKNOWN
    question = {**one.question, "right": own if own and right == built.hide(own) else right}
    id = question_id(question, one.key) if own else one.id
    made = answer(question, row["verdict"].casefold(), row["by"], day_of(row["on"]), row["because"], id)
    return {**made, "at": f"@{line}"}


def _replayed(built: Built, answers: list[dict[str, str]], name: str) -> list[str]:
    """What the build would say against these answers together with those held, in terms of the file."""
    seen: dict[str, str] = {}
    faults = []
    for row in answers:
        if row["question_id"] in seen:
            faults.append(
                f"{name} line {row['at'][1:]}: the question of line {seen[row['question_id']]} again; keep one"
            )
        seen.setdefault(row["question_id"], row["at"][1:])
    if faults or not answers:
        return faults
    try:
        built.links_if(judgements=with_answers(built.judgements, answers))
    except TableError as error:
        return [_placed(fault, name) for fault in error.faults]
    except StudyError as error:
        return [_placed(str(error), name)]
    return []


def _placed(fault: str, name: str) -> str:
    """A fault of the answers held and new: lines marked with @ are of the file, others of judgements.csv."""
    fault = re.sub(r" at line (\d+)", r" at line \1 of judgements.csv", fault)
    fault = re.sub(r" at line @(\d+)", rf" at line \1 of {name}", fault)
    return re.sub(r"judgements\.csv line @(\d+)", rf"{name} line \1", fault)


def put(study: Path, judgements: pd.DataFrame) -> None:
    """Write register/judgements.csv, all or nothing."""
    replace_file(study / "register" / "judgements.csv", csv_text(judgements).encode())
