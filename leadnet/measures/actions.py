"""The Ledger: every decision and commitment, what it is, and what later papers show of it. Silence is not failure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from leadnet.study import cited, counted, file_line, question
from leadnet.study.schema import LEDGER, SHOWS

SAYS = {
    "clauses_marked": "Under a marker in capitals: {value:clause|clauses}.",
    "clauses_ask": "Asking for something: {n_of} clauses under a marker.",
    "clauses_for_decision": "For decision only: {n_of} clauses under a marker.",
    "clauses_plain": "Printed without a marker: {value:decision|decisions}.",
    "commitments": "In running text: {value:commitment|commitments}.",
    "not_judged": "Read by code and not yet judged by a person: {value:clause or commitment|clauses and commitments}.",
    "actions": "Asking for something in all: {value:clause or commitment|clauses and commitments}.",
    "actions_with_owner": "Naming who is to act: {n_of} actions.",
    "actions_with_date": "With a date: {n_of} actions.",
    "actions_shown": "{subject}: {n_of} actions.",
    "clauses_of": "{subject}: {value:clause|clauses} under a marker.",
}


@dataclass(frozen=True)
class _Later:
    """What may bear on an action: the answers given about it, and the later papers on the matter of its item."""

    answers: Mapping[str, list[str]]  # action -> the `right` of each answer `same`
    matters: Mapping[tuple[str, int], set[str]]  # paper and line -> workstreams named there
    papers: Mapping[str, set[str]]  # workstream -> papers that name it
    starts: Mapping[str, list[int]]  # paper -> the lines its items start at
    dates: Mapping[str, str]
    lengths: Mapping[str, int]


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
    asks = _verdicts(judgements)
    later = _later(items, judgements, workstreams, sources, lines)
    rows = []
    for clause in decisions.itertuples():
        said = asks.get(clause.decision_id, "not judged")
        if clause.kind == "commitment" and said == "for decision only":
            continue
        shown = follow_up(clause, later) if said == "to do" else [{}]
        rows += [
            _row(clause, said) | {**row, "cites": cited([f"{clause.doc_id}:{clause.line}", row.get("cites", "")])}
            for row in shown
        ]
    return LEDGER.frame(rows)


def _verdicts(judgements: pd.DataFrame) -> dict[str, str]:
    """to do, or for decision only, by a person's answer to “does it ask?”; code only proposes."""
    words = {"same": "to do", "different": "for decision only", "unsure": "not judged"}
    rows = judgements[(judgements["kind"] == "action") & (judgements["right"] == "asks")]
    return {row.left: words[row.verdict] for row in rows.itertuples()}


def _later(
    items: pd.DataFrame,
    judgements: pd.DataFrame,
    workstreams: pd.DataFrame,
    sources: pd.DataFrame,
    lines: pd.DataFrame,
) -> _Later:
    lengths = lines.groupby("doc_id")["line"].max().to_dict()
    shown = judgements[(judgements["kind"] == "action") & (judgements["verdict"] == "same")]
    shown = shown[
        shown["right"].map(lambda right: right != "asks" and _showing(right)["doc_id"] in lengths).astype(bool)
    ]
    matters: dict[tuple[str, int], set[str]] = {}
    for row in workstreams.itertuples():
        matters.setdefault((row.doc_id, _first(row.line)), set()).add(row.workstream_id)
    return _Later(
        answers=shown.groupby("left")["right"].agg(list).to_dict(),
        matters=matters,
        papers=workstreams.groupby("workstream_id")["doc_id"].agg(set).to_dict(),
        starts=items.assign(at=items["line"].map(_first)).groupby("doc_id")["at"].agg(sorted).to_dict(),
        dates=dict(zip(sources["doc_id"], sources["date"], strict=True)),
        lengths=lengths,
    )


def _first(line: str) -> int:
    return int(line.split("-")[0])


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


def follow_up(clause: object, later: _Later) -> list[dict]:
    """What later papers show of one action, a row each: shows, doc_id, line, cites.

    A later paper on the matter that nobody has looked at for this action is `not judged`: that it is silent, too, is
    for a person to say.
    """
    shown = [_showing(right, later.lengths) for right in later.answers.get(clause.decision_id, [])]
    seen = {row["doc_id"] for row in shown}
    shown += [
        {"shows": "not judged", "doc_id": doc_id, "cites": f"{doc_id}:1-{later.lengths[doc_id]}"}
        for doc_id in later_papers(clause, later)
        if doc_id not in seen
    ]
    if not shown:
        return [{"shows": "no later document held", "cites": "sources.csv"}]
    return sorted(shown, key=lambda row: (row["doc_id"], _first(row.get("line") or "0"), row["shows"]))


def _showing(right: str, lengths: Mapping[str, int] | None = None) -> dict:
    """`doc:13 shown begun` or `doc not mentioned later` as a row; a paper that is silent is cited whole."""
    place, _, shows = right.partition(" ")
    doc_id, colon, line = place.rpartition(":")
    if colon:
        return {"shows": shows, "doc_id": doc_id, "line": line, "cites": place}
    return {"shows": shows, "doc_id": place, "line": "", "cites": f"{place}:1-{(lengths or {}).get(place, 1)}"}


def faulty_showings(judgements: pd.DataFrame, cites: Iterable[str], unread: Iterable[str] = ()) -> list[str]:
    """Answers about actions that say nothing known or point at no line, a line of judgements.csv each.

    `cites` are the lines that were read; an answer about a paper that could not be read (`unread`) waits for it.
    """
    known, faults = set(cites), []
    papers = {cite.rpartition(":")[0] for cite in known}
    for at, row in enumerate(judgements.itertuples()):
        shown = _showing(row.right)
        if row.kind != "action" or row.right == "asks" or shown["doc_id"] in set(unread):
            continue
        silent = shown["shows"] == "not mentioned later" and not shown["line"] and shown["doc_id"] in papers
        if not silent and (shown["shows"] not in SHOWS[:4] or shown["cites"] not in known):
            faults.append(
                f'judgements.csv line {file_line(judgements, at)}, column right: "{row.right}" is neither `asks`, nor '
                f"`paper:line {' / '.join(SHOWS[:4])}` at a line that was read, nor `paper not mentioned later`"
            )
    return faults


def later_papers(clause: object, later: _Later) -> list[str]:
    """The papers read that are later than the clause's and on its matter: they name a workstream of its item."""
    starts, at = later.starts.get(clause.doc_id, []), _first(clause.line)
    first = max((start for start in starts if start <= at), default=0)
    last = min((start for start in starts if start > first), default=10**9)
    here = [work for (doc, line), work in later.matters.items() if doc == clause.doc_id and first <= line < last]
    papers = {paper for work in here for matter in work for paper in later.papers[matter]}
    mine = later.dates.get(clause.doc_id, "")
    return sorted(paper for paper in papers if paper in later.lengths and later.dates.get(paper, "") > mine)


def questions(decisions: pd.DataFrame, ledger: pd.DataFrame) -> list[dict]:
    """What code asks about clauses: does this ask somebody to do something, and does a later paper speak of it?"""
    asked = [
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
    for row in ledger[ledger["shows"] == "not judged"].itertuples():
        words = f"What does {row.doc_id} show of this: a line of it, or is it silent? “{row.text}”"
        place = {"scope": "line", "doc_id": row.doc_id, "line": "1"}
        asked.append({**question("action", row.action_id, f"{row.doc_id} not mentioned later", words), **place})
    return asked


def of_ledger(ledger: pd.DataFrame, items: pd.DataFrame) -> list[dict]:
    """Clauses, commitments and actions counted, marked ones apart from running text; and what later papers show.

    Actions are what asks for something; one with two showings counts once in each, so those counts may sum to more.
    """
    if ledger.empty:
        return []
    once = ledger.drop_duplicates("action_id")
    marked, actions = once[once["where"] == "marked"], once[once["asks"] == "to do"]
    about = {"searched": cited(once["cites"]), "by": "action_id", "unit": "clauses"}
    groups = {
        "clauses_marked": marked,
        "clauses_plain": once[once["where"] == "plain"],
        "commitments": once[once["where"] == "running text"],
        "not_judged": once[once["asks"] == "not judged"],
        "actions": actions,
    }
    parts = {
        "clauses_ask": (marked[marked["asks"] == "to do"], len(marked)),
        "clauses_for_decision": (marked[marked["asks"] == "for decision only"], len(marked)),
        "actions_with_owner": (actions[actions["owners"] != ""], len(actions)),
        "actions_with_date": (actions[actions["due_to"] != ""], len(actions)),
    }
    rows = [counted(name, some, **about) for name, some in groups.items()]
    rows += [counted(name, some, of=of, **about) for name, (some, of) in parts.items()]
    for shows in SHOWS:
        rows.append(counted("actions_shown", ledger[ledger["shows"] == shows], of=len(actions), subject=shows, **about))
    titled = marked[marked["item_id"].isin(items["item_id"])]
    return rows + [counted("clauses_of", mine, subject=item, **about) for item, mine in titled.groupby("item_id")]
