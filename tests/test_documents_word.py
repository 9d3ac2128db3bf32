"""Word papers: what Word prints, with every change accepted, is what is read; each story fits on a page."""

import json
from pathlib import Path

import docx
import pytest
from office_files import item, level, p, table, word

from leadnet.documents import as_json, read_paper
from leadnet.documents.formats.word import word_lines

CASES = Path(__file__).resolve().parent / "minutes-cases"
NUMBERS = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2")}'
    f"{level(2, 'lowerRoman', '(%3)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "lowerLetter", "%1)")}{level(1, "bullet", "o")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)


def texts(body, **parts):
    """The filled lines of a .docx with this body."""
    return [line.text for line in word_lines(word(body, **parts), "board.docx")[0] if line.text]


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


# ---- paragraphs -----------------------------------------------------------------------------------------------------


def test_one_line_a_paragraph_or_row_and_a_blank_one_after_a_paragraph():
    body = p("Present") + table(("Ann Lee", "Kent Police"), ("Joe Dale", "Kent Fire")) + p("") + p("1. Budget")
    lines, problems = word_lines(word(body), "board.docx")
    assert [(line.number, line.page, line.text) for line in lines] == [
        (1, None, "Present"),
        (2, None, ""),
        (3, None, "| Ann Lee | Kent Police |"),
        (4, None, "| Joe Dale | Kent Fire |"),
        (5, None, ""),
        (6, None, "1. Budget"),
    ]
    assert problems == ()


def test_tabs_line_breaks_hyphens_and_hidden_text():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>(draft) </w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Lee</w:t></w:r>'
    assert texts(p(f"{hidden}<w:r><w:t>Ann \u00ad</w:t></w:r>{shown}<w:r><w:tab/><w:t>Kent</w:t></w:r>")) == [
        "Ann Lee\tKent"
    ]
    assert texts(p("<w:r><w:t>Ann Lee</w:t><w:br/><w:t>Joe</w:t><w:noBreakHyphen/><w:t>Jo Dale</w:t></w:r>")) == [
        "Ann Lee",
        "Joe-Jo Dale",
    ]


def test_a_field_gives_its_result_and_a_link_its_words():
    code = '<w:r><w:instrText>DATE \\@ "d MMMM yyyy"</w:instrText></w:r>'
    nested = field("begin") + run("Error! ") + field("begin") + field("separate") + run("No bookmark") + field("end")
    assert texts(p(field("begin") + code + field("separate") + run("4 March 2014") + field("end"))) == ["4 March 2014"]
    assert texts(p(nested + field("separate") + run("Hall") + field("end"))) == ["Hall"]
    assert texts(p(field("begin") + run("lost")) + p("The rest is read")) == ["The rest is read"]
    assert texts(p(f"<w:hyperlink>{run('the report')}</w:hyperlink>")) == ["the report"]


def test_changes_are_taken_as_accepted():
    changed = (
        f"{run('The budget of ')}<w:del><w:r><w:delText>£5m</w:delText></w:r></w:del><w:ins>{run('£6m')}</w:ins>"
        f"<w:moveFrom>{run(' was')}</w:moveFrom><w:moveTo>{run(' is')}</w:moveTo>{run(' agreed.')}"
    )
    assert texts(p(changed)) == ["The budget of £6m is agreed."]
    gone = p("<w:del><w:r><w:delText>Left out</w:delText></w:r></w:del>", "<w:rPr><w:del/></w:rPr>")
    assert texts(p("One") + gone + p("Two")) == ["One", "Two"]
    assert texts(p("Jane ", "<w:rPr><w:del/></w:rPr>") + p("Hill")) == ["Jane Hill"]
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Old')}</w:tc><w:tc>{p('Row')}</w:tc></w:tr>"
    assert texts(table(("Ann Lee", "Kent Police")).replace("</w:tbl>", f"{row}</w:tbl>")) == [
        "| Ann Lee | Kent Police |"
    ]


def test_a_text_box_is_read_once_though_word_writes_it_twice():
    box = f"<w:txbxContent>{p('Wolds Board')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><d>{box}</d></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><d>{box}</d></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(p(both + run("Minutes"))) == ["Minutes", "Wolds Board"]


def test_content_controls_are_read_and_a_table_of_contents_is_not():
    control = f"<w:sdt><w:sdtContent>{p('4 March 2014')}</w:sdtContent></w:sdt>"
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent>{p('1. Budget 3')}</w:sdtContent></w:sdt>"
    assert texts(control + contents + p("1. Budget")) == ["4 March 2014", "1. Budget"]


def test_footnotes_are_left_out_and_an_embedded_file_is_said():
    lines, problems = word_lines(
        word(p(f'{run("Noted.")}<w:r><w:footnoteReference w:id="2"/></w:r>') + "<w:altChunk/>"), "b.docx"
    )
    assert [line.text for line in lines] == ["Noted."]
    assert "another file put inside" in problems[0].what


# ---- numbers Word adds by itself ------------------------------------------------------------------------------------


def test_automatic_numbers_are_read_as_printed():
    body = item(1, 0, "Welcome") + item(1, 1, "All were welcomed.") + item(1, 0, "Budget") + item(1, 1, "Noted.")
    body += item(1, 2, "the plan") + item(1, 2, "the risks") + item(1, 1, "Agreed.") + item(2, 1, "a point")
    assert texts(body, numbering=NUMBERS) == [
        "1. Welcome",
        "1.1 All were welcomed.",
        "2. Budget",
        "2.1 Noted.",
        "(i) the plan",
        "(ii) the risks",
        "2.2 Agreed.",
        "• a point",
    ]


def test_a_list_goes_on_over_text_and_starts_anew_where_word_does():
    body = item(2, 0, "one") + p("text") + item(2, 0, "two") + item(3, 0, "again") + item(3, 0, "and on")
    assert texts(body, numbering=NUMBERS) == ["a) one", "text", "b) two", "a) again", "b) and on"]


def test_a_number_may_come_from_the_style_and_a_heading_is_marked():
    styles = (
        '<w:style w:styleId="Item"><w:name w:val="Minute item"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="Mine"><w:basedOn w:val="Item"/></w:style>'
        '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    )
    body = (
        p("Budget", '<w:pStyle w:val="Mine"/>')
        + p("Waste", '<w:pStyle w:val="Item"/>')
        + p("Any other", '<w:pStyle w:val="H2"/>')
    )
    assert texts(body, numbering=NUMBERS, styles=styles) == ["1. Budget", "2. Waste", "# Any other"]


def test_a_deleted_item_takes_no_number():
    gone = item(1, 0, "<w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>").replace(
        "</w:numPr>", "</w:numPr><w:rPr><w:del/></w:rPr>"
    )
    assert texts(item(1, 0, "One") + gone + item(1, 0, "Two"), numbering=NUMBERS) == ["1. One", "2. Two"]


# ---- tables ---------------------------------------------------------------------------------------------------------


def test_cells_of_several_paragraphs():
    people = table((p("Ann Lee") + p("Joe Dale"), p("Kent Police") + p("Kent Fire")), ("Tom Roe", "Kent PCT"))
    assert texts(people) == ["| Ann Lee | Kent Police |", "| Joe Dale | Kent Fire |", "| Tom Roe | Kent PCT |"]
    assert texts(table(("Ann Lee", p("Director") + p("Kent Police")))) == ["| Ann Lee | Director, Kent Police |"]
    assert texts(table(("Present:", p("Ann Lee") + p("Joe Dale")))) == ["Present: Ann Lee", "Joe Dale"]
    log = table(("Action", "Owner"), (p("Write the plan.") + p("Send it."), "AL"))
    assert texts(log) == ["| Action | Owner |", "| Write the plan. Send it. | AL |"]


def test_merged_cells_nested_tables_and_frames_of_one_cell():
    start, on = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>"
    merged = table((f"{start}{p('Kent Police')}", "Ann Lee"), (f"{on}{p()}", "Joe Dale"))
    assert texts(merged) == ["| Kent Police | Ann Lee |", "| Kent Police | Joe Dale |"]
    wide = table(('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Ann Lee"), "Kent"), ("Joe", "Dale", "Essex"))
    assert texts(wide) == ["| Ann Lee |  | Kent |", "| Joe | Dale | Essex |"]
    assert texts(table((p("Board") + table(("Ann Lee", "Kent Police")),))) == ["Board", "| Ann Lee | Kent Police |"]
    assert texts(table((p("Minutes") + p("Present: Ann Lee"),))) == ["Minutes", "Present: Ann Lee"]


# ---- whole papers ---------------------------------------------------------------------------------------------------


def test_a_page_header_is_read_only_where_the_body_has_no_title():
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    header = p("Wolds Partnership Board") + p("Page 1 of 3")
    assert texts(p("Present: Ann Lee") + section, header=header) == ["Wolds Partnership Board", "Present: Ann Lee"]
    assert texts(p("Downs Partnership Board") + section, header=header) == ["Downs Partnership Board"]


def test_minutes_written_in_word(tmp_path):
    paper = docx.Document()
    paper.add_paragraph("Wolds Partnership Board")
    paper.add_paragraph("Minutes of the meeting held on 4 March 2014")
    paper.add_heading("Present", 2)
    rows = paper.add_table(2, 2).rows
    for row, cells in zip(rows, (("Ann Lee (Chair)", "Kent Police"), ("Joe Dale", "Kent Fire Service")), strict=True):
        row.cells[0].text, row.cells[1].text = cells
    paper.add_heading("Budget", 2)
    paper.add_paragraph("RESOLVED:")
    paper.add_paragraph("(a) that the budget be approved; and")
    paper.add_paragraph("(b) that Joe Dale write to all districts by 30 April 2014.")
    paper.save(tmp_path / "board.docx")
    read = read_paper(tmp_path / "board.docx")
    assert (read.body, read.date) == ("Wolds Partnership Board", "2014-03-04")
    assert [(who.person, who.organisations, who.chair) for who in read.meeting.attendance] == [
        ("Ann Lee", ("Kent Police",), True),
        ("Joe Dale", ("Kent Fire Service",), False),
    ]
    (item_,) = read.meeting.items
    assert (item_.title, [decision.limb for decision in item_.decisions]) == ("Budget", ["(a)", "(b)"])


def record(path):
    """What `leadnet read --json` prints of a paper's meeting, the sources left out."""
    (meeting,) = as_json([read_paper(path)])["meetings"]
    meeting.pop("doc")
    rows = [
        *meeting["attendance"],
        *(row for item in meeting["items"] for row in item["decisions"] + item["commitments"]),
    ]
    for row in rows:
        row.pop("source")
    return meeting


@pytest.mark.parametrize(
    ("case", "other", "same"),
    [
        # the page names another body and another form of the time above the minutes themselves
        ("B029-rbwm-flood-forum-2012-09", "source.html", ("date", "venue", "attendance", "items", "next_meetings")),
        ("B040-provider-network-decision-log-2010-05", "source.md", ()),
    ],
)
def test_the_record_of_a_case_is_the_same_from_word_and_from_its_other_form(case, other, same):
    word_, text = record(CASES / case / "source.docx"), record(CASES / case / other)
    assert {key: word_[key] for key in same or word_} == {key: text[key] for key in same or text}


def test_a_table_in_word_keeps_person_and_organisation_apart_where_the_text_has_lost_it():
    case = CASES / "B032-new-anglia-lep-2021-01"
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))["attendance"]
    found = record(case / "source.docx")["attendance"]
    assert [who["person"] for who in found] == [who["person"] for who in gold]
    whole = [(a, b) for a, b in zip(found, gold, strict=True) if not b["items"]]
    assert len(whole) == 23
    assert all(a["organisations"] == b["organisations"] for a, b in whole)


# ---- what belongs together ------------------------------------------------------------------------------------------

APART, CLOSE = '<w:spacing w:before="0" w:after="120"/>', '<w:spacing w:after="0"/>'


def test_short_paragraphs_without_white_space_between_them_stand_on_lines_below_each_other():
    body = (
        p("Present:", CLOSE) + p("Ann Lee", CLOSE) + p("Kent Police", APART) + p("Joe Dale", CLOSE) + p("CVS", APART)
        + p("Apologies:", CLOSE) + p("None", APART)
    )  # fmt: skip
    lines = [line.text for line in word_lines(word(body), "board.docx")[0]]
    assert lines == ["Present:", "Ann Lee", "Kent Police", "", "Joe Dale", "CVS", "", "Apologies:", "None"]


def test_an_empty_paragraph_is_white_space_and_a_style_may_leave_none_between_its_own():
    styles = (
        '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:contextualSpacing/></w:pPr></w:style>'
    )
    listed = '<w:pStyle w:val="L"/>'
    body = "".join((p("Members"), *(p(name, listed) for name in ("Ann Lee", "Joe Dale", "Tom Roe")), p("Apologies")))
    lines = [line.text for line in word_lines(word(body, styles=styles), "board.docx")[0]]
    assert lines == ["Members", "", "Ann Lee", "Joe Dale", "Tom Roe", "", "Apologies"]
    plain = p("Present") + p("Ann Lee") + p("") + p("Apologies") + p("Joe Dale") + p("") + p("1. Budget")
    lines = [line.text for line in word_lines(word(plain), "board.docx")[0]]
    assert lines == ["Present", "Ann Lee", "", "Apologies", "Joe Dale", "", "1. Budget"]


def test_where_all_paragraphs_stand_alike_each_stands_by_itself():
    body = p("Present") + p("Ann Lee") + p("Joe Dale") + p("Tom Roe")
    assert [line.text for line in word_lines(word(body), "board.docx")[0]][:4] == ["Present", "", "Ann Lee", ""]


def test_a_row_without_its_body_goes_on_with_the_one_above(tmp_path):
    rows = (("Ashbury Council", "Councillors Ann Lee and Joe Dale"), ("", "Di Fox (Chief Executive), Al Day (Planner)"),
            ("Kent Police", "Tom Roe"))  # fmt: skip
    body = p("Ashbury Forum") + p("Notes of the meeting held on 4 March 2014") + p("PRESENT") + table(*rows)
    (tmp_path / "forum.docx").write_bytes(word(body))
    meeting = read_paper(tmp_path / "forum.docx").meetings[0]
    assert {who.person: who.organisations for who in meeting.attendance} == {
        **dict.fromkeys(("Ann Lee", "Joe Dale", "Di Fox", "Al Day"), ("Ashbury Council",)),
        "Tom Roe": ("Kent Police",),
    }


def test_a_table_of_members_says_beside_each_who_came_and_who_came_instead(tmp_path):
    rows = (("Membership:", "", "Attendance", "Apologies"), ("Ann Lee", "Kent Police", "Present", ""),
            ("Joe Dale", "CVS", "Absent", "Yes"), ("Tom Roe", "Ash DC", "Di Fox covering", ""),
            ("Al Day", "Kent Fire", "Present", ""))  # fmt: skip
    body = p("Ashbury Strategic Partnership") + p("Date: Tuesday 22nd September 2009") + table(*rows)
    (tmp_path / "board.docx").write_bytes(word(body))
    meeting = read_paper(tmp_path / "board.docx").meetings[0]
    assert {who.person: (who.status, who.on_behalf_of or "") for who in meeting.attendance} == {
        "Ann Lee": ("present", ""),
        "Joe Dale": ("apologies", ""),
        "Tom Roe": ("apologies", ""),
        "Di Fox": ("present", "Tom Roe"),
        "Al Day": ("present", ""),
    }


def test_people_side_by_side_have_what_stands_below_their_name_in_the_cell():
    def over(*lines):
        return p("<w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines) + "</w:r>")

    rows = ((over("Ann Lee", "Kent Wildlife Trust"), over("Joe Dale", "Environment Agency")),
            (over("Sue Hart", "Head of Rivers", "Natural England"), over("Al Day", "Ash Council")))  # fmt: skip
    assert texts(table(*rows)) == [
        "Ann Lee, Kent Wildlife Trust",
        "Joe Dale, Environment Agency",
        "Sue Hart, Head of Rivers, Natural England",
        "Al Day, Ash Council",
    ]


def test_initials_and_a_sentence_that_opens_a_list_are_no_headings_in_bold(tmp_path):
    def bold(text):
        return p(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>")

    assert texts(bold("JH/TR") + bold("Apologies were received from:") + bold("Flood plan")) == [
        "JH/TR",
        "Apologies were received from:",
        "# Flood plan",
    ]
    body = p("Ashbury Town Board") + p("Minutes of the meeting held on 2 October 2020") + p("Present: Joe Dale, CVS")
    body += p("2.0 Apologies:") + p("Were received from Cllr Simon Cook and David Moss") + p("3.0 Minutes")
    (tmp_path / "board.docx").write_bytes(word(body))
    meeting = read_paper(tmp_path / "board.docx").meetings[0]
    assert [who.person for who in meeting.attendance if who.status == "apologies"] == ["Simon Cook", "David Moss"]
