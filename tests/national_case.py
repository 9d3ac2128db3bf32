"""A study's tables, and a made-up country's, as an engine has them and as the functions of a study have them."""

from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from leadnet.national import Asked, counted, prepared
from leadnet.study.queries import step
from leadnet.study.schema import ATTENDANCE, LINKS, MEETINGS, MEMBERSHIPS, MENTIONS

PARQUET = "COPY (SELECT * FROM frame) TO '{path}' (FORMAT parquet)"


def written(folder: Path, tables: dict[str, pd.DataFrame]) -> Path:
    """The tables as Parquet files below a folder."""
    import duckdb

    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as engine:
        for name, frame in tables.items():
            engine.register("frame", frame)
            engine.execute(PARQUET.format(path=folder / f"{name}.parquet"))
    return folder


def all_steps(engine: object, asked: Asked) -> None:
    """Run every step over the whole record, kept under its name."""
    prepared(engine, asked)
    for _ in counted(engine, asked, lambda said: None):
        engine.keep("pairs", step("pairs"))
    engine.keep("opportunity", step("opportunity"))


def on_engine(engine: object) -> Callable[[str], pd.DataFrame]:
    """A function that gives the rows of a query."""
    return lambda query: engine.rows(query)


def rows(frame: pd.DataFrame, columns: Iterable[str]) -> list[tuple]:
    """Rows of a table as plain tuples, in order; what is missing is None."""
    cells = frame[list(columns)].astype(object)
    return sorted(cells.where(cells.notna(), None).itertuples(index=False, name=None), key=lambda row: str(row))


def oddities(seed: int) -> dict:
    """A made-up record in which everything that matters to counting happens by chance, most of it at once.

    60 meetings of three bodies, one without a list of members; undated, announced and not minuted ones; every status,
    part and mode; joint posts, people listed twice, items, substitutes; overlapping seats.
    """
    rng = np.random.default_rng(seed)
    orgs = np.array([f"org-{at}" for at in range(7)])
    any_of = lambda *words: words[rng.integers(len(words))]  # noqa: E731
    meetings, entries, mentions, links, seats = [], [], [], [], []
    for at in range(60):
        day = f"20{10 + at // 24}-{1 + at % 12:02}-{1 + at % 28:02}" if at % 17 else ""
        known = any_of("minutes", "minutes", "minutes", "minutes", "later paper", "announced")
        meetings.append({"meeting_id": f"m-{at:02}", "body_id": f"body-{at % 3}", "date": day, "known_by": known,
                         "doc_id": f"doc-{at}", "line": "1"})  # fmt: skip
        for line in range(2, 2 + rng.integers(7) if known == "minutes" else 2):
            place = {"doc_id": f"doc-{at}", "line": str(line)}
            person = f"Person {rng.integers(6)}"
            stands = rng.permutation(orgs)[: any_of(0, 1, 1, 1, 1, 2)]
            entries.append({
                **place, "meeting_id": f"m-{at:02}", "n": "1", "person": person, "organisations": " | ".join(stands),
                "part": any_of("member", "member", "support", "guest", "observer", "unknown"),
                "status": any_of("present", "present", "in_attendance", "apologies", "absent", "expected"),
                "mode": any_of("room", "virtual", "unknown"), "on_behalf_of": any_of("", "", "Person 9"),
                "items": any_of("", "", "", "3", "5 | 6"), "chair": "",
            })  # fmt: skip
            for kind, printed, id in [("person", person, person), *(("organisation", org, org) for org in stands)]:
                key = f"{at}:{line}:{kind}:{printed}"
                mentions.append({**place, "mention_id": key, "kind": kind, "printed": printed})
                links.append({"mention_id": key, "kind": kind, "id": id, "how": "exact"})
    for body in range(2):
        for _ in range(14):
            since, until = sorted(f"20{rng.integers(9, 13):02}-{rng.integers(1, 13):02}-15" for _ in range(2))
            seats.append({"body_id": f"body-{body}", "org_id": any_of(*orgs), "since": any_of(since, ""),
                          "until": any_of(until, ""), "part": any_of("member", "guest", "unknown")})  # fmt: skip
    return {
        "meetings": MEETINGS.frame(meetings), "attendance": ATTENDANCE.frame(entries), "links": LINKS.frame(links),
        "mentions": MENTIONS.frame(mentions), "memberships": MEMBERSHIPS.frame(seats),
        "hosts": {row["meeting_id"]: "org-0" for row in meetings},
    }  # fmt: skip
