"""Marked decisions of an item: blocks behind AGREED, RESOLVED, NOTED or ACTION, a record each limb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadnet.documents.decided.action_table import apart
from leadnet.documents.decided.asks import asks
from leadnet.documents.decided.due import Clock, due
from leadnet.documents.decided.markers import Marker, marker, opening, pieces
from leadnet.documents.decided.owners import doers, owners, owners_alone, some_named, tells, to_do, whom
from leadnet.documents.model import Decision, Line, Source
from leadnet.documents.outlines.flow import BULLET, Flow

_LEAD = re.compile(r"^[\s:;.,*_|\-–—]+")
_OPEN = re.compile(
    r"^(?:that|to|as follows|the following|the board|the group|the committee|members)?[\s:;,*_|\-–—]*$|:[-–—]?\s*$",
    re.IGNORECASE,
)
_THAT = re.compile(r"^\W*(?:That|To)\s|^[A-H]\s+(?=[A-Z][a-z])")  # "A Note the report" where a list was opened
_LETTER = re.compile(r"^(?P<limb>[A-H])\s+(?=[A-Z][a-z])")
_COUNTS = re.compile(r"(\d{1,2})[.)]")
_SHORT = 4  # words behind a mark that say too little by themselves
_INLINE = re.compile(
    r"(?:^|(?<=[;,.:]\s)|(?<=and\s))(?P<limb>\((?:[ivx]+|[a-z]|\d{1,2})\)|\d{1,2}[.)]|(?:[ivx]{1,4}|[a-h])\))\s+|"
    r"(?<=\s)(?P<counted>\((?:i{2,3}|i?v|vi{0,3}|[b-h]|[2-9])\))\s+"
)
_BY_WHEN = re.compile(r"\s+–\s[^–]{3,30}$")  # of a table's column for it
_VOTE = re.compile(r"(?:\([^()]{0,40}\)|unanimously|nem\.? con)?\.?", re.IGNORECASE)  # "Growth fund: AGREED (9 for)"
_FULL_STOP = re.compile(r"[.;!?][)\]\"'’”]*$")
_TAIL = re.compile(r"(?<!\s)\s*(?:;\s*)?(?:\band\s*)?(?:[*_|]+\s*)?$")
_NOTHING = re.compile(
    r"^\W*(?:none|nil|n/?a|not applicable|no (?:declarations?|apologies|actions?|decisions?|further actions?)\b.*|"
    r"there were no\b.*|apologies (?:for absence )?(?:were|was|had been|from)\b.*|tbc|see (?:above|below).*|"
    r"(?:now |all )*(?:complete[d]?|closed|ongoing|on-going|in progress|outstanding|carried forward|discharged))?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Limb:
    """One limb of a block: where it is printed, its own number, its words, who is named beside, if as an action."""

    lines: tuple[Line, ...]
    number: str
    text: str
    who: tuple[str, ...] = ()
    acts: bool = False


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
        limbs, end = _limbs(lines, at, mark)
        before = lines[at].text[: mark.start]
        same = [replace(lines[at], text=before)] if len(before.split()) > 3 else []
        said = [_with_sentence(limb, mark, [*prose, *same], found) for limb in limbs]
        if whole := _whole_sentence(lines[at].text, mark, said):
            said = [whole]
        made = [_decision(limb, mark, clock) for limb in said if not _NOTHING.match(limb.text)]
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


def _named_late(above: Decision, below: Decision) -> bool:
    """Whether an action only says who is to do the one above it: "Action: send the map" with "JH" in the next cell."""
    return above.kind == below.kind == "action" and above.text == below.text and not above.owners


def _mark(lines: Sequence[Line], at: int) -> Marker | None:
    below = _next_filled(lines, at + 1)
    return marker(lines[at].text) or (opening(lines[at].text, lines[below].text) if below is not None else None)


def _with_sentence(limb: Limb, mark: Marker, prose: Sequence[Line], found: Sequence[Decision]) -> Limb:
    """ "Action: JH" names only who: what is to be done is the sentence, or the decision, straight above it."""
    names = _BY_WHEN.sub("", limb.text)
    who = whom(names) or some_named(names)
    if limb.text and not (mark.kind == "action" and (who or owners_alone(names))):
        return limb
    who = who or mark.who
    above = next((line for line in reversed(prose) if line.text.strip()), None)
    if found and (above is None or found[-1].source.first > above.number):
        return replace(limb, text=found[-1].text, who=who)
    if above is None or not who:
        return limb
    flow = Flow.of(_paragraph_above(prose))
    spans = list(flow.sentences())
    said = next((at for at in reversed(spans) if _to_be_done(flow.text[slice(*at)])), spans[-1])
    lines = (*(line for line in flow.source_lines(*said) if line.number != limb.lines[0].number), *limb.lines)
    when = _BY_WHEN.search(limb.text)
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


def _limbs(lines: Sequence[Line], at: int, mark: Marker) -> tuple[list[Limb], int]:
    """The limbs of the block that begins on this line after its marker, and the place after the block."""
    line, rest = lines[at], _LEAD.sub("", lines[at].text[mark.end :]).strip(" *_|")
    (whole,), end = _paragraph(lines, at, rest)
    if (limbs := _on_line(whole.lines, whole.text if _INLINE.search(rest) else rest, mark)) is not None:
        return limbs, end if _INLINE.search(rest) else at + 1
    below = _next_filled(lines, at + 1)
    alone = below is None or line.text.rstrip(" *_").endswith(".") or (mark.kind == "noted" and below > at + 1)
    colon = line.text.rstrip(" *_").endswith(":")
    if _VOTE.fullmatch(rest) and (alone or rest.strip(".")) and mark.kind != "action" and not colon:
        return [Limb((line,), "", line.text.strip(" *_|."))], at + 1
    listed = below is not None and _opens_limb(lines[below].text)
    goes_on = below == at + 1 and not rest.endswith(".") and not BULLET.match(line.text) and not to_do(rest)
    if listed and (_OPEN.search(rest) or goes_on):
        return _listed(lines, below)
    if _OPEN.fullmatch(rest) and below is not None and not marker(lines[below].text):
        inside = _next_filled(lines, below + 1)
        led_in = inside is not None and lines[below].text.rstrip().endswith(":")
        if led_in and _opens_limb(lines[inside].text):
            return _listed(lines, inside)
        if led_in and not marker(lines[inside].text):  # "Decision:", "That the Board agreed that:", and then what
            return _paragraph(lines, inside, lines[inside].text.strip())
        if mark.many:
            return _each_line(lines, below)
        return _paragraph(lines, below, lines[below].text.strip())
    return _paragraph(lines, at, rest) if rest else ([], at + 1)


def _on_line(lines: tuple[Line, ...], rest: str, mark: Marker) -> list[Limb] | None:
    """The limbs of a block that begins on its line: "(a) ... (b) ...", tasks apart by semicolons, names alone."""
    bare = re.sub(r"^(?:that|to)\s*[:,–-]?\s*(?=\()", "", rest, flags=re.I)
    inline = list(_INLINE.finditer(bare))
    if inline and inline[0].start() == 0 and len(inline) > 1:
        return _cut_inline(lines, bare, inline)
    tasks = re.split(r";\s+(?=[A-Z])", rest)
    if mark.kind == "action" and len(tasks) > 1 and all(to_do(task, marked=True) for task in tasks):
        return [Limb(lines[:1], "", task) for task in tasks]
    if not rest and mark.who and not lines[0].text.rstrip(" *_").endswith(":"):
        return [Limb(lines[:1], "", "")]
    return None


def _opens_limb(text: str) -> bool:
    return bool(BULLET.match(text) or _THAT.match(text)) and not marker(text)


def _next_filled(lines: Sequence[Line], at: int) -> int | None:
    return next((place for place in range(at, len(lines)) if lines[place].text.strip()), None)


def _cut_inline(lines: tuple[Line, ...], rest: str, marks: Sequence[re.Match[str]]) -> list[Limb]:
    ends = [*(mark.start() for mark in marks[1:]), len(rest)]
    return [
        Limb(lines, mark["limb"] or mark["counted"], rest[mark.end() : end].strip())
        for mark, end in zip(marks, ends, strict=True)
    ]


def _paragraph(lines: Sequence[Line], at: int, text: str) -> tuple[list[Limb], int]:
    """One limb that runs to the next full stop at a line's end, blank line, list or marker."""
    end = at + 1
    while end < len(lines) and not _closed(text) and _runs_on(lines[end].text):
        text = f"{text} {lines[end].text.strip()}"
        end += 1
    return [Limb(tuple(lines[at:end]), "", text)], end


def _closed(text: str) -> bool:
    return bool(_FULL_STOP.search(text)) or owners_alone(text)


def _runs_on(text: str) -> bool:
    return bool(text.strip()) and not _opens_limb(text) and not marker(text)


def _each_line(lines: Sequence[Line], at: int) -> tuple[list[Limb], int]:
    """Behind "Actions:" without bullets: a limb a line while the lines tell somebody to do something."""
    limbs: list[Limb] = []
    place: int | None = at
    end = at
    while place is not None and not marker(lines[place].text) and (not limbs or tells(lines[place].text)):
        end = place + 1
        text = lines[place].text.strip()
        while end < len(lines) and lines[end].text[:1].islower():
            text, end = f"{text} {lines[end].text.strip()}", end + 1
        limbs.append(Limb(tuple(lines[place:end]), "", text))
        place = _next_filled(lines, end)
    return limbs, end


def _listed(lines: Sequence[Line], at: int) -> tuple[list[Limb], int]:
    """The limbs of a list: until a line that neither opens a limb nor goes on with one."""
    limbs: list[Limb] = []
    place: int | None = at
    end = at
    while place is not None and _opens_limb(lines[place].text) and not (limbs and _new_list(lines[place].text, limbs)):
        match = BULLET.match(lines[place].text) or _LETTER.match(lines[place].text)
        words = lines[place].text[match.end() :].lstrip(" /|") if match else lines[place].text
        (limb,), end = _paragraph(lines, place, words.strip())
        limbs.append(replace(limb, number=(match["limb"] or "") if match else ""))
        place = _next_filled(lines, end)
        if limb.text.endswith("that:") and place is not None and _runs_on(lines[place].text):
            (limbs[-1],), end = _paragraph(lines, place, lines[place].text.strip())
            place = _next_filled(lines, end)
        if place is not None and (who := _who_acts(lines[place], limb)):
            limbs[-1], end = replace(limbs[-1], who=who, acts=True), place + 1
            place = _next_filled(lines, end)
        while limb.text.endswith(":") and place is not None and _below(lines[place].text, limbs):
            end = place + 1
            place = _next_filled(lines, end)
    return limbs, end


def _who_acts(line: Line, limb: Limb) -> tuple[str, ...]:
    """Who is named in "(Action: JH)" behind a limb, on its own line."""
    mark = marker(line.text) if line.number == limb.lines[-1].number else None
    rest = line.text[mark.end :] if mark and mark.kind == "action" else ""
    return (whom(rest) or mark.who) if mark and mark.kind == "action" else ()


def _below(text: str, limbs: Sequence[Limb]) -> bool:
    """A plain bullet below a numbered limb that ends in a colon is part of it."""
    match = BULLET.match(text)
    return bool(match and not match["limb"] and limbs[-1].number)


def _new_list(text: str, limbs: Sequence[Limb]) -> bool:
    """A plain bullet after numbered limbs begins something else, and so does a number that does not count on."""
    match = BULLET.match(text) or _LETTER.match(text)
    limb = match["limb"] if match else ""
    if _COUNTS.fullmatch(limb or ""):
        last = _COUNTS.fullmatch(limbs[-1].number)
        return int(limb.rstrip(".)")) != (int(last[1]) + 1 if last else -1)
    return bool(limbs[0].number) and not limb


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
