"""What narrow columns part: minute numbers with their letters beside the title and figures below, and bullets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leadnet.documents.model import Line

_OVER = re.compile(r"\s*(?P<letters>[A-Z]{2,6}[/.-]?)(?:\s{2,}|\t|\s*\|\s*)(?P<title>[A-Z]\S.{2,100})$")
_LETTERS, _YEARLY = re.compile(r"[A-Z]{2,6}"), re.compile(r"\d{1,4}/\d{2,4}\.?")
_SIGN = re.compile(r"\s*[-•*·–]\s*")
_LIMB = re.compile(r"\s*\|\s*(?P<number>\((?:[ivx]+|[a-z]|\d{1,2})\))\s*\|\s*(?P<text>[^|]{3,}?)\s*\|?\s*")
_UNDER = re.compile(r"\s*(?P<number>\d{1,4}(?:[/.-]\d{1,4})?)\.?(?:(?:\s{2,}|\t|\s*\|\s*)(?P<rest>\S.*))?\s*$")


def numbers_whole(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, "VALE   FLOOD PLAN" over "12/19" as one heading; what stands beside the figures stays below it.

    >>> rows = ("VALE      FLOOD PLAN", "12/19     It was read.")
    >>> [line.text for line in numbers_whole([Line(at, None, row) for at, row in enumerate(rows)])]
    ['VALE 12/19\\tFLOOD PLAN', 'It was read.']
    """
    lines = list(_letters_joined(list(lines)))
    over: Line | None = None
    for line in lines:
        under = _UNDER.match(line.text) if over else None
        top = _OVER.match(over.text) if over else None
        if under and top:
            yield replace(over, text=f"{top['letters']} {under['number']}\t{top['title'].strip()}")
            yield replace(line, text=under["rest"] or "")
            over = None
            continue
        if over:
            yield over
        over = line if _OVER.match(line.text) else None
        if not over:
            yield line
    if over:
        yield over


def _letters_joined(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, letters that stand over a number again and again, each on its own line, as one: "VFB" over "12/19"."""
    pairs = [(line.text.strip(), below.text.strip()) for line, below in zip(lines, lines[1:], strict=False)]
    over = Counter(first for first, second in pairs if _LETTERS.fullmatch(first) and _YEARLY.fullmatch(second))
    held = ""
    for line in lines:
        text = line.text.strip()
        if held and _YEARLY.fullmatch(text):
            yield replace(line, text=f"{held} {text}")
        else:
            yield replace(line, text="") if over[text] > 1 else line
        held = text if over[text] > 1 else ""


def bullets_whole(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, a bullet or dash alone on its line put before the words on the next, "(1)" in a cell before its text.

    >>> [line.text for line in bullets_whole([Line(1, None, "-"), Line(2, None, "It was read.")])]
    ['', '- It was read.']
    """
    sign = ""
    for line in lines:
        if limb := _LIMB.fullmatch(line.text):
            line = replace(line, text=f"{limb['number']} {limb['text']}")
        if _SIGN.fullmatch(line.text):
            sign = line.text.strip()
            yield replace(line, text="")
        else:
            yield replace(line, text=f"{sign} {line.text.strip()}") if sign and line.text.strip() else line
            sign = "" if line.text.strip() else sign
