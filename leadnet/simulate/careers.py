"""Who works where and when: people of a made-up county, their posts, moves, marriages, joint posts and double hats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from leadnet.simulate.person_names import draw_people, draw_surname
from leadnet.simulate.posts import draw_post, promoted, seniority_of
from leadnet.simulate.rates import Rates
from leadnet.study import split

_MEAN_YEARS, _LEAST, _MOST = 4.0, 0.75, 14.0  # how long people stay
_YEAR = 365


@dataclass(frozen=True)
class Spell:
    """One person in one post of one organisation, from a day to a day (days since 1970, both included)."""

    person: int
    org_id: str
    post: str
    since: int
    until: int


@dataclass(frozen=True)
class Place:
    """One organisation as careers need it: its days within the study, its weight and what follows it."""

    org_id: str
    kind: str
    sector: str
    tier: str
    since: int
    until: int
    weight: float
    successor: str


def careers(
    rng: np.random.Generator, organisations: pd.DataFrame, people: int, first: int, last: int, rates: Rates
) -> dict[str, pd.DataFrame]:
    """Tables people, names and posts of `people` made-up people between two days (days since 1970).

    `organisations` as organisations.csv of this room. names has person_id, given, middle, surname, sex, since and
    until: two rows for who married. posts has person, org_id, post, since, until (days as numbers) and person_id.
    """
    places = list(_places(organisations, first, last))
    drawn = draw_people(rng, people)
    homes = _homes(rng, places, people)
    drawn = _namesakes(rng, drawn, homes, rates.namesakes)
    spells: list[Spell] = []
    for person, home in enumerate(homes):
        spells += _career(rng, person, places, home, first, last, rates)
    posts = pd.DataFrame([vars(spell) for spell in spells])
    return {
        "people": _people(drawn, posts),
        "names": _names(rng, drawn, posts, rates.married),
        "posts": posts.assign(person_id=posts["person"].map(person_id)),
    }


def person_id(person: int) -> str:
    """The id of the person of this number.

    >>> person_id(7)
    'p00007'
    """
    return f"p{person:05d}"


def _places(organisations: pd.DataFrame, first: int, last: int) -> Iterator[Place]:
    for row in organisations.itertuples():
        since, until = max(first, day(row.since, first)), min(last, day(row.until, last))
        if until - since > _YEAR // 2:
            after = (*split(row.successor), "")[0]  # people of an organisation that was parted go to the first
            yield Place(row.org_id, row.kind, row.sector, row.tier, since, until, float(row.people), after)


def day(iso: str, blank: int) -> int:
    """Days since 1 January 1970 of an ISO date; `blank` for no date.

    >>> day("1970-01-31", 0), day("", 5)
    (30, 5)
    """
    return int(np.datetime64(iso, "D").astype(int)) if iso else blank


def _homes(rng: np.random.Generator, places: list[Place], people: int) -> np.ndarray:
    """The organisation each person starts in, by its weight and how long it stands."""
    weights = np.array([place.weight * (place.until - place.since) for place in places])
    return rng.choice(len(places), size=people, p=weights / weights.sum())


def _namesakes(rng: np.random.Generator, drawn: pd.DataFrame, homes: np.ndarray, rate: float) -> pd.DataFrame:
    """The people drawn, some of whom now carry a colleague's given name and surname."""
    drawn = drawn.copy()
    for person in rng.permutation(len(drawn))[: round(rate * len(drawn))]:
        colleagues = np.flatnonzero(homes == homes[person])
        if len(colleagues) > 1:
            other = rng.choice(colleagues[colleagues != person])
            drawn.loc[person, ["given", "surname", "sex", "origin"]] = drawn.loc[
                other, ["given", "surname", "sex", "origin"]
            ]
    return drawn


def _career(
    rng: np.random.Generator, person: int, places: list[Place], home: int, first: int, last: int, rates: Rates
) -> list[Spell]:
    place = places[home]
    years = float(np.clip(rng.exponential(_MEAN_YEARS), _LEAST, _MOST))
    earliest = place.since - (2 * _YEAR if place.since == first else 0)
    begin = int(rng.integers(earliest, place.until - _YEAR // 3))
    until = min(begin + int(years * _YEAR), last)
    since = max(begin, place.since)
    until = max(until, since + _YEAR // 3)
    post = draw_post(rng, place.kind)
    spells = list(_followed(Spell(person, place.org_id, post, since, until), places))
    if rng.random() < rates.moves:
        spells = _moved(rng, spells, places)
    spells = _promotion(rng, spells)
    return spells + _second_hat(rng, spells[0], place, places, rates)


def _followed(spell: Spell, places: list[Place]) -> Iterator[Spell]:
    """The spell, cut at its organisation's end and gone on with in the successor, where there is one."""
    by_id = {place.org_id: place for place in places}
    place = by_id.get(spell.org_id)
    while place is not None and spell.since <= spell.until:
        yield replace(spell, org_id=place.org_id, until=min(spell.until, place.until))
        spell = replace(spell, since=place.until + 1)
        place = by_id.get(place.successor)


def _moved(rng: np.random.Generator, spells: list[Spell], places: list[Place]) -> list[Spell]:
    """The career with a move to another organisation in the course of its last spell."""
    *before, spell = spells
    when = spell.since + int((spell.until - spell.since) * rng.uniform(0.3, 0.7))
    open_ = [p for p in places if p.org_id != spell.org_id and p.since <= when and p.until >= spell.until]
    if not open_:
        return spells
    sector = next(place.sector for place in places if place.org_id == spell.org_id)
    near = [place for place in open_ if place.sector == sector]
    goal = (near or open_)[int(rng.integers(len(near or open_)))]
    there = Spell(spell.person, goal.org_id, draw_post(rng, goal.kind), when + 1, spell.until)
    return [*before, replace(spell, until=when), there]


def _promotion(rng: np.random.Generator, spells: list[Spell]) -> list[Spell]:
    """The career with, for one in ten, a higher post in the same organisation half-way."""
    *before, spell = spells
    higher = promoted(spell.post)
    if not higher or spell.until - spell.since < 2 * _YEAR or rng.random() > 0.1:
        return spells
    when = (spell.since + spell.until) // 2
    return [*before, replace(spell, until=when), replace(spell, post=higher, since=when + 1)]


def _second_hat(rng: np.random.Generator, spell: Spell, home: Place, places: list[Place], rates: Rates) -> list[Spell]:
    """A joint post of an officer, or the district seat of a county councillor, for as long as both stand."""
    elected = seniority_of(spell.post) == "elected"
    rate = rates.double_hats * (home.tier == "county") if elected else rates.joint_posts
    if rng.random() >= rate:
        return []
    open_ = [
        place
        for place in places
        if place.org_id != home.org_id
        and place.since <= spell.since
        and place.until >= spell.until
        and (place.tier == "district" if elected else place.sector in ("local government", "health"))
    ]
    if not open_:
        return []
    other = open_[int(rng.integers(len(open_)))]
    return [replace(spell, org_id=other.org_id, post="Councillor" if elected else spell.post)]


def _people(drawn: pd.DataFrame, posts: pd.DataFrame) -> pd.DataFrame:
    ranks = ["chief officer", "elected", "senior", "other", "unknown"]
    best = posts["post"].map(seniority_of).map(ranks.index).groupby(posts["person"]).min()
    seniority = [ranks[best.get(person, 4)] for person in range(len(drawn))]
    return pd.DataFrame(
        {
            "person_id": [person_id(person) for person in range(len(drawn))],
            "name": drawn["given"] + " " + drawn["surname"],
            "seniority": seniority,
            "named": ["yes" if rank in ("chief officer", "elected") else "" for rank in seniority],
        }
    )


def _names(rng: np.random.Generator, drawn: pd.DataFrame, posts: pd.DataFrame, rate: float) -> pd.DataFrame:
    """The names people went by; who marries has two rows, parted at a day within the career."""
    span = posts.groupby("person").agg(since=("since", "min"), until=("until", "max"))
    rows = drawn.assign(person=range(len(drawn)), since_day=np.int64(0), until_day=np.int64(10**6))
    women = np.flatnonzero(drawn["sex"] == "f")
    marrying = rng.permutation(women)[: round(rate * len(drawn))]
    after = rows.loc[marrying].copy()
    when = (span.loc[marrying, "since"] + span.loc[marrying, "until"]).to_numpy() // 2
    rows.loc[marrying, "until_day"] = when
    after["since_day"] = when + 1
    after["surname"] = [draw_surname(rng, origin) for origin in after["origin"]]
    both = pd.concat([rows, after]).sort_values(["person", "since_day"], ignore_index=True)
    return both.assign(person_id=both["person"].map(person_id))
