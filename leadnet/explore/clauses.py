"""The ledger as the view shows it: a row a clause, with what each later paper shows of it, or that it was searched."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from leadnet.build import Built
from leadnet.study import spread
from leadnet.study.words import long_date

_OWN = ("where", "asks", "sort", "shows", "due_from", "due_to")
PLACED = "shown"  # how a showing that stands on a line begins


def clauses(built: Built, meetings: Mapping[str, int], places: Mapping[str, int]) -> list[dict[str, object]]:
    """Each decision or commitment once: its words masked, the place of its meeting (-1: none) and of the organisations
    named on its own lines, and `later`, a row for each later paper that was searched or shows something of it.

    `meetings` and `places` give the place of each meeting and organisation.
    """
    ledger = built.ledger.reset_index(drop=True)
    shown = built.show(ledger, "text", "owners", "due_printed")
    meeting_of = dict(zip(built.items["item_id"], built.items["meeting_id"], strict=True))
    named, found = _named(built, places), []
    for action_id, rows in ledger.groupby("action_id", sort=False):
        row, said = rows.iloc[0], shown.loc[rows.index[0]]
        own = action_id.rsplit(":", 1)[0]
        clause = {name: row[name] for name in _OWN} | {"id": action_id, "cites": own}
        clause |= {"text": said["text"], "owners": said["owners"], "due": said["due_printed"]}
        orgs = sorted({org for cite in spread(own) for org in named.get(cite, ())})
        later = _later(built, rows[rows["doc_id"] != ""], own.rpartition(":")[0])
        found.append(clause | {"meeting": meetings.get(meeting_of.get(row["item_id"], ""), -1), "named": orgs,
                               "later": later})  # fmt: skip
    return found


def _later(built: Built, rows: pd.DataFrame, own: str) -> list[dict[str, str]]:
    """What each later paper shows, by its date; one that shows nothing, or that nobody has read for the clause yet,
    has no `lines`, and `searched` says how far it goes.
    """
    sources = built.sources.set_index("doc_id")
    bodies = built.bodies.set_index("body_id")
    own_body = sources["body_id"].get(own, "")
    found = []
    for row in rows.assign(date=rows["doc_id"].map(sources["date"])).sort_values(["date", "doc_id"]).itertuples():
        paper = sources.loc[row.doc_id]
        when = f"of {long_date(paper['date'])}" if paper["date"] else "without a date"
        other = paper["body_id"] != own_body and paper["body_id"] in bodies.index
        body = f"{bodies.loc[paper['body_id'], 'short'] or bodies.loc[paper['body_id'], 'name']}, " if other else ""
        silent = not row.shows.startswith(PLACED)
        found.append({
            "shows": row.shows,
            "paper": built.hide(f"{body}{paper['kind']} {when}"),
            "doc": row.doc_id,
            "lines": "" if silent else row.line,
            "searched": _lines_in_words(row.cites, row.doc_id) if silent else "",
            "cites": "" if silent else f"{row.doc_id}:{row.line}",
        })  # fmt: skip
    return found


def _lines_in_words(cites: str, doc_id: str) -> str:
    """The lines of a paper that cites name, in words.

    >>> _lines_in_words("board-minutes:1-49", "board-minutes"), _lines_in_words("log:7 other:3", "log")
    ('lines 1 to 49', 'line 7')
    """
    spans = [cite.rpartition(":")[2] for cite in cites.split() if cite.rpartition(":")[0] == doc_id]
    said = [f"lines {span.replace('-', ' to ')}" if "-" in span else f"line {span}" for span in spans]
    return ", ".join(said) or "every line"


def _named(built: Built, places: Mapping[str, int]) -> dict[str, set[int]]:
    """The places of the organisations each line names, by cite."""
    links = built.links[built.links["kind"] == "organisation"]
    rows = built.mentions[built.mentions["kind"] == "organisation"].drop(columns="kind").merge(links, on="mention_id")
    found: dict[str, set[int]] = {}
    for row in rows[rows["id"].isin(list(places))].itertuples():
        for cite in spread(f"{row.doc_id}:{row.line}"):
            found.setdefault(cite, set()).add(places[row.id])
    return found
