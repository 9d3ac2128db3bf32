"""What a star behind a name means, as a list explains it: "(* present)"."""

from __future__ import annotations

import re
from dataclasses import replace

from leadnet.documents.lists.entries import Cells, Heading

STAR = re.compile(
    r"^\W*\*+\s*(?:=|denotes?|indicates?|[-–:]|shows?)?\s*(?P<said>present|apologies|absent|absence|attended|"
    r"not present|apologies received|attendance)\b",
    re.I,
)


def by_star(cells: Cells, heading: Heading, said: str) -> tuple[Cells, Heading]:
    """Those with a star are what it means; where it means present, those without were not, as far as the list says."""
    if "*" in " ".join(line.text for line in cells.lines):
        return cells, replace(heading, status=said)
    away = said == "present"
    return (replace(cells, sure=False), replace(heading, status="absent")) if away else (cells, heading)


def star_means(said: str) -> str:
    """The status the words behind a star stand for."""
    if said.lower().startswith(("present", "attend")):
        return "present"
    return "apologies" if said.lower().startswith("apolog") else "absent"
