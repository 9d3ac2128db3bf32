"""What hangs on which meetings are on record, the shape of the network, mixing of tiers, power, and windows."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from network_case import held, matrix, seats, table, two_bodies

from leadnet.network import (
    brokerage,
    changes,
    codings,
    core,
    incidence,
    layer,
    leave_one_out,
    meetings_needed,
    mixing,
    opportunity,
    power,
    qap,
    rank_stability,
    structure,
    tie_intervals,
    ties_by_window,
    two_mode_workstreams,
    work_without_meeting,
)
from leadnet.network.bootstrap import bootstrap_projections, resampled_meetings
from leadnet.study import Rules, StudyError, fixed
from leadnet.study.schema import MEMBERSHIPS, WORKSTREAMS

PAIR = ["organisation_a", "organisation_b"]
WHEEL = table(*[f"{org}@m{n}" for n in range(6) for org in ("hub", f"rim{n}")])  # the hub met each of six once


def grid(*rows):
    return np.array([[int(cell) for cell in row] for row in rows])


# ---- bootstrap, codings, leave one out ----


def test_each_resample_draws_as_many_meetings_as_there_are_of_each_body():
    drawn = resampled_meetings(np.array(["n1", "n2", "s1"]), 50, seed=1, strata=np.array(["n", "n", "s"]))
    assert set(drawn[:2].sum(axis=0)) == {2}
    assert set(drawn[2]) == {1}


def test_a_resampled_projection_counts_a_meeting_as_often_as_it_is_drawn():
    found = incidence(table("a@m1", "b@m1", "a@m2", "b@m2", "c@m2"), "organisation", "event")
    a, b, blocks = bootstrap_projections(found, np.array([[2, 0], [0, 2]]))  # m1 twice, then m2 twice
    assert [a.tolist(), b.tolist()] == [[0, 0, 1], [1, 2, 2]]
    assert np.concatenate(list(blocks)).tolist() == [[2, 2], [0, 2], [0, 2]]


def test_a_tie_of_every_meeting_has_no_spread_and_one_of_a_single_meeting_may_vanish():
    rows = table(*[f"{org}@m{n}" for n in range(10) for org in ("a", "b")], "c@m0")
    found = tie_intervals(incidence(rows, "organisation", "event"), times=400).set_index(PAIR)
    assert found.loc[("a", "b"), ["together", "low", "high", "kept"]].tolist() == [10, 10, 10, 1]
    assert found.loc[("a", "c"), ["together", "low"]].tolist() == [1, 0]
    assert found.loc[("a", "c"), "kept"] == pytest.approx(1 - 0.9**10, abs=0.07)


def test_the_order_of_organisations_is_as_stable_as_the_record_makes_it():
    found, correlation = rank_stability(incidence(WHEEL, "organisation", "event"), times=200)
    first = found.set_index("organisation").loc["hub"]
    assert first[["shared", "rank", "low", "high"]].tolist() == [6, 1, 1, 1]
    assert 0 < correlation < 1  # the rim changes places, the hub does not


def test_intervals_do_not_depend_on_the_order_of_rows():
    shuffled = WHEEL.sample(frac=1, random_state=3)
    once, again = (tie_intervals(incidence(rows, "organisation", "event"), 50) for rows in (WHEEL, shuffled))
    pd.testing.assert_frame_equal(once, again)


def test_three_codings_of_attendance_stand_side_by_side():
    rows = [("a", "present", ""), ("b", "present", "Ms Pine"), ("c", "apologies", "")]
    there = pd.DataFrame(
        [
            {
                "meeting_id": "b-2020-01-01", "org_id": org, "head": org, "cites": f"n:{org}", "items": "",
                "status": status, "on_behalf_of": behalf, "in_room": status == "present", "counted": True,
            }
            for org, status, behalf in rows
        ]
    )  # fmt: skip
    assert codings(there).values.tolist() == [["a", "b", 0, 1, 1], ["a", "c", 0, 0, 1], ["b", "c", 0, 0, 1]]


def test_a_verdict_that_turns_on_single_meetings_is_named():
    days = [f"b-2020-01-{n:02}" for n in range(1, 21)]
    pairs = [("a", "b") if n % 2 else ("c", "d") for n in range(20)]
    rows = [(day, org, f"{day}:{org}", "") for day, pair in zip(days, pairs, strict=True) for org in pair]
    found = leave_one_out(seats(*rows), held(*days), MEMBERSHIPS.empty(), Rules())
    turned = found[(found["organisation_a"] == "a") & (found["organisation_b"] == "b")]
    assert set(turned["verdict"]) == {"more"}
    assert {"c", "d", "b-2020-01-03"} <= set(turned["left_out"])  # what both stayed away from speaks for the tie
    assert "b-2020-01-04" not in set(turned["left_out"])  # one of their ten meetings less changes nothing
    assert "more" not in set(turned["without"])


# ---- structure ----


def test_a_star_is_wholly_centralised_and_the_size_is_said():
    found = structure(incidence(WHEEL, "organisation", "event"), times=60).set_index("measure")
    assert found.loc["average degree", "value"] == pytest.approx(12 / 7)
    assert found.loc["density", "value"] == pytest.approx(6 / 21)
    assert found.loc["degree centralisation", "value"] == 1
    assert set(found["size"]) == {7}
    assert (found["low"] <= found["high"]).all()
    assert found.loc["density", "high"] <= 6 / 21  # resampled meetings can lose ties, never make one


def test_a_core_of_four_among_ten_is_found_and_by_climbing_too():
    ties = np.zeros((10, 10))
    ties[:4, :4] = 1
    ties[4, 0] = ties[0, 4] = 1
    assert core(ties).members == (0, 1, 2, 3)
    assert core(ties, every=0).members == (0, 1, 2, 3)


def test_a_network_without_ties_has_no_core():
    assert core(np.zeros((5, 5))).members == ()
    assert np.isnan(core(np.zeros((5, 5))).correlation)


def test_a_broker_between_county_and_district_is_a_liaison_only_from_a_third_tier():
    ties = grid("010", "101", "010")
    for tiers, role in [("cbd", "liaison"), ("ccd", "representative"), ("cdc", "itinerant"), ("ccc", "coordinator")]:
        nodes, _ = brokerage(ties, np.array(list(tiers)))
        found = nodes[(nodes["node"] == 1) & (nodes["raw"] > 0)].set_index("role")["paths"]
        assert found[role] >= 0.5 and found["total"] == 1


def test_the_moments_of_brokerage_are_those_of_random_networks():
    rng, groups, p = np.random.default_rng(8), np.array(list("aaabbbbcc")), 0.4
    size = len(groups)
    with_p = np.zeros((size, size))
    with_p[np.triu_indices(size, 1)] = np.arange(size * (size - 1) // 2) < round(p * size * (size - 1) / 2)
    _, network = brokerage(with_p + with_p.T, groups)  # only its density and groups matter to the moments
    p = (with_p + with_p.T).mean() * size / (size - 1)
    arcs = (rng.random((20_000, size, size)) < p) & ~np.eye(size, dtype=bool)
    same = groups[:, None] == groups
    between = np.where(~same, arcs, False).astype(np.float32)
    inside = np.where(same, arcs, False).astype(np.float32)
    open_ = (~arcs & ~np.eye(size, dtype=bool)).astype(np.float32)
    drawn = {
        "coordinator": ((inside @ inside) * open_ * same).sum(axis=(1, 2)),
        "itinerant": ((between @ between) * open_ * same).sum(axis=(1, 2)),
        "representative": ((inside @ between) * open_).sum(axis=(1, 2)),
        "liaison": ((between @ between) * open_ * ~same).sum(axis=(1, 2)),
        "total": ((arcs.astype(np.float32) @ arcs.astype(np.float32)) * open_).sum(axis=(1, 2)),
    }
    for row in network.set_index("role").loc[list(drawn)].itertuples():
        assert drawn[row.Index].mean() == pytest.approx(row.expected, abs=4 * row.sd / np.sqrt(20_000))
        assert drawn[row.Index].std() == pytest.approx(row.sd, rel=0.03)


@pytest.mark.parametrize("weighted", [False, True])
def test_what_chance_gives_the_e_i_index_is_that_of_every_labelling(weighted):
    ties, groups = grid("01100", "10102", "11010", "00101", "02010"), np.array(list("aabbc"))
    every = [mixing(ties, groups[list(order)], weighted).index for order in permutations(range(5))]
    found = mixing(ties, groups, weighted)
    assert (found.expected, found.sd) == pytest.approx((np.mean(every), np.std(every)))


def test_one_tier_only_leaves_the_e_i_index_nothing_to_chance():
    found = mixing(grid("011", "101", "110"), np.array(["county"] * 3))
    assert found.index == found.expected == -1
    assert np.isnan(found.z)


def test_qap_counts_the_labellings_that_agree_as_well():
    first = grid("0110", "1000", "1000", "0000")
    found = qap(first, first, permutations=3000)
    every = [np.array_equal(first[np.ix_(order, order)], first) for order in permutations(range(4))]
    assert found.correlation == pytest.approx(1)
    assert found.p_upper == pytest.approx(np.mean(every), abs=0.02)  # 2 of the 24 labellings
    assert np.isnan(qap(first, np.zeros((4, 4))).correlation)


def test_pairs_that_share_work_and_never_met_are_listed_with_the_lines_that_say_so():
    rows = [("homes", "county", "4"), ("homes", "trust", "5"), ("roads", "county", "9"), ("roads", "north", "9")]
    rows = [{"workstream_id": w, "org_id": org, "doc_id": "p", "line": line} for w, org, line in rows]
    work = two_mode_workstreams(WORKSTREAMS.frame(rows))
    met = pd.DataFrame([("county", "north", 3), ("county", "trust", 0)], columns=[*PAIR, "together"])
    assert work_without_meeting(met, work).values.tolist() == [["county", "trust", 1, "p:4 p:5"]]
    assert layer(met, "together", np.array(["county", "north"])).tolist() == [[0, 3], [3, 0]]


# ---- power ----


def test_more_meetings_tell_a_tie_more_often():
    there, meetings, members = two_bodies(5, size=5)
    could = opportunity(there, meetings, MEMBERSHIPS.frame(members))
    for bound in (None, could):
        curve = power(there, bound, strength=3, meetings=(12, 400), trials=40)
        assert curve["told"].iloc[0] < 0.1 < 0.3 < curve["told"].iloc[1]
        assert ((curve["low"] <= curve["told"]) & (curve["told"] <= curve["high"])).all()


def test_chance_alone_is_hardly_ever_told():
    there, _, _ = two_bodies(6, size=5)
    assert power(there, strength=1.0, meetings=(60,), trials=60)["told"].iloc[0] <= 0.05


def test_one_meeting_makes_nobody_certain_in_what_is_simulated():
    there = seats(*[("b-2020-01-01", org, f"n:{org}", "") for org in "abcde"])
    curve = power(there, strength=2, meetings=(6, 200), trials=30)
    assert curve["reached"].max() <= 4 / 3 + 1e-9  # each comes with chance 3/4, and the two cannot meet more than that
    assert curve["told"].iloc[0] == 0
    assert curve["told"].iloc[1] > 0.5


def test_meetings_needed_are_those_from_which_on_the_curve_stays_high_enough():
    curve = pd.DataFrame({"meetings": [6, 12, 24, 48], "told": [0.9, 0.3, 0.8, 0.9]})
    assert meetings_needed(curve) == 24
    assert meetings_needed(curve.assign(told=0.5)) is None
    with pytest.raises(StudyError, match="must be above 0"):
        power(seats(("b-2020-01-01", "a", "n:1", "")), strength=0)


# ---- windows ----

DAYS = ("b-2020-01-15", "b-2020-08-01", "b-2021-03-01")


def test_ties_kept_gained_and_lost_from_window_to_window():
    who = ("abc", "ab", "ad")
    there = seats(*[(day, org, f"{day}:{org}", "") for day, orgs in zip(DAYS, who, strict=True) for org in orgs])
    spans = fixed("2020-01-15", "2021-03-01", "calendar year")
    found = ties_by_window(there, held(*DAYS), spans)
    first = found[found["since"] == "2020-01-01"].set_index(PAIR)
    assert first.loc[("a", "b"), ["together", "newman", "meetings"]].tolist() == [2, 1.5, 2]
    assert changes(found, spans).values.tolist() == [["2021-01-01", "2021-12-31", 3, 1, 0, 1, 3]]


def test_a_matrix_of_one_organisation_has_no_pairs():
    assert tie_intervals(incidence(table("a@m"), "organisation", "event"), 5).empty
    assert matrix([[1]]).nnz == 1
