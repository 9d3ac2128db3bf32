"""Abbreviations a paper spells out itself: `Ash Vale Borough Council (AVBC)` in a list or in its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Cells
from leadnet.documents.model import Attendee, Line
from leadnet.documents.words.posts import is_post, is_sector, is_topic, stands_for
from leadnet.documents.words.vocabulary import word_set

_IN_TEXT = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]{1,30}\s+(?:(?:and|&|of|for|the|in|on)\s+){0,2}){1,9})\((?:the "
    r")?[\"'‘“]?(?P<short>[A-Z][A-Za-z&]{1,8})[\"'’”]?\)"
)
_PAIR = re.compile(
    r"(?<![\w&])(?P<short>[A-Z][A-Za-z&]{0,7})(?:\s*=\s*|\s+(?:means|stands for)\s+)(?P<name>[A-Z][^;,=()\n]{3,80}?)"
    r"(?=\s*(?:[;,)]|$|(?:\s+and)?\s[A-Z]{1,8}(?:\s*=|\s+(?:means|stands for)\b)))"
)
_STATUS = re.compile(r"present\b|apolog|absen|attend|did not|deput|represent|substitut", re.IGNORECASE)
_KEY_WORD = re.compile(r"^\W*(?:key|codes?|abbreviations?|where|note)\b", re.IGNORECASE)
_CODE = re.compile(r"\(([A-Z][A-Za-z&]{0,7})\)")
_BEHIND = re.compile(r"(?<=[a-z])\s+([A-Z][A-Za-z&]{1,7})(?=\s*(?:$|\())")  # "Ann Lee AC (Chair)"
_ROW = re.compile(  # of a table of abbreviations
    r"^[\s|*•-]*(?P<short>[A-Z][A-Za-z&]{1,7})\s*(?:[|/:–\t-]|\s{2,})\s*(?P<name>[A-Z][A-Za-z’'& -]{4,70}?)[\s|]*$"
)
_LETTERS_LAST = re.compile(r"(?P<before>.+[a-z]) \((?P<short>[A-Z]{2,6})\)")
_TIERED = re.compile(r"\b(?:County|District|Borough|City|Town|Parish|Community|Metropolitan)\b", re.IGNORECASE)
_LONGEST_ROW = 300  # letters
_LETTERS = re.compile(r"[A-Z][A-Za-z&]{0,6}[A-Z]")
_SMALL = word_set("and of for the in on &")


def key_of(text: str) -> dict[str, str]:
    """The codes a line explains: `Key: A = Ashbury Council; P = Wolds Police`; empty where it is no such line.

    >>> key_of("Key: A = Ashbury Council; P = Wolds Police")
    {'A': 'Ashbury Council', 'P': 'Wolds Police'}
    """
    pairs = {match["short"]: match["name"].strip(" .)") for match in _PAIR.finditer(text[:2000])}
    pairs = {} if any(map(_STATUS.match, pairs.values())) else pairs  # a key of marks, not of organisations
    return pairs if pairs and (len(pairs) > 1 or _KEY_WORD.match(text)) else {}


def bodies_by_posts(people: Sequence[Attendee]) -> frozenset[str]:
    """The letters, in small, that stand with the posts of two or more and must be whom they are from."""
    return _letters_behind(people) | _letters_beside(people)


def _letters_behind(people: Sequence[Attendee]) -> frozenset[str]:
    """Those in brackets behind the posts of two or more: "Clerk (VFRS)", "Head of Data (VFRS)".

    Where several such letters stand there, they may be departments of one council.
    """
    said = {(who.role or "".join(who.organisations), who.role, *who.organisations) for who in people}
    found = [match for texts in said for text in set(texts) if (match := _LETTERS_LAST.fullmatch(text))]
    own = [match["short"] for match in found if not stands_for(match["short"], match["before"])]
    alike = len(own) > 1 and len(set(own)) == 1 and not is_topic(own[0])
    return frozenset([own[0].lower()]) if alike else frozenset()


def _letters_beside(people: Sequence[Attendee]) -> frozenset[str]:
    """Those in front of or behind the posts of two or more who have no organisation: "ACC Head of Data".

    Where anybody has them beside an organisation they are a department there.
    """
    alone = [who for who in people if not who.organisations or not who.sure]
    ends = [
        {said.split()[0], said.split()[-1]} for who in alone for said in (who.role, *who.organisations) if " " in said
    ]
    held = {word for who in people if who not in alone for word in who.role.split()}
    found = Counter(word for words in ends for word in words if _LETTERS.fullmatch(word) and word not in held)
    return frozenset(
        word.lower() for word, count in found.items() if count > 1 and not (is_topic(word) or is_post(word))
    )


def with_key(entry: Cells, keys: Mapping[str, str]) -> Cells:
    """An entry whose bracketed codes are put in full: "Ann Lee (A)" as "Ann Lee (Ashbury Council)".

    >>> with_key(Cells((), ("Ann Lee AC (Chair)",)), {"AC": "Ashbury Council"}).cells
    ('Ann Lee (Ashbury Council) (Chair)',)
    """

    def full(match: re.Match[str]) -> str:
        return f"({keys.get(match[1], match[1])})"

    def behind(match: re.Match[str]) -> str:
        return f" ({keys[match[1]]})" if match[1] in keys else match[0]

    return replace(entry, cells=tuple(_BEHIND.sub(behind, _CODE.sub(full, cell)) for cell in entry.cells))


def of_council(entry: Cells, lines: Sequence[Line]) -> Cells:
    """An entry under "Ashbury Councillors", a run's own words, under the one council so named in the paper, if any.

    >>> of_council(Cells((), ("Cllr Lee",), "Ashbury Councillors"), [Line(1, None, "Ashbury Town Council")]).under
    'Ashbury Town Council'
    """
    place = entry.under.removesuffix(" Councillors")
    if place == entry.under or _TIERED.search(place):
        return entry
    form = re.compile(rf"\b{re.escape(place)}\s(?:{_TIERED.pattern}\s)*Council\b", re.IGNORECASE)
    named = {match[0].lower(): match[0] for line in lines for match in form.finditer(line.text)}
    return replace(entry, under=next(iter(named.values())) if len(named) == 1 else "", sure=len(named) == 1)


def spelt_out(lines: Iterable[Line], people: Sequence[Attendee]) -> dict[str, str]:
    """Each abbreviation of an organisation with the name it stands for, lists going before text."""
    found: dict[str, str] = {}
    for line in lines:
        found |= key_of(line.text)
        if (match := _ROW.match(line.text[:_LONGEST_ROW])) and _initialled(match["name"], match["short"]) == match[
            "name"
        ].strip():
            found.setdefault(match["short"], match["name"].strip())
        for match in _IN_TEXT.finditer(line.text[:20_000]):
            if name := _initialled(match["name"], match["short"]):
                found.setdefault(match["short"], name)
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
    """The people with organisations given by an abbreviation under the name the paper gives it; a sector is none."""
    found = []
    named = {who.person for who in people}
    shorts = {short: name for short, name in shorts.items() if name not in named}  # "Simon Firth (SF)"
    for who in people:
        full = [shorts.get(name, name) for name in who.organisations]
        known = bool(full) and all(name in shorts for name in who.organisations)
        names = tuple(name for name in full if not is_sector(name))
        found.append(replace(who, organisations=names, sure=who.sure or known))
    return found
