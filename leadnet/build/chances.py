"""What the network says of chance, as tables and functions the measures take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadnet import measures, network
from leadnet.study.rules import Rules

if TYPE_CHECKING:
    from leadnet.build.built import Built


def attending_table(there: pd.DataFrame, meetings: pd.DataFrame, memberships: pd.DataFrame) -> pd.DataFrame:
    """Who could have been at which documented meeting: org_id, meeting_id, date, seen (bool), cites (of those seen)."""
    rows = network.in_room(there)
    table, listed = network.incidence(rows), network.opportunity(there, meetings, memberships)
    seen, could, events = network.within(table, listed)
    at, entries = seen.toarray() > 0, could.tocoo()
    found = pd.DataFrame({"org_id": table.organisations[entries.row], "meeting_id": events[entries.col]}, dtype="str")
    found = found.assign(seen=at[entries.row, entries.col]).merge(network.two_mode(there), how="left")
    dates = dict(zip(meetings["meeting_id"], meetings["date"], strict=True))
    return found.assign(date=found["meeting_id"].map(dates), cites=found["cites"].fillna(""))


def kept_apart(there: pd.DataFrame) -> pd.DataFrame:
    """Who in the room was kept from meeting whom: meeting_id, organisation_a, organisation_b."""
    by_meeting = network.missed_each_other(network.in_room(there))
    missed = [(meeting, *pair) for meeting, pairs in by_meeting.items() for pair in sorted(pairs)]
    return pd.DataFrame(missed, columns=["meeting_id", "organisation_a", "organisation_b"], dtype="str")


def brokers_table(ties: pd.DataFrame, tiers: Mapping[str, str]) -> pd.DataFrame:
    """Who stands between others on the pairs that met, each pair once: org_id, tier, role, paths, expected, z."""
    orgs = np.array(sorted({*ties["organisation_a"], *ties["organisation_b"]} & {*tiers}), dtype=object)
    if not len(orgs):
        return pd.DataFrame(columns=["org_id", "tier", "role", "paths", "expected", "z"])
    of = np.array([tiers[org] for org in orgs], dtype="U")
    nodes, _ = network.brokerage(network.layer(ties, "together", orgs), of)
    nodes = nodes.assign(org_id=orgs[nodes["node"]], tier=of[nodes["node"]], expected=nodes["expected"] / 2)
    return nodes[["org_id", "tier", "role", "paths", "expected", "z"]]


def marked(built: Built) -> pd.DataFrame:
    """Presence with host_support (an officer in support of the host) and doubtful (the organisation was inferred, or
    rests on a person's answer about its name)."""
    links, there = built.links[built.links["kind"] == "organisation"], built.there
    answered = built.mentions.drop(columns="kind").merge(links[links["how"] == "judgement"], on="mention_id")
    judged = {f"{row.doc_id}:{row.line} {row.id}" for row in answered.itertuples()}
    host = (there["part"] == "support") & (there["org_id"] == there["meeting_id"].map(built.hosts))
    doubtful = (there["inferred"] & ~there["by_post"]) | (there["cites"] + " " + there["org_id"]).isin(judged)
    return there.assign(host_support=host, doubtful=doubtful)


def tier_law(rules: Rules) -> measures.Law:
    """The network's test of pairs of tiers, as the measures ask for it."""
    return measures.Law(
        lambda of, trials: network.tier_ties(
            of.present, of.tiers, of.could, Counter(of.pairs_apart()), level=rules.level, trials=trials
        ),
        lambda of: network.fit(of.present, of.could).chances(),
        network.benjamini_hochberg,
        kept_apart,
        rules.level,
    )
