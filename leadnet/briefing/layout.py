"""The paper in reading order with its own numbers, so that all three formats number alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from leadnet.briefing.content import Briefing, FigureExhibit, Paragraph, TableExhibit
from leadnet.briefing.marks import clean, spans
from leadnet.study.words import Sentence, Span

MADE_UP = "Made-up data: the people, papers and meetings behind this report are invented."


@dataclass(frozen=True)
class Piece:
    """One thing on the page: a heading, paragraph, limb, table or figure, with the number it carries."""

    role: str
    label: str
    text: Sentence  # the heading, the paragraph, or the caption
    exhibit: TableExhibit | FigureExhibit | None = None


def pieces(briefing: Briefing) -> Iterator[Piece]:
    """Everything below the title block, numbered: 1. and 1.1 and (a), Figure 1, Table 1."""
    exhibits: Counter[str] = Counter()
    for number, section in enumerate(briefing.sections, start=1):
        yield Piece("heading", f"{number}.", spans(section.heading))
        paragraph = limb = 0
        for block in section.blocks:
            if not isinstance(block, Paragraph):
                exhibits[block.label] += 1
                yield Piece(block.label.lower(), f"{block.label} {exhibits[block.label]}", spans(block.caption), block)
            elif block.limb:
                limb += 1
                yield Piece("limb", limb_label(limb), spans(block.text))
            else:
                paragraph, limb = paragraph + 1, 0
                yield Piece("paragraph", f"{number}.{paragraph}", spans(block.text))


def limb_label(number: int) -> str:
    """The letter of a limb; after z come aa, bb.

    >>> limb_label(1), limb_label(27)
    ('(a)', '(aa)')
    """
    again, place = divmod(number - 1, 26)
    return f"({chr(ord('a') + place) * (again + 1)})"


def columns_said(table: TableExhibit) -> str:
    """A table's description for who cannot see it: what its columns are."""
    return "Columns: " + "; ".join(clean(str(spans(name))) for name in table.header)


def shares(table: TableExhibit) -> list[float]:
    """Each column's share of the table's width, summing to one."""
    widths = table.widths or (1.0,) * len(table.header)
    return [width / sum(widths) for width in widths]


_FIGURES = re.compile(r"[\d.,%+\-−–— ]*(of|to)?[\d.,%+\-−–— ]*")


def numeric(table: TableExhibit) -> list[bool]:
    """Whether each column holds figures only, and so stands to the right; the first never does."""
    columns = [[str(row[place]) for row in table.rows] for place in range(len(table.header))]
    only = [bool(cells) and all(_FIGURES.fullmatch(cell) for cell in cells) for cells in columns]
    return [False, *only[1:]]


def look(span: Span) -> dict[str, bool]:
    """Whether the author set a span in bold or italics.

    >>> look(Span("plain"))
    {'bold': False, 'italic': False}
    """
    return {name: getattr(span, name, False) for name in ("bold", "italic")}
