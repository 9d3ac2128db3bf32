"""Three simpler null models, for comparison: rows alone, columns alone, or nothing but the number of attendances fixed.

Each gives p_upper (as many meetings together or more) and p_lower (as few or fewer) for every pair i < j in row order.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse, special

from leadnet.network.poisson_binomial import law, refined_normal


def _pairs(present: sparse.csr_array) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    a, b = np.triu_indices(present.shape[0], 1)
    return a, b, (present @ present.T).toarray()[a, b]


def fixed_row(present: sparse.csr_array) -> tuple[np.ndarray, np.ndarray]:
    """Each organisation keeps its number of meetings, any of them as likely: hypergeometric, exact."""
    a, b, together = _pairs(present)
    attended, meetings = np.diff(present.indptr), present.shape[1]
    upper, lower = np.empty(len(a)), np.empty(len(a))
    pairs = np.stack([attended[a], attended[b]], axis=1)
    for (mine, theirs), which in pd.DataFrame(pairs).groupby([0, 1]).indices.items():
        k = np.arange(max(0, mine + theirs - meetings), min(mine, theirs) + 1)
        ways = _log_choose(mine, k) + _log_choose(meetings - mine, theirs - k) - _log_choose(meetings, theirs)
        upper[which], lower[which] = _tails(np.pad(np.exp(ways), (k[0], 0)), together[which])
    return upper, lower


def fixed_column(present: sparse.csr_array, exact: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """Each meeting keeps its size, any organisation as likely there; one law for all pairs.

    `exact=False` gives the refined normal approximation that R backbone gives.
    """
    _, _, together = _pairs(present)
    size, sizes = present.shape[0], np.bincount(present.indices, minlength=present.shape[1])
    both = sizes * (sizes - 1) / (size * (size - 1))
    if not exact:
        return refined_normal(both[None, :], np.ones(len(both)), together)
    return _tails(law(both), together)


def fixed_fill(present: sparse.csr_array) -> tuple[np.ndarray, np.ndarray]:
    """Only the number of attendances is kept, spread in any way over the table: exact.

    P(k) sums, over the number of meetings at which one of the two was, the ways to fill two rows so and the rest.
    """
    _, _, together = _pairs(present)
    (size, meetings), filled = present.shape, present.nnz
    k, one = np.arange(meetings + 1)[:, None], np.arange(meetings + 1)
    rest = filled - 2 * k - one
    fits = (k + one <= meetings) & (rest >= 0) & (rest <= (size - 2) * meetings)
    ways = np.full(fits.shape, -np.inf)
    at_k, at_one = (part[fits] for part in np.broadcast_arrays(k, one))
    neither = meetings - at_k - at_one
    ways[fits] = (
        special.gammaln(meetings + 1)
        - special.gammaln(at_k + 1)
        - special.gammaln(at_one + 1)
        - special.gammaln(neither + 1)
        + at_one * np.log(2)
        + _log_choose((size - 2) * meetings, rest[fits])
        - _log_choose(size * meetings, filled)
    )
    return _tails(np.exp(special.logsumexp(ways, axis=1)), together)


def _log_choose(of: int, taken: np.ndarray | int) -> np.ndarray:
    return (
        special.gammaln(of + 1) - special.gammaln(np.asarray(taken) + 1) - special.gammaln(of - np.asarray(taken) + 1)
    )


def _tails(pmf: np.ndarray, together: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    upper, lower = np.cumsum(pmf[::-1])[::-1], np.cumsum(pmf)
    return np.minimum(upper[together], 1), np.minimum(lower[together], 1)
