"""The whole country beside pandas and polars: `python -m benchmarks.national [--shares 0.01 0.1 1] [--folder DIR]`.

Made-up tables (`leadnet simulate --national`). Each way runs in a process of its own on two threads; seconds, seconds
of a processor (how busy the machine was) and the peak of memory, which holds interpreter and libraries. The peers do
less: their rates are counts without members, and know neither windows, missing minutes nor statuses that say nothing;
their projection keeps nobody apart and sets nothing aside; neither checks the tables. "Counted" is the sum of meetings
in the room or together, which shows that they count the same. What does not fit is left out, and said. Beside a peer
stands how many times leadnet's seconds, and its peak, it takes. The load of the machine over the last minute is printed
with each line, and at the end how the cost grows with the pair events.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

IN_ROOM = ("present", "in_attendance")


class Way(NamedTuple):
    """How it is done, and the largest share of the country on which it is tried."""

    run: object
    most: float = 1.0


class Measured(NamedTuple):
    seconds: float
    processor: float
    mib: float
    found: int


def _engine(folder: Path, memory: str, asked: object) -> object:
    from leadnet.national import DuckDB, prepared

    engine = DuckDB(folder, folder.parent / f"spill-{os.getpid()}", memory)
    prepared(engine, asked)
    return engine


def our_rates(folder: Path) -> int:
    from leadnet.national import Asked, counted

    engine = _engine(folder, "200MB", Asked())
    for _ in counted(engine, Asked(), lambda said: None, ("came", "came_in_time", "odd")):
        pass
    engine.keep("counted_rates", "SELECT * FROM rates")
    return int(engine.rows("SELECT SUM(n) AS n FROM tally")["n"].iloc[0])


def our_projection(folder: Path, by_year: bool = False) -> int:
    from leadnet.national import Asked, Projection, counted, places, years_of
    from leadnet.network import pairs_together

    asked = Asked()
    if by_year:
        from leadnet.national import DuckDB

        asked = Asked(windows=years_of(DuckDB(folder, folder.parent / "spill-years", "150MB")))
    engine = _engine(folder, "150MB", asked)
    projection = Projection(len(places(engine)), pairs_together)
    for _ in counted(engine, asked, lambda said: None, ()):
        projection.add(engine)
    pairs = (projection.take(span) for span in range(len(asked.windows)))
    return sum(int(found["together"].sum() + found["apart"].sum()) for found in pairs)


def our_years(folder: Path) -> int:
    return our_projection(folder, by_year=True)


def our_analysis(folder: Path) -> int:
    from leadnet.build.national import project

    with tempfile.TemporaryDirectory() as name:
        return sum(project(folder, Path(name) / "out").pairs.values())


def _pandas_room(folder: Path) -> object:
    import duckdb  # pandas reads Parquet only with a further package

    with duckdb.connect() as engine:
        rows = engine.execute(
            f"SELECT meeting_id, org_id, status FROM read_parquet('{folder}/attendance/*.parquet')"
        ).df()
        meetings = engine.execute(
            f"SELECT meeting_id, body_id, date FROM read_parquet('{folder}/meetings/*.parquet')"
        ).df()
    return rows[rows["status"].isin(IN_ROOM)][["meeting_id", "org_id"]].drop_duplicates(), meetings


def pandas_rates(folder: Path) -> int:
    room, meetings = _pandas_room(folder)
    return int(room.merge(meetings, on="meeting_id").groupby(["body_id", "org_id"]).size().sum())


def pandas_projection(folder: Path, by_year: bool = False) -> int:
    room, meetings = _pandas_room(folder)
    keys = ["org_id_x", "org_id_y"]
    if by_year:
        room = room.merge(meetings.assign(year=meetings["date"].str[:4].astype("int16"))[["meeting_id", "year"]])
        keys = ["year_x", *keys]
    pairs = room.merge(room, on="meeting_id")
    pairs = pairs[pairs["org_id_x"] < pairs["org_id_y"]]
    return int(pairs.groupby(keys).size().sum())


def pandas_years(folder: Path) -> int:
    return pandas_projection(folder, by_year=True)


def _polars_room(folder: Path) -> object:
    import polars as pl

    rows = pl.scan_parquet(f"{folder}/attendance/*.parquet").filter(pl.col("status").is_in(IN_ROOM))
    return pl, rows.select("meeting_id", "org_id").unique()


def polars_rates(folder: Path) -> int:
    pl, room = _polars_room(folder)
    meetings = pl.scan_parquet(f"{folder}/meetings/*.parquet").select("meeting_id", "body_id")
    counted = room.join(meetings, on="meeting_id").group_by("body_id", "org_id").len()
    return int(counted.select(pl.col("len").sum()).collect(engine="streaming").item())


def polars_projection(folder: Path, by_year: bool = False) -> int:
    pl, room = _polars_room(folder)
    pairs, keys = room.join(room, on="meeting_id"), ["org_id", "org_id_right"]
    if by_year:
        meetings = pl.scan_parquet(f"{folder}/meetings/*.parquet")
        pairs = pairs.join(meetings.select("meeting_id", year=pl.col("date").str.slice(0, 4)), on="meeting_id")
        keys = ["year", *keys]
    counted = pairs.filter(pl.col("org_id") < pl.col("org_id_right")).group_by(keys).len()
    return int(counted.select(pl.col("len").sum()).collect(engine="streaming").item())


def polars_years(folder: Path) -> int:
    return polars_projection(folder, by_year=True)


TASKS = {
    "rates": {"leadnet": Way(our_rates), "pandas": Way(pandas_rates, 0.1), "polars": Way(polars_rates)},
    "projection": {
        "leadnet": Way(our_projection),
        "pandas": Way(pandas_projection, 0.1),
        "polars": Way(polars_projection, 0.1),
    },
    "projection by year": {
        "leadnet": Way(our_years),
        "pandas": Way(pandas_years, 0.1),
        "polars": Way(polars_years, 0.1),
    },
    "whole analysis, to p-values": {"leadnet": Way(our_analysis)},
}
TARGETS = {  # share, task: seconds, MB
    (1.0, "rates"): (8, 500),
    (1.0, "projection"): (25, 2000),
    (1.0, "projection by year"): (20, 500),
    (0.01, "whole analysis, to p-values"): (3, 2000),
}


def measured(run: object, folder: Path) -> Measured:
    """Run one way, here: best started in a fresh process."""
    start = time.perf_counter(), time.process_time()
    found = run(folder)
    seconds, processor = time.perf_counter() - start[0], time.process_time() - start[1]
    return Measured(seconds, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, found)


def lines(share: float, folder: Path, tasks: list[str], cost: dict[str, list[Measured]]) -> Iterator[str]:
    """A line of the table for each task and way; `cost` gathers what leadnet took by task."""
    for task in tasks:
        for name, way in TASKS[task].items():
            if share > way.most:
                yield f"| {share:g} | {task} | {name} | left out over {way.most:g}: too large or too long | | | | | |"
                continue
            with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
                it = pool.submit(measured, way.run, folder).result()
            if name == "leadnet":
                ours = it
                cost.setdefault(task, []).append(it)
            cells = f"{it.seconds:.1f} s | {it.processor:.1f} s | {it.mib:.0f} MiB | {it.found:,}"
            times = "" if it is ours else f"{it.seconds / ours.seconds:.1f}, {it.mib / ours.mib:.1f}"
            load = f"{os.getloadavg()[0]:.1f}{_verdict(share, task, name, it)}"
            yield f"| {share:g} | {task} | {name} | {cells} | {times} | {load} |"


def growth(shares: list[float], cost: dict[str, list[Measured]]) -> Iterator[str]:
    """How the cost of the projection grows with the pair events, share by share."""
    for share, it in zip(shares, cost.get("projection", ()), strict=False):
        each = it.processor / it.found * 1e9
        yield f"share {share:g}: {it.found:,} pair events, {it.processor:.1f} s of a processor, {each:.0f} ns for each"


def _verdict(share: float, task: str, name: str, it: Measured) -> str:
    if name != "leadnet" or (share, task) not in TARGETS:
        return ""
    seconds, mb = TARGETS[share, task]
    said = {name: "met" if met else "MISSED" for name, met in (
        ("seconds", it.seconds <= seconds), ("half of the processor time", it.processor <= 2 * seconds),
        ("memory", it.mib * 1.048576 <= mb))}  # fmt: skip
    return f"; target {seconds} s, {mb} MB: {', '.join(f'{name} {how}' for name, how in said.items())}"


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.national", description=__doc__.splitlines()[0])
    words.add_argument("--shares", type=float, nargs="+", default=[0.01, 0.1, 1.0])
    words.add_argument("--tasks", nargs="+", default=list(TASKS), choices=list(TASKS))
    words.add_argument(
        "--folder", default="", help="where the tables are kept from run to run (default: made and removed)"
    )
    asked = words.parse_args()
    from leadnet.simulate.national import write_national

    print("| share | task | way | seconds | of a processor | peak | counted | times leadnet's seconds, peak | load |\n"
          + "| --- " * 9 + "|")  # fmt: skip
    cost: dict[str, list[Measured]] = {}
    with tempfile.TemporaryDirectory() as made:
        for share in asked.shares:
            folder = Path(asked.folder or made) / f"share-{share:g}"
            if not folder.exists():
                folder.parent.mkdir(parents=True, exist_ok=True)
                write_national(folder, share)
            for line in lines(share, folder, asked.tasks, cost):
                print(line, flush=True)
    print("", *growth(asked.shares, cost), sep="\n")


if __name__ == "__main__":
    main()
