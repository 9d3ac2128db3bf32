"""Texts from papers as data wherever they come out: in a cell of a spreadsheet, on a terminal, in a file of XML."""

from __future__ import annotations

import re
import unicodedata
from typing import TextIO

# A spreadsheet takes a cell that begins so for a formula; some set for Asian scripts also take the wide signs.
RUNS = tuple("=+-@\t\r\n＝＋－＠")
_BLANKS = " \xa0\u200b\ufeff"  # a program may pass over these before it looks
_A_NUMBER = re.compile(r"[+-]|-\d[\d,.]*%?")
# Marks that turn the reading direction, and the two line ends only Unicode knows.
_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_UNPRINTED = (*range(0x20), 0x7F, *range(0x80, 0xA0), *_TURNS, 0x2028, 0x2029, *range(0xD800, 0xE000))
_ESCAPED = {code: f"\\u{code:04x}" for code in _UNPRINTED if chr(code) not in "\n\t"}
# Left out of files: what turns the direction (it would reverse what follows), soft hyphens, non-characters.
_LEFT_OUT = {*_TURNS, 0xAD, 0xFEFF, 0xFFFE, 0xFFFF}


def harmless(cell: str) -> str:
    """A cell as it may stand in a spreadsheet: what could run as a formula has an apostrophe before it.

    A number below nought stays as it is, and so does a sign by itself. Line ends are \\n: a lone \\r would end the row.

    >>> harmless("=SUM(A1)"), harmless("Chair"), harmless("-2.5")
    ("'=SUM(A1)", 'Chair', '-2.5')
    """
    cell = cell.replace("\r\n", "\n")
    runs = cell.lstrip(_BLANKS).startswith(RUNS) and not _A_NUMBER.fullmatch(cell)
    cell = cell.replace("\r", "\n")
    return f"'{cell}" if runs else cell


def plain_cell(cell: str) -> str:
    """A cell as it was before `harmless`.

    >>> plain_cell("'=SUM(A1)"), plain_cell("'s-Hertogenbosch")
    ('=SUM(A1)', "'s-Hertogenbosch")
    """
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip(_BLANKS).startswith(RUNS) else cell


def for_terminal(text: str) -> str:
    """Text as it may go to a terminal: control characters and marks that turn the direction are written out.

    They are written as JSON writes them, so that what is printed as JSON is the same data.

    >>> for_terminal("Blaby\\x1b[2J")
    'Blaby\\\\u001b[2J'
    """
    return text if text.isascii() and text.isprintable() else text.translate(_ESCAPED)


def one_line(text: str) -> str:
    """A message as one line, so that a name in it cannot begin another.

    >>> one_line("board\\nleadnet: no fault")
    'board leadnet: no fault'
    """
    return for_terminal(" ".join(str(text).split()))


class Terminal:
    """A stream to print to, which gets every text as `for_terminal` gives it."""

    def __init__(self, stream: TextIO):
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text; says how many letters it had."""
        encoding = getattr(self._stream, "encoding", None) or "utf-8"  # a console may not have every letter
        self._stream.write(for_terminal(text).encode(encoding, "backslashreplace").decode(encoding))
        return len(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def clean(text: str) -> str:
    """Text that may go into a file of XML: no control characters, no marks that turn the direction.

    >>> clean("Blaby\\u202e <b>\\x07 *x*")
    'Blaby <b> *x*'
    """
    if isinstance(text, str) and text.isascii() and text.isprintable():
        return text
    kept = (" " if char in "\n\r\t\u2028\u2029" else char for char in str(text) if ord(char) not in _LEFT_OUT)
    return "".join(char for char in kept if unicodedata.category(char) not in ("Cc", "Cs"))
