"""The number check reads the finished files. Each rule is seen to pass the paper and to fail a tampered one."""

import io
import zipfile
from dataclasses import replace
from xml.sax.saxutils import escape

import briefing_case as case
import pypdf
import pytest

from leadnet.briefing.apparatus import Apparatus
from leadnet.briefing.content import Paragraph, Section
from leadnet.briefing.docx import write_docx
from leadnet.briefing.html import write_html
from leadnet.briefing.numbers import check_numbers, sides
from leadnet.briefing.pdf import write_pdf
from leadnet.briefing.readback import passage
from leadnet.briefing.readback_pdf import read_pdf
from leadnet.briefing.tokens import days, numbers
from leadnet.study.words import Sentence, Span

FORMATS = ("docx", "pdf", "html")


def interval_under_one_mark(paper):
    """The case with its `0.05 to 0.95` under one mark: by itself, neither end is the value of that finding."""
    section = paper.sections[1]
    said = section.blocks[0].text
    at = next(place for place, span in enumerate(said) if span.text == "0.05")
    interval = replace(said[at], text="".join(span.text for span in said[at : at + 3]))
    first = Paragraph(Sentence((*said[:at], interval, *said[at + 3 :])))
    changed = replace(section, blocks=(first, *section.blocks[1:]))
    return replace(paper, sections=(paper.sections[0], changed, *paper.sections[2:]))


PAPER = interval_under_one_mark(case.briefing())
FILES = case.papers(PAPER)


def faults(files, briefing=None, findings=None, lines=None) -> list[str]:
    """The check's answer for these files, against the right briefing unless told."""
    findings = case.findings() if findings is None else findings
    return check_numbers(files, briefing or PAPER, findings, lines or case.LINES)


def edited_docx(data: bytes, old: str, new: str) -> bytes:
    """A Word file with other XML in its parts."""
    buffer, hits = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            hits += part.count(old.encode())
            after.writestr(name, part.replace(old.encode(), new.encode()))
    assert hits, f"{old!r} is not in the file"
    return buffer.getvalue()


def edited_html(data: bytes, old: str, new: str) -> bytes:
    """An HTML file with other words anywhere but in its evidence."""
    paper, mark, behind = data.decode().partition('<section id="evidence"')
    behind, end, footer = behind.partition("</main>")
    assert old in paper + footer
    return (paper.replace(old, new) + mark + behind + end + footer.replace(old, new)).encode()


def tampered(ending: str, old: str, new: str) -> dict[str, bytes]:
    """One finished paper with other words in it: the file edited, and for a PDF, another file in its place."""
    name, (was, now) = f"briefing.{ending}", (escape(old), escape(new))
    if ending == "docx":
        return {name: edited_docx(FILES[name], was, now)}
    if ending == "html":
        return {name: edited_html(FILES[name], was, now)}
    other = case.changed(PAPER, old, new)
    assert other != PAPER
    return {name: write_pdf(other)}


def test_the_finished_papers_pass():
    assert faults(FILES) == []
    assert sides(FILES["briefing.pdf"]) == 1


PROSE = "sent no one."
TAMPERINGS = [
    (PROSE, "sent 7 people.", '"7" is no finding'),
    (PROSE, "sent seven people.", '"seven" is no finding'),
    (PROSE, "sent a third of them.", '"third" is no finding'),
    (PROSE, "sent thirty-one people.", '"thirty-one" is no finding'),
    (PROSE, "met on 2 July 2007.", '"2007" is no finding'),
    (PROSE, "came 1st.", '"1st" is no finding'),
    (PROSE, "sent half of them.", '"half" is no finding'),
    (PROSE, "came twice.", '"twice" is no finding'),
    (PROSE, "sent a quarter of them.", '"quarter" is no finding'),
    (PROSE, "sent a couple of people.", '"couple" is no finding'),
    (PROSE, "sent zero people.", '"zero" is no finding'),
    (PROSE, "sent none of them.", '"none" is no finding'),
    (PROSE, "came to the second meeting.", '"second" is no finding'),
    (PROSE, "came to stage Ⅳ.", '"4" is no finding'),
    (PROSE, "see Figure 2.", '"2" is no finding'),
    (PROSE, "see paragraph 9.9.", '"9.9" is no finding'),
    ("1,770", "1,771", '"1,771" is not what finding homes/surveyed gives (1,770)'),
    ("0.95", "0.96", '"0.96" is not what finding attendance/calder gives'),
    ("1 of 2", "2 of 1", '"2 of 1" is not the count of finding attendance/calder'),
    ("1 of 2", "2", '"2" is not as given by finding attendance/calder'),
    ("1 of 2", "1 to 2", '"1 to 2" is not as given by finding attendance/calder'),
    ("0.05 to 0.95", "0.95 to 0.05", '"0.95 to 0.05" is not as given by finding attendance/calder'),
    ("0.05 to 0.95", "0.05", '"0.05" is not as given by finding attendance/calder'),
    ("0.05 to 0.95", "0.05 of 0.95", '"0.05 of 0.95" is not the count of finding attendance/calder'),
    ("twelve officers", "eleven officers", "does not stand word for word in notes:12"),
    ("a joint team", "a single team", "does not stand word for word in notes:12"),
    ("A bar for each council.", "Seven bars, one for each council.", "is not what the briefing says of a figure"),
    ("Who took part", "Who of the six took part", '"six" is no finding'),
    ("Calder District Council", "Calder District Council 4", '"4" is no finding'),
    ("7/07", "8/07", '"8" does not stand in notes:12'),
    ("2 July and 1 August 2007", "2 July and 3 August 2007", '"3 August 2007" does not stand in notes:1 minutes:1'),
    ("Strategic Partnership Plenary", "Strategic Partnership Plenary 5", '"5" is no finding'),
    ("participation and progress", "participation in 2009", '"2009" is no finding'),
    ("Director of Corporate Strategy", "Director, 23 January 2027", '"23" is no finding'),
    ("influence, agreement or trust", "influence; 3 councils", '"3" is no finding'),
]


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize(("old", "new", "said"), TAMPERINGS)
def test_a_number_that_is_no_finding_is_found_in_each_format(ending, old, new, said):
    found = faults(tampered(ending, old, new))
    assert any(fault.startswith(f"briefing.{ending}, ") and said in fault for fault in found), found


@pytest.mark.parametrize("ending", FORMATS)
def test_a_date_is_held_as_a_whole_and_not_figure_by_figure(ending):
    found = faults(tampered(ending, "1 August 2007", "1 July 2007"))
    assert any('"1 July 2007" does not stand in minutes:1' in fault for fault in found), found


def test_a_fault_says_where_it_stands_and_what_stands_around_it():
    (found,) = faults(tampered("docx", PROSE, "sent 15 people."))
    assert found.startswith('briefing.docx, paragraph 2.3: "15" is no finding, date or quotation (…')
    assert "sent 15 people." in found
    (found,) = faults(tampered("pdf", "Two-tier working asks", "Two tiers working ask"))
    assert found.startswith('briefing.pdf, page 1, paragraph 3.1: "Two" is no finding')
    (found,) = faults(tampered("html", "Ashby Borough Council", "9 Ashby Borough Council"))
    assert found.startswith('briefing.html, Table 1, cell “9 Ashby Borough Council”: "9"')


@pytest.mark.parametrize(("old", "new", "said"), [
    ("<w:t>2.</w:t>", "<w:t>4.</w:t>", '"4" is no finding'),
    ("<w:t>2.2</w:t>", "<w:t>2.7</w:t>", '"2.7" is no finding'),
    ("Figure 1: ", "Figure 3: ", '"3" is no finding'),
    ("<dc:title>", "<dc:title>12 ", 'document title: "12"'),
    ("f:homes/surveyed", "f:homes/built", "homes/built, which is no finding"),
    ("r:notes:12", "r:notes:99", "notes:99, which is no line held"),
    ("#homes-surveyed", "#homes-built", "does not open where homes/surveyed stands"),
    ('<w:t xml:space="preserve"> homes were', "<w:t>%", '"1,770" is not what finding homes/surveyed gives'),
    ('<w:t xml:space="preserve"> homes were', "<w:t>5", '"1,7705" is no finding'),
    ("Build 3f2a9c01b7de", "Build 3f2a9c01b7df", '"3" is no finding'),
    ("Columns: Council", "Columns: 3 Council", 'text for screen readers: "3" is no finding'),
])  # fmt: skip
def test_what_is_changed_in_the_word_file_itself_is_found(old, new, said):
    found = faults({"briefing.docx": edited_docx(FILES["briefing.docx"], old, new)})
    assert any(said in fault for fault in found), found


@pytest.mark.parametrize(("old", "new", "said"), [
    ('data-finding="homes/surveyed"', 'data-finding="homes/built"', "homes/built, which is no finding"),
    ('data-finding="homes/surveyed"', 'class="x"', '"1,770" is no finding'),
    ('href="#homes-surveyed', 'href="#homes-built', "does not open where homes/surveyed stands"),
    ("<title>", "<title>12 ", 'document title: "12"'),
    ('aria-label="Report details"', 'aria-label="9 details"', '"9" is no finding'),
    ("</main>", "<p>4 more</p></main>", '"4" is no finding'),
])  # fmt: skip
def test_what_is_changed_in_the_html_itself_is_found(old, new, said):
    data = FILES["briefing.html"].replace(old.encode(), new.encode())
    found = faults({"briefing.html": data})
    assert any(said in fault for fault in found), found


def test_the_evidence_in_the_html_is_left_out_for_its_lines_are_quotations():
    assert b"3f2a9c01b7de" in FILES["evidence.html"] and b"1/8/07" in FILES["evidence.html"]
    assert faults({"evidence.html": FILES["evidence.html"]}) == []


def test_a_paper_that_word_has_saved_again_still_passes():
    """Word splits runs, puts the fragment of a link apart from its file, and keeps the content controls."""
    data = edited_docx(FILES["briefing.docx"], "<w:t>1,770</w:t>", "<w:t>1,</w:t><w:proofErr/><w:t>770</w:t>")
    assert faults({"briefing.docx": data}) == []


def test_deleted_text_of_tracked_changes_is_no_text():
    gone = '<w:del><w:r><w:delText>99</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> homes were'
    data = edited_docx(FILES["briefing.docx"], '<w:r><w:t xml:space="preserve"> homes were', gone)
    assert faults({"briefing.docx": data}) == []


def test_what_a_file_cannot_mark_is_checked_in_the_briefing():
    drawn = replace(case.chart(), texts=(Sentence((Span("3 of 2", "finding", "attendance/ashby"),)),))
    figure = replace(case.figure(), drawn=drawn)
    alt = replace(case.figure(), alt=Sentence((Span("Four bars."),)))
    for exhibit, said in ((figure, 'words in the chart: "3"'), (alt, 'alternative text: "Four"')):
        paper = replace(PAPER, sections=(Section("Chart", (exhibit,)),))
        found = faults({"briefing.html": write_html(paper, case.evidence())}, paper)
        assert found[0].startswith(f"briefing, Figure 1, {said}"), found
    found = faults({}, replace(PAPER, footer=Sentence((Span("For 3 councils."),))))
    assert found == [
        'briefing, footer: "3" is no finding, date or quotation (For 3 councils.); put it in quotation marks with its '
        "paper, use a finding, or leave the number out"
    ]


def test_a_date_in_the_footer_may_be_marked_though_a_pdf_footer_can_hold_no_link():
    footer = Sentence((Span("Record as at "), Span("1 August 2007", "record", "meetings#ssog-2007-08-01")))
    paper = replace(PAPER, footer=footer)
    files = case.papers(paper)
    assert faults(files, paper) == []
    wrong = replace(paper, footer=Sentence((footer[0], replace(footer[1], text="2 August 2007"))))
    assert len(faults(case.papers(wrong), wrong)) >= 3  # the briefing's footer, and each file that marks it


def test_a_long_paper_is_read_over_its_lines_and_pages():
    quoted = Span(
        "“That a joint team of twelve officers be set up by 30 September, and report back.”", "quote", "notes:12"
    )
    said = [Sentence((Span("The well-being-and-such two-tier " + "a " * shift), quoted, Span(" and "), quoted,
                      Span(" on "), Span("2 July 2007", "record", "notes:1"), Span(".")))
            for shift in range(60)]  # fmt: skip
    paper = replace(PAPER, sections=(Section("Long", tuple(Paragraph(each) for each in said)),))
    data = write_pdf(paper)
    assert sides(data) > 3 and faults({"briefing.pdf": data}, paper) == []
    marks = [text for read in read_pdf(data) for text, mark in read.runs if mark and text.startswith("“")]
    assert len(marks) == 120 and all(text.endswith("back.”") for text in marks)
    links = [link for page in pypdf.PdfReader(io.BytesIO(data)).pages for link in page["/Annots"]]
    assert len(links) > 180  # a mark that goes on overleaf has a link on each page, and is read as one


def test_a_quotation_may_be_broken_after_a_slash_by_a_line_of_the_pdf():
    lines = {**case.LINES, "notes:12": "Councils and/or partners may take part."}
    quoted = Span("“Councils and/or partners may take part.”", "quote", "notes:12")
    said = tuple(Paragraph(Sentence((Span("So " + "a " * shift), quoted))) for shift in range(60))
    paper = replace(PAPER, sections=(Section("Long", said),))
    data = write_pdf(paper)
    assert any("and/ or" in read.text for read in read_pdf(data))
    assert faults({"briefing.pdf": data}, paper, lines=lines) == []


def test_a_ref_too_long_for_a_word_tag_is_still_verified():
    ref = " ".join(
        ["notes:1", "minutes:1", "minutes:3", "notes:4", "notes:12", "minutes:9-10", "meetings#ssog-2007-08-01"]
    )
    for text, count in (("2 July 2007", 0), ("5 July 2007", 1)):
        said = Paragraph(Sentence((Span(text, "record", ref),)))
        paper = replace(PAPER, sections=(Section("Long", (said,)),))
        for name, data in (("briefing.docx", write_docx(paper)), ("briefing.pdf", write_pdf(paper))):
            assert len(faults({name: data}, paper)) == count, name


def test_low_and_high_may_be_dates_where_the_finding_says_so():
    findings = case.findings().astype({"low": object, "high": object})
    findings.loc[0, ["low", "high", "range"]] = ["2007-07-02", "2007-08-01", "dates"]
    for text, count in (("2 July 2007", 0), ("1 August 2007", 0), ("3 August 2007", 1)):
        said = Paragraph(Sentence((Span(text, "finding", "meetings/ssog"),)))
        paper = replace(PAPER, sections=(Section("Dates", (said,)),))
        assert len(faults({"briefing.docx": write_docx(paper)}, paper, findings)) == count


def faults_of(span, findings=None, lines=None, names=()) -> list[str]:
    """The check's answer for a Word file of one paragraph that says only this."""
    said = span if isinstance(span, Sentence) else Sentence((span,))
    paper = replace(PAPER, sections=(Section("Said", (Paragraph(said),)),))
    findings = case.findings() if findings is None else findings
    return check_numbers({"briefing.docx": write_docx(paper)}, paper, findings, lines or case.LINES, names)


@pytest.mark.parametrize(("text", "right"), [
    ("3", True), ("9", True), ("3 to 9", True), ("between 3 and 9", True), ("three to nine", True),
    ("9 to 3", False), ("3 to 3", False), ("3 of 9", False), ("6", False), ("3, 9 and 3", False), ("third", False),
])  # fmt: skip
def test_of_a_finding_without_a_value_the_ends_may_stand_alone_and_together_in_their_order(text, right):
    findings = case.findings()
    findings.loc[0, ["value", "low", "high", "range"]] = [None, 3, 9, "missing minutes"]
    assert (faults_of(Span(text, "finding", "meetings/ssog"), findings) == []) == right


def test_a_word_without_figures_is_not_taken_for_a_column_that_is_blank():
    findings = case.findings()
    findings.loc[0, ["value", "low"]] = [None, 3]
    assert faults_of(Span("3", "finding", "meetings/ssog"), findings) == []
    assert len(faults_of(Span("third", "finding", "meetings/ssog"), findings)) == 1


def test_two_dates_under_a_finding_stand_in_their_order():
    findings = case.findings().astype({"low": object, "high": object})
    findings.loc[0, ["low", "high", "range"]] = ["2007-07-02", "2007-08-01", "dates"]
    for text, count in (("2 July to 1 August 2007", 1), ("2 July 2007 to 1 August 2007", 0),
                        ("1 August 2007 to 2 July 2007", 1), ("2 meetings", 0)):  # fmt: skip
        assert len(faults_of(Span(text, "finding", "meetings/ssog"), findings)) == count, text


def test_a_number_word_is_the_value_it_stands_for():
    findings = case.findings()
    findings.loc[0, "value"] = 0.5
    for text, count in (("half", 0), ("0.5", 0), ("a quarter", 1), ("twice", 1)):
        assert len(faults_of(Span(text, "finding", "meetings/ssog"), findings)) == count, text


def test_an_axis_may_name_a_year_between_those_cited_and_prose_no_date_that_is_not():
    lines = {**case.LINES, "stages.csv#a": "start, 2005-03-14, restated 2008-01-22, 1999 homes"}
    ref = "notes:1 stages.csv#a"
    for text, count in (("2005", 0), ("2006", 0), ("2000", 0), ("1998", 1), ("2009", 1), ("in 2006", 1),
                        ("1 May 2006", 1), ("2006 homes", 1)):  # fmt: skip
        assert len(faults_of(Span(text, "record", ref), lines=lines)) == count, text
    assert len(faults_of(Span("2006", "record", "notes:12"))) == 1  # a line without a year gives none


@pytest.mark.parametrize(("text", "strange"), [
    ("The Area 5 Board met.", ""), ("Waste Strategy 2031 asks it of Area 5 Board and Phase 2", ""),
    ("Phase 2 of 3 came.", ""), ("Phase Two is near.", ""),
    ("The Area 6 Board met.", "6"), ("Area 5 met.", "5"), ("Waste Strategy 20312", "20312"),
    ("Waste Strategy 2031.5", "2031.5"), ("SubPhase 2", "2"), ("Phase 2 took 7", "7"), ("They sent 12.", "12"),
    ("They sent two.", "two"), ("Phase 25", "25"), ("Phase 2, 2", "2"),
])  # fmt: skip
def test_a_number_inside_a_name_the_study_holds_is_the_name_s_own(text, strange):
    names = ("Area 5 Board", "Waste Strategy 2031", "Phase 2", "Phase 2  of 3", "Phase Two", "12", "Two", "two", "")
    found = faults_of(Span(text), names=names)
    assert [fault.split('"')[1] for fault in found] == [strange] * bool(strange)
    assert bool(faults_of(Span(text))) and all(fault.endswith("or leave the number out") for fault in found)


def test_a_year_may_be_missing_from_the_line_but_not_the_day_or_month():
    lines = {**case.LINES, "notes:12": "to meet again on 30 September"}
    for text, count in (("30 September 2007", 0), ("29 September 2007", 1), ("September 2007", 1)):
        said = Paragraph(Sentence((Span(text, "record", "notes:12"),)))
        paper = replace(PAPER, sections=(Section("Dates", (said,)),))
        assert len(faults({"briefing.docx": write_docx(paper)}, paper, lines=lines)) == count, text


def test_a_file_of_a_kind_nobody_reads_is_a_fault():
    assert faults({"briefing.odt": b""}) == [
        "briefing.odt: its numbers cannot be checked; there is no reader for this kind of file"
    ]


def test_what_counts_as_a_number():
    text = (
        "Twelve, one, two-tier, Two-Tier, third sector; a 3rd, -4, 1,770.5, 50%, ½, twenty-one, a dozen, M25, tenth; "
        "first, none arising, a second, seconded, behalf, quarterly; the second, None of us, halves, thrice, nought"
    )
    assert [token.text for token in numbers(text)] == [
        "Twelve", "3rd", "-4", "1,770.5", "50", "twenty-one", "dozen", "25", "tenth",
        "second", "None", "halves", "thrice", "nought"]  # fmt: skip
    assert [day.iso for day in days("On 31/12/99, 2.7.07, 2-Jul-07, July 4th, 2008; you may 2 March 2007")] == [
        "1999-12-31", "2007-07-02", "2007-07-02", "2008-07-04", "2007-03-02"]  # fmt: skip


def test_numbers_of_the_paper_s_own_must_be_next_in_line():
    said = [
        passage("heading", [("1. A", None)]),
        passage("text", [("1.1 B", None)]),
        passage("text", [("1.3 C", None)]),
    ]
    apparatus = Apparatus(PAPER, said)
    assert [(apparatus.enter(read), apparatus.allowed(read)) for read in said] == [
        ("heading of section 1", [(0, 2)]), ("paragraph 1.1", [(0, 3)]), ("paragraph 1.3", [])]  # fmt: skip
