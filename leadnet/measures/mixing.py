"""Do ties run between tiers or within: the E-I index and the mixing matrix, tested by dealing the tiers out anew."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement
from typing import NamedTuple

import numpy as np
import pandas as pd

from leadnet.measures.tiers import last_tiers, lines_of, pair_key
from leadnet.study import finding

PERMUTATIONS, _SEED, _AT_ONCE = 1999, 20261123, 100
SAYS = {
    "ei_index": "Of the pairs of organisations that met, {n_of} are of two tiers (E-I index {value}; the same tiers "
    "dealt out at random give {low} to {high}): {note}.",
    "mixing": "{subject}: {value:pair|pairs} met; the same tiers dealt out at random give {low} to {high}: {note}.",
}
_NOTHING = "where every pair met, or none, this says nothing"


class Dealt(NamedTuple):
    """What is seen (first) and what each dealing of the same tiers to the same organisations gives: index, an E-I index
    each; ties, dealings by pairs of tiers; pairs, those pairs."""

    index: np.ndarray
    ties: np.ndarray
    pairs: list[tuple[str, str]]


def dealt(met: np.ndarray, tiers: np.ndarray, times: int = PERMUTATIONS, seed: int = _SEED) -> Dealt:
    """Ties by pair of tiers and the E-I index (E - I) / (E + I) (Krackhardt and Stern 1988; -1 where all ties are
    within tiers, 1 between; NaN without ties), as they are and with the tiers dealt out anew (seed fixed).

    met: symmetric, 1 where two are tied.

    >>> line = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> dealt(line, np.array(["county", "district", "district"]), times=1).index[0].item()
    0.0
    """
    names, rng = np.unique(tiers), np.random.default_rng(seed)
    pairs = list(combinations_with_replacement(range(len(names)), 2))
    member, met = (tiers[:, None] == names).astype(np.float32), np.triu(met > 0, 1).astype(np.float32)
    met = met + met.T
    orders = [np.arange(len(tiers)), *(rng.permutation(len(tiers)) for _ in range(times))]
    (a, b), ties = np.array(pairs).T, np.empty((times + 1, len(pairs)))
    for at in range(0, times + 1, _AT_ONCE):
        mine = member[orders[at : at + _AT_ONCE]]
        both = mine.swapaxes(1, 2) @ (met @ mine)
        ties[at : at + _AT_ONCE] = both[:, a, b] / np.where(a == b, 2, 1)
    inside = ties[:, [a == b for a, b in pairs]].sum(axis=1)
    total = met.sum() / 2
    index = (total - 2 * inside) / total if total else np.full(times + 1, np.nan)
    return Dealt(index, ties, [(str(names[a]), str(names[b])) for a, b in pairs])


def tails(found: np.ndarray) -> tuple[float, float]:
    """The share of dealings with at least, and with at most, what is seen (the first), itself counted among them, so
    that p is never too small (Phipson and Smyth 2010).

    >>> tails(np.array([2.0, 1.0, 2.0, 3.0]))
    (0.75, 0.75)
    """
    return float((found >= found[0] - 1e-9).mean()), float((found <= found[0] + 1e-9).mean())


def of_mixing(ties: pd.DataFrame, attending: pd.DataFrame, rules: object) -> list[dict]:
    """The E-I index of the pairs that met (n ties between tiers, of of all), and the pairs that met by pair of tiers,
    each with the middle 95 in 100 of what dealing gives (low, high). The note says more or fewer, or that it cannot be
    told, at the level of the rules (for the matrix by Bonferroni over its cells). Organisations without a tier are left
    out. Subject of mixing: the pair of tiers.
    """
    if ties.empty:
        return []
    tiers = last_tiers(attending)
    kept = ties[ties["organisation_a"].isin(tiers) & ties["organisation_b"].isin(tiers)]
    orgs = sorted({*kept["organisation_a"], *kept["organisation_b"]})
    if len(set(map(tiers.get, orgs))) < 2 or not (kept["together"] > 0).any():
        return []
    place = {org: at for at, org in enumerate(orgs)}
    met = np.zeros((len(orgs), len(orgs)))
    a, b = (kept[name].map(place).to_numpy(int) for name in ("organisation_a", "organisation_b"))
    met[a, b] = met[b, a] = (kept["together"] > 0).to_numpy(int)
    found = dealt(met, np.array([tiers[org] for org in orgs]))
    return list(_told(found, attending[attending["seen"]], rules.level))


def _told(found: Dealt, seen: pd.DataFrame, level: float) -> Iterator[dict]:
    total, inside = found.ties[0].sum(), sum(n for n, (a, b) in zip(found.ties[0], found.pairs, strict=True) if a == b)
    about = {"n": int(total - inside), "of": int(total), "unit": "index"}
    yield finding(
        "ei_index",
        float(found.index[0]),
        lines_of(seen, set(seen["tier"]) - {""}),
        **about,
        **_beside(found.index, level, "between tiers"),
    )
    for at, pair in enumerate(found.pairs if np.ptp(found.ties, axis=0).any() else ()):
        mine = found.ties[:, at]
        about = {"subject": pair_key(*pair), "unit": "pairs", "n": int(mine[0])}
        if mine.max() > 0:
            beside = _beside(mine, level / len(found.pairs), "pairs")
            yield finding("mixing", int(mine[0]), lines_of(seen, pair), **about, **beside)


def _beside(found: np.ndarray, level: float, what: str) -> dict[str, object]:
    low, high = (float(end) for end in np.quantile(found, (0.025, 0.975)))
    upper, lower = tails(found)
    told = 2 * min(upper, lower) <= level
    note = (f"more {what}" if upper < lower else f"fewer {what}") + " than dealing gives"
    note = note if told else "no more and no fewer than dealing gives, as far as can be told"
    return {"low": low, "high": high, "note": note if np.ptp(found) > 1e-9 else _NOTHING}
