"""Made-up minutes in other layouts and words, to exercise the general rules; and papers that cannot be read."""

import codecs

import pytest

from leadnet.documents import Unread, as_json, read_paper, records
from leadnet.documents.formats.files import LARGEST
from leadnet.documents.lists.entries import Cells, Heading, attendee
from leadnet.documents.lists.layouts import best
from leadnet.documents.lists.name_details import name_and_details
from leadnet.documents.model import Line
from leadnet.documents.organisations_in_text import organisations_in_text
from leadnet.documents.words.posts import seat
from leadnet.study.schema import BODIES, SOURCES
from leadnet.study.tables import StudyError


@pytest.fixture
def read(tmp_path):
    def of(text, name="paper.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_paper(path)

    return of


def rows(text):
    return [Line(number, None, row) for number, row in enumerate(text.strip("\n").split("\n"), start=1)]


def entry(text, heading="PRESENT"):
    return attendee(Cells(tuple(rows(text)), tuple(text.split("|"))), Heading(heading))


HEAD = "Wolds Board\nMinutes of the meeting held on 4 March 2014\n\n"
COMMAS = """
DOWNS LEADERS' FORUM

Minutes of the meeting held on Tuesday 4 March 2014 at 10.00am in the Council Chamber, Town Hall, Ashbury

Present: Councillors Mrs A Smith (Chair), B Jones (Ashbury DC), C O'Neill and D van Dyke

In attendance: Jane Hill (Chief Executive, Ashbury District Council), Tom Marsh (Downs County Council)

Apologies: none

Present at the last meeting: Councillors E Ford and G Hall

1. Minutes of the last meeting

The minutes of the meeting held on 5 November 2013 were agreed.

2. Budget 2014/15

Jane Hill presented the report. Members asked officers to bring an update to the next meeting.

RESOLVED:
(1) That the budget be approved.
(2) That the Treasurer write to all districts by 30 April.

3. Waste

It was agreed that the Waste Partnership would produce a joint plan by June 2014.

Action: Tom Marsh to circulate the draft plan by 18 March 2014.

4. Date of Next Meeting

Tuesday 10 June 2014 at 10.00am.

The meeting closed at 11.45am.
"""
TABS = """Safer Wolds Partnership Board
Notes of meeting
Date: 12/05/2016
Time: 14:00 - 16:00
Venue: Room 3, Civic Offices, Woldham

Attendees:
Name\tPost\tOrganisation
Sarah Lane\tChief Inspector\tWolds Police
Dr Amir Khan\tDirector of Public Health\tWoldshire County Council
Peter Nunn (for Olive Batt)\tGroup Manager\tWoldshire Fire and Rescue Service

Apologies for absence:
Olive Batt, Woldshire Fire and Rescue Service
Lee Tan – Woldham Borough Council

1\tWelcome and introductions
SL welcomed everyone to the meeting.

2\tAction log
AK to send data to all partners by 31 May.
ACTION: AK
The log was noted.

Next meeting: 14 July 2016, 2pm
"""
HEADINGS = """# Woldshire Health Alliance

**Minutes of the Woldshire Health Alliance held on 3rd June 2021 via Microsoft Teams**

## Present

Woldshire County Council
Ann Lee – Director of Adult Services (Chair)
Joe Dale – Leader (via Teams)

Woldshire ICB
Ruth Page, Chief Nurse

## Apologies

Apologies were received from Nora Bell (Woldham Borough Council), Chief Constable Ian Fox and Oadham District Council.

## Winter plan

The Alliance agreed the winter plan. Ruth Page agreed to circulate the final version.
"""


def test_names_one_after_another_in_a_line(read):
    attendance = read(COMMAS).meeting.attendance
    assert [(who.title, who.person, who.organisations, who.status) for who in attendance] == [
        ("Councillor Mrs", "A Smith", (), "present"),
        ("Councillor", "B Jones", ("Ashbury DC",), "present"),
        ("Councillor", "C O'Neill", (), "present"),
        ("Councillor", "D van Dyke", (), "present"),
        ("", "Jane Hill", ("Ashbury District Council",), "in_attendance"),
        ("", "Tom Marsh", ("Downs County Council",), "in_attendance"),
    ]
    assert [who.person for who in attendance if who.chair] == ["A Smith"]
    assert attendance[4].role == "Chief Executive"


def test_apologies_none_is_nobody_and_those_there_last_time_were_not_there_now(read):
    people = {who.person for who in read(COMMAS).meeting.attendance}
    assert len(people) == 6
    assert not people & {"none", "E Ford", "G Hall"}


def test_times_and_place_in_the_head_and_the_close_at_the_foot(read):
    meeting = read(COMMAS).meeting
    assert (meeting.start_time, meeting.end_time) == ("10:00", "11:45")
    assert (meeting.venue, meeting.date) == ("Council Chamber, Town Hall, Ashbury", "2014-03-04")


def test_resolved_limbs_an_action_and_plain_decisions(read):
    items = {item.number: item for item in read(COMMAS).meeting.items}
    assert [decision.kind for decision in items["1"].decisions] == ["agreed"]
    assert [(limb.limb, limb.asks) for limb in items["2"].decisions] == [("(1)", False), ("(2)", True)]
    assert items["2"].decisions[1].due.until == "2014-04-30"
    assert items["2"].commitments[0].owners == ("officers",)
    agreed, action = items["3"].decisions
    assert (agreed.kind, agreed.marked, agreed.due.until) == ("agreed", "plain", "2014-06-30")
    assert (action.kind, action.owners, action.due.until) == ("action", ("Tom Marsh",), "2014-03-18")


def test_the_date_of_the_next_meeting_stands_under_its_heading(read):
    (meeting,) = as_json([read(COMMAS)])["meetings"]
    assert meeting["next_meetings"] == ["2014-06-10"]


def test_columns_of_name_post_and_organisation_kept_apart_by_tabs(read):
    meeting = read(TABS).meeting
    assert [(who.person, who.role, who.organisations) for who in meeting.attendance[:3]] == [
        ("Sarah Lane", "Chief Inspector", ("Wolds Police",)),
        ("Amir Khan", "Director of Public Health", ("Woldshire County Council",)),
        ("Peter Nunn", "Group Manager", ("Woldshire Fire and Rescue Service",)),
    ]
    assert meeting.attendance[2].on_behalf_of == "Olive Batt"
    assert [who.person for who in meeting.attendance if who.status == "apologies"] == ["Olive Batt", "Lee Tan"]
    assert (meeting.start_time, meeting.end_time, meeting.venue) == ("14:00", "16:00", "Room 3, Civic Offices, Woldham")


def test_an_action_that_names_only_who_takes_the_sentence_above(read):
    items = {item.number: item for item in read(TABS).meeting.items}
    action, noted = items["2"].decisions
    assert noted.kind == "noted"
    assert (action.source.line, action.owners, action.text) == (
        "21-22",
        ("AK",),
        "AK to send data to all partners by 31 May.",
    )
    assert action.due.until == "2016-05-31"


def test_people_under_the_name_of_their_organisation(read):
    attendance = read(HEADINGS, "alliance.md").meeting.attendance
    assert [(who.person, who.role, who.organisations) for who in attendance[:3]] == [
        ("Ann Lee", "Director of Adult Services", ("Woldshire County Council",)),
        ("Joe Dale", "Leader", ("Woldshire County Council",)),
        ("Ruth Page", "Chief Nurse", ("Woldshire ICB",)),
    ]
    assert attendance[0].chair
    assert attendance[1].mode == "virtual"


def test_apologies_of_an_organisation_without_a_person_are_a_problem_and_no_person(read):
    paper = read(HEADINGS, "alliance.md")
    away = [(who.title, who.person) for who in paper.meeting.attendance if who.status == "apologies"]
    assert away == [("", "Nora Bell"), ("Chief Constable", "Ian Fox")]
    (problem,) = paper.problems
    assert problem.line == "16" and "Oadham District Council" in problem.what


def test_items_without_numbers_have_letters_and_an_undertaking_is_an_action(read):
    paper = read(HEADINGS, "alliance.md")
    tables = records([paper], SOURCES.empty(), BODIES.empty())
    assert tables["items"]["item_id"].tolist() == ["woldshire-health-alliance-2021-06-03/a"]
    assert tables["decisions"][["kind", "owners"]].values.tolist() == [["agreed", ""], ["action", "Ruth Page"]]


def test_circulation_lists_are_not_attendance_but_their_names_are_known_for_masking(read):
    paper = read(
        HEAD
        + "Present:\nAnn Lee, Kent Police\nTom Roe, Kent Fire Service\n\nCirculation: Joe Dale\n\n1. Budget\n\nNoted."
    )
    assert [who.person for who in paper.meeting.attendance] == ["Ann Lee", "Tom Roe"]
    assert "Joe Dale" in {found.printed for found in paper.mentions if found.kind == "person"}


def test_minutes_without_anybody_say_so_loudly(read):
    (problem, *_) = read(HEAD + "1. Welcome\n\nThe group talked about homes.").problems
    assert problem.what.startswith("no attendance list was found in something called minutes; look at these lines")
    assert problem.do == "put it right in corrections.csv, or tell us the layout"


def test_an_action_log_gives_its_actions_and_no_attendance_which_is_no_fault(read):
    table = "| Action | Owner | Due |\n|--|--|--|\n| Send plan | TM/JH | 31 May 2012 |\n| Book | TM | ASAP |"
    paper = read(f"Wolds Board - Action Log\n2 May 2012\n\n{table}")
    assert (paper.kind, paper.problems) == ("action log", ())
    (item,) = paper.meeting.items
    assert [(each.text, each.owners, each.due.printed, each.due.until) for each in item.decisions] == [
        ("Send plan", ("TM", "JH"), "31 May 2012", "2012-05-31"),
        ("Book", ("TM",), "ASAP", ""),
    ]


def test_a_page_of_decisions_is_not_asked_for_attendance(read):
    paper = read("Decisions of the Wolds Board, 4 March 2014\n\n1. Budget\n\nRESOLVED that the budget be approved.")
    assert [decision.kind for decision in paper.meeting.items[0].decisions] == ["resolved"]
    assert not [problem for problem in paper.problems if "attendance" in problem.what]


def test_what_other_bodies_agreed_and_what_was_agreed_before_is_no_decision(read):
    present, item = "Present: Ann Lee, Joe Dale and Tom Roe", "1. Plan"
    text = "The plan had been agreed by the Cabinet. Members supported it."
    assert read(f"{HEAD}{present}\n\n{item}\n\n{text}").meeting.items[0].decisions == ()


def test_two_meetings_on_a_day_at_different_times_are_two(read, tmp_path):
    first = read(
        "Wolds Board\nMinutes of the meeting held on 4 March 2014 at 10am\nPresent: Ann Lee and Joe Dale", "a.txt"
    )
    second = read(
        "Wolds Board\nMinutes of the meeting held on 4 March 2014 at 2pm\nPresent: Ann Lee and Tom Roe", "b.txt"
    )
    tables = records([second, first], SOURCES.empty(), BODIES.empty())
    assert tables["meetings"]["meeting_id"].tolist() == ["wolds-board-2014-03-04", "wolds-board-2014-03-04-2"]
    assert len(tables["attendance"]) == 4


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("pipe_table", "| Ann Lee | Chief Officer, Kent Police |\n| Joe Dale | Leader, Kent Council |"),
        ("tab_columns", "Ann Lee      Chief Officer, Kent Police\nJoe Dale     Leader, Kent Council"),
        ("run_on", "Ann Lee (Kent Police), Joe Dale, Tom Roe and Councillor B Hay"),
        ("organisation_headings", "Kent Police:\nAnn Lee, Chief Officer\nKent Council:\nJoe Dale"),
        ("entry_lines", "Ann Lee, Chief Officer, Kent Police\nJoe Dale – Leader, Kent Council"),
    ],
)
def test_each_layout_fits_its_own_list_best(layout, text):
    assert best(rows(text)).__name__.endswith(layout)


def test_an_entry_over_two_lines_cites_both(read):
    text = "Present:\nAnn Lee, Director of Housing,\n   Kent County Council\nJoe Dale, Kent Police\n\n1. Plan\n"
    first, second = read(HEAD + text).meeting.attendance
    assert (first.source.line, first.role, first.organisations) == (
        "5-6",
        "Director of Housing",
        ("Kent County Council",),
    )
    assert second.source.line == "7"


@pytest.mark.parametrize(
    ("details", "role", "organisations"),
    [
        ("Chief Executive, Kent County Council", "Chief Executive", ("Kent County Council",)),
        ("Kent County Council, Clerk", "Clerk", ("Kent County Council",)),
        ("Chief Executive of Kent County Council", "Chief Executive", ("Kent County Council",)),
        ("Director of Housing Services, Kent CVS", "Director of Housing Services", ("Kent CVS",)),
        ("Head of Service Kent Fire and Rescue Service", "Head of Service Kent Fire and Rescue Service", ()),
        ("Policy Officer (LAA) Kent County Council", "Policy Officer (LAA)", ("Kent County Council",)),
        (
            "Director of Education, Culture and Leisure, Kent Council",
            "Director of Education, Culture and Leisure",
            ("Kent Council",),
        ),
        ("Chief Officer, Kent, Essex and Surrey Police", "Chief Officer", ("Kent, Essex and Surrey Police",)),
        ("Director, Kent PCT/Kent County Council", "Director", ("Kent PCT", "Kent County Council")),
        ("Corporate Services, Kent County Council", "", ("Kent County Council",)),
        ("Area Director for Kent, GOEM", "Area Director for Kent", ("GOEM",)),
        ("Private Sector", "", ()),
    ],
)
def test_post_and_organisation_in_either_order(details, role, organisations):
    found = seat([details])
    assert (found.role, found.organisations) == (role, organisations)


def test_what_can_only_be_guessed_is_marked_unsure(read):
    paper = read(HEAD + "Present:\nAnn Lee, Sunrise\nJoe Dale, Kent Police\n\n1. Plan\n")
    assert [who.sure for who in paper.meeting.attendance] == [False, True]
    assert "Ann Lee" in paper.problems[0].what


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Ann Lee (in the Chair)", "chair", True),
        ("Ann Lee, Chair", "chair", True),
        ("Ann Lee, Chair, York Environment Forum", "chair", False),
        ("Ann Lee (items 4 and 6 only)", "items", ("4", "6")),
        ("Ann Lee (for item 4-6)", "items", ("4", "5", "6")),
        ("Ann Lee, Kent Police (substitute for Joe Dale)", "on_behalf_of", "Joe Dale"),
        ("Ann Lee (representing Kent Police)", "organisations", ("Kent Police",)),
        ("Ann Lee (AL), Kent Police", "organisations", ("Kent Police",)),
        ("Ann Lee (left at 3.15pm)", "left", "left at 3.15pm"),
        ("Ann Lee (virtual)", "mode", "virtual"),
        ("Ann Lee (apologies)", "status", "apologies"),
        ("Cllr Ann Lee MBE", "person", "Ann Lee"),
    ],
)
def test_remarks_in_brackets(text, field, value):
    assert getattr(entry(text), field) == value


def test_a_line_without_a_person_is_no_entry():
    assert entry("Three members of the public") is None
    assert entry("Kent County Council") is None


# ---- papers that cannot be read ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "board.doc",
            b"\xd0\xcf\x11\xe0",
            "board.doc: not read - it is an old Word file. Open it, save it as .docx and try again.",
        ),
        (
            "board.txt",
            b"%PDF-1.4",
            "board.txt: not read - it is a PDF by another name. Give it the ending .pdf and try again.",
        ),
        ("empty.txt", b"", "empty.txt: not read - it is empty. Ask for the paper again, or leave it out."),
        ("blank.md", b" \n\n ", "blank.md: not read - it is empty. Ask for the paper again, or leave it out."),
        ("noise.txt", bytes(range(256)) * 4, "noise.txt: not read - it is not text (it holds bytes no text has)"),
    ],
)
def test_one_clear_line_for_a_file_that_is_no_text(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unread) as error:
        read_paper(tmp_path / name)
    assert str(error.value).startswith(said)
    assert "\n" not in str(error.value) and isinstance(error.value, StudyError)


def test_one_clear_line_for_a_folder_a_missing_file_and_a_huge_one(tmp_path):
    with pytest.raises(Unread, match="no such file. Check its name"):
        read_paper(tmp_path / "nowhere.txt")
    with pytest.raises(Unread, match="it is a folder. Name the papers in it"):
        read_paper(tmp_path)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Unread, match="it is 20 MB and the most is 20 MB. Split it"):
        read_paper(tmp_path / "huge.txt")


@pytest.mark.parametrize(
    "content",
    [
        "Zoë\n".encode(),
        codecs.BOM_UTF8 + "Zoë\n".encode(),
        "Zoë\n".encode("utf-16"),
        "Zoë\n".encode("utf-16-le"),
        "Zoë\r".encode("utf-16-be"),
    ],
)
def test_encodings_are_known_by_mark_by_strict_utf8_and_by_nuls(tmp_path, content):
    (tmp_path / "zoe.txt").write_bytes(content)
    assert [line.text for line in read_paper(tmp_path / "zoe.txt").lines] == ["Zoë"]


def test_windows_1252_is_read_and_said_with_the_first_line(tmp_path):
    (tmp_path / "old.txt").write_bytes(
        "Wolds Board\nMinutes\nPresent: Zoë Lee and Ann Roe\n4 May 2010\n".encode("cp1252")
    )
    paper = read_paper(tmp_path / "old.txt")
    problem = next(problem for problem in paper.problems if "Windows-1252" in problem.what)
    assert problem.line == "3" and 'first seen at line 3: "Zoë"' in problem.what
    assert paper.lines[2].text == "Present: Zoë Lee and Ann Roe"


def test_the_id_of_a_paper_is_made_from_its_file_name(read):
    assert read("Some text", "Zoë's Board (Final) 2.txt").doc_id == "zoes-board-final-2"
    assert len(read("Some text", f"{'a' * 120}.txt").doc_id) == 80


def test_a_paper_that_says_nothing_of_itself_is_a_report_and_a_problem_says_so(read):
    paper = read("Some words about nothing in particular.")
    assert (paper.kind, paper.meeting) == ("report", None)
    assert paper.problems[0].do == "put the right kind in sources.csv"


@pytest.mark.parametrize(
    "detail", ["12 Officer", "& Officer", "(1) Manager", "- Clerk", "/ Rep", "Item Director – | (NP),"]
)
def test_a_detail_that_opens_without_a_word_ends_nothing(detail):
    line = Line(1, None, f"Ann Lee, {detail}")
    assert attendee(Cells((line,), ("Ann Lee", detail)), Heading("Present")).person == "Ann Lee"


def test_initials_glued_to_the_post_behind_them_leave_name_and_post_apart():
    assert name_and_details(["Jane Hill (JH)Director of Housing"]) == ["Jane Hill", "Director of Housing"]


def test_of_two_listed_names_that_begin_alike_the_longer_is_mentioned_whatever_the_order_they_are_held_in():
    names = ["Ash Hub", "Elm Hub", "Oak Hub", "Yew Hub", "Box Hub", "Fir Hub"]
    text = "; ".join(f"{name} Vale" for name in names)
    found = organisations_in_text(text, frozenset([*names, *(f"{name} Vale" for name in names)]))
    assert [name for _, name in found] == [f"{name} Vale" for name in names]


def decided(paper):
    return [(item.number, item.title, [said.text for said in item.decisions]) for item in paper.meeting.items]


def test_a_number_alone_over_what_was_said_is_an_item_without_a_title(read):
    text = (
        "1. /\n\n\nApologies were received from Jane Hill (CALC).\nAGREED - That the apologies be noted.\n"
        "2. /\n\nTom Carr suggested that a plan be added to the agenda.\n\nAGREED - That it be added.\n"
        "3. /\n\nAnn Lee presented the group with the new strategy.\n"
    )
    assert decided(read(HEAD + text)) == [
        ("1", "", ["That the apologies be noted."]),
        ("2", "", ["That it be added."]),
        ("3", "", []),
    ]


def test_numbers_alone_over_what_is_to_be_done_are_no_items(read):
    text = (
        "1. Plan\n\nRESOLVED:\n\n1.\nThat the plan be kept by all partners.\n2.\nThat the map be sent to the Board.\n"
    )
    assert [number for number, _, _ in decided(read(HEAD + text))] == ["1"]


def test_what_a_group_resolved_stands_below_its_colon(read):
    text = "1. Plan\n\nThe Group resolved:\n\nto keep the plan.\n\n2. Rail\n\nMembers agreed:\n\nthat it wait.\n"
    assert decided(read(HEAD + text)) == [("1", "Plan", ["to keep the plan."]), ("2", "Rail", ["that it wait."])]


@pytest.mark.parametrize("words", ["intimated on behalf of", "received from", "given by", "noted from the following:"])
def test_those_who_sent_apologies_stand_below_the_sentence_that_says_so(read, words):
    text = f"1. Apologies\n\nApologies were {words}\n\nCouncillor Ann Frost\n\nTom Carr, Vale CVS\n\n2. Rail\n\nRead.\n"
    people = read(HEAD + "Present: Sue Orr\n\n" + text).meeting.attendance
    assert [who.person for who in people if who.status == "apologies"] == ["Ann Frost", "Tom Carr"]


def test_and_without_its_space_before_a_name_joins_two(read):
    people = read(HEAD + "Present: Sue Orr, Chairperson; andTom Carr (Vale CVS)\n").meeting.attendance
    assert [(who.person, who.organisations) for who in people] == [("Sue Orr", ()), ("Tom Carr", ("Vale CVS",))]


TABLE_BY_CELLS = """Present

Members
Role

Ann Lee
Nominated by Vale Council (Elected Member)

Joe Dale
Chief Officer

Tom Roe
Nurse

Non-members in attendance at request of the Chief Officer:-

Sue Orr
Head of Homes

Di Moss
Elm Carers Trust

{chair}

1. Plan
Read.
"""


@pytest.mark.parametrize(
    ("chair", "who"),
    [("Joe DALE, Vice Chairperson, in the Chair.", "Joe Dale"), ("Mr. T. Roe in the Chair.", "Tom Roe")],
)
def test_cells_a_line_under_the_heading_of_their_list_and_who_took_the_chair_below_them(read, chair, who):
    people = read(HEAD + TABLE_BY_CELLS.format(chair=chair)).meeting.attendance
    assert [(each.person, each.status, each.role, each.organisations) for each in people] == [
        ("Ann Lee", "present", "Elected Member", ("Vale Council",)),
        ("Joe Dale", "present", "Chief Officer", ()),
        ("Tom Roe", "present", "Nurse", ()),
        ("Sue Orr", "in_attendance", "Head of Homes", ()),
        ("Di Moss", "in_attendance", "", ("Elm Carers Trust",)),
    ]
    assert [each.person for each in people if each.chair] == [who]


def test_who_took_the_chair_and_stands_in_no_list_was_there(read):
    people = read(HEAD + TABLE_BY_CELLS.format(chair="Kay Frost, Vice Chairperson, in the Chair.")).meeting.attendance
    assert [(each.person, each.status) for each in people if each.chair] == [("Kay Frost", "present")]


def test_an_organisation_represented_by_somebody_is_where_that_person_is_from(read):
    text = (
        "DIRECTORS PRESENT\n\nTom Hill, Chair; Ashbury Borough Council represented by Ann Lee; Joe Dale; National Park "
        "Authority represented by Sue Orr MBE; and Di Moss.\n\n1. APOLOGIES\n\nApologies were received from "
        "Vale County Council represented by Ed Frost, Vice-Chair; and Kay Lamb.\n"
    )
    people = read(HEAD + text).meeting.attendance
    assert [(who.person, who.status, who.organisations) for who in people] == [
        ("Tom Hill", "present", ()),
        ("Ann Lee", "present", ("Ashbury Borough Council",)),
        ("Joe Dale", "present", ()),
        ("Sue Orr", "present", ("National Park Authority",)),
        ("Di Moss", "present", ()),
        ("Ed Frost", "apologies", ("Vale County Council",)),
        ("Kay Lamb", "apologies", ()),
    ]


def test_resolved_with_a_stroke_is_a_mark_and_nothing_to_report_is_no_decision(read):
    text = (
        "1. MINUTES\n\nRESOLVED/-\n\nThat the minutes be kept.\n\n2. PLAN\n\nRESOLVED /-\n\n1. To note the plan.\n"
        "2. To ask for more.\n\n3. RAIL\n\nRESOLVED/-\n\nThere were no announcements reported.\n"
    )
    assert decided(read(HEAD + text)) == [
        ("1", "MINUTES", ["That the minutes be kept."]),
        ("2", "PLAN", ["To note the plan.", "To ask for more."]),
        ("3", "RAIL", []),
    ]


def test_councillors_appointed_in_the_place_of_others_for_this_meeting(read):
    text = (
        "1. Apologies\n\nApologies were received from Councillor Dick Moss.\n\nNotice had been given that "
        "Councillor Ann Lee had been appointed to the Committee in place of Councillor Joe Dale and Councillor Sue Orr "
        "had been appointed to the Committee in place of Councillor Tom Roe for this Meeting only.\n"
    )
    people = read(HEAD + "Present: Kay Lamb (Chair), Ed Frost\n\n" + text).meeting.attendance
    assert {(who.person, who.on_behalf_of) for who in people if who.on_behalf_of} == {
        ("Ann Lee", "Joe Dale"),
        ("Sue Orr", "Tom Roe"),
    }
    assert {who.person for who in people if who.status == "apologies"} == {"Dick Moss", "Joe Dale", "Tom Roe"}


def test_those_in_attendance_as_substitutes_were_present_and_why_one_is_away_is_no_post(read):
    text = (
        "Apologies\nAnn Lee - unwell\nJoe Dale - council business\n\nSue Orr and Tom Roe were present as substitutes.\n"
    )
    people = read(HEAD + "Present: Kay Lamb (Chair), Ed Frost\n\n" + text + "\n1. Plan\nRead.\n").meeting.attendance
    assert [(who.person, who.status, who.role, who.organisations) for who in people] == [
        ("Kay Lamb", "present", "", ()),
        ("Ed Frost", "present", "", ()),
        ("Ann Lee", "apologies", "", ()),
        ("Joe Dale", "apologies", "", ()),
        ("Sue Orr", "present", "", ()),
        ("Tom Roe", "present", "", ()),
    ]
