"""Made-up two-mode data of the skew that meetings have: standing bodies, a few organisations on very many of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

_MEETINGS = 24  # of a body, on average
_FULL = 0.9  # so many of the most that may be present come, on average, to the largest bodies
_SHAPE = 2.0  # of the gamma law of how many members a body has
_SPARE = 6  # draws for a seat: an organisation drawn again for the same body takes no second one


class Size(NamedTuple):
    """How much to make: present is the mean at an event, most the most at one; came the chance that a member comes."""

    organisations: int
    events: int
    present: float = 15.0
    most: int = 60
    came: float = 0.75


def made(size: Size, seed: int = 20261123) -> tuple[np.ndarray, np.ndarray]:
    """Attendances as two columns of numbers, organisation and event, event by event, each pair once.

    Each event belongs to a body of about 24 meetings; a body's members are drawn by Zipf's law (the chance of the n-th
    organisation is as 1/n), their number by a gamma law; each member comes with the same chance. Every organisation is
    a guest at one event besides, first where nobody else came, so that none is left out.
    """
    rng = np.random.default_rng(seed)
    body = np.sort(rng.integers(max(1, size.events // _MEETINGS), size=size.events))
    members, first = _members(size, int(body[-1]) + 1, rng)
    seats = np.diff(first)[body]
    event = np.repeat(np.arange(size.events, dtype=np.int32), seats)
    start = np.cumsum(seats) - seats
    organisation = members[np.arange(len(event)) + np.repeat(first[body] - start, seats)]
    there = rng.random(len(event)) < size.came
    guests = rng.permutation(size.organisations), rng.integers(size.events, size=size.organisations)
    nobody = np.flatnonzero(np.bincount(event[there], minlength=size.events) == 0)[: size.organisations]
    guests[1][: len(nobody)] = nobody
    code = np.concatenate([event[there], guests[1]]).astype(np.int64) * size.organisations
    code = np.sort(code + np.concatenate([organisation[there], guests[0]]))
    code = code[np.diff(code, prepend=-1) > 0]
    organisation, event = (part.astype(np.int32) for part in (code % size.organisations, code // size.organisations))
    number = np.bincount(event, minlength=size.events)
    kept = np.arange(len(event)) - np.repeat(np.cumsum(number) - number, number) < size.most
    return organisation[kept], event[kept]


def _members(size: Size, bodies: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Members of all bodies end to end, and where those of each begin."""
    drawn = rng.gamma(_SHAPE, size.present / size.came / _SHAPE, size=bodies)
    wanted = np.clip(drawn.round().astype(int), 2, int(_FULL * size.most / size.came))
    zipf = np.cumsum(1 / np.arange(1, size.organisations + 1))
    body = np.repeat(np.arange(bodies), wanted * _SPARE)
    code = body * size.organisations + np.searchsorted(zipf, rng.random(len(body)) * zipf[-1])
    code = code[np.sort(np.unique(code, return_index=True)[1])]  # each once, as first drawn
    body = code // size.organisations
    many = np.bincount(body, minlength=bodies)
    kept = np.arange(len(code)) - np.repeat(np.cumsum(many) - many, many) < wanted[body]
    first = np.concatenate([[0], np.cumsum(np.minimum(many, wanted))])
    numbers = rng.permutation(size.organisations).astype(np.int32)  # so that the order of ids says nothing
    return numbers[code[kept] % size.organisations], first


def named(organisation: np.ndarray, event: np.ndarray) -> pd.DataFrame:
    """The same table with ids of letters, as a file gives them: columns org_id and meeting_id."""
    words = [pd.Index([f"{kind}-{at:07d}" for at in range(int(part.max()) + 1)], dtype="str")
             for kind, part in (("organisation", organisation), ("meeting", event))]  # fmt: skip
    return pd.DataFrame({"org_id": words[0].take(organisation), "meeting_id": words[1].take(event)})
