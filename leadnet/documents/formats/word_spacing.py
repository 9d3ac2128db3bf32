"""White space between the paragraphs of a Word paper: what stands close together belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from lxml import etree

from leadnet.documents.formats.word_numbers import Styles, child, number, on, value

_WHITE = 60  # twentieths of a point that show as a gap
_AUTO = 280  # what Word leaves where it is told to leave what a browser would
_LONGEST = 120  # letters of an entry; a longer paragraph is text, and stands by itself
_FEWEST = 2  # gaps, and places without one, from which they say something
_Block = TypeVar("_Block")


class Spaced(str):
    """A paragraph's text, with the white space above and below it in twentieths of a point."""

    before: int = 0
    after: int = 0
    style: str = ""
    close: bool = False  # no space beside a paragraph of the same style

    @classmethod
    def of(cls, text: str, properties: etree._Element | None, styles: Styles) -> Spaced:
        """The text of the paragraph with these properties (its `pPr`)."""
        found = cls(text)
        style = value(child(properties, "pStyle")) or styles.default
        sets = [properties, *styles.properties(style)]
        found.before, found.after = (_space(sets, side) for side in ("before", "after"))
        told = next((one for held in sets if (one := child(held, "contextualSpacing")) is not None), None)
        found.style, found.close = style, on(told)
        return found


def _space(sets: Sequence[etree._Element | None], side: str) -> int:
    """The space on one side, by the nearest set of properties that says."""
    for held in sets:
        spacing = child(held, "spacing")
        if value(spacing, f"{side}Autospacing") in ("1", "true", "on"):
            return _AUTO
        if told := value(spacing, side):
            return number(told)
    return 0


def closed_up(blocks: Sequence[_Block]) -> list[_Block | str]:
    """The blocks, short paragraphs with no white space between them as one block of lines.

    Only where other short paragraphs stand apart, by an empty one or by their spacing: where none does or all do, it
    says nothing of what belongs together.
    """
    filled, apart = _with_gaps(blocks)
    told = [gap for gap in apart if gap is not None]
    if min(told.count(True), told.count(False)) < _FEWEST:
        return filled
    found: list[_Block | str] = filled[:1]
    for block, gap in zip(filled[1:], apart, strict=True):
        if gap is False:
            found[-1] = f"{found[-1]}\n{block}"
        else:
            found.append(block)
    return found


def _with_gaps(blocks: Sequence[_Block]) -> tuple[list[_Block], list[bool | None]]:
    """The blocks that are not empty, and for each two of them whether they stand apart; None where nothing is told."""
    filled = [(place, block) for place, block in enumerate(blocks) if not isinstance(block, str) or block.strip()]
    apart = [
        (below - above > 1 or _gap(one, other)) if _short(one) and _short(other) else None
        for (above, one), (below, other) in pairwise(filled)
    ]
    return [block for _, block in filled], apart


def _short(block: object) -> bool:
    return isinstance(block, Spaced) and len(block) <= _LONGEST and not block.startswith("# ")


def _gap(one: Spaced, other: Spaced) -> bool:
    same = one.style == other.style
    return max(0 if same and one.close else one.after, 0 if same and other.close else other.before) >= _WHITE
