"""Who was where: the one table that network, measures, figures and pages start from."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from leadnet.study.posts_held import BY_POST
from leadnet.study.rules import Rules
from leadnet.study.tables import split

IN_ROOM = ("present", "in_attendance")


def presence(
    attendance: pd.DataFrame, mentions: pd.DataFrame, links: pd.DataFrame, rules: Rules, hosts: Mapping[str, str]
) -> pd.DataFrame:
    """One row for each organisation an attendance entry stands for; an entry with none known keeps one row, org_id "".

    `hosts` gives the organisation that hosts each meeting. Columns: meeting_id, org_id, head (one a person at a
    meeting, however often the list has them), person_id, entry (`doc:line:n`), person, status, part, chair (bool),
    on_behalf_of, items (a list cell), in_room (bool, after the rules), counted (bool: the rules leave the entry in),
    joint (bool: a joint post or a double hat), weight (1, or the share of a split one), inferred (bool: the
    organisation is not printed beside the name), by_post (bool: it is inferred from posts.csv, by `links_by_post`),
    printed (bool: one is printed), cites (`doc:line`).
    """
    linked = _linked(mentions, links)
    rows = [
        row
        for entry in attendance.itertuples()
        for row in _rows_of(entry, linked, rules, hosts.get(entry.meeting_id, ""))
    ]
    found = pd.DataFrame(rows, columns=_COLUMNS).astype(_TYPES)
    return found[~found["org_id"].isin(rules.without_organisations)].reset_index(drop=True)


_COLUMNS = [
    "meeting_id",
    "org_id",
    "head",
    "person_id",
    "entry",
    "person",
    "status",
    "part",
    "chair",
    "on_behalf_of",
    "items",
    "in_room",
    "counted",
    "joint",
    "weight",
    "inferred",
    "by_post",
    "printed",
    "cites",
]


_FLAGS = ("chair", "in_room", "counted", "joint", "inferred", "by_post", "printed")
_TYPES = dict.fromkeys(_FLAGS, bool) | {"weight": float}


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
    by_post = not printed and any(kind == "organisation" and why == BY_POST for kind, _, why in by_person)
    stands = rules.double_hats if by_post else rules.joint_posts
    counted = organisations[:1] if stands == "first" else organisations
    place = f"{entry.doc_id}:{entry.line}:{entry.n}"
    person = next((id for kind, id, _ in by_person if kind == "person"), place)
    common = {
        "meeting_id": entry.meeting_id,
        "head": f"{entry.meeting_id}/{person}",
        "person_id": person,
        "entry": place,
        "person": entry.person,
        "status": entry.status,
        "part": entry.part,
        "chair": entry.chair == "yes",
        "on_behalf_of": entry.on_behalf_of,
        "items": "" if rules.item_limited == "whole" else entry.items,
        "joint": len(organisations) > 1,
        "weight": 1 / len(counted) if stands == "split" else 1.0,
        "inferred": bool(inferred and not printed),
        "by_post": by_post,
        "printed": bool(entry.organisations),
        "cites": f"{entry.doc_id}:{entry.line}",
    }
    return [common | {"org_id": org, **_counts(entry, org, rules, host)} for org in counted]


def _counts(entry: object, org: str, rules: Rules, host: str) -> dict[str, bool]:
    """Whether the rules leave this entry in, and whether its organisation is then in the room."""
    counted = (
        (rules.host_support or not (entry.part == "support" and org == host))
        and (rules.substitutes or not entry.on_behalf_of)
        and (rules.guests or entry.part not in ("guest", "observer"))
        and (rules.virtual or entry.mode != "virtual")
    )
    return {"counted": counted, "in_room": counted and entry.status in IN_ROOM}


def heads(there: pd.DataFrame) -> pd.DataFrame:
    """The people in the room, one row each: a joint post once, and someone listed twice at one meeting once."""
    return there[there["in_room"]].drop_duplicates("head")


def shares_item(items_a: str, items_b: str) -> bool:
    """Whether two entries were in the room for the same item; a blank is the whole meeting.

    >>> shares_item("92", ""), shares_item("92", "94")
    (True, False)
    """
    a, b = set(split(items_a)), set(split(items_b))
    return not a or not b or bool(a & b)
