"""The three writers: one paper, the same words in the same order, the same bytes each time, open to every reader."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import briefing_case as case
import docx
import lxml.html
import pypdf
import pypdfium2
import pytest
from docx.oxml.ns import qn

from leadnet.briefing.content import Evidence, Paragraph, Section
from leadnet.briefing.docx import write_docx
from leadnet.briefing.docx_file import properties
from leadnet.briefing.html import write_evidence, write_html
from leadnet.briefing.layout import limb_label
from leadnet.briefing.marks import anchor, clean, refs, spans, tag, tagged
from leadnet.briefing.pdf import write_pdf
from leadnet.briefing.readback import read_docx
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence, Span

FORMATS = ("docx", "pdf", "html")


@pytest.fixture(scope="module")
def files():
    """The four files of the small briefing."""
    return case.papers(case.briefing())


def text_of(ending: str, data: bytes) -> str:
    """The paper's text without white space, read without any help of leadnet; page footers left out."""
    return re.sub(r"\s", "", {"docx": _docx_text, "pdf": _pdf_text, "html": _html_text}[ending](data))


def _docx_text(data: bytes) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    return "".join(element.text or "" for element in body.iter(qn("w:t")))


def _pdf_text(data: bytes) -> str:
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]
    return re.sub(r"Attendance is not influence[^\n]*Page \d+ of \d+", "", "\n".join(pages)).replace("\x02", "-")


def _html_text(data: bytes) -> str:
    main = lxml.html.document_fromstring(data.decode()).get_element_by_id("main")
    main.get_element_by_id("evidence").drop_tree()
    return main.text_content()


def words_of(briefing) -> str:
    """The same text from the model itself."""
    said = [briefing.title, *(f"{name}{text}" for name, text in briefing.details)]
    for number, section in enumerate(briefing.sections, start=1):
        said += [f"{number}.{section.heading}", *_blocks(number, section)]
    return re.sub(r"\s", "", clean("".join(said)))


def _blocks(number: int, section: Section):
    paragraph = limb = 0
    for block in section.blocks:
        if not isinstance(block, Paragraph):
            rows = [*getattr(block, "header", ()), *(str(cell) for row in getattr(block, "rows", ()) for cell in row)]
            yield f"{block.label}1:{block.caption}{''.join(rows)}{block.source}"
        elif block.limb:
            limb += 1
            yield f"{limb_label(limb)}{block.text}"
        else:
            paragraph, limb = paragraph + 1, 0
            yield f"{number}.{paragraph}{block.text}"


@pytest.mark.parametrize("ending", FORMATS)
def test_all_three_say_the_same_words_in_the_same_order(files, ending):
    assert text_of(ending, files[f"briefing.{ending}"]) == words_of(case.briefing())


@pytest.mark.parametrize("ending", FORMATS)
def test_a_name_that_looks_like_code_comes_out_as_the_text_it_is(files, ending):
    text = text_of(ending, files[f"briefing.{ending}"])
    assert text.count(re.sub(r"\s", "", case.ODD)) == 2  # in a paragraph and in a table
    assert "B_C:" in text  # marks that turn the reading direction are left out, the name is not turned round


def test_the_html_holds_no_script_and_asks_for_nothing_from_outside(files):
    for name in ("briefing.html", "evidence.html"):
        page = lxml.html.document_fromstring(files[name].decode())
        assert not page.xpath("//script | //link | //iframe | //object | //@*[starts-with(name(), 'on')]")
        assert all(href.startswith("#") for href in page.xpath("//@href"))
        assert not page.xpath("//@src | //img") and "default-src 'none'" in page.xpath("//meta/@content")[1]
        assert not re.search(r"@import|url\(", page.xpath("string(//style)"))


def test_the_same_briefing_gives_the_same_bytes_in_any_process(files):
    script = (
        "import briefing_case as case, hashlib\n"
        "for name, data in case.papers(case.briefing()).items(): print(name, hashlib.sha256(data).hexdigest())"
    )
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here), str(here.parent)])
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": paths}
    said = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True).stdout
    assert dict(line.split() for line in said.splitlines()) == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items()
    }


def test_a_chart_has_its_text_in_all_three(files):
    alt = "A bar for each council. Ashby 2 of 2; Calder 1 of 2."
    document = docx.Document(io.BytesIO(files["briefing.docx"]))
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == [alt]
    assert lxml.html.document_fromstring(files["briefing.html"].decode()).xpath("//svg/@aria-label") == [alt]
    assert alt in _pdf_alts(pypdf.PdfReader(io.BytesIO(files["briefing.pdf"])).trailer["/Root"]["/StructTreeRoot"])


def _pdf_alts(node) -> list[str]:
    node = node.get_object()
    if isinstance(node, list):
        return [alt for child in node for alt in _pdf_alts(child)]
    if not isinstance(node, dict):
        return []
    return [str(node[name]) for name in ("/Alt",) if name in node] + (_pdf_alts(node["/K"]) if "/K" in node else [])


# ---- Word ------------------------------------------------------------------------------------------------------------


def test_word_knows_the_title_the_language_and_no_author(files):
    core = docx.Document(io.BytesIO(files["briefing.docx"])).core_properties
    assert (core.title, core.author, core.last_modified_by, core.language) == (case.briefing().title, "", "", "en-GB")
    assert core.created.isoformat()[:10] == core.modified.isoformat()[:10] == "2027-01-22"


def test_word_tables_repeat_their_header_row_and_say_what_they_are(files):
    table = docx.Document(io.BytesIO(files["briefing.docx"])).tables[1]
    assert [row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in table.rows] == [True] + [
        False
    ] * 3
    properties = table._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == str(case.table().caption)
    said = properties.find(qn("w:tblDescription")).get(qn("w:val"))
    assert said == "Columns: Council; Meetings; Share (%); Last seen"


def test_each_mark_is_a_content_control_with_a_tag_word_accepts(files):
    document = docx.Document(io.BytesIO(files["briefing.docx"]))
    controls = list(document.element.iter(qn("w:sdt")))
    tags = [control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) for control in controls]
    marks = [span for block in case.briefing().sections[0].blocks for span in block.text if span.kind != "words"]
    assert len(tags) > len(marks) and "f:attendance/calder" in tags and "r:notes:1 minutes:1" in tags
    ids = [control.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for control in controls]
    assert len(set(ids)) == len(ids) and all(len(tag) <= 64 for tag in tags)


def test_a_word_file_says_which_study_and_build_it_is_of_and_names_neither_person_nor_place(files):
    assert properties(files["briefing.docx"]) == {"leadnet study": "5f0c1d2e3a4b", "leadnet build": "3f2a9c01b7de"}
    with zipfile.ZipFile(io.BytesIO(files["briefing.docx"])) as parts:
        assert "/docProps/custom.xml" in parts.read("[Content_Types].xml").decode()
    with pytest.raises(StudyError, match="no Word file"):
        properties(b"%PDF-1.7")


def test_a_tag_leads_back_to_the_ref_it_was_made_from_however_long():
    ref = "ssog-2007-07-02-notes:1 " * 5
    assert tagged([ref])[tag("quote", ref)] == ("quote", ref) and len(tag("quote", ref)) < 30
    assert tagged([ref]).get(tag("quote", "another:1")) is None


def marked(data: bytes) -> list[tuple[str, str]]:
    """Each marked text of a Word file with the anchor it opens at, in reading order."""
    return [(text, mark.opens) for read in read_docx(data) for text, mark in read.runs if mark]


def test_a_control_that_lost_its_tag_is_known_by_the_link_in_it(files):
    without = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(files["briefing.docx"])) as old, zipfile.ZipFile(without, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<w:tag [^>]*/>", b"", old.read(name)))
    assert b"w:tag " in zipfile.ZipFile(io.BytesIO(files["briefing.docx"])).read("word/document.xml")
    assert marked(without.getvalue()) == marked(files["briefing.docx"])
    assert {mark.kind for read in read_docx(without.getvalue()) for _, mark in read.runs if mark} == {"link"}


def test_saved_again_by_libreoffice_a_word_file_still_knows_each_mark_and_its_study(files, needs, tmp_path):
    (tmp_path / "briefing.docx").write_bytes(files["briefing.docx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run([needs("soffice"), "--headless", profile, "--convert-to", "docx", "--outdir", tmp_path / "again",
                    tmp_path / "briefing.docx"], check=True, capture_output=True, timeout=120)  # fmt: skip
    again = (tmp_path / "again" / "briefing.docx").read_bytes()
    assert marked(again) == marked(files["briefing.docx"])
    assert properties(again) == properties(files["briefing.docx"])


def test_the_word_footer_counts_pages(files):
    with zipfile.ZipFile(io.BytesIO(files["briefing.docx"])) as parts:
        footer = parts.read("word/footer1.xml").decode()
    assert 'w:instr=" PAGE "' in footer and 'w:instr=" NUMPAGES "' in footer and "Build 3f2a9c01b7de" in footer


# ---- PDF -------------------------------------------------------------------------------------------------------------


def test_the_pdf_says_it_keeps_to_pdf_ua_and_pdf_a(files):
    root = pypdf.PdfReader(io.BytesIO(files["briefing.pdf"])).trailer["/Root"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB"
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp and "<pdfaid:conformance>A</pdfaid:conformance>" in xmp


def test_the_pdf_uses_the_one_font_that_comes_with_matplotlib(files):
    fonts = {str(font["/BaseFont"]) for font in _fonts(pypdf.PdfReader(io.BytesIO(files["briefing.pdf"])))}
    assert fonts and all("DejaVuSans" in font for font in fonts)


def _fonts(reader):
    for page in reader.pages:
        yield from (font.get_object() for font in page["/Resources"]["/Font"].values())


# ---- evidence --------------------------------------------------------------------------------------------------------


def test_every_link_of_every_paper_opens_at_something_that_is_there(files):
    page = lxml.html.document_fromstring(files["briefing.html"].decode())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//main//a/@href")} <= set(ids)
    there = set(lxml.html.document_fromstring(files["evidence.html"].decode()).xpath("//@id"))
    assert {anchor(ref) for _, ref in refs(case.briefing())} <= there
    assert _pdf_links(files["briefing.pdf"]) == _docx_links(files["briefing.docx"]) and len(there) > 10
    assert {link.removeprefix("evidence.html#") for link in _pdf_links(files["briefing.pdf"])} <= there


def _pdf_links(data: bytes) -> set[str]:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return {str(link.get_object()["/A"]["/URI"]) for page in pages for link in page.get("/Annots", [])}


def _docx_links(data: bytes) -> set[str]:
    return {rel.target_ref for rel in docx.Document(io.BytesIO(data)).part.rels.values() if rel.is_external}


def test_a_finding_shows_its_value_rules_and_the_lines_it_rests_on(files):
    page = lxml.html.document_fromstring(files["evidence.html"].decode())
    said = page.get_element_by_id(anchor("attendance/calder")).text_content()
    assert "substitutes count" in said and case.LINES["notes:4"] in said and case.LINES["minutes:3"] in said


def test_a_mark_whose_lines_the_evidence_lacks_is_refused_by_name():
    with pytest.raises(StudyError, match="1,770.*homes/surveyed"):
        write_html(case.briefing(), [entry for entry in case.evidence() if entry.finding_id != "homes/surveyed"])
    with pytest.raises(StudyError, match="notes:12"):
        write_evidence(case.briefing(), [entry for entry in case.evidence() if entry.finding_id != "notes:12"])


def test_the_evidence_takes_a_paper_s_words_as_text():
    entry = Evidence("notes:12", "<b>x</b>", "", "<i>", "", case.evidence()[-1].lines)
    page = write_evidence(replace(case.briefing(), sections=(), details=()), [entry]).decode()
    assert "&lt;b&gt;x&lt;/b&gt;" in page and "&lt;script&gt;" in page and "<b>" not in page


# ---- odd papers ------------------------------------------------------------------------------------------------------


def test_a_made_up_study_says_so_at_the_top():
    made_up = replace(case.briefing(), made_up=True)
    for ending, data in (("docx", write_docx(made_up)), ("pdf", write_pdf(made_up)),
                         ("html", write_html(made_up, case.evidence()))):  # fmt: skip
        assert "Made-updata:" in text_of(ending, data)[:90], ending


def test_letters_the_font_lacks_and_control_marks_stop_no_paper():
    odd = Sentence((Span("Zoë \x07\ufffe 漢字 😀 שלום"),))
    paper = replace(case.briefing(), sections=(Section("Odd", (Paragraph(odd),)),))
    for ending, data in (("docx", write_docx(paper)), ("html", write_html(paper, case.evidence()))):
        assert "Zoë漢字😀שלום" in text_of(ending, data)
    assert "Zoë" in text_of("pdf", write_pdf(paper))


def test_a_paper_without_details_or_sections_is_still_a_paper():
    bare = replace(case.briefing(), details=(), sections=())
    assert all(len(data) > 1000 for data in case.papers(bare).values())


def test_clean_and_spans_leave_out_only_what_no_file_may_hold():
    assert clean("a\u202eb\nc\x00d") == "ab cd"
    assert str(spans("plain")) == "plain" and spans(Sentence((Span(""), Span("x", "quote", "n:1"))))[0].ref == "n:1"
