"""Persons' initials in a list, for use in the text: "JH  Jane Hill  Kent Police", "Jane Hill, Kent Police JH"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.model import Attendee, Line
from leadnet.documents.words.names import are_initials, initials, is_name, person
from leadnet.documents.words.vocabulary import ABBREVIATIONS

_LETTERS = r"(?P<letters>[A-Z][A-Za-z]{0,2}[A-Za-z])"
_FORMS = {
    "before": re.compile(rf"^[\s|*•-]*{_LETTERS}[\s|:)–-]+(?=[A-Z])"),
    "between": re.compile(rf"(?<=[a-z)])[\s|]+[(]?{_LETTERS}[)]?(?=\s*[\t|]|\s+[A-Z])"),
    "behind": re.compile(rf"(?:\s+[/|–-]?\s*|(?<=[a-z)]))(?:(?:Cllr|Dr|Insp)\.? )?{_LETTERS}[\s|]*$"),
    "alone": re.compile(rf"^[\s|(]*{_LETTERS}[\s|)]*$"),
}
_LEAST = 3  # lines with somebody's initials that make it this list's way
_LOOKED_AT = 300  # letters of a line


@dataclass(frozen=True)
class Initialled:
    """Where the lists of a paper print initials (before, between, behind or alone on a line), and the names in them.

    `mostly` where nearly all letters behind names are initials, `glued` where name, initials and organisation are
    printed without a space.
    """

    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    mostly: bool = False
    glued: bool = False


def initialled(lines: Sequence[Line]) -> Initialled:
    """Where three lines or more hold the initials of the person they name, most lines of that form among them.

    >>> rows = enumerate(("AL  Ann Lee  Kent Police", "JD  Joe Dale  Kent CVS", "TR  Tom Roe  GOSE"), start=1)
    >>> sorted(initialled([Line(number, None, text) for number, text in rows]).places)
    ['before']
    """
    names = frozenset(name for line in lines for name in _names(line.text))
    places, mostly = set(), False
    for place, form in _FORMS.items():
        found = [(line, match) for line in lines if (match := form.search(line.text[:_LOOKED_AT]))]
        own = sum(bool(_own(place, line.text, match, names)) for line, match in found)
        if own >= _LEAST and 3 * own >= 2 * len(found):
            places.add(place)
        mostly = mostly or (place == "behind" and own > _LEAST and 5 * own >= 4 * len(found))
    glued = sum(_unglued(line.text) != line.text for line in lines)
    return Initialled(frozenset(places), names, mostly, glued >= _LEAST)


def without_initials(lines: Sequence[Line], found: Initialled) -> Iterator[Line]:
    """The lines without them, a tab behind the name they give; a line that holds nothing else is left out."""
    for line in lines:
        text = _unglued(line.text) if found.glued else line.text
        for place in sorted(found.places - _of_run(text)):
            match = _FORMS[place].search(text[:_LOOKED_AT])
            if match and (own := _own(place, text, match, found.names)):
                text = _dashed(text[: match.start()] + text[match.end() :], own)
            elif match and place == "behind" and _misprinted(text, match, found.mostly):
                text = text[: match.start()]
        if text.strip(" |") or not line.text.strip():
            yield replace(line, text=text) if text != line.text else line


def without_misprints(people: Sequence[Attendee]) -> list[Attendee]:
    """Where nearly all of a list have their initials in brackets, letters nearly somebody's are no organisation.

    "David Skeggs (SK)" among "Ann Lee (AL)", "Joe Dale (JD)" and "Tom Roe (TR)" is from nowhere that is printed.
    """
    found = list(people)
    for heading in dict.fromkeys(who.heading for who in people):
        under = [place for place, who in enumerate(people) if who.heading == heading]
        own = sum(bool(_bracketed(people[place], initials(people[place].person))) for place in under)
        for place in under if own >= _LEAST else ():
            who = people[place]
            letters = who.organisations[0] if len(who.organisations) == 1 else ""
            once = sum(letters in each.organisations for each in people) == 1
            if once and own > len(under) / 2 and _bracketed(who, letters) and _nearly(letters, who.person):
                found[place] = replace(who, organisations=())
    return found


def _bracketed(who: Attendee, letters: str) -> bool:
    beside = rf"{re.escape(who.person)}\s*\((?:[^()]*, )?{re.escape(letters)}\)"
    return bool(letters) and bool(re.search(beside, who.source.text))


def _nearly(letters: str, name: str) -> bool:
    """Whether letters differ by one from somebody's initials, and are no organisation's that is known by them."""
    own = initials(name)
    alike = bool(set(letters) & set(own))
    return letters.isupper() and len(letters) in (len(own), 3) and alike and letters.lower() not in ABBREVIATIONS


def _of_run(text: str) -> frozenset[str]:
    """Text in which several names have initials behind them is a run, and cut at its names with those in place."""
    several = [match for match in _FORMS["between"].finditer(text[:_LOOKED_AT]) if "(" in match[0]]
    return frozenset(["between"]) if len(several) > 1 else frozenset()


def _misprinted(text: str, match: re.Match[str], mostly: bool) -> bool:
    """Whether letters at the end of a line that are not quite its person's stand where the list prints initials."""
    before, letters = text[: match.start()], match["letters"]
    if not letters.isupper() or letters.lower() in ABBREVIATIONS:
        return False
    near = any(letters[0] == name[0] or letters[-1] == initials(name)[-1:] for name in _names(before)[-1:])
    return _more(before) or (mostly and near and len(letters) < 4)


def _own(place: str, text: str, match: re.Match[str], names: frozenset[str]) -> str:
    """The name whose initials these are, the one they give whole before others; blank where there is none."""
    rest = text[match.end() : _LOOKED_AT] if place == "before" else text[: match.start()]
    opened = [name for name in _names(rest) if place != "between" or rest.strip(" *•-|").endswith(name)]
    near = [name for name in (names if place == "alone" else opened) if are_initials(match["letters"], name)]
    return min(sorted(near), key=lambda name: initials(name) != match["letters"].upper(), default="")


def _unglued(text: str) -> str:
    """ "Ann LeeALKent Police" as "Ann Lee", a tab and "Kent Police": a name, its initials and what is behind it."""
    for cut in re.finditer(r"(?<=[a-z)])\s?(?=[A-Z]{2,3}[a-z]?[A-Z])", text[:80]):
        name = re.sub(r"\s*\([^()]*\)$", "", text[: cut.start()]).strip(" *•")
        letters = initials(person(name)[1])
        behind = re.match(rf"{letters}[a-z]{{0,2}}(?=[A-Z])", text[cut.end() :]) if letters and is_name(name) else None
        if behind:
            return f"{text[: cut.start()]}\t{text[cut.end() + behind.end() :]}"
    return text


def _more(text: str) -> bool:
    """Whether a text holds a name and something behind it."""
    names = _names(text)
    return bool(names) and bool(re.search(r"\w", text.partition(names[-1])[2]))


def _dashed(text: str, name: str) -> str:
    """ "Ann Lee Westlea" as "Ann Lee", a tab and "Westlea" where the initials were hers."""
    before, said, behind = text.partition(name)
    return f"{before}{said}\t{behind.strip()}" if said and re.match(r" [A-Z]", behind) else text


def _names(text: str) -> list[str]:
    """The names a text may open with."""
    words = re.split(r"[,;:()|/\t]|\s[-–]\s|\s{3,}", text[:_LOOKED_AT].strip(" *•-|"))[0].split()
    opened = [" ".join(words[:count]) for count in (4, 3, 2)]
    return [person(name)[1] for name in dict.fromkeys(opened) if is_name(name)]
