"""The tables that two-tier measures ask for, of the made-up record of `benchmarks.measures`, and how long they take.

A county, eleven districts and two councils next door; the other organisations are of seven sectors by turns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from leadnet import build, measures, network
from leadnet.study import Rules

ROLES = ["area", *["district"] * 11, *["neighbour"] * 2]
SECTORS = ("police", "health", "voluntary and community", "business", "education", "housing", "fire")


def with_councils(tables: dict[str, object]) -> dict[str, object]:
    """The record with councils at each meeting with minutes, and with tiers and sectors in organisations."""
    orgs = tables["organisations"]
    others = len(orgs) - len(ROLES)
    sectors = ["local government"] * len(ROLES) + [SECTORS[n % len(SECTORS)] for n in range(others)]
    held = tables["meetings"]
    held = held[held["known_by"] == "minutes"]
    councils = [
        {"meeting_id": meeting, "org_id": org, "role": role, "name": org, "cites": f"authorities#{org}@{day}"}
        for meeting, day in zip(held["meeting_id"], held["date"], strict=True)
        for org, role in zip(orgs["org_id"], ROLES, strict=False)
    ]
    return {**tables, "organisations": orgs.assign(sector=sectors), "councils": pd.DataFrame(councils)}


def tested(tables: dict[str, object], clock: Callable) -> Iterator[tuple[str, float]]:
    """Adds what the network makes for the measures, table by table: its name and seconds."""
    there, rules = tables["there"], Rules()
    law, apart = build.tier_law(rules), build.kept_apart(there)
    where = there, tables["meetings"], tables["memberships"]
    seconds, tables["ties"] = clock(lambda: network.ties(*where, rules), 1)
    yield "ties", seconds
    seconds, attending = clock(lambda: build.attending_table(*where), 1)
    tables["attending"] = measures.with_tiers(attending, tables["councils"], tables["organisations"])
    yield "attending", seconds
    seconds, tables["tier_tests"] = clock(
        lambda: measures.tier_tests(tables["attending"], apart, tables["windows"], law), 1
    )
    yield f"tests of pairs of tiers, whole record and {len(tables['windows'])} windows", seconds
    tiers = measures.last_tiers(tables["attending"])
    seconds, tables["brokers"] = clock(lambda: build.brokers_table(tables["ties"], tiers), 1)
    yield "brokers", seconds


def again(tables: dict[str, object]) -> list[dict]:
    """The robustness of every headline as findings: each piece left out, and the other readings."""
    there = tables["there"].assign(host_support=tables["there"]["chair"], doubtful=tables["there"]["chair"])
    tests = tables["tier_tests"]
    found = measures.retests(there, tables["attending"], tests, tables["coverage"], build.tier_law(Rules()))
    return measures.of_headlines(found)
