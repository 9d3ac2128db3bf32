"""Papers whose paragraphs are numbered right through, "3. Ann Lee said ...", and whose titles are not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.outlines.headings import item_heading, list_heading, number_alone
from leadnet.documents.outlines.numbering import Numbered
from leadnet.documents.outlines.title_lines import VERB

_LONGEST = 10  # words of a title
_COUNTED = re.compile(r"\s*(?P<number>\d{1,3})[.)]\s+[A-Z].{14,}")
_LIMB_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s*")


def numbered_through(lines: Sequence[Line], places: Mapping[int, Numbered]) -> bool:
    """Whether the numbers are of paragraphs, "3. Ann Lee said ...", that run on through a paper under bare titles.

    Three of them at least stand below such a title, nearly all are sentences, and few are headings of items.
    """
    said: list[int] = []
    for at, line in enumerate(lines):
        match = _COUNTED.match(line.text)
        if match and int(match["number"]) == len(said) + 1:
            said.append(at)
    ended = sum(bool(VERB.search(lines[at].text)) or lines[at].text.rstrip().endswith(".") for at in said)
    headed = sum(bool(each.title) and not (VERB.search(each.title) and not each.rest) for each in places.values())
    return sum(_under_title(lines, at) for at in said) > 2 and ended * 10 >= len(said) * 8 and headed * 5 <= len(said)


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
