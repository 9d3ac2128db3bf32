"""The room of names: printed names in, links and questions out."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from leadnet.names.kinds import years
from leadnet.names.memberships import proposed_memberships
from leadnet.names.met import organisations_met, people_met, spelt_out
from leadnet.names.organisations import link_organisation_names
from leadnet.names.people import link_people
from leadnet.names.proposed import COUNCIL_KINDS, proposed_organisations, proposed_people
from leadnet.names.register import authorities, councils, districts, find_area, on_date, successors, tier_on
from leadnet.names.seats import infer_organisations
from leadnet.names.slugs import slug
from leadnet.names.successions import all_that_followed, followed, last_successors
from leadnet.study import file_line, plain
from leadnet.study.judgements import contradictions, open_questions, scope_faults, unknown_ids
from leadnet.study.schema import LINKS, MENTIONS
from leadnet.study.tables import TableError, split

__all__ = ["COUNCIL_KINDS", "Named", "authorities", "councils", "districts", "find_area", "followed", "last_successors",
           "link_organisation_names", "link_people", "name_all", "on_date", "proposed_memberships",
           "proposed_organisations", "proposed_people", "slug", "successors", "tier_on", "years"]  # fmt: skip


_OPEN = "9999"  # after every date, for a spell that has not ended


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
    refuse_faults(judgements, organisations)
    dates, bodies = (dict(zip(sources["doc_id"], sources[column], strict=True)) for column in ("date", "body_id"))
    attendance = records["attendance"]
    mentions = with_attendance(attendance, records["mentions"])
    met = organisations_met(mentions, attendance, dates, bodies)
    named, asked = link_organisation_names(met, organisations, judgements, spelt_out(records["lines"]))
    links = _links(named[named["org_id"] != ""], "organisation", "org_id")
    met = people_met(mentions, attendance, LINKS.frame(links), dates, bodies)
    persons, doubtful = link_people(met, judgements, people, all_that_followed(organisations))
    links += _links(persons, "person", "person_id")
    inferred, seats = infer_organisations(attendance, mentions, LINKS.frame(links), judgements)
    found = LINKS.frame(links + inferred).sort_values(["mention_id", "kind"], ignore_index=True)
    questions = [*asked.to_dict("records"), *doubtful.to_dict("records"), *seats]
    return Named(mentions, found, open_questions(questions, judgements))


def _links(linked: pd.DataFrame, kind: str, column: str) -> list[dict[str, str]]:
    """Rows of links from what was linked."""
    return linked.rename(columns={column: "id"}).assign(kind=kind).to_dict("records")


def refuse_faults(judgements: pd.DataFrame, organisations: pd.DataFrame) -> None:
    """TableError with every fault of the register and of the answers about names."""
    faults = [
        *named_twice(organisations),
        *contradictions(judgements),
        *scope_faults(judgements),
        *unknown_ids(judgements, "organisation", organisations["org_id"], "organisations.csv"),
    ]
    if faults:
        raise TableError(faults)


def named_twice(organisations: pd.DataFrame) -> list[str]:
    """Rows of organisations.csv with one name at one time under two ids, a line each: nobody could tell them apart."""
    faults, seen = [], {}
    for at, row in enumerate(organisations.itertuples()):
        for before, line in seen.setdefault(plain(row.name), []):
            if row.since <= (before.until or _OPEN) and before.since <= (row.until or _OPEN):
                faults.append(
                    f"organisations.csv line {file_line(organisations, at)}: {row.name} stands already at line {line} "
                    f"as {before.org_id}, at the same time; keep one of the two, or part them by since and until"
                )
        seen[plain(row.name)].append((row, file_line(organisations, at)))
    return faults


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
