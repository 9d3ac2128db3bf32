"""The items of a meeting with what was decided and what was promised under each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from leadnet.documents.decided.action_table import ActionTable, action_table, log_rows, unfolded
from leadnet.documents.decided.commitments import commitments
from leadnet.documents.decided.decisions import marked_decisions
from leadnet.documents.decided.due import Clock
from leadnet.documents.decided.markers import marker, opens_actions
from leadnet.documents.decided.owners import tells
from leadnet.documents.decided.said import plain_decisions
from leadnet.documents.model import Decision, Item, Line, Source
from leadnet.documents.outlines.flow import flows
from leadnet.documents.outlines.headings import item_heading, list_heading
from leadnet.documents.outlines.outline import Section
from leadnet.documents.words.vocabulary import TITLES

_LEADS_IN = re.compile(
    r"^(?:it was |was |were |the \w+ )?(?:agreed?|resolved?|noted?|decided?|approved?)?\s*(?:that |to )?"
)
_DECIDED = re.compile(
    r"\s*(?:\s/\s|\||\t)\s*"
    r"(?P<word>(?:agreed|approved|noted|accepted|confirmed)(?: as an? [\w ,]{0,30}record)?)\.?\s*$",
    re.I,
)
_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2}[A-Za-z]{0,4})[.)]\s+(?P<text>\S.*)")
_CLOSED = re.compile(r"[-–—(\[]\s*(?:completed?|closed|discharged)\b[)\].\s]*$", re.I)  # an earlier action's end
_EARLIER = re.compile(r"\b(?:arising|(?:last|previous) meeting|outstanding|action (?:log|list|tracker))\b", re.I)
_TOLD = re.compile(  # "Action 3: Ann Lee explained that ...", what came of an earlier action
    rf"^(?:{TITLES}\s+)?(?!(?:This|These|That|It|There)\b)(?:[A-Z][\w’'-]*\s+){{1,3}}(?:explained|reported|advised|"
    r"confirmed|updated|informed)\b(?!.*\b(?:would|will|should)\b)"
)
# on a council's page, which says RESOLVED of what it decides, a formula
_CONFIRMED = re.compile(
    r"(?:the\s+|draft\s+)*(?:minutes|notes|record)\b(?:(?!\b(?:agreed|approved|resolved)\b).)*\bconfirmed\b"
    r"(?:(?!\b(?:agreed|approved|resolved)\b).)*",
    re.I | re.S,
)
_THAT = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s*)?That\s")
_NOTICE = 2  # items that hold nothing but decisions
_SAME = 5  # words from which a decision held in another is the same, printed twice


@dataclass(frozen=True)
class Items:
    """The items, and the lines that print decision blocks."""

    items: tuple[Item, ...]
    decision_lines: frozenset[int]


def read_items(sections: Sequence[Section], clock: Clock) -> Items:
    """Every item of an outline; one without number, title and decisions is left out."""
    found, lines = [], set()
    for section in _parted(_decided(sections)):
        item, table, block = _item(section, clock)
        lines |= block
        if any(table.numbers) and (not (item.number or item.title) or all("." in each for each in table.numbers)):
            found += _rows(item, table)
        elif item.number or item.title or item.decisions or item.commitments:
            found.append(item)
    return Items(tuple(found), frozenset(lines))


def _decided(sections: Sequence[Section]) -> list[Section]:
    """The sections of a notice of decisions, whose items hold nothing but "That ...", each with a mark over them."""
    firsts = [next((line for line in each.lines if line.text.strip()), None) for each in sections]
    held = [bool(line and _THAT.match(line.text)) for line in firsts]
    if sum(held) < _NOTICE or 2 * sum(held) < sum(line is not None for line in firsts):
        return list(sections)
    return [
        replace(each, lines=(replace(line, text="AGREED:"), *each.lines)) if line and opens else each
        for each, line, opens in zip(sections, firsts, held, strict=True)
    ]


def _parted(sections: Sequence[Section]) -> Iterator[Section]:
    """The sections, those of a block "Actions from the meeting" with their lines as actions, a section an item named.

    A title that ends in a cell of its own, "Notes of the last meeting / Agreed", leaves that to the lines below.
    """
    acting = False
    for section in sections:
        filled = [line for line in section.lines if line.text.strip() and line not in section.at]
        opens = opens_actions(section.title or section.at[0].text) and not log_rows(section.lines)
        acting = opens or (acting and not section.number and all(tells(line.text) for line in filled))
        if acting:
            yield from _acted(section, filled)
        elif cell := _DECIDED.search(section.title):
            below = replace(section.at[-1], text=cell["word"])
            lines = (below, replace(below, text=""), *section.lines)
            yield replace(section, title=section.title[: cell.start()], lines=lines)
        else:
            yield section


def _acted(section: Section, filled: Sequence[Line]) -> list[Section]:
    """Lines that tell somebody to do something as actions, a line above them that does not as the title of an item."""
    found = [replace(section, lines=())]
    for place, line in enumerate(filled):
        numbered = None if section.title else _NUMBERED.match(line.text)
        mark = marker(line.text)
        told = tells(numbered["text"] if numbered else line.text) or bool(mark and mark.kind == "action")
        if numbered and told:
            each = replace(line, text=f"Action: {numbered['text']}")
            found.append(Section(numbered["number"], "", (line,), (each,)))
        elif (
            not told
            and place + 1 < len(filled)
            and (tells(filled[place + 1].text) or marker(filled[place + 1].text))
            and not line.text.rstrip().endswith(".")
        ):
            heading = item_heading(line.text)
            number, title = (
                (heading.number, heading.title) if heading and not heading.plain else ("", line.text.strip(" #*_"))
            )
            found.append(Section(number, title, (line,)))
        else:
            each = replace(line, text=f"Action: {line.text.strip()}") if told and not mark else line
            found[-1] = replace(found[-1], lines=(*found[-1].lines, each))
    return found


def _rows(item: Item, table: ActionTable) -> list[Item]:
    """A numbered log under no item, or with numbers of minutes: each row an item of its own, without a title."""
    logged = set(table.decisions)
    rest = replace(item, decisions=tuple(each for each in item.decisions if each not in logged))
    rows = [Item(each.source, number, "", (each,)) for each, number in zip(table.decisions, table.numbers, strict=True)]
    return [*([rest] if rest.number or rest.decisions or rest.commitments else []), *rows]


def _item(section: Section, clock: Clock) -> tuple[Item, ActionTable, frozenset[int]]:
    table = action_table(section.lines, clock)
    left = [line for line in section.lines if line.number not in table.lines]
    left = left if list_heading(section.title) else unfolded(left)  # in a list a name behind a stroke is no owner
    marked = marked_decisions(list(left), clock)
    in_capitals = any(each.marked == "capitals" and each.kind != "action" for each in marked.decisions)
    decisions, promised = [*marked.decisions, *table.decisions], []
    for flow in flows(marked.prose):
        plain = plain_decisions(flow, in_capitals, clock)
        plain = {at: each for at, each in plain.items() if not (section.marked and _CONFIRMED.fullmatch(each.text))}
        decisions += plain.values()
        promised += commitments(flow, frozenset(plain), clock)
    over = _TOLD if _EARLIER.search(section.title) else _CLOSED
    decisions = [
        each for each in decisions if each.kind != "action" or not (_CLOSED.search(each.text) or over.search(each.text))
    ]
    decisions = sorted(_once(decisions), key=lambda decision: decision.source.first)
    item = Item(Source.of(section.at), section.number, section.title, tuple(decisions), tuple(promised))
    return item, table, marked.block | table.lines


def _once(decisions: Sequence[Decision]) -> list[Decision]:
    """A decision printed twice, in a block of its own and in the minutes, counts once; an action is another thing.

    "It was agreed to write. Action: JH" is the action alone: its words are those of what was agreed. "Jane Hill to
    write. Action: JH" is one action, of whom the mark names.
    """
    done = {(each.source.first, each.text) for each in decisions if each.kind == "action"}
    printed: set[tuple[str, int, str]] = set()
    kept: list[Decision] = []
    for decision in decisions:
        if decision.kind == "agreed" and (decision.source.first, decision.text) in done:
            continue
        if (decision.kind, decision.source.first, decision.text) in printed:
            continue
        same = (other for other in kept if (other.kind == "action") == (decision.kind == "action"))
        if not any(_says(decision, other) or _says(other, decision) for other in same):
            kept.append(decision)
            printed.add((decision.kind, decision.source.first, decision.text))
    return kept


def _says(one: Decision, other: Decision) -> bool:
    """Whether one holds the words of the other, and enough of them, or both are the same words for one owner."""
    words, held = _words(one.text), _words(other.text)
    if (words == held or one.kind == "action") and one.owners != other.owners:
        return False
    return words == held or f" {held} " in f" {words} " and len(held.split()) >= _SAME


@lru_cache(maxsize=1024)  # each decision of an item is held against all others
def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", _LEADS_IN.sub("", text.lower())))
