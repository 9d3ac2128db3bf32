"""The reader of .pdf papers: pages to numbered lines, in one process and without threads, as pdfium asks."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdf
import pypdfium2 as pdfium

from leadnet.documents.formats.pdf_furniture import without_furniture
from leadnet.documents.formats.pdf_layout import page_lines
from leadnet.documents.formats.pdf_page import Page, page_of
from leadnet.documents.formats.pdf_paragraphs import Printed, goes_over, style_of
from leadnet.documents.formats.pdf_rows import rows_of
from leadnet.documents.formats.pdf_ruled import join, ruled_tables
from leadnet.documents.formats.running_heads import names_body
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.seat_entries import row_cells
from leadnet.documents.model import Line, Problem, Unread
from leadnet.documents.words.vocabulary import word_set

MOST_PAGES = 2000
MOST_LETTERS = 1_500_000
_COMMON = word_set("""
    the of and to in for a on was be that is at by with as from
""")
_LEADER = re.compile(
    r"\s*(?:\.{4,}|(?:\. ){4,}\.?|…{2,}|_{4,})\s*(?=\S)"
)  # dots that lead from a name to the next column
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # of a damaged file one line is said, below
_WRAPPERS = (  # what stands on the one page of a PDF whose text lies elsewhere in it
    (
        "if this message is not eventually replaced",
        "a form that Adobe's own reader alone shows. Open it there, print it to a PDF",
    ),
    ("open this pdf portfolio", "a portfolio, a PDF that holds other files. Open it, save the papers in it, name them"),
)
_DO_OCR = "Run text recognition (OCR) on it and try again."


def pdf_lines(content: bytes, file: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a PDF, numbered on through its pages; Unread when it has no text that can be read."""
    pages = _pages(content, file)
    _has_text(pages, file)
    _refuse_wrapper(pages, file)
    lines = _laid_out(without_furniture(pages))
    if not names_body(line.text for line in lines):
        headed = _laid_out(without_furniture(pages, headed=True))
        lines = headed if names_body(line.text for line in headed) else lines
    empty = [page.number for page in pages if not page.words]
    return lines, _without_text(empty, len(pages))


def _laid_out(pages: Sequence[Page]) -> tuple[Line, ...]:
    parts = [(page, *ruled_tables(page)) for page in pages]
    style = style_of([rows_of(words) for _, _, words in parts])
    return tuple(_numbered([(page.number, page_lines(words, tables, style)) for page, tables, words in parts]))


def _pages(content: bytes, file: str) -> list[Page]:
    if not content.strip():
        return []
    document = _opened(content, file)
    try:
        if len(document) > MOST_PAGES:
            raise Unread(
                f"{file}: not read - it has {len(document):,} pages and the most is {MOST_PAGES:,}. "
                "Save only the meeting's own pages and try again."
            )
        return list(_each_page(document, file))
    finally:
        document.close()


def _opened(content: bytes, file: str) -> pdfium.PdfDocument:
    """The document; a file that wants a password, or that is cut off, is said to be so."""
    if b"%PDF" not in content[:1024]:
        raise Unread(f"{file}: not read - it is no PDF, whatever its name. Ask for the paper again.")
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        if _encrypted(content):
            raise Unread(
                f"{file}: not read - it is locked with a password. Save a copy without one and try again."
            ) from None
        raise Unread(f"{file}: not read - it is damaged or was not copied whole. Ask for the paper again.") from None


def _encrypted(content: bytes) -> bool:
    try:
        return pypdf.PdfReader(io.BytesIO(content)).is_encrypted
    except Exception:  # whatever a damaged file does to it
        return b"/Encrypt" in content


def _each_page(document: pdfium.PdfDocument, file: str) -> Iterator[Page]:
    letters = 0
    for place in range(len(document)):
        try:
            page = document[place]
        except pdfium.PdfiumError:
            raise Unread(
                f"{file}: not read - page {place + 1} of {len(document)} is damaged. Ask for the paper again."
            ) from None
        found = page_of(page, place + 1)
        page.close()
        letters += found.letters
        if letters > MOST_LETTERS:
            raise Unread(
                f"{file}: not read - it holds more than {MOST_LETTERS:,} letters. "
                "Save only the meeting's own pages and try again."
            )
        yield found


def _refuse_wrapper(pages: Sequence[Page], file: str) -> None:
    """Unread for a PDF that only says in which program to open what it holds."""
    said = " ".join(word.text.lower() for page in pages[:1] for word in page.words)
    for words, what in _WRAPPERS if len(pages) == 1 else ():
        if words in said:
            raise Unread(f"{file}: not read - it is {what} and try again.")


def _has_text(pages: Sequence[Page], file: str) -> None:
    """A scan has next to no letters; a font without a Unicode map has letters that say nothing."""
    of = f"{len(pages)} page{'s' if len(pages) != 1 else ''}"
    letters = sum(len(word.text) for page in pages for word in page.words)
    if pages and letters < 10 * len(pages):
        raise Unread(f"{file}: not read - it is a scan ({of}, no text). {_DO_OCR}")
    words = [word.text.lower() for page in pages for word in page.words]
    unmapped = sum(page.unmapped for page in pages)
    if unmapped > 0.1 * letters or _nonsense(words):
        raise Unread(f"{file}: not read - its letters cannot be told ({of}, a font without a Unicode map). {_DO_OCR}")


def _nonsense(words: Sequence[str]) -> bool:
    """A long text without the commonest words of English, and with too few or too many vowels."""
    text = "".join(words)
    letters = [letter for letter in text if letter.isalpha()]
    vowels = sum(letter in "aeiou" for letter in letters) / max(len(letters), 1)
    odd = not 0.28 < vowels < 0.55 or len(letters) < 0.5 * len(text)
    return len(words) > 30 and odd and sum(word in _COMMON for word in words) < 0.01 * len(words)


def _without_text(empty: Sequence[int], of: int) -> tuple[Problem, ...]:
    """The row that names pages of a paper that are pictures only."""
    if not empty or of == 1:
        return ()
    named = ", ".join(map(str, empty[:10])) + (" ..." if len(empty) > 10 else "")
    what = f"{len(empty)} of {of} pages hold no text (page {named}): blank, or scanned"
    return (Problem("1", what, "look at them; if they are scans, run text recognition (OCR) and read the paper again"),)


def _numbered(pages: Sequence[tuple[int, Sequence[Printed]]]) -> list[Line]:
    """Lines numbered on through the pages, blanks for white space, none where a page break cuts a sentence in two."""
    found: list[Line] = []
    last: Printed | None = None
    for page, printed in pages:
        for place, line in enumerate(printed):
            above = last if place == 0 else None
            if above and (row := _row_whole(above.text, line.cells)):
                last = replace(line, text=row)
                found[-1] = replace(found[-1], text=row)
                continue
            if not _follows_on(above, line) if above else line.gap:
                found.append(Line(len(found) + 1, page, ""))
            found.append(Line(len(found) + 1, page, _LEADER.sub("\t", line.text)))
            last = line
    return found


def _row_whole(last: str, rest: Sequence[str]) -> str:
    """A row of a table that a page break cut in two, put together; blank where the second is a row of its own.

    The rest of a row has no first cell, and what it has goes on with the cell above: nobody's name begins in it.
    """
    above = row_cells(last) if last.startswith("|") else []
    filled = [cell for cell in rest if cell]
    if len(above) != len(rest) or not filled or rest[0] or not above[0] or any("\n" in cell for cell in filled):
        return ""
    goes_on = all(cell[0].islower() for cell in filled) or len(filled) == 1
    if not goes_on or any(map(begins_with_name, filled)):
        return ""
    cells = [join(one, two) if one and two else one or two for one, two in zip(above, rest, strict=True)]
    return f"| {' | '.join(cells)} |"


def _follows_on(last: Printed, line: Printed) -> bool:
    """A sentence or a table that a page break cuts in two has no blank line between its parts."""
    return goes_over(last, line) or (last.text.startswith("|") and line.text.startswith("|"))
