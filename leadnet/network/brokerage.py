"""Brokerage between tiers: Gould and Fernandez (1989), with expectation, standard deviation and z.

A broker v stands between a and b where a and v, v and b are tied and a and b are not. Of an undirected network every
such path is counted once each way, as is the custom, so that gatekeeper and representative are equal; `paths` halves
them back. The null is a random network of the same size, groups and density, its arcs independent.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
import pandas as pd

# Each role by the groups of a, v (the broker) and b.
ROLES: dict[str, Callable[[int, int, int], bool]] = {
    "coordinator": lambda a, v, b: a == v == b,
    "itinerant": lambda a, v, b: a == b != v,
    "representative": lambda a, v, b: a == v != b,
    "gatekeeper": lambda a, v, b: a != v == b,
    "liaison": lambda a, v, b: a != v and v != b and a != b,
    "total": lambda a, v, b: True,
}


def brokerage(ties: np.ndarray, groups: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Brokerage of each organisation (columns node, role, raw, paths, expected, sd, z) and of the network (no node).

    ties: symmetric matrix, only whether above 0 matters; groups: the tier of each row. raw counts each open path both
    ways, paths once; z is missing where the role cannot occur.
    """
    labels, of = np.unique(groups, return_inverse=True)
    tied = (ties > 0).astype(float)
    np.fill_diagonal(tied, 0)
    size = len(tied)
    chance = tied.sum() / max(size * (size - 1), 1)
    counts, number = _counts(tied, of, len(labels)), np.bincount(of)
    nodes, whole = [], []
    for role, is_role in ROLES.items():
        moments = [_node_moments(is_role, number, group, chance) for group in range(len(labels))]
        raw = _raw(counts, of, is_role)
        nodes += [(node, role, raw[node], *moments[of[node]]) for node in range(size)]
        whole.append((role, raw.sum(), *_network_moments(role, number, chance)))
    columns = ["role", "raw", "expected", "sd"]
    return _with_z(pd.DataFrame(nodes, columns=["node", *columns])), _with_z(
        pd.DataFrame(whole, columns=[*columns, "sd_published"])
    )


def _with_z(found: pd.DataFrame) -> pd.DataFrame:
    possible = found["sd"] > 0
    z = ((found["raw"] - found["expected"]) / found["sd"].where(possible)).where(possible)
    return found.assign(paths=found["raw"] / 2, z=z)


def _counts(tied: np.ndarray, of: np.ndarray, groups: int) -> np.ndarray:
    """Open paths a-v-b by broker and the groups of a and b, both ways: nodes by groups by groups."""
    member = np.eye(groups)[of]
    every = np.einsum("ag,av->vg", member, tied)
    apart = np.einsum("vg,vh->vgh", every, every)
    closed = np.stack([((tied * member[:, g]) @ tied) * tied @ member for g in range(groups)], axis=1)
    same = every[:, :, None] * np.eye(groups)  # a and b are two
    return apart - closed - same


def _raw(counts: np.ndarray, of: np.ndarray, is_role: Callable[[int, int, int], bool]) -> np.ndarray:
    groups = range(counts.shape[1])
    which = np.array([[[is_role(a, v, b) for b in groups] for a in groups] for v in groups])
    return (counts * which[of]).sum(axis=(1, 2))


def _node_moments(is_role: Callable, number: np.ndarray, own: int, p: float) -> tuple[float, float]:
    """Mean and standard deviation of one broker of a group: paths that share an arc vary together."""
    groups, left = range(len(number)), number - (np.arange(len(number)) == own)
    ends = np.array([[is_role(a, own, b) for b in groups] for a in groups], dtype=float)
    by_first = ends @ left - np.diag(ends)  # ends b for a given a; a itself is none
    by_last = ends.T @ left - np.diag(ends)
    paths = left @ by_first
    sharing = left @ (by_first * (by_first - 1)) + left @ (by_last * (by_last - 1))
    q = p**2 * (1 - p)
    return float(paths * q), float(np.sqrt(max(paths * q * (1 - q) + sharing * p**3 * (1 - p) ** 3, 0)))


def _network_moments(role: str, number: np.ndarray, p: float) -> tuple[float, float, float]:
    """Mean and standard deviation of the sum over brokers, and the standard deviation as published.

    Two paths vary together when they share an arc: one that both need (a leg), one that neither has (between the ends),
    or one that the one needs and the other must not have; then they exclude each other.
    """
    is_role, groups = ROLES[role], range(len(number))
    triples = [at for at in product(groups, repeat=3) if is_role(*at)]
    leg, open_ = np.zeros((2, len(number), len(number)))
    for a, v, b in triples:
        leg[a, v] += number[b] - (b == a) - (b == v)
        leg[v, b] += number[a] - (a == v) - (a == b)
        open_[a, b] += number[v] - (v == a) - (v == b)
    q, paths, exact, published = p**2 * (1 - p), 0.0, 0.0, 0.0
    for a, v, b in triples:
        times = number[a] * (number[v] - (v == a)) * (number[b] - (b == a) - (b == v))
        alike = q * (1 - q) + (leg[a, v] + leg[v, b] - 2) * p**3 * (1 - p) ** 3 + (open_[a, b] - 1) * p**5 * (1 - p)
        # over the same three organisations two paths share two arcs and exclude each other once
        exclude = open_[a, v] + open_[v, b] + leg[a, b] - is_role(v, a, b) - is_role(a, b, v)
        paths += times
        exact += times * (alike - exclude * q**2)
        published += times * (alike - _PUBLISHED[role](number[a], number[v], number[b], number.sum()) * q**2)
    return float(paths * q), float(np.sqrt(max(exact, 0))), float(np.sqrt(max(published, 0)))


# Paths that exclude a given one, as the formulas of 1989 count them by the sizes of the groups of a, v, b and of all:
# they pass over those among the same three organisations, and all of gatekeepers and representatives.
_PUBLISHED: dict[str, Callable[[int, int, int, int], int]] = {
    "coordinator": lambda a, v, b, every: 4 * (a - 3),
    "itinerant": lambda a, v, b, every: 0,
    "representative": lambda a, v, b, every: 0,
    "gatekeeper": lambda a, v, b, every: 0,
    "liaison": lambda a, v, b, every: 4 * (every - b) - 2 * (a + v + 1),
    "total": lambda a, v, b, every: 4 * (every - 3),
}
