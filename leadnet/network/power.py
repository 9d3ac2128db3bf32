"""How many meetings of this kind before a tie of a given strength could be told, by simulation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.network.degree_model import fit
from leadnet.network.incidence import incidence
from leadnet.network.opportunity import within
from leadnet.network.poisson_binomial import laws
from leadnet.network.two_mode import in_room
from leadnet.study import StudyError

MEETINGS = (6, 12, 24, 48, 96, 192, 384)
ENOUGH = 0.8  # of the trials: the usual mark of power


def power(
    there: pd.DataFrame,
    could: pd.DataFrame | None = None,
    *,
    strength: float = 1.5,
    meetings: Sequence[int] = MEETINGS,
    trials: int = 200,
    level: float = 0.05,
    seed: int = 20261123,
) -> pd.DataFrame:
    """The share of simulated records in which a planted tie is told from chance, by number of meetings: a curve.

    there: presence of a study (columns org_id, meeting_id, in_room); could: its opportunity set; strength: meetings
    together over those by chance (above 1 a tie, below 1 avoidance), held back where the two cannot meet so often or
    so seldom. Each trial draws meetings from those on record, each organisation there with its own chance, and one pair
    at random, of those with a shared opportunity, whose meetings are bound together; the pair is told when the exact
    test reaches the level as the only discovery among those pairs. One meeting makes nobody certain: an organisation
    seen at n of m is taken to come with chance (n + 1/2) / (m + 1).

    Columns meetings, trials, told (share), low, high (Wilson 95), strength, reached (the mean strength that could be
    planted).
    """
    if min(strength, level, trials) <= 0:
        raise StudyError(f"power: strength {strength}, level {level} and trials {trials} must be above 0")
    habits = _habits(there, could)
    open_ = (habits > 0).astype(int)
    pairs = np.argwhere(np.triu(open_ @ open_.T, 1))
    rng = np.random.default_rng(seed)
    rows = []
    for number in meetings:
        outcomes = [_trial(habits, pairs, number, strength, level, rng) for _ in range(trials)]
        told = sum(found for found, _ in outcomes)
        low, high = _wilson(told / trials, trials)
        reached = float(np.mean([planted for _, planted in outcomes]))
        rows.append((number, trials, told / trials, low, high, strength, reached))
    return pd.DataFrame(rows, columns=["meetings", "trials", "told", "low", "high", "strength", "reached"])


def meetings_needed(curve: pd.DataFrame, enough: float = ENOUGH) -> int | None:
    """The fewest meetings of the curve from which on at least `enough` of the trials told the tie; None if none do.

    >>> meetings_needed(pd.DataFrame({"meetings": [6, 12, 24], "told": [0.1, 0.85, 0.9]}))
    12
    """
    short = curve.loc[curve["told"] < enough, "meetings"].max()
    after = curve.loc[~(curve["meetings"] <= short), "meetings"]
    return int(after.min()) if len(after) else None


def _wilson(share: float, trials: int, z: float = 1.959964) -> tuple[float, float]:
    """The 95 per cent interval of a share of simulated trials (Wilson 1927)."""
    middle, spread = share + z**2 / (2 * trials), z * np.sqrt(share * (1 - share) / trials + z**2 / (4 * trials**2))
    return max(0.0, (middle - spread) / (1 + z**2 / trials)), min(1.0, (middle + spread) / (1 + z**2 / trials))


def _habits(there: pd.DataFrame, could: pd.DataFrame | None) -> np.ndarray:
    """The chance of each organisation at each meeting on record, never certain; nought where it could not be."""
    table = incidence(in_room(there))
    everywhere = sparse.csr_array(np.ones(table.present.shape, dtype=np.int32))
    seen, open_ = (table.present, everywhere) if could is None else within(table, could)[:2]
    model, held = fit(seen, open_), open_.toarray() > 0
    room = held.sum(axis=1, keepdims=True)
    return np.where(held, (room * model.chances() + 0.5) / (room + 1), 0.0)


def _trial(
    habits: np.ndarray, pairs: np.ndarray, number: int, strength: float, level: float, rng: np.random.Generator
) -> tuple[bool, float]:
    """Whether the planted pair is told in one simulated record, and the strength that was planted."""
    if not len(pairs):
        return False, np.nan
    chance = habits[:, rng.integers(habits.shape[1], size=number)]
    a, b = pairs[rng.integers(len(pairs))]
    there = rng.random(chance.shape) < chance
    mine, theirs = chance[a], chance[b]
    both = np.clip(strength * mine * theirs, np.maximum(mine + theirs - 1, 0), np.minimum(mine, theirs))
    with_a = np.divide(both, mine, out=np.zeros(number), where=mine > 0)
    without_a = np.divide(theirs - both, 1 - mine, out=np.zeros(number), where=mine < 1)
    there[b] = rng.random(number) < np.where(there[a], with_a, without_a)
    planted = both.sum() / max((mine * theirs).sum(), 1e-300)
    return _p(there, chance > 0, a, b, strength > 1) * len(pairs) <= level, float(planted)


def _p(there: np.ndarray, open_: np.ndarray, a: int, b: int, more: bool) -> float:
    """The two-sided p of one pair, on the side asked for, within who could have been there."""
    everywhere = bool(open_.all())
    model = fit(sparse.csr_array(there.astype(np.int32)), None if everywhere else sparse.csr_array(open_.astype(int)))
    first, second = model.row_class[[a]], model.row_class[[b]]
    upper, lower = laws(model, first, second).tails(first, second, np.array([(there[a] & there[b]).sum()]))
    return min(1.0, 2 * float(upper[0] if more else lower[0]))
