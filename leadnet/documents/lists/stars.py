"""What a star by a name means, as the paper explains it: "(* present)", "*Members present"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from leadnet.documents.lists.entries import Cells, Heading

STAR = re.compile(
    r"^[^\w*]*\*{1,2}\s*(?:=|denotes?|indicates?|[-–:]|shows?)?\s*(?:(?:those|all|board|core|committee) )*"
    r"(?:members?|attendees|representatives)?(?: (?:who )?(?:were|was))?\s*"
    r"(?P<said>present|apologies|absent|absence|attended|not present|apologies received|attendance)\b(?![^*]*\*\*)",
    re.I,
)


def star_key(texts: Iterable[str]) -> str:
    """The status a star stands for, blank where no line says.

    >>> star_key(["*Ann Lee", "*Members present"]), star_key(["**Present:** Ann Lee"])
    ('present', '')
    """
    match = next(filter(None, (STAR.match(text) for text in texts)), None)
    said = match["said"].lower() if match else ""
    if said.startswith(("present", "attend")):
        return "present"
    return ("apologies" if said.startswith("apolog") else "absent") if said else ""


def by_star(cells: Cells, heading: Heading, means: str) -> tuple[Cells, Heading]:
    """Those with a star are what it means; where it means present, those without were not, as far as the list says."""
    if "*" in " ".join(line.text for line in cells.lines):
        return cells, replace(heading, status=means)
    away = means == "present"
    return (replace(cells, sure=False), replace(heading, status="absent")) if away else (cells, heading)
