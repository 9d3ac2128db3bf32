"""Web pages and the answers of ModernGov's web service: the same record as from the printed minutes."""

import io
import time

import docx
import pytest

from leadnet.documents import Unread, as_json, read_paper
from leadnet.documents.formats.moderngov import moderngov_lines
from leadnet.documents.formats.web import web_lines
from leadnet.study.tables import StudyError

# One made-up meeting five times: as printed, as PDF, as Word, as ModernGov's page and as its web service answers.
PRINTED = """Downs Leaders' Forum

Minutes of the meeting held on Tuesday 4 March 2014 at 10.00 am

Venue: Town Hall, Ashbury

Present:
Councillor Anne Smith (Chair), Ashbury District Council
Jane Hill, Downs County Council
Tom Marsh (virtual), Combe Borough Council

In attendance:
Ann Lee, Downs County Council

Apologies:
Joe Dale, Kent Police

21. Minutes

The minutes of the last meeting were signed.

22. Budget & levy

The Forum considered the report.

RESOLVED:

(1) That the budget be approved.

(2) That the Treasurer write to all districts by 30 April.

23. Waste

It was agreed that a joint plan be made by June 2014.
"""
TYPST = r"""
#set smartquote(enabled: false)
= Downs Leaders' Forum

Minutes of the meeting held on Tuesday 4 March 2014 at 10.00 am

Venue: Town Hall, Ashbury

*Present:*
#table(columns: 2, stroke: STROKE,
  [Councillor Anne Smith (Chair)], [Ashbury District Council],
  [Jane Hill], [Downs County Council],
  [Tom Marsh (virtual)], [Combe Borough Council])

*In attendance:*
#table(columns: 2, stroke: STROKE, [Ann Lee], [Downs County Council])

*Apologies:*
#table(columns: 2, stroke: STROKE, [Joe Dale], [Kent Police])

*21. Minutes*

The minutes of the last meeting were signed.

*22. Budget & levy*

The Forum considered the report.

*RESOLVED:*

#enum(numbering: "(1)", [That the budget be approved.], [That the Treasurer write to all districts by 30 April.])

*23. Waste*

It was agreed that a joint plan be made by June 2014.
"""
SEATS = (
    ("Councillor Anne Smith", "Chair", "Ashbury District Council", "Present"),
    ("Jane Hill", "Committee Member", "Downs County Council", "Present"),
    ("Tom Marsh", "Committee Member", "Combe Borough Council", "Present, virtually"),
    ("Ann Lee", "", "Downs County Council", "In attendance"),
    ("Joe Dale", "Committee Member", "Kent Police", "Apologies"),
)
RESOLVED = (
    "<p>RESOLVED:</p><p>(1)&nbsp;&nbsp;&nbsp;&nbsp; That the budget be approved.</p><p>&nbsp;</p>"
    "<p>(2)&nbsp;&nbsp;&nbsp;&nbsp; That the Treasurer write to all districts by 30 April.</p>"
)
ITEMS = (
    ("21.", "Minutes", "", "<p>The minutes of the last meeting were signed.</p>"),
    ("22.", "Budget &amp; levy", RESOLVED, f"<p>The Forum considered the report.</p>{RESOLVED}"),
    ("23.", "Waste", "", "<p>It was agreed that a joint plan be made by June 2014.</p>"),
)


def page(items=ITEMS, seats=SEATS, contact="Jo Clerk, Democratic Services Tel: 01234 567890"):
    """ModernGov's page of a meeting with its attendance, as a browser saves the two."""
    rows = "".join(
        f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt" >{number}</p></td><td>'
        f'<p class="mgAiTitleTxt" >{title} <span class="mgFileSize">PDF 72 KB</span></p>'
        '<div class="mgWordPara"><p>To consider the item.</p></div>'
        + (f'<p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara">{decision}</div>' if decision else "")
        + f'<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">{minutes}</div></td></tr>'
        for number, title, decision, minutes in items
    )
    seated = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in seat)}</tr>" for seat in seats)
    return f"""<!DOCTYPE html><html><head><title>Agenda for x | Ashbury</title><script>Mr("X Y")</script></head><body>
<div id="header"><ul class="nav"><li>Home</li></ul></div><div id="modgov"><div class="mgContent">
<h1>Agenda and minutes</h1><h2 class="mgSubTitleTxt">Downs Leaders' Forum - Tuesday, 4th March, 2014 10.00 am</h2>
<ul class="mgActionList"><li><a href="x">Attendance details</a></li></ul>
<p><span class="mgLabel">Venue:</span>&nbsp;Town Hall, Ashbury. &nbsp;<a href="x">View directions</a></p>
<p><span class="mgLabel">Contact:</span>&nbsp;{contact}</p>
<table summary="Table of meeting attendance"><tr><th>Name</th><th>Role</th><th>Representing</th><th>Attendance</th></tr>
{seated}</table>
<h2 class="mgSectionTitle">Items</h2><table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>{rows}</table>
</div></div><div id="footer">Privacy and cookies</div></body></html>"""


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def answer(items=ITEMS, seats=SEATS, body="<committeetitle>Downs Leaders&amp;#39; Forum</committeetitle>"):
    """The web service's answer to GetMeeting: lower-case names, text escaped twice, seats as attributes."""
    told = "".join(
        f"<agendaitem><fulldisplaynumberformat>{number}</fulldisplaynumberformat>"
        f"<agendaitemtitle>{escaped(title)}</agendaitemtitle><agendatext>&lt;p&gt;To consider the item.&lt;/p&gt;"
        f"</agendatext><decisionnonemptyhtmlbody>{escaped(decision)}</decisionnonemptyhtmlbody>"
        f"<minutesnonemptyhtmlbody>{escaped(minutes)}</minutesnonemptyhtmlbody></agendaitem>"
        for number, title, decision, minutes in items
    )
    seated = "".join(
        f'<attendee membertype="Member" memberid="7" name="{name}" roledescription="{role}" attendance="{status}" '
        f'representing="{of}"><url>https://council.example/x</url></attendee>'
        for name, role, of, status in seats
    )
    return f"""<?xml version="1.0" encoding="utf-8"?><meeting><meetingid>1</meetingid>{body}
<meetingdate>04/03/2014</meetingdate><meetingtime>10.00 am</meetingtime><meetingstatus>Confirmed</meetingstatus>
<meetinglocation>Town Hall, Ashbury</meetinglocation><agendapublished>True</agendapublished>
<minutepublished>True</minutepublished><agendaitems>{told}</agendaitems><attendees>{seated}</attendees></meeting>"""


@pytest.fixture
def read(tmp_path):
    def of(content, name):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_paper(path)

    return of


def record(paper):
    """The meeting as printed by --json, without where each row stands."""
    (meeting,) = as_json([paper])["meetings"]
    return without(meeting, ("source", "doc"))


def without(value, keys):
    if isinstance(value, dict):
        return {key: without(inside, keys) for key, inside in value.items() if key not in keys}
    return [without(each, keys) for each in value] if isinstance(value, list) else value


def texts(html):
    lines, _ = web_lines(html if isinstance(html, bytes) else html.encode("utf-8"), "page.html")
    return [line.text for line in lines if line.text]


def test_the_printed_minutes_say_what_a_reader_can_recount(read):
    meeting = record(read(PRINTED, "forum.txt"))
    assert (meeting["body"], meeting["date"], meeting["start_time"]) == ("Downs Leaders' Forum", "2014-03-04", "10:00")
    assert [(who["person"], who["status"], who["mode"]) for who in meeting["attendance"]] == [
        ("Anne Smith", "present", "unknown"),
        ("Jane Hill", "present", "unknown"),
        ("Tom Marsh", "present", "virtual"),
        ("Ann Lee", "in_attendance", "unknown"),
        ("Joe Dale", "apologies", "unknown"),
    ]
    assert [len(item["decisions"]) for item in meeting["items"]] == [0, 2, 1]


@pytest.mark.parametrize("stroke", ["1pt", "none"])
def test_the_pdf_of_a_meeting_gives_the_same_record(read, stroke):
    import typst

    pdf = typst.compile(TYPST.replace("STROKE", stroke).encode())
    assert record(read(pdf, "forum.pdf")) == record(read(PRINTED, "forum.txt"))


def test_the_page_of_a_meeting_gives_the_same_record(read):
    assert record(read(page(), "forum.html")) == record(read(PRINTED, "forum.txt"))


def test_the_web_service_gives_the_same_record(read):
    assert record(read(answer(), "forum.xml")) == record(read(PRINTED, "forum.txt"))


def word_file():
    """The same meeting as a Word file, each attendance list a real table under its heading."""
    file = docx.Document()
    for block in PRINTED.strip().split("\n\n"):
        heading, *rows = block.splitlines()
        file.add_paragraph(heading)
        if rows:
            table = file.add_table(rows=0, cols=2)
            for row in rows:
                for cell, text in zip(table.add_row().cells, row.rsplit(", ", 1), strict=True):
                    cell.text = text
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


def test_the_word_file_of_a_meeting_gives_the_same_record(read):
    assert record(read(word_file(), "forum.docx")) == record(read(PRINTED, "forum.txt"))


def test_every_row_of_the_attendance_cites_its_own_line(read):
    for name, content in (("forum.html", page()), ("forum.xml", answer())):
        paper = read(content, name)
        for who in paper.meeting.attendance:
            (number,) = who.source.numbers
            assert who.person in paper.lines[number - 1].text
        assert {who.heading for who in paper.meeting.attendance} == {"Present", "In attendance", "Apologies"}


@pytest.mark.parametrize(
    ("role", "said", "status", "part", "mode", "chair"),
    [
        ("Chair", "Present", "present", "member", "unknown", True),
        ("Chair", "Apologies", "apologies", "unknown", "unknown", False),  # who was not there did not chair
        ("Member", "Expected", "expected", "member", "unknown", False),  # nothing more was ever recorded
        ("Member", "Absent", "absent", "member", "unknown", False),
        ("Officer", "In attendance", "in_attendance", "support", "unknown", False),
        ("Officer", "In attendance, virtual", "in_attendance", "support", "virtual", False),
        ("Observer", "In attendance", "in_attendance", "observer", "unknown", False),
        ("Substitute", "Present, as substitute, virtual", "present", "member", "virtual", False),
    ],
)
def test_a_status_is_taken_as_stated(read, role, said, status, part, mode, chair):
    seats = (*SEATS[:2], ("Zoë Park", role, "", said))
    for name, content in (("forum.html", page(seats=seats)), ("forum.xml", answer(seats=seats))):
        who = read(content, name).meeting.attendance[-1]
        assert (who.person, who.status, who.part, who.mode, who.chair) == ("Zoë Park", status, part, mode, chair)


def test_the_page_s_contact_was_not_there(read):
    paper = read(page(), "forum.html")
    assert "Jo Clerk" not in " ".join(who.person for who in paper.meeting.attendance)
    assert not any("Jo Clerk" in line.text for line in paper.lines)


def test_a_decision_repeated_in_the_minutes_counts_once(read):
    items = [("4.", "Chair", "<p>Ann Lee was elected Chair.</p>", "<p>Ann Lee was elected Chair.</p>")]
    paper = read(page(items=items), "forum.html")
    assert [(each.kind, each.text) for each in paper.meeting.items[0].decisions] == [
        ("agreed", "Ann Lee was elected Chair.")
    ]


def test_apologies_under_decision_are_no_decision(read):
    items = [("4.", "Apologies", "<p>Apologies were received from Mark Reeve.</p>", "<p>None further.</p>")]
    paper = read(page(items=items), "forum.html")
    assert paper.meeting.items[0].decisions == ()
    assert paper.meeting.attendance[-1].person == "Mark Reeve"


def test_items_without_numbers_are_items(read):
    items = [("&nbsp;", "Minutes of 4 May 2013", "", "<p>Signed.</p>"), ("", "Welcome", "", "<p>(1) One.</p>")]
    assert [item.title for item in read(page(items=items), "forum.html").meeting.items] == [
        "Minutes of 4 May 2013",
        "Welcome",
    ]


def test_a_decision_page_gives_the_body_the_day_and_what_was_decided(read):
    html = """<html><body><div class="mgContent"><h1>Decision details</h1><h2 class="mgSubTitleTxt">Ferry fares</h2>
    <p><span class="mgLabel">Decision Maker:</span>&nbsp;Wolds Joint Committee</p>
    <p><span class="mgLabel">Decision status:</span>&nbsp;Recommendations approved</p>
    <p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara"><p>That</p>
    <p>(a)&nbsp;&nbsp; the fares be held;</p>
    <p>(b)&nbsp;&nbsp; the report be noted.</p></div>
    <p><span class="mgLabel">Publication date:</span>&nbsp;01/06/2006</p>
    <p><span class="mgLabel">Date of decision:</span>&nbsp;25/05/2006</p></div></body></html>"""
    paper = read(html, "decision.html")
    assert (paper.meeting.body.name, paper.meeting.date) == ("Wolds Joint Committee", "2006-05-25")
    assert [item.title for item in paper.meeting.items] == ["Ferry fares"]
    assert [each.text.rstrip(".") for each in paper.meeting.items[0].decisions] == [
        "the fares be held",
        "the report be noted",
    ]


ATTENDED = """<html><head><title>Meeting attendance - Wolds Board, 4 March 2021 | Wolds Council</title></head><body>
<div class="mgContent"><h1>Meeting attendance</h1>
<h2 class="mgSubTitleTxt">Wolds Board, Thursday, 4th March, 2021 2.00 pm</h2>
<table summary="Table of meeting attendance"><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>
<tr><td>Ann Lee</td><td>Chair</td><td>Present</td></tr>
<tr><td>Joe Dale</td><td>Reserve</td><td>Present, as substitute</td></tr></table>
</div>"""
TABLED = """<html><body><div class="mgContent"><h1>Printed minutes</h1>
<h2 class="mgSubTitleTxt">Thursday, 4th March, 2021</h2>
<p>Wolds Access Board</p><table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr><tr><td>1.</td><td>
<p class="mgAiTitleTxt">Attendance</p><p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><table>
<tr><td><b>Present</b></td><td></td></tr><tr><td>Ann Lee</td><td>Kent Police</td></tr></table></div></td></tr>
</table>"""


def test_a_page_of_attendance_has_its_body_and_day_below_its_own_heading(tmp_path):
    (tmp_path / "attended.html").write_text(ATTENDED, encoding="utf-8")
    meeting = read_paper(tmp_path / "attended.html").meetings[0]
    assert (meeting.body.name, meeting.date) == ("Wolds Board", "2021-03-04")
    assert [who.person for who in meeting.attendance] == ["Ann Lee", "Joe Dale"]


def test_a_table_in_the_minutes_of_an_item_is_no_table_of_items(tmp_path):
    (tmp_path / "tabled.html").write_text(TABLED, encoding="utf-8")
    meeting = read_paper(tmp_path / "tabled.html").meetings[0]
    assert (meeting.date, [item.title for item in meeting.items]) == ("2021-03-04", ["Attendance"])
    assert [(who.person, who.organisations) for who in meeting.attendance] == [("Ann Lee", ("Kent Police",))]


def test_a_plain_page_is_read_as_it_is_seen():
    html = """<html><head><title>x</title><style>p{}</style></head><body><nav>Home</nav><main><h1>Wolds&nbsp;Board</h1>
    <p>Jane&nbsp;Hill<br>Tom Marsh &amp; Co</p><ul><li>One</li><li>Two</li></ul><ol><li>First</li></ol>
    <table><tr><th>Name</th><th>Post</th></tr><tr><td>Ann Lee</td><td><p>Head of<br>Waste</p></td></tr></table>
    <p style="display:none">hidden</p><p>The end of a page that says enough to be taken for its main part, as it is
    written here.</p></main><footer>Privacy</footer></body></html>"""
    found = texts(html)
    assert found[:6] == ["# Wolds Board", "Jane Hill", "Tom Marsh & Co", "- One", "- Two", "1. First"]
    assert found[6] == "| Name | Post |"
    assert found[7].startswith("| Ann Lee | Head of") and found[7].endswith("Waste |")
    assert not any(word in " ".join(found) for word in ("Home", "Privacy", "hidden", "p{}"))


def test_an_entry_of_a_numbered_list_keeps_its_number_before_words_in_bold_and_a_typed_tab_parts_columns():
    html = """<html><body><main><p>Ann Lee\tKent Police</p><p>Joe
\tDale</p><ol><li><p><b>Apologies</b></p></li></ol><p>None were sent.</p><ol start="2"><li><p><b>Flood plan</b></p></li>
    <li value="5"><h3>Next meeting</h3></li></ol><p>All of this stands in the main part of a page.</p></main></body>
    </html>"""
    found = ["Ann Lee\tKent Police", "Joe Dale", "1. Apologies", "None were sent.", "2. Flood plan", "5. Next meeting"]
    assert texts(html)[:6] == found


def test_hard_spaces_part_columns_and_lost_bullets_come_back():
    nbsp = "&nbsp;" * 9
    assert texts(f"<p>·{nbsp}Ann Lee{nbsp}Kent Police</p><p>?&nbsp; Letter</p><p>J Hewitt{nbsp}(Kent)</p>") == [
        "- Ann Lee\tKent Police",
        "- Letter",
        "J Hewitt (Kent)",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Zoë – “Ashbury”</p>".encode(),
        "<p>Zoë – “Ashbury”</p>".encode("cp1252"),
        b"\xef\xbb\xbf" + "<p>Zoë – “Ashbury”</p>".encode(),
        b"\xff\xfe" + "<p>Zoë – “Ashbury”</p>".encode("utf-16-le"),
        '<meta charset="iso-8859-1"><p>Zoë – “Ashbury”</p>'.encode("cp1252"),
        '<?xml version="1.0" encoding="utf-8"?><p>Zoë – “Ashbury”</p>'.encode(),
    ],
)
def test_letters_are_right_in_every_encoding(content):
    assert texts(content) == ["Zoë – “Ashbury”"]


def test_an_undeclared_windows_page_is_read_and_said_so():
    _, (problem,) = web_lines("<p>\n<b>Zoë</b></p>".encode("cp1252"), "page.html")
    assert "Windows-1252" in problem.what and "line 2" in problem.what


def test_pictures_saved_within_a_page_are_left_out_whatever_their_size():
    picture = f"<img src='data:image/png;base64,{'iVBORw0KGgo+' * 1_000_000}'>"
    assert texts(f"<h1>Wolds Board</h1>{picture}<p>Present: Ann Lee</p>") == ["# Wolds Board", "Present: Ann Lee"]
    assert texts("<p>data: the note says image/png;base64, see annex</p>") == [
        "data: the note says image/png;base64, see annex"
    ]


def test_traps_in_pages_do_no_harm():
    started = time.perf_counter()
    assert texts("<div>" * 200 + "deep") == ["deep"]
    with pytest.raises(Unread, match="too deep"):
        texts("<div>" * 50_000 + "deep")
    assert texts("<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>one &b; two</p>")[-1].endswith("two")
    assert len(texts("<table><tr><td colspan=999999 rowspan=999999>a</td><td>b</td></tr></table>" * 3)) == 3
    with pytest.raises(Unread, match="more than"):
        texts("<b>x</b>" * 400_000)
    assert time.perf_counter() - started < 60  # not for ever; benchmarks measure


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><meeting><agendaitems/></meeting>", "DOCTYPE"),
        ("<rss><channel/></rss>", "no meeting of a council's web service"),
        ("<meeting><agendaitems>", "no whole XML file"),
        ("not xml", "no whole XML file"),
    ],
)
def test_other_xml_is_refused_in_one_line(content, says):
    with pytest.raises(Unread, match=says) as told:
        moderngov_lines(content.encode(), "forum.xml")
    assert str(told.value).startswith("forum.xml: not read - ") and "\n" not in str(told.value)
    assert isinstance(told.value, StudyError)


def test_an_answer_without_a_body_says_so(read):
    paper = read(answer(body=""), "forum.xml")
    assert paper.body is None
    assert any("no name of a body" in problem.what for problem in paper.problems)


def test_an_empty_page_is_said_to_be_empty(read):
    for name in ("forum.html", "forum.xml"):
        with pytest.raises(Unread, match="it is empty"):
            read(b"", name)


AREA_FORUM = """<html><head><title>Meeting documents | Vale Council</title></head><body><div id="content">
<h1>Meeting documents</h1><h2>Area Forum (Ashby and Combe)<br>Thursday, 11th October 2007</h2>
<h3>Present</h3><h4>Chair</h4><p>Cllr Jane Frost</p><h4>Ward Councillors</h4><p>Karen Hill, Tom Marsh</p>
<h4>Street Scene Manager</h4><p>Joe Dale</p><h4>Vale Police</h4><p>Insp Ruth Pike, Sgt Ian Crewe</p>
<p><b>Age UK</b> Sue Fox, Di Moss</p><h3>Apologies</h3><p>Tom Roe (Vale CVS)</p>
<h3>Index to Minutes</h3><ul><li><a href="#m1">Minute 1 - Welcome</a></li>
<li><a href="#m2">Minute 2 - Roads</a></li></ul>
<h3 id="m1">Minute 1 - Welcome</h3><h4>Minute Text :</h4><p>The Chair welcomed everybody.</p>
<p><a href="#top">Top of page</a></p>
<h3 id="m2">Minute 2 - Roads</h3><h4>Minute Decision :</h4><p>Resolved - That the report be noted.</p>
</div></body></html>"""


def test_headings_within_the_list_of_those_present_say_who_they_are():
    """Below "Present" each small heading stands over its people; the index of the minutes is no list of items."""
    lines, _ = web_lines(AREA_FORUM.encode(), "forum.html")
    texts = [line.text for line in lines if line.text]
    assert texts[3:9] == [
        "# Present",
        "Chair: Cllr Jane Frost",
        "Ward Councillors: Karen Hill, Tom Marsh",
        "Street Scene Manager: Joe Dale",
        "Vale Police: Insp Ruth Pike, Sgt Ian Crewe",
        "Age UK: Sue Fox, Di Moss",
    ]
    assert [text for text in texts if text.startswith("# ")][-2:] == ["# 1. Welcome", "# 2. Roads"]
    assert not any("Index" in text or "Minute " in text or "Top of page" in text for text in texts)


def test_a_page_of_small_headings_gives_posts_organisations_and_items(tmp_path):
    page = tmp_path / "forum.html"
    page.write_text(AREA_FORUM, encoding="utf-8")
    meeting = read_paper(page).meeting
    assert [(who.person, who.role, who.organisations, who.status) for who in meeting.attendance] == [
        ("Jane Frost", "", (), "present"),
        ("Karen Hill", "", (), "present"),
        ("Tom Marsh", "", (), "present"),
        ("Joe Dale", "Street Scene Manager", (), "present"),
        ("Ruth Pike", "", ("Vale Police",), "present"),
        ("Ian Crewe", "", ("Vale Police",), "present"),
        ("Sue Fox", "", ("Age UK",), "present"),
        ("Di Moss", "", ("Age UK",), "present"),
        ("Tom Roe", "", ("Vale CVS",), "apologies"),
    ]
    assert [(item.number, item.title, len(item.decisions)) for item in meeting.items] == [
        ("1", "Welcome", 0),
        ("2", "Roads", 1),
    ]


def test_a_cmis_page_gives_members_others_and_who_came_instead(tmp_path):
    """Two members and one other attended; one is away and another came for her; nobody is recorded as absent."""
    page = tmp_path / "meeting.html"
    rows = "<table><tr><th>Name</th>{}</tr>{}</table>"
    one = "<tr><td>Councillor {}</td></tr>".format
    away = "<tr><td>Councillor Kay Lamb</td><td></td><td>Councillor Ken Moss</td></tr>"
    columns = "<th>Reason for Sending Apology</th><th>Substituted By</th>"
    page.write_text(
        "<html><body><h1>Meeting Details</h1><h3>Vale Partnership Panel</h3><p>21 Sep 2016 - 18:00</p>"
        "<h2>Attendance</h2><h3>Attended - Committee Members</h3>"
        f"{rows.format('', one('Jane Frost') + one('Tom Marsh'))}"
        f"<h3>Attended - Other Members</h3>{rows.format('', one('Ruth Pike'))}"
        f"<h3>Apologies</h3>{rows.format(columns, away)}<h3>Absent</h3>"
        f"{rows.format(columns, '<tr><td>No absentee information has been recorded for the meeting.</td></tr>')}"
        "<h2>Visitors</h2><p>Visitor information is not yet available.</p></body></html>",
        encoding="utf-8",
    )
    paper = read_paper(page)
    assert sorted((who.person, who.status, who.on_behalf_of) for who in paper.meeting.attendance) == [
        ("Jane Frost", "present", ""),
        ("Kay Lamb", "apologies", ""),
        ("Ken Moss", "present", "Kay Lamb"),
        ("Ruth Pike", "in_attendance", ""),
        ("Tom Marsh", "present", ""),
    ]
    assert paper.problems == ()
