"""Names drawn for made-up people: given name, middle initial and surname, the common ones as common as in England."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from leadnet.simulate.name_lists import ENDINGS, GIVEN, NICKNAMES, ORIGINS, STEMS, SURNAMES

RARE = 0.30  # of British surnames are made of a stem and an ending; they stand for the long tail no list holds
DOUBLE = 0.015  # of all surnames are double-barrelled
MIDDLE = 0.85  # of people have a middle name; only its initial is ever printed
_GIVEN_FALL = (3, 0.7)
_SURNAME_FALL = (5, 0.8)


def draw_people(rng: np.random.Generator, n: int) -> pd.DataFrame:
    """The names of `n` made-up people, one a row.

    Columns given, middle (one letter or blank), surname, sex (f, m) and origin. In a list the name of rank r has a
    weight of (r + offset) ** -power: with the offsets and powers here about one in eighty is a Smith, near the
    share in England, and about one man in 28 a David.

    >>> draw_people(np.random.default_rng(1), 3)[["given", "surname"]].values.tolist()
    [['Matthew', 'Middleton'], ['Surinder', 'Parmar'], ['Mary', 'Green']]
    """
    origins = rng.choice(list(ORIGINS), size=n, p=np.array(list(ORIGINS.values())) / sum(ORIGINS.values()))
    sexes = rng.choice(["f", "m"], size=n)
    return pd.DataFrame(
        {
            "given": [_one(rng, GIVEN[origin, sex], *_GIVEN_FALL) for origin, sex in zip(origins, sexes, strict=True)],
            "middle": np.where(rng.random(n) < MIDDLE, rng.choice(list("AJMEPDRCLSWHGTNKFBV"), size=n), ""),
            "surname": [draw_surname(rng, origin) for origin in origins],
            "sex": sexes,
            "origin": origins,
        }
    )


def draw_surname(rng: np.random.Generator, origin: str) -> str:
    """One surname of an origin: from its list, of a stem and an ending, or two joined by a hyphen."""
    if origin == "british" and rng.random() < RARE:
        return _one(rng, STEMS, 0, 0) + _one(rng, ENDINGS, 0, 0)
    single = _one(rng, SURNAMES[origin], *_SURNAME_FALL)
    return f"{single}-{_one(rng, SURNAMES['british'], *_SURNAME_FALL)}" if rng.random() < DOUBLE else single


def nicknames() -> dict[str, tuple[str, ...]]:
    """Given name -> what its bearers are called, the usual form first.

    >>> nicknames()["Michael"]
    ('Mike', 'Mick')
    """
    rows = (entry.split(":") for entry in NICKNAMES.split(";"))
    return {given.strip(): tuple(called.split()) for given, called in rows}


def _one(rng: np.random.Generator, names: str, offset: int, power: float) -> str:
    words, rising = _ranked(names, offset, power)
    return words[int(np.searchsorted(rising, rng.random(), side="right"))]


@cache
def _ranked(names: str, offset: int, power: float) -> tuple[tuple[str, ...], np.ndarray]:
    words = tuple(names.split())
    weights = (np.arange(1, len(words) + 1) + offset) ** -float(power)
    return words, np.cumsum(weights / weights.sum())
