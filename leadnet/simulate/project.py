"""One project of a made-up study: reports on its stages, which slip, and on who takes part in its joint work."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
import pandas as pd

from leadnet.simulate.boards import iso
from leadnet.simulate.paper import Block, full_date, heading, text
from leadnet.simulate.scene import Scene
from leadnet.simulate.write_text import markdown
from leadnet.study.words import long_date

PROJECT, NAME, BOARD = "one-front-door", "One front door", "reorganisation"
# stage: name, the share of the study at which it is planned, and by how many days it slips
STAGES = {
    "business-case": ("Business case", 0.24, 20),
    "supplier-chosen": ("Supplier chosen", 0.42, 120),
    "pilot": ("Pilot in two districts", 0.62, 190),
    "opening": ("Opening in every council", 0.85, 330),
}
_MOST_REPORTS = 5
# workstream: name, who leads, who joins; the last has nobody named
WORK = {
    "customer-hub": ("Customer hub", "torswoldshire", ("torswold", "haskerby", "skarwold")),
    "shared-records": ("Shared customer records", "haskerby", ("pellmarsh", "vennerley")),
    "shared-buildings": ("Shared buildings", "torswoldshire", ("torswoldshire-fire", "torswoldshire-police")),
    "website": ("One website", "torswoldshire", ()),
}


@dataclass
class Reports:
    """The papers of the project and the rows of the study that stand on them."""

    papers: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # doc_id -> date and content
    stages: list[dict] = field(default_factory=list)
    work: list[dict] = field(default_factory=list)


def reports(made: Scene, held: pd.DataFrame, names: dict[str, str]) -> Reports:
    """The progress reports, each to a meeting of the board; `names` is what each organisation is called in them."""
    found = Reports()
    board = made.bodies.set_index("body_id").loc[BOARD, "name"]
    days = held.loc[held["body_id"] == BOARD, "date"].tolist()
    days = [days[at] for at in sorted({*np.linspace(0, len(days) - 1, _MOST_REPORTS).round().astype(int).tolist()})]
    before: dict[str, str] = {}
    for n, on in enumerate(days):
        doc_id = f"{BOARD}-{on}-report"
        told = list(_stages(made, n, on, before))
        work = list(_work(names)) if n in (0, len(days) - 1) else []
        content, lines = markdown(_report(board, on, told, work))
        found.papers[doc_id] = (on, content)
        found.stages += [{**row, "doc_id": doc_id, "line": str(lines[row["stage_id"]])} for row, _ in told]
        found.work += [
            {**row, "doc_id": doc_id, "line": str(lines[row["workstream_id"]])} for rows, _ in work for row in rows
        ]
    return found


def _report(board: str, on: str, told: list[tuple[dict, str]], work: list[tuple[list[dict], str]]) -> list[Block]:
    purpose = f"To report to the Board how far the programme called {NAME} has come by {long_date(on)}."
    found = [
        Block("title", f"{board} – {full_date(on)}"),
        heading(f"{NAME}: progress report"),
        heading("Purpose of report"),
        text(purpose),
        heading("Milestones"),
        *(Block("bullet", words, row["stage_id"]) for row, words in told),
    ]
    if work:
        found += [heading("Who takes part")]
        found += [Block("bullet", words, rows[0]["workstream_id"]) for rows, words in work]
    return [*found, heading("Recommendation"), text("The Board is asked to consider the progress made.")]


def _stages(made: Scene, n: int, on: str, before: dict[str, str]) -> Iterator[tuple[dict, str]]:
    """A row of stages.csv and its line for each stage in the n-th report: planned, restated or finished."""
    for stage_id, (name, share, slip) in STAGES.items():
        plan = made.first + int(share * (made.last - made.first))
        end = str(iso([plan + slip])[0])
        same = {"project_id": PROJECT, "stage_id": stage_id, "name": name, "org_id": ""}
        if end <= on:
            if before.get(stage_id) != "actual":
                said = f"on {long_date(end)}"
                yield (
                    {**same, "state": "actual", "from": end, "to": end, "as_printed": said},
                    f"{name}: finished {said}.",
                )
            before[stage_id] = "actual"
            continue
        month = _month(str(iso([plan + slip * min(n, 3) // 3])[0]), on)
        said = f"in {long_date(month[0]).split(maxsplit=1)[1]}"
        state = "planned" if before.get(stage_id, said) == said else "restated"
        words = f"{name}: {'planned for completion' if state == 'planned' else 'now expected to be complete'} {said}."
        before.setdefault(stage_id, said)
        yield {**same, "state": state, "from": month[0], "to": month[1], "as_printed": said}, words


def _month(day: str, on: str) -> tuple[str, str]:
    """First and last day of a day's month; of the month after the report's where that would be over."""
    when = max(date.fromisoformat(day), date.fromisoformat(on).replace(day=28) + timedelta(days=4))
    return f"{when:%Y-%m}-01", f"{when:%Y-%m}-{monthrange(when.year, when.month)[1]}"


def _work(names: dict[str, str]) -> Iterator[tuple[list[dict], str]]:
    """The rows of workstreams.csv of each piece of joint work, and its line."""
    for work_id, (name, leads, joins) in WORK.items():
        parts = [(leads, "leads"), *((org, "joins") for org in joins)]
        rows = [{"workstream_id": work_id, "name": name, "org_id": org, "part": part} for org, part in parts]
        called = [names[org] for org in joins]
        others = f", with {', '.join(called[:-1])}{' and ' * (len(called) > 1)}{called[-1]}" if called else ""
        yield rows, f"{name}: led by {names[leads]}{others}."


def stages_table(found: Reports) -> pd.DataFrame:
    """truth/stages.csv: each stage's first plan and the day it was finished, blank where the study ends before."""
    rows = pd.DataFrame(found.stages)
    first = rows.drop_duplicates("stage_id").set_index("stage_id")
    done = rows[rows["state"] == "actual"].set_index("stage_id")["to"]
    return pd.DataFrame(
        [
            {
                "stage_id": stage,
                "name": name,
                "first_plan": first.loc[stage, "to"],
                "slips": slip,
                "done": done.get(stage, ""),
            }
            for stage, (name, _, slip) in STAGES.items()
        ]
    )
