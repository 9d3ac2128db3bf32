"""What the test against chance says of each pair: p, q, and one of four verdicts (design rule 7)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from leadnet.network.degree_model import DegreeModel
from leadnet.network.poisson_binomial import Laws, laws, lower_of_sizes

_VERDICTS = np.array(["cannot be told", "more", "less", "as chance"], dtype=object)
_YES = np.array(["", "yes"], dtype=object)
EXCESS = 0.25  # standard deviations by which the model may expect pairs too often before it is said


@dataclass(frozen=True)
class Pairs:
    """Pairs to be tested, an array for each: a, b (classes of the model), together, apart (both in the room and yet
    kept from meeting), most and fewest (meetings the two could have shared, each being at as many as it was), possible
    (meetings both could have been at), times (how many pairs the row stands for)."""

    a: np.ndarray
    b: np.ndarray
    together: np.ndarray
    apart: np.ndarray
    most: np.ndarray
    fewest: np.ndarray
    possible: np.ndarray
    times: np.ndarray


def verdicts(model: DegreeModel, pairs: Pairs, level: float, *, sizes_held: bool = False) -> pd.DataFrame:
    """expected, ratio, p_upper, p_lower, q, can_show_more, can_show_less (yes or blank) and verdict for each pair.

    p = min(1, 2 min(p_upper, p_lower)); q by Benjamini-Hochberg over the pairs with a shared opportunity. Verdict more
    or less when q is at most `level`; else cannot be told when neither the most nor the fewest meetings the two could
    have shared would have reached it; else as chance. A pair with no shared opportunity cannot be told.

    sizes_held: where the model expects pairs too often (`DegreeModel.excess` over EXCESS), a less that does not stand
    by the law of meetings of their very sizes (`lower_of_sizes`) cannot be told either, though its q is at most the
    level; p and q stay those of the model.
    """
    held = laws(model, pairs.a, pairs.b)
    expected = model.expected()[pairs.a, pairs.b]
    # The null knows only who was in the room. Where both were and did not meet (one joint post, no shared item), the
    # record made them miss each other, not a choice: such meetings help neither verdict.
    upper, _ = held.tails(pairs.a, pairs.b, pairs.together)
    _, lower = held.tails(pairs.a, pairs.b, pairs.together + pairs.apart)
    p, tested = np.minimum(1.0, 2 * np.minimum(upper, lower)), pairs.possible > 0
    q = np.ones(len(p))
    q[tested] = benjamini_hochberg(p[tested], pairs.times[tested])
    told = tested & (q <= level)
    stands = _stands(model, pairs, (upper, lower), q, level) if sizes_held and model.excess() > EXCESS else told
    most, fewest = _could_show(held, pairs, tested)
    found = pd.DataFrame({"expected": expected, "p_upper": upper, "p_lower": lower, "q": q, "p_most": most,
                          "p_fewest": fewest, "together": pairs.together, "apart": pairs.apart})  # fmt: skip
    bar = _bar(pairs.times[told].sum(), pairs.times[tested].sum(), level)
    return _judged(found, bar, told, stands)[list(_TOLD)]


_TOLD = ("expected", "ratio", "p_upper", "p_lower", "q", "can_show_more", "can_show_less", "verdict")


def judged(found: pd.DataFrame, level: float) -> pd.DataFrame:
    """Pairs with a shared opportunity, all of them, with ratio, q, can_show_more, can_show_less and verdict added.

    Columns needed: together, apart, expected, p_upper, p_lower, p_most and p_fewest (the tails at the most and the
    fewest meetings the two could have shared). The rules of `verdicts`.
    """
    q = benjamini_hochberg(np.minimum(1.0, 2 * np.minimum(found["p_upper"], found["p_lower"])).to_numpy())
    told = q <= level
    return _judged(found.assign(q=q), _bar(np.count_nonzero(told), len(q), level), told, told)


def _judged(found: pd.DataFrame, bar: float, told: np.ndarray, stands: np.ndarray) -> pd.DataFrame:
    """The pairs with ratio, what could have been shown, and the verdict; stands: of those told, which less is one."""
    together, expected = found["together"].to_numpy(), found["expected"].to_numpy()
    more, less = ((2 * found[name] <= bar).to_numpy() for name in ("p_most", "p_fewest"))
    fewer = told & (together + found["apart"].to_numpy() < expected)
    which = np.select([told & (together > expected), fewer & stands, (more | less) & ~fewer], [1, 2, 3])
    return found.assign(
        ratio=np.divide(together, expected, out=np.full(len(found), np.nan), where=expected > 0),
        can_show_more=_YES[more.astype(int)],
        can_show_less=_YES[less.astype(int)],
        verdict=_VERDICTS[which],
    )


def _stands(model: DegreeModel, pairs: Pairs, tails: tuple, q: np.ndarray, level: float) -> np.ndarray:
    """Whether what q tells is told too when the lower tail is that of meetings of their very sizes.

    Such a tail is never the smaller one, so that only pairs found by the model need it.
    """
    upper, lower = tails[0], tails[1].copy()
    asked = np.flatnonzero((q <= level) & (lower < upper))
    lower[asked] = lower_of_sizes(model, pairs.a[asked], pairs.b[asked], (pairs.together + pairs.apart)[asked])
    p, tested = np.minimum(1.0, 2 * np.minimum(upper, lower)), pairs.possible > 0
    told = np.zeros(len(q), dtype=bool)
    told[tested] = benjamini_hochberg(p[tested], pairs.times[tested]) <= level
    return told


def _bar(found: int, tested: int, level: float) -> float:
    """The p that would have been found beside those that were: level * (found + 1) / tested."""
    return level * (found + 1) / max(tested, 1)


def _could_show(held: Laws, pairs: Pairs, tested: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The tails at the most meetings the two could have shared and at the fewest; 1 where nothing is tested."""
    most, _ = held.tails(pairs.a, pairs.b, pairs.most)
    _, fewest = held.tails(pairs.a, pairs.b, pairs.fewest)
    return np.where(tested, most, 1.0), np.where(tested, fewest, 1.0)


def caution(model: DegreeModel) -> str:
    """What a reader of verdicts of less must be told of this model (see `DegreeModel.excess`); blank for nothing."""
    above = model.excess()
    if above <= EXCESS:
        return ""
    return (
        'Beware of "less": the model lets events vary in size and so expects every pair too often, here by '
        f"{above:.1f} of its standard deviation on average; ask the fixed degree sequence model about such pairs."
    )


def benjamini_hochberg(p: np.ndarray, times: np.ndarray | None = None) -> np.ndarray:
    """q-values: the smallest false discovery rate at which each p is still found (Benjamini and Hochberg 1995).

    `times`: how many tests share each p, where they are not given one by one.

    >>> benjamini_hochberg(np.array([0.01, 0.5, 0.02])).round(3).tolist()
    [0.03, 0.5, 0.03]
    """
    order = np.argsort(p, kind="stable")
    rank = np.arange(1, len(p) + 1) if times is None else np.cumsum(times[order])
    q = np.empty(len(p))
    if len(p):
        q[order] = np.minimum.accumulate((p[order] * rank[-1] / rank)[::-1])[::-1]
    return np.minimum(q, 1.0)
