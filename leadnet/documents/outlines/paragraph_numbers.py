"""Papers whose numbers are no items': of paragraphs right through, "3. Ann Lee said ...", or of lists under titles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.outlines.bare_titles import usual_title
from leadnet.documents.outlines.headings import item_heading, list_heading, number_alone
from leadnet.documents.outlines.numbered_lines import Numbered
from leadnet.documents.outlines.title_lines import USUAL, VERB

_LONGEST = 10  # words of a title
_BELOW = 3  # lines under a title that tell it is one
_LEAST = 2  # usual titles without a number
_COUNTED = re.compile(r"\s*(?P<number>\d{1,3})[.)]\s+[A-Z].{14,}")
_LIMB_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s*")


def numbered_through(lines: Sequence[Line], places: Mapping[int, Numbered]) -> bool:
    """Whether the numbers are of paragraphs, "3. Ann Lee said ...", that run on through a paper under bare titles.

    Three of them at least stand below such a title, or two where they go on from an earlier meeting's, "61."; nearly
    all are sentences, and few are headings of items.
    """
    said: list[int] = []
    first = 1
    for at, line in enumerate(lines):
        match = _COUNTED.match(line.text)
        first = int(match["number"]) if match and not said else first
        if match and int(match["number"]) == first + len(said):
            said.append(at)
    ended = sum(bool(VERB.search(lines[at].text)) or lines[at].text.rstrip().endswith(".") for at in said)
    headed = sum(bool(each.title) and not (VERB.search(each.title) and not each.rest) for each in places.values())
    under = sum(_under_title(lines, at) for at in said)
    return under >= (2 if first > 1 else 3) and ended * 10 >= len(said) * 8 and headed * 5 <= len(said)


def _under_title(lines: Sequence[Line], at: int) -> bool:
    """Whether the filled line above is a few words without a stop, a mark or a number."""
    above = next((line.text.strip() for line in reversed(lines[:at]) if line.text.strip()), "")
    words = above.strip(" #*_:")
    plain = words[:1].isupper() and words[-1] not in ".;,|" and len(words.split()) <= _LONGEST
    return plain and not (VERB.search(words) or list_heading(words) or number_alone(words) or item_heading(words))


def unnumbered(line: Line) -> Line:
    """The line without the number of its paragraph.

    >>> unnumbered(Line(3, None, "12) Ann Lee spoke.")).text
    'Ann Lee spoke.'
    """
    return replace(line, text=_LIMB_NUMBER.sub("", line.text))


def numbers_lists(lines: Sequence[Line], places: Mapping[int, Numbered], found: Sequence[Numbered]) -> bool:
    """Whether a paper's numbers are of lists: they begin anew, and the titles every meeting has stand without one.

    >>> rows = ("Matters arising", "", "1. Roads. Paid.", "", "Any other business", "", "1. Rail. Read.")
    >>> lines = [Line(at, None, row) for at, row in enumerate(rows)]
    >>> one, again = (Numbered(at, at + 1, "1", "Roads", "", 1.0) for at in (2, 6))
    >>> numbers_lists(lines, {2: one}, [one, again])
    True
    """
    firsts = sum(each.figures == [1] for each in found)
    if firsts < _LEAST or any(USUAL.search(each.title) for each in places.values()):
        return False
    bare = (at for at, line in enumerate(lines) if at not in places and line.text.strip())
    return sum(bool(usual_title(lines[at], lines[at + 1 : at + 1 + _BELOW])) for at in bare) >= _LEAST
