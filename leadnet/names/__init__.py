"""The room of names: printed names in, links and questions out."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from leadnet.names.organisations import link_organisations
from leadnet.names.people import infer_organisations, link_people, listed_twice, proposed_people
from leadnet.names.register import authorities, councils, find_area, on_date
from leadnet.names.slugs import slug
from leadnet.study.judgements import contradictions, open_questions, scope_faults, unknown_ids
from leadnet.study.schema import LINKS, MENTIONS
from leadnet.study.tables import TableError, split

__all__ = ["Named", "authorities", "councils", "find_area", "name_all", "on_date", "proposed_people", "slug"]


class Named(NamedTuple):
    """What naming gives: the mentions (with any a correction brought in), their links, and what is asked."""

    mentions: pd.DataFrame
    links: pd.DataFrame
    questions: pd.DataFrame


def name_all(
    records: dict[str, pd.DataFrame],
    organisations: pd.DataFrame,
    people: pd.DataFrame,
    judgements: pd.DataFrame,
    sources: pd.DataFrame,
) -> Named:
    """Link every mention of an organisation or a person; a doubtful name of an attendance list is asked, never guessed.

    `records` are the tables of reading after corrections; `sources` gives each paper's date and body. TableError when
    answers of judgements.csv contradict each other, reach further than their scope, or name an id that is not there.
    """
    refuse_faults(judgements, organisations, people)
    dates, bodies = (dict(zip(sources["doc_id"], sources[column], strict=True)) for column in ("date", "body_id"))
    attendance = records["attendance"]
    mentions = with_attendance(attendance, records["mentions"])
    by_name, asked = link_organisations(mentions, organisations, judgements, dates, bodies)
    by_person, doubtful = link_people(mentions, people, judgements, bodies)
    links = LINKS.frame(by_name + by_person)
    inferred, seats = infer_organisations(attendance, mentions, links, judgements)
    links = LINKS.frame(by_name + by_person + inferred).sort_values(["mention_id", "kind"], ignore_index=True)
    # names met only in running text make no tie, so nobody is asked about them
    attended = {(row.doc_id, row.line) for row in attendance.itertuples()}
    asked = [row for row in asked if (row["doc_id"], row["line"]) in attended]
    return Named(mentions, links, open_questions(asked + doubtful + seats + listed_twice(attendance), judgements))


def refuse_faults(judgements: pd.DataFrame, organisations: pd.DataFrame, people: pd.DataFrame) -> None:
    """TableError with every fault of the answers about names."""
    faults = [
        *contradictions(judgements),
        *scope_faults(judgements),
        *unknown_ids(judgements, "organisation", organisations["org_id"], "organisations.csv"),
        *unknown_ids(judgements, "person", people["person_id"], "people.csv"),
    ]
    if faults:
        raise TableError(faults)


def with_attendance(attendance: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """The mentions, with one for each name of an attendance row that lacks its own (a correction may bring one in)."""
    held = set(zip(mentions["kind"], mentions["doc_id"], mentions["line"], mentions["printed"], strict=True))
    added = []
    for row in attendance.itertuples():
        for kind, printed in [("person", row.person), *(("organisation", name) for name in split(row.organisations))]:
            if printed and (kind, row.doc_id, row.line, printed) not in held:
                n = len(added) + 1
                added.append(
                    {
                        "mention_id": f"{row.doc_id}:{row.line}:corrected-{n}",
                        "kind": kind,
                        "printed": printed,
                        "doc_id": row.doc_id,
                        "line": row.line,
                    }
                )
    return pd.concat([mentions, MENTIONS.frame(added)], ignore_index=True) if added else mentions
