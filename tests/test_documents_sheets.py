"""Attendance registers: a grid of people by days, a list with days, and workbooks; small enough to recount."""

from datetime import datetime

import openpyxl
import pytest

from leadnet.documents import as_json, read_paper, records
from leadnet.documents.register.register_codes import codes_of
from leadnet.study.schema import BODIES, RECORDS, SOURCES
from leadnet.study.tables import check

GRID = """Woldshire Leaders' Board: attendance 2023/24,,,,,
Name,Organisation,9 May,12 September 2023,16 January,19 March
Members,,,,,
Cllr Ann Lee,Ashbury District Council,P,P,A,
Cllr Joe Dale,Woldham Borough Council,A,Sub (Tom Marsh),P,
Peter Nunn,Woldshire Fire and Rescue Service,N/A,P,??,
Officers,,,,,
Jane Hill,Woldshire County Council,P,,P,
Total,,2,3,2,
P = present; A = apologies,,,,,
"""
LIST = """Date;Meeting;Name;Organisation;Status
09/05/2023;Leaders' Board;Ann Lee;Ashbury District Council;Present
09/05/2023;Leaders' Board;Joe Dale;Woldham Borough Council;Apologies sent
12/09/2023;Leaders' Board;Ann Lee;Ashbury District Council;Attended remotely
12/09/2023;Waste Board;Ann Lee;Ashbury District Council;Present
31/09/2023;Waste Board;Joe Dale;Woldham Borough Council;Present
"""


@pytest.fixture
def read(tmp_path):
    def of(text, name="register.csv"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return read_paper(tmp_path / name)

    return of


def said(meeting):
    """Who is said to have been what, in a word each."""
    return {who.person: who.status for who in meeting.attendance}


def test_a_grid_gives_a_meeting_for_each_day_on_which_anybody_has_a_mark(read):
    paper = read(GRID)
    assert (paper.kind, paper.kind_because) == ("minutes", "an attendance register: its header row has 4 days")
    assert paper.body == "Woldshire Leaders' Board"
    assert [meeting.date for meeting in paper.meetings] == ["2023-05-09", "2023-09-12", "2024-01-16"]
    first, second, third = paper.meetings
    assert said(first) == {"Ann Lee": "present", "Joe Dale": "apologies", "Jane Hill": "present"}
    assert said(second)["Jane Hill"] == "expected"  # named in the register, and nothing more recorded
    assert said(third) == {"Ann Lee": "apologies", "Joe Dale": "present", "Jane Hill": "present"}
    assert {who.person: who.part for who in first.attendance}["Jane Hill"] == "support"


def test_every_entry_has_the_line_of_its_row_and_a_substitute_the_person_replaced(read):
    paper = read(GRID)
    tom = next(who for who in paper.meetings[1].attendance if who.on_behalf_of)
    assert (tom.person, tom.on_behalf_of, tom.status) == ("Tom Marsh", "Joe Dale", "present")
    assert tom.organisations == ("Woldham Borough Council",)
    assert (tom.source.line, tom.source.text[:15]) == ("5", "| Cllr Joe Dale")


def test_an_unknown_mark_and_a_day_without_marks_are_problems_at_their_line(read):
    told = {(problem.line, problem.what) for problem in read(GRID).problems}
    assert told == {
        ("6", 'the mark "??" of Peter Nunn has no meaning the register explains'),
        ("2", "no mark stands under 19 March: it is not taken for a meeting held"),
    }


def test_a_list_gives_a_meeting_for_each_day_and_body(read):
    paper = read(LIST)
    assert [(meeting.body.name, meeting.date, len(meeting.attendance)) for meeting in paper.meetings] == [
        ("Leaders' Board", "2023-05-09", 2),
        ("Leaders' Board", "2023-09-12", 1),
        ("Waste Board", "2023-09-12", 1),
    ]
    assert said(paper.meetings[0]) == {"Ann Lee": "present", "Joe Dale": "apologies"}
    assert paper.meetings[1].attendance[0].mode == "virtual"
    assert [(problem.line, problem.what) for problem in paper.problems] == [("6", "no day was found in this row")]


def test_the_records_of_a_register_keep_every_rule_of_the_tables(read):
    papers = [read(GRID), read(LIST, "list.csv")]
    tables = records(papers, SOURCES.empty(), BODIES.empty())
    for name, frame in tables.items():
        check(frame, RECORDS[name])
    assert tables["meetings"]["meeting_id"].is_unique and len(tables["meetings"]) == 6
    assert len(tables["attendance"]) == 10 + 4
    assert len(as_json(papers)["meetings"]) == 6


def test_a_register_by_organisation_needs_no_person(read):
    paper = read("Organisation,9 May 2023,6 June 2023\nKent Police,✓,x\nKent County Council,x,✓\n")
    assert [(who.person, who.organisations, who.status) for who in paper.meetings[0].attendance] == [
        ("", ("Kent Police",), "present"),
        ("", ("Kent County Council",), "absent"),
    ]
    assert all(mention.printed for mention in paper.mentions)


@pytest.mark.parametrize(
    ("marks", "mark", "status", "sure"),
    [
        (["P", "A", "Ab"], "A", "apologies", True),  # absent has a mark of its own
        (["P", "A", "Ap"], "A", "absent", True),
        (["P", "A"], "A", "apologies", False),  # nothing tells: read, marked unsure and said
        (["✓", "x"], "x", "absent", True),
        (["x"], "x", "present", True),  # the only mark there is
    ],
)
def test_a_mark_that_could_mean_two_things_is_told_by_its_neighbours(marks, mark, status, sure):
    codes = codes_of([], marks)
    assert (codes.mark(mark).status, codes.mark(mark).sure, bool(codes.guessed)) == (status, sure, not sure)


def test_a_key_goes_before_common_use():
    codes = codes_of([["Key", "A", "Attended"], ["S: substitute sent, X - no longer a member"]], ["A", "S", "X"])
    assert (codes.mark("A").status, codes.mark("S").substitute, codes.mark("X").status) == ("present", True, "")


def workbook(path, *sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return book


def test_a_workbook_is_read_with_its_own_row_numbers(tmp_path):
    rows = [["Wolds Partnership Board"], [], ["Name", "Organisation", datetime(2024, 3, 4), datetime(2024, 6, 3)]]
    rows += [["Ann Lee", "Kent Police", "P", "Apols"], ["Joe Dale", "Kent Fire Service", True, 0]]
    workbook(tmp_path / "board.xlsx", ("2024", rows))
    paper = read_paper(tmp_path / "board.xlsx")
    assert [(line.number, line.text) for line in paper.lines][1:3] == [
        (3, "| Name | Organisation | 2024-03-04 | 2024-06-03 |"),
        (4, "| Ann Lee | Kent Police | P | Apols |"),
    ]
    assert [said(meeting) for meeting in paper.meetings] == [
        {"Ann Lee": "present", "Joe Dale": "present"},
        {"Ann Lee": "apologies", "Joe Dale": "absent"},
    ]


def test_sheets_follow_one_another_and_a_hidden_one_is_left_out(tmp_path):
    rows = [["Name", "4 March 2024", "3 June 2024"], ["Ann Lee", "P", "A"]]
    later = [["Name", "4 March 2025", "3 June 2025"], ["Ann Lee", "A", "P"]]
    book = workbook(tmp_path / "board.xlsx", ("Board 2024", rows), ("notes", [["secret"]]), ("Board 2025", later))
    book["notes"].sheet_state = "hidden"
    book.save(tmp_path / "board.xlsx")
    paper = read_paper(tmp_path / "board.xlsx")
    assert [(line.number, line.page) for line in paper.lines] == [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 2)]
    assert [meeting.date[:4] for meeting in paper.meetings] == ["2024", "2024", "2025", "2025"]


def test_a_month_is_no_day(tmp_path):
    """Excel keeps "Apr-24" as the first of April; a meeting on that day was never printed."""
    book = workbook(tmp_path / "board.xlsx", ("2024", [["Name", datetime(2024, 4, 1)], ["Ann Lee", "P"]]))
    book["2024"]["B1"].number_format = "mmm-yy"
    book.save(tmp_path / "board.xlsx")
    assert read_paper(tmp_path / "board.xlsx").lines[0].text == "| Name | April 2024 |"


def test_minutes_with_tables_are_no_register(read):
    text = "Wolds Board\nMinutes of the meeting held on 4 March 2014\nPresent:\n| Ann Lee | Kent Police |\n"
    assert len(read(text, "board.md").meetings) == 1


# ---- registers as officers keep them --------------------------------------------------------------------------------


def test_columns_may_be_named_a_row_above_the_days_and_organisations_stand_over_their_people(tmp_path):
    rows = [
        ["Wolds Board"],
        ["Name", "Organisation", "Meeting dates"],
        [None, None, datetime(2024, 3, 4), "3 June 2024"],
    ]
    rows += [
        ["Ann Lee", "Kent Police", "p", "dep (Sue Park)"],
        [],
        ["Joe Dale", "Kent CVS", "x", "✓"],
        ["Total", None, 1, 2],
    ]
    workbook(tmp_path / "board.xlsx", ("2024", rows))
    first, second = read_paper(tmp_path / "board.xlsx").meetings
    assert [who.organisations for who in first.attendance] == [("Kent Police",), ("Kent CVS",)]
    assert said(first) == {"Ann Lee": "present", "Joe Dale": "absent"}
    assert [(who.person, who.on_behalf_of) for who in second.attendance] == [("Sue Park", "Ann Lee"), ("Joe Dale", "")]


def test_a_row_of_an_organisation_alone_heads_those_below_and_a_surname_may_come_first(read):
    paper = read('Name,04-Jun-24,10-Sep-24\nKent Police,,\n"Lee, Ann",P,Apols\nKent Fire Service,,\n"DALE, Joe",P,P\n')
    assert [(who.person, *who.organisations) for who in paper.meetings[0].attendance] == [
        ("Ann Lee", "Kent Police"),
        ("Joe DALE", "Kent Fire Service"),
    ]


def test_an_organisation_left_blank_below_its_first_person_is_taken_on_and_unsure(read):
    paper = read("Agency,First name,Surname,4 June 2024,10 Sept 2024\nKent CC,Ann,Lee,P,P\n,Joe,Dale,P,P\n")
    assert [(who.person, *who.organisations, who.sure) for who in paper.meetings[0].attendance] == [
        ("Ann Lee", "Kent CC", True),
        ("Joe Dale", "Kent CC", False),
    ]


def test_days_may_stand_down_and_people_across(read):
    paper = read("Date of meeting,Ann Lee (Kent CC),Joe Dale (Kent CVS)\n4 June 2024,P,Apols\n10 Sept 2024,P,P\n")
    assert [(meeting.date, said(meeting)) for meeting in paper.meetings] == [
        ("2024-06-04", {"Ann Lee": "present", "Joe Dale": "apologies"}),
        ("2024-09-10", {"Ann Lee": "present", "Joe Dale": "present"}),
    ]
    assert [who.source.line for who in paper.meetings[1].attendance] == ["3", "3"]


def test_what_a_mark_says_more_is_kept(read):
    ann, joe = "Ann Lee (Chair),P (left 11.30),Apols", "Joe Dale,P (online),Apologies - Sue Park attended"
    first, second = read(f"Name,4 June 2024,10 Sept 2024\n{ann}\n{joe}\n").meetings
    assert [(who.left, who.mode, who.chair) for who in first.attendance] == [
        ("left 11.30", "unknown", True),
        ("", "virtual", False),
    ]
    assert [(who.person, who.status, who.chair) for who in second.attendance] == [
        ("Ann Lee", "apologies", False),  # who was away did not chair
        ("Sue Park", "present", False),
    ]


def test_a_row_that_names_nobody_a_star_and_a_vacant_seat_are_said(read):
    paper = read(
        "Name,Organisation,4 June 2024,10 Sept 2024\nAnn Lee,Kent CC,P*,P\nLeader's office,Kent CC,P,P\n"
        "Vacant,Kent Fire Service,,\nTotal,,2,2\n* from item 4\n"
    )
    assert [(problem.line, problem.what) for problem in paper.problems] == [
        ("3", '"Leader\'s office" has marks, and names neither a person nor an organisation; the row was left out'),
        ("6", 'the note "* from item 4" was not applied to the marks with a star'),
    ]
    assert [(seat.organisations, seat.vacant) for seat in paper.seats] == [(("Kent Fire Service",), True)]


def test_days_without_any_year_date_no_meeting(read):
    paper = read("Wolds Board,,\nName,4 June,10 Sept\nAnn Lee,P,A\n")
    assert paper.meetings == ()
    (told,) = paper.problems
    assert (told.line, told.what[:50]) == ("2", "the days of the header row have no year (4 June, 1")


# ---- headers and keys of other kinds --------------------------------------------------------------------------------


def test_a_column_for_each_status_under_each_day_says_by_its_heading_who_came(read):
    paper = read(
        "Safer Ash Board,12 Apr 2023,,14 Jun 2023,\nName,Present,Apologies,Present,Apologies\n"
        "Ann Lee,X,,,X\nJoe Dale,X,,0,X\nTom Roe,,X,X,X\n"
    )
    first, second = paper.meetings
    assert said(first) == {"Ann Lee": "present", "Joe Dale": "present", "Tom Roe": "apologies"}
    assert said(second) == {
        "Ann Lee": "apologies",
        "Joe Dale": "apologies",
        "Tom Roe": "expected",
    }  # two marks: neither


def test_days_below_the_word_meeting_are_the_days_of_a_grid_with_people_across(read):
    paper = read("Meeting,Ann Lee,Joe Dale\n19 April 2023,P,Apols\n21 June 2023,P,P\n")
    assert [(meeting.date, said(meeting)["Joe Dale"]) for meeting in paper.meetings] == [
        ("2023-04-19", "apologies"),
        ("2023-06-21", "present"),
    ]


def test_a_key_says_what_a_blank_is_and_that_no_apology_came(read):
    paper = read(
        "Key: / = present; N = no apology sent; blank = apologies\nName,Body,19 Apr 2023,21 Jun 2023\n"
        "Ann Lee,Kent Police,/,\nJoe Dale,CVS,N,/\nMeetings attended,,1,1\n"
    )
    assert said(paper.meetings[0]) == {"Ann Lee": "present", "Joe Dale": "absent"}
    assert said(paper.meetings[1]) == {"Ann Lee": "apologies", "Joe Dale": "present"}
    assert paper.meetings[0].attendance[0].organisations == ("Kent Police",)
    assert not paper.problems  # the row of sums is none


def test_a_deputy_in_a_column_of_its_own_was_there_for_the_person_of_the_row(read):
    paper = read(
        "Date,Member,Organisation,Attended,Deputy\n19/04/2023,Ann Lee,Kent Police,Y,\n"
        "19/04/2023,Joe Dale,CVS,N,Sue Hart\n19/04/2023,Tom Roe,Ash DC,Substitute,Di Fox\n"
    )
    assert [(who.person, who.status, who.on_behalf_of or "") for who in paper.meetings[0].attendance] == [
        ("Ann Lee", "present", ""),
        ("Joe Dale", "absent", ""),
        ("Sue Hart", "present", "Joe Dale"),
        ("Di Fox", "present", "Tom Roe"),
    ]


def test_a_grid_kept_by_colours_is_told_and_a_table_with_a_day_over_it_is_no_news(read, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Name", "Organisation", datetime(2023, 4, 12), datetime(2023, 6, 14)])
    book.active.append(["Ann Lee", "Kent Police"])
    book.save(tmp_path / "colours.xlsx")
    paper = read_paper(tmp_path / "colours.xlsx")
    assert not paper.meetings and paper.problems[0].line == "1" and "colours are not read" in paper.problems[0].what
    assert read("Budget,30 June 2023\nService,Spend\nWaste,3400\n").kind == "report"


def test_a_list_of_who_came_to_one_meeting_has_its_day_above(read):
    paper = read(
        "Board,Ash Growth Board,\nDate,4 March 2021,\nName,Organisation,Attended?\nAnn Lee,Kent Police,Yes\n"
        "Joe Dale,CVS,Apologies\n"
    )
    assert (paper.body, [meeting.date for meeting in paper.meetings]) == ("Ash Growth Board", ["2021-03-04"])
    assert said(paper.meetings[0]) == {"Ann Lee": "present", "Joe Dale": "apologies"}
    signed = read("Sign-in sheet 4 March 2021\nName,Organisation,Signature\nAnn Lee,Kent Police,AL\n")
    assert said(signed.meetings[0]) == {"Ann Lee": "present"}
    assert not read("Contacts 4 March 2021\nName,Organisation\nAnn Lee,Kent Police\n").meetings
