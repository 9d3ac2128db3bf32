"""A writer of Word files: paragraphs and tables in the fewest parts a .docx needs, so that bytes never differ."""

from __future__ import annotations

import io
import zipfile
from itertools import groupby
from xml.sax.saxutils import escape

from leadnet.simulate.paper import Block

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WHOLE = 9600  # width of a table, in twentieths of a point


def document(blocks: list[Block]) -> tuple[bytes, dict[str, int]]:
    """The Word file. No key has a line: how a reader numbers paragraphs and rows is its own affair."""
    body = "".join(
        _table(list(mine)) if in_table else "".join(map(_paragraph, mine))
        for in_table, mine in groupby(blocks, key=lambda block: bool(block.cells))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}"><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
    )
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": content}
    return _zipped(parts), {}


def _zipped(parts: dict[str, str]) -> bytes:
    """The parts in their order, dated 1 January 1980, not compressed: another zlib would give other bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode("utf-8"))
    return held.getvalue()


def _run(text: str, bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(block: Block) -> str:
    bold = block.kind in ("title", "heading")
    return f"<w:p>{_run(block.text, bold)}</w:p>"


def _table(rows: list[Block]) -> str:
    """Tables that follow each other without a paragraph between are one: a style puts a heading before each."""
    n = len(rows[0].cells)
    grid = f'<w:gridCol w:w="{_WHOLE // n}"/>' * n
    cells = (
        "".join(f"<w:tc><w:p>{_run(cell, at == 0)}</w:p></w:tc>" for cell in row.cells) for at, row in enumerate(rows)
    )
    lines = "".join(f"<w:tr>{mine}</w:tr>" for mine in cells)
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )
