"""Is the project moving: stages as planned and restated, the time left, and the ledger of decisions and commitments."""

from __future__ import annotations

from datetime import date

import pandas as pd

from leadnet.study import cited, counted, finding

SAYS = {
    "stage_slip": "{subject}, {other}: restated from {low} to {high} days later than first planned.",
    "days_left": "{subject}: {value:day|days} from {other} to the date it aims at.",
    "stages_aimed": "{subject}: {value:stage|stages} to be finished by {other}.",
    "stages_named": "{subject}: {value:stage|stages} named.",
    "stages_shown_done": "{subject}: {n_of} stages shown done by a paper held.",
    "authorities_to_meet": "{subject}: the councils meant by its words are from {low} to {high} councils.",
}


_EVERY_COUNCIL = r"\b(?:each|every|all)(?: the)? (?:local authorit|council)"


def stages_of(stages: pd.DataFrame) -> list[dict]:
    """Stages named and shown done of each project, and those with only a latest day, by that day.

    Subject: the project; other: the day aimed at.
    """
    rows = []
    for project_id, mine in _cited(stages).groupby("project_id", sort=True):
        about = {"searched": cited(mine["cites"]), "by": "stage_id", "subject": project_id, "unit": "stages"}
        named = mine["stage_id"].nunique()
        rows += [
            counted("stages_named", mine, **about),
            counted("stages_shown_done", mine[mine["state"] == "actual"], of=named, **about),
        ]
        aimed = mine[(mine["to"] != "") & (mine["from"] == "") & (mine["state"] != "actual")]
        rows += [counted("stages_aimed", each, other=day, **about) for day, each in aimed.groupby("to", sort=True)]
    return rows


def slip(stages: pd.DataFrame) -> list[dict]:
    """Days from the first plan of a stage to its last restatement, as an interval: the words allow no single day.

    low = earliest restated - latest planned; high = latest restated - earliest planned. Subject project/stage.
    """
    rows = []
    for (project_id, stage_id), mine in _cited(stages).groupby(["project_id", "stage_id"], sort=True):
        planned, restated = mine[mine["state"] == "planned"], mine[mine["state"] == "restated"]
        dated = [each[(each["from"] != "") & (each["to"] != "")] for each in (planned, restated)]
        if dated[0].empty or dated[1].empty:
            continue
        first, last = dated[0].iloc[0], dated[1].iloc[-1]
        rows.append(
            finding(
                "stage_slip",
                None,
                cited([first["cites"], last["cites"]]),
                subject=project_id,
                other=stage_id,
                unit="days",
                low=days(first["to"], last["from"]),
                high=days(first["from"], last["to"]),
                range="dates",
            )
        )
    return rows


def days(start: str, end: str) -> int:
    """Days from one ISO date to another; negative when the second is earlier.

    >>> days("2008-01-22", "2008-03-31")
    69
    """
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def time_left(stages: pd.DataFrame, sources: pd.DataFrame) -> list[dict]:
    """Days from the date of the paper that states them to the date the stages aim at. Subject project, other
    the paper.
    """
    dates = dict(zip(sources["doc_id"], sources["date"], strict=True))
    aimed = _cited(stages[(stages["to"] != "") & (stages["from"] == "") & (stages["state"] != "actual")])
    aimed = aimed[aimed["doc_id"].map(dates).fillna("") != ""]
    return [
        finding(
            "days_left",
            days(dates[doc_id], to),
            cited(mine["cites"]),
            subject=project_id,
            other=doc_id,
            unit="days",
            n=mine["stage_id"].nunique(),
            since=dates[doc_id],
            until=to,
        )
        for (project_id, doc_id, to), mine in aimed.groupby(["project_id", "doc_id", "to"], sort=True)
    ]


def authorities_meant(stages: pd.DataFrame, councils: pd.DataFrame) -> list[dict]:
    """How many councils “each local authority” may mean: the county with its districts, up to those with the
    neighbouring councils that were once its districts. One row for each stage whose words say so; value blank.
    """
    if councils.empty:
        return []
    last = councils[councils["date"] == councils["date"].max()].drop_duplicates("org_id")
    low, high = int((last["role"] != "neighbour").sum()), len(last)
    rows = _cited(stages[stages["as_printed"].str.contains(_EVERY_COUNCIL, case=False)])
    return [
        finding(
            "authorities_to_meet",
            None,
            cited([row.cites, *last["cites"]]),
            subject=row.project_id,
            other=row.stage_id,
            unit="organisations",
            low=low,
            high=high,
            range="dates",
            note="the paper does not say which councils it means",
        )
        for row in rows.itertuples()
    ]


def _cited(stages: pd.DataFrame) -> pd.DataFrame:
    return stages.assign(cites=stages["doc_id"] + ":" + stages["line"])
