"""What a Word file must keep for readers who hear it or tab through it; no program for that runs off Windows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn

SMALLEST = 8  # points
CONTRAST = 4.5  # of text on its ground, WCAG 2.2 AA


def faults(data: bytes) -> list[str]:
    """Each rule the file breaks, in words; [] when it keeps all."""
    document = docx.Document(io.BytesIO(data))
    return [
        *_file_faults(document, data),
        *_heading_faults(document),
        *_picture_faults(document),
        *_table_faults(document),
        *_text_faults(document),
    ]


def _file_faults(document, data: bytes) -> Iterator[str]:
    if not document.core_properties.title:
        yield "the file has no title"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        styles = parts.read("word/styles.xml").decode()
    if 'w:lang w:val="en-GB"' not in styles:
        yield "the styles do not say that the language is British English"


def _heading_faults(document) -> Iterator[str]:
    """Headings by style, from the first level down, none blank and none skipped."""
    names = [paragraph.style.name for paragraph in document.paragraphs]
    if names.count("Title") != 1:
        yield "there is not one title"
    levels = [int(name.split()[1]) for name in names if name.startswith("Heading")]
    if not levels:
        yield "there is no heading"
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"a heading of level {level} follows one of level {before}"
    for paragraph in document.paragraphs:
        if not paragraph._p.xpath(".//w:t | .//w:drawing"):
            yield "an empty paragraph stands in for space"


def _picture_faults(document) -> Iterator[str]:
    for place, shape in enumerate(document.inline_shapes, start=1):
        if not shape._inline.docPr.get("descr", "").strip():
            yield f"picture {place} has no alternative text"
    if document.element.body.xpath(".//wp:anchor"):
        yield "a picture floats, so that its place in the reading order is not known"


def _table_faults(document) -> Iterator[str]:
    for place, table in enumerate(document.tables, start=1):
        properties = table._tbl.tblPr
        if properties.find(qn("w:tblCaption")) is None or properties.find(qn("w:tblDescription")) is None:
            yield f"table {place} has no title or description"
        first = table.rows[0]._tr.trPr
        heads = first is not None and first.find(qn("w:tblHeader")) is not None
        if not heads and properties.find(qn("w:tblLook")).get(qn("w:firstColumn")) != "1":
            yield f"table {place} has neither a header row nor a header column"
        if heads and not all(cell.text.strip() for cell in table.rows[0].cells):
            yield f"table {place} has a column without a heading"
        if table._tbl.xpath(".//w:gridSpan | .//w:vMerge | .//w:tbl"):
            yield f"table {place} has merged cells or a table within"


def _text_faults(document) -> Iterator[str]:
    for style in document.styles:
        font = getattr(style, "font", None)
        if font is None:
            continue
        if font.size and font.size.pt < SMALLEST:
            yield f"style {style.name} is smaller than {SMALLEST} points"
        if font.color.rgb is not None and _contrast(font.color.rgb) < CONTRAST:
            yield f"style {style.name} is too pale to read on white"
    for link in document.element.body.iter(qn("w:hyperlink")):
        if not "".join(text.text or "" for text in link.iter(qn("w:t"))).strip():
            yield "a link has no words"


def _contrast(colour) -> float:
    """Of a colour on white, as WCAG counts it."""
    parts = [part / 255 for part in colour]
    light = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)
