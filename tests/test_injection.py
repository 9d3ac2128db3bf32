"""Names and texts from papers are data in every output: forty payloads in each text field, looked at by parsers.

In the browser the same files are looked at by test_injection_browser.py.
"""

import contextlib
import csv
import io
import json
import re
import unicodedata
import zipfile
from collections import Counter

import injection_case as case
import openpyxl
import pypdf
import pytest
from docx import Document
from injection_outputs import SAFE_XML, pdf_text
from lxml import etree, html

import leadnet
from leadnet.briefing import brief, read_author
from leadnet.briefing.sheet import sheet_of
from leadnet.briefing.sheet_file import write_sheet
from leadnet.cli import main
from leadnet.explore.one_page import page
from leadnet.review import queue_table, weighed
from leadnet.study.file_names import name_fault
from leadnet.study.harmless import clean, for_terminal, harmless, one_line, plain_cell
from leadnet.study.queries import literal
from leadnet.study.spreadsheet import sheet_bytes

RUNS = tuple("=+-@\t\r\n＝＋－＠")
INERT = {"script", "iframe", "object", "embed", "base", "form", "link"}  # of these a paper of ours has none
DRAWN = {"clippath", "defs", "g", "path", "pattern", "rect", "use"}  # shapes alone: no words, no picture, no script


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return case.study(tmp_path_factory.mktemp("injected") / "north")


@pytest.fixture(scope="module")
def said():
    """What was said while the outputs were made."""
    return []


@pytest.fixture(scope="module")
def outputs(study, said):
    """Every output of the study by name, made by one build."""
    _, built = brief(study, progress=said.append)
    files = {path.relative_to(study).as_posix(): path.read_bytes() for path in study.rglob("*") if path.is_file()}
    files = {
        name.replace(f"reports/{built.build}/", "build/"): content
        for name, content in files.items()
        if not name.startswith((".read/", "papers/"))
    }
    files |= {f"exports/{name}": content for name, content in leadnet.export_files(built).items()}
    sheet = sheet_of(built, "org-16", read_author(study))
    files["sheet.docx"] = write_sheet(sheet.paper, "org-16", sheet.tables, b"")
    with zipfile.ZipFile(io.BytesIO(files["exports/package.zip"])) as parts:
        files |= {f"package/{name}": parts.read(name) for name in parts.namelist()}
    return files | {
        "explore.html": page(built),
        "review.csv": sheet_bytes(queue_table(built, weighed(built, 0))),
    }


def of_kind(outputs, *endings):
    found = {name: content for name, content in outputs.items() if name.endswith(endings)}
    assert found
    return found.items()


def test_the_payloads_reach_every_kind_of_output(outputs):
    """Else the rest of this page would look at nothing."""
    assert len(set(case.PAYLOADS)) == 40
    for name in ("records/attendance.csv", "records/lines.csv", "build/ledger.csv", "review.csv", "sources.csv",
                 "exports/attendance.csv", "reports/evidence.html", "reports/briefing.html", "explore.html",
                 "exports/network.gexf", "exports/network.graphml", "exports/popolo.json"):  # fmt: skip
        text = outputs[name].decode("utf-8")
        assert "evil.invalid" in text, name
        assert "7777*7777" in text, name


def test_no_cell_of_any_csv_runs_or_breaks_out_of_its_row(outputs):
    for name, content in of_kind(outputs, ".csv"):
        text = content.decode("utf-8-sig")
        assert "\r" not in text, name
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert {len(row) for row in rows} <= {len(header)}, name
        for cell in (cell for row in rows for cell in row):
            runs = cell.lstrip(" \xa0\u200b\ufeff").startswith(RUNS) and not re.fullmatch(r"-|\+|-\d[\d,.]*%?", cell)
            assert not runs, (name, cell)


def test_a_cell_made_harmless_is_read_as_it_was():
    assert [plain_cell(harmless(x)) for x in case.PAYLOADS] == [x.replace("\r", "\n") for x in case.PAYLOADS]
    assert [harmless(cell) for cell in ("-2.5", "-", "Blaby", "'s-Hertogenbosch")] == [
        "-2.5", "-", "Blaby", "'s-Hertogenbosch"]  # fmt: skip


def test_no_workbook_holds_a_formula_or_a_link(outputs):
    for name, content in of_kind(outputs, ".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content))
        for sheet in book:
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                assert cell.data_type != "f", (name, cell.value)
                assert not (isinstance(cell.value, str) and cell.value.startswith(RUNS)), (name, cell.value)
                assert not cell.hyperlink or cell.hyperlink.location, (name, cell.value)  # none leads outside
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            assert not [part for part in parts.namelist() if "externalLink" in part or "vba" in part]


def test_no_page_has_an_element_or_attribute_of_a_papers_making(outputs):
    for name, content in of_kind(outputs, ".html"):
        tree = html.document_fromstring(content.decode("utf-8"))
        tags = Counter(element.tag for element in tree.iter() if isinstance(element.tag, str))
        assert tags["script"] == (2 if name == "explore.html" else 0), name
        assert not (INERT - {"script"}) & set(tags), name
        assert not [node for node in tree.iter() if node.tag is etree.Comment], name
        assert {each.tag for each in tree.xpath("//svg//*")} <= DRAWN, name
        for element in tree.iter(etree.Element):
            for attribute, value in element.attrib.items():
                assert not attribute.startswith("on"), (name, attribute)
                assert attribute not in ("href", "src") or value.startswith(("#", "data:image/png")), (name, value)


def test_the_data_of_the_explore_page_cannot_leave_its_element(outputs):
    tree = html.document_fromstring(outputs["explore.html"].decode("utf-8"))
    (data,) = tree.xpath("//script[@id='data']/text()")
    names = {one["name"] for one in json.loads(data)["organisations"]}
    plain = [n for n, x in enumerate(case.PAYLOADS) if "\r" not in x]  # a row's cell has \n for it
    assert [n for n in plain if f"{case.PAYLOADS[n]} {case.word(n)} Trust" not in names] == []
    assert "<" not in data


def test_the_templates_were_not_run(outputs):
    for name, content in outputs.items():
        text = pdf_text(content) if name.endswith(".pdf") else content.decode("utf-8", errors="ignore")
        assert not [mark for mark in case.RAN if mark in text], name


def test_the_pdf_prints_typsts_own_signs_and_does_nothing(outputs):
    content = outputs["reports/briefing.pdf"]
    said = "".join(pdf_text(content).split())
    assert '#read("/etc/passwd")' in said
    pdf = pypdf.PdfReader(io.BytesIO(content))
    catalogue = pdf.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(catalogue)
    actions = [each["/A"] for sheet in pdf.pages for each in map(_object, sheet.get("/Annots", ())) if "/A" in each]
    assert actions
    assert {action["/S"] for action in actions} == {"/URI"}
    assert all(action["/URI"].startswith("evidence.html#") for action in actions)
    assert not [name for name in pdf.attachments]


def _object(reference):
    return reference.get_object()


def test_no_word_file_has_a_field_a_macro_or_a_link_that_leads_elsewhere(outputs):
    for name, content in of_kind(outputs, ".docx"):
        document = Document(io.BytesIO(content))
        assert document.paragraphs
        outside = [of.target_ref for of in document.part.rels.values() if of.is_external]
        assert all(target.startswith(("evidence.html#", "changes.html#")) for target in outside), name
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            assert not [part for part in parts.namelist() if re.search(r"vba|embeddings|activeX|afchunk", part)]
            names = [part for part in parts.namelist() if part.endswith((".xml", ".rels"))]
            xml = [etree.fromstring(parts.read(part), SAFE_XML) for part in names]
        told = "".join(text for tree in xml for text in tree.xpath("//*[local-name()='instrText']/text()")).split()
        assert set(told) <= {"PAGE", "NUMPAGES", "\\*", "MERGEFORMAT"}, name
        assert not [1 for tree in xml for _ in tree.iterfind(".//{*}altChunk")]


def test_graph_files_and_json_hold_the_names_as_text(outputs):
    for name, content in of_kind(outputs, ".gexf", ".graphml"):
        tree = etree.fromstring(content, SAFE_XML)
        assert tree.getroottree().docinfo.doctype == ""
        texts = {text for element in tree.iter() for text in (element.text, *element.attrib.values()) if text}
        names = [clean(f"{x} {case.word(n)} Trust") for n, x in enumerate(case.PAYLOADS)]
        assert set(names) <= texts, name
    for _, content in of_kind(outputs, ".json"):
        json.loads(content)


def test_the_command_line_says_it_in_lines_no_terminal_obeys(study, outputs, capfd):
    assert main(["evidence", str(study), "organisations_without_tier"]) == 0
    out, err = capfd.readouterr()
    assert "\\u001b[2J" in out  # the sequence is there to read
    assert "leadnet: no fault" not in out.splitlines()
    kinds = {unicodedata.category(char) for char in out + err if char not in "\n\t"}
    assert not kinds & {"Cc", "Cf", "Zl", "Zp"}


def test_a_fault_quotes_a_cell_in_one_line_no_terminal_obeys(tmp_path, capfd):
    made = case.start(tmp_path / "new", "Leicestershire", "2008-12-31")
    for payload in case.PAYLOADS:
        with (made / "bodies.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("body_id", "name"), (f"a{payload}", "b")])
        assert main(["check", str(made)]) == 1
        out, err = capfd.readouterr()
        assert (len(out.splitlines()), err) == (2, ""), out  # the fault, and how many there are
        assert all(char.isprintable() or char == "\n" for char in out), ascii(out)


def test_the_tie_table_of_any_table_is_safe_too(tmp_path, capfd):
    table = tmp_path / "t.csv"
    rows = [(f"{x} {n}", event) for n, x in enumerate(case.PAYLOADS) for event in ("a", f"b{n % 3}")]
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("organisation", "event"), *rows])
    assert main(["ties", str(table)]) == 0
    header, *found = csv.reader(io.StringIO(capfd.readouterr().out, newline=""), strict=True)
    assert {len(row) for row in found} == {len(header)}
    assert not [cell for row in found for cell in row[:2] if cell.lstrip().startswith(RUNS)]


NAMES = {
    "--flag.txt": "", "=1+1.txt": "", "board's notes (2).txt": "", "CON.txt": "Windows keeps", "lpt1": "Windows keeps",
    "a\nb.txt": "a control character", "a\u202etxt.exe": "a mark that turns", "..": "begins or ends with a dot",
    'say "x".txt': 'it holds "', "a\\b.txt": "it holds \\", "x" * 300: "more than 120 letters",
    "a. ": "a dot or a space",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_taken_in_under_a_name_every_machine_can_keep(name, tmp_path, capfd):
    assert NAMES[name] in name_fault(name)
    assert bool(NAMES[name]) == bool(name_fault(name))
    if len(name) > 255 or name == "..":
        assert main(["read", "--into", str(tmp_path), "--", str(tmp_path / name)]) == 1
        assert "Traceback" not in capfd.readouterr().err
        return
    made = case.start(tmp_path / "new", "Leicestershire", "2008-12-31")
    paper = tmp_path / name
    paper.write_text("Minutes of a meeting of the Joint Board held on 3 March 2008\n\nPRESENT\n\nAnn Arden\n")
    code = main(["read", "--into", str(made), "--", str(paper)])
    held = sorted(path.name for path in (made / "papers").iterdir())
    readable = paper.suffix == ".txt"
    assert (code, held) == ((0, [name]) if readable and not NAMES[name] else (1, []))
    assert not [char for char in "".join(capfd.readouterr()) if not char.isprintable() and char != "\n"]


def test_one_name_no_machine_can_keep_does_not_keep_the_other_papers_out(tmp_path, capfd):
    made = case.start(tmp_path / "new", "Leicestershire", "2008-12-31")
    papers = [tmp_path / name for name in ("good.txt", "CON.txt")]
    for paper in papers:
        paper.write_text("Minutes of a meeting of the Joint Board held on 3 March 2008\n\nPRESENT\n\nAnn Arden\n")
    assert main(["read", "--into", str(made), *map(str, papers)]) == 3
    assert [path.name for path in (made / "papers").iterdir()] == ["good.txt"]
    assert "CON.txt: not taken in, for" in (said := capfd.readouterr().err) and "1 read, 1 not read" in said


def test_a_path_is_a_literal_to_the_engine(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "o'); DROP TABLE kept; --.parquet"
    with contextlib.closing(duckdb.connect()) as engine:
        engine.execute("CREATE TABLE kept AS SELECT 7 AS n")
        engine.execute(f"COPY kept TO {literal(path)} (FORMAT parquet)")
        assert engine.execute(f"SELECT n FROM read_parquet({literal(path)})").fetchall() == [(7,)]
        assert engine.execute("SELECT n FROM kept").fetchall() == [(7,)]


def test_for_a_terminal_json_stays_the_same_data():
    held = [*case.PAYLOADS, "Zoë", "\ud800"]
    assert json.loads(for_terminal(json.dumps(held, ensure_ascii=False))) == held


def test_progress_is_one_line_a_step(outputs, said):
    assert len(said) > len(case.PAYLOADS)  # a paper each, and the steps
    assert all(len(one_line(line).splitlines()) == 1 for line in said)
