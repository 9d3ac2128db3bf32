"""The rules that join profiles into people, from the surest to the last, and what they leave to be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from leadnet.names import matching
from leadnet.names.clusters import (
    Clusters,
    blocks,
    gap,
    one_field,
    other_seat,
    rank,
    same_role,
    surname_keys,
    took_turns,
)
from leadnet.names.person_names import distance, folded
from leadnet.names.profiles import Profile

_MANY = 4  # of more people of one name, only those who follow each other in time are asked about
_OTHER_POST = "different posts, or years apart"
Pair = tuple[int, int]
Says = Callable[[Clusters, Profile, Profile], str]


def joined(found: list[Profile], later: Mapping[str, frozenset[str]]) -> Clusters:
    """Profiles joined by rule, with the pairs to be asked.

    `later` gives for an organisation all that followed it. Each step works on what the one before left; within a step
    a cluster that could go to two others goes to neither, unless post or board tell which.
    """
    clusters = Clusters(found, later)
    _same_print(clusters)
    for says in (matching.slip, matching.other_form, matching.weaker):
        _attach(clusters, blocks(clusters, lambda one: _within(clusters, one, surname_keys(one.name.surname))), says)
    _attach(clusters, _unplaced_first(clusters, blocks(clusters, _beside)), matching.beside)
    _unplaced_alike(clusters)
    _attach(clusters, blocks(clusters, lambda one: _within(clusters, one, one.name.given[:1])), matching.married)
    _elsewhere(clusters)
    return clusters


def _within(clusters: Clusters, one: Profile, keys: Iterable[str]) -> list[tuple[str, str]]:
    """Keys of a profile within each of its organisations and those that followed them."""
    return [(org, key) for org in clusters.after(one.orgs) for key in keys]


def _beside(one: Profile) -> list[tuple[str, str]]:
    """Keys of a profile within each paper and board it is met in."""
    return [(place, key) for place in one.bodies | one.docs for key in surname_keys(one.name.surname)]


def _unplaced_first(clusters: Clusters, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs of which one at least has no organisation beside it, that one first."""
    for a, b in pairs:
        if not (clusters.found[a].orgs and clusters.found[b].orgs):
            yield (b, a) if clusters.found[a].orgs else (a, b)


def _same_print(clusters: Clusters) -> None:
    """One print beside one organisation is one person, but where two posts run side by side: then it is asked."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in clusters.roots():
        profile = clusters.found[at]
        for org in clusters.after(profile.orgs):
            groups[folded(profile.printed), org].append(at)
    for key in sorted(groups):
        _one_print(clusters, groups[key])


def _one_print(clusters: Clusters, group: list[int]) -> None:
    found = clusters.found
    posts = [at for at in group if found[at].roles]
    for a, b in combinations(posts, 2):
        if same_role(found[a], found[b]) and gap(found[a], found[b]) <= matching.NEAR_DAYS:
            clusters.join(a, b, "same name, organisation and post")
        elif _one_post(found[a], found[b]):
            clusters.join(a, b, "same name and organisation, the post told in other words")
    people = sorted({clusters.root(at) for at in posts})
    pairs = list(combinations(people, 2))
    for a, b in pairs:
        if len(people) == 2 and matching.follows(found[a], found[b]):
            clusters.join(a, b, "same name and organisation, one post after the other")
        else:
            clusters.ask(a, b, "same name and organisation", _OTHER_POST)
    no_post = [at for at in group if not found[at].roles]
    for n, at in enumerate(no_post):
        earlier = sorted({clusters.root(one) for one in no_post[:n]})
        near = _at_the_time(clusters, at, people) or _at_the_time(clusters, at, earlier)
        _choose(clusters, at, near, "same name and organisation")
        for far in [*people, *earlier][-1:] if not near else ():
            clusters.ask(at, far, "same name and organisation", _OTHER_POST)


def _one_post(a: Profile, b: Profile) -> bool:
    """Whether two posts beside one name and organisation may be one: of one field, or by turns on one board."""
    near = gap(a, b) <= matching.NEAR_DAYS // 2 and not other_seat(a, b)
    return near and (one_field(a, b) or took_turns(a, b))


def _at_the_time(clusters: Clusters, source: int, people: Iterable[int]) -> list[int]:
    """Those met in about the same years, and in no other seat (elected, officer), than the source."""
    here = clusters.found[source]
    there = {at: clusters.found[at] for at in people}
    return [at for at, one in there.items() if gap(here, one) <= matching.NEAR_DAYS and not other_seat(here, one)]


def _attach(clusters: Clusters, pairs: Iterable[Pair], says: Says) -> None:
    """Join each source of the pairs to its one target, those that say most first; put doubtful pairs to a person."""
    targets: dict[int, dict[int, str]] = defaultdict(dict)
    for a, b in pairs:
        if said := says(clusters, clusters.found[a], clusters.found[b]):
            targets[a][b] = said
    for source in sorted(targets, key=lambda at: rank(clusters.found[at]), reverse=True):
        sure = [at for at, said in targets[source].items() if not said.startswith("?")]
        for at, said in targets[source].items():
            if said.startswith("?"):
                clusters.ask(source, at, said[1:], source=source)
        if sure:
            _choose(clusters, source, sure, targets[source][sure[0]])


def _choose(clusters: Clusters, source: int, targets: Iterable[int], because: str) -> None:
    """Join a source to its one target; of several, to the one that shares its post or its board; else ask."""
    roots = {clusters.root(at) for at in targets}
    if clusters.root(source) in roots:
        return
    free = [at for at in sorted(roots) if clusters.may_join(source, at)]
    best = _shares_most(clusters.found[clusters.root(source)], {at: clusters.found[at] for at in free})
    if best is not None:
        clusters.place(source, best, because)
        return
    for at in free[:_MANY]:
        clusters.ask(source, at, because, f"{len(free)} people answer to the name", source)


def _shares_most(source: Profile, targets: Mapping[int, Profile]) -> int | None:
    """The only target, or the only one that shares the source's post, or its board in those years; else None."""
    if len(targets) < 2:
        return next(iter(targets), None)
    shares = {at: _shared(source, one) for at, one in targets.items()}
    best = [at for at in targets if shares[at] == max(shares.values())]
    return best[0] if len(best) == 1 else None


def _shared(a: Profile, b: Profile) -> tuple[bool, bool, bool]:
    board = bool(a.bodies & b.bodies)
    return same_role(a, b), board and gap(a, b) == 0, board


def _unplaced_alike(clusters: Clusters) -> None:
    """A full name with no known organisation, and the same name on other boards.

    In running text it is the one person of that name; so it is in a list that prints the same post. Else it is asked.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for at in clusters.roots():
        if clusters.found[at].name.full:
            groups[folded(clusters.found[at].printed)].append(at)
    said = "same name, no organisation beside it"
    for print_ in sorted(groups):
        unplaced = [at for at in groups[print_] if not clusters.found[at].orgs]
        for at in unplaced:
            here = clusters.found[at]
            near = _at_the_time(clusters, at, [other for other in groups[print_] if clusters.root(other) != at])
            if here.lists:
                near = [other for other in near if same_role(here, clusters.found[other])]
            _choose(clusters, at, near, said)
        listed = sorted({clusters.root(at) for at in groups[print_]})
        for a, b in zip(listed, listed[1:], strict=False):
            if not (clusters.found[a].orgs and clusters.found[b].orgs):
                clusters.ask(a, b, said, "different boards")


def _elsewhere(clusters: Clusters) -> None:
    """One full name beside two organisations is asked: a move, a joint post, a double hat, or two people."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in clusters.roots():
        name = clusters.found[at].name
        if name.full and clusters.found[at].orgs:
            groups[name.given[0], name.surname].append(at)
    for key in sorted(groups):
        group = sorted(groups[key], key=lambda at: (clusters.found[at].first, at))
        pairs = combinations(group, 2) if len(group) <= _MANY else zip(group, group[1:], strict=False)
        for a, b in pairs:
            one, other = clusters.found[clusters.root(a)], clusters.found[clusters.root(b)]
            if matching.moved(one, other):
                clusters.join(a, b, "same name, post and board, one organisation after the other")
            elif distance(one.name, other.name) == 0:
                clusters.ask(a, b, "same name", _OTHER_POST if one.orgs & other.orgs else "different organisations")
