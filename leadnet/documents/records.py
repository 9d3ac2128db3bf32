"""Papers as the tables of records: lines, meetings, attendance, items, decisions, seats, mentions, problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_lowercase

import pandas as pd

from leadnet.documents.meetings import Meetings, placed
from leadnet.documents.model import Attendee, Decision, Item, Paper
from leadnet.study.bodies import body_of, plain
from leadnet.study.schema import RECORDS
from leadnet.study.tables import joined

Row = Mapping[str, object]


def records(papers: Iterable[Paper], sources: pd.DataFrame, bodies: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The records of papers: a frame for each of lines, meetings, attendance, items, decisions, seats, mentions and
    problems.

    `sources` and `bodies` have the columns of sources.csv and bodies.csv; frames are typed and sorted, so that the same
    papers give the same rows in any order.
    """
    papers = sorted(papers, key=lambda paper: paper.doc_id)
    where = placed(papers, sources, bodies)
    rows: dict[str, list[Row]] = {
        "lines": [row for paper in papers for row in _lines(paper)],
        "meetings": list(where.rows),
        "attendance": [row for paper in papers for row in _attendance(paper, where)],
        "items": [row for paper in papers for row in _items(paper, where)],
        "decisions": [row for paper in papers for row in _decisions(paper, where)],
        "seats": [row for paper in papers for row in _seats(paper, where.seats.get(paper.doc_id, ""), bodies)],
        "mentions": [row for paper in papers for row in _mentions(paper)],
        "problems": _problems(papers, where),
    }
    return {name: RECORDS[name].frame(found) for name, found in rows.items()}


def _lines(paper: Paper) -> Iterator[Row]:
    for line, part in zip(paper.lines, paper.parts, strict=True):
        yield {"doc_id": paper.doc_id, "line": line.number, "page": line.page, "part": part, "text": line.text}


def _attendance(paper: Paper, where: Meetings) -> Iterator[Row]:
    so_far: Counter[str] = Counter()
    held = where.own.get(paper.doc_id, [])
    for meeting_id, who in ((meeting_id, who) for meeting_id, meeting in held for who in meeting.attendance):
        so_far[who.source.line] += 1
        yield {
            "meeting_id": meeting_id,
            "doc_id": paper.doc_id,
            "line": who.source.line,
            "n": so_far[who.source.line],
            **_entry(who),
        }


def _entry(who: Attendee) -> Row:
    return {
        "heading": who.heading,
        "part": who.part,
        "printed": who.printed,
        "person": who.person,
        "title": who.title,
        "role": who.role,
        "organisations": joined(who.organisations),
        "status": who.status,
        "mode": who.mode,
        "chair": "yes" if who.chair else "",
        "on_behalf_of": who.on_behalf_of,
        "items": joined(who.items),
        "arrived": who.arrived,
        "left": who.left,
        "sure": "sure" if who.sure else "unsure",
    }


def _numbered(paper: Paper, where: Meetings) -> list[tuple[str, str, Item]]:
    """Each item with its meeting_id and its own id."""
    held = where.own.get(paper.doc_id, [])
    return [(meeting_id, *item) for meeting_id, meeting in held for item in _with_ids(meeting_id, meeting.items)]


def _with_ids(meeting_id: str, items: Iterable[Item]) -> list[tuple[str, Item]]:
    """Each item with its id: meeting_id/number; a running letter where no number is printed or one stands twice."""
    found, used = [], set()
    letters = (letter if not turn else f"{letter}{turn}" for turn in range(100) for letter in ascii_lowercase)
    for item in items:
        number = item.number.replace("/", "-") or next(letters)
        while number in used:
            number = f"{item.number.replace('/', '-')}{next(letters)}"
        used.add(number)
        found.append((f"{meeting_id}/{number}", item))
    return found


def _items(paper: Paper, where: Meetings) -> Iterator[Row]:
    for meeting_id, item_id, item in _numbered(paper, where):
        yield {
            "item_id": item_id,
            "meeting_id": meeting_id,
            "number": item.number,
            "title": item.title,
            "doc_id": paper.doc_id,
            "line": item.source.line,
        }


def _decisions(paper: Paper, where: Meetings) -> Iterator[Row]:
    """Decisions and commitments together, in the order of their lines."""
    found = [
        (item_id, each) for _, item_id, item in _numbered(paper, where) for each in (*item.decisions, *item.commitments)
    ]
    so_far: Counter[str] = Counter()
    for item_id, each in sorted(found, key=lambda pair: pair[1].source.first):
        so_far[each.source.line] += 1
        key = f"{paper.doc_id}:{each.source.line}:{so_far[each.source.line]}"
        yield {"decision_id": key, "item_id": item_id, "doc_id": paper.doc_id, **_clause(each)}


def _clause(each: Decision) -> Row:
    return {
        "limb": each.limb,
        "kind": each.kind,
        "marked": each.marked,
        "text": each.text,
        "owners": joined(each.owners),
        "due_from": each.due.since if each.due else "",
        "due_to": each.due.until if each.due else "",
        "due_printed": each.due.printed if each.due else "",
        "asks": "yes" if each.asks else "",
        "line": each.source.line,
    }


def _seats(paper: Paper, own: str, bodies: pd.DataFrame) -> Iterator[Row]:
    """Each seat a list prints; of another body than the paper's own only where bodies.csv knows it."""
    so_far: Counter[str] = Counter()
    for seat in paper.seats:
        so_far[seat.source.line] += 1
        elsewhere = seat.body and plain(seat.body) not in plain(paper.body or "")
        yield {
            "doc_id": paper.doc_id,
            "line": seat.source.line,
            "n": so_far[seat.source.line],
            "body_id": body_of(seat.body, bodies) if elsewhere else own,
            "found_in": seat.found_in,
            "heading": seat.heading,
            "printed": seat.printed,
            "person": seat.person,
            "role": seat.role,
            "organisations": joined(seat.organisations),
            "part": seat.part,
            "vacant": "yes" if seat.vacant else "",
        }


def _mentions(paper: Paper) -> Iterator[Row]:
    so_far: Counter[str] = Counter()
    for found in paper.mentions:
        so_far[found.line] += 1
        key = f"{paper.doc_id}:{found.line}:{so_far[found.line]}"
        yield {
            "mention_id": key,
            "kind": found.kind,
            "printed": found.printed,
            "doc_id": paper.doc_id,
            "line": found.line,
        }


def _problems(papers: Iterable[Paper], where: Meetings) -> list[Row]:
    found = [(paper.doc_id, problem) for paper in papers for problem in paper.problems]
    found += where.problems
    found.sort(key=lambda pair: (pair[0], int(pair[1].line.split("-")[0] or 0), pair[1].what))
    return [{"doc_id": doc, "line": problem.line, "what": problem.what, "do": problem.do} for doc, problem in found]
