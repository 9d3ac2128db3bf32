"""What a paper holds before it has a house style: its opening, lists and items; and the blocks a style sets it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leadnet.simulate.roll_call import Entry
from leadnet.study.words import long_date

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Action:
    """Something somebody is asked to do: its key in the truth, who (an entry of the list), what, and by when."""

    key: str
    who: Entry
    what: str
    due: str


@dataclass(frozen=True)
class Item:
    """One numbered item: what was told, what was agreed (clauses after “that”), and the actions."""

    number: str
    title: str
    told: tuple[tuple[str, str], ...]  # key in the truth (blank for none) and text
    agreed: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Minutes:
    """The minutes of one meeting."""

    body: str
    day: str
    start: str
    venue: str
    entries: tuple[Entry, ...]
    items: tuple[Item, ...]

    def listed(self, status: str) -> list[Entry]:
        """The entries of a status, in order."""
        return [one for one in self.entries if one.status == status]


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, a bullet or a row of a table; `key` names it in the truth, `cells` are a row's cells.

    kind: title, heading, text, bullet, row, ruled (a row of a table with lines).
    """

    kind: str
    text: str = ""
    key: str = ""
    cells: tuple[str, ...] = ()


def full_date(iso: str) -> str:
    """A date with the day of the week, as minutes head themselves.

    >>> full_date("2023-03-07")
    'Tuesday 7 March 2023'
    """
    return f"{_DAYS[date.fromisoformat(iso).weekday()]} {long_date(iso)}"


def clock(time: str) -> str:
    """A time as minutes write it.

    >>> clock("09:30"), clock("14:00")
    ('9.30 am', '2.00 pm')
    """
    hour, minute = time.split(":")
    return f"{(int(hour) - 1) % 12 + 1}.{minute} {'am' if int(hour) < 12 else 'pm'}"


def heading(text: str) -> Block:
    """A heading of the paper's own."""
    return Block("heading", text)


def text(words: str, key: str = "") -> Block:
    """A paragraph, named `key` in the truth."""
    return Block("text", words, key)


def rows(cells: Sequence[Sequence[str]], kind: str = "row", keys: Sequence[str] = ()) -> list[Block]:
    """A table, a block a row."""
    keys = keys or [""] * len(cells)
    return [Block(kind, key=key, cells=tuple(row)) for row, key in zip(cells, keys, strict=True)]
