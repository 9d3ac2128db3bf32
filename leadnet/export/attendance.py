"""The attendance record in the words of ModernGov's attendance pages, taken from councillors to organisations."""

from __future__ import annotations

from leadnet.export.shown import MADE_UP, Shown
from leadnet.study.spreadsheet import sheet_bytes

_STATUSES = {"present": "Present", "in_attendance": "In attendance", "apologies": "Apologies", "absent": "Absent",
             "expected": "Expected"}  # fmt: skip
_ROOM = ("present", "in_attendance")
_COLUMNS = {
    "body": "Committee", "date": "Meeting date", "meeting_id": "Meeting", "person": "Name", "role": "Post",
    "organisation": "Organisation", "org_id": "Organisation id", "part": "Capacity", "said": "Attendance",
    "chair": "Chair", "on_behalf_of": "In place of", "items": "Items", "doc_id": "Paper", "line": "Line",
    "made_up": "Made-up data",
}  # fmt: skip


def attendance_csv(shown: Shown) -> bytes:
    """One row an entry of an attendance list and organisation it stands for, as CSV a spreadsheet opens.

    Attendance is Present, In attendance, Apologies, Absent or Expected; who came is also `virtual` or `as substitute`
    where the paper says so. A joint post has a row for each of its organisations.
    """
    rows = shown.entries
    made_up = "yes" if MADE_UP in shown.about else "no"
    told = rows.assign(body=rows["body_id"].map(shown.bodies).fillna(rows["body_id"]), made_up=made_up)
    told["said"] = [_said(row) for row in rows.itertuples()]
    return sheet_bytes(told[list(_COLUMNS)].rename(columns=_COLUMNS).astype("str").reset_index(drop=True))


def _said(row: object) -> str:
    came = row.status in _ROOM
    more = ("as substitute" if came and row.on_behalf_of else "", "virtual" if came and row.mode == "virtual" else "")
    return ", ".join(filter(None, (_STATUSES[row.status], *more)))
