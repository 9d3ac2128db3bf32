"""The sheet as a Word file: the paper's own writer, then the id of each row, so that answers can be taken in again.

What may be answered stands in a content control whose w:tag is `s:` and the row's table and place
(`s:attendance/notes:12:1`; shortened as `marks.tag` does it where Word's 64 characters do not hold it), and under a
bookmark made from that tag, because LibreOffice keeps bookmarks and drops tags. Of a line that holds one row it is the
first words; of one that holds several, the letter of each. The cells behind the second are the reader's, and those of
the title block for name and day. docProps/custom.xml has `leadnet sheet`, the organisation's id, beside study and
build.
"""

from __future__ import annotations

import hashlib
import io
import re
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
from docx.shared import Cm, Pt

from leadnet.briefing.content import Briefing
from leadnet.briefing.docx import write_docx
from leadnet.briefing.docx_file import BUILD, STUDY, add_properties, properties, settled
from leadnet.briefing.sheet_lines import Line, letters
from leadnet.briefing.tokens import folded
from leadnet.study.tables import StudyError

SHEET = "leadnet sheet"
SIGNED = {"Answered by": "s:signed/who", "On this day": "s:signed/when"}  # of the title block, and their tags
MISSING = "…"  # stands where what is missing may be written
_LACKS = "s:missing"
_LEAST, _MOST, _MARGIN = Pt(9), Pt(15), Cm(1.3)  # no letter is smaller or larger; about the text
_UNPACKED = 60_000_000  # bytes a returned file may unpack to
_LETTER = re.compile(r"(?:^|;)\s*\(?(?P<letter>[a-z]{1,2})\s*[:)]\s*", re.IGNORECASE)
_SAFE = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True)
class Answer:
    """A line of a returned sheet: the bookmarks of its rows (none for something missing), and its cells now."""

    rows: tuple[str, ...]
    where: str
    says: str
    right: str
    should: str


@dataclass(frozen=True)
class Returned:
    """A returned sheet: of which study, build and organisation, who answers and when, and its lines."""

    study: str
    build: str
    org_id: str
    who: str
    when: str
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


def write_sheet(
    paper: Briefing, org_id: str, tables: Sequence[Sequence[Line]], template: Path | None = None,
    apart: Sequence[str] = (),
) -> bytes:  # fmt: skip
    """The sheet as Word opens it; the same bytes for the same sheet. `tables` are the lines of the last tables, in
    order, none for that of what is missing; the sections of these headings (`apart`) begin on a side of their own.
    """
    document = docx.Document(io.BytesIO(write_docx(paper, template)))
    add_properties(document.part.package, {STUDY: paper.study, BUILD: paper.build, SHEET: org_id})
    _laid_out(document, apart)
    for printed, tag in zip(document.tables[0].rows[-len(SIGNED) :], SIGNED.values(), strict=True):
        _name(_first(printed), tag)
    for table, lines in zip(document.tables[-len(tables) :], tables, strict=True):
        _ruled(table)
        for place, printed in enumerate(table.rows[1:]):
            _answerable(printed, lines[place] if lines else None, place)
    for number, control in enumerate(document.element.iter(qn("w:sdtPr")), start=1):
        control.find(qn("w:id")).set(qn("w:val"), str(number))
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        for number, mark in enumerate(document.element.iter(qn(name)), start=1):
            mark.set(qn("w:id"), str(number))
    buffer = io.BytesIO()
    document.save(buffer)
    return settled(buffer.getvalue(), paper.date)


def _laid_out(document: Any, apart: Sequence[str]) -> None:
    """Close lines on a wide page and no small letters; the sections named so on a side of their own."""
    for style in document.styles:
        size = style.font.size if hasattr(style, "font") else None
        if size:
            style.font.size = min(max(size, _LEAST), _MOST)
    document.styles["Report Cell"].paragraph_format.line_spacing = 1.0
    page = document.sections[0]
    wide = page.page_width - page.left_margin - page.right_margin
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(page, side, min(getattr(page, side), _MARGIN))
    share = (page.page_width - page.left_margin - page.right_margin) / wide
    for cell in (cell for table in document.tables for line in table.rows for cell in line.cells):
        cell.width = round(cell.width * share)
    for column in (column for table in document.tables for column in table.columns):
        column.width = round(column.width * share)
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Heading 1" and paragraph.text.partition("\t")[2] in apart:
            paragraph.paragraph_format.page_break_before = True


def _answerable(printed: Any, line: Line | None, place: int) -> None:
    """Name what a printed line holds, by which its answer is known again; None is a line for something missing."""
    if line is None:
        _name(_first(printed), f"{_LACKS}/{place}")
        return
    for run, row in zip(_runs(printed, line), line.rows, strict=True):
        _name(run, row_tag(row.table, row.place))


def _first(line: Any) -> Any:
    """The first words of a line."""
    return line.cells[0].paragraphs[0]._p.find(qn("w:r"))


def _runs(printed: Any, line: Line) -> list[Any]:
    """What stands for each row of a line: its first words, or the letters."""
    if len(line.rows) == 1:
        return [_first(printed)]
    runs, found = iter(printed.cells[1].paragraphs[0]._p.findall(qn("w:r"))), []
    for letter in line.letters:
        found.append(next(run for run in runs if run.text == f"{letter} "))
    return found


def _ruled(table: Any) -> None:
    """Lines between the columns, so that one sees where to write; and words to the left, for empty columns count as
    columns of figures."""
    look = '<w:insideV w:val="single" w:sz="4" w:space="0" w:color="C5CFDA"/>'
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{look}</w:tblBorders>")
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)
    for cell in (cell for line in table.rows for cell in line.cells):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT


def _name(run: Any, tag: str) -> None:
    """Put these words into a content control that cannot be taken out by accident."""
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
    who, when = (_signed(body, tag) for tag in SIGNED.values())
    return Returned(of.get(STUDY, ""), of.get(BUILD, ""), of[SHEET], who, when, tuple(_answers(body)))


def holds_answers(data: bytes) -> bool:
    """Whether anybody has written into a sheet; a file that is no sheet holds what is not leadnet's."""
    try:
        sheet = read_sheet(data, "")
    except StudyError:
        return True
    return bool(sheet.who or sheet.when or any(map(filled, sheet.answers)))


def filled(answer: Answer) -> bool:
    """Whether an answer's own cells hold anything."""
    return bool(answer.right or answer.should)


def parted(answer: Answer) -> Iterator[tuple[str, str, str]]:
    """What is said of each row of a line: its letter, its bookmark, the words.

    StudyError where a line of several rows is answered without a letter, or with one it has not.
    """
    if len(answer.rows) == 1:
        yield "", answer.rows[0], answer.should
        return
    marks = dict(zip(letters(len(answer.rows)), answer.rows, strict=True))
    first, *more = _LETTER.split(answer.should)
    span = f"{next(iter(marks))} to {[*marks][-1]}"
    if first.strip(" ;") or not more:
        said = f"“{first.strip(' ;')}” does not say which" if first else "it is said to be wrong, and not which"
        raise StudyError(f"this line has the entries {span}; {said}: begin with the letter, as in “b: apologies”")
    for letter, said in zip(map(str.lower, more[::2]), more[1::2], strict=True):
        if letter not in marks:
            raise StudyError(f"this line has the entries {span}, and no {letter}; name one it has")
        yield letter, marks[letter], said


def _body(data: bytes) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _UNPACKED:
                raise StudyError("this file unpacks to more than a sheet can hold; it was not opened")
            return lxml.etree.fromstring(parts.read("word/document.xml"), _SAFE)
    except (zipfile.BadZipFile, KeyError, lxml.etree.XMLSyntaxError):
        raise StudyError("this is no Word file (.docx); save it as one and try again") from None


def _signed(body: Any, tag: str) -> str:
    """What stands beside these words of the title block."""
    named = (line for line in body.iter(qn("w:tr")) if bookmark(tag) in _rows(line))
    return " ".join(_cells(line)[-1] for line in named)


def _answers(body: Any) -> Iterator[Answer]:
    """The lines of the tables that may be answered; a line somebody added to one is of something missing."""
    for table in body.iter(qn("w:tbl")):
        lacks = bookmark(f"{_LACKS}/0") in _rows(table)
        for line in table.iterchildren(qn("w:tr")):
            cells, rows = _cells(line), _rows(line)
            if line.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None or len(cells) != (2 if lacks else 4):
                continue
            if rows and not lacks:
                yield Answer(rows, *cells)
            else:
                what, *more = cells
                said = (what.removeprefix(folded(MISSING)).strip(), *more)
                yield Answer((), "", "", "", ", ".join(filter(None, said)))


def _cells(line: Any) -> list[str]:
    return [_text(cell) for cell in line.iterchildren(qn("w:tc"))]


def _rows(line: Any) -> tuple[str, ...]:
    """The bookmarks of what stands in a line, in its order: by the tags or, where those are gone, the bookmarks."""
    tags = (tag.get(qn("w:val"), "") for tag in line.iter(qn("w:tag")))
    by_tag = tuple(dict.fromkeys(bookmark(tag) for tag in tags if tag.startswith("s:")))
    by_mark = (mark.get(qn("w:name"), "") for mark in line.iter(qn("w:bookmarkStart")))
    return by_tag or tuple(dict.fromkeys(name for name in by_mark if name.startswith("row_")))


def _text(cell: Any) -> str:
    """The words of a cell as they now stand, a semicolon between paragraphs; what is struck out by a tracked change is
    gone."""
    paragraphs = ("".join(each.text or "" for each in p.iter(qn("w:t"))) for p in cell.iter(qn("w:p")))
    return folded("; ".join(text.strip() for text in paragraphs if text.strip())).strip()
