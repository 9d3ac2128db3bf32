"""Lists that stand side by side in one table, each over several columns: `| Members | | Officers | |`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leadnet.documents.lists.entries import Heading
from leadnet.documents.lists.layouts import as_rows
from leadnet.documents.lists.list_words import list_kind
from leadnet.documents.outlines.outline import Listed


def side_by_side(listed: Listed) -> Iterator[Listed]:
    """The lists of a table whose heading row names two or more, each with its own cells; else the list as it is."""
    head, *lines = as_rows([listed.at, *listed.lines])
    cells = _cells(head.text)
    kinds = {place: kind for place, cell in enumerate(cells) if cell and (kind := list_kind(cell)) and not kind[2]}
    if len(kinds) < 2 or len(kinds) < sum(map(bool, cells)) or len(cells) < 2 * len(kinds) - 1:
        yield listed
        return
    below = [line for line in lines if line.number > listed.at.number]
    places = sorted(kinds)
    for place, stop in zip(places, [*places[1:], 99], strict=True):
        rows = [replace(line, text=" | ".join(_cells(line.text)[place:stop])) for line in below]
        yield replace(
            listed,
            heading=Heading(cells[place].strip(": "), *kinds[place]),
            lines=tuple(row for row in rows if row.text.strip(" |")),
        )


def _cells(text: str) -> list[str]:
    return [cell.strip(" \t*_") for cell in text[:2000].strip().removeprefix("|").removesuffix("|").split("|")]
