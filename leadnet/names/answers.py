"""Answers about people replayed over what the rules made of the names; only an answer decides what was asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from leadnet.names.slugs import slug
from leadnet.study.tables import TableError, file_line


def places(mention_id: str, doc_id: str, body: str, printed: str) -> tuple[str, ...]:
    """How `left` of judgements.csv may name a mention, from the nearest reach to the widest.

    `doc:line:n` is this line, `doc: printed` this paper, `body: printed` this body, and the printed name the study.
    """
    return (mention_id, f"{doc_id}: {printed}", *((f"{body}: {printed}",) if body else ()), printed)


class Answers:
    """Who each mention is after the answers: `person_of` by mention, and how each id came to its person.

    `ids` gives each mention's person as the rules have it; `order` all those ids, the ones to keep first; `aliases`
    other names an id may be called by; `own` the ids of people.csv. TableError names the line of judgements.csv where
    an answer names an id that is not there, or contradicts others.
    """

    def __init__(
        self,
        judgements: pd.DataFrame,
        ids: Mapping[str, str],
        places_of: Mapping[str, Sequence[str]],
        order: Sequence[str],
        aliases: Mapping[str, str],
        own: frozenset[str],
    ):
        self.ids, self.places_of, self.aliases, self.own = ids, places_of, aliases, own
        self.order = {id: at for at, id in enumerate(order)}
        self.parent = {id: id for id in order}
        self.rows = [
            (file_line(judgements, at), row)
            for at, row in enumerate(judgements.itertuples())
            if row.kind == "person" and row.verdict != "unsure"
        ]
        self.reached = self._reached()
        self.faults: list[str] = []
        self.told = {}  # mention -> the person answered for it, by the nearest answer
        self.different: set[tuple[str, str]] = set()
        self._same()
        self._different()
        if self.faults:
            raise TableError(self.faults)

    def root(self, id: str) -> str:
        """The person an id stands for after the answers."""
        while self.parent[id] != id:
            id = self.parent[id]
        return id

    def person_of(self, mention_id: str) -> str:
        """The person a mention was taken for."""
        return self.root(self.told.get(mention_id) or self.ids[mention_id])

    def apart(self, a: str, b: str) -> bool:
        """Whether somebody answered that two ids are two people."""
        return (self.root(a), self.root(b)) in self.different

    def _reached(self) -> dict[str, list[str]]:
        """Left of an answer -> the mentions it reaches by place or print."""
        lefts = {row.left for _, row in self.rows}
        found: dict[str, list[str]] = defaultdict(list)
        for mention_id, several in self.places_of.items():
            for place in several:
                if place in lefts:
                    found[place].append(mention_id)
        return found

    def _known(self, id: str) -> str:
        return id if id in self.parent else self.aliases.get(id, "")

    def _named(self, line: int, row: object, column: str) -> str:
        """The id in a cell, or "" and a fault."""
        cell = getattr(row, column)
        found = self._known(cell)
        if not found:
            self.faults.append(
                f'judgements.csv line {line}, column {column}: "{cell}" is no id of people.csv, and no name in the '
                "papers makes it; add it there or correct it here"
            )
        return found

    def _same(self) -> None:
        nearest: dict[str, int] = {}
        for line, row in self.rows:
            if row.verdict != "same" or not (right := self._named(line, row, "right")):
                continue
            if row.left not in self.reached and self._known(row.left):
                self._unite(line, self._known(row.left), right)
            for mention_id in self.reached.get(row.left, ()):
                near = self.places_of[mention_id].index(row.left)
                if near <= nearest.get(mention_id, near):
                    nearest[mention_id], self.told[mention_id] = near, right

    def _unite(self, line: int, a: str, b: str) -> None:
        a, b = sorted((self.root(a), self.root(b)), key=self.order.__getitem__)
        if a != b and {a, b} <= self.own:
            self.faults.append(
                f"judgements.csv line {line}: {a} and {b} both stand in people.csv; keep one row there, or "
                "answer different"
            )
        self.parent[b] = a

    def _different(self) -> None:
        for line, row in self.rows:
            if row.verdict != "different" or not (right := self._named(line, row, "right")):
                continue
            for mention_id in self.reached.get(row.left, ()):
                self._set_apart(mention_id, row.left, right)
            left = "" if row.left in self.reached else self._known(row.left)
            if left and self.root(left) == self.root(right):
                self.faults.append(
                    f"judgements.csv line {line}: {row.left} and {row.right} are said to be two people here, and one "
                    "by other answers together; correct one of them"
                )
            elif left:
                self._part(left, right)

    def _set_apart(self, mention_id: str, left: str, right: str) -> None:
        """A mention said not to be somebody the rules took it for becomes a person of its own."""
        if mention_id not in self.told and self.root(self.ids[mention_id]) == self.root(right):
            own = f"{self.root(right)[:60]}-not-{slug(left)}"[:80].strip("-")
            self.parent.setdefault(own, own)
            self.order.setdefault(own, len(self.order))
            self.told[mention_id] = own
        self._part(self.person_of(mention_id), right)

    def _part(self, a: str, b: str) -> None:
        a, b = self.root(a), self.root(b)
        self.different |= {(a, b), (b, a)}
