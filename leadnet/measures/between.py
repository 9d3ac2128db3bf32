"""Who stands between: organisations that met both of two that never met each other, by tier and role."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from leadnet.measures.tiers import lines_of
from leadnet.study import cited, finding

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")
_BEYOND = 1.96  # standard deviations
SAYS = {
    "between_paths": "As {other} between others, {subject}: {value:pair|pairs} that never met; {of} by chance.",
    "between_beyond_chance": "As {other} between more pairs than chance gives, {subject}: {n_of} organisations.",
    "between_nobody": "Nobody stands between others: {n_of} pairs of organisations met.",
}


def of_brokers(brokers: pd.DataFrame, ties: pd.DataFrame, attending: pd.DataFrame) -> list[dict]:
    """Brokerage by tier (Gould and Fernandez 1989) on the pairs that met. Of three organisations a, v, b with v tied to
    both others and these not to each other, v is coordinator (all of one tier), itinerant (a and b of one tier, v of
    another), representative or gatekeeper (v of one tier with a, or with b: the same count, as ties have no direction),
    liaison (three tiers).

    `brokers`: org_id, tier, role, paths, expected (paths in a random network of the same size and density), z. Subject
    the tier, other the role: between_paths n paths, of those by chance; between_beyond_chance the organisations of the
    tier with z above 1.96. between_nobody: every pair met.
    """
    seen = attending[attending["seen"]]
    if ties.empty:
        return []
    if brokers.empty or not brokers["paths"].any():
        met = int((ties["together"] > 0).sum())
        return [finding("between_nobody", met, cited(seen["cites"]), n=met, of=len(ties), unit="pairs")]
    lines = {tier: lines_of(seen, (tier,)) for tier in set(brokers["tier"])}
    groups = brokers[brokers["role"].isin(ROLES)].groupby(["tier", "role"], sort=True)
    return [row for key, mine in groups for row in _of_tier(*key, mine, lines[key[0]])]


def _of_tier(tier: str, role: str, mine: pd.DataFrame, lines: str) -> Iterator[dict]:
    if expected := float(mine["expected"].sum()):
        about = {"subject": tier, "other": role}
        n, beyond = float(mine["paths"].sum()), int((mine["z"] > _BEYOND).sum())
        yield finding("between_paths", n, lines, **about, n=n, of=round(expected, 1), unit="pairs")
        yield finding("between_beyond_chance", beyond, lines, **about, n=beyond, of=len(mine), unit="organisations")
