"""Which letters of a paper go on to be read: those that can be printed, and no more of them than a paper has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from leadnet.documents.model import Line, Unread
from leadnet.documents.printable import UNPRINTABLE, printable

MOST_LETTERS, MOST_LINES, LONGEST = 3_000_000, 60_000, 100_000  # a pack of 1,000 full pages has 3 million letters

_LONG = 2_000  # letters from which a line is looked through for the same few letters over and over
_OVER_AND_OVER = re.compile(r"(?s)(.{2,12}?)\1{30,}")


def bounded(lines: Iterable[Line], file: str) -> tuple[Line, ...]:
    """The lines, each of letters that can be printed; Unread where they are more or longer than any paper's.

    Of the same few letters over and over, as "()()()" or "- - - ", a long line keeps the first 200: no paper has them,
    and patterns that look for an end begin again at each.
    """
    found: list[Line] = []
    left = MOST_LETTERS
    for line in lines:
        left -= len(line.text)
        if left < 0 or len(line.text) > LONGEST or len(found) == MOST_LINES:
            raise too_much(file)
        text = printable(line.text) if UNPRINTABLE.search(line.text) else line.text
        text = _OVER_AND_OVER.sub(lambda run: run[0][:200], text) if len(text) > _LONG else text
        found.append(replace(line, text=text) if text is not line.text else line)
    return tuple(found)


def too_much(file: str) -> Unread:
    """The one line for a file that holds more text than any paper."""
    return Unread(
        f"{file}: not read - it holds more text than any paper (over {MOST_LETTERS:,} letters, {MOST_LINES:,} lines, "
        f"or {LONGEST:,} letters in a line). Save only the meeting's own pages and try again."
    )
