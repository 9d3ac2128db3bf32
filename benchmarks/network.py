"""The network beside other tools: `python -m benchmarks.network [--quick] [--rows TEXT]`.

On made-up meetings (`two_mode_data`): from a table of ids to the tie table, the exact test against chance, bootstrap
and fixed degrees. Each way of doing it runs in a process of its own: seconds are the best of three, or of as many as
half a second holds; the time of a processor beside them, which tells how busy the machine was; the peak of memory holds
interpreter, libraries and the table. "Agrees" compares every pair with this library's. What is not installed, or would
take minutes, is said and left out. --quick: small sizes, in half a minute; --rows: only rows that hold this text.
"""

from __future__ import annotations

import argparse
import importlib.util
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from benchmarks import network_ways as ways
from benchmarks.two_mode_data import Size, made, named

_LONG = 20.0  # seconds after which a way is not run again
_SAME = 1e-8  # p-values that differ by less agree


class Row(NamedTuple):
    """What is measured: the ways, on which size, from ids of letters or numbers, and the targets."""

    name: str
    group: str  # of the ways
    size: Size
    letters: bool = False
    seconds: float = np.inf
    ratio: float = np.inf  # to bare scipy
    mib: float = np.inf


class Measured(NamedTuple):
    """One way on one table."""

    seconds: float
    processor: float
    mib: float
    before: float  # the peak with the table, before anything is done
    agrees: str


ROWS = (
    Row("tie table from names, 1,000 by 10,000", "PROJECTIONS", Size(1000, 10_000), letters=True, ratio=2),
    Row("tie table from numbers, 1,000 by 100,000", "PROJECTIONS", Size(1000, 100_000), seconds=0.25),
    Row("tie table from numbers, 10,000 by 1,000,000", "PROJECTIONS", Size(10_000, 1_000_000), seconds=4, mib=600),
    Row("exact SDSM, every pair, 200 by 300", "CHANCE", Size(200, 300, 10)),
    Row("exact SDSM, every pair, 1,000 by 1,000", "CHANCE", Size(1000, 1000), seconds=0.15),
    Row("exact SDSM, every pair, 1,000 by 10,000", "CHANCE", Size(1000, 10_000), seconds=1),
    Row("judged ties from names, 13,300 by 38,000", "TIE_TABLE", Size(13_300, 38_000, 34, 60, 0.5), True, 8, mib=1536),
    Row("1,000 bootstrap projections, 100 by 1,000", "BOOTSTRAP", Size(100, 1000), seconds=1),
    Row("the same with intervals", "INTERVALS", Size(100, 1000), seconds=1),
    Row("FDSM, 5,000 trials, 528 by 228", "FIXED_DEGREES", Size(528, 228, 8), seconds=60),
)
QUICK = (
    Row("tie table from names, 200 by 2,000", "PROJECTIONS", Size(200, 2000), letters=True),
    Row("exact SDSM, every pair, 60 by 120", "CHANCE", Size(60, 120, 8, 30)),
    Row("judged ties from names, 1,000 by 2,000", "TIE_TABLE", Size(1000, 2000), letters=True),
    Row("1,000 bootstrap projections, 50 by 200", "BOOTSTRAP", Size(50, 200)),
)


def measured(group: str, way: str, folder: Path, letters: bool) -> Measured:
    """Run one way, here, and leave what it found in the folder."""
    table = _table(folder, letters and way != "bare scipy")
    before, runs, run, found = _peak(), [], getattr(ways, group)[way].run, ()
    while len(runs) < 3 or sum(runs)[0] < 0.5:
        del found  # not beside the next
        start = np.array([time.perf_counter(), time.process_time()])
        found = run(table)
        runs.append(np.array([time.perf_counter(), time.process_time()]) - start)
        if sum(runs)[0] > _LONG:
            break
    peak = _peak()
    np.savez(folder / f"{way}.npz", *(_number(part) for part in found))
    agrees = agreement(folder, way) if way != "leadnet" else ""
    return Measured(*np.min(runs, axis=0).tolist(), peak, before, agrees)


def _table(folder: Path, letters: bool) -> pd.DataFrame:
    columns = {name: np.load(folder / f"{name}.npy") for name in ("org_id", "meeting_id")}
    return named(*columns.values()) if letters else pd.DataFrame(columns, copy=False)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _number(part: object) -> np.ndarray:
    """Names back to the numbers they were made of."""
    part = pd.Series(part)
    return part.to_numpy() if pd.api.types.is_numeric_dtype(part.dtype) else part.astype("str").str[-7:].astype(int)


def write_table(size: Size, folder: Path) -> float:
    """Write the table of a size; pair events in it."""
    for name, column in zip(("org_id", "meeting_id"), made(size), strict=True):
        np.save(folder / f"{name}.npy", column)
    present = np.bincount(column)
    return float((present * (present - 1) // 2).sum())


def agreement(folder: Path, way: str) -> str:
    """Whether what a way found is what this library found, pair by pair."""
    (ours, our_p), (theirs, their_p) = (_by_pair(folder / f"{name}.npz") for name in ("leadnet", way))
    same = theirs.equals(ours[ours > 0] if len(ours) > len(theirs) else ours)
    if our_p is None or their_p is None:
        return "every count" if same else "NO: other counts"
    apart = (their_p - our_p.reindex(their_p.index)).abs().max()
    said = f"p within {_SAME:g}" if apart < _SAME else f"p apart by up to {apart:.2g}"
    wrong = np.corrcoef(their_p, our_p.reindex(their_p.index))[0, 1] < 0
    return said + (": it gives the wrong tail" if wrong else "") if same else "NO: other counts"


def _by_pair(path: Path) -> tuple[pd.Series, pd.Series | None]:
    """Meetings together by pair, in order, and the upper tail where it is given."""
    a, b, together, *more = np.load(path).values()
    pairs = pd.MultiIndex.from_arrays([np.minimum(a, b), np.maximum(a, b)])
    found = pd.Series(together.astype(np.int64), pairs).sort_index()
    chance = bool(more) and more[0].dtype.kind == "f"
    return found, pd.Series(more[0], pairs).sort_index() if chance else None


def lines(row: Row) -> Iterator[str]:
    """The row of the target, then a line for each way."""
    with tempfile.TemporaryDirectory() as name:
        folder, found = Path(name), {}
        events = _alone(write_table, row.size, folder)
        yield f"| **{row.name}** ({events / 1e6:.3g} million pair events) | | | | | |"
        for way, how in getattr(ways, row.group).items():
            if importlib.util.find_spec(how.needs) is None:
                yield f"| {way} | not installed | | | | |"
            elif events > how.most:
                yield f"| {way} | left out over {how.most / 1e6:g} million | | | | |"
            else:
                found[way] = _alone(measured, row.group, way, folder, row.letters)
                yield _line(way, found[way], found["leadnet"])
        yield f"| target | {_target(row, found)} | | | | |"


def _alone(function: object, *given: object) -> object:
    """Call a function in a fresh process; this one stays small, for a child's peak begins at its parent's."""
    start = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=start) as pool:
        return pool.submit(function, *given).result()


def _line(way: str, it: Measured, ours: Measured) -> str:
    cells = (f"{it.seconds:.3f} s", f"{it.processor:.3f} s", f"{it.seconds / ours.seconds:.2f}")
    return f"| {way} | {' | '.join(cells)} | {it.mib:.0f} MiB ({it.before:.0f} before) | {it.agrees} |"


def _target(row: Row, found: dict[str, Measured]) -> str:
    mine, said = found["leadnet"], []
    for name, bound, value in (("s", row.seconds, mine.seconds), ("MiB", row.mib, mine.mib)):
        if np.isfinite(bound):
            said.append(f"{bound:g} {name}: {'met' if value <= bound else 'MISSED'}")
    if np.isfinite(row.ratio):
        ratio = mine.seconds / found["bare scipy"].seconds
        said.append(f"{row.ratio:g} times bare scipy: {'met' if ratio <= row.ratio else 'MISSED'} ({ratio:.2f})")
    return "; ".join(said) or "none"


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.network", description=__doc__.splitlines()[0])
    words.add_argument("--quick", action="store_true")
    words.add_argument("--rows", default="")
    asked = words.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # for the peers' sake: this library's times do not hang on it
    print("| | seconds | of a processor | times leadnet | peak | agrees |\n| --- | --- | --- | --- | --- | --- |")
    for row in QUICK if asked.quick else ROWS:
        if asked.rows in row.name:
            for line in lines(row):
                print(line, flush=True)


if __name__ == "__main__":
    main()
