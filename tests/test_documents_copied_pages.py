"""Papers as web pages and converters hand them on: pages copied as text, lost line breaks, cut rows; all made up."""

import pytest

from leadnet.documents import as_json, read_paper

# A paper, and what is in it: "@ body | day | place", "number | title" of each item, and its decisions below a dash
PAPERS = """
Agenda and minutes

Vale Safety Partnership - Wednesday, 4 May 2011 10.30 a.m.

Venue: Ash House

Contact: Ann Lee  01234 567890

Items
No. Item

7.

Apologies

Minutes:

Apologies were received from Tom Roe.

8.

Declarations of interest PDF 77 KB

Members to declare any interest they have.

Minutes:

None.

9.

Flood plan

9a

Warnings - Presentation by Jane Hill

Minutes:

The Board noted the report.

10.

Minutes

To confirm the minutes.

Minutes:

The minutes of the meeting held on 2 March 2011 were confirmed and signed as a correct record.
=> @ Vale Safety Partnership | 2011-05-04 | Ash House
=> 7 | Apologies
=> 8 | Declarations of interest
=> 9 | Flood plan
=> 9a | Warnings - Presentation by Jane Hill
=> - noted | | The Board noted the report
=> 10 | Minutes
----
Venue: Ash House
No. | Item |
Apologies To receive any apologies. Minutes: There were none. |
Interests To declare any interest.
(Those of the register are held already.) Minutes: None was declared. |
Flood plan PDF 2 MB The Board is asked to read it. Minutes: RESOLVED: That the plan be kept. |
=> @ None | None | Ash House
=> None | Apologies
=> None | Interests
=> None | Flood plan
=> - resolved | | That the plan be kept
----
Decision details

FLOOD FORUMS

Decision Maker: Cabinet

Is Key decision?: No

Purpose:

To hear of the forums.

Decision:

THAT

(a)    the forums be kept;

(b)    Ann Lee be asked to write to each parish.

Publication date: 10/05/2011

Date of decision: 04/05/2011

Decided at meeting: 04/05/2011 - Vale Flood Board
=> @ Vale Flood Board | 2011-05-04 | None
=> None | FLOOD FORUMS
=> - agreed | | the forums be kept
=> - agreed | Ann Lee | Ann Lee be asked to write
----
Issue - meetings

Flood plan

Meeting: 04/05/2011 - Vale Flood Board (Item 8)

8 Flood plan for the vale pdf icon PDF 610 KB

Minutes:

The plan was read.

RESOLVED that the plan be kept.
=> @ Vale Flood Board | 2011-05-04 | None
=> 8 | Flood plan for the vale
=> - resolved | | that the plan be kept
----
Agenda and draft minutes

Vale Safety Partnership - Wednesday, 4 May 2011 10.00 a.m.

Venue: Ash House

No. Item


Introduction and apologies


Jane Hill welcomed everyone.


Minutes of the last meeting pdf icon PDF 276 KB


The minutes were agreed.
=> @ Vale Safety Partnership | 2011-05-04 | Ash House
=> None | Introduction and apologies
=> None | Minutes of the last meeting
=> - agreed | | The minutes were agreed
----
Agenda and minutes

Vale Partnership Committee - 4 May 2011

Items
No. |
Item |
198/LLP |
Apologies
Minutes: There were none.
|
199/LLP |
Flood plan PDF 2 MB
To read
the plan.
Minutes:
RESOLVED that the plan be kept.
|
=> @ Vale Partnership Committee | 2011-05-04 | None
=> 198/LLP | Apologies
=> 199/LLP | Flood plan
=> - resolved | | that the plan be kept
----
Vale Safety Partnership Minutes
4 May 2011
Present: Jane Hill, Tom Roe
VSP
136/13
DECLARATIONS OF INTEREST

VSP
137/13
CRIME
RESOLVED that the report be noted.
=> @ Vale Safety Partnership | 2011-05-04 | None
=> VSP 136/13 | DECLARATIONS OF INTEREST
=> VSP 137/13 | CRIME
=> - resolved | | that the report be noted
----
Issue - decisions

Flood plan

04/05/2011 - Flood plan

a)         That the plan be kept.

(b)        That officers be asked to publish it.
=> @ None | 2011-05-04 | None
=> None | Flood plan
=> - agreed | | That the plan be kept
=> - agreed | officers | That officers be asked
----
Agenda item

Flood plan - update

Minutes:

Jane Hill told the Board of the plan.

RESOLVED that the report be noted.
=> @ None | None | None
=> None | Flood plan - update
=> - resolved | | that the report be noted
----
Vale Flood Partnership
Minutes of meeting held on 4 May 2011
Present:
Jane Hill – Vale Council (Chair)
Tom Roe – Ash Trust
- Welcome:
Jane Hill welcomed everyone to the meeting.
- Minutes of last meeting: 
They were agreed.
- Review of the warnings
Tom Roe reported that a review had begun.
=> @ Vale Flood Partnership | 2011-05-04 | None
=> None | Welcome
=> None | Minutes of last meeting
=> - agreed | | They were agreed
=> None | Review of the warnings
----
Vale Flood Group
Minutes of meeting held on 4 May 2011
Present: Jane Hill (Chair), Tom Roe
13. / Welcome
JH welcomed Ann Lee, who will help with the plan.

Minutes of the last Meeting
Minutes agreed from last meeting.

Flood Warnings
JH told the group where the warnings stand. The choice has been put off.
=> @ Vale Flood Group | 2011-05-04 | None
=> 13 | Welcome
=> None | Minutes of the last Meeting
=> - agreed | | Minutes agreed from last meeting
=> None | Flood Warnings
----
Vale Flood Group
Minutes of meeting held on 4 May 2011
Attendees: Jane Hill (Chair), Tom Roe
1. / JH Welcomed the group.
2. / Minutes of last meeting
The minutes were agreed.
=> @ Vale Flood Group | 2011-05-04 | None
=> 1 | None
=> 2 | Minutes of last meeting
=> - agreed | | The minutes were agreed
----
Minutes of the Vale Transport Body
4 May 2011
Present: Jane Hill, Tom Roe

VTB      APOLOGIES FOR ABSENCE
63/19
         Apologies were given as above.

VTB      RAIL PLAN
64/19
         The plan was read.
=> @ Vale Transport Body | 2011-05-04 | None
=> VTB 63/19 | APOLOGIES FOR ABSENCE
=> VTB 64/19 | RAIL PLAN
----
Minutes of the Vale Liaison Group
4 May 2011
Present: Jane Hill, Tom Roe, Ann Lee

Matters Arising

  1. Standing Orders. A copy of them is to go round.
  2. Health & Safety. Ann Lee asked for the paper again.

Any other business

  1. The Stables, Greendown. No objections were found.
=> @ Vale Liaison Group | 2011-05-04 | None
=> None | Matters Arising
=> None | Any other business
"""

RUN_ON = """
Ash and Oak Health Forum held on Wednesday 4 May 2011 Town Hall Ash Present: Ann Lee, Chair (Ash CVS), Joe Dale \
(NHS Vale), Mary Fox (Ash BC) Apologies: Tom Roe (Oak DC), Sue Moss Welcome and introductions Ann Lee welcomed \
everybody to the forum. Minutes of the last meeting The minutes were agreed as a true record. Matters arising \
There were none. Winter Pressures The PCT has put more money into home care this winter and will say in the spring \
how much of it was spent. Date of next meeting Tuesday 6 December 2011. All are asked to send what they wish to \
have read there.
=> None | Welcome and introductions
=> None | Minutes of the last meeting
=> - agreed | | The minutes were agreed
=> None | Matters arising
=> None | Winter Pressures
=> None | Date of next meeting
----
Oak Waste Partnership Notes of meeting 4 May 2011, Committee Room 1, Ash Civic Centre Attendees Ann Lee (AL) Oak \
County Council, Joe Dale (JD) Ash BC, Mary Fox (MF) Vale DC Item Discussion Action 1 Apologies Apologies had been \
received from Tom Roe and Sue Moss. 2 Minutes of meeting held on 1 April 2011 Agreed as a correct record. 3 \
Recycling credits MF asked whether the rate would change. AL said that it would rise by 3 per cent. Action: AL to \
send the new rates AL 4 Depot visits A list of visits was tabled. 5 AOB There was no other business. It was a long \
meeting and all were glad of the tea that was served.
=> 1 | Apologies
=> 2 | Minutes of meeting held on 1 April 2011
=> - agreed | | Agreed as a correct record
=> 3 | Recycling credits
=> - action | AL | AL to send the new rates
=> 4 | Depot visits
=> 5 | AOB
----
Vale Leaders' Panel Minutes Wednesday 4 May 2011 PRESENT Councillor Jane Hill, Leader (+ Regeneration) Councillor \
Tom Roe, Deputy Leader (+ Residents) Councillor Ann Lee, Member for Housing 161. MINUTES OF THE PANEL MEETING HELD \
ON 11 FEBRUARY 2011 RESOLVED: That the minutes of the meeting of the Panel be confirmed and signed, and that the \
outstanding actions be noted. 162. APOLOGIES FOR ABSENCE There were no apologies for absence. 163. CAPITAL \
PROGRAMME - CHANGES AT QUARTER 3 2010/11 RESOLVED: That approval be given to the changes of the budget as at \
quarter 3 for 2010/11 as set out in the report. 164. MATTERS ARISING ON THE MINUTES 52 Rail Links The Secretary \
said that nobody had yet been asked about the line to Ashby.
=> 161 | MINUTES OF THE PANEL MEETING HELD ON 11 FEBRUARY 2011
=> - resolved | | That the minutes of the meeting
=> 162 | APOLOGIES FOR ABSENCE
=> 163 | CAPITAL PROGRAMME - CHANGES AT QUARTER 3 2010/11
=> - resolved | | That approval be given
=> 164 | MATTERS ARISING ON THE MINUTES
----
Vale Health Partnership Notes of the meeting held on 4 May 2011 at Ash House Present: Jane Hill (Vale Council) Tom \
Roe (Ash Trust) Ann Lee (Oak Charity) Apologies: Peter Clay (Elm Trust) 1 Welcome and introductions The Chair \
opened the meeting and everybody said who they were. 2 Minutes of the last meeting These were agreed with one \
change to the list of those present. 3 Plan of Work for the Year Slides showed what is left to do. 3a Rail Links \
Tom Roe reported on the 4 lines that were shut. It was agreed that the map be kept. Action TR 4 Any other business \
None. 5 Date of next meeting 6 July 2011
=> 1 | Welcome and introductions
=> 2 | Minutes of the last meeting
=> - agreed | | These were agreed
=> 3 | Plan of Work for the Year
=> 3a | Rail Links
=> - action | TR | It was agreed that the map be kept.
=> 4 | Any other business
=> 5 | Date of next meeting
----
OAK LEADERS FORUM MINUTES 4 May 2011 10.00am Committee Room 2, County Hall Attendees: Cllr Jane Hill (Oak CC), \
Cllr Tom Roe (Ash BC), Ann Lee (Vale DC) Apologies received from Cllr Peter Clay, Elm DC. (1) Apologies and \
Welcome Cllr Hill welcomed all to the second meeting and thanked Ash BC for its room. (2) Growth Deal Ann Lee gave \
a talk on the bid. Leaders spoke of the sums and of the time there is to spend them. RESOLVED: That the bid be \
sent in June. (3) Strategic Planning Chief executives have met twice and will meet again when the bid has been \
read. RESOLVED: That a joint plan be drawn up.
=> 1 | Apologies and Welcome
=> 2 | Growth Deal
=> - resolved | | That the bid be sent in June.
=> 3 | Strategic Planning
=> - resolved | | That a joint plan be drawn up.
----
OFFICIAL - Vale Police Board – May Meeting 4 May 2011, 10am-12pm Via MS Teams Attendees: Jane Hill (Vale Police) \
Tom Roe (Ash Council) Ann Lee (Oak Council) PART ONE Agenda Subject Action Item 1. Minutes and Actions of the last \
meeting – 2 March 2011 The Chair welcomed all, those at home too. The minutes were agreed. The list of actions was \
read through, and those that are still open were put on the plan for the year with the names of those who are to \
see to each of them. 2. Performance Report The Board was shown the figures of the year, ward by ward, with those \
of the four years before;
=> 1 | Minutes and Actions of the last meeting – 2 March 2011
=> - agreed | | The minutes were agreed.
=> 2 | Performance Report
----
Vale Transport Body held on the 4th May 2011 at Ash House Present Cllr Jane Hill (Chairman, Vale CC), Tom Roe (Ash CC) \
Apologies Ann Lee (Vale CC) Introductions & Welcome CLLR JANE HILL (Chairman) opened the meeting and welcomed all. She \
said that the time for the schemes is short. Minutes of Last Meeting and Matters Arising The minutes of the meeting \
held on 2 March 2011 were agreed. Options for the role of the body TOM ROE (Ash CC) introduced the paper and went \
round the table with it. The members of the body thanked him for the paper and for the map that he had drawn for them.
=> None | Introductions & Welcome
=> None | Minutes of Last Meeting and Matters Arising
=> - agreed | | The minutes of the meeting
=> None | Options for the role of the body
----
Vale Fifties Forum Notes of meeting held on 4 May 2011 at Ash House Present Jane Hill Tom Roe Ann Lee Apologies: Peter \
Clay 1.0 Welcome JH welcomed everyone to the meeting and said how glad she was of the number who had come in the rain. \
2.0 Introductions Everyone introduced themselves and said what they do in the vale and in the town. 3.0 What is a \
Forum? JH gave an outline of what other towns have and of what they spend on it. 4.0 Plan (Draft) Progress Report TR \
gave the news of the plan and it was agreed that the plan be kept as it is.
=> 1.0 | Welcome
=> 2.0 | Introductions
=> 3.0 | What is a Forum?
=> 4.0 | Plan (Draft) Progress Report
=> - agreed | | the plan be kept
----
Draft Version Two Vale Association of Councils Meeting of the Vale Committee at 10.15 am on Saturday 4 May 2011 at Ash \
House Present: Councillors Hill, Roe and Clay 1: Welcome and apologies 1.1 Members stood in silence for Bob Lane, who \
had led the Association for twenty years and had never missed a meeting. 2: Membership Ann Lee was asked to join the \
Committee for the year. 3: Flood plan 3.1 The plan was read, and the map that goes with it was shown on the wall of \
the room. It was agreed that the plan be kept. Those who had drawn the map were thanked by all who were there for it.
=> 1 | Welcome and apologies
=> 2 | Membership
=> 3 | Flood plan
=> - agreed | | the plan be kept
"""


def told(path, text):
    path.write_text(text, encoding="utf-8")
    return as_json([read_paper(path)])["meetings"][0]


def shape(meeting):
    """Items and decisions as the expected lines have them: number and title, kind, owners and the text."""
    lines = []
    for item in meeting["items"]:
        lines.append((str(item["number"]), str(item["title"])))
        lines += [(each["kind"], ", ".join(each["owners"]), each["text"]) for each in item["decisions"]]
    return lines


def expected(rows):
    for row in rows:
        cells = [cell.strip() for cell in row.lstrip("- ").split("|")]
        yield tuple(cells)


def parted(cases):
    for case in cases.split("----\n"):
        text, *rows = case.strip("\n").split("\n=> ")
        yield text + "\n", [row.strip() for row in rows]


def alike(found, wanted):
    return found[:-1] == wanted[:-1] and (wanted[-1] in found[-1] if len(wanted) == 3 else found == wanted)


@pytest.mark.parametrize("case", list(parted(PAPERS)), ids=lambda case: case[1][1])
def test_a_copied_page_gives_its_body_its_day_and_each_item_with_what_was_decided(tmp_path, case):
    text, (head, *rows) = case
    meeting = told(tmp_path / "paper.txt", text)
    body, day, place = (cell.strip() for cell in head.lstrip("@ ").split("|"))
    assert [str(meeting[key]) for key in ("body", "date", "venue")] == [body, day, place]
    found, wanted = shape(meeting), list(expected(rows))
    assert len(found) == len(wanted) and all(map(alike, found, wanted)), found


@pytest.mark.parametrize("case", list(parted(RUN_ON)), ids=lambda case: case[1][0])
def test_a_paper_that_lost_its_line_breaks_still_has_its_titles(tmp_path, case):
    text, rows = case
    meeting = told(tmp_path / "paper.txt", text)
    assert meeting["date"] == "2011-05-04"
    found, wanted = shape(meeting), list(expected(rows))
    assert len(found) == len(wanted) and all(map(alike, found, wanted)), found
