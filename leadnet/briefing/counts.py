"""Numbers of findings as spans; one that is withheld from what is public says so instead."""

from __future__ import annotations

from leadnet.study import words
from leadnet.study.mask_counts import instead
from leadnet.study.words import Span


def number(row: object) -> Span:
    """A finding's value, or what stands for it where it is withheld."""
    return _withheld(row, row.value) or words.number(row)


def share(row: object) -> Span:
    """A finding's counts, `8 of 21`, or what stands for them where they are withheld."""
    return _withheld(row, row.n) or words.share(row)


def _withheld(row: object, held: object) -> Span | None:
    said = instead(held, row.note)
    return Span(said, "finding", row.finding_id) if said else None
