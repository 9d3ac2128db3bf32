"""What does not add up in the ledger, shown and not swallowed: days before the meeting, owners nobody has listed."""

from __future__ import annotations

import pandas as pd

from leadnet.study import cited, counted, split

SAYS = {
    "due_before_meeting": "Due before the day of the paper that asks: {n_of} dated actions (a misprinted day is put "
    "right in corrections.csv).",
    "due_not_placed": "With a date whose day could not be told: {n_of} actions (due_to is given in corrections.csv).",
    "owners_not_listed": "Named as owner and in no row of the register: {n_of} people and organisations (each is added "
    "there, or answered for in judgements.csv).",
}


def of_dates(ledger: pd.DataFrame, sources: pd.DataFrame) -> list[dict]:
    """Dated actions due before their own paper's date, and actions whose printed date gave no day."""
    actions = ledger[ledger["asks"] == "to do"].drop_duplicates("action_id")
    if actions.empty:
        return []
    dates = dict(zip(sources["doc_id"], sources["date"], strict=True))
    dated = actions[actions["due_to"] != ""]
    asked_on = dated["action_id"].str.rsplit(":", n=2).str[0].map(dates).fillna("")
    unplaced = actions[(actions["due_kind"] == "absolute") & (actions["due_to"] == "")]
    about = {"searched": cited(actions["cites"]), "by": "action_id", "unit": "clauses"}
    found = {
        "due_before_meeting": (dated[dated["due_to"] < asked_on], len(dated)),
        "due_not_placed": (unplaced, len(actions)),
    }
    return [counted(name, some, of=of, **about) for name, (some, of) in found.items()]


def of_owners(
    ledger: pd.DataFrame, mentions: pd.DataFrame | None = None, links: pd.DataFrame | None = None
) -> list[dict]:
    """People and organisations named as owners of which no mention is linked with the register, each once.

    Initials are listed where a linked name of their own paper has them. A post or a collective has no row of its own
    and is left out. [] where the names were not handed in.
    """
    if mentions is None or links is None:
        return []
    named = owners(ledger)
    named = named[named["kind"].isin(["person", "organisation"])]
    if named.empty:
        return []
    known = mentions[mentions["mention_id"].isin(links["mention_id"])]
    printed = set(known["printed"])
    initials = {(row.doc_id, "".join(word[0] for word in row.printed.split())) for row in known.itertuples()}
    listed = [row.owner in printed or (row.doc_id, row.owner) in initials for row in named.itertuples()]
    unknown = named[[not found for found in listed]]
    about = {"by": "owner", "of": named["owner"].nunique(), "unit": "owners"}
    return [counted("owners_not_listed", unknown, cited(named["cites"]), **about)]


def owners(ledger: pd.DataFrame) -> pd.DataFrame:
    """The owners of actions, a row each: action_id, owner (as printed), kind, doc_id, cites."""
    actions = ledger[ledger["asks"] == "to do"].drop_duplicates("action_id")
    rows = [
        {"action_id": row.action_id, "owner": owner, "kind": kind, "doc_id": row.action_id.rsplit(":", 2)[0]}
        | {"cites": row.action_id.rpartition(":")[0]}
        for row in actions.itertuples()
        for owner, kind in zip(split(row.owners), split(row.owner_kind), strict=True)
    ]
    return pd.DataFrame(rows, columns=["action_id", "owner", "kind", "doc_id", "cites"], dtype="str")
