"""Cells of a list's rows put as other lists have them: a name in two columns, a post before its holder's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.words.names import WORD, is_name
from leadnet.documents.words.posts import is_post
from leadnet.documents.words.vocabulary import GIVEN, TITLES

_GAP = r"(?:[ ]*\t+[ ]*|[ ]{2,}|[ ]*\|[ ]*)"
_TWO_COLUMNS = re.compile(
    rf"^(?P<edge>[\s|]*)(?:[A-Z][A-Za-z]{{1,3}}{_GAP})?(?P<first>{WORD}){_GAP}(?P<last>{WORD})(?=\t|[ ]{{2,}}|[ ]*\||$)"
)
_HEADS = re.compile(
    rf"^(?P<edge>[\s|]*)(?:initials?{_GAP})?(?:first ?names?|forenames?|given names?){_GAP}"
    r"(?:surnames?|(?:last|family) ?names?)(?=\t|[ ]{2,}|[ ]*\||$)",
    re.I,
)
_LEAST = 3  # rows that make it the way of a list
_BEGINS = r"(?P<begin>^|\t[ ]*|\|[ ]*|[ ]{3,})"
_POST_FIRST = re.compile(
    rf"{_BEGINS}(?P<post>(?:(?:[Vv]ice|[Dd]eputy)[- ])?(?:[Cc]hair\w*|[Mm]ayor|[Ll]eader|[Pp]resident))"
    rf"(?:\s*[,–]|\s+-)\s+(?P<name>(?:[A-Z][a-z]+ )?{TITLES}\s[^,\t|()]{{3,50}}?)(?=$|[ ]*\t|[ ]*\||[ ]{{3,}})"
)
_PLACED = re.compile(
    rf"{_BEGINS}(?!County|District|Borough|City|Town|Parish|Community)[A-Z][a-z]+ "
    rf"(?P<name>(?:Councillor|Cllr)\.? {WORD} )"
)
_POST_BETWEEN = re.compile(
    r"^\s*(?P<name>[^(),;]{3,60}?),?\s*"
    r"\((?P<post>(?!(?:[Vv]ice|[Dd]eputy|[Cc]o)?[- ]?[Cc]hair)[A-Za-z][A-Za-z' -]{3,60})\)"
    r"(?:\s*[,–-])?\s+(?=[A-Z][^()]*(?:$|\((?!\w+\))))"
)
_FEW = 2  # rows with a post so printed
_LOOKED_AT = 300  # letters of a row


def names_joined(lines: Sequence[Line]) -> list[Line]:
    """Rows that print given name and surname in columns of their own, with the two in one; initials before go.

    >>> rows = ("AF   Ann     Frost   Kent Police", "JP   Jane    Pike    Kent CVS", "PR   Peter   Roe     GOSE")
    >>> [line.text for line in names_joined([Line(n, None, text) for n, text in enumerate(rows, start=1)])]
    ['Ann Frost   Kent Police', 'Jane Pike    Kent CVS', 'Peter Roe     GOSE']
    """
    found = [_TWO_COLUMNS.match(line.text[:_LOOKED_AT]) for line in lines]
    given = sum(bool(match) and match["first"] in GIVEN and match["last"] not in GIVEN for match in found)
    if given < _LEAST or 2 * given < sum(bool(line.text.strip()) for line in lines):
        return list(lines)
    found = [_HEADS.match(line.text[:_LOOKED_AT]) or match for line, match in zip(lines, found, strict=True)]
    return [
        replace(line, text=f"{match['edge']}{_name(match)}{line.text[match.end() :]}") if match else line
        for line, match in zip(lines, found, strict=True)
    ]


def posts_apart(lines: Sequence[Line]) -> list[Line]:
    """Rows with a post in brackets between name and organisation, commas for the brackets, where several are so.

    >>> rows = ("Ann Lee (Trustee) Ash Wells Ltd", "Cllr Dale (Trustee), Elm Council")
    >>> [line.text for line in posts_apart([Line(n, None, text) for n, text in enumerate(rows, start=1)])]
    ['Ann Lee, Trustee, Ash Wells Ltd', 'Cllr Dale, Trustee, Elm Council']
    """
    found = [_POST_BETWEEN.match(line.text[:_LOOKED_AT]) for line in lines]
    found = [match if match and is_post(match["post"]) and is_name(match["name"]) else None for match in found]
    if sum(map(bool, found)) < _FEW:
        return list(lines)
    return [
        replace(line, text=f"{match['name']}, {match['post']}, {line.text[match.end() :]}") if match else line
        for line, match in zip(lines, found, strict=True)
    ]


def _name(match: re.Match[str]) -> str:
    return f"{match['first']} {match['last']}" if match.re is _TWO_COLUMNS else "Name"


def post_behind(text: str) -> str:
    """A row in which a post stands before its holder's title and name, the post behind them.

    >>> post_behind("Ash Parish Council\\tVice-Chair, Cllr Ann Lee"), post_behind("Kent Councillor Ann Lee, Leader")
    ('Ash Parish Council\\tCllr Ann Lee, Vice-Chair', 'Councillor Ann Lee, Leader')
    """
    row = _POST_FIRST.sub(r"\g<begin>\g<name>, \g<post>", text[:_LOOKED_AT])
    run = len(re.findall(r"\b(?:Councillor|Cllr)\b", row)) > 2  # "Ash Councillor Ann Lee Elm Councillor Joe Dale ..."
    return (row if run else _PLACED.sub(r"\g<begin>\g<name>", row)) + text[_LOOKED_AT:]
