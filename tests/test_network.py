"""The network: who met, tested exactly against chance, and able to say that it knows nothing."""

import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from leadnet.network import graph, meetings_together, no_information, opportunity, ties, two_mode
from leadnet.network.chance import benjamini_hochberg, fit, law, tails
from leadnet.study import Rules
from leadnet.study.schema import MEETINGS, MEMBERSHIPS


def seats(*rows):
    """Seats as presence gives them: (meeting, organisation, seat, items)."""
    return pd.DataFrame(
        [
            {"meeting_id": meeting, "org_id": org, "head": seat, "cites": seat, "items": items, "in_room": True}
            for meeting, org, seat, items in rows
        ]
    )


def held(*ids, body="board"):
    return MEETINGS.frame([{"meeting_id": id, "body_id": body, "date": id[-10:], "known_by": "minutes"} for id in ids])


ONE = "b-2020-01-01"


def test_two_who_were_there_for_different_items_did_not_meet():
    there = seats((ONE, "a", "n:1", "7"), (ONE, "b", "n:2", "8"), (ONE, "c", "n:3", ""))
    met = meetings_together(there).set_index(["organisation_a", "organisation_b"])["together"]
    assert met.to_dict() == {("a", "b"): 0, ("a", "c"): 1, ("b", "c"): 1}


def test_a_joint_post_makes_no_tie_between_its_two_organisations_by_itself():
    there = seats((ONE, "county", "n:1", ""), (ONE, "trust", "n:1", ""), (ONE, "district", "n:2", ""))
    met = meetings_together(there).set_index(["organisation_a", "organisation_b"])["together"]
    assert met[("county", "trust")] == 0
    assert met[("county", "district")] == 1


def test_a_tie_keeps_the_lines_of_both():
    there = seats((ONE, "a", "n:1", ""), (ONE, "b", "n:2", ""))
    assert meetings_together(there)["cites"].tolist() == ["n:1 n:2"]


def test_one_meeting_is_a_complete_graph_and_says_nothing():
    there = seats(*[(ONE, org, f"n:{n}", "") for n, org in enumerate("abcd")])
    table = ties(there, held(ONE), MEMBERSHIPS.empty(), Rules())
    assert graph(table).number_of_edges() == 6
    assert set(table["verdict"]) == {"cannot be told"}
    assert no_information(table)


def test_one_meeting_with_a_joint_post_and_item_limits_still_says_nothing():
    there = seats((ONE, "a", "1", ""), (ONE, "b", "1", ""), (ONE, "c", "2", "7"), (ONE, "d", "3", "8"))
    table = ties(there, held(ONE), MEMBERSHIPS.empty(), Rules())
    assert set(table["verdict"]) == {"cannot be told"}


def test_organisations_that_share_all_or_none_of_many_meetings_are_told_from_chance():
    days = [f"b-2020-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 21)]
    rows = []
    for n, day in enumerate(days):
        pair = ("a", "b") if n % 2 else ("c", "d")
        rows += [(day, org, f"{day}:{org}", "") for org in (*pair, *(["e"] if n % 3 else ["f"]))]
    table = ties(seats(*rows), held(*days), MEMBERSHIPS.empty(), Rules()).set_index(
        ["organisation_a", "organisation_b"]
    )
    assert table.loc[("a", "b"), "verdict"] == "more"
    assert table.loc[("a", "c"), "verdict"] == "less"
    assert table.loc[("a", "e"), "verdict"] == "as chance"


def test_an_organisation_could_be_there_from_its_first_to_its_last_meeting_when_no_membership_is_held():
    days = ("b-2020-01-01", "b-2020-02-01", "b-2020-03-01")
    there = seats((days[0], "a", "1", ""), (days[2], "a", "2", ""), (days[1], "b", "3", ""))
    could = opportunity(there, held(*days), MEMBERSHIPS.empty())
    assert could.values.tolist() == [["a", days[0]], ["a", days[1]], ["a", days[2]], ["b", days[1]]]


def test_a_membership_says_who_could_be_there():
    members = MEMBERSHIPS.frame([{"body_id": "board", "org_id": "a", "since": "2020-02-01"}])
    could = opportunity(seats((ONE, "a", "1", "")), held(ONE, "b-2020-03-01"), members)
    assert could.values.tolist() == [["a", "b-2020-03-01"]]


def test_the_law_of_meetings_together_is_exact():
    assert law(np.array([0.5, 0.5, 0.5])).tolist() == [0.125, 0.375, 0.375, 0.125]
    upper, lower, most, fewest = tails(2, np.array([0.5, 0.5, 0.5]))
    assert (upper, lower, most, fewest) == (0.5, 0.875, 0.125, 0.125)


def test_fitted_chances_keep_the_degrees_and_a_full_row_is_certain():
    seen = np.array([[1, 1, 1, 1], [1, 0, 1, 0], [0, 1, 0, 0]], dtype=bool)
    p = fit(seen, np.ones_like(seen))
    assert np.allclose(p.sum(axis=1), [4, 2, 1], atol=1e-9)
    assert np.allclose(p.sum(axis=0), seen.sum(axis=0), atol=1e-9)
    assert (p[0] == 1).all()


def test_where_an_organisation_could_not_be_its_chance_is_nought():
    seen = np.array([[1, 0, 1, 0], [1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 0]], dtype=bool)
    could = np.array([[1, 1, 1, 0], [1, 1, 1, 0], [1, 1, 1, 1], [1, 1, 1, 1]], dtype=bool)
    p = fit(seen, could)
    assert (p[~could] == 0).all()
    assert np.allclose(p.sum(axis=1), seen.sum(axis=1), atol=1e-9)


def test_p_values_are_never_too_small_when_chances_are_known():
    rng = np.random.default_rng(20261123)
    chances = rng.uniform(0.1, 0.9, size=20)
    drawn = (rng.uniform(size=(4000, 20)) < chances).sum(axis=1)
    by_count = {n: tails(n, chances)[:2] for n in range(21)}
    for tail in (0, 1):
        p = np.array([by_count[n][tail] for n in drawn])
        for level in (0.01, 0.05, 0.10):
            assert (p <= level).mean() <= level + 3 * np.sqrt(level * (1 - level) / len(p))


def test_the_false_discovery_rate_is_corrected_as_published():
    # Benjamini and Hochberg (1995), section 3.2: 15 p-values, four discoveries at .05
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1.0,
    ]
    assert (benjamini_hochberg(np.array(p)) <= 0.05).sum() == 4


def test_the_two_mode_table_counts_a_joint_post_once_for_each_organisation():
    there = seats((ONE, "county", "n:1", ""), (ONE, "county", "n:2", ""), (ONE, "trust", "n:2", ""))
    assert two_mode(there)[["org_id", "heads"]].values.tolist() == [["county", 2], ["trust", 1]]


def test_southern_women_agree_with_the_reference_to_eight_places():
    reference = json.loads(Path(__file__).with_name("davis.json").read_text())
    seen = np.zeros((18, 14), dtype=bool)
    for agent, event in reference["edges"]:
        seen[agent, event] = True
    p = fit(seen, np.ones_like(seen))
    found = [tails(int((seen[i] & seen[j]).sum()), p[i] * p[j])[:2] for i, j in combinations(range(18), 2)]
    assert [upper for upper, _ in found] == pytest.approx(reference["upper"], abs=1e-8)
    assert [lower for _, lower in found] == pytest.approx(reference["lower"], abs=1e-8)
