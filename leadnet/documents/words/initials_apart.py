"""Titles, initials and given names set tight against what follows them: "Mr.J.Lee" as "Mr. J. Lee"."""

from __future__ import annotations

import re

from leadnet.documents.words.vocabulary import GIVEN

_TITLE = re.compile(r"\b((?:Mrs?|Ms|Miss|Dr|Cllr|Rev|Revd|Prof|Capt|Lt|Col|Sgt|Insp|Supt)\.)(?=[A-Z])")
_INITIAL = re.compile(r"(?<![A-Za-z.])((?:[A-Z]\.){1,3})(?=[A-Z][a-z’'])")
_GIVEN = re.compile(  # "JaneHill", but not "Ann GeorgeHeadteacher"
    r"(?<![\w@.-])(?:(?<=and )|(?<![a-z] ))[A-Z][a-z]{2,}(?=[A-Z][a-z]{2,}\b(?![@-]))"
)


def initials_apart(text: str) -> str:
    """A text with a space behind a title's full stop and between initials or a given name and the surname.

    >>> initials_apart("Mr.J.Lee, A.Frost and JaneHill"), initials_apart("J. Lee, N.D. Sea Anglers")
    ('Mr. J. Lee, A. Frost and Jane Hill', 'J. Lee, N.D. Sea Anglers')
    """
    text = _INITIAL.sub(r"\1 ", _TITLE.sub(r"\1 ", text))
    return _GIVEN.sub(lambda match: f"{match[0]} " if match[0] in GIVEN else match[0], text)
