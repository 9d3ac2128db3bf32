"""The items of a meeting with what was decided and what was promised under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leadnet.documents.action_table import action_table
from leadnet.documents.commitments import commitments
from leadnet.documents.decisions import marked_decisions, plain_decisions
from leadnet.documents.due import Clock
from leadnet.documents.flow import flows
from leadnet.documents.model import Item, Source
from leadnet.documents.outline import Section


@dataclass(frozen=True)
class Items:
    """The items, and the lines that print decision blocks."""

    items: tuple[Item, ...]
    decision_lines: frozenset[int]


def read_items(sections: Sequence[Section], clock: Clock) -> Items:
    """Every item of an outline; one without number, title and decisions is left out."""
    found, lines = [], set()
    for section in sections:
        item, block = _item(section, clock)
        lines |= block
        if item.number or item.title or item.decisions or item.commitments:
            found.append(item)
    return Items(tuple(found), frozenset(lines))


def _item(section: Section, clock: Clock) -> tuple[Item, frozenset[int]]:
    table = action_table(section.lines, clock)
    marked = marked_decisions([line for line in section.lines if line.number not in table.lines], clock)
    in_capitals = any(decision.marked == "capitals" for decision in marked.decisions)
    decisions, promised = [*marked.decisions, *table.decisions], []
    for flow in flows(marked.prose):
        plain = plain_decisions(flow, in_capitals, clock)
        decisions += plain.values()
        promised += commitments(flow, frozenset(plain), clock)
    decisions.sort(key=lambda decision: decision.source.first)
    item = Item(Source.of(section.at), section.number, section.title, tuple(decisions), tuple(promised))
    return item, marked.block | table.lines
