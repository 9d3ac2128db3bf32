"""What a file is by its own bytes, where they speak against its name: a kind, and what to do with it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from leadnet.documents.formats.other_formats import (
    APPLE,
    EXCEL_OTHER,
    KEPT,
    LIBRE,
    MAIL,
    PACKED,
    PAGE,
    PAGE_WHOLE,
    PASSWORD,
    TEXT,
    WITHOUT_A_NAME,
    Told,
    by_start,
    of_old_office,
)
from leadnet.documents.model import Unread

_ENDING = "Give it the ending {}"
_LOOKED_AT = 16 * 1024  # bytes: the head of an e-mail that went through many hands
_OWN_SIZE = 1024  # bytes; what Word keeps beside an open paper has 162
# What the names of the parts in a zip show it to be.
_INSIDE: tuple[tuple[bytes, Told], ...] = (
    (b"word/document.xml", ("a Word file", _ENDING.format(".docx"))),
    (b"xl/workbook.xml", ("a file of Excel", _ENDING.format(".xlsx"))),
    (b"xl/workbook.bin", EXCEL_OTHER),
    (b"ppt/presentation.xml", ("a PowerPoint file", "Open it, save it as .pdf")),
    (b"Index/Document.iwa", APPLE),
    (b"content.xml", LIBRE),
)
_PAGE = re.compile(rb"(?s)(?:<!--.{0,500}?-->\s*)*(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype html|<html)")
_PLAIN = (".txt", ".md", ".csv", "")
_OFFICE = (".docx", ".xlsx")  # their readers know each other's, and a PDF and a web page
_MAIL = re.compile(
    rb"^(?:content-type: *(?:multipart/|text/html)|content-transfer-encoding: *(?:base64|quoted-printable))", re.M
)
_SAVED_PAGE = re.compile(rb"^(?:from: *<saved by|snapshot-content-location:)", re.M)


def refuse_other_kind(content: bytes, ending: str, file: str) -> None:
    """Unread where a file's bytes show it to be of another kind than its ending says.

    >>> refuse_other_kind(b"Minutes of the Board", ".txt", "a.txt")
    >>> refuse_other_kind(b"{\\\\rtf1 Minutes}", ".txt", "a.txt")
    Traceback (most recent call last):
    leadnet.documents.model.Unread: a.txt: not read - it is an RTF file by another name. Open it in Word, save it as \
.docx and try again.
    """
    own = [KEPT] if file.startswith("~$") and len(content) < _OWN_SIZE else []
    for told in (*own, *_kinds(content, ending)):
        other = "" if told in WITHOUT_A_NAME else " by another name"
        raise Unread(f"{file}: not read - it is {told[0]}{other}. {told[1]} and try again.")


def _kinds(content: bytes, ending: str) -> Iterator[Told]:
    if content.startswith(b"PK\x03\x04"):
        inside = _INSIDE[2:] if ending in _OFFICE else _INSIDE
        yield from (told for part, told in inside if part in content)
        if ending not in _OFFICE:
            yield "a packed file (zip)", PACKED[1]
        return
    if (old := of_old_office(content)) and not _told_by_reader(old, ending):
        yield old
    start = _start(content)
    yield from by_start(start)
    if start.startswith(b"%pdf") and ending not in (".pdf", *_OFFICE):
        yield "a PDF", _ENDING.format(".pdf")
    if _PAGE.match(start) and ending not in (".html", ".htm", *_OFFICE):
        yield PAGE
    if start.startswith(b"<?xml") and ending in _PLAIN:
        yield "XML", _ENDING.format(".xml or .html")
    if start.startswith(b'{"') and ending in (*_PLAIN, ".html", ".htm", ".xml"):
        yield "JSON, data for programs", "Ask for the paper it was made from"
    if b"mime-version:" in start and b"%pdf" not in start and _MAIL.search(start):
        yield PAGE_WHOLE if _SAVED_PAGE.search(start) else MAIL
    if start and ending in (".pdf", "") and b"%pdf" not in start and _is_plain(start):
        yield TEXT


def _told_by_reader(old: Told, ending: str) -> bool:
    """Whether the reader of Word or Excel files says of one of its own that it is old or locked."""
    return old == PASSWORD and ending in _OFFICE


def _start(content: bytes) -> bytes:
    """The first bytes in small letters, without byte order mark or white space; of UTF-16 every second."""
    start = content[:_LOOKED_AT]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start[2:].replace(b"\x00", b"")
    return start.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n").lower()


def _is_plain(start: bytes) -> bool:
    return start.isascii() and "".join(start.decode().split()).isprintable()
