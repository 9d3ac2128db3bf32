"""How the Word paper looks: one place for its styles, made on python-docx's blank document."""

from __future__ import annotations

from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

FONT, INK, GREY = "Arial", "12436D", "3D3D3D"
KEPT = {"Normal", "Title", "Heading 1", "Caption", "Header", "Footer", "Default Paragraph Font", "Normal Table",
        "No List"}  # fmt: skip
UNUSED = ("thumbnail", "extended-properties", "stylesWithEffects", "customXml", "numbering")

# name: (size, bold, colour, space before, space after, left indent, first line, keep with next); lengths in pt and cm
_PARAGRAPHS = {
    "Normal": (10, False, None, 0, 4, 0, 0, False),
    "Title": (18, True, INK, 0, 8, 0, 0, True),
    "Heading 1": (13, True, INK, 11, 4, 0, 0, True),
    "Caption": (10, True, INK, 8, 3, 0, 0, True),
    "Header": (8.5, False, GREY, 0, 0, 0, 0, False),
    "Footer": (8, False, GREY, 0, 2, 0, 0, False),
    "Report Notice": (10.5, True, "801650", 0, 6, 0, 0, True),
    "Report Paragraph": (9.5, False, None, 0, 4, 1.25, -1.25, False),
    "Report Limb": (9.5, False, None, 0, 2, 2.1, -0.85, False),
    "Report Figure": (10, False, None, 0, 2, 0, 0, True),
    "Report Cell": (8.5, False, None, 1, 1, 0, 0, False),
    "Report Source": (8.5, False, GREY, 2, 8, 0, 0, False),
}
NEEDED = (*_PARAGRAPHS, "Report Mark", "Report Details", "Report Table")  # what a template has to have too

_TABLE_STYLE = """
<w:style {ns} w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="{top}" w:color="{ink}"/><w:bottom w:val="single" w:sz="{top}" w:color="{ink}"/>
<w:insideH w:val="single" w:sz="4" w:color="C5CFDA"/></w:tblBorders>
<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="{bold}"><w:rPr><w:b/><w:color w:val="{ink}"/></w:rPr><w:tcPr>{shade}</w:tcPr></w:tblStylePr>
</w:style>"""


def blank() -> Any:
    """An A4 document with the report's own styles, in British English, and nothing in it."""
    document = docx.Document()
    _prune(document)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.7)
    page.header_distance = page.footer_distance = Cm(1)
    for name, look in _PARAGRAPHS.items():
        _paragraph_style(document.styles, name, *look)
    _tab_stops(document.styles)
    _mark_style(document.styles)
    _table_styles(document.styles)
    _settings(document)
    return document


def _prune(document: Any) -> None:
    """Leave out what python-docx's blank document brings and the report does not use."""
    for style in list(document.styles):
        if style.name not in KEPT and style.type is not None:
            style.delete()
    for rels in (document.part.package.rels, document.part.rels):
        for rid in [rid for rid, rel in rels.items() if rel.reltype.rsplit("/", 1)[-1] in UNUSED]:
            del rels[rid]


def _paragraph_style(
    styles: Any, name: str, size: float, bold: bool, colour: str | None, before: float, after: float,
    left: float, first: float, keep: bool,
) -> None:  # fmt: skip
    style = styles[name] if name in KEPT else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for old in style.element.xpath("./w:rPr | ./w:pPr | ./w:link"):
        style.element.remove(old)
    if name not in KEPT:
        style.base_style = styles["Normal"]
        style.quick_style = True
    _font(style, size, bold, colour)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.12
    layout.left_indent, layout.first_line_indent = Cm(left), Cm(first)
    layout.keep_with_next, layout.widow_control = keep, True
    if name == "Heading 1":
        layout._element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>'))


def _font(style: Any, size: float, bold: bool, colour: str | None) -> None:
    """Arial for every script, so that no theme font takes over."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold or None, None
    fonts = style.element.rPr.rFonts
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)


def _tab_stops(styles: Any) -> None:
    """The text beside a number begins where its following lines do."""
    styles["Report Paragraph"].paragraph_format.tab_stops.add_tab_stop(Cm(1.25))
    styles["Report Limb"].paragraph_format.tab_stops.add_tab_stop(Cm(2.1))
    styles["Heading 1"].paragraph_format.tab_stops.add_tab_stop(Cm(1.25))
    styles["Footer"].paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)


def _mark_style(styles: Any) -> None:
    """A number that opens at its line: quiet on screen, plain on paper."""
    style = styles.add_style("Report Mark", WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = RGBColor.from_string(INK)


def _table_styles(styles: Any) -> None:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E8EDF3"/>'
    for name, top, bold, fill in (("Report Table", 8, "firstRow", shade), ("Report Details", 4, "firstCol", "")):
        filled = {"id": name.replace(" ", ""), "name": name, "top": top, "bold": bold, "shade": fill, "ink": INK}
        styles.element.append(parse_xml(_TABLE_STYLE.format(ns=nsdecls("w"), **filled)))


def _settings(document: Any) -> None:
    """British English; and laid out as Word does since 2013, so that tables line up with the text."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
