"""Small tables of printed names, written as a reader would list them: for the tests of the room of names."""

from __future__ import annotations

import pandas as pd

from leadnet.names import link_organisation_names, link_people
from leadnet.study.schema import JUDGEMENTS, ORGANISATIONS, PEOPLE

_BLANK = dict.fromkeys(
    ("title", "role", "org_id", "organisations_printed", "meeting_id", "body_id", "status", "on_behalf_of"), ""
)


def people(*rows):
    """Mentions of people from (paper, line, print) and what else is known; a paper is called by its body and date."""
    made = [
        {**_BLANK, "mention_id": f"{doc}:{line}:1", "doc_id": doc, "line": str(line), "printed": printed,
         "date": doc[-10:], "body_id": doc[:-11], **more}
        for doc, line, printed, more in rows
    ]  # fmt: skip
    return pd.DataFrame(made)


def listed(doc, *entries, org="", role="", status="present", **more):
    """The entries of one paper's attendance list, a line each from line 5."""
    beside = {"org_id": org, "role": role, "status": status, "meeting_id": doc, **more}
    return [(doc, line, printed, beside) for line, printed in enumerate(entries, start=5)]


def persons(mentions, *answers, listed_people=(), **more):
    """Print and line -> the people it is taken for, over all papers, in order; and the questions."""
    known = PEOPLE.frame({"person_id": id, "name": name, "seniority": "unknown"} for id, name in listed_people)
    found = link_people(mentions, judgements("person", *answers), known, **more)
    ids = found.clusters.merge(mentions[["mention_id", "printed", "line"]], on="mention_id")
    taken = ids.groupby(ids["printed"] + " " + ids["line"])["person_id"].agg(lambda ids: " ".join(sorted(set(ids))))
    return taken.to_dict(), found.questions


def judgements(kind, *answers):
    """Rows of judgements.csv from (left, right, scope, verdict)."""
    return JUDGEMENTS.frame(
        {"question_id": f"q{n}", "kind": kind, "left": left, "right": right, "scope": scope, "verdict": verdict,
         "by": "reader", "on": "2026-01-01", "because": "seen"}
        for n, (left, right, scope, verdict) in enumerate(answers, start=1)
    )  # fmt: skip


def organisations(*rows):
    """Rows of organisations.csv from (org_id, name, short, kind, tier, since, until)."""
    columns = ("org_id", "name", "short", "kind", "tier", "since", "until")
    return ORGANISATIONS.frame(dict(zip(columns, row, strict=True)) | {"area": "leicestershire"} for row in rows)


def organisations_meant(known, *prints, answers=(), spelt_out=None):
    """What each (print, date) is taken for, "" for nothing; and the questions. Each date is a paper of its own."""
    mentions = pd.DataFrame(
        {"mention_id": f"p{on}:{line}:1", "printed": printed, "date": on, "doc_id": f"p{on}", "body_id": "board"}
        for line, (printed, on) in enumerate(prints, start=1)
    )
    found = link_organisation_names(mentions, known, judgements("organisation", *answers), spelt_out)
    by_mention = found.links.set_index("mention_id")["org_id"]
    return [by_mention[mention] for mention in mentions["mention_id"]], found.questions
