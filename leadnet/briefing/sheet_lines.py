"""The printed lines of a sheet, a line a meeting, and its front table: meetings of each body by how it was there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from leadnet.briefing.content import Styled
from leadnet.briefing.layout import limb_label
from leadnet.briefing.sheet_rows import Row
from leadnet.build import Built
from leadnet.study.counting import cited, counted, findings
from leadnet.study.words import Sentence, Span

# Every state of the Grid in which an organisation could have been there, once; "of these" is within the first.
COLUMNS = {
    "in the room": ("present", "by substitute", "in support", "guest", "item only"),
    "of these by a substitute": ("by substitute",),
    "apologies or absent": ("apologies", "absent"),
    "nobody recorded": ("expected", "not seen", "not recorded"),
    "no minutes held": ("held without minutes", "announced only"),
}


@dataclass(frozen=True)
class Line:
    """One printed line of a sheet: the rows it holds, each under a letter where there are several."""

    rows: tuple[Row, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """What each row is called by; one that stands alone has no letter."""
        return letters(len(self.rows)) if len(self.rows) > 1 else ("",)

    @property
    def where(self) -> Sentence:
        """The meeting or paper, as printed."""
        return self.rows[0].where

    @property
    def says(self) -> Sentence:
        """What the rows say, one after another; what heads several in a row is said once."""
        said, head = Sentence(), ""
        for letter, row in zip(self.letters, self.rows, strict=True):
            said += (Span("; "),) * bool(said) + ((Styled(f"{letter} ", bold=True),) if letter else ())
            said += row.told if head and row.head == head else row.says
            head = row.head
        return said


def letters(number: int) -> tuple[str, ...]:
    """The letters of so many rows of one line.

    >>> letters(3)
    ('a', 'b', 'c')
    """
    return tuple(limb_label(place).strip("()") for place in range(1, number + 1))


def lines_of(rows: Sequence[Row]) -> list[Line]:
    """The rows as printed: those of one meeting, or of joint work in one paper, together; every other by itself."""
    keys = [(row.together, row.line[0]) if row.together else (place,) for place, row in enumerate(rows)]
    groups = groupby(zip(keys, rows, strict=True), key=lambda each: each[0])
    return [Line(tuple(row for _, row in group)) for _, group in groups]


def in_short(built: Built, org_id: str) -> pd.DataFrame:
    """The meetings of each body it could have been at, counted as Findings: measure `sheet:` and a name of COLUMNS.

    Subject the organisation, other the body. A nought cites the cells of the Grid that were searched.
    """
    known = [state for states in COLUMNS.values() for state in states]
    cells = built.grid[(built.grid["org_id"] == org_id) & built.grid["state"].isin(known)]
    cells = cells.merge(built.meetings[["meeting_id", "body_id"]], on="meeting_id")
    return findings(_counts(org_id, cells.groupby("body_id", sort=True)), built.rules)


def _counts(org_id: str, bodies: Iterable[tuple[str, pd.DataFrame]]) -> Iterator[dict]:
    for body, cells in bodies:
        for name, states in COLUMNS.items():
            mine, searched = cells[cells["state"].isin(states)], cited(cells["cites"])
            yield counted(f"sheet: {name}", mine, searched, subject=org_id, other=body, unit="meetings")
