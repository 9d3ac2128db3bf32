"""What sentences tell, put to the people of the lists: the chair marked, substitutes tied to those they came for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.told import Told
from leadnet.documents.model import Attendee, Line, Source
from leadnet.documents.words.names import are_initials, person
from leadnet.documents.words.posts import is_organisation
from leadnet.documents.words.vocabulary import TITLES

_THERE = ("present", "in_attendance")
_CAME = re.compile(
    r"substitut|deputi|attend|stood in|standing in|replaced|represent(?:ed by|ing)|on behalf|"
    r"in (?:his|her|their|the) place|\bsub\b",
    re.I,
)
_MADE = re.compile(
    r"(?:appointed|nominated) .*substitute|appointed to .* in (?:the )?place of|"
    r"(?:replaced|substituted) .*(?:this|the) meeting|"
    r"(?:attended|(?:was|were) (?:present|in attendance)) (?:(?:at )?the meeting )?"
    r"(?:in (?:the )?place of|on behalf of|instead of|as (?:an? |the )?(?:named )?substitutes?)|"
    r"(?<!had )(?<!has )\b(?:substituted|deputi[sz]ed|(?:was|were) (?:substituting|deputi[sz]ing)) "
    r"(?:for|on behalf of) [A-Z]|acted as (?:an? |the )?(?:substitute|deputy) for|"
    r"^\W*(?:[A-Z][\w.’'-]*\s+){1,5}(?:to )?substitut(?:e|es|ing) for(?:\s+[A-Z][\w.’'-]*){1,5}\W*$",
    re.I,
)
_FOR = re.compile(r"\b(?:for|on behalf|place of|instead of|replacing|representing)\b", re.I)
_COUNCIL = re.compile(
    r"\b(?:(?<!Parish )(?<!Town )Council|DC|BC|CC|MBC|LBC)$|^(?:London |Royal )?Borough of|^City of", re.I
)
_CHAIRS = re.compile(
    r"(?:(?!vice|deputy|past|former|outgoing|committee|cabinet|sub-?group)[\w&'’-]+ ){0,3}chair(?:man|woman|person)?"
    r"(?:$|\s*\(|\s*/|,(?! of)|\s+(?:&|and)\s)",
    re.IGNORECASE,
)
_CO_CHAIR = re.compile(r"(?:joint|co)[- ]chair(?:man|woman|person)?", re.IGNORECASE)
_CHAIR_OF = re.compile(
    r"(?:^|,\s*|\band\s+)chair(?:man|woman|person)?(?:\s+of)?(?:\s+the)?\s+(?P<body>[A-Z][^,]{2,80}?)"
    r"(?:\s+and$|$|(?=,))",
    re.I,
)
_BODIES = frozenset(["board", "partnership", "group", "committee", "forum", "panel", "meeting"])
_HELD = re.compile(r"\b(?:held|at|venue)\b", re.I)
_OWN_BODY = re.compile(r",\s(?P<body>[^,;]+),\s")
_LETTERS = 5  # a name in capitals shorter than this is somebody's initials
_SMALL = frozenset(["of", "the", "and", "for"])


def with_told(people: Sequence[Attendee], told: Sequence[Told], head: Sequence[Line] = ()) -> list[Attendee]:
    """The people with what sentences say of them, and those only a sentence names; `head` names the body that met."""
    come, reversed_ = _not_away(_chair_of_own_body(people, head))
    found = _with_substitutes(come, [*(each for each in told if each.instead_of), *reversed_])
    unnamed = [each for each in told if not (each.chair or each.instead_of)]  # came for somebody who is not named
    found += [_attendee(each) for each in unnamed if _place_of(each.name, found) is None]
    chairs = [each for each in told if each.chair > 0]
    named = [each for each in chairs if not _unknown_letters(each.name, found)]
    chairs = named or chairs
    if chairs and not any(who.chair for who in found):
        most = max(chairs, key=lambda each: each.chair)
        found = _with_chair(found, replace(most, name=_fullest(most.name, [each.name for each in chairs])))
    if not any(who.chair for who in found):
        found = _chair_by_role(found, head)
    if not any(who.status == "present" for who in people):
        for each in (each for each in told if each.chair < 0):
            found = found if _place_of(each.name, found) is not None else [*found, _attendee(each)]
    return found


def _not_away(people: Sequence[Attendee]) -> tuple[list[Attendee], list[Told]]:
    """Under apologies "Ann Lee (for Joe Dale)" was there, and of "Ann Lee (sub Joe Dale)" he was."""
    found, told = list(people), []
    for place, who in enumerate(people):
        if who.on_behalf_of and who.status in ("apologies", "absent"):
            came = bool(_FOR.search(who.source.text))
            found[place] = replace(who, status="present", sure=False) if came else replace(who, on_behalf_of="")
            told += [] if came else [Told(who.source, who.on_behalf_of, instead_of=who.person, said="attended")]
    return found, told


def _chair_of_own_body(people: Sequence[Attendee], head: Sequence[Line]) -> list[Attendee]:
    """ "Ann Lee, Kent Police, Chair of the Vale Board" where the Vale Board met, and nobody is marked as its chair."""
    found = list(people)
    for place, who in enumerate(found):
        match = _CHAIR_OF.search(who.role) if who.status == "present" else None
        own = match and (_words(match["body"]) <= _BODIES or _named_in(match["body"], head))
        if own and not any(each.chair for each in found):
            role = f"{who.role[: match.start()]}{who.role[match.end() :]}".strip(" ,")
            found[place] = replace(who, chair=True, role=role)
    return found


def _words(body: str) -> set[str]:
    return set(_plain(body).split()) - _SMALL


def _named_in(body: str, head: Sequence[Line]) -> bool:
    """Whether a line of the head names a body, in words or letters: "Vale SB" for "Vale Safeguarding Board"."""
    for line in head:
        named = _HELD.split(line.text[:200])[0]  # what follows is where they met
        title, rest = _plain(named).split(), [word for word in _plain(body).split() if word not in _SMALL]
        rest = [word for word in rest if word not in title]
        letters = "".join(word[0] for word in title)
        if not rest or (len(rest) == 1 and 1 < len(rest[0]) < 6 and rest[0] in letters):
            return True
        if len(rest) > 1 and "".join(word[0] for word in rest) in title:
            return True
    return False


def _chair_by_role(people: list[Attendee], head: Sequence[Line]) -> list[Attendee]:
    """ "Ann Lee, Independent Chair" where nobody else chaired.

    Of an organisation ("Chair, Kent CVS") it is its post, unless the list begins with it, or the organisation is the
    body that met or a council that has a leader.
    """
    places = [place for place, who in enumerate(people) if who.status == "present" and _CHAIRS.match(who.role)]
    shared = [who for who in people if who.status == "present" and _CO_CHAIR.fullmatch(who.role)]
    if len(shared) > 1:
        return [replace(who, chair=True) if who in shared else who for who in people]
    for place in places[:1]:
        who = people[place]
        first = all(each.status != "present" for each in people[:place])
        if not first and len(places) > 1:
            break
        bodies = who.organisations
        other = bodies and re.search(rf"chair\w* of (?:the )?{re.escape(bodies[0])}", who.source.text, re.IGNORECASE)
        alone = not bodies and not _of_other(who.role, head)
        own = bodies and (_COUNCIL.search(bodies[0]) or _named_in(bodies[0], head))
        if (first and not other) or alone or own:
            bare = re.fullmatch(r"(?:the )?(?:co[- ])?chair(?:man|woman|person)?", who.role, re.IGNORECASE)
            people[place] = replace(who, chair=True, role="" if bare else who.role)
    return people


def _of_other(role: str, head: Sequence[Line]) -> bool:
    """ "Combe VRG Chair": of a body by its letters that the head does not name."""
    before = re.split("chair", role, flags=re.IGNORECASE)[0].split()
    lettered = any(len(word) > 2 and word.isupper() for word in before)
    return lettered and not _named_in(" ".join(before), head)


def _fullest(name: str, names: Sequence[str]) -> str:
    """Of names for one person ("Councillor Brown", "Councillor Susan Brown") the longest."""
    like = [each for each in names if _alike(_plain(person(name)[1]), _plain(person(each)[1]))]
    return max([name, *like], key=len)


def _with_chair(people: list[Attendee], told: Told) -> list[Attendee]:
    place = _place_of(told.name, people, _THERE)
    if _unknown_letters(told.name, people):
        return people
    if place is None:
        return [*people, replace(_attendee(told), chair=True)]
    people[place] = replace(people[place], chair=True)
    return people


def _unknown_letters(name: str, people: Sequence[Attendee]) -> bool:
    """Whether a name is somebody's initials, and no list says whose."""
    return name.isupper() and len(name) < _LETTERS and _place_of(name, people, _THERE) is None


def told_by(source: Source, came: str, away: str, remark: str) -> Told:
    """Who came, by the remark of an entry, "Ann Lee, Kent CVS, attending", for the one it is an entry of."""
    own = _OWN_BODY.match(remark.partition(came)[2])
    body = own["body"] if own and is_organisation(own["body"]) else ""
    return Told(source, came, instead_of=away, said=f"attended ({remark})", body=body)


def _with_substitutes(people: list[Attendee], told: Sequence[Told]) -> list[Attendee]:
    """Who came for whom; the one replaced sent apologies, unless a list says where he was."""
    for each in told:
        place, away = _place_of(each.name, people, _THERE), _place_of(each.instead_of, people)
        away = _of_surname(each.instead_of, people) if away is None else away
        replaced = people[away].person if away is not None else person(each.instead_of)[1]
        if " " not in each.name and not person(each.name)[0] and not each.name.isupper():
            place = _of_given_name(each.name, replaced, people)  # "Jim attended in his place"
            if place is None:
                continue
        missing = away is not None and people[away].status not in _THERE
        if not missing and (away is not None or not (_CAME.search(each.said) or each.about)):
            continue  # who was there was not replaced
        if not missing and place is None and not (_MADE.search(each.said) or each.about):
            continue  # two people of whom no list says anything stay out, unless one was formally put for the other
        if place is None:
            seat = tuple(name for name in people[away].organisations if name in each.said) if away is not None else ()
            seat = seat or ((each.body,) if each.body else ())
            came = replace(_attendee(Told(each.source, each.name)), organisations=seat)
            watched = {"part": "observer", "status": "in_attendance"} if "bserver" in each.said else {}
            people.append(replace(came, on_behalf_of=replaced, **watched))
        elif place != away:
            people[place] = replace(people[place], on_behalf_of=replaced)
    replaced = [who.on_behalf_of for who in people if who.on_behalf_of]
    for who in [who for who in people if who.on_behalf_of]:
        if _place_of(who.on_behalf_of, people) is None and not _misspelt(who.on_behalf_of, people):
            said = next((each.source for each in told if who.on_behalf_of in each.source.text), who.source)
            at = who.source if who.on_behalf_of in who.source.text else said
            people.append(replace(_replaced(who, replaced.count(who.on_behalf_of) == 1), source=at))
    return [_in_seat(who, people) for who in people]


def _in_seat(who: Attendee, people: Sequence[Attendee]) -> Attendee:
    """A substitute whom the entry of the person replaced names sits for the organisation of that entry."""
    away = _place_of(who.on_behalf_of, people) if who.on_behalf_of and not who.organisations else None
    if away is None or who.source.line != people[away].source.line:
        return who
    entry = people[away].person in who.source.text[: len(people[away].printed) + 5]  # and no sentence
    return replace(who, organisations=people[away].organisations) if entry else who


def _replaced(who: Attendee, once: bool) -> Attendee:
    """The apologies of somebody of whom the paper says only that another came for him."""
    name, text = who.on_behalf_of, who.source.text
    over = once and not any(body in text for body in who.organisations)  # in a heading: the seat is that organisation's
    held = tuple(body for body in who.organisations if over or text.find(body) > text.find(name) > -1)
    titled = re.search(rf"({TITLES})\s+{re.escape(name)}", text)
    title = re.sub(r"(llor|llr)s$", r"\1", titled[1].rstrip(".")) if titled else ""
    return Attendee(who.source, who.heading, "unknown", "apologies", name, name, title, organisations=held)


def _attendee(told: Told) -> Attendee:
    title, name = person(told.name)
    bodies = (told.body,) if told.body else ()
    sure = abs(told.chair) != 1
    return Attendee(told.source, "", "member", "present", told.name, name, title, organisations=bodies, sure=sure)


def _place_of(name: str, people: Sequence[Attendee], statuses: Sequence[str] = ()) -> int | None:
    """Where a name stands among people: printed alike, else the only one of that surname and no other first letter."""
    near = [place for place, who in enumerate(people) if not statuses or who.status in statuses]
    bare = _plain(person(name)[1])
    same = [place for place in near if _plain(people[place].person) == bare]
    if same:
        return same[0]
    if name.isupper() and len(name) < _LETTERS:
        lettered = [place for place in near if are_initials(name, people[place].person)]
        return lettered[0] if len(lettered) == 1 else None
    like = [place for place in near if _alike(bare, _plain(people[place].person))]
    return like[0] if len(like) == 1 else None


def _of_surname(name: str, people: Sequence[Attendee]) -> int | None:
    """Where the only one of those away with a name's last word stands: "Cllr Plumpton Walsh", or misspelt."""
    last = _plain(person(name)[1]).split()[-1:]
    near = [n for n, who in enumerate(people) if who.status not in _THERE and _plain(who.person).split()[-1:] == last]
    return near[0] if len(near) == 1 else None


def _misspelt(name: str, people: Sequence[Attendee]) -> bool:
    """Whether the only one away of a surname differs in a letter or two of the first name: "Corrine", "Corinne"."""
    place = _of_surname(name, people)
    one, other = _plain(name), _plain(people[place].person) if place is not None else ""
    return bool(other) and one[:1] == other[:1] and sorted(set(one)) == sorted(set(other))


def _of_given_name(name: str, instead_of: str, people: Sequence[Attendee]) -> int | None:
    """Where the only one there with a given name stands, or the only one of the family of whom he came for."""
    near = [n for n, who in enumerate(people) if who.status in _THERE and who.person.split()[:1] == [name]]
    family = [n for n in near if people[n].person.split()[-1:] == instead_of.split()[-1:]]
    return next((found[0] for found in (near, family) if len(found) == 1), None)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[\w']+", name.lower().replace("-", "")))


def _alike(one: str, other: str) -> bool:
    """Same surname, and first names that begin alike or of which one is not printed."""
    first, second = one.split(), other.split()
    if not first or not second or first[-1] != second[-1]:
        return False
    return len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0] and 1 in (len(first[0]), len(second[0]))
