"""Councils' pages and logs as they are copied: one line a cell, columns of ticks, lists of decisions; all made up."""

import pytest

from leadnet.documents import as_json, read_paper

# Each page, and what is in it: "@ body | day", "number | title" of each item, its decisions below a dash
PAGES = """
Agenda and minutes

Vale Health Board
Wednesday, 4 May 2011 10.30 am

Items
No. Item

1.

Apologies

To receive any apologies.

Minutes:

Tom Roe sent his apology. Ann Lee was his substitute for the meeting.

2.

Declarations of interest

Members to declare any interest they have.
=> @ Vale Health Board | 2011-05-04
=> 1 | Apologies
=> 2 | Declarations of interest
----
Agenda, decisions and minutes

Vale Joint Board - Wednesday, 4 May 2011 10.30 am

Items
No. Item

Apologies

Decision:

There were none.

Minutes:

There were none.

Flood plan

To read the plan.

Additional documents:

Decision:

The plan for the upper vale was kept as it stands.

Minutes:

The plan for the upper vale was kept as it stands.

Parking

Minutes:

Jane Hill told the Board of it.
=> @ Vale Joint Board | 2011-05-04
=> None | Apologies
=> None | Flood plan
=> - agreed | | The plan for the upper vale was kept
=> None | Parking
----
Meeting documents

Vale Crime Panel
Wednesday 4 May 2011 5.00 pm

Items
Note No. Item

5pm

1.

Flood plan

Minutes:

RESOLVED

That the plan be kept.

5.15pm

2.

Parking

Minutes:

The bays were counted.
=> @ Vale Crime Panel | 2011-05-04
=> 1 | Flood plan
=> - resolved | | That the plan be kept
=> 2 | Parking
----
Agenda and minutes
Vale Safety Board - Wednesday, 4 May 2011 10.30 am
No. | Item |
---|---|
OPEN BUSINESS |
|
Apologies (if any) To receive them. Additional documents: Decision: None. Minutes: None. |
|
Flood plan PDF 2 MB This report sets out the plan. Decision: That the plan for the vale be kept. Minutes: Ann Lee
spoke of it. That the plan for the vale be kept. |
=> @ Vale Safety Board | 2011-05-04
=> None | OPEN BUSINESS
=> None | Apologies (if any)
=> None | Flood plan
=> - agreed | | That the plan for the vale be kept
----
Agenda and minutes

Vale Forum - Wednesday, 4 May 2011 10.30 am

No. Item


Tribute to Ann Lee


The Chair spoke of her.


Public questions

To hear any question.


None was put.


Flood plan pdf icon PDF 84 KB

To read the plan.


The Forum agreed to keep the plan.
=> @ Vale Forum | 2011-05-04
=> None | Tribute to Ann Lee
=> None | Public questions
=> None | Flood plan
=> - agreed | | The Forum agreed to keep the plan
----
Meeting Summary
Committee: Vale Fire Authority
Date: Wednesday 4 May 2011
Agenda Items
Apologies
To receive any apologies.
None was received.
Flood plan (Revised)
This item is for the Members to hear of the plan.
RESOLVED that the plan be kept.
=> @ Vale Fire Authority | 2011-05-04
=> None | Apologies
=> None | Flood plan (Revised)
=> - resolved | | that the plan be kept
----
Decision details

FLOOD PLAN

Decision status: Recommendations approved

Decisions:

Ann Lee presented a report on the plan for the vale.

The Board noted the map.

Resolved: The Board

(i) Noted the plan and thanked its authors.

(ii) Approved the spending of it.

Date of decision: 04/05/2011

Decided at meeting: 04/05/2011 - Vale Enterprise Partnership
=> @ Vale Enterprise Partnership | 2011-05-04
=> None | FLOOD PLAN
=> - resolved | | Noted the plan
=> - resolved | | Approved the spending
----
Issue - meetings

Flood plan

Meeting: 04/05/2011 - Vale Shared Services Committee (dissolved on 31st March 2016 and begun again by another) (Item 26)

26 Flood plan pdf icon PDF 58 KB

Minutes:

RESOLVED that the plan be kept.
=> @ Vale Shared Services Committee | 2011-05-04
=> 26 | Flood plan
=> - resolved | | that the plan be kept
----
Issue - decisions

Future of the Trust

04/05/2011 - Future of the Trust

That the Board agree:

(1)   To set up the Trust.

(2)   To read its terms in June.
=> @ None | 2011-05-04
=> None | Future of the Trust
=> - agreed | | To set up the Trust
=> - agreed | | To read its terms
----
Agenda item

Questions

The Chair of the Combe Board, Ann Lee, spoke of the floods.
=> @ None | None
=> None | Questions
----
Decisions published

Search for a decision below.

04/05/2011 - Flood plan ref: 302    Recommendations Approved

Decision Maker: Vale Joint Committee

Made at meeting: 04/05/2011 - Vale Joint Committee

Decision published: 06/05/2011

Decision:

Resolved:

(i) That the plan be kept.

(ii) That £400 be spent on the Combe scheme.

04/05/2011 - Exclusion of the public ref: 303    Recommendations Approved

Made at meeting: 04/05/2011 - Vale Joint Committee

Decision:

Resolved: That the public be excluded.
=> @ Vale Joint Committee | 2011-05-04
=> None | Flood plan
=> - resolved | | That the plan be kept
=> - resolved | | That £400 be spent
=> None | Exclusion of the public
=> - resolved | | That the public be excluded
----
Vale Flood Forum
Actions arising from the meeting held on 4 May 2011

Minute	Action required	By whom	By when
4.2	Clear the screen at Mill Lane	Ann Lee	31 May 2011
5	Draw the map	JH	Next meeting
=> @ Vale Flood Forum | 2011-05-04
=> 4.2 | None
=> - action | Ann Lee | Clear the screen
=> 5 | None
=> - action | JH | Draw the map
----
Vale Safety Partnership
Action log - 4 May 2011

| Ref | Outstanding action | Owner |
| 1 | Read the protocol | AL |

New actions

| Ref | New action | Owner |
| 2 | Count the beds | JH |
=> @ Vale Safety Partnership | 2011-05-04
=> 1 | None
=> - action | AL | Read the protocol
=> 2 | None
=> - action | JH | Count the beds
----
Vale Safeguarding Board
Minutes of the meeting held on 4 May 2011
Summary of Actions

| Action No. | Page No. | Action: | To be completed by: |
| 1 | 4 | Rules to be sent to all members | Ms Lee |
| 2 | 4 | The risk of floods to go on the register | Mr Roe |
=> @ Vale Safeguarding Board | 2011-05-04
=> 1 | None
=> - action | Ms Lee | Rules to be sent
=> 2 | None
=> - action | Mr Roe | The risk of floods
----
Vale Safety Partnership
Action log - 4 May 2011

No.

Action

Owner

Deadline

1

Send the plan to all
of the partners

JH

31 May 2011

2

Ask the Fire Service to speak

Ann Lee

3

Map the clubs

TR

ASAP
=> @ Vale Safety Partnership | 2011-05-04
=> 1 | None
=> - action | JH | Send the plan to all of the partners
=> 2 | None
=> - action | Ann Lee | Ask the Fire Service
=> 3 | None
=> - action | TR | Map the clubs
----
Vale Crime Panel
Minutes of the meeting held on 4 May 2011

Present: Jane Hill, Tom Roe

1. Plan
In response to a question, the Clerk said that it was lost.
The CSP agreed that the plan be drawn again.
=> @ Vale Crime Panel | 2011-05-04
=> 1 | Plan
=> - agreed | | The CSP agreed that the plan
"""

# Lists of who came, and their rows: name, status, chair
LISTS = """
Attendance details

Vale Health Board
Wednesday, 4 May 2011 10.00 am

Attendee

Role

Attendance

Councillor Jane Hill

Chair

Present

Dr Tom Roe

Member

Apologies

Ann Lee

Member

Absent

Joe Dale

Officer

In attendance
=> Jane Hill | present | chair
=> Tom Roe | apologies
=> Ann Lee | absent
=> Joe Dale | in_attendance
----
Attendance details
Vale Health Board
Wednesday, 4 May 2011 10.00 am
Attendee	Role	Attendance
Councillor Jane Hill	Chair	Present
Dr Tom Roe	Member	Expected
Ann Lee	Substitute	Present, as substitute
=> Jane Hill | present | chair
=> Tom Roe | expected
=> Ann Lee | present
----
Minutes of the Vale Safeguarding Board held on 4 May 2011

| Name | Organisation | Present | Apologies |
|---|---|---|---|
| Jane Hill | Vale Council | ✓ | |
| Tom Roe | Vale Police | | ✓ |
| Ann Lee | Vale CVS | By phone | |
| Joe Dale | Vale Trust | | |

1. Welcome
=> Jane Hill | present
=> Tom Roe | apologies
=> Ann Lee | present
=> Joe Dale | expected
----
Minutes of the Vale Safeguarding Board held on 4 May 2011

Name / Post / Present / Apology
Jane Hill / Lay Member / √ /
Tom Roe / Lay Member / / √
Ann Lee / Lay Member / √ /

1. Welcome
=> Jane Hill | present
=> Tom Roe | apologies
=> Ann Lee | present
----
Minutes of the Vale Panel held on 4 May 2011

Present: Jane Hill

1. Apologies

Councillor Tom Roe sent his apology (no substitute
present).

Councillor Ann Lee sent her apology.
=> Jane Hill | present
=> Tom Roe | apologies
=> Ann Lee | apologies
"""


def parted(cases):
    for case in cases.split("----\n"):
        text, *rows = case.strip("\n").split("\n=> ")
        yield text + "\n", [[cell.strip() for cell in row.strip().lstrip("-@ ").split("|")] for row in rows]


def told(path, text):
    path.write_text(text, encoding="utf-8")
    return as_json([read_paper(path)])["meetings"][0]


def shape(meeting):
    for item in meeting["items"]:
        yield [str(item["number"]), str(item["title"])]
        yield from ([each["kind"], ", ".join(each["owners"]), each["text"]] for each in item["decisions"])


@pytest.mark.parametrize("case", list(parted(PAGES)), ids=lambda case: f"{case[1][0][0]}, {case[1][1][-1]}")
def test_a_page_or_log_as_it_is_copied_gives_its_items_and_what_was_decided(tmp_path, case):
    text, (head, *wanted) = case
    meeting = told(tmp_path / "paper.txt", text)
    assert [str(meeting["body"]), str(meeting["date"])] == head
    found = list(shape(meeting))
    assert [row[:2] for row in found] == [row[:2] for row in wanted]
    assert all(want[-1] in row[-1] for row, want in zip(found, wanted, strict=True))


@pytest.mark.parametrize("case", list(parted(LISTS)), ids=range(LISTS.count("----") + 1))
def test_a_table_that_says_in_columns_who_came_gives_each_status_as_stated(tmp_path, case):
    text, wanted = case
    people = told(tmp_path / "paper.txt", text)["attendance"]
    found = [[who["person"], who["status"], *(["chair"] if who["chair"] else [])] for who in people]
    assert sorted(found) == sorted(wanted)
