"""The author's own words in briefing.toml: findings called by name, papers quoted, and no number of nobody's."""

import io

import docx
import pytest
from lxml import html

import leadnet
from leadnet.briefing import files_of, read_author
from leadnet.new_study import start
from leadnet.study.tables import StudyError

MINUTES = (
    "Minutes of a meeting of the Joint Board held at Town Hall on Monday 2 July 2007.\n\nPRESENT\n\n"
    "| Ann Arden | - | Chief Executive, Leicestershire County Council (in the Chair) |\n"
    "| Bo Birch | - | Chief Executive, Blaby District Council |\n\n1. Housing\n\n"
    "The officers reported that 140 homes stood empty and asked the\ndistricts for 12 more surveyors by the summer.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A county and a district in one room."""
    folder = start(tmp_path_factory.mktemp("own") / "study", "Leicestershire", "2010-01-01")
    for name, row in {
        "bodies.csv": "jb,Joint Board,JB,leicestershire,leicestershire",
        "sources.csv": "minutes-2007,minutes-2007.txt,minutes,jb,2007-07-02,,,public,,",
    }.items():
        (folder / name).write_text((folder / name).read_text() + row + "\n")
    (folder / "papers" / "minutes-2007.txt").write_text(MINUTES)
    return leadnet.study(folder)


@pytest.fixture
def page(built):
    """A function that adds to briefing.toml and gives the words of the briefing's web page."""
    place = built.folder.path / "briefing.toml"
    before = place.read_text()

    def write(added="", formats=("html",), **changed):
        said = before
        for key, value in changed.items():
            said = "\n".join(line for line in said.splitlines() if not line.startswith(f"{key} =")) + "\n"
            said = said if value is None else f"{key} = {value}\n{said}"
        place.write_text(said + added)
        return files_of(built, read_author(built.folder.path), formats)

    yield write
    place.write_text(before)


def test_implications_stand_matter_by_matter_and_the_report_says_whom_it_is_from(page):
    matters = '\n[implications]\nfinancial = "None arising."\nequality-and-rights = "To be looked at by the board."\n'
    files = page(matters, report_of='"Director of Strategy"', implications=None)
    said = words(files)
    assert "Financial: None arising. 6.2 Equality and rights: To be looked at by the board." in said
    assert "Report ofDirector of Strategy" in said  # a row of the title block


@pytest.mark.parametrize("wrong", ["4", '["none"]', '""', "{}", '{legal = ""}'])
def test_implications_of_another_kind_are_refused(page, wrong):
    with pytest.raises(StudyError, match="implications is a text, or .implications. with a text each, as legal"):
        page(implications=wrong)


def own(text: str, heading="Our view") -> str:
    return f'\n[own.our-view]\nheading = "{heading}"\ntext = """\n{text}\n"""\n'


def words(files) -> str:
    main = html.fromstring(files["briefing.html"]).xpath("//main")[0]
    main.get_element_by_id("evidence").drop_tree()
    return " ".join(main.text_content().split())


def section(files) -> str:
    """The author's section, up to the next heading."""
    return words(files).partition("Our view ")[2].partition(" 6. ")[0]


def refused(page, text: str) -> str:
    with pytest.raises(StudyError) as error:
        page(own(text))
    return str(error.value)


def test_a_finding_called_by_name_is_printed_and_opens_at_its_lines(page):
    files = page(own("The county brought {{ heads_of('leicestershire', 'jb-2007-07-02') }} of the heads."))
    assert "The county brought 1 of 2 of the heads." in section(files)
    link = html.fromstring(files["briefing.html"]).xpath("//a[@data-finding='heads_of/leicestershire/jb-2007-07-02']")
    assert [each.text for each in link[-1:]] == ["1 of 2"]


def test_a_subject_may_be_called_as_the_study_calls_it_and_a_part_asked_for(page):
    said = "{{ heads_of('Blaby District Council', part='value') }} and {{ districts_in_room(part='share') }}"
    assert "0.5 and 1 of 7" in section(page(own(said)))


@pytest.mark.parametrize(("call", "fault"), [
    ("heads_share('leicestershire')", '"heads_share" is no measure with a finding in this study; the nearest are head'),
    ("heads_of('blabby')", 'heads_of has no finding with subject "blabby"; the nearest are blaby'),
    ("heads_of()", "2 findings answer to this (heads_of/blaby/jb-2007-07-02; heads_of/leicestershire/jb-2007-07-02 …); "
     "say subject too"),
    ("papers_held(part='share')", "finding papers_held has no share; it has value"),
    ("papers_held(part='half')", 'part = "half" is not one of value, share, interval'),
    ("papers_held", "this is no call of a finding"),
    ("__import__('os').system('true')", "this is no call of a finding"),
])  # fmt: skip
def test_an_unknown_finding_is_refused_at_its_line_with_what_is_near_it(page, built, call, fault):
    said = refused(page, f"First line.\n\nWe saw {{{{ {call} }}}}.")
    raw = (built.folder.path / "briefing.toml").read_text().splitlines()
    line = next(number for number, text in enumerate(raw, start=1) if call in text)
    assert said.startswith(f"briefing.toml line {line} (“{{{{ {call} }}}}”): ") and fault in said


def test_a_number_of_nobody_s_is_refused_and_what_to_do_is_said(page):
    said = refused(page, "Some 9 in ten came.")
    assert '"9" is no finding, date or quotation' in said and "[own: 9]" in said


def test_a_quotation_is_found_at_its_line_even_over_two_lines(page):
    files = page(own('The officers "asked the districts for 12 more surveyors" and said “140 homes stood empty”.'))
    assert "“asked the districts for 12 more surveyors” and said “140 homes stood empty”." in section(files)
    cites = html.fromstring(files["briefing.html"]).xpath("//q/@data-quote")
    assert cites[-2:] == ["minutes-2007:10-11", "minutes-2007:10"]


def test_words_in_quotation_marks_that_stand_in_no_paper_may_hold_no_number(page):
    assert "“so-called” partners" in section(page(own("The “so-called” partners.")))
    assert '"13" is no finding' in refused(page, "They asked for “13 more surveyors”.")


def test_a_date_and_a_number_of_the_author_s_own_open_at_the_line_of_briefing_toml(page, built):
    files = page(own("By 31 March 2027 we shall have asked [own: 30 officers]."))
    assert "By 31 March 2027 we shall have asked 30 officers (the author’s own figure)." in section(files)
    raw = (built.folder.path / "briefing.toml").read_text().splitlines()
    line = next(number for number, text in enumerate(raw, start=1) if "[own: 30" in text)
    evidence = html.fromstring(files["evidence.html"]).text_content()
    assert f"briefing.toml, line {line}" in evidence and raw[line - 1] in evidence


def test_markdown_gives_paragraphs_bold_italics_and_limbs(page):
    said = own("One **bold** word\nand one in *italics*.\n\n- this;\n- and *that*.\n\nThen.")
    files = page(said, formats=("docx", "html"))
    assert "5.1 One bold word and one in italics. (a) this; (b) and that. 5.2 Then." in section(files)
    tree = html.fromstring(files["briefing.html"])
    assert [each.text for each in tree.xpath("//main//strong | //main//em")] == ["bold", "italics", "that"]
    runs = [run for par in docx.Document(io.BytesIO(files["briefing.docx"])).paragraphs for run in par.runs]
    assert [(run.text, run.bold, run.italic) for run in runs if run.bold or run.italic] == [
        ("bold", True, None), ("italics", None, True), ("that", None, True)]  # fmt: skip


@pytest.mark.parametrize(("text", "what"), [
    ("# A heading", "heading"), ("A <b>tag</b>", "html inline"), ("<script>x</script>", "html_block"),
    ("A [link](http://x.example)", "link"),
    ("`code`", "code inline"), ("> said", "blockquote"), ("    code", "code_block"),
])  # fmt: skip
def test_anything_else_of_markdown_is_refused(page, text, what):
    assert f"{what}: the author's words may hold paragraphs" in refused(page, f"First.\n\n{text}")


def test_sections_come_as_briefing_toml_orders_them(page):
    files = page(own("Our words."), sections='["took-part", "our-view", "contact"]')
    headings = [each.text_content().split(None, 1)[1] for each in html.fromstring(files["briefing.html"]).xpath("//h2")]
    assert headings[:3] == ["Who took part", "Our view", "Officer to contact"]


def test_the_author_may_add_to_a_house_section_and_call_it_otherwise(page):
    files = page('\n[own.took-part]\nheading = "Who came"\ntext = "We thank them."\n')
    assert "Who came" in words(files) and "We thank them." in words(files) and "Who took part" not in words(files)


@pytest.mark.parametrize(("sections", "fault"), [
    ('["took-prat"]', 'sections: "took-prat" is no section; did you mean took-part? There are purpose'),
    ('["contact", "contact"]', 'sections names "contact" twice'),
    ('["contact"]', "[own.our-view] is not among sections"),
    ('"contact"', "sections is a list of names"),
])  # fmt: skip
def test_a_wrong_list_of_sections_is_refused(page, sections, fault):
    with pytest.raises(StudyError) as error:
        page(own("Words."), sections=sections)
    assert fault in str(error.value)


def test_a_section_of_one_s_own_needs_a_heading_and_knows_no_other_key(page):
    with pytest.raises(StudyError, match=r"\[own.view\] has no heading"):
        page('\n[own.view]\ntext = "x"\n')
    with pytest.raises(StudyError, match=r"\[own.view\] holds text"):
        page('\n[own.view]\ntext = "x"\ncolour = "red"\n')
    with pytest.raises(StudyError, match=r"\[own.our-view\] heading is a text of at most 1,000 letters"):
        page(own("x", heading="Long " * 250))


def test_the_author_s_words_name_nobody_the_study_withholds(page):
    files = page(own("We thank Bo Birch for her help."))
    assert "We thank [Chief Executive] for her help." in section(files).replace("[an officer]", "[Chief Executive]")
    assert not any(b"Birch" in data for data in files.values())
    assert "names someone the study may not name" in refused(page, "We thank Bo Bi**rch** for her help.")


# ---- a council's own template ----------------------------------------------------------------------------------------


def test_a_council_s_own_template_gives_the_look_and_nothing_of_what_it_said(page, built):
    template = docx.Document(io.BytesIO(page(formats=("docx",))["briefing.docx"]))
    template.styles["Heading 1"].font.name = "Georgia"
    template.sections[0].header.paragraphs[0].text = "Northshire Council, 1 County Square"
    template.core_properties.author = "Kim Templar"
    template.save(built.folder.path / "house.docx")
    data = page(formats=("docx",), template='"house.docx"')["briefing.docx"]
    paper = docx.Document(io.BytesIO(data))
    assert paper.styles["Heading 1"].font.name == "Georgia"
    assert paper.sections[0].header.paragraphs[0].text == "Northshire Council, 1 County Square"
    assert (
        paper.core_properties.author == "" and data == page(formats=("docx",), template='"house.docx"')["briefing.docx"]
    )
    house = docx.Document(io.BytesIO(page(formats=("docx",))["briefing.docx"]))
    assert [each.text for each in paper.paragraphs][5:] == [each.text for each in house.paragraphs][5:]


def test_a_template_without_the_styles_is_refused_and_they_are_named(page, built):
    docx.Document().save(built.folder.path / "plain.docx")
    with pytest.raises(StudyError, match="plain.docx: the template lacks the styles Report Notice, Report Paragraph"):
        page(formats=("docx",), template='"plain.docx"')
    (built.folder.path / "odd.docx").write_bytes(b"PK no zip")
    with pytest.raises(StudyError, match="odd.docx: the template is no Word file"):
        page(formats=("docx",), template='"odd.docx"')
    with pytest.raises(StudyError, match="there is no such file beside briefing.toml"):
        page(formats=("docx",), template='"gone.docx"')
    with pytest.raises(StudyError, match="is not the name of a .docx file beside briefing.toml"):
        page(formats=("docx",), template='"../house.docx"')
