"""Ties within and between tiers, and between layers: the E-I index and the quadratic assignment procedure (QAP)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Mixing:
    """External and internal ties (or their weight), the index (E - I) / (E + I), and what chance gives.

    expected, sd: over all ways of handing the same tiers out to the same organisations, exact; z: (index - expected) /
    sd, NaN where the tiers leave nothing to chance.
    """

    external: float
    internal: float
    index: float
    expected: float
    sd: float
    z: float


def mixing(ties: np.ndarray, groups: np.ndarray, weighted: bool = False) -> Mixing:
    """The E-I index (Krackhardt and Stern 1988) of a symmetric matrix: -1 where all ties are within tiers, 1 between.

    >>> mixing(np.array([[0, 1, 1], [1, 0, 0], [1, 0, 0]]), np.array(["county", "county", "district"])).index
    0.0
    """
    weight = _weights(ties, weighted)
    total = weight.sum() / 2
    external = (weight * (groups[:, None] != groups)).sum() / 2
    if not total:
        return Mixing(0.0, 0.0, np.nan, np.nan, np.nan, np.nan)
    index = (2 * external - total) / total
    mean, variance = _moments(weight, np.unique(groups, return_counts=True)[1])
    expected, sd = (2 * mean - total) / total, 2 * np.sqrt(max(variance, 0)) / total
    z = (index - expected) / sd if sd > 1e-12 else np.nan
    return Mixing(float(external), float(total - external), float(index), float(expected), float(sd), float(z))


def mixing_by_organisation(ties: np.ndarray, groups: np.ndarray, weighted: bool = False) -> np.ndarray:
    """The E-I index of each organisation's own ties; NaN for one with none."""
    weight = _weights(ties, weighted)
    total, external = weight.sum(axis=1), (weight * (groups[:, None] != groups)).sum(axis=1)
    return np.divide(2 * external - total, total, out=np.full(len(total), np.nan), where=total > 0)


def mixing_counts(ties: np.ndarray, groups: np.ndarray) -> pd.DataFrame:
    """Ordered pairs tied, by tier of each: a tie within a tier counts twice on the diagonal."""
    labels = np.unique(groups)
    member = (groups[:, None] == labels).astype(int)
    return pd.DataFrame(member.T @ (ties > 0).astype(int) @ member, index=labels, columns=labels)


def _weights(ties: np.ndarray, weighted: bool) -> np.ndarray:
    weight = np.asarray(ties, dtype=float) if weighted else (np.asarray(ties) > 0).astype(float)
    return weight - np.diag(np.diag(weight))


def _moments(weight: np.ndarray, sizes: np.ndarray) -> tuple[float, float]:
    """Mean and variance of the external weight when tiers of these sizes are handed out at random.

    The square of the sum falls into a pair with itself, two pairs that share an organisation, and two that share none.
    """
    size = int(sizes.sum())
    same = (sizes * (sizes - 1)).sum() / _falling(size, 2)
    three = _between_three(sizes)
    four = _between_four(sizes)
    total, strength = weight.sum() / 2, weight.sum(axis=1)
    itself = (weight**2).sum() / 2
    sharing = (strength**2).sum() - 2 * itself
    apart = total**2 - itself - sharing
    mean = total * (1 - same)
    return mean, itself * (1 - same) + sharing * three + apart * four - mean**2


def _falling(number: int, terms: int) -> float:
    """number (number - 1) … as so many factors; 1 where it would vanish, for what then is multiplied by nought."""
    return float(max(math.prod(range(number - terms + 1, number + 1)), 1)) if number >= terms else 1.0


def _between_three(sizes: np.ndarray) -> float:
    """The chance that of three organisations the first differs in tier from both others."""
    others = sizes.sum() - sizes
    return float((sizes * others * (others - 1)).sum() / _falling(int(sizes.sum()), 3))


def _between_four(sizes: np.ndarray) -> float:
    """The chance that of four organisations the first two differ in tier, and the last two."""
    size = int(sizes.sum())
    two = (sizes * (sizes - 1)).sum()
    both = two**2 - (sizes * (sizes - 1) * (4 * sizes - 6)).sum()  # two pairs within tiers, four organisations
    alike = two / _falling(size, 2)
    return float(1 - 2 * alike + both / _falling(size, 4)) if size > 3 else 0.0


@dataclass(frozen=True)
class Qap:
    """correlation (Pearson, over pairs) of two layers; expected and sd under relabelling; p_upper, p_lower with the
    identity counted among the permutations; permutations."""

    correlation: float
    expected: float
    sd: float
    p_upper: float
    p_lower: float
    permutations: int


def qap(first: np.ndarray, second: np.ndarray, permutations: int = 2000, seed: int = 20261123) -> Qap:
    """Whether two layers over the same organisations go together: the one's rows and columns are relabelled at random
    (Krackhardt 1988), so that the dependence within a layer is kept. NaN where a layer is the same for all pairs.
    """
    upper = np.triu_indices(len(first), 1)
    a, b = (np.asarray(layer, dtype=float) for layer in (first, second))
    a, spread = a - a[upper].mean() if len(upper[0]) else a, (a[upper].std() * b[upper].std() if len(upper[0]) else 0)
    if not spread:
        return Qap(np.nan, np.nan, np.nan, np.nan, np.nan, 0)
    rng = np.random.default_rng(seed)
    orders = [np.arange(len(b)), *(rng.permutation(len(b)) for _ in range(permutations))]
    found = np.array([(a[upper] * b[np.ix_(order, order)][upper]).mean() for order in orders]) / spread
    more, less = (found >= found[0] - 1e-12).mean(), (found <= found[0] + 1e-12).mean()
    return Qap(float(found[0]), float(found[1:].mean()), float(found[1:].std()), float(more), float(less), permutations)


def work_without_meeting(ties: pd.DataFrame, work: pd.DataFrame) -> pd.DataFrame:
    """The pairs of the tie table that share a workstream and never met: organisation_a, organisation_b, workstreams
    (how many), cites (the lines that give both their part). `work` is the table of `two_mode_workstreams`.
    """
    met = {(row.organisation_a, row.organisation_b) for row in ties.itertuples() if row.together > 0}
    pairs = work.merge(work, on="workstream_id", suffixes=("_a", "_b"))
    pairs = pairs[pairs["org_id_a"] < pairs["org_id_b"]]
    never = [pair not in met for pair in zip(pairs["org_id_a"], pairs["org_id_b"], strict=True)]
    shared = pairs[never].assign(cites=lambda rows: rows["cites_a"] + " " + rows["cites_b"])
    groups = shared.groupby(["org_id_a", "org_id_b"], sort=True)
    found = groups.agg(workstreams=("workstream_id", "nunique"), cites=("cites", " ".join)).reset_index()
    found["cites"] = [" ".join(dict.fromkeys(cell.split())) for cell in found["cites"]]
    return found.rename(columns={"org_id_a": "organisation_a", "org_id_b": "organisation_b"})


def layer(pairs: pd.DataFrame, weight: str, organisations: np.ndarray) -> np.ndarray:
    """A symmetric matrix over `organisations` from a table of pairs (organisation_a, organisation_b, `weight`)."""
    names = pd.Index(organisations)
    a, b = names.get_indexer(pairs["organisation_a"]), names.get_indexer(pairs["organisation_b"])
    held = (a >= 0) & (b >= 0)
    found = np.zeros((len(names), len(names)))
    found[a[held], b[held]] = pairs[weight].to_numpy(dtype=float)[held]
    return found + found.T
