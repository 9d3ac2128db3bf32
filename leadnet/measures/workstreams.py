"""Joint work: which organisations the papers name in which workstream, and where they name none."""

from __future__ import annotations

import pandas as pd

from leadnet.study import cited, finding

SAYS = {
    "workstreams": "The papers name {value:workstream|workstreams}.",
    "workstreams_without_partner": "No partner is named in {n_of} workstreams.",
    "workstream_partners": "{subject}: {value:organisation|organisations} named.",
    "workstreams_of": "{subject} is named in {n_of} workstreams.",
    "workstreams_with_districts": "A district of the county is named in {n_of} workstreams.",
}


def by_organisation(workstreams: pd.DataFrame, councils: pd.DataFrame) -> list[dict]:
    """Workstreams in all, those with no named partner, partners of each, and those of each organisation.

    An organisation that is only `to be told` is named, and is no partner. Rows in state proposed do not count.
    """
    kept = workstreams[workstreams["state"] != "proposed"]
    if kept.empty:
        return []
    kept = kept.assign(cites=kept["doc_id"] + ":" + kept["line"])
    every, of = cited(kept["cites"]), kept["workstream_id"].nunique()
    partners = kept[(kept["org_id"] != "") & (kept["part"] != "to be told")]
    without = kept[~kept["workstream_id"].isin(partners["workstream_id"])]
    districts = partners[partners["org_id"].isin(councils.loc[councils["role"] == "district", "org_id"])]
    rows = [finding("workstreams", of, every, unit="workstreams", n=of)]
    rows += [
        _some(name, which, every, of)
        for name, which in (("workstreams_without_partner", without), ("workstreams_with_districts", districts))
    ]
    for workstream_id, lines in kept.groupby("workstream_id", sort=True):
        n = partners.loc[partners["workstream_id"] == workstream_id, "org_id"].nunique()
        rows.append(
            finding("workstream_partners", n, cited(lines["cites"]), subject=workstream_id, unit="organisations", n=n)
        )
    return rows + [
        _some("workstreams_of", mine, every, of, subject=org) for org, mine in partners.groupby("org_id", sort=True)
    ]


def _some(measure: str, rows: pd.DataFrame, every: str, of: int, subject: str = "") -> dict:
    n = rows["workstream_id"].nunique()
    return finding(measure, n, cited(rows["cites"]) or every, subject=subject, unit="workstreams", n=n, of=of)
