"""Profiles joined into people by rule, and the pairs that only a person can judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from leadnet.names.given import is_given_name
from leadnet.names.person_names import FAR, given_distance, sound
from leadnet.names.profiles import Profile, against, surnames_of_given


class Ask(NamedTuple):
    """Two clusters that may be one person: what speaks for it, and what against; `source`: void once it is placed."""

    for_: str
    against: str
    source: int = -1


class Clusters:
    """Profiles on their way to people. `roots` are those not taken into another; `because` says why one was.

    `own` has the mentions each profile came with; `found` grows as profiles are taken in.
    """

    def __init__(self, found: list[Profile], later: Mapping[str, frozenset[str]]):
        self.found, self.later = found, later
        self.own = [tuple(profile.mentions) for profile in found]
        self.parent = list(range(len(found)))
        self.because: dict[int, str] = {}
        self.asked: dict[tuple[int, int], Ask] = {}
        self.placed: set[int] = set()  # those that found the one cluster they belong to
        self.given, self.surnames = surnames_of_given(found)

    def root(self, at: int) -> int:
        """The cluster a profile has come to."""
        while self.parent[at] != at:
            self.parent[at] = at = self.parent[self.parent[at]]
        return at

    def roots(self) -> list[int]:
        """The clusters there are, in order."""
        return [at for at, parent in enumerate(self.parent) if at == parent]

    def join(self, a: int, b: int, because: str) -> bool:
        """Make one cluster of two, unless a proof or the given names stand against it; whether it was done."""
        a, b = self.root(a), self.root(b)
        if a == b or not self.may_join(a, b) or other_initials(self.found[a], self.found[b]):
            return a == b
        into, gone = (a, b) if a < b else (b, a)
        self.because[gone] = because
        self.parent[gone] = into
        self.found[into].take(self.found[gone])
        return True

    def may_join(self, a: int, b: int) -> bool:
        """Whether neither a proof nor the given names stand between two clusters."""
        one, other = self.found[self.root(a)], self.found[self.root(b)]
        return not against(one, other) and not self.clash(one, other)

    def place(self, source: int, target: int, because: str) -> None:
        """Join a source to the one cluster it belongs to; what was asked of others for it is void.

        Where further initials stand against it, it is asked.
        """
        if self.join(source, target, because):
            self.placed.add(source)
        else:
            self.ask(source, target, because, "further initials differ")

    def ask(self, a: int, b: int, for_: str, against_: str = "", source: int = -1) -> None:
        """Put a pair to a person, the first reason kept."""
        pair = (min(a, b), max(a, b))
        if self.asked.get(pair, Ask("", "")).source in self.placed:
            del self.asked[pair]
        self.asked.setdefault(pair, Ask(for_, against_, source))

    def open(self) -> dict[tuple[int, int], Ask]:
        """The pairs asked that are still two clusters with no proof between them, by their clusters."""
        found: dict[tuple[int, int], Ask] = {}
        for (a, b), ask in sorted(self.asked.items()):
            a, b = sorted((self.root(a), self.root(b)))
            if a != b and ask.source not in self.placed and self.may_join(a, b):
                found.setdefault((a, b), ask)
        return found

    def after(self, orgs: Iterable[str]) -> set[str]:
        """Organisations with those that followed them."""
        return {each for org in orgs for each in (org, *self.later.get(org, ()))}

    def clash(self, a: Profile, b: Profile) -> bool:
        """Whether two clusters hold given names that are never one person's, as Alexander and Alexandra."""
        firsts = [{name.given[0] for name in each.names if name.full} for each in (a, b)]
        pairs = [(x, y) for x in firsts[0] for y in firsts[1] if given_distance((x,), (y,)) == FAR]
        return any(self.is_given(x) and self.is_given(y) for x, y in pairs)

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name: by the list of them, or because it goes with several surnames here."""
        return is_given_name(word) or self.given[word] > 2

    def real(self, a: Profile, b: Profile) -> bool:
        """Whether two surnames one slip apart both go with several given names, as two real surnames do."""
        return min(self.surnames[a.name.surname], self.surnames[b.name.surname]) > 2


def other_initials(a: Profile, b: Profile) -> bool:
    """Whether two clusters hold further given names that differ, as John A and John B: a sign of two, not a proof."""
    further = [{name.given for name in each.names if len(name.given) > 1} for each in (a, b)]
    return any(given_distance(x, y) == FAR for x in further[0] for y in further[1])


def blocks(clusters: Clusters, keys: Callable[[Profile], Iterable[tuple]]) -> Iterator[tuple[int, int]]:
    """Each pair of clusters that share a key, once, the one printed more often second."""
    held: dict[tuple, list[int]] = defaultdict(list)
    ranks = {at: rank(clusters.found[at]) for at in clusters.roots()}
    for at in ranks:
        for key in set(keys(clusters.found[at])):
            held[key].append(at)
    seen: set[tuple[int, int]] = set()
    for key in sorted(held):
        for i, a in enumerate(held[key]):
            for b in held[key][i + 1 :]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield (a, b) if ranks[a] < ranks[b] else (b, a)


def rank(profile: Profile) -> tuple:
    """Profiles from the one that says least to the one that says most."""
    name = profile.name
    return (name.full, len(profile.mentions), len(name.given), profile.printed)


def surname_keys(surname: str) -> set[str]:
    """Keys of which two surnames a slip, a like sound or a double name apart share one."""
    parts = {surname, *surname.split("-")}
    return {key for part in parts for key in (part[:2], part[-3:] + "-", sound(part))}


def gap(a: Profile, b: Profile) -> int:
    """Days between the periods two profiles are met in; 0 where they overlap or a date is not known."""
    if not a.dates or not b.dates:
        return 0
    days = date.fromisoformat(max(a.first, b.first)) - date.fromisoformat(min(a.last, b.last))
    return max(0, days.days)


def same_role(a: Profile, b: Profile) -> bool:
    """Whether two profiles were printed with one post."""
    return any(roles_alike(x, y) for x in a.roles for y in b.roles)


@cache
def roles_alike(a: str, b: str) -> bool:
    """Whether two posts, folded, are the same or say the same at different length.

    >>> roles_alike("director of housing", "director housing"), roles_alike("head of housing", "head of planning")
    (True, False)
    """
    x, y = _words(a), _words(b)
    return x == y or (min(len(x), len(y)) > 1 and (x <= y or y <= x))


def one_field(a: Profile, b: Profile) -> bool:
    """Whether posts of two profiles share the word of a field, as Head of Housing and Director of Housing, or one is
    the other with more words, as Superintendent and Chief Superintendent."""
    words = [(_words(x), _words(y)) for x in a.roles for y in b.roles]
    return any((x & y) - _RANKS or x < y or y < x for x, y in words)


_RANK_WORDS = """
    chief head director assistant deputy executive officer manager leader cabinet member councillor chair vice senior
    area group development partnership service services team lead adviser council constable superintendent inspector
    fire police probation interim acting director-general president principal
"""
_RANKS = frozenset(_RANK_WORDS.split())


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(role.split()) - {"of", "the", "and", "for", "to"}


def took_turns(a: Profile, b: Profile) -> bool:
    """Whether two prints of one name alternate on a board and never stand on one of its lists.

    Two people with a seat each would be listed together.
    """
    if set(a.lists) & set(b.lists):
        return False
    shared = [(a.sat[board], b.sat[board]) for board in a.sat if board in b.sat]
    return any(min(one) <= max(other) and min(other) <= max(one) for one, other in shared)


def other_post(a: Profile, b: Profile) -> bool:
    """Whether two profiles were printed with posts of different fields, and not by turns on one board."""
    return bool(a.roles and b.roles) and not same_role(a, b) and not one_field(a, b) and not took_turns(a, b)


def other_seat(a: Profile, b: Profile) -> bool:
    """Whether one was met as a councillor and the other in an officer's post."""
    return bool(a.seat and b.seat) and a.seat != b.seat


def interleaved(a: Profile, b: Profile) -> bool:
    """Whether two periods overlap, so that one did not simply follow the other."""
    return bool(a.dates and b.dates) and a.first <= b.last and b.first <= a.last
