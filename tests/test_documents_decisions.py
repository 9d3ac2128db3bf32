"""Decisions, actions and next meetings in the forms of other house styles; places and people are made up."""

import pytest

from leadnet.documents import as_json, read_paper
from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import flows

HEAD = """Vale Flood Board
Minutes of a meeting held on 4 {month}
Present: Jane Hill (Chair), Tom Brook, Peter Clay

1. Flood plan

"""

# What stands under the item, and a line for each decision: kind, owners, due day, words of it
DECISIONS = """
The map was shown to all. Resolved: The Board approved the map of the weir.
=> resolved | | | The Board approved the map
----
Agreed actions
1. Tom Brook to ring the mill
2. Jane Hill to write to the Minister by 5 July
Date of next meeting: 14 July
=> action | Tom Brook | | Tom Brook to ring the mill
=> action | Jane Hill | 2012-07-05 | Jane Hill to write to the Minister by 5 July
----
RESOLVED to (1) keep the gauge at the weir;

(2) let the parishes read it; and

(3) look again in a year.
=> resolved | | | keep the gauge
=> resolved | | | let the parishes
=> resolved | | | look again
----
(a) Weir at Ash
A letter was read. After some talk it was
Resolved
That the weir be mended.
(b) Weir at Elm
A letter told of weeds.
=> resolved | | | That the weir be mended
----
It was RESOLVED:
that (a) the map be drawn; and
(b) the map be shown.
=> resolved | | | the map be drawn
=> resolved | | | the map be shown
----
RESOLVED

That (i) the map be drawn; and (ii) the map be shown.
=> resolved | | | the map be drawn
=> resolved | | | the map be shown
----
Decision
1. That the Board meet on line.
2. That Tom Brook be its clerk.
5. That this be looked at after a year.
=> agreed | | | the Board meet on line
=> agreed | | | Tom Brook be its clerk
=> agreed | | | looked at after a year
----
Jane Hill (VDC) was elected to chair the Board for the year.
The Board noted the minutes of the Farm Group held on 2 May 2012.
The paper was presented, discussed and noted.
Members noted the following facts: -
The parish planning committee approved a new shed by the weir.
=> agreed | | | Jane Hill (VDC) was elected
=> noted | | | The Board noted the minutes
=> noted | | | The paper was presented
----
The Board agreed:
- that Jane Hill write to the mill
Action: JH / TB – by 31 July 2012
=> agreed | Jane Hill | | that Jane Hill write
=> action | JH, TB | 2012-07-31 | that Jane Hill write
----
The Board spoke for some time of how the farms by the river are warned of the rain and who pays for the telephones; \
it was agreed that Jane Hill and Tom Brook would ask the county.
Action	To find out which farms have a telephone or / and a car, and tell the next meeting of it.	TB / JH
=> agreed | Jane Hill, Tom Brook | | it was agreed that Jane Hill
=> action | TB, JH | | To find out which farms
----
The minutes of the meeting held on 2 May 2012 were accepted as a true record. They were taken as read.
Jane Hill welcomed Ann Lee and Ch. Inspector Peter Clay to the meeting and thanked them for coming.
It was agreed that Tom Brook would send the map in time for the Cabinet meeting on 1.8.12.
=> agreed | Tom Brook | 2012-08-01 | Tom Brook would send the map
----
The plan was read. / No / No / No / Jane Hill
Action by / Action / Deadline
JH / Send the map to all parishes. / 28.6.12
JH & TB / Write to the Minister. / 1.7.12
=> action | JH | 2012-06-28 | Send the map
=> action | JH, TB | 2012-07-01 | Write to the Minister
----
There was general agreement that Jane Hill should go on.
Peter Clay has been nominated and duly elected as Chairman.
=> agreed | | | Jane Hill should go on
=> agreed | | | Peter Clay has been nominated
----
The Vale Flood Board confirmed Tom Brook as Vice-Chairman for the year.
=> agreed | | | confirmed Tom Brook
----
Some feared that the map would be asked for. The Board recommended that the farms were told of it.
Action: TB
=> action | TB | | the farms were told of it
----
Actions: TB to print the map - COMPLETED; JH to send the map to the farms.
=> action | JH | | send the map to the farms
----
Actions: TB to send the plan (by 1 August 2012); JH to print it.
=> action | TB | 2012-08-01 | TB to send the plan
=> action | JH | | JH to print it
----
It was agreed to write to the county.
Action: JH
=> action | JH | | It was agreed to write
----
We agreed to send the plan to every farm.
=> agreed | | | We agreed to send
----
The minutes were agreed with those amendments.
=> agreed | | | agreed with those
----
The Board agreed:
To an allocation of £155k in the budget for the year, to enable a one-year extension
of the flood wardens
To submit a bid

Nothing else was said.
=> agreed | | | To an allocation of £155k
=> agreed | | | To submit a bid
----
It was resolved unanimously to:

A Note the members appointed by the councils

B Confirm that these be co-opted:

- The Police.

- The Fire Authority.

C Agree that late changes take effect at once.
=> resolved | | | Note the members
=> resolved | | | Confirm that these be co-opted
=> resolved | | | Agree that late changes
----
There were no comments and the framework was adopted unanimously.
Jane Hill was nominated. This was seconded by Tom Brook and agreed.
Jane Hill presented the draft strategy, which was approved.
=> agreed | | | framework was adopted
=> agreed | | | This was seconded
=> agreed | | | which was approved
----
Proposed by Tom Brook, seconded by Jane Hill and agreed that the plan be signed.
=> agreed | | | agreed that the plan be signed
----
Tom Brook was proposed as Chair of the Board, after he had agreed, and he was elected by the Board.
=> agreed | | | proposed as Chair of the Board
----
Jane Hill spoke of the rain. Decision/Action: The Senior Officers agreed to discuss the drains.
=> action | The Senior Officers | | discuss the drains
----
There was a vote Action- JH to gather the names of volunteers and to write to the county.
=> action | JH | | gather the names of volunteers
----
ACTION: PC forward the map to the farms.
=> action | PC | | forward the map
----
4.1Tom Brook agreed to provide a copy of the talk.
3.1Agreed as a true record.
=> action | Tom Brook | | agreed to provide a copy
=> agreed | | | Agreed as a true record
----
(i) Agreed
(ii) Matters arising - none
=> agreed | | | Agreed
----
The Board discussed the plan.

RESOLVED:
(i) That the plan be approved; and
(ii) That the Clerk be asked to publish it.
=> resolved | | | That the plan be approved
=> resolved | the Clerk | | That the Clerk be asked
----
**Resolved** that the plan be noted.
=> resolved | | | plan be noted
----
RESOLVED UNANIMOUSLY – That the plan be adopted.
=> resolved | | | That the plan be adopted
----
AGREED:
It was agreed that the plan be published by 30 June 2012.
=> agreed | | 2012-06-30 | plan be published
----
Decision
That the plan be approved.
=> agreed | | | That the plan be approved
----
The plan was discussed at length.
Action: MS/CW
=> action | MS, CW | | The plan was discussed
----
Tom Brook would check the map. Action TB
=> action | TB | | Tom Brook would check
----
The map needs work. [Action: Tom Brook to redraw the map by 12 July]
=> action | Tom Brook | 2012-07-12 | Tom Brook to redraw
----
ACTION: JH to circulate the plan by end of July 2012.
ACTION: TB and PC to meet before the next meeting.
=> action | JH | 2012-07-31 | JH to circulate
=> action | TB, PC | | TB and PC to meet
----
Actions:
- JH to circulate the plan
- TB to book a room
- All to send comments by 20 June
=> action | JH | | JH to circulate
=> action | TB | | TB to book
=> action | All | 2012-06-20 | All to send
----
Actions
JH to circulate the plan
TB to book a room
=> action | JH | | JH to circulate
=> action | TB | | TB to book
----
The Board agreed to fund the scheme. Members were pleased with progress.
=> agreed | | | The Board agreed to fund
----
It was noted that the river was high. The update was noted.
=> noted | | | The update was noted
----
Jane Hill agreed to write to the Minister. Officers agreed to report back in September.
=> action | Jane Hill | | Jane Hill agreed
=> action | Officers | | Officers agreed
----
The minutes were confirmed as a correct record and signed. The report was accepted.
=> agreed | | | The minutes were confirmed
----
The draft notes of the meeting held on 4 May were accepted. The offer was accepted.
=> agreed | | | The draft notes of
----
For this year he nominated Jane Hill. This was seconded by Tom Brook and agreed.
=> agreed | | | For this year he nominated Jane Hill. This was seconded
----
There were no other nominations, so Jane Hill duly became the Vice-Chair.
=> agreed | | | There were no other
----
Tom Brook proposed, and Jane Hill seconded, that the hall be painted. Agreed unanimously.
=> agreed | | | Tom Brook proposed, and Jane Hill seconded
----
Cllr Brook took the chair while the Chairman was away.
=> nothing
----
Noted the progress report. Approved the budget.
=> noted | | | Noted the progress
=> agreed | | | Approved the budget
----
Recommended – That (i) Mrs V Oak to ask members for dates (ii) the advert be printed (iii) a panel be formed.
=> recommended | Mrs V Oak | | Mrs V Oak to ask
=> recommended | | | the advert be
=> recommended | | | a panel be
----
Rail fund: AGREED (9 for, 1 against)
=> agreed | | | Rail fund: AGREED
----
Agreed:
 - to hold a workshop (Action: JH)
 - to ask the Chamber
=> action | JH | | to hold a workshop
=> agreed | | | to ask the Chamber
----
ACTION [FB-014]: Tom Brook to redraw the map. Due: 12/07/2012
=> action | Tom Brook | 2012-07-12 | Tom Brook to redraw
----
Action 7: complete.
=> nothing
----
ACTIONS
1. TB – redraw the map – 12/07/2012
2. JH – letter to the Minister – end of July
=> action | TB | 2012-07-12 | TB – redraw the map
=> action | JH | 2012-07-31 | JH – letter to the
----
Ck to ask the Agency for the plan. So to speak.
=> action | Ck | | Ck to ask
----
(a) Minute 8/7: Taxi ranks
It was agreed to ask the County Council for a second rank.
=> agreed | | | It was agreed to
----
The minutes of the last meeting were agreed as a true record.
=> agreed | | | The minutes of the last
----
Jane Hill was elected Chair for the year. Cllr Brook was re-appointed as Vice-Chair.
=> agreed | | | Jane Hill was elected
=> agreed | | | Cllr Brook was re-appointed
----
NOTED the report.
=> noted | | | the report
----
The Partnership NOTED the contents of the report and AGREED that a group be set up.
=> noted | | | the contents of the report
=> agreed | | | that a group be set up
----
The work plan had been agreed in May. As agreed at the last meeting, TB reported on the map, which was agreed by Cabinet.
The Government approved the bid in March. TB reported that the budget was approved.
=> nothing
----
| Action | By whom | By when |
|---|---|---|
| Redraw the map | Tom Brook | 12/07/2012 |
| Send letter | JH & TB | Next meeting |
=> action | Tom Brook | 2012-07-12 | Redraw the map
=> action | JH, TB | | Send letter
----
| 1.1 | The map was shown. TB to redraw it. | TB |
| 1.2 | Nothing else was said. | |
=> action | TB | | TB to redraw it
----
Recommendations:
1. That the plan be approved.
2. That the plan be published.
=> recommended | | | That the plan be approved
=> recommended | | | That the plan be published
----
Agreed: (a) the plan; (b) the map; and (c) to meet again.
=> agreed | | | the plan
=> agreed | | | the map
=> agreed | | | to meet again
----
After discussion it was unanimously agreed to proceed.
This was agreed.
=> agreed | | | After discussion it was
=> agreed | | | This was agreed
----
Members asked for more detail, and the Chair requested that a paper come back. Officers would look into it.
=> nothing
----
Decision:

That the plan be approved.

Minutes:

The Chair introduced the plan. RESOLVED: That the plan be approved.
=> agreed | | | That the plan be approved
----
ACTION – Tom Brook: circulate the slides (by 15th June 2012)
=> action | Tom Brook | 2012-06-15 | circulate the slides
----
3.2 It was agreed that the map be redrawn.
3.3 Jane Hill (Vale Council) to report on costs.
=> agreed | | | It was agreed that the map
=> action | Jane Hill | | Jane Hill
----
Action: The Chair to write to all partners.
Action: Democratic Services to arrange the next meeting.
Action: Letter to be sent to the Minister.
=> action | The Chair | | The Chair to write
=> action | Democratic Services | | Democratic Services to
=> action | | | Letter to be sent
----
AGREED that
• the plan be approved
• the map be redrawn
=> agreed | | | the plan be approved
=> agreed | | | the map be redrawn
----
Agreed that the Chair should write. Agreed as a true record.
=> agreed | | | Agreed that the Chair
=> agreed | | | Agreed as a true record
----
IT WAS RESOLVED THAT the plan be approved.
=> resolved | | | the plan be approved
----
Action Point 1: TB to redraw the map
Action Point 2: JH to call the Agency
=> action | TB | | TB to redraw
=> action | JH | | JH to call
----
The Group discussed funding.
AGREED – to set up a task group.
ACTION – JH
=> agreed | | | to set up a task group
=> action | JH | | to set up a task group
----
Resolved to receive the report and note its contents.
=> resolved | | | receive the report
----
(TB to talk to the Agency.) (JH & PC to meet.)
=> action | TB | | TB to talk
=> action | JH, PC | | JH & PC to meet
----
Invite the Fire Service to the next meeting. It was proposed that Jane Hill be elected Chair.
=> nothing
----
Owner: Tom Brook
=> nothing
----
Action: Share the evaluation with members (Lead: Jane Hill, Due: 1 August 2012)
=> action | Jane Hill | 2012-08-01 | Share the evaluation
----
The recommendations in the report were approved. Members approved the terms of reference.
=> agreed | | | The recommendations in
=> agreed | | | Members approved
----
Terms of reference: agreed.
=> agreed | | | Terms of reference
----
All agreed that the plan was good to go. Everyone agreed. The Chair agreed.
=> agreed | | | All agreed
=> agreed | | | Everyone agreed
----
AP1: JH to redraw the map.
AP2: TB to call the Agency by Friday 15 June.
=> action | JH | | JH to redraw
=> action | TB | 2012-06-15 | TB to call
----
The Chair asked for the map to be redrawn.                         TB
It was agreed that the plan be sent to all                          JH
members before Christmas.

Nothing else was said.
=> action | TB | | The Chair asked
=> agreed | JH | | It was agreed that the plan
----
The Committee resolved:
That the plan be approved.
That the map be redrawn.
=> resolved | | | the plan be approved
=> resolved | | | the map be redrawn
----
It was agreed that JH would contact the Agency. The Police agreed to share data.
=> agreed | JH | | It was agreed
=> action | The Police | | The Police agreed
----
Minutes agreed as an accurate record.
=> agreed | | | Minutes agreed
----
Nominations were received for Jane Hill, who was duly elected as Chair.
Tom Brook was elected unopposed as Vice Chair.
=> agreed | | | Nominations were
=> agreed | | | Tom Brook was
----
Resolved –

1. That the plan be approved.

(Clerk)
=> resolved | | | the plan be approved
----
The Board:
(a) NOTED the progress report;
(b) AGREED the budget; and
(c) ASKED the Clerk to report back.
=> noted | | | the progress report
=> agreed | | | the budget
----
Key decisions:
• The plan was approved
• The map would be redrawn
=> agreed | | | The plan was approved
=> agreed | | | The map would
----
The map was wrong.
Action required by: TB
=> action | TB | | The map was wrong
----
It was AGREED to:
- fund the plan
- redraw the map
=> agreed | | | fund the plan
=> agreed | | | redraw the map
----
| Action No | Action | Lead | Timescale | Progress |
|---|---|---|---|---|
| 1 | Redraw the map | TB | End July 2012 | Under way |
| 2 | Call the Agency | JH/PC | ongoing | |
=> action | TB | 2012-07-31 | Redraw the map
=> action | JH, PC | | Call the Agency
----
Action              Owner             Date
Redraw the map      Tom Brook         12/07/12
Call the Agency     All               ASAP
=> action | Tom Brook | 2012-07-12 | Redraw the map
=> action | All | | Call the Agency
----
Following discussion the Board AGREED the plan, subject to legal advice. Members thanked officers.
=> agreed | | | the plan, subject
----
Partners were content with the plan. The Chair confirmed that the plan had been approved by Cabinet. It was noted that the plan was agreed last year.
=> nothing
----
Members received and noted the report. The log was noted. Noted.
=> noted | | | Members received and noted
=> noted | | | The log was noted
----
The action plan was agreed. Actions agreed at the last meeting were reviewed. The agreed plan is on the website.
=> agreed | | | The action plan was agreed
----
Decision: The Board approved the plan.
Action: Tom Brook and Peter Clay to draw up a timetable by the end of September 2012.
=> agreed | | | The Board approved
=> action | Tom Brook, Peter Clay | 2012-09-30 | Tom Brook and
----
Action 1 – TB to redraw the map – by 31/07/2012
Action 2 – JH – send the plan to the Trust
=> action | TB | 2012-07-31 | TB to redraw
=> action | JH | | send the plan
----
RESOLVED that, subject to the amendments set out above, the plan be approved and that the Director of Place, in consultation
with the Chair, be authorised to make minor changes.
=> resolved | | | subject to
----
ACTION: Chair/TB to write to MPs  (deadline: 20th June)
=> action | Chair, TB | 2012-06-20 | Chair/TB to write
----
AGREED – That

(1)the minutes be approved; and

(2)a plan be added to the agenda. / TB
=> agreed | | | the minutes be approved
=> agreed | TB | | a plan be added
----
Some asked who could pay. The Vale Secretariat would look into this | Secretariat

The map was shown.
=> action | Secretariat | | The Vale Secretariat would look
----
Action: Put it on the agenda for the next meeting / TB & JH
=> action | TB, JH | | Put it on the agenda
----
The farms are to be told by the end of the year. / Tom Brook to give a talk at the next meeting.
=> action | Tom Brook | | Tom Brook to give a talk
----
Action: JH to draw up a list. She agreed to set up a visit to the mill.
=> action | JH | | JH to draw up
=> action | | | She agreed to set up
----
The plan was spoken of and an answer to the county agreed by the Board.
=> agreed | | | an answer to the county
----
The minutes of the spring were received and unanimously approved.
=> agreed | | | received and unanimously approved
----
The notes, as printed, were AGREED as a true record by those present.
=> agreed | | | The notes, as printed
----
The minutes were agreed with the exception that Ann Lee had been left out.
=> agreed | | | The minutes were agreed
----
Partner members therefore agreed to go on with the agenda.
=> agreed | | | Partner members therefore agreed
----
The mill agreed to look into keys for the blind.
Action: P Taylor/First
=> action | P Taylor, First | | The mill agreed to look into keys
----
DECISION D07: The Board approved the purse for the year.
ACTION A31: JH to print the map.
=> agreed | | | The Board approved
=> action | JH | | JH to print
----
The Board noted the risk register.
=> noted | | | noted the risk register
----
Action: Vale College to send the map by 4 July 2012
ACTION – Head of Rural Policy to call the Agency
=> action | Vale College | 2012-07-04 | send the map
=> action | Head of Rural Policy | | call the Agency
----
The map was late and the farms had not been told of the
rain. A new map would be drawn.
Action: Mill College
=> action | Mill College | | A new map would be drawn
----
Agreed that the proposed map be approved.

Agreed sharing of telephone numbers.

Minutes agreed from last meeting
=> agreed | | | the proposed map
=> agreed | | | sharing of telephone
=> agreed | | | Minutes agreed
----
The Board NOTED the report.
=> noted | | | The Board NOTED the report.
----
RESOLVED that:

a) the map be drawn; and

Page 1 of 2
Vale Flood Board - 4 June 2012

b) the farms be told.
=> resolved | | | the map be drawn
=> resolved | | | the farms be told
----
Some had heard of a new map. JH said she would ask the Agency about it - Action JH

TB knew of it and would call the county – ACTION TB/PC
=> action | JH | | JH said she would ask
=> action | TB, PC | | TB knew of it
----
Members noted updates to the Action Log.

5 - It was agreed that the map be drawn.
=> noted | | | Members noted updates
=> agreed | | | It was agreed that the map
----
The Minutes of the meeting of 2 May 2012 (Minute Nos. 60 - 61) were taken as read, approved and signed by JH.

It was agreed at the last meeting that the farms be told; after it was agreed a letter was sent.
=> agreed | | | The Minutes of the meeting of 2 May 2012
----
Decision:

That the Board [Vale] agreed that:

The committee approves that Tom Brook replace Peter Clay.

RECOMMENDED

(i) / That the map be drawn.
(ii) / That the farms be told.
=> agreed | | | The committee approves
=> recommended | | | That the map be drawn
=> recommended | | | That the farms be told
----
Following a vote it was agreed that JH should lead. ii) Those present were welcomed.
=> agreed | JH | | Following a vote it was agreed that JH should lead.
----
Councillor Brook elected chair. Peter Clay elected as Vice-Chairman for the year.
The newly elected Chair thanked the last one. JH was voted in to be Secretary.
=> agreed | | | Councillor Brook elected chair
=> agreed | | | Peter Clay elected as
----
Peter Clay, proposed by Jane Hill and seconded by Tom Brook, was duly elected.
Motion to adopt the constitution carried unanimously. The motion to leave was not carried.
Proposed by JH, seconded by TB, that the Board meets each month. All in favour.
=> agreed | | | Peter Clay, proposed by
=> agreed | | | Motion to adopt
=> agreed | | | Proposed by JH
----
Nothing was heard of this: **Action: team to confirm that it was done.**
ACTION - Area Manager to supply the maps
=> action | team | | team to confirm
=> action | Area Manager | | Area Manager to supply
----
It was agreed that:-
1) The minutes were an accurate record.
2) There were no matters arising from them.
=> agreed | | | The minutes were an accurate
=> agreed | | | There were no matters arising
----
2. Matters arising

Action 1: JH explained that the map had been sent to all.
Action 2: TB to chase the council.
=> action | TB | | TB to chase
----
The map is old and wrong. JH
ACTION: TB
=> action | TB | | The map is old
"""  # noqa: E501

NEXT_MEETINGS = """
Date of next meeting: Wednesday 14 July 2010 at 2pm
=> 2010-07-14
----
Next meeting – 14 July 2010
=> 2010-07-14
----
DATE OF NEXT MEETING

14th July 2010, 10.00am, County Hall
=> 2010-07-14
----
Dates of future meetings
14 July 2010
9 September 2010
=> 2010-07-14, 2010-09-09
----
Future meeting dates: 14 July, 9 September and 11 November 2010
=> 2010-07-14, 2010-09-09, 2010-11-11
----
The next meeting will be held on Thursday 14 July 2010 at 10am in the Town Hall.
=> 2010-07-14
----
The next meeting was scheduled for 14 July.
=> nothing
----
Next Meeting 14/07/2010
=> 2010-07-14
----
Meeting dates for 2011: 12 January, 9 March
=> 2011-01-12, 2011-03-09
----
It was agreed that the Board would next meet on 14 July 2010.
=> 2010-07-14
----
The Vale Health Forum will meet on 3 August 2010. The work ends on 9 September 2010.
=> nothing
----
The next meeting of the Board will take place at 2.00 pm on Wednesday, 14 July 2010 in the Council Chamber.
=> 2010-07-14
----
Date and time of next meeting

Wednesday 14 July 2010
2.00pm
Town Hall
=> 2010-07-14
----
NOTED that the next meeting would be on 14 July 2010.
=> 2010-07-14
----
| Date | Time | Venue |
| 14 July 2010 | 2pm | Town Hall |
| 9 September 2010 | 2pm | Town Hall |
=> nothing
----
Future Meetings:
| 14 July 2010 | 2pm | Town Hall |
| 9 September 2010 | 2pm | Town Hall |
=> 2010-07-14, 2010-09-09
----
Dates of meetings in 2010

- 14 July
- 9 September
=> 2010-07-14, 2010-09-09
----
DONM: 14.07.10
=> 2010-07-14
----
Date of Next Board Meeting: 14 July 2010
Papers by 1 July 2010
=> 2010-07-14
----
Next meetings
Tuesday 14th July 2010, 9.30 am
Tuesday 9th September 2010, 9.30 am
=> 2010-07-14, 2010-09-09
----
The next meeting of the Housing Sub-Group is on 3 August 2010.
=> nothing
----
Next meeting to be held 14 July 2010 (rescheduled from 7 July 2010).
=> 2010-07-14
----
The Board's next meeting: Wednesday, July 14th, 2010
=> 2010-07-14
----
Date of next AGM - 14 July 2010
=> 2010-07-14
----
VF12 DATE OF NEXT MEETING: 14 July 2010
=> 2010-07-14
----
9. Date of Next Meeting: Wednesday 14 July 2010. At the Town Hall, Market Street, Thornby, in the large room.
=> 2010-07-14
"""


def cases_of(block: str) -> list[tuple[str, list[str]]]:
    """Each case of a block: its text, and the lines behind "=>"."""
    found = []
    for case in block.strip().split("\n----\n"):
        text, *rows = case.split("\n=> ")
        found.append((text, [row.strip() for row in rows if row != "nothing"]))
    return found


@pytest.fixture
def meeting(tmp_path):
    def of(text: str, month: str) -> dict:
        paper = tmp_path / "paper.txt"
        paper.write_text(text.replace("{month}", month), encoding="utf-8")
        return as_json([read_paper(paper)])["meetings"][0]

    return of


@pytest.mark.parametrize(("text", "rows"), cases_of(DECISIONS))
def test_what_is_decided_by_whom_and_by_when(meeting, text, rows):
    wanted = [[cell.strip() for cell in row.split("|")] for row in rows]
    found = [
        [limb["kind"], ", ".join(limb["owners"]), limb["due"] or "", limb["text"]]
        for item in meeting(HEAD + text, "June 2012")["items"]
        for limb in item["decisions"]
    ]
    assert [row[:3] for row in found] == [row[:3] for row in wanted]
    assert all(want[3] in row[3] for row, want in zip(found, wanted, strict=True))


@pytest.mark.parametrize(("text", "rows"), cases_of(NEXT_MEETINGS))
def test_the_days_stated_for_later_meetings_of_the_body(meeting, text, rows):
    wanted = [day for row in rows for day in row.split(", ")]
    assert meeting(f"{HEAD}The plan was discussed.\n\n{text}", "May 2010")["next_meetings"] == wanted


# A page of a council's committee system, as its reader gives it to us, and a page of one decision
PAGE = """<html><head><title>Vale Joint Committee</title></head><body><div id="modgov"><div class="mgContent">
<h1 class="mgMainTitleTxt">Agenda, decisions and minutes</h1>
<h2 class="mgSubTitleTxt">Vale Joint Committee - Thursday, 18th April, 2019 10.00 am</h2>
<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr><tr><td><p class="mgAiTitleTxt">3.</p></td>
<td><p class="mgAiTitleTxt">Waste plan</p>
<p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara"><p><b>RESOLVED</b> that:</p><p>(1) the plan be approved; and</p>
<p>(2) the Director be authorised to publish it.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>The Committee considered a report.</p>
<p><b>RESOLVED</b> that:</p><p>(1) the plan be approved; and</p><p>(2) the Director be authorised to publish it.</p></div>
</td></tr></table></div></div></body></html>"""  # noqa: E501


DECISION = """<html><head><title>Decision - LOCAL PLAN</title></head><body><div id="modgov"><div class="mgContent">
<h1 class="mgMainTitleTxt">Decision details</h1><h2 class="mgSubTitleTxt">LOCAL PLAN</h2>
<p><span class="mgLabel">Decision Maker:</span> Vale Joint Committee</p>
<p><span class="mgLabel">Decision status:</span> Recommendations approved</p>
<p class="mgSubItemTitleTxt">Decisions:</p><div class="mgWordPara"><p>RESOLVED: That the plan be approved.</p></div>
<p><span class="mgLabel">Report author:</span> Jane Hill</p>
<p><span class="mgLabel">Publication date:</span> 14/03/2012</p>
<p><span class="mgLabel">Date of decision:</span> 09/03/2012</p></div></div></body></html>"""


def test_a_page_of_one_decision_is_a_meeting_on_the_day_of_the_decision(tmp_path):
    (tmp_path / "page.html").write_text(DECISION, encoding="utf-8")
    (found,) = as_json([read_paper(tmp_path / "page.html")])["meetings"]
    assert (found["body"], found["date"], found["attendance"]) == ("Vale Joint Committee", "2012-03-09", [])
    (item,) = found["items"]
    assert [(limb["kind"], limb["text"]) for limb in item["decisions"]] == [("resolved", "That the plan be approved.")]


def test_one_person_can_be_who_decides(tmp_path):
    told = (
        '<p><span class="mgLabel">Decided at meeting:</span> 09/03/2012 - Lead Member for Farms</p></div></div></body>'
    )
    page = DECISION.replace("Vale Joint Committee", "Leader and Lead Member for Farms")
    page = page.replace("</div></div></body>", told)
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (found,) = as_json([read_paper(tmp_path / "page.html")])["meetings"]
    assert found["body"] == "Leader and Lead Member for Farms"


def test_a_decision_printed_in_a_block_of_its_own_and_in_the_minutes_counts_once(tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (found,) = as_json([read_paper(tmp_path / "page.html")])["meetings"]
    assert (found["body"], found["date"], found["start_time"]) == ("Vale Joint Committee", "2019-04-18", "10:00")
    (item,) = found["items"]
    assert (item["number"], item["title"]) == ("3", "Waste plan")
    assert [limb["text"] for limb in item["decisions"]] == [
        "the plan be approved",
        "the Director be authorised to publish it.",
    ]


def test_a_sentence_that_asks_somebody_and_the_mark_below_it_are_one_action(meeting):
    text = (
        "Vale Board\n4 March 2014\nPresent: Ann Lee, Sue Hart\n\n1. Figures\nSue Hart to bring a paper.\nAction: SH\n"
    )
    (item,) = meeting(text, "")["items"]
    assert [(limb["kind"], limb["owners"]) for limb in item["decisions"]] == [("action", ["SH"])]


def test_a_numbered_log_gives_an_item_a_row_and_each_row_its_kind(meeting):
    log = """# Decision and Action Log

Meeting: Vale Flood Board
Date: 4 June 2012

| No. | Decision or action | Who? | When? |
|---|---|---|---|
| 1. | Action – Redraw the map | TB | 29 June 2012 |
| 2. | Decision – The plan goes ahead | | |
| 3. | Message – Thanks to all | | |
"""
    found = meeting(log, "")
    assert (found["body"], found["date"]) == ("Vale Flood Board", "2012-06-04")
    assert [(item["number"], item["title"], item["decisions"][0]["kind"]) for item in found["items"]] == [
        ("1", None, "action"),
        ("2", None, "agreed"),
    ]


def test_a_paragraph_that_lacks_its_stop_is_not_run_into_the_next_over_a_gap():
    rows = ("TB to pay for the coach, the walk and the bread for all who will come", "", "JH to send out the details")
    found = [flow.text for flow in flows([Line(number, None, row) for number, row in enumerate(rows, start=1)])]
    assert found == [rows[0], rows[2]]


def test_in_a_notice_of_decisions_what_begins_with_that_is_decided(tmp_path):
    text = """NOTICE OF DECISIONS AGREED AT THE VALE COMBINED AUTHORITY HELD ON FRIDAY, 6 MAY 2011

PRESENT: Jane Hill, Tom Roe

1. APOLOGIES

That the apologies of Ann Lee be received and noted.

2. APPOINTMENT OF CHAIRS

1. That Tom Roe be the Chair of the Authority.

2. That the appointment of Peter Clay as a Vice Chair be agreed.
"""
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "paper.txt")])["meetings"]
    found = [
        (item["number"], limb["kind"], limb["text"][:24]) for item in meeting["items"] for limb in item["decisions"]
    ]
    assert found == [
        ("1", "agreed", "That the apologies of An"),
        ("2", "agreed", "That Tom Roe be the Chai"),
        ("2", "agreed", "That the appointment of "),
    ]


def test_what_we_decided_is_a_mark_and_limbs_may_stand_in_cells(tmp_path):
    text = """Vale Board
Minutes of the meeting held on 6 May 2011

Present: Jane Hill, Tom Roe

1. Minutes
The minutes were agreed.

2. Delivery plan

What was discussed

Members talked about the mill.

What we decided

To keep the plan for 2012.
To note that a report will come in July.

3. Chair

Agreed that –

| (1) | Jane Hill is interim Chair; |
| (2) | there was no need of a vice-chair. |
"""
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "paper.txt")])["meetings"]
    found = [
        (item["number"], limb["kind"], limb["text"]) for item in meeting["items"][1:] for limb in item["decisions"]
    ]
    assert found == [
        ("2", "agreed", "To keep the plan for 2012."),
        ("2", "agreed", "To note that a report will come in July."),
        ("3", "agreed", "Jane Hill is interim Chair"),
        ("3", "agreed", "there was no need of a vice-chair."),
    ]
