"""Who sits for whom: people of a made-up study, their posts and deputies, and when posts change hands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from leadnet.simulate.boards import iso
from leadnet.simulate.person_names import draw_people
from leadnet.simulate.posts import seniority_of
from leadnet.simulate.scene import HOST, Scene, room_table

_CHANGES = 0.35  # of posts change hands within three years
_THREE_YEARS = 1096
_CLERK, _POLICY = "Democratic Services Officer", "Partnerships Manager"
_SECOND_HATS = (("Cabinet Member for Community Safety", "vennerley"), ("Deputy Leader", "haskerby"))
_COUNCILS = ("county", "district", "unitary")


@dataclass(frozen=True)
class Held:
    """One spell of one person in one post, its days included."""

    person_id: str
    org_id: str
    post: str
    since: int
    until: int


@dataclass(frozen=True)
class Staff:
    """The people of a study: names (person_id, given, middle, surname), posts held, and the post of each seat.

    seats: (body_id, org_id) -> post and deputy's post.
    """

    names: pd.DataFrame
    posts: tuple[Held, ...]
    seats: dict[tuple[str, str], tuple[str, str]]

    def holder(self, org_id: str, post: str, day: int) -> str:
        """The person in a post on a day."""
        return next(
            one.person_id
            for one in self.posts
            if (one.org_id, one.post) == (org_id, post) and one.since <= day <= one.until
        )


def staff(rng: np.random.Generator, made: Scene) -> Staff:
    """Everybody with a seat, their deputies, and the host's officers in support."""
    seats = _seats(made)
    wanted = sorted({(org, post) for (_, org), both in seats.items() for post in both})
    wanted += [(HOST, _CLERK), (HOST, _POLICY)]
    share = min(0.9, _CHANGES * (made.last - made.first) / _THREE_YEARS)
    changes = rng.random(len(wanted)) < share
    names = _named(rng, len(wanted) + int(changes.sum()))
    ids = iter(names["person_id"])
    posts: list[Held] = []
    for (org, post), change in zip(wanted, changes, strict=True):
        when = made.first + int(rng.uniform(0.2, 0.8) * (made.last - made.first))
        spans = ((made.first, when), (when + 1, made.last)) if change else ((made.first, made.last),)
        posts += [Held(next(ids), org, post, *span) for span in spans]
    hats = [
        Held(one.person_id, second, "Councillor", one.since, one.until)
        for one in posts
        for post, second in _SECOND_HATS
        if (one.org_id, one.post) == (HOST, post)
    ]
    return Staff(names, tuple(posts + hats), seats)


def support() -> tuple[str, str]:
    """The posts of the host's officers who serve every board: who takes the minutes, and who presents."""
    return _CLERK, _POLICY


def _seats(made: Scene) -> dict[tuple[str, str], tuple[str, str]]:
    rows = room_table("study-posts.csv")
    table = {(row.kind, row.body_id): (row.post, row.deputy) for row in rows.itertuples()}
    about = made.organisations.set_index("org_id")
    found = {}
    for member in made.members.itertuples():
        org = about.loc[member.org_id]
        kind = "council" if org["tier"] in _COUNCILS else org["kind"]
        found[member.body_id, member.org_id] = table.get((kind, member.body_id), table["other", ""])
    return found


def _named(rng: np.random.Generator, n: int) -> pd.DataFrame:
    """`n` people no two of whom share a name; person_id is the name."""
    drawn = draw_people(rng, 2 * n)
    slugs = (drawn["given"] + "-" + drawn["surname"]).str.lower().str.replace(r"[^a-z]+", "-", regex=True)
    drawn = drawn.assign(person_id=slugs).drop_duplicates("person_id").head(n).reset_index(drop=True)
    return drawn[["person_id", "given", "middle", "surname"]]


def people_table(made: Staff) -> pd.DataFrame:
    """people.csv: everybody with the rank of their first post; elected members and chief officers may be named."""
    post = {one.person_id: one.post for one in reversed(made.posts)}
    ranks = made.names["person_id"].map(post).map(seniority_of)
    return made.names.assign(
        name=made.names["given"] + " " + made.names["surname"],
        seniority=ranks,
        named=np.where(ranks.isin(("elected", "chief officer")), "yes", ""),
    )[["person_id", "name", "seniority", "named"]].sort_values("person_id", ignore_index=True)


def posts_table(made: Staff, first: int, last: int) -> pd.DataFrame:
    """posts.csv; blank where a spell starts or ends with the study."""
    rows = [
        {
            "person_id": one.person_id,
            "org_id": one.org_id,
            "post": one.post,
            "since": "" if one.since == first else str(iso([one.since])[0]),
            "until": "" if one.until == last else str(iso([one.until])[0]),
        }
        for one in made.posts
    ]
    return pd.DataFrame(rows).sort_values(["org_id", "post", "since"], ignore_index=True)
