"""Rows proposed for the study's register, for a person to look at and keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from leadnet.names.kinds import existed, sector_of, told, years_of
from leadnet.names.organisation_names import expansion, is_abbreviation, parts
from leadnet.names.register import authorities, on_date
from leadnet.names.slugs import slug
from leadnet.study import plain
from leadnet.study.schema import ORGANISATIONS, PEOPLE

_CHIEF = re.compile(
    r"\b(chief executive|chief \w+ officer|chief constable|managing director|director)\b", re.IGNORECASE
)
_ELECTED = re.compile(r"^(cllr|councillor|alderman|mayor|lord mayor)\b", re.IGNORECASE)
COUNCIL_KINDS = {
    "county": "county council",
    "district": "district or borough council",
    "metropolitan": "district or borough council",
    "london borough": "london borough",
    "unitary": "unitary or other council named plain Council",
    "police": "police force",
    "fire": "fire and rescue",
    "combined authority": "combined authority",
}


def proposed_people(
    attendance: pd.DataFrame, links: pd.DataFrame, mentions: pd.DataFrame, people: pd.DataFrame
) -> pd.DataFrame:
    """A row of people.csv for each person of an attendance list who has none, for a person to look at and keep.

    Elected members and chief officers are proposed as named; everybody else is not.
    """
    ids = mentions[mentions["kind"] == "person"].merge(links.loc[links["kind"] == "person", ["mention_id", "id"]])
    by_place = {(row.doc_id, row.line, row.printed): row.id for row in ids.itertuples()}
    listed, rows = set(people["person_id"]), {}
    for row in attendance.itertuples():
        person_id = by_place.get((row.doc_id, row.line, row.person), "")
        if person_id and person_id not in listed:
            rank = "elected" if _ELECTED.match(row.title) else "chief officer" if _CHIEF.search(row.role) else "unknown"
            named = "" if rank == "unknown" else "yes"
            rows.setdefault(person_id, {"person_id": person_id, "name": row.person, "seniority": rank, "named": named})
    return PEOPLE.frame(rows[key] for key in sorted(rows))


def proposed_organisations(
    mentions: pd.DataFrame, links: pd.DataFrame, organisations: pd.DataFrame, dates: Mapping[str, str]
) -> pd.DataFrame:
    """A row of organisations.csv for each printed organisation that has none, for a person to look at and keep.

    The columns of organisations.csv and, last, `because` (what the row is made from, and whether the kind did not exist
    in the year of the paper), doc_id and line of the first paper. An authority of the register in force that day has
    its row from there; any other its kind and sector from what its name tells. A council's name without its place and
    a bare abbreviation are no organisations yet. `dates` gives each paper's date.
    """
    linked = set(links.loc[links["kind"] == "organisation", "mention_id"])
    new = mentions[(mentions["kind"] == "organisation") & ~mentions["mention_id"].isin(linked)]
    new = new.assign(date=new["doc_id"].map(dates).fillna("")).sort_values(["date", "mention_id"])
    own, rows = set(organisations["org_id"]), {}
    for row in new.itertuples():
        name = expansion(row.printed)[0]
        if plain(name) not in rows and not parts(name).lost_place and not is_abbreviation(name):
            rows[plain(name)] = {**_row_of(name, row.date), "doc_id": row.doc_id, "line": row.line}
    kept = [rows[name] for name in sorted(rows) if rows[name]["org_id"] not in own]
    beside = {name: [row[name] for row in kept] for name in ("because", "doc_id", "line")}
    return ORGANISATIONS.frame(kept).assign(**beside)


def _row_of(name: str, on: str) -> dict[str, str]:
    for row in _in_register(name, on):
        return {
            **{part: row[part] for part in ("org_id", "name", "short", "tier", "since", "until", "gss_code")},
            "kind": COUNCIL_KINDS.get(row["tier"], ""),
            "sector": sector_of(COUNCIL_KINDS.get(row["tier"], "")),
            "area": row["county"],
            "because": "the register of authorities has it",
        }
    kind = told(name).kind
    years = "-".join(years_of(kind))
    late = "" if existed(kind, on) else f"; there was none in {on[:4]} ({years}): look whether it is another"
    because = f"its name tells the kind{late}" if kind else "its name tells no kind: fill kind and sector"
    row = {"org_id": slug(name), "name": name, "kind": kind, "sector": sector_of(kind), "tier": "none"}
    return {**row, "because": because}


def _in_register(name: str, on: str) -> Iterator[dict[str, str]]:
    """The authority of this official name on that day, if there is one only."""
    register = authorities()
    named = register[register["name"].map(plain) == plain(name)]
    named = on_date(named, date.fromisoformat(on)) if on else named
    if len(named) == 1:
        yield named.iloc[0].to_dict()
