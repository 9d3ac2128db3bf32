"""Every output of the study of hostile words, made once a session, and the words a reader finds in each of them."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import docx
import injection_case as case
import openpyxl
import pypdf
from lxml import etree, html

from leadnet.briefing import brief
from leadnet.build import Built
from leadnet.cli import main

SAFE_XML = etree.XMLParser(resolve_entities=False, no_network=True)
_COMMANDS = {
    "sheet": (),
    "export": (),
    "explore": (),
    "review": ("--quick",),
    "check": (),
    "changed": (),
    "rap": (),
    "evidence": ("organisations_without_tier",),
}


class Made(NamedTuple):
    """The study, its build, what was said while it was made, every file by name, and what each command printed."""

    study: Path
    built: Built
    said: list[str]
    files: Mapping[str, bytes]
    printed: Mapping[str, str]


def made(folder: Path) -> Made:
    """The study below a folder, with a briefing made of it twice, and each command run on it once."""
    said: list[str] = []
    study = case.study(folder / "north", _earlier)
    _, built = brief(study, progress=said.append)
    printed = {name: run(name, study, *words) for name, words in _COMMANDS.items()}
    papers = sorted((study / "papers").iterdir())
    printed |= {"read": run("read", "--", *papers), "read --json": run("read", "--json", "--", *papers)}
    files = {path.relative_to(study).as_posix(): path.read_bytes() for path in study.rglob("*") if path.is_file()}
    files = {name: content for name, content in files.items() if not name.startswith((".read/", "papers/", "council"))}
    with zipfile.ZipFile(io.BytesIO(files["reports/exports/package.zip"])) as parts:
        files |= {f"package/{name}": parts.read(name) for name in parts.namelist()}
    return Made(study, built, said, files, printed)


def _earlier(study: Path) -> None:
    """A briefing of one plain paper, from which the template is made."""
    reports, _ = brief(study, ["docx"])
    template = docx.Document(reports / "briefing.docx")
    hostile_template(template)
    template.save(study / case.TEMPLATE)


def hostile_template(template: docx.document.Document) -> None:
    """Put the payloads into header, a table in the header, and the properties of a Word file."""
    header = template.sections[0].header
    cells = header.add_table(len(case.PAYLOADS), 1, template.sections[0].page_width).columns[0].cells
    for n in range(len(case.PAYLOADS)):
        header.add_paragraph(_of_xml(case.marked("template: header", n)))
        cells[n].text = _of_xml(case.marked("template: cell", n))
    told = " ".join(_of_xml(case.marked("template: properties", n)) for n in range(0, len(case.PAYLOADS)))
    for name in ("title", "author", "subject", "comments", "keywords"):
        setattr(template.core_properties, name, told[:255])


def _of_xml(text: str) -> str:
    """A text without the letters no XML can hold: such a file could not be made."""
    return "".join(char for char in text if char in "\t\n\r" or char >= " ")


def run(*words: object) -> str:
    """What a command prints, as a terminal gets it; it must end well."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main([str(word) for word in words])
    assert code in (0, 1 if words[0] == "check" else 0), out.getvalue()[-500:]
    return out.getvalue()


# ---- what a reader finds ---------------------------------------------------------------------------------------------


def pdf_text(content: bytes) -> str:
    """The text of all pages."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def _csv(content: bytes) -> str:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return "\n".join(cell for row in rows for cell in row)


def _workbook(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def _word(content: bytes) -> str:
    """The text of every part of a Word file, its properties too."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        xml = [etree.fromstring(parts.read(name), SAFE_XML) for name in parts.namelist() if name.endswith(".xml")]
    return "\n".join("".join(tree.itertext()) for tree in xml)


def _page(content: bytes) -> str:
    """What a page shows, its alternative texts and the data of its script."""
    tree = html.document_fromstring(content.decode("utf-8"))
    data = [json.dumps(json.loads(text), ensure_ascii=False) for text in tree.xpath("//script[@id='data']/text()")]
    shown = [*tree.xpath("//body//text()[not(parent::script)]"), *tree.xpath("//@alt | //@title | //@aria-label")]
    return "\n".join([" ".join(shown), *data])


def _graph(content: bytes) -> str:
    tree = etree.fromstring(content, SAFE_XML)
    return "\n".join(text for element in tree.iter() for text in (element.text, *element.attrib.values()) if text)


def _json(content: bytes) -> str:
    return json.dumps(json.loads(content), ensure_ascii=False)


_READ: Mapping[str, Callable[[bytes], str]] = {
    ".csv": _csv, ".xlsx": _workbook, ".docx": _word, ".html": _page, ".pdf": pdf_text, ".gexf": _graph,
    ".graphml": _graph, ".json": _json,
}  # fmt: skip


def text_of(name: str, content: bytes) -> str:
    """What a reader of a file finds in it."""
    ending = name[name.rindex(".") :]
    return _READ[ending](content) if ending in _READ else content.decode("utf-8", errors="ignore")


# ---- fields and outputs ----------------------------------------------------------------------------------------------

OUTPUTS: Mapping[str, Callable[[str], bool]] = {
    "briefing (Word)": "reports/briefing.docx".__eq__,
    "briefing (PDF)": "reports/briefing.pdf".__eq__,
    "briefing (page)": "reports/briefing.html".__eq__,
    "the lines behind": "reports/evidence.html".__eq__,
    "what changed (Word)": "reports/changes.docx".__eq__,
    "what changed (page)": "reports/changes.html".__eq__,
    "sheets": lambda name: name.startswith("reports/sheets/") and name.endswith(".docx"),
    "lines behind sheets": "reports/sheets/evidence.html".__eq__,
    "explore": "reports/explore.html".__eq__,
    "review": "reports/review.csv".__eq__,
    "records": lambda name: name.startswith("records/"),
    "findings and ledger": lambda name: name.endswith(("findings.csv", "ledger.csv")) and name.startswith("reports/"),
    "graphs": lambda name: name.endswith((".gexf", ".graphml")),
    "workbooks": lambda name: name.endswith(".xlsx"),
    "attendance": "reports/exports/attendance.csv".__eq__,
    "popolo": "reports/exports/popolo.json".__eq__,
    "data package": lambda name: name.startswith("package/"),
}


def texts(of: Made) -> Iterator[tuple[str, str]]:
    """Each output by name, with what a reader finds in it, without gaps."""
    for name, belongs in OUTPUTS.items():
        held = [text_of(file, content) for file, content in sorted(of.files.items()) if belongs(file)]
        assert held, name
        yield name, squeezed("\n".join(held))
    for command, told in of.printed.items():
        yield f"`{command}`", squeezed(told)


def squeezed(text: str) -> str:
    """A text without any gap: a line may be broken anywhere."""
    return "".join(text.split())


def table(of: Made) -> str:
    """Fields by outputs, as docs/injection.md prints them: where all payloads of a field are found, and where some."""
    rows = ["| field | every payload is found in | some are, for it prints some |", "| --- | --- | --- |"]
    for field, where in seen(of).items():
        put = case.put(field)
        whole = [name for name, found in where.items() if found == put]
        some = [name for name, found in where.items() if found and found != put]
        rows.append(f"| {field} | {', '.join(whole)} | {', '.join(some)} |")
    return "\n".join(rows) + "\n"


def seen(of: Made) -> dict[str, dict[str, list[int]]]:
    """Field -> output -> the payloads whose mark is found there."""
    everything = range(len(case.PAYLOADS))
    found = {name: text for name, text in texts(of)}
    return {
        field: {name: [n for n in everything if case.mark(field, n) in text] for name, text in found.items()}
        for field in case.FIELDS
    }
