"""Misreadings put right by hand: each line of corrections.csv is replayed on the records after every read."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from leadnet.study import schema
from leadnet.study.tables import StudyError


def corrected(records: Mapping[str, pd.DataFrame], corrections: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The records with each correction made, in the order of the file.

    `was` must be what the reader gave at that paper, line and column; otherwise the paper or the reader has changed
    since, and a StudyError says so. `n` says which of several rows on the line is meant (1 is the first); it may be
    blank where `was` tells. `was` of `-` in column `person` leaves the row whose person is `is` out; `+` adds an
    attendance row for the person `is`.
    """
    records = dict(records)
    for line, row in enumerate(corrections.to_dict("records"), start=2):
        records[row["table"]] = _replayed(records[row["table"]], row, f"corrections.csv line {line}")
    return records


def _replayed(frame: pd.DataFrame, row: Mapping[str, str], where: str) -> pd.DataFrame:
    table = schema.RECORDS[row["table"]]
    if row["column"] not in table.columns:
        raise StudyError(
            f'{where}: "{row["column"]}" is no column of {table.name}; its columns are {", ".join(table.columns)}'
        )
    here = (frame["doc_id"] == row["doc_id"]) & (frame["line"].astype(str) == row["line"])
    if row["was"] == "+":
        return _with_row(frame, here, row, where)
    if n := number_of(row):
        numbers = _numbers(frame)
        if not (here & (numbers == n)).any():
            held = ", ".join(numbers[here]) or "none"
            raise StudyError(f"{where}, column n: {_place(row)} has no row {n}; there are {held}")
        here &= numbers == n
    wanted = row["is"] if row["was"] == "-" else row["was"]
    match = here & (frame[row["column"]].fillna("").astype(str) == wanted)
    if match.sum() != 1:
        raise StudyError(f"{where}: {_no_match(frame[here], row, wanted, int(match.sum()))}")
    if row["was"] == "-":
        return frame[~match].reset_index(drop=True)
    if fault := table.columns[row["column"]].fault(row["is"]):
        raise StudyError(f"{where}, column is: {fault}")
    return frame.assign(**{row["column"]: frame[row["column"]].mask(match, row["is"])})


def number_of(row: Mapping[str, object]) -> str:
    """Which row of its line a correction is of, as text; "" where it does not say."""
    return "" if pd.isna(row.get("n", "")) else str(row.get("n", ""))


def _numbers(frame: pd.DataFrame) -> pd.Series:
    """The number of each row among those of its line: its own where it has one, as in its id; else counted."""
    if "n" in frame:
        return frame["n"].astype(str)
    if "decision_id" in frame:
        return frame["decision_id"].str.rpartition(":")[2]
    return (frame.groupby(["doc_id", "line"]).cumcount() + 1).astype(str)


def _place(row: Mapping[str, str]) -> str:
    return f"{row['doc_id']} line {row['line']}, {row['table']}.{row['column']}"


def _with_row(frame: pd.DataFrame, here: pd.Series, row: Mapping[str, str], where: str) -> pd.DataFrame:
    """One more attendance row: a copy of the meeting's first row with the person alone filled."""
    paper, numbers = frame[frame["doc_id"] == row["doc_id"]], frame.loc[here, "n"] if "n" in frame else ()
    if row["table"] != "attendance" or paper.empty:
        raise StudyError(f"{where}: `+` adds a person to an attendance list that was read; {row['doc_id']} has none")
    added = {
        "meeting_id": paper["meeting_id"].iloc[0],
        "doc_id": row["doc_id"],
        "line": row["line"],
        "n": int(max(numbers, default=0)) + 1,
        "part": "member",
        "status": "present",
        "mode": "unknown",
        "sure": "sure",
        "printed": row["is"],
        "person": row["is"],
    }
    return pd.concat([frame, schema.ATTENDANCE.frame([added])], ignore_index=True)


def _no_match(rows: pd.DataFrame, row: Mapping[str, str], wanted: str, matches: int) -> str:
    if matches > 1:
        numbers = " or ".join(_numbers(rows[rows[row["column"]].fillna("").astype(str) == wanted]))
        return f'{_place(row)} holds "{wanted}" {matches} times; say in the column n which is meant ({numbers})'
    found = " / ".join(f'"{cell}"' for cell in rows[row["column"]].fillna("").astype(str)) or "no row"
    gives = f'was = "{wanted}", the reader gives {found}'
    return f"{_place(row)} no longer matches: {gives}; look again and correct or remove this line"
