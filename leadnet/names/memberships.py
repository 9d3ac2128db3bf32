"""Rows of memberships.csv a person might keep, from the seats papers list: proposed, counted nowhere until kept."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from leadnet.study import in_force, split
from leadnet.study.schema import MEMBERSHIPS

Linked = dict[tuple[str, str, str, str], str]  # kind, doc_id, line, printed -> id
TO_FILL = "ORG_ID"  # stands where the register knows no organisation of the printed name


def proposed_memberships(
    seats: pd.DataFrame,
    mentions: pd.DataFrame,
    links: pd.DataFrame,
    memberships: pd.DataFrame,
    people: pd.DataFrame,
    sources: pd.DataFrame,
) -> pd.DataFrame:
    """A row of memberships.csv for each seat a paper lists, state `proposed`, with `printed` and `heading` of the seat.

    The org_id is the one the printed name is linked to, else ORG_ID; `since` and `until` are left to the person. Each
    organisation is proposed once a body, from the first paper that lists it. What memberships.csv (`memberships`, with
    its proposed rows) has in force at the paper's date, or has taken from that line, is not proposed again.
    """
    ids = _linked(mentions, links)
    dates = dict(zip(sources["doc_id"], sources["date"], strict=True))
    known = frozenset(people["person_id"])
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for seat in _in_order(seats, dates):
        for name in split(seat.organisations) or [""]:
            row = _proposed(seat, name, ids, known)
            if not _held(row, memberships, dates.get(seat.doc_id, "")):
                found.setdefault(_key(row), row)
    rows = list(found.values())
    more = {name: pd.Series([row[name] for row in rows], dtype="str") for name in ("printed", "heading")}
    return MEMBERSHIPS.frame(rows).assign(**more)


def _proposed(seat: object, name: str, ids: Linked, known: frozenset[str]) -> dict[str, str]:
    """The row for one organisation of a seat; `known` are the ids of people.csv."""
    person_id = ids.get(("person", seat.doc_id, seat.line, seat.person), "")
    return {
        "body_id": seat.body_id or "BODY_ID",
        "org_id": ids.get(("organisation", seat.doc_id, seat.line, name), TO_FILL),
        "person_id": person_id if person_id in known else "",
        "part": seat.part,
        "doc_id": seat.doc_id,
        "line": seat.line,
        "state": "proposed",
        "printed": seat.printed,
        "heading": seat.heading,
    }


def _in_order(seats: pd.DataFrame, dates: dict[str, str]) -> Iterator[object]:
    """Lists of members before vacancies and circulation lists, earliest paper first."""
    order = ("membership", "attendance", "circulation")
    rows = [(order.index(seat.found_in), dates.get(seat.doc_id, ""), seat.Index, seat) for seat in seats.itertuples()]
    yield from (seat for *_, seat in sorted(rows, key=lambda row: row[:3]))


def _linked(mentions: pd.DataFrame, links: pd.DataFrame) -> Linked:
    """(kind, doc, line, printed) -> the id its mention is linked to."""
    rows = mentions.merge(links[["mention_id", "kind", "id"]], on=["mention_id", "kind"])
    return {(row.kind, row.doc_id, row.line, row.printed): row.id for row in rows.itertuples()}


def _key(row: dict[str, str]) -> tuple[str, ...]:
    named = (row["org_id"],) if row["org_id"] != TO_FILL else (row["printed"], row["doc_id"], row["line"])
    return (row["body_id"], *named)


def _held(row: dict[str, str], memberships: pd.DataFrame, on: str) -> bool:
    """Whether memberships.csv has this seat: the organisation on that body at that date, or any row from that line."""
    same = memberships[memberships["body_id"] == row["body_id"]]
    if row["org_id"] == TO_FILL:
        return ((memberships["doc_id"] == row["doc_id"]) & (memberships["line"] == row["line"])).any()
    spells = same[same["org_id"] == row["org_id"]]
    return any(in_force(spell.since, spell.until, on) for spell in spells.itertuples())
