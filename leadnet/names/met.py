"""The mentions of people with all that stands beside them: post, organisation, meeting, paper, date."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from leadnet.names.organisation_names import abbreviations
from leadnet.study import split
from leadnet.study.tables import joined

_BESIDE = ["title", "role", "meeting_id", "status", "on_behalf_of"]


def people_met(
    mentions: pd.DataFrame,
    attendance: pd.DataFrame,
    links: pd.DataFrame,
    dates: Mapping[str, str],
    bodies: Mapping[str, str],
) -> pd.DataFrame:
    """The mentions of people as link_people takes them; of running text those that stand in no list have less.

    `links` are those of organisations; `dates` and `bodies` give each paper's date and body.
    """
    people = mentions[mentions["kind"] == "person"].drop(columns="kind")
    rows = attendance.drop_duplicates(["doc_id", "line", "person"])
    rows = rows[["doc_id", "line", "person", "organisations", *_BESIDE]].rename(columns={"person": "printed"})
    found = people.merge(rows, on=["doc_id", "line", "printed"], how="left")
    found = found.fillna(dict.fromkeys(["organisations", *_BESIDE], ""))
    known = organisations_at(mentions, links)
    orgs = [
        joined(sorted({org for name in split(cell) for org in known.get((doc, line, name), ())}))
        for doc, line, cell in zip(found["doc_id"], found["line"], found["organisations"], strict=True)
    ]
    papers = found["doc_id"]
    return found.rename(columns={"organisations": "organisations_printed"}).assign(
        org_id=orgs, date=papers.map(dates).fillna(""), body_id=papers.map(bodies).fillna("")
    )


def organisations_met(
    mentions: pd.DataFrame, attendance: pd.DataFrame, dates: Mapping[str, str], bodies: Mapping[str, str]
) -> pd.DataFrame:
    """The mentions of organisations as link_organisation_names takes them, with date, body and whether in a list.

    In a list means beside a person: a name within somebody's post (as in LAA Lead Officer) is none of it.
    """
    found = mentions[mentions["kind"] == "organisation"].drop(columns="kind")
    papers = found["doc_id"]
    listed = {(row.doc_id, row.line, name) for row in attendance.itertuples() for name in split(row.organisations)}
    return found.assign(
        date=papers.map(dates).fillna(""),
        body_id=papers.map(bodies).fillna(""),
        listed=[place in listed for place in zip(found["doc_id"], found["line"], found["printed"], strict=True)],
    )


_WORD = r"(?:[A-Z][\w’'-]*|of|for|the|and|&|in)"
_SPELT_OUT = re.compile(rf"({_WORD}(?:\s+{_WORD})+)\s+\(([A-Z][A-Za-z&]+)\)")


def spelt_out(lines: pd.DataFrame) -> dict[tuple[str, str], str]:
    """(paper, abbreviation) -> the full name its text gives just before the abbreviation in brackets.

    Of the words before the bracket as many as the letters stand for.

    >>> spelt_out(pd.DataFrame({"doc_id": ["a"], "text": ["the Kent Connects Board (KCB) met"]}))
    {('a', 'KCB'): 'Kent Connects Board'}
    """
    found = {}
    bracketed = lines[lines["text"].str.contains("(", regex=False)]
    for row in bracketed.itertuples():
        for match in _SPELT_OUT.finditer(row.text):
            words = match[1].split()
            names = [" ".join(words[at:]) for at, word in enumerate(words) if word[0].isupper()]
            for name in names:
                if match[2].upper() in abbreviations(name):
                    found.setdefault((row.doc_id, match[2]), name)
    return found


def organisations_at(mentions: pd.DataFrame, links: pd.DataFrame) -> dict[tuple[str, str, str], list[str]]:
    """(paper, line, print) -> the organisations linked there."""
    rows = mentions[mentions["kind"] == "organisation"].merge(
        links.loc[links["kind"] == "organisation", ["mention_id", "id"]], on="mention_id"
    )
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in rows.itertuples():
        found.setdefault((row.doc_id, row.line, row.printed), []).append(row.id)
    return found
