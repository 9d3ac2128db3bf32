"""How true the p-values of the network are: `python -m benchmarks.calibration [--quick]`.

Tables are drawn without any tie, each attendance by itself with a chance of its own. With the chances known, randomised
p-values must be uniform in both tails. With chances fitted to each table, as in use, p must not be too small: the share
of pairs at or below a level is printed for both tails, beside the share of tables in which anything was found at a
false discovery rate of 0.05. The kinds of record range from one board to very many small meetings, where the lower tail
is known not to hold; `DegreeModel.excess` is printed for each, and `leadnet ties` warns over 0.25.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy import sparse, stats

from leadnet.network import DegreeModel, benjamini_hochberg, caution, fit, laws

LEVELS = (0.01, 0.05, 0.10)
_SEED = 20261123


class Record(NamedTuple):
    """A kind of record: organisations, meetings, how many are present on average, bodies with members of their own."""

    organisations: int
    meetings: int
    present: float
    bodies: int = 1


RECORDS = (
    Record(16, 24, 8),
    Record(16, 24, 8, bodies=2),
    Record(30, 60, 12),
    Record(40, 200, 8),
    Record(40, 1000, 8),
    Record(40, 5000, 8),
    Record(200, 1000, 15),
)


class Shares(NamedTuple):
    """Of all pairs, the shares at or below each level in each tail; of tables, those with a discovery; the excess."""

    upper: np.ndarray
    lower: np.ndarray
    false: float
    excess: float
    warned: bool


def chances(record: Record, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """The chance of each organisation at each meeting, and where it could be: uneven both ways, nobody certain."""
    often = rng.beta(2, 2, size=(record.organisations, 1)) + 0.1
    p = often * rng.uniform(0.6, 1.4, size=(1, record.meetings))
    p *= record.present / p.sum(axis=0).mean()
    could = np.ones(p.shape, dtype=bool)
    if record.bodies == 2:  # each with half of the organisations and half of the meetings
        half, middle = record.organisations // 2, record.meetings // 2
        could[:half, :middle] = could[half:, middle:] = False
    return np.where(could, np.minimum(p, 0.95), 0), could


def fitted(record: Record, tables: int) -> Shares:
    """The shares over so many tables, the model fitted to each."""
    rng = np.random.default_rng(_SEED)
    p, could = chances(record, rng)
    a, b = np.triu_indices(len(p), 1)
    possible = (could.astype(np.float32) @ could.T.astype(np.float32))[a, b] > 0
    everywhere = None if could.all() else sparse.csr_array(could.astype(np.int32))
    low, false, excess = np.zeros((2, len(LEVELS))), 0, []
    for _ in range(tables):
        there = (rng.random(p.shape) < p).astype(np.float32)
        model = fit(sparse.csr_array(there.astype(np.int32)), everywhere)
        first, second = model.row_class[a], model.row_class[b]
        together = (there @ there.T)[a, b].astype(int)
        tails = np.array(laws(model, first, second).tails(first, second, together))[:, possible]
        low += (tails[:, :, None] <= LEVELS).mean(axis=1)
        false += bool((benjamini_hochberg(np.minimum(1, 2 * tails.min(axis=0))) <= 0.05).any())
        excess.append(model.excess())
    return Shares(*(low / tables), false / tables, float(np.mean(excess)), bool(caution(model)))


def known(tables: int) -> Iterator[tuple[str, float, np.ndarray]]:
    """For each tail the p-value of a Kolmogorov-Smirnov test of uniformity, and the shares at or below the levels."""
    rng = np.random.default_rng(_SEED)
    p = rng.beta(1.5, 2.5, size=(120, 1)) * rng.uniform(0.3, 1.0, size=(1, 40))
    places = (np.arange(size) for size in p.shape)
    model = DegreeModel(*places, *(np.ones(size) for size in p.shape), p > 0, p)
    a, b = np.arange(0, 120, 2), np.arange(1, 120, 2)  # no organisation in two pairs: draws of their own
    held, found = laws(model, a, b), ([], [])
    for _ in range(tables):
        there = rng.random(p.shape) < p
        tails = held.tails(a, b, (there[a] & there[b]).sum(axis=1))
        here = tails[0] + tails[1] - 1  # the chance of exactly as many
        for tail, part in zip(tails, found, strict=True):
            part.append(tail - rng.random(len(a)) * here)
    for name, part in zip(("upper", "lower"), found, strict=True):
        values = np.concatenate(part)
        yield name, float(stats.kstest(values, "uniform").pvalue), (values[:, None] <= LEVELS).mean(axis=0)


def row(record: Record, tables: int) -> str:
    """A line of the table: shares, with a sign where one lies over its level by more than three standard errors."""
    found = fitted(record, tables)
    pairs = zip((*found.upper, *found.lower), LEVELS * 2, strict=True)
    cells = [_marked(share, level, tables) for share, level in pairs]
    name = f"{record.organisations} by {record.meetings:,}, {record.present:g} present"
    if record.bodies > 1:
        name += f", {record.bodies} bodies"
    warned = "yes" if found.warned else "no"
    shares = (*cells, _marked(found.false, 0.05, tables), f"{found.excess:.2f}", warned)
    return f"| {name} | {tables:,} | {' | '.join(shares)} |"


def _marked(share: float, level: float, tables: int) -> str:
    """Pairs of one table hang together, so that the error is that of so many tables, not of their pairs."""
    over = share > level + 3 * np.sqrt(level * (1 - level) / tables)
    return f"{share:.4f}{' OVER' if over else ''}"


def main() -> None:
    """Print both parts."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__.splitlines()[0])
    words.add_argument("--quick", action="store_true")
    quick = words.parse_args().quick
    print("| chances known | uniform: p | at .01 | at .05 | at .10 |\n| --- | --- | --- | --- | --- |")
    for name, uniform, shares in known(100 if quick else 2000):
        print(f"| {name} tail | {uniform:.2f} | {' | '.join(f'{share:.4f}' for share in shares)} |")
    print("\n| chances fitted | tables | upper .01 | .05 | .10 | lower .01 | .05 | .10 | any found | excess | warned |")
    print("|" + " --- |" * 11)
    for record in RECORDS[:2] if quick else RECORDS:
        print(row(record, 50 if quick else 1000 if record.meetings < 1000 else 200), flush=True)


if __name__ == "__main__":
    main()
