"""Measures on tables small enough to count by hand: two meetings, three councils, one project, four clauses."""

import pandas as pd
import pytest

from leadnet.measures import coverage, grid, ledger, measure_all, say
from leadnet.measures.actions import faulty_showings, of_ledger, questions
from leadnet.measures.held import meetings_by_knowledge
from leadnet.measures.participation import at_meetings, list_searched, of_each
from leadnet.measures.progress import authorities_meant, days, slip, stages_of, time_left
from leadnet.measures.two_tier import councils_in_room
from leadnet.measures.workstreams import by_organisation
from leadnet.study import presence
from leadnet.study.rules import Rules
from leadnet.study.schema import (
    ATTENDANCE,
    DECISIONS,
    ITEMS,
    JUDGEMENTS,
    LINES,
    LINKS,
    MEETINGS,
    MEMBERSHIPS,
    MENTIONS,
    ORGANISATIONS,
    PEOPLE,
    SOURCES,
    STAGES,
    WORKSTREAMS,
)

FIRST, SECOND, THIRD = "board-2020-01-01", "board-2020-02-01", "board-2020-03-01"
MET = MEETINGS.frame(
    [
        {
            "meeting_id": FIRST,
            "body_id": "board",
            "date": "2020-01-01",
            "known_by": "minutes",
            "doc_id": "m1",
            "line": "1",
        },
        {
            "meeting_id": SECOND,
            "body_id": "board",
            "date": "2020-02-01",
            "known_by": "later paper",
            "doc_id": "m1",
            "line": "9",
        },
        {
            "meeting_id": THIRD,
            "body_id": "board",
            "date": "2020-03-01",
            "known_by": "announced",
            "doc_id": "m1",
            "line": "9",
        },
    ]
)
COUNCILS = pd.DataFrame(
    [
        {
            "meeting_id": FIRST,
            "org_id": org,
            "name": org,
            "role": role,
            "date": "2020-01-01",
            "cites": f"authorities#{org}@2020-01-01",
        }
        for org, role in (("county", "area"), ("north", "district"), ("south", "district"), ("city", "neighbour"))
    ]
)


def people(*rows):
    """Attendance, mentions and links of rows (line, person, organisation, status, part, on_behalf_of)."""
    seats, mentions, links = [], [], []
    for line, person, org, status, part, behalf in rows:
        seats.append(
            {
                "meeting_id": FIRST,
                "doc_id": "m1",
                "line": str(line),
                "n": 1,
                "person": person,
                "organisations": org,
                "status": status,
                "part": part,
                "on_behalf_of": behalf,
            }
        )
        if org:
            mentions.append(
                {
                    "mention_id": f"m1:{line}:1",
                    "kind": "organisation",
                    "printed": org,
                    "doc_id": "m1",
                    "line": str(line),
                }
            )
            links.append({"mention_id": f"m1:{line}:1", "kind": "organisation", "id": org})
    return ATTENDANCE.frame(seats), MENTIONS.frame(mentions), LINKS.frame(links)


LIST = people(
    (3, "Ann", "county", "present", "member", ""),
    (4, "Bo", "county", "in_attendance", "support", ""),
    (5, "Cy", "north", "present", "member", "Di"),
    (6, "Di", "", "apologies", "unknown", ""),
)


def there(rules=None):
    return presence(*LIST, rules or Rules(), {FIRST: "county"})


def values(rows):
    return {row["measure"]: row["value"] for row in rows}


def test_heads_organisations_and_apologies_are_counted_apart():
    found = values(at_meetings(there(), LIST[0]))
    assert found["heads_in_room"] == 3
    assert (found["heads_present"], found["heads_in_support"], found["heads_also"]) == (2, 1, 0)
    assert (found["organisations_in_room"], found["organisations_present"]) == (2, 2)
    assert (found["apologies"], found["apologies_covered"], found["apologies_organisation_unknown"]) == (1, 1, 1)


def test_a_count_of_nobody_cites_the_whole_list():
    rows = {row["measure"]: row for row in at_meetings(there(), LIST[0])}
    assert rows["heads_also"]["cites"] == list_searched(LIST[0]) == "m1:3-6"


def test_a_share_of_heads_carries_its_counts():
    rows = [row for row in of_each(there()) if row["measure"] == "heads_of"]
    assert [(row["subject"], row["n"], row["of"]) for row in rows] == [("county", 2, 3), ("north", 1, 3)]


def test_a_council_that_never_came_has_its_row_and_its_zero():
    rows = councils_in_room(there(), COUNCILS, LIST[0])
    tiers = {row["measure"]: (row["n"], row["of"]) for row in rows if row["measure"] != "council_heads"}
    assert tiers == {"districts_in_room": (1, 2), "neighbours_in_room": (0, 1)}
    south = next(row for row in rows if row["subject"] == "south")
    assert (south["value"], south["cites"]) == (0, "m1:3-6 authorities#south@2020-01-01")


def test_the_grid_tells_not_seen_from_not_known():
    cells = grid(there(), MET, COUNCILS, LIST[0], MEMBERSHIPS.empty()).set_index(["org_id", "meeting_id"])["state"]
    assert cells[("county", FIRST)] == "present"
    assert cells[("north", FIRST)] == "by substitute"
    assert cells[("south", FIRST)] == "not seen"
    assert cells[("south", SECOND)] == "held without minutes"
    assert cells[("south", THIRD)] == "announced only"


def test_with_a_membership_the_grid_tells_expected_from_not_a_member():
    members = MEMBERSHIPS.frame([{"body_id": "board", "org_id": "south", "since": "2019-01-01"}])
    cells = grid(there(), MET, COUNCILS, LIST[0], members).set_index(["org_id", "meeting_id"])["state"]
    assert (cells[("south", FIRST)], cells[("city", FIRST)]) == ("expected", "not a member then")


def test_meetings_are_counted_by_how_they_are_known():
    found = values(meetings_by_knowledge(coverage(MET)))
    assert found == {
        "meetings_known": 3,
        "meetings_documented": 1,
        "meetings_shown_held": 1,
        "meetings_announced": 1,
        "other_bodies_meetings": 0,
    }


# ---- joint work and stages -------------------------------------------------------------------------------------------

WORK = WORKSTREAMS.frame(
    [
        {"workstream_id": "homes", "name": "Homes", "org_id": "county", "part": "leads", "doc_id": "m1", "line": "11"},
        {"workstream_id": "homes", "name": "Homes", "org_id": "north", "part": "joins", "doc_id": "m1", "line": "12"},
        {
            "workstream_id": "roads",
            "name": "Roads",
            "org_id": "city",
            "part": "to be told",
            "doc_id": "m1",
            "line": "20",
        },
        {"workstream_id": "homes", "name": "Homes", "doc_id": "p2", "line": "3"},
    ]
)


def test_one_only_to_be_told_is_no_partner():
    rows = {(row["measure"], row["subject"]): row for row in by_organisation(WORK, COUNCILS)}
    assert rows[("workstreams", "")]["value"] == 2
    assert rows[("workstreams_without_partner", "")]["value"] == 1
    assert rows[("workstream_partners", "roads")]["value"] == 0
    assert rows[("workstreams_with_districts", "")]["value"] == 1


STEPS = STAGES.frame(
    [
        {
            "project_id": "p",
            "stage_id": "start",
            "name": "Start",
            "state": "planned",
            "from": "2020-03-01",
            "to": "2020-03-31",
            "as_printed": "in March",
            "doc_id": "m1",
            "line": "4",
        },
        {
            "project_id": "p",
            "stage_id": "start",
            "name": "Start",
            "state": "restated",
            "from": "2020-05-01",
            "to": "2020-05-31",
            "as_printed": "in May",
            "doc_id": "p2",
            "line": "2",
        },
        {
            "project_id": "p",
            "stage_id": "visits",
            "name": "Visits",
            "state": "planned",
            "to": "2020-06-30",
            "as_printed": "visits to each local authority",
            "doc_id": "p2",
            "line": "3",
        },
    ]
)
HELD = SOURCES.frame([{"doc_id": "m1", "date": "2020-01-01"}, {"doc_id": "p2", "date": "2020-05-01"}])


def test_a_slip_in_words_is_an_interval_of_days():
    row = slip(STEPS)[0]
    assert (row["low"], row["high"]) == (31, 91)  # 31 March to 1 May; 1 March to 31 May
    assert days("2020-03-31", "2020-05-01") == 31


def test_time_left_is_counted_from_the_paper_that_states_it():
    assert [row["value"] for row in time_left(STEPS, HELD)] == [60]
    assert values(stages_of(STEPS)) == {"stages_named": 2, "stages_aimed": 1, "stages_shown_done": 0}


def test_each_local_authority_is_not_settled_by_the_reader():
    row = authorities_meant(STEPS, COUNCILS)[0]
    assert (row["low"], row["high"]) == (3, 4)


# ---- the ledger ------------------------------------------------------------------------------------------------------

CLAUSES = DECISIONS.frame(
    [
        {
            "decision_id": f"m1:{line}:1",
            "item_id": item,
            "kind": kind,
            "marked": marked,
            "text": text,
            "doc_id": "m1",
            "line": str(line),
        }
        for line, item, kind, marked, text in (
            (13, "b/1", "agreed", "capitals", "that a report be made"),
            (14, "b/1", "agreed", "capitals", "that the plan be noted"),
            (15, "b/1", "commitment", "plain", "the county would write to partners"),
            (22, "b/2", "commitment", "plain", "the sun would shine"),
        )
    ]
)
LISTED = ITEMS.frame(
    [
        {"item_id": "b/1", "doc_id": "m1", "line": "10", "title": "Homes"},
        {"item_id": "b/2", "doc_id": "m1", "line": "19", "title": "Roads"},
    ]
)
TEXT = LINES.frame([{"doc_id": "p2", "line": n, "text": f"{n}."} for n in range(1, 6)])


def answers(*rows):
    return JUDGEMENTS.frame(
        [{"kind": "action", "left": left, "right": right, "verdict": verdict} for left, right, verdict in rows]
    )


ANSWERED = answers(
    ("m1:13:1", "asks", "same"),
    ("m1:14:1", "asks", "different"),
    ("m1:15:1", "asks", "same"),
    ("m1:22:1", "asks", "different"),
    ("m1:13:1", "p2:4 shown begun", "same"),
)


def test_a_person_decides_what_asks_and_what_a_later_line_shows():
    rows = ledger(CLAUSES, LISTED, ANSWERED, WORK, HELD, TEXT)
    assert rows[["action_id", "asks", "shows"]].values.tolist() == [
        ["m1:13:1", "to do", "shown begun"],
        ["m1:14:1", "for decision only", ""],
        ["m1:15:1", "to do", "not judged"],  # p2 is on homes and later; nobody has said what it shows
    ]


def test_that_a_later_paper_is_silent_is_for_a_person_to_say_and_cites_the_whole_paper():
    said = answers(("m1:15:1", "asks", "same"), ("m1:15:1", "p2 not mentioned later", "same"))
    rows = ledger(CLAUSES.iloc[[2]], LISTED, said, WORK, HELD, TEXT)
    assert rows[["shows", "doc_id", "cites"]].values.tolist() == [["not mentioned later", "p2", "m1:15 p2:1-5"]]
    assert faulty_showings(said, ["p2:1"]) == []


def test_a_later_paper_not_looked_at_is_asked_about():
    rows = ledger(CLAUSES, LISTED, ANSWERED, WORK, HELD, TEXT)
    asked = [row["right"] for row in questions(CLAUSES, rows) if row["right"] != "asks"]
    assert asked == ["p2 not mentioned later"]


def test_where_no_later_paper_is_on_the_matter_none_is_held():
    rows = ledger(CLAUSES, LISTED, answers(("m1:22:1", "asks", "same")), WORK, HELD, TEXT)
    assert rows.loc[rows["action_id"] == "m1:22:1", "shows"].tolist() == ["no later document held"]


def test_what_nobody_has_judged_says_so_and_is_no_action():
    rows = ledger(CLAUSES, LISTED, answers(), WORK, HELD, TEXT)
    assert set(rows["asks"]) == {"not judged"}
    found = values(of_ledger(rows, LISTED))
    assert (found["actions"], found["not_judged"]) == (0, 4)


def test_an_answer_that_points_at_no_line_is_a_fault_with_its_row():
    faults = faulty_showings(
        answers(("m1:13:1", "p2:99 shown begun", "same"), ("m1:13:1", "p2:4 finished", "same")), ["p2:4"]
    )
    assert [fault.split(",")[0] for fault in faults] == ["judgements.csv line 2", "judgements.csv line 3"]


# ---- all together ----------------------------------------------------------------------------------------------------


def test_every_measure_has_its_sentence():

    tables = {
        "there": there(),
        "attendance": LIST[0],
        "councils": COUNCILS,
        "coverage": coverage(MET),
        "stages": STEPS,
        "workstreams": WORK,
        "sources": HELD,
        "items": LISTED,
        "ties": pd.DataFrame(),
        "attending": pd.DataFrame(columns=["org_id", "meeting_id", "date", "tier", "seen", "cites"]).astype(
            {"seen": bool}
        ),
        "tier_tests": pd.DataFrame(),
        "brokers": pd.DataFrame(),
        "ledger": ledger(CLAUSES, LISTED, ANSWERED, WORK, HELD, TEXT),
        "corrections": pd.DataFrame(),
        "questions": pd.DataFrame(columns=["doc_id", "line"]),
        "unread": pd.DataFrame(),
        "grid": grid(there(), MET, COUNCILS, LIST[0], MEMBERSHIPS.empty()),
        "memberships": MEMBERSHIPS.frame([{"body_id": "board", "org_id": "north"}]),
        "organisations": ORGANISATIONS.frame([{"org_id": "north"}]),
        "windows": (),
        "hosts": {FIRST: "county"},
        "ranks": PEOPLE.empty(),
        "named": pd.DataFrame(columns=["doc_id", "line", "printed", "linked", "id"]),
        "lines": TEXT,
        "decisions": CLAUSES,
    }
    found = measure_all(tables, Rules())
    assert found["finding_id"].is_unique
    assert say(found).count("\n") == len(found) - 1


@pytest.mark.parametrize("words", ["not done", "denser is better", "league"])
def test_words_we_do_not_use_stand_in_no_sentence(words):
    from leadnet.measures.sentences import SAYS

    assert words not in " ".join(SAYS.values())
