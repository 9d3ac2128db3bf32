"""Who was where: the one table that network, measures, figures and pages start from."""

from __future__ import annotations

import pandas as pd

from leadnet.study.rules import Rules
from leadnet.study.tables import split

IN_ROOM = ("present", "in_attendance")


def presence(
    attendance: pd.DataFrame, mentions: pd.DataFrame, links: pd.DataFrame, rules: Rules, host: str = ""
) -> pd.DataFrame:
    """One row for each organisation an attendance entry stands for; an entry with none known keeps one row, org_id "".

    Columns: meeting_id, org_id, person_id, person, status, part, chair (bool), on_behalf_of, items (a list cell),
    in_room (bool, after the rules), joint (bool), weight (1, or the share of a split joint post), inferred (bool:
    the organisation is not printed beside the name), cites (`doc:line`), seat (`doc:line:n`).
    """
    linked = _linked(mentions, links)
    rows = [row for entry in attendance.itertuples() for row in _rows_of(entry, linked, rules, host)]
    found = pd.DataFrame(rows, columns=_COLUMNS)
    kept = ~found["meeting_id"].isin(rules.without_meetings) & ~found["org_id"].isin(rules.without_organisations)
    return found[kept].reset_index(drop=True)


_COLUMNS = [
    "meeting_id",
    "org_id",
    "person_id",
    "person",
    "status",
    "part",
    "chair",
    "on_behalf_of",
    "items",
    "in_room",
    "joint",
    "weight",
    "inferred",
    "cites",
    "seat",
]


def _linked(mentions: pd.DataFrame, links: pd.DataFrame) -> dict[tuple[str, str, str, str], list[tuple[str, str, str]]]:
    """(mention kind, doc, line, printed) -> the (kind, id, because) it is linked to."""
    joined = mentions.rename(columns={"kind": "of"}).merge(links, on="mention_id")
    found: dict[tuple[str, str, str, str], list[tuple[str, str, str]]] = {}
    for row in joined.itertuples():
        found.setdefault((row.of, row.doc_id, row.line, row.printed), []).append((row.kind, row.id, row.because))
    return found


def _rows_of(entry: object, linked: dict, rules: Rules, host: str) -> list[dict]:
    by_person = linked.get(("person", entry.doc_id, entry.line, entry.person), [])
    printed = [
        id
        for name in split(entry.organisations)
        for kind, id, _ in linked.get(("organisation", entry.doc_id, entry.line, name), [])
        if kind == "organisation"
    ]
    inferred = [id for kind, id, _ in by_person if kind == "organisation"]
    organisations = list(dict.fromkeys(printed or inferred)) or [""]
    counted = organisations[:1] if rules.joint_posts == "first" else organisations
    person_id = next((id for kind, id, _ in by_person if kind == "person"), "")
    whole = rules.item_limited == "whole"
    common = {
        "meeting_id": entry.meeting_id,
        "person_id": person_id,
        "person": entry.person,
        "status": entry.status,
        "part": entry.part,
        "chair": entry.chair == "yes",
        "on_behalf_of": entry.on_behalf_of,
        "items": "" if whole else entry.items,
        "joint": len(organisations) > 1,
        "weight": 1 / len(counted) if rules.joint_posts == "split" else 1.0,
        "inferred": bool(inferred and not printed),
        "cites": f"{entry.doc_id}:{entry.line}",
        "seat": f"{entry.doc_id}:{entry.line}:{entry.n}",
    }
    return [common | {"org_id": org, "in_room": _counts(entry, org, rules, host)} for org in counted]


def _counts(entry: object, org: str, rules: Rules, host: str) -> bool:
    """Whether the rules let this entry count as its organisation being in the room."""
    return (
        entry.status in IN_ROOM
        and (rules.host_support or not (entry.part == "support" and org == host))
        and (rules.substitutes or not entry.on_behalf_of)
        and (rules.guests or entry.part not in ("guest", "observer"))
        and (rules.virtual or entry.mode != "virtual")
    )


def heads(there: pd.DataFrame) -> pd.DataFrame:
    """The people in the room, one row each (a joint post once): the rows of `presence` that count, by seat."""
    return there[there["in_room"]].drop_duplicates("seat")


def shares_item(items_a: str, items_b: str) -> bool:
    """Whether two entries were in the room for the same item; a blank is the whole meeting.

    >>> shares_item("92", ""), shares_item("92", "94")
    (True, False)
    """
    a, b = set(split(items_a)), set(split(items_b))
    return not a or not b or bool(a & b)
