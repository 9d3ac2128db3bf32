"""The packaged register: counted against published totals, and asked the questions an analyst asks."""

from datetime import date

import pandas as pd
import pytest

from leadnet.names import districts, successors, tier_on
from leadnet.names.register import authorities, councils, find_area, on_date

SUMMER_2007 = date(2007, 7, 2)
LEICESTERSHIRE_DISTRICTS = [
    "blaby", "charnwood", "harborough", "hinckley-and-bosworth", "melton", "north-west-leicestershire",
    "oadby-and-wigston",
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "counties", "districts", "unitaries"),
    [
        (date(1990, 1, 1), 39, 296, 1),
        (date(2008, 1, 22), 34, 238, 47),
        (date(2009, 4, 1), 27, 201, 56),
        (date(2019, 4, 1), 26, 192, 56),
        (date(2023, 4, 1), 21, 164, 63),
        (date(2026, 11, 22), 21, 164, 63),
    ],
)
def test_the_councils_of_a_day_come_to_the_published_totals(day, counties, districts, unitaries):
    tiers = on_date(authorities(), day)["tier"].value_counts()
    assert tiers[["county", "district", "unitary", "metropolitan"]].tolist() == [counties, districts, unitaries, 36]
    assert tiers["london borough"] + tiers["city corporation"] == 33


def test_every_district_lies_under_a_county_of_its_day():
    register = authorities()
    for day in (date(1990, 1, 1), SUMMER_2007, date(2026, 11, 22)):
        today = on_date(register, day)
        counties = today.loc[today["tier"] == "county", "org_id"]
        assert today.loc[today["tier"] == "district", "county"].isin(counties).all()


def test_the_register_is_sorted_and_no_caller_can_spoil_it():
    register = authorities()
    assert register["org_id"].is_unique
    assert register["org_id"].is_monotonic_increasing
    register["name"] = "spoilt"
    assert "spoilt" not in set(authorities()["name"])


def test_leicestershire_in_2007_has_seven_districts_and_two_neighbours():
    found = councils("leicestershire", SUMMER_2007)
    by_role = found.groupby("role")["org_id"].apply(list)
    assert by_role["area"] == ["leicestershire"]
    assert by_role["district"] == LEICESTERSHIRE_DISTRICTS
    assert by_role["neighbour"] == ["leicester", "rutland"]


def test_leicester_was_a_district_until_the_last_day_of_march_1997():
    before = councils("leicestershire", date(1997, 3, 31)).set_index("org_id")
    after = councils("leicestershire", date(1997, 4, 1)).set_index("org_id")
    assert before.loc["leicester-district", "role"] == "district"
    assert (before["role"] == "district").sum() == 9
    assert after.loc["leicester", ["role", "tier"]].tolist() == ["neighbour", "unitary"]
    assert (after["role"] == "district").sum() == 7


def test_a_neighbour_may_be_two_districts_merged():
    kent = councils("kent", SUMMER_2007).set_index("role")
    assert kent.loc["neighbour", "org_id"] == "medway"  # Gillingham and Rochester, until 1998


def test_a_unitary_has_itself_and_no_districts():
    assert councils("rutland", SUMMER_2007)[["org_id", "role"]].values.tolist() == [["rutland", "area"]]


def test_an_unknown_council_is_refused_with_close_names():
    with pytest.raises(ValueError, match='"leicestershir" was not found .* close to it: leicestershire, '):
        councils("leicestershir", SUMMER_2007)
    with pytest.raises(ValueError, match='"xyzzy" was not found'):
        find_area("xyzzy", SUMMER_2007)


def test_a_council_that_had_ended_says_when_and_what_followed():
    with pytest.raises(ValueError, match="to 1996-03-31; followed by bath-and-north-east-somerset, bristol"):
        find_area("Avon", SUMMER_2007)
    with pytest.raises(ValueError, match="rutland was not in force on 1990-01-01: the register has it from 1997-04-01"):
        councils("rutland", date(1990, 1, 1))


@pytest.mark.parametrize(
    ("words", "day", "org_id"),
    [
        ("Leicestershire", SUMMER_2007, "leicestershire"),
        ("Leicestershire County Council", SUMMER_2007, "leicestershire"),
        ("leicestershire", SUMMER_2007, "leicestershire"),
        (" hinckley & bosworth ", SUMMER_2007, "hinckley-and-bosworth"),
        ("Leicester City Council", date(1990, 1, 1), "leicester-district"),
        ("Leicester City Council", SUMMER_2007, "leicester"),
        ("Durham", SUMMER_2007, "durham-county"),  # the city was a district of the same name: counties first
        ("Surrey", date(2027, 4, 1), "surrey"),  # an end that is only planned is no end
    ],
)
def test_an_area_is_found_by_what_a_person_types(words, day, org_id):
    assert find_area(words, day) == org_id


def test_every_county_council_of_today_is_found_by_each_of_its_names():
    day = date(2026, 11, 22)
    today = on_date(authorities(), day)
    for row in today[today["tier"] == "county"].to_dict("records"):
        for name in (row["name"], row["short"], *filter(None, row["aliases"].split(" | "))):
            assert find_area(name, day) == row["org_id"]


def test_a_date_known_only_to_the_month_or_year_means_all_of_it():
    spells = pd.DataFrame({"since": ["2025-02", "2026", ""], "until": ["2025-03", "2026", "2025"]})
    expected = {
        date(2025, 1, 31): [2],
        date(2025, 2, 1): [0, 2],
        date(2025, 3, 31): [0, 2],
        date(2025, 12, 31): [2],
        date(2026, 1, 1): [1],
    }
    assert {day: on_date(spells, day).index.tolist() for day in expected} == expected


# ---- one call each ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "n"),
    [(date(1990, 1, 1), 296), (date(2008, 1, 22), 238), (date(2009, 4, 1), 201), (date(2019, 4, 1), 192),
     (date(2023, 4, 1), 164), (date(2026, 11, 22), 164)],
)  # fmt: skip
def test_the_districts_of_all_counties_come_to_the_published_total(day, n):
    counties = on_date(authorities(), day).query("tier == 'county'")["org_id"]
    assert sum(len(districts(county, day)) for county in counties) == n


def test_which_districts_a_county_had_is_one_call():
    assert districts("Leicestershire County Council", SUMMER_2007) == LEICESTERSHIRE_DISTRICTS
    assert {"leicester-district", "rutland-district"} < set(districts("leicestershire", date(1997, 3, 31)))
    assert districts("Rutland", SUMMER_2007) == []


@pytest.mark.parametrize(
    ("council", "day", "tier"),
    [
        ("Rutland District Council", date(1997, 3, 31), "district"),
        ("Rutland County Council", date(1997, 4, 1), "unitary"),
        ("Leicestershire", SUMMER_2007, "county"),
        ("Bedford", date(2009, 3, 31), "district"),
        ("Bedford", date(2009, 4, 1), "unitary"),
        ("Birmingham", SUMMER_2007, "metropolitan"),
        ("Surrey", date(2026, 11, 22), "county"),
    ],
)
def test_what_tier_a_council_was_then_is_one_call(council, day, tier):
    assert tier_on(council, day) == tier


def test_a_tier_on_a_day_the_council_was_not_there_says_so():
    with pytest.raises(ValueError, match="avon was not in force on 2007-07-02"):
        tier_on("Avon", SUMMER_2007)


def test_who_succeeded_a_council_is_one_call():
    assert successors("Avon")["org_id"].tolist() == [
        "bath-and-north-east-somerset", "bristol", "north-somerset", "south-gloucestershire",
    ]  # fmt: skip
    assert successors("rutland-district")[["org_id", "tier", "since"]].values.tolist() == [
        ["rutland", "unitary", "1997-04-01"]
    ]
    assert successors("leicestershire").empty


def test_the_reorganisation_orders_already_made_are_in_the_register():
    register = authorities().set_index("org_id")
    ending = register[register["planned_until"] != ""]
    assert (ending["planned_until"] == "2027-03-31").all()
    assert set(ending["tier"]) == {"county", "district"}
    assert sorted(ending.index) == sorted(["surrey", *districts("surrey", date(2026, 11, 22))])
    after = successors("surrey")
    assert after[["org_id", "since"]].values.tolist() == [["east-surrey", "2027-04-01"], ["west-surrey", "2027-04-01"]]
    assert set(ending["successors"]) == {"east-surrey", "west-surrey", "east-surrey | west-surrey"}


def test_every_successor_is_a_row_and_begins_the_day_after():
    register = authorities().set_index("org_id")
    for row in register[register["successors"] != ""].itertuples():
        last = date.fromisoformat(row.until or row.planned_until)
        starts = [register.at[after, "since"] for after in row.successors.split(" | ")]
        assert all(date.fromisoformat(since) <= date.fromordinal(last.toordinal() + 1) for since in starts)
