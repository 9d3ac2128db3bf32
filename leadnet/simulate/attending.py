"""Who was at each meeting of a made-up county, in what part, and in whose place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from leadnet.simulate.posts import seniority_of

_PRESENT, _APOLOGIES, _SENDS = 0.68, 0.17, 0.25  # shares: of seats present, with apologies; of apologies with somebody
_LISTS = (("present", "Present"), ("in_attendance", "In attendance"), ("apologies", "Apologies"))
_MEETING = ["meeting_id", "doc_id", "body_id", "date", "day"]
_ENTRY = ["person", "org_ids", "post", "instead", "status", "heading", "part", "chair", "line"]
_FIRST_LINE = 8  # where the first name of a paper stands


def attend(rng: np.random.Generator, meetings: pd.DataFrame, seats: pd.DataFrame, posts: pd.DataFrame) -> pd.DataFrame:
    """One row a person a meeting: meeting_id, doc_id, body_id, date, day, person, org_ids, post, status, part, chair,
    instead (the number of the person replaced, -1 for none), heading, line.

    org_ids lists the organisations the entry stands for: two for a joint post. Nobody is twice on one list; the
    first present is the chair; officers of the host who are no chiefs are in attendance.
    """
    by_body, colleagues = _grouped(seats, "body_id"), _grouped(posts, "org_id")
    entries: list[dict] = []
    for meeting in meetings.itertuples():
        same = {name: getattr(meeting, name) for name in _MEETING}
        now = _in_force(by_body.get(meeting.body_id, ()), meeting.day)
        rows = list(_one_meeting(rng, meeting.day, now, colleagues))
        entries += [{**same, **row} for row in _set_out(rng, rows)]
    return pd.DataFrame(entries, columns=_MEETING + _ENTRY)


def _grouped(rows: pd.DataFrame, by: str) -> dict[str, list]:
    return {key: list(group.itertuples(index=False)) for key, group in rows.groupby(by)}


def _in_force(rows: Iterable, day: int) -> list:
    return [row for row in rows if row.since <= day <= row.until]


def _one_meeting(rng: np.random.Generator, day: int, seats: list, colleagues: dict[str, list]) -> Iterator[dict]:
    """The entries of one meeting, in no order; each person once, whatever the number of their seats."""
    orgs: dict[int, list[str]] = {}
    first: dict[int, object] = {}
    for seat in seats:
        first.setdefault(seat.person, seat)
        if seat.org_id not in orgs.setdefault(seat.person, []):
            orgs[seat.person].append(seat.org_id)
    listed = set(first)
    for (person, seat), chance in zip(first.items(), rng.random(len(first)), strict=True):
        row = {"person": person, "org_ids": tuple(orgs[person]), "post": seat.post, "instead": -1}
        if chance < _PRESENT:
            support = seat.host and seniority_of(seat.post) in ("senior", "other")
            yield {**row, "status": "in_attendance" if support else "present"}
        elif chance < _PRESENT + _APOLOGIES:
            yield {**row, "status": "apologies"}
            free = [p for p in _in_force(colleagues[seat.org_id], day) if p.person not in listed and _peer(p, seat)]
            if free and rng.random() < _SENDS:
                other = free[int(rng.integers(len(free)))]
                listed.add(other.person)
                yield {"person": other.person, "org_ids": (seat.org_id,), "post": other.post,
                       "instead": person, "status": "present"}  # fmt: skip


def _peer(post: object, seat: object) -> bool:
    """A member stands in for a member, an officer for an officer."""
    return (seniority_of(post.post) == "elected") == (seniority_of(seat.post) == "elected")


def _set_out(rng: np.random.Generator, rows: list[dict]) -> Iterator[dict]:
    """The rows in the order of the paper's lists, each with its heading and line; the chair first."""
    line = _FIRST_LINE
    for status, heading in _LISTS:
        block = [row for row in rows if row["status"] == status]
        for at in rng.permutation(len(block)):
            chair = status == "present" and line == _FIRST_LINE
            part = "support" if status == "in_attendance" else "member"
            yield {**block[at], "heading": heading, "part": part, "chair": "yes" if chair else "", "line": line}
            line += 1
        line += 2  # an empty line and the next heading
