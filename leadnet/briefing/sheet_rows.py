"""What the record holds of one organisation, a row a thing said of it, each with the place where it is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from leadnet.briefing.exhibits import meeting_date
from leadnet.build import CLOSED, Built, correction_cite
from leadnet.study.counting import spread
from leadnet.study.tables import split
from leadnet.study.words import Sentence, Span, of_record, quote, sentence

_LETTERS_QUOTED = 260  # enough of a line to know it by; the whole stands at its place
_STATUSES = {
    "present": "Present",
    "in_attendance": "In attendance",
    "apologies": "Apologies",
    "absent": "Absent",
    "expected": "Listed; whether anybody came is not said",
}
_PARTS = {"support": ", in support", "guest": ", as a guest", "observer": ", as an observer"}
_SILENT = {
    "not seen": "Nobody from it is recorded in this list",
    "expected": "A member; the list says nothing of it",
    "not recorded": "The minutes do not say who came",
    "held without minutes": "Held, by a later paper; no minutes held",
    "announced only": "Announced; not known whether held",
}
_WORKSTREAM = {"leads": "It leads", "joins": "It joins", "to be told": "It is to be told of"}


@dataclass(frozen=True)
class Row:
    """One thing the record says of an organisation.

    table and place name it (`attendance`, `notes:12:1`); `where`, `head` (in what part) and `told` are printed; `holds`
    is what a correction may change, as the record has it, by column. Rows that follow one another and are `together`
    (the id of their meeting, or of their paper) are printed in one line; "" stands alone.
    """

    table: str
    place: str
    where: Sentence
    told: Sentence
    holds: Mapping[str, str] = field(default_factory=dict)
    together: str = ""
    head: str = ""

    @property
    def says(self) -> Sentence:
        """What the record says, in whole."""
        mark = ": " if self.table == "attendance" else " "
        return Sentence((Span(f"{self.head}{mark}"),) if self.head else ()) + self.told

    @property
    def line(self) -> tuple[str, str]:
        """The paper and line an answer is about."""
        doc, _, rest = self.place.partition(":")
        return doc, rest.split(":")[0]

    @property
    def n(self) -> str:
        """Its number among the rows of its table at that line; "" where a table does not number them."""
        return self.place.rpartition(":")[2] if self.table in ("attendance", "decisions") else ""

    @property
    def labels(self) -> tuple[str, str]:
        """Its paper and line as printed, in which a number is no finding."""
        return self.line[0], _at(self.line[1])


def attendance_rows(built: Built, org_id: str) -> list[Row]:
    """Every entry of an attendance list that stands for it, and every meeting of the Grid at which it has none."""
    there = built.there[built.there["org_id"] == org_id].drop_duplicates("entry")
    entries = {f"{row.doc_id}:{row.line}:{row.n}": row for row in built.attendance.itertuples()}
    found = [(row.meeting_id, _entry(built, entries[row.entry], row)) for row in there.itertuples()]
    cells = built.grid[(built.grid["org_id"] == org_id) & ~built.grid["meeting_id"].isin(there["meeting_id"])]
    found += [(row.meeting_id, _silent(built, row)) for row in cells.itertuples() if row.state in _SILENT]
    return [row for _, row in sorted(found, key=lambda each: (built.meeting_dates[each[0]], each[0]))]


def _entry(built: Built, entry: object, there: object) -> Row:
    """An entry as the record reads it: status, part, person, post, the person replaced, and whence the organisation."""
    cite, place, meeting = f"{there.cites}{_put_right(built, entry)}", there.entry, entry.meeting_id
    head = f"{_STATUSES[entry.status]}{_PARTS.get(entry.part, '')}{', in the chair' if entry.chair else ''}"
    others = [built.names.get(org, org) for org in _organisations(built, place) if org != there.org_id]
    said = sentence(
        "{who}{also}{inferred} ({at})",
        who=of_record(_who(built, entry), cite),
        also=f"; also for {' and '.join(others)}" if others else "",
        inferred="; the list does not print the organisation here" if there.inferred else "",
        at=_at(entry.line),
    )
    holds = {name: getattr(entry, name) for name in ("status", "person", "role", "organisations", "on_behalf_of")}
    return Row("attendance", place, _meeting(built, meeting, entry.doc_id), said, holds, meeting, head)


def _who(built: Built, entry: object) -> str:
    """The person, post and person replaced as they may be shown; a post that stands for the name is said once."""
    parts = [built.masked(part, entry.doc_id) for part in (entry.person, entry.role) if part]
    once = parts[:1] if len(parts) > 1 and parts[0] in (parts[1], f"[{parts[1]}]") else parts
    replaced = built.masked(entry.on_behalf_of, entry.doc_id)
    return ", ".join(once) + (f"; in the place of {replaced}" if replaced else "")


def _organisations(built: Built, entry: str) -> list[str]:
    return [org for org in built.there.loc[built.there["entry"] == entry, "org_id"] if org]


def _silent(built: Built, cell: object) -> Row:
    """A meeting at which it has no entry, with what was searched."""
    doc, _, lines = cell.cites.split()[0].rpartition(":")
    says = sentence("{said} ({at})", said=of_record(_SILENT[cell.state], cell.cites), at=_at(lines))
    holds = {}
    if lines_open := _may_be_its_own(built, cell):
        mine = of_record("An entry that may be yours", cell.cites)
        says = sentence("{mine}: {lines}; not yet answered", mine=mine, lines=lines_open)
        holds = {"unanswered": lines_open}
    place = f"{doc}:{lines}:{cell.meeting_id}"
    return Row("grid", place, _meeting(built, cell.meeting_id, doc), says, holds, cell.meeting_id)


def _may_be_its_own(built: Built, cell: object) -> str:
    """The lines of a list that may stand for it and that nobody has answered for, in words; "" for none."""
    if cell.state != "not recorded" or not set(cell.cites.split()) <= _entries(built, cell.meeting_id):
        return ""
    lines = [cite.rpartition(":")[2] for cite in cell.cites.split()]
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(lines)}"


def _entries(built: Built, meeting_id: str) -> set[str]:
    """The places of the entries of a meeting's list whose organisation is printed and not known."""
    there = built.there[(built.there["meeting_id"] == meeting_id) & (built.there["org_id"] == "")]
    return set(there.loc[there["printed"], "cites"])


def action_rows(built: Built, org_id: str) -> list[Row]:
    """The clauses put to it, with what later papers show of each, and its part in joint work."""
    shows = built.ledger.groupby("action_id")["shows"].agg(lambda held: ", ".join(dict.fromkeys(filter(None, held))))
    owned = _owned(built, org_id)
    rows = [_clause(built, row, shows) for row in built.decisions.itertuples() if row.decision_id in owned]
    mine = built.workstreams[built.workstreams["org_id"] == org_id].itertuples()
    in_order = sorted(mine, key=lambda row: (row.doc_id, int(row.line.split("-")[0])))
    return rows + [_workstream(built, row) for row in in_order]


def _owned(built: Built, org_id: str) -> set[str]:
    """The clauses whose owner, as printed, is this organisation or somebody of it."""
    links = built.links[(built.links["kind"] == "organisation") & (built.links["id"] == org_id)]
    mine = built.mentions[built.mentions["mention_id"].isin(links["mention_id"])]
    printed = set(zip(mine["doc_id"], mine["printed"], strict=True))
    return {
        row.decision_id
        for row in built.decisions.itertuples()
        if any((row.doc_id, owner) in printed for owner in split(row.owners))
    }


def _clause(built: Built, clause: object, shows: pd.Series) -> Row:
    shown = shows.get(clause.decision_id, "")
    says = sentence(
        "{words} Put to: {owners}.{shown}",
        words=_quoted(built, clause.doc_id, clause.line),
        owners=of_record(
            built.masked(clause.owners.replace(" | ", ", "), clause.doc_id), _cite(clause) + _put_right(built, clause)
        ),
        shown=f" Later papers: {shown}." if shown else "",
    )
    holds = {name: getattr(clause, name) for name in ("owners", "due_printed", "text")}
    return Row("decisions", clause.decision_id, _paper(clause.doc_id, clause.line), says, holds)


def _workstream(built: Built, row: object) -> Row:
    name, at = of_record(built.names[row.workstream_id], _cite(row)), _at(row.line)
    place, head = f"{row.doc_id}:{row.line}:{row.workstream_id}", _WORKSTREAM.get(row.part, "It is named in")
    told = sentence("{name} ({at})", name=name, at=at)
    return Row("workstreams", place, Sentence((Span(row.doc_id),)), told, together=row.doc_id, head=head)


def quoted_rows(built: Built, org_id: str, shown: set[tuple[str, str]]) -> list[Row]:
    """Every other line that names it, in the words of the paper; `shown` are the lines that stand in the sheet."""
    links = built.links[(built.links["kind"] == "organisation") & (built.links["id"] == org_id)]
    mine = built.mentions[built.mentions["mention_id"].isin(links["mention_id"])]
    mine = mine[mine["kind"] == "organisation"]
    places = dict.fromkeys((row.doc_id, row.line) for row in mine.itertuples())
    dates = dict(zip(built.sources["doc_id"], built.sources["date"], strict=True))
    in_order = sorted(places, key=lambda at: (dates.get(at[0], ""), at[0], int(at[1].split("-")[0])))
    return [
        Row("lines", f"{doc}:{line}", _paper(doc, line), _quoted(built, doc, line))
        for doc, line in in_order
        if (doc, line) not in shown
    ]


def _quoted(built: Built, doc_id: str, line: str) -> Sentence:
    """The line as printed and masked, cut where it is long; a line of an exempt paper says so instead."""
    if doc_id in built.exempt:
        return Sentence((Span(CLOSED),))
    cite = f"{doc_id}:{line}"
    text = " ".join(" ".join(built.hide(built.texts[each]) for each in spread(cite)).split())
    cut = text if len(text) <= _LETTERS_QUOTED else text[:_LETTERS_QUOTED].rpartition(" ")[0]
    return Sentence((quote(cut, cite), *((Span(" …"),) if cut != text else ())))


def _meeting(built: Built, meeting_id: str, doc_id: str) -> Sentence:
    """A meeting and the paper that tells of it."""
    body = built.names[built.meetings.set_index("meeting_id").at[meeting_id, "body_id"]].removeprefix("the ")
    return sentence("{body}, {day}: {doc}", body=body, day=meeting_date(built, meeting_id), doc=doc_id)


def _paper(doc_id: str, line: str) -> Sentence:
    return Sentence((Span(f"{doc_id}, {_at(line)}"),))


def _at(line: str) -> str:
    return f"{'lines' if '-' in line else 'line'} {line}"


def _put_right(built: Built, row: object) -> str:
    """A further cite for what was put right by hand on a row's line: the line itself does not say it."""
    cite = correction_cite(row.doc_id, row.line)
    return f" {cite}" if cite in built.texts else ""


def _cite(row: object) -> str:
    return f"{row.doc_id}:{row.line}"


def rows_of(built: Built, org_id: str) -> dict[str, list[Row]]:
    """Everything the record holds of an organisation: meetings, actions, words."""
    meetings, actions = attendance_rows(built, org_id), action_rows(built, org_id)
    shown = {row.line for row in (*meetings, *actions) if row.table != "grid"}
    return {"meetings": meetings, "actions": actions, "words": quoted_rows(built, org_id, shown)}
