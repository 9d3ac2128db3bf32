"""The Ledger: every decision and commitment, what it is, and what later papers show of it. Silence is not failure."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from leadnet.study import cited, finding, question, verdict
from leadnet.study.schema import LEDGER, SHOWS

SAYS = {
    "clauses_marked": "Under a marker in capitals: {value:clause|clauses}.",
    "clauses_ask": "Asking for something: {n_of} clauses under a marker.",
    "clauses_for_decision": "For decision only: {n_of} clauses under a marker.",
    "clauses_plain": "Printed without a marker: {value:decision|decisions}.",
    "commitments": "In running text: {value:commitment|commitments}.",
    "actions": "Asking for something in all: {value:clause or commitment|clauses and commitments}.",
    "actions_with_owner": "Naming who is to act: {n_of} actions.",
    "actions_with_date": "With a date: {n_of} actions.",
    "actions_shown": "{subject}: {n_of} actions.",
    "clauses_of": "{subject}: {value:clause|clauses} under a marker.",
}


def ledger(
    decisions: pd.DataFrame,
    items: pd.DataFrame,
    judgements: pd.DataFrame,
    workstreams: pd.DataFrame,
    sources: pd.DataFrame,
    lines: pd.DataFrame,
) -> pd.DataFrame:
    """The Ledger table. A person's answers decide which clauses ask and which later line shows what; a commitment that
    was answered `different` is none and is left out; one nobody answered stands as `not judged`.
    """
    rows = []
    for clause in decisions.itertuples():
        asks = what_it_is(clause, judgements)
        if clause.kind == "commitment" and asks == "for decision only":
            continue
        shown = follow_up(clause, items, judgements, workstreams, sources, lines) if asks == "to do" else [{}]
        rows += [
            _row(clause, asks) | {**row, "cites": cited([f"{clause.doc_id}:{clause.line}", row.get("cites", "")])}
            for row in shown
        ]
    return LEDGER.frame(rows)


def what_it_is(clause: object, judgements: pd.DataFrame) -> str:
    """to do, for decision only, or not judged: a person's answer to “does it ask?”; code only proposes."""
    answer = verdict(judgements, "action", clause.decision_id, "asks")
    return {"same": "to do", "different": "for decision only"}.get(answer, "not judged")


def _row(clause: object, asks: str) -> dict:
    where = "running text" if clause.kind == "commitment" else "marked" if clause.marked == "capitals" else "plain"
    return {
        "action_id": clause.decision_id,
        "item_id": clause.item_id,
        "where": where,
        "asks": asks,
        "text": clause.text,
        "owners": clause.owners,
        "due_from": clause.due_from,
        "due_to": clause.due_to,
        "due_printed": clause.due_printed,
    }


def follow_up(
    clause: object,
    items: pd.DataFrame,
    judgements: pd.DataFrame,
    workstreams: pd.DataFrame,
    sources: pd.DataFrame,
    lines: pd.DataFrame,
) -> list[dict]:
    """What later papers show of one action, a row each: shows, doc_id, line, cites."""
    answers = judgements[
        (judgements["kind"] == "action")
        & (judgements["left"] == clause.decision_id)
        & (judgements["verdict"] == "same")
        & (judgements["right"] != "asks")
    ]
    shown = [_showing(right) for right in answers["right"]]
    if shown:
        return sorted(shown, key=lambda row: (row["doc_id"], int(row["line"].split("-")[0]), row["shows"]))
    later = later_papers(clause, items, workstreams, sources)
    if not later:
        return [{"shows": "no later document held", "cites": "sources.csv"}]
    length = lines.groupby("doc_id")["line"].max()
    return [
        {"shows": "not mentioned later", "doc_id": doc_id, "cites": f"{doc_id}:1-{length[doc_id]}"} for doc_id in later
    ]


def _showing(right: str) -> dict:
    """`doc:13 shown begun` as a row."""
    cite, _, shows = right.partition(" ")
    doc_id, _, line = cite.rpartition(":")
    return {"shows": shows, "doc_id": doc_id, "line": line, "cites": cite}


def faulty_showings(judgements: pd.DataFrame, texts: Iterable[str]) -> list[str]:
    """Answers about actions that say nothing known or point at no line, a line of judgements.csv each."""
    faults, known = [], set(texts)
    for line, row in enumerate(judgements.itertuples(), start=2):
        if row.kind != "action" or row.right == "asks":
            continue
        shown = _showing(row.right)
        if shown["shows"] not in SHOWS or shown["cites"] not in known:
            faults.append(
                f'judgements.csv line {line}, column right: "{row.right}" is neither `asks` nor `paper:line '
                f"{' / '.join(SHOWS[:4])}` at a line that was read"
            )
    return faults


def later_papers(clause: object, items: pd.DataFrame, workstreams: pd.DataFrame, sources: pd.DataFrame) -> list[str]:
    """The papers held that are later than the clause's and on its matter: one of its item's workstreams stands "
    "in them."""
    dates = dict(zip(sources["doc_id"], sources["date"], strict=True))
    first, last = _lines_of_item(clause, items)
    here = workstreams[(workstreams["doc_id"] == clause.doc_id) & (workstreams["state"] != "proposed")]
    matters = {row.workstream_id for row in here.itertuples() if first <= int(row.line.split("-")[0]) < last}
    of_matter = workstreams.loc[workstreams["workstream_id"].isin(matters), "doc_id"]
    return sorted({doc for doc in of_matter if dates.get(doc, "") > dates.get(clause.doc_id, "")})


def _lines_of_item(clause: object, items: pd.DataFrame) -> tuple[int, int]:
    starts = items.loc[items["doc_id"] == clause.doc_id, ["item_id", "line"]]
    lines = {row.item_id: int(row.line.split("-")[0]) for row in starts.itertuples()}
    first = lines.get(clause.item_id, 0)
    return first, min((line for line in lines.values() if line > first), default=10**9)


def questions(decisions: pd.DataFrame) -> list[dict]:
    """The questions code puts about clauses: does this ask somebody to do something?"""
    return [
        {
            **question("action", row.decision_id, "asks", f"Does this ask somebody to do something? “{row.text}”"),
            "scope": "line",
            "doc_id": row.doc_id,
            "line": row.line,
            "for_": "the words ask" if row.asks == "yes" else "",
            "against": "" if row.asks == "yes" else "the words do not ask",
        }
        for row in decisions.itertuples()
    ]


def of_ledger(ledger: pd.DataFrame, items: pd.DataFrame) -> list[dict]:
    """Clauses, commitments and actions counted, marked ones apart from running text; and what later papers show.

    Actions are what asks for something; one with two showings counts once in each, so those counts may sum to more.
    """
    if ledger.empty:
        return []
    once = ledger.drop_duplicates("action_id")
    marked = once[once["where"] == "marked"]
    actions = once[once["asks"] == "to do"]
    every = cited(once["cites"])
    groups = {
        "clauses_marked": (marked, None),
        "clauses_ask": (marked[marked["asks"] == "to do"], marked),
        "clauses_for_decision": (marked[marked["asks"] == "for decision only"], marked),
        "clauses_plain": (once[once["where"] == "plain"], None),
        "commitments": (once[once["where"] == "running text"], None),
        "actions": (actions, None),
        "actions_with_owner": (actions[actions["owners"] != ""], actions),
        "actions_with_date": (actions[actions["due_to"] != ""], actions),
    }
    rows = [_clauses(name, some, of, every) for name, (some, of) in groups.items()]
    rows += [_clauses("actions_shown", ledger[ledger["shows"] == shows], actions, every, shows) for shows in SHOWS]
    titles = items.set_index("item_id")["title"]
    return rows + [
        _clauses("clauses_of", mine, None, every, item) for item, mine in marked.groupby("item_id") if item in titles
    ]


def _clauses(measure: str, rows: pd.DataFrame, of: pd.DataFrame | None, every: str, subject: str = "") -> dict:
    n = rows["action_id"].nunique()
    more = {} if of is None else {"of": of["action_id"].nunique()}
    return finding(measure, n, cited(rows["cites"]) or every, subject=subject, unit="clauses", n=n, **more)
