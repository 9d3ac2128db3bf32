"""The words that mark a decision or an action, wherever a house style puts them, and what belongs to the mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.decided.owners import people_of
from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import BULLET

_KINDS = {
    "action": "action",
    "agree": "agreed",
    "approv": "agreed",
    "decision": "agreed",
    "decided": "agreed",
    "resol": "resolved",
    "note": "noted",
    "recommend": "recommended",
    "ap": "action",
}
_CAPITALS = re.compile(
    r"(?<![\w-])(?P<word>AGREED|RESOLVED|RESOLUTION|NOTED|RECOMMENDED|RECOMMENDATIONS?|ACTIONS?|DECISIONS?|DECIDED|"
    r"APPROVED)(?![\w-])"
)
_WORD = (
    r"(?P<word>decisions?\s?/\s?actions?|actions?\s?/\s?decisions?|"
    r"(?:(?:key|agreed|new|further) )?actions?(?: points?| required| agreed| items?)?(?: by| for| on)?|"
    r"ap(?= ?\d)|agreed(?: actions?)?|resolved|noted|(?:key )?decisions?(?: made| taken| of the \w+)?|"
    r"recommend(?:ed|ations?)|resolution|decided|"
    r"approved)"
)
# "3.4", a bullet or an open bracket may stand before the word; "It was", "What we" as well
_FRONT = (
    r"^\W{0,12}(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?(?:\s+|(?<=\d)(?=[A-Z])))?"
    r"\W{0,4}(?:it was (?:\w+ly )?|what (?:we|was) )?"
)
_NUMBER = r"(?:\s*(?:no\.?\s*)?[\[(]?(?:[A-Z]{1,5}[-/ ]?)?\d{1,4}(?:[./-]\d{1,4})*\b[\])]?)?"
_HOW = r"(?:\s*\(?(?:unanimously|nem\.? con\.?|by (?:a )?majority)\b[^):]{0,20}\)?)?"
_WHO = r"(?P<who>\s*[-–(\[]?\s*(?:by |for |by: )?[A-Z][\w/&, .'’-]{1,40}?[)\]]?)?"
_LABEL = re.compile(rf"{_FRONT}{_WORD}{_NUMBER}{_HOW}{_WHO}[*_\s]*(?:\s?/\s?-|:[-–—]?|[-–—](?=\s|$))[*_\s]*", re.I)
_ALONE = re.compile(rf"{_FRONT}{_WORD}{_NUMBER}{_HOW}[*_\s|]*$", re.I)
_FOR = re.compile(rf"{_FRONT}(?P<word>actions?)(?: points?)?{_NUMBER}\s+(?P<rest>\S.{{0,50}})$", re.I)
_THAT = re.compile(rf"{_FRONT}(?P<word>resolved|recommended)(?=[*_]*\s+(?:that|to)\b)", re.I)
# "The Board agreed that: (i) the plan be kept; (ii) ..."
_LISTED = re.compile(
    r"\W*(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s+)?(?:[^.;:]{0,80}\s)?(?P<word>agreed|resolved|decided|approved|recommended)"
    r"(?:\s+(?:that|to|as follows|the following))?\s*[:–-]?\s+(?=\(?(?:i|a|1)[.)]\s)",
    re.I,
)
_OPENING = re.compile(
    r"\b(?P<word>agreed|resolved|decided|approved|recommended)"
    r"(?:\s+(?:unanimously|that|to|as follows|the following(?: \w+)?))*\s*[:;–-]*\s*$",
    re.I,
)
_OPENED = re.compile(r"\W*(?:That|To)\s|A\s+[A-Z][a-z]")
_OPENED_SMALL = re.compile(r"\s*(?:that|to)\s")  # below a colon; behind none the sentence goes on
_SHOUTED_THAT = re.compile(r"\s*(?:THAT|TO)\b")

# Inside a line: an action in brackets, "... Action: JH" or "... and AGREED" begins a piece of its own
_PIECES = re.compile(
    r"(?<=\S)\s*(?=[\[(]\s*(?:ACTIONS?|Actions?)\b)|"
    r"(?<=\w)\s+(?=(?:Actions?|ACTIONS?)\s?[-–:]\s?[A-Z])|"
    r"(?<=[\w.])\s+[-–—]\s*(?=(?:Action|ACTION)s?\s+[A-Z][\w/&, ]{1,30}\.?$)|"
    r"(?<=[.;:!?)\]’'\"])\s+(?=\*{0,2}(?:Decisions?\s?/\s?)?(?:Actions?|ACTIONS?)(?:\s+points?)?(?:\s+\d{1,3})?\s*(?:[-–:]|\s[A-Z]))|"
    r"(?<=[\w)][.;])\s+(?=(?:It was )?(?:[Rr]esolved|[Rr]ecommended|Agreed|Decisions?|Recommendations?)\s?:\s+[A-Z])|"
    r"(?<=[a-z][.;])\s+(?=(?:IT WAS )?(?:RESOLVED|AGREED|RECOMMENDED|DECISION|NOTED)\b)|"
    r"(?<=[a-z]\.)\s+(?=(?:He|She|[A-Z]{2,3}|[A-Z][a-z]+ [A-Z][a-z]+)\s+(?:also\s+)?agreed\s+to\s+[a-z])|"
    r"(?<!\s)(?:,|;)?\s+(?=and\s+(?:AGREED|RESOLVED|NOTED|APPROVED|RECOMMENDED)\b)"
)
_WERE = re.compile(r"\w+\W+\w+\W.*\b(?:was|were)(?: \w+ly| duly)?$")
_BY = re.compile(r"^(?:by|for):?\s+")
_AND = re.compile(r"^and\s+")


_ACTIONS = re.compile(
    r"^\W*(?:(?:key|agreed|summary of|list of|new)\s+)*actions?(?: points?)?"
    r"(?:\s+(?:from|(?:agreed|decided|taken) at|arising from|of)\s+(?:the|this)\s+meeting|"
    r"\s+(?:list|summary|arising|agreed)|"
    r"(?<=summary of actions)|(?<=summary of key actions))"
    r"(?:\s*(?::\s*)?(?:\([^)]*\)|[\d./]+))?\W*$",
    re.I,
)


def opens_actions(text: str) -> bool:
    """Whether a line heads a block of this meeting's actions.

    >>> opens_actions("Actions from the meeting: (27.1.21)"), opens_actions("Actions from the last meeting")
    (True, False)
    """
    return bool(_ACTIONS.match(text))


@dataclass(frozen=True)
class Marker:
    """A mark: what kind it tells of, whether in capitals, where its text begins, and who stands in it."""

    kind: str
    capitals: bool
    start: int
    end: int
    who: tuple[str, ...] = ()
    many: bool = False


def marker(text: str) -> Marker | None:
    """The mark a line opens or holds: a word with a colon, alone, or in capitals in a line that is not all capitals.

    >>> marker("Action (JH): send the map").who, marker("It was RESOLVED that").kind, marker("They agreed to meet")
    (('JH',), 'resolved', None)
    """
    label = _LABEL.match(text)
    who = _BY.sub("", (label["who"] or "").strip(" -–()[]")) if label else ""
    if label and (not who or people_of(who)):
        return _marker(label, who)
    if (alone := _ALONE.match(text)) and not re.match(r"agreed|noted|approved", alone["word"]):
        return None if re.match(r"(?:Agreed|Noted|Approved)$", alone["word"]) else _marker(alone)
    if (named := _FOR.match(text)) and people_of(named["rest"].strip(" *.)]")):
        return replace(_marker(named, named["rest"].strip(" *.)]")), end=len(text))
    if that := _THAT.match(text) or _LISTED.match(text):
        return _marker(that)
    return _in_capitals(text)


def opening(text: str, below: str) -> Marker | None:
    """ "It was agreed that:" over a list marks the list."""
    small = text.rstrip().endswith((":", ":-", ":–")) and _OPENED_SMALL.match(below)
    match = _OPENING.search(text) if small or BULLET.match(below) or _OPENED.match(below) else None
    listed = BULLET.match(text) and not text.rstrip().endswith(":")  # "(i) Agreed": itself an entry of the list
    return replace(_marker(match), end=len(text)) if match and not listed else None


def _marker(match: re.Match[str], who: str = "") -> Marker:
    word = match["word"]
    kind = next(kind for stem, kind in _KINDS.items() if stem in word.lower())
    start = match.start("word")
    return Marker(
        kind, word.isupper(), start, match.end(), people_of(who), many=bool(re.search(r"[a-z]{4}s\b", word.lower()))
    )


def _in_capitals(text: str) -> Marker | None:
    match = _CAPITALS.search(text)
    if not match:
        return None
    before, after = text[: match.start()].strip(" *_#-•|"), text[match.end() :]
    if _WERE.search(before) and not re.match(r"\s*(?:[:;–-]|that\b|to\b|$)", after, re.I):
        return None  # "The notes were AGREED as a true record.": a sentence, whole
    titled = after.strip(" *_:.-–—|").isupper() and not re.match(r"\s*[:\-–—]", after)
    shouted = before.isupper() or (not re.search(r"[A-Za-z]", before) and titled and not _SHOUTED_THAT.match(after))
    return None if shouted and not re.fullmatch(r"IT WAS", before) else _marker(match)


def pieces(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, one that holds a mark behind other words cut in two; each piece keeps the number of its line."""
    for line in lines:
        cuts = [match.end() for match in _PIECES.finditer(line.text)]
        ends = [*cuts, len(line.text)]
        for start, end in zip([0, *cuts], ends, strict=True):
            text = _AND.sub("", line.text[start:end]) if start else line.text[start:end]
            stopped = (
                end < len(line.text) and line.text.rstrip().endswith((").", "].")) and text.rstrip()[-1:].isalnum()
            )
            yield replace(line, text=f"{text.rstrip()}." if stopped else text)
