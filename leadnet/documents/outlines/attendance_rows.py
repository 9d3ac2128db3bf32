"""Tables that say in columns who came: a council's page of attendance copied as text, and ticks under "Present"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.decided.log_columns import cells_of
from leadnet.documents.model import Line

_PAGE = ("attendee", "role", "attendance")
_WHO = re.compile(r"(?:names?|members?|attendees?|representatives?|board members?|name .*)\W*", re.I)
_COLUMNS = (
    ("Apologies", re.compile(r"apolog(?:y|ies)(?: (?:received|given|sent))?|apols?", re.I)),
    ("Present", re.compile(r"present|attended|attending|in attendance|attendance", re.I)),
    ("Absent", re.compile(r"absent|not present|did not attend|no apologies", re.I)),
)
_STATUS = re.compile(
    r"(?:present|in attendance|apolog\w+|absent|expected|attended|not present|did not attend)\b.{0,60}", re.I
)
_TICK = re.compile(r"[√✓✔☑✗✘xXyYpPaA*•]|yes", re.I)
_RULE = re.compile(r"^[\s|:*_=+–—-]*$")
_DEPUTY = re.compile(r"deput|substitut|alternat|represented", re.I)
_WORDS = 6  # of what is said beside a tick: "by phone"
_FEWEST = 3  # people
_FAR = 1000  # lines of such a page
_HEADING = "Attendance"


def attendance_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, the rows of such a table each with pipes and its status in words behind, under "Attendance".

    >>> rows = ("Name | Of | Present | Apology", "Ann Lee | CVS | √ | ", "Jo Dale | CVS |  | √", "Ed Moss | PCT | √ | ")
    >>> [line.text for line in attendance_rows([Line(at, None, row) for at, row in enumerate(rows)])][:3]
    ['Attendance', '| Ann Lee | CVS | Present |', '| Jo Dale | CVS | Apologies |']
    """
    found, at = [], 0
    while at < len(lines):
        made = _ticked(lines, at) or _stated(lines, at) or _one_a_line(lines, at)
        if sum("|" in line.text for line in made) >= _FEWEST:
            found += [replace(lines[at], text=_HEADING), *made]
            at += 1 + len(made)
        else:
            found.append(lines[at])
            at += 1
    return found


def _ticked(lines: Sequence[Line], at: int) -> list[Line]:
    """The rows below a heading row with columns for those present and for those away, by the tick in one of them."""
    heads = _cells(lines[at].text)
    status = {place: _status(cell) for place, cell in enumerate(heads) if place and _status(cell)}
    drawn = re.search(r"[|\t]|\s/\s", lines[at].text)  # by gaps alone the place in the line tells, and others do
    if not drawn or not _WHO.fullmatch(heads[0]) or len(set(status.values())) < 2:
        return []
    if any(map(_DEPUTY.match, heads)):
        return []  # lists.layouts.rows knows whose deputy came
    made: list[Line] = []
    for line in lines[at + 1 :]:
        cells = [*_cells(line.text), *[""] * len(heads)][: len(heads)]
        told = [place for place in status if cells[place]]
        if _RULE.match(line.text) and line.text.strip():
            made.append(replace(line, text=""))
            continue
        ticked = len(told) < 2 and all(_ticks(cells[place]) for place in told)
        if not (cells[0] and ticked) or len(_cells(line.text)) < 2:
            break
        beside = f", {cells[told[0]].lower()}" if told and not _TICK.fullmatch(cells[told[0]]) else ""
        said = f"{status[told[0]]}{beside}" if told else "Expected"
        rest = [cell for place, cell in enumerate(cells) if cell and place not in status]
        made.append(replace(line, text=f"| {' | '.join((*rest, said))} |"))
    return made


def _status(cell: str) -> str:
    """The status a column is for; blank for any other."""
    return next((status for status, form in _COLUMNS if form.fullmatch(cell.strip(" :*"))), "")


def _ticks(cell: str) -> bool:
    """Whether a cell is a tick, or says in a few small words how somebody came; a name is neither."""
    return (
        bool(_TICK.fullmatch(cell))
        or len(cell.split()) <= _WORDS
        and bool(re.search(r"\b(?:phone|tele|virtual|part)", cell, re.I))
    )


def _cells(text: str) -> list[str]:
    return cells_of(re.sub(r"(?<=\s)/\s*$", "/ ", text)) or [""]  # the last cell, empty, behind its stroke


def _stated(lines: Sequence[Line], at: int) -> list[Line]:
    """The rows of a council's page of attendance: name, role, and what became of it."""
    if tuple(cell.lower() for cell in _cells(lines[at].text)) != _PAGE:
        return []
    made = []
    for line in lines[at + 1 :]:
        cells = _cells(line.text)
        if not (_RULE.match(line.text) or len(cells) > 1 and _STATUS.fullmatch(cells[-1])):
            break
        made.append(replace(line, text="" if _RULE.match(line.text) else f"| {' | '.join(cells)} |"))
    return made


def _one_a_line(lines: Sequence[Line], at: int) -> list[Line]:
    """The same page with every cell on a line of its own."""
    if lines[at].text.strip().lower() != _PAGE[0]:
        return []
    filled = [place for place in range(at, min(at + _FAR, len(lines))) if lines[place].text.strip()]
    texts = [lines[place].text.strip() for place in filled]
    if tuple(text.lower() for text in texts[:3]) != _PAGE:
        return []
    rows = [texts[n : n + 3] for n in range(3, len(texts), 3)]
    many = next((n for n, row in enumerate(rows) if len(row) < 3 or not _STATUS.fullmatch(row[2])), len(rows))
    made = {filled[3 + 3 * n]: f"| {' | '.join(row)} |" for n, row in enumerate(rows[:many])}
    upto = filled[3 * many + 2] + 1
    return [replace(lines[place], text=made.get(place, "")) for place in range(at + 1, upto)] if made else []
