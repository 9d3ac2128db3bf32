"""What the network can and cannot say, as findings from the tie table."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from leadnet.study import Rules, cited, counted, finding, heads, shares_item

SAYS = {
    "pairs_met": "{n_of} pairs of organisations in the room met.",
    "pairs_cannot_be_told": "Of {n_of} pairs the record cannot tell whether they meet more or less than by chance.",
    "pairs_more": "{n_of} pairs met more often than their attendance explains.",
    "pairs_less": "{n_of} pairs met less often than their attendance explains.",
    "pairs_less_in_doubt": "Of {n_of} pairs that they met less often would be said by a test that expects every pair "
    "too often where many meetings are small; of these it cannot be told.",
    "people_sharing_item": "{n_of} pairs of people in the room shared an item at {subject}.",
}


def of_ties(ties: pd.DataFrame, rules: Rules) -> list[dict]:
    """Pairs that met, and pairs by verdict, out of all pairs of organisations ever in the room. pairs_less_in_doubt: of
    those that cannot be told the ones the test found (q at most the level) by its own excess; none, no row.
    """
    if ties.empty:
        return []
    groups = {
        "pairs_met": ties["together"] > 0,
        "pairs_cannot_be_told": ties["verdict"] == "cannot be told",
        "pairs_more": ties["verdict"] == "more",
        "pairs_less": ties["verdict"] == "less",
    }
    doubt = groups["pairs_cannot_be_told"] & (ties["q"] <= rules.level)
    groups |= {"pairs_less_in_doubt": doubt} if doubt.any() else {}
    every = cited(ties["cites"])
    return [counted(name, ties[which], every, of=len(ties), unit="pairs") for name, which in groups.items()]


def of_people(there: pd.DataFrame) -> list[dict]:
    """Pairs of people in the room who shared an item, out of all pairs at that meeting. Subject: the meeting."""
    rows = []
    for meeting_id, seats in heads(there).groupby("meeting_id", sort=True):
        pairs = list(combinations(seats["items"], 2))
        shared = sum(shares_item(a, b) for a, b in pairs)
        if pairs:
            rows.append(
                finding(
                    "people_sharing_item",
                    shared,
                    cited(seats["cites"]),
                    subject=meeting_id,
                    unit="pairs",
                    n=shared,
                    of=len(pairs),
                )
            )
    return rows
