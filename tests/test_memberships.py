"""Lists of members, circulation lists, vacant seats: no attendance, and rows of memberships.csv a person may keep."""

import json

import pytest

import leadnet
from leadnet.cli import main
from leadnet.documents import read_paper, records
from leadnet.new_study import start
from leadnet.study.schema import BODIES, RECORDS, SOURCES
from leadnet.study.tables import check

TERMS = """Wolds Community Safety Partnership

Terms of Reference

Approved 4 March 2014

1. Purpose

The Partnership brings the agencies together.

2. Membership

2.1 Membership of the Partnership shall be:

- Blaby District Council (Chief Executive or nominee)
- One representative from each district council
- Melton Borough Council – Head of Housing
- Chamber of Commerce (vacant)
- Jane Hill, Voluntary Action Wolds

2.2 The Partnership may co-opt further members.
"""
MINUTES = """Wolds Board
Minutes of the meeting held on 4 March 2014

Distribution:
Ann Lee, Kent Police
Vacant – Chamber of Commerce
cc: Jane Hill (Downs County Council)

Present:
Ann Lee, Kent Police (Chair)
Joe Dale, Ashbury District Council
VCS representative (vacancy)

Apologies: Chamber of Commerce; Jobcentre Plus

1. Budget

It was agreed that the budget be approved.

2. Membership

The membership of the Waste Task Group was agreed as follows:
- Kent Police
- Ashbury District Council
"""


@pytest.fixture
def read(tmp_path):
    def of(text, name="board.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return read_paper(tmp_path / name)

    return of


def seats(paper):
    """Line, person or post, and organisations of each seat."""
    return [(seat.source.line, seat.person or seat.role, *seat.organisations) for seat in paper.seats]


def test_terms_of_reference_give_seats_and_nobody_there(read):
    paper = read(TERMS)
    assert (paper.kind, paper.meetings) == ("report", ())
    assert seats(paper) == [
        ("15", "Chief Executive", "Blaby District Council"),
        ("16", "", "district council"),
        ("17", "Head of Housing", "Melton Borough Council"),
        ("18", "", "Chamber of Commerce"),
        ("19", "Jane Hill", "Voluntary Action Wolds"),
    ]
    assert [seat.vacant for seat in paper.seats] == [False, False, False, True, False]
    assert {seat.heading for seat in paper.seats} == {"Membership of the Partnership"}


def test_who_is_sent_the_minutes_was_not_at_the_meeting(read):
    paper = read(MINUTES)
    assert [who.person for who in paper.meeting.attendance] == ["Ann Lee", "Joe Dale"]
    assert [(seat.source.line, seat.found_in, seat.part) for seat in paper.seats] == [
        ("5", "circulation", "unknown"),
        ("6", "circulation", "unknown"),
        ("7", "circulation", "unknown"),
        ("12", "attendance", "member"),  # the vacant one alone
        ("23", "membership", "member"),
        ("24", "membership", "member"),
    ]
    assert [seat.body for seat in paper.seats][-1] == "Waste Task Group"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Core members: Kent Police, NHS Downs and Age UK Kent.", ["Kent Police", "NHS Downs", "Age UK Kent"]),
        ("The Board comprises the County Council, the district councils and the police.",
         ["the County Council", "the district councils", "the police"]),
        ("The Board is made up of 21 members, three of them elected.", []),
        ("Membership of the Board was discussed.", []),
        ("To: All members of the Wolds Board", []),
        ("Circulation: Members of the Board; Downs Fire Authority", ["Downs Fire Authority"]),
        ("Members of the group\n\nUpdated 3 May 2016\n\n- Kent Police\n- NHS Downs\n\nThe group will meet each month.",
         ["Kent Police", "NHS Downs"]),
        ("Membership list 2015/16\n\n| Agency | Representative | Substitute |\n| Kent Police | Ann Lee | Joe Dale |",
         ["Kent Police"]),
    ],
)  # fmt: skip
def test_lists_of_members_in_the_words_they_come_in(read, text, found):
    paper = read(f"Wolds Board: terms of reference\n\n{text}\n")
    assert [name for seat in paper.seats for name in seat.organisations] == found
    assert paper.meetings == ()
    assert not any(seat.person == "Joe Dale" for seat in paper.seats)  # a deputy holds no seat


def test_a_page_of_members_is_no_meeting_whatever_day_it_carries(read):
    page = "<h2>Members of the group</h2><p>Updated 3 May 2016</p><ul><li>Ann Lee, Kent Police</li></ul>"
    paper = read(f"<html><body><h1>Wolds Board</h1>{page}</body></html>", "board.html")
    assert paper.meetings == ()
    assert paper.kind_because == 'its heading says "Members of the group": who belongs, not who was there'
    assert seats(paper) == [("7", "Ann Lee", "Kent Police")]


@pytest.mark.parametrize(
    "said",
    [
        "Apologies: Chamber of Commerce; Jobcentre Plus\n",
        "Apologies:\nChamber of Commerce\nMary Dunn, NHS Downs\nJobcentre Plus\n",
        "1. Apologies\n\nApologies were received from the Chamber of Commerce, Jobcentre Plus and Mary Dunn (NHS).\n",
    ],
)
def test_apologies_of_an_organisation_without_a_name_are_kept_with_their_line(read, said):
    paper = read(
        f"Wolds Board\nMinutes of the meeting held on 4 March 2014\n\nPresent: Ann Lee (Kent Police)\n\n{said}"
    )
    told = [problem.what for problem in paper.problems if "apologies" in problem.what]
    assert told == [
        f'"{name}" sent apologies without naming anybody: no entry of attendance, kept as a mention'
        for name in ("Chamber of Commerce", "Jobcentre Plus")
    ]
    lines = {mention.printed: mention.line for mention in paper.mentions}
    for name in ("Chamber of Commerce", "Jobcentre Plus"):
        assert name in paper.lines[int(lines[name]) - 1].text
    assert not any("begins with no person" in problem.what for problem in paper.problems)
    assert {who.person for who in paper.meeting.attendance} <= {"Ann Lee", "Mary Dunn"}


def test_seats_are_a_table_of_the_records(read):
    bodies = BODIES.frame(
        [{"body_id": "wolds", "name": "Wolds Board"}, {"body_id": "waste", "name": "Waste Task Group"}]
    )
    found = check(records([read(MINUTES)], SOURCES.empty(), bodies)["seats"], RECORDS["seats"])
    assert found[["line", "body_id"]].values.tolist()[-2:] == [["23", "waste"], ["24", "waste"]]
    assert found["vacant"].tolist() == ["", "yes", "", "yes", "", ""]


# ---- in a study -----------------------------------------------------------------------------------------------------


@pytest.fixture
def study(tmp_path):
    folder = start(tmp_path / "study", "Leicestershire", "2015-01-01")
    bodies = folder / "bodies.csv"
    bodies.write_text(
        bodies.read_text(encoding="utf-8") + "csp,Wolds Community Safety Partnership,CSP,,\n", encoding="utf-8"
    )
    (tmp_path / "terms.txt").write_text(TERMS, encoding="utf-8")
    assert main(["read", str(tmp_path / "terms.txt"), "--into", str(folder)]) == 0
    return folder


def proposed(folder, capsys):
    """The rows `leadnet review` proposes, and all it says."""
    capsys.readouterr()
    assert main(["review", str(folder)]) == 0
    said = capsys.readouterr().out
    return [line.strip() for line in said.splitlines() if line.endswith(",proposed")], said


def keep(folder, row):
    held = folder / "register" / "memberships.csv"
    held.write_text(held.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")


def test_reading_into_a_study_says_that_seats_are_no_attendance(study, capsys):
    main(["read", str(study / "papers" / "terms.txt")])
    assert "5 seats listed, which are no attendance" in capsys.readouterr().out
    main(["read", str(study / "papers" / "terms.txt"), "--json"])
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert [seat["source"]["line"] for seat in document["seats"]] == [15, 16, 17, 18, 19]


def test_review_proposes_each_seat_with_its_line_and_the_organisation_if_it_is_known(study, capsys):
    rows, said = proposed(study, capsys)
    assert rows == [
        "csp,blaby,,member,,,terms,15,proposed",
        "csp,ORG_ID,,member,,,terms,16,proposed",
        "csp,melton,,member,,,terms,17,proposed",
        "csp,ORG_ID,,member,,,terms,18,proposed",
        "csp,ORG_ID,,member,,,terms,19,proposed",
    ]
    assert "terms:18  “Chamber of Commerce (vacant)” has a seat under “Membership of the Partnership”" in said
    assert "Jane Hill" not in said  # nobody of that name may be named


def test_a_proposed_row_counts_only_once_a_person_keeps_it(study, capsys):
    keep(study, "csp,blaby,,member,,,terms,15,proposed")
    assert leadnet.study(study).memberships.empty
    assert len(proposed(study, capsys)[0]) == 4  # it was seen, and is not shown again
    keep(study, "csp,melton,,member,,,terms,17,kept")
    assert leadnet.study(study).memberships["org_id"].tolist() == ["melton"]
    assert len(proposed(study, capsys)[0]) == 3
