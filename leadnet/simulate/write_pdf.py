"""Writers of PDF, by typst: one column or two, tables with and without lines."""

from __future__ import annotations

import re
from itertools import groupby

import typst

from leadnet.simulate.paper import Block

_PAGE = """#set page(paper: "a4", margin: 2.2cm)
#set text(size: 10pt, lang: "en", region: "gb", hyphenate: false)
#set smartquote(enabled: false)
"""
_OPENING = 2  # blocks that run over both columns: the body, and the day and place


def one_column(blocks: list[Block]) -> tuple[bytes, dict[str, int]]:
    """The PDF; its lines are the reader's own, so that no key has one."""
    return _compiled(_typeset(blocks)), {}


def two_columns(blocks: list[Block]) -> tuple[bytes, dict[str, int]]:
    """The same in two columns under an opening over the whole width."""
    return _compiled(f"{_typeset(blocks[:_OPENING])}\n\n#columns(2)[\n{_typeset(blocks[_OPENING:])}\n]"), {}


def _compiled(text: str) -> bytes:
    return typst.compile((_PAGE + text).encode("utf-8"), format="pdf", timestamp=0)


def _typeset(blocks: list[Block]) -> str:
    parts: list[str] = []
    for in_table, mine in groupby(blocks, key=lambda block: bool(block.cells)):
        rows = list(mine)
        parts += [_table(rows)] if in_table else map(_paragraph, rows)
    return "\n\n".join(parts)


def _escaped(text: str) -> str:
    return re.sub(r"([\\#$*_`<>@\[\]~/=+-])", r"\\\1", text)


def _paragraph(block: Block) -> str:
    if block.kind in ("title", "heading"):
        return f"#text(size: {14 if block.kind == 'title' else 10}pt)[*{_escaped(block.text)}*]"
    return ("- " if block.kind == "bullet" else "") + _escaped(block.text)


def _table(rows: list[Block]) -> str:
    stroke = "0.5pt" if rows[0].kind == "ruled" else "none"
    width = ", ".join(["auto"] * len(rows[0].cells))
    cells = ", ".join(f"[{_escaped(cell)}]" for row in rows for cell in row.cells)
    return f"#table(columns: ({width}), stroke: {stroke}, inset: 4pt, {cells})"
