"""Attendance lists that stand side by side under a row of headings."""

from __future__ import annotations

from leadnet.documents.lists.entries import Heading
from leadnet.documents.lists.list_words import list_kind


def columns_of_lists(text: str) -> tuple[Heading, ...]:
    """The lists that stand side by side under a row of headings: `| Present | Apologies |`; none for any other line."""
    cells = cells_beside(text)
    kinds = [list_kind(cell) for cell in cells]
    if len(cells) < 2 or not all(kind and not kind[2] for kind in kinds):
        return ()
    return tuple(Heading(cell, *kind) for cell, kind in zip(cells, kinds, strict=True) if kind)


def cells_beside(text: str) -> list[str]:
    """The cells of a row, empty ones too; one where the line is no row.

    >>> cells_beside("| Ann Lee | Tom Ash |"), cells_beside("Ann Lee | |")
    (['Ann Lee', 'Tom Ash'], ['Ann Lee', '', ''])
    """
    bare = text[:2000].strip()
    if "|" in bare:
        inner = bare[1:].removesuffix("|") if bare.startswith("|") else bare
        return [cell.strip(" \t*_") for cell in inner.split("|")]
    return [cell.strip() for cell in bare.split("\t")] if "\t" in bare else [bare]
