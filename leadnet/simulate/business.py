"""What boards talk about: items drawn from a list of matters, and actions that are done, moved or fall silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from leadnet.simulate.boards import iso
from leadnet.simulate.paper import Action, Item
from leadnet.simulate.roll_call import Entry
from leadnet.simulate.scene import room_table
from leadnet.study.words import long_date

_MATTERS, _ACTS, _BOTH = 3, 0.75, 0.2  # items a meeting; the shares of them with an action, with an agreement as well
_FATES = {"done": 0.45, "moved": 0.2, "silent": 0.35}
_DUE = (30, 45, 60, 90)  # days


@dataclass(frozen=True)
class Fate:
    """What became of one action: done, moved (and then done or silent) or silent; and how later minutes tell it."""

    key: str
    body_id: str
    meeting_id: str
    what: str
    fate: str
    done: str
    moved: str
    due: str


class Business:
    """The items of each board's meetings in turn; what was asked at one is told at the next, if at all."""

    def __init__(self, rng: np.random.Generator):
        self.rng = rng
        self.matters = {body: list(rows.itertuples()) for body, rows in room_table("matters.csv").groupby("body_id")}
        self.open: dict[str, list[Fate]] = {}
        self.fates: list[Fate] = []
        self.told: list[tuple[str, str, str]] = []  # action, meeting, what it shows
        self.held: dict[str, str] = {}

    def items(self, meeting: object, entries: Sequence[Entry], following: str) -> tuple[Item, ...]:
        """The items of one meeting; `following` is the date of the next of its body, blank for none."""
        before = self.held.get(meeting.body_id, "")
        self.held[meeting.body_id] = meeting.date
        start = 10 * meeting.of + 1
        opening = [Item("", "Welcome", (("", "The Chair welcomed everyone to the meeting."),))]
        if before:
            words = f"The minutes of the meeting held on {long_date(before)} were agreed as a correct record."
            opening.append(Item("", "Minutes of the last meeting", (("", words),)))
            if told := tuple(self._told(meeting)):
                opening.append(Item("", "Matters arising", told))
        found = [*opening, *self._new(meeting, entries)]
        if following:
            words = f"The next meeting will be held on {long_date(following)}."
            found.append(Item("", "Date of next meeting", (("", words),)))
        return tuple(
            Item(str(start + at), item.title, item.told, item.agreed, item.actions) for at, item in enumerate(found)
        )

    def _told(self, meeting: object) -> Iterator[tuple[str, str]]:
        """What is reported of the actions asked before; one that was moved may be told again later."""
        later = []
        for fate in self.open.get(meeting.body_id, []):
            if fate.fate == "silent":
                continue
            shows = f"shown {fate.fate}"
            self.told.append((fate.key, meeting.meeting_id, shows))
            if fate.fate == "done":
                yield f"{fate.key} shown", f"It was reported that {fate.done}."
            else:
                due = long_date(_after(meeting.day, 90))
                yield f"{fate.key} shown", f"It was reported that {fate.moved}; it would now be done by {due}."
                then = "done" if self.rng.random() < 0.5 else "silent"
                later.append(Fate(**{**vars(fate), "fate": then}))
        self.open[meeting.body_id] = later

    def _new(self, meeting: object, entries: Sequence[Entry]) -> Iterator[Item]:
        """The matters of this meeting: each board goes round its list."""
        matters = self.matters[meeting.body_id]
        officers = [one for one in entries if one.status == "present" and not one.title] or list(entries[:1])
        for n in range(_MATTERS):
            matter = matters[(meeting.of * _MATTERS + n) % len(matters)]
            who = officers[int(self.rng.integers(len(officers)))]
            acts, both = self.rng.random(2) < (_ACTS, _BOTH)
            actions = (self._action(meeting, matter, n, who),) if acts else ()
            agreed = () if acts and not both else (matter.agreed,)
            yield Item("", matter.title, (("", matter.told),), agreed, actions)

    def _action(self, meeting: object, matter: object, n: int, who: Entry) -> Action:
        key, fates = f"{meeting.meeting_id}/{n + 1}", list(_FATES)
        fate = fates[int(self.rng.choice(len(fates), p=list(_FATES.values())))]
        due = _after(meeting.day, _DUE[int(self.rng.integers(len(_DUE)))])
        made = Fate(key, meeting.body_id, meeting.meeting_id, matter.act, fate, matter.done, matter.moved, due)
        self.fates.append(made)
        self.open.setdefault(meeting.body_id, []).append(made)
        return Action(key, who, matter.act, long_date(due))


def _after(day: int, days: int) -> str:
    return str(iso([day + days])[0])


_ACTION = ("action", "body_id", "meeting_id", "what", "due", "shows", "shown_at", "told")


def actions_table(made: Business) -> pd.DataFrame:
    """truth/actions.csv without places: action, body_id, meeting_id, what, due, shows, shown_at (a meeting), told."""
    shown = {(key, meeting): shows for key, meeting, shows in made.told}
    rows = []
    for fate in made.fates:
        mine = [(meeting, shows) for (key, meeting), shows in shown.items() if key == fate.key]
        rows += [
            {"action": fate.key, "body_id": fate.body_id, "meeting_id": fate.meeting_id, "what": fate.what,
             "due": fate.due, "shows": shows, "shown_at": meeting,
             "told": {"shown done": fate.done, "shown moved": fate.moved}.get(shows, "")}
            for meeting, shows in mine or [("", "silent")]
        ]  # fmt: skip
    return pd.DataFrame(rows, columns=[*_ACTION])
