"""Who had a seat when: memberships.csv laid over the meetings of the bodies, as arrays of organisations by meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

_MAY_COME = ("guest", "observer")  # a seat that obliges nobody to come


class Seats(NamedTuple):
    """listed: meetings at whose date a list of members is in force; expected: rows by meetings, true where a seat says
    the row ought to attend; observing: the same for seats of guests and observers, who may come.
    """

    listed: np.ndarray
    expected: np.ndarray
    observing: np.ndarray


def seats(memberships: pd.DataFrame, rows: Sequence[str], meetings: pd.DataFrame, key: str = "org_id") -> Seats:
    """The seats of these rows (ids of the column `key`) at these meetings (columns body_id, date; every date filled).

    Spells may overlap; first and last day are included and a blank end is open.
    """
    bodies, dates = (meetings[column].to_numpy(dtype="U") for column in ("body_id", "date"))
    place = {each: at for at, each in enumerate(rows)}
    shape = (len(place), len(meetings))
    found = Seats(np.zeros(len(meetings), bool), np.zeros(shape, bool), np.zeros(shape, bool))
    for seat in memberships[memberships[key] != ""].itertuples():
        in_force = (bodies == seat.body_id) & (dates >= seat.since)
        if seat.until:
            in_force &= dates <= seat.until
        found.listed[in_force] = True
        if (at := place.get(getattr(seat, key))) is not None:
            (found.observing if seat.part in _MAY_COME else found.expected)[at] |= in_force
    return found


def spells(memberships: pd.DataFrame) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """(body, organisation) -> the spells it had a seat for, in order, overlapping ones joined; a blank end is open.

    >>> seat = {"body_id": "board", "org_id": "north"}
    >>> two = pd.DataFrame([{**seat, "since": "", "until": "2008-03-31"}, {**seat, "since": "2008-02-01", "until": ""}])
    >>> spells(two)
    {('board', 'north'): [('', '')]}
    """
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for seat in memberships.sort_values(["body_id", "org_id", "since", "until"]).itertuples():
        mine = found.setdefault((seat.body_id, seat.org_id), [])
        if mine and (not mine[-1][1] or seat.since <= mine[-1][1]):
            since, until = mine.pop()
            mine.append((since, max(until, seat.until) if until and seat.until else ""))
        else:
            mine.append((seat.since, seat.until))
    return found
