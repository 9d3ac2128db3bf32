"""Items of minutes in many house styles: how their numbers and titles are found; all papers here are made up."""

import docx
import pytest

from leadnet.documents import as_json, read_paper
from leadnet.documents.model import Line
from leadnet.documents.outlines.numbered_lines import candidates
from leadnet.documents.outlines.numbering import item_places

HEAD = """Ambershire Flood Partnership
Minutes of the meeting held on 4 May 2011

Present:
Jane Hill (Chair) - Ambershire County Council
Tom Roe - Vale Police

"""

# The lines below a head and a list, and each item as "number | title"
STYLES = """
Agenda item 1

Jane Hill welcomed everyone.

Agenda item 2

Declarations of interest

There were none.

Agenda item 3

Minutes and matters arising from the meeting that was held on 15 November 2010

They stand.

Agenda item 4

2011 Strategic Assessment

It was read.
=> 1 | None
=> 2 | Declarations of interest
=> 3 | Minutes and matters arising from the meeting that was held on 15 November 2010
=> 4 | 2011 Strategic Assessment
----
Minute ref: 12/10 Welcome
Jane Hill welcomed everybody.

Minute ref: 13/10 Flood plan
The plan was read.
=> 12/10 | Welcome
=> 13/10 | Flood plan
----
A1  Welcome
Jane Hill welcomed everybody.

A2  Flood plan
The plan was read.

B1  Weirs
The weirs were seen.
=> A1 | Welcome
=> A2 | Flood plan
=> B1 | Weirs
----
8/22
Welcome

Jane Hill welcomed everybody.

9/22
Flood plan

The plan was read.

10/22
Weirs

The weirs were seen.
=> 8/22 | Welcome
=> 9/22 | Flood plan
=> 10/22 | Weirs
----
7.    MINUTES OF THE AMBERSHIRE (EASTERN)
      WEIR GROUP

      The minutes were read.

8.    FLOODS

      The plan was read.
=> 7 | MINUTES OF THE AMBERSHIRE (EASTERN) WEIR GROUP
=> 8 | FLOODS
----
Declarations of interests

61. There were none.

Minutes of the previous meetings

62. Tom Roe said that minute 15 was too short, and the words were read out by him once more.
=> | Declarations of interests
=> | Minutes of the previous meetings
----
AF(4)1/06   DECLARATIONS OF INTEREST
            None were made.

AF(4)2/06   FLOOD PLAN
            The plan was read.
=> AF(4)1/06 | DECLARATIONS OF INTEREST
=> AF(4)2/06 | FLOOD PLAN
----
1. Jane Hill welcomed everybody and introductions were made round the table.

2. Tom Roe gave the crime figures, which were lower than last year in every ward.
=> 1 | None
=> 2 | None
----
  1. Welcome

Jane Hill welcomed everybody.

  1. Flood plan

The plan was read.
=> 1 | Welcome
=> 1 | Flood plan
----
1. The Chair and Vice Chair of this group were agreed for the year as:

Jane Hill – Chair

2. Key Data – an example of the tables was shown. Members were asked to look at it.

3. Item/Focus: Flood plan
=> 1 | None
=> 2 | Key Data
=> 3 | Flood plan
----
2. Minutes of last meeting- the minutes were agreed.

3. Minutes of meeting held 1st February 2011 were approved

4. Terms of Reference i) Jane Hill sent them. ii) Those present read them.

5. Correspondence: had been by e-mail for the most part.

6. What is a Forum? Jane Hill gave an outline of it.

7. Chair’s Report (Draft) Tom Roe gave the news of the year.
=> 2 | Minutes of last meeting
=> 3 | Minutes of meeting held 1st February 2011
=> 4 | Terms of Reference
=> 5 | Correspondence
=> 6 | What is a Forum?
=> 7 | Chair’s Report (Draft)
----
1 Welcome and election of the Chairman The Clerk welcomed everyone to the meeting.

2 Election of Vice Chairman The Chairman proposed Tom Roe and this was seconded.

3 Apologies, Substitutions and Declarations of Interest Apologies had been received from Ann Lee.

4 Minutes The minutes of the meeting held on 20 November 2010 were approved.
=> 1 | Welcome and election of the Chairman
=> 2 | Election of Vice Chairman
=> 3 | Apologies, Substitutions and Declarations of Interest
=> 4 | Minutes
----
1	Jane Hill asked who would lead the group for the year.

2	Tom Roe gave the crime figures.
=> 1 | None
=> 2 | None
----
Agenda Items:

  1. Welcome
  2. Flood plan
  3. Rail

Minutes

1. Welcome

Jane Hill welcomed everybody.

2. Flood plan

The plan was read.
=> 1 | Welcome
=> 2 | Flood plan
----
Introductions
• Peter Clay was welcomed.

Minutes of the Meeting held on 23 March 2011 & Matters Arising

The minutes of the meeting held on 23 March 2011 were agreed.

POLICING UPDATE

Tom Roe spoke about policing in the vale.
=> | Introductions
=> | Minutes of the Meeting held on 23 March 2011 & Matters Arising
=> | POLICING UPDATE
----
Welcome

Jane Hill welcomed everybody.

Flood plan

The plan was read. The wardens were asked to do this:

1. The pumps would stand in the depot until the end of the winter.
2. The keys would hang in the parish office, where everybody finds them.
=> | Welcome
=> | Flood plan
----
FB 26  Apologies

None were sent.

FB 27  Flood plan

The plan was read.
=> FB 26 | Apologies
=> FB 27 | Flood plan
----
1. **Welcome** Jane Hill opened the meeting.

2. **Flood plan** (Tom Roe, Vale Police)

The plan was read.

3. The Chair thanked Ann Lee, who was standing down after ten years.

4. **Date of next meeting**: 18 July 2011
=> 1 | Welcome
=> 2 | Flood plan
=> 3 | None
=> 4 | Date of next meeting
----
Welcome and Introductions

Jane Hill welcomed all who had come.

Any Other Business
None.
=> | Welcome and Introductions
=> | Any Other Business
----
Item | Notes | Who | When
1. | Flood plan | |
 | The plan was read. | TR | Oct.
2. | Rail | |
=> 1 | Flood plan
=> 2 | Rail
----
Agenda item	Discussion	Action	Owner	Deadline
1. Welcome	JH spoke.
2. Flood plan	The plan was read.	Send the map	TR	30.06.2011
=> 1 | Welcome
=> 2 | Flood plan
----
Summary of Actions
Item No | Item | Actions |
3. | Flood plan | Send out the map | JH

Item No | Item | Notes | Action
1. | Welcome | JH spoke. |
2. | Guests | A guest spoke. |
=> 3 | Flood plan
=> 1 | Welcome
=> 2 | Guests
----
1.0Welcome & Introductions
1.1JH welcomed all to the hall.
2.0Flood plan
2.1Tom Roe agreed to send the map.
=> 1.0 | Welcome & Introductions
=> 2.0 | Flood plan
----
HWB.12 APOLOGIES

None.

HWB.13 FLOOD PLAN

The plan was read.
=> HWB.12 | APOLOGIES
=> HWB.13 | FLOOD PLAN
----
AFP/1011/ 21: Welcome
JH spoke.
AFP/1011/22: Flood plan
TR spoke.
=> AFP/1011/21 | Welcome
=> AFP/1011/22 | Flood plan
----
| 003/EP | MINUTES |
The minutes were read.
| 004/EP | GUESTS |
A guest spoke.
=> 003/EP | MINUTES
=> 004/EP | GUESTS
----
1. / Welcome
JH spoke.
2. / Flood plan / Agreed
TR spoke.
=> 1 | Welcome
=> 2 | Flood plan
----
1. Welcome.Jane Hill led the introductions, and thanked the Guildhall for its room.
2. Flood plan. The plan was read. It was agreed.
=> 1 | Welcome
=> 2 | Flood plan
----
3. APOLOGIES FOR ABSENCE: Apologies for absence were received from Ann Lee.
4. (1) MINUTES: The minutes of the last meeting were read and signed by the Chair.
=> 3 | APOLOGIES FOR ABSENCE
=> 4 | MINUTES
----
### No 1
**Item** Welcome

1.1 JH welcomed all.

### No 2
**Item** Flood plan

2.1 TR read the plan.
=> 1 | Welcome
=> 2 | Flood plan
----
Item
Minute
Action

1
Apologies for Absence
Ann Lee - Vale Council

2
Flood plan
The plan was read.
=> 1 | Apologies for Absence
=> 2 | Flood plan
----
Item	Time	Item description	Lead
1.	1300	Welcome	JH
All were welcomed.
2.	1305	Flood plan	TR
The plan was read.
=> 1 | Welcome
=> 2 | Flood plan
----
1. Flood plan
The plan asks three things:
1. to clear the drains, which nobody has done since the flood;
2. to warn the farms by post, since few of them answer the telephone;
3. to buy a pump.
2. Rail
Nothing was said.
=> 1 | Flood plan
=> 2 | Rail
----
Welcome, introductions and apologies
JH welcomed members to the hall.

Flood plan and the money that the county has set aside for it
The plan was read by TR. Nobody spoke.

Any other business
No items were raised.
=>  | Welcome, introductions and apologies
=>  | Flood plan and the money that the county has set aside for it
=>  | Any other business
----
1. Introductions

These were made.

Apologies for Absence

None were given.

2. Flood plan

The plan was read.
=> 1 | Introductions
=>  | Apologies for Absence
=> 2 | Flood plan
----
1 Welcome
JH spoke.

2
AMBERSHIRE FLOOD PARTNERSHIP
4 May 2011

2 Flood plan
TR spoke.

3
AMBERSHIRE FLOOD PARTNERSHIP
4 May 2011
3 Rail
Nothing was said.
=> 1 | Welcome
=> 2 | Flood plan
=> 3 | Rail
----
1. Minutes of the last meeting

The minutes were read.

Matters arising

JH spoke of the bridge.

2. Flood plan
=> 1 | Minutes of the last meeting
=> 2 | Flood plan
----
Minutes of the last meeting and matters arising:

The minutes were read by those who were there.

Review of the flood plan:

JH said that the plan was ten years old and was out of print.

The following points:

Nobody had asked for more.
=> | Minutes of the last meeting and matters arising
=> | Review of the flood plan
----
Matters arising
JH was glad that the bridge is open again.

1 / Update on Flood Plan
TR spoke.
=> | Matters arising
=> 1 | Update on Flood Plan
----
1&2 Welcome and Introductions
JH welcomed all.
3 Flood plan
TR spoke.
=> 1&2 | Welcome and Introductions
=> 3 | Flood plan
----
Note 01/20
Welcome
JH welcomed all.

Note 02/20
Flood plan
TR spoke.
=> 01/20 | Welcome
=> 02/20 | Flood plan
----
1.apologies for absence

None were sent.

2.Minutes of the meeting of the Ambershire Flood Partnership held on 2 March 2011.

These were read.

3. THE PART THAT FARMS AND THEIR OWNERS HAVE IN THE FLOOD PLAN.

TR spoke.
=> 1 | apologies for absence
=> 2 | Minutes of the meeting of the Ambershire Flood Partnership held on 2 March 2011
=> 3 | THE PART THAT FARMS AND THEIR OWNERS HAVE IN THE FLOOD PLAN
----
1. / Welcome
JH welcomed all.
2. / Minutes of the last meeting (2 March 2011) - accepted as a correct record.
TR spoke.
=> 1 | Welcome
=> 2 | Minutes of the last meeting (2 March 2011)
----
Item / Decision / Action to be taken by
1. Apologies for absence / JH opened the meeting and all gave their names.
2. Flood plan / The map is to be sent to the farms. / TR
=> 1 | Apologies for absence
=> 2 | Flood plan
----
19.VF.01 ELECTION OF CHAIR

None stood.

19.VF.02 APOLOGIES

None were sent.
=> 19.VF.01 | ELECTION OF CHAIR
=> 19.VF.02 | APOLOGIES
----
Action Required1. / Welcome
Jane Hill opened the meeting.
2. / Flood plan
The plan was read.
=> 1 | Welcome
=> 2 | Flood plan
----
Agenda item
Discussion points
3.
Minutes of
the meeting held
in the spring
The minutes of the spring were read to all who had come.
4. Update from
Mill Lane
This came early, as some had come for the lane alone.
=> 3 | Minutes of the meeting held in the spring
=> 4 | Update from Mill Lane
----
Welcome and Introductions
VFP102 The Chairman welcomed all, and Ann Lee above all others.
Flood plan
VFP103 The plan was read aloud, and some spoke of the farms.
=> VFP102 | Welcome and Introductions
=> VFP103 | Flood plan
----
1) Welcome & Apologies 2) Election of Chairperson No names had come in beforehand.

3) Flood plan
The plan was read.
=> 1 | Welcome & Apologies
=> 2 | Election of Chairperson
=> 3 | Flood plan
----
1. Quorum The meeting was quorate.

2. College Update – Ann Lee, Ash College
Ann Lee spoke of the college.

3. Minutes of the meeting held on 10th February 2011 One word of them was put right.
=> 1 | Quorum
=> 2 | College Update – Ann Lee, Ash College
=> 3 | Minutes of the meeting held on 10th February 2011
----
1. Minutes of the last meeting - approved. Proposed JH, seconded TR.
2. Secretary's report - JH reported a good year.
3. Flood plan
The plan was read.
=> 1 | Minutes of the last meeting
=> 2 | Secretary's report
=> 3 | Flood plan
----
1.0 Introductions
Jane Hill opened the meeting.
2. Flood plan
The plan was read.
=> 1.0 | Introductions
=> 2 | Flood plan
----
MATTERS ARISING: There were none.

FLOOD UPDATES: Jane Hill said that the work was underway.
=> | MATTERS ARISING
=> | FLOOD UPDATES
----
Welcome and Introductions

Jane Hill welcomed all who had come.

Rail and road - Ann Lee

Ann Lee gave news.
=> | Welcome and Introductions
=> | Rail and road - Ann Lee
----
1. Minutes of the last meeting: AGREED that the minutes be kept.

2. Rail – Part 2: Partners were told of the deadline.

3. Flood plan. The group considered the map and made comments.
=> 1 | Minutes of the last meeting
=> 2 | Rail – Part 2
=> 3 | Flood plan
----
FB7 Flood plan Ann Lee reported that the river was low.

FB8 Rail In response to a question, TR explained that the line was shut.

ACTION - TR

FB9 Reducing Waste in Towns and Villages (Report 8)

The report was read.
=> FB7 | Flood plan
=> FB8 | Rail
=> FB9 | Reducing Waste in Towns and Villages (Report 8)
----
Welcome

1. Jane Hill welcomed everybody.

Flood plan

2. Tom Roe said that the map was late.

3. It was noted that farms had not been told.

Rail

4. The line was shut.
=> | Welcome
=> | Flood plan
=> | Rail
----
1. Flood plan
It was agreed that:
1. the map be drawn; and
2. the farms be told.

3. Rail

The line was shut.
=> 1 | Flood plan
=> 3 | Rail
----
Flood plan
----------

The map was late.

Reducing Waste
--------------

Nothing was said.
=> | Flood plan
=> | Reducing Waste
----
1. Rail

The line was shut.

8. Date of next meeting: 5 July 2011. At Mill Hall.

Dates of future meetings:
=> 1 | Rail
=> 8 | Date of next meeting
----
1. Rail

  • Welcome
  • Overview
=> 1 | Rail
----
\tAction Point\tAction by:
1\tIntroductions:\t
\tJane Hill welcomed all.\t
2\tFlood plan\t
\tThe map was late.\t
=> 1 | Introductions
=> 2 | Flood plan
----
| Item | Discussion | Action |
|---|---|---|
| 1 | Welcome<br>Jane Hill welcomed all. | |
| 2 | Rail<br>The line was shut. | TR |
=> 1 | Welcome
=> 2 | Rail
----
1. Welcome – the Chair opened the meeting and welcomed all.

2. Apologies: Ann Lee and Peter Clay, (Oak Parish Council); Mary Fox (Elm Town Council); Joe Dale (Vale Trust).

3. Notes of the Meeting Held on 4 April 2011 were agreed.

4. Matters Arising - none

5. Work in the Dales – Tom Roe showed slides of the bridges, paths and events.
=> 1 | Welcome
=> 2 | Apologies
=> 3 | Notes of the Meeting Held on 4 April 2011
=> 4 | Matters Arising
=> 5 | Work in the Dales
----
3.0 Declaration of interest:
Tom Roe is on the steering group

4.0 Minutes of previous meeting held in July were agreed and go on the website

5.0 Matters arising:
5.1 The plan is now likely to begin in 2016
=> 3.0 | Declaration of interest
=> 4.0 | Minutes of previous meeting held in July
=> 5.0 | Matters arising
----
15/11 DECLARATIONS OF INTEREST RESOLVED to note that there were none.

16/11 MINUTES RESOLVED that the Minutes of 12th April 2011 be approved as a correct record.
=> 15/11 | DECLARATIONS OF INTEREST
=> 16/11 | MINUTES
----
1. / Chair’s Welcome
Tom opened the meeting.
2. / Apologies were given for Peter Clay and Mary Fox
3. / June Minutes were adopted as true and accurate record
4. / Update on projects
Tom reported on the projects.
=> 1 | Chair’s Welcome
=> 2 | None
=> 3 | None
=> 4 | Update on projects
----
1. Welcome

Jane Hill welcomed all.

2. Minutes of the Meeting held on 4 April 2011

These were agreed.

2a. Actions Arising

Tom Roe had asked the company.

3. Main Business
=> 1 | Welcome
=> 2 | Minutes of the Meeting held on 4 April 2011
=> 2a | Actions Arising
=> 3 | Main Business
----
- Welcome and apologies.

Jane Hill welcomed all.

- Minutes of last meeting
These were read.

- New members
The forum welcomed two.
=> | Welcome and apologies
=> | Minutes of last meeting
=> | New members
----
Minute Detail Responsible Officer, No. Action & Time Line 1. INTRODUCTIONS

JH thanked everyone.

2. MINUTES

AGREED: That the minutes be approved.
=> 1 | INTRODUCTIONS
=> 2 | MINUTES
----
21.44 ELECTION OF CHAIR

It was RESOLVED that Tom Roe be elected Chair.

21.45 APOLOGIES

None.

21.46 FLOOD FUND

The fund was read.
=> 21.44 | ELECTION OF CHAIR
=> 21.45 | APOLOGIES
=> 21.46 | FLOOD FUND
----
113 MINUTES OF THE MEETING HELD ON 10 MARCH 2011 - agenda item 2

The minutes were read.

114 FLOOD PLAN (Agenda Item 3)

The Chair spoke about:

Item 5 - Rail

He thanked everybody.
=> 113 | MINUTES OF THE MEETING HELD ON 10 MARCH 2011 - agenda item 2
=> 114 | FLOOD PLAN (Agenda Item 3)
----
430. The Chair, Jane Hill, opened the meeting and thanked all of those who had come.

431. Minutes. Having been sent round, the minutes were approved and signed.

432. Matters arising from the minutes and not on the agenda. None.
=> 430 | None
=> 431 | Minutes
=> 432 | Matters arising from the minutes and not on the agenda
----
1. Welcome and introductions:

Jane Hill spoke first.

1. Minutes of the last meeting: agreed.

Tom Roe asked about the play area.

1. Any other business: None.
2. Rail: The line is to be cleared.
=> 1 | Welcome and introductions
=> 1 | Minutes of the last meeting
=> 1 | Any other business
=> 2 | Rail
----
1 / Flood plan / Action
The plan was read.
2 / Election of officers / Action
There was none.
=> 1 | Flood plan
=> 2 | Election of officers
----
- Minutes of the last meeting
The minutes were read and nobody asked for a change.
- Flood plan
The plan was read and everybody liked it very much.
- Rail
The line is to be cleared by the autumn of next year.
=> | Minutes of the last meeting
=> | Flood plan
=> | Rail
----
NEW MEMBERS

12. The Chair welcomed Ann Lee to her first meeting and thanked all for coming.

FLOOD PLAN

13. Tom Roe reported on the plan and what was to come of it in the autumn.
=> 12 | NEW MEMBERS
=> 13 | FLOOD PLAN
----
4. Play area - approved.

5. ELECTION OF CHAIR - Cllr Ann Lee was elected as Chair for the year.

6. AOB: None
=> 4 | Play area
=> 5 | ELECTION OF CHAIR
=> 6 | AOB
----
• Welcome – Jane Hill welcomed everyone to the meeting.
• Minutes of the last meeting – these were agreed.
• Flood plan – Tom Roe gave an update on the plan.
=> | Welcome
=> | Minutes of the last meeting
=> | Flood plan
----
3 Matters arising
There were none.
4 Flood plan update – Tom Roe
The plan was shown.
5 Rail (Ann Lee)
The line was shown.
=> 3 | Matters arising
=> 4 | Flood plan update – Tom Roe
=> 5 | Rail (Ann Lee)
"""


def items_of(path, text):
    path.write_text(text, encoding="utf-8")
    (meeting,) = as_json([read_paper(path)])["meetings"]
    return meeting["items"]


@pytest.mark.parametrize("case", STYLES.strip().split("\n----\n"))
def test_each_item_has_the_number_and_title_printed(tmp_path, case):
    text, *wanted = case.split("\n=> ")
    found = [f"{item['number'] or ''} | {item['title']}" for item in items_of(tmp_path / "paper.txt", HEAD + text)]
    assert [row.strip() for row in found] == [row.strip() for row in wanted]


def test_an_item_stamped_over_the_paper_is_that_of_a_later_meeting(tmp_path):
    found = items_of(tmp_path / "paper.txt", f"ITEM 3\n{HEAD}Rail\nThe railway was spoken of for a while.\n")
    assert [(item["number"], item["title"]) for item in found] == [(None, "Rail")]


def test_what_is_undertaken_under_no_item_is_kept_and_makes_none(tmp_path):
    text = "The Chair opened the meeting and Tom Roe, who had the map, said that he would send it to every farm.\n"
    (tmp_path / "paper.txt").write_text(HEAD + text, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "paper.txt")])["meetings"]
    assert meeting["items"] == []
    assert [promise["source"]["line"] for promise in meeting["commitments"]] == [8]


def test_letters_of_an_organisation_in_a_list_are_no_item(tmp_path):
    head = HEAD.rstrip() + "\nVALE\nHealth Adviser for the south of the county\n\n"
    found = items_of(tmp_path / "paper.txt", f"{head}Flood plan\nThe plan was agreed by all those who were there.\n")
    assert [item["title"] for item in found] == ["Flood plan"]


def test_in_a_text_without_line_breaks_a_mark_behind_a_title_is_no_part_of_it(tmp_path):
    talk = "The river was spoken of for a long time and nobody could say how high it would be in the winter. " * 4
    text = (
        "Minutes of a meeting of the Vale Forum held on 4 May 2012 PRESENT Jane Hill Tom Roe "
        f"7 WELCOME Jane Hill welcomed all. 8 MINUTES OF THE LAST MEETING RESOLVED: That they be kept. 9 FLOODS {talk}"
    )
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "paper.txt")])["meetings"]
    titles = [(item["number"], item["title"], len(item["decisions"])) for item in meeting["items"]]
    assert titles == [("7", "WELCOME", 0), ("8", "MINUTES OF THE LAST MEETING", 1), ("9", "FLOODS", 0)]


def test_a_house_in_a_street_is_no_item(tmp_path):
    text = HEAD.replace("\n\nPresent", "\n12 High Street, Thornbridge\n\nPresent", 1)
    found = items_of(tmp_path / "paper.txt", f"{text}Flood plan\nThe plan was agreed by all those who were there.\n")
    assert [(item["number"], item["title"]) for item in found] == [(None, "Flood plan")]


def test_a_time_over_a_place_is_no_item(tmp_path):
    head = "Ambershire Flood Partnership\n\n2.00p.m Thursday 5th May 2011\n\nThe Guildhall, Thornbridge TB1 4QQ\n\n"
    path = tmp_path / "paper.txt"
    path.write_text(f"{head}Minutes\n\nPresent:\nJane Hill, Vale Council\n\n1. Welcome\nJH spoke.\n", encoding="utf-8")
    (meeting,) = as_json([read_paper(path)])["meetings"]
    assert (meeting["date"], meeting["start_time"]) == ("2011-05-05", "14:00")
    assert meeting["venue"] == "The Guildhall, Thornbridge TB1 4QQ"
    assert [item["title"] for item in meeting["items"]] == ["Welcome"]


def test_of_two_lists_that_count_up_the_one_that_looks_like_headings_is_taken():
    rows = ("1 The plan was read by Tom Roe.", "7. Welcome", "2 It was then sent to every farm.", "8. Flood plan")
    found = item_places(candidates([Line(at, None, text) for at, text in enumerate(rows, start=1)]))
    assert [each.number for each in found.values()] == ["7", "8"]


# A heading row of item, text and action; then each item with what is to be done and by whom
TABLES = {
    "pipes with the number left blank": """   | Agenda point | Action | Due
1. | Flood plan | |
   | The map is out of date. | JH | Done
   | Otherwise the plan was agreed. | |
2. | Rail | |
   | TR to write to the company before the summer. | TR | |
""",
    "tabs with a title and notes": """Item	Item	Notes	Action
1	Flood plan	The map is out of date.	JH
	Otherwise the plan was agreed.
2	Rail	TR to write to the company before the summer.	TR
""",
    "slashes where a table was": """Agenda / Item / Action required and lead
1 / Flood plan
The map is out of date. / JH
Otherwise the plan was agreed.
2 / Rail
TR to write to the company before the summer. / TR
""",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_a_column_of_actions_gives_each_row_its_owner(tmp_path, text):
    plan, rail = items_of(tmp_path / "paper.txt", HEAD + text)
    assert [(item["number"], item["title"]) for item in (plan, rail)] == [("1", "Flood plan"), ("2", "Rail")]
    assert sorted((limb["kind"], *limb["owners"]) for limb in plan["decisions"]) == [("action", "JH"), ("agreed",)]
    assert [limb["text"] for limb in plan["decisions"] if limb["kind"] == "action"] == ["The map is out of date."]
    assert [(limb["kind"], limb["owners"]) for limb in rail["decisions"]] == [("action", ["TR"])]


def test_an_action_sheet_without_heading_row_is_an_item_a_row(tmp_path):
    text = """Ambershire Flood Partnership

4 May 2011

Action Sheet

1. | The map is out of date
Jane to draw a new one | Jane
2. | Write to the company | Tom Roe and Ann Lee
3. | Ask the county for money | Tom Roe
"""
    found = items_of(tmp_path / "paper.txt", text)
    assert [(item["number"], item["title"]) for item in found] == [("1", None), ("2", None), ("3", None)]
    (first,), (second,), _ = (item["decisions"] for item in found)
    assert (first["owners"], first["source"]["line"]) == (["Jane"], "7-8")
    assert (second["kind"], second["owners"]) == ("action", ["Tom Roe", "Ann Lee"])


def test_rows_of_an_action_list_in_columns_of_gaps_are_put_together_and_cite_every_line(tmp_path):
    text = """Ambershire Flood Partnership
4 May 2011

 ACTIONS FROM MEETING                              WHO
 1.       Formal answer on the plan to be         All – Ann to draft
          submitted by 23rd August 2011
 2.       Jane Hill was asked to find out         Jane Hill/Tom Roe
          whether there are days which
          could be used
"""
    found = items_of(tmp_path / "paper.txt", text)
    assert [(item["number"], item["title"]) for item in found] == [("1", None), ("2", None)]
    (first,), (second,) = (item["decisions"] for item in found)
    assert first["text"] == "Formal answer on the plan to be submitted by 23rd August 2011"
    assert (first["owners"], first["due"], first["source"]["line"]) == (["All", "Ann"], "2011-08-23", "5-6")
    assert second["text"].endswith("whether there are days which could be used")
    assert (second["owners"], second["source"]["line"]) == (["Jane Hill", "Tom Roe"], "7-9")


def test_a_councils_page_copied_as_text_with_number_and_title_on_one_line_gives_its_items_and_decisions(tmp_path):
    text = """Agenda and minutes

Vale Joint Committee
Thursday, 5th May, 2011 2.00 pm

Venue: Ash House

No. Item


1. Apologies for Absence

To receive and note any apologies.

Minutes:

There were none.


2. Audit Update pdf icon PDF 733 KB

Report of the Auditor

Minutes:

By affirmation of the meeting it was

RESOLVED THAT:

The report be approved.
"""
    found = items_of(tmp_path / "paper.txt", text)
    assert [(item["number"], item["title"]) for item in found] == [
        ("1", "Apologies for Absence"),
        ("2", "Audit Update"),
    ]
    ((limb,),) = (item["decisions"] for item in found[1:])
    assert (limb["kind"], limb["owners"], limb["text"]) == ("resolved", [], "The report be approved.")


def test_a_text_without_gaps_has_its_first_title_told_by_the_apologies_below_it(tmp_path):
    text = """Notes of the Vale Executive
Wednesday 4 May 2011
In attendance
Jane Hill
Tom Roe
Introductions, apologies and declarations of interest
Apologies were received from Peter Clay, Mary Fox, Joe Dale, Sue Moss
and Councillor Ann Lee.
Minutes of the last meeting and matters arising
The minutes of 9 April were read.
Page 1 – Minutes of the last meeting and matters arising
Jane Hill now sits on the group in place of Mary Fox.
Late items to be introduced by the Chair
There were no late items.
"""
    assert [item["title"] for item in items_of(tmp_path / "paper.txt", text)] == [
        "Introductions, apologies and declarations of interest",
        "Minutes of the last meeting and matters arising",
        "Late items to be introduced by the Chair",
    ]


def test_titles_in_bold_are_items_in_a_page_and_in_word(tmp_path):
    page = """<html><body><h1>Minutes</h1><p>Ambershire Flood Partnership<br>4 May 2011</p>
<p><b>Present:</b> Jane Hill (Chair), Tom Roe</p>
<p><b>Flood plan</b><br>It was agreed that the plan be sent out.</p>
<p><b>Rail</b></p><p><b>Action</b> TR to write to the company.</p></body></html>"""
    word = docx.Document()
    for line in HEAD.splitlines():
        word.add_paragraph(line)
    for title, text in (
        ("Flood plan", "It was agreed that the plan be sent out."),
        ("Rail", "Action: TR to write to the company."),
    ):
        word.add_paragraph().add_run(title).bold = True
        word.add_paragraph(text)
    word.save(tmp_path / "paper.docx")
    (tmp_path / "paper.html").write_text(page, encoding="utf-8")
    for name in ("paper.html", "paper.docx"):
        plan, rail = as_json([read_paper(tmp_path / name)])["meetings"][0]["items"]
        assert (plan["title"], rail["title"]) == ("Flood plan", "Rail")
        assert [limb["kind"] for limb in plan["decisions"]] == ["agreed"]
        assert [limb["owners"] for limb in rail["decisions"]] == [["TR"]]


def test_numbered_entries_of_a_page_with_their_titles_in_bold_keep_the_text_apart(tmp_path):
    page = """<html><head><title>Minutes</title></head><body><h2>Ambershire Flood Board - 4 May 2011</h2>
<p>Present: Jane Hill (Chair), Tom Roe (Vale Police)</p>
<ol><li><b>Flood plan</b> The plan was agreed.</li><li><b>Rail</b> Nothing was said.</li></ol></body></html>"""
    found = items_of(tmp_path / "paper.html", page)
    assert [(item["number"], item["title"]) for item in found] == [("1", "Flood plan"), ("2", "Rail")]
    assert [limb["text"] for limb in found[0]["decisions"]] == ["The plan was agreed."]


def test_a_day_without_a_year_takes_the_one_its_weekday_fits(tmp_path):
    head = HEAD.replace("4 May 2011", "Thursday 12 May")
    text = "1. Minutes of 10 February 2011\nThese were read.\n2. Rail\nThe line opened in 1999.\n"
    (tmp_path / "paper.txt").write_text(f"{head}{text}\nThe plan runs to 1 April 2013.\n", encoding="utf-8")
    paper = read_paper(tmp_path / "paper.txt")
    assert paper.date == "2011-05-12"  # a Sunday in 2013
    assert any("has no year; 2011 is taken" in problem.what for problem in paper.problems)


def test_a_day_without_a_year_or_weekday_stays_unknown_where_the_paper_has_two_years(tmp_path):
    text = HEAD.replace("4 May 2011", "12 May") + "1. Minutes of 10 February 2011\nThe plan runs to 1 April 2013.\n"
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    assert read_paper(tmp_path / "paper.txt").date is None


def test_a_table_with_columns_for_owner_and_deadline_gives_both_and_drops_no_words(tmp_path):
    text = """Item | Discussion | Decision/Action | By whom | By when
1 | Minutes | Read. | Agreed as correct | |
2 | Flood plan | Views differed. | Publish the map | TR | 30 June
3 | Rail | The line is to be cleared. | | TR | Oct.
"""
    minutes, plan, rail = items_of(tmp_path / "paper.txt", HEAD + text)
    limbs = [
        [(limb["kind"], limb["owners"], limb["due"]) for limb in item["decisions"]] for item in (minutes, plan, rail)
    ]
    assert limbs == [[("agreed", [], None)], [("action", ["TR"], "2011-06-30")], [("action", ["TR"], "2011-10-31")]]


def test_numbers_of_every_form_are_taken_from_a_page_of_modern_gov(tmp_path):
    row = """<tr><td><p class="mgAiTitleTxt">{}</p></td><td><p class="mgAiTitleTxt">{}</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>None.</p></div></td></tr>"""
    rows = [("18/22", "Apologies"), ("FB/22/19", "Flood plan"), ("20a.", "Rail"), ("", "Open forum")]
    page = f"""<html><body><div class="mgContent"><h1>Vale Board - 4 May 2011</h1><p>Present: Jane Hill</p>
<table class="mgItemTable" id="mgItemTable">{"".join(row.format(*each) for each in rows)}</table></div></body></html>"""
    found = [(item["number"], item["title"]) for item in items_of(tmp_path / "paper.html", page)]
    assert found == [("18/22", "Apologies"), ("FB/22/19", "Flood plan"), ("20a", "Rail"), (None, "Open forum")]


def test_the_next_meeting_told_between_lists_is_neither_item_nor_day_of_this_one(tmp_path):
    text = """Vale Flood Board Minutes

Present: Jane Hill (Chair), Tom Roe
Next meeting:
2pm Tuesday 25 November 2014
Acronyms used in the minutes
EA | Environment Agency

Item | Minutes and Actions | Who | When
4. | Flood plan | |
 | The plan was agreed. | |
5. | Rail | |
"""
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    meeting = as_json([read_paper(tmp_path / "paper.txt")])["meetings"][0]
    assert (meeting["date"], meeting["next_meetings"]) == (None, ["2014-11-25"])
    assert [item["number"] for item in meeting["items"] if item["title"]] == ["4", "5"]
