"""The reader of .docx: paragraphs and table rows in reading order, as Word would print them with all changes accepted.

Read straight from the XML: python-docx keeps the whole file in memory, hangs on built traps, and gives neither list
numbers nor text boxes nor tracked changes.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from leadnet.documents.formats.running_heads import names_body
from leadnet.documents.formats.word_numbers import Numbers, Styles, child, name_of, number, on, value
from leadnet.documents.formats.word_spacing import Spaced, closed_up
from leadnet.documents.formats.word_tables import Cell, Table, block_lines
from leadnet.documents.formats.zipped import Parts
from leadnet.documents.model import Line, Problem
from leadnet.documents.outlines.bare_titles import bold_title

# Names of elements: what is gone through, and what stands for a letter.
_THROUGH = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo",
                      "ruby", "rubyBase", "m:oMath", "m:oMathPara", "m:r", "m:e", "m:num", "m:den", "m:sup", "m:sub",
                      "m:f", "m:sSup", "m:sSub", "m:d"})  # fmt: skip
_AROUND = frozenset({"sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {"F0FC": "✓", "F0FE": "✓", "F052": "✓", "F050": "✓", "F0FB": "✗", "F0FD": "✗", "F04F": "✗", "F0B7": "•",
            "F0A7": "•", "F02D": "-"}  # fmt: skip
_PICTURES = frozenset({"drawing", "pict", "object"})
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_FOLIO = re.compile(r"^(?:page\s*)?\d*(?:\s*of\s*\d+)?$", re.IGNORECASE)
_HEADING_WORDS, _WIDEST = 15, 63  # a longer "heading" is text in a large font; Word's own most columns
_HEADER = 4  # most lines taken from a page header


def word_lines(content: bytes, file: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The numbered lines of a .docx: one a paragraph or table row, a blank one after each paragraph."""
    parts = Parts(content, file, ".docx")
    paper = _Paper(parts)
    texts = list(block_lines(closed_up(list(paper.body()))))
    if not any(texts) and any(name.startswith("word/media/") for name in parts.names()):
        raise parts.unread("it holds pictures and no text", "Run text recognition (OCR) on it")
    if not any(texts) and paper.embedded:
        raise parts.unread("all its text lies in another file put inside", "Open it in Word, save it again")
    if not names_body(texts):
        texts = [*paper.page_header(), *texts]
    while texts and not texts[-1]:
        texts.pop()
    lines = _lines(texts)
    return lines, tuple(_embedded(lines) for _ in range(min(paper.embedded, 1)))


def _lines(texts: list[str]) -> tuple[Line, ...]:
    return tuple(Line(place, None, text) for place, text in enumerate(texts, start=1))


def _embedded(lines: tuple[Line, ...]) -> Problem:
    last = str(max(len(lines), 1))
    return Problem(last, "part of it is another file put inside, which was not read", "save that part as its own paper")


class _Paper:
    """One file: its styles, its list numbers so far, and the page headers it names."""

    def __init__(self, parts: Parts):
        self.parts = parts
        self.main = self._main()
        beside = posixpath.dirname(self.main)
        self.styles = Styles(parts, f"{beside}/styles.xml")
        self.numbers = Numbers(parts, f"{beside}/numbering.xml", self.styles)
        self.headers: list[tuple[str, str]] = []
        self.embedded = 0

    def _main(self) -> str:
        """The part with the text: the one the file names, mostly word/document.xml."""
        for found in self.parts.children("_rels/.rels", "Relationships"):
            if value(found, "Type").endswith("/officeDocument"):
                return posixpath.normpath(value(found, "Target")).lstrip("/")
        return "word/document.xml"

    def body(self) -> Iterator[str | Table]:
        """The paragraphs (text, a line break as a new line) and tables of the body."""
        yield from self._blocks(self._noted(self.parts.children(self.main, "body")))

    def page_header(self) -> list[str]:
        """The first lines of the first section's header, first page before the others, that hold more than a folio."""
        order = sorted(self.headers, key=lambda header: {"first": 0, "default": 1}.get(header[0], 2))
        where = f"{posixpath.dirname(self.main)}/_rels/{posixpath.basename(self.main)}.rels"
        targets = {value(found, "Id"): value(found, "Target") for found in self.parts.children(where, "Relationships")}
        for _, key in order if self.headers else ():
            part = posixpath.normpath(posixpath.join(posixpath.dirname(self.main), targets.get(key, "")))
            texts = list(block_lines(list(self._blocks(self.parts.children(part, "hdr")))))
            held = [text for text in texts if text and not _FOLIO.match(text.strip())][:_HEADER]
            if held:
                return [*held, ""]
        return []

    def _blocks(
        self, elements: Iterator[etree._Element] | etree._Element, in_cell: bool = False
    ) -> Iterator[str | Table]:
        """Paragraphs and tables in order; a paragraph whose end was deleted runs into the next."""
        held = ""
        for element in elements:
            name = name_of(element)
            if name == "p":
                text, boxes = self._text(element)
                if _end_deleted(element):
                    held += text
                else:
                    yield self._paragraph(element, held + text, in_cell)
                    held = ""
                for box in boxes:
                    yield from self._blocks(box, in_cell)
            elif name == "tbl":
                yield self._table(element)
            elif name == "altChunk":
                self.embedded += 1
            else:
                yield from self._blocks(_within(element), in_cell)
        if held.strip():
            yield held

    def _noted(self, elements: Iterator[etree._Element]) -> Iterator[etree._Element]:
        """The same elements, the page headers of the first section noted; a section is set out where it ends."""
        for element in elements:
            if not self.headers:
                found = (below for below in element.iter() if name_of(below) == "headerReference")
                self.headers = [(value(below, "type"), value(below, "id")) for below in found]
            yield element

    def _paragraph(self, element: etree._Element, text: str, in_cell: bool) -> str:
        """A paragraph's text with the number or bullet Word puts before it; `# ` before a heading, by style or bold."""
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle"))
        if self.styles.contents(style) or on(child(properties, "rPr", "vanish")):
            return ""
        mark = self.numbers.mark(properties)
        text = re.sub(r"(?<!\s)\s*\n\s*", "\n", _UNSEEN.sub("", text).replace("\u00a0", " ")).strip("\n").rstrip()
        if not text.strip():
            return ""
        text = f"{mark} {text.lstrip()}" if mark else text
        one = "\n" not in text and len(text.split()) <= _HEADING_WORDS
        bold = not in_cell and not mark and one and _all_bold(element) and bold_title(text.strip())
        headed = f"# {text.strip()}" if bold or one and self.styles.heading(style) else text
        return headed if in_cell else Spaced.of(headed, properties, self.styles)

    def _text(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """What a paragraph prints, and the text boxes that hang on it."""
        boxes: list[etree._Element] = []
        run = _Run(self.styles, boxes, self.styles.hidden(value(child(paragraph, "pPr", "pStyle"))))
        return "".join(run.pieces(paragraph)), boxes

    def _table(self, element: etree._Element) -> Table:
        rows = [row for row in _all(element, "tr") if child(row, "trPr", "del") is None]
        return Table(tuple(tuple(self._cells(row)) for row in rows))

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        before = number(value(child(row, "trPr", "gridBefore")))
        yield from (Cell(()) for _ in range(min(before, _WIDEST)))
        for cell in _all(row, "tc"):
            properties = child(cell, "tcPr")
            if child(properties, "cellDel") is not None:
                continue
            merge = child(properties, "vMerge")
            span = min(max(number(value(child(properties, "gridSpan")), 1), 1), _WIDEST)
            blocks = (block for block in self._blocks(iter(cell), in_cell=True))
            yield Cell(tuple(blocks), span, merge is not None and value(merge) != "restart")


class _Run:
    """The letters of one paragraph; `fields` holds, for each open field, whether its result has begun."""

    def __init__(self, styles: Styles, boxes: list[etree._Element], hidden: bool):
        self.styles, self.boxes, self.hidden = styles, boxes, hidden
        self.fields: list[bool] = []

    def pieces(self, element: etree._Element) -> Iterator[str]:
        """The text below an element, piece by piece."""
        for below in element:
            name = name_of(below)
            if name in ("t", "m:t"):
                yield (below.text or "") if all(self.fields) else ""
            elif name in _LETTERS:
                yield _LETTERS[name] if all(self.fields) else ""
            elif name == "sym":
                yield _SYMBOLS.get(value(below, "char").upper(), "")
            elif name == "fldChar":
                self._field(value(below, "fldCharType"))
            elif name in _PICTURES:
                self.boxes += _boxes(below)
            elif name == "r":
                yield from () if self._vanishes(below) else self.pieces(below)
            elif name == "sdt" or name == "mc:AlternateContent":
                yield from self.pieces(_chosen(below))
            elif name in _THROUGH:
                yield from self.pieces(below)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _vanishes(self, run: etree._Element) -> bool:
        properties = child(run, "rPr")
        own = child(properties, "vanish")
        return on(own) if own is not None else self.hidden or self.styles.hidden(value(child(properties, "rStyle")))


def _all_bold(paragraph: etree._Element) -> bool:
    """Whether every run with letters in it is set in bold."""
    runs = [run for run in paragraph.iter() if name_of(run) == "r" and "".join(run.itertext()).strip()]
    return bool(runs) and all(child(run, "rPr", "b") is not None and on(child(run, "rPr", "b")) for run in runs)


def _end_deleted(paragraph: etree._Element) -> bool:
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _within(element: etree._Element) -> list[etree._Element] | etree._Element:
    """The blocks inside a frame around blocks; nothing of a table of contents, or of what holds no text."""
    name = name_of(element)
    gallery = value(child(element, "sdtPr", "docPartObj", "docPartGallery"))
    if gallery == "Table of Contents":
        return []
    return _chosen(element) if name in ("sdt", "mc:AlternateContent") else element if name in _AROUND else []


def _chosen(element: etree._Element) -> list[etree._Element] | etree._Element:
    """The content of a content control; of alternatives the first that holds text, so that none is read twice."""
    if name_of(element) == "sdt":
        content = child(element, "sdtContent")
        return [] if content is None else content
    ways = [below for below in element if name_of(below) in ("mc:Choice", "mc:Fallback")]
    return next((way for way in ways if any(name_of(found) == "t" for found in way.iter())), [])


def _all(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through whatever frames them."""
    for below in element:
        if name_of(below) == name:
            yield below
        elif name_of(below) != "tbl":
            yield from _all(_within(below), name)


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes in a drawing."""
    found: list[etree._Element] = []
    for below in _chosen(element) if name_of(element) == "mc:AlternateContent" else element:
        found += [below] if name_of(below) == "txbxContent" else _boxes(below)
    return found
