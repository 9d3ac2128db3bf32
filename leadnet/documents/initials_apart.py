"""Titles and initials set tight against what follows them: "Mr.J.Lee" as "Mr. J. Lee"."""

from __future__ import annotations

import re

_TITLE = re.compile(r"\b((?:Mrs?|Ms|Miss|Dr|Cllr|Rev|Revd|Prof|Capt|Lt|Col|Sgt|Insp|Supt)\.)(?=[A-Z])")
_INITIAL = re.compile(r"(?<![A-Za-z.])((?:[A-Z]\.){1,3})(?=[A-Z][a-z’'])")
_STRAY = re.compile(r"(?<=[\s(,;])\.(?=[A-Z]\.)")  # ", .P. Lee"


def initials_apart(text: str) -> str:
    """A text with a space behind a title's full stop and between initials and the name they belong to.

    >>> initials_apart("Mr.J.Lee, A.Frost and C.Hall"), initials_apart("J. Lee, N.D. Sea Anglers")
    ('Mr. J. Lee, A. Frost and C. Hall', 'J. Lee, N.D. Sea Anglers')
    """
    return _INITIAL.sub(r"\1 ", _TITLE.sub(r"\1 ", _STRAY.sub("", text)))
