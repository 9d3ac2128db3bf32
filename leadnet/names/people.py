"""Which person a printed name means, and which organisation an unprinted one stood for."""

from __future__ import annotations

import re

import pandas as pd

from leadnet.names.organisations import answered
from leadnet.names.slugs import slug
from leadnet.study import joins, plain, question, split
from leadnet.study.schema import PEOPLE


def link_people(
    mentions: pd.DataFrame, people: pd.DataFrame, judgements: pd.DataFrame, bodies: dict[str, str]
) -> tuple[list[dict], list[dict]]:
    """Links for the mentions of people: a person's answer, else the exact name in people.csv.

    `bodies` gives each paper's body. A name nobody has a row for keeps an id made from the print (how = rule), so that
    a head is a head; a name two rows of people.csv carry, and one that looks like another spelling of a person of the
    same paper, are asked, never joined.
    """
    answers = joins(judgements, "person")
    known: dict[str, set[str]] = {}
    for row in people.itertuples():
        known.setdefault(plain(row.name), set()).add(row.person_id)
    links, asked = [], []
    for row in mentions[mentions["kind"] == "person"].itertuples():
        answer, ids = answered(row, answers, bodies), known.get(plain(row.printed), set())
        if len(ids) > 1 and not answer:
            asked.append(_two_of_that_name(row, sorted(ids)))
        exact = min(ids) if len(ids) == 1 else ""
        how = "judgement" if answer else "exact" if exact else "rule"
        because = {"judgement": f"answered for “{row.printed}”", "exact": "the name in people.csv"}.get(
            how, "as printed"
        )
        person_id = answer or exact or slug(row.printed)
        links.append({"mention_id": row.mention_id, "kind": "person", "id": person_id, "how": how, "because": because})
    return links, asked + _spellings(mentions, links)


def _two_of_that_name(row: object, ids: list[str]) -> dict:
    words = f"Which of {' and '.join(ids)} is “{row.printed}” here?"
    return {
        **question("person", row.mention_id, " | ".join(ids), words),
        "scope": "line",
        "doc_id": row.doc_id,
        "line": row.line,
        "against": "people.csv has two people of that name",
    }


def _spellings(mentions: pd.DataFrame, links: list[dict]) -> list[dict]:
    """A question for each name by the print alone whose given name another person of the same paper carries with a
    surname that differs in one letter."""
    by_mention = {link["mention_id"]: link for link in links if link["kind"] == "person"}
    asked = []
    for doc_id, rows in mentions[mentions["kind"] == "person"].groupby("doc_id", sort=True):
        names = {row.printed: row for row in rows.itertuples() if " " in row.printed}
        unknown = [row for row in names.values() if by_mention[row.mention_id]["how"] == "rule"]
        for row in unknown:
            near = {
                by_mention[other.mention_id]["id"] for other in names.values() if _alike(row.printed, other.printed)
            }
            asked += [_same_person(doc_id, row, person_id) for person_id in sorted(near)]
    return asked


def _same_person(doc_id: str, row: object, person_id: str) -> dict:
    words = f"Is “{row.printed}” the person {person_id}?"
    return {
        **question("person", f"{doc_id}: {row.printed}", person_id, words),
        "scope": "paper",
        "doc_id": doc_id,
        "line": row.line,
        "for_": "same given name, surnames alike, same paper",
    }


def _alike(a: str, b: str) -> bool:
    """Same given name and a surname of one length that differs in one letter."""
    (given_a, *_, last_a), (given_b, *_, last_b) = a.split(), b.split()
    differing = sum(x != y for x, y in zip(last_a, last_b, strict=False))
    return given_a == given_b and len(last_a) == len(last_b) and differing == 1


def listed_twice(attendance: pd.DataFrame) -> list[dict]:
    """A question for each name one list prints twice: one person, counted once, until somebody says two."""
    asked = []
    for (_, person), rows in attendance[attendance["person"] != ""].groupby(["meeting_id", "person"], sort=True):
        if len(rows) > 1:
            first, second = (row for row in rows.head(2).itertuples())
            words = f"Is “{person}” at lines {first.line} and {second.line} one person? Counted once until answered."
            left = f"{second.doc_id}:{second.line}:{second.n}"
            place = {"scope": "line", "doc_id": second.doc_id, "line": second.line}
            asked.append({**question("person", left, slug(person), words), **place})
    return asked


def infer_organisations(
    attendance: pd.DataFrame, mentions: pd.DataFrame, links: pd.DataFrame, judgements: pd.DataFrame
) -> tuple[list[dict], list[dict]]:
    """For an apology with no organisation printed: its substitute's at that meeting, where there is just one; else ask.

    The link is of kind organisation on the person's mention, so that presence can mark it as inferred.
    """
    inferred, asked = [], []
    answers = joins(judgements, "organisation")
    ids = _organisations(mentions, links)
    by_place = {
        (row.doc_id, row.line, row.printed): row.mention_id for row in mentions.itertuples() if row.kind == "person"
    }
    substitutes = {(row.meeting_id, row.on_behalf_of): row for row in attendance.itertuples() if row.on_behalf_of}
    for row in attendance[(attendance["status"] == "apologies") & (attendance["organisations"] == "")].itertuples():
        mention = by_place.get((row.doc_id, row.line, row.person), "")
        substitute = substitutes.get((row.meeting_id, row.person))
        if mention in answers:
            because = f"answered for the seat of {row.person}"
            inferred.append(_seat_link(mention, answers[mention], "judgement", because))
        elif mention and substitute is not None:
            places = {(substitute.doc_id, substitute.line, name) for name in split(substitute.organisations)}
            found = sorted({org for place in places for org in ids.get(place, [])})
            if len(found) == 1:
                because = f"inferred from the substitute at {substitute.doc_id}:{substitute.line}"
                inferred.append(_seat_link(mention, found[0], "rule", because))
            elif found:
                asked.append(_whose_seat(mention, row, found))
    return inferred, asked


def _organisations(mentions: pd.DataFrame, links: pd.DataFrame) -> dict[tuple[str, str, str], list[str]]:
    """(doc, line, printed) -> the organisations linked there."""
    rows = mentions[mentions["kind"] == "organisation"].merge(
        links.loc[links["kind"] == "organisation", ["mention_id", "id"]], on="mention_id"
    )
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in rows.itertuples():
        found.setdefault((row.doc_id, row.line, row.printed), []).append(row.id)
    return found


def _whose_seat(mention: str, row: object, ids: list[str]) -> dict:
    words = f"Whose seat did {row.person} hold: {' or '.join(ids)}? The substitute holds a joint post."
    return {
        **question("organisation", mention, " | ".join(ids), words),
        "scope": "line",
        "doc_id": row.doc_id,
        "line": row.line,
    }


def _seat_link(mention_id: str, org_id: str, how: str, because: str) -> dict:
    return {"mention_id": mention_id, "kind": "organisation", "id": org_id, "how": how, "because": because}


_CHIEF = re.compile(
    r"\b(chief executive|chief \w+ officer|chief constable|managing director|director)\b", re.IGNORECASE
)
_ELECTED = re.compile(r"^(cllr|councillor|alderman|mayor|lord mayor)\b", re.IGNORECASE)


def proposed_people(
    attendance: pd.DataFrame, links: pd.DataFrame, mentions: pd.DataFrame, people: pd.DataFrame
) -> pd.DataFrame:
    """A row of people.csv for each person of an attendance list who has none, for a person to look at and keep.

    Elected members and chief officers are proposed as named; everybody else is not.
    """
    ids = mentions[mentions["kind"] == "person"].merge(links.loc[links["kind"] == "person", ["mention_id", "id"]])
    by_place = {(row.doc_id, row.line, row.printed): row.id for row in ids.itertuples()}
    rows = {}
    for row in attendance.itertuples():
        person_id = by_place.get((row.doc_id, row.line, row.person), "")
        if person_id and person_id not in set(people["person_id"]):
            rank = "elected" if _ELECTED.match(row.title) else "chief officer" if _CHIEF.search(row.role) else "unknown"
            named = "" if rank == "unknown" else "yes"
            rows.setdefault(person_id, {"person_id": person_id, "name": row.person, "seniority": rank, "named": named})
    return PEOPLE.frame(rows[key] for key in sorted(rows))
