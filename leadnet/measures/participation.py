"""Who took part: heads and organisations at each documented meeting, apologies, and the Grid."""

from __future__ import annotations

import pandas as pd

from leadnet.study import cited, counted, finding, heads, in_force
from leadnet.study.schema import GRID, STATES

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
    "apologies_organisation_unknown": "Its organisation not known: {value:apology|apologies}.",
    "item_limited": "There for named items only at {subject}: {value:person|people}.",
    "heads_organisation_unknown": "In the room at {subject}, organisation not known: {value:person|people}.",
}


def at_meetings(there: pd.DataFrame, attendance: pd.DataFrame) -> list[dict]:
    """Heads by part, organisations, and apologies of each documented meeting. Subject: the meeting.

    Unit people or organisations; a joint post is one head and two organisations. A zero cites the whole list.
    """
    searched = {meeting_id: list_searched(rows) for meeting_id, rows in attendance.groupby("meeting_id")}
    rows = []
    for meeting_id, seats in there.groupby("meeting_id", sort=True):
        about = {"subject": meeting_id, "searched": searched[meeting_id]}
        rows += _heads(seats, about) + _organisations(seats, about) + _apologies(seats, about)
    return rows


def list_searched(entries: pd.DataFrame) -> str:
    """The attendance list as one cite a paper, from its first entry to its last: `doc:8-40`."""
    first_last = entries.assign(at=entries["line"].str.split("-").str[0].astype(int)).groupby("doc_id", sort=True)["at"]
    return " ".join(f"{doc}:{at.min()}-{at.max()}" for doc, at in first_last)


def _heads(seats: pd.DataFrame, about: dict) -> list[dict]:
    people = heads(seats)
    known = set(seats.loc[seats["org_id"] != "", "head"])
    groups = {
        "heads_in_room": people,
        "heads_present": people[people["status"] == "present"],
        "heads_in_support": people[people["part"] == "support"],
        "heads_also": people[people["part"].isin(["guest", "observer"])],
        "item_limited": people[people["items"] != ""],
        "heads_organisation_unknown": people[~people["head"].isin(known)],
    }
    return [counted(name, rows=group, unit="people", **about) for name, group in groups.items()]


def _organisations(seats: pd.DataFrame, about: dict) -> list[dict]:
    placed = seats[seats["in_room"] & (seats["org_id"] != "")]
    groups = {"organisations_in_room": placed, "organisations_present": placed[placed["status"] == "present"]}
    return [counted(name, rows=rows, by="org_id", unit="organisations", **about) for name, rows in groups.items()]


def _apologies(seats: pd.DataFrame, about: dict) -> list[dict]:
    sent = seats[seats["status"] == "apologies"].drop_duplicates("head")
    groups = {
        "apologies": sent,
        "apologies_covered": sent[sent["person"].isin(set(seats["on_behalf_of"]) - {""})],
        "apologies_organisation_printed": sent[sent["printed"]],
        "apologies_organisation_inferred": sent[sent["inferred"]],
        "apologies_organisation_unknown": sent[sent["org_id"] == ""],
    }
    return [counted(name, rows=rows, unit="people", **about) for name, rows in groups.items()]


def of_each(there: pd.DataFrame) -> list[dict]:
    """Each organisation's heads out of all heads in the room, and out of those present. Subject organisation, other
    meeting; value 0 to 1. A joint post counts for both organisations, so the shares may sum to more than one.
    """
    rows = []
    for meeting_id, seats in there[there["in_room"]].groupby("meeting_id", sort=True):
        for name, group in {"heads_of": seats, "present_heads_of": seats[seats["status"] == "present"]}.items():
            of = group["head"].nunique()
            rows += [
                finding(name, n / of, cited(mine["cites"]), subject=org, other=meeting_id, unit="share", n=n, of=of)
                for org, mine in group[group["org_id"] != ""].groupby("org_id", sort=True)
                for n in [mine.drop_duplicates("head")["weight"].sum()]
            ]
    return rows


def grid(
    there: pd.DataFrame,
    meetings: pd.DataFrame,
    councils: pd.DataFrame,
    attendance: pd.DataFrame,
    memberships: pd.DataFrame,
) -> pd.DataFrame:
    """The Grid: every organisation ever recorded, and every council of the area, by every meeting of the bodies whose
    minutes are held. One row a cell; a council that never came still has its row.
    """
    minuted = set(meetings.loc[meetings["known_by"] == "minutes", "body_id"])
    columns = meetings[meetings["body_id"].isin(minuted) & (meetings["date"] != "")].sort_values(["date", "meeting_id"])
    organisations = sorted((set(there["org_id"]) | set(councils["org_id"])) - {""})
    seats = {cell: list(rows.itertuples()) for cell, rows in there.groupby(["meeting_id", "org_id"])}
    searched = {meeting_id: list_searched(rows) for meeting_id, rows in attendance.groupby("meeting_id")}
    rows = []
    for meeting in columns.itertuples():
        members = _members_on(meeting, memberships)
        for org in organisations:
            mine = seats.get((meeting.meeting_id, org), [])
            unseen = "not seen" if members is None else "expected" if org in members else "not a member then"
            cell = _cell(meeting, mine, unseen, searched.get(meeting.meeting_id, ""))
            rows.append({"org_id": org, "meeting_id": meeting.meeting_id, **cell})
    return GRID.frame(sorted(rows, key=lambda row: row["org_id"]))


def _cell(meeting: object, seats: list, unseen: str, searched: str) -> dict:
    """State, heads and cites of one organisation at one meeting; the strongest thing its seats say."""
    if meeting.known_by != "minutes":
        state = "announced only" if meeting.known_by == "announced" else "held without minutes"
        return {"state": state, "heads": 0, "cites": f"{meeting.doc_id}:{meeting.line}"}
    if not seats:
        return {"state": unseen, "heads": 0, "cites": searched}
    people = [seat for seat in seats if seat.in_room]
    state = min(map(_way, seats), key=STATES.index)
    return {
        "state": state,
        "heads": len({seat.head for seat in people}),
        "cites": cited(seat.cites for seat in people or seats),
    }


def _way(seat: object) -> str:
    """What one seat says, in the words of STATES, which run from the strongest to the weakest."""
    if not seat.counted:
        return "left out by the rules"
    if not seat.in_room:
        return seat.status if seat.status in STATES[1:] else "not seen"
    if seat.items:
        return "item only"
    if seat.on_behalf_of:
        return "by substitute"
    return {"support": "in support", "guest": "guest", "observer": "guest"}.get(seat.part, "present")


def _members_on(meeting: object, memberships: pd.DataFrame) -> set[str] | None:
    """Who had a seat on the body that day; None where no membership of the body is held."""
    seats = memberships[memberships["body_id"] == meeting.body_id]
    if seats.empty:
        return None
    return {seat.org_id for seat in seats.itertuples() if in_force(seat.since, seat.until, meeting.date)}
