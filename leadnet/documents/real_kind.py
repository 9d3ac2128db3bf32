"""What a file is by its own bytes, where they speak against its name: a kind, and what to do with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leadnet.documents.model import Unread

_ENDING = "Give it the ending {}"
_OPEN = "Open it, save it as {}"
_UNPACK = "Unpack it, name the papers in it"
_RECOGNISE = "Run text recognition (OCR) on it, save what comes of it as .pdf or .txt"
# What the names of the parts in a zip show it to be.
_INSIDE = (
    (b"word/document.xml", "a Word file", _ENDING.format(".docx")),
    (b"xl/workbook.xml", "a file of Excel", _ENDING.format(".xlsx")),
    (b"ppt/presentation.xml", "a PowerPoint file", _OPEN.format(".pdf")),
    (b"content.xml", "a LibreOffice file", _OPEN.format(".docx or .xlsx")),
)
# How files of other kinds begin, in small letters.
_BEGINS = (
    (b"{\\rtf", "an RTF file", "Open it in Word, save it as .docx"),
    (b"%!ps", "a PostScript file", "Print it to a PDF"),
    (b"\x1f\x8b", "a packed file (gzip)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a packed file (7z)", _UNPACK),
    (b"rar!\x1a\x07", "a packed file (RAR)", _UNPACK),
    (b"\x89png", "a picture", _RECOGNISE),
    (b"\xff\xd8\xff", "a picture", _RECOGNISE),
    (b"gif8", "a picture", _RECOGNISE),
    (b"ii*\x00", "a picture", _RECOGNISE),
    (b"mm\x00*", "a picture", _RECOGNISE),
)
_PAGE = (b"<!doctype html", b"<html")
_PLAIN = (".txt", ".md", ".csv")
_MAIL = re.compile(rb"^(?:content-type: *multipart/|content-transfer-encoding: *(?:base64|quoted-printable))", re.M)


def refuse_other_kind(content: bytes, ending: str, file: str) -> None:
    """Unread where a file's bytes show it to be of another kind than its ending says.

    >>> refuse_other_kind(b"Minutes of the Board", ".txt", "a.txt")
    >>> refuse_other_kind(b"{\\\\rtf1 Minutes}", ".txt", "a.txt")
    Traceback (most recent call last):
    leadnet.documents.model.Unread: a.txt: not read - it is an RTF file by another name. Open it in Word, save it as \
.docx and try again.
    """
    for name, do in _kinds(content, ending):
        raise Unread(f"{file}: not read - it is {name} by another name. {do} and try again.")


def _kinds(content: bytes, ending: str) -> Iterator[tuple[str, str]]:
    if content.startswith(b"PK\x03\x04"):
        inside = _INSIDE[2:] if ending in (".docx", ".xlsx") else _INSIDE  # their readers know each other's
        yield from ((name, do) for part, name, do in inside if part in content)
        return
    start = content[:2048].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").lower()
    yield from ((name, do) for begins, name, do in _BEGINS if start.startswith(begins))
    if start.startswith(b"%pdf") and ending not in (".pdf", ".docx", ".xlsx"):
        yield "a PDF", _ENDING.format(".pdf")
    if start.startswith(_PAGE) and ending in (*_PLAIN, ".pdf"):
        yield "a web page", _ENDING.format(".html")
    if start.startswith(b"<?xml") and ending in _PLAIN:
        yield "XML", _ENDING.format(".xml or .html")
    if start.startswith(b'{"') and ending in (*_PLAIN, ".html", ".htm"):
        yield "JSON, data for programs", "Ask for the paper it was made from"
    if ending in (*_PLAIN, ".html", ".htm") and b"mime-version:" in start and _MAIL.search(start):
        yield "a saved e-mail", "Open it in your mail program, save its text as .txt"
    if start and ending == ".pdf" and b"%pdf" not in start and _is_plain(start):
        yield "plain text", _ENDING.format(".txt")


def _is_plain(start: bytes) -> bool:
    return start.isascii() and "".join(start.decode().split()).isprintable()
