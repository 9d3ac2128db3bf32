"""Decisions of an item: blocks marked AGREED, RESOLVED, NOTED or ACTION, a record each limb; and in plain prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadnet.documents.asks import asked as who_is_asked
from leadnet.documents.asks import asks, owners, owners_alone
from leadnet.documents.due import Clock, due
from leadnet.documents.flow import BULLET, Flow
from leadnet.documents.model import Decision, Line, Source
from leadnet.documents.names import WORD
from leadnet.documents.vocabulary import BODY_WORD

_KINDS = {
    "agree": "agreed",
    "approv": "agreed",
    "decision": "agreed",
    "decided": "agreed",
    "resol": "resolved",
    "note": "noted",
    "action": "action",
    "recommend": "recommended",
}
_CAPITALS = re.compile(
    r"(?<![\w-])(?P<word>AGREED|RESOLVED|RESOLUTION|NOTED|RECOMMENDED|RECOMMENDATIONS?|ACTIONS?|DECISIONS?|DECIDED|APPROVED)(?![\w-])"
)
_LABEL = re.compile(
    r"^\W*(?:it was )?(?P<word>agreed|resolved|noted|actions?(?: points?| required| agreed)?|decisions?|"
    r"recommend(?:ed|ations?)|resolution)"
    r"(?P<who>(?:\s+(?:by|for|-|–)?\s*[A-Z][\w/&, .]{1,30})?)\s*(?::[-–—]?|[-–—](?=\s))\s*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^[\s:;.,*_\-–—]+")
_OPEN = re.compile(
    r"^(?:that|to|as follows|the following|the board|the group|the committee|members)?[\s:;,*_\-–—]*$|:[-–—]?\s*$",
    re.IGNORECASE,
)
_THAT = re.compile(r"^\s*(?:That|To)\s")
_INLINE = re.compile(r"(?:^|(?<=[;,.:]\s)|(?<=and\s))(?P<limb>\((?:[ivx]+|[a-z]|\d{1,2})\)|\d{1,2}\.)\s+")
_FULL_STOP = re.compile(r"[.;!?][)\"'’”]*$")
_TAIL = re.compile(r"\s*;?\s*(?:\band)?\s*$")

_BODY = rf"(?:The\s+)?(?:\w+\s+){{0,2}}(?:{BODY_WORD}|Members|Partners|Trustees|Officers present|All)"
_IMPERSONAL = re.compile(r"\bit was\s+(?:\w+\s+)?(?:agreed|resolved|decided|approved)\b", re.IGNORECASE)
_PLAIN = (
    ("agreed", re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+|then\s+|also\s+|all\s+)?(?:agreed|approved)\b"
                          r"(?! (?:at|in|by|last|with) (?:the|its|a|last)\b)", re.I)),
    ("agreed", re.compile(rf"^{_BODY}\s+(?:\w+ly\s+|then\s+|also\s+)?(?:agreed|approved|resolved|decided)\b")),
    ("agreed", re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:re-?)?(?:elected|"
                          r"appointed)\s+(?:as\s+)?(?:the\s+)?(?:joint\s+)?(?:vice|deputy)?[- ]?chair", re.I)),
    ("noted", re.compile(r"\b(?:reports?|logs?|updates?|presentations?|paper|position|contents|"
                         r"register)\b[^.]{0,80}\b(?:was|were)\s+(?:\w+ly\s+)?noted\b|"
                         rf"^{_BODY}\s+(?:\w+ly\s+)?noted\s+the\s+(?:\w+\s+){{0,3}}(?:report|log|update|"
                         rf"presentation|paper|position|contents)\b", re.I)),
)  # fmt: skip
_UNDERTOOK = re.compile(
    rf"(?P<who>(?:{WORD}(?:\s+{WORD}){{1,3}}|Officers|[A-Z]{{2,4}}))\s+(?:also\s+|has\s+|had\s+)?agreed\s+to\s+(?P<do>[a-z]\w+)"
)
_NOT_NOW = re.compile(
    r"\b(?:had\s+(?:\w+\s+)?been|as|previously|already|once)\s+(?:\w+ly\s+)?(?:agreed|approved|resolved)|\bnot\s+agreed\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Limb:
    """One limb of a block: where it is printed, its own number, its words."""

    lines: tuple[Line, ...]
    number: str
    text: str


@dataclass(frozen=True)
class Marked:
    """The marked decisions of an item and the lines that remain, as prose."""

    decisions: tuple[Decision, ...]
    block: frozenset[int]
    prose: tuple[Line, ...]


def marked_decisions(lines: Sequence[Line], clock: Clock) -> Marked:
    """Every marked block of an item's lines, and what is left of them."""
    found: list[Decision] = []
    block: set[int] = set()
    prose: list[Line] = []
    at = 0
    while at < len(lines):
        marker = _marker(lines[at].text)
        if not marker:
            prose.append(lines[at])
            at += 1
            continue
        limbs, end = _limbs(lines, at, marker.end())
        limbs = [_with_sentence(limb, lines, at) for limb in limbs]
        found += [_decision(limb, marker, clock) for limb in limbs]
        block |= {line.number for line in lines[at:end] if line.text.strip()}
        before = lines[at].text[: marker.start()]
        prose.append(replace(lines[at], text=before if len(before.split()) > 6 else ""))
        at = end
    return Marked(tuple(found), frozenset(block), tuple(prose))


def _with_sentence(limb: Limb, lines: Sequence[Line], at: int) -> Limb:
    """ "Action: JH" names only who; what is to be done is the sentence straight above it."""
    above = lines[at - 1] if at else None
    if not owners_alone(limb.text) or above is None or not above.text.strip() or _marker(above.text):
        return limb
    flow = Flow.of([above])
    start, end = list(flow.sentences())[-1]
    return replace(limb, lines=(above, *limb.lines), text=flow.text[start:end])


def _marker(text: str) -> re.Match[str] | None:
    """The word that marks a block: in capitals in a line that is not all capitals, or in front with a colon."""
    if label := _LABEL.match(text):
        return label
    match = _CAPITALS.search(text)
    if not match:
        return None
    before, after = text[: match.start()].strip(" *_#-•"), text[match.end() :]
    shouted = (
        before
        and before.isupper()
        or (not before and after.strip(" *_:.-–—").isupper() and not re.match(r"\s*[:\-–—]", after))
    )
    return None if shouted else match


def _limbs(lines: Sequence[Line], at: int, offset: int) -> tuple[list[Limb], int]:
    """The limbs of the block that begins on this line after its marker, and the place after the block."""
    line, rest = lines[at], _LEAD.sub("", lines[at].text[offset:]).strip(" *_|")
    bare = re.sub(r"^(?:that|to)\s*[:,–-]?\s*(?=\()", "", rest, flags=re.I)
    inline = list(_INLINE.finditer(bare))
    if inline and inline[0].start() == 0 and len(inline) > 1:
        return _cut_inline(line, bare, inline), at + 1
    below = _next_filled(lines, at + 1)
    listed = below is not None and _opens_limb(lines[below].text)
    if listed and (_OPEN.search(rest) or (below == at + 1 and not rest.endswith("."))):
        return _listed(lines, below)
    if _OPEN.fullmatch(rest) and below is not None and not _marker(lines[below].text):
        return _paragraph(lines, below, lines[below].text.strip())
    return _paragraph(lines, at, rest) if rest else ([], at + 1)


def _opens_limb(text: str) -> bool:
    return bool(BULLET.match(text) or _THAT.match(text)) and not _marker(text)


def _next_filled(lines: Sequence[Line], at: int) -> int | None:
    return next((place for place in range(at, len(lines)) if lines[place].text.strip()), None)


def _cut_inline(line: Line, rest: str, marks: Sequence[re.Match[str]]) -> list[Limb]:
    ends = [*(mark.start() for mark in marks[1:]), len(rest)]
    return [Limb((line,), mark["limb"], rest[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)]


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
    return bool(text.strip()) and not _opens_limb(text) and not _marker(text)


def _listed(lines: Sequence[Line], at: int) -> tuple[list[Limb], int]:
    """The limbs of a list: until a line that neither opens a limb nor goes on with one."""
    limbs: list[Limb] = []
    place: int | None = at
    end = at
    while place is not None and _opens_limb(lines[place].text) and not (limbs and _new_list(lines[place].text, limbs)):
        match = BULLET.match(lines[place].text)
        words = lines[place].text[match.end() :] if match else lines[place].text
        (limb,), end = _paragraph(lines, place, words.strip())
        limbs.append(replace(limb, number=(match["limb"] or "") if match else ""))
        place = _next_filled(lines, end)
    return limbs, end


def _new_list(text: str, limbs: Sequence[Limb]) -> bool:
    """A plain bullet after numbered limbs begins something else."""
    match = BULLET.match(text)
    return bool(limbs[0].number) and not (match and match["limb"])


def _decision(limb: Limb, marker: re.Match[str], clock: Clock) -> Decision:
    """A limb as a record; an action always asks, and what asks for nothing is due only "by" a day."""
    word = marker["word"]
    kind = next(kind for stem, kind in _KINDS.items() if stem in word.lower())
    text = _TAIL.sub("", limb.text).strip()
    wants = kind == "action" or asks(text)
    when = due(text, clock)
    named = (marker.groupdict().get("who") or "").strip(" -–")
    return Decision(
        Source.of(limb.lines),
        kind,
        "capitals" if word.isupper() else "plain",
        text,
        limb=limb.number,
        owners=(owners(named) or owners(text)) if kind == "action" else who_is_asked(text),
        due=when if when and (wants or when.printed.lower().startswith("by ")) else None,
        asks=wants,
    )


def plain_decisions(flow: Flow, has_marked: bool, clock: Clock) -> dict[int, Decision]:
    """Decisions in running text, each under the start of its sentence.

    An item that marks its decision says there what was decided: in its prose only "it was agreed" counts besides.
    """
    found: dict[int, Decision] = {}
    for start, end in flow.sentences():
        text = flow.text[start:end]
        kind = _plain_kind(text, has_marked)
        if kind:
            wants = kind == "action" or asks(text)
            who = _UNDERTOOK.search(text)
            named = (who["who"],) if kind == "action" and who else who_is_asked(text)
            when = due(text, clock) if wants else None
            found[start] = Decision(flow.source(start, end), kind, "plain", text, owners=named, due=when, asks=wants)
    return found


def _plain_kind(text: str, has_marked: bool) -> str:
    if _NOT_NOW.search(text):
        return ""
    if _UNDERTOOK.search(text) and not re.match(_BODY, text):
        return "action"
    if has_marked:
        return "agreed" if _IMPERSONAL.search(text) else ""
    return next((kind for kind, form in _PLAIN if form.search(text)), "agreed" if _IMPERSONAL.search(text) else "")
