"""Actions and decisions in tables: a log with columns for action and owner, and the action column of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.decided.due import Clock, due
from leadnet.documents.decided.log_columns import cells_of, header
from leadnet.documents.decided.owners import people_of, to_do
from leadnet.documents.model import Decision, Due, Line, Source
from leadnet.documents.outlines.title_lines import USUAL
from leadnet.documents.words.dates import days

_BESIDE = re.compile(r"\s[/|]\s+(?P<who>(?:[A-Z]{2,3} / )?[^/|\s](?:[^/|]|/(?! )){1,60}?)[\s|]*$")
_ANSWER = re.compile(r"\s[/|]\s+(?:yes|no|n/?a|none)$", re.I)  # of a column before that for whom to ask
_TASK_BESIDE = re.compile(r"\s[/|]\s+(?P<said>[A-Z][^/|]{8,200})$")
_SHEET = re.compile(
    r"^\W*(?:\w+ ){0,2}actions?(?: points?)?(?: (?:sheet|log|list|summary|tracker|table|notes|plan))?"
    r"(?: (?:from|of|at|arising (?:from|at)|agreed (?:at|by))\b.{0,20}\bmeeting\b.{0,40})?\W*$",
    re.I,
)
_IS_NUMBER = re.compile(r"^\W*[A-Z]{0,3}\d{1,3}[.)]?\s*(?:\||\t|/\s)")
GOES_ON = "| … |"  # what a line that goes on with the row above begins with
_RULE = re.compile(r"^[\s|:*_=+–—-]*$")
_SORT = re.compile(
    r"^\W*(?P<word>actions?|decisions?|decided|agreed|resolved|noted|message|information)\b\s*(?:\d+\s*)?[-–—:]\s*",
    re.I,
)
_RIGHT = re.compile(
    r"(?<=\S)(?:\s{3,}|\t+)(?P<who>[A-Z][A-Za-z]{1,3}(?:(?:\s?[/,&]\s?|\s+and\s+)[A-Z][A-Za-z]{1,3})*|"
    r"(?<=[.;:]\s\s\s)\s*[A-Z][\w’'-]+(?: (?:of |for |and )?[A-Z][\w’'-]+){0,4})\s*$"
)
_TITLE = 9  # words of a title
_NEAR = 12  # lines under a heading row, blank ones among them, in which its first row stands
_TO = re.compile(r"\s+to\s+[a-z]+\b.*$")  # "Ann Lee to draft", in the column for who
_NOBODY = re.compile(r"^(?:n/?a|tbc|tba|none|-+|–)$", re.I)
_KINDS = {"act": "action", "deci": "agreed", "agre": "agreed", "reso": "resolved", "note": "noted"}


@dataclass(frozen=True)
class ActionTable:
    """The decisions of tables, the number printed beside each, and every line they take up."""

    decisions: tuple[Decision, ...] = ()
    numbers: tuple[str, ...] = ()
    lines: frozenset[int] = frozenset()


def opens_table(text: str) -> bool:
    """Whether a line is the heading row of a log of actions or decisions.

    >>> opens_table("| Action | Owner | Due |"), opens_table("Actions | Apologies")
    (True, False)
    """
    return bool(header(text))


def log_rows(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are rows of a log of actions or decisions, with its heading row."""
    return frozenset(
        line.number for _, rows, head in _logs(lines) for line in (head, *(each for row in rows for each in row))
    )


def action_table(lines: Sequence[Line], clock: Clock) -> ActionTable:
    """The rows below each heading row of a log, each an action or decision; nothing without such a row."""
    found: list[tuple[Decision, str]] = []
    for columns, rows, _ in _logs(lines):
        found += [entry for row in rows if (entry := _entry(row, columns, clock))]
    return ActionTable(tuple(each for each, _ in found), tuple(number for _, number in found), log_rows(lines))


def _logs(lines: Sequence[Line]) -> Iterator[tuple[dict[str, int], list[tuple[Line, ...]], Line]]:
    """Each log: its columns, its rows and its first line: its heading row, or the title of one that has none."""
    upto, titled = 0, None
    for place, line in enumerate(lines):
        titled = line if _SHEET.match(line.text) else titled
        if place < upto:
            continue
        columns = header(line.text, _below(lines[place + 1 : place + _NEAR]))
        rows = _rows(lines[place + 1 :]) if columns else _numbered_rows(lines[place:]) if titled else []
        if rows and not _of_minutes(rows, columns):
            upto = place + (1 if columns else 0) + sum(map(len, rows))
            yield (
                columns or {"number": 0, "action": 1, "owner": 2, "decides": 0},
                rows,
                line if columns else titled or line,
            )


def _below(lines: Sequence[Line]) -> str:
    """The first of these lines that holds words: the first row of a log."""
    return next((line.text for line in lines if not _RULE.match(line.text)), "")


def _of_minutes(rows: Sequence[Sequence[Line]], columns: dict[str, int]) -> bool:
    """Whether rows below "Action point | Action by" are minutes: few name anybody, and one is of all meetings."""
    cells = [cells_of(_text(row)) for row in rows if not _RULE.match(_text(row))]
    who, at = columns.get("owner", 0), columns.get("action", 0)
    blank = sum(len(row) <= who or not row[who].strip() for row in cells)
    usual = any(len(row) > at and len(row[at].split()) < _TITLE and USUAL.match(row[at].strip(" *")) for row in cells)
    return bool(columns) and usual and 2 * blank > len(cells)


def _numbered_rows(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The rows of an action sheet without heading row: number, what is to be done, who; a row may run over lines."""
    rows: list[tuple[Line, ...]] = []
    for line in lines:
        if not line.text.strip() or not (rows or _IS_NUMBER.match(line.text)):
            break
        if _IS_NUMBER.match(line.text):
            rows.append((line,))
        else:
            rows[-1] = (*rows[-1], line)
    owned = [row for row in rows if len(cells := cells_of(_text(row))) == 3 and _who(cells[2])]
    return rows if len(rows) > 2 and len(owned) * 4 >= len(rows) * 3 else []


def _text(row: Sequence[Line]) -> str:
    return " ".join(line.text.strip() for line in row)


def _rows(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    rows: list[tuple[Line, ...]] = []
    for line in lines:
        if not line.text.strip():
            continue
        if len(cells_of(line.text)) < 2:
            break
        if rows and _goes_on(line):
            rows[-1] = (*rows[-1], line)
        else:
            rows.append((line,))
    return rows


def _goes_on(line: Line) -> bool:
    """Whether a line goes on with the row above, cell by cell."""
    return line.text.startswith(GOES_ON)


def _row_cells(row: Sequence[Line]) -> list[str]:
    """The cells of a row, each with what stands below it on the lines that go on."""
    whole = cells_of(_text([line for line in row if not _goes_on(line)]))
    for line in filter(_goes_on, row):
        whole = [f"{cell} {more}".strip() for cell, more in zip(whole, ["", *cells_of(line.text)[1:]], strict=False)]
    return whole


def _entry(row: Sequence[Line], columns: dict[str, int], clock: Clock) -> tuple[Decision, str] | None:
    """A row as a record and its number; None for a rule, an empty row and what is only for information."""
    cells = _row_cells(row)

    def cell(name: str) -> str:
        place = columns.get(name)
        return cells[place].strip(" *_") if place is not None and place < len(cells) else ""

    said = _SORT.match(cell("action"))
    word = (said["word"] if said else cell("sort")).lower()
    text = cell("action")[said.end() if said else 0 :]
    if _RULE.match(_text(row)) or not text or header(_text(row)) or word in ("message", "information"):
        return None
    mixed = "agreed" if columns["decides"] and not cell("owner") else "action"
    kind = next((kind for stem, kind in _KINDS.items() if word.startswith(stem)), mixed)
    when = _due(cell("due"), clock) if "due" in columns else _by(text, clock)
    entry = Decision(Source.of(row), kind, "plain", text, owners=_who(cell("owner")), due=when, asks=kind == "action")
    return entry, cell("number").strip(" .")


def _who(words: str) -> tuple[str, ...]:
    """The owners of a cell, one a name."""
    if found := people_of(words):
        return found
    parts = (_TO.sub("", part).strip(" .") for part in re.split(r"\s*(?:,|/|&|;|\band\b|\s[-–—]\s)\s*", words))
    return tuple(part for part in parts if part and not _NOBODY.match(part))


def _by(text: str, clock: Clock) -> Due | None:
    """The day "by" which something is to be done, from its own words, where no column is for it."""
    found = due(text, clock)
    return found if found and found.printed.lower().startswith("by ") else None


def _due(words: str, clock: Clock) -> Due | None:
    """A due cell holds the day without "by"; what is no day is kept as printed."""
    found = due(f"by {words}", clock) if words else None
    if found and found.exact:
        return Due(words, found.until, found.until, exact=True)
    if found is None and (past := next(iter(days(words, clock.year)), None)) and past.iso:
        return Due(words, past.iso, past.iso, exact=True)  # overdue when the log was written
    return Due(words, found.since, found.until) if found else Due(words) if words.strip(" -") else None


def _gaps_closed(lines: Sequence[Line]) -> Iterator[Line]:
    """ "... to be redrawn.        TB": the initials of a right-hand column, put behind their paragraph."""
    held = ""
    for place, line in enumerate(lines):
        beside = _RIGHT.search(line.text)
        beside = beside if beside and people_of(beside["who"]) else None
        text = line.text[: beside.start()] if beside else line.text
        held = beside["who"] if beside else held
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        ends = not below.strip() or re.search(r"[.:;]\s*$", text) or _RIGHT.search(below)
        yield replace(line, text=f"{text} / {held}" if held and ends and text.strip() else text)
        held = "" if ends else held


def apart(text: str) -> tuple[str, tuple[str, ...]]:
    """Words, and whom the cell behind them names: the column for who acts, of a table that lost its lines.

    >>> apart("Write to all partners / JH & TM"), apart("Cost per night / bed")
    (('Write to all partners', ('JH', 'TM')), ('Cost per night / bed', ()))
    """
    beside = None if text.startswith("|") else _BESIDE.search(text)  # a whole row says by its own columns who acts
    who = people_of(beside["who"]) if beside and not _ANSWER.search(text[: beside.start()]) else ()
    return (text[: beside.start()].rstrip(), who) if beside and who else (text, ())


def unfolded(lines: Sequence[Line]) -> Iterator[Line]:
    """Rows of minutes with an action column (number, text, who) as the text and, behind it, "Action: who".

    A line that ends in " / who", a column that lost its lines, ends its paragraph; who stands in a column kept apart by
    a gap comes at the end of the paragraph.
    """
    for line in _gaps_closed(lines):
        cells = [cell for cell in cells_of(line.text) if cell] if line.text.lstrip().startswith("|") else []
        if apart(line.text)[1] and not line.text.lstrip().startswith("|"):
            yield from (line, replace(line, text=""))
        elif (task := _TASK_BESIDE.search(line.text)) and to_do(task["said"]):
            yield from (replace(line, text=line.text[: task.start()]), replace(line, text=""))
            yield replace(line, text=task["said"])
        elif len(cells) > 1 and len(cells[-2].split()) > 4 and people_of(cells[-1]):
            yield replace(line, text=" ".join(cells[:-1]))
            yield replace(line, text=f"Action: {cells[-1]}")
        else:
            yield line
