"""How long until a later paper shows follow-up: Kaplan-Meier, for the papers end before most actions do."""

from __future__ import annotations

import warnings
from math import isnan

import pandas as pd
from scipy import stats

from leadnet.measures.as_at import noted
from leadnet.measures.pace import FOLLOWED
from leadnet.measures.progress import days
from leadnet.study import cited, counted, finding

HORIZONS = (30, 91, 182, 365, 730)  # days at which the share is said, and at the last day watched
SAYS = {
    "followed_within": "Within {subject} days a later paper shows follow-up of an estimated share of {value} of the "
    "actions watched ({low} to {high}), {note}.",
    "followed_within_bare": "Within {subject} days a later paper shows follow-up of an estimated share of {value} of "
    "the actions watched; the record allows no interval, {note}.",
    "days_to_follow_up": "Half of the actions watched have follow-up shown within {value:day|days}, {note}.",
    "half_not_reached": "Watched for {value:day|days}, fewer than half of the actions have follow-up shown, {note}.",
    "follow_up_time_missing": "No time to first follow-up can be given of {value:action|actions}: no later paper with "
    "a date was looked at for them, {note}.",
}


def watched(ledger: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Each action a dated later paper was looked at for: action_id, days, shown (True or False), cites.

    Days run from the action's own paper to the first later one that shows follow-up (shown), or to the last one that is
    silent (not shown: the watch ends there, not at today). A paper nobody has looked at ends the watch before it.
    """
    dates = {row.doc_id: row.date for row in sources.itertuples() if row.date}
    actions = ledger[(ledger["asks"] == "to do") & ledger["doc_id"].isin(list(dates))]
    rows = []
    for action_id, mine in actions.groupby("action_id", sort=True):
        start = dates.get(action_id.rsplit(":", 2)[0], "")
        seen = mine.assign(on=mine["doc_id"].map(dates)).sort_values(["on", "doc_id"])
        ends = min(seen.loc[seen["shows"] == "not judged", "on"], default="9999")
        seen = seen[seen["on"] < ends]
        first = seen[seen["shows"].isin(FOLLOWED)].head(1)
        last = first if len(first) else seen.tail(1)
        if start and len(last):
            spell = {"days": days(start, last["on"].iloc[0]), "shown": bool(len(first))}
            rows.append({"action_id": action_id, **spell, "cites": cited(last["cites"])})
    return pd.DataFrame(rows, columns=["action_id", "days", "shown", "cites"])


def of_time(ledger: pd.DataFrame, sources: pd.DataFrame, as_at: str = "") -> list[dict]:
    """Share of the actions watched with follow-up shown within so many days, 0 to 1, and the day half of them have it.

    Kaplan and Meier 1958: 1 - ∏ (1 - shown on day t / still watched on day t); the interval is the log-log one of
    Greenwood's variance at 95 in a hundred, and blank where the record gives none. Subject: the days.
    """
    actions = ledger[ledger["asks"] == "to do"].drop_duplicates("action_id")
    spells = watched(ledger, sources)
    without = actions[~actions["action_id"].isin(spells["action_id"])]
    note = {"note": noted(as_at)}
    rows = [counted("follow_up_time_missing", without, "sources.csv", unit="clauses", **note)] if len(without) else []
    return rows + (_estimated(spells, note) if len(spells) else [])


def _estimated(spells: pd.DataFrame, note: dict[str, str]) -> list[dict]:
    shown, silent = (spells.loc[spells["shown"] == way, "days"].to_list() for way in (True, False))
    left = stats.ecdf(stats.CensoredData(uncensored=shown, right=silent)).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # where nobody, or everybody, is left there is no interval
        ends = left.confidence_interval(method="log-log")
    first, last = min(shown, default=0), int(spells["days"].max())
    about = {"cites": cited(spells["cites"]), "of": len(spells), **note}
    rows = []
    for day in sorted({*(at for at in HORIZONS if first <= at < last), last}):
        low, high = (1 - float(end.evaluate(day)) for end in (ends.high, ends.low))
        bare = isnan(low) or isnan(high)
        span = {} if bare else {"low": low, "high": high, "range": "kaplan-meier 95"}
        name, n = f"followed_within{'_bare' * bare}", int((spells["shown"] & (spells["days"] <= day)).sum())
        more = {**about, **span, "subject": str(day), "unit": "share", "n": n}
        rows.append(finding(name, 1 - float(left.evaluate(day)), **more))
    half = [int(day) for day, share in zip(left.quantiles, left.probabilities, strict=True) if share <= 0.5]
    about |= {"unit": "days", "n": len(shown)}
    name, value = ("days_to_follow_up", half[0]) if half else ("half_not_reached", last)
    return [*rows, finding(name, value, **about)]
