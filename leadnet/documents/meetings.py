"""Which meetings papers record or speak of: one row each, the best and earliest paper first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pandas as pd

from leadnet.documents.formats.files import slug
from leadnet.documents.model import Body, Meeting, Paper, Problem, Reference
from leadnet.study.bodies import body_of
from leadnet.study.schema import KNOWN_BY

_BODY_LETTERS = 60  # of the 80 an id may have, so that a date and a second-meeting mark still fit


@dataclass
class Meetings:
    """Rows of the meetings table, the meetings each paper is the record of with their ids, and what is not settled.

    `seats` gives the body_id of each paper that lists seats.
    """

    rows: list[dict[str, object]] = field(default_factory=list)
    own: dict[str, list[tuple[str, Meeting]]] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    problems: list[tuple[str, Problem]] = field(default_factory=list)


def placed(papers: Sequence[Paper], sources: pd.DataFrame, bodies: pd.DataFrame) -> Meetings:
    """Every meeting the papers know of; minutes go before a later paper, and that before an announcement."""
    found = Meetings()
    names = _Names(sources, bodies, found)
    papers = sorted(papers, key=lambda paper: (len(paper.meetings) > 1, paper.date or "9999", paper.doc_id))
    rows: dict[str, dict[str, object]] = {}
    for paper in papers:
        for meeting in paper.meetings:
            _record(paper, meeting, names, rows, found)
    for known_by in KNOWN_BY[1:]:
        for row in _spoken_of(papers, names, known_by):
            rows.setdefault(str(row["meeting_id"]), row)
    found.rows = [rows[meeting_id] for meeting_id in sorted(rows)]
    found.seats = {paper.doc_id: names.own(paper) for paper in papers if paper.seats}
    return found


def _record(paper: Paper, meeting: Meeting, names: _Names, rows: dict[str, dict[str, object]], found: Meetings) -> None:
    """The row of a paper's own meeting; `-2` for another that day, and a problem for a second record of the same."""
    body_id = names.of_meeting(paper, meeting)
    whose = body_id or (paper.doc_id if len(paper.meetings) > 1 else "")
    plain_id = f"{whose}-{meeting.date}" if whose and meeting.date else paper.doc_id
    meeting_id, turn = plain_id, 1
    while (held := rows.get(meeting_id)) and _other_time(held, meeting):
        turn += 1
        meeting_id = f"{plain_id}-{turn}"
    if held:
        what = (
            f"a second record of {meeting_id}, after {held['doc_id']}: its attendance, items and decisions are left out"
        )
        found.problems.append(
            (paper.doc_id, Problem(meeting.source.line, what, "keep one of the two papers in sources.csv"))
        )
        return
    found.own.setdefault(paper.doc_id, []).append((meeting_id, meeting))
    rows[meeting_id] = {
        "meeting_id": meeting_id,
        "body_id": body_id,
        "date": meeting.date,
        "start_time": meeting.start_time,
        "end_time": meeting.end_time,
        "venue": meeting.venue,
        "known_by": "minutes",
        "doc_id": paper.doc_id,
        "line": meeting.source.line,
    }


def _other_time(held: dict[str, object], meeting: Meeting) -> bool:
    return bool(held["start_time"] and meeting.start_time and held["start_time"] != meeting.start_time)


def _spoken_of(papers: Sequence[Paper], names: _Names, known_by: str) -> Iterator[dict[str, object]]:
    """The meetings papers speak of in one way, earliest paper first."""
    for paper in papers:
        for reference in paper.references:
            body_id = names.of_reference(paper, reference) if reference.known_by == known_by else ""
            if body_id:
                yield {
                    "meeting_id": f"{body_id}-{reference.date}",
                    "body_id": body_id,
                    "date": reference.date,
                    "known_by": known_by,
                    "doc_id": paper.doc_id,
                    "line": reference.source.line,
                }


class _Names:
    """The body_id of printed names; a name bodies.csv does not know gets a slug, and one row says so."""

    def __init__(self, sources: pd.DataFrame, bodies: pd.DataFrame, found: Meetings):
        self.bodies, self.found = bodies, found
        self.fallback = dict(zip(sources["doc_id"], sources["body_id"], strict=True))
        self.told: set[tuple[str, str]] = set()

    def own(self, paper: Paper) -> str:
        """The body of the paper itself; sources.csv is the fallback. Blank where nothing names it."""
        line = paper.meeting.source.line if paper.meeting else "1"
        return self._id(Body(paper.body or "", paper.short), paper.doc_id, line, self.fallback.get(paper.doc_id, ""))

    def of_meeting(self, paper: Paper, meeting: Meeting) -> str:
        """The body of a meeting: the paper's own, but for a register that names one beside each meeting."""
        if meeting.body.name in ("", paper.body):
            return self.own(paper)
        return self._id(meeting.body, paper.doc_id, meeting.source.line, "")

    def of_reference(self, paper: Paper, reference: Reference) -> str:
        """The body of a meeting the paper speaks of."""
        if not reference.own:
            return self._id(Body(reference.body), paper.doc_id, reference.source.line, "")
        body_id = self.own(paper)
        if not body_id:
            what = f"a meeting on {reference.date} is spoken of, of a body that is not named"
            self._tell(paper.doc_id, Problem(reference.source.line, what, "put the paper's body in sources.csv"))
        return body_id

    def _id(self, body: Body, doc_id: str, line: str, fallback: str) -> str:
        names = [name for name in (body.name, body.short) if name]
        known = next(filter(None, (body_of(name, self.bodies) for name in names)), "") or fallback
        if known or not names:
            return known
        made = slug(body.name.split(" (")[0], _BODY_LETTERS)
        what = f'the body "{body.name}" is not in bodies.csv; it goes as {made} for now'
        self._tell(doc_id, Problem(line, what, f"add it to bodies.csv (body_id {made}, or its own with this name)"))
        return made

    def _tell(self, doc_id: str, problem: Problem) -> None:
        if (doc_id, problem.what) not in self.told:
            self.told.add((doc_id, problem.what))
            self.found.problems.append((doc_id, problem))
