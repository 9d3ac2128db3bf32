"""Who fills an organisation's seat: substitutes, apologies not covered, how many people came, and turnover.

No finding names a person: a person is the first entry of an attendance list that has them (`doc:line:n`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import pandas as pd

from leadnet.measures.cells import cells, once
from leadnet.measures.grid import columns_of
from leadnet.measures.participation import covered
from leadnet.study import Window, finding

SAYS = {
    "stood_in": "{subject} came to {other} in another's place: {value:meeting|meetings}.",
    "was_replaced": "Somebody came to {other} in the place of {subject}: {value:meeting|meetings}.",
    "substitutes_of": "{subject} sent {value:person|people} to {other} in another's place.",
    "apologies_of": "{subject} sent {value:apology|apologies} to {other}.",
    "apologies_not_covered": "{subject}, {other}: nobody is said to stand in for {n_of} apologies.",
    "people_of_seat": "{value:person has|people have} filled the seat of {subject} at {other}{when}.",
    "same_face": "{subject}, {other}: somebody who had come the time before was there again at {n_of} meetings.",
    "people_turnover": "Of those who came to {other} from {subject}{when} or in the window before, {n_of} people did "
    "not come in both.",
    "organisations_turnover": "Of those who came to {subject}{when} or in the window before, {n_of} organisations did "
    "not come in both.",
}
_BESIDE = ("support", "guest", "observer")  # parts that fill no seat
_Seat = tuple[str, str]  # organisation, body


def substitutes(there: pd.DataFrame, coverage: pd.DataFrame) -> list[dict]:
    """Meetings at which a person stood in for another, and at which one was replaced; the people who stood in for each
    organisation; its apologies, and those for which the list names nobody who stood in. Subject the person or the
    organisation, other the body. A person replaced is told only where a list has an entry of that name.
    """
    rows = _dated(there, coverage)
    entries = dict(cells(rows[::-1], "person_id", "entry"))  # the first entry of each
    ids = dict(cells(rows[::-1], "person", "person_id"))
    stood = rows[rows["in_room"] & (rows["on_behalf_of"] != "")]
    stood = stood.assign(subject=stood["person_id"].map(entries), replaced=stood["on_behalf_of"].map(ids).map(entries))
    placed, sent = stood[stood["org_id"] != ""], rows[(rows["status"] == "apologies") & (rows["org_id"] != "")]
    uncovered = sent[~covered(sent, rows)]
    whole = _grouped(sent, "org_id", "head")
    return [
        *_counted("stood_in", _grouped(stood, "subject", "meeting_id"), "meetings"),
        *_counted("was_replaced", _grouped(stood.dropna(subset="replaced"), "replaced", "meeting_id"), "meetings"),
        *_counted("substitutes_of", _grouped(placed, "org_id", "person_id"), "people"),
        *_counted("apologies_of", whole, "people"),
        *_counted("apologies_not_covered", _grouped(uncovered, "org_id", "head"), "people", whole),
    ]


def _dated(there: pd.DataFrame, coverage: pd.DataFrame) -> pd.DataFrame:
    """The entries of dated meetings, by date, with body_id and date."""
    return columns_of(coverage)[["meeting_id", "body_id", "date"]].merge(there, on="meeting_id")


_Group = Mapping[_Seat, tuple[dict[str, None], list[str]]]


def _grouped(rows: pd.DataFrame, subject: str, value: str) -> _Group:
    """(subject, body) -> the different values of a column, in the order met, and the lines."""
    found: dict[_Seat, tuple[dict[str, None], list[str]]] = defaultdict(lambda: ({}, []))
    for about, body_id, what, cite in cells(rows, subject, "body_id", value, "cites"):
        values, cites = found[about, body_id]
        values[what] = None
        cites.append(cite)
    return found


def _counted(measure: str, groups: _Group, unit: str, whole: _Group | None = None) -> Iterator[dict]:
    """How many of each group; with `whole`, out of that, and a nought for whom `groups` lacks."""
    for key in sorted(whole or groups):
        values, cites = groups.get(key, ({}, []))
        of = {"of": len(whole[key][0])} if whole else {}
        lines = once(cites or whole[key][1])
        yield finding(measure, len(values), lines, subject=key[0], other=key[1], unit=unit, n=len(values), **of)


def continuity(there: pd.DataFrame, coverage: pd.DataFrame, windows: Sequence[Window]) -> list[dict]:
    """How many people have filled an organisation's seat at a body (those in support, guests and observers fill none),
    in all and in each window; and at how many of its meetings from the second on somebody was there again who had come
    the time before (same_face, n of of). Turnover from one window to the next is the share of those who came in either
    and not in both, 1 - |A ∩ B| / |A ∪ B| (0: the same people; 1: nobody again; the distance of Jaccard 1901).
    Windows that overlap have no turnover. Subject organisation (organisations_turnover: the body), other body.
    """
    rows = _dated(there, coverage)
    rows = rows[rows["in_room"] & (rows["org_id"] != "")]
    seats = rows[~rows["part"].isin(_BESIDE)]
    found = list(_people(_grouped(seats, "org_id", "person_id"), {}))
    found += _same_face(seats)
    parts = [(window, rows["date"].between(window.since, window.until)) for window in windows]
    people = [(window, _grouped(seats[inside.loc[seats.index]], "org_id", "person_id")) for window, inside in parts]
    for window, groups in people:
        found += _people(groups, {"since": window.since, "until": window.until})
    bodies = [
        (window, _grouped(rows[inside].assign(subject=rows["body_id"]), "subject", "org_id"))
        for window, inside in parts
    ]
    return found + [
        *_turnover("people_turnover", people),
        *_turnover("organisations_turnover", bodies),
    ]


def _people(groups: _Group, span: Mapping[str, str]) -> Iterator[dict]:
    for (org, body_id), (people, cites) in sorted(groups.items()):
        n = len(people)
        yield finding("people_of_seat", n, once(cites), subject=org, other=body_id, unit="people", n=n, **span)


def _same_face(seats: pd.DataFrame) -> Iterator[dict]:
    """Of each organisation's meetings from the second on, those with somebody who had come the time before."""
    came: dict[_Seat, dict[str, tuple[set[str], list[str]]]] = defaultdict(dict)
    for org, body_id, meeting_id, person_id, cite in cells(
        seats, "org_id", "body_id", "meeting_id", "person_id", "cites"
    ):
        people, cites = came[org, body_id].setdefault(meeting_id, (set(), []))
        people.add(person_id)
        cites.append(cite)
    for (org, body_id), meetings in sorted(came.items()):
        if len(meetings) > 1:
            n = sum(bool(before & after) for (before, _), (after, _) in pairwise(meetings.values()))
            lines, of = once(line for _, cites in meetings.values() for line in cites), len(meetings) - 1
            yield finding("same_face", n / of, lines, subject=org, other=body_id, unit="share", n=n, of=of)


def _turnover(measure: str, groups: Iterable[tuple[Window, _Group]]) -> Iterator[dict]:
    """The share that changed between each two windows side by side, of whom both windows have somebody."""
    for (first, before), (second, after) in pairwise(groups):
        for key in sorted({*before} & {*after}) if second.since > first.until else ():
            (then, earlier), (now, later) = before[key], after[key]
            n, of = len({*then} ^ {*now}), len({*then} | {*now})
            about = {"subject": key[0], "other": key[1] if key[0] != key[1] else "", "unit": "share", "n": n, "of": of}
            about |= {"since": second.since, "until": second.until, "note": f"beside {first.since} to {first.until}"}
            yield finding(measure, n / of, once([*earlier, *later]), **about)
