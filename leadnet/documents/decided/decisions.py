"""Marked decisions of an item: blocks behind AGREED, RESOLVED, NOTED or ACTION, a record each limb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadnet.documents.decided.action_table import apart
from leadnet.documents.decided.asks import asks, nothing
from leadnet.documents.decided.due import Clock, due
from leadnet.documents.decided.limbs import Limb, limbs_of, next_filled
from leadnet.documents.decided.markers import Marker, marker, opening, pieces
from leadnet.documents.decided.owners import doers, owners, owners_alone, some_named, to_do, whom
from leadnet.documents.model import Decision, Line, Source
from leadnet.documents.outlines.flow import BULLET, Flow

_SHORT = 4  # words behind a mark that say too little by themselves
_BY_WHEN = re.compile(r"\s+–\s[^–]{3,30}$")  # of a table's column for it
_TAIL = re.compile(r"(?<!\s)\s*(?:;\s*)?(?:\band\s*)?(?:[*_|]+\s*)?$")


@dataclass(frozen=True)
class Marked:
    """The marked decisions of an item and the lines that remain, as prose."""

    decisions: tuple[Decision, ...]
    block: frozenset[int]
    prose: tuple[Line, ...]


def marked_decisions(lines: Sequence[Line], clock: Clock) -> Marked:
    """Every marked block of an item's lines, and what is left of them."""
    lines = list(pieces(lines))
    found: list[Decision] = []
    block: set[int] = set()
    prose: list[Line] = []
    at = 0
    while at < len(lines):
        mark = _mark(lines, at)
        if not mark:
            prose.append(lines[at])
            at += 1
            continue
        limbs, end = limbs_of(lines, at, mark)
        before = lines[at].text[: mark.start]
        same = [replace(lines[at], text=before)] if len(before.split()) > 3 else []
        said = [_with_sentence(limb, mark, [*prose, *same], found) for limb in limbs]
        whole = _whole_sentence(lines[at].text, mark, said)
        told = (limb for limb in ([whole] if whole else said) if not _says_nothing(limb, mark))
        made = [_decision(limb, mark, clock) for limb in told]
        if made and found and _named_late(found[-1], made[0]):
            found.pop()
        found += made
        block |= {line.number for line in lines[at:end] if line.text.strip()}
        prose.append(replace(lines[at], text=before if len(before.split()) > 6 else ""))
        at = end
    return Marked(tuple(found), frozenset(block), tuple(prose))


def _whole_sentence(text: str, mark: Marker, limbs: Sequence[Limb]) -> Limb | None:
    """The sentence round a mark in capitals, where next to nothing stands behind it: "The Board NOTED the report." """
    before = text[: mark.start].strip(" *_")
    short = len(limbs) == 1 and 0 < len(limbs[0].text.split()) < _SHORT and len(limbs[0].lines) == 1
    subject = re.fullmatch(r"(?:[^.]*\.\s+)?(?P<who>(?:The|Members|Partners|[A-Z]\w+)(?: [\w’'-]+){0,3})", before)
    if not (mark.capitals and mark.kind != "action" and short and subject) or before.endswith((" was", " were")):
        return None
    return replace(limbs[0], text=text[subject.start("who") :].replace("*", "").strip())


def _says_nothing(limb: Limb, mark: Marker) -> bool:
    return nothing(limb.text, bool(limb.number) and mark.kind != "action")


def _named_late(above: Decision, below: Decision) -> bool:
    """Whether an action only says who is to do the one above it: "Action: send the map" with "JH" in the next cell."""
    same = below.text.startswith(above.text)
    return above.kind == below.kind == "action" and same and not above.owners


def _mark(lines: Sequence[Line], at: int) -> Marker | None:
    below = next_filled(lines, at + 1)
    return marker(lines[at].text) or (opening(lines[at].text, lines[below].text) if below is not None else None)


def _with_sentence(limb: Limb, mark: Marker, prose: Sequence[Line], found: Sequence[Decision]) -> Limb:
    """ "Action: JH" names only who: what is to be done is the sentence, or the decision, straight above it."""
    names = _BY_WHEN.sub("", limb.text)
    who = whom(names) or some_named(names)
    if limb.text and not (mark.kind == "action" and (who or owners_alone(names))):
        return limb
    who, when = who or mark.who, _BY_WHEN.search(limb.text)
    above = next((line for line in reversed(prose) if line.text.strip()), None)
    if found and (above is None or found[-1].source.first > above.number):
        return replace(limb, text=found[-1].text + (when[0] if when else ""), who=who)
    if above is None or not who:
        return limb
    flow = Flow.of(_paragraph_above(prose))
    spans = list(flow.sentences())
    spans = [at for at in spans if not owners_alone(flow.text[slice(*at)])] or spans
    said = next((at for at in reversed(spans) if _to_be_done(flow.text[slice(*at)])), spans[-1])
    lines = (*(line for line in flow.source_lines(*said) if line.number != limb.lines[0].number), *limb.lines)
    return Limb(lines, limb.number, flow.text[slice(*said)] + (when[0] if when else ""), who)


def _paragraph_above(prose: Sequence[Line]) -> list[Line]:
    """The last filled lines, up to a gap or a bullet."""
    first = last = next(place for place in reversed(range(len(prose))) if prose[place].text.strip())
    while first and prose[first - 1].text.strip() and not BULLET.match(prose[first].text):
        first -= 1
    return list(prose[first : last + 1])


def _to_be_done(text: str) -> bool:
    said = re.search(r"\b(?:to be|needs? to|needed to|agreed to|recommended that|suggested that)\b", text)
    return bool(to_do(text) or asks(text) or said)


def _decision(limb: Limb, mark: Marker, clock: Clock) -> Decision:
    """A limb as a record; an action always asks, and what asks for nothing is due only "by" a day."""
    text, beside = apart(_TAIL.sub("", limb.text).strip())
    text = text.rstrip(")] ") if text.count("(") + text.count("[") < text.count(")") + text.count("]") else text
    kind = "action" if limb.acts else mark.kind
    wants = kind == "action" or asks(text)
    when = due(text, clock)
    who = beside or limb.who or mark.who or (owners(text) if kind == "action" else doers(text))
    return Decision(
        Source.of(limb.lines),
        kind,
        "capitals" if mark.capitals else "plain",
        text,
        limb=limb.number,
        owners=who,
        due=when if when and (wants or when.printed.lower().startswith("by ")) else None,
        asks=wants,
    )
