"""The finished Word and HTML files read back as passages of text with their marks, for the number check.

Nothing here knows how the files were written: every paragraph, cell, heading, footer, title and hidden text is read.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

import lxml.etree
import lxml.html

from leadnet.briefing.marks import EVIDENCE_FILE, KINDS


@dataclass(frozen=True)
class Mark:
    """What a run of text says it is: kind is finding, record, quote, or link where the file does not say which.

    `ref` is as the file carries it: a ref, a Word tag's shortened ref, or the address a link opens.
    """

    kind: str
    ref: str
    place: int = 0  # tells two marks with one ref apart
    opens: str = ""  # the anchor its link opens, where it has a link


@dataclass(frozen=True)
class Passage:
    """One paragraph, cell, footer or hidden text. role is text, heading, cell, footer, meta, alt or hidden."""

    role: str
    runs: tuple[tuple[str, Mark | None], ...]
    page: int = 0
    pages: int = 0

    @property
    def text(self) -> str:
        """The passage's words, marks left aside."""
        return "".join(text for text, _ in self.runs)


def passage(role: str, pieces: Iterable[tuple[str, Mark | None]], page: int = 0, pages: int = 0) -> Passage:
    """A passage of pieces of text, those under one mark put together."""
    runs = tuple(
        ("".join(text for text, _ in group), mark) for mark, group in groupby(pieces, key=lambda piece: piece[1])
    )
    return Passage(role, runs, page, pages)


# ---- Word ------------------------------------------------------------------------------------------------------------

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab", f"{_W}br", f"{_W}cr"}
_DASHES = {f"{_W}noBreakHyphen"}
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FIELD = re.compile(rf'HYPERLINK "[^"]*{re.escape(EVIDENCE_FILE)}"\s+\\l\s+"([^"]+)"')
_SAFE = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def read_docx(data: bytes) -> list[Passage]:
    """Every passage of a Word file: the text, then notes, headers and footers, then the file's own title."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = sorted(parts.namelist(), key=lambda name: (name != "word/document.xml", name))
        xml = {n: lxml.etree.fromstring(parts.read(n), _SAFE) for n in names if n.endswith((".xml", ".rels"))}
    found: list[Passage] = []
    for name, root in xml.items():
        part = PurePosixPath(name).stem.rstrip("0123456789")
        if part in ("document", "footnotes", "endnotes", "comments", "header", "footer") and name.endswith(".xml"):
            rels = xml.get(f"word/_rels/{PurePosixPath(name).name}.rels", ())
            targets = {rel.get("Id"): rel.get("Target") for rel in rels}
            found += _docx_part(root, "footer" if part in ("header", "footer") else "text", targets)
    return found + list(_docx_title(xml))


def _docx_part(root: Any, role: str, targets: Mapping[str, str]) -> Iterator[Passage]:
    for element in root.iter(f"{_W}p", f"{_W}tblCaption", f"{_W}tblDescription", "{*}docPr"):
        if element.tag == f"{_W}p":
            yield passage(_docx_role(element, role), _docx_pieces(element, targets))
        elif lxml.etree.QName(element).localname == "docPr":
            is_picture = any(True for _ in element.getparent().iter("{*}blip"))
            yield from (_hidden("alt", said) for said in (element.get("descr", ""),) if said or is_picture)
            yield from (_hidden("hidden", said) for said in (element.get("title"),) if said)
        else:
            yield _hidden("hidden", element.get(f"{_W}val", ""))


def _docx_role(paragraph: Any, role: str) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if role == "text" and style is not None and style.get(f"{_W}val", "").startswith("Heading"):
        return "heading"
    in_cell = any(True for _ in paragraph.iterancestors(f"{_W}tc"))
    return "cell" if role == "text" and in_cell else role


def _docx_pieces(paragraph: Any, targets: Mapping[str, str]) -> Iterator[tuple[str, Mark | None]]:
    """The text of a paragraph, run by run; deleted text is no text, and a paragraph within it speaks for itself."""
    controls = {control: place for place, control in enumerate(paragraph.iter(f"{_W}sdt"), start=1)}
    field, opened = "", {}  # of a control, what a link in it opens: LibreOffice may end the link before the control
    for element in paragraph.iter(f"{_W}t", f"{_W}fldChar", f"{_W}instrText", *_BREAKS, *_DASHES):
        if next(element.iterancestors(f"{_W}p")) is not paragraph or element.getparent().tag == f"{_W}tabs":
            continue
        if element.tag in (f"{_W}fldChar", f"{_W}instrText"):
            field = _field_opens(element, field)
            continue
        text = element.text or "" if element.tag == f"{_W}t" else "-" if element.tag in _DASHES else " "
        control = next(element.iterancestors(f"{_W}sdt"), None)
        opens = _docx_opens(element, targets) or field or opened.get(control, "")
        if control is not None:
            opened[control] = opens
        yield text, _docx_mark(control, controls.get(control, 0), opens)


def _field_opens(element: Any, field: str) -> str:
    """The anchor a link kept as a field opens, from its instruction to its end: so LibreOffice writes links."""
    if element.tag == f"{_W}fldChar":
        return field if element.get(f"{_W}fldCharType") == "separate" else ""
    found = _FIELD.search(element.text or "")
    return found[1] if found else field


def _docx_mark(control: Any, place: int, opens: str) -> Mark | None:
    """The mark of a content control, by its tag; where no tag of leadnet's is left, of the link to the evidence."""
    tag = None if control is None else control.find(f"{_W}sdtPr/{_W}tag")
    letter, colon, ref = ("" if tag is None else tag.get(f"{_W}val", "")).partition(":")
    if colon and letter in KINDS:
        return Mark(KINDS[letter], ref, place, opens)
    return Mark("link", f"{EVIDENCE_FILE}#{opens}", place, opens) if opens else None


def _docx_opens(element: Any, targets: Mapping[str, str]) -> str:
    """The anchor the link around a text opens; Word may keep it apart from the file's name."""
    link = next(element.iterancestors(f"{_W}hyperlink"), None)
    if link is None:
        return ""
    return link.get(f"{_W}anchor") or targets.get(link.get(_ID), "").partition("#")[2]


def _docx_title(xml: Mapping[str, Any]) -> Iterator[Passage]:
    core = xml.get("docProps/core.xml")
    for element in () if core is None else core.iter("{http://purl.org/dc/elements/1.1/}*"):
        if lxml.etree.QName(element).localname in ("title", "subject", "description") and element.text:
            yield passage("meta", [(element.text, None)])


def _hidden(role: str, text: str) -> Passage:
    return passage(role, [(text, None)])


# ---- HTML ------------------------------------------------------------------------------------------------------------

_INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong",
           "sub", "sup", "time", "u", "wbr"}  # fmt: skip
_SILENT = {"style", "script", "template"}
_ROLES = {"title": "meta", "td": "cell", "th": "cell", "footer": "footer"} | {f"h{n}": "heading" for n in range(1, 7)}
_ALT = {"img": "alt", "svg": "aria-label"}  # where a picture keeps its text
EVIDENCE_ID = "evidence"


def read_html(data: bytes) -> list[Passage]:
    """Every passage of an HTML file but the section whose id is "evidence": its lines are quotations of papers."""
    root = lxml.html.document_fromstring(data.decode("utf-8"))
    for section in root.xpath(f"//section[@id='{EVIDENCE_ID}']")[-1:]:
        section.drop_tree()
    return [*_html_passages(root), *_html_hidden(root)]


def _html_passages(root: Any) -> Iterator[Passage]:
    """Text nodes in the order they are read, those of one block together."""
    nodes = ((_html_block(element), text, element) for element, text in _html_texts(root))
    for block, group in groupby(nodes, key=lambda node: node[0]):
        pieces = [(text, _html_mark(element)) for _, text, element in group]
        if any(text.strip() for text, _ in pieces):
            yield passage(_html_role(block), pieces)


def _html_texts(element: Any) -> Iterator[tuple[Any, str]]:
    """Each stretch of text with the element it stands in."""
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return
    if element.text:
        yield element, element.text
    for child in element:
        if child.tag == "br":
            yield element, " "
        yield from _html_texts(child)
        if child.tail:
            yield element, child.tail


def _html_block(element: Any) -> Any:
    while element.tag in _INLINE and element.getparent() is not None:
        element = element.getparent()
    return element


def _html_role(block: Any) -> str:
    return next((_ROLES[el.tag] for el in (block, *block.iterancestors()) if el.tag in _ROLES), "text")


def _html_mark(element: Any) -> Mark | None:
    """The nearest mark around a text, and where the link around the text leads."""
    around = [element, *element.iterancestors()]
    opens = next((el.get("href").partition("#")[2] for el in around if el.tag == "a" and el.get("href")), "")
    for marked in around:
        for kind in KINDS.values():
            if (ref := marked.get(f"data-{kind}")) is not None:
                return Mark(kind, ref, sum(1 for _ in marked.itersiblings(preceding=True)) + 1, opens)
    return None


def _html_hidden(root: Any) -> Iterator[Passage]:
    """What is read out or shown on hovering, and every picture's text, were it blank."""
    for element in root.iter(lxml.etree.Element):
        alt = _ALT.get(element.tag)
        if alt:
            yield _hidden("alt", element.get(alt, ""))
        elif element.tag == "meta" and element.get("name") in ("description", "keywords"):
            yield _hidden("meta", element.get("content", ""))
        for name in ("alt", "title", "aria-label", "aria-description"):
            if element.get(name) and name != alt:
                yield _hidden("hidden", element.get(name))
