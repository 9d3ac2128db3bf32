"""The pictures of docs/reply.md, exports.md and ci.md, of each study: `python docs/pictures.py [reply-sheet …]`.

They are made from copies of data/leicestershire and data/wolds; answers, edits and the quarter before are invented here
and say so. LibreOffice (soffice) draws what is a Word file, Typst the tables. The same study, the same fonts
and the same LibreOffice give the same bytes.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import docx
import openpyxl
import pypdfium2
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.text.run import Run
from PIL import Image, ImageChops, ImageOps

import leadnet
from leadnet.briefing.changed_kept import kept_now
from leadnet.briefing.changed_page import page
from leadnet.briefing.changed_rows import changes
from leadnet.briefing.content import Briefing, Section, TableExhibit
from leadnet.briefing.docx import write_docx
from leadnet.briefing.edited import check_edited
from leadnet.briefing.paper import assemble
from leadnet.briefing.pdf import write_pdf
from leadnet.briefing.settings import read_author
from leadnet.briefing.sheet import sheet_of
from leadnet.briefing.sheet_file import write_sheet
from leadnet.build import Built
from leadnet.cli import main as run
from leadnet.export import export_files
from leadnet.new_study.ci import ci_files
from leadnet.rap import answers, look_at
from leadnet.review import propose_seats
from leadnet.study.words import Sentence, Span

DOCS = Path(__file__).parent
DATA = DOCS.parent / "data"
_SCALE, _COLOURS = 1.25, 24
_TOP, _NOTICE, _FOOT = 94, 22, 60  # points of a side of the PDF above the first caption, of the notice, and below
# What is answered in each study's sheet: organisation, then the tag of a line and what is written beside it.
_ANSWERS = {
    "leicestershire": ("charnwood", {"s:attendance/ssog-2007-07-02-notes:14:1": ("no", "apologies"),
                                     "s:grid/ssog-2007-07-02-notes:44:ssog-2007-05-09": ("yes", "")}),
    "wolds": ("pellmarsh", {"s:attendance/chief-executives-2022-07-27-minutes:21:4": ("no", "b: absent"),
                            "s:attendance/leaders-2022-07-18-minutes:11:1": ("yes", "")}),
}  # fmt: skip
# The papers the quarter before had not, and what study.toml and briefing.toml said then.
_BEFORE = {
    "leicestershire": (("ssog-2008-01-22-report", "ipb-2011-11-08-report"),
                       ("as_at = 2011-11-08", "as_at = 2007-12-31"), ("date = 2026-11-23", "date = 2026-08-23")),
    "wolds": (("health-and-wellbeing-2025-04-10", "chief-executives-2025-04-23", "reorganisation-2025-05-30"),
              ("as_at = 2025-07-30", "as_at = 2025-03-31"), ("date = 2025-07-30", "date = 2025-04-30")),
}  # fmt: skip
_ASKED = {"leicestershire": "blaby", "wolds": "torswoldshire-police"}


def main(wanted: Sequence[str]) -> None:
    """Draw every picture of each study, or those asked for."""
    for name in _ANSWERS:
        with tempfile.TemporaryDirectory() as held:
            folder = _copy(name, Path(held) / name)
            built = leadnet.study(folder)
            for what, draw in ((what, draw) for what, draw in _PICTURES.items() if what in wanted or not wanted):
                file = DOCS / f"{what}-{name}.png"
                draw(built).quantize(_COLOURS).save(file, optimize=True)
                print(f"{file.name}: {file.stat().st_size // 1000} kB")


def _copy(name: str, folder: Path) -> Path:
    shutil.copytree(DATA / name, folder, ignore=shutil.ignore_patterns("records", "reports", ".lock"))
    return folder


# ---- one picture each ------------------------------------------------------------------------------------------------


def sheet(built: Built) -> Image.Image:
    """A sheet sent back: a line agreed to and one put right."""
    org, said = _ANSWERS[built.folder.path.name]
    paper = sheet_of(built, org, read_author(built.folder.path))
    document = docx.Document(io.BytesIO(write_sheet(paper.paper, org, paper.tables, apart=paper.apart)))
    written = {**said, "s:signed/who": ("A. Reader",), "s:signed/when": ("3 March 2026",)}
    for row in (row for table in document.tables for row in table.rows):
        for tag in (tag.get(qn("w:val")) for tag in row._tr.iter(qn("w:tag"))):
            cells = row.cells[-len(written.get(tag, ())) :] if tag in written else ()
            for cell, words in zip(cells, written.get(tag, ()), strict=False):
                cell.paragraphs[0].add_run(words).font.highlight_color = WD_COLOR_INDEX.YELLOW
    return _beside(_pages(_saved(document))[:2])


def edited(built: Built) -> Image.Image:
    """The first side of an edited briefing, what was changed in yellow, and what `leadnet check` says of it."""
    author = read_author(built.folder.path)
    document = docx.Document(io.BytesIO(write_docx(assemble(built, author), author.template)))
    body = [each for each in document.paragraphs if each.style.name in ("Report Paragraph", "Report Limb")]
    marked = [text for each in body for text in each._p.iter(qn("w:t")) if _is_marked(text) and text.text[:1].isdigit()]
    marked[0].text = f"1{marked[0].text}"
    marked[2].text = "some"
    typed = body[0].add_run(" About 40 people were asked.")
    for run_ in (Run(marked[0].getparent(), body[0]), Run(marked[2].getparent(), body[0]), typed):
        run_.font.highlight_color = WD_COLOR_INDEX.YELLOW
    with tempfile.TemporaryDirectory() as held:
        file = Path(held) / "edited.docx"
        document.save(file)
        found = check_edited(built, file).found
    rows = [(each.kind, each.where, each.said) for each in found]
    said = _table(built, "leadnet check STUDY edited.docx", ("Found", "Where", "What is said"), rows, (1, 2, 6))
    side = _pages(_saved(document))[0]
    return _above([side.crop((0, 0, side.width, side.height * 3 // 5)), said])


def _is_marked(text: docx.oxml.text.run.CT_Text) -> bool:
    return next(text.iterancestors(qn("w:sdt")), None) is not None


def changed(built: Built) -> Image.Image:
    """What changed since the quarter before, as its page says it."""
    with tempfile.TemporaryDirectory() as held:
        then = leadnet.study(_before(built, Path(held) / built.folder.path.name))
        author = read_author(then.folder.path)
        kept = kept_now(then, author, {"briefing.docx": write_docx(assemble(then, author))})
    author = read_author(built.folder.path)
    return _pages(write_docx(page(built, author, changes(built, kept))))[0]


def _before(built: Built, folder: Path) -> Path:
    """The study as it stood a quarter before."""
    late, as_at, day = _BEFORE[built.folder.path.name]
    _copy(built.folder.path.name, folder)
    for file in [*folder.glob("*.csv"), *folder.glob("register/*.csv")]:
        rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(row for row in rows if not any(doc in row for doc in late)), encoding="utf-8")
    for file, change in (("study.toml", as_at), ("briefing.toml", day)):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(*change), encoding="utf-8")
    return folder


def invited(built: Built) -> Image.Image:
    """What the Grid says of one that never came, before the seats its papers list are kept and after."""
    org = _ASKED[built.folder.path.name]
    with tempfile.TemporaryDirectory() as held:
        folder = _copy(built.folder.path.name, Path(held) / built.folder.path.name)
        said = [*propose_seats(leadnet.study(folder))]
        register = folder / "register/memberships.csv"
        register.write_text(register.read_text(encoding="utf-8").replace("proposed", "kept"), encoding="utf-8")
        after = leadnet.study(folder)
    states = [frame[frame["org_id"] == org].set_index("meeting_id")["state"] for frame in (built.grid, after.grid)]
    bodies = built.meetings.set_index("meeting_id")["body_id"]
    bodies = bodies[bodies == ("ssog" if org == "blaby" else "health-and-wellbeing")]
    rows = [(meeting, *(state.get(meeting, "") for state in states)) for meeting in bodies.index]
    header = (built.names[org], "Before the seats are kept", "After")
    title = f"leadnet review STUDY --propose: {said[0].partition(',')[0]}"
    return _table(built, title, header, rows, (4, 3, 3))


def exported(built: Built) -> Image.Image:
    """The first rows of the sheet Grid of the workbook, as its cells read."""
    book = openpyxl.load_workbook(io.BytesIO(export_files(built, ["xlsx"])["tables.xlsx"]))
    rows = [["" if cell is None else str(cell) for cell in row] for row in book["Grid"].iter_rows(values_only=True)]
    top = next(place for place, row in enumerate(rows) if all(row))
    kept = [rows[top].index(name) for name in ("Organisation", "Meeting", "What the record says",
                                               "People in the room", "Lines")]  # fmt: skip
    header, *shown = ([row[place] for place in kept] for row in rows[top : top + 12])
    title = f"tables.xlsx, sheet Grid, some of its columns: {rows[0][0].partition(' [')[0]}"
    return _table(built, title, header, shown, (4, 4.4, 3, 2, 6))


def ci_run(built: Built) -> Image.Image:
    """The steps of examples/ci on the study as a repository of its own: what each said last, and what is kept."""
    with _repository(built) as folder:
        steps = (("check", "."), ("brief", "."), ("changed", "."), ("export", ".", "--to", "xlsx,package"))
        rows = [(f"leadnet {' '.join(words)}", *_last(words)) for words in steps]
        kept = sorted(path for path in (folder / "reports").rglob("*.*") if path.parent.name in ("reports", "exports"))
        rows.append(("kept as artefact", "", ", ".join(path.name for path in kept)))
    return _table(built, "A host's run", ("Step", "Exit", "What it said last"), rows, (4, 1, 7))


def _last(words: Sequence[str]) -> tuple[str, str]:
    """The exit code of a command and the last line it printed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = run([*words])
    return str(code), out.getvalue().strip().splitlines()[-1]


def rap(built: Built) -> Image.Image:
    """The levels of RAP for the study as a repository of its own, with the evidence."""
    with _repository(built) as folder:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            run(["brief", ".", "--to", "html"])
        found = [(each.criterion.level, each.criterion.what, each.verdict, each.evidence)
                 for each in answers(look_at(folder, folder))]  # fmt: skip
    return _table(built, "leadnet rap STUDY", ("Level", "Criterion", "Answer", "Evidence"), found, (2, 5, 3, 7))


@contextlib.contextmanager
def _repository(built: Built) -> Iterator[Path]:
    """The study as a repository with one commit, the files of examples/ci in it, as the folder one stands in."""
    with tempfile.TemporaryDirectory() as held, contextlib.chdir(held):
        folder = _copy(built.folder.path.name, Path(held) / built.folder.path.name)
        for name, text in ci_files("github,gitlab").items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        git = ["git", "-C", str(folder), "-c", "user.name=An Analyst", "-c", "user.email=analyst@example.org"]
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "A study"]):
            subprocess.run([*git, *words], check=True, capture_output=True)
        with contextlib.chdir(folder):
            yield folder


_PICTURES = {
    "reply-sheet": sheet,
    "reply-edited": edited,
    "reply-changes": changed,
    "invited": invited,
    "exports-grid": exported,
    "ci-run": ci_run,
    "ci-rap": rap,
}


# ---- from files to pictures ------------------------------------------------------------------------------------------


def _table(built: Built, title: str, header: Sequence[str], rows: Iterable[Sequence[str]],
           widths: Sequence[float]) -> Image.Image:  # fmt: skip
    """A table as the briefing's PDF sets one."""
    cells = tuple(tuple(_words(cell) for cell in row) for row in rows)
    exhibit = TableExhibit(_words(title), _words(f"Study: {built.settings.name}"), tuple(header), cells, tuple(widths))
    paper = Briefing("Table", (), (Section("Table", (exhibit,)),), _words(""), built.build, built.settings.as_at,
                     built.settings.made_up)  # fmt: skip
    sides = [side.render(scale=_SCALE).to_pil().convert("RGB") for side in pypdfium2.PdfDocument(write_pdf(paper))]
    tops = (_TOP + (_NOTICE if built.settings.made_up else 0), *(0 for _ in sides[1:]))
    return _above([
        _trimmed(side.crop((0, round(top * _SCALE), side.width, side.height - round(_FOOT * _SCALE))))
        for side, top in zip(sides, tops, strict=True)
    ])  # fmt: skip


def _words(text: str) -> Sentence:
    return Sentence((Span(text),))


def _saved(document: docx.document.Document) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _pages(data: bytes) -> list[Image.Image]:
    """The pages of a Word file as LibreOffice prints them."""
    with tempfile.TemporaryDirectory() as held:
        file = Path(held) / "file.docx"
        file.write_bytes(data)
        profile = f"-env:UserInstallation={(Path(held) / 'profile').as_uri()}"
        subprocess.run(["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", held, str(file)],
                       check=True, capture_output=True, timeout=180)  # fmt: skip
        return _drawn(pypdfium2.PdfDocument((Path(held) / "file.pdf").read_bytes()))


def _drawn(pdf: pypdfium2.PdfDocument) -> list[Image.Image]:
    return [_trimmed(side.render(scale=_SCALE).to_pil().convert("RGB")) for side in pdf]


def _trimmed(image: Image.Image) -> Image.Image:
    """Without the empty margins."""
    edges = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, "white")).getbbox()
    cut = image.convert("RGB").crop(edges) if edges else image
    return ImageOps.expand(cut, border=round(12 * _SCALE), fill="white")


def _above(images: Sequence[Image.Image]) -> Image.Image:
    return _joined(images, down=True)


def _beside(images: Sequence[Image.Image]) -> Image.Image:
    return _joined(images, down=False)


def _joined(images: Sequence[Image.Image], down: bool) -> Image.Image:
    """The pictures under or beside each other."""
    wide, high = [image.width for image in images], [image.height for image in images]
    whole = Image.new("RGB", (max(wide), sum(high)) if down else (sum(wide), max(high)), "white")
    for place, image in enumerate(images):
        whole.paste(image, (0, sum(high[:place])) if down else (sum(wide[:place]), 0))
    return whole


if __name__ == "__main__":
    main(sys.argv[1:])
