"""How fast the measures are: `python -m benchmarks.measures [--organisations 200] [--meetings 500]`.

A made-up record, seed fixed: four bodies, each organisation a member of two of them, each member in the room at about
half of the meetings; every tenth meeting has no minutes; windows are financial years. Printed, in seconds of one
processor (on an idle machine the same as by the clock): the tables the network makes (ties, tests by pair of tiers in
the whole record and in each window, who stands between), the Grid, each measure of participation and of the tiers with
how many findings it gives, the best of three runs, and testing the headlines again without each piece; last the sum.
"""

from __future__ import annotations

import argparse
import inspect
import time
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pandas as pd

from benchmarks.tiers import again, tested, with_councils
from leadnet import measures
from leadnet.study import Rules, fixed
from leadnet.study.schema import ATTENDANCE, DECISIONS, ITEMS, LINES, MEETINGS, MEMBERSHIPS, ORGANISATIONS, WORKSTREAMS

NO_WORK = WORKSTREAMS.empty()
BODIES, ITEMS_EACH, FIRST = 4, 8, date(2010, 1, 5)
HOMES = ("drift", "participation", "rates", "membership", "people", "seniority", "voice", "gaps", "two_tier",
         "tiers_met", "mixing", "between", "reach")  # fmt: skip
PARTICIPATION = tuple(measure for measure in measures.MEASURES if measure.__module__.rsplit(".", 1)[1] in HOMES)


def record(organisations: int, meetings: int, seed: int = 1) -> dict[str, object]:
    """The tables the measures ask for, by name."""
    draw = np.random.default_rng(seed)
    orgs = [f"org-{n:03}" for n in range(organisations)]
    met = [_meeting(n) for n in range(meetings)]
    of_body = {
        body: [org for at, org in enumerate(orgs) if body in (at % BODIES, (at + 1) % BODIES)] for body in range(BODIES)
    }
    there = pd.DataFrame(
        [
            row
            for n, meeting in enumerate(met)
            if meeting["known_by"] == "minutes"
            for row in _entries(meeting["meeting_id"], of_body[n % BODIES], draw)
        ]
    )
    seats = [
        {"body_id": f"body-{body}", "org_id": org, "part": "member"} for body, mine in of_body.items() for org in mine
    ]
    held = MEETINGS.frame(met)
    attendance = ATTENDANCE.frame(there[["meeting_id", "doc_id", "line", "n", "status"]].to_dict("records"))
    texts = _texts(there, draw)
    persons = sorted(set(there["person_id"]))
    return {
        "there": there.assign(cites=there["doc_id"] + ":" + there["line"]),
        "meetings": held,
        "coverage": measures.coverage(held),
        "attendance": attendance,
        "councils": pd.DataFrame(columns=["meeting_id", "org_id", "cites"], dtype="str"),
        "memberships": MEMBERSHIPS.frame(seats),
        "organisations": ORGANISATIONS.frame([{"org_id": org, "tier": "none"} for org in orgs]),
        "ranks": pd.DataFrame(
            {"person_id": persons, "seniority": draw.choice(["chief officer", "senior", "other"], len(persons))}
        ),
        "windows": fixed(met[0]["date"], met[-1]["date"]),
        "hosts": {meeting["meeting_id"]: orgs[0] for meeting in met},
        "decisions": DECISIONS.empty(),
        **texts,
    }


def _meeting(n: int) -> dict[str, str]:
    body, day = f"body-{n % BODIES}", (FIRST + timedelta(days=7 * n)).isoformat()
    known_by = "later paper" if n % 10 == 9 else "minutes"
    return {
        "meeting_id": f"{body}-{day}",
        "body_id": body,
        "date": day,
        "known_by": known_by,
        "doc_id": f"doc-{n}",
        "line": "1",
    }


def _entries(meeting_id: str, members: list[str], draw: np.random.Generator) -> list[dict[str, object]]:
    """The list of one meeting: about half of the members in the room, a tenth sorry, a tenth by a substitute."""
    rows: list[dict[str, object]] = []
    for org, lot in zip(members, draw.random(len(members)), strict=True):
        if lot > 0.6:
            continue
        person = f"{org}-{int(draw.integers(3))}"
        in_room, line = lot <= 0.5, str(len(rows) + 5)
        rows.append(
            {"meeting_id": meeting_id, "doc_id": meeting_id, "line": line, "n": 1, "org_id": org, "person_id": person,
             "head": f"{meeting_id}/{person}", "entry": f"{meeting_id}:{line}:1", "person": person,
             "status": "present" if in_room else "apologies", "part": "member", "chair": not rows, "items": "",
             "on_behalf_of": f"{org}-0" if lot < 0.05 else "", "in_room": in_room, "counted": True, "joint": False,
             "weight": 1.0, "inferred": False, "by_post": False, "printed": True}
        )  # fmt: skip
    return rows


def _texts(there: pd.DataFrame, draw: np.random.Generator) -> dict[str, pd.DataFrame]:
    """Items of each meeting, and in each a line that names two of those in the room."""
    items, lines, named = [], [], []
    for meeting_id, mine in there[there["in_room"]].groupby("meeting_id"):
        for n in range(ITEMS_EACH):
            at = 500 + 10 * n
            place = {"doc_id": meeting_id, "line": str(at)}
            items.append({"item_id": f"{meeting_id}/{n}", "meeting_id": meeting_id, **place})
            who = mine["person_id"].iloc[draw.integers(len(mine), size=2)].tolist()
            lines.append(
                {
                    "doc_id": meeting_id,
                    "line": at,
                    "part": "item",
                    "text": f"{who[0]} introduced a report; {who[1]} said so.",
                }
            )
            named += [{"kind": "person", "printed": name, "linked": "person", "id": name, **place} for name in who]
    return {"items": ITEMS.frame(items), "lines": LINES.frame(lines), "named": pd.DataFrame(named)}


def best(run: Callable[[], object], times: int = 3) -> tuple[float, object]:
    """Seconds of a processor in the fastest of some runs, and what it gave."""
    seconds: list[float] = []
    for _ in range(times):
        start = time.process_time()
        found = run()
        seconds.append(time.process_time() - start)
    return min(seconds), found


def main() -> None:
    """Print the figures."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.measures", description=__doc__.splitlines()[0])
    words.add_argument("--organisations", type=int, default=200)
    words.add_argument("--meetings", type=int, default=500)
    asked = words.parse_args()
    tables = {**with_councils(record(asked.organisations, asked.meetings)), "rules": Rules(), "workstreams": NO_WORK}
    tables["unanswered"] = pd.DataFrame(columns=["org_id", "meeting_id", "cites"], dtype="str")
    whole = 0.0
    for name, seconds in tested(tables, best):
        whole += seconds
        print(f"{seconds:6.3f} s  of the network: {name}")
    parameters = ("there", "meetings", "councils", "attendance", "memberships")
    seconds, tables["grid"] = best(lambda: measures.grid(*(tables[name] for name in parameters)))
    sizes = f"{len(tables['grid'])} cells, {len(tables['there'])} entries, {len(tables['windows'])} windows"
    print(f"{seconds:6.3f} s  the Grid: {sizes}")
    whole += seconds
    for measure in PARTICIPATION:
        given = {name: tables[name] for name in inspect.signature(measure).parameters}
        seconds, rows = best(lambda measure=measure, given=given: measure(**given))
        whole += seconds
        print(f"{seconds:6.3f} s  {measure.__module__.rsplit('.', 1)[1]}.{measure.__name__}: {len(rows)} findings")
    seconds, rows = best(lambda: again(tables), 1)
    print(f"{seconds:6.3f} s  headlines tested again: {len(rows)} findings")
    print(f"{whole + seconds:6.3f} s  in all: network, Grid, measures, headlines tested again")


if __name__ == "__main__":
    main()
