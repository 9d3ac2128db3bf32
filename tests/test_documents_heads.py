"""What stands about a head costs none of it; and names of bodies in the ways heads print them."""

from pathlib import Path

import pytest

from leadnet.documents import as_json, read_paper

PAPER = """Vale Connected
Minutes of the meeting held on 12 April 2010, 2.00 pm - 4.00 pm

Present:
Jane Hill (Chair), Vale Police
Tom Marsh, Vale Council

1. Apologies
There were none.

2. Rail
The line reopens in May.
"""
ABOVE = (
    "Skip to main content\nHome\nAbout us\nMeetings and papers\nContact\n",
    "We use cookies to improve this site. Accept all cookies\n\nMenu\nSearch\nNews\n",
    "Home > Meetings > Documents\n",
    "Home | About | News | Contact us\n",
    "Vale Offices, High Street, Thornby AB1 2CD\nTel: 01234 567890\nwww.example.org.uk\n",
    "Please ask for: Jane Hill\nEmail: jane.hill@example.org.uk\n",
    "Document title: Minutes\nVersion: 1.0\nAuthor: Jane Hill\nStatus: Draft\n",
    "Page 1 of 6\n\nDRAFT\n\nAgenda item 3\n",
    "VALE DISTRICT COUNCIL\n\nAgenda Item No. 5(b)\nEnclosure 2\nVSP 14/13\n",
    "Information Classification: PUBLIC\n",
    "These minutes are subject to confirmation at the next meeting\n",
    "Working together for a better Vale\n",
)


def told(path: Path, text: str) -> dict:
    """The one meeting of a paper, without the lines it stands on."""
    path.write_text(text, encoding="utf-8")
    (meeting,) = as_json([read_paper(path)])["meetings"]
    return meeting


def recounted(meeting: dict) -> tuple:
    """A meeting's head, who was there, and its items."""
    head = [meeting[name] for name in ("body", "date", "start_time", "end_time", "venue")]
    who = [(row["person"], row["status"], row["chair"]) for row in meeting["attendance"]]
    return head, who, [(item["number"], item["title"]) for item in meeting["items"]]


WANTED = (
    ["Vale Connected", "2010-04-12", "14:00", "16:00", None],
    [("Jane Hill", "present", True), ("Tom Marsh", "present", False)],
    [("1", "Apologies"), ("2", "Rail")],
)


@pytest.mark.parametrize("above", ABOVE)
def test_what_a_page_or_letterhead_prints_above_a_head_changes_nothing_that_is_read(tmp_path, above):
    assert recounted(told(tmp_path / "paper.txt", f"{above}\n{PAPER}")) == WANTED


@pytest.mark.parametrize("below", ("DRAFT", "www.example.org.uk", "Share this page\nPrint"))
def test_marks_and_links_below_a_title_change_nothing_that_is_read(tmp_path, below):
    title, rest = PAPER.split("\n", 1)
    assert recounted(told(tmp_path / "paper.txt", f"{title}\n{below}\n{rest}")) == WANTED


def test_lines_of_the_record_keep_the_numbers_of_the_paper_under_a_menu(tmp_path):
    meeting = told(tmp_path / "paper.txt", f"{ABOVE[0]}\n{PAPER}")
    source = meeting["attendance"][0]["source"]
    assert (source["line"], source["text"]) == (11, "Jane Hill (Chair), Vale Police")  # six lines of menu, four of head


def test_items_numbered_on_lines_of_their_own_are_not_the_place_of_a_paper(tmp_path):
    text = "Item 1\nWelcome\nAll were welcomed to the Board.\n\nItem 2\nMinutes of the last meeting\nThey were read.\n"
    meeting = told(tmp_path / "paper.txt", f"Vale Board\nMinutes, 4 May 2011\nPresent: Jane Hill\n\n{text}")
    assert recounted(meeting)[2] == [("1", "Welcome"), ("2", "Minutes of the last meeting")]


BODIES = """
Torridge Vale County
Committee Minutes
4 May 2011
=> Torridge Vale County Committee
----
Ash City and South
Ashbury Strategic Partnership Board
Minutes of the meeting held on 4 May 2011
=> Ash City and South Ashbury Strategic Partnership Board
----
Vale Autism
Partnership Board
Minutes of the meeting held on 4 May 2011
=> Vale Autism Partnership Board
----
VALE DISTRICT COUNCIL

BOARD MEETING

MINUTES of the meeting held on 4 May 2011
=> BOARD
----
Vale Council
Vale Connected
Minutes of the meeting held on 4 May 2011
=> Vale Connected
----
Vale Councils
Minutes of the meeting of the Leaders’ Committee held on 4 May 2011
=> Leaders’ Committee
----
VALE LOCAL ENTERPRISE PARTNERSHIP (VLEP) BOARD
Minutes of the meeting held on 4 May 2011
=> VALE LOCAL ENTERPRISE PARTNERSHIP (VLEP) BOARD
----
Vale Leaders' Forum (VLF)
Minutes of the meeting held on 4 May 2011
=> Vale Leaders' Forum
----
TITLE OF MEETING: Ash and Elm District Delivery Group
DATE: 4 May 2011
Minutes
=> Ash and Elm District Delivery Group
----
MINUTES OF MEETING

Meeting: Ambershire Sport
Date: 4 May 2011
=> Ambershire Sport
----
Minutes
Ambershire Sport
4 May 2011
=> Ambershire Sport
----
Minutes of the Vale Catchment Partnership - Steering Group held on 4 May 2011
=> Vale Catchment Partnership - Steering Group
----
MEETING OF THE AREA PANEL 4

HELD AT ASH HALL ON 4 MAY 2011

MINUTES
=> AREA PANEL 4
----
Minutes of the Vale Borough Council Area 1 Forum held on 4 May 2011
=> Vale Borough Council Area 1 Forum
"""


@pytest.mark.parametrize("case", BODIES.strip().split("\n----\n"))
def test_a_body_has_its_whole_name_and_no_other_however_its_head_prints_it(tmp_path, case):
    head, wanted = case.split("\n=> ")
    meeting = told(tmp_path / "paper.txt", f"{head}\n\nPresent:\nJane Hill, Vale Police\nTom Marsh, Vale Council\n")
    assert (meeting["body"], meeting["date"]) == (wanted, "2011-05-04")


@pytest.mark.parametrize(
    ("above", "name"),
    [
        (
            "Virtual Meeting, Vale Enterprise Partnership - Wednesday, 21st June, 2023 4.30 pm",
            "Vale Enterprise Partnership",
        ),
        ("Tuesday 24 January 2023\nMS Teams virtual meeting", ""),
    ],
)
def test_how_they_met_is_no_part_of_the_name_of_a_body(tmp_path, above, name):
    (tmp_path / "minutes.txt").write_text(f"{above}\n\nPresent:\nJane Hill, Vale Police\nTom Marsh, Vale Council\n")
    assert read_paper(tmp_path / "minutes.txt").meeting.body.name == name
