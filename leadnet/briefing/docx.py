"""The briefing as a Word file, made so that an edited copy can be held against the study again.

Each number, date and quotation sits in a content control of its own (w:sdt within the paragraph), and in it in a link
to its lines in evidence.html. What the control says of itself:

    w:tag     f:FINDING_ID    a number of the findings table            f:meetings_known/ssog
              r:CITES         a date, number or name off a record       r:meetings#ssog-2007-07-02
              q:CITES         words of a paper in quotation marks       q:ssog-2007-07-02-notes:31
              Word holds 64 characters: a longer ref is f:sha1- (r:, q:) and 16 letters of its SHA-1 (`marks.tag`;
              `marks.tagged` leads back from a tag to the ref).
    w:alias   the same for a person to read: "Finding …", "From …", "Quoted from …"
    w:id      counted from one through the text, then the footer

`readback.read_docx` gives every passage with its marks back, edited or not; where a program dropped the tags when it
saved the file (LibreOffice does), it goes by the link in the control, and the mark's kind is "link".
docProps/custom.xml names what the file is of: `leadnet study`, a hash that all builds of one study share and that holds
no name, and `leadnet build` (`docx_file.properties` reads both).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from leadnet.briefing import docx_look
from leadnet.briefing.content import Briefing
from leadnet.briefing.docx_file import BUILD, STUDY, add_properties, settled
from leadnet.briefing.docx_template import emptied
from leadnet.briefing.layout import MADE_UP, Piece, columns_said, look, numeric, pieces, shares
from leadnet.briefing.marks import clean, href, spans, tag
from leadnet.study.words import Sentence, Span

_ALIAS = {"finding": "Finding", "record": "From", "quote": "Quoted from"}


def write_docx(briefing: Briefing, template: Path | None = None) -> bytes:
    """The paper as Word opens it; the same bytes for the same briefing. StudyError for a template that cannot serve."""
    document = emptied(template.read_bytes(), template.name) if template else docx_look.blank()
    _properties(document.core_properties, briefing)
    add_properties(document.part.package, {STUDY: briefing.study, BUILD: briefing.build})
    document.add_paragraph(clean(briefing.title), style="Title")
    if briefing.made_up:
        document.add_paragraph(MADE_UP, style="Report Notice")
    _details(document, briefing)
    for piece in pieces(briefing):
        _WRITE[piece.role](document, piece)
    _footer(document, briefing)
    for number, control in enumerate(_everywhere(document, "w:sdtPr"), start=1):
        control.find(qn("w:id")).set(qn("w:val"), str(number))
    buffer = io.BytesIO()
    document.save(buffer)
    return settled(buffer.getvalue(), briefing.date)


def _properties(core: Any, briefing: Briefing) -> None:
    core.title, core.subject, core.comments, core.author = clean(briefing.title)[:255], "", "", ""
    core.last_modified_by, core.keywords, core.language, core.revision = "", f"build {briefing.build}", "en-GB", 1
    core.created = core.modified = datetime.fromisoformat(briefing.date)


def _details(document: Any, briefing: Briefing) -> None:
    """The title block: a row for each detail, its name in the first column."""
    if not briefing.details:
        return
    table = document.add_table(rows=0, cols=2, style="Report Details")
    _describe(table, "Report details", "What the report is, for whom, and whose", first_row=False)
    for name, said in briefing.details:
        _row(table, (name, said), (False, False))
    _widths(table, (0.25, 0.75))


def _numbered(style: str) -> Any:
    def write(document: Any, piece: Piece) -> None:
        paragraph = document.add_paragraph(f"{piece.label}\t", style=style)
        _say(paragraph, piece.text)

    return write


def _table(document: Any, piece: Piece) -> None:
    exhibit = piece.exhibit
    _caption(document, piece)
    table = document.add_table(rows=0, cols=len(exhibit.header), style="Report Table")
    _describe(table, str(piece.text), columns_said(exhibit))
    right = numeric(exhibit)
    for cells in (exhibit.header, *exhibit.rows):
        _row(table, cells, right)
    _repeat(table.rows[0])
    for cell in (*table.rows[0].cells, *table.rows[-1].cells):  # the caption and the source stay with the table
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    _widths(table, shares(exhibit))
    _source(document, exhibit.source)


def _figure(document: Any, piece: Piece) -> None:
    exhibit = piece.exhibit
    _caption(document, piece)
    run = document.add_paragraph(style="Report Figure").add_run()
    picture = run.add_picture(io.BytesIO(exhibit.drawn.png), width=round(_page(run) * exhibit.width))
    for side in "TBLR":  # said of none, LibreOffice keeps a gap about the picture and moves it out of the margin
        picture._inline.set(f"dist{side}", "0")
    properties = picture._inline.docPr
    properties.set("name", piece.label)
    properties.set("descr", str(spans(exhibit.alt)))
    _source(document, exhibit.source)


def _caption(document: Any, piece: Piece) -> None:
    _say(document.add_paragraph(f"{piece.label}: ", style="Caption"), piece.text)


def _source(document: Any, source: Sentence) -> None:
    _say(document.add_paragraph(style="Report Source"), source)


_WRITE = MappingProxyType({
    "heading": _numbered("Heading 1"),
    "paragraph": _numbered("Report Paragraph"),
    "limb": _numbered("Report Limb"),
    "table": _table,
    "figure": _figure,
})  # fmt: skip


def _footer(document: Any, briefing: Briefing) -> None:
    """The footer sentence, and under it Page X of Y to the right."""
    footer = document.sections[0].footer
    sentence = footer.paragraphs[0]
    sentence.paragraph_format.element.get_or_add_pPr().append(_rule_above())
    _say(sentence, briefing.footer)
    page = footer.add_paragraph("\tPage ", style="Footer")
    page._p.append(_field("PAGE"))
    page.add_run(" of ")
    page._p.append(_field("NUMPAGES"))


def _rule_above() -> Any:
    rule = '<w:top w:val="single" w:sz="4" w:space="4" w:color="C5CFDA"/>'
    return parse_xml(f"<w:pBdr {nsdecls('w')}>{rule}</w:pBdr>")


def _field(code: str) -> Any:
    """A field Word fills in; until it does, 1 stands there."""
    return parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')


# ---- marks -----------------------------------------------------------------------------------------------------------


def _say(paragraph: Any, sentence: str | Sentence) -> None:
    """The sentence as runs; each marked span in its own content control."""
    for span in spans(sentence):
        if span.kind == "words":
            _look(paragraph.add_run(span.text), span)
        else:
            paragraph._p.append(_control(paragraph, span))


def _look(run: Any, span: Span) -> Any:
    for name, on in look(span).items():
        if on:
            setattr(run, name, True)
    return run


def _control(paragraph: Any, span: Span) -> Any:
    """An inline content control: alias in words, tag for the check, and in it a link to the evidence."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag/><w:id/></w:sdtPr><w:sdtContent/></w:sdt>")
    alias, marked = control[0][0], control[0][1]
    alias.set(qn("w:val"), f"{_ALIAS[span.kind]} {clean(span.ref)}"[:64])
    marked.set(qn("w:val"), tag(span.kind, clean(span.ref)))
    link = OxmlElement("w:hyperlink")
    target = paragraph.part.relate_to(href(span.ref), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), target)
    style = None if span.kind == "quote" else "Report Mark"  # a quotation has its marks to tell it by
    run = _look(paragraph.add_run(span.text, style=style), span)
    link.append(run._r)  # made in the paragraph, then moved into the link
    control.find(qn("w:sdtContent")).append(link)
    return control


# ---- tables ----------------------------------------------------------------------------------------------------------


def _describe(table: Any, title: str, description: str, first_row: bool = True) -> None:
    """Title and description for a screen reader, and which cells head the others."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    for name in list(look.attrib):
        del look.attrib[name]
    for name, on in (("firstRow", first_row), ("lastRow", False), ("firstColumn", True), ("lastColumn", False),
                     ("noHBand", True), ("noVBand", True)):  # fmt: skip
        look.set(qn(f"w:{name}"), str(int(on)))
    for name, said in (("w:tblCaption", title), ("w:tblDescription", description)):
        element = OxmlElement(name)
        element.set(qn("w:val"), clean(said))
        properties.append(element)


def _row(table: Any, cells: Sequence[str | Sentence], right: Sequence[bool]) -> None:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, said, to_right in zip(row.cells, cells, right, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Report Cell"
        if to_right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _say(paragraph, said)


def _repeat(row: Any) -> None:
    """This row heads the table on every page it runs over."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _widths(table: Any, parts: Sequence[float]) -> None:
    table.autofit = False
    wide = _page(table)
    for column, part in zip(table.columns, parts, strict=True):
        column.width = round(wide * part)
        for cell in column.cells:
            cell.width = round(wide * part)


def _page(within: Any) -> int:
    """The width of the text on the page, in Word's smallest unit."""
    page = within.part.document.sections[0]
    return page.page_width - page.left_margin - page.right_margin


def _everywhere(document: Any, name: str) -> list[Any]:
    footer = document.sections[0].footer._element
    return [*document.element.iter(qn(name)), *footer.iter(qn(name))]
