"""Logs whose cells stand apart by strokes and whose rows run over lines: "1 / 4 May / Ann to write / AL"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.decided.action_table import opens_table
from leadnet.documents.model import Line

_GLUED = re.compile(r"(?P<head>.*\s/\s+[A-Za-z]+\??)(?P<row>1\s+/\s.*)$")  # "... / Completed1 / 4 May / ..."
_ROW = re.compile(r"\s*\d{1,3}\.?\s+/\s")
_FEWEST = 3  # columns


def slash_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, the rows of such a log each whole on the line it begins, its heading row by itself.

    >>> rows = ("No / Action / Owner / Done1 / Ann to write", "to all. / AL / no", "2 / Bob to call. / BT / yes", "")
    >>> [line.text for line in slash_rows([Line(at, None, row) for at, row in enumerate(rows)])]
    ['No / Action / Owner / Done', '1 / Ann to write to all. / AL / no', '2 / Bob to call. / BT / yes', '']
    """
    held: list[Line] = []
    inside = False
    for line in lines:
        glued = _GLUED.match(line.text)
        head = glued["head"] if glued and _opens(glued["head"]) else line.text if _opens(line.text) else ""
        inside = bool(head) or inside and bool(line.text.strip())
        if inside and not head and held and not _ROW.match(line.text):
            held.append(line)
            continue
        if held:
            yield replace(held[0], text=" ".join(each.text.strip() for each in held))
        row = replace(line, text=glued["row"]) if head and glued else line
        held = [row] if inside and _ROW.match(row.text) else []
        if head or not held:
            yield replace(line, text=head) if head else line
    if held:
        yield replace(held[0], text=" ".join(each.text.strip() for each in held))


def _opens(text: str) -> bool:
    """Whether a line is a log's heading row with strokes for columns, the first of them the number's."""
    cells = re.split(r"\s/\s", text)
    return len(cells) >= _FEWEST and opens_table(text) and bool(re.match(r"\s*(?:no|ref|item|#)\b", cells[0], re.I))
