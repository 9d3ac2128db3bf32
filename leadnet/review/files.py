"""The queue as a file of the study, which keeps what a person has filled in and not yet handed in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd

from leadnet.build import Built
from leadnet.review.queue import ANSWER
from leadnet.study.spreadsheet import read_sheet

FILE = "review.csv"


def file_of(study: Path) -> Path:
    """Where a study's queue lies."""
    return study / "reports" / FILE


def in_full(built: Built) -> Built:
    """The same study with every name as printed, as in internal mode."""
    return replace(built, folder=replace(built.folder, settings=replace(built.settings, mode="internal")))


def carried_over(table: pd.DataFrame, path: Path) -> pd.DataFrame:
    """The queue with the answers that stand in an earlier file of it, so that writing it again loses none of them."""
    if not path.exists():
        return table
    filled = {row["question_id"]: row for _, row in read_sheet(path, "question_id", *ANSWER) if row["verdict"]}
    rows = [
        row | {name: filled[row["question_id"]].get(name, "") for name in ("right", *ANSWER)}
        if row["question_id"] in filled
        else row
        for row in table.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=table.columns, dtype="str")
