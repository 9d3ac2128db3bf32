"""Lists that print the surname before the given name: "FROST, Jane (Kent CVS)" or, all through, "Frost, Jane"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.words.names import is_name
from leadnet.documents.words.vocabulary import GIVEN, POST_NOMINALS, TITLES

_LAST = r"(?P<last>[A-ZÀ-Þ][\w'’-]{1,20})"
_FIRST = r"(?P<first>[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-Z][a-z]+)?(?: [A-Z]\b\.?)?|(?:[A-Z]\.?\s?){1,3})"
_BEHIND = rf"(?=$|\s*[\t()\[,/|–*-]|\s{{2,}}|\s+(?:{POST_NOMINALS}|in the [Cc]hair|for)\b)"
_NAME = re.compile(rf"(?P<title>\b{TITLES}\s+)?{_LAST}\s?,\s+{_FIRST}(?:{_BEHIND}|(?<=[a-z])(?=\s+[A-Z])(?P<more>))")
_OPENS = re.compile(r"(?:^[\s|*•·▪●-]*(?:\d{1,2}[.)]\s+)?|\s[–-]\s|\s/\s|:\s+|\t\s*|\|\s*|\s{3,})$")
_LEAST = 2  # lines so printed in capitals that make it the way of a list
_MANY = 3  # the same in small letters
_LOOKED_AT = 400  # letters of a line


def turned(text: str, small: bool = False) -> str:
    """A text with each name that opens an entry the right way round; those in small letters where `small`.

    >>> turned("FROST, Jane (Kent CVS)"), turned("Kent Police – Cllr Frost, J"), turned("Frost, Jane")
    ('Jane FROST (Kent CVS)', 'Kent Police – Cllr J Frost', 'Frost, Jane')
    """

    def right(match: re.Match[str]) -> str:
        first, last, title = match["first"].strip(), match["last"], match["title"] or ""
        letters = bool(re.fullmatch(r"(?:[A-Z]\.?\s?){1,3}", first))
        own = first.split()[0] in GIVEN and last not in GIVEN
        loud = last.isupper() and is_name(f"{first} {last}")
        way = bool(title) if letters else loud or (small and own and match["more"] is None)
        return f"{title}{first} {last}" if way and _OPENS.search(text[: match.start()]) else match[0]

    return _NAME.sub(right, text[:_LOOKED_AT]) + text[_LOOKED_AT:]


def names_turned(lines: Sequence[Line]) -> list[Line]:
    """The lines of a list with its names the right way round, where the list prints surnames first.

    >>> rows = enumerate(("Frost, Jane", "Marsh, Tom", "Pike, Ruth"), start=1)
    >>> [line.text for line in names_turned([Line(number, None, text) for number, text in rows])]
    ['Jane Frost', 'Tom Marsh', 'Ruth Pike']
    """
    filled = [line.text for line in lines if line.text.strip()]
    loud = sum(turned(text) != text for text in filled)
    soft = sum(_alone(text) for text in filled)
    small = soft >= _MANY and 2 * soft >= len(filled)
    if loud < _LEAST and not small:
        return list(lines)
    return [replace(line, text=turned(line.text, small)) for line in lines]


def _alone(text: str) -> bool:
    """Whether a line opens with a surname and a given name, and goes on with no further name behind a comma."""
    return turned(text, small=True) != text and text.count(",") < 3
