"""Whether a paper's own first lines say whose it is, or the head that runs over its pages has to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, takewhile

from leadnet.documents.model import Line
from leadnet.documents.outlines.headings import list_heading
from leadnet.documents.outlines.titles import find_body
from leadnet.documents.printable import printable

_TOP = 12  # filled lines in which a title is looked for


def names_body(texts: Iterable[str]) -> bool:
    """Whether the first filled lines, up to a list of people, name a body.

    >>> names_body(["Minutes of a meeting", "Ash Forum"]), names_body(["Minutes", "Present", "Ann Lee, Ash Forum"])
    (True, False)
    """
    filled = islice((printable(text) for text in texts if text.strip()), _TOP)
    top = takewhile(lambda text: not list_heading(text), filled)
    return bool(find_body([Line(place, None, text) for place, text in enumerate(top, start=1)])[0].name)
