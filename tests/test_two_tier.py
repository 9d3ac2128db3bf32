"""Do the tiers work together, on a made-up board of 24 meetings that a finger can recount."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import sparse, stats
from tier_case import COUNCILS, DAYS, IDS, ORGS, meetings, put_to_test, seats

from leadnet.build import brokers_table
from leadnet.measures import coverage, grid, last_tiers, say, with_tiers
from leadnet.measures.between import of_brokers
from leadnet.measures.mixing import dealt, of_mixing, tails
from leadnet.measures.needed import of_needed
from leadnet.measures.reach import of_items, of_meetings, of_voluntary, of_workstreams
from leadnet.measures.tier_sums import sums
from leadnet.measures.tiers import pair_key, record, tier_names
from leadnet.measures.tiers_met import of_pairs, of_tiers
from leadnet.measures.two_tier import councils_by_body
from leadnet.network import drawn, fit, mixing, ties
from leadnet.study import Rules, findings, fixed
from leadnet.study.schema import ATTENDANCE, ITEMS, LINES, MEMBERSHIPS, WORKSTREAMS

# County and districts come in the first year, the city and the police in the second; one meeting of each with both.
APART = seats(
    county="  xxxxxxxxxxx. x...........",
    north="   xxxxxxxxxxx. x...........",
    south="   xxxxxxxx.xx. x...........",
    city="    x........... xxxxxxxxxxxx",
    police="  ............ xxxxxxxxxxxx",
)
YEARS = fixed(DAYS[0], DAYS[-1], "calendar year")


def told(rows):
    """The sentences of findings, with tiers named."""
    table = findings(rows, Rules())
    names = tier_names(["county", "district", "neighbour", "police", "voluntary-and-community"])
    return say(table.assign(**{f"{at}_name": table[at].map(lambda k: names.get(k, k)) for at in ("subject", "other")}))


def by_id(rows, measure):
    return {(row["subject"], row.get("other", "")): (row["n"], row["of"]) for row in rows if row["measure"] == measure}


# ---- tiers and pairs of tiers ----


def test_a_councils_tier_is_that_of_the_day():
    """The city was a district until the end of the first year."""
    then = COUNCILS.assign(
        role=COUNCILS["role"].mask((COUNCILS["org_id"] == "city") & (COUNCILS["meeting_id"] < IDS[12]), "district")
    )
    found = with_tiers(
        pd.DataFrame({"org_id": ["city", "city", "police"], "meeting_id": [IDS[0], IDS[20], IDS[0]]}), then, ORGS
    )
    assert found["tier"].tolist() == ["district", "neighbour", "police"]


def test_a_council_that_changed_tier_stands_in_two_rows():
    rows = pd.DataFrame(
        {"org_id": ["city", "city"], "meeting_id": IDS[:2], "tier": ["district", "neighbour"], "seen": True}
    )
    none = pd.DataFrame(columns=["meeting_id", "organisation_a", "organisation_b"])
    assert record(rows, none).present.toarray().tolist() == [[1, 0], [0, 1]]


def test_meetings_together_are_counted_by_pair_of_tiers_and_set_beside_chance():
    attending, tests, _ = put_to_test(APART)
    found = tests.set_index(["tier_a", "tier_b"])
    assert found.loc[("county", "district"), "together"] == 12 + 11  # with north 12 times, with south 11
    assert found.loc[("district", "district"), ["together", "pairs"]].tolist() == [11, 1]
    assert found.loc[("county", "neighbour"), "together"] == 2
    assert found.loc[("district", "neighbour"), "together"] == 4
    assert found.loc[("county", "police"), "together"] == 1
    verdicts = found["verdict"].to_dict()
    assert verdicts[("county", "district")] == verdicts[("district", "district")] == "more"
    assert verdicts[("county", "neighbour")] == verdicts[("district", "neighbour")] == "less"


def test_verdicts_are_words_a_member_understands():
    attending, tests, _ = put_to_test(APART)
    said = told(of_tiers(tests, attending)).splitlines()
    chance = round(tests.set_index(["tier_a", "tier_b"]).loc[("county", "district"), "expected"], 1)
    assert said[0] == (
        "The county and the districts met more often than their attendance explains "
        f"(23 meetings together, counted pair by pair; {chance:g} by chance)."
    )
    assert 10 < chance < 16


def test_what_chance_gives_and_its_spread_are_those_of_random_tables():
    rng = np.random.default_rng(1)
    there = rng.random((9, 30)) < rng.uniform(0.3, 0.9, (9, 1))
    present, tiers = sparse.csr_array(there.astype(np.int32)), np.array(list("cdddddnnx"))
    chance = fit(present).chances()
    for a, b in ("cd", "dd", "dn"):
        found = sums(there.astype(int), chance, tiers == a, tiers == b)
        values = []
        for rows, columns in drawn(present, 1500, 3):
            grids = np.zeros((len(rows), 9, 30), dtype=int)
            grids[np.arange(len(rows))[:, None], rows, columns] = 1
            n, m = grids[:, tiers == a].sum(axis=1), grids[:, tiers == b].sum(axis=1)
            values += ((n * (n - 1) // 2) if a == b else n * m).sum(axis=1).tolist()
        assert found.expected.sum() == pytest.approx(np.mean(values), rel=0.02)
        assert np.sqrt(found.variance) == pytest.approx(np.std(values), rel=0.25)


def test_one_meeting_can_tell_nothing_and_says_how_many_would():
    attending, tests, _ = put_to_test(APART[APART["meeting_id"] == IDS[12]], board=meetings().iloc[[12]])
    assert set(tests["verdict"]) == {"cannot be told"}
    curve = pd.DataFrame({"meetings": [24, 48], "told": [0.1, 0.9], "reached": [1.33, 1.33]})
    pairs = pd.DataFrame({"organisation_a": ["a", "b"]})
    assert "about 48 meetings of this kind" in told(of_needed(pairs, attending, curve, 48))
    assert "Not even 48 meetings" in told(of_needed(pairs, attending, curve, None))


def test_pairs_that_met_are_counted_of_the_pairs_that_could():
    attending, *_ = put_to_test(APART)
    table = ties(APART, meetings(), MEMBERSHIPS.empty(), Rules())
    found = by_id(of_pairs(table, attending), "tier_pairs_met")
    assert found[("county-district", "")] == (2, 2)
    assert found[("county-police", "")] == (1, 1)


def test_a_pair_that_could_be_at_no_meeting_together_is_no_pair_that_failed_to_meet():
    there = seats(county="xxxxxxxxxxxx ............", north="x" * 24, police="............ xxxxxxxxxxxx")
    table = ties(there, meetings(), MEMBERSHIPS.empty(), Rules())  # each could come from its first meeting to its last
    found = by_id(of_pairs(table, put_to_test(there)[0]), "tier_pairs_met")
    assert found == {("county-district", ""): (1, 1), ("district-police", ""): (1, 1)}


def test_three_of_one_tier_in_a_room_make_three_pairs_and_four_with_two_others_eight():
    tiers = np.array(list("aaaabb"))
    there = np.array([[1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1, 1]]).T
    a, b = tiers == "a", tiers == "b"
    assert sums(there, there * 0.5, a, a).together.tolist() == [3, 6]
    assert sums(there, there * 0.5, a, b).together.tolist() == [0, 8]


def test_an_organisation_without_tier_or_sector_is_told_with_what_to_fill_in():
    there = pd.concat([APART, seats(club="x" * 24)], ignore_index=True)
    attending, *_ = put_to_test(there)
    table = ties(there, meetings(), MEMBERSHIPS.empty(), Rules())
    row = next(row for row in of_pairs(table, attending) if row["measure"] == "organisations_without_kind")
    assert (row["n"], row["of"]) == (1, 6)
    assert "organisations.csv" in row["note"]
    assert not any("club" in row["subject"] for row in of_pairs(table, attending))


def test_the_change_between_two_years_has_its_uncertainty_and_no_word_when_it_cannot_be_told():
    there = seats(
        county="  xx.xx.xx.xx. x.xx.x.xx.x.",
        north="   xx.x..xxx.x. x..x.xx.xxx.",
        south="   .xxx.xx.x.xx xx.x.x.x.xx.",
        city="    x..xx.x.x..x .x.xx..xx..x",
        police="  .xx..xx.xx.x x.x.xx.x..xx",
    )
    attending, tests, _ = put_to_test(there, YEARS)
    rows = [row for row in of_tiers(tests, attending) if row["measure"] == "tier_ratio_change"]
    row = next(row for row in rows if row["subject"] == "county-district")
    ratios = tests[tests["since"] != ""].set_index(["tier_a", "tier_b"]).loc[("county", "district"), "ratio"]
    assert row["value"] == pytest.approx(ratios.iloc[1] - ratios.iloc[0])
    assert row["low"] < 0 < row["high"]
    assert row["note"] == "more or less often than before cannot be told"
    assert (row["since"], row["until"]) == ("2021-01-01", "2021-12-31")


# ---- councils by body ----


def test_a_council_that_never_came_has_its_row_in_every_window():
    attendance = ATTENDANCE.frame(
        [{"meeting_id": id, "doc_id": id, "line": "2", "n": 1, "status": "present"} for id in IDS]
    )
    there = APART.assign(part="member", on_behalf_of="", counted=True, status="present")
    held = coverage(meetings())
    rows = councils_by_body(grid(there, meetings(), COUNCILS, attendance, MEMBERSHIPS.empty()), held, COUNCILS, YEARS)
    whole = {k: v for k, v in by_id([r for r in rows if not r.get("since")], "council_meetings").items()}
    assert whole[("east", "board")] == (0, 24)
    assert whole[("city", "board")] == (13, 24)
    first = by_id([r for r in rows if r.get("since") == "2020-01-01"], "council_meetings")
    assert first[("city", "board")] == (1, 12)
    came = by_id([r for r in rows if not r.get("since")], "districts_came")
    assert came[("board", "")] == (2, 3)
    never = next(r for r in rows if r["subject"] == "east")
    assert "authorities#east" in never["cites"]


# ---- mixing and brokerage ----

DAVIS = json.loads((Path(__file__).parent / "davis.json").read_text(encoding="utf-8"))


def test_the_e_i_index_is_the_published_one_of_the_southern_women():
    block = DAVIS["outputs"]["network"]
    met = np.zeros((18, 18))
    for a, b, _ in block["edges"]:
        met[a, b] = met[b, a] = 1
    groups = np.array(["G1"] * 9 + ["G2"] * 9)
    found, exact = dealt(met, groups, times=4000), mixing(met, groups)
    assert found.index[0] == pytest.approx(exact.index)
    assert found.index[1:].mean() == pytest.approx(exact.expected, abs=4 * exact.sd / np.sqrt(4000))
    assert found.ties[0].sum() == 46  # pairs who shared three events or more


def test_ties_within_and_between_tiers_are_counted_on_a_finger():
    """county-north, county-south, north-south tied: two of three between tiers."""
    triangle = np.ones((3, 3))
    found = dealt(triangle, np.array(["county", "district", "district"]), times=5)
    assert found.index[0] == pytest.approx(1 / 3)
    assert dict(zip(found.pairs, found.ties[0].tolist(), strict=True)) == {
        ("county", "county"): 0, ("county", "district"): 2, ("district", "district"): 1,
    }  # fmt: skip


def test_where_every_pair_met_the_index_says_nothing():
    attending, *_ = put_to_test(APART)
    rows = of_mixing(ties(APART, meetings(), MEMBERSHIPS.empty(), Rules()), attending, Rules())
    assert [row["measure"] for row in rows] == ["ei_index"]
    assert "says nothing" in rows[0]["note"]


def test_permutation_p_is_never_too_small_and_the_randomised_p_is_uniform():
    """Networks without any preference for a tier: 2,000 runs."""
    rng, runs = np.random.default_rng(7), 2000
    tiers, upper, randomised = np.array(list("aaaabbbbcc")), [], []
    for run in range(runs):
        met = np.triu(rng.random((10, 10)) < 0.4, 1)
        index = dealt(met + met.T, tiers, times=99, seed=run).index
        upper.append(tails(index)[0])
        above = (index > index[0] + 1e-9).mean()
        randomised.append(above + rng.random() * (upper[-1] - above))
    for level in (0.01, 0.05, 0.10):
        assert np.mean(np.array(upper) <= level) <= level + 3 * np.sqrt(level * (1 - level) / runs)
    assert stats.kstest(randomised, "uniform").pvalue > 0.01


def test_the_county_stands_between_a_district_and_a_partner_that_never_met():
    there = seats(county="x" * 24, north="x." * 12, police=".x" * 12)
    attending, *_ = put_to_test(there)
    table = ties(there, meetings(), MEMBERSHIPS.empty(), Rules())
    rows = of_brokers(brokers_table(table, last_tiers(attending)), table, attending)
    paths = {(row["subject"], row["other"]): row["n"] for row in rows if row["measure"] == "between_paths"}
    assert paths[("county", "liaison")] == 1
    assert paths[("district", "liaison")] == 0


def test_where_every_pair_met_nobody_stands_between():
    attending, *_ = put_to_test(APART)
    table = ties(APART, meetings(), MEMBERSHIPS.empty(), Rules())
    rows = of_brokers(brokers_table(table, last_tiers(attending)), table, attending)
    assert [(row["measure"], row["n"], row["of"]) for row in rows] == [("between_nobody", 10, 10)]


# ---- reach ----


def test_meetings_of_districts_without_the_county_and_of_the_city_are_counted():
    there = seats(county="xx......................", north="xxxx....................", south=".xxx....................",
                  city="x..x....................")  # fmt: skip
    attending, _, held = put_to_test(there)
    found = {row["measure"]: (row["n"], row["of"]) for row in of_meetings(attending, held)}
    assert found == {"districts_together": (3, 24), "districts_without_county": (2, 3), "city_in_room": (2, 24),
                     "city_with_county": (1, 24), "city_with_districts": (2, 24)}  # fmt: skip


def test_a_district_met_only_through_the_voluntary_sector_and_one_there_only_by_its_name():
    there = seats(county="x." * 12, south=".x" * 12, east="xx" * 12, **{"va-north": "xx" * 12})
    attending, *_ = put_to_test(there)
    table = ties(there, meetings(), MEMBERSHIPS.empty(), Rules())
    rows = of_voluntary(table, attending, COUNCILS, ORGS)
    assert by_id(rows, "districts_through_voluntary") == {("", ""): (1, 3)}  # south; east met the county too
    assert by_id(rows, "districts_by_place") == {("", ""): (1, 3)}  # north: Voluntary Action North came, it did not


def test_items_that_name_a_district_or_for_which_one_came_are_told():
    place = {"meeting_id": IDS[0], "doc_id": IDS[0]}
    items = ITEMS.frame(
        [{"item_id": f"{IDS[0]}/{n}", "number": str(n), "line": str(10 * n), **place} for n in (1, 2, 3)]
    )
    named = pd.DataFrame(
        [{"doc_id": IDS[0], "line": "12", "id": "north"}, {"doc_id": IDS[0], "line": "3", "id": "north"}]
    )
    lines = LINES.frame([{"doc_id": IDS[0], "line": 12, "part": "item"}])
    there = seats(south="x" + "." * 23).assign(items="2")
    rows = of_items(items, named, lines, there, COUNCILS)
    assert by_id(rows, "items_with_districts") == {("", ""): (2, 3)}
    assert [row["subject"] for row in rows if row["measure"] == "item_districts"] == [f"{IDS[0]}/1", f"{IDS[0]}/2"]


def test_workstreams_by_authority_and_those_of_one_tier():
    work = WORKSTREAMS.frame(
        [
            {"workstream_id": id, "org_id": org, "part": part, "doc_id": "p", "line": str(at + 1)}
            for at, (id, org, part) in enumerate(
                [("homes", "north", "leads"), ("homes", "south", "joins"), ("roads", "county", "leads"),
                 ("roads", "police", "joins"), ("waste", "", ""), ("waste", "city", "to be told")]
            )
        ]
    )  # fmt: skip
    rows = of_workstreams(work, COUNCILS, ORGS)
    assert by_id(rows, "authority_workstreams") == {
        ("city", ""): (0, 3), ("county", ""): (1, 3), ("east", ""): (0, 3), ("north", ""): (1, 3),
        ("south", ""): (1, 3),
    }  # fmt: skip
    assert by_id(rows, "workstreams_one_tier") == {("", ""): (1, 2)}
    assert [(r["subject"], r["other"], r["n"]) for r in rows if r["measure"] == "workstream_one_tier"] == [
        ("homes", "district", 2)
    ]
    assert [(r["subject"], r["n"]) for r in rows if r["measure"] == "workstream_districts"] == [("homes", 2)]


def test_a_pair_of_tiers_is_named_with_the_council_first():
    assert pair_key("police", "district") == "district-police"
    assert tier_names(["district"])["district-district"] == "The districts among themselves"
