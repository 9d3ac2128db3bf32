"""Who took part: heads and organisations at each documented meeting, apologies, and each organisation's heads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from leadnet.measures.cells import cells, once
from leadnet.study import cited, finding, heads

SAYS = {
    "heads_in_room": "In the room at {subject}: {value:person|people}.",
    "heads_present": "Listed as present at {subject}: {value:person|people}.",
    "heads_in_support": "In support at {subject}: {value:person|people}.",
    "heads_also": "Also present at {subject}: {value:person|people}.",
    "heads_of": "{subject} brought {n_of} of the people in the room at {other}.",
    "present_heads_of": "{subject} had {n_of} of those listed as present at {other}.",
    "organisations_in_room": "In the room at {subject}: {value:organisation|organisations}.",
    "organisations_present": "Among those listed as present at {subject}: {value:organisation|organisations}.",
    "apologies": "Apologies sent to {subject}: {value:person|people}.",
    "apologies_covered": "Covered by a substitute: {value:apology|apologies}.",
    "apologies_organisation_printed": "With an organisation printed beside the name: {value:apology|apologies}.",
    "apologies_organisation_inferred": "Its organisation inferred from the substitute's: {value:apology|apologies}.",
    "apologies_organisation_by_post": "Its organisation taken from posts.csv: {value:apology|apologies}.",
    "apologies_organisation_unknown": "Its organisation not known: {value:apology|apologies}.",
    "item_limited": "There for named items only at {subject}: {value:person|people}.",
    "heads_organisation_unknown": "In the room at {subject}, organisation not known: {value:person|people}.",
}


def at_meetings(there: pd.DataFrame, attendance: pd.DataFrame) -> list[dict]:
    """Heads by part, organisations, and apologies of each documented meeting. Subject: the meeting.

    Unit people or organisations; a joint post is one head and two organisations. A zero cites the whole list.
    """
    lists = lists_searched(attendance)
    searched = {meeting_id: lists[meeting_id] for meeting_id in sorted(set(there["meeting_id"]))}
    rows = [
        *(row for name, some in _heads(there).items() for row in _each(name, some, "head", "people", searched)),
        *(
            row
            for name, some in _placed(there).items()
            for row in _each(name, some, "org_id", "organisations", searched)
        ),
        *(row for name, some in _apologies(there).items() for row in _each(name, some, "head", "people", searched)),
    ]
    return sorted(rows, key=lambda row: row["subject"])


def lists_searched(attendance: pd.DataFrame) -> dict[str, str]:
    """Each meeting's attendance list as one cite a paper, from its first entry to its last: `doc:8-40`."""
    at = attendance.assign(at=attendance["line"].str.split("-").str[0].astype(int))
    found: dict[str, str] = {}
    for row in at.groupby(["meeting_id", "doc_id"], sort=True)["at"].agg(["min", "max"]).itertuples():
        meeting_id, doc_id = row.Index
        found[meeting_id] = cited([found.get(meeting_id, ""), f"{doc_id}:{row.min}-{row.max}"])
    return found


def list_searched(entries: pd.DataFrame) -> str:
    """The attendance list of one meeting as `lists_searched` gives it; "" where it has no entry."""
    return next(iter(lists_searched(entries).values()), "")


def _each(name: str, rows: pd.DataFrame, by: str, unit: str, searched: Mapping[str, str]) -> list[dict]:
    """The different values of the column `by` at each meeting, as findings; a zero cites the list searched."""
    values, cites = defaultdict(set), defaultdict(list)
    for meeting_id, value, cite in cells(rows, "meeting_id", by, "cites"):
        values[meeting_id].add(value)
        cites[meeting_id].append(cite)
    return [
        finding(name, n, once(cites[meeting_id]) or searched[meeting_id], subject=meeting_id, unit=unit, n=n)
        for meeting_id in searched
        for n in [len(values[meeting_id])]
    ]


def _heads(there: pd.DataFrame) -> dict[str, pd.DataFrame]:
    people = heads(there)
    known = set(there.loc[there["org_id"] != "", "head"])
    return {
        "heads_in_room": people,
        "heads_present": people[people["status"] == "present"],
        "heads_in_support": people[people["part"] == "support"],
        "heads_also": people[people["part"].isin(["guest", "observer"])],
        "item_limited": people[people["items"] != ""],
        "heads_organisation_unknown": people[~people["head"].isin(known)],
    }


def _placed(there: pd.DataFrame) -> dict[str, pd.DataFrame]:
    placed = there[there["in_room"] & (there["org_id"] != "")]
    return {"organisations_in_room": placed, "organisations_present": placed[placed["status"] == "present"]}


def _apologies(there: pd.DataFrame) -> dict[str, pd.DataFrame]:
    sent = there[there["status"] == "apologies"].drop_duplicates("head")
    return {
        "apologies": sent,
        "apologies_covered": sent[covered(sent, there)],
        "apologies_organisation_printed": sent[sent["printed"]],
        "apologies_organisation_inferred": sent[sent["inferred"] & ~sent["by_post"]],
        "apologies_organisation_by_post": sent[sent["by_post"]],
        "apologies_organisation_unknown": sent[sent["org_id"] == ""],
    }


def covered(sent: pd.DataFrame, there: pd.DataFrame) -> pd.Series:
    """Whether somebody stands in the same list on behalf of each of these people, by the name printed."""
    behalf = set(cells(there, "meeting_id", "on_behalf_of"))
    found = [
        bool(person) and (meeting_id, person) in behalf for meeting_id, person in cells(sent, "meeting_id", "person")
    ]
    return pd.Series(found, sent.index, bool)


def of_each(there: pd.DataFrame) -> list[dict]:
    """Each organisation's heads out of all heads in the room, and out of those present. Subject organisation, other
    meeting; value 0 to 1. A joint post counts for both organisations, so the shares may sum to more than one.
    """
    seats = there[there["in_room"]]
    groups = {"heads_of": seats, "present_heads_of": seats[seats["status"] == "present"]}
    rows = [row for name, group in groups.items() for row in _shares(name, group)]
    return sorted(rows, key=lambda row: row["other"])


def _shares(name: str, group: pd.DataFrame) -> list[dict]:
    """Heads of each organisation at each meeting, of all heads there."""
    of = group.groupby("meeting_id")["head"].nunique().to_dict()
    heads_of: dict[tuple[str, str], float] = {}
    lines: dict[tuple[str, str], str] = {}
    counted: set[tuple[str, str]] = set()
    columns = ("meeting_id", "org_id", "head", "weight", "cites")
    for meeting_id, org, head, weight, cite in cells(group[group["org_id"] != ""], *columns):
        here = (meeting_id, org)
        heads_of[here] = heads_of.get(here, 0.0) + (0.0 if (org, head) in counted else weight)
        lines[here] = f"{lines[here]} {cite}" if here in lines else cite
        counted.add((org, head))
    rows = []
    for (meeting_id, org), n in sorted(heads_of.items()):
        about = {"subject": org, "other": meeting_id, "unit": "share", "n": n, "of": of[meeting_id]}
        rows.append(finding(name, n / of[meeting_id], cited([lines[meeting_id, org]]), **about))
    return rows
