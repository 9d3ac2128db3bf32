"""Lists in which a name and what the person is from run together without a sign: a dash put behind each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.words.names import WORD, is_name
from leadnet.documents.words.posts import is_organisation, is_post, is_topic
from leadnet.documents.words.vocabulary import (
    GIVEN,
    NOT_IN_NAMES,
    ORGANISATION_STARTS,
    PARTICLES,
    POST_NOMINALS,
    SURNAMES_TOO,
    TITLES,
)

_ENTRY = re.compile(
    rf"^(?P<name>(?:{TITLES}\s+)?(?!{TITLES}\s)(?P<first>[A-Z][a-z]+) "
    rf"(?:(?i:{'|'.join(sorted(PARTICLES))}) ){{0,2}}(?P<last>{WORD}))"
    rf"(?P<mark>(?: {POST_NOMINALS}\b)?(?: \([^()]*\))?) "
    r"(?P<rest>[A-Z&][^|\t]*)$"
)
_LEAST = 3  # lines whose rest is an organisation or a post beyond doubt


def cut_behind_names(lines: Sequence[Line]) -> list[Line]:
    """The lines of a list with a dash behind each name, where half of them show that none is printed.

    Between "Ann Lee Kent Police" and "Joe Dale Kent Police", "Tom Roe Ashbury" is Tom Roe of Ashbury, not a Mr Ashbury.

    >>> rows = ("Ann Frost Kent Police", "Jane Marsh Kent CVS", "Tom Pike Ash Council", "Peter Crewe Ashbury")
    >>> cut_behind_names([Line(n, None, text) for n, text in enumerate(rows, start=1)])[-1].text
    'Peter Crewe – Ashbury'
    """
    entries = [_entry(line.text.strip()) for line in lines]
    told = sum(bool(entry) and _told(entry["rest"]) for entry in entries)
    nearly = 4 * told >= 3 * sum(bool(line.text.strip()) for line in lines)
    entries = [entry or _rare(line.text.strip(), nearly) for entry, line in zip(entries, lines, strict=True)]
    if told < _LEAST or 2 * told < sum(bool(line.text.strip()) for line in lines):
        return list(lines)
    return [
        replace(line, text=f"{entry['name']}{entry['mark']} – {entry['rest']}") if entry else line
        for line, entry in zip(lines, entries, strict=True)
    ]


def _entry(text: str) -> re.Match[str] | None:
    """A given name, a surname that is no second given name, and something else; None for any other line."""
    match = _ENTRY.match(text)
    if not match or match["first"] not in GIVEN or match["last"] in GIVEN or match["last"].lower() in PARTICLES:
        return None
    strange = match["last"].lower() in NOT_IN_NAMES and match["last"].lower() not in SURNAMES_TOO
    return None if strange or match["rest"].split()[0] in GIVEN or " – " in match["rest"] else match


def _rare(text: str, nearly: bool) -> re.Match[str] | None:
    """Two words that may be a rare name, and an organisation with a name of its own behind them, or, where `nearly`
    all of a list is names and organisations, any words of that form."""
    match = _ENTRY.match(text)
    if not match or not is_name(match["name"]) or match["last"].lower() in PARTICLES:
        return None
    rest = match["rest"]
    own = is_organisation(rest) and (not is_topic(rest) or ORGANISATION_STARTS.match(rest))
    own = own or (nearly and not is_topic(rest) and len(rest.split()) > 1)
    return match if own and not (match["first"] in GIVEN or is_organisation(match["name"])) else None


def _told(rest: str) -> bool:
    first = re.split(r"[,;(]|\s-\s", rest)[0].strip()
    return is_organisation(first) or is_post(first)
