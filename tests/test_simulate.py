"""The made-up county: its tables hang together, its truth is true, and its papers print names as faultily as asked."""

from dataclasses import fields
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from rapidfuzz.distance import OSA

from leadnet.names.register import authorities
from leadnet.simulate import County, Rates, county, organisation_mentions, person_mentions
from leadnet.simulate.as_printed import HouseStyle, abbreviation, called
from leadnet.simulate.person_names import draw_people
from leadnet.simulate.posts import seniority_of
from leadnet.study import check, in_force, plain, schema, split

NO_FAULTS = Rates(**dict.fromkeys((rate.name for rate in fields(Rates)), 0.0))
SIZE = {"people": 450, "meetings": 250}


@pytest.fixture(scope="module")
def made() -> County:
    return county(1, **SIZE)


@pytest.fixture(scope="module")
def faultless() -> County:
    return county(1, **SIZE, rates=NO_FAULTS)


def only(**rates: float) -> Rates:
    """Rates with these faults and no other."""
    return Rates(**{**vars(NO_FAULTS), **rates})


def entries(made: County) -> pd.DataFrame:
    """Every entry of a list beside its true person and the name they went by that day."""
    rows = person_mentions(made).merge(made.truth, on="mention_id", suffixes=("", "_true"))
    rows = rows.merge(made.names, on="person_id")
    return rows[[in_force(row.since, row.until, row.date) for row in rows.itertuples()]]


# ---- the tables hang together ----------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_tables_and_another_seed_others(made):
    again, other = county(1, **SIZE), county(2, **SIZE)
    for table in fields(County):
        pd.testing.assert_frame_equal(getattr(made, table.name), getattr(again, table.name))
    assert not made.attendance["person"].head(50).equals(other.attendance["person"].head(50))


def test_the_tables_are_tables_of_a_study_and_point_into_each_other(made):
    for name in ("organisations", "people", "posts", "bodies", "memberships", "meetings", "attendance", "mentions"):
        table, frame = getattr(schema, name.upper()), getattr(made, name)
        check(frame, table)
        for column, of in table.columns.items():
            target, _, key = of.refers.partition(".")
            if hasattr(made, target):
                assert set(frame[column]) - {""} <= set(getattr(made, target)[key]), f"{name}.{column}"


def test_every_mention_has_one_truth(made):
    assert made.truth["mention_id"].tolist() == made.mentions["mention_id"].tolist()
    assert made.truth["mention_id"].is_unique
    assert set(made.truth.loc[made.truth["kind"] == "person", "person_id"]) <= set(made.people["person_id"])


def test_places_are_made_up(made):
    real = {plain(name) for name in [*authorities()["name"], *authorities()["short"]]}
    councils = made.organisations[made.organisations["tier"] != "none"]
    assert len(councils) == 14
    assert not real & {plain(name) for name in [*councils["name"], *councils["short"]]}


# ---- who was where ---------------------------------------------------------------------------------------------------


def test_whoever_is_listed_held_a_post_there_that_day(made):
    posts = made.posts.groupby(["person_id", "org_id"])
    for row in entries(made).itertuples():
        for org_id in split(row.org_id_true):
            spells = posts.get_group((row.person_id, org_id)).itertuples()
            assert any(in_force(post.since, post.until, row.date) for post in spells), row.mention_id


def test_no_organisation_has_mentions_posts_or_seats_outside_its_days(made):
    known = made.organisations.set_index("org_id")
    seen = organisation_mentions(made).merge(made.truth[["mention_id", "org_id"]], on="mention_id")
    days = seen[seen["org_id"] != ""].groupby("org_id")["date"].agg(["min", "max"])
    for org_id, day in days.iterrows():
        assert known.at[org_id, "since"] <= day["min"], org_id
        assert day["max"] <= (known.at[org_id, "until"] or "9999"), org_id
    for row in [*made.posts.itertuples(), *made.memberships.itertuples()]:
        assert known.at[row.org_id, "since"] <= row.since <= row.until <= (known.at[row.org_id, "until"] or "9999")


def test_nobody_stands_twice_on_one_list(made):
    assert not entries(made).duplicated(["meeting_id", "person_id"]).any()


def test_a_substitute_is_present_and_the_person_replaced_sent_apologies(made):
    rows = made.attendance
    stand_ins = rows[rows["on_behalf_of"] != ""]
    away = set(zip(*(rows.loc[rows["status"] == "apologies", name] for name in ("meeting_id", "person")), strict=True))
    assert len(stand_ins) > 50
    assert set(stand_ins["status"]) == {"present"}
    assert set(zip(stand_ins["meeting_id"], stand_ins["on_behalf_of"], strict=True)) <= away


def test_each_list_has_one_chair_who_stands_first(made):
    chairs = made.attendance[made.attendance["chair"] == "yes"]
    assert chairs["meeting_id"].is_unique
    assert set(chairs["line"]) == {"8"}


def test_members_sit_with_the_leaders_and_officers_with_the_chief_executives(made):
    posts = entries(made).merge(made.attendance[["doc_id", "line", "role"]], on=["doc_id", "line"])
    elected = posts[posts["role_x"] != ""].assign(elected=lambda rows: rows["role_x"].map(seniority_of) == "elected")
    shares = elected.groupby("body_id")["elected"].mean()
    assert shares["leaders"] == 1.0
    assert shares["chief-executives"] == 0.0


def test_people_of_an_abolished_organisation_go_on_in_the_one_that_follows(faultless):
    after = faultless.successions.groupby("org_id")["successor"].agg(list)
    assert after["dunmarsh"] == after["lormby"] == ["dunmarsh-and-lormby"]
    assert after["torswoldshire-pct"] == ["west-torswoldshire-ccg", "east-torswoldshire-ccg"]
    spells = faultless.posts.groupby("person_id")["org_id"].agg(tuple)
    steps = {(a, b) for orgs in spells for a, b in pairwise(orgs) if a != b}
    assert ("lormby", "dunmarsh-and-lormby") in steps
    assert all(b in after[a] for a, b in steps)


def test_one_in_fifty_shares_a_full_name_with_a_colleague_and_one_in_a_hundred_marries():
    big = county(3, people=2000, meetings=60, rates=only(namesakes=0.02, married=0.01))
    twice = big.names.groupby("person_id").size().eq(2)
    assert twice.sum() == 20
    names = big.names.drop_duplicates("person_id").merge(big.posts.drop_duplicates("person_id"), on="person_id")
    sharing = names.groupby(["given", "surname", "org_id"]).size()
    by_chance = county(3, people=2000, meetings=60, rates=NO_FAULTS)
    names = by_chance.names.merge(by_chance.posts.drop_duplicates("person_id"), on="person_id")
    before = names.groupby(["given", "surname", "org_id"]).size()
    assert 35 <= (sharing - 1).sum() - (before - 1).sum() <= 40


def test_smith_is_the_commonest_surname_at_about_one_in_eighty():
    people = draw_people(np.random.default_rng(3), 20_000)
    shares = people["surname"].value_counts(normalize=True)
    assert shares.index[0] == "Smith"
    assert 0.010 < shares["Smith"] < 0.016
    assert people["surname"].nunique() > 2000
    assert people["given"].nunique() > 250


def test_one_in_twenty_moves_and_members_of_the_county_have_a_second_hat():
    rates = only(moves=0.05, double_hats=0.15)
    big = county(1, people=3000, meetings=60, rates=rates)
    after = big.successions.groupby("org_id")["successor"].agg(list)
    posts = big.posts.assign(elected=big.posts["post"].map(seniority_of) == "elected")
    spells = posts.groupby("person_id")
    first, other = spells.nth(0).set_index("person_id"), spells.nth(1).set_index("person_id")
    both = first.join(other.add_suffix("_2"))
    hats = (both["since"] == both["since_2"]) & (both["org_id"] != both["org_id_2"])
    in_county = both["elected"] & (both["org_id"] == "torswoldshire")
    assert set(both.index[hats]) <= set(both.index[in_county])
    assert hats[in_county].mean() == pytest.approx(0.15, abs=0.06)
    steps = [pairwise(orgs) for orgs in spells["org_id"].agg(tuple)[~hats]]
    moved = [any(a != b and b not in after.get(a, ()) for a, b in step) for step in steps]
    assert np.mean(moved) == pytest.approx(0.05, abs=0.015)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"people": 5}, "5 people and 1000 meetings: give at least 100 people and 1 meeting"),
        ({"meetings": 0}, "1200 people and 0 meetings"),
        ({"first": "2020-01-01", "last": "2019-01-01"}, "from 2020-01-01 to 2019-01-01: give two years or more"),
    ],
)
def test_sizes_and_days_no_county_can_have_are_refused(what, said):
    with pytest.raises(ValueError, match=said):
        county(1, **what)
    for rate in (3, -0.1):
        with pytest.raises(ValueError, match=f"typos = {rate} is no share; give a number from 0 to 1"):
            Rates(typos=rate)


def test_the_smallest_county_has_one_meeting():
    least = county(1, people=100, meetings=1)
    assert len(least.meetings) == 1
    assert len(least.attendance) == len(person_mentions(least)) > 0


# ---- how it is printed -----------------------------------------------------------------------------------------------


def test_without_faults_a_paper_prints_the_name_of_the_day_and_the_organisations_in_full(faultless):
    rows = entries(faultless)
    assert rows["printed"].tolist() == (rows["given"] + " " + rows["surname"]).tolist()
    names = dict(zip(faultless.organisations["org_id"], faultless.organisations["name"], strict=True))
    for row in rows.itertuples():
        assert split(row.organisations_printed) == [names[org_id] for org_id in split(row.org_id_true)]
        assert row.org_id == row.org_id_true


def test_a_typo_is_one_letter_wrong_missing_doubled_or_swapped():
    rows = entries(county(1, people=450, meetings=60, rates=only(typos=1.0)))
    full = rows["given"] + " " + rows["surname"]
    assert {OSA.distance(printed, name) for printed, name in zip(rows["printed"], full, strict=True)} == {1}


def test_initials_stand_for_the_given_names():
    rows = entries(county(1, people=450, meetings=60, rates=only(initials=1.0)))
    for row in rows.itertuples():
        letters = row.printed.removesuffix(f" {row.surname}").replace(".", "").replace(" ", "")
        assert letters in (row.given[0], row.given[0] + row.middle)
    assert {"J", "J."} < set(rows["printed"].str.extract(r"^([A-Z]{1,2}\.?) ")[0])


def test_the_rates_of_faults_are_those_of_the_docstring(made):
    rows = entries(made)
    initial = rows["printed"].str.match(r"[A-Z]{1,2}\.? |[A-Z]\. [A-Z]\. ")
    begins_otherwise = ~initial & (rows["printed"].str[:2] != rows["given"].str[:2])
    assert len(rows) > 2500
    assert initial.mean() == pytest.approx(0.10, abs=0.015)
    assert (rows["organisations_printed"] == "").mean() == pytest.approx(0.08, abs=0.015)
    assert (rows["role"] == "").mean() == pytest.approx(0.20, abs=0.02)
    assert 0.002 < begins_otherwise.mean() < 0.03  # those alone that begin otherwise: Bill, Tony


def test_a_post_may_be_told_in_other_words():
    rows = entries(county(1, people=450, meetings=60, rates=only(other_words=1.0)))
    assert "Elected Member" in set(rows["role"])
    assert not rows["role"].str.startswith(("Head of", "Director of", "Councillor")).any()


def test_a_name_that_lost_its_place_is_known_to_nobody():
    lost = county(1, people=450, meetings=60, rates=only(lost_place=1.0))
    said = organisation_mentions(lost).merge(lost.truth, on="mention_id")
    places = said[said["org_id"] == ""]
    assert set(places["printed"]) == {"County Council", "City Council", "District Council", "Borough Council"}


def test_a_shared_abbreviation_is_expanded_where_a_paper_first_uses_it(made):
    letters = [abbreviation(name) for name in ("Torswoldshire County Council", "Torswold City Council")]
    assert letters == ["TCC", "TCC"]
    style = HouseStyle(np.random.default_rng(1), called(made.organisations), only(abbreviated=1.0))
    prints = [style.printed(org_id) for org_id in ("torswold", "torswold", "torswoldshire", "torswoldshire")]
    # the second council may no longer use it in this paper
    assert prints == ["Torswold City Council (TCC)", "TCC", *["Torswoldshire County Council"] * 2]
