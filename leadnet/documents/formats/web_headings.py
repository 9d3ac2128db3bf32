"""The headings of a page by their level: those that stand within an attendance list, and those of numbered minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from leadnet.documents.formats.word_tables import Table
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.layouts.run_on import names_in
from leadnet.documents.outlines.headings import item_heading, list_heading
from leadnet.documents.outlines.title_lines import USUAL

Block = str | Table

BOLD = 7  # the level of a line in bold, below every heading
_HEADED = re.compile(rf"(?P<marks>#{{1,{BOLD}}}) (?P<text>.*)", re.DOTALL)
_MINUTE = re.compile(r"(?:agenda )?(?:minute|item)(?: no\.?)? (?P<number>\d{1,4})\s*[-–:.]+\s*(?=[A-Z])", re.IGNORECASE)
_TEXT = re.compile(r"minutes? text\W*", re.IGNORECASE)
_DECISION = re.compile(r"minutes? decisions?\W*", re.IGNORECASE)
_DECIDED = re.compile(r"\W*(?:that|it was )?\W*(?:resolved|agreed|noted|decided|recommended)\b", re.IGNORECASE)
_INDEX = re.compile(r"(?:index(?: (?:to|of) (?:the )?minutes)?|contents|on this page)\W*", re.IGNORECASE)


def by_level(found: Iterable[Block]) -> Iterator[Block]:
    """Blocks whose headings carry their level as so many `#`, each as the outline knows it: with one.

    A heading below that of an attendance list, with people under it, is theirs and goes before them; "Minute 7 - Plans"
    is item 7; the labels "Minute Text" and "Minute Decision" give way to what they head; an empty index goes.

    >>> list(by_level(["### Present", "#### Kent Police", "Ann Lee, Joe Dale", "### Minute 1 - Welcome"]))
    ['# Present', 'Kent Police: Ann Lee, Joe Dale', '# 1. Welcome']
    """
    blocks, over, taken = list(found), 0, -1
    for place, block in enumerate(blocks):
        level, text = _level(block)
        below = blocks[place + 1 : place + 2]
        if place == taken:
            continue
        if not level:
            yield block
        elif over and level > over and _over_people(text, below):
            yield from _labelled(text, below[0])
            taken = place + 1
        elif _DECISION.fullmatch(text):
            yield from () if below and isinstance(below[0], str) and _DECIDED.match(below[0]) else ("Decision:",)
        elif not (_TEXT.fullmatch(text) or _INDEX.fullmatch(text) and (not below or _level(below[0])[0])):
            over = level if list_heading(text) else 0
            yield "# " + _MINUTE.sub(r"\g<number>. ", text)


def _level(block: Block) -> tuple[int, str]:
    """The level of a heading and its words; 0 for any other block."""
    match = _HEADED.fullmatch(block) if isinstance(block, str) else None
    return (len(match["marks"]), match["text"]) if match else (0, "")


def _over_people(text: str, below: Sequence[Block]) -> bool:
    """Whether a heading within a list stands over names and is no item's."""
    if not below or _level(below[0])[0] or item_heading(text) or (USUAL.search(text) and not list_heading(text)):
        return False
    first = below[0].split("\n")[0] if isinstance(below[0], str) else ""
    return isinstance(below[0], Table) or begins_with_name(first) or bool(names_in(first))


def _labelled(text: str, people: Block) -> Iterator[Block]:
    """The heading before the people of one paragraph, else over them."""
    label = f"{text.rstrip(' :')}:"
    if isinstance(people, str) and "\n" not in people and not people.startswith("- "):
        yield f"{label} {people}"
    else:
        yield from (label, people)
