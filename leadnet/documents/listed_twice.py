"""People a paper lists twice: as its chair, as invited and away, or under each of the bodies that meet together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from leadnet.documents.model import Attendee

_CHAIR_NEXT = r"{}\W{{1,4}}(?:in the )?chair"
INVITED = re.compile(r"^\W*(?:invited|invitees|invitations?)\b", re.IGNORECASE)


def each_once(people: Sequence[Attendee]) -> list[Attendee]:
    """Everybody once: without the invitation of who sent apologies, and one entry for who sits on several bodies."""
    return _joint(_without_invited(people))


def chair_once(people: Sequence[Attendee]) -> list[Attendee]:
    """Somebody under "Chair:" who stands in a list as well is one entry, the list's, with the chair marked."""
    listed = {who.person for who in people if not _only_chair(who)}
    chairs = {who.person for who in people if who.chair}
    return [
        replace(who, chair=who.chair or (who.person in chairs and who.status == "present"))
        for who in people
        if not (_only_chair(who) and who.person in listed)
    ]


def one_chair(people: Sequence[Attendee]) -> list[Attendee]:
    """ "Ann Lee (Chair)" chaired, and "Joe Dale, Vale Safeguarding Board – Chair" beside her is the chair of that."""
    chairs = [who for who in people if who.chair and who.status == "present"]
    plain = [who for who in chairs if re.search(_CHAIR_NEXT.format(re.escape(who.printed)), who.source.text, re.I)]
    if not plain or len(plain) == len(chairs):
        return list(people)
    other = [who for who in chairs if who not in plain and who.organisations and not _only_chair(who)]
    return [replace(who, chair=False, role=who.role or "Chair") if who in other else who for who in people]


def _only_chair(who: Attendee) -> bool:
    return who.chair and "chair" in who.heading.lower()


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
