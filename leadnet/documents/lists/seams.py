"""Entries whose seams lost a space: a dash set against a name ("R Lee-Planner"), a body against a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Line
from leadnet.documents.words.names import is_name, is_sure_name
from leadnet.documents.words.posts import is_organisation, is_post

_TIGHT = re.compile(r"(?<=[\w.])-(?=[A-Z])")
_DASHED = re.compile(r"[\w).]\s?[-–—]\s+[A-Z]|\s[-–—]\s?[A-Z]")
_ONE_SIDED = re.compile(r"[\w).][-–—]\s+[A-Z]|\s[-–—](?=[A-Z])")
_WHO = r"(?:Cllrs?|Councillors?|Mayor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Ald(?:erman)?|Rev)\b"
_TITLE = re.compile(rf"(?:(?<=[A-Z&]{{2}})|(?<=[a-z]{{2}})|(?<=\s))(?P<who>{_WHO}\.?\s+[A-Z][^|\t]*)$")
_SIGNED = re.compile(r"[:;,(–|]|\s-|-\s")
_LEAST = 3  # lines so printed that make it the way of a list
_LOOKED_AT = 80  # letters that hold a name


def seams_opened(lines: Sequence[Line]) -> list[Line]:
    """The lines of a list with a dash between spaces where the most of them show that one belongs.

    >>> rows = ("R Lee-Assistant Director", "A Roe-Senior Planner", "J Fox-Head of Housing")
    >>> [line.text for line in seams_opened([Line(n, None, text) for n, text in enumerate(rows, 1)])][1]
    'A Roe – Senior Planner'
    >>> rows = ("KENTCllr Ann Lee", "ESSEXCllr Joe Dale", "SURREYMr Tom Roe")
    >>> [line.text for line in seams_opened([Line(n, None, text) for n, text in enumerate(rows, 1)])][2]
    'Mr Tom Roe – SURREY'
    """
    return _bodies_behind(_dashes_spaced(lines))


def _dashes_spaced(lines: Sequence[Line]) -> list[Line]:
    cuts = [_tight(line.text) for line in lines]
    told = [line for line, cut in zip(lines, cuts, strict=True) if cut or _behind_name(line.text)]
    dashed = sum(bool(cut or _DASHED.search(line.text)) for line, cut in zip(lines, cuts, strict=True))
    onesided = sum(bool(cut or _ONE_SIDED.search(line.text)) for line, cut in zip(lines, cuts, strict=True))
    if not any(cuts) or onesided < _LEAST or 4 * dashed < 3 * len(told):
        return list(lines)
    return _opened(lines, cuts)


def _opened(lines: Sequence[Line], cuts: Sequence[tuple[str, str] | None]) -> list[Line]:
    pairs = zip(lines, cuts, strict=True)
    return [replace(line, text=f"{cut[0]} – {cut[1]}") if cut else line for line, cut in pairs]


def _tight(text: str) -> tuple[str, str] | None:
    """Name and post or organisation on the two sides of a dash without spaces; None where there is no such dash."""
    for dash in _TIGHT.finditer(text[:_LOOKED_AT]):
        name, rest = text[: dash.start()].strip(" *•"), text[dash.end() :]
        first = re.split(r"[,(]", rest)[0].strip()
        if is_sure_name(name) and len(first.split()) > 1 and (is_organisation(first) or is_post(first)):
            return name, rest
    return None


def _behind_name(text: str) -> bool:
    """Whether something stands behind the name a line opens with."""
    return begins_with_name(text) and not is_name(re.sub(r"\([^()]*\)", "", text).strip(" *•"))


def _bodies_behind(lines: Sequence[Line]) -> list[Line]:
    cuts = [_titled(line.text.strip()) for line in lines]
    filled = sum(bool(line.text.strip()) for line in lines)
    if sum(map(bool, cuts)) < _LEAST or 2 * sum(map(bool, cuts)) < filled:
        return list(lines)
    return _opened(lines, cuts)


def _titled(text: str) -> tuple[str, str] | None:
    """Person and body where words that are neither post nor person stand before a title and a name; else None."""
    for match in _TITLE.finditer(text[: 2 * _LOOKED_AT]):
        body, who = text[: match.start()].strip(), match["who"]
        name = re.sub(r"\s*\([^()]*\)$", "", who).strip()
        apart = not (_SIGNED.search(body) or is_post(body) or re.match(_WHO, body))
        apart = apart and (body.isupper() or not is_name(body))
        if apart and body[:1].isupper() and len(body) > 2 and is_name(name):
            return who, body
    return None
