"""Text papers printed page by page: the number and the running head between two pages are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from leadnet.documents.model import Line
from leadnet.documents.outlines.title_lines import VERB
from leadnet.documents.words.dates import days

_PAGE = re.compile(r"\W*page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*", re.IGNORECASE)
_NUMBER = re.compile(r"\W*\d{1,3}\W*")  # by itself it may be an item's as well
_NEAR = 3  # lines from a page's number in which the running head stands
_TOP = 8  # lines that may say what paper it is
_SHORTEST, _LONGEST = 8, 120  # letters of a running head


def _is_head(text: str) -> bool:
    """Whether words are a running head by themselves: few, with a day, and no sentence."""
    return len(text) < _LONGEST and bool(days(text)) and text[-1] not in ".;:," and not VERB.search(text)


def without_page_breaks(lines: Sequence[Line]) -> list[Line]:
    """The lines without "Page 2 of 4" and what stands beside it again and again, but for the paper's own first lines.

    >>> rows = (*"abcdefgh", "Page 1", "Ash Forum", "The river rose.", "Page 2", "Ash Forum", "It fell.")
    >>> [line.text for line in without_page_breaks([Line(at, None, text) for at, text in enumerate(rows)])][8:]
    ['The river rose.', 'It fell.']
    """
    own = {line.text.strip() for line in lines[:_TOP] if len(line.text.strip()) >= _SHORTEST}
    again = {at for at, line in enumerate(lines) if at >= _TOP and line.text.strip() in own}
    breaks = {
        at
        for at, line in enumerate(lines)
        if _PAGE.fullmatch(line.text) or (_NUMBER.fullmatch(line.text) and {at - 2, at - 1, at + 1, at + 2} & again)
    }
    near = {at for place in breaks for at in range(place - _NEAR, place + _NEAR + 1)}
    texts = {at: line.text.strip() for at, line in enumerate(lines) if at in near and at not in breaks}
    often = {text for text, times in Counter(texts.values()).items() if text and times > 1 and len(text) < _LONGEST}
    dated = {at for at, text in texts.items() if {at - 1, at + 1} & breaks and _is_head(text)}
    heads = {at for at, text in texts.items() if at >= _TOP and (text in often or at in dated | again)}
    return [line for at, line in enumerate(lines) if at not in breaks | heads]
