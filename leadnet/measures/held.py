"""What is held: meetings documented, shown held by another paper, or only announced; and what hands have changed."""

from __future__ import annotations

import pandas as pd

from leadnet.study import cited, counted, finding
from leadnet.study.schema import COVERAGE

SAYS = {
    "meetings_known": "The papers know of {value:meeting|meetings} of {subject}.",
    "meetings_documented": "Documented by minutes: {n_of} meetings of {subject}.",
    "meetings_shown_held": "Shown held by a later paper: {n_of} meetings of {subject}.",
    "meetings_announced": "Announced only, held or not is not known: {n_of} meetings of {subject}.",
    "other_bodies_meetings": "The papers name {value:meeting|meetings} of other bodies.",
    "papers_held": "The study holds {value:paper|papers}.",
    "papers_not_read": "Held and could not be read: {value:paper|papers}.",
    "corrections_by_hand": "{value:correction|corrections} by hand.",
    "questions_open": "Open about names and clauses: {value:question|questions}.",
}


def coverage(meetings: pd.DataFrame) -> pd.DataFrame:
    """The Coverage table: every meeting the papers know of, by body and date."""
    found = meetings.assign(cites=meetings["doc_id"] + ":" + meetings["line"]).sort_values(
        ["body_id", "date", "meeting_id"]
    )
    return COVERAGE.frame(found.to_dict("records"))


def meetings_by_knowledge(coverage: pd.DataFrame) -> list[dict]:
    """For each body with minutes: its meetings by how they are known; and the meetings of all other bodies."""
    minuted = sorted(set(coverage.loc[coverage["known_by"] == "minutes", "body_id"]))
    names = {"meetings_documented": "minutes", "meetings_shown_held": "later paper", "meetings_announced": "announced"}
    rows = []
    for body_id in minuted:
        mine = coverage[coverage["body_id"] == body_id]
        about = {"searched": cited(mine["cites"]), "subject": body_id, "unit": "meetings"}
        rows.append(counted("meetings_known", rows=mine, **about))
        rows += [
            counted(name, rows=mine[mine["known_by"] == known_by], of=len(mine), **about)
            for name, known_by in names.items()
        ]
    others = coverage[~coverage["body_id"].isin(minuted)]
    return [*rows, counted("other_bodies_meetings", others, "sources.csv", unit="meetings")]


def by_hand(
    corrections: pd.DataFrame, questions: pd.DataFrame, sources: pd.DataFrame, unread: pd.DataFrame
) -> list[dict]:
    """Papers held and not read, corrections by hand, and questions still open."""
    asked = [f"{row.doc_id}:{row.line}" for row in questions.itertuples() if row.doc_id]
    counts = {
        "papers_held": (len(sources), "sources.csv", "papers"),
        "papers_not_read": (len(unread), "sources.csv", "papers"),
        "corrections_by_hand": (len(corrections), "corrections.csv", "corrections"),
        "questions_open": (len(questions), cited(asked) or "judgements.csv", "questions"),
    }
    return [finding(name, n, cites, unit=unit, n=n) for name, (n, cites, unit) in counts.items()]
