"""The three bands of names: joined, asked, apart, with the reasons and how many stand in each."""

from __future__ import annotations

import pandas as pd

from leadnet.build import Built

_COLUMNS = ["kind", "band", "because", "printed", "ids"]


def bands(built: Built) -> pd.DataFrame:
    """How names came to be who they are: kind, band, because, printed (names as printed), ids (whom they mean).

    joined: linked to an id, by its name in the register, by rule, or by a person's answer. asked: an open question is
    put at it (whatever it is linked to till then), also where a person's organisation is asked and none is printed.
    apart: linked to nothing, or a person met in one form alone.
    """
    names = built.mentions[built.mentions["kind"].isin(["organisation", "person"])]
    links = built.links.rename(columns={"because": "why"})
    found = names.merge(links, on=["mention_id", "kind"], how="left").fillna("")
    asked = built.questions[built.questions["kind"] != "action"]
    at = {(row.kind, row.left) for row in asked.itertuples()} | {("", id) for id in asked["mention"] if id}
    rows = [_banded(row, at) for row in found.itertuples()]
    people = set(names.loc[names["kind"] == "person", "mention_id"])
    seats = asked[(asked["kind"] == "organisation") & asked["left"].isin(people)]
    rows += [("organisation", "asked", "none is printed beside the name", "")] * len(seats)
    table = pd.DataFrame(rows, columns=["kind", "band", "because", "id"], dtype="str")
    counted = table.groupby(["kind", "band", "because"], as_index=False).agg(
        printed=("id", "size"), ids=("id", lambda ids: len({id for id in ids if id}))
    )
    order = counted["band"].map({"joined": 0, "asked": 1, "apart": 2})
    return counted.assign(order=order).sort_values(
        ["kind", "order", "printed", "because"], ascending=[True, True, False, True], ignore_index=True
    )[_COLUMNS]


def _banded(row: object, asked: set[tuple[str, str]]) -> tuple[str, str, str, str]:
    """kind, band, because and id of one name as printed."""
    lefts = (row.printed, f"{row.doc_id}: {row.printed}", row.mention_id, row.id or row.mention_id)
    if ("", row.mention_id) in asked or any((row.kind, left) in asked for left in lefts):
        return row.kind, "asked", "a person is asked", row.id
    if not row.id:
        return row.kind, "apart", "no row of the register answers to it", ""
    if row.why == "as printed":
        return row.kind, "apart", "no other form of the name was found to be this person", row.id
    because = "a person answered" if row.how == "judgement" else row.why
    return row.kind, "joined", because, row.id
