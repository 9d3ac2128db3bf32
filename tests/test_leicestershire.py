"""The Leicestershire study: every number an analyst can recount from the five papers, and nothing typed."""

import json

import pytest

import leadnet
from leadnet.network import graph, no_information

MEETING = "ssog-2007-07-02"
NOTES = "ssog-2007-07-02-notes"
REPORT = "ssog-2008-01-22-report"


@pytest.fixture(scope="module")
def built():
    return leadnet.study("leicestershire")


def value(built, measure, subject="", other=""):
    rows = built.find(measure, subject, other)
    assert len(rows) == 1
    return rows["value"].iloc[0]


def n_of(built, measure, subject="", other=""):
    row = built.find(measure, subject, other).iloc[0]
    return row["n"], row["of"]


def test_21_people_in_the_room_14_present_6_in_support_1_also_present(built):
    parts = ("heads_in_room", "heads_present", "heads_in_support", "heads_also")
    assert [value(built, part, MEETING) for part in parts] == [21, 14, 6, 1]


def test_3_apologies_2_covered_1_organisation_inferred_2_unknown(built):
    kinds = ("", "_covered", "_organisation_printed", "_organisation_inferred", "_organisation_unknown")
    assert [value(built, f"apologies{kind}", MEETING) for kind in kinds] == [3, 2, 0, 1, 2]
    goodwin = built.there.set_index("person").loc["Mike Goodwin"]
    assert (goodwin["org_id"], goodwin["inferred"]) == ("leicestershire-police", True)


def test_whose_seat_was_covered_by_a_joint_post_stays_open_between_the_two(built):
    asked = built.questions[built.questions["asked"].str.contains("Catherine Griffiths")]
    assert asked["right"].tolist() == ["leicestershire | leicestershire-and-rutland-pct"]


def test_three_people_are_limited_to_one_item_each(built):
    limited = built.attendance[built.attendance["items"] != ""]
    assert sorted(limited["items"]) == ["92", "93", "94"]
    assert value(built, "item_limited", MEETING) == 3


def test_15_organisations_12_among_the_present_and_the_county_8_of_21_heads(built):
    assert value(built, "organisations_in_room", MEETING) == 15
    assert value(built, "organisations_present", MEETING) == 12
    assert n_of(built, "heads_of", "leicestershire", MEETING) == (8, 21)
    assert n_of(built, "present_heads_of", "leicestershire", MEETING) == (4, 14)


def test_without_the_hosts_officers_in_support_15_organisations_stay_and_the_county_is_4_of_17(built):
    without = built.what_if(host_support=False)
    assert value(without, "organisations_in_room", MEETING) == 15
    assert n_of(without, "heads_of", "leicestershire", MEETING) == (4, 17)
    assert set(without.findings["rules"]) == {"host_support=false"}


def test_2_of_7_districts_and_nobody_from_the_city_or_rutland(built):
    assert n_of(built, "districts_in_room", MEETING) == (2, 7)
    assert n_of(built, "neighbours_in_room", MEETING) == (0, 2)
    heads = {row.subject: row.value for row in built.find("council_heads").itertuples()}
    assert len(heads) == 10
    assert {org for org, n in heads.items() if n} == {"leicestershire", "charnwood", "north-west-leicestershire"}


def test_a_zero_cites_the_list_that_was_searched_and_the_row_of_the_register(built):
    row = built.find("council_heads", "leicester").iloc[0]
    assert row["cites"] == f"{NOTES}:9-42 authorities#leicester@2007-07-02"
    assert len(built.evidence(built.find("council_heads", "leicester"))) == 35


def test_the_network_is_complete_and_says_no_information(built):
    assert graph(built.ties).number_of_edges() == len(built.ties) == 105
    assert no_information(built.ties)
    assert n_of(built, "people_sharing_item", MEETING) == (207, 210)


def test_five_meetings_of_the_group_and_four_of_other_bodies(built):
    known = {row.meeting_id: row.known_by for row in built.coverage.itertuples()}
    assert known == {
        "ssog-2007-05-09": "later paper",
        "ssog-2007-07-02": "minutes",
        "ssog-2007-08-01": "announced",
        "ssog-2007-10-31": "announced",
        "ssog-2008-01-22": "announced",
        "community-safety-programme-board-2007-06-26": "later paper",
        "laa-annual-review-2007-07-02": "announced",
        "district-chief-executives-2007-08-03": "announced",
        "improvement-programme-board-2011-11-08": "announced",
    }
    assert value(built, "meetings_known", "ssog") == 5
    assert value(built, "other_bodies_meetings") == 4


def test_no_rate_is_given_where_no_membership_is_held(built):
    assert not built.findings["range"].isin(["wilson 95"]).any()
    assert "expected" not in set(built.grid["state"])


def test_workstreams_by_organisation_and_those_with_no_named_partner(built):
    assert n_of(built, "workstreams_without_partner")[1] == value(built, "workstreams") == 12
    none = [row.subject for row in built.find("workstream_partners").itertuples() if row.value == 0]
    assert none == [
        "community-forums",
        "economic-development",
        "priority-neighbourhoods",
        "shared-services",
        "voluntary-sector",
        "waste-reduction",
    ]
    assert n_of(built, "workstreams_with_districts")[0] == 0


def test_the_start_slipped_from_autumn_to_january_and_69_days_were_left_for_three_elements(built):
    slip = built.find("stage_slip", "leadership-of-place").iloc[0]
    assert (slip["low"], slip["high"], slip["range"]) == (
        32,
        152,
        "dates",
    )  # 30 November to 1 January; 1 September to 31 January
    assert value(built, "days_left", "leadership-of-place", REPORT) == 69
    assert value(built, "stages_aimed", "leadership-of-place") == 3


def test_each_local_authority_may_be_eight_to_ten(built):
    meant = built.find("authorities_to_meet", "leadership-of-place").iloc[0]
    assert (meant["low"], meant["high"]) == (8, 10)


def test_the_city_and_county_dimension_was_asked_for_in_july_and_is_not_mentioned_in_january(built):
    asked = built.ledger[built.ledger["text"].str.contains("City/County dimension")]
    assert asked["shows"].tolist() == ["not mentioned later"]
    assert asked["doc_id"].tolist() == [REPORT]
    searched = built.lines[built.lines["doc_id"] == REPORT]["text"].str.lower()
    assert not searched.str.contains("city/county|city and county").any()


def test_twelve_clauses_under_a_marker_six_of_which_ask(built):
    marked = built.ledger[built.ledger["where"] == "marked"].drop_duplicates("action_id")
    by_item = marked.groupby("item_id").size()
    assert {item.split("/")[1]: n for item, n in by_item.items()} == {
        "91": 1,
        "92": 4,
        "93": 2,
        "94": 2,
        "95": 2,
        "96": 1,
    }
    limbs = built.decisions.set_index("decision_id")["limb"]
    asks = marked[marked["asks"] == "to do"]
    found = sorted((row.item_id.split("/")[1], limbs[row.action_id]) for row in asks.itertuples())
    assert found == [("91", ""), ("92", "(iii)"), ("92", "(iv)"), ("93", "(ii)"), ("94", "(ii)"), ("95", "(ii)")]
    assert n_of(built, "clauses_ask") == (6, 12)
    assert n_of(built, "clauses_for_decision") == (6, 12)


def test_a_thirteenth_decision_is_printed_without_a_marker(built):
    plain = built.ledger[built.ledger["where"] == "plain"]
    assert plain["item_id"].tolist() == [f"{MEETING}/90"]
    assert value(built, "clauses_plain") == 1


def test_eleven_commitments_in_running_text(built):
    found = built.ledger[built.ledger["where"] == "running text"].drop_duplicates("action_id")
    by_item = found.groupby("item_id").size()
    assert {item.split("/")[1]: n for item, n in by_item.items()} == {"92": 1, "93": 3, "94": 5, "95": 2}
    assert value(built, "commitments") == 11


def test_each_of_the_seventeen_has_its_follow_up_and_the_rest_none(built):
    asks = built.ledger[built.ledger["asks"] == "to do"]
    assert asks["action_id"].nunique() == value(built, "actions") == 17
    assert (asks["shows"] != "").all()
    assert (built.ledger.loc[built.ledger["asks"] != "to do", "shows"] == "").all()


def test_93_ii_is_shown_begun_by_paragraph_3_and_shown_moved_by_paragraph_7(built):
    rows = built.ledger[(built.ledger["item_id"] == f"{MEETING}/93") & (built.ledger["where"] == "marked")]
    shown = rows[rows["asks"] == "to do"]
    assert [(row.shows, f"{row.doc_id}:{row.line}") for row in shown.itertuples()] == [
        ("shown begun", f"{REPORT}:14"),
        ("shown moved", f"{REPORT}:25"),
    ]
    assert built.texts[f"{REPORT}:14"].startswith("3.")
    assert built.texts[f"{REPORT}:25"].startswith("7.")


def test_every_finding_opens_at_lines_that_are_there(built):
    assert set(built.evidence(built.findings)["finding_id"]) == set(built.findings["finding_id"])


def test_one_adviser_printed_three_ways_is_one_person_and_connell_and_connelly_are_two(built):
    people = built.links[built.links["kind"] == "person"].merge(built.mentions.drop(columns="kind"), on="mention_id")
    ids = people.groupby("printed")["id"].agg(set)
    assert ids["David Bolger"] == ids["David Bolter"] == ids["David Bulger"] == {"david-bolger"}
    assert ids["Mick Connell"] != ids["Jim Connelly"]


def test_every_paper_may_be_cited_by_line_and_every_attendance_line_holds_its_name(built):
    for row in built.attendance.itertuples():
        assert row.person.split()[-1] in built.texts[f"{row.doc_id}:{row.line}"]


def test_a_junior_officers_name_leaves_nowhere_and_a_chief_executives_does(built):
    shown = built.show(built.lines, "text")["text"].str.cat(sep="\n")
    for name in ("Cave", "Mackay", "Robinson", "Wright", "Hawkins", "Bolger", "Bolter", "Bulger", "Goodwin", "Tobin"):
        assert name not in shown
    assert "John Sinnott" in shown
    assert "[an officer]" in shown


def test_the_records_read_from_the_originals_are_the_same_but_for_the_words(built, shared):
    from leadnet import documents

    originals = {
        "ssog-2007-07-02-notes": "002",
        "ssog-2008-01-22-report": "000",
        "ipb-2011-11-08-report": "001",
        "leadership-centre-approach": "003",
        "leadership-centre-launch-2005-03-14": "004",
    }
    papers = [
        documents.read_paper(next((shared / "papers").glob(f"{start}_*")), doc) for doc, start in originals.items()
    ]
    found = documents.records(papers, built.sources, built.bodies)
    for table, wording in {"attendance": [], "meetings": [], "items": []}.items():
        assert found[table].drop(columns=wording).to_csv() == built.records[table].drop(columns=wording).to_csv()
    marked = built.decisions[built.decisions["kind"] != "commitment"].drop(columns=["text", "owners"])
    theirs = found["decisions"][found["decisions"]["kind"] != "commitment"].drop(columns=["text", "owners"])
    assert theirs.to_csv(index=False) == marked.to_csv(index=False)


def test_the_command_line_reads_the_notes_as_json(capsys):
    from leadnet.cli import main
    from leadnet.study import find_study

    assert main(["read", str(find_study("leicestershire") / "papers" / f"{NOTES}.txt"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    people = found["meetings"][0]["attendance"]
    assert [sum(row["status"] == status for row in people) for status in ("present", "in_attendance", "apologies")] == [
        14,
        7,
        3,
    ]
    assert next(row["person"] for row in people if row["chair"]) == "John Sinnott"
    assert all(row["source"]["line"] for row in people)
    assert found["meetings"][0]["next_meetings"] == ["2007-08-01", "2007-10-31"]
