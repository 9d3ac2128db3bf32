"""The reader of .txt and .md papers: which letters the bytes stand for, and the file's own lines."""

from __future__ import annotations

import codecs
import re

from leadnet.documents.formats.letters import MOST_LETTERS, MOST_LINES, too_much
from leadnet.documents.model import Line, Problem, Unread

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a Word file or a zip"), (b"\xd0\xcf\x11\xe0", "an old Office file"))
_ASCII, _FOREIGN = bytes(range(128)), 0.4  # above this share of other bytes it is no Western text
_LINE_END = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def text_lines(content: bytes, file: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a text file, numbered as an editor numbers them; Unread when it is not text."""
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            raise _not_text(file, f"it looks like {name}")
    text, problems = _decoded(content, file)
    if len(text) > MOST_LETTERS or text.count("\n") > MOST_LINES:
        raise too_much(file)  # before it is taken apart
    if len(_CONTROL.findall(text)) > len(text) / 100:
        raise _not_text(file, "most of it is not letters")
    rows = _LINE_END.split(text)
    rows = rows[:-1] if rows[-1] == "" else rows
    return tuple(Line(number, None, row) for number, row in enumerate(rows, start=1)), problems


def _not_text(file: str, why: str) -> Unread:
    return Unread(f"{file}: not read - it is not text ({why}). Save it as text and try again.")


def _decoded(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text: by its byte order mark, as strict UTF-8, as UTF-16 by its NULs, else as Windows-1252 and said so."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace"), ()
    if b"\x00" in content:
        return _utf16(content, file), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if len(content.translate(None, _ASCII)) > _FOREIGN * len(content):
            raise _not_text(file, "its letters are of no coding used for English") from None
        rows = [_row(row) for row in content.split(b"\n")]
        text, mixed = "\n".join(text for text, _ in rows), any(encoding == "utf-8" for _, encoding in rows)
        return text, (_windows_1252(text, content[: error.start], mixed),)


def _row(row: bytes) -> tuple[str, str]:
    """A line of a file that is not all UTF-8, and which of the two it is where it holds more than ASCII.

    Two papers of two programs pasted together change from line to line.
    """
    if row.isascii():
        return row.decode("ascii"), ""
    try:
        return row.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return row.decode("cp1252", errors="replace"), "cp1252"


def _utf16(content: bytes, file: str) -> str:
    """UTF-16 without its mark: Western letters have a NUL in every second byte, first or second."""
    pairs = max(len(content) // 2, 1)
    if content[1::2].count(0) > 0.6 * pairs:
        return content.decode("utf-16-le", errors="replace")
    if content[0::2].count(0) > 0.6 * pairs:
        return content.decode("utf-16-be", errors="replace")
    raise _not_text(file, "it holds bytes no text has")


def _windows_1252(text: str, before: bytes, mixed: bool) -> Problem:
    """The row that names the first line and word that were not UTF-8."""
    number = len(_LINE_END.findall(before.decode("utf-8", errors="replace"))) + 1
    row = _LINE_END.split(text)[number - 1]
    word = next((word for word in row.split() if not word.isascii()), row)[:40]
    some, all_ = ("some lines were ", "all ") if mixed else ("", "")
    return Problem(
        str(number),
        f'{some}read as Windows-1252 (it is not {all_}UTF-8; first seen at line {number}: "{word}")',
        "look whether the letters are right; if not, save the paper as UTF-8 text and read it again",
    )
