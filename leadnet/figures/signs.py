"""The sign of each tier and sector: one table for the briefing, the notebooks and the explore page, in every study."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from leadnet.figures.style import BLUE, GREY, LILAC, ORANGE, PLUM, TEAL


class Sign(NamedTuple):
    """Shape, colour, and whether a white dot stands in it: shape and dot tell signs apart without the colour."""

    shape: str
    colour: str
    dotted: bool = False


SIGNS: Mapping[str, Sign] = MappingProxyType({
    "county": Sign("square", BLUE), "district": Sign("circle", TEAL), "neighbour": Sign("diamond", LILAC),
    "other-council": Sign("diamond", BLUE, True), "local-government": Sign("hexagon", TEAL),
    "parish": Sign("hexagon", GREY, True), "police": Sign("cross", BLUE), "fire": Sign("triangle", ORANGE),
    "health": Sign("plus", PLUM), "criminal-justice": Sign("nabla", GREY),
    "voluntary-and-community": Sign("star", ORANGE), "business": Sign("pentagon", BLUE),
    "employment-and-skills": Sign("east", PLUM), "education": Sign("west", TEAL),
    "housing": Sign("pentagon", PLUM, True), "partnership-body": Sign("spark", GREY),
    "regional": Sign("west", GREY, True), "central-government": Sign("square", PLUM, True),
    "environment": Sign("circle", GREY, True), "transport": Sign("triangle", BLUE, True),
    "culture": Sign("star", PLUM, True), "faith": Sign("plus", BLUE, True), "media": Sign("east", BLUE, True),
    "regulator": Sign("nabla", PLUM, True),
})  # fmt: skip
OTHER, OTHER_WORDS = Sign("spark", PLUM, True), "Other sectors, or none given"
GROUP_WORDS: Mapping[str, str] = MappingProxyType({
    "county": "County council", "district": "District councils", "neighbour": "City and unitary councils next door",
    "other-council": "Councils from elsewhere", "other": "Sector not given",
})  # fmt: skip
# The same outlines as matplotlib calls them.
MARKERS: Mapping[str, object] = MappingProxyType({
    "square": "s", "circle": "o", "diamond": "D", "hexagon": "H", "cross": "X", "triangle": "^", "plus": "P",
    "nabla": "v", "star": "*", "pentagon": "p", "east": ">", "west": "<", "spark": (4, 1, 0),
})  # fmt: skip


def group_of(tier: str, own: Mapping[str, str], area: str) -> str:
    """The group an organisation's sign stands for: its tier (`measures.tiers`) or sector, "other" where it has none.

    A council the register does not know stands as its row `own` of organisations.csv has it, if it is of the study's
    area.

    >>> group_of("other-council", {"area": "wolds", "tier": "district"}, "wolds"), group_of("", {}, "wolds")
    ('district', 'other')
    """
    if tier == "other-council" and own["area"] == area and own["tier"] in ("county", "district"):
        return own["tier"]
    return tier or "other"


def group_words(group: str) -> str:
    """A group in words.

    >>> group_words("district"), group_words("criminal-justice")
    ('District councils', 'Criminal justice')
    """
    words = group.replace("-", " ")
    return GROUP_WORDS.get(group, words[:1].upper() + words[1:])


def legend(groups: Collection[str]) -> dict[str, Sign]:
    """The signs of these groups by their words, in the order of SIGNS; groups without a sign of their own share one.

    >>> list(legend(["police", "scouts", "clubs"]))
    ['Police', 'Other sectors, or none given']
    """
    shown = {group_words(group): SIGNS[group] for group in SIGNS if group in groups}
    others = [group for group in groups if group not in SIGNS]
    return shown | ({group_words(others[0]) if len(others) == 1 else OTHER_WORDS: OTHER} if others else {})
