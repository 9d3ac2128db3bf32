"""How true the p-values of the network are: `python -m benchmarks.calibration [--quick]`.

Tables are drawn without any tie, each attendance by itself with a chance of its own. With the chances known, randomised
p-values must be uniform in both tails. With chances fitted to each table, as in use, p must not be too small: the share
of pairs at or below a level is printed for p (twice the smaller tail) and for both tails, and at the end in how many
kinds of record it holds. They range from one small board to very many small meetings, where the lower tail of the model
is known not to hold: there `leadnet ties` warns (`DegreeModel.excess` over 0.25) and a study also asks the law of
meetings of their very sizes, whose lower tail stands beside. Last the shares of tables in which any pair was found at a
false discovery rate of 0.05 by q alone, and given more or less by a study.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse, stats

from leadnet.network import DegreeModel, caution, fit, laws, verdicts
from leadnet.network.poisson_binomial import lower_of_sizes
from leadnet.network.ties import pairs_tested

LEVELS = (0.01, 0.05, 0.10)
TAILS = ("p", "p_upper", "p_lower", "p_lower of sizes")
_SEED = 20261123


class Record(NamedTuple):
    """A kind of record: organisations, meetings, how many are present on average, bodies with members of their own."""

    organisations: int
    meetings: int
    present: float
    bodies: int = 1


RECORDS = (
    Record(8, 12, 4),
    Record(20, 24, 15),
    Record(16, 24, 8),
    Record(16, 24, 8, bodies=2),
    Record(30, 60, 12),
    Record(20, 40, 5),
    Record(60, 150, 4),
    Record(100, 300, 6),
    Record(30, 150, 12),
    Record(40, 200, 8),
    Record(200, 1000, 15),
    Record(16, 200, 8, bodies=2),
    Record(40, 1000, 8),
    Record(40, 5000, 8),
    Record(12, 5000, 5),
)


class Shares(NamedTuple):
    """Of all pairs, the shares at or below each level: p, upper tail, lower tail, that of meetings of their sizes.
    Of tables, those with a discovery by q, and those with a verdict of more, and of less; the excess."""

    tails: np.ndarray
    tables: np.ndarray
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
    everywhere = sparse.csr_array(could.astype(np.int32))
    shares, found, excess = np.zeros((len(TAILS), len(LEVELS))), np.zeros(3), []
    for _ in range(tables):
        seen = sparse.csr_array((rng.random(p.shape) < p).astype(np.int32))
        model = fit(seen, None if could.all() else everywhere)
        tails, told = judged(model, seen, everywhere)
        shares += (tails[:, :, None] <= LEVELS).mean(axis=1)
        found += (told["q"] <= 0.05).any(), (told["verdict"] == "more").any(), (told["verdict"] == "less").any()
        excess.append(model.excess())
    return Shares(shares / tables, found / tables, float(np.mean(excess)), bool(caution(model)))


def judged(model: DegreeModel, seen: sparse.csr_array, could: sparse.csr_array) -> tuple[np.ndarray, pd.DataFrame]:
    """The tails (TAILS) of every pair that could have met, and what a study says of all pairs."""
    a, b = np.triu_indices(seen.shape[0], 1)
    together = (seen @ seen.T).toarray()[a, b]
    pairs = pairs_tested(seen, could, model.row_class, pd.DataFrame({"together": together, "apart": 0}))
    upper, lower = laws(model, pairs.a, pairs.b).tails(pairs.a, pairs.b, together)
    p = np.minimum(1, 2 * np.minimum(upper, lower))
    tails = np.array([p, upper, lower, lower_of_sizes(model, pairs.a, pairs.b, together)])
    return tails[:, pairs.possible > 0], verdicts(model, pairs, 0.05, sizes_held=True)


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


def row(record: Record, tables: int, found: Shares) -> str:
    """A line of the table: shares, with a sign where one lies over its level by more than three standard errors."""
    cells = [_marked(share, level, tables) for tail in found.tails for share, level in zip(tail, LEVELS, strict=True)]
    cells += [_marked(share, 0.05, tables) for share in found.tables]
    name = f"{record.organisations} by {record.meetings:,}, {record.present:g} present"
    if record.bodies > 1:
        name += f", {record.bodies} bodies"
    return f"| {name} | {tables:,} | {' | '.join(cells)} | {found.excess:.2f} | {'yes' if found.warned else 'no'} |"


def cautious(records: tuple[Record, ...], found: list[Shares]) -> Iterator[str]:
    """For each tail, of the records warned of and of the others: in how many no share lies above its level."""
    for warned, said in ((False, "Not warned of"), (True, "Warned of")):
        here = [each for each in found if each.warned == warned]
        for tail, name in enumerate(TAILS):
            kept = sum((each.tails[tail] <= LEVELS).all() for each in here)
            yield f"{said} ({len(here)} of {len(records)} kinds): {name} at or below each level in {kept}."


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
    tails = (f"{name} {level:.2f}" for name in TAILS for level in LEVELS)
    print(f"\n| chances fitted | tables | {' | '.join(tails)} | any by q | any more | any less | excess | warned |")
    print("|" + " --- |" * (7 + len(TAILS) * len(LEVELS)))
    every = []
    records = RECORDS[2:4] if quick else RECORDS
    for record in records:
        tables = 50 if quick else 1000 if record.meetings < 1000 else 200
        every.append(fitted(record, tables))
        print(row(record, tables, every[-1]), flush=True)
    print("\n" + "\n".join(cautious(records, every)))


if __name__ == "__main__":
    main()
