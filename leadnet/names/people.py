"""Which person a printed name means, and which organisation an unprinted one stood for."""

from __future__ import annotations

import re

import pandas as pd

from leadnet.names.organisations import answered
from leadnet.study import joins, plain, question, split


def link_people(
    mentions: pd.DataFrame, people: pd.DataFrame, judgements: pd.DataFrame
) -> tuple[list[dict], list[dict]]:
    """Links for the mentions of people: a person's answer, else the exact name in people.csv.

    A name nobody has a row for keeps an id made from the print (how = rule), so that a head is a head; names that look
    like another spelling of a person of the same paper are asked, never joined.
    """
    answers = joins(judgements, "person")
    known = {plain(row.name): row.person_id for row in people.itertuples()}
    links = []
    for row in mentions[mentions["kind"] == "person"].itertuples():
        answer, person_id = answered(row, answers), known.get(plain(row.printed), "")
        how = "judgement" if answer else "exact" if person_id else "rule"
        because = {"judgement": f"answered for “{row.printed}”", "exact": "the name in people.csv"}.get(
            how, "as printed"
        )
        links.append(
            {
                "mention_id": row.mention_id,
                "kind": "person",
                "id": answer or person_id or slug(row.printed),
                "how": how,
                "because": because,
            }
        )
    return links, _spellings(mentions, links)


def slug(name: str) -> str:
    """A name as an id: lower-case ASCII and hyphens, at most 80 characters.

    >>> slug("Dr Andrew Wakeman")
    'dr-andrew-wakeman'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:80]


def _spellings(mentions: pd.DataFrame, links: list[dict]) -> list[dict]:
    """A question for each name by the print alone whose given name another person of the same paper carries with a
    surname one or two letters away."""
    by_mention = {link["mention_id"]: link for link in links}
    rows = [row for row in mentions[mentions["kind"] == "person"].itertuples() if " " in row.printed]
    asked = []
    for row in rows:
        if by_mention[row.mention_id]["how"] != "rule":
            continue
        near = {
            by_mention[other.mention_id]["id"]
            for other in rows
            if other.doc_id == row.doc_id and other.line != row.line and _alike(row.printed, other.printed)
        }
        for person_id in sorted(near):
            words = f"Is “{row.printed}” the person {person_id}?"
            asked.append(
                {
                    **question("person", f"{row.doc_id}: {row.printed}", person_id, words),
                    "scope": "paper",
                    "doc_id": row.doc_id,
                    "line": row.line,
                    "for_": "same given name, surnames alike, same paper",
                }
            )
    return asked


def _alike(a: str, b: str) -> bool:
    """Same given name and a surname of one length that differs in one letter."""
    (given_a, *_, last_a), (given_b, *_, last_b) = a.split(), b.split()
    differing = sum(x != y for x, y in zip(last_a, last_b, strict=False))
    return given_a == given_b and len(last_a) == len(last_b) and differing == 1


def infer_organisations(
    attendance: pd.DataFrame, mentions: pd.DataFrame, links: pd.DataFrame, judgements: pd.DataFrame
) -> tuple[list[dict], list[dict]]:
    """For an apology with no organisation printed: its substitute's, where that one has just one; else a question.

    The link is of kind organisation on the person's mention, so that presence can mark it as inferred.
    """
    inferred, asked = [], []
    substitutes = {row.on_behalf_of: row for row in attendance.itertuples() if row.on_behalf_of}
    for row in attendance[(attendance["status"] == "apologies") & (attendance["organisations"] == "")].itertuples():
        mention = _mention_id(row, mentions)
        if answer := joins(judgements, "organisation").get(mention):
            inferred.append(_seat_link(mention, answer, "judgement", f"answered for the seat of {row.person}"))
            continue
        substitute = substitutes.get(row.person)
        if substitute is None:
            continue
        ids = _organisations_of(substitute, mentions, links)
        if len(ids) == 1:
            because = f"inferred from the substitute at {substitute.doc_id}:{substitute.line}"
            inferred.append(_seat_link(mention, ids[0], "rule", because))
        else:
            words = f"Whose seat did {row.person} hold: {' or '.join(ids)}? The substitute holds a joint post."
            asked.append(
                {
                    **question("organisation", mention, " | ".join(ids), words),
                    "scope": "line",
                    "doc_id": row.doc_id,
                    "line": row.line,
                }
            )
    return inferred, asked


def _mention_id(entry: object, mentions: pd.DataFrame) -> str:
    rows = mentions[
        (mentions["kind"] == "person") & (mentions["doc_id"] == entry.doc_id) & (mentions["line"] == entry.line)
    ]
    return next(row.mention_id for row in rows.itertuples() if row.printed == entry.person)


def _organisations_of(entry: object, mentions: pd.DataFrame, links: pd.DataFrame) -> list[str]:
    printed = split(entry.organisations)
    rows = mentions[
        (mentions["kind"] == "organisation")
        & (mentions["doc_id"] == entry.doc_id)
        & (mentions["line"] == entry.line)
        & mentions["printed"].isin(printed)
    ]
    return sorted(links.loc[links["mention_id"].isin(rows["mention_id"]) & (links["kind"] == "organisation"), "id"])


def _seat_link(mention_id: str, org_id: str, how: str, because: str) -> dict:
    return {"mention_id": mention_id, "kind": "organisation", "id": org_id, "how": how, "because": because}
