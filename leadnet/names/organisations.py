"""Which organisation a printed name means: by name, by kind and distinctive words, by abbreviation; else a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from leadnet.names.answers import places
from leadnet.names.known import Found, Known
from leadnet.names.organisation_names import expansion, is_abbreviation
from leadnet.study import joined, joins, question
from leadnet.study.judgements import barred
from leadnet.study.schema import QUESTIONS

_LINKS = ["mention_id", "org_id", "how", "because"]


class Organisations(NamedTuple):
    """What linking names of organisations gives.

    links: mention_id, org_id ("" for none), how (exact, rule, judgement, or "" for none), because. questions: the
    columns of QUESTIONS and, last, `mention`: one the answer would reach. `right` holds the candidates, or nothing.
    """

    links: pd.DataFrame
    questions: pd.DataFrame


def link_organisation_names(
    mentions: pd.DataFrame,
    organisations: pd.DataFrame,
    judgements: pd.DataFrame,
    spelt_out: Mapping[tuple[str, str], str] | None = None,
) -> Organisations:
    """The organisation each printed name means, and a question for each name that none or several answer to.

    `mentions` has mention_id, printed, date (ISO or ""), doc_id, body_id, and may have `listed`: whether it stands in
    an attendance list (names of running text make no tie, so nobody is asked about them). `organisations` and
    `judgements` have the columns of the study's tables; `spelt_out` gives for (paper, abbreviation) the full name the
    paper's text expands it to, beside those the prints themselves expand.

    In this order: a person's answer; a name, short name or alias in force that day; kind and distinctive words; an
    abbreviation the paper expands; one that only one organisation could stand for; one slip of the keyboard. Two
    candidates mean none. An answer `different` bars the id.
    """
    answers, not_these = joins(judgements, "organisation"), barred(judgements, "organisation")
    mentions = mentions.sort_values("mention_id", ignore_index=True)
    known = Known(organisations)
    written_out = _written_out(mentions, known, spelt_out or {})
    rows, asked = [], {}
    for row in mentions.itertuples():
        reach = places(row.mention_id, row.doc_id, row.body_id, row.printed)
        found = written_out.get((row.doc_id, row.printed)) or known.find(row.printed, row.date)
        ids = [id for id in found.ids if not any(id in not_these.get(place, ()) for place in reach)]
        if answer := next((answers[place] for place in reach if place in answers), ""):
            rows.append((row.mention_id, answer, "judgement", f"answered for “{row.printed}”"))
        elif len(ids) == 1 and found.how:
            rows.append((row.mention_id, ids[0], found.how, found.because))
        else:
            rows.append((row.mention_id, "", "", ""))
            if not getattr(row, "listed", True) or (found.ids and not ids):  # every candidate was answered not to be it
                continue
            put = _asked(row, found, ids)
            asked.setdefault((put["left"], put["right"]), put)
    questions = _open([asked[key] for key in sorted(asked)], judgements)
    return Organisations(pd.DataFrame(rows, columns=_LINKS, dtype="str"), questions)


def _written_out(
    mentions: pd.DataFrame, known: Known, spelt_out: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], Found]:
    """(paper, abbreviation) -> what it stands for there, where the paper expands it to one organisation."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    dates = dict(zip(mentions["doc_id"], mentions["date"], strict=True))
    for row in mentions[mentions["printed"].str.endswith(")")].itertuples():
        name, letters = expansion(row.printed)
        if letters:
            names[row.doc_id, letters].add(name)
    for (doc_id, letters), name in spelt_out.items():
        names[doc_id, letters].add(name)
    found = {}
    for (doc_id, letters), full in names.items():
        each = [known.find(name, dates.get(doc_id, "")) for name in sorted(full)]
        ids = {one.ids[0] for one in each if one.how and len(one.ids) == 1}
        if len(ids) == 1:
            found[doc_id, letters] = Found(tuple(ids), "rule", f"the paper expands it: {min(full)} ({letters})")
    return found


def _asked(row: object, found: Found, ids: Iterable[str]) -> dict[str, str]:
    """A question for the study, but for what one paper may mean by a name without a place or by an abbreviation."""
    in_paper = found.lost_place or (is_abbreviation(row.printed) and len(found.ids) > 1)
    words = f"Which organisation is “{row.printed}”? Add it to organisations.csv, or answer with the org_id it is."
    doc_id, line, _ = row.mention_id.rsplit(":", 2)
    return {
        **question("organisation", f"{doc_id}: {row.printed}" if in_paper else row.printed, joined(ids), words),
        "scope": "paper" if in_paper else "study",
        "doc_id": doc_id,
        "line": line,
        "for": found.because,
        "against": found.against,
        "mention": row.mention_id,
    }


def _open(asked: list[dict[str, str]], judgements: pd.DataFrame) -> pd.DataFrame:
    """The questions nobody has answered same or different, in the order of what is asked."""
    settled = judgements[(judgements["kind"] == "organisation") & (judgements["verdict"] != "unsure")]
    answered = set(zip(settled["left"], settled["right"], strict=True))
    kept = [row for row in asked if (row["left"], row["right"]) not in answered]
    return QUESTIONS.frame(kept).assign(mention=[row["mention"] for row in kept])
