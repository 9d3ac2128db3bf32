"""What of an attendance list could not be read, or not for certain, in the analyst's words."""

from __future__ import annotations

import re

from leadnet.documents.lists.entries import UNCLEAR, Cells, Heading
from leadnet.documents.lists.remarks import is_vacant
from leadnet.documents.model import Attendee, Line, Problem, Source

_COUNTED = re.compile(
    r"^\W*(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|about|approximately|a number of)\b", re.I
)
_DO = "look at the line; if somebody is named there, add the row in corrections.csv"


def unread(entry: Cells, heading: Heading) -> Problem:
    """Why an entry is nobody's, in a row for problems.csv."""
    source = Source.of(entry.lines)
    said = " ".join(" ".join(entry.cells).split())[:80]
    if entry.heading and entry.heading.status == UNCLEAR:
        what = f'"{said}" does not say whether the person was there ("{entry.heading.printed}" is no known status)'
        return Problem(source.line, what, "look at the line; if the person was there, add the row in corrections.csv")
    if is_vacant(said):
        return Problem(source.line, f'"{said}" is a seat that nobody holds', "nothing, unless somebody sat there")
    if _COUNTED.match(said):
        return Problem(source.line, f'"{said}" counts people without naming them', "nothing, unless they are known")
    headed = f'the list headed "{heading.printed}"' if heading.printed else "a list without a heading"
    return Problem(source.line, f'"{said}" in {headed} begins with no person\'s name', _DO)


def too_long(line: Line, most: int) -> Problem:
    """That lists are as long as a book, from the line on that is not read."""
    what = f"the attendance lists hold more than {most:,} letters; from here they are not read"
    return Problem(str(line.number), what, _DO)


def unsure(who: Attendee) -> Problem:
    """That a person's post and organisation are guessed apart, in a row for problems.csv."""
    named = ", ".join(who.organisations) or "nothing"
    return Problem(
        who.source.line,
        f'post and organisation of {who.printed} could not be told apart for certain (organisation read: "{named}")',
        "look at the line; put it right in corrections.csv if the organisation is another",
    )
