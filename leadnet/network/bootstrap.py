"""How much a network hangs on which meetings happen to be on record: meetings drawn again, with replacement."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.network.incidence import Incidence
from leadnet.network.projection import pair_events

_AT_ONCE = 8_000_000  # numbers of resampled pairs held at once


def resampled_meetings(events: np.ndarray, times: int, seed: int, strata: np.ndarray | None = None) -> np.ndarray:
    """How often each event is drawn in each resample: events by `times`, each column summing to their number.

    `strata` (a label an event, as its body) keeps the number of events of each. Events are taken in the order of their
    ids, so that the order of rows of a table does not matter.
    """
    rng = np.random.default_rng(seed)
    drawn = np.zeros((len(events), times), dtype=np.int32)
    labels = np.zeros(len(events), dtype=int) if strata is None else np.unique(strata, return_inverse=True)[1]
    for label in range(labels.max(initial=-1) + 1):
        members = np.flatnonzero(labels == label)
        members = members[np.argsort(events[members], kind="stable")]
        drawn[members] = rng.multinomial(len(members), np.full(len(members), 1 / len(members)), size=times).T
    return drawn


def bootstrap_projections(table: Incidence, drawn: np.ndarray) -> tuple[np.ndarray, np.ndarray, Iterator[np.ndarray]]:
    """The pairs that met (rows a, b, in order) and, block by block of them, meetings together in each resample."""
    a, b, event = pair_events(table.present)
    codes, pair = np.unique(a.astype(np.int64) * len(table.organisations) + b, return_inverse=True)
    shared = sparse.csr_array((np.ones(len(pair), np.int32), (pair, event)), shape=(len(codes), table.present.shape[1]))
    step = max(1, _AT_ONCE // max(drawn.shape[1], 1))
    blocks = (shared[at : at + step] @ drawn for at in range(0, len(codes), step))
    return codes // len(table.organisations), codes % len(table.organisations), blocks


def tie_intervals(
    table: Incidence, times: int = 1000, seed: int = 20261123, strata: np.ndarray | None = None
) -> pd.DataFrame:
    """Bootstrap intervals of meetings together: organisation_a, organisation_b, together, low, high (the 2.5th and
    97.5th percentile over resampled meetings), kept (share of resamples in which the pair met at all).
    """
    drawn = resampled_meetings(table.events, times, seed, strata)
    a, b, blocks = bootstrap_projections(table, drawn)
    parts = [(*np.quantile(block, (0.025, 0.975), axis=1), (block > 0).mean(axis=1)) for block in blocks]
    low, high, kept = (np.concatenate(part) for part in zip(*parts, strict=True)) if parts else (np.empty(0),) * 3
    together = np.asarray((table.present @ table.present.T)[a, b]).ravel() if len(a) else np.empty(0, int)
    names = table.organisations
    columns = {"organisation_a": names[a], "organisation_b": names[b], "together": together}
    return pd.DataFrame({**columns, "low": low, "high": high, "kept": kept})


def rank_stability(
    table: Incidence, times: int = 1000, seed: int = 20261123, strata: np.ndarray | None = None
) -> tuple[pd.DataFrame, float]:
    """How far the order of organisations by meetings shared with others holds when meetings are drawn again.

    Columns organisation, shared (meetings together summed over all others), rank (1 is most; equals share their mean),
    low, high (2.5th and 97.5th percentile of the rank); and the mean rank correlation (Spearman) with the whole record.
    """
    drawn = resampled_meetings(table.events, times, seed, strata)
    others = sparse.csr_array(table.present.multiply((table.sizes - 1)[None, :]))
    shared, again = others.sum(axis=1), others @ drawn
    rank, ranks = _ranked(shared[:, None])[:, 0], _ranked(again)
    low, high = np.quantile(ranks, (0.025, 0.975), axis=1)
    found = {"organisation": table.organisations, "shared": shared, "rank": rank, "low": low, "high": high}
    return pd.DataFrame(found), float(np.mean([_correlation(rank, ranks[:, at]) for at in range(times)]))


def _ranked(values: np.ndarray) -> np.ndarray:
    """The place of each in its column, 1 for the most; equals share their mean."""
    return pd.DataFrame(values).rank(ascending=False).to_numpy()


def _correlation(first: np.ndarray, second: np.ndarray) -> float:
    """Pearson's; 1 between two orders that are all equal, 0 where only one is."""
    spread = first.std() * second.std()
    if spread == 0:
        return float(first.std() == second.std())
    return float(((first - first.mean()) * (second - second.mean())).mean() / spread)


def interval(
    table: Incidence,
    measure: Callable[[np.ndarray], float],
    times: int = 200,
    seed: int = 20261123,
    strata: np.ndarray | None = None,
) -> tuple[float, float]:
    """The 2.5th and 97.5th percentile of a measure of the matrix of meetings together, over resampled meetings."""
    drawn = resampled_meetings(table.events, times, seed, strata)
    present = table.present.astype(float)
    found = [
        measure(np.asarray((present @ present.multiply(drawn[:, at][None, :]).T).todense())) for at in range(times)
    ]
    low, high = np.quantile([value for value in found if np.isfinite(value)] or [np.nan], (0.025, 0.975))
    return float(low), float(high)
