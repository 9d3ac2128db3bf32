"""The boards and groups of a made-up county, who has a seat on them, and when they meet."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from leadnet.simulate.careers import day
from leadnet.simulate.posts import seniority_of
from leadnet.study import split

_LOCAL = {
    "Local Strategic Partnership": "police | fire | health | voluntary and community | employment and skills",
    "Community Safety Partnership": "police | fire | criminal justice | health",
    "Health and Wellbeing Partnership": "health | voluntary and community",
    "Children's Partnership": "health | police | education | criminal justice",
    "Housing and Homelessness Forum": "housing | voluntary and community | criminal justice",
    "Economic Development Forum": "business | employment and skills | education | regional | partnership body",
}
_LEAST_DAYS = 60  # a seat held for less is not worth filling
_BODIES_EACH = (0.6, 0.3, 0.1)  # share of posts that sit on one, two, three bodies
_VENUES = ("County Hall", "Town Hall", "Council Chamber", "Civic Centre", "Committee Room 1")


def iso(days: np.ndarray | list[int]) -> np.ndarray:
    """ISO dates of days since 1 January 1970.

    >>> iso([0, 31]).tolist()
    ['1970-01-01', '1970-02-01']
    """
    return np.datetime_as_string(np.asarray(days, dtype="int64").astype("datetime64[D]"))


def local_bodies(organisations: pd.DataFrame) -> pd.DataFrame:
    """The partnerships each district and small unitary could host, in the columns of bodies.csv of this room."""
    hosts = organisations[organisations["tier"].isin(("district", "unitary")) & (organisations["org_id"] != "torswold")]
    rows = [
        {
            "body_id": f"{host.org_id}-{''.join(word[0] for word in what.lower().replace(' and ', ' ').split())}",
            "name": f"{host.name.split(' District')[0].split(' Borough')[0].split(' Council')[0]} {what}",
            "host": host.org_id,
            "seats": seats,
            "grade": "all",
            "since": host.since,
            "until": host.until,
        }
        for what, seats in _LOCAL.items()
        for host in hosts.itertuples()
    ]
    return pd.DataFrame(rows).assign(short="")


def memberships(bodies: pd.DataFrame, organisations: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Which organisation has a seat on which body, and the days between which it has (since, until).

    The host and the county sit everywhere, every other council only where the county or the city is host.
    """
    rows = []
    for body in bodies.itertuples():
        wide = body.host in ("torswoldshire", "torswold")
        for org in organisations.itertuples():
            own = org.org_id == body.host or org.tier == "county"
            sits = org.sector in split(body.seats) and (wide or org.sector != "local government")
            since = max(first, day(body.since, first), day(org.since, first))
            until = min(last, day(body.until, last), day(org.until, last))
            if (own or sits) and since < until:
                rows.append((body.body_id, org.org_id, since, until))
    return pd.DataFrame(rows, columns=["body_id", "org_id", "since", "until"])


def seats(rng: np.random.Generator, posts: pd.DataFrame, members: pd.DataFrame, bodies: pd.DataFrame) -> pd.DataFrame:
    """Who sits on which body by which post: body_id, person, org_id, post, since, until, host (bool).

    A person who goes from one post to the next keeps the bodies on which the new organisation has a seat too, and a
    joint post or second hat goes along to the bodies both organisations sit on.
    """
    grades = dict(zip(bodies["body_id"], bodies["grade"], strict=True))
    hosts = dict(zip(bodies["body_id"], bodies["host"], strict=True))
    by_org = {org_id: list(rows.itertuples(index=False)) for org_id, rows in members.groupby("org_id")}
    found: list[tuple] = []
    kept: dict[int, list[str]] = {}
    for post in posts.itertuples(index=False):
        elected = "elected" if seniority_of(post.post) == "elected" else "officers"
        open_ = [
            m
            for m in by_org.get(post.org_id, ())
            if grades[m.body_id] in ("all", elected)
            and min(m.until, post.until) - max(m.since, post.since) > _LEAST_DAYS
        ]
        for seat in _chosen(rng, open_, kept.setdefault(post.person, [])):
            since, until = max(seat.since, post.since), min(seat.until, post.until)
            host = hosts[seat.body_id] == post.org_id
            found.append((seat.body_id, post.person, post.org_id, post.post, since, until, host))
    return pd.DataFrame(found, columns=["body_id", "person", "org_id", "post", "since", "until", "host"])


def _chosen(rng: np.random.Generator, open_: list, kept: list[str]) -> list:
    """The seats taken up: those on bodies the person sits on already, else one to three at random."""
    again = [seat for seat in open_ if seat.body_id in kept]
    if not open_ or again:
        return again
    wanted = min(len(open_), int(rng.choice((1, 2, 3), p=_BODIES_EACH)))
    taken = [open_[at] for at in sorted(rng.choice(len(open_), size=wanted, replace=False))]
    kept += [seat.body_id for seat in taken]
    return taken


def meetings(rng: np.random.Generator, bodies: pd.DataFrame, n: int, first: int, last: int) -> pd.DataFrame:
    """About `n` meetings in the columns of meetings.csv and `day`, shared out by how long each body stands."""
    spans = [(max(first, day(b.since, first)), min(last, day(b.until, last))) for b in bodies.itertuples()]
    lengths = np.array([max(0, until - since) for since, until in spans], dtype=float)
    shares = np.diff(np.round(n * np.cumsum(lengths) / lengths.sum()).astype(int), prepend=0)
    days = [_days(rng, *span, share) for span, share in zip(spans, shares, strict=True)]
    rows = pd.DataFrame({"body_id": np.repeat(bodies["body_id"].to_numpy(), shares), "day": np.concatenate(days)})
    rows = rows.drop_duplicates().sort_values(["day", "body_id"], ignore_index=True)
    rows["date"] = iso(rows["day"].to_numpy())
    rows["meeting_id"] = rows["body_id"] + "-" + rows["date"]
    hours = rng.integers(9, 19, size=len(rows))
    venues = rng.choice(_VENUES, size=len(rows))
    return rows.assign(
        start_time=[f"{hour:02d}:00" for hour in hours],
        end_time="",
        venue=venues,
        known_by="minutes",
        doc_id=rows["meeting_id"],
        line="1",
    )


def _days(rng: np.random.Generator, since: int, until: int, n: int) -> np.ndarray:
    """`n` weekdays between two days, evenly apart but for some days' chance."""
    if not n:
        return np.array([], dtype=int)
    step = (until - since) / n
    days = since + ((np.arange(n) + rng.uniform(0.2, 0.8, size=n)) * step).astype(int)
    weekday = (days + 3) % 7  # 1 January 1970 was a Thursday
    return np.minimum(days - np.maximum(weekday - 4, 0), until)


def of_study(bodies: pd.DataFrame) -> Iterator[dict]:
    """The bodies as rows of the study's bodies.csv."""
    for body in bodies.itertuples():
        yield {"body_id": body.body_id, "name": body.name, "short": body.short, "host": body.host,
               "area": "torswoldshire"}  # fmt: skip
