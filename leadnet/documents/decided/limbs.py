"""The limbs of a marked block: of a list below its mark, of "(a) ... (b) ..." on one line, of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadnet.documents.decided.markers import Marker, marker
from leadnet.documents.decided.owners import owners_alone, tells, to_do, whom
from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import BULLET

_LEAD = re.compile(r"^[\s:;.,*_|\-–—]+")
_OPEN = re.compile(
    r"^(?:that|to|as follows|the following|the board|the group|the committee|members)?[\s:;,*_|\-–—]*$|:[-–—]?\s*$",
    re.IGNORECASE,
)
_THAT = re.compile(r"^\W*(?:That|To)\s|^[A-H]\s+(?=[A-Z][a-z])")  # "A Note the report" where a list was opened
_LETTER = re.compile(r"^(?P<limb>[A-H])\s+(?=[A-Z][a-z])")
_COUNTS = re.compile(r"(\d{1,2})[.)]")
_SKIPPED = 3  # on from one limb to the next, where those between were decided apart
_INLINE = re.compile(
    r"(?:^|(?<=[;,.:]\s)|(?<=and\s))(?P<limb>\((?:[ivx]+|[a-z]|\d{1,2})\)|\d{1,2}[.)]|(?:[ivx]{1,4}|[a-h])\))\s+|"
    r"(?<=\s)(?P<counted>\((?:i{2,3}|i?v|vi{0,3}|[b-h]|[2-9])\))\s+"
)
_TO_LIMB = re.compile(r"^(?:that|to)\s*[:,–-]?\s*(?=\()", re.IGNORECASE)  # before the first limb, "to (1) keep it"
_VOTE = re.compile(r"(?:\([^()]{0,40}\)|unanimously|nem\.? con)?\.?", re.IGNORECASE)  # "Growth fund: AGREED (9 for)"
_LAST = re.compile(
    r"\W*(?:(?:the )?dates?\b.{0,20}\bnext meeting|next meeting\b|(?:the )?meeting (?:closed|ended)\b)", re.IGNORECASE
)
_FULL_STOP = re.compile(r"[.;!?][)\]\"'’”]*$")


@dataclass(frozen=True)
class Limb:
    """One limb of a block: where it is printed, its own number, its words, who is named beside, if as an action."""

    lines: tuple[Line, ...]
    number: str
    text: str
    who: tuple[str, ...] = ()
    acts: bool = False


def limbs_of(lines: Sequence[Line], at: int, mark: Marker) -> tuple[list[Limb], int]:
    """The limbs of the block that begins on this line behind its mark, and the place after the block.

    >>> rows = [Line(1, None, "RESOLVED to (1) keep the plan;"), Line(2, None, "(2) send it out.")]
    >>> [(limb.number, limb.text) for limb in limbs_of(rows, 0, marker(rows[0].text))[0]]
    [('(1)', 'keep the plan;'), ('(2)', 'send it out.')]
    """
    line, rest = lines[at], _LEAD.sub("", lines[at].text[mark.end :]).strip(" *_|")
    (whole,), end = _paragraph(lines, at, rest)
    if (limbs := _on_line(whole.lines, whole.text if _INLINE.search(rest) else rest, mark)) is not None:
        return limbs, end if _INLINE.search(rest) else at + 1
    below = next_filled(lines, at + 1)
    alone = below is None or line.text.rstrip(" *_").endswith(".") or (mark.kind == "noted" and below > at + 1)
    if over := _over_list(whole, lines, end):
        return over
    colon = line.text.rstrip(" *_").endswith(":")
    if _VOTE.fullmatch(rest) and (alone or rest.strip(".")) and mark.kind != "action" and not colon:
        return [Limb((line,), "", line.text.strip(" *_|."))], at + 1
    listed = below is not None and _opens_limb(lines[below].text)
    goes_on = below == at + 1 and not rest.endswith(".") and not BULLET.match(line.text) and not to_do(rest)
    if listed and (_OPEN.search(rest) or goes_on):
        limbs, end = _listed(lines, below)
        alone = limbs[0] if len(limbs) == 1 and not limbs[0].number else None
        return (alone and _on_line(alone.lines, alone.text, mark)) or limbs, end
    if _OPEN.fullmatch(rest) and below is not None and not marker(lines[below].text):
        return _below_mark(lines, below, mark)
    return _paragraph(lines, at, rest) if rest else ([], at + 1)


def _below_mark(lines: Sequence[Line], below: int, mark: Marker) -> tuple[list[Limb], int]:
    """The limbs below a mark that stands alone and over no list: behind a line that leads in, a line each, or one."""
    inside = next_filled(lines, below + 1)
    led_in = inside is not None and lines[below].text.rstrip().endswith(":")
    if led_in and _opens_limb(lines[inside].text):
        return _listed(lines, inside)
    if led_in and not marker(lines[inside].text):  # "Decision:", "That the Board agreed that:", and then what
        return _paragraph(lines, inside, lines[inside].text.strip())
    if mark.many:
        return _each_line(lines, below)
    (whole,), end = _paragraph(lines, below, lines[below].text.strip())
    counted = _on_line(whole.lines, whole.text, mark) if whole.text[:4].lower() == "that" else None
    return _over_list(whole, lines, end) or (counted or [whole], end)


def _over_list(whole: Limb, lines: Sequence[Line], end: int) -> tuple[list[Limb], int] | None:
    """The limbs of a list whose first stands behind words, "RESOLVED to (1) keep the plan;", over the others."""
    first = _INLINE.match(_TO_LIMB.sub("", whole.text))
    below = next_filled(lines, end) if first else None
    under = BULLET.match(lines[below].text) if below is not None else None
    if not (first and under and under["limb"] and _opens_limb(lines[below].text)):
        return None
    limb = replace(whole, number=first["limb"] or first["counted"], text=first.string[first.end() :])
    if _new_list(lines[below].text, [limb]):
        return None
    more, end = _listed(lines, below)
    return [limb, *more], end


def _on_line(lines: tuple[Line, ...], rest: str, mark: Marker) -> list[Limb] | None:
    """The limbs of a block that begins on its line: "(a) ... (b) ...", tasks apart by semicolons, names alone."""
    bare = _TO_LIMB.sub("", rest)
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


def next_filled(lines: Sequence[Line], at: int) -> int | None:
    """The place of the first line with words, from `at` on; None at the end of the paper."""
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
    return bool(text.strip()) and not (_opens_limb(text) or marker(text) or _LAST.match(text))


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
        place = next_filled(lines, end)
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
        place = next_filled(lines, end)
        if limb.text.endswith("that:") and place is not None and _runs_on(lines[place].text):
            (limbs[-1],), end = _paragraph(lines, place, lines[place].text.strip())
            place = next_filled(lines, end)
        if place is not None and (who := _who_acts(lines[place], limb)):
            limbs[-1], end = replace(limbs[-1], who=who, acts=True), place + 1
            place = next_filled(lines, end)
        while limb.text.endswith(":") and place is not None and _below(lines[place].text, limbs):
            end = place + 1
            place = next_filled(lines, end)
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
        steps = int(limb.rstrip(".)")) - int(last[1]) if last else 0
        return not (steps == 1 or 1 < steps <= _SKIPPED and _THAT.match(text[match.end() :]))
    if limb and not limbs[0].number and limbs[0].text.endswith("."):  # "(b) Roads", the next after "(a)" above the mark
        return limb.strip("().").lower() not in ("a", "i", "1")
    return bool(limbs[0].number) and not limb
