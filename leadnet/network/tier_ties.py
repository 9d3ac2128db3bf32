"""Meetings together by pair of tiers: one number from all pairs of organisations, tested as one.

A county's few meetings can carry this test where they cannot carry one for each pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations_with_replacement

import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.network import checkerboards
from leadnet.network.degree_model import DegreeModel, fit
from leadnet.network.fixed_degrees import drawn
from leadnet.network.incidence import incidence
from leadnet.network.meetings_shared import missed_each_other
from leadnet.network.opportunity import opportunity, within
from leadnet.network.poisson_binomial import FLOOR, sums
from leadnet.network.two_mode import in_room
from leadnet.network.verdicts import benjamini_hochberg
from leadnet.study import Rules, StudyError
from leadnet.study.schema import TIERS

_SHUFFLED, _FEWEST, _MOST = 28_000_000, 499, 2000  # attendances to draw in all, and the bounds of trials


def tier_ties(
    present: sparse.csr_array,
    tiers: np.ndarray,
    could: sparse.csr_array | None = None,
    apart: Mapping[tuple[int, int], int] | None = None,
    *,
    level: float = 0.05,
    trials: int | None = None,
    seed: int = 20261123,
    exact: bool = False,
) -> pd.DataFrame:
    """Each pair of tiers against chance; `tiers` gives the tier of each row, "" for one that is left out.

    Columns tier_a, tier_b, pairs, together (meetings together summed over their pairs), expected, ratio, p_upper,
    p_lower, error (Monte Carlo standard error of the smaller of the two), q (over the pairs of tiers), verdict; with
    `exact` also sdsm_expected, sdsm_upper, sdsm_lower. The verdict is that of the fixed degree sequence model: the
    stochastic one lets meetings vary in size, which makes sums over many pairs larger by chance than any record can be.
    It is cannot be told where not even the most or the fewest of all tables drawn would have reached the level.

    trials: random tables; by default 2,000, fewer for sparse tables of over 14,000 attendances, never under 499.
    `apart`: by pair of rows, meetings at which both were in the room and were kept from meeting.
    """
    names = sorted(set(tiers.tolist()) - {""})
    pairs = list(combinations_with_replacement(names, 2))
    if not pairs:
        return pd.DataFrame(columns=_COLUMNS)
    kept, start = _kept_apart(tiers, pairs, apart or {}), present.tocoo()
    both = _together(_tier_sizes(start.row[None], start.col[None], tiers, names, present.shape[1]), len(names))[0]
    trials = trials or int(np.clip(_SHUFFLED // max(present.nnz, 1), _FEWEST, _MOST))
    by_draw = _drawn_sums(present, tiers, names, trials, seed, could)
    rows = [_row(pair, tiers, int(both[at]), kept[pair], by_draw[:, at]) for at, pair in enumerate(pairs)]
    found = _judged(pd.DataFrame(rows, columns=_COLUMNS), np.array([kept[pair] for pair in pairs]), by_draw, level)
    return found.assign(**_exact(fit(present, could), tiers, found, both)) if exact else found


_COLUMNS = ["tier_a", "tier_b", "pairs", "together", "expected", "ratio", "p_upper", "p_lower", "error", "q", "verdict"]


def tiers_together(
    there: pd.DataFrame,
    meetings: pd.DataFrame,
    memberships: pd.DataFrame,
    tiers: Mapping[str, str],
    rules: Rules,
    **how: int,
) -> pd.DataFrame:
    """`tier_ties` of a study, within its opportunity set. tiers: tier of each org_id; one without is left out.

    StudyError for a tier that is none of the schema's. `how`: trials, seed, exact.
    """
    unknown = sorted(f'{org}: "{tier}"' for org, tier in tiers.items() if tier and tier not in TIERS)
    if unknown:
        raise StudyError(f"organisations.csv, tier of {unknown[0]} is not one of {', '.join(TIERS)}")
    rows = in_room(there)
    table = incidence(rows)
    seen, could, _ = within(table, opportunity(there, meetings, memberships))
    place = {org: at for at, org in enumerate(table.organisations)}
    missed = Counter((place[a], place[b]) for pairs in missed_each_other(rows).values() for a, b in pairs)
    of = np.array([tiers.get(org, "") for org in table.organisations], dtype=object)
    return tier_ties(seen, of, could, missed, level=rules.level, **how)


def _kept_apart(tiers: np.ndarray, pairs: list[tuple[str, str]], apart: Mapping) -> dict[tuple[str, str], int]:
    kept = dict.fromkeys(pairs, 0)
    for (a, b), times in apart.items():
        pair = tuple(sorted((tiers[a], tiers[b])))
        if pair in kept:
            kept[pair] += times
    return kept


def _row(pair: tuple[str, str], tiers: np.ndarray, both: int, kept: int, by_draw: np.ndarray) -> dict[str, object]:
    """One pair of tiers: `both` counts meetings shared, `kept` those at which they missed each other."""
    first, second = (int((tiers == tier).sum()) for tier in pair)
    upper, lower = _shares(by_draw, both - kept, both)
    smaller, expected = min(upper, lower), float(by_draw.mean())
    return {
        "tier_a": pair[0],
        "tier_b": pair[1],
        "pairs": first * (first - 1) // 2 if pair[0] == pair[1] else first * second,
        "together": both - kept,
        "expected": expected,
        "ratio": (both - kept) / expected if expected else np.nan,
        "p_upper": upper,
        "p_lower": lower,
        "error": np.sqrt(smaller * (1 - smaller) / len(by_draw)),
    }


def _exact(model: DegreeModel, tiers: np.ndarray, found: pd.DataFrame, both: np.ndarray) -> dict[str, list[float]]:
    """What the stochastic model says of each pair of tiers, by its exact law."""
    of = {tier: np.bincount(model.row_class[tiers == tier], minlength=len(model.rows)) for tier in set(tiers.tolist())}
    members = [[of[tier] for tier in pair] for pair in zip(found["tier_a"], found["tier_b"], strict=True)]
    tails = [
        _tails(_law(model, mine, many), together, many)
        for mine, together, many in zip(members, found["together"].tolist(), both.tolist(), strict=True)
    ]
    return {
        "sdsm_expected": [_expected(model, mine) for mine in members],
        "sdsm_upper": [upper for upper, _ in tails],
        "sdsm_lower": [lower for _, lower in tails],
    }


def _judged(found: pd.DataFrame, apart: np.ndarray, by_draw: np.ndarray, level: float) -> pd.DataFrame:
    """q and verdict; whether the extremes of what was drawn could have shown anything is asked of each."""
    p = np.minimum(1, 2 * np.minimum(found["p_upper"].to_numpy(float), found["p_lower"].to_numpy(float)))
    q, bar = benjamini_hochberg(p), level / max(len(found), 1)
    ends = [
        ((by_draw == end).sum(axis=0) + 1) / (len(by_draw) + 1) for end in (by_draw.max(axis=0), by_draw.min(axis=0))
    ]
    told, together, expected = q <= level, found["together"].to_numpy(), found["expected"].to_numpy(float)
    verdict = np.select(
        [told & (together > expected), told & (together + apart < expected), 2 * np.minimum(*ends) <= bar],
        ["more", "less", "as chance"],
        "cannot be told",
    )
    return found.assign(q=q, verdict=verdict)


def _tier_sizes(row: np.ndarray, column: np.ndarray, tiers: np.ndarray, names: list[str], meetings: int) -> np.ndarray:
    """Organisations of each tier at each meeting, of tables given as lists of entries: tables by tiers by meetings."""
    number = np.array([names.index(tier) if tier in names else len(names) for tier in tiers.tolist()], dtype=np.int64)
    shape = (len(row), len(names) + 1, meetings)
    code = (np.arange(len(row))[:, None] * shape[1] + number[row]) * meetings + column
    return np.bincount(code.ravel(), minlength=int(np.prod(shape))).reshape(shape)[:, :-1]


def _together(sizes: np.ndarray, tiers: int) -> np.ndarray:
    """Meetings together of each pair of tiers: tables by pairs."""
    sums = [
        (sizes[:, g] * (sizes[:, g] - 1) // 2 if g == h else sizes[:, g] * sizes[:, h]).sum(axis=1)
        for g, h in combinations_with_replacement(range(tiers), 2)
    ]
    return np.array(sums).reshape(-1, len(sizes)).T


def _drawn_sums(
    present: sparse.csr_array, tiers: np.ndarray, names: list[str], trials: int, seed: int, could: object
) -> np.ndarray:
    if checkerboards.fits(present):
        sizes = (
            np.array([bits[tiers == name].sum(axis=0, dtype=np.int64).T for name in names]).swapaxes(0, 1)
            for bits in checkerboards.tables(present, trials, seed, could)
        )
    else:
        batches = drawn(present, trials, seed, could)
        sizes = (_tier_sizes(row, column, tiers, names, present.shape[1]) for row, column in batches)
    return np.concatenate([_together(found, len(names)) for found in sizes])


def _law(model: DegreeModel, members: list[np.ndarray], seen: int) -> np.ndarray:
    """The exact law of the sum over meetings of (one tier's number) x (the other's), or of the pairs within one tier.

    members: how many of each class of organisations a tier has. Meetings are independent, and so are organisations at
    a meeting: the law at each class of meetings first, then of their sum by Fourier transform.
    """
    first, second = (sums(model.p.T, many.astype(float)) for many in members)
    parts = [_product(*there, members[0] is members[1]) for there in zip(first, second, strict=True)]
    means = np.array([pmf @ np.arange(len(pmf)) for pmf in parts])
    squares = np.array([pmf @ np.arange(len(pmf)) ** 2.0 for pmf in parts])
    longest = max(map(len, parts), default=1)
    most = (longest - 1) * model.columns.sum()
    spread = np.sqrt(((squares - means**2) * model.columns).sum())
    reach = max((means * model.columns).sum() + 40 * spread + 50 * longest, seen + 1)  # beyond: nothing a float holds
    size = 1 << int(np.ceil(np.log2(min(most, reach) + 2)))
    wave = np.ones(size // 2 + 1, dtype=complex)
    for pmf, times in zip(parts, model.columns, strict=True):
        wave *= np.fft.rfft(pmf, size) ** times
    return np.maximum(np.fft.irfft(wave, size), 0.0)


def _product(first: np.ndarray, second: np.ndarray, same: bool) -> np.ndarray:
    """The law of the number of pairs at one meeting, from those of the numbers of organisations there."""
    if same:
        n = np.arange(len(first))
        return np.bincount(n * (n - 1) // 2, weights=first)
    pairs = np.multiply.outer(np.arange(len(first)), np.arange(len(second)))
    return np.bincount(pairs.ravel(), weights=np.multiply.outer(first, second).ravel())


def _tails(pmf: np.ndarray, least: int, most: int) -> tuple[float, float]:
    """The chance of at least `least`, and of at most `most`."""
    upper = 1.0 if least <= 0 else pmf[least:].sum()
    return float(np.clip(upper, FLOOR, 1)), float(np.clip(pmf[: most + 1].sum(), FLOOR, 1))


def _shares(sums: np.ndarray, least: int, most: int) -> tuple[float, float]:
    upper, lower = int((sums >= least).sum()), int((sums <= most).sum())
    return (upper + 1) / (len(sums) + 1), (lower + 1) / (len(sums) + 1)


def _expected(model: DegreeModel, members: list[np.ndarray]) -> float:
    mine, theirs = (many @ model.p for many in members)
    both = (mine * theirs) @ model.columns
    return float((both - (members[0] @ model.p**2) @ model.columns) / 2 if members[0] is members[1] else both)
