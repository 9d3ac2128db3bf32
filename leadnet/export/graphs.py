"""The network as a graph file: GEXF for Gephi, GraphML for most others.

Nodes are organisations, edges pairs that met.
"""

from __future__ import annotations

import io

import networkx as nx
import pandas as pd
from lxml import etree

from leadnet.export.shown import Shown
from leadnet.study.harmless import clean

_GEXF = "{http://www.gexf.net/1.2draft}"
_EDGE = ("together", "possible", "by_chance", "share", "p", "p_upper", "p_lower", "q", "verdict", "first_date",
         "last_date", "opportunity", "exempt", "cites")  # fmt: skip
_WHOLE = ("meetings", "together", "possible")


def graph(shown: Shown) -> nx.Graph:
    """The pairs that met, and every organisation of the Grid, also those that met nobody.

    A node's attributes are the columns of `Shown.organisations`, an edge's those of `Shown.pairs`; what is blank is
    left out. `weight` is the meetings together.
    """
    found = nx.Graph(description=" ".join(map(clean, shown.about)))
    for row in shown.organisations.to_dict("records"):
        found.add_node(row["org_id"], label=clean(row["name"]), **_filled(row))
    for row in shown.pairs_met.to_dict("records"):
        told = _filled({name: row[name] for name in _EDGE})
        found.add_edge(row["organisation_a"], row["organisation_b"], weight=int(row["together"]), **told)
    return found


def graphml(shown: Shown) -> bytes:
    """The graph as GraphML, what is said of it as the graph's `description`."""
    out = io.BytesIO()
    nx.write_graphml_xml(graph(shown), out)
    return out.getvalue()


def gexf(shown: Shown) -> bytes:
    """The graph as GEXF 1.2 with a timeline: nodes and edges last from the first to the last day in the room.

    Dated by the study's as_at, not by the clock.
    """
    of = graph(shown)
    for told in [*(told for _, told in of.nodes(data=True)), *(told for *_, told in of.edges(data=True))]:
        for end, name in (("start", "first_date"), ("end", "last_date")):
            told |= {end: told[name]} if name in told else {}
    root = etree.fromstring("\n".join(nx.generate_gexf(of)).encode())
    meta = root.find(f"{_GEXF}meta")
    meta.set("lastmodifieddate", shown.built.settings.as_at)
    meta.find(f"{_GEXF}creator").text = "leadnet"
    etree.SubElement(meta, f"{_GEXF}description").text = of.graph["description"]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _filled(row: dict[str, object]) -> dict[str, object]:
    """The attributes that say something, as plain numbers and texts."""
    told = {name: value for name, value in row.items() if not pd.isna(value) and value != ""}
    return {name: clean(value) if isinstance(value, str) else _number(name, value) for name, value in told.items()}


def _number(name: str, value: float) -> int | float:
    return int(value) if name in _WHOLE else float(value)
