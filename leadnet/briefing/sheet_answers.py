"""A returned sheet taken in: what can be said as a correction goes into corrections.csv, the rest is listed.

An answer becomes rows of corrections.csv: `was` from the record, `is` from the answer, by and on from the title block,
and n, which of several on a line is meant. A line with letters is answered by letter, “b: apologies; c: leave out”.
Each is tried on the record first (`corrected`); one that cannot be replayed, or says what no column holds, is listed
to be looked at with its words, and nothing of it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from leadnet.briefing.marks import clean
from leadnet.briefing.paper import study_id
from leadnet.briefing.sheet_file import Answer, Returned, bookmark, filled, parted, read_sheet, row_tag
from leadnet.briefing.sheet_lines import Line, lines_of
from leadnet.briefing.sheet_rows import Row, rows_of
from leadnet.briefing.tokens import days, folded
from leadnet.build import Built
from leadnet.study.corrections import corrected, number_of
from leadnet.study.schema import CORRECTIONS
from leadnet.study.store import replace_file
from leadnet.study.tables import StudyError, csv_text

_RIGHT = {"yes": True, "y": True, "right": True, "no": False, "n": False, "wrong": False}
_STATUSES = {
    "present": "present",
    "in attendance": "in_attendance",
    "apologies": "apologies",
    "apologies sent": "apologies",
    "absent": "absent",
}
_COLUMNS = {
    "attendance": {
        "status": "status",
        "name": "person",
        "post": "role",
        "organisation": "organisations",
        "in the place of": "on_behalf_of",
    },
    "decisions": {"owner": "owners", "by when": "due_printed", "words": "text"},
}
_ENTRIES = 100  # more than any line of an attendance list has
_NAMED = re.compile(r"(?P<what>[a-z ]{4,20}?)\s*:\s*(?P<said>.+)", re.IGNORECASE)


@dataclass
class Taken:
    """What a returned sheet comes to. `corrections` are rows to add; with a fault nothing is taken."""

    corrections: list[dict[str, str]] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    to_look_at: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    agreed: int = 0
    already: int = 0


class Puzzle(Exception):
    """An answer that no correction can say; its text says why."""


def answers_in(built: Built, file: Path) -> Taken:
    """The answers of a returned sheet held against the record. StudyError for a file that is no sheet of this study."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise StudyError(f"{file}: cannot be opened ({error.strerror})") from None
    sheet = read_sheet(data, str(file))
    if sheet.study != study_id(built):
        raise StudyError(f"{file}: this is a sheet of another study; hand it in there, or send out a new one")
    if sheet.org_id not in {*built.organisations["org_id"], *built.councils["org_id"]}:
        raise StudyError(f"{file}: its organisation {sheet.org_id} is not in organisations.csv any more; add it there")
    taken, taking = Taken(), _Taking(built, sheet, str(file))
    for answer in filter(filled, sheet.answers):
        taking.take(answer, taken)
    if not taken.faults and not (taken.corrections or taken.to_look_at or taken.agreed or taken.already):
        raise StudyError(f"{file}: no row of this sheet is answered")
    return taken


def put(built: Built, taken: Taken) -> None:
    """Add the corrections to corrections.csv, all in one step. Only under the study's lock."""
    if taken.corrections:
        kept = [*built.corrections.to_dict("records"), *taken.corrections]
        target = built.folder.path / "register" / "corrections.csv"
        replace_file(target, csv_text(CORRECTIONS.frame(kept)).encode())


class _Taking:
    """One returned sheet being taken in: the rows it may answer, and the record its corrections are tried on."""

    def __init__(self, built: Built, sheet: Returned, file: str):
        self.built, self.sheet, self.file = built, sheet, file
        lines = [line for group in rows_of(built, sheet.org_id).values() for line in lines_of(group)]
        self.lines = {_mark(row): line for line in lines for row in line.rows}
        self.rows = {_mark(row): row for line in lines for row in line.rows}
        self.gone = _gone(built)
        self.because = f"right of reply, {built.names[sheet.org_id]}"
        self.tables = {name: built.records[name] for name in ("attendance", "decisions", "meetings", "items")}

    def take(self, answer: Answer, taken: Taken) -> None:
        """Add what one answer comes to."""
        where = f"{self.file}, {answer.where or 'what is missing'}"
        if not answer.rows:
            taken.to_look_at.append(f"look at: {where}: {self._words(answer.should)}")
            return
        if not any(mark in self.rows for mark in answer.rows) and self.gone.issuperset(answer.rows):
            taken.already += 1
            return
        right = _RIGHT.get(answer.right.strip(" .").lower())
        if fault := self._fault(answer, right):
            taken.faults.append(f"{where}: {fault}")
        elif right:
            taken.agreed += 1
        else:
            self._take_each(answer, where, taken)

    def _take_each(self, answer: Answer, where: str, taken: Taken) -> None:
        """Add what is said of each row of a line."""
        try:
            for letter, mark, said in parted(answer):
                at = f"{where}, {letter}" if letter else where
                try:
                    self._correct(mark, said, taken)
                except Puzzle as why:
                    taken.to_look_at.append(f"look at: {at}: {self._words(said)}: {why}")
        except StudyError as fault:
            taken.faults.append(f"{where}: {fault}")

    def _words(self, said: str) -> str:
        return f"“{said}” ({self.sheet.who or 'nobody named'}, {self.sheet.when or 'no day'})"

    def _fault(self, answer: Answer, right: bool | None) -> str:
        """Why an answer cannot be taken at all; "" when it can."""
        if answer.right and right is None:
            return f'"{answer.right}" is neither yes nor no; write one of the two'
        if right and answer.should:
            return f'it says yes, and what it should say ("{answer.should}"); keep one of the two'
        if not right and not self.sheet.who:
            return "nobody is named who says so; fill “Answered by” at the top of the sheet"
        if not right and not _day(self.sheet.when):
            return f'"{self.sheet.when}" beside “On this day” is no day; write it as 2024-03-31 or 31 March 2024'
        line = next((self.lines[mark] for mark in answer.rows if mark in self.lines), None)
        changed = line is None or folded(clean(str(line.says))).strip() != answer.says
        if changed and self.sheet.build == self.built.build:
            return "the words of the second cell were changed; put them back, and what they should say in the last"
        if changed and not self._corrected_since(answer, line):
            return "the record has changed here since the sheet was made; send out a new sheet"
        return ""

    def _corrected_since(self, answer: Answer, line: Line | None) -> bool:
        """Whether the record of a line differs from the sheet because corrections.csv has rows on it."""
        places = {row.line for row in line.rows} if line else set()
        held = self.built.corrections.to_dict("records")
        return not self.gone.isdisjoint(answer.rows) or any((each["doc_id"], each["line"]) in places for each in held)

    def _correct(self, mark: str, said: str, taken: Taken) -> None:
        """Put the corrections an answer on one row comes to with those taken so far."""
        row = self.rows.get(mark)
        if row is None:
            taken.already += 1
            return
        signed = {"by": self.sheet.who, "on": _day(self.sheet.when), "because": self.because}
        place = {"doc_id": row.line[0], "line": row.line[1], "n": row.n}
        asked = [place | each | signed for each in _asked(self.built, self.sheet.org_id, row, said)]
        fresh = [each for each in asked if not self._stands(each, taken)]
        if not fresh:
            taken.already += 1
            return
        self.tables = _tried(self.tables, fresh)
        taken.corrections += fresh
        taken.written += [_told(each) for each in fresh]

    def _stands(self, asked: dict[str, str], taken: Taken) -> bool:
        """Whether corrections.csv says this already. StudyError when it, or this sheet, says something else of the same
        cell."""
        for old in taken.corrections:
            if _same_cell(old, asked) and (old["was"], old["is"]) != (asked["was"], asked["is"]):
                said = f'"{old["is"]}" and "{asked["is"]}"'
                raise StudyError(f"the sheet says both {said} of one entry; keep one of the two")
        for number, old in enumerate(self.built.corrections.to_dict("records"), start=2):
            if not _same_cell(old, asked):
                continue
            opposed = {old["was"], asked["was"]} == {"+", "-"}
            if old["is"] == asked["is"] and not opposed:
                return True
            if (opposed and old["is"] == asked["is"]) or old["is"] == asked["was"]:
                raise StudyError(
                    f'the answer ("{asked["is"]}") contradicts corrections.csv line {number}, where {old["by"]} put '
                    f'"{old["is"]}" on {old["on"]}; settle which holds, and change one of the two'
                )
        if asked in taken.corrections:
            return True
        if asked["was"] == asked["is"]:
            raise Puzzle("the record says this already")
        return False


def _same_cell(old: Mapping[str, str], asked: Mapping[str, str]) -> bool:
    """Whether two corrections are of one cell; one that names no entry of its line may be of any."""
    place = ("doc_id", "line", "table", "column")
    return all(old[name] == asked[name] for name in place) and (number_of(old) in ("", asked["n"]) or not asked["n"])


def _mark(row: Row) -> str:
    return bookmark(row_tag(row.table, row.place))


def _gone(built: Built) -> set[str]:
    """The rows that are no more because a correction added to their line, or left its entry out."""
    rows = set()
    for old in built.corrections.to_dict("records"):
        at = f"{old['doc_id']}:{old['line']}"
        if old["was"] == "-":
            which = [number_of(old)] if number_of(old) else range(1, _ENTRIES)
            rows |= {bookmark(row_tag(old["table"], f"{at}:{n}")) for n in which}
        elif old["was"] == "+":
            held = built.attendance.loc[built.attendance["doc_id"] == old["doc_id"], "meeting_id"]
            rows |= {bookmark(row_tag("grid", f"{at}:{meeting}")) for meeting in held}
    return rows


def _asked(built: Built, org_id: str, row: Row, should: str) -> list[dict[str, str]]:
    """The corrections an answer asks for, by table, column, was and is; Puzzle when it asks for none there can be."""
    said = should.strip(" “”.;")
    if not said:
        raise Puzzle("it is said to be wrong, and not what it should say")
    if row.table == "grid" and row.holds:
        raise Puzzle("the entry stands in the list already; answer whose its printed name is with `leadnet review`")
    if row.table == "grid":
        return list(_added(built, org_id, row, said))
    if row.table not in _COLUMNS:
        raise Puzzle("these are the paper's own words; a correction cannot change them")
    if said.lower() == "leave out":
        column = "person" if row.table == "attendance" else "text"
        return [{"table": row.table, "column": column, "was": "-", "is": row.holds[column]}]
    if row.table == "attendance" and said.lower() in _STATUSES:
        return [{"table": row.table, "column": "status", "was": row.holds["status"], "is": _STATUSES[said.lower()]}]
    named = _NAMED.fullmatch(said)
    column = _COLUMNS[row.table].get(named["what"].strip().lower()) if named else None
    if column is None:
        raise Puzzle("no correction can say this; see whether the minutes or the reading are wrong")
    value = _STATUSES.get(named["said"].lower(), named["said"]) if column == "status" else named["said"]
    return [{"table": row.table, "column": column, "was": row.holds[column], "is": value}]


def _added(built: Built, org_id: str, row: Row, said: str) -> Iterator[dict[str, str]]:
    """Somebody the list lacks, as the rows that add the name and its organisation."""
    named = _NAMED.fullmatch(said)
    if not named or named["what"].strip().lower() != "present":
        raise Puzzle("to add somebody write “present: ” and the name; anything else a correction cannot say")
    doc, _ = row.line
    held = set(built.attendance.loc[built.attendance["doc_id"] == doc, "meeting_id"])
    if held != {row.place.rpartition(":")[2]}:
        raise Puzzle("no attendance list of this meeting is held to add somebody to")
    yield {"table": "attendance", "column": "person", "was": "+", "is": named["said"]}
    yield {"table": "attendance", "column": "organisations", "was": "", "is": built.names[org_id]}


def _tried(tables: dict[str, pd.DataFrame], asked: Sequence[dict[str, str]]) -> dict[str, pd.DataFrame]:
    """The tables with these corrections made; Puzzle when they cannot be replayed."""
    try:
        return corrected(tables, CORRECTIONS.frame(asked))
    except StudyError as error:
        raise Puzzle(str(error).partition(": ")[2] or str(error)) from None


def _told(row: dict[str, str]) -> str:
    entry = f" ({row['n']})" if row["n"] else ""
    place = f"{row['doc_id']} line {row['line']}{entry}, {row['table']}.{row['column']}"
    change = f'{row["was"]} "{row["is"]}"' if row["was"] in ("+", "-") else f'"{row["was"]}" is "{row["is"]}"'
    return f"corrected: {place}: {change} ({row['by']}, {row['on']})"


def _day(text: str) -> str:
    """The one whole day a text gives (ISO); "" when it gives none."""
    found = [each for each in days(text) if each.day and each.year]
    return found[0].iso if len(found) == 1 else ""
