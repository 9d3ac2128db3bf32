"""Coverage of a staged engagement: which council is recorded at which stage, planned for it, or in no record."""

from __future__ import annotations

import pandas as pd

from leadnet.measures.as_at import noted
from leadnet.measures.progress import EVERY_COUNCIL, with_cites
from leadnet.study import cited, counted

SAYS = {
    "engagement_done": "{subject}, {other}: shown done with {n_of} councils of the area, {note}.",
    "engagement_planned": "{subject}, {other}: planned for {n_of} councils of the area, {note}.",
    "engagement_no_record": "{subject}, {other}: no record of {n_of} councils of the area, {note}.",
}
_COLUMNS = ["project_id", "stage_id", "org_id", "role", "state", "cites"]
_STATES = ("done", "planned", "may be meant", "no record")


def engagement(stages: pd.DataFrame, councils: pd.DataFrame) -> pd.DataFrame:
    """Council by stage of each project whose words set out to see each council: project_id, stage_id, org_id, role,
    state, cites.

    The stages are those first planned in the paper that says so. done: a row of stages.csv with state `actual`, for the
    council or for all; planned: the same, planned or restated; a plan for all covers the county and its districts, and
    a neighbouring council only `may be meant`; no record: neither.
    """
    rows = []
    kept, area = with_cites(stages), councils[councils["date"] == councils["date"].max()].drop_duplicates("org_id")
    each = kept[kept["as_printed"].str.contains(EVERY_COUNCIL, case=False)]
    for project_id, mine in kept[kept["project_id"].isin(each["project_id"])].groupby("project_id", sort=True):
        planned = mine[(mine["state"] == "planned") & mine["doc_id"].isin(each["doc_id"])]
        for stage_id in dict.fromkeys(planned["stage_id"]):
            stated = mine[mine["stage_id"] == stage_id]
            for council in area.itertuples():
                cell = {"project_id": project_id, "stage_id": stage_id, "org_id": council.org_id, "role": council.role}
                rows.append(cell | _cell(stated, council))
    return pd.DataFrame(rows, columns=_COLUMNS)


def _cell(stated: pd.DataFrame, council: object) -> dict[str, str]:
    """State and cites of one council at one stage; a zero cites every statement of the stage."""
    own, whole = stated[stated["org_id"] == council.org_id], stated[stated["org_id"] == ""]
    near = council.role == "neighbour"
    found = {
        "done": pd.concat([own[own["state"] == "actual"], whole[(whole["state"] == "actual") & (not near)]]),
        "planned": pd.concat([own, whole.iloc[: 0 if near else None]]),
        "may be meant": whole,
        "no record": stated,
    }
    state = next(state for state in _STATES if len(found[state]))
    return {"state": state, "cites": cited([*found[state]["cites"], council.cites])}


def of_engagement(stages: pd.DataFrame, councils: pd.DataFrame, as_at: str = "") -> list[dict]:
    """Councils of the area (the county and its districts) by state, out of them. Subject project, other stage."""
    if councils.empty or stages.empty:
        return []
    cells = engagement(stages, councils)
    cells = cells[cells["role"] != "neighbour"]
    rows = []
    for (project_id, stage_id), mine in cells.groupby(["project_id", "stage_id"], sort=True):
        about = {"searched": cited(mine["cites"]), "of": len(mine), "subject": project_id, "other": stage_id}
        about |= {"unit": "organisations", "note": noted(as_at)}
        for state in ("done", "planned", "no record"):
            some = mine[mine["state"] == state]
            rows.append(counted(f"engagement_{state.replace(' ', '_')}", some, **about))
    return rows
