"""Claims: what papers say of one point, side by side; what dates make impossible; what a project's scope takes in."""

from __future__ import annotations

import pandas as pd

from leadnet.measures.progress import with_cites
from leadnet.study import cited, counted, finding

SAYS = {
    "claims_differ": "{subject}: the papers give {value:answer|answers}.",
    "claim_impossible": "{subject}: dates rule out what {other} says; {note}.",
    "scope_named": "{subject}, {other}: {value:element|elements} of its scope named.",
    "scope_added": "{subject}, {other}: {value:element|elements} of scope that no paper before it names so.",
    "scope_not_named": "{subject}, {other}: not named, or not in these words, {value:element|elements} of the scope in "
    "the paper before it.",
}


def disagreements(claims: pd.DataFrame, years: pd.DataFrame | None = None) -> pd.DataFrame:
    """Facts on which papers differ, side by side: the columns of claims.csv, and `impossible`, why dates rule it out.

    `years` gives the first and last year of the organisations facts are put down to (by, start_year, end_year; blank
    where open or not known); without it nothing can be ruled out. Which of the others holds is not for code to say.
    """
    facts = claims[claims["sort"] == "fact"]
    ways = facts.groupby("claim_id")["value"].transform("nunique") if len(facts) else pd.Series(dtype="int64")
    differing = facts[ways > 1].reset_index(drop=True)
    known = {} if years is None else {row.by: (row.start_year, row.end_year) for row in years.itertuples()}
    spells = zip(differing["by"], differing["from"], differing["to"], strict=True)
    why = [ruled_out(by, since, until, *known.get(by, ("", ""))) for by, since, until in spells]
    return differing.assign(impossible=pd.Series(why, dtype="str"))


def ruled_out(by: str, since: str, until: str, start_year: str, end_year: str) -> str:
    """Why an organisation cannot have acted in these days (ISO dates, may be blank); "" where it can, for all we know.

    Only years are known of it, so the year in which it began or ended is never ruled out.

    >>> ruled_out("DCLG", "2005-01-01", "2005-12-31", "2006", "2018")
    'DCLG began in 2006, after 2005'
    """
    late = until or since
    if start_year and late and int(late[:4]) < int(start_year):
        return f"{by} began in {start_year}, after {late[:4]}"
    if end_year and since and int(since[:4]) > int(end_year):
        return f"{by} ended in {end_year}, before {since[:4]}"
    return ""


def of_claims(claims: pd.DataFrame | None = None, years: pd.DataFrame | None = None) -> list[dict]:
    """How many answers the papers give to each point they differ on, and each answer that dates rule out.

    Subject the point, other the paper; the note says why. An impossible answer's value is 1.
    """
    if claims is None:
        return []
    found = with_cites(disagreements(claims, years))
    rows = [
        counted("claims_differ", mine, "claims.csv", by="value", subject=point, unit="claims")
        for point, mine in found.groupby("claim_id", sort=True)
    ]
    barred = found[found["impossible"] != ""].drop_duplicates(["claim_id", "doc_id"])
    return rows + [
        finding(
            "claim_impossible", 1, row.cites, subject=row.claim_id, other=row.doc_id, unit="claims", note=row.impossible
        )
        for row in barred.itertuples()
    ]


def scope(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """What each dated paper calls the scope of a project, and how that differs from the paper before it.

    Columns paper (the one that is looked at), change (named, added: no paper before it names it; not named: the paper
    before it does), then those of claims.csv, of the row that names the element, and cites. Elements are the same when
    claims.csv gives them the same words. What a paper does not name may stand in it in other words, or may still hold.
    """
    dates = dict(zip(sources["doc_id"], sources["date"], strict=True))
    stated = with_cites(claims[claims["sort"] == "scope"])
    stated = stated.assign(on=stated["doc_id"].map(dates).fillna("")).sort_values(["on", "doc_id"], kind="stable")
    found = []
    for _, mine in stated[stated["on"] != ""].groupby("claim_id", sort=True):
        before = mine.iloc[:0]
        for doc_id, named in mine.groupby("doc_id", sort=False):
            ever = set(mine.loc[mine["on"] < named["on"].iloc[0], "value"])
            new = [len(before) > 0 and value not in ever for value in named["value"]]
            change = pd.Series(new, index=named.index).map({True: "added", False: "named"})
            gone = before[~before["value"].isin(named["value"])]
            found += [named.assign(paper=doc_id, change=change), gone.assign(paper=doc_id, change="not named")]
            before = named
    whole = pd.concat(found, ignore_index=True) if found else stated.iloc[:0].assign(paper="", change="")
    return whole[["paper", "change", *claims.columns, "cites"]]


def of_scope(sources: pd.DataFrame, claims: pd.DataFrame | None = None) -> list[dict]:
    """Elements of a project's scope that each dated paper names, adds, and does not name. Subject project, other the
    paper; of the first paper only what it names.
    """
    if claims is None:
        return []
    told, rows = scope(claims, sources), []
    first = told.drop_duplicates("claim_id").set_index("claim_id")["paper"]
    for (project_id, doc_id), mine in told.groupby(["claim_id", "paper"], sort=True):
        groups = {"scope_named": mine[mine["change"] != "not named"]}
        if doc_id != first[project_id]:
            groups["scope_added"] = mine[mine["change"] == "added"]
            groups["scope_not_named"] = mine[mine["change"] == "not named"]
        about = {"searched": cited(mine["cites"]), "by": "value", "subject": project_id, "other": doc_id}
        rows += [counted(name, some, unit="elements", **about) for name, some in groups.items()]
    return rows
