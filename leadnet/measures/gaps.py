"""What stands in the way of counting: minutes without a date, two meetings of a day, organisations without a tier."""

from __future__ import annotations

import pandas as pd

from leadnet.measures.grid import columns_of
from leadnet.study import cited, counted, finding

SAYS = {
    "minutes_undated": "{value:meeting|meetings} of {subject} with minutes and without a date: in no window and not in "
    "the Grid.",
    "meetings_same_day": "{subject} has {value:meeting|meetings} with minutes on {since}; each counts.",
    "organisations_without_tier": "{n_of} organisations have no tier in organisations.csv and stand in no pair of "
    "tiers.",
}


def gaps(coverage: pd.DataFrame, grid: pd.DataFrame, organisations: pd.DataFrame) -> list[dict]:
    """Minutes without a date (subject body); two or more meetings of a body with minutes on one day (subject body,
    since the day), which count apart unless the rule without_meetings leaves one out; organisations of the Grid without
    a tier in organisations.csv. Nothing is told where there is none.
    """
    minuted = coverage[coverage["known_by"] == "minutes"]
    rows = []
    for body_id, mine in minuted[minuted["date"] == ""].groupby("body_id", sort=True):
        note = "give the meeting its date in corrections.csv"
        rows.append(counted("minutes_undated", mine, "", subject=body_id, unit="meetings", note=note))
    dated = columns_of(coverage)
    for (body_id, day), mine in dated[dated["known_by"] == "minutes"].groupby(["body_id", "date"], sort=True):
        if len(mine) > 1:
            which = " or ".join(mine["meeting_id"])
            note = f"if they are one, leave {which} out by the rule without_meetings"
            about = {"subject": body_id, "since": day, "until": day, "unit": "meetings", "note": note}
            rows.append(counted("meetings_same_day", mine, "", **about))
    return rows + _without_tier(grid, organisations)


def _without_tier(grid: pd.DataFrame, organisations: pd.DataFrame) -> list[dict]:
    shown = organisations[organisations["org_id"].isin(grid["org_id"])]
    blank = shown.loc[shown["tier"] == "", "org_id"]
    if blank.empty:
        return []
    about = {"unit": "organisations", "n": len(blank), "of": len(shown), "note": "fill the column tier; none is a tier"}
    return [finding("organisations_without_tier", len(blank), cited("organisations.csv#" + blank), **about)]
