"""Lines of an attendance list made plain before they are read, and those that are no part of it left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.apologies import NOBODY
from leadnet.documents.layouts.entry_lines import begins_with_name
from leadnet.documents.layouts.rows import RULE
from leadnet.documents.marks import is_key
from leadnet.documents.model import Line
from leadnet.documents.names import is_name, is_sure_name
from leadnet.documents.vocabulary import TITLES

_AND_THESE = re.compile(r"\b(?:(?:and|with|together with) )?the following\b[^,;.]{0,60}$", re.IGNORECASE)
_COLUMN_WORD = (
    r"(?:(?:agenda )?items?|minutes?|actions?(?: by| required| owner)?|no|lead|discussion|ref|description|owner)"
)
_TABLE_HEAD = re.compile(
    rf"^\W*{_COLUMN_WORD}(?:\W+{_COLUMN_WORD})*\W*$|"
    r"^\W*part\s+(?:[ivx]+|\d|[a-d])\b.{0,60}$",
    re.IGNORECASE,
)  # of the minutes below
_GLOSSARY = re.compile(r"^\W*(?:acronyms|abbreviations|glossary|next meeting|date of next)\b", re.IGNORECASE)

_GLUED = re.compile(
    rf"(?P<name>(?:{TITLES}\s+)?(?:[A-Z][\w'’.-]*\s){{0,2}}(?:Ma?c|Fitz|De|Di|Le|La|O['’])?[A-Z][a-z’']+(?:-[A-Z][a-z’']+)*)"
    r"(?<!\bMac)(?<!\bMc)(?<!\bFitz)(?<!\bDe)(?<!\bDi)(?<!\bLe)(?<!\bLa)(?=[A-Z])"
)
_LEAST = 3  # glued lines that make it the way of a list
_LOOKED_AT = 200  # letters of a line


def own_lines(lines: Sequence[Line], marks: dict[str, str]) -> list[Line]:
    """The lines that can name somebody: no "none", ruling, key of marks, or heading of the table below."""
    kept = [line for line in _to_glossary(lines) if not (NOBODY.match(line.text) or RULE.match(line.text))]
    kept = [line for line in kept if not (_TABLE_HEAD.match(line.text) or is_key(line.text, marks))]
    return [_without_others(line) for line in kept]


def are_glued(lines: Sequence[Line]) -> bool:
    """Whether three lines or more print what a person is straight behind the name: "Ann LeeClerk"."""
    return sum(is_sure_name(match["name"]) for match in map(_glue, lines) if match) >= _LEAST


def unglued(line: Line) -> Line:
    """A line of such a list with a dash behind the name.

    >>> unglued(Line(1, None, "Ann McKay-RoeClerk")).text
    'Ann McKay-Roe – Clerk'
    """
    match = _glue(line)
    return replace(line, text=f"{match['name']} – {line.text.strip()[match.end() :]}") if match else line


def _glue(line: Line) -> re.Match[str] | None:
    match = _GLUED.match(line.text.strip()[:_LOOKED_AT])
    return match if match and is_name(match["name"]) else None


def _without_others(line: Line) -> Line:
    """ "Cllr Ann Lee and the following representatives:" without the words for those below."""
    match = _AND_THESE.search(line.text)
    return replace(line, text=line.text[: match.start()].rstrip(" ,")) if match else line


def tidied(text: str) -> str:
    """An entry as it should have been printed.

    >>> tidied("(Ann Lee, Kent Police)"), tidied("Ann Lee-(AL) Kent CVS"), tidied("Cllr .J Dale")
    ('Ann Lee, Kent Police (in attendance)', 'Ann Lee (AL) Kent CVS', 'Cllr. J Dale')
    """
    whole = re.fullmatch(r"\s*\(([^()]+(?:\([^()]*\)[^()]*)*)\)\.?\s*", text[:600])
    text = f"{whole[1]} (in attendance)" if whole and begins_with_name(whole[1]) else text
    text = re.sub(r"(?<=[a-z])\((?=[A-Z])", " (", text)
    text = re.sub(r"(?<=[\w)]),? (?:and )?\d+ (?:other )?members of the (?:public|press)\b", "", text)
    return re.sub(r"(?<=\w)\s?[-–](?=\([A-Z])", " ", re.sub(r"(?<=\w)\s+\.\s?(?=[A-Z])", ". ", text))


def _to_glossary(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines up to a list of abbreviations or the date of the next meeting."""
    return lines[: next((place for place, line in enumerate(lines) if _GLOSSARY.match(line.text)), len(lines))]
