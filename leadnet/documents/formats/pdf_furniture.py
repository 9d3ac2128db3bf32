"""Headers, footers and page numbers: what stands in the margin of page after page, and is no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from leadnet.documents.formats.pdf_page import Page
from leadnet.documents.formats.pdf_rows import Row, rows_of

_MARGIN = 0.12  # of the page's height
_MOST_ROWS = 4  # a header or footer has no more
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.?|pg\.?)?\s*[-–—(\[|]*\s*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/|\|)\s*\d{1,4})?\s*[-–—)\]]*",
    re.IGNORECASE,
)


def without_furniture(pages: Sequence[Page], headed: bool = False) -> list[Page]:
    """The pages without what repeats in their margins; a title printed larger than the text stays on the first.

    With `headed` the first page keeps its running head, once: of some papers nothing else names the body.
    """
    edges = [_edges(page) for page in pages]
    seen = Counter(key for edge in edges for key in {_key(row, page) for row, page in edge})
    common = {key for key, count in seen.items() if count >= max(2, 0.4 * len(pages))}
    size = median([word.height for page in pages for word in page.words] or [10.0])
    kept, kept_heads = [], set()
    for place, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        gone: set[int] = set()
        for row, _ in edge:
            top = place == 0 and row.top < 0.5 * page.height
            title = top and (row.height > 1.15 * size or headed and row.text not in kept_heads)
            kept_heads |= {row.text} if title else set()
            if _PAGE_NUMBER.fullmatch(row.text) or (_key(row, page) in common and not title):
                gone |= set(map(id, row.words))
        kept.append(replace(page, words=tuple(word for word in page.words if id(word) not in gone)))
    return kept


def _edges(page: Page) -> list[tuple[Row, Page]]:
    """The rows in the margins at the top and at the foot."""
    rows = rows_of(page.words)
    top = [row for row in rows[:_MOST_ROWS] if row.bottom < _MARGIN * page.height]
    foot = [row for row in rows[-_MOST_ROWS:] if row.top > (1 - _MARGIN) * page.height]
    return [(row, page) for row in top + foot]


def _key(row: Row, page: Page) -> tuple[str, bool]:
    """The words of a row with every number as one sign, and whether it stands at the top."""
    return re.sub(r"\d+", "#", row.text), row.top < 0.5 * page.height
