"""Presence beside voice: who fills the room, and who chairs, introduces, is told to speak, and is asked to act.

Minutes name whom their writer chose to name: silence in them is not silence in the room.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from leadnet.measures.cells import cells, once
from leadnet.measures.grid import columns_of
from leadnet.study import cited, finding, split

SAYS = {
    "people_ever": "In the room at {subject} in all: {value:person|people}.",
    "organisations_ever": "In the room at {subject} in all: {value:organisation|organisations}.",
    "heads_at_body": "{subject} had {n_of} heads in the room at {other}, counted at every meeting{aside}.",
    "organisation_chaired": "Somebody from {subject} chaired {n_of} meetings of {other}{aside}.",
    "organisation_introduced": "Somebody from {subject} introduced {n_of} items of {other}, as its minutes tell.",
    "organisation_spoke": "{subject} is told as speaking in {n_of} items of {other}.",
    "organisation_named": "{subject} or somebody from it is named in {n_of} items of {other}.",
    "owners_not_placed": "Who is to act is named, and of no organisation that is known, in {n_of} clauses of "
    "{subject}.",
    "organisation_asked": "{subject} or somebody from it is named as who is to act in {n_of} clauses of {other}.",
}
_HOST = "the host; its officers are there by duty and swell this count"
_DUTY = "chairs, clerks and presenters are there by duty; minutes name whom their writer chose to name"
_OUTSIDE = ("attendance", "heading")  # parts of a paper's lines in which a name is no voice
_REACH = 60  # letters between a name and what is told of it, within one sentence


class Verbs(NamedTuple):
    """Verbs as they stand behind a name in its sentence, and before `by` and a name."""

    after: re.Pattern[str]
    by: re.Pattern[str]


def _verbs(any_of: str) -> Verbs:
    after = rf"(?!\w)[^.;:]{{0,{_REACH}}}?\b(?:{any_of})\b"
    return Verbs(re.compile(after), re.compile(rf"\b(?:{any_of}) by (?:\w+ ){{0,3}}$"))


_INTRODUCING = r"introduced|presented|outlined|gave (?:\w+ ){0,4}(?:presentation|overview|update|briefing)"
_SPEAKING = (
    "added|advised|answered|asked|briefed|clarified|commented|confirmed|declared|described|drew|emphasised|"
    "expanded|explained|expressed|highlighted|informed|mentioned|noted|observed|offered|pointed|proposed|queried|"
    "questioned|raised|reiterated|remarked|replied|reported|requested|responded|said|spoke|stated|stressed|"
    "suggested|summarised|told|undertook|updated|welcomed"
)
INTRODUCES, SPEAKS = _verbs(_INTRODUCING), _verbs(f"{_INTRODUCING}|{_SPEAKING}")


class _Mention(NamedTuple):
    """One organisation named, itself or by a person from it, in one item of a body's minutes."""

    body_id: str
    item_id: str
    org_id: str
    spoke: bool
    introduced: bool
    cite: str


def heads_beside_organisations(there: pd.DataFrame, coverage: pd.DataFrame, hosts: Mapping[str, str]) -> list[dict]:
    """People and organisations ever in the room at each body; each organisation's heads over all its meetings, of all
    heads (a person counts at every meeting anew, a joint post for each organisation, so shares may sum over 1). The
    host's share says that it is the host's. Subject body; or organisation, with the body as other.
    """
    rows = columns_of(coverage)[["meeting_id", "body_id"]].merge(there[there["in_room"]], on="meeting_id")
    found = []
    for body_id, mine in rows.groupby("body_id", sort=True):
        placed, of = mine[mine["org_id"] != ""], mine["head"].nunique()
        for name, some, by, unit in (
            ("people_ever", mine, "person_id", "people"),
            ("organisations_ever", placed, "org_id", "organisations"),
        ):
            n, lines = some[by].nunique(), cited(some["cites"]) or cited(mine["cites"])
            found.append(finding(name, n, lines, subject=body_id, unit=unit, n=n))
        host = {hosts.get(meeting_id, "") for meeting_id in mine["meeting_id"]}
        for org, some in placed.drop_duplicates(["org_id", "head"]).groupby("org_id", sort=True):
            n = some["weight"].sum()
            about = {"subject": org, "other": body_id, "unit": "share", "n": n, "of": of}
            note = _HOST if org in host else ""
            found.append(finding("heads_at_body", n / of, cited(some["cites"]), note=note, **about))
    return found


def voices(
    there: pd.DataFrame, coverage: pd.DataFrame, items: pd.DataFrame, named: pd.DataFrame, lines: pd.DataFrame
) -> list[dict]:
    """Of the items of a body's meetings at which an organisation was in the room: those in which it, or a person the
    list places there, is named, is told as speaking (a verb of speaking follows the name in its sentence), or
    introduces the matter; and the meetings it chaired, of all with a list. Subject organisation, other body.

    `named` has a row for each mention and what it is linked to: mention's kind, printed, doc_id, line, and `id`. A
    nought of items cites the items searched; of meetings chaired only what is above nought is told.
    """
    room = columns_of(coverage)[["meeting_id", "body_id"]].merge(there, on="meeting_id")
    room = room[room["in_room"] & (room["org_id"] != "")]
    return [*_chairs(room), *_voices(room, items, list(_told(room, items, named, lines)))]


def _chairs(room: pd.DataFrame) -> Iterator[dict]:
    of = room.groupby("body_id")["meeting_id"].nunique()
    for (org, body_id), mine in room[room["chair"]].groupby(["org_id", "body_id"], sort=True):
        n, whole = mine["meeting_id"].nunique(), int(of[body_id])
        about = {"subject": org, "other": body_id, "unit": "meetings", "n": n, "of": whole, "note": _DUTY}
        yield finding("organisation_chaired", n, cited(mine["cites"]), **about)


def _voices(room: pd.DataFrame, items: pd.DataFrame, told: list[_Mention]) -> Iterator[dict]:
    searched: dict[str, list[str]] = defaultdict(list)  # the items of each meeting
    for meeting_id, doc_id, line in cells(items, "meeting_id", "doc_id", "line"):
        searched[meeting_id].append(f"{doc_id}:{line}")
    meetings: dict[tuple[str, str], list[str]] = defaultdict(list)
    for org, body_id, meeting_id in sorted({*cells(room, "org_id", "body_id", "meeting_id")}):
        meetings[org, body_id] += searched.get(meeting_id, [])
    found: dict[tuple[str, str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for each in told:
        flags = {"named": True, "spoke": each.spoke, "introduced": each.introduced}
        for measure in (name for name, so in flags.items() if so):
            found[measure, each.org_id, each.body_id][each.item_id].append(each.cite)
    for (org, body_id), every in meetings.items():
        for measure in ("introduced", "spoke", "named") if every else ():
            mine = found.get((measure, org, body_id), {})
            cites = once(line for lines in mine.values() for line in lines) or once(every)
            about = {"subject": org, "other": body_id, "unit": "items", "n": len(mine), "of": len(every), "note": _DUTY}
            yield finding(f"organisation_{measure}", len(mine), cites, **about)


def _told(room: pd.DataFrame, items: pd.DataFrame, named: pd.DataFrame, lines: pd.DataFrame) -> Iterator[_Mention]:
    """Every organisation in the room that an item of that meeting names, itself or by a person from it."""
    placed: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for meeting_id, person_id, org, body_id in cells(room, "meeting_id", "person_id", "org_id", "body_id"):
        for here in ((meeting_id, person_id), (meeting_id, org)):
            held = placed.get(here, ())
            placed[here] = held if (org, body_id) in held else (*held, (org, body_id))
    starts = _starts(items)
    inside = lines[~lines["part"].isin(_OUTSIDE)]
    text = {(doc_id, line): words for doc_id, line, words in cells(inside, "doc_id", "line", "text")}
    for doc_id, line, printed, id in cells(named, "doc_id", "line", "printed", "id"):
        first, last = (int(end) for end in (line.split("-") * 2)[:2])
        place = bisect_right(starts[doc_id][0], first) - 1 if doc_id in starts else -1
        meeting_id, item_id = starts[doc_id][1][place] if place >= 0 and (doc_id, first) in text else ("", "")
        if not (here := placed.get((meeting_id, id))):
            continue
        words = " ".join(text.get((doc_id, at), "") for at in range(first, last + 1))
        spoke, introduced = (told_to(printed, verbs, words) for verbs in (SPEAKS, INTRODUCES))
        for org, body_id in sorted(here):
            yield _Mention(body_id, item_id, org, spoke, introduced, f"{doc_id}:{line}")


def _starts(items: pd.DataFrame) -> dict[str, tuple[list[int], list[tuple[str, str]]]]:
    """Each paper's items in order: the lines they start at, and their meeting and id."""
    found: dict[str, list[tuple[int, tuple[str, str]]]] = defaultdict(list)
    for doc_id, line, meeting_id, item_id in cells(items, "doc_id", "line", "meeting_id", "item_id"):
        found[doc_id].append((int(line.split("-")[0]), (meeting_id, item_id)))
    return {doc: ([at for at, _ in sorted(rows)], [ids for _, ids in sorted(rows)]) for doc, rows in found.items()}


def told_to(name: str, verbs: Verbs, words: str) -> bool:
    """Whether one of the verbs follows the name within its sentence, or stands before "by" and the name.

    >>> told_to("Ann Arden", INTRODUCES, "Ann Arden (North) briefly introduced the plan.")
    True
    >>> told_to("Ann Arden", INTRODUCES, "A report on Ann Arden. Bo Birch introduced it.")
    False
    """
    parts = words.split(name)
    return any(map(verbs.after.match, parts[1:])) or any(map(verbs.by.search, parts[:-1]))


def asked_to_act(
    there: pd.DataFrame, coverage: pd.DataFrame, decisions: pd.DataFrame, items: pd.DataFrame, named: pd.DataFrame
) -> list[dict]:
    """Of the clauses of a body's minutes that name who is to act, those that name each organisation or a person a list
    of the body places there; and those of which nobody could be placed. Subject organisation (or body), other body.

    A name counts as its paper links it; a post or a group ("officers") is nobody's until a person says so.
    """
    meetings = columns_of(coverage)[["meeting_id", "body_id"]]
    placed = defaultdict(set)
    for body_id, person_id, org in cells(meetings.merge(there, on="meeting_id"), "body_id", "person_id", "org_id"):
        placed[body_id, person_id] |= {org} - {""}
    linked = defaultdict(set)
    for doc_id, printed, kind, id in cells(named, "doc_id", "printed", "linked", "id"):
        linked[doc_id, printed.casefold()].add((kind, id))
    clauses = decisions.merge(items[["item_id", "meeting_id"]], on="item_id").merge(meetings, on="meeting_id")
    found, whole = defaultdict(list), defaultdict(list)
    for row in clauses[clauses["owners"] != ""].itertuples():
        cite = f"{row.doc_id}:{row.line}"
        ids = {each for name in split(row.owners) for each in linked.get((row.doc_id, name.casefold()), ())}
        orgs = {org for kind, id in ids for org in ({id} if kind == "organisation" else placed[row.body_id, id])}
        whole[row.body_id].append(cite)
        for org in orgs or {""}:
            found[org, row.body_id].append(cite)
    rows = []
    for (org, body_id), cites in sorted(found.items()):
        about = {"subject": org or body_id, "other": body_id if org else "", "unit": "clauses"}
        measure = "organisation_asked" if org else "owners_not_placed"
        rows.append(finding(measure, len(cites), cited(cites), n=len(cites), of=len(whole[body_id]), **about))
    return rows
