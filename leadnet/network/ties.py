"""The tie table: each pair of organisations, how often they met, and whether chance explains it."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
from scipy import sparse

from leadnet.network.degree_model import fit
from leadnet.network.incidence import Incidence, incidence
from leadnet.network.meetings_shared import meetings_together, tie_weights
from leadnet.network.opportunity import opportunity, within
from leadnet.network.two_mode import in_room
from leadnet.network.verdicts import Pairs, caution, verdicts
from leadnet.study import Rules
from leadnet.study.schema import TIES


def ties(there: pd.DataFrame, meetings: pd.DataFrame, memberships: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Every pair of organisations ever in the room, tested against chance within the opportunity set: the table Ties.

    See `tie_weights` for newman, hyperbolic and jaccard, `verdicts` (sizes held) for the test, `opportunity` for who
    could have been where. A pair whose q is at most the level and which cannot be told would rest on the model's excess
    alone (see `ties_caution`).
    """
    pairs = meetings_together(there)
    if pairs.empty:
        return TIES.empty()
    rows = in_room(there)
    table = incidence(rows)
    listed = opportunity(there, meetings, memberships)
    seen, could, events = within(table, listed)
    model = fit(seen, could)
    tested = pairs_tested(seen, could, model.row_class, pairs)
    by = _opportunity(could, events.isin(listed.loc[listed["known_by"] == "membership", "meeting_id"]))
    found = pairs.assign(possible=tested.possible, opportunity=by, **tie_weights(rows, pairs))
    found["share"] = np.divide(
        found["together"], tested.possible, out=np.full(len(found), np.nan), where=tested.possible > 0
    )
    return _typed(pd.concat([found, verdicts(model, tested, rules.level, sizes_held=True)], axis=1))


def ties_caution(there: pd.DataFrame, meetings: pd.DataFrame, memberships: pd.DataFrame) -> str:
    """What must be said beside `ties` of this record where so many of its meetings are small that the model expects
    every pair too often (`DegreeModel.excess` over EXCESS); blank for nothing."""
    rows = in_room(there)
    if rows.empty:
        return ""
    seen, could, _ = within(incidence(rows), opportunity(there, meetings, memberships))
    return _CAUTION if caution(fit(seen, could)) else ""


_CAUTION = (
    "The meetings of this record are so many, or so small, that the test expects every pair of organisations somewhat "
    "too often: it finds “more” too seldom, and a “less” that rests on this alone is given as “cannot be told”."
)


def pairs_tested(seen: sparse.csr_array, could: sparse.csr_array, classes: np.ndarray, pairs: pd.DataFrame) -> Pairs:
    """All pairs (together and apart in the order of `triu_indices`) with the most and the fewest meetings they could
    have shared, counted within their joint chances; classes: the class of each row in the model."""
    a, b = np.triu_indices(seen.shape[0], 1)
    beside = (seen @ could.T).toarray()  # meetings of the one at which the other could have been
    possible = (could @ could.T).toarray()[a, b]
    mine, theirs = beside[a, b], beside[b, a]
    return Pairs(
        a=classes[a],
        b=classes[b],
        together=pairs["together"].to_numpy(),
        apart=pairs["apart"].to_numpy(),
        most=np.minimum(mine, theirs),
        fewest=np.maximum(mine + theirs - possible, 0),
        possible=possible,
        times=np.ones(len(a), dtype=int),
    )


def _opportunity(could: sparse.csr_array, listed: np.ndarray) -> np.ndarray:
    """By what it is known where both of a pair could have been: of meetings whose body has a membership list or not."""
    a, b = np.triu_indices(could.shape[0], 1)
    members, seen = ((could[:, which] @ could[:, which].T).toarray()[a, b] > 0 for which in (listed, ~listed))
    return np.select([members & seen, members, seen], ["both", "members", "seen"], "")


def _typed(found: pd.DataFrame) -> pd.DataFrame:
    """The columns of the table Ties, typed as its schema says."""
    types = {"integer": "Int64", "number": "Float64"}
    return pd.DataFrame(
        {name: found[name].astype(types.get(column.kind, "str")) for name, column in TIES.columns.items()}
    )


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


def two_mode_graph(table: Incidence) -> nx.Graph:
    """The two-mode table as a networkx graph: nodes ("organisation", id) and ("event", id), so that none is both.

    Nodes carry bipartite (0 for organisations, 1 for events), edges lines (how many rows say so).
    """
    found, entries = nx.Graph(), table.lines.tocoo()
    found.add_nodes_from((("organisation", org) for org in table.organisations.tolist()), bipartite=0)
    found.add_nodes_from((("event", event) for event in sorted(table.events.tolist())), bipartite=1)
    orgs, events = table.organisations[entries.row].tolist(), table.events[entries.col].tolist()
    for org, event, lines in sorted(zip(orgs, events, entries.data.tolist(), strict=True)):
        found.add_edge(("organisation", org), ("event", event), lines=lines)
    return found
