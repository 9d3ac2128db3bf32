"""Logs of actions that lost their rows: every cell on a line of its own, as tables are copied from some pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.decided.action_table import GOES_ON
from leadnet.documents.decided.log_columns import header, names_column
from leadnet.documents.decided.owners import people_of
from leadnet.documents.model import Line
from leadnet.documents.words.dates import MONTH

_NUMBER = re.compile(r"(?:[A-Z]{1,5}[-/ ]?)?(?P<count>\d{1,4})(?:[./]\d{1,3})*[a-z]?[.)]?")
_DAY = re.compile(rf"\d{{1,2}}[./-]\d|\b{MONTH}\b|\b(?:asap|ongoing|next meeting|tbc)\b", re.I)
_LEAST, _MOST = 3, 9  # columns
_ROWS = 2
_HEADING = 4  # words of a column's name


def dumped_logs(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such a log a row each between strokes, on the lines that hold what is to be done.

    >>> rows = ("No", "Action", "Owner", "1", "Write to all", "JD", "2", "Book a room", "AL")
    >>> [line.text for line in dumped_logs([Line(at, None, row) for at, row in enumerate(rows)]) if line.text]
    ['| No | Action | Owner |', '| 1 | Write to all | JD |', '| 2 | Book a room | AL |']
    """
    filled = [line for line in lines if line.text.strip()]
    made: dict[int, str] = {}
    at = 0
    while at < len(filled):
        names = _heading(filled[at : at + _MOST + 1])
        rows = _rows(filled[at + len(names) :], names) if names else []
        if len(rows) < _ROWS:
            at += 1
            continue
        end = at + len(names) + sum(map(len, rows))
        made |= {line.number: "" for line in filled[at:end]} | {filled[at].number: f"| {' | '.join(names)} |"}
        for row in rows:
            made |= _row(row, _columns(names), len(names))
        at = end
    return [replace(line, text=made.get(line.number, line.text)) for line in lines]


def _heading(lines: Sequence[Line]) -> list[str]:
    """The names of a log's columns, a line each, up to the first number; without one, the lines that name a column."""
    texts = [line.text.strip() for line in lines]
    many = next((place for place, text in enumerate(texts) if _NUMBER.fullmatch(text)), 0)
    if "number" not in _columns(texts[:many]):
        many = next((place for place, text in enumerate(texts) if not names_column(text)), 0)
    names = texts[:many]
    short = all(len(name.split()) <= _HEADING and "|" not in name for name in names)
    own = short and many >= _LEAST and names_column(names[-1]) and "owner" in _columns(names)
    return names if own and 0 in _columns(names).values() else []


def _columns(names: Sequence[str]) -> dict[str, int]:
    """Which column is which; over a number stands what names the column of numbers."""
    return header(" | ".join(names), "1") if len(names) > 1 else {}


def _rows(lines: Sequence[Line], names: Sequence[str]) -> list[list[Line]]:
    """The cells of each row: from number to number that counts on; without numbers, as many as there are columns."""
    columns, many = _columns(names), len(names)
    if columns.get("number") != 0:
        rows = [list(lines[at : at + many]) for at in range(0, len(lines) - many + 1, many)]
        good = [people_of(row[columns["owner"]].text) and not people_of(row[columns["action"]].text) for row in rows]
        return rows[: next((at for at, fits in enumerate(good) if not fits), len(rows))]
    starts: list[int] = []
    for at, line in enumerate(lines):
        if starts and at - starts[-1] > 2 * many:
            break
        number = _NUMBER.fullmatch(line.text.strip())
        last = _NUMBER.fullmatch(lines[starts[-1]].text.strip()) if starts else None
        if number and (not starts or last and at - starts[-1] > 1 and _counts_on(last["count"], number["count"])):
            starts.append(at)
    ends = [*starts[1:], min(len(lines), starts[-1] + many)] if starts else []
    rows = [list(lines[at:end]) for at, end in zip(starts, ends, strict=True)]
    return rows if starts[:1] == [0] else []


def _counts_on(last: str, number: str) -> bool:
    return 0 <= int(number) - int(last) <= 2


def _row(row: Sequence[Line], columns: dict[str, int], many: int) -> dict[int, str]:
    """The text of each line of a row: its cells between strokes where the action begins, the rest of that below."""
    texts = [line.text.strip() for line in row]
    owner, due, action = columns["owner"], columns.get("due", -1), columns["action"]
    held = [""] * many
    if len(row) == many:
        held, spoken = list(texts), [action]
    else:
        first = 1 if columns.get("number") == 0 else 0
        held[0] = texts[0] if first else ""
        who = next((at for at in range(len(row) - 1, first, -1) if people_of(texts[at])), len(row))
        spoken = [at for at in range(first, who) if not _DAY.fullmatch(texts[at])]
        held[owner] = texts[who] if who < len(row) else ""
        behind = [text for text in texts[who + 1 :] if _DAY.search(text)]
        held[due] = behind[0] if due >= 0 and behind else held[due]
        held[action] = texts[spoken[0]] if spoken else ""
    made = {row[spoken[0]].number: f"| {' | '.join(held)} |"} if spoken else {}
    for at in spoken[1:]:
        below = [texts[at] if place == action else "" for place in range(many)]
        made[row[at].number] = f"{GOES_ON} {' | '.join(below[1:] if action else below)} |"
    return made
