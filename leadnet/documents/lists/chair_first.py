"""Minutes that name who took the chair and then the others, without a heading: "Cllr Lee in the Chair, plus ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.outlines.headings import item_heading
from leadnet.documents.words.names import is_name, person

_TITLED = (
    r"(?:(?:County|District|Borough|City|Town|Parish) )?(?:Councillors?|Cllrs?|Messrs|Mrs?|Ms|Drs?|Sir|Alderm[ae]n)\b"
)
_CHAIR = re.compile(
    r"^\W*(?:Present\W+)?(?P<chair>[A-Z][^.;:()]{3,80}?(?<!was)),?\s+in the chair\s*[.,;:–-]*\s*"
    rf"(?:\b(?:plus|and|with|together with|also present|members present)\b\s*[:,]?\s*)?(?=(?P<others>{_TITLED}))",
    re.IGNORECASE,
)
_HEAD = 40  # filled lines in which such a list may stand
_LONGEST = 5000  # letters of a line


def chair_first(lines: Sequence[Line]) -> list[Line]:
    """The lines, the one in a paper's head that goes on from the chair to the others under a heading of its own.

    >>> text = "County Councillor Ann Lee in the Chair. plus County Councillors Joe Dale and Tom Roe."
    >>> chair_first([Line(7, None, text)])[0].text
    'Present: County Councillor Ann Lee (Chair), County Councillors Joe Dale and Tom Roe.'
    """
    found, filled = list(lines), 0
    for place, line in enumerate(lines):
        heading = item_heading(line.text)
        if filled > _HEAD or (heading and not heading.plain):
            return found
        filled += bool(line.text.strip())
        match = _CHAIR.match(line.text) if len(line.text) < _LONGEST else None
        if match and _is_one(match["chair"]):
            found[place] = replace(line, text=f"Present: {match['chair']} (Chair), {line.text[match.end() :]}")
            return found
    return found


def _is_one(chair: str) -> bool:
    return is_name(chair) or bool(person(chair)[0])
