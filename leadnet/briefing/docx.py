"""The briefing as a Word file. Each number, date and quotation sits in a content control whose tag says what it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from leadnet.briefing import docx_look
from leadnet.briefing.content import Briefing
from leadnet.briefing.layout import MADE_UP, Piece, columns_said, numeric, pieces, shares
from leadnet.briefing.marks import clean, href, spans, tag
from leadnet.study.words import Sentence, Span

PAGE_CM = 17.0  # A4 less its margins
_ALIAS = {"finding": "Finding", "record": "From", "quote": "Quoted from"}


def write_docx(briefing: Briefing) -> bytes:
    """The paper as Word opens it; the same bytes for the same briefing."""
    document = docx_look.blank()
    _properties(document.core_properties, briefing)
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
    return _settled(buffer.getvalue(), briefing.date)


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
    picture = run.add_picture(io.BytesIO(exhibit.png), width=Cm(PAGE_CM * exhibit.width))
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
            paragraph.add_run(span.text)
        else:
            paragraph._p.append(_control(paragraph, span))


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
    link.append(paragraph.add_run(span.text, style=style)._r)  # made in the paragraph, then moved into the link
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
    for column, part in zip(table.columns, parts, strict=True):
        column.width = Cm(PAGE_CM * part)
        for cell in column.cells:
            cell.width = Cm(PAGE_CM * part)


# ---- the file --------------------------------------------------------------------------------------------------------


def _everywhere(document: Any, name: str) -> list[Any]:
    footer = document.sections[0].footer._element
    return [*document.element.iter(qn(name)), *footer.iter(qn(name))]


def _settled(data: bytes, iso: str) -> bytes:
    """The same zip with every date set to the paper's, so that two builds are alike to the byte."""
    year, month, day = (int(part) for part in iso.split("-"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (max(year, 1980), month, day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(entry, old.read(name))
    return buffer.getvalue()
