"""The tie table: each pair of organisations, how often they met, and whether chance explains it."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd

from leadnet.network.chance import benjamini_hochberg, fit, tails
from leadnet.network.two_mode import meetings_together, opportunity, two_mode
from leadnet.study import Rules
from leadnet.study.schema import TIES


def ties(there: pd.DataFrame, meetings: pd.DataFrame, memberships: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Every pair of organisations ever in the room, tested against chance within the opportunity set: the table Ties.

    p = min(1, 2 min(p_upper, p_lower)); q by Benjamini-Hochberg over the pairs with a shared opportunity. Verdict more
    or less when q is at most rules.level; else cannot be told when neither the most nor the fewest meetings the two
    could have shared would have reached it; else as chance. A pair with no shared opportunity cannot be told.
    """
    pairs = meetings_together(there)
    if pairs.empty:
        return TIES.empty()
    could = opportunity(there, meetings, memberships)
    p, row = _chances(two_mode(there), could)
    laws = [p[row[a]] * p[row[b]] for a, b in zip(pairs["organisation_a"], pairs["organisation_b"], strict=True)]
    # The null knows only who was in the room. Where both were and did not meet (one joint post, no shared item), the
    # record made them miss each other, not a choice: such meetings help neither verdict.
    upper, _, most, fewest = _tested(pairs["together"], laws)
    _, lower, _, _ = _tested(pairs["together"] + pairs["apart"], laws)
    chance = np.minimum(1.0, 2 * np.minimum(upper, lower))
    open_ = np.array([(chances > 0).any() for chances in laws])
    q = np.ones(len(pairs))
    q[open_] = benjamini_hochberg(chance[open_])
    expected = np.array([chances.sum() for chances in laws])
    within = {"more": _could_reach(most, open_, rules.level), "less": _could_reach(fewest, open_, rules.level)}
    found = pairs.assign(
        expected=expected,
        ratio=np.divide(pairs["together"], expected, out=np.full(len(pairs), np.nan), where=expected > 0),
        p_upper=upper,
        p_lower=lower,
        q=q,
        can_show_more=np.where(within["more"], "yes", ""),
        can_show_less=np.where(within["less"], "yes", ""),
        verdict=_verdicts(pairs, expected, q, within, rules.level),
    )
    return TIES.frame(found.to_dict("records"))


def _chances(seen: pd.DataFrame, could: pd.DataFrame) -> tuple[np.ndarray, dict[str, int]]:
    """The fitted probabilities, and each organisation's row in them."""
    cells = pd.concat([could, seen[["org_id", "meeting_id"]]]).drop_duplicates()
    row = {org: at for at, org in enumerate(sorted(set(cells["org_id"])))}
    column = {meeting: at for at, meeting in enumerate(sorted(set(cells["meeting_id"])))}
    grids = []
    for frame in (seen, cells):  # whoever was seen could have been there, on the list or not
        grid = np.zeros((len(row), len(column)), dtype=bool)
        grid[frame["org_id"].map(row).to_numpy(int), frame["meeting_id"].map(column).to_numpy(int)] = True
        grids.append(grid)
    return fit(*grids), row


def _tested(together: pd.Series, laws: list[np.ndarray]) -> tuple[np.ndarray, ...]:
    """p_upper, p_lower, and the chance of the most and the fewest, of each pair."""
    found = [tails(n, chances) for n, chances in zip(together, laws, strict=True)]
    return tuple(np.array(column) for column in zip(*found, strict=True))


def _could_reach(extreme: np.ndarray, open_: np.ndarray, level: float) -> np.ndarray:
    """Whether the most extreme outcome would pass the level even as the only discovery among the pairs tested."""
    return open_ & (np.minimum(1.0, 2 * extreme) * max(int(open_.sum()), 1) <= level)


def _verdicts(pairs: pd.DataFrame, expected: np.ndarray, q: np.ndarray, within: dict, level: float) -> list[str]:
    together = pairs["together"].to_numpy()
    found = np.where(within["more"] | within["less"], "as chance", "cannot be told")
    found = np.where((q <= level) & (together > expected), "more", found)
    return np.where((q <= level) & (together + pairs["apart"].to_numpy() < expected), "less", found).tolist()


def no_information(table: pd.DataFrame) -> bool:
    """Whether the network can say nothing: every pair cannot be told (or there is no pair)."""
    return bool((table["verdict"] == "cannot be told").all())


def graph(table: pd.DataFrame) -> nx.Graph:
    """The pairs that met, as a networkx graph with every column of the tie as an edge attribute."""
    met = table[table["together"] > 0]
    found = nx.Graph()
    found.add_nodes_from(sorted({*table["organisation_a"], *table["organisation_b"]}))
    for row in met.to_dict("records"):
        found.add_edge(row.pop("organisation_a"), row.pop("organisation_b"), **row)
    return found
