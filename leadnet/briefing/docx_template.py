"""A council's own Word template, emptied: its styles, page and header stay, whose it was and what it said do not.

Any finished briefing.docx serves as a start: change its styles in Word, save it beside briefing.toml and name it there.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import lxml.etree
from docx.oxml.ns import qn

from leadnet.briefing.docx_look import NEEDED, UNUSED
from leadnet.study.tables import StudyError

_TOLD = ("core-properties", "custom-properties", "comments", "commentsExtended", "commentsIds", "people",
         "attachedTemplate", "glossaryDocument")  # fmt: skip


def emptied(data: bytes, name: str) -> Any:
    """The template as a document to write into; StudyError when it is no Word file or lacks a style the report needs.

    `name` is the file's, for the message.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        held = {style.name for style in document.styles}
    except (ValueError, KeyError, zipfile.BadZipFile, lxml.etree.XMLSyntaxError):
        raise StudyError(f"{name}: the template is no Word file (.docx); save it as one and try again") from None
    if missing := [style for style in NEEDED if style not in held]:
        raise StudyError(
            f"{name}: the template lacks the styles {', '.join(missing)}; take a finished briefing.docx, which has "
            "them, change how they look and save it as the template"
        )
    body = document.element.body
    for element in [element for element in body if element.tag != qn("w:sectPr")]:
        body.remove(element)
    _forget(document)
    section = document.sections[0]
    section.different_first_page_header_footer = document.settings.odd_and_even_pages_header_footer = False
    for other in section._sectPr.xpath("./*[self::w:headerReference or self::w:footerReference][@w:type!='default']"):
        document.part.drop_rel(other.get(qn("r:id")))  # of a first or even page: never shown, and yet in the file
        section._sectPr.remove(other)
    section.footer.is_linked_to_previous = False
    for element in list(section.footer._element)[1:]:
        section.footer._element.remove(element)
    section.footer.paragraphs[0].clear().style = "Footer"
    return document


def header_texts(template: Path | None) -> set[str]:
    """What a template's header prints on each page: the council's own words, as an address, number and all."""
    if template is None:
        return set()
    header = emptied(template.read_bytes(), template.name).sections[0].header._element
    paragraphs = header.iter(qn("w:p"))  # those in tables and text boxes too: an address often stands in one
    return {"".join(_printed(each)).strip() for each in paragraphs} - {""}


def _printed(paragraph: Any) -> Iterator[str]:
    """The words of a paragraph; a break or tab is a gap."""
    for element in paragraph.iter(*map(qn, ("w:t", "w:br", "w:cr", "w:tab"))):
        yield element.text or "" if element.tag == qn("w:t") else " "


def _forget(document: Any) -> None:
    """Leave out what a template carries of who made it: properties, comments, the path it came from."""
    settings = document.settings
    for rels in (document.part.package.rels, document.part.rels, document.part._settings_part.rels):
        for rid in [rid for rid, rel in rels.items() if rel.reltype.rsplit("/", 1)[-1] in (*UNUSED, *_TOLD)]:
            del rels[rid]
    for element in settings.element.xpath("./w:attachedTemplate | ./w:docVars | ./w:rsids"):
        settings.element.remove(element)
