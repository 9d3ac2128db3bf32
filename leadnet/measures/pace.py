"""Rates of the ledger with honesty: owner and date, follow-up among what could have any, age, opened and closed."""

from __future__ import annotations

from statistics import median

import pandas as pd

from leadnet.measures.as_at import noted, taken_up_to
from leadnet.measures.progress import days
from leadnet.study import cited, counted, finding, split
from leadnet.study.schema import DUE_KINDS, SHOWS, SORTS

FOLLOWED = SHOWS[:4]
OWNERS = ("person", "post", "organisation", "collective")
SAYS = {
    "clauses_are": "{subject}: {n_of} judged clauses and commitments.",
    "actions_owned_by": "Put to a {subject}: {n_of} actions.",
    "actions_due": "Date {subject}: {n_of} actions.",
    "actions_with_owner_and_date": "Naming both who is to act and by when: {n_of} actions.",
    "actions_followable": "With a later paper on the matter held: {n_of} actions, {note}.",
    "actions_followed": "With follow-up shown, among those that could have any: {n_of} actions, {note}.",
    "actions_waiting": "Waiting for a person to look at a later paper: {n_of} actions, {note}.",
    "follow_up_missing": "No share with follow-up can be given: no later paper on the matter is held of the "
    "{value:action|actions}, {note}.",
    "oldest_open": "The oldest action not shown done was asked {value:day|days} before, {note}.",
    "median_open": "Half of the actions not shown done were asked {value:day|days} or more before, {note}.",
    "age_missing": "No age can be given of {value:action|actions}: the papers they stand in have no date.",
    "carried_over": "Shown moved by two later papers or more: {n_of} actions, {note}.",
    "actions_opened": "{subject} asks for {value:action|actions}.",
    "actions_closed": "{subject} is the first to show {value:action|actions} done, {note}.",
    "actions_open_after": "Asked for and not yet shown done, after {subject}: {value:action|actions}, {note}.",
}


def of_actions(ledger: pd.DataFrame) -> list[dict]:
    """What clauses are, and whose and due when actions are; an action put to two kinds of owner counts in both."""
    once = ledger.drop_duplicates("action_id")
    judged, actions = once[once["sort"] != ""], once[once["asks"] == "to do"]
    if judged.empty:
        return []
    about = {"searched": cited(judged["cites"]), "by": "action_id", "unit": "clauses"}
    rows = [
        counted("clauses_are", judged[judged["sort"] == sort], of=len(judged), subject=sort, **about) for sort in SORTS
    ]
    kinds = actions["owner_kind"].map(lambda cell: set(split(cell)))
    for kind in OWNERS:
        mine = actions[kinds.map(lambda held, kind=kind: kind in held).astype(bool)]
        rows.append(counted("actions_owned_by", mine, of=len(actions), subject=kind, **about))
    for kind in DUE_KINDS:
        mine = actions[actions["due_kind"] == kind]
        rows.append(counted("actions_due", mine, of=len(actions), subject=kind, **about))
    both = actions[(actions["owners"] != "") & (actions["due_to"] != "")]
    return [*rows, counted("actions_with_owner_and_date", both, of=len(actions), **about)]


def of_follow_up(ledger: pd.DataFrame, as_at: str = "") -> list[dict]:
    """Follow-up among the actions on whose matter a later paper is held; those nobody has looked at are said apart.

    Where no action could have any there is no share, and the finding says what is missing.
    """
    actions = ledger[ledger["asks"] == "to do"]
    if actions.empty:
        return []
    could = actions[actions["shows"] != "no later document held"]
    shown = could[could["shows"].isin(FOLLOWED)]
    waiting = could[(could["shows"] == "not judged") & ~could["action_id"].isin(shown["action_id"])]
    about = {"searched": cited(actions["cites"]), "by": "action_id", "unit": "clauses", "note": noted(as_at)}
    every, of = actions["action_id"].nunique(), could["action_id"].nunique()
    if not of:
        return [counted("follow_up_missing", actions, **about)]
    moved = shown[shown["shows"] == "shown moved"].drop_duplicates(["action_id", "doc_id"])
    again = moved[moved.groupby("action_id")["doc_id"].transform("size") > 1]
    return [
        counted("actions_followable", could, of=every, **about),
        counted("actions_followed", shown, of=of, **about),
        counted("actions_waiting", waiting, of=of, **about),
        counted("carried_over", again, of=of, **about),
    ]


def of_age(ledger: pd.DataFrame, sources: pd.DataFrame, as_at: str = "") -> list[dict]:
    """Days from the paper of each action no paper shows done to the day the record was taken up to: oldest and median.

    Without `as_at` that day is the one of the last dated paper.
    """
    day, dates = taken_up_to(as_at, sources), dict(zip(sources["doc_id"], sources["date"], strict=True))
    actions = _own(ledger[ledger["asks"] == "to do"], dates)
    done = set(actions.loc[actions["shows"] == "shown done", "action_id"])
    left = actions[~actions["action_id"].isin(done)].drop_duplicates("action_id")
    dated, undated = left[left["asked_on"] != ""], left[left["asked_on"] == ""]
    about = {"unit": "clauses", "note": noted(day)}
    rows = [counted("age_missing", undated, "sources.csv", **about)] if len(undated) else []
    if dated.empty:
        return rows
    ages = [days(asked, day) for asked in dated["asked_on"]]
    about = {"cites": cited([*dated["cites"], "study.toml"]), "unit": "days", "n": len(ages), "note": noted(day)}
    return [*rows, finding("oldest_open", max(ages), **about), finding("median_open", median(ages), **about)]


def _own(actions: pd.DataFrame, dates: dict[str, str]) -> pd.DataFrame:
    """Actions with the paper they stand in and its day, "" where it has none."""
    papers = actions["action_id"].str.rsplit(":", n=2).str[0]
    return actions.assign(paper=papers, asked_on=papers.map(dates).fillna(""))


def by_paper(ledger: pd.DataFrame, sources: pd.DataFrame, as_at: str = "") -> list[dict]:
    """Of each dated paper: the actions it asks for, those it is the first to show done, and those open after it.

    Subject: the paper. Only papers that ask or show; `open` is what no paper so far shows done.
    """
    dates = {row.doc_id: row.date for row in sources.itertuples() if row.date}
    actions = _own(ledger[ledger["asks"] == "to do"], dates)
    done = actions[(actions["shows"] == "shown done") & actions["doc_id"].isin(list(dates))]
    done = done.assign(on=done["doc_id"].map(dates)).sort_values(["on", "doc_id"]).drop_duplicates("action_id")
    asked = actions[actions["asked_on"] != ""].drop_duplicates("action_id")
    rows, left = [], asked.iloc[:0]
    for doc in sorted({*asked["paper"], *done["doc_id"]}, key=lambda doc: (dates[doc], doc)):
        opened, closed = asked[asked["paper"] == doc], done[done["doc_id"] == doc]
        left = pd.concat([left, opened])
        left = left[~left["action_id"].isin(closed["action_id"])]
        about = {"searched": f"sources.csv#{doc}", "subject": doc, "unit": "clauses", "note": noted(as_at)}
        rows += [
            counted("actions_opened", opened, **about),
            counted("actions_closed", closed, **about),
            counted("actions_open_after", left, **about),
        ]
    return rows
