"""The folder of a made-up study: settings, register, papers, answers that follow from the truth; files as bytes."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from leadnet.simulate.boards import iso
from leadnet.simulate.scene import AREA, HOST, START
from leadnet.simulate.seats import people_table, posts_table
from leadnet.simulate.study import Made, as_at
from leadnet.simulate.terms import BOARD
from leadnet.simulate.truth import truth
from leadnet.study.schema import INPUTS
from leadnet.study.tables import csv_text

_STUDY = """# A made-up county: places, people and papers are invented. What is true of it lies in truth/.
format = 1
name = "Torswoldshire, a made-up county"
area = "{area}"
host = "{host}"
as_at = {as_at}
mode = "committee"
made_up = true

[rules]

[windows]
{windows}
"""
_BRIEFING = """# What the briefing says of itself. Everything else in it is computed.
title = "Working together in Torswoldshire, a made-up county: who took part, and is the project moving?"
to = "The boards of a county that does not exist"
date = {as_at}
contact = "Partnerships team of a made-up county"
purpose = "To show on invented papers what leadnet finds in real ones."
recommendations = [
  "read a number and open it at its line;",
  "hold what the record shows against truth/, which no real study has; and",
  "answer an open question and see what changes.",
]
implications = "None arising: the county is made up."
sides = 8
"""
_SIGNED = {"by": "the made-up truth", "scope": "line", "verdict": "same"}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def files(made: Made) -> dict[str, bytes]:
    """Every file of the study by its path in the folder, the papers and truth/ among them."""
    tables = _tables(made)
    found = {name: csv_text(table.frame(tables.get(name, []))).encode("utf-8") for name, table in INPUTS.items()}
    found |= {f"truth/{name}.csv": csv_text(rows).encode("utf-8") for name, rows in truth(made).items()}
    found |= {f"papers/{doc_id}.{paper.ending}": paper.content for doc_id, paper in made.papers.items()}
    found |= {f"papers/{doc_id}.md": content for doc_id, (_, content) in made.reports.papers.items()}
    found[f"papers/{made.terms.doc_id}.md"] = made.terms.content
    settings = {"area": AREA, "host": HOST, "as_at": as_at(made), "windows": "\n".join(_windows(made))}
    found["study.toml"] = _STUDY.format(**settings).encode("utf-8")
    found["briefing.toml"] = _BRIEFING.format(**settings).encode("utf-8")
    return dict(sorted(found.items()))


def _windows(made: Made) -> Iterator[str]:
    """A window a year, by name."""
    years = round((made.scene.last - made.scene.first) / 365.25)
    start = int(START[:4])
    for at, word in enumerate(_ORDINALS[:years]):
        first, last = (
            f"{start + at}{START[4:]}",
            str(iso([pd.Timestamp(f"{start + at + 1}{START[4:]}").toordinal() - 719164])[0]),
        )
        yield f'"{word} year" = ["{first}", "{last}"]'


def _tables(made: Made) -> dict[str, list[dict]]:
    world = made.scene
    bodies = world.bodies.assign(host=HOST, area=AREA)
    posts = posts_table(made.staff, world.first, world.last)
    return {
        "sources.csv": list(_sources(made)),
        "bodies.csv": bodies[["body_id", "name", "short", "host", "area"]].to_dict("records"),
        "workstreams.csv": [{**row, "state": "kept"} for row in made.reports.work],
        "stages.csv": made.reports.stages,
        "register/organisations.csv": list(_organisations(made)),
        "register/people.csv": people_table(made.staff).to_dict("records"),
        "register/posts.csv": posts.to_dict("records"),
        "register/memberships.csv": list(_memberships(made)),
        "register/judgements.csv": list(_judgements(made)),
    }


def _sources(made: Made) -> Iterator[dict]:
    same = {"origin": "made up by leadnet simulate", "licence": "MIT", "access": "public"}
    rows = [
        {"doc_id": row.doc_id, "file": f"{row.doc_id}.{made.papers[row.doc_id].ending}", "kind": "minutes",
         "body_id": row.body_id, "date": row.date}
        for row in made.held[made.held["minutes"] == "yes"].itertuples()
    ]  # fmt: skip
    rows += [
        {"doc_id": doc_id, "file": f"{doc_id}.md", "kind": "report", "body_id": "reorganisation", "date": on}
        for doc_id, (on, _) in made.reports.papers.items()
    ]
    paper = made.terms.doc_id
    rows += [{"doc_id": paper, "file": f"{paper}.md", "kind": "report", "body_id": BOARD, "date": START}]
    yield from ({**row, **same} for row in sorted(rows, key=lambda row: (row["date"], row["doc_id"])))


def _organisations(made: Made) -> Iterator[dict]:
    names = ("org_id", "name", "short", "kind", "sector", "tier", "since", "until")
    for row in made.scene.organisations.itertuples():
        yield {name: getattr(row, name) for name in names} | {"area": AREA}


def _memberships(made: Made) -> Iterator[dict]:
    """A row a seat; the last day is blank where the seat lasts longer than the study."""
    for row in made.scene.members.itertuples():
        until = "" if row.until == made.scene.last else str(iso([row.until])[0])
        yield {"body_id": row.body_id, "org_id": row.org_id, "part": "member", "since": START, "until": until,
               "state": "kept"}  # fmt: skip


def _judgements(made: Made) -> list[dict]:
    """What a person would sign of the actions whose line is known: that it asks, and what a later line shows."""
    rows = []
    for action in truth(made)["actions"].itertuples():
        if not action.line:
            continue
        left, because = f"{action.doc_id}:{action.line}:1", "asks somebody to do something"
        rows.append({"left": left, "right": "asks", "because": because})
        if action.shown_line:
            right = f"{action.shown_doc}:{action.shown_line} {action.shows}"
            rows.append({"left": left, "right": right, "because": "the later line tells of it"})
        elif action.shows == "silent" and action.next_doc:
            rows.append({"left": left, "right": f"{action.next_doc} not mentioned later", "because": "read through"})
    kept = pd.DataFrame(rows).drop_duplicates(["left", "right"]).to_dict("records")
    return [
        {"question_id": f"q-{n:04d}", "kind": "action", **row, **_SIGNED, "on": as_at(made)}
        for n, row in enumerate(kept, start=1)
    ]
