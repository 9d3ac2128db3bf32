"""Ids of the people the rules made: the slug of the most complete name, and more where people share it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from leadnet.names.clusters import Clusters, rank
from leadnet.names.profiles import Profile
from leadnet.names.slugs import slug


def cluster_ids(clusters: Clusters, own: frozenset[str]) -> dict[int, str]:
    """Cluster -> its id: that of people.csv, else made from its names so that no two are alike.

    `own` are the ids of people.csv, which no other cluster is given. Where people share a name all of them have their
    organisation in the id, then their post; what is left alike is numbered.
    """
    ids = {at: clusters.found[at].person_id for at in clusters.roots() if clusters.found[at].person_id}
    waiting = [at for at in clusters.roots() if at not in ids]
    taken = set(own)
    for level in range(_LEVELS):
        made = {at: _made(clusters.found[at], level) for at in waiting}
        often = Counter(made.values())
        ids |= {at: id for at, id in made.items() if often[id] == 1 and id not in taken}
        taken |= set(made.values())  # a name that people share is none of theirs, nor of one met later
        waiting = [at for at in waiting if at not in ids]
    for n, at in enumerate(sorted(waiting, key=lambda at: rank(clusters.found[at])), start=2):
        ids[at] = f"{_made(clusters.found[at], _LEVELS - 1)[:70]}-{n}"
    return ids


_LEVELS = 3


def _made(profile: Profile, level: int) -> str:
    """The id of a profile from its name; with its organisation; with its post too."""
    post = min(profile.roles, key=lambda role: (-profile.roles[role], role), default="")
    return slug(" ".join([profile.printed, *[min(profile.orgs, default=""), post][:level]]))


def other_names(clusters: Clusters, ids: dict[int, str]) -> dict[str, str]:
    """Other ids a person could go by, as by another print of the name -> the id, where only one person could.

    So that an answer given when the papers held less is still understood.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for at, id in ids.items():
        for name in _claims(clusters.found[at]):
            found[name].add(id)
    return {name: min(several) for name, several in found.items() if len(several) == 1}


def _claims(profile: Profile) -> Iterator[str]:
    for printed in profile.prints:
        yield slug(printed)
        for org in profile.orgs:
            yield slug(f"{printed} {org}")
            yield from (slug(f"{printed} {org} {role}") for role in profile.roles)
