"""Words of a page put together to rows, and rows that keep the same white rivers put together to zones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from leadnet.documents.formats.pdf_page import Word

Span = tuple[float, float]
Cells = tuple[tuple[str, ...], ...]

_WIDE_GAP = 1.5  # times the height of the letters: a gap no justified line has
_WIDER = 2.5  # times the other gaps of its row
_LEAST_RIVER = 0.5
_MARK = re.compile(r"(?:\d{1,4}(?:\.\d{1,3})*[.):]?|\(?(?:[a-z]|[ivxl]+|\d{1,2})[.)]|[-–—*•·▪●○o§])", re.IGNORECASE)
_LIST_MARK = re.compile(r"\s*(?:\d{1,4}(?:\.\d{1,3})*[.)]\s|\(?(?:[a-z]|[ivxl]+|\d{1,2})[.)]\s|[-–—*•·▪●○§]\s)")


@dataclass(frozen=True)
class Row:
    """Words on one level, from left to right; `table` holds the rows of cells of a ruled table that stands there."""

    words: tuple[Word, ...]
    left: float
    right: float
    top: float
    bottom: float
    table: Cells = ()

    @classmethod
    def of(cls, words: Sequence[Word]) -> Row:
        """The row these words stand in."""
        words = tuple(sorted(words, key=lambda word: word.left))
        tall = max(words, key=lambda word: word.height)
        return cls(words, words[0].left, max(word.right for word in words), tall.top, tall.bottom)

    @property
    def height(self) -> float:
        """Height of its tallest letters."""
        return self.bottom - self.top

    @property
    def text(self) -> str:
        """Its words with a space between each two."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether every word with a letter in it is printed bold."""
        lettered = [word for word in self.words if any(letter.isalpha() for letter in word.text)]
        return bool(lettered) and all(word.bold for word in lettered)


@dataclass(frozen=True)
class Zone:
    """Rows that stand together, and the white rivers that run down through all of them; plain text has none.

    `tail` are rows below that leave the rivers white as well, but have nothing to the right of the first.
    """

    rows: tuple[Row, ...]
    rivers: tuple[Span, ...] = ()
    tail: tuple[Row, ...] = ()


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Words that share more than half of their height, from the top down."""
    found: list[tuple[list[Word], Word]] = []  # the words of a row, and its tallest
    for word in sorted(words, key=_middle):
        for place in range(len(found) - 1, max(len(found) - 4, -1), -1):
            row, tall = found[place]
            if _level(tall, word):
                row.append(word)
                if word.height > tall.height:
                    found[place] = row, word
                break
        else:
            found.append(([word], word))
    return sorted((Row.of(row) for row, _ in found), key=_middle)


def _middle(one: Word | Row) -> float:
    return one.top + one.bottom


def _level(tall: Word, word: Word) -> bool:
    shared = min(tall.bottom, word.bottom) - max(tall.top, word.top)
    return shared > 0.55 * min(tall.bottom - tall.top, word.bottom - word.top)


def opens_entry(text: str) -> bool:
    """Whether a row begins with a bullet, a number or a letter, as an entry of a list does.

    >>> opens_entry("(a) that the report be noted"), opens_entry("2007 was a good year")
    (True, False)
    """
    return bool(_LIST_MARK.match(text))


def spans(row: Row) -> list[Span]:
    """Where a row has ink; a number or bullet in front belongs to the words behind it, whatever the gap."""
    if row.table:
        return [(row.left, row.right)]
    found: list[Span] = []
    for place, word in enumerate(row.words):
        behind_mark = place == 1 and _MARK.fullmatch(row.words[0].text)
        if found and (behind_mark or word.left - found[-1][1] < _LEAST_RIVER * word.height):
            found[-1] = (found[-1][0], max(found[-1][1], word.right))
        else:
            found.append((word.left, word.right))
    return found


def first_zone(rows: Sequence[Row]) -> Zone:
    """The rows from the first down that share a river, or the rows of plain text above the next that do."""
    for at in range(len(rows)):
        zone = _zone(rows, at) if _seeds(rows, at) else None
        if zone:
            return zone if at == 0 else Zone(tuple(rows[:at]))
    return Zone(tuple(rows))


def _seeds(rows: Sequence[Row], at: int) -> bool:
    """A wide gap in a row, two rows side by side at levels that do not quite agree, or the heading of a margin."""
    row = rows[at]
    if heads_margin(row) and row.left > 0.7 * max(each.right for each in rows):
        return True
    if wide_gaps(row):
        return True
    if at + 1 == len(rows):
        return False
    below = rows[at + 1]
    beside = below.left > row.right + row.height or row.left > below.right + row.height
    return beside and below.top < row.bottom - 0.2 * row.height


def wide_gaps(row: Row) -> list[Span]:
    """The gaps of a row that part columns: wide, or fairly wide and much wider than those between its words."""
    gaps = [(before[1], after[0]) for before, after in _pairs(spans(row))]
    between = [after.left - before.right for before, after in zip(row.words, row.words[1:], strict=False)]
    if len(between) > 1 and max(between) - min(between) < 0.05 * row.height:
        return []  # a justified line: the gaps between its words are alike
    usual = median(between) if len(between) > 2 else 0.35 * row.height
    least = min(_WIDE_GAP * row.height, max(0.7 * row.height, _WIDER * usual))
    return [gap for gap in gaps if gap[1] - gap[0] >= least]


def heads_margin(row: Row) -> bool:
    """Whether a row is the heading over the column beside the text in which actions have their owners."""
    return len(row.words) <= 3 and bool(re.match(r"(?:action|owner|by whom|lead\b)", row.text, re.IGNORECASE))


def _pairs(inked: Sequence[Span]) -> list[tuple[Span, Span]]:
    return list(zip(inked, inked[1:], strict=False))


def _zone(rows: Sequence[Row], at: int) -> Zone | None:
    """The rows from here down through which a river runs, up to the last that has something on both sides of it."""
    inked = spans(rows[at])
    end = at + 1
    while end < len(rows):
        wider = _merged([*inked, *spans(rows[end])])
        if _too_far(rows, end) or _parted(_merged(inked), rows[at]) and not _parted(wider, rows[at]):
            break
        inked = wider
        end += 1
    rivers, whole = _rivers(rows[at:end], _merged(inked)), end
    while rivers and end > at + 1 and rows[end - 1].right <= rivers[0][0]:
        end -= 1
        rivers = _rivers(rows[at:end], _merged([span for row in rows[at:end] for span in spans(row)]))
    return Zone(tuple(rows[at:end]), tuple(rivers), tuple(rows[end:whole])) if rivers else None


def _parted(inked: Sequence[Span], row: Row) -> bool:
    """Whether a stretch as wide as a river stays white."""
    return any(after[0] - before[1] >= _LEAST_RIVER * row.height for before, after in _pairs(inked))


def taking_in(zone: Zone, rows: Sequence[Row]) -> Zone:
    """The zone with these rows of its tail, its rivers measured again."""
    every = (*zone.rows, *rows)
    return Zone(every, tuple(_rivers(every, _merged([span for row in every for span in spans(row)]))))


def _too_far(rows: Sequence[Row], end: int) -> bool:
    """White space of four lines ends a zone."""
    return rows[end].top - rows[end - 1].bottom > 4 * rows[end].height


def _merged(inked: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for left, right in sorted(inked):
        if found and left <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _rivers(rows: Sequence[Row], inked: Sequence[Span]) -> list[Span]:
    """The gaps all rows leave white, wide enough, with a wide gap in some row and something on both sides."""
    height = max(row.height for row in rows)
    found = []
    for before, after in _pairs(inked):
        river = (before[1], after[0])
        if river[1] - river[0] >= _LEAST_RIVER * height and _wide_somewhere(rows, river):
            found.append(river)
    return found


def _wide_somewhere(rows: Sequence[Row], river: Span) -> bool:
    """Whether one of the rows is white for a good stretch across this river; rows on one side of it alone count too."""
    for row in rows:
        left = any(span[1] <= river[0] + 1 for span in spans(row))
        right = any(span[0] >= river[1] - 1 for span in spans(row))
        if not (left and right) or any(gap[0] <= river[0] + 1 and gap[1] >= river[1] - 1 for gap in wide_gaps(row)):
            return True
    return False
