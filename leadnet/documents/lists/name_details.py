"""An entry's name apart from what stands with it: post and organisation behind it or in front, initials, brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.lists.remarks import remarks
from leadnet.documents.words.names import are_initials, glued, has_given_name, initials, is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, is_post, is_sector, is_topic
from leadnet.documents.words.surname_first import turned
from leadnet.documents.words.vocabulary import (
    GIVEN,
    ORGANISATION_STARTS,
    PARTICLES,
    POST_NOMINALS,
    SURNAMES_TOO,
    TITLES,
)

_LONGEST = 1200  # letters of a cell that is looked at
_DASH = re.compile(r"\s+[-–—:]+\s+|\s*[–—]\s*|\t+|:\s+|\s{3,}|(?<=[a-z])-\s+|\s+-(?=[A-Z])")
_DIVIDED = re.compile(
    rf"(?:{_DASH.pattern})|,\s*(?!{POST_NOMINALS}\b)(?=\S)|\s+(?=[(\[])|\s+/\s+|\s+(?:from|"
    rf"of the)\s+(?=(?:the\s+)?[A-Z])"
)
_OF = re.compile(r"(?P<name>[A-Z][^,;:()]{3,40}?)\s+of\s+(?=[A-Z])")  # "Ann Lee of Kent Police"
_WITH_INITIALS = re.compile(
    r"^(?P<name>[^()\[\]]{3,60}?)\s*[(\[](?:(?:Cllr|Dr|Prof)\.? )?(?P<letters>[A-Z][A-Za-z]{0,2}[A-Za-z])\d?[)\]]|"
    r"^(?P<name2>[^()\[\]]{3,60}?)\s*[(\[](?P<letters2>(?!GO-)[A-Z][A-Za-z]{0,2}[A-Za-z])\s*(?:[-–:,/]\s*|\s+(?=for\b|"
    r"rep|sub))(?=[^()]+[)\]])"
)
_INITIALS_FIRST = re.compile(r"^\W*(?P<letters>[A-Z][A-Za-z]{0,2}[A-Za-z])(?:$|(?=[\s,–-]))(?=\W*(?P<next>\w*))")
_CHAIRS = frozenset(["chair", "chairman", "chairwoman", "chairperson"])
_LETTERS = re.compile(r"\s*[(\[](?P<letters>[A-Z][A-Za-z]{0,2}[A-Za-z])\d?[)\]](?!\s+\w)")
_THEN_CAPITALS = re.compile(
    rf"(?P<title>{TITLES}\s+)?(?P<first>[A-Z][a-z]+|[A-Z]\.?)\s+(?P<last>[A-Z][\w'’-]*[a-z])\s+"
    rf"(?!{POST_NOMINALS}\b)(?P<letters>[A-Z]{{2,8}}(?:\s*\(.*)?)$"
)
_TITLE_WITHIN = re.compile(rf"^(?P<before>\S.*?)[\s,]+(?P<name>{TITLES}\s+\S.*)$")
_LABEL = re.compile(r"^(?P<before>[^:()]{3,60}):\s*(?P<name>\S.*)$")
_DASHED = re.compile(r"^(?P<before>[^()]{3,80}?)\s+[-–—]\s+(?P<name>[A-Z].*)$")


def name_and_details(cells: Sequence[str]) -> list[str]:
    """An entry's cells with the name alone in front: a cell that holds name and post is divided.

    >>> name_and_details(["David Jones – Kent Fire Service (minute 93)"])
    ['David Jones', 'Kent Fire Service (minute 93)']
    >>> name_and_details(["Kent Fire Service: Cllr David Jones"])
    ['Cllr David Jones', 'Kent Fire Service']
    """
    if not cells:
        return [""]
    cells = [turned(cells[0][:_LONGEST]), *cells[1:]]
    cells = [_WITH_INITIALS.sub(_without_initials, cells[0][:_LONGEST]), *cells[1:]]
    first, rest = _divided(cells[0])
    if _DASH.search(cells[0]) and not is_sure_name(remarks(first).text) and is_sure_name(remarks(rest).text):
        first, rest = rest, first  # "Combe Cyclists – Jane Hill"
    if len(cells) > 1 and rest.lower() in _CHAIRS:
        return [first.strip(" ,"), *cells[1:], rest]  # "Jane Hill, Chair" in a cell, her post in the next
    if not is_name(remarks(first).text):
        first, rest, *others = _name_later(cells)
        return [first, *[unbracketed(text) for text in (rest, *others) if text.strip()]] if first else [cells[0]]
    if rest and remarks(rest).text == "" and not _DASH.search(cells[0]):
        first, rest = cells[0], ""  # only remarks stand behind the name
    rest, *cells = [_after_initials(text, first) for text in (rest, *cells[1:])]
    return [first.strip(" ,"), *([unbracketed(rest)] if rest.strip() else []), *cells]


def without_own_letters(cells: Sequence[str]) -> list[str]:
    """The cells of an entry without its person's initials in brackets, wherever they stand."""
    name = person(remarks(name_and_details(cells)[0]).text)[1]

    def own(match: re.Match[str]) -> str:
        parts = " " if match.string[match.end() : match.end() + 1].isalnum() else ""  # no word is made of two
        return parts if are_initials(match["letters"], name) else match[0]

    return [_LETTERS.sub(own, cell) for cell in cells]


def _after_initials(detail: str, first: str) -> str:
    """A detail without the person's initials in front of it: "JH Director", "JH - Director", "JH"."""
    match = _INITIALS_FIRST.match(detail)
    own = match and are_initials(match["letters"], person(remarks(first).text)[1])
    abbreviates = match and match["letters"] in ("IT", "HR", "PR") and is_post(match["next"])
    if not match or not own or abbreviates:
        return detail
    behind = detail[match.end() :].strip(" ,–-\t")
    return behind[:-1] if behind.endswith(")") and behind.count(")") > behind.count("(") else behind


def _divided(text: str) -> tuple[str, str]:
    """The name in front of a text and what follows it; the whole text where it begins with no name."""
    of = _OF.match(text)
    own = of and not re.match(r"[A-Z]{3}\b", text) and is_sure_name(of["name"])
    if of and own and len(person(of["name"])[1].split()) == 2:
        return of["name"], text[of.end() :]
    for cut in (_DIVIDED, _DASH):
        first, *rest = cut.split(text, maxsplit=1)
        if rest and is_name(remarks(first).text):
            return first, rest[0]
    if letters := _capitals_behind(text)[1]:
        return _capitals_behind(text)[0], letters
    if is_name(remarks(text).text):
        return text, ""
    name, rest = glued(text)
    if name and has_given_name(person(name)[1]):
        return name, rest
    return _run_together(text)


def _name_later(cells: Sequence[str]) -> list[str]:
    """Post or organisation before the name: in a cell of its own, before a dash or colon, or before a title."""
    if len(cells) > 1 and not is_name(remarks(cells[0]).text):
        at = next((n for n, cell in enumerate(cells) if is_name(remarks(_divided(cell)[0]).text)), 0)
        if at:
            first, rest = _divided(cells[at])
            return [first, *([rest] if rest else [""]), *cells[:at], *cells[at + 1 :]]
    for cut in (_LABEL, _DASHED, _TITLE_WITHIN):
        match = cut.match(cells[0])
        if match:
            first, rest = _divided(match["name"])
            known = _comes_first(match["before"], cut is _TITLE_WITHIN)
            if is_name(remarks(first).text) and (known or (cut is _DASHED and is_sure_name(remarks(first).text))):
                return [first, rest, match["before"].strip(" ,-–"), *cells[1:]]
    return _behind_post(cells) or ["", ""]


def _behind_post(cells: Sequence[str]) -> list[str]:
    """ "Parish Clerk Ann Lee, Kent Council": a post in words that are nobody's name, and a name; else empty."""
    opened = re.split(r",|\s[-–]\s|\s\(", cells[0])[0]
    words = opened.split()
    for count in (3, 2):
        post, name = " ".join(words[:-count]), " ".join(words[-count:])
        loud = bool(post) and all(word[0].isupper() or word in ("of", "and", "for") for word in words[:-count])
        if loud and words[-count] in GIVEN and is_sure_name(name) and is_post(post) and is_topic(post):
            return [name, cells[0][len(opened) :].strip(" ,-–"), post, *cells[1:]]
    return []


def _comes_first(before: str, run_together: bool) -> bool:
    """Whether these words in front of a name are a post or an organisation."""
    before = before.strip(" ,-–")
    if run_together:
        return len(before.split()) > 1 and (is_organisation(before) or bool(ORGANISATION_STARTS.match(before)))
    return is_organisation(before) or is_post(before) or is_sector(before) or before.isupper()


def _without_initials(match: re.Match[str]) -> str:
    """ "Jane Hill (JH)", "Jane Hill (JH - Chair)": initials behind a name are no organisation."""
    name, letters = match["name"] or match["name2"], match["letters"] or match["letters2"]
    bare = person(name)[1]
    own = are_initials(letters, bare) or (len(letters) == 2 and letters[0] == bare[:1]) or _middle(letters, bare)
    own = own or (" " not in bare and len(letters) == 2 and letters[1] == bare[:1])  # "Mr Hill (JH)"
    if not is_name(name) or not own:
        return match[0]
    if match["name2"]:
        return f"{name} ("
    behind = re.match(r"\s*\w", match.string[match.end() :])
    return f"{name} –{' ' if behind and behind[0].isalnum() else ''}" if behind else name


def _middle(letters: str, bare: str) -> bool:
    """ "Steve Jacobs (CSJ)": a first name that is not printed has its letter in front of the initials."""
    return len(letters) == 3 and letters.isupper() and letters[1:] == initials(bare)


def _capitals_behind(text: str) -> tuple[str, str]:
    """ "Ann Lee WDC": a given name, a surname in small letters and the letters of an organisation; else blanks."""
    match = _THEN_CAPITALS.match(text.strip())
    first = match["first"].rstrip(".") if match else ""
    own = match and (first in GIVEN or (len(first) == 1 and match["title"]))
    own = own and (match["last"] not in GIVEN or are_initials(match["letters"], f"{first} {match['last']}"))
    return (f"{match['title'] or ''}{match['first']} {match['last']}", match["letters"]) if own else ("", "")


def _run_together(text: str) -> tuple[str, str]:
    """ "Jane Hill Head of Housing", "Jane Hill Kent Police": a name is cut before a post or an organisation."""
    words = text.split(maxsplit=5)
    for count in (4, 3, 2):
        name, rest = " ".join(words[:count]), " ".join(words[count:])
        title, bare = person(name)
        if len(words) <= count or not is_name(name) or len(bare.split()) < 2 or not rest[0].isupper():
            continue
        if is_topic(f"{bare.split()[-1]} {rest}") and bare.split()[-1].lower() not in SURNAMES_TOO:
            continue  # "Antony Parish Council"
        own = _own_name(bare) and (is_organisation(rest) or len(rest.split()) > 1 and _all_capitals(rest))
        if own or (is_post(rest) and len(bare.split()) == 2):
            return name, rest
    return text, ""


def _all_capitals(rest: str) -> bool:
    """ "Ann Lee Ashbury Country": words that go on in capitals behind a whole name are whom she is from."""
    return all(word[0].isupper() for word in rest.split() if word.lower() not in ("and", "&", "of", "for", "the", "in"))


def _own_name(bare: str) -> bool:
    """A given name or initial and a surname: nothing of an organisation can be among these words."""
    first, *rest = bare.split()
    whole = len([part for part in rest if part.lower() not in PARTICLES]) == 1 and rest[-1].lower() not in PARTICLES
    return whole and (first in GIVEN or len(first.strip(".")) == 1 or (first.isupper() and len(first) == 2))


def unbracketed(text: str) -> str:
    """ "(Kent Fire Service)" behind a name is the organisation, not a remark."""
    match = re.fullmatch(r"[(\[]((?:[^()\[\]]|\([^()]*\))*)[)\]]?(.*)", text.strip())
    if match and remarks(f"({match[1]})").text:
        rest = match[2].strip()
        return f"{match[1]}{', ' if rest[:1].isalpha() else ' '}{rest}".strip()
    return text
