"""Questions code puts and the signed answers people give; only an answer decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count

import pandas as pd

from leadnet.study.schema import JUDGEMENTS, QUESTIONS
from leadnet.study.tables import file_line


def verdict(judgements: pd.DataFrame, kind: str, left: str, right: str) -> str:
    """The answer held to "is left right?": same, different, unsure, or "" where nobody has answered."""
    rows = judgements[(judgements["kind"] == kind) & (judgements["left"] == left) & (judgements["right"] == right)]
    return rows["verdict"].iloc[-1] if len(rows) else ""


def joins(judgements: pd.DataFrame, kind: str) -> dict[str, str]:
    """Printed name -> id, from the answers `same` of one kind."""
    rows = judgements[(judgements["kind"] == kind) & (judgements["verdict"] == "same")]
    return dict(zip(rows["left"], rows["right"], strict=True))


def barred(judgements: pd.DataFrame, kind: str) -> dict[str, set[str]]:
    """Printed name -> the ids a person said it is not (`different`)."""
    found: dict[str, set[str]] = {}
    rows = judgements[(judgements["kind"] == kind) & (judgements["verdict"] == "different")]
    for row in rows.itertuples():
        found.setdefault(row.left, set()).add(row.right)
    return found


_REACH = {
    "line": (r".+:[\d-]+:[\w-]+", "paper:line:n, as ssog-2007-07-02-notes:42:1"),
    "paper": (r"[a-z0-9.-]+: .+", "paper: printed name"),
    "body": (r"[a-z0-9.-]+: .+", "body: printed name"),
}


def scope_faults(judgements: pd.DataFrame) -> list[str]:
    """Answers about names whose `left` does not say the place their scope speaks of, a line each."""
    faults = []
    for at, row in enumerate(judgements.itertuples()):
        form, shown = _REACH.get(row.scope, ("", ""))
        if row.kind != "action" and form and not re.fullmatch(form, row.left):
            faults.append(
                f'judgements.csv line {file_line(judgements, at)}, column left: scope {row.scope} needs "{shown}"; '
                f'"{row.left}" alone would reach the whole study'
            )
    return faults


def names_person(row: object) -> bool:
    """Whether `left` of an answer is the id of a person rather than a print; an id may be the same as several."""
    return row.kind == "person" and row.scope == "study" and re.fullmatch(r"[a-z0-9.-]+", row.left) is not None


def contradictions(judgements: pd.DataFrame) -> list[str]:
    """Answers that cannot both hold, a line each: one question answered two ways, or one name said to be two."""
    faults, seen = [], {}
    for at, row in enumerate(judgements.itertuples()):
        line = file_line(judgements, at)
        if row.verdict == "unsure" or (row.kind == "action" and row.right != "asks"):
            continue
        before = seen.setdefault((row.kind, row.left, row.right), (row.verdict, line))
        if before[0] != row.verdict:
            faults.append(
                f"judgements.csv line {line}: {row.left} / {row.right} is answered {row.verdict} here and "
                f"{before[0]} at line {before[1]}; keep one"
            )
        if row.verdict == "same" and row.kind != "action" and not names_person(row):
            other = seen.setdefault((row.kind, row.left), (row.right, line))
            if other[0] != row.right:
                faults.append(
                    f"judgements.csv line {line}: {row.left} is said to be {row.right} here and {other[0]} at line "
                    f"{other[1]}; keep one"
                )
    return faults


def unknown_ids(judgements: pd.DataFrame, kind: str, known: Iterable[str], file: str) -> list[str]:
    """Answers `same` or `different` to an id that stands in no row of its register, a line each."""
    known = set(known)
    settled = ("same", "different")
    rows = [(at, row) for at, row in enumerate(judgements.itertuples()) if row.kind == kind and row.verdict in settled]
    return [
        f'judgements.csv line {file_line(judgements, at)}, column right: "{row.right}" is no id of {file}; '
        "add it there or correct it here"
        for at, row in rows
        if row.right not in known
    ]


def question(kind: str, left: str, right: str, asked: str, **more: str) -> Mapping[str, str]:
    """One row of questions; its id is made from what is asked, so that every build asks it under the same id."""
    slug = re.sub(r"[^a-z0-9]+", "-", f"{kind}-{left}-{right}".casefold()).strip("-")[:80]
    return {"question_id": slug, "kind": kind, "left": left, "right": right, "asked": asked, **more}


def open_questions(asked: Iterable[Mapping[str, str]], judgements: pd.DataFrame) -> pd.DataFrame:
    """The questions nobody has answered same or different, each once."""
    answered = judgements[judgements["verdict"] != "unsure"]
    known = set(zip(answered["kind"], answered["left"], answered["right"], strict=True))
    rows = {(row["kind"], row["left"], row["right"]): row for row in asked}
    return QUESTIONS.frame(rows[key] for key in sorted(rows) if key not in known)


def answer(
    question: Mapping[str, str],
    verdict: str,
    by: str = "what if",
    on: str = "",
    because: str = "what if",
    question_id: str = "what-if",
) -> dict[str, str]:
    """The row of judgements.csv that answers a question."""
    asked = {name: question[name] for name in ("kind", "left", "right", "scope")}
    return {"question_id": question_id, **asked, "verdict": verdict, "by": by, "on": on, "because": because}


UNKNOWN = "unknown"  # stands for the id where somebody was unsure of a name nobody has an idea of


def with_answers(judgements: pd.DataFrame, answers: Iterable[Mapping[str, str]]) -> pd.DataFrame:
    """judgements.csv with more answers at its end; one that was `unsure` gives way to a new answer to its question."""
    answers = list(answers)
    again = {(row["kind"], row["left"], right) for row in answers for right in (row["right"], UNKNOWN)}
    held = [(file_line(judgements, at), row) for at, row in enumerate(judgements.to_dict("records"))]
    rows = [
        (line, row)
        for line, row in held
        if row["verdict"] != "unsure" or (row["kind"], row["left"], row["right"]) not in again
    ]
    taken = {row["question_id"] for _, row in rows}
    for row in answers:
        ids = (f"{row['question_id']}-{n}" if n > 1 else row["question_id"] for n in count(1))
        id = next(id for id in ids if id not in taken)
        taken.add(id)
        rows.append((row.get("at", ""), {**row, "question_id": id}))
    found = JUDGEMENTS.frame(row for _, row in rows)
    found.attrs["lines"] = [line for line, _ in rows]
    return found
