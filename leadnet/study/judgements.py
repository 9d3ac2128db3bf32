"""Questions code puts and the signed answers people give; only an answer decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from leadnet.study.schema import QUESTIONS
from leadnet.study.tables import StudyError


def verdict(judgements: pd.DataFrame, kind: str, left: str, right: str) -> str:
    """The answer held to "is left right?": same, different, unsure, or "" where nobody has answered."""
    rows = judgements[(judgements["kind"] == kind) & (judgements["left"] == left) & (judgements["right"] == right)]
    return rows["verdict"].iloc[-1] if len(rows) else ""


def joins(judgements: pd.DataFrame, kind: str) -> dict[str, str]:
    """Printed name -> id, from the answers `same` of one kind."""
    rows = judgements[(judgements["kind"] == kind) & (judgements["verdict"] == "same")]
    return dict(zip(rows["left"], rows["right"], strict=True))


def contradictions(judgements: pd.DataFrame) -> list[str]:
    """Answers that cannot both hold, a line each: one question answered two ways, or one name said to be two."""
    faults, seen = [], {}
    for line, row in enumerate(judgements.itertuples(), start=2):
        if row.verdict == "unsure" or row.kind == "action":
            continue
        asked = (row.kind, row.left, row.right, row.scope)
        before = seen.setdefault(asked, (row.verdict, line))
        if before[0] != row.verdict:
            faults.append(
                f"judgements.csv line {line}: {row.left} / {row.right} is answered {row.verdict} here and "
                f"{before[0]} at line {before[1]}; keep one"
            )
        if row.verdict == "same":
            other = seen.setdefault((row.kind, row.left, row.scope), (row.right, line))
            if other[0] != row.right:
                faults.append(
                    f"judgements.csv line {line}: {row.left} is said to be {row.right} here and {other[0]} at line "
                    f"{other[1]}; keep one"
                )
    return faults


def refuse_contradictions(judgements: pd.DataFrame) -> None:
    """StudyError with the first contradiction among the answers."""
    if faults := contradictions(judgements):
        raise StudyError(faults[0])


def question(kind: str, left: str, right: str, asked: str, **more: str) -> Mapping[str, str]:
    """One row of questions; its id is made from what is asked, so that every build asks it under the same id."""
    slug = re.sub(r"[^a-z0-9]+", "-", f"{kind}-{left}-{right}".casefold()).strip("-")[:80]
    return {"question_id": slug, "kind": kind, "left": left, "right": right, "asked": asked, **more}


def open_questions(asked: Iterable[Mapping[str, str]], judgements: pd.DataFrame) -> pd.DataFrame:
    """The questions nobody has answered same or different, each once."""
    answered = judgements[judgements["verdict"] != "unsure"]
    known = set(zip(answered["kind"], answered["left"], answered["right"], strict=True))
    rows = {row["question_id"]: row for row in asked if (row["kind"], row["left"], row["right"]) not in known}
    return QUESTIONS.frame(rows[key] for key in sorted(rows))
