"""Which organisation a printed name means: by name, abbreviation or alias in force that day, else a question."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from leadnet.names.register import authorities
from leadnet.study import joins, plain, question, split


def known_names(organisations: pd.DataFrame, on: str = "") -> dict[str, set[str]]:
    """Plain name -> the org_ids it may mean at this date: full names, short names, and the register's aliases."""
    found: dict[str, set[str]] = {}
    aliases = dict(zip(authorities()["org_id"], authorities()["aliases"], strict=True))
    for row in organisations.itertuples():
        if on and not _in_force(row, on):
            continue
        for name in (row.name, row.short, *split(aliases.get(row.org_id, ""))):
            if plain(name):
                found.setdefault(plain(name), set()).add(row.org_id)
    return found


def _in_force(row: object, on: str) -> bool:
    return (not row.since or row.since <= on) and (not row.until or on <= row.until)


def link_organisations(
    mentions: pd.DataFrame, organisations: pd.DataFrame, judgements: pd.DataFrame, dates: dict[str, str]
) -> tuple[list[dict], list[dict]]:
    """Links for the mentions of organisations, and questions for printed names nothing answers to.

    `dates` gives each paper's date. A person's answer goes before any rule; two candidates mean none.
    """
    answers = joins(judgements, "organisation")
    links, questions = [], []
    names_on = {on: known_names(organisations, on) for on in set(dates.values()) | {""}}
    for row in mentions[mentions["kind"] == "organisation"].itertuples():
        answer = answered(row, answers)
        ids = names_on[dates.get(row.doc_id, "")].get(plain(row.printed), set())
        if answer:
            links.append(_link(row, answer, "judgement", f"answered for “{row.printed}”"))
        elif len(ids) == 1:
            links.append(_link(row, min(ids), "exact", "the name, short name or alias in the register at that date"))
        else:
            questions.append(_asked(row, sorted(ids)))
    return links, questions


def answered(mention: object, answers: dict[str, str]) -> str:
    """The id a person gave for this mention: for its line, its paper, or its printed name everywhere; "" if none.

    Written in judgements.csv as left = `doc:line:n`, `doc: printed name`, or `printed name`.
    """
    keys = (mention.mention_id, f"{mention.doc_id}: {mention.printed}", mention.printed)
    return next((answers[key] for key in keys if key in answers), "")


def _link(mention: object, org_id: str, how: str, because: str) -> dict:
    return {"mention_id": mention.mention_id, "kind": "organisation", "id": org_id, "how": how, "because": because}


def _asked(row: object, ids: Iterable[str]) -> dict:
    candidates = " | ".join(ids)
    words = f"Which organisation is “{row.printed}”? Add it to organisations.csv, or answer with the org_id it is."
    against = (
        "two organisations answer to it" if candidates else "no organisation of that name in the register that day"
    )
    return {
        **question("organisation", row.printed, candidates, words),
        "scope": "study",
        "doc_id": row.doc_id,
        "line": row.line,
        "against": against,
    }
