"""Is the project moving: its stages as planned, restated and shown done, each date an interval from the words."""

from __future__ import annotations

from datetime import date

import pandas as pd

from leadnet.measures.as_at import noted
from leadnet.study import cited, counted, finding

SAYS = {
    "stage_slip": "{subject}, {other}: restated from {low} to {high} days later than first planned.",
    "stage_done_after": "{subject}, {other}: shown done from {low} to {high} days after the first plan.",
    "aim_moved": "{subject}, {other}: the day to be finished by was moved by {value:day|days}.",
    "days_left": "{subject}: {value:day|days} from {other} to the date it aims at.",
    "stages_aimed": "{subject}: {value:stage|stages} to be finished by {other}.",
    "stages_named": "{subject}: {value:stage|stages} named.",
    "stages_shown_done": "{subject}: {n_of} stages shown done by a paper held, {note}.",
    "stage_stated_twice": "{subject}, {other}: one paper states it {value} ways; {note}.",
    "authorities_to_meet": "{subject}: the councils meant by its words are from {low} to {high} councils.",
}
EVERY_COUNCIL = r"\b(?:each|every|all)(?: the)? (?:local authorit|council)"


def stages_of(stages: pd.DataFrame, as_at: str = "") -> list[dict]:
    """Stages named and shown done of each project, and those with only a latest day, by that day.

    Subject: the project; other: the day aimed at.
    """
    rows = []
    for project_id, mine in with_cites(stages).groupby("project_id", sort=True):
        about = {"searched": cited(mine["cites"]), "by": "stage_id", "subject": project_id, "unit": "stages"}
        named, done = mine["stage_id"].nunique(), mine[mine["state"] == "actual"]
        rows += [
            counted("stages_named", mine, **about),
            counted("stages_shown_done", done, of=named, note=noted(as_at), **about),
        ]
        aimed = _aimed(mine)
        rows += [counted("stages_aimed", each, other=day, **about) for day, each in aimed.groupby("to", sort=True)]
    return rows


def slip(stages: pd.DataFrame, sources: pd.DataFrame | None = None) -> list[dict]:
    """Days from the first plan of a stage to its last restatement and to its being shown done, as intervals: the words
    allow no single day. Where they only give a day to be finished by, the days that day was moved by.

    low = earliest day of the later statement - latest planned; high = latest day of it - earliest planned; may be
    below zero. Subject project, other stage. A paper that states a stage twice counts with the span of both. Papers
    stand in the order of their dates in `sources`, else in that of the rows.
    """
    rows = []
    for _, mine in _in_order(stages, sources).groupby(["project_id", "stage_id"], sort=True):
        stated = {state: _by_paper(mine[mine["state"] == state]) for state in ("planned", "restated", "actual")}
        if stated["planned"].empty:
            continue
        first = stated["planned"].iloc[0].to_dict()
        for measure, state in (("stage_slip", "restated"), ("stage_done_after", "actual")):
            if len(stated[state]):
                rows += _moved(measure, first, stated[state].iloc[-1].to_dict())
    return rows


def _in_order(stages: pd.DataFrame, sources: pd.DataFrame | None) -> pd.DataFrame:
    kept = with_cites(stages)
    if sources is None:
        return kept
    dates = dict(zip(sources["doc_id"], sources["date"], strict=True))
    return kept.assign(on=kept["doc_id"].map(dates).fillna("")).sort_values("on", kind="stable")


def _by_paper(stated: pd.DataFrame) -> pd.DataFrame:
    """One row a paper, in the order given: the span of all it says of the stage."""
    spans = {
        "project_id": ("project_id", "first"),
        "stage_id": ("stage_id", "first"),
        "from": ("from", "min"),
        "to": ("to", "max"),
        "cites": ("cites", cited),
    }
    return stated.groupby("doc_id", sort=False).agg(**spans)


def _moved(measure: str, first: dict, last: dict) -> list[dict]:
    """The finding of one stage stated again; none where the words of either give no days."""
    about = {"subject": first["project_id"], "other": first["stage_id"], "unit": "days"}
    cites = cited([first["cites"], last["cites"]])
    if first["from"] and first["to"] and last["from"] and last["to"]:
        span = {"low": days(first["to"], last["from"]), "high": days(first["from"], last["to"]), "range": "dates"}
        return [finding(measure, None, cites, **about, **span)]
    if measure == "stage_slip" and first["to"] and last["to"]:
        return [finding("aim_moved", days(first["to"], last["to"]), cites, **about)]
    return []


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
    aimed = _aimed(with_cites(stages))
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


def stated_twice(stages: pd.DataFrame) -> list[dict]:
    """Stages of which one paper gives two different times in one state. Subject project/stage, other the paper.

    Nothing is chosen between them: the span of both is used, and a person says in stages.csv which holds.
    """
    key = ["project_id", "stage_id", "doc_id", "state"]
    rows = []
    for (project_id, stage_id, doc_id, state), mine in with_cites(stages).groupby(key, sort=True):
        ways = mine.drop_duplicates(["from", "to"])
        if len(ways) > 1 and not mine["org_id"].any():
            note = f"{state}: the span of both is used until one row of stages.csv is taken out"
            about = {"subject": project_id, "other": f"{stage_id}/{doc_id}", "unit": "statements", "note": note}
            rows.append(counted("stage_stated_twice", ways, "stages.csv", **about))
    return rows


def authorities_meant(stages: pd.DataFrame, councils: pd.DataFrame) -> list[dict]:
    """How many councils “each local authority” may mean: the county with its districts, up to those with the
    neighbouring councils that were once its districts. One row for each stage whose words say so; value blank.
    """
    if councils.empty:
        return []
    last = councils[councils["date"] == councils["date"].max()].drop_duplicates("org_id")
    near = last[last["role"] == "neighbour"]
    low, high = len(last) - len(near), len(last)
    steps = "".join(f"; {low + at} with {name}" for at, name in enumerate(near["name"], start=1))
    rows = with_cites(stages[stages["as_printed"].str.contains(EVERY_COUNCIL, case=False)])
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
            note=f"the paper does not say which councils it means: {low} in the county and its districts{steps}",
        )
        for row in rows.drop_duplicates(["project_id", "stage_id"]).itertuples()
    ]


def _aimed(stages: pd.DataFrame) -> pd.DataFrame:
    """What has a day to be finished by and no first day."""
    return stages[(stages["to"] != "") & (stages["from"] == "") & (stages["state"] != "actual")]


def with_cites(stages: pd.DataFrame) -> pd.DataFrame:
    """Rows with the line each stands in, as a cite."""
    return stages.assign(cites=stages["doc_id"] + ":" + stages["line"])
