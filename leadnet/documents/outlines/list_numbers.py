"""Numbers that count the entries of lists below titles without any: no numbers of items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leadnet.documents.model import Line
from leadnet.documents.outlines.bare_titles import usual_title
from leadnet.documents.outlines.numbering import Numbered
from leadnet.documents.outlines.title_lines import USUAL

_BELOW = 3  # lines under a title that tell it is one
_LEAST = 2  # usual titles without a number


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
