"""Pages that lost their line breaks and got no space for them: "PRESENTCouncillor Lee, LeaderCouncillor Dale"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from leadnet.documents.model import Line

_HEADINGS = r"(?:PRESENT|IN ATTENDANCE|ALSO PRESENT|APOLOGIES FOR ABSENCE|APOLOGIES)"
_TITLE = re.compile(r"(?<=[a-z)\].,’'])(?=(?:Councillor|Cllr)\.?\s+[A-Z])")
_BEFORE = re.compile(rf"(?<=[a-z\d).])(?={_HEADINGS}\b|{_HEADINGS}[A-Z][a-z])")
_BEHIND = re.compile(rf"(?<![A-Z])({_HEADINGS})(?=(?:Councillor|Cllr|Mrs?|Ms|Dr)\.?\s+[A-Z])")
_NUMBER = re.compile(r"(?<=[a-z).])(?=\d{1,3}\.\s+[A-Z]{3})")
_DECIDED = re.compile(r"(?<=[a-z\d).])(?=(?:RESOLVED|AGREED|DECISION)\b)")
_CAPITALS = re.compile(r"(?<=[A-Z]{4})(?=[A-Z][a-z]{2,}\s)")  # "APOLOGIESThere were none."
_LEAST = 3  # such places that make it the way of a page


def words_apart(lines: Sequence[Line], pages: Container[int]) -> list[Line]:
    """The lines, the `pages` that hold several words glued in this way cut where each of them begins.

    >>> text = "4 March 2013PRESENTCouncillor Ann Lee, LeaderCouncillor Joe Dale161. MINUTES"
    >>> [line.text for line in words_apart([Line(1, None, text)], {1})]
    ['4 March 2013', 'PRESENT:', 'Councillor Ann Lee, Leader', 'Councillor Joe Dale', '161. MINUTES']
    """
    pieces = ((line, _apart(line.text) if line.number in pages else [line.text]) for line in lines)
    return [replace(line, text=text) for line, texts in pieces for text in texts]


def _apart(text: str) -> list[str]:
    found, places = _BEHIND.subn("\\1:\n", _DECIDED.sub(" ", text))
    for form in (_BEFORE, _TITLE, _NUMBER, _CAPITALS):
        found, many = form.subn("\n", found)
        places += many
    return found.split("\n") if places >= _LEAST else [text]
