"""Which organisation an unprinted one stood for: that of the seat a person filled or left empty."""

from __future__ import annotations

import pandas as pd

from leadnet.names.met import organisations_at
from leadnet.study import joins, question, split


def infer_organisations(
    attendance: pd.DataFrame, mentions: pd.DataFrame, links: pd.DataFrame, judgements: pd.DataFrame
) -> tuple[list[dict], list[dict]]:
    """For an apology with no organisation printed: its substitute's at that meeting, where there is just one; else ask.

    The link is of kind organisation on the person's mention, so that presence can mark it as inferred.
    """
    inferred, asked = [], []
    answers = joins(judgements, "organisation")
    ids = organisations_at(mentions, links)
    by_place = {
        (row.doc_id, row.line, row.printed): row.mention_id for row in mentions.itertuples() if row.kind == "person"
    }
    substitutes = {(row.meeting_id, row.on_behalf_of): row for row in attendance.itertuples() if row.on_behalf_of}
    for row in attendance[(attendance["status"] == "apologies") & (attendance["organisations"] == "")].itertuples():
        mention = by_place.get((row.doc_id, row.line, row.person), "")
        substitute = substitutes.get((row.meeting_id, row.person))
        if mention in answers:
            because = f"answered for the seat of {row.person}"
            inferred.append(_seat_link(mention, answers[mention], "judgement", because))
        elif mention and substitute is not None:
            places = {(substitute.doc_id, substitute.line, name) for name in split(substitute.organisations)}
            found = sorted({org for place in places for org in ids.get(place, [])})
            if len(found) == 1:
                because = f"inferred from the substitute at {substitute.doc_id}:{substitute.line}"
                inferred.append(_seat_link(mention, found[0], "rule", because))
            elif found:
                asked.append(_whose_seat(mention, row, found))
    return inferred, asked


def _whose_seat(mention: str, row: object, ids: list[str]) -> dict:
    words = f"Whose seat did {row.person} hold: {' or '.join(ids)}? The substitute holds a joint post."
    return {
        **question("organisation", mention, " | ".join(ids), words),
        "scope": "line",
        "doc_id": row.doc_id,
        "line": row.line,
    }


def _seat_link(mention_id: str, org_id: str, how: str, because: str) -> dict:
    return {"mention_id": mention_id, "kind": "organisation", "id": org_id, "how": how, "because": because}
