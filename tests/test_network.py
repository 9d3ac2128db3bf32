"""The network: who met, tested exactly against chance, and able to say that it knows nothing."""

import numpy as np
import pandas as pd
import pytest
from network_case import ONE, held, seats, table, two_bodies

from leadnet.measures.pairs import of_ties
from leadnet.network import (
    bare_ties,
    benjamini_hochberg,
    graph,
    in_room,
    incidence,
    items_shared,
    meetings_behind,
    meetings_together,
    no_information,
    opportunity,
    projection,
    tie_weights,
    tiers_together,
    ties,
    ties_caution,
    ties_of_events,
    two_mode,
    two_mode_graph,
    two_mode_workstreams,
    weights,
)
from leadnet.study import Rules, StudyError
from leadnet.study.schema import MEMBERSHIPS, TIES, WORKSTREAMS

PAIR = ["organisation_a", "organisation_b"]


def test_a_tie_says_whether_membership_lists_or_appearances_bound_its_chance():
    there, meetings, members = two_bodies(1)
    found = ties(there, meetings, MEMBERSHIPS.frame(members[:8]), Rules())  # the south has no list
    bodies = found["organisation_a"].str[:5] + " " + found["organisation_b"].str[:5]
    said = found.groupby(bodies)["opportunity"].agg(set).to_dict()
    assert said == {"north north": {"members"}, "north south": {""}, "south south": {"seen"}}


def test_two_who_were_there_for_different_items_did_not_meet():
    there = seats((ONE, "a", "n:1", "7"), (ONE, "b", "n:2", "8"), (ONE, "c", "n:3", ""))
    met = meetings_together(there).set_index(PAIR)["together"]
    assert met.to_dict() == {("a", "b"): 0, ("a", "c"): 1, ("b", "c"): 1}


def test_a_joint_post_makes_no_tie_between_its_two_organisations_by_itself():
    there = seats((ONE, "county", "n:1", ""), (ONE, "trust", "n:1", ""), (ONE, "district", "n:2", ""))
    met = meetings_together(there).set_index(PAIR)
    assert met.loc[("county", "trust"), ["together", "apart"]].tolist() == [0, 1]
    assert met.loc[("county", "district"), ["together", "apart"]].tolist() == [1, 0]


def test_a_joint_post_with_a_colleague_beside_it_does_make_the_tie():
    there = seats((ONE, "county", "n:1", ""), (ONE, "trust", "n:1", ""), (ONE, "trust", "n:2", ""))
    assert meetings_together(there)[["together", "cites"]].values.tolist() == [[1, "n:1 n:2"]]


def test_a_tie_keeps_the_lines_of_both():
    there = seats((ONE, "a", "n:1", ""), (ONE, "b", "n:2", ""))
    assert meetings_together(there)["cites"].tolist() == ["n:1 n:2"]


def test_the_meetings_behind_a_tie_are_at_hand_with_the_items_the_two_shared():
    two = "b-2020-02-01"
    there = seats(
        (ONE, "a", "n:1", ""), (ONE, "b", "n:2", ""), (two, "a", "n:3", "7 | 9"), (two, "b", "n:4", "9 | 11")
    )  # fmt: skip
    found = meetings_behind(there, "b", "a")
    assert found.values.tolist() == [[ONE, "", "n:1 n:2"], [two, "9", "n:3 n:4"]]
    assert meetings_behind(there, "a", "nobody").empty


def test_items_shared_are_counted_beside_the_meetings_and_not_tested():
    there = seats((ONE, "a", "n:1", "7 | 9"), (ONE, "b", "n:2", "9 | 7"), (ONE, "c", "n:3", "8"), (ONE, "d", "n:4", ""))
    found = items_shared(there)
    assert found.values.tolist() == [
        ["a", "b", 2, "n:1 n:2"],
        ["a", "d", 2, "n:1 n:4"],
        ["b", "d", 2, "n:2 n:4"],
        ["c", "d", 1, "n:3 n:4"],
    ]


def test_the_two_mode_table_counts_a_joint_post_once_for_each_organisation():
    there = seats((ONE, "county", "n:1", ""), (ONE, "county", "n:2", ""), (ONE, "trust", "n:2", ""))
    assert two_mode(there)[["org_id", "heads"]].values.tolist() == [["county", 2], ["trust", 1]]


def test_the_two_mode_table_of_workstreams_leaves_out_lines_that_name_no_partner():
    rows = [("housing", "county", "4"), ("housing", "county", "9"), ("roads", "", "5")]
    work = WORKSTREAMS.frame([{"workstream_id": w, "org_id": org, "doc_id": "p", "line": n} for w, org, n in rows])
    assert two_mode_workstreams(work).values.tolist() == [["county", "housing", "p:4 p:9"]]


def test_an_organisation_and_an_event_of_one_name_are_two():
    found = two_mode_graph(incidence(table("forum@forum", "b@forum"), "organisation", "event"))
    assert list(found) == [("organisation", "b"), ("organisation", "forum"), ("event", "forum")]


def test_a_meeting_of_four_gives_each_pair_a_third_and_one_of_two_gives_it_whole():
    rows = table("a@m", "b@m", "c@m", "d@m", "a@n", "b@n", "c@alone")
    found = weights(incidence(rows, "organisation", "event")).set_index(["a", "b"])
    assert found.loc[(0, 1), ["newman", "hyperbolic", "jaccard"]].tolist() == pytest.approx([4 / 3, 3 / 4, 1])
    assert found.loc[(0, 2), ["newman", "hyperbolic", "jaccard"]].tolist() == pytest.approx([1 / 3, 1 / 4, 1 / 3])


def test_a_meeting_at_which_two_missed_each_other_adds_no_weight():
    there = seats((ONE, "a", "n:1", "7"), (ONE, "b", "n:2", "8"), (ONE, "c", "n:3", ""))
    pairs = meetings_together(there)
    found = tie_weights(in_room(there), pairs)
    assert found["newman"].tolist() == [0, 0.5, 0.5]
    assert found["hyperbolic"].tolist() == pytest.approx([0, 1 / 3, 1 / 3])
    assert found["jaccard"].tolist() == [0, 1, 1]
    both = pd.concat([there, seats(("b-2020-02-01", "a", "n:4", ""), ("b-2020-02-01", "b", "n:5", ""))])
    found = tie_weights(in_room(both), meetings_together(both))
    assert [found[name][0] for name in ("newman", "hyperbolic", "jaccard")] == pytest.approx([1, 1 / 2, 1 / 2])


def test_lines_behind_a_tie_are_those_of_both_at_the_meetings_they_shared():
    once = table("a@m", "b@m", "a@n", "b@n", "a@o")
    assert projection(incidence(once, "organisation", "event")).values.tolist() == [["a", "b", 2, 4]]
    rows = table("a@m", "a@m", "b@m", "a@n", "b@n", "a@o")
    assert projection(incidence(rows, "organisation", "event")).values.tolist() == [["a", "b", 2, 5]]


def test_one_plenary_of_sixty_makes_1770_ties_and_it_is_said_how_many_rest_on_it_alone():
    rows = table(*[f"org{n:02}@plenary" for n in range(60)], "org00@board", "org01@board")
    first = ties_of_events(incidence(rows, "organisation", "event")).iloc[0]
    assert first.tolist() == ["plenary", 60, 1770, 1769]


def test_one_meeting_is_a_complete_graph_and_says_nothing():
    there = seats(*[(ONE, org, f"n:{n}", "") for n, org in enumerate("abcd")])
    found = ties(there, held(ONE), MEMBERSHIPS.empty(), Rules())
    assert graph(found).number_of_edges() == 6
    assert set(found["verdict"]) == {"cannot be told"}
    assert no_information(found)


def test_one_meeting_with_a_joint_post_and_item_limits_still_says_nothing():
    there = seats((ONE, "a", "1", ""), (ONE, "b", "1", ""), (ONE, "c", "2", "7"), (ONE, "d", "3", "8"))
    found = ties(there, held(ONE), MEMBERSHIPS.empty(), Rules())
    assert set(found["verdict"]) == {"cannot be told"}


def forty_meetings():
    """a and b at every second meeting, c and d at the others; e at two of three, f at the third."""
    days = [f"b-2020-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 21)]
    rows = []
    for n, day in enumerate(days):
        pair = ("a", "b") if n % 2 else ("c", "d")
        rows += [(day, org, f"{day}:{org}", "") for org in (*pair, *(["e"] if n % 3 else ["f"]))]
    return seats(*rows), held(*days)


def test_organisations_that_share_all_or_none_of_many_meetings_are_told_from_chance():
    found = ties(*forty_meetings(), MEMBERSHIPS.empty(), Rules()).set_index(PAIR)
    assert found.loc[("a", "b"), "verdict"] == "more"
    assert found.loc[("a", "c"), "verdict"] == "less"
    assert found.loc[("a", "f"), "verdict"] == "as chance"


def test_what_could_not_have_shown_whatever_the_two_had_shared_cannot_be_told():
    found = ties(*forty_meetings(), MEMBERSHIPS.empty(), Rules()).set_index(PAIR).loc[("a", "e")]
    # a was at 19 and e at 26 of the 38 meetings both could have been at: 7 to 19 shared; neither end is rare enough
    assert found[["together", "possible", "can_show_more", "can_show_less"]].tolist() == [13, 38, "", ""]
    assert found["verdict"] == "cannot be told"


def test_p_is_two_sided_and_q_corrected_over_the_pairs_that_could_have_met():
    there, meetings, members = two_bodies(2)
    found = ties(there, meetings, MEMBERSHIPS.frame(members), Rules())
    tested = found[found["possible"] > 0]
    p = np.minimum(1, 2 * tested[["p_upper", "p_lower"]].min(axis=1).to_numpy(float))
    assert len(tested) == 2 * 28
    assert tested["q"].tolist() == pytest.approx(benjamini_hochberg(p).tolist())
    assert set(found.loc[found["possible"] == 0, "q"]) == {1}


def test_a_joint_post_is_no_avoidance_between_its_two_organisations():
    days = [f"b-2020-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 21)]
    rows = [(day, org, f"{day}:1", "") for day in days[::2] for org in ("county", "trust")]  # one person for both
    rows += [(day, org, f"{day}:{org}", "") for day in days[1::2] for org in ("blaby", "oadby")]
    found = ties(seats(*rows), held(*days), MEMBERSHIPS.empty(), Rules()).set_index(PAIR)
    row = found.loc[("county", "trust")]
    assert (row["together"], row["p_upper"]) == (0, 1)
    assert row["p_lower"] > 0.99  # in the room together as often as could be: not fewer than by chance
    assert row["verdict"] == "as chance"
    assert found.loc[("blaby", "oadby"), "verdict"] == "more"


def test_the_tie_table_is_the_table_of_the_schema():
    found = ties(*forty_meetings(), MEMBERSHIPS.empty(), Rules())
    assert list(found.columns) == list(TIES.columns)
    assert found.dtypes.equals(TIES.empty().dtypes)
    assert found["share"].tolist() == (found["together"] / found["possible"]).tolist()


def test_the_tie_table_does_not_depend_on_the_order_of_rows():
    there, meetings = forty_meetings()
    shuffled = there.sample(frac=1, random_state=7)
    there = there.assign(cites="n:1")  # the order of cites is that of the rows
    found = [ties(rows.assign(cites="n:1"), meetings, MEMBERSHIPS.empty(), Rules()) for rows in (there, shuffled)]
    pd.testing.assert_frame_equal(*found)


def test_an_organisation_could_be_there_from_its_first_to_its_last_meeting_when_no_membership_is_held():
    days = ("b-2020-01-01", "b-2020-02-01", "b-2020-03-01")
    there = seats((days[0], "a", "1", ""), (days[2], "a", "2", ""), (days[1], "b", "3", ""))
    could = opportunity(there, held(*days), MEMBERSHIPS.empty())
    assert set(could["known_by"]) == {"seen"}
    assert could[["org_id", "meeting_id"]].values.tolist() == [
        ["a", days[0]],
        ["a", days[1]],
        ["a", days[2]],
        ["b", days[1]],
    ]


def test_a_membership_says_who_could_be_there():
    members = MEMBERSHIPS.frame([{"body_id": "board", "org_id": "a", "since": "2020-02-01"}])
    could = opportunity(seats((ONE, "a", "1", "")), held(ONE, "b-2020-03-01"), members)
    assert could.values.tolist() == [["a", "b-2020-03-01", "membership"]]


def test_whoever_was_seen_could_have_been_there_on_the_list_or_not():
    members = MEMBERSHIPS.frame([{"body_id": "board", "org_id": "a"}])
    there = seats((ONE, "a", "1", ""), (ONE, "guest", "2", ""))
    assert ties(there, held(ONE), members, Rules())["possible"].tolist() == [1]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_bodies_without_affinity_show_nothing_within_bodies_unless_membership_is_passed_over(seed):
    there, meetings, members = two_bodies(seed)
    found = ties(there, meetings, MEMBERSHIPS.frame(members), Rules())
    body = found[PAIR].apply(lambda ids: ids.str.split("-").str[0])
    within = body["organisation_a"] == body["organisation_b"]
    assert set(found.loc[within, "verdict"]) <= {"as chance", "cannot be told"}
    assert set(found.loc[~within, "verdict"]) == {"cannot be told"}  # who shares no body is no finding either
    bare = bare_ties(there.rename(columns={"org_id": "organisation", "meeting_id": "event"})).pairs
    assert bare[PAIR].astype(str).values.tolist() == found[PAIR].values.tolist()
    assert (bare.loc[within, "verdict"] == "more").sum() > within.sum() / 4  # membership, sold as a finding
    assert (bare.loc[~within, "verdict"] == "less").sum() > (~within).sum() / 4


def test_tiers_are_tested_as_one_number_and_an_unknown_tier_is_refused():
    there, meetings = forty_meetings()
    tiers = dict(zip("abcdef", ["county", "county", "district", "district", "", ""], strict=True))
    found = tiers_together(there, meetings, MEMBERSHIPS.empty(), tiers, Rules(), trials=200).set_index(
        ["tier_a", "tier_b"]
    )
    assert found.loc[("county", "county"), ["pairs", "together", "verdict"]].tolist() == [1, 20, "more"]
    assert found.loc[("county", "district"), ["pairs", "together", "verdict"]].tolist() == [4, 0, "less"]
    with pytest.raises(StudyError, match='b: "shire" is not one of county, district'):
        tiers_together(there, meetings, MEMBERSHIPS.empty(), tiers | {"b": "shire"}, Rules())


def test_a_joint_post_helps_neither_verdict_of_its_tiers():
    days = [f"b-2020-{month:02}-01" for month in range(1, 13)]
    rows = [(day, org, f"{day}:1", "") for day in days[::2] for org in ("county", "trust")]  # one person for both
    rows += [(day, org, f"{day}:{org}", "") for day in days[1::2] for org in ("third", "fourth")]
    tiers = {"county": "county", "trust": "none"}
    found = tiers_together(seats(*rows), held(*days), MEMBERSHIPS.empty(), tiers, Rules(), trials=100, exact=True)
    row = found.set_index(["tier_a", "tier_b"]).loc[("county", "none")]
    assert row["together"] == 0
    assert row["p_upper"] == row["sdsm_upper"] == 1  # together six times by one person: no tie
    assert row["p_lower"] > 0.9 and row["sdsm_lower"] > 0.9  # and no avoidance


def test_one_meeting_tells_nothing_of_tiers():
    there = seats(*[(ONE, org, f"n:{org}", "") for org in "abcd"])
    tiers = dict(zip("abcd", ["county", "district", "district", "district"], strict=True))
    found = tiers_together(there, held(ONE), MEMBERSHIPS.empty(), tiers, Rules(), trials=50)
    assert set(found["verdict"]) == {"cannot be told"}


def test_many_small_meetings_come_with_a_caution_without_a_digit():
    # three of ten at each, all as often: by chance 45 pairs with .09 each make 4.05 a meeting, of which there are 3
    tens = [
        [(f"m{n}-{2000 + n // 12}-{n % 12 + 1:02}-01", f"o{(n * 3 + k) % 10}") for k in range(3)] for n in range(100)
    ]
    there = seats(*[(day, org, f"{day}:{org}", "") for meeting in tens for day, org in meeting])
    days = held(*[meeting[0][0] for meeting in tens])
    said = ties_caution(there, days, MEMBERSHIPS.empty())
    assert "so many, or so small" in said and not any(map(str.isdigit, said))
    two, meetings, members = two_bodies(1)
    assert ties_caution(two, meetings, MEMBERSHIPS.frame(members)) == ""


def test_less_that_rests_on_the_models_excess_cannot_be_told_and_a_true_less_still_can():
    """Three of ten at each of many meetings, as chance has it; the last two never come to the same one."""
    rng, days = np.random.default_rng(3), [f"m-{1500 + n // 12}-{n % 12 + 1:02}-01" for n in range(4000)]
    rows = []
    for day in days:
        trio = rng.choice(10, 3, replace=False).tolist()
        trio = trio if not {8, 9} <= set(trio) else [org for org in trio if org != 9]
        rows += [(day, f"o{org}", f"{day}:{org}", "") for org in trio]
    there, members = seats(*rows), MEMBERSHIPS.frame([{"body_id": "board", "org_id": f"o{n}"} for n in range(10)])
    found = ties(there, held(*days), members, Rules()).set_index(["organisation_a", "organisation_b"])
    assert found.loc[("o8", "o9"), "verdict"] == "less"
    excess = found[(found["q"] <= 0.05) & (found["verdict"] == "cannot be told")]
    assert len(excess) > 10  # by the model alone
    assert (found["verdict"] == "less").sum() == 1
    told = {row["measure"]: row["n"] for row in of_ties(found.reset_index(), Rules())}
    assert (told["pairs_less"], told["pairs_less_in_doubt"]) == (1, len(excess))


def test_an_empty_record_has_no_ties():
    nobody = seats((ONE, "", "n:1", ""))
    assert ties(nobody, held(ONE), MEMBERSHIPS.empty(), Rules()).empty
    assert ties_caution(nobody, held(ONE), MEMBERSHIPS.empty()) == ""
    assert np.array_equal(projection(incidence(in_room(nobody))).shape, (0, 4))
