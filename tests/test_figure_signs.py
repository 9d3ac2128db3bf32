"""One table of signs: the same sort of organisation has the same sign in the briefing's map and on the explore page."""

import json
import re

import pandas as pd

from leadnet.explore.one_page import script
from leadnet.figures import tier_map
from leadnet.figures.signs import MARKERS, OTHER, SIGNS, legend

TIES = pd.DataFrame([("north", "mid", "more")], columns=["organisation_a", "organisation_b", "verdict"])
COUNCILS = [("mid", "area", "county"), ("north", "district", "district")]


def shapes(*partners: tuple[str, str]) -> set[tuple[str, str]]:
    """Outline and colour of each sign on the map of a county, a district and these partners (org_id, group)."""
    rows = [*COUNCILS, *((org, "partner", group) for org, group in partners)]
    svg = tier_map(TIES, pd.DataFrame(rows, columns=["org_id", "ring", "group"]), {}).svg.decode()
    outlines = re.findall(r'<path id="m\w+" d="([^"]+)" style="stroke: (#\w+)', svg)
    return {(outline, colour) for outline, colour in outlines if colour != "#ffffff"}


def test_a_sign_is_the_same_whoever_else_stands_on_the_map():
    alone = shapes(("force", "police"))
    among = shapes(("brigade", "fire"), ("trust", "health"), ("force", "police"), ("club", "scouts"))
    assert alone < among and len(alone) == 2 * 3 and len(among) == 2 * 6  # each on the map, and smaller in the legend
    assert {colour for _, colour in alone - shapes()} == {SIGNS["police"].colour.lower()}


def test_shape_and_dot_tell_every_sign_apart_without_its_colour():
    looks = {(sign.shape, sign.dotted) for sign in (*SIGNS.values(), OTHER)}
    assert len(looks) == len(SIGNS) + 1


def test_the_page_draws_from_the_table_the_charts_draw_from_and_knows_every_shape():
    table = json.loads(re.search(r"const SIGNS = { __proto__: null, \.\.\.(.+) };", script())[1])
    assert table == {group: sign._asdict() for group, sign in SIGNS.items()}
    used = {sign.shape for sign in SIGNS.values()}
    assert used == set(MARKERS)
    assert not [shape for shape in used if f'"{shape}"' not in script() and f"{shape}:" not in script()]


def test_groups_without_a_sign_of_their_own_share_one_that_says_so():
    assert legend(["scouts", "police", "clubs"]) == {"Police": SIGNS["police"], "Other sectors, or none given": OTHER}
    assert legend(["other"]) == {"Sector not given": OTHER}
