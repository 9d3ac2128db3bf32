"""A project's stages, its scope, the facts papers differ on, and the papers they speak of: told from few rows."""

from datetime import date

import pandas as pd
import pytest

import leadnet
from leadnet import figures
from leadnet.measures.claims import disagreements, of_claims, of_scope, ruled_out, scope
from leadnet.measures.engagement import engagement, of_engagement
from leadnet.measures.progress import slip, stages_of, stated_twice
from leadnet.measures.references import of_references
from leadnet.names.kinds import told, years_of
from leadnet.study.schema import CLAIMS, COVERAGE, ITEMS, LINES, MENTIONS, SOURCES, STAGES

PAPERS = SOURCES.frame(
    {"doc_id": doc, "date": on} for doc, on in (("p1", "2020-01-10"), ("p2", "2020-04-10"), ("p3", "2020-09-10"))
)
COUNCILS = pd.DataFrame(
    {"org_id": org, "name": org.title(), "role": role, "date": "2020-01-10", "cites": f"authorities#{org}"}
    for org, role in (("county", "area"), ("north", "district"), ("south", "district"), ("city", "neighbour"))
)


def stage(stage_id, state, begins, ends, doc_id, line="1", **more):
    return {"project_id": "p", "stage_id": stage_id, "name": stage_id, "state": state, "from": begins, "to": ends} | {
        "doc_id": doc_id,
        "line": line,
        **more,
    }


def stages(*rows):
    return STAGES.frame(stage(*row[:6], **(row[6] if len(row) > 6 else {})) for row in rows)


# ---- stages ----------------------------------------------------------------------------------------------------------


def test_a_slip_is_taken_from_the_last_paper_whatever_the_order_of_the_rows():
    steps = stages(
        ("start", "restated", "2020-09-01", "2020-09-30", "p3", "1"),
        ("start", "restated", "2020-05-01", "2020-05-31", "p2", "1"),
        ("start", "planned", "2020-03-01", "2020-03-31", "p1", "1"),
    )
    row = slip(steps, PAPERS)[0]
    assert (row["low"], row["high"]) == (154, 213)  # 31 March to 1 September; 1 March to 30 September
    assert row["cites"] == "p1:1 p3:1"


def test_a_stage_shown_done_is_held_against_the_first_plan():
    steps = stages(
        ("start", "planned", "2020-03-01", "2020-03-31", "p1", "1"),
        ("start", "actual", "2020-04-06", "2020-04-06", "p2", "1"),
    )
    row = slip(steps, PAPERS)[0]
    assert (row["measure"], row["low"], row["high"]) == ("stage_done_after", 6, 36)
    done = {row["measure"]: row for row in stages_of(steps, "2020-12-31")}["stages_shown_done"]
    assert (done["n"], done["of"], done["note"]) == (1, 1, "as at 31 December 2020")


def test_where_only_a_last_day_is_given_the_move_of_that_day_is_one_number():
    steps = stages(
        ("report", "planned", "", "2020-06-30", "p1", "1"),
        ("report", "restated", "", "2020-09-30", "p2", "1"),
    )
    assert [(row["measure"], row["value"]) for row in slip(steps, PAPERS)] == [("aim_moved", 92)]


def test_a_stage_restated_twice_in_one_paper_is_shown_and_counts_with_the_span_of_both():
    steps = stages(
        ("start", "planned", "2020-03-01", "2020-03-31", "p1", "1"),
        ("start", "restated", "2020-05-10", "2020-05-31", "p2", "1"),
        ("start", "restated", "2020-05-01", "2020-07-31", "p2", "8"),
    )
    row = slip(steps, PAPERS)[0]
    assert (row["low"], row["high"], row["cites"]) == (31, 152, "p1:1 p2:1 p2:8")
    twice = stated_twice(steps)
    assert [(row["value"], row["other"], row["cites"]) for row in twice] == [(2, "start/p2", "p2:1 p2:8")]
    assert "stages.csv" in twice[0]["note"]
    assert stated_twice(steps.iloc[:2]) == []


# ---- a staged engagement ---------------------------------------------------------------------------------------------


def test_a_council_is_done_planned_or_in_no_record_at_each_stage():
    each = {"as_printed": "visits to each local authority"}
    steps = stages(
        ("visits", "planned", "", "2020-06-30", "p1", "1", each),
        ("paper", "planned", "", "2020-06-30", "p1", "2", {"org_id": "county"}),
        ("visits", "actual", "2020-03-03", "2020-03-03", "p2", "4", {"org_id": "north"}),
        ("plenary", "planned", "", "2020-06-30", "p1", "3"),
        ("plenary", "actual", "2020-06-01", "2020-06-01", "p3", "2"),
        ("later", "planned", "", "2021-06-30", "p3", "1"),
    )
    cells = engagement(steps, COUNCILS).set_index(["stage_id", "org_id"])["state"].unstack().to_dict("index")
    assert cells == {
        "visits": {"county": "planned", "north": "done", "south": "planned", "city": "may be meant"},
        "paper": {"county": "planned", "north": "no record", "south": "no record", "city": "no record"},
        "plenary": {"county": "done", "north": "done", "south": "done", "city": "may be meant"},
    }
    found = {(row["measure"], row["other"]): row for row in of_engagement(steps, COUNCILS, "2020-12-31")}
    assert (found[("engagement_done", "visits")]["n"], found[("engagement_done", "visits")]["of"]) == (1, 3)
    assert found[("engagement_no_record", "paper")]["n"] == 2
    assert found[("engagement_done", "paper")]["note"] == "as at 31 December 2020"


def test_a_project_that_sets_out_to_see_no_council_has_no_engagement():
    assert engagement(stages(("start", "planned", "", "2020-06-30", "p1", "1")), COUNCILS).empty


# ---- claims and scope ------------------------------------------------------------------------------------------------

DCLG, ODPM = "Department for Communities and Local Government", "Office of the Deputy Prime Minister"
YEARS = pd.DataFrame([(by, *years_of(told(by).kind)) for by in (DCLG, ODPM)], columns=["by", "start_year", "end_year"])


def claim(value, doc_id, line, sort="fact", **more):
    return {"claim_id": "centre", "what": "Who set it up", "sort": sort, "value": value} | {
        "doc_id": doc_id,
        "line": line,
        **more,
    }


def test_a_department_cannot_have_acted_before_it_was_there():
    years = {row.by: (row.start_year, row.end_year) for row in YEARS.itertuples()}
    assert ruled_out(DCLG, "2005-01-01", "2005-12-31", *years[DCLG]) == f"{DCLG} began in 2006, after 2005"
    assert ruled_out(ODPM, "2007-01-01", "", *years[ODPM]) == f"{ODPM} ended in 2006, before 2007"
    assert ruled_out(DCLG, "2006-01-01", "2006-02-01", *years[DCLG]) == ""  # only years are known
    assert ruled_out("Arden County Council", "1700-01-01", "1700-12-31", "", "") == ""


def test_papers_that_say_two_things_stand_side_by_side_and_the_impossible_one_is_marked():
    papers = CLAIMS.frame(
        [
            claim("by DCLG", "p1", "4", by=DCLG, **{"from": "2005-01-01", "to": "2005-12-31"}),
            claim("by ODPM", "p2", "7", by=ODPM, to="2005-03-14"),
            claim("agreed", "p1", "5") | {"claim_id": "other"},
            claim("agreed", "p2", "9") | {"claim_id": "other"},
        ]
    )
    beside = disagreements(papers, YEARS)
    assert beside[["doc_id", "line"]].values.tolist() == [["p1", "4"], ["p2", "7"]]
    assert [bool(why) for why in beside["impossible"]] == [True, False]
    rows = of_claims(papers, YEARS)
    assert [(row["measure"], row["value"], row["cites"]) for row in rows] == [
        ("claims_differ", 2, "p1:4 p2:7"),
        ("claim_impossible", 1, "p1:4"),
    ]
    assert [row["measure"] for row in of_claims(papers)] == ["claims_differ"]  # without the years nothing is ruled out


def test_scope_is_told_paper_by_paper_with_what_was_added_and_what_is_not_named():
    said = CLAIMS.frame(
        claim(value, doc, "1", "scope")
        for value, doc in (("roads", "p2"), ("homes", "p1"), ("city", "p1"), ("homes", "p2"), ("city", "p3"))
    )
    told = {
        paper: dict(zip(mine["value"], mine["change"], strict=True))
        for paper, mine in scope(said, PAPERS).groupby("paper")
    }
    assert told == {
        "p1": {"homes": "named", "city": "named"},
        "p2": {"roads": "added", "homes": "named", "city": "not named"},
        "p3": {"city": "named", "roads": "not named", "homes": "not named"},  # the first paper named the city
    }
    counts = {(row["measure"], row["other"]): row["value"] for row in of_scope(PAPERS, said)}
    assert of_scope(PAPERS.assign(date=""), said) == []  # without dates no paper is before another
    assert [counts[("scope_named", paper)] for paper in ("p1", "p2", "p3")] == [2, 2, 1]
    assert {at: n for at, n in counts.items() if at[0] != "scope_named"} == {
        ("scope_added", "p2"): 1,
        ("scope_not_named", "p2"): 1,
        ("scope_added", "p3"): 0,
        ("scope_not_named", "p3"): 2,
    }


# ---- papers spoken of ------------------------------------------------------------------------------------------------


def test_papers_spoken_of_beside_the_minutes_are_counted_and_an_appendix_that_is_held_is_not():
    text = (
        "A copy of the report, marked 4, is filed with these notes.",
        "The Board saw Appendix A.",
        "The Board saw Appendix B, and minute 75.",
        "Appendix B",
        "The Board went back to minute 12.",
    )
    lines = LINES.frame({"doc_id": "p1", "line": at, "text": said} for at, said in enumerate(text, start=1))
    told = (("Appendix A", 2), ("Appendix B", 3), ("minute 75", 3), ("minute 12", 5))
    mentions = MENTIONS.frame(
        {"mention_id": f"p1:{line}:{n}", "kind": "reference", "printed": said, "doc_id": "p1", "line": str(line)}
        for n, (said, line) in enumerate(told)
    )
    items = ITEMS.frame([{"item_id": "m/12", "number": "12"}])
    found = {row["measure"]: (row["value"], row["cites"]) for row in of_references(lines, mentions, items)}
    assert found == {"papers_spoken_of": (2, "p1:1 p1:2"), "minutes_spoken_of": (1, "p1:3")}


# ---- charts ----------------------------------------------------------------------------------------------------------


def said(drawn):
    return [str(text) for text in drawn.texts]


def test_the_milestone_chart_names_each_stage_once_and_every_day_drawn():
    steps = stages(
        ("start", "planned", "2020-03-01", "2020-03-31", "p1", "1"),
        ("start", "restated", "2020-05-01", "2020-05-31", "p2", "1"),
        ("visits", "planned", "", "2020-06-30", "p2", "2"),
        ("undated", "planned", "", "", "p2", "3"),
    )
    drawn = figures.milestones(steps, PAPERS)
    days = ["10 January 2020", "10 April 2020", "31 March 2020", "31 May 2020", "30 June 2020"]
    assert said(drawn)[:8] == ["start", "visits", "the day of the paper itself", *days]
    assert drawn.png == figures.milestones(steps, PAPERS).png
    assert drawn.png != figures.milestones(steps.iloc[:1], PAPERS).png


def test_the_strip_puts_bodies_with_minutes_first_and_says_what_is_held():
    known = (("zoo", "minutes"), ("zoo", "announced"), ("ark", "later paper"))
    met = COVERAGE.frame(
        {"meeting_id": f"{body}-{n}", "body_id": body, "date": f"2020-0{n}-10", "known_by": how, "cites": "p1:1"}
        for n, (body, how) in enumerate(known, start=1)
    )
    words = said(figures.strip(met, {"zoo": "the Zoo"}))
    assert words[:2] == ["the Zoo", "ark"]
    assert words[-3:] == ["minutes held", "shown held by another paper", "announced; not known whether held"]


def test_a_stage_with_only_a_first_day_is_drawn_from_it():
    steps = stages(("start", "planned", "2020-03-01", "", "p1", "1"), ("end", "planned", "", "2020-06-30", "p1", "1"))
    assert "from 1 March 2020" in said(figures.stage_bar(steps, PAPERS))


# ---- Leicestershire --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built():
    return leadnet.study("leicestershire")


def test_of_seventeen_actions_four_could_have_follow_up_and_one_has(built):
    followed, could = (built.find(name).iloc[0] for name in ("actions_followed", "actions_followable"))
    assert (followed["n"], followed["of"], could["of"]) == (1, 4, 17)
    within = built.find("followed_within").iloc[0]
    assert (within["subject"], within["value"], within["n"], within["of"]) == ("204", 0.25, 1, 4)
    assert (date(2008, 1, 22) - date(2007, 7, 2)).days == 204


def test_the_paper_that_repeats_the_decision_is_the_likeliest_line_and_shows_nothing_by_itself(built):
    from leadnet.measures.followup import index, links

    clause = next(built.decisions[built.decisions["decision_id"] == "ssog-2007-07-02-notes:100:1"].itertuples())
    found = links(clause, "", ["ssog-2008-01-22-report"], index(built.lines, built.items))
    assert [link.line for link in found["ssog-2008-01-22-report"]] == [13, 9, 14]  # 14 is the one a person chose
    shown = built.ledger.loc[built.ledger["action_id"] == clause.decision_id, "line"]
    assert "13" not in set(shown)


def test_the_city_and_county_dimension_is_in_the_first_papers_scope_and_not_in_the_seconds(built):
    told = scope(built.claims, built.sources).set_index(["paper", "value"])["change"]
    assert told[("ssog-2007-07-02-notes", "the city and county dimension")] == "named"
    assert told[("ssog-2008-01-22-report", "the city and county dimension")] == "not named"
    assert built.find("scope_not_named", "leadership-of-place", "ssog-2008-01-22-report").iloc[0]["value"] == 2


def test_two_papers_differ_on_who_set_up_the_centre(built):
    assert built.find("claims_differ", "leadership-centre-origin").iloc[0]["value"] == 2
    beside = disagreements(built.claims, YEARS).set_index("doc_id")["impossible"]
    assert "began in 2006" in beside["ssog-2007-07-02-notes"]
    assert beside["leadership-centre-launch-2005-03-14"] == ""


def test_every_claim_is_printed_at_its_line(built):
    for row in built.claims.itertuples():
        assert row.as_printed in built.texts[f"{row.doc_id}:{row.line}"]


def test_eight_councils_are_planned_for_at_each_of_three_stages_and_none_is_shown_done(built):
    planned = {row.other: (row.n, row.of) for row in built.find("engagement_planned").itertuples()}
    assert planned == dict.fromkeys(("individual-meetings", "initial-paper", "plenary-discussions"), (8, 8))
    assert set(built.find("engagement_done")["n"]) == {0}
