"""Writers of plain text and Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from leadnet.simulate.paper import Block


def plain_text(blocks: list[Block]) -> tuple[bytes, dict[str, int]]:
    """A line a block, with an empty line before a heading; the line of each key."""
    return _joined(
        (block, block.text or "\t".join(block.cells), block.kind in ("heading", "title")) for block in blocks
    )


def markdown(blocks: list[Block]) -> tuple[bytes, dict[str, int]]:
    """Headings with #, tables with pipes, an empty line between blocks; the line of each key."""
    marks = {"title": "# ", "heading": "## ", "bullet": "- "}
    told, before = [], Block("")
    for block in blocks:
        in_table = bool(block.cells and before.cells) or block.kind == before.kind == "bullet"
        line = "| " + " | ".join(block.cells) + " |" if block.cells else marks.get(block.kind, "") + block.text
        told.append((block, line, not in_table))
        if block.cells and not before.cells:
            told.append((Block("rule"), "|" + "---|" * len(block.cells), False))
        before = block
    return _joined(told)


def _joined(told: Iterable[tuple[Block, str, bool]]) -> tuple[bytes, dict[str, int]]:
    """The text of lines, each with its block and whether an empty line goes before it."""
    lines, places = [], {}
    for block, line, apart in told:
        if apart and lines:
            lines.append("")
        lines.append(line)
        if block.key:
            places[block.key] = len(lines)
    return ("\n".join(lines) + "\n").encode("utf-8"), places
