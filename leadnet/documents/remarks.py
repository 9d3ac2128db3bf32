"""The bracketed remarks of an attendance entry: who chaired, stood in for whom, came for which item, when, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from leadnet.documents.names import is_name, person
from leadnet.documents.posts import is_organisation

_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]?")
_CHAIR = re.compile(
    r"^(?:in the |meeting |acting |interim |the )*chair(?:man|woman|person|ing|ed)?(?: for (?:the|this) meeting)?$",
    re.I,
)
_INSTEAD = re.compile(
    r"^(?:also |here )?(?:representing|rep(?:resentative)? (?:for|of)|on behalf of|"
    r"(?:as )?(?:a )?sub(?:stitut(?:e|ing))?\.? (?:for|of)|"
    r"deputi[sz]ing for|deputy for|for|in place of|standing in for|vice|attending (?:for|on behalf of)|"
    r"attended (?:for|on behalf of)|repr?\.?|obo)\s+(?P<who>.+)$",
    re.I,
)
_ITEMS = re.compile(
    r"^(?:for |present for |attended for )?(?:agenda )?(?:items?|minutes?|"
    r"mins?)\.?(?: nos?\.?)?\s+(?P<n>\d[\d.,/&\s and-]*)(?: only)?$",
    re.I,
)
_ARRIVED = re.compile(r"^(?:arrived|joined|from|in from|came)\b.*\d", re.I)
_LEFT = re.compile(r"^(?:left|until|to|up to|departed|till|out)\b.*\d", re.I)
_VIRTUAL = re.compile(
    r"\b(?:virtual(?:ly)?|online|remote(?:ly)?|(?:via |by |on )?(?:teams|zoom|skype|video|tele ?phone|"
    r"conference call|dial))\b",
    re.I,
)
_ROOM = re.compile(r"^(?:in person|in the room)$", re.I)
_OFFICE = re.compile(
    r"^(?:minutes?|notes|minute[- ]taker|note[- ]taker|minuting|taking (?:the )?(?:minutes|notes)|scribe|"
    r"secretary|clerk|"
    r"(?:vice|deputy)[- ]chair(?:man|woman|person)?)$",
    re.I,
)
_STATUS = {
    "apologies": "apologies",
    "apology": "apologies",
    "apols": "apologies",
    "absent": "absent",
    "observer": "observer",
}


@dataclass
class Remarks:
    """What the brackets of one entry say; `text` is the entry without them."""

    text: str = ""
    chair: bool = False
    on_behalf_of: str = ""
    items: tuple[str, ...] = ()
    mode: str = "unknown"
    arrived: str = ""
    left: str = ""
    status: str = ""
    role: str = ""
    details: list[str] = field(default_factory=list)


def remarks(text: str) -> Remarks:
    """Take an entry's remarks out of it; a bracket that is none (as in `Officer (LAA)`) stays where it is.

    >>> found = remarks("Chief Superintendent, Kent Police (representing Joe Dale) (item 12)")
    >>> found.text, found.on_behalf_of, found.items
    ('Chief Superintendent, Kent Police', 'Joe Dale', ('12',))
    """
    found = Remarks()

    def take(match: re.Match[str]) -> str:
        return "" if all([_take(part.strip(), found) for part in _parts(match[1])]) else match[0]

    found.text = re.sub(r"\s+([,;])", r"\1", _BRACKET.sub(take, text)).strip(" ,;")
    found.text = re.sub(r"[\s,–-]+in the chair\b\.?", lambda match: _chairs(found), found.text, flags=re.I)
    return found


def _chairs(found: Remarks) -> str:
    found.chair = True
    return ""


def _parts(inside: str) -> Iterator[str]:
    """A bracket may hold two remarks: "(Chair, items 4 and 5)", "(in the Chair; left at 3.15pm)"."""
    halves = re.split(r"\s*[;,]\s*(?=[a-z]|Chair|Item|Minute)", inside.strip())
    yield from (half for half in halves if half)


def _take(part: str, found: Remarks) -> bool:
    """Whether this is a remark; what it says is put down in `found`."""
    if _CHAIR.match(part):
        found.chair = True
    elif match := _ITEMS.match(part):
        found.items += tuple(re.findall(r"\d+(?:[./]\d+)?", _spelt_out(match["n"])))
    elif match := _INSTEAD.match(part):
        return _instead(match["who"].strip(), found)
    elif _ARRIVED.match(part):
        found.arrived = part
    elif _LEFT.match(part):
        found.left = part
    elif _VIRTUAL.search(part) or _ROOM.match(part):
        found.mode = "room" if _ROOM.match(part) else "virtual"
    elif part.lower() in _STATUS:
        found.status = _STATUS[part.lower()]
    elif _OFFICE.match(part):
        found.role = part
    else:
        return False
    return True


def _spelt_out(numbers: str) -> str:
    """A run of items written "4-6" as "4 5 6"."""

    def every(match: re.Match[str]) -> str:
        first, last = int(match[1]), int(match[2])
        return " ".join(map(str, range(first, last + 1))) if first < last < first + 50 else match[0]

    return re.sub(r"(\d+)\s*-\s*(\d+)", every, numbers)


def _instead(who: str, found: Remarks) -> bool:
    """Standing in for a person; "representing" an organisation only says where one is from."""
    name = re.split(r"\s*[,–]\s+|\s+-\s+", who)[0]
    if is_name(name) and not is_organisation(name):
        found.on_behalf_of = person(name)[1]
        return True
    found.details.append(who)
    return True
