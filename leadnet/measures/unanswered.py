"""Entries of attendance lists whose organisation is an open question: they may be its own, and nobody has said."""

from __future__ import annotations

import pandas as pd

from leadnet.study import cited, split

_COLUMNS = ["org_id", "meeting_id", "cites"]


def unanswered(
    asked: pd.DataFrame, attendance: pd.DataFrame, mentions: pd.DataFrame, links: pd.DataFrame
) -> pd.DataFrame:
    """For each organisation an open question might mean: the meetings with such an entry in their list, and its lines.

    Columns org_id, meeting_id, cites; one row an organisation and meeting. `asked` are questions; what their `right`
    names is what a print may be, in their own paper where the scope is that, else in every one.
    """
    printed = dict(zip(mentions["mention_id"], mentions["printed"], strict=True))
    may: dict[tuple[str, str], list[str]] = {}
    for row in asked[(asked["kind"] == "organisation") & (asked["right"] != "")].itertuples():
        at = ("" if row.scope == "study" else row.doc_id, printed.get(row.mention, row.left))
        may.setdefault(at, []).extend(split(row.right))
    known = links.loc[links["kind"] == "organisation", "mention_id"]
    loose = mentions[(mentions["kind"] == "organisation") & ~mentions["mention_id"].isin(known)]
    places = set(zip(loose["doc_id"], loose["line"], loose["printed"], strict=True))
    rows = [
        {"org_id": org, "meeting_id": entry.meeting_id, "cites": f"{entry.doc_id}:{entry.line}"}
        for entry in attendance.itertuples()
        for name in split(entry.organisations)
        if may and (entry.doc_id, entry.line, name) in places
        for org in (*may.get(("", name), ()), *may.get((entry.doc_id, name), ()))
    ]
    found = pd.DataFrame(rows, columns=_COLUMNS)
    return found.groupby(["org_id", "meeting_id"], as_index=False)["cites"].agg(cited) if rows else found
