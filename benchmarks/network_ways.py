"""Ways from a two-mode table to a tie table, and to p-values: this library's, and other tools' as their manuals say.

Each takes a table with columns org_id and meeting_id and gives arrays: first and second organisation, meetings together
(or p-values). Imports stand inside, so that a process loads what it measures and nothing else.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

TIMES, TRIALS = 1000, 5000  # resamples of the bootstrap; tables drawn with fixed degrees


class Way(NamedTuple):
    """How it is done; the module it needs; and the pair events up to which it is tried."""

    run: Callable[[pd.DataFrame], tuple]
    needs: str
    most: float = np.inf


def matrix(table: pd.DataFrame) -> sparse.csr_array:
    """Organisations by events from ids that are whole numbers."""
    ones = np.ones(len(table), np.int32)
    return sparse.csr_array((ones, (table["org_id"].to_numpy(), table["meeting_id"].to_numpy())))


def ours(table: pd.DataFrame) -> tuple:
    from leadnet.network import incidence, projection

    found = projection(incidence(table))
    return found["organisation_a"], found["organisation_b"], found["together"], found["lines"]


def bare_scipy(table: pd.DataFrame) -> tuple:
    """The product of the matrix with itself, upper half; ids must be numbers; no lines, no names."""
    present = matrix(table)
    found = sparse.triu(present @ present.T, 1).tocoo()
    return found.row, found.col, found.data


def by_pandas(table: pd.DataFrame) -> tuple:
    pairs = table.merge(table, on="meeting_id")
    pairs = pairs[pairs["org_id_x"] < pairs["org_id_y"]]
    found = pairs.groupby(["org_id_x", "org_id_y"], sort=False).size().reset_index(name="together")
    return found["org_id_x"], found["org_id_y"], found["together"]


def by_duckdb(table: pd.DataFrame) -> tuple:
    import duckdb

    with duckdb.connect() as engine:
        engine.register("rows", table)
        found = engine.execute(
            "SELECT a.org_id AS a, b.org_id AS b, count(*) AS together FROM rows a JOIN rows b "
            "ON a.meeting_id = b.meeting_id AND a.org_id < b.org_id GROUP BY ALL"
        ).df()
    return found["a"], found["b"], found["together"]


def by_networkx(table: pd.DataFrame) -> tuple:
    import networkx as nx

    graph, orgs = nx.Graph(), table["org_id"].unique().tolist()
    events = (("event", event) for event in table["meeting_id"].tolist())
    graph.add_edges_from(zip(table["org_id"].tolist(), events, strict=True))
    found = nx.bipartite.weighted_projected_graph(graph, orgs).edges(data="weight")
    return tuple(pd.Series(part) for part in zip(*found, strict=True))


def by_igraph(table: pd.DataFrame) -> tuple:
    import igraph

    (org, orgs), (event, events) = (pd.factorize(table[name]) for name in ("org_id", "meeting_id"))
    edges = np.column_stack([org, event + len(orgs)])
    graph = igraph.Graph.Bipartite([False] * len(orgs) + [True] * len(events), edges.tolist())
    found = graph.bipartite_projection(multiplicity=True, which=0)
    a, b = np.array(found.get_edgelist()).T
    return orgs[a], orgs[b], np.array(found.es["weight"])


PROJECTIONS = {
    "leadnet": Way(ours, "leadnet"),
    "bare scipy": Way(bare_scipy, "scipy"),
    "DuckDB": Way(by_duckdb, "duckdb"),
    "pandas": Way(by_pandas, "pandas", 2e7),
    "python-igraph": Way(by_igraph, "igraph", 2e7),
    "networkx": Way(by_networkx, "networkx", 2e6),
}


def our_chance(table: pd.DataFrame) -> tuple:
    """Fitted and exact, both tails, every pair; from numbers, so that the pairs' order is that of their ids."""
    from leadnet.network import fit, incidence, laws, pairs_together
    from leadnet.network.meetings_shared import all_pairs

    present = incidence(table).present
    model, size = fit(present), present.shape[0]
    a, b = np.triu_indices(size, 1)
    together = all_pairs(size, *pairs_together(present))
    first, second = model.row_class[a], model.row_class[b]
    upper, lower = laws(model, first, second).tails(first, second, together)
    return a, b, together, upper, lower


def _bicm(method: str) -> Callable[[pd.DataFrame], tuple]:
    def run(table: pd.DataFrame) -> tuple:
        from bicm import BipartiteGraph

        grid = matrix(table)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            graph = BipartiteGraph(biadjacency=grid.toarray().astype(int))
            graph.solve_tool(tol=1e-12, print_error=False)
            graph.compute_projection(rows=True, method=method, threads_num=1, progress_bar=True)  # off, it gives none
        found = [(a, b, p) for a, others in graph.rows_pvals.items() for b, p in others.items()]
        a, b, p = (np.array(part) for part in zip(*found, strict=True))
        return np.minimum(a, b), np.maximum(a, b), (grid @ grid.T)[a, b], p

    return run


CHANCE = {
    "leadnet": Way(our_chance, "leadnet"),
    "bicm, exact (pairs that met, one tail)": Way(_bicm("poibin"), "bicm", 5e4),
    "bicm, Poisson (pairs that met, one tail)": Way(_bicm("poisson"), "bicm", 2e6),
    "bicm, normal (pairs that met, one tail)": Way(_bicm("normal"), "bicm", 5e4),
    "bicm, rna (pairs that met, one tail)": Way(_bicm("rna"), "bicm", 5e4),
}


def our_tie_table(table: pd.DataFrame) -> tuple:
    """From ids to the judged tie table; pairs that never met are tested by classes and counted."""
    from leadnet.network import bare_ties

    found = bare_ties(table.rename(columns={"org_id": "organisation", "meeting_id": "event"})).pairs
    return found["organisation_a"], found["organisation_b"], found["together"], found["p_upper"]


def our_bootstrap(table: pd.DataFrame) -> tuple:
    from leadnet.network import incidence
    from leadnet.network.bootstrap import bootstrap_projections, resampled_meetings

    held = incidence(table)
    a, b, blocks = bootstrap_projections(held, resampled_meetings(held.events, TIMES, seed=1))
    return a, b, np.concatenate([block @ np.arange(TIMES) for block in blocks])


def scipy_bootstrap(table: pd.DataFrame) -> tuple:
    """One product a resample, of the same resamples."""
    from leadnet.network.bootstrap import resampled_meetings

    present = matrix(table)
    drawn, found = resampled_meetings(np.arange(present.shape[1]), TIMES, seed=1), 0
    for at in range(TIMES):
        found = found + (present @ present.multiply(drawn[:, at][None, :]).T) * at
    found = sparse.triu(found, 1).tocoo()
    return found.row, found.col, found.data


def our_intervals(table: pd.DataFrame) -> tuple:
    from leadnet.network import incidence, tie_intervals

    found = tie_intervals(incidence(table), times=TIMES, seed=1)
    return found["organisation_a"], found["organisation_b"], found["together"]


def our_fixed_degrees(table: pd.DataFrame) -> tuple:
    from leadnet.network import fixed_degrees, incidence

    found = fixed_degrees(incidence(table).present, trials=TRIALS)
    return found["a"], found["b"], found["together"], found["p_upper"]


TIE_TABLE = {"leadnet": Way(our_tie_table, "leadnet"), "bare scipy": PROJECTIONS["bare scipy"]}
BOOTSTRAP = {"leadnet": Way(our_bootstrap, "leadnet"), "bare scipy": Way(scipy_bootstrap, "scipy")}
INTERVALS = {"leadnet": Way(our_intervals, "leadnet")}
FIXED_DEGREES = {"leadnet": Way(our_fixed_degrees, "leadnet")}
