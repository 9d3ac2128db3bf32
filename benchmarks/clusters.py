"""How near found groups are to the true ones: pairwise and B-cubed precision and recall."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd


class Agreement(NamedTuple):
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float
    f1: float


def pairwise(truth: pd.Series, found: pd.Series) -> Agreement:
    """Over the pairs of mentions: of those put together, how many belong together; of those that do, how many were put.

    With n(g, c) the mentions of true group g in found group c: right = sum of n(n - 1)/2 over (g, c); precision = right
    over the pairs within found groups, recall = right over the pairs within true groups; 1 where there is no pair.
    Big groups weigh by the square of their size. Source: Hubert and Arabie, Comparing partitions, Journal of
    Classification 2 (1985), whose four counts of pairs these are.

    `truth` and `found` give a label for each mention, both on the mention's id. Of five mentions a a b b b the first
    three are put together: one pair of the three is right, and one pair of the four true ones was found.

    >>> pairwise(pd.Series(list("aabbb")), pd.Series(list("xxxyz")))[:2]
    (0.3333333333333333, 0.25)
    """
    cells, groups, clusters = _counts(truth, found)
    right = _pairs(cells)
    return _agreement(_share(right, _pairs(clusters)), _share(right, _pairs(groups)))


def bcubed(truth: pd.Series, found: pd.Series) -> Agreement:
    """The mean over mentions of two shares: of its found group, what is of its true one; of its true, what was found.

    With n as in `pairwise` and N mentions: precision = sum of n(g, c)^2 / |c| over N, recall the same over |g|. Every
    mention weighs alike. Source: Bagga and Baldwin, Algorithms for scoring coreference chains, Proceedings of the
    Linguistic Coreference Workshop at LREC (1998).

    Of five mentions a a b b b the first three are put together: the precisions are 2/3, 2/3, 1/3, 1, 1 and the recalls
    1, 1, 1/3, 1/3, 1/3.

    >>> tuple(round(share, 3) for share in bcubed(pd.Series(list("aabbb")), pd.Series(list("xxxyz")))[:2])
    (0.733, 0.6)
    """
    cells, groups, clusters = _counts(truth, found)
    squares = cells.astype(float) ** 2
    of_found = squares / clusters.loc[cells.index.get_level_values("found")].to_numpy()
    of_true = squares / groups.loc[cells.index.get_level_values("truth")].to_numpy()
    n = max(int(cells.sum()), 1)
    return _agreement(float(of_found.sum()) / n, float(of_true.sum()) / n)


def _counts(truth: pd.Series, found: pd.Series) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Mentions in each pair of true and found group, in each true group and in each found group.

    ValueError when the two do not label the same mentions, once each.
    """
    if not truth.index.is_unique or not found.index.is_unique or set(truth.index) != set(found.index):
        raise ValueError("truth and found must label the same mentions, once each")
    both = pd.DataFrame({"truth": truth, "found": found.loc[truth.index]})
    return both.groupby(["truth", "found"]).size(), both.groupby("truth").size(), both.groupby("found").size()


def _pairs(sizes: pd.Series) -> int:
    return int((sizes * (sizes - 1) // 2).sum())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _agreement(precision: float, recall: float) -> Agreement:
    total = precision + recall
    return Agreement(precision, recall, 2 * precision * recall / total if total else 0.0)
