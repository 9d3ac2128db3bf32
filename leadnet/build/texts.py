"""What ids are called in a sentence, and the text of every line a finding may cite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from leadnet import measures
from leadnet.build.hiding import CLOSED, PRINTED
from leadnet.study.counting import spread
from leadnet.study.words import long_date

if TYPE_CHECKING:
    from leadnet.build.built import Built

_HOLD_NAMES = ("person", "on_behalf_of", "owners", "printed", "text")  # columns of records
NOT_READ = "this paper is held and was not read"


def with_names(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Findings with what subject and other are called."""
    return rows.assign(**{f"{at}_name": rows[at].map(lambda key: names.get(key, key)) for at in ("subject", "other")})


def names_of(built: Built) -> dict[str, str]:
    """What each id is called in a sentence: councils, organisations, bodies, meetings, papers, items, tiers, people."""
    bodies = {row.body_id: f"the {row.short or row.name}" for row in built.bodies.itertuples()}
    meetings = {
        row.meeting_id: f"{bodies.get(row.body_id, row.body_id)} meeting of {_on(row.date)}"
        for row in built.meetings.itertuples()
    }
    papers = {row.doc_id: f"the {row.kind} of {_on(row.date)}" for row in built.sources.itertuples() if row.date}
    unlisted = {body_id: body_id for body_id in built.meetings["body_id"]}  # not yet in bodies.csv
    return {
        **measures.tier_names(built.attending["tier"]),
        **papers,
        **unlisted,
        **dict(zip(built.councils["org_id"], built.councils["name"], strict=True)),
        **dict(zip(built.organisations["org_id"], built.organisations["name"], strict=True)),
        **dict(zip(built.workstreams["workstream_id"], built.workstreams["name"], strict=True)),
        **dict(zip(built.stages["stage_id"], built.stages["name"], strict=True)),
        **{row.item_id: f"minute {row.number}" for row in built.items.itertuples()},
        **_people_met(built),
        **bodies,
        **meetings,
    }


def _people_met(built: Built) -> dict[str, str]:
    """What whoever stands in each entry of an attendance list is called: as in the first that has them; masked."""
    first = built.there.drop_duplicates("person_id")
    called = {row.person_id: built.masked(row.person, row.entry.rsplit(":", 2)[0]) for row in first.itertuples()}
    return {row.entry: called[row.person_id] for row in built.there.itertuples()}


def _on(iso: str) -> str:
    return long_date(iso) if iso else "an unknown day"


def texts_of(built: Built) -> dict[str, str]:
    """The text of every cite a finding may carry; a line of a paper that is closed says so instead."""
    found = {
        f"{row.doc_id}:{row.line}": CLOSED if row.doc_id in built.exempt else row.text
        for row in built.lines.itertuples()
    }
    for name, frame in (
        ("sources", built.sources),
        ("corrections", built.corrections),
        ("judgements", built.judgements),
        ("memberships", built.memberships),
    ):
        found[f"{name}.csv"] = f"all {len(frame)} rows of {name}.csv" if len(frame) else f"{name}.csv, which has no row"
    councils = built.councils.drop_duplicates("cites")
    register = {row.cites: f"{row.name}, {row.tier}, since {row.since}" for row in councils.itertuples(index=False)}
    return _of_unread(built) | found | register | _rows(built)


def _of_unread(built: Built) -> dict[str, str]:
    """Of lines that rows of the study name in papers that are held and were not read: that."""
    tables = (built.workstreams, built.stages, built.claims)
    cites = [f"{row.doc_id}:{row.line}" for table in tables for row in table.itertuples()]
    cites += " ".join(built.findings["cites"]).split()
    unread = set(built.unread["doc_id"])
    return {line: NOT_READ for cite in cites if cite.rpartition(":")[0] in unread for line in spread(cite)}


def correction_cite(doc_id: str, line: object) -> str:
    """The cite of what corrections.csv says of a line of a paper."""
    return f"corrections.csv#{doc_id}/{line}"


def _put_right(row: Mapping[str, str], closed: bool) -> str:
    """What a correction did; a misread name is known to no mask, and is left out."""
    if closed or row["column"] in _HOLD_NAMES:
        return f"{row['table']}, {row['column']}: put right by hand"
    return f"{row['table']}, {row['column']}: {row['was'] or 'nothing'}, put right to {row['is'] or 'nothing'}"


def _rows(built: Built) -> dict[str, str]:
    """The rows of the study's own tables by cite, as text."""
    found = {"study.toml": f"as_at = {built.settings.as_at}; rules: {built.rules}"}
    keys = {
        "organisations": ["org_id"],
        "sources": ["doc_id"],
        "stages": ["project_id", "stage_id"],
        "memberships": ["body_id", "org_id"],
    }
    for name, key in keys.items():
        for row in getattr(built, name).to_dict("records"):
            cite = f"{name}.csv#{'/'.join(row[part] for part in key)}"
            closed = PRINTED if name != "sources" and row.get("doc_id") in built.exempt else ()
            told = {column: str(cell) for column, cell in row.items() if str(cell) and column != "person_id"}  # a name
            text = ", ".join(CLOSED if column in closed else cell for column, cell in told.items())
            found[cite] = f"{found[cite]} ; {text}" if cite in found else text
    for row in built.corrections.to_dict("records"):
        cite, text = correction_cite(row["doc_id"], row["line"]), _put_right(row, row["doc_id"] in built.exempt)
        found[cite] = f"{found[cite]} ; {text}" if cite in found else text
    for row in built.meetings.itertuples():
        found[f"meetings#{row.meeting_id}"] = (
            f"{row.meeting_id}, {row.date}, known by {row.known_by}, {row.doc_id}:{row.line}"
        )
    return found
