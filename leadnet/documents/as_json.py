"""Papers as `leadnet read --json` prints them: documents, meetings, problems. Unknown is null or [], never a guess."""

from __future__ import annotations

from collections.abc import Iterable

from leadnet.documents.model import Attendee, Decision, Item, ListedSeat, Meeting, Paper, Source


def as_json(papers: Iterable[Paper]) -> dict[str, list[dict[str, object]]]:
    """Documents, meetings and problems of papers, ready to be printed as JSON.

    A meeting has the keys of the labelled minutes, an item also `commitments`, and each attendance row and decision
    its `source`. A meeting has `commitments` of its own only where some stand under no item; a document has `seats`
    only where it lists any (members, circulation, vacancies): no attendance.
    `due` is given only for a full date or "by <month year>".

    >>> as_json([])
    {'documents': [], 'meetings': [], 'problems': []}
    """
    papers = list(papers)
    return {
        "documents": [_document(paper) for paper in papers],
        "meetings": [_meeting(paper, meeting) for paper in papers for meeting in paper.meetings],
        "problems": [
            {"doc": paper.doc_id, "line": problem.line, "what": problem.what, "do": problem.do}
            for paper in papers
            for problem in paper.problems
        ],
    }


def _document(paper: Paper) -> dict[str, object]:
    return {
        "doc": paper.doc_id,
        "kind": paper.kind,
        "kind_because": paper.kind_because,
        "body": paper.body,
        "date": paper.date,
        "mentions": [
            {"kind": found.kind, "printed": found.printed, "line": _line(found.line)} for found in paper.mentions
        ],
        **({"seats": [_seat(seat) for seat in paper.seats]} if paper.seats else {}),
    }


def _seat(seat: ListedSeat) -> dict[str, object]:
    return {
        "found_in": seat.found_in,
        "heading": seat.heading or None,
        "printed": seat.printed,
        "person": seat.person or None,
        "role": seat.role or None,
        "organisations": list(seat.organisations),
        "part": seat.part,
        "vacant": seat.vacant,
        "source": _source(seat.source),
    }


def _meeting(paper: Paper, meeting: Meeting) -> dict[str, object]:
    return {
        "doc": paper.doc_id,
        "body": meeting.body.name or None,
        "date": meeting.date or None,
        "start_time": meeting.start_time or None,
        "end_time": meeting.end_time or None,
        "venue": meeting.venue or None,
        "attendance": [_attendee(who) for who in meeting.attendance],
        "items": [_item(item) for item in meeting.items if item.number or item.title or item.decisions],
        **({"commitments": unplaced} if (unplaced := _unplaced(meeting)) else {}),
        "next_meetings": next_meetings(paper),
    }


def next_meetings(paper: Paper) -> list[str]:
    """The days of the body's future meetings that the paper states with day, month and year."""
    told = {
        reference.date
        for reference in paper.references
        if reference.own
        and reference.known_by == "announced"
        and reference.year_printed
        and reference.date > (paper.date or "")
    }
    return sorted(told)


def _attendee(who: Attendee) -> dict[str, object]:
    return {
        "person": who.person,
        "title": who.title or None,
        "role": who.role or None,
        "organisations": list(who.organisations),
        "status": who.status,
        "chair": who.chair,
        "on_behalf_of": who.on_behalf_of or None,
        "items": list(who.items),
        "heading": who.heading or None,
        "part": who.part,
        "mode": who.mode,
        "source": _source(who.source),
    }


def _unplaced(meeting: Meeting) -> list[dict[str, object]]:
    """What was undertaken under no item and beside no decision."""
    bare = (item for item in meeting.items if not (item.number or item.title or item.decisions))
    return [_decision(promise) for item in bare for promise in item.commitments]


def _item(item: Item) -> dict[str, object]:
    return {
        "number": item.number or None,
        "title": item.title or None,
        "decisions": [_decision(decision) for decision in item.decisions],
        "commitments": [_decision(promise) for promise in item.commitments],
    }


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "kind": decision.kind,
        "owners": list(decision.owners),
        "due": decision.due.until if decision.due and decision.due.exact else None,
        "text": decision.text,
        "marked": decision.marked,
        "source": _source(decision.source),
    }


def _source(source: Source) -> dict[str, object]:
    return {"line": _line(source.line), "page": source.page, "text": source.text}


def _line(cited: str) -> int | str:
    """A single line as a number, a stretch as it is cited ("12-13")."""
    return int(cited) if cited.isdigit() else cited
