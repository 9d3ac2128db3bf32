"""Heads of minutes in other house styles: body, day, times and place; places and people are made up."""

import pytest

from leadnet.documents import as_json, read_paper
from leadnet.documents.lists.well_spelt import well_spelt

# The head of a paper, and what it says: body, day, start, end, place
HEADS = """
Vale Forum
Minutes of a meeting held at Ash House on 12 April 2010, commencing at 2.00 PM and concluded at 4.50 PM

Present: Jane Hill
=> Vale Forum | 2010-04-12 | 14:00 | 16:50 | Ash House
----
Vale Green Group

Tuesday 26 April 2011 7pm – 9pm

Ash House Library

Old Road, London SE13

Present: Jane Hill
=> Vale Green Group | 2011-04-26 | 19:00 | 21:00 | Ash House Library Old Road, London SE13
----
VALE PARTNERSHIP
Minutes of the meeting held on Monday, 12 April 2010
in a Conference Room, Ash House, Thornby

Present: Jane Hill

The meeting started at 10.35am.
=> VALE PARTNERSHIP | 2010-04-12 | 10:35 |  | Conference Room, Ash House, Thornby
----
Vale Forum
12 April 2010
Time commenced : 6.30 pm
Time finished : 9.10 pm

Present: Jane Hill
=> Vale Forum | 2010-04-12 | 18:30 | 21:10 |
----
VALE BOROUGH COUNCIL
AREA 4 FORUM

Ashby Sunnyside Leisure Centre          Tuesday, 18 July 2006          Time: 6.30 p.m.

Present: Jane Hill
=> VALE BOROUGH COUNCIL AREA 4 FORUM | 2006-07-18 | 18:30 |  | Ashby Sunnyside Leisure Centre
----
VALE & ASHBY JOINT COMMITTEE

FOR GROWTH AND SKILLS

Friday 21 November 2014

Present: Jane Hill
=> VALE & ASHBY JOINT COMMITTEE FOR GROWTH AND SKILLS | 2014-11-21 |  |  |
----
Minutes/Action Points of the Vale Local Children’s Partnership Meeting on 25th January 2011

Present: Jane Hill
=> Vale Local Children’s Partnership | 2011-01-25 |  |  |
----
Vale and Ashby Council for Voluntary Service Annual General Meeting

16 September 2014

Present: Jane Hill
=> Vale and Ashby Council for Voluntary Service | 2014-09-16 |  |  |
----
Vale Landfill Liaison Committee
on 2 August 2010 at 5.30 p.m.
at St. Mary Church Hall, Mill Lane, Ashby

Minutes

Present: Jane Hill
=> Vale Landfill Liaison Committee | 2010-08-02 | 17:30 |  | St. Mary Church Hall, Mill Lane, Ashby
----
Vale Sure Start Advisory Board meeting

Date & Time:	Thursday 13th February 2014
		1pm-2.30pm
Venue:		Mill Primary Academy
		Mill Lane
		Ashby

Present: Jane Hill
=> Vale Sure Start Advisory Board | 2014-02-13 | 13:00 | 14:30 | Mill Primary Academy, Mill Lane, Ashby
----
Minutes of the Meeting of the Vale Business Board MINUTES OF THE MEETING OF THE VALE BUSINESS BOARD HELD ON 4 May 2011
Present: Jane Hill
=> Vale Business Board | 2011-05-04 |  |  |
----
MINUTES of the meeting CARERS’ TOPIC GROUP held on 4 May 2011.
Present:
Jane Hill
=> CARERS’ TOPIC GROUP | 2011-05-04 |  |  |
----
Agenda and minutes
Vale Economic Partnership (expired)
4 May 2011
Present:
Jane Hill
=> Vale Economic Partnership | 2011-05-04 |  |  |
----
11-19 (25) Vale Learning Partnership Meeting
4 May 2011
Present:
Jane Hill
=> 11-19 (25) Vale Learning Partnership | 2011-05-04 |  |  |
----
Agenda and minutes
Parish Council Liaison Meeting
4 May 2011
Present:
Jane Hill
=> Parish Council Liaison Meeting | 2011-05-04 |  |  |
----
LSCB Minutes May 2011
Vale LSCB Meeting Minutes
4 May 2011
Present:
Jane Hill
=> Vale LSCB | 2011-05-04 |  |  |
----
Vale Catchment Steering Group Workshop 04-05-2011
Attendees:
Jane Hill
=> Vale Catchment Steering Group | 2011-05-04 |  |  |
----
Harbour House
Ash Street

NOTES OF THE VALE PORT COMMITTEE MEETING HELD ON 4 MAY 2011
CHARTER ROOM, GUILDHALL, ASHBY

Present:
Jane Hill
=> VALE PORT COMMITTEE | 2011-05-04 |  |  | CHARTER ROOM, GUILDHALL, ASHBY
----
Vale Flood Board minutes
Date / 4 May 2011
Place / ABP Ashby
Present:
Jane Hill
=> Vale Flood Board | 2011-05-04 |  |  | ABP Ashby
----
Vale Flood Board minutes
Date 4 May 2011 Venue: Yacht Harbour, Ashby Time 10.00 - 12.00
Present:
Jane Hill
=> Vale Flood Board | 2011-05-04 | 10:00 | 12:00 | Yacht Harbour, Ashby
----
Date: 4 May 2011
Present:
Jane Hill

1. Minutes of the Previous Meeting
The minutes of the Previous Meeting were read.
=>  | 2011-05-04 |  |  |
----
DRAFT Vale Hills Partnership Committee
Minutes of the meeting at Ash Village Club
4 May 2011
Present:
Jane Hill
=> Vale Hills Partnership Committee | 2011-05-04 |  |  | Ash Village Club
----
Minutes of the Vale Safeguarding Adults Board (VSAB) Meeting
4 May 2011
Present:
Jane Hill
=> Vale Safeguarding Adults Board | 2011-05-04 |  |  |
----
MINUTES OF THE PARISH LIAISON MEETING
4 May 2011
Present:
Jane Hill
=> PARISH LIAISON MEETING | 2011-05-04 |  |  |
----
A meeting of Young People's Partnership was held on Wednesday, 4th May, 2011.
Present: Jane Hill
=> Young People's Partnership | 2011-05-04 |  |  |
----
Local Nature Partnership Meeting Minutes
Subject: | Vale and Ambershire
Local Nature Partnership Board Meeting
Date: | 4 May 2011
Attendees:
Jane Hill | Vale Council
=> Vale and Ambershire Local Nature Partnership Board | 2011-05-04 |  |  |
----
Making Ashby a Dementia Friendly Town
Date / Wednesday 4 May 2011
Present: Jane Hill
=> Making Ashby a Dementia Friendly Town | 2011-05-04 |  |  |
----
AMBERSHIRE ROAD SAFETY PARTNERSHIP
Minutes of Strategic Board
4 May 2011
RSPB Ashby Moss
Present: Jane Hill
=> AMBERSHIRE ROAD SAFETY PARTNERSHIP | 2011-05-04 |  |  | RSPB Ashby Moss
----
To: All members of the Wolds Board
Vale Flood Forum
Minutes of the meeting held on 4 May 2011
Present: Jane Hill
=> Vale Flood Forum | 2011-05-04 |  |  |
----
AMBERSHIRE LEADERS' FORUM

MINUTES of the meeting held on Thursday, 12th March 2009 at 10.00 am in the Alder Room, Sessions House, Thornbridge

PRESENT: Jane Hill (Chair), Tom Brook
=> AMBERSHIRE LEADERS' FORUM | 2009-03-12 | 10:00 |  | Alder Room, Sessions House, Thornbridge
----
Minutes of the Thornbridge and Vale
Community Safety Partnership
held at 2.00pm on Tuesday 3rd November 2015
in Committee Room 2, Civic Centre, Thornbridge
Present:
Jane Hill
=> Thornbridge and Vale Community Safety Partnership | 2015-11-03 | 14:00 |  | Committee Room 2, Civic Centre, Thornbridge
----
Meeting: Ambershire Health and Wellbeing Board
Date: 02/07/2013
Time: 14:00 - 16:30
Venue: Council Chamber, Town Hall, Mill Street
Date of next meeting: 3 September 2013
Present:
Jane Hill
=> Ambershire Health and Wellbeing Board | 2013-07-02 | 14:00 | 16:30 | Council Chamber, Town Hall, Mill Street
----
Ambershire Local Strategic Partnership Executive
Notes of the last meeting: 4 January 2008
Next meeting: 9 May 2008

Friday 7 March 2008, 9.30am – 12 noon, The Old Library, Market Place

Attendance:
Jane Hill (Ambershire County Council)
=> Ambershire Local Strategic Partnership Executive | 2008-03-07 | 09:30 | 12:00 | The Old Library, Market Place
----
Published 24 June 2016
Vale Transport Board
Decisions
Meeting held 20 June 2016
=> Vale Transport Board | 2016-06-20 |  |  |
----
Notes of Thornbridge Children's Trust Executive Group - July 2nd, 2008
Attendees: Jane Hill
=> Thornbridge Children's Trust Executive Group | 2008-07-02 |  |  |
----
Agenda item 4
Paper A
Ambershire Compact Steering Group, 14 October 2010
DRAFT Minutes of the Ambershire Compact Steering Group held on 15 July 2010, 2pm, at Age Concern, Station Road, Thornbridge
Present
Jane Hill
=> Ambershire Compact Steering Group | 2010-07-15 | 14:00 |  | Age Concern, Station Road, Thornbridge
----
VALE RESILIENCE FORUM - EXECUTIVE GROUP
Record of meeting held on 17.09.12 at 1400 hrs
Police Headquarters, Thornbridge
Present: Jane Hill
=> VALE RESILIENCE FORUM - EXECUTIVE GROUP | 2012-09-17 | 14:00 |  | Police Headquarters, Thornbridge
----
# Ambershire Economic Board: key points

**Date:** Wednesday 6 February 2019
**Time:** 10am to 12pm
**Location:** Microsoft Teams

## 1. Welcome
Jane Hill welcomed everyone.
=> Ambershire Economic Board | 2019-02-06 | 10:00 | 12:00 | Microsoft Teams
----
| Meeting | Vale Area Partnership |
|---|---|
| Date | 5th May 2011 |
| Time | 6.30pm - 8.15pm |
| Venue | Vale Community Centre |

Present: Jane Hill
=> Vale Area Partnership | 2011-05-05 | 18:30 | 20:15 | Vale Community Centre
----
Ambershire Chief Executives' Group
Minutes 2/7/07
Present: Jane Hill, Tom Brook
=> Ambershire Chief Executives' Group | 2007-07-02 |  |  |
----
Ambershire Improvement and Efficiency Partnership
Minutes of the residential meeting held 2 - 4 July 2007 at the Riverside Hotel, Thornbridge
Present: Jane Hill
=> Ambershire Improvement and Efficiency Partnership | 2007-07-02 |  |  | Riverside Hotel, Thornbridge
----
Vale Youth Forum
Minutes of meeting on Monday 2 July
Present: Jane Hill
=> Vale Youth Forum |  |  |  |
----
MINUTES OF A MEETING OF THE
JOINT WASTE COMMITTEE
HELD IN THE COUNCIL CHAMBER, TOWN HALL, THORNBRIDGE
ON WEDNESDAY 21 JANUARY 2015 COMMENCING AT 5.30 PM
PRESENT:
Councillor J Hill (Chairman)
=> JOINT WASTE COMMITTEE | 2015-01-21 | 17:30 |  | COUNCIL CHAMBER, TOWN HALL, THORNBRIDGE
----
Agenda and minutes

Ambershire Police and Crime Panel - Thursday, 18th April, 2019 10.00 am

Venue: The Guildhall, Thornbridge. View directions

Contact: Tom Brook, Democratic Services Tel: 01234 567890 Email: tom@ambershire.example

Items

No. Item
1. Apologies
=> Ambershire Police and Crime Panel | 2019-04-18 | 10:00 |  | The Guildhall, Thornbridge
----
Minutes of LGR Programme Board meeting 14th May 2025 (via Teams)
Attendees: Jane Hill (AC)
=> LGR Programme Board | 2025-05-14 |  |  | Teams
----
Ambershire County Council

Vale and Thornbridge Joint Committee

Minutes of a meeting held on 19 September 2011 at County Hall, Thornbridge at 7.00pm.

Present
Mrs J Hill
=> Vale and Thornbridge Joint Committee | 2011-09-19 | 19:00 |  | County Hall, Thornbridge
----
Action Log – Ambershire Devolution Programme Board – 12 Nov 2024

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| 1 | Share the plan | JH | 30/11/24 | Open |
=> Ambershire Devolution Programme Board | 2024-11-12 |  |  |
----
NOTES OF THE MEETING OF THE VALE RURAL FORUM

Date and time: 10:00 - 12:30, 8 December 2022
Place: Online (Zoom)

Members present: Jane Hill
=> VALE RURAL FORUM | 2022-12-08 | 10:00 | 12:30 | Online (Zoom)
----
Draft v2 printed 12/08/2014
AMBERSHIRE SAFEGUARDING ADULTS BOARD
MINUTES
28 July 2014
10.00 – 12.30
Alder House, Thornbridge
Present
Jane Hill
=> AMBERSHIRE SAFEGUARDING ADULTS BOARD | 2014-07-28 | 10:00 | 12:30 | Alder House, Thornbridge
----
Ambershire Strategic Partnership
Board Meeting
Tuesday 14 June 2011 at 2.00 p.m. in the Ambershire Suite, County Hall
Minutes
Present: Jane Hill
=> Ambershire Strategic Partnership | 2011-06-14 | 14:00 |  | Ambershire Suite, County Hall
----
Vale Health Partnership (VHP)
Summary of discussions and key points from the meeting on 11 October 2017
1. Winter plan
The Partnership agreed the winter plan.
=> Vale Health Partnership | 2017-10-11 |  |  |
----
Meeting of the Ambershire Joint Scrutiny Panel
held in the Mayor's Parlour, Town Hall, Thornbridge on Monday, the 9th day of February, 2009 at 6.00 o'clock p.m.
Present: Councillor Hill (Chair); Councillors Brook and Ash
=> Ambershire Joint Scrutiny Panel | 2009-02-09 | 18:00 |  | Mayor's Parlour, Town Hall, Thornbridge
----
Decision details

LOCAL PLAN

Decision Maker: Vale Joint Planning Committee

Decision status: Recommendations approved

Publication date: 14/03/2012

Date of decision: 09/03/2012

Decision:

That the plan be approved.
=> Vale Joint Planning Committee | 2012-03-09 |  |  |
----
THORNBRIDGE TOWN CENTRE PARTNERSHIP
Minutes of the Board Meeting held in the Corn Exchange on Thursday 20th September 2007 at 8.30am
In attendance:
Jane Hill
=> THORNBRIDGE TOWN CENTRE PARTNERSHIP | 2007-09-20 | 08:30 |  | Corn Exchange
----
Tuesday, November 18, 2008
Posted by admin at 10:41
Vale Climate Alliance minutes 4.11.08
Present: Jane Hill, Tom Brook
=> Vale Climate Alliance | 2008-11-04 |  |  |
----
Ambershire Growth Board Minutes
Held: 13:00-15:00, Thursday 25th January 2018
At: Vale District Council Offices, Gorse Lane, Vale
Present:
Jane Hill
=> Ambershire Growth Board | 2018-01-25 | 13:00 | 15:00 | Vale District Council Offices, Gorse Lane, Vale
----
Meeting documents

Flood Liaison Group
Thursday 15 March 2012 6.00 pm

ROYAL VALE FLOOD FORUM
15TH MARCH 2012
18.00 COUNCIL CHAMBER, TOWN HALL, THORNBRIDGE

MINUTES

Present
Jane Hill
=> ROYAL VALE FLOOD FORUM | 2012-03-15 | 18:00 |  | COUNCIL CHAMBER, TOWN HALL, THORNBRIDGE
----
Vale Strategic Partnership

Notes of the meeting of the Vale Strategic Partnership

Form and Function Group

Thursday 22May 2008, County Hall, Thornbridge

Present:
Jane Hill
=> Vale Strategic Partnership Form and Function Group | 2008-05-22 |  |  | County Hall, Thornbridge
----
Ambershire Strategic Partnership

Executive Board

Notes of meeting held on 14 March 2012
Present:
Jane Hill
=> Ambershire Strategic Partnership Executive Board | 2012-03-14 |  |  |
----
Minutes of 1st Board meeting
Thornbridge, Vale and Wolds Local Nature Partnership
Held 10.00 a.m. – 12.00noon on 18th January 2013
At Board Room, Barrack Street, Thornbridge TB34 4RL
Present:
Jane Hill
=> Thornbridge, Vale and Wolds Local Nature Partnership | 2013-01-18 | 10:00 | 12:00 | Board Room, Barrack Street, Thornbridge TB34 4RL
----
VALE RAILWAY PARTNERSHIP DEVELOPMENT GROUP (PDG)
Minutes of a meeting of the PDG held on Friday 26 June 2020
Present:
Jane Hill
=> VALE RAILWAY PARTNERSHIP DEVELOPMENT GROUP | 2020-06-26 |  |  |
----
WOLDS LEP BOARD OF DIRECTORS
Minutes of the Meeting
6 August 2019
Present:
Jane Hill
=> WOLDS LEP BOARD OF DIRECTORS | 2019-08-06 |  |  |
----
Community Rail Partnership Board Meeting Minutes
Date: Thursday 18th March 2021 Place: Online (VIA TEAMS) Time: 1300-1600
Present:
Jane Hill
=> Community Rail Partnership Board | 2021-03-18 | 13:00 | 16:00 | Online (VIA TEAMS)
----
Minutes of a meeting of the Vale, Barrow, and the Wolds Area Forum held at the “The Old Mill”, Rawson College, Vale on Wednesday 12 November 2008
Present
Jane Hill
=> Vale, Barrow, and the Wolds Area Forum | 2008-11-12 |  |  | “The Old Mill”, Rawson College, Vale
----
Minutes of Meeting of Wolds Voices Board

Tuesday, 4 February 2014 at 2.00 pm

Roadside Advocacy, Wilson House, 14 Charles Street, Thornbridge TB1 2AQ

Present:
Jane Hill
=> Wolds Voices Board | 2014-02-04 | 14:00 |  | Roadside Advocacy, Wilson House, 14 Charles Street, Thornbridge TB1 2AQ
----
AMBERSHIRE AND VALE ENTERPRISE NETWORK
Note of a Board Meeting
21st March 2011, Vale University, Mill Lane, Thornbridge

Present
Jane Hill
=> AMBERSHIRE AND VALE ENTERPRISE NETWORK | 2011-03-21 |  |  | Vale University, Mill Lane, Thornbridge
----
Ambershire Carers Alliance
Interim Board Meeting
Monday 10th March 2014
10.00 am. Mill Hall, Thornbridge
Present:
Jane Hill
=> Ambershire Carers Alliance Interim Board | 2014-03-10 | 10:00 |  | Mill Hall, Thornbridge
----
Minutes of the
VSCB Full Board Meeting
14 March 2018
Venue: Mill Suite
Vale Safeguarding Children Board
Present:
Jane Hill
=> Vale Safeguarding Children Board | 2018-03-14 |  |  | Mill Suite
----
VALE COUNCIL ON AGEING
Minutes of the Vale Council on Ageing Meeting held at 10.30am on Wednesday 24 July 2013 in the Training Room, Mill House
Present:
Jane Hill
=> Vale Council on Ageing | 2013-07-24 | 10:30 |  | Training Room, Mill House
----
ASSOCIATION OF AMBERSHIRE COUNCILS

MINUTES OF THE TWELFTH ANNUAL MEETING OF THE ASSOCIATION
HELD ON WEDNESDAY, 30 APRIL 2008
Present:
Jane Hill
=> ASSOCIATION OF AMBERSHIRE COUNCILS | 2008-04-30 |  |  |
----
4 Villages Partnership
11th November 2009
6pm, Mill School
Present:
Jane Hill
=> 4 Villages Partnership | 2009-11-11 | 18:00 |  | Mill School
----
AB12 Forum minutes 8 October 2013

AB12 Forum Community Partnership minutes
Date: Tuesday 8 October 2013
Present:
Jane Hill
=> AB12 Forum Community Partnership | 2013-10-08 |  |  |
----
MEETING OF AMBERSHIRE CRIME PANEL

Thursday 25 October 2012
Vale District Council
Wallgate, Thornbridge

Present:
Jane Hill
=> AMBERSHIRE CRIME PANEL | 2012-10-25 |  |  | Vale District Council Wallgate, Thornbridge
----
Sport Vale Board Minutes
1.30pm, Tuesday 21st February 2017
Ann Charles Centre for Sport

Present:
Jane Hill
=> Sport Vale Board | 2017-02-21 | 13:30 |  | Ann Charles Centre for Sport
----
Meeting           VALE CHILDREN BOARD               Venue      ROOM 2
Date              TUESDAY 9TH JUNE 2009             Start Time 9.00AM    Finish Time 12.00NOON
Present:
Jane Hill
=> VALE CHILDREN BOARD | 2009-06-09 | 09:00 | 12:00 | ROOM 2
----
Vale Tourism Committee Meeting

20 September 2016

Present: Jane Hill

Apologies: Tom Roe

Venue - Mill Office

Time 2:00pm
=> Vale Tourism Committee | 2016-09-20 | 14:00 |  | Mill Office
----
VALE Local Enterprise Partnership

Present: Jane Hill, Tom Roe

Friday 30th September 2011

1. Apologies

None were sent.
=> VALE Local Enterprise Partnership | 2011-09-30 |  |  |
----
Vale Joint Committee Meeting held on 8 November 2016 at 7.00 pm at Mill Hall
(7.00 - 9.00 p.m.)
Present:
Jane Hill
=> Vale Joint Committee | 2016-11-08 | 19:00 | 21:00 | Mill Hall
----
Item 1.3: CONFIRMED Key Points from the Board

VALE ENTERPRISE PARTNERSHIP BOARD MEETING

Wednesday, 19 May, 2021

1. Present and Apologies

Present:
Jane Hill
=> VALE ENTERPRISE PARTNERSHIP BOARD | 2021-05-19 |  |  |
----
Vale Rural Group Meeting – 16th February 2015

Present:
Jane Hill

The Chair opened the meeting at 1.00 p.m. and welcomed Ann Lee.
=> Vale Rural Group | 2015-02-16 | 13:00 |  |
----
AMBERSHIRE MARSH

FLOOD FORUM

MINUTES OF MEETING HELD ON 4 MAY 2011

Present:
Jane Hill
=> AMBERSHIRE MARSH FLOOD FORUM | 2011-05-04 |  |  |
----
BOROUGH OF THORNBY

RURAL FORUM

Minutes of the meeting held on 4 May 2011

Present:
Jane Hill
=> RURAL FORUM | 2011-05-04 |  |  |
----
At a meeting of the Vale Flood Board (VFB) held via Zoom on 4 May 2011 at 10am.

1. Welcome

Jane Hill welcomed all.

2. Flood plan

The map was late.
=> Vale Flood Board | 2011-05-04 | 10:00 |  | Zoom
----
15 June 2011

4 MAY 2011 AT 6.30 P.M.

Present:
J Hill (Chairman), T Roe
=>  | 2011-05-04 | 18:30 |  |
----
Minutes of the meeting of the Vale Flood Panel held on 4 May 2011

Cllr Jane Hill chaired the meeting

Present: Jane Hill
=> Vale Flood Panel | 2011-05-04 |  |  |
----
Vale Police Service Meeting with Chairs of the Ashby User Groups
Wednesday 4 May 2011 at 5.30pm

Present: Jane Hill
=> Vale Police Service Meeting with Chairs of the Ashby User Groups | 2011-05-04 | 17:30 |  |
----
Ash House, Vale Business Park, Ashby-On-Dean
at 10.00am on Wednesday May 4th 2011

Present: Jane Hill
=>  | 2011-05-04 | 10:00 |  | Ash House, Vale Business Park, Ashby-On-Dean
----
Minutes of meeting/AGM held Wednesday 4 May 2011

Present: Jane Hill
=>  | 2011-05-04 |  |  |
----
Minutes of the Vale Estuary Partnership Meeting Sailing Club on 4 May 2011

Present: Jane Hill
=> Vale Estuary Partnership | 2011-05-04 |  |  |
----
Draft Version Two. Meeting of the Vale Committee at 10.15 am on Wednesday 4 May 2011 at Ash House

Present: Jane Hill
=> Vale Committee | 2011-05-04 | 10:15 |  | Ash House
----
Vale Families Board
5 – 7pm, Wednesday 4 May 2011
Room M71, Town Hall, Ash Place (5 Dean Crescent,
Ashby AS14 2BG)

Present: Jane Hill
=> Vale Families Board | 2011-05-04 | 17:00 | 19:00 | Room M71, Town Hall, Ash Place (5 Dean Crescent, Ashby AS14 2BG)
----
Minutes from Vale Catchment Partnership Meeting

4 May 2011

Ashton Meadows, Dean Wildlife Trust

Present: Jane Hill
=> Vale Catchment Partnership | 2011-05-04 |  |  | Ashton Meadows, Dean Wildlife Trust
----
Minutes of a General Meeting of the Vale Forum held on the 4 May 2011 Village Hall Chairman Tom Roe PRESENT: Jane Hill
=> Vale Forum | 2011-05-04 |  |  | Village Hall
----
Minutes of the remote meeting held on Wednesday, 4 May 2011 commencing at 10.00 am.

Present: Jane Hill
=>  | 2011-05-04 | 10:00 |  |
----
Local Partnership for Vale and Ashby
Interim Board,
Wednesday 4 May 2011
The Interim Board meeting on 14 June 2011 was of another mind about paragraphs 3.5 to 3.8 of this document and said so.

Present: Jane Hill
=> Local Partnership for Vale and Ashby | 2011-05-04 |  |  |
----
Notes of the plenary meeting

Wednesday 4 May 2011
Oak Suite, Vale Holland House Hotel

Present: Jane Hill
=>  | 2011-05-04 |  |  | Oak Suite, Vale Holland House Hotel
----
PROTECTED
Notes of Meeting
LEADERSHIP BOARD
Meeting held at Ash House, Ashby at 2.00 pm on Wednesday 4 May 2011

Present: Jane Hill
=> LEADERSHIP BOARD | 2011-05-04 | 14:00 |  | Ash House, Ashby
----
Home | All about VALE | Members and Officers | Association meeting dates | Key documents | Links |
Paper 3 -  26 November 2011 Meeting

ASSOCIATION OF VALE & ASHBY LOCAL AUTHORITIES
Minutes of the Association meeting held at Ash House on 4 May 2011 at 10.00 am.

Present: Jane Hill
=> ASSOCIATION OF VALE & ASHBY LOCAL AUTHORITIES | 2011-05-04 | 10:00 |  | Ash House
----
Agenda item no. 3
VALCOM
VALE AIRPORT CONSULTATIVE COMMITTEE
Minutes of the meeting of the Consultative Committee held on 4 May 2011

Present: Jane Hill
=> VALE AIRPORT CONSULTATIVE COMMITTEE | 2011-05-04 |  |  |
----
VF 11/13
Vale Access Forum
Title: Minutes
Meeting Date: 10 July 2011
Author/Contact: Ann Lee
Minutes of meeting held at Ash Village Hall on Wednesday 4th May 2011.

Present: Jane Hill
=> Vale Access Forum | 2011-05-04 |  |  | Ash Village Hall
----
Minutes of a virtual meeting of the Vale Wind Farm – Local Liaison Committee held on Wednesday 4 May 2011 at 4.00 pm

Present: Jane Hill
=> Vale Wind Farm – Local Liaison Committee | 2011-05-04 | 16:00 |  |
----
VCF Vale Carers Forum
Notes of the Public Meeting
Wednesday 4 May 2011

Present: Jane Hill
=> Vale Carers Forum | 2011-05-04 |  |  |
----
Page 1 of 6 Minutes Meeting Vale Airport Consultative Committee ANNUAL GENERAL MEETING Held on Wednesday 4 May 2011 Time 1430 hrs Venue Oak Room, Ash Building, Vale Airport

Present: Jane Hill
=> Vale Airport Consultative Committee | 2011-05-04 | 14:30 |  | Oak Room, Ash Building, Vale Airport
----
Safeguarding Board Meeting Minutes 4 May 2011 (PDF 371kb)

Minutes
Vale Safeguarding Children Board
Wednesday 4 May 2011

Present: Jane Hill
=> Vale Safeguarding Children Board | 2011-05-04 |  |  |
----
Saturday, 28 May 2011 12:37
VNSG Minutes 04/05/2011

4th May 2011, 6.30pm at Ash Town Hall

Present: Jane Hill
=> VNSG | 2011-05-04 | 18:30 |  | Ash Town Hall
----
Vale Care Board Minutes – 4 May 2011
Date: Wednesday 4 May 2011
Time: 10:00–13:00
Venue: Vale Town Council, The Oak Centre, Longwater
Lane, Ashby, AS8 5AH

Present: Jane Hill
=> Vale Care Board | 2011-05-04 | 10:00 | 13:00 | Vale Town Council, The Oak Centre, Longwater Lane, Ashby, AS8 5AH
----
Minutes of a meeting of the Vale Consultative Committee held at Enterprise
House, Vale Airport, on 4 May 2011

Present: Jane Hill
=> Vale Consultative Committee | 2011-05-04 |  |  | Enterprise House, Vale Airport
----
Vale Health Board
Wednesday 4 May 2011, 10.00 am
Room 0.02, Oak House, Ashby

Present: Jane Hill
=> Vale Health Board | 2011-05-04 | 10:00 |  | Room 0.02, Oak House, Ashby
----
Elm Together (formerly known as the Elm Local Strategic Partnership)
Monday 5th March 2012, 10.00 – 12.00
Committee Room 2, Elm Town Hall

Present: Jane Hill
=> Elm Together | 2012-03-05 | 10:00 | 12:00 | Committee Room 2, Elm Town Hall
----
OAK BOROUGH COUNCIL AND ELM DISTRICT COUNCIL
JOINT MEMBERS’ MEETING
23 March 2007
At the Oak Borough Council and Elm District Council Joint Members’ meeting held on 23 March 2007 in the Guildhall, \
Elmton, there were present:

Present: Jane Hill
=> Oak Borough Council and Elm District Council Joint Members’ meeting | 2007-03-23 |  |  | Guildhall, Elmton
----
Vale Economic Board

10.00am 26 January 2021

Virtual Meeting via Zoom

Present: Jane Hill
=> Vale Economic Board | 2021-01-26 | 10:00 |  | Virtual Meeting via Zoom
----
Oak Vale Access Forum
Minutes of the 23rd meeting
Wednesday, 12th March 2014
6:00pm – 8:15pm
The Old Courthouse, Oakham

Present: Jane Hill
=> Oak Vale Access Forum | 2014-03-12 | 18:00 | 20:15 | The Old Courthouse, Oakham
----
Ash Quarry Committee
Meeting of 17th September 2013 held at the Site Office, Ash Quarry commencing at 6.30pm

Present: Jane Hill
=> Ash Quarry Committee | 2013-09-17 | 18:30 |  | Site Office, Ash Quarry
----
ASSOCIATION OF VALE PARISH COUNCILS

Northern Area Committee

Minutes of the meeting held on Wednesday 4 March 2015 at Elm Village Hall

Present: Jane Hill
=> ASSOCIATION OF VALE PARISH COUNCILS Northern Area Committee | 2015-03-04 |  |  | Elm Village Hall
----
Vale Board Meeting
2.00pm, Friday 25th September 2015
Ash Business Park, Elmton

AGENDA
1. Apologies
2. Declarations of Interest
3. Minutes of the Board meeting 22nd June 2015

Item 3
VALE COUNCILS BOARD
MINUTES OF THE MEETING HELD ON 22ND JUNE 2015 AT OAK HOUSE, ELMTON

Present: Jane Hill
=> VALE COUNCILS BOARD | 2015-06-22 |  |  | OAK HOUSE, ELMTON
----
Minutes of Meeting of Annual General Meeting of the Vale Access Forum
Held on Tuesday 26 February 2008
Mill Hall, Ashby

Present: Jane Hill
=> Vale Access Forum | 2008-02-26 |  |  | Mill Hall, Ashby
----
Minutes of Vale Locality Board 3 held on 4 May 2011

Present: Jane Hill
=> Vale Locality Board 3 | 2011-05-04 |  |  |
----
Vale Access Forum
Action notes of the meeting on 4 May 2011
Council Chamber, Town Hall, Ashby, 14:00 – 16:00

Present: Jane Hill
=> Vale Access Forum | 2011-05-04 | 14:00 | 16:00 | Council Chamber, Town Hall, Ashby
----
Vale Access Forum
4 May 2011
14:00 – 16:00, Town Hall, Ashby

Present: Jane Hill
=> Vale Access Forum | 2011-05-04 | 14:00 | 16:00 | Town Hall, Ashby
----
Vale Access Forum
Minutes of the meeting held on 4 May 2011
Town Hall, Ashby, at 10am

Present: Jane Hill
=> Vale Access Forum | 2011-05-04 | 10:00 |  | Town Hall, Ashby
"""  # noqa: E501


@pytest.mark.parametrize("case", HEADS.strip().split("\n----\n"))
def test_body_day_times_and_place_of_a_head(tmp_path, case):
    text, wanted = case.split("\n=> ")
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "paper.txt")])["meetings"]
    said = [meeting[name] or "" for name in ("body", "date", "start_time", "end_time", "venue")]
    assert said == [cell.strip() for cell in wanted.split("|")]


def test_a_page_that_names_no_body_is_that_of_the_board_whose_chair_it_speaks_of(tmp_path):
    page = """<html><head><title>Agenda and minutes | Vale Council</title></head><body><div class="mgContent">
<h1>Agenda and minutes</h1><table class="mgItemTable"><tr><td>1.</td><td><p class="mgAiTitleTxt">Election</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>Jane Hill be elected Chairman of the WFP.</p>
<p>The Wolds Flood Partnership (WFP) is to meet three times a year.</p></div></td></tr></table></div></body></html>"""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "page.html")])["meetings"]
    assert (meeting["body"], meeting["date"]) == ("Wolds Flood Partnership", None)
    assert [limb["text"] for limb in meeting["items"][0]["decisions"]] == ["Jane Hill be elected Chairman of the WFP."]


def test_a_page_without_a_day_is_the_minutes_of_whoever_acts_in_them(tmp_path):
    item = """<tr><td>{0}.</td><td><p class="mgAiTitleTxt">{1}</p><p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>{2}</p></div></td></tr>"""
    items = item.format(1, "Chairman", "The Vale Community Partnership confirmed Jane Hill as Chairman.")
    items += item.format(2, "Flood plan", "The plan was read.")
    page = f"""<html><head><title>Meeting documents | Vale Council</title></head><body><div class="mgContent">
<h1 class="mgMainTitleTxt">Meeting documents</h1><p>Venue: Council Chamber, Vale District Council</p>
<h2 class="mgSectionTitle">Items</h2><table class="mgItemTable">{items}</table></div></body></html>"""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "page.html")])["meetings"]
    assert (meeting["body"], meeting["venue"]) == (
        "Vale Community Partnership",
        "Council Chamber, Vale District Council",
    )
    assert [item["title"] for item in meeting["items"]] == ["Chairman", "Flood plan"]


def test_a_page_that_says_only_committee_takes_the_name_its_minutes_give(tmp_path):
    text = """Joint Committee
Minutes, 4 May 2011
Present: Jane Hill, Tom Roe

1. Minutes
The minutes of the meeting of the South Vale Joint Planning Committee held on 3 March 2011 were read.
"""
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    assert read_paper(tmp_path / "paper.txt").body == "South Vale Joint Planning Committee"


def test_a_page_whose_first_item_holds_the_head_of_the_minutes_takes_body_day_and_place_from_it(tmp_path):
    page = """<html><head><title>Agenda and minutes | Vale Council</title></head><body><div class="mgContent">
<h1>Agenda and minutes</h1><table class="mgItemTable"><tr><td>1.</td><td><p class="mgAiTitleTxt">Apologies</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>WOLDS FORUM</p>
<p>MINUTES of the Meeting held in the Mill Hall on Tuesday 19th January 2010 from 7:00 pm to 9:00 pm.</p>
<p>None were sent.</p></div></td></tr></table></div></body></html>"""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "page.html")])["meetings"]
    assert [meeting[name] for name in ("body", "date", "start_time", "end_time", "venue")] == [
        "WOLDS FORUM",
        "2010-01-19",
        "19:00",
        "21:00",
        "Mill Hall",
    ]


def test_the_last_minutes_of_a_page_without_a_day_are_no_later_meeting(tmp_path):
    page = """<html><head><title>Agenda and minutes | Vale Board</title></head><body><div class="mgContent">
<h1>Agenda and minutes</h1><table class="mgItemTable"><tr><td>1.</td><td><p class="mgAiTitleTxt">Minutes</p>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">
<p>Resolved: That the minutes of the meeting on the 28th May 2010 be confirmed.</p></div></td></tr></table></div>
</body></html>"""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "page.html")])["meetings"]
    assert meeting["next_meetings"] == []


# The lists of a paper below the head of a meeting of the Vale Board, and a row for each person expected
LISTS = """
In Attendance:

Core Members:
Cllr Jane Frost (Chair)
Tom Marsh – Vale Police

Support Team:
Ruth Pike – Vale Trust

Observers:
Ken Moss – Elm Council
=> present Jane Frost, chair
present Tom Marsh, Vale Police
in_attendance Ruth Pike, Vale Trust
in_attendance Ken Moss, Elm Council
----
PRESENT:

Councillors

J Frost (Chair)
T Marsh

Officers

R Pike, Chief Officer (VFRS)
K Moss, Manager, Plans and Data (VFRS)
S Orr, Domestic Violence Adviser (DVA)

In attendance

D Hoare, Vale Union
=> present J Frost, chair
present T Marsh
in_attendance R Pike, VFRS
in_attendance K Moss, VFRS
in_attendance S Orr
in_attendance D Hoare, Vale Union
----
Present: Councillor Frost (Chair)
Councillors Allen, Care, Young and Parish Councillor Marsh

Vale Council, Police and Elm Fire and Rescue Service Officers:

Ruth Pike - Clerk
Inspector Moss - Vale Police

1 Apologies
Apologies were received from Councillor Hill and Roe, and from Ann Hoare (Vale CVS).
=> present Frost, chair
present Allen
present Care
present Young
present Marsh
in_attendance Ruth Pike
in_attendance Moss, Vale Police
apologies Hill
apologies Roe
apologies Ann Hoare, Vale CVS
----
Who was there?
Jane Frost (VC, Co-Chair), Tom Marsh (parent, Co-Chair), Ruth Pike (VC)

Who could not come: Ken Moss (VC) and Sue Orr (ET)

(VC means Vale Council and ET stands for Elm Trust)
=> present Jane Frost, Vale Council, chair
present Tom Marsh, chair
present Ruth Pike, Vale Council
apologies Ken Moss, Vale Council
apologies Sue Orr, Elm Trust
----
Members attending: Jane Frost

Not in attendance / apologies
Tom Marsh

Invited but did not attend
Ruth Pike

Officers supporting the meeting: Sue Orr
=> present Jane Frost
apologies Tom Marsh
absent Ruth Pike
in_attendance Sue Orr
----
Present:
Jane Frost    Vale Council (Chair)
Tom Marsh     Vale Police

2
VALE BOARD 4 MAY 2011

Ruth Pike     Elm Trust

1. Welcome, apologies and substitutions
All were welcomed.
The Board received the following apologies:-
Ken Moss – Vale CVS
Inspector Sue Orr – Vale Police
Substitutions:
Tom Marsh for Inspector Sue Orr – Vale Police.
=> present Jane Frost, Vale Council, chair
present Tom Marsh, Vale Police, for Sue Orr
present Ruth Pike, Elm Trust
apologies Ken Moss, Vale CVS
apologies Sue Orr, Vale Police
----
Present
1 | Jane Frost | Vale Council | 4 | Ken Moss | Vale CVS
2 | Tom Marsh | Resident | 6 | Sue Orr | Vale Police

Apologies
Name | Organisation | Name | Organisation
Ruth Pike | Elm Trust | Di Hoare | Oak Trust
=> present Jane Frost, Vale Council
present Ken Moss, Vale CVS
present Tom Marsh
present Sue Orr, Vale Police
apologies Ruth Pike, Elm Trust
apologies Di Hoare, Oak Trust
----
Present
Jane Frost OBE (Chair)
Cllr Tom Marsh (Trustee) Vale Council
Ruth Pike (Trustee), Charles Wells Brewery
Ken Moss, Oak RVG Chair
Sue Orr, Member with Special Knowledge
=> present Jane Frost, chair
present Tom Marsh, Vale Council
present Ruth Pike, Charles Wells Brewery
present Ken Moss
present Sue Orr
----
Members present:
Jane Frost, Vale Council (Chair)
Tom Marsh, Vale Police

Secretary
Ruth Pike, Vale Council

Partner agencies
Ken Moss, Elm Trust

Apologies: Sue Orr
=> present Jane Frost, Vale Council, chair
present Tom Marsh, Vale Police
in_attendance Ruth Pike, Vale Council
present Ken Moss, Elm Trust
apologies Sue Orr
"""


@pytest.mark.parametrize("case", LISTS.strip().split("\n----\n"))
def test_everybody_in_the_lists_has_the_status_of_the_heading_nearest_above(tmp_path, case):
    text, wanted = case.split("\n=> ")
    (tmp_path / "paper.txt").write_text(f"VALE BOARD 4 MAY 2011\n\nMinutes of the meeting\n\n{text}", encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "paper.txt")])["meetings"]
    rows = []
    for who in meeting["attendance"]:
        instead = [f"for {who['on_behalf_of']}"] if who["on_behalf_of"] else []
        marks = ["chair"] * who["chair"] + instead
        rows.append(", ".join([f"{who['status']} {who['person']}", *who["organisations"], *marks]))
    assert rows == wanted.splitlines()


MISSPELT = """Vale Board

Minutes of the meeting held on 4 May 2017

PRESANT:
Jane Hill (Kent Police)

IN ATTENDNANCE:
Tom Carr (Vale Council)

Appologies: Ann Frost (Kent CVS)

1. Matters arising
"""


def test_a_misspelt_heading_opens_its_list_and_a_word_like_it_does_not(tmp_path):
    (tmp_path / "minutes.txt").write_text(MISSPELT, encoding="utf-8")
    people = as_json([read_paper(tmp_path / "minutes.txt")])["meetings"][0]["attendance"]
    assert [(who["person"], who["status"]) for who in people] == [
        ("Jane Hill", "present"),
        ("Tom Carr", "in_attendance"),
        ("Ann Frost", "apologies"),
    ]
    assert well_spelt("Prevent: an update") == "Prevent: an update"


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Presenting", "in_attendance"),
        ("Non-members present", "in_attendance"),
        ("Members and non-members present", "present"),
        ("Apologies and absences", "apologies"),
    ],
)
def test_a_heading_in_other_words_says_how_they_were_there(heading, status, tmp_path):
    (tmp_path / "minutes.txt").write_text(MISSPELT.replace("Appologies", heading), encoding="utf-8")
    people = as_json([read_paper(tmp_path / "minutes.txt")])["meetings"][0]["attendance"]
    assert [who["status"] for who in people if who["person"] == "Ann Frost"] == [status]


def test_letters_that_end_three_entries_are_a_body_and_the_post_ends_before_it(tmp_path):
    rows = "Jane Hill - Vice Chair Elm LAF (JH)\nTom Carr - Chair Kent LAF (TC)\nAnn Frost - Chair Ashby LAF (AF)\n"
    away = "\nApologies: Mr Joe Dale (Ms Una Roe was present as his substitute) and Mr Sam Ashe.\n"
    text = f"Vale Forum\n\nMinutes of the meeting held on 4 May 2017\n\nPresent:\n{rows}{away}"
    (tmp_path / "minutes.txt").write_text(text, encoding="utf-8")
    people = as_json([read_paper(tmp_path / "minutes.txt")])["meetings"][0]["attendance"]
    assert [(who["role"], who["organisations"]) for who in people[:3]] == [
        ("Vice Chair", ["Elm LAF"]),
        ("Chair", ["Kent LAF"]),
        ("Chair", ["Ashby LAF"]),
    ]
    assert [(who["person"], who["on_behalf_of"]) for who in people if who["on_behalf_of"]] == [("Una Roe", "Joe Dale")]


def test_initials_that_look_like_a_council_s_and_names_a_letter_off_make_nobody_new(tmp_path):
    text = """Vale Heritage Board
Minutes of the meeting held on 4 May 2011
Teams Virtual Meeting

Present:
| Jane Hill (Chair) JH | Cllr Ann Lee AL | Joe Dale JD |
| Rhodri Samuel RS | Tony Crouch TC | |

Apologies:
Cllr Terry O’Neill, Tom Roe

1. Apologies
Cllr Terry O’Neil and Tom Roe had sent apologies.
"""
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "paper.txt")])["meetings"]
    assert meeting["venue"] == "Teams Virtual Meeting"
    assert [(who["person"], who["organisations"], who["status"]) for who in meeting["attendance"]] == [
        ("Jane Hill", [], "present"),
        ("Ann Lee", [], "present"),
        ("Joe Dale", [], "present"),
        ("Rhodri Samuel", [], "present"),
        ("Tony Crouch", [], "present"),
        ("Terry O’Neill", [], "apologies"),
        ("Tom Roe", [], "apologies"),
    ]


def test_three_to_a_row_by_single_spaces_are_told_apart_with_a_rare_first_name_among_them(tmp_path):
    text = """Vale Enterprise Board
Minutes of the meeting held on 4 May 2011

Present:
Jane Hill (Chair) Cllr Ann Lee Prof Tom Roe
Clare Marsh Meredydd David Stephen Moss
Peter Clay Graham Frost

1. Minutes
The minutes were agreed.
"""
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "paper.txt")])["meetings"]
    assert [who["person"] for who in meeting["attendance"]] == [
        *("Jane Hill", "Ann Lee", "Tom Roe", "Clare Marsh", "Meredydd David", "Stephen Moss"),
        *("Peter Clay", "Graham Frost"),
    ]


def test_signs_that_a_pattern_would_stumble_over_are_read_as_they_stand(tmp_path):
    text = """Vale Board
Minutes of the meeting held on 4 May 2011

Present:
Ann Lee (AL)
Joe Dale (JD)
Tom Roe (TR)
Peter Clay (PC)
Sue Fox, Vale) Council

1. Minutes
The minutes were agreed.
"""
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    (meeting,) = as_json([read_paper(tmp_path / "paper.txt")])["meetings"]
    assert {"Ann Lee", "Joe Dale"} <= {who["person"] for who in meeting["attendance"]}
