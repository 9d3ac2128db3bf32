"""Which organisation a printed name means: by name, abbreviation or alias in force that day, else a question."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from leadnet.names.register import authorities
from leadnet.study import in_force, joins, plain, question, split
from leadnet.study.judgements import barred


def known_names(organisations: pd.DataFrame, on: str = "") -> dict[str, set[str]]:
    """Plain name -> the org_ids it may mean at this date: full names, short names, and the register's aliases."""
    found: dict[str, set[str]] = {}
    aliases = dict(zip(authorities()["org_id"], authorities()["aliases"], strict=True))
    for row in organisations.itertuples():
        if not in_force(row.since, row.until, on):
            continue
        for name in (row.name, row.short, *split(aliases.get(row.org_id, ""))):
            if plain(name):
                found.setdefault(plain(name), set()).add(row.org_id)
    return found


def link_organisations(
    mentions: pd.DataFrame,
    organisations: pd.DataFrame,
    judgements: pd.DataFrame,
    dates: dict[str, str],
    bodies: dict[str, str],
) -> tuple[list[dict], list[dict]]:
    """Links for the mentions of organisations, and questions for printed names nothing answers to.

    `dates` and `bodies` give each paper's date and body. A person's answer goes before any rule, an answer `different`
    bars the id, and two candidates mean none.
    """
    answers, not_these = joins(judgements, "organisation"), barred(judgements, "organisation")
    links, questions = [], []
    names_on = {on: known_names(organisations, on) for on in set(dates.values()) | {""}}
    for row in mentions[mentions["kind"] == "organisation"].itertuples():
        answer = answered(row, answers, bodies)
        ids = names_on[dates.get(row.doc_id, "")].get(plain(row.printed), set())
        ids = ids - {id for place in places(row, bodies) for id in not_these.get(place, ())}
        if answer:
            links.append(_link(row, answer, "judgement", f"answered for “{row.printed}”"))
        elif len(ids) == 1:
            links.append(_link(row, min(ids), "exact", "the name, short name or alias in the register at that date"))
        else:
            questions.append(_asked(row, sorted(ids) or near(row.printed, organisations)))
    return links, questions


def places(mention: object, bodies: dict[str, str]) -> tuple[str, ...]:
    """How `left` of judgements.csv may name this mention, from the nearest reach to the widest.

    `doc:line:n` is this line, `doc: printed` this paper, `body: printed` this body, and the printed name the study.
    """
    body = bodies.get(mention.doc_id, "")
    printed = mention.printed
    return (mention.mention_id, f"{mention.doc_id}: {printed}", *((f"{body}: {printed}",) if body else ()), printed)


def answered(mention: object, answers: dict[str, str], bodies: dict[str, str]) -> str:
    """The id a person gave for this mention, the nearest answer first; "" if none."""
    return next((answers[place] for place in places(mention, bodies) if place in answers), "")


def near(printed: str, organisations: pd.DataFrame) -> list[str]:
    """The organisations whose short name stands whole in the print, the longest short name first; only to be asked.

    “Ashford BC” is near Ashford Borough Council, whose short name is Ashford.
    """
    words, rows = f" {plain(printed)} ", organisations.itertuples()
    found = [(row.short, row.org_id) for row in rows if row.short and f" {plain(row.short)} " in words]
    return [org_id for _, org_id in sorted(found, key=lambda pair: (-len(pair[0]), pair[1]))][:3]


def _link(mention: object, org_id: str, how: str, because: str) -> dict:
    return {"mention_id": mention.mention_id, "kind": "organisation", "id": org_id, "how": how, "because": because}


def _asked(row: object, ids: Iterable[str]) -> dict:
    candidates = " | ".join(ids)
    words = f"Which organisation is “{row.printed}”? Add it to organisations.csv, or answer with the org_id it is."
    return {
        **question("organisation", row.printed, candidates, words),
        "scope": "study",
        "doc_id": row.doc_id,
        "line": row.line,
        "against": "no one organisation of the register has just that name on that day",
    }
