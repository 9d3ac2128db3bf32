"""Hard-wrapped text: a right edge that lines reach because the next word had no room, and which lines go on below it.

A text pasted from a PDF viewer or an e-mail has every paragraph and long entry broken at one edge. A line is full when
the next line's first word would have gone over that edge; lines of lists, headings and verse seldom are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from leadnet.documents.lists.layouts.entry_lines import is_cut, opens_entry
from leadnet.documents.model import Line

_LEAST, _MOST = 40, 125  # letters between which such an edge stands
_WIDE, _RUN, _DEEP = 55, 3, 6  # letters of lines of which so many full ones in a row tell; so many are one paragraph
_SURE = 1.5  # times as many sentences that go on over a full line as over one with room
_FAR = 20  # lines above in which a bracket may have been opened
_TELLS = 3  # places at which an edge shows for sure, less those that speak against it
_SHORT = 40  # letters of a title
_BETTER = 2  # breaks the widths of letters have to explain more than their number does
_TABLE, _GAP = re.compile(r"[|\t]"), re.compile(r"\S\s{3,}\S")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_HANGS = re.compile(
    r"(?:[,;(&/–-]|(?-i:\b[A-Z]\.?)|\d(?:st|nd|rd|th)|\b(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|than|that|the|"
    r"their|to|was|were|will|with|would|Mrs?|Ms|Dr|Cllrs?|Councillors?|County|Borough|District|City|Town|Parish))$",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\s*(?:[-*•·–▪●#?✓\uf0b7_=]|o\s)")
_COUNTED = re.compile(
    rf"\s*(?:\(?(?:[ivxl]+|[a-z]|\d{{1,3}}(?:\.\d+)*)[.)](?:\s|[A-Z])|\d{{1,3}}\.\d{{1,2}}(?!\d|\s*[ap]\.?m)|"
    rf"\d{{1,3}}(?:[./]\d+)*\s+(?!{_MONTH})[A-Z])"
)
_LABEL = re.compile(
    r"\s*(?:[A-Z][\w’'/]*(?: [\w’'/]+){0,3}\s?(?::|\s/\s)|"
    r"(?:RESOLVED|AGREED|ACTION|DECISION|NOTED|RECOMMENDED|Action|Resolved|Agreed)\b)"
)
_TAIL = re.compile(  # the last word of a body, a place or a day
    r"\s*(?:(?:Councils?|Trust|Authority|Association|Partnership|Board|Committee|Forum|Group|Service|Commission|"
    r"Constabulary|Hospital|Care|Hall|Centre|Street|Road|Room|House|Hotel|Library)\b|(?:19|20)\d\d\b|/)(?!.*:$)"
)
_SENTENCE = re.compile(
    r"\s*(?:The|An?|This|These|It|There|All|Members|Following|In|As|At|On|He|She|They|We|No)\b"
)  # never so within a sentence
_BRACKET = re.compile(r"\s*\([A-Za-z][^)]")
_ENDED = re.compile(r"[.!?][)\"'’”]*$")
_NARROW, _BROAD = frozenset("ijlItfr.,;:'’‘|![]()- "), frozenset("mwMW@%&")


class _Width(dict[str, float]):
    """About how wide a letter is in a face whose letters are not all as wide; each is looked at once."""

    def __missing__(self, letter: str) -> float:
        plain = 1.3 if letter.isupper() else 1.0
        self[letter] = 0.55 if letter in _NARROW else 1.6 if letter in _BROAD else plain
        return self[letter]


_WIDTH = _Width()


def _widths(text: str) -> float:
    return sum(map(_WIDTH.__getitem__, text))


@dataclass(frozen=True)
class _Breaks:
    """The lines of a text, the places of those below a full line, how many full lines are in a row there.

    `shown` are the places where what stands above cannot have ended; `worth` is how well they tell of an edge; `exact`
    where the edge is a number of letters.
    """

    texts: Sequence[str]
    exact: bool
    full: frozenset[int]
    runs: dict[int, int]
    shown: tuple[int, ...]
    worth: float

    @classmethod
    def of(cls, texts: Sequence[str], ruler: Callable[[str], float], slack: float, rows: bool) -> _Breaks:
        """The breaks at the right edge of a text, of its `rows` with columns as well: none where no edge can stand."""
        plain = [bool(text.strip()) and not _TABLE.search(text.strip()) for text in texts]
        whole = [own and not _GAP.search(text.strip()) for text, own in zip(texts, plain, strict=True)]
        above = plain if rows else whole
        long = [text for text, own in zip(texts, above, strict=True) if own and " " in text.strip()]
        letters, edge = max(map(len, long), default=0), max(map(ruler, long), default=0) * slack
        pairs = [at for at in range(1, len(texts)) if above[at - 1] and whole[at]] if _LEAST <= letters <= _MOST else []
        full = frozenset(at for at in pairs if ruler(f"{texts[at - 1]} {texts[at].split()[0]}") > edge)
        runs = _runs(full)
        sure = _set_in_below(texts, pairs, full) | {at for at in full if runs[at] >= _RUN and letters >= _WIDE}
        shown = tuple(at for at in sorted(full) if at in sure or _cannot_end(texts, at))
        room = sum(_low(texts[at]) and 2 * len(texts[at - 1]) > letters for at in pairs if at not in full)
        return cls(texts, ruler is len, full, runs, shown, len(shown) - _SURE * room)


def _set_in_below(texts: Sequence[str], pairs: Sequence[int], full: frozenset[int]) -> frozenset[int]:
    """The lines set in below a full one, where hardly any other line is set in."""
    deeper = {at for at in pairs if _margin(texts[at]) > _margin(texts[at - 1])}
    return full & deeper if len(full & deeper) >= max(_RUN, 0.8 * len(deeper)) else frozenset()


def goes_on(lines: Sequence[Line]) -> frozenset[int]:
    """The places of the lines that go on with the line above, which was broken at the right edge of the text.

    >>> said = (
    ...     "The board heard how the money was spent in the",
    ...     "past year and was told of the plans partners",
    ...     "have made for the next, and of what they will",
    ...     "cost; it was glad.",
    ...     "Noted.",
    ... )
    >>> sorted(goes_on([Line(at, None, text) for at, text in enumerate(said)]))
    [1, 2, 3]
    """
    texts = [line.text.rstrip() for line in lines]
    ways = ((len, 1.0, False), (len, 1.0, True), (_widths, 0.97, False))
    first, *others = (_Breaks.of(texts, *way) for way in ways)
    best = max(others, key=lambda breaks: breaks.worth)
    breaks = best if best.worth >= max(first.worth, 0) + _BETTER else first
    return _joined(breaks) if breaks.worth >= _TELLS else frozenset()


def _joined(breaks: _Breaks) -> frozenset[int]:
    hangs = _set_in(breaks)
    found: set[int] = set()
    opens = 0
    for at in range(1, len(breaks.texts)):
        if at in breaks.full and (_hangs_on if hangs else _more)(breaks, opens, at):
            found.add(at)
        else:
            opens = at
    return frozenset(found)


def _runs(full: frozenset[int]) -> dict[int, int]:
    """For each of these places, how many of them stand in a row with it."""
    rows = [[at for _, at in row] for _, row in groupby(enumerate(sorted(full)), lambda turn: turn[1] - turn[0])]
    return {at: len(row) for row in rows for at in row}


def _set_in(breaks: _Breaks) -> bool:
    """Whether the lines that go on are set in, as below a hanging first line."""
    texts, shown = breaks.texts, set(breaks.shown)
    deep = [_margin(texts[at]) - _margin(texts[at - 1]) for at in breaks.shown]
    hung = [
        at
        for at, more in zip(breaks.shown, deep, strict=True)
        if more > 0 or (more == 0 and at - 1 in shown and _margin(texts[at]))
    ]
    return len(hung) >= 0.8 * len(shown)


def _margin(text: str) -> int:
    return len(text) - len(text.lstrip())


def _hangs_on(breaks: _Breaks, opens: int, at: int) -> bool:
    """Whether a line that is set in deeper than the paragraph's first belongs to it."""
    texts = breaks.texts
    deeper = _margin(texts[at]) > _margin(texts[opens]) and not _SIGN.match(texts[at])
    return deeper or (breaks.runs[at] >= _DEEP and _margin(texts[at]) == _margin(texts[at - 1]))


def _more(breaks: _Breaks, opens: int, at: int) -> bool:
    """Whether a line below a full one is more of the paragraph that begins at `opens`, and opens nothing itself."""
    texts, run = breaks.texts, breaks.runs[at]
    if run >= _DEEP and breaks.exact:
        return not (_SIGN.match(texts[at]) or _LABEL.match(texts[at])) or run >= 2 * _DEEP
    above = " ".join(texts[max(opens, at - _FAR) : at])
    if _cannot_end(texts, at) or (above.count("(") > above.count(")") and not _next_entry(texts[at - 1], texts[at])):
        return True
    return (breaks.exact or run >= _RUN) and not _opens(texts[at - 1], texts[at])


def _low(text: str) -> bool:
    return text.lstrip()[:1].islower() and not (_SIGN.match(text) or _COUNTED.match(text))


def _cannot_end(texts: Sequence[str], at: int) -> bool:
    """Whether what stands above a line cannot have ended there: a small letter below, or a word that wants another."""
    line, above = texts[at], texts[at - 1]
    if above.endswith("/") or (_TAIL.match(line) and not _ENDED.search(above)):
        return True
    shouts = line.isupper() and not above.isupper() and " " in line.strip()
    if _SIGN.match(line) or _COUNTED.match(line) or shouts or (above.endswith((",", ";")) and _LABEL.match(line)):
        return False
    within = above.count("(") > above.count(")") and not _next_entry(above, line)
    return _low(line) or within or bool(_HANGS.search(above) or _BRACKET.match(line)) or is_cut(above)


def _next_entry(above: str, line: str) -> bool:
    """Whether two lines are an entry each, though the upper one leaves a bracket open: "Ann Lee – Kent CVS (for"."""
    own = line.count("(") == line.count(")") and ")" not in line.partition("(")[0]  # closes none that is open above
    return own and opens_entry(line) and opens_entry(above)


def _opens(above: str, line: str) -> bool:
    """Whether a line opens something by itself: a limb, a label, an entry, a title below a sentence or capitals."""
    if _SIGN.match(line) or _COUNTED.match(line) or _LABEL.match(line) or (above.isupper() and not line.isupper()):
        return True
    ended = bool(_ENDED.search(above))
    return (
        bool(_SENTENCE.match(line)) or opens_entry(line)
        if not ended
        else len(line) < _SHORT and not _ENDED.search(line)
    )
