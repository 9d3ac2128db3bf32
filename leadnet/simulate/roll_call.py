"""The entries of one meeting's attendance list: who sat for which organisation, who stood in, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from leadnet.simulate.as_printed import Called, HouseStyle, print_people
from leadnet.simulate.posts import seniority_of
from leadnet.simulate.rates import Rates
from leadnet.simulate.scene import HOST
from leadnet.simulate.seats import Staff, support

_HOLDER, _WITH_DEPUTY, _APOLOGIES = (
    0.8,
    0.08,
    0.7,
)  # shares: of seats filled, of holders who bring the deputy, of absent


@dataclass(frozen=True)
class Entry:
    """One line of an attendance list. `instead` is the name, as printed, of the person replaced; `orgs` are the
    organisations the person stands for: two for somebody with two hats and no organisation printed beside.
    """

    person_id: str
    org_id: str
    post: str
    status: str
    title: str = ""
    name: str = ""
    organisation: str = ""
    instead: str = ""
    instead_id: str = ""
    chair: bool = False
    serves: str = ""

    @property
    def titled(self) -> str:
        """The name with its title."""
        return f"{self.title} {self.name}".strip()

    @property
    def initials(self) -> str:
        """The first letters of the name as printed.

        >>> Entry("x", "y", "z", "present", name="Anne-Marie Hill").initials
        'AMH'
        """
        return "".join(word[0] for word in self.name.replace("-", " ").replace(".", "").split())


def entries(rng: np.random.Generator, made: Staff, meeting: object, rows: pd.DataFrame) -> list[Entry]:
    """Who is on the list of a meeting at which the organisations of `rows` (org_id, came) came or did not; unprinted.

    An organisation that came is there by the holder of its seat, by a deputy instead, or by both; one that did not
    sends apologies or is not on the list at all. The host's officers are in attendance. One person is in the chair.
    """
    found: list[Entry] = []
    for row, draw in zip(rows.itertuples(), rng.random((len(rows), 2)), strict=True):
        found += _of_seat(made, meeting, row, *draw)
    at = next((n for n, one in enumerate(found) if one.org_id == HOST and one.status == "present"), None)
    at = next(n for n, one in enumerate(found) if one.status == "present") if at is None else at
    chair = replace(found.pop(at), chair=True)
    clerk, policy = (made.holder(HOST, post, meeting.day) for post in support())
    serving = [
        Entry(policy, HOST, support()[1], "in_attendance"),
        Entry(clerk, HOST, support()[0], "in_attendance", serves="minutes"),
    ]
    return [chair, *found, *serving]


def _of_seat(made: Staff, meeting: object, row: object, first: float, second: float) -> Iterator[Entry]:
    post, deputy = made.seats[meeting.body_id, row.org_id]
    holder, other = (made.holder(row.org_id, name, meeting.day) for name in (post, deputy))
    if row.came and first < _HOLDER:
        yield Entry(holder, row.org_id, post, "present")
        if second < _WITH_DEPUTY:
            yield Entry(other, row.org_id, deputy, "present")
    elif row.came:
        yield Entry(other, row.org_id, deputy, "present", instead_id=holder)
        yield Entry(holder, row.org_id, post, "apologies")
    elif first < _APOLOGIES:
        yield Entry(holder, row.org_id, post, "apologies")


def printed(rng: np.random.Generator, rows: Sequence[Entry], made: Staff, known: Called, rates: Rates) -> list[Entry]:
    """The entries as one paper prints them, with the faults of `rates`."""
    names = made.names.set_index("person_id").loc[[one.person_id for one in rows]].reset_index()
    people = print_people(rng, names, rates)
    style = HouseStyle(rng, known, rates)
    called = dict(zip(names["person_id"], people, strict=True))
    return [
        replace(
            one,
            name=str(name),
            title="Cllr" if seniority_of(one.post) == "elected" else "",
            organisation=style.printed(one.org_id),
            instead=str(called.get(one.instead_id, "")),
        )
        for one, name in zip(rows, people, strict=True)
    ]
