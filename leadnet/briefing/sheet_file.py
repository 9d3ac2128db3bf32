"""The sheet as a Word file: the paper's own writer, then the id of each row, so that answers can be taken in again.

In each row that may be answered the first words stand in a content control whose w:tag is `s:` and the row's table and
place (`s:attendance/notes:12:1`; shortened as `marks.tag` does it where Word's 64 characters do not hold it), and under
a bookmark made from that tag, because LibreOffice keeps bookmarks and drops tags. The cells behind the second are the
reader's. docProps/custom.xml has `leadnet sheet`, the organisation's id, beside study and
build.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import lxml.etree
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from leadnet.briefing.content import Briefing
from leadnet.briefing.docx import write_docx
from leadnet.briefing.docx_file import BUILD, STUDY, add_properties, properties, settled
from leadnet.briefing.sheet_rows import Row
from leadnet.briefing.tokens import folded
from leadnet.study.tables import StudyError

SHEET = "leadnet sheet"
MISSING = "…"  # stands where what is missing may be written
_MOST = 60_000_000  # bytes a returned file may unpack to
_SAFE = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True)
class Answer:
    """A row of a returned sheet: its bookmark ("" for something missing) and its cells as they now read."""

    row: str
    where: str
    says: str
    right: str
    should: str
    who: str
    when: str


@dataclass(frozen=True)
class Returned:
    """A returned sheet: of which study, build and organisation, and its rows."""

    study: str
    build: str
    org_id: str
    answers: tuple[Answer, ...]


def row_tag(table: str, place: str) -> str:
    """The tag of a row, at most 64 characters.

    >>> row_tag("attendance", "notes:12:1")
    's:attendance/notes:12:1'
    """
    whole = f"s:{table}/{place}"
    return whole if len(whole) <= 64 else f"s:sha1-{hashlib.sha1(whole.encode()).hexdigest()[:16]}"


def bookmark(tag: str) -> str:
    """The bookmark of a row, in the letters a bookmark may have.

    >>> bookmark("s:attendance/notes:12:1")
    'row_b8f827ecb95e9009'
    """
    return f"row_{hashlib.sha1(tag.encode()).hexdigest()[:16]}"


def write_sheet(paper: Briefing, org_id: str, tables: Sequence[Sequence[Row]], template: Path | None = None) -> bytes:
    """The sheet as Word opens it; the same bytes for the same sheet. `tables` are the rows of each table, in order."""
    document = docx.Document(io.BytesIO(write_docx(paper, template)))
    add_properties(document.part.package, {STUDY: paper.study, BUILD: paper.build, SHEET: org_id})
    shown = document.tables[-len(tables) - 1 :]
    for table, rows in zip(shown, (*tables, None), strict=True):
        _ruled(table)
        for line, row in zip(table.rows[1:], rows or (), strict=rows is not None):
            _name(line, row_tag(row.table, row.place))
    for number, control in enumerate(document.element.iter(qn("w:sdtPr")), start=1):
        control.find(qn("w:id")).set(qn("w:val"), str(number))
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        for number, mark in enumerate(document.element.iter(qn(name)), start=1):
            mark.set(qn("w:id"), str(number))
    buffer = io.BytesIO()
    document.save(buffer)
    return settled(buffer.getvalue(), paper.date)


def _ruled(table: Any) -> None:
    """Lines between the columns, so that one sees where to write; and words to the left, for empty columns count as
    columns of figures."""
    look = '<w:insideV w:val="single" w:sz="4" w:space="0" w:color="C5CFDA"/>'
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{look}</w:tblBorders>")
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)
    for cell in (cell for line in table.rows for cell in line.cells):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT


def _name(line: Any, tag: str) -> None:
    """Put the row's first words into a content control that cannot be taken out by accident."""
    run = line.cells[0].paragraphs[0]._p.find(qn("w:r"))
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag/><w:id/><w:lock w:val='sdtLocked'/></w:sdtPr>"
        "<w:sdtContent/></w:sdt>"
    )
    control[0][0].set(qn("w:val"), "A row of the sheet")
    control[0][1].set(qn("w:val"), tag)
    start, end = (parse_xml(f"<w:bookmark{edge} {nsdecls('w')}/>") for edge in ("Start", "End"))
    start.set(qn("w:name"), bookmark(tag))
    for part in (start, control, end):
        run.addprevious(part)
    control.find(qn("w:sdtContent")).append(run)


# ---- read back -------------------------------------------------------------------------------------------------------


def read_sheet(data: bytes, name: str) -> Returned:
    """A returned sheet; StudyError, which names the file, when it is no Word file or no sheet."""
    try:
        of, body = properties(data), _body(data)
    except StudyError as error:
        raise StudyError(f"{name}: {error}") from None
    if SHEET not in of:
        raise StudyError(f"{name}: this is no sheet that `leadnet sheet` wrote; hand in the sheet that was sent out")
    return Returned(of.get(STUDY, ""), of.get(BUILD, ""), of[SHEET], tuple(_answers(body)))


def holds_answers(data: bytes) -> bool:
    """Whether anybody has written into a sheet; a file that is no sheet holds what is not leadnet's."""
    try:
        return any(filled(answer) for answer in read_sheet(data, "").answers)
    except StudyError:
        return True


def filled(answer: Answer) -> bool:
    """Whether an answer's own cells hold anything."""
    return any((answer.right, answer.should, answer.who, answer.when))


def _body(data: bytes) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST:
                raise StudyError("this file unpacks to more than a sheet can hold; it was not opened")
            return lxml.etree.fromstring(parts.read("word/document.xml"), _SAFE)
    except (zipfile.BadZipFile, KeyError, lxml.etree.XMLSyntaxError):
        raise StudyError("this is no Word file (.docx); save it as one and try again") from None


def _answers(body: Any) -> Iterator[Answer]:
    for line in body.iter(qn("w:tr")):
        cells = [_text(cell) for cell in line.iterchildren(qn("w:tc"))]
        row = _row(line)
        if row and len(cells) == 6:
            yield Answer(row, *cells)
        elif len(cells) == 4 and not row and _is_missing(line):
            what, where, who, when = cells
            yield Answer("", "", where, "", what.removeprefix(folded(MISSING)).strip(), who, when)


def _row(line: Any) -> str:
    """The bookmark of a row of a table, by its tag or the bookmark itself; "" when it has neither."""
    tags = (tag.get(qn("w:val"), "") for tag in line.iter(qn("w:tag")))
    by_tag = (bookmark(tag) for tag in tags if tag.startswith("s:"))
    by_mark = (mark.get(qn("w:name"), "") for mark in line.iter(qn("w:bookmarkStart")))
    return next(iter((*by_tag, *(name for name in by_mark if name.startswith("row_")))), "")


def _is_missing(line: Any) -> bool:
    """Whether a row of four cells is one of those for what is missing, and not the heads of its columns."""
    return line.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None


def _text(cell: Any) -> str:
    """The words of a cell as they now stand; what is struck out as a tracked change is gone."""
    paragraphs = ("".join(each.text or "" for each in p.iter(qn("w:t"))) for p in cell.iter(qn("w:p")))
    return folded(" ".join(paragraphs)).strip()
