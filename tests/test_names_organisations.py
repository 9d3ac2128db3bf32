"""Names of organisations: the traps of Leicestershire, each met as a paper prints it."""

import pandas as pd
import pytest
from names_case import organisations, organisations_meant

from leadnet.names import name_all, proposed_organisations
from leadnet.names.successions import all_that_followed, followed, last_successors
from leadnet.study.schema import JUDGEMENTS, LINKS, MENTIONS, PEOPLE, RECORDS, SOURCES
from leadnet.study.tables import TableError

ON = "2007-07-02"
COUNCIL, DISTRICT = "county council", "district or borough council"
UNITARY = "unitary or other council named plain Council"
HERE = organisations(
    ("leicestershire", "Leicestershire County Council", "Leicestershire CC", COUNCIL, "county", "1974-04-01", ""),
    ("leicester", "Leicester City Council", "Leicester City", UNITARY, "unitary", "1997-04-01", ""),
    ("charnwood", "Charnwood Borough Council", "Charnwood", DISTRICT, "district", "1974-04-01", ""),
    ("melton", "Melton Borough Council", "Melton", DISTRICT, "district", "1974-04-01", ""),
    ("north-west-leicestershire", "North West Leicestershire District Council", "North West Leicestershire", DISTRICT,
     "district", "1974-04-01", ""),
    ("nwl-cvs", "North West Leicestershire CVS", "NW Leics CVS", "council for voluntary service", "none", "", ""),
    ("va-charnwood", "Voluntary Action Charnwood", "", "council for voluntary service", "none", "", ""),
    ("rutland-district", "Rutland District Council", "Rutland", DISTRICT, "district", "1974-04-01", "1997-03-31"),
    ("rutland", "Rutland County Council", "Rutland", UNITARY, "unitary", "1997-04-01", ""),
    ("police", "Leicestershire Constabulary", "", "police force", "none", "", ""),
    ("lsc", "Leicestershire Learning and Skills Council", "Leics LSC", "Learning and Skills Council", "none",
     "2001-04-01", "2010-03-31"),
    ("pct", "Leicestershire and Rutland Primary Care Trust", "", "primary care trust", "none", "", "2013-03-31"),
    ("lga", "Local Government Association", "LGA", "local government association", "none", "1997-04-01", ""),
)  # fmt: skip


def meant(*prints, on=ON, **more):
    return organisations_meant(HERE, *((printed, on) for printed in prints), **more)[0]


def test_north_west_leicestershire_is_a_district_council_and_a_voluntary_council():
    prints = ("North West Leicestershire District Council", "North West Leicestershire CVS", "NW Leicestershire DC")
    assert meant(*prints) == ["north-west-leicestershire", "nwl-cvs", "north-west-leicestershire"]


def test_county_city_constabulary_and_learning_and_skills_council_are_four():
    prints = ("Leicestershire County Council", "Leicester City Council", "Leicestershire Police", "Leicestershire LSC")
    assert meant(*prints) == ["leicestershire", "leicester", "police", "lsc"]
    assert meant("Leicester County Council", "Leicestershire City Council") == ["", ""]


def test_rutland_was_a_district_and_then_a_unitary():
    assert meant("Rutland District Council", "Rutland", on="1995-01-10") == ["rutland-district", "rutland-district"]
    assert meant("Rutland Council", "Rutland County Council", "Rutland", on=ON) == ["rutland"] * 3


def test_a_name_of_another_time_is_asked():
    ids, questions = organisations_meant(HERE, ("Rutland District Council", ON))
    assert ids == [""]
    assert questions[["right", "against"]].values.tolist() == [["rutland-district", f"not in force on {ON}"]]


def test_a_name_that_lost_its_place_is_flagged_and_never_a_node():
    ids, questions = organisations_meant(HERE, ("Borough Council", ON), ("the City Council", ON))
    assert ids == ["", ""]
    assert set(questions["against"]) == {"the name has lost its place"}
    assert set(questions["scope"]) == {"paper"}
    mentions = MENTIONS.frame(
        [{"mention_id": "p:1:1", "kind": "organisation", "printed": "Borough Council", "doc_id": "p"}]
    )
    assert proposed_organisations(mentions, LINKS.empty(), HERE, {"p": ON}).empty


def test_charnwood_counts_and_council_and_the_county_do_not():
    assert meant("Charnwood DC", "Melton Council", "North West CVS") == ["charnwood", "melton", "nwl-cvs"]
    assert meant("Leicestershire Council for Elders", "Leicestershire", "Council") == ["", "", ""]


def test_an_abbreviation_stands_only_where_one_candidate_does():
    ids, questions = organisations_meant(HERE, ("PCT", ON), ("NWLDC", ON), ("LCC", ON), ("PCT", "2015-01-01"))
    assert ids == ["pct", "north-west-leicestershire", "", ""]
    asked = questions.set_index("left")
    assert asked.loc[f"p{ON}: LCC", "right"] == "leicester | leicestershire"
    assert asked.loc[f"p{ON}: LCC", "against"] == "2 organisations answer to the name"


def test_the_paper_says_what_its_abbreviation_means():
    assert meant("Leicester City Council (LCC)", "LCC") == ["leicester", "leicester"]
    county = {(f"p{ON}", "LCC"): "Leicestershire County Council"}
    assert meant("LCC", spelt_out=county) == ["leicestershire"]


def test_a_kind_of_the_whole_country_is_no_name():
    assert meant("LGA", "Local Government Association", "LG Group") == ["lga", "lga", ""]


def test_one_slip_of_the_keyboard_is_read_over_and_two_are_asked():
    assert meant("Charnwood Borough Councl", "Mleton Borough Council", "Meltin Borough Councl") == [
        "charnwood",
        "melton",
        "",
    ]


def test_a_council_of_the_register_that_the_study_lacks_is_no_other_form_of_one_it_has():
    here = organisations(("dorset", "Dorset Council", "", UNITARY, "unitary", "", ""))
    assert organisations_meant(here, ("Dorset", ON), ("Dorset County Council", ON))[0] == ["dorset", ""]


@pytest.mark.parametrize("verdict, meant_then", [("same", "melton"), ("different", ""), ("unsure", "")])
def test_an_answer_decides_and_goes_before_any_rule(verdict, meant_then):
    ids, questions = organisations_meant(HERE, ("the Forum", ON), answers=[("the Forum", "melton", "study", verdict)])
    assert ids == [meant_then]
    ids, questions = organisations_meant(
        HERE, ("the Melton Forum", ON), answers=[("the Melton Forum", "melton", "study", verdict)]
    )
    assert len(questions) == (verdict == "unsure")


def test_different_takes_a_candidate_away():
    not_the_city = [(f"p{ON}: LCC", "leicester", "paper", "different")]
    assert meant("LCC", answers=not_the_city) == ["leicestershire"]


def test_the_nearest_answer_goes_first():
    answers = [("the Forum", "melton", "study", "same"), (f"p{ON}: the Forum", "charnwood", "paper", "same")]
    ids, _ = organisations_meant(HERE, ("the Forum", ON), ("the Forum", "2008-01-01"), answers=answers)
    assert ids == ["charnwood", "melton"]


def test_proposed_rows_have_kind_and_sector_and_say_when_the_kind_was_not_there():
    prints = ("Derby City Council", "Derby CCG", "Derby Together", "Friends of Derby")
    mentions = MENTIONS.frame(
        {"mention_id": f"p:{n}:1", "kind": "organisation", "printed": printed, "doc_id": "p", "line": str(n)}
        for n, printed in enumerate(prints, start=1)
    )
    found = proposed_organisations(mentions, LINKS.empty(), HERE, {"p": ON}).set_index("name")
    assert found.loc["Derby City Council", ["org_id", "tier", "since"]].tolist() == ["derby", "unitary", "1997-04-01"]
    assert found.loc["Derby CCG", ["kind", "sector"]].tolist() == ["clinical commissioning group", "health"]
    assert "there was none in 2007 (2013-2022)" in found.loc["Derby CCG", "because"]
    assert found.loc["Derby Together", "kind"] == "local strategic partnership"
    assert found.loc["Friends of Derby", "because"] == "its name tells no kind: fill kind and sector"


# ---- successions -----------------------------------------------------------------------------------------------------

HEALTH = organisations(
    *((org_id, org_id, "", "", "none", "", "") for org_id in ("pct", "ccg-east", "ccg-west", "icb", "lsc")),
    ("dorset", "Dorset County Council", "", COUNCIL, "county", "", "2019-03-31"),
    ("dorset-council", "Dorset Council", "", UNITARY, "unitary", "2019-04-01", ""),
)


def health(**after):
    return HEALTH.assign(successors=HEALTH["org_id"].map(after).fillna(""))


def test_a_succession_is_followed_to_the_last_and_a_split_is_not():
    known = health(pct="ccg-east | ccg-west", **{"ccg-east": "icb", "ccg-west": "icb"})
    assert all_that_followed(known)["pct"] == {"ccg-east", "ccg-west", "icb"}
    assert last_successors(known) == {"ccg-east": "icb", "ccg-west": "icb"}
    links = LINKS.frame([{"mention_id": "p:1:1", "kind": "organisation", "id": "ccg-east"},
                         {"mention_id": "p:2:1", "kind": "organisation", "id": "pct"}])  # fmt: skip
    assert followed({"links": links}, known)["links"]["id"].tolist() == ["icb", "pct"]


@pytest.mark.parametrize(
    "after, said",
    [
        ({"pct": "icb", "icb": "pct"}, "organisations.csv line 2, column successors: pct → icb → pct goes in a circle"),
        ({"lsc": "lsc"}, "line 6, column successors: lsc → lsc goes in a circle"),
        ({"pct": "narnia"}, '"narnia" is no org_id of this table'),
    ],
)
def test_a_succession_in_a_circle_or_to_nobody_is_refused(after, said):
    with pytest.raises(TableError, match=said):
        all_that_followed(health(**after))


# ---- bad input -------------------------------------------------------------------------------------------------------


def refused(organisations_=HERE, **answer):
    """What name_all says of a study with these organisations and one more answer."""
    row = {"question_id": "q", "scope": "study", "verdict": "same", "by": "r", "on": "2026-01-01", "because": "b"}
    records = {name: table.empty() for name, table in RECORDS.items()}
    answers = JUDGEMENTS.frame([{**row, **answer}] if answer else [])
    with pytest.raises(TableError) as said:
        name_all(records, organisations_, PEOPLE.empty(), answers, SOURCES.empty())
    return str(said.value)


def test_an_organisation_listed_twice_under_two_ids_is_refused_with_both_rows():
    twice = pd.concat([HERE, HERE.tail(1).assign(org_id="lga-again")], ignore_index=True)
    assert refused(twice).startswith(
        "organisations.csv line 15: Local Government Association stands already at line 14"
    )


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_an_answer_about_an_id_that_is_not_there_is_refused(verdict):
    assert '"narnia" is no id of organisations.csv' in refused(
        kind="organisation", left="BC", right="narnia", verdict=verdict
    )
    assert 'judgements.csv line 2, column right: "jo-none" is no id of people.csv' in refused(
        kind="person", left="Jo", right="jo-none", verdict=verdict
    )


def test_rows_of_one_name_at_other_times_are_no_fault():
    later = HERE[HERE["org_id"] == "rutland-district"].assign(org_id="again", since="1997-04-01", until="")
    assert "stands already" not in refused(pd.concat([HERE, later]), kind="person", left="Jo", right="jo-none")


# ---- the door of a study ---------------------------------------------------------------------------------------------


def test_a_study_links_lists_by_name_by_what_its_text_spells_out_and_by_the_names_of_other_papers():
    lines = [{"doc_id": "p", "line": "1", "text": "The Kent Connects Board (KCB) met."}]
    mentions = [("p:5:1", "person", "Ann Arden", "5"), ("p:5:2", "organisation", "KCB", "5"),
                ("p:6:1", "organisation", "Nobody's Forum", "6"), ("p:7:1", "person", "Mr Arden", "7"),
                ("p:9:1", "organisation", "Nobody's Friends", "9")]  # fmt: skip
    columns = ("mention_id", "kind", "printed", "line")
    tables = {"lines": lines, "mentions": [dict(zip(columns, row, strict=True)) | {"doc_id": "p"} for row in mentions]}
    entry = {"meeting_id": "m", "doc_id": "p", "n": "1", "status": "present"}
    tables["attendance"] = [
        {**entry, "line": "5", "person": "Ann Arden", "title": "Mr", "organisations": "KCB"},
        {**entry, "line": "6", "person": "", "organisations": "Nobody's Forum"},
    ]
    records = {name: table.frame(tables.get(name, ())) for name, table in RECORDS.items()}
    known = organisations(("kcb", "Kent Connects Board", "", "", "none", "", ""))
    sources = SOURCES.frame([{"doc_id": "p", "date": ON, "body_id": "board"}])
    named = name_all(records, known, PEOPLE.empty(), JUDGEMENTS.empty(), sources)
    links = named.links.set_index(["mention_id", "kind"])["id"].to_dict()
    assert links == {
        ("p:5:1", "person"): "ann-arden", ("p:5:2", "organisation"): "kcb", ("p:7:1", "person"): "ann-arden",
    }  # fmt: skip
    assert named.questions["left"].tolist() == ["Nobody's Forum"]  # the Friends stand in running text only
