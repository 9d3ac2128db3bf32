"""The Ledger: every decision and commitment, what it is, and what later papers show of it. Silence is not failure."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from leadnet.measures.as_at import noted
from leadnet.measures.clauses import due_kind, owner_kinds, sort_of
from leadnet.measures.later import SAME, Later, faulty_showings, follow_up, later
from leadnet.measures.logs import repeated_clauses
from leadnet.study import cited, counted, question, split
from leadnet.study.schema import LEDGER, SHOWS

__all__ = ["faulty_showings", "ledger", "of_ledger", "questions", "side_by_side"]

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
    "actions_shown": "{subject}: {n_of} actions, {note}.",
    "clauses_of": "{subject}: {value:clause|clauses} under a marker.",
}
_VERDICTS = {"same": "to do", "different": "for decision only", "unsure": "not judged"}


def ledger(
    decisions: pd.DataFrame,
    items: pd.DataFrame,
    judgements: pd.DataFrame,
    workstreams: pd.DataFrame,
    sources: pd.DataFrame,
    lines: pd.DataFrame,
    mentions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The Ledger table. A person's answers decide which clauses ask and which later line shows what; a commitment that
    was answered `different` is none and is left out; one nobody answered stands as `not judged`.

    A clause a person calls the `same action` as an earlier one is no row: the earlier one's rows cite its line. The
    names in `mentions` tell an organisation that owns an action from a person; without them the words alone do.
    """
    about = judgements[judgements["kind"] == "action"]
    asks = {row.left: _VERDICTS[row.verdict] for row in about[about["right"] == "asks"].itertuples()}
    repeats = _repeats(about)
    held = later(items, judgements, workstreams, sources, lines)
    named, may = _named(mentions), repeated_clauses(decisions, sources)
    rows = []
    for clause in decisions.itertuples():
        said = asks.get(clause.decision_id, "not judged")
        again = {each for mine in repeats.values() for each in mine}
        if clause.decision_id in again or (clause.kind == "commitment" and said == "for decision only"):
            continue
        shown = follow_up(clause, held) if said == "to do" else [_may_repeat(clause, said, may, held)]
        lines_ = [each.rpartition(":")[0] for each in (clause.decision_id, *repeats.get(clause.decision_id, ()))]
        row = _row(clause, said, named.get(clause.doc_id, {}))
        rows += [row | {**each, "cites": cited([*lines_, each.get("cites", "")])} for each in shown]
    return LEDGER.frame(rows)


def _repeats(about: pd.DataFrame) -> dict[str, list[str]]:
    """An action -> the later clauses that repeat it, by a person's answers."""
    same = about[about["right"].str.endswith(f" {SAME}") & (about["verdict"] == "same")]
    return same.assign(of=same["right"].str.removesuffix(f" {SAME}")).groupby("of")["left"].agg(list).to_dict()


def _may_repeat(clause: object, said: str, may: Mapping[str, tuple[str, str]], held: Later) -> dict[str, str]:
    """Of a row of an action log nobody has judged: the clause it may repeat, unless a person denied it."""
    earlier, because = may.get(clause.decision_id, ("", ""))
    if said != "not judged" or not earlier or (clause.decision_id, earlier) in held.denied:
        return {}
    return {"suggested": earlier, "because": because}


def _named(mentions: pd.DataFrame | None) -> dict[str, dict[str, str]]:
    """Paper -> printed name -> whether its own mentions have it as a person or an organisation."""
    if mentions is None:
        return {}
    told = mentions[mentions["kind"].isin(["person", "organisation"])]
    return {doc: dict(zip(mine["printed"], mine["kind"], strict=True)) for doc, mine in told.groupby("doc_id")}


def _row(clause: object, asks: str, named: Mapping[str, str]) -> dict:
    where = "running text" if clause.kind == "commitment" else "marked" if clause.marked == "capitals" else "plain"
    return {
        "action_id": clause.decision_id,
        "item_id": clause.item_id,
        "where": where,
        "asks": asks,
        "sort": sort_of(clause.text, clause.kind, asks),
        "text": clause.text,
        "owners": clause.owners,
        "owner_kind": owner_kinds(clause.owners, named),
        "due_from": clause.due_from,
        "due_to": clause.due_to,
        "due_printed": clause.due_printed,
        "due_kind": due_kind(clause.due_printed),
    }


def questions(decisions: pd.DataFrame, ledger: pd.DataFrame) -> list[dict]:
    """What code asks about clauses: does this ask somebody to do something, is it an earlier action in other words, and
    does a later paper speak of it?
    """
    asked = [
        {
            **question("action", row.decision_id, "asks", f"Does this ask somebody to do something? “{row.text}”"),
            "scope": "line",
            "doc_id": row.doc_id,
            "line": row.line,
            "for_": "the words ask" if row.asks == "yes" else "",
            "against": "" if row.asks == "yes" else "the words do not ask",
        }
        for row in decisions[decisions["decision_id"].isin(ledger["action_id"])].itertuples()
    ]
    for row in ledger[ledger["shows"] == "not judged"].itertuples():
        asked.append(_shows_what(row))
    repeats = ledger[(ledger["shows"] == "") & (ledger["suggested"] != "")]
    return asked + [_same_action(row) for row in repeats.itertuples()]


def _shows_what(row: object) -> dict:
    """The question about a later paper nobody has looked at for an action, the likeliest line's answers first."""
    words = f"What does {row.doc_id} show of this: a line of it, or is it silent? “{row.text}”"
    likely = split(row.suggested)[:1]
    right = [f"{cite} {shows}" for cite in likely for shows in SHOWS[:4]] + [f"{row.doc_id} not mentioned later"]
    line = likely[0].rpartition(":")[2] if likely else "1"
    place = {"scope": "line", "doc_id": row.doc_id, "line": line, "for_": row.because}
    return {**question("action", row.action_id, " | ".join(right), words), **place}


def _same_action(row: object) -> dict:
    """The question about a row of an action log: is it a clause of the minutes, told in other words? The clause's own
    words are left out, for its paper may be closed where the log is not.
    """
    words = f"Is this the action at {row.suggested}, in other words? “{row.text}”"
    doc_id, line, _ = row.action_id.rsplit(":", 2)
    place = {"scope": "line", "doc_id": doc_id, "line": line, "for_": row.because}
    return {**question("action", row.action_id, f"{row.suggested} {SAME}", words), **place}


def side_by_side(ledger: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """What was asked beside the later line that bears on it: action_id, text, shows, doc_id, line, later_text.

    One row a showing that has a line; `texts` gives a line's text by `doc:line`, as `Built.texts` does.
    """
    shown = ledger[ledger["line"] != ""].reset_index(drop=True)
    later_text = [texts[f"{row.doc_id}:{row.line}"] for row in shown.itertuples()]
    return shown[["action_id", "text", "shows", "doc_id", "line"]].assign(later_text=pd.Series(later_text, dtype="str"))


def of_ledger(ledger: pd.DataFrame, items: pd.DataFrame, as_at: str = "") -> list[dict]:
    """Clauses, commitments and actions counted, marked ones apart from running text; and what later papers show.

    Actions are what asks for something; one with two showings counts once in each, so those counts may sum to more.
    `not mentioned later` counts only those of which no later paper shows anything: silence after an action was shown
    done is none.
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
    shown = ledger.loc[ledger["shows"].isin(SHOWS[:4]), "action_id"]
    for shows in SHOWS:
        mine = ledger[ledger["shows"] == shows]
        mine = mine[~mine["action_id"].isin(shown)] if shows == "not mentioned later" else mine
        rows.append(counted("actions_shown", mine, of=len(actions), subject=shows, note=noted(as_at), **about))
    titled = marked[marked["item_id"].isin(items["item_id"])]
    return rows + [counted("clauses_of", mine, subject=item, **about) for item, mine in titled.groupby("item_id")]
