"""How districts and the city are reached: meetings without the county, through whom, by which items and joint work."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import pandas as pd

from leadnet.measures.cells import cells
from leadnet.measures.tiers import COUNTY, DISTRICT, NEIGHBOUR, VOLUNTARY, last_tiers, lines_of, tiers_of
from leadnet.study import cited, counted, finding, split

SAYS = {
    "districts_together": "More than one district was in the room at {n_of} meetings of {subject} with minutes.",
    "districts_without_county": "Nobody from the county was in the room at {n_of} of these meetings of {subject}.",
    "city_in_room": "Councils next door were in the room at {n_of} meetings of {subject} with minutes.",
    "city_with_county": "Councils next door and the county were both in the room at {n_of} meetings of {subject}.",
    "city_with_districts": "Councils next door and districts were both in the room at {n_of} meetings of {subject}.",
    "districts_through_voluntary": "{n_of} districts never met the county and met a voluntary organisation that did.",
    "districts_by_place": "{n_of} districts were never in the room while a voluntary organisation of their name was.",
    "items_with_districts": "A district of the county is named in, or came for, {n_of} items.",
    "item_districts": "{subject} names, or brought in, {value:district|districts} of the county.",
    "authority_workstreams": "{subject} is a partner in {n_of} workstreams.",
    "workstream_districts": "{subject}: {value:district is a partner|districts of the county are partners}.",
    "workstreams_one_tier": "All partners are of one tier or sector in {n_of} workstreams with a named partner.",
    "workstream_one_tier": "{subject}: its named partners ({n}) are all of one kind, {other}.",
}
_KIND = re.compile(r"\b(borough|district|city|county|council|of|the)\b", re.IGNORECASE)


def of_meetings(attending: pd.DataFrame, coverage: pd.DataFrame) -> list[dict]:
    """At how many of a body's meetings with minutes two districts or more were in the room, and at how many of those
    without the county; at how many councils next door were, and with whom. Subject the body. Of councils next door
    nothing is told where the record has none.
    """
    seen = attending[attending["seen"]].merge(coverage[["meeting_id", "body_id"]], on="meeting_id")
    minuted = coverage[coverage["known_by"] == "minutes"].groupby("body_id")["meeting_id"].nunique()
    return [
        row for body_id, mine in seen.groupby("body_id", sort=True) for row in _met(body_id, mine, minuted[body_id])
    ]


def _met(body_id: str, mine: pd.DataFrame, of: int) -> Iterator[dict]:
    sizes = mine.groupby(["meeting_id", "tier"])["org_id"].nunique().unstack(fill_value=0)
    sizes = sizes.reindex(columns=[COUNTY, DISTRICT, NEIGHBOUR], fill_value=0)
    county, city = sizes[COUNTY] > 0, sizes[NEIGHBOUR] > 0
    several = sizes[DISTRICT] > 1
    told = [("districts_together", several, of), ("districts_without_county", several & ~county, int(several.sum()))]
    with_county, with_districts = city & county, city & (sizes[DISTRICT] > 0)
    told += [
        ("city_in_room", city, of),
        ("city_with_county", with_county, of),
        ("city_with_districts", with_districts, of),
    ]
    for measure, which, whole in told:
        inside = mine[mine["meeting_id"].isin(which.index[which])]
        if whole:
            n, lines = int(which.sum()), lines_of(inside if len(inside) else mine, (COUNTY, DISTRICT, NEIGHBOUR))
            yield finding(measure, n, lines, subject=body_id, n=n, of=int(whole), unit="meetings")


def of_voluntary(
    ties: pd.DataFrame, attending: pd.DataFrame, councils: pd.DataFrame, organisations: pd.DataFrame
) -> list[dict]:
    """Districts reached only through the voluntary sector, in two senses: those that never met the county and met a
    voluntary organisation that did; and those never in the room while a voluntary organisation that carries the
    district's name was (by name alone: Voluntary Action Blaby for Blaby). Out of the districts of the register.
    """
    districts = councils[councils["role"] == "district"].drop_duplicates("org_id")
    seen = attending[attending["seen"]]
    if districts.empty or seen.empty:
        return []
    tiers, met = last_tiers(attending), set()
    for a, b, together in cells(ties, "organisation_a", "organisation_b", "together"):
        met |= {(a, b), (b, a)} if together > 0 else set()
    near = {org for org, other in met if tiers.get(other) == COUNTY}
    through = {org for org, other in met if tiers.get(other) == VOLUNTARY and other in near} - near
    there = set(seen["org_id"])
    voluntary = organisations[organisations["org_id"].isin({org for org in there if tiers.get(org) == VOLUNTARY})]
    said = [name.casefold() for name in voluntary["name"]]
    by_name = {
        org for org, name in cells(districts, "org_id", "name") if org not in there and _held(_place(name), said)
    }
    about = {"of": len(districts), "by": "org_id", "unit": "organisations"}
    every = cited([lines_of(seen, (DISTRICT, VOLUNTARY)), *districts["cites"]])
    return [
        counted(measure, districts[districts["org_id"].isin(which)].assign(cites=every), every, **about)
        for measure, which in (("districts_through_voluntary", through), ("districts_by_place", by_name))
    ]


def _place(name: str) -> str:
    """A council's place.

    >>> _place("Hinckley and Bosworth Borough Council")
    'hinckley and bosworth'
    """
    return " ".join(_KIND.sub(" ", name).split()).casefold()


def _held(place: str, names: Collection[str]) -> bool:
    """Whether one of the names holds a place, as words of its own; a longer place is not the shorter one in it."""
    return bool(place) and any(re.search(rf"(?<!west )(?<!east )\b{re.escape(place)}\b", name) for name in names)


def of_items(
    items: pd.DataFrame, named: pd.DataFrame, lines: pd.DataFrame, there: pd.DataFrame, councils: pd.DataFrame
) -> list[dict]:
    """Items that bring districts in: those whose text names a district of the county (itself or somebody from it), or
    for which somebody from one was in the room by name of the item. item_districts: how many; only those with any.
    """
    if items.empty or not (councils["role"] == "district").any():
        return []
    districts = set(councils.loc[councils["role"] == "district", "org_id"])
    found = pd.concat([_in_text(items, named[named["id"].isin(districts)], lines), _came_for(items, there, districts)])
    every = cited(items["doc_id"] + ":" + items["line"])
    rows = [counted("items_with_districts", found, every, by="item_id", of=len(items), unit="items")]
    groups = found.groupby("item_id", sort=True)
    return rows + [
        counted("item_districts", mine, every, by="id", subject=at, unit="organisations") for at, mine in groups
    ]


def _in_text(items: pd.DataFrame, named: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """The mentions below an item's heading: item_id, id, cites."""
    outside = lines.loc[lines["part"] == "attendance", ["doc_id", "line"]]
    outside = set(outside["doc_id"] + ":" + outside["line"].astype(str))
    starts, mine = (table.assign(at=table["line"].str.split("-").str[0].astype(int)) for table in (items, named))
    mine = mine.astype({"doc_id": "str"}).assign(cites=mine["doc_id"] + ":" + mine["line"])
    mine = mine[~mine["cites"].isin(outside)].sort_values("at", kind="stable")
    starts = starts[["doc_id", "at", "item_id"]].sort_values("at", kind="stable")
    return pd.merge_asof(mine, starts, on="at", by="doc_id").dropna(subset="item_id")[["item_id", "id", "cites"]]


def _came_for(items: pd.DataFrame, there: pd.DataFrame, districts: Collection[str]) -> pd.DataFrame:
    """Seats of these organisations that were for named items only: item_id, id, cites."""
    ids = {(meeting, number): item for meeting, number, item in cells(items, "meeting_id", "number", "item_id")}
    seats = there[there["in_room"] & there["org_id"].isin(districts) & (there["items"] != "")]
    found = [
        (ids[meeting, number], org, cite)
        for meeting, org, numbers, cite in cells(seats, "meeting_id", "org_id", "items", "cites")
        for number in split(numbers)
        if (meeting, number) in ids
    ]
    return pd.DataFrame(found, columns=["item_id", "id", "cites"], dtype="str")


def of_workstreams(workstreams: pd.DataFrame, councils: pd.DataFrame, organisations: pd.DataFrame) -> list[dict]:
    """Workstreams of each council of the area (nought too), districts in each workstream that has any, and workstreams
    whose named partners are all of one tier or sector (other). One only `to be told` is no partner.
    """
    if workstreams.empty or councils.empty:
        return []
    tiers, kept = (
        tiers_of(councils, organisations),
        workstreams.assign(cites=workstreams["doc_id"] + ":" + workstreams["line"]),
    )
    every, of = cited(kept["cites"]), kept["workstream_id"].nunique()
    partners = kept[(kept["org_id"] != "") & (kept["part"] != "to be told")]
    about = {"by": "workstream_id", "of": of, "unit": "workstreams"}
    rows = [
        counted("authority_workstreams", partners[partners["org_id"] == org], every, subject=org, **about)
        for org in sorted(set(councils["org_id"]))
    ]
    alike = []
    for work, mine in partners.groupby("workstream_id", sort=True):
        kinds = {tiers.get(org, "") for org in mine["org_id"]}
        districts = mine[[tiers.get(org) == DISTRICT for org in mine["org_id"]]]
        if len(districts):
            rows.append(
                counted("workstream_districts", districts, every, by="org_id", subject=work, unit="organisations")
            )
        if len(kinds) == 1 and (kind := kinds.pop()):
            alike.append(counted("workstream_one_tier", mine, every, by="org_id", subject=work, other=kind))
    whole = partners["workstream_id"].nunique()
    one = partners[partners["workstream_id"].isin([row["subject"] for row in alike])]
    return [*rows, counted("workstreams_one_tier", one, every, **{**about, "of": whole}), *alike]
