"""Abbreviations a paper spells out itself: `Ash Vale Borough Council (AVBC)` in a list or in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from leadnet.documents.model import Attendee, Line
from leadnet.documents.posts import is_organisation, stands_for
from leadnet.documents.vocabulary import word_set

_IN_TEXT = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]{1,30}\s+(?:(?:and|&|of|for|the|in|on)\s+){0,2}){1,9})\((?:the "
    r")?[\"'‘“]?(?P<short>[A-Z][A-Za-z&]{1,8})[\"'’”]?\)"
)
_KEY = re.compile(r"^\W*(?P<short>[A-Z][A-Za-z&]{1,8})\s*(?:=|[-–:]\s|\t)\s*(?P<name>[A-Z][\w ’'&,-]{6,80})\W*$")
_SMALL = word_set("and of for the in on &")


def spelt_out(lines: Iterable[Line], people: Sequence[Attendee]) -> dict[str, str]:
    """Each abbreviation of an organisation with the name it stands for, lists going before text."""
    found: dict[str, str] = {}
    for line in lines:
        for match in _IN_TEXT.finditer(line.text[:20_000]):
            if name := _initialled(match["name"], match["short"]):
                found.setdefault(match["short"], name)
        key = _KEY.match(line.text[:200])
        if key and stands_for(key["short"], key["name"]) and is_organisation(key["name"]):
            found.setdefault(key["short"], key["name"].strip())
    for who in people:
        for name in who.organisations:
            match = re.search(re.escape(name) + r"\s*\((?P<short>[A-Z][A-Za-z&]{1,8})\)", who.source.text)
            if match and stands_for(match["short"], name):
                found[match["short"]] = name
    return found


def _initialled(words: str, short: str) -> str:
    """The end of a run of words whose capitals are just these letters; blank where none is."""
    parts = words.split()
    for start in range(len(parts) - 1, -1, -1):
        tail = parts[start:]
        letters = "".join(word[0] for word in tail if word.lower() not in _SMALL)
        if letters.upper() == short.upper().replace("&", "") and len(tail) > 1 and parts[start].lower() not in _SMALL:
            return " ".join(tail)
    return ""


def with_names(people: Sequence[Attendee], shorts: Mapping[str, str]) -> list[Attendee]:
    """The people with organisations given by an abbreviation under the name the paper gives it."""
    return [replace(who, organisations=tuple(shorts.get(name, name) for name in who.organisations)) for who in people]
