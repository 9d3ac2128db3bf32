"""The Grid as arrays, with who was expected: what rates, counts and spells are taken from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from leadnet.measures.grid import IN_ROOM
from leadnet.measures.members import Seats, seats
from leadnet.study import Window
from leadnet.study.schema import STATES

WITHOUT_MINUTES = ("held without minutes", "not recorded")  # who came is not known
_UNKNOWN = (*WITHOUT_MINUTES, "announced only")


class Roll(NamedTuple):
    """Organisations by meetings. organisations: ids; meetings: rows of Coverage by date; states: places in STATES;
    cites; came: true where the organisation was in the room; known: where the minutes say whether it was; seats;
    open_names: where an entry of the list may be its own and nobody has said.
    """

    organisations: tuple[str, ...]
    meetings: pd.DataFrame
    states: np.ndarray
    cites: np.ndarray
    came: np.ndarray
    known: np.ndarray
    seats: Seats
    open_names: np.ndarray

    def of_body(self, body_id: str, window: Window | None = None) -> np.ndarray:
        """True for the meetings of a body, in a window where one is given."""
        mine = (self.meetings["body_id"] == body_id).to_numpy()
        return mine if window is None else mine & np.array([window.holds(day) for day in self.meetings["date"]], bool)

    def lines(self, row: int, columns: np.ndarray) -> str:
        """The lines of some cells of one organisation, as one cell of cites."""
        return " ".join(dict.fromkeys(self.cites[row, columns]))


def roll(
    grid: pd.DataFrame, coverage: pd.DataFrame, memberships: pd.DataFrame, unanswered: pd.DataFrame | None = None
) -> Roll:
    """The roll of a Grid (its rows organisation by organisation, meetings by date)."""
    organisations, columns = (list(grid[name].unique()) for name in ("org_id", "meeting_id"))
    meetings = coverage.set_index("meeting_id", drop=False).loc[columns].reset_index(drop=True)
    shape = (len(organisations), len(columns))
    cites = grid["cites"].to_numpy(dtype=object).reshape(shape)
    states = pd.Categorical(grid["state"], categories=STATES).codes.reshape(shape)
    came, known = among(states, *IN_ROOM), ~among(states, *_UNKNOWN)
    held = seats(memberships, organisations, meetings)
    cells = pd.MultiIndex.from_frame(grid[["org_id", "meeting_id"]])
    asked = [] if unanswered is None else pd.MultiIndex.from_frame(unanswered[["org_id", "meeting_id"]])
    open_names = cells.isin(asked).reshape(shape) & among(states, "not recorded")
    return Roll(tuple(organisations), meetings, states, cites, came, known, held, open_names)


def among(states: np.ndarray, *names: str) -> np.ndarray:
    """True where the state is one of these."""
    wanted = np.array([state in names for state in STATES])
    return wanted[states]


def spans(table: Roll, windows: Sequence[Window]) -> Iterator[tuple[str, dict[str, str], np.ndarray]]:
    """Each body with minutes, over the whole record and in each window with a meeting: body_id, the since and until of
    its findings, and which meetings.
    """
    for body_id in sorted(set(table.meetings.loc[table.meetings["known_by"] == "minutes", "body_id"])):
        yield body_id, {}, table.of_body(body_id)
        for window in windows:
            columns = table.of_body(body_id, window)
            if columns.any():
                yield body_id, {"since": window.since, "until": window.until}, columns
