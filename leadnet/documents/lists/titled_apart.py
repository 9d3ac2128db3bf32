"""Councillors one behind another with nothing between them, "Councillor Ann Lee Councillor Joe Dale", kept apart."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"(?<=[\w)])\s+(?=(?:Councillor|Cllr\.?)\s+[A-Z])")
_ONE = re.compile(
    r"(?:Councillor|Cllr\.?)\s+(?:(?:Mrs|Mr|Ms|Miss|Dr|Sir)\.?\s+)?"
    r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}(?:\s+\([^()]{1,60}\)){0,3}"
    r"(?:\s+[–-]\s+(?:[A-Z][\w.’'&-]*\s+(?:and\s+)?){0,5}(?:Council|Authority|[A-Z]{2,5}))?[\s,;.]*"
)
_DASH = re.compile(r"\s[–-]\s")
_NAME_END = re.compile(r"\(|\s[–-]\s")
_LONGEST = 5000  # letters of a line


def titled_apart(text: str) -> str:
    """A line that is nothing but councillors, each with the title, with a comma or semicolon between them.

    Others stay as they are.

    The title alone shows where a name begins: "Malcolm Parish Councillor Ida Roe" holds no parish councillor.

    >>> titled_apart("Councillor Ann Lee (Chair) Councillor Richy Doran Councillor Malcolm Parish")
    'Councillor Ann Lee (Chair), Councillor Richy Doran, Councillor Malcolm Parish'
    >>> titled_apart("Councillor Lee (Chair) - Combe Council Councillor Dale – Kent County Council")
    'Councillor Lee (Chair) - Combe Council; Councillor Dale – Kent County Council'
    >>> titled_apart("Councillor Ann Lee Kent County Council and Councillor Joe Dale")
    'Councillor Ann Lee Kent County Council and Councillor Joe Dale'
    """
    people = _BETWEEN.split(text.strip()) if len(text) < _LONGEST else []
    alone = len(people) > 1 and all(_ONE.fullmatch(one) and len(_NAME_END.split(one)[0].split()) < 5 for one in people)
    between = "; " if any(_DASH.search(one) for one in people) else ", "
    return between.join(one.strip(" ,;") for one in people) if alone else text
