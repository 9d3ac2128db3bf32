"""The shape of a network in a few numbers, always beside its size; none of them is better for being larger.

Networks here are symmetric matrices of weights with an empty diagonal, 0 where there is no tie.
"""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd

from leadnet.network.bootstrap import interval
from leadnet.network.core import core
from leadnet.network.incidence import Incidence


def average_degree(ties: np.ndarray) -> float:
    """Ties of an organisation, on average.

    >>> average_degree(np.array([[0, 1, 0], [1, 0, 0], [0, 0, 0]]))
    0.6666666666666666
    """
    return float((ties > 0).sum() / len(ties)) if len(ties) else np.nan


def density(ties: np.ndarray) -> float:
    """Ties out of all pairs (0 to 1)."""
    return average_degree(ties) / (len(ties) - 1) if len(ties) > 1 else np.nan


def centralisation(ties: np.ndarray) -> float:
    """Degree centralisation (Freeman 1979): 0 where all have as many ties, 1 for a star. Not defined under three.

    >>> centralisation(np.array([[0, 1, 1, 1], [1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]]))
    1.0
    """
    degree, size = (ties > 0).sum(axis=1), len(ties)
    return float((degree.max() - degree).sum() / ((size - 1) * (size - 2))) if size > 2 else np.nan


def core_share(ties: np.ndarray) -> float:
    """Share of the organisations in the core: the set whose ties among themselves part it best from the rest."""
    return len(core(ties > 0).members) / len(ties) if len(ties) > 2 else np.nan


MEASURES = {
    "average degree": average_degree,
    "density": density,
    "degree centralisation": centralisation,
    "core share": core_share,
}


def structure(
    table: Incidence, at_least: int = 1, times: int = 200, seed: int = 20261123, strata: np.ndarray | None = None
) -> pd.DataFrame:
    """Each measure of the network of pairs that met `at_least` so often: measure, value, low, high, size.

    low and high are bootstrap 95 over meetings (`interval`); a resampled meeting counts as often as it is drawn. size:
    organisations, without which none of these numbers can be compared.
    """
    together = (table.present @ table.present.T).toarray()
    rows = []
    for name, measure in MEASURES.items():
        low, high = interval(table, lambda found, of=measure: of(tied(found, at_least)), times, seed, strata)
        rows.append((name, measure(tied(together, at_least)), low, high, len(together)))
    return pd.DataFrame(rows, columns=["measure", "value", "low", "high", "size"])


def tied(together: np.ndarray, at_least: int = 1) -> np.ndarray:
    """The matrix of meetings together with an empty diagonal and without ties of fewer than `at_least`."""
    found = np.where(together >= at_least, together, 0)
    np.fill_diagonal(found, 0)
    return found


def constraint(ties: np.ndarray, weighted: bool = False) -> np.ndarray:
    """Burt's constraint of each organisation: high where its partners are tied to each other; NaN for one with none."""
    graph = nx.from_numpy_array(ties.astype(float) if weighted else (ties > 0).astype(float))
    found = nx.constraint(graph, weight="weight")
    return np.array([found[node] for node in range(len(ties))], dtype=float)
