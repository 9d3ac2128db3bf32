"""Pages of CMIS, another system of councils: who attended stands in small tables under headings of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leadnet.documents.formats.word_tables import Cell, Table

Block = str | Table

_ATTENDED = re.compile(r"#* ?Attended\s*[-–]\s*(?P<who>.+?)\W*$", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"\bno\b.{0,40}\binformation has been recorded\b|\binformation is not yet available\b", re.IGNORECASE
)
_SUBSTITUTE = re.compile(r"substitut", re.IGNORECASE)


def is_cmis(found: Sequence[Block]) -> bool:
    """Whether a page has the headings of CMIS: "Attended - Committee Members"."""
    return any(isinstance(block, str) and _ATTENDED.match(block) for block in found)


def cmis_blocks(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks with headings the outline knows, a line a person, and whoever came instead behind the one away."""
    listed = False
    for block in found:
        heading = _ATTENDED.match(block) if isinstance(block, str) else None
        if heading:
            own = heading["who"].lower().startswith("committee")
            yield f"# {'Present' if own else 'Also present'} ({heading['who'].strip(' :')})"
        elif listed and isinstance(block, Table):
            yield "\n".join(_people(block)) or "None"
        elif not (isinstance(block, str) and _UNKNOWN.search(block)):
            yield block
        listed = bool(heading) or isinstance(block, str) and block.strip("# :").lower() in ("apologies", "absent")


def _people(table: Table) -> Iterator[str]:
    """Each person of a table; its heading row and the row that says nothing is recorded are left out."""
    rows = [[_text(cell) for cell in row] for row in table.rows]
    heads = rows[0] if rows and rows[0] and rows[0][0].lower() == "name" else []
    for row in (row for row in rows[bool(heads) :] if row and row[0] and not _UNKNOWN.search(row[0])):
        came = [cell for head, cell in zip(heads, row, strict=False) if _SUBSTITUTE.search(head) and cell]
        yield f"{row[0]} (substituted by {came[0]})" if came else row[0]


def _text(cell: Cell) -> str:
    return " ".join(block for block in cell.blocks if isinstance(block, str)).strip()
