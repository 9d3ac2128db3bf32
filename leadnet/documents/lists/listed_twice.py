"""People a paper lists twice: as its chair, as invited and away, or under each of the bodies that meet together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from leadnet.documents.lists.list_words import is_chair
from leadnet.documents.model import Attendee

_CHAIR_NEXT = r"{}\W{{1,4}}(?:in the )?chair"
_IN_CHAIR = re.compile(r"\W(?:was )?in the chair\W*$", re.IGNORECASE)
_THERE = ("present", "in_attendance")
_LONG = 8  # letters of a name of which one may be misprinted
INVITED = re.compile(r"^\W*(?:invited|invitees|invitations?)\b", re.IGNORECASE)


def each_once(people: Sequence[Attendee]) -> list[Attendee]:
    """Everybody once: without the invitation of who sent apologies, and one entry for who sits on several bodies."""
    return _joint(_substitutes_once(_apologies_once(_without_invited(people))))


def chair_once(people: Sequence[Attendee]) -> list[Attendee]:
    """Somebody under "Chair:" who stands in a list as well is one entry, the list's, with the chair marked."""
    listed = [who for who in people if not _only_chair(who)]
    chairs = [who for who in people if who.chair]
    return [
        replace(who, chair=who.chair or (who.status in _THERE and any(_same(who, chair) for chair in chairs)))
        for who in people
        if not (_only_chair(who) and any(_same(who, other) for other in listed))
    ]


def _same(one: Attendee, other: Attendee) -> bool:
    """Whether two prints name one person: alike but for capitals, or by the surname and an initial, "M. Lee"."""
    first, second = (who.person.casefold().replace(".", " ").split() or [""] for who in (one, other))
    initial = first[0][:1] == second[0][:1] and 1 in (len(first[0]), len(second[0]))
    return first == second or (first[-1] == second[-1] and initial and min(len(first), len(second)) > 1)


def one_chair(people: Sequence[Attendee]) -> list[Attendee]:
    """ "Ann Lee (Chair)" chaired, and "Joe Dale, Vale Safeguarding Board – Chair" beside her is the chair of that."""
    chairs = [who for who in people if who.chair and who.status == "present"]
    plain = [who for who in chairs if re.search(_CHAIR_NEXT.format(re.escape(who.printed)), who.source.text, re.I)]
    if not plain or len(plain) == len(chairs):
        return list(people)
    other = [who for who in chairs if who not in plain and who.organisations and not _only_chair(who)]
    return [replace(who, chair=False, role=who.role or "Chair") if who in other else who for who in people]


def _only_chair(who: Attendee) -> bool:
    return who.chair and is_chair(who.heading)


def _without_invited(people: Sequence[Attendee]) -> list[Attendee]:
    """Who was invited and sent apologies was not there."""
    away = {who.person for who in people if who.status == "apologies"}
    known = {who.person: who for who in people if INVITED.match(who.heading) and who.person in away}
    people = [_from_invitation(who, known) for who in people]
    return [
        who for who in people if not (INVITED.match(who.heading) and who.status == "present" and who.person in away)
    ]


def _from_invitation(who: Attendee, known: Mapping[str, Attendee]) -> Attendee:
    """An apology that prints the name alone, with the post and organisation of the invitation."""
    said = known.get(who.person)
    bare = said is not None and who.status == "apologies" and not (who.role or who.organisations)
    return replace(who, role=said.role, organisations=said.organisations) if bare else who


def _apologies_once(people: Sequence[Attendee]) -> list[Attendee]:
    """Who stands in a list of apologies and again in the minute that notes them sent them once.

    The same print twice on one line may be two people, and so may two prints with different organisations.
    """
    found: list[Attendee] = []
    chairs = {who.person for who in people if who.chair}
    for who in people:
        if who.person in chairs and who.status == "apologies" and _IN_CHAIR.search(who.source.text):
            continue  # a line of its own behind the apologies
        same = next((place for place, other in enumerate(found) if _sent_again(who, other)), None)
        if same is None:
            found.append(who)
        elif who.person == found[same].person and not (found[same].organisations or found[same].role):
            found[same] = who
        else:
            found[same] = replace(found[same], status=who.status)
    return found


def _substitutes_once(people: Sequence[Attendee]) -> list[Attendee]:
    """ "Ann Lee (Kent CVS)" in a list and "Substitutes: Ann Lee for Joe Dale" below it is one entry, the list's."""
    bare = {who.printed: who for who in people if who.on_behalf_of and not (who.organisations or who.role)}
    listed = {who.printed for who in people if who.status == "present" and (who.organisations or who.role)}
    return [
        replace(who, on_behalf_of=who.on_behalf_of or bare[who.printed].on_behalf_of) if who.printed in bare else who
        for who in people
        if who is not bare.get(who.printed) or who.printed not in listed
    ]


def _sent_again(who: Attendee, other: Attendee) -> bool:
    alike = _one_name(who, other) and who.status == "apologies" and other.status in ("apologies", "absent")
    apart = who.organisations and other.organisations and not set(who.organisations) & set(other.organisations)
    bare = not (who.organisations or who.role) or not (other.organisations or other.role)
    return alike and not apart and (who.heading != other.heading or (bare and who.source != other.source))


def _one_name(who: Attendee, other: Attendee) -> bool:
    """The same print, or one letter off where a sentence names again whom a list has: "Terry O'Neil", "O'Neill".

    A title and a surname alone name who stands in the list with more: "Cllr Ann Lee", "Cllr Lee".
    """
    if who.title and who.title == other.title and who.person == other.person.split()[-1]:
        return True
    near = len(who.person) > _LONG and OSA.distance(who.person, other.person, score_cutoff=1) <= 1
    return who.person == other.person or (near and who.title == other.title and who.heading != other.heading)


def _joint(people: Sequence[Attendee]) -> list[Attendee]:
    """The same print with the same post under two organisations' headings is one person with two organisations."""
    found: dict[tuple, Attendee] = {}
    for place, who in enumerate(people):
        same = (who.printed, who.role, who.status, who.on_behalf_of) if who.organisations else (place,)
        first = found.get(same)
        if first and first.source.text == who.source.text and not set(first.organisations) & set(who.organisations):
            found[same] = replace(first, organisations=(*first.organisations, *who.organisations))
        else:
            found[same if first is None else (place,)] = who
    return list(found.values())
