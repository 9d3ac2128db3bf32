"""What may be said for taking two profiles as one person, by the step of joining that asks.

Each function gives why the pair may be joined, the same after "?" where only a person can say, or "" where nothing
speaks for it. The first profile of a pair says less than the second.
"""

from __future__ import annotations

from leadnet.names.clusters import Clusters, gap, interleaved, one_field, other_post, other_seat, same_role
from leadnet.names.given import may_be_one
from leadnet.names.person_names import FAR, distance, slipped, surname_distance
from leadnet.names.profiles import Profile

NEAR_DAYS = 730  # periods no further apart than this are taken to meet
_SELDOM = 0.25  # a slip is printed at most this often for each time the name is printed right
_TWICE = 2  # or this many times, whatever the other


def follows(a: Profile, b: Profile) -> bool:
    """Whether one post simply followed the other: not side by side, soon after, and in one field or up a rank.

    Of two councillors' posts it is enough that they stand on one board.
    """
    if interleaved(a, b) or gap(a, b) > NEAR_DAYS // 2 or other_seat(a, b):
        return False
    return one_field(a, b) or (a.elected and b.elected and bool(a.bodies & b.bodies))


def slip(clusters: Clusters, rare: Profile, other: Profile) -> str:
    """One organisation; a print one slip from another that is far more often printed."""
    part = slipped_part(rare, other)
    if not part:
        return ""
    seldom = len(rare.mentions) <= max(_TWICE, _SELDOM * len(other.mentions))
    real = part == "surname" and clusters.real(rare, other)
    sure = seldom and not real and gap(rare, other) <= NEAR_DAYS
    return f"{'' if sure else '?'}same organisation, {part} one letter apart"


def slipped_part(a: Profile, b: Profile) -> str:
    """The part of two full names that is one slip apart, all else being the same; "" if there is none."""
    if not (a.name.full and b.name.full) or distance(a.name, b.name) != 1:
        return ""
    if surname_distance(a.name.surname, b.name.surname) == 1:
        return "surname"
    first, second = a.name.given[0], b.name.given[0]
    return "given name" if not may_be_one(first, second) and slipped(first, second) else ""


def other_form(_: Clusters, source: Profile, target: Profile) -> str:
    """One organisation and surname; an initial, a nickname, or no given name."""
    if source.name.surname != target.name.surname or distance(source.name, target.name) > 1:
        return ""
    other = other_post(source, target) or other_seat(source, target)
    sure = gap(source, target) <= NEAR_DAYS and not other
    return f"{'' if sure else '?'}same organisation and surname, {_form(source)} fits"


def _form(source: Profile) -> str:
    return "a form of the given name" if source.name.full else "the initial" if source.name.given else "the surname"


def weaker(clusters: Clusters, source: Profile, target: Profile) -> str:
    """One organisation and two reasons to differ: joined where post and board are the same, asked where one is."""
    if distance(source.name, target.name) not in (1, 2) or gap(source, target) > NEAR_DAYS:
        return ""
    post, board = same_role(source, target), bool(source.bodies & target.bodies)
    if not (post or board):
        return ""
    seldom = len(source.mentions) <= _TWICE and not clusters.real(source, target)
    shared = "same post and board" if post and board else "same post" if post else "same board"
    return f"{'' if post and board and seldom else '?'}same organisation, names alike, {shared}"


def beside(_: Clusters, source: Profile, target: Profile) -> str:
    """A name with no organisation beside it, in the same paper or on the same board."""
    apart = distance(source.name, target.name)
    if source.orgs or apart > 1:
        return ""
    place = "paper" if source.docs & target.docs else "board"
    slips = bool(slipped_part(source, target)) or source.name.surname != target.name.surname
    if slips:
        sure = same_role(source, target) and len(source.mentions) <= _TWICE
        return f"{'' if sure else '?'}no organisation beside it; same {place}, names one letter apart"
    other = other_post(source, target) or other_seat(source, target)
    sure = gap(source, target) <= NEAR_DAYS and not other
    name = "same name" if not apart else f"same surname, {_form(source)} fits"
    return f"{'' if sure else '?'}no organisation beside it; same {place}, {name}"


def married(_: Clusters, source: Profile, target: Profile) -> str:
    """One organisation, given name, post and board, one surname after the other."""
    a, b = source.name, target.name
    if not a.full or a.given[:1] != b.given[:1] or surname_distance(a.surname, b.surname) != FAR:
        return ""
    follows = not interleaved(source, target) and gap(source, target) <= NEAR_DAYS
    if follows and same_role(source, target) and source.bodies & target.bodies:
        return "?same organisation, given name, post and board; one surname after the other"
    return ""


def moved(a: Profile, b: Profile) -> bool:
    """Whether an officer of one name kept post and board from one organisation to the next, soon after."""
    officers = a.seat == b.seat == "officer"
    follows_on = not interleaved(a, b) and gap(a, b) <= NEAR_DAYS // 2
    return officers and follows_on and distance(a.name, b.name) == 0 and same_role(a, b) and bool(a.bodies & b.bodies)
