"""Popolo JSON: people, organisations, posts, memberships and events, with attendance as an extension of our own.

Terms as in the Popolo specification (popoloproject.com/specs); what it has no term for begins with `leadnet:`, and
docs/exports.md says what each means.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pandas as pd

from leadnet.export.shown import MADE_UP, Shown

_STATUS = {"minutes": "held", "later paper": "held", "announced": "announced"}
_ROOM = ("present", "in_attendance")


def popolo_json(shown: Shown) -> bytes:
    """The study as one Popolo document, in a fixed order; what is not known is left out."""
    found = {
        "leadnet:about": list(shown.about),
        "leadnet:made_up": MADE_UP in shown.about,
        "persons": list(_persons(shown)),
        "organizations": [*_organisations(shown), *_bodies(shown)],
        "posts": list(_posts(shown)),
        "memberships": [*_memberships(shown), *_holders(shown)],
        "events": list(_events(shown)),
    }
    return (json.dumps(found, indent=1, ensure_ascii=False) + "\n").encode()


def _persons(shown: Shown) -> Iterator[dict]:
    """Everybody who may be named; in internal mode also those people.csv does not know."""
    names = dict(zip(shown.built.people["person_id"], shown.built.people["name"], strict=True))
    for row in shown.entries.itertuples():
        if row.person_id:
            names.setdefault(row.person_id, row.person)
    yield from ({"id": id, "name": shown.hide(names[id])} for id in sorted(shown.named & {*names}))


def _organisations(shown: Shown) -> Iterator[dict]:
    for row in shown.organisations.itertuples():
        yield _filled(
            id=row.org_id,
            name=row.name,
            other_names=[{"name": row.short}] if row.short not in ("", row.name) else [],
            classification=row.kind,
            founding_date=row.since,
            dissolution_date=row.until,
            identifiers=[{"scheme": "gss", "identifier": row.gss_code}] if row.gss_code else [],
        ) | _filled("leadnet:", tier=row.tier, sector=row.sector, area=row.area)


def _bodies(shown: Shown) -> Iterator[dict]:
    for row in shown.built.bodies.itertuples(index=False):
        told = _filled(id=f"body/{row.body_id}", name=shown.hide(row.name), classification="partnership body")
        yield told | _filled("leadnet:", host_id=row.host)


def _posts(shown: Shown) -> Iterator[dict]:
    """The posts of those who may be named: another's could name its holder."""
    for at, row in _held(shown):
        yield _filled(id=f"post/{at}", label=shown.hide(row.post), organization_id=row.org_id)


def _holders(shown: Shown) -> Iterator[dict]:
    for at, row in _held(shown):
        ends = {"start_date": row.since, "end_date": row.until}
        yield _filled(person_id=row.person_id, post_id=f"post/{at}", organization_id=row.org_id, **ends)


def _held(shown: Shown) -> Iterator[tuple[int, object]]:
    posts = shown.built.posts[shown.built.posts["person_id"].isin(shown.named)]
    yield from enumerate(posts.itertuples(index=False), start=1)


def _memberships(shown: Shown) -> Iterator[dict]:
    """Seats on bodies: of a person on behalf of the organisation, or of the organisation itself."""
    for row in shown.built.memberships.itertuples():
        person = row.person_id if row.person_id in shown.named else ""
        whose = {"person_id": person, "on_behalf_of_id": row.org_id} if person else {}
        member = {} if person else {"@type": "Organization", "id": row.org_id}
        ends = {"start_date": row.since, "end_date": row.until}
        source = [{"note": shown.hide(f"{row.doc_id}:{row.line}")}] if row.doc_id else []
        yield _filled(
            organization_id=f"body/{row.body_id}", role=row.part, **whose, member=member, **ends, sources=source
        )


def _events(shown: Shown) -> Iterator[dict]:
    built = shown.built
    lists = dict(list(shown.entries.groupby("meeting_id", sort=False)))
    for row, venue in zip(built.meetings.itertuples(), built.show(built.meetings, "venue")["venue"], strict=True):
        rows = lists.get(row.meeting_id, shown.entries.head(0))
        came = rows[rows["status"].isin(_ROOM) & (rows["person_id"] != "")]
        at = f"T{row.start_time}" if row.date and row.start_time else ""
        until = f"{row.date}T{row.end_time}" if row.date and row.end_time else ""
        yield _filled(
            id=row.meeting_id,
            name=shown.hide(built.names.get(row.meeting_id, row.meeting_id)),
            classification="meeting",
            start_date=f"{row.date}{at}",
            end_date=until,
            status=_STATUS[row.known_by],
            location=venue,
            organization_id=f"body/{row.body_id}" if row.body_id else "",
            attendees=[{"id": id} for id in dict.fromkeys(came["person_id"])],
            sources=[{"note": shown.hide(f"{row.doc_id}:{row.line}")}],
        ) | _filled("leadnet:", known_by=row.known_by, attendance=list(_attendance(shown, rows)))


def _attendance(shown: Shown, rows: pd.DataFrame) -> Iterator[dict]:
    for row in rows.itertuples():
        yield _filled(
            person_id=row.person_id,
            name=row.person,
            role=row.role,
            organization_id=row.org_id,
            organization_name=row.organisation,
            status=row.status,
            part=row.part,
            mode=row.mode,
            chair=row.chair == "yes",
            on_behalf_of={"name": row.on_behalf_of} if row.on_behalf_of else {},
            items=row.items,
            sources=[{"note": shown.hide(f"{row.doc_id}:{row.line}")}],
        )


def _filled(prefix: str = "", **told: object) -> dict[str, object]:
    return {f"{prefix}{name}": value for name, value in told.items() if value}
