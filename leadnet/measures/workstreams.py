"""Joint work: which organisations the papers name in which workstream, and where they name none."""

from __future__ import annotations

import pandas as pd

from leadnet.study import cited, counted

SAYS = {
    "workstreams": "The papers name {value:workstream|workstreams}.",
    "workstreams_without_partner": "No partner is named in {n_of} workstreams.",
    "workstream_partners": "{subject}: {value:organisation|organisations} named.",
    "workstreams_of": "{subject} is named in {n_of} workstreams.",
    "workstreams_with_districts": "A district of the county is named in {n_of} workstreams.",
}


def by_organisation(workstreams: pd.DataFrame, councils: pd.DataFrame) -> list[dict]:
    """Workstreams in all, those with no named partner, partners of each, and those of each organisation.

    An organisation that is only `to be told` is named, and is no partner.
    """
    if workstreams.empty:
        return []
    kept = workstreams.assign(cites=workstreams["doc_id"] + ":" + workstreams["line"])
    every, of = cited(kept["cites"]), kept["workstream_id"].nunique()
    partners = kept[(kept["org_id"] != "") & (kept["part"] != "to be told")]
    without = kept[~kept["workstream_id"].isin(partners["workstream_id"])]
    districts = partners[partners["org_id"].isin(councils.loc[councils["role"] == "district", "org_id"])]
    about = {"searched": every, "by": "workstream_id", "unit": "workstreams"}
    rows = [counted("workstreams", kept, **about)]
    rows += [
        counted(name, which, of=of, **about)
        for name, which in (("workstreams_without_partner", without), ("workstreams_with_districts", districts))
    ]
    for workstream_id, lines in kept.groupby("workstream_id", sort=True):
        mine, every = partners[partners["workstream_id"] == workstream_id], cited(lines["cites"])
        rows.append(
            counted("workstream_partners", mine, every, by="org_id", subject=workstream_id, unit="organisations")
        )
    named = partners.groupby("org_id", sort=True)
    return rows + [counted("workstreams_of", mine, of=of, subject=org, **about) for org, mine in named]
