"""The counting rules that are offered as switches, and how many entries of the record each of them touches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from leadnet import names
from leadnet.study.rules import Rules


class Switch(NamedTuple):
    """A rule that is either as the study counts or the other way round."""

    rule: str
    label: str
    on: object
    off: object


SWITCHES = (
    Switch("host_support", "Count the host's own officers in support", True, False),
    Switch("substitutes", "Count substitutes for their organisation", True, False),
    Switch("guests", "Count guests and observers", True, False),
    Switch("virtual", "Count those on a screen", True, False),
    Switch("joint_posts", "A joint post stands for both its organisations", "both", "first"),
    Switch("double_hats", "A double hat stands for both its organisations", "both", "first"),
    Switch("item_limited", "Someone there for one item met only those there for it", "by item", "whole"),
    Switch("follow_successions", "Count an organisation under the name of its successor", True, False),
)


def switched(rules: Rules) -> dict[str, object]:
    """The switches as these rules have them; a split post counts meetings as one that stands for both does.

    >>> switched(Rules(joint_posts="split"))["joint_posts"]
    'both'
    """
    found = {switch.rule: getattr(rules, switch.rule) for switch in SWITCHES}
    return {rule: "both" if value == "split" else value for rule, value in found.items()}


def everything(rules: Rules) -> Rules:
    """These rules with every entry left in, from which any setting of the switches can be counted."""
    return replace(rules, **{switch.rule: switch.on for switch in SWITCHES} | {"follow_successions": False})


def touched(facts: pd.DataFrame, hosts: Mapping[str, str], organisations: pd.DataFrame) -> dict[str, int]:
    """How many entries of attendance lists each switch changes; `facts` is as `facts_of` gives it."""
    followed = names.last_successors(organisations)
    rows = {
        "host_support": (facts["part"] == "support") & (facts["org_id"] == facts["meeting_id"].map(hosts)),
        "substitutes": facts["on_behalf_of"] != "",
        "guests": facts["part"].isin(("guest", "observer")),
        "virtual": facts["mode"] == "virtual",
        "joint_posts": facts["joint"] & ~facts["by_post"],
        "double_hats": facts["joint"] & facts["by_post"],
        "item_limited": facts["items"] != "",
        "follow_successions": facts["org_id"].isin(followed),
    }
    return {rule: int(facts.loc[rows[rule], "entry"].nunique()) for rule in rows}
