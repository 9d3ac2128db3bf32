"""The reader of .html papers: what a person sees of a page, one line a paragraph, list entry or table row."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import lxml.html
from lxml import etree

from leadnet.documents.formats.text import BOMS
from leadnet.documents.formats.web_blocks import Block, blocks, plain
from leadnet.documents.formats.web_cmis import cmis_blocks, is_cmis
from leadnet.documents.formats.web_modgov import is_modgov, modgov_blocks
from leadnet.documents.formats.word_tables import block_lines
from leadnet.documents.model import Line, Problem, Unread
from leadnet.documents.outlines.headings import list_heading
from leadnet.documents.outlines.titles import find_body
from leadnet.documents.printable import printable
from leadnet.documents.words.dates import days

_MOST_ELEMENTS = 300_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,40})", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"\bdata:[\w.+-]{1,99}/[\w.+-]{1,99}[;,][^\"'\s<>)]{999,}|(?<=[\"'])[A-Za-z0-9+/=]{9999,}(?=[\"'])", re.IGNORECASE
)  # pictures, and what a page keeps for itself
_DAMAGED = "Save the page again from the browser and try again."
_SHOWN = "Open it in a browser, print what it shows to a PDF and try again."
_ROOTS = (
    "//*[contains(concat(' ', @class, ' '), ' mgContent ')]",
    "//*[@id='modgov']",
    "//main|//*[@role='main']",
    "//article[not(//article[2])]",
    "//body",
)
_SORT = re.compile(  # what a page is, before whose meeting it tells of
    r"^(?:Agenda|(?:Meeting )?Attendance(?: details)?|Meeting|Minutes|Decision details)\s+(?:for|of|at|-|–)\s+",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"\b(?:council|authority)$", re.IGNORECASE)  # whose site it is
_TOP = 12  # lines in which a title is looked for


def web_lines(content: bytes, file: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a web page: one a paragraph, list entry or table row, a blank one after each paragraph and table.

    Menus, headers, footers, scripts and forms are left out; a page of ModernGov is read by its own labels.
    """
    if not content.strip():
        return (), ()
    text, problems = _decoded(content, file)
    root = _parsed(text, file)
    found = list(modgov_blocks(root) if is_modgov(root) else blocks(_main_part(root)))
    found = list(cmis_blocks(found)) if is_cmis(found) else found
    texts = _texts(_with_title(root, found))
    if not any(text.strip() for text in texts):
        raise Unread(f"{file}: not read - it is empty: its text stands in a frame or is fetched by a script. {_SHOWN}")
    return tuple(Line(number, None, line) for number, line in enumerate(texts, start=1)), problems


def _decoded(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The letters: by byte order mark, as strict UTF-8, as the page declares, else as Windows-1252, and said so."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace"), ()
    if content.startswith((b"%PDF", b"PK\x03\x04")) or b"\x00" in content:
        raise Unread(f"{file}: not read - it is no web page, whatever its name. {_DAMAGED}")
    declared = _CHARSET.search(content[:4096])
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        encoding = _known(declared[1].decode()) if declared else ""
        if encoding:
            return content.decode(encoding, errors="replace"), ()
        line = content.count(b"\n", 0, error.start) + 1
        return content.decode("cp1252", errors="replace"), (_windows_1252(line),)


def _known(name: str) -> str:
    """The encoding a page declares; blank where that cannot be right. Browsers take Latin-1 for Windows-1252."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    if found in ("iso8859-1", "ascii"):
        return "cp1252"
    return "" if found == "utf-8" or found.startswith("utf-16") or not found.startswith(("cp", "iso8859")) else found


def _windows_1252(line: int) -> Problem:
    what = f"read as Windows-1252 (it is not UTF-8, and does not say what it is; first seen at line {line} of the file)"
    return Problem("1", what, "look whether the letters are right; if not, save the page as UTF-8 and read it again")


def _parsed(text: str, file: str) -> lxml.html.HtmlElement:
    """The page as a tree; no network, no entities but HTML's own, and an end to size and depth.

    Pictures that are saved within the page are taken out before: the parser takes no attribute of their size.
    """
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = lxml.html.document_fromstring(_EMBEDDED.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise Unread(f"{file}: not read - it holds no web page. {_DAMAGED}") from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise Unread(f"{file}: not read - its parts lie one in another too deep, or one is too long. {_DAMAGED}")
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise Unread(f"{file}: not read - it has more than {_MOST_ELEMENTS:,} parts. Save only the meeting's own page.")
    return root


def _main_part(root: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The part of a page that holds its text: what is marked as such, else all of its body."""
    for path in _ROOTS:
        for element in root.xpath(path)[:1]:
            if len(plain(element)) > 100:
                return element
    return root


def _with_title(root: lxml.html.HtmlElement, found: Sequence[Block]) -> list[Block]:
    """The page's <title> goes before a text whose first lines name no body or no day, where it names one."""
    head = takewhile(lambda line: not list_heading(line), map(printable, _texts(found[:_TOP])))
    top = [line for line in head if line.strip()][:_TOP]
    named = find_body([Line(1, None, line) for line in top])[0].name
    dated = any(days(line) for line in top)
    titles = " ".join(printable(plain(part)) for part in root.xpath("//head/title")[:1])
    parts = re.split(r"\s+[|]\s+", titles)
    bodies = [part for part in parts if find_body([Line(1, None, part)])[0].name and not _COUNCIL.search(part)]
    title = bodies[0] if bodies and not named else parts[0]
    title = _SORT.sub("", title)
    tells = not dated and days(title) or not named and find_body([Line(1, None, title)])[0].name
    return [f"# {title}", *found] if title and tells and f"# {title}" not in found else list(found)


def _texts(found: Sequence[Block]) -> list[str]:
    texts = list(_lines(found))
    while texts and not texts[-1].strip():
        texts.pop()
    return texts


def _lines(found: Sequence[Block]) -> Iterator[str]:
    yield from block_lines(found)
