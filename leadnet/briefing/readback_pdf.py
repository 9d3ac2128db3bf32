"""The finished PDF read back as passages of text with their marks, for the number check.

Text and places come from PDFium, character by character; which characters make a passage from the file's own
structure tree; the marks from its link annotations: a character is marked when its middle lies in a link.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

from leadnet.briefing.readback import Mark, Passage, passage

_ROLES = {"TH": "cell", "TD": "cell"} | {f"H{n}": "heading" for n in range(1, 7)}
_BLOCKS = {"P", "Title", "Caption", "LI", "Figure", "Formula", "Note", "H", "Document", *_ROLES}
_HYPHENS = {"\x02", "\ufffe"}  # PDFium's signs for a hyphen at the end of a line
_PER_PAGE = 100_000  # marks are numbered page by page


@dataclass(frozen=True)
class _Char:
    """One character, the structure block it belongs to (none: the page's furniture), and the link over it."""

    text: str
    block: int | None
    mark: Mark | None


@dataclass(frozen=True)
class _Structure:
    """The structure tree: each block's role, the block of each (page, marked content), and alternative texts."""

    roles: list[str]
    owners: dict[tuple[int, int], int]
    hidden: list[Passage]


def read_pdf(data: bytes) -> list[Passage]:
    """Every passage of a PDF: its titles, text in reading order, alternative texts, and each page's furniture."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    structure = _structure(reader)
    blocks: list[list[tuple[str, Mark | None]]] = [[] for _ in structure.roles]
    pages: dict[int, int] = {}
    furniture: list[Passage] = []
    for number, chars in enumerate(_pages(data, reader, structure.owners), start=1):
        for block, group in groupby(chars, key=lambda char: char.block):
            pieces = [(char.text, char.mark) for char in group]
            if block is not None:
                blocks[block] += ([(" ", None)] if pages.setdefault(block, number) != number else []) + pieces
        loose = [(char.text, char.mark) for char in chars if char.block is None]
        furniture.append(passage("footer", loose, number, len(reader.pages)))
    spoken = [
        passage(role, _over_pages(passage(role, pieces).runs), pages[place], len(reader.pages))
        for place, (role, pieces) in enumerate(zip(structure.roles, blocks, strict=True))
        if any(text.strip() for text, _ in pieces)
    ]
    return [*_titles(reader), *spoken, *structure.hidden, *(page for page in furniture if page.text.strip())]


def _titles(reader: pypdf.PdfReader) -> Iterator[Passage]:
    """The title in the file's own data, in both places a PDF has for it, and its subject."""
    named = [getattr(reader.metadata, name, None) for name in ("title", "subject")]
    xmp = reader.xmp_metadata
    titles = [*(xmp.dc_title or {}).values(), *(xmp.dc_description or {}).values()] if xmp else []
    yield from (passage("meta", [(str(said), None)]) for said in dict.fromkeys([*named, *titles]) if said)


def _over_pages(runs: Iterable[tuple[str, Mark | None]]) -> list[tuple[str, Mark | None]]:
    """The runs with a mark that goes on overleaf, where it has a link of its own, made one again."""
    joined: list[tuple[str, Mark | None]] = []
    for text, mark in runs:
        before = joined[-2][1] if len(joined) > 1 and not joined[-1][0].strip() and not joined[-1][1] else None
        if mark and before and before.ref == mark.ref and before.place // _PER_PAGE != mark.place // _PER_PAGE:
            joined[-2:] = [(f"{joined[-2][0]} {text}", mark)]
        else:
            joined.append((text, mark))
    return joined


# ---- structure -------------------------------------------------------------------------------------------------------


def _structure(reader: pypdf.PdfReader) -> _Structure:
    """The structure tree in reading order. A file without one is all furniture, and nothing in it is numbered."""
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    structure = _Structure([], {}, [])
    root = reader.trailer["/Root"].get("/StructTreeRoot")
    if root is not None:
        _walk(root.get_object().get("/K"), structure, pages, None, None)
    return structure


def _walk(node: Any, structure: _Structure, pages: Mapping[int, int], page: int | None, block: int | None) -> None:
    node = node.get_object() if node is not None else None
    if isinstance(node, list):
        for child in node:
            _walk(child, structure, pages, page, block)
    elif isinstance(node, int) and page is not None and block is not None:
        structure.owners[page, node] = block
    elif isinstance(node, dict) and node.get("/Type") != "/OBJR":
        if "/Pg" in node:
            page = pages.get(node.raw_get("/Pg").idnum)
        if "/MCID" in node:
            _walk(node["/MCID"], structure, pages, page, block)
        else:
            _walk(node.get("/K"), structure, pages, page, _element(node, structure, block))


def _element(node: Any, structure: _Structure, block: int | None) -> int | None:
    """The block the element's text belongs to: its own if it is one; its alternative texts are noted."""
    kind = str(node.get("/S", "")).lstrip("/")
    for name in ("/Alt", "/ActualText", "/T"):
        if name in node or (kind == "Figure" and name == "/Alt"):
            role = "alt" if kind == "Figure" else "hidden"
            structure.hidden.append(passage(role, [(str(node.get(name, "")), None)]))
    if kind not in _BLOCKS:
        return block
    structure.roles.append(_ROLES.get(kind, "text"))
    return len(structure.roles) - 1


# ---- characters ------------------------------------------------------------------------------------------------------


def _pages(data: bytes, reader: pypdf.PdfReader, owners: Mapping[tuple[int, int], int]) -> Iterator[list[_Char]]:
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(reader.pages):
            yield _settled(_chars(document[number], number, owners, _links(page, number)))
    finally:
        document.close()


def _links(page: Any, number: int) -> list[tuple[Mark, list[tuple[float, float, float, float]]]]:
    """Each link that opens an address, with the boxes it covers."""
    found = []
    for place, annotation in enumerate(page.get("/Annots", []), start=number * _PER_PAGE):
        link = annotation.get_object()
        address = link.get("/A", {}).get("/URI") if link.get("/Subtype") == "/Link" else None
        if address is not None:
            quads = [float(number) for number in link.get("/QuadPoints", [])]
            corners = [quads[i : i + 8] for i in range(0, len(quads), 8)] or [[float(side) for side in link["/Rect"]]]
            boxes = [(min(c[0::2]), min(c[1::2]), max(c[0::2]), max(c[1::2])) for c in corners]
            found.append((Mark("link", str(address), place), boxes))
    return found


def _chars(page: Any, number: int, owners: Mapping[tuple[int, int], int], links: list[Any]) -> Iterator[_Char]:
    """The page's characters in order; spaces and line ends belong to no block yet."""
    text = page.get_textpage()
    for place in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, place))
        if char.isspace():
            yield _Char(" ", None, None)
            continue
        content = pdfium.FPDFPageObj_GetMarkedContentID(pdfium.FPDFText_GetTextObject(text, place))
        mark = _over(_middle(text, place), links)
        yield _Char("-" if char in _HYPHENS else char, owners.get((number, content)), mark)


def _middle(text: Any, place: int) -> tuple[float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, place, left, right, bottom, top)
    return (left.value + right.value) / 2, (bottom.value + top.value) / 2


def _over(at: tuple[float, float], links: list[Any]) -> Mark | None:
    x, y = at
    inside = (mark for mark, boxes in links for x0, y0, x1, y1 in boxes if x0 <= x <= x1 and y0 <= y <= y1)
    return next(inside, None)


def _settled(chars: Iterable[_Char]) -> list[_Char]:
    """Runs of white space as one space, in the block before it and under the mark that goes on beyond it.

    A line that ends in a hyphen goes on without a space.
    """
    settled: list[_Char] = []
    for char in chars:
        if char.text != " ":
            if len(settled) > 1 and settled[-1].text == " ":
                before = settled[-2]
                on = before.mark if before.mark == char.mark and before.block == char.block else None
                settled[-1] = replace(before, text=" ", mark=on)
            settled.append(char)
        elif settled and settled[-1].text != " ":
            settled.append(char)
    return settled
