"""An edited Word file as whoever opens it reads it: tracked changes taken, what is hidden or said twice left aside."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import lxml.etree
from docx.oxml.ns import qn

from leadnet.study.tables import StudyError

_MOST = 200_000_000  # bytes a file may unpack to
_SAFE = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box for older programs


def as_it_reads(data: bytes) -> bytes:
    """The same file with its tracked changes taken, hidden words gone and words in formulas as words.

    StudyError for what is no Word file, or unpacks to more than one can hold.
    """
    buffer = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
            if sum(part.file_size for part in old.infolist()) > _MOST:
                raise StudyError("this file unpacks to more than a briefing can hold; it was not opened")
            for name in old.namelist():
                told = name.startswith("word/") and name.endswith(".xml")
                new.writestr(name, _read(old.read(name)) if told else old.read(name))
    except (zipfile.BadZipFile, lxml.etree.XMLSyntaxError):
        raise StudyError("this is no Word file (.docx); save it as one and try again") from None
    return buffer.getvalue()


def _read(part: bytes) -> bytes:
    root = lxml.etree.fromstring(part, _SAFE)
    gone = [*root.iter(qn("w:del"), qn("w:moveFrom"), _TWICE), *filter(_is_hidden, root.iter(qn("w:r")))]
    for element in gone:
        if element.getparent() is not None:
            element.getparent().remove(element)
    for element in root.iter(_MATHS):
        element.tag = qn("w:t")
    return lxml.etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return hidden is not None and hidden.get(qn("w:val")) not in ("0", "false", "off")


def row_of_cells(data: bytes) -> list[int]:
    """The row each paragraph in a table stands in, in the order of the text; rows are numbered through the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        root = lxml.etree.fromstring(parts.read("word/document.xml"), _SAFE)
    rows = {row: number for number, row in enumerate(root.iter(qn("w:tr")))}
    around = (next(each.iterancestors(qn("w:tr")), None) for each in root.iter(qn("w:p")))
    return [rows[row] for row in around if row is not None]
