"""Actions in a table with a column for the action and one for who is to do it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leadnet.documents.due import Clock, due
from leadnet.documents.model import Decision, Due, Line, Source

_ACTION = re.compile(r"^(?:actions?(?: points?| required| agreed)?|task|what)\s*:?$", re.IGNORECASE)
_OWNER = re.compile(
    r"^(?:owners?|leads?|who|by whom|responsib\w*|lead officer|action by|person(?: responsible)?|officer|"
    r"assigned to|for)\s*:?$",
    re.I,
)
_DUE = re.compile(
    r"^(?:due(?: date)?|deadline|by when|when|timescale|target date|date due|completion(?: date)?|complete by)\s*:?$",
    re.I,
)
_RULE = re.compile(r"^[\s|:*_=+–—-]*$")


@dataclass(frozen=True)
class ActionTable:
    """The actions of a table and every line it takes up."""

    decisions: tuple[Decision, ...] = ()
    lines: frozenset[int] = frozenset()


def action_table(lines: Sequence[Line], clock: Clock) -> ActionTable:
    """The rows below a header with an action and an owner column, each an action; nothing without such a header."""
    for place, line in enumerate(lines):
        header = _cells(line.text)
        columns = {
            name: _column(header, form) for name, form in (("action", _ACTION), ("owner", _OWNER), ("due", _DUE))
        }
        if columns["action"] is not None and columns["owner"] is not None:
            rows = _rows(lines[place + 1 :], len(header))
            found = [decision for row in rows if (decision := _action(row, columns, clock))]
            return ActionTable(tuple(found), frozenset([line.number, *(row.number for row in rows)]))
    return ActionTable()


def _cells(text: str) -> list[str]:
    """Cells between pipes or tabs, blanks kept in their place."""
    if "|" in text:
        return [cell.strip(" *") for cell in text.strip().removeprefix("|").removesuffix("|").split("|")]
    return [cell.strip() for cell in text.split("\t")]


def _column(header: Sequence[str], form: re.Pattern[str]) -> int | None:
    return next((place for place, cell in enumerate(header) if form.match(cell)), None)


def _rows(lines: Sequence[Line], width: int) -> list[Line]:
    rows: list[Line] = []
    for line in lines:
        if not line.text.strip():
            continue
        if len(_cells(line.text)) < min(width, 2):
            break
        rows.append(line)
    return rows


def _action(row: Line, columns: dict[str, int | None], clock: Clock) -> Decision | None:
    cells = _cells(row.text)

    def cell(name: str) -> str:
        place = columns[name]
        return cells[place] if place is not None and place < len(cells) else ""

    if _RULE.match(row.text) or not cell("action"):
        return None
    who = tuple(name for name in re.split(r"\s*(?:,|/|&|;|\band\b)\s*", cell("owner")) if name.strip(" -"))
    return Decision(
        Source.of([row]), "action", "plain", cell("action"), owners=who, due=_due(cell("due"), clock), asks=True
    )


def _due(words: str, clock: Clock) -> Due | None:
    """A due cell holds the day without "by"; what is no day is kept as printed."""
    found = due(f"by {words}", clock) if words else None
    if found and found.exact:
        return Due(words, found.until, found.until, exact=True)
    return Due(words, found.since, found.until) if found else Due(words) if words.strip(" -") else None
