"""What a headline turns on: each verdict beside the ones it would have without a piece of the record."""

import numpy as np
import pytest
from tier_case import IDS, law, meetings, put_to_test, seats

from leadnet.measures import coverage, headlines
from leadnet.measures.leaving import left_out
from leadnet.measures.robustness import of_headlines, retests
from leadnet.measures.tier_sums import sums_of
from leadnet.measures.tier_tests import headline, judged
from leadnet.measures.tiers import record, tier_names
from leadnet.measures.tiers_met import of_tiers
from leadnet.study import Rules, findings

# Twelve meetings without the county; at four of the others county and districts are all there.
CLOSE = seats(
    county="xxxxx.xxxxxx x...........",
    north=" xxxxx.xxxxx. .x..........",
    south=" xxx.xxxx.xx. x..x........",
    city="  ...........x xxxxxxxx.xxx",
    police="x....x.....x xxxxxxxxxxxx",
)


def again(there, board=None):
    attending, tests, held = put_to_test(there, board=board)
    return retests(there, attending, tests, held, law()), attending, tests


def summary(found, kind, pair=("county", "district")):
    mine = found[(found["tier_a"] == pair[0]) & (found["tier_b"] == pair[1]) & (found["kind"] == kind)]
    return mine[mine["left_out"] == ""].iloc[0]


def test_a_result_that_holds_without_any_piece_says_of_how_many_that_was_tried():
    found, *_ = again(CLOSE)
    meeting, person = summary(found, "meeting"), summary(found, "person")
    assert (meeting["together"], meeting["pieces"]) == (0, 24)
    assert person["pieces"] == 3  # one person of the county and one of each district
    rows = of_headlines(found)
    row = next(row for row in rows if (row["measure"], row["subject"]) == ("turns_on_meetings", "county-district"))
    assert (row["n"], row["of"]) == (0, 24)


def test_the_pieces_found_are_those_of_trying_every_one():
    """A record near the level, where leaving one meeting out can change the result: the ordered search misses none."""
    rng = np.random.default_rng(5)
    both = rng.random(24) < 0.5
    rows = {"county": both ^ (rng.random(24) < 0.2), "north": both ^ (rng.random(24) < 0.25)}
    rows |= {"south": rng.random(24) < 0.5, "city": rng.random(24) < 0.5, "police": rng.random(24) < 0.6}
    there = seats(**{org: "".join(np.where(row, "x", ".")) for org, row in rows.items()})
    found, attending, tests = again(there)
    was = tests.set_index(["tier_a", "tier_b"])["verdict"]
    told = {
        row[:2] + (row[4],) for row in found[found["kind"] == "meeting"].itertuples(index=False, name=None) if row[4]
    }
    every = set()
    for id in IDS:
        part = record(attending[attending["meeting_id"] != id], law().apart(there[there["meeting_id"] != id]))
        for row in judged(headline(part), law()).itertuples():
            if was[row.tier_a, row.tier_b] not in (row.verdict, "cannot be told"):
                every.add((row.tier_a, row.tier_b, id))
    assert told == every
    assert len(every) == 1


def test_one_person_on_whom_a_result_turns_is_named_by_an_entry_and_never_by_name():
    """County and north share the first year by one person of the county; without him the county never came."""
    found, *_ = again(CLOSE.assign(person_id=CLOSE["person_id"].replace("county-1", "ann-arden")))
    turned = found[(found["kind"] == "person") & (found["left_out"] != "")]
    mine = turned[(turned["tier_a"] == "county") & (turned["tier_b"] == "district")]
    assert mine[["left_out", "verdict"]].values.tolist() == [[f"{IDS[0]}:2:1", "cannot be told"]]
    assert "arden" not in str(of_headlines(found))


@pytest.mark.parametrize(("letter", "kind"), [("u", "support"), ("j", "joint"), ("?", "doubtful")])
def test_what_rests_on_joint_posts_support_or_doubtful_names_flips_without_them(letter, kind):
    """The county comes ten times by an entry of the kind, and twice otherwise: to north's meetings all."""
    county = "xx.......... ............".replace(".", letter, 10)
    found, *_ = again(seats(county=county, north="xxxxxxxxxxxx ............", city="............ xxxxxxxxxxxx"))
    row = summary(found, kind)
    assert (row["was"], row["verdict"], row["together"]) == ("more", "as chance", 2)
    told = next(row for row in of_headlines(found) if row["measure"] == f"without_{kind}")
    assert (told["n"], told["note"]) == (2, "met about as often as their attendance explains")


def beside(there):
    """The headlines of a record, by subject, with tiers named."""
    again_, attending, tests = again(there)
    names = tier_names(["county", "district", "neighbour"])
    tables = [findings(rows, Rules()) for rows in (of_tiers(tests, attending), of_headlines(again_))]
    tables = [
        table.assign(**{f"{at}_name": table[at].map(lambda key: names.get(key, key)) for at in ("subject", "other")})
        for table in tables
    ]
    return headlines(*tables).set_index("subject"), tables[1].set_index("finding_id")


def test_a_headline_that_flips_stands_beside_what_flips_it():
    county = "xxjjjjjjjjjj ............"  # ten times by a joint post
    found, rows = beside(seats(county=county, north="xxxxxxxxxxxx ............", city="............ xxxxxxxxxxxx"))
    row = found.loc["county-district"]
    assert (row["verdict"], row["flips"]) == ("more", True)
    assert row["finding_id"] == "tiers_met_more/county-district"
    assert row["says"].startswith("The county and the districts met more often than their attendance explains")
    assert "without_joint/county-district" in row["beside"].split()
    assert "without joint posts and double hats: they met about as often as their attendance" in row["said_beside"]
    assert set(row["beside"].split()) <= set(rows.index)


def test_a_headline_that_stands_says_of_how_many_pieces_none_would_change_it():
    turns = CLOSE.groupby("org_id").cumcount() % 6  # six people of each come by turns
    found, _ = beside(CLOSE.assign(person_id=CLOSE["org_id"] + "-" + turns.astype(str)))
    row = found.loc["county-district"]
    assert not row["flips"]
    assert "leaving out one meeting at a time, 0 of 24" in row["said_beside"]
    assert [id.split("/")[0] for id in row["beside"].split()] == [
        "turns_on_meetings", "turns_on_organisations", "turns_on_people"
    ]  # fmt: skip
    assert list(found.index) == ["county-district", "district-district", "county-neighbour", "district-neighbour"]


def test_a_headline_that_cannot_be_told_has_nothing_beside_it():
    attending, tests, held = put_to_test(CLOSE[CLOSE["meeting_id"] == IDS[0]], board=meetings().iloc[[0]])
    table = findings(of_tiers(tests, attending), Rules()).assign(subject_name="x", other_name="")
    found = headlines(table, findings([], Rules()).assign(subject_name="", other_name=""))
    assert set(found["verdict"]) == {"cannot be told"}
    assert not found["flips"].any() and (found["beside"] == "").all()


def test_what_is_left_without_each_piece_is_what_a_finger_counts():
    attending, *_ = put_to_test(CLOSE)
    found = headline(record(attending, law().apart(CLOSE)))
    for pair in (("county", "district"), ("district", "district")):
        chance = law().chances(found)
        for left in left_out(found, chance, pair, sums_of(found, chance)[pair], CLOSE):
            column = {"meeting": "meeting_id", "organisation": "org_id", "person": "person_id"}[left.kind]
            for piece, together in zip(left.pieces, left.together.tolist(), strict=True):
                rest = CLOSE[(CLOSE[column] != piece) & CLOSE["org_id"].isin(["county", "north", "south"])]
                sizes = [set(orgs) for _, orgs in rest.groupby("meeting_id")["org_id"]]
                count = sum(len(orgs - {"county"}) if "county" in orgs else 0 for orgs in sizes)
                both = sum({"north", "south"} <= orgs for orgs in sizes)
                assert together == (count if pair[0] == "county" else both)


def test_missing_minutes_are_taken_at_their_bounds():
    """Ten meetings without minutes: all of both there, or the county alone."""
    board = meetings(("minutes",) * 14 + ("later paper",) * 10)
    there = CLOSE[CLOSE["meeting_id"].isin(IDS[:14])]
    found, attending, tests = again(there, board)
    pair = ("county", "district")
    seen = tests.set_index(["tier_a", "tier_b"]).loc[pair, "together"]
    assert summary(found, "fewest", pair)["together"] == seen
    assert summary(found, "most", pair)["together"] == seen + 20  # two districts at ten meetings
    row = next(
        r for r in of_headlines(found) if (r["measure"], r["subject"]) == ("with_missing_minutes", "county-district")
    )
    assert (row["low"], row["high"], row["range"]) == (seen, seen + 20, "missing minutes")


def test_a_large_record_is_tested_again_by_its_moments_and_agrees(monkeypatch):
    exact, *_ = again(CLOSE)
    monkeypatch.setattr("leadnet.measures.robustness._DRAWN", 0)
    quick, *_ = again(CLOSE)
    for kind in ("meeting", "organisation", "person"):
        assert summary(quick, kind)["together"] == summary(exact, kind)["together"]


def test_a_headline_that_cannot_be_told_is_not_tested_again():
    one = CLOSE[CLOSE["meeting_id"] == IDS[0]]
    attending, tests, _ = put_to_test(one, board=meetings().iloc[[0]])
    assert retests(one, attending, tests, coverage(meetings().iloc[[0]]), law()).empty
