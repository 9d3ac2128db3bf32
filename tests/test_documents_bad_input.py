"""Papers no reader can read, and readers that hang, crash or eat memory: always one clear line, never a traceback."""

import os
import signal
import time
import zipfile
from pathlib import Path

import pytest
from office_files import R, W, excel, p, table, word, zipped

from leadnet.cli import main
from leadnet.documents import Paper, Unread, child, read, read_paper, read_papers, worker
from leadnet.documents.kept import Kept, from_json, reader_version, to_json

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")
MINUTES = "Wolds Board\nMinutes of the meeting held on 4 March 2014\n\nPresent: Ann Lee (Kent Police)\n"
ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def document(xml):
    return zipped({"word/document.xml": xml})


def deep():
    return f'<w:document xmlns:w="{W}"><w:body>{"<w:sdt><w:sdtContent>" * 2000}'


def nested_tables(times):
    inner = p("Ann Lee")
    for _ in range(times):
        inner = table((inner + p(),))
    return inner


BAD = {
    "locked.docx": (LOCKED, "it is locked with a password. Take the password away"),
    "old.docx": (OLE, "it is an old Word file or locked with a password. Save it in Word as .docx"),
    "locked.xlsx": (LOCKED, "it is locked with a password"),
    "cut.docx": (word(p("Ann Lee") * 500)[:900], "it is cut off or damaged. Open it in Word, save it again"),
    "cut.xlsx": (excel("<row/>")[:300], "it is cut off or damaged. Open it in Excel"),
    "empty.docx": (b"", "it is empty. Ask for the paper again"),
    "empty.pdf": (b"", "it is empty. Ask for the paper again"),
    "blank.docx": (word(p()), "it is empty. Ask for the paper again"),
    "empty.csv": (b"", "it is empty"),
    "empty.xlsx": (excel(""), "it is empty"),
    "pdf.docx": (b"%PDF-1.7\n", "it is a PDF by another name. Give it the ending .pdf"),
    "web.docx": (b"<html><body>Minutes", "it is a web page or XML by another name. Give it the ending .html"),
    "noise.docx": (b"Minutes of the meeting", "it is no Word file. Open it in Word, save it as .docx"),
    "sheet.docx": (excel("<row/>"), "it is a file of Excel by another name. Give it the ending .xlsx"),
    "paper.xlsx": (word(p("Minutes")), "it is a file of Word by another name. Give it the ending .docx"),
    "papers.docx": (zipped({"a.txt": "a"}), "it is a zip and holds nothing of Word. Unpack it"),
    "word.txt": (word(p("Minutes")), "it is a Word file by another name. Give it the ending .docx"),
    "word.pdf": (word(p("Minutes")), "it is a Word file by another name. Give it the ending .docx"),
    "word.html": (word(p("Minutes")), "it is a Word file by another name. Give it the ending .docx"),
    "sheet.csv": (excel("<row/>"), "it is a file of Excel by another name. Give it the ending .xlsx"),
    "pdf.txt": (b"%PDF-1.7\n", "it is a PDF by another name. Give it the ending .pdf"),
    "pdf.html": (b"%PDF-1.7\n", "it is a PDF by another name. Give it the ending .pdf"),
    "web.pdf": (b"<!DOCTYPE html><html><body>Minutes", "it is a web page by another name. Give it the ending .html"),
    "text.pdf": (b"Minutes\r\nof the meeting\n", "it is plain text by another name. Give it the ending .txt"),
    "rtf.docx": (b"{\\rtf1 Minutes}", "it is an RTF file by another name. Open it in Word, save it as .docx"),
    "zip.txt": (zipped({"a.txt": "a"}), "it is a packed file (zip) by another name. Unpack it"),
    "old.csv": (OLE, "it is not text (it looks like an old Office file)"),
    "noise.csv": (bytes(range(256)) * 4, "it is not text"),
    "half.docx": (document(f'<w:document xmlns:w="{W}"><w:body><w:p>'), "its inner text is damaged"),
    "latin.docx": (document("<w:document>\xff".encode("latin-1")), "its inner text is damaged"),
    "entities.docx": (document(f"{ENTITIES}<d>&b;</d>"), "it defines words of its own inside (a DOCTYPE)"),
    "entities16.docx": (document(f"{ENTITIES}<d>&b;</d>".encode("utf-16")), "it defines words of its own inside"),
    "entities.xlsx": (zipped({"xl/workbook.xml": f"{ENTITIES}<d>&b;</d>"}), "it defines words of its own inside"),
    "deep.docx": (document(deep()), "it is built deeper or larger than any paper"),
    "tables.docx": (word(nested_tables(60)), "it is built deeper or larger than any paper"),
    "odd.xlsx": (zipped({"xl/workbook.xml": "<a/>"}), "it is damaged, or no workbook of Excel's"),
    "pictures.docx": (
        zipped({"word/document.xml": f'<w:document xmlns:w="{W}"><w:body/></w:document>', "word/media/1.png": b""}),
        "it holds pictures and no text. Run text recognition (OCR) on it",
    ),
    "board.doc": (OLE, "it is an old Word file. Open it, save it as .docx"),
    "board.zip": (zipped({"a.txt": "a"}), "it is a packed file. Unpack it, name the papers in it"),
}


def one_line(path, reader=read_paper):
    """The one line a paper that cannot be read gives."""
    with pytest.raises(Unread) as told:
        reader(path)
    line = str(told.value)
    assert line.startswith(f"{path.name}: not read - ") and line.endswith(" try again.") or "leave it out." in line
    assert "\n" not in line and "Traceback" not in line
    return line


@pytest.mark.parametrize("name", BAD)
def test_one_clear_line(tmp_path, name):
    content, said = BAD[name]
    (tmp_path / name).write_bytes(content)
    assert said in one_line(tmp_path / name)


@pytest.mark.parametrize("name", ["bomb.docx", "bomb.xlsx"])
def test_a_zip_bomb_is_refused_before_it_unfolds(tmp_path, name):
    part = "word/document.xml" if name.endswith("docx") else "xl/workbook.xml"
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as file, file.open(part, "w") as unfolded:
        for _ in range(60):
            unfolded.write(b" " * 1024 * 1024)
    assert "it unfolds to more text than any paper has" in one_line(tmp_path / name)


@pytest.mark.parametrize("name", ["huge.docx", "huge.xlsx", "huge.csv", "huge.txt", "huge.pdf"])
def test_a_gigabyte_of_nothing_is_not_even_opened(tmp_path, name):
    with (tmp_path / name).open("wb") as file:
        file.truncate(1024**3)
    assert "it is 1024 MB and the most is 20 MB" in one_line(tmp_path / name, read)


def test_a_million_cells_are_too_many(tmp_path):
    (tmp_path / "wide.csv").write_text(("1," * 999 + "1\n") * 1000, encoding="utf-8")
    rows = (
        f"<row>{''.join(f'<c><v>{n * n % 9973}</v></c>' for n in range(row, row + 1000))}</row>" for row in range(1000)
    )
    (tmp_path / "wide.xlsx").write_bytes(excel("".join(rows)))
    (tmp_path / "far.xlsx").write_bytes(
        excel('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    )
    for name in ("wide.csv", "wide.xlsx"):
        assert "it has more than 100,000 filled cells" in one_line(tmp_path / name)
    assert len(read_paper(tmp_path / "far.xlsx").lines) == 2


def test_letters_of_other_encodings_in_a_register(tmp_path):
    text = "Name,4 March 2024,3 June 2024\nZoë Lee,P,A\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        (tmp_path / "zoe.csv").write_bytes(text.encode(encoding))
        paper = read_paper(tmp_path / "zoe.csv")
        assert paper.meetings[0].attendance[0].person == "Zoë Lee"
        assert any("Windows-1252" in problem.what for problem in paper.problems) == (encoding == "cp1252")


def test_two_encodings_in_one_paper_are_told_apart_line_by_line(tmp_path):
    (tmp_path / "zoe.txt").write_bytes(MINUTES.replace("Ann", "Zoë").encode() + "Noted by Renée Hill".encode("cp1252"))
    paper = read_paper(tmp_path / "zoe.txt")
    assert paper.meeting.attendance[0].person == "Zoë Lee"
    assert paper.lines[-1].text == "Noted by Renée Hill"
    (told,) = [problem for problem in paper.problems if "Windows-1252" in problem.what]
    assert (told.line, told.what[:40]) == ("5", "some lines were read as Windows-1252 (it")


def test_links_to_elsewhere_are_not_followed(tmp_path):
    link = f'<w:hyperlink r:id="x" xmlns:r="{R}"><w:r><w:t>Minutes</w:t></w:r></w:hyperlink>'
    parts = {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{p(link)}</w:body></w:document>'}
    parts["_rels/.rels"] = (
        '<Relationships><Relationship Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>'
    )
    (tmp_path / "link.docx").write_bytes(zipped(parts))
    assert "it is empty" in one_line(tmp_path / "link.docx")  # a part the zip does not hold


# ---- in a process of its own ----------------------------------------------------------------------------------------


@pytest.fixture
def board(tmp_path):
    (tmp_path / "board.txt").write_text(MINUTES, encoding="utf-8")
    return tmp_path / "board.txt"


def test_the_same_paper_comes_out_of_the_child(board):
    assert read(board) == read_paper(board)
    assert read(board, "wolds-1").doc_id == "wolds-1"


def test_a_batch_comes_in_its_order_with_the_unread_among_it(board, tmp_path):
    (tmp_path / "old.doc").write_bytes(OLE)
    said = []
    found = list(read_papers([board, tmp_path / "old.doc", board], ["a", "b", "c"], progress=said.append))
    assert [type(one) for one in found] == [Paper, Unread, Paper]
    assert [found[0].doc_id, found[2].doc_id] == ["a", "c"]
    assert said == ["read board.txt", str(found[1]), "read board.txt"]


def hang(path, doc_id):
    time.sleep(60)


def crash(path, doc_id):
    os.kill(os.getpid(), signal.SIGKILL)


def eat(path, doc_id):
    return bytearray(2 * 1024**3)


def work(path, doc_id):
    while True:
        pass


def stumble(path, doc_id):
    raise KeyError("deep inside\nof a library")


@pytest.mark.skipif(not child.FORKS, reason="extra: this system cannot fork")
@pytest.mark.parametrize(
    ("reader", "said"),
    [
        (hang, "it took longer than 120 seconds by the clock"),
        (crash, "something in it ended the reader. Open it in the program it was made with"),
        (eat, "reading it took more than 400 MB of memory. Split it"),
        (work, "it took more than 20 seconds of work. Split it"),
        (stumble, "something in it led the reader astray."),
    ],
)
def test_a_child_that_hangs_crashes_or_overruns_is_one_line(monkeypatch, board, reader, said):
    monkeypatch.setattr(child, "read_paper", reader)
    monkeypatch.setattr(child, "WALL", 0.4 if reader is hang else 10)
    monkeypatch.setattr(child, "CPU", 1)
    monkeypatch.setattr(child.signal, "alarm", lambda seconds: None)
    told = child._forked(board, "board").decode()
    assert f"board.txt: not read - {said}" in told and told.count("\n") == 1


def test_an_answer_that_is_no_paper_is_not_believed(board):
    paper = read_paper(board)
    for answer in (b"\n", b"[]\n", b'{"paper": "{}"}\n', b'{"paper": 7}\n', b"[" * 100_000 + b"\n"):
        with pytest.raises(Unread, match="led the reader astray"):
            worker._paper(answer, board, "board")
    with pytest.raises(ValueError, match="not a"):
        from_json(to_json(paper).replace('"kind":"minutes"', '"kind":["minutes"]'))


def test_a_helper_that_is_gone_is_replaced_and_none_is_left_behind(board):
    read(board)
    helpers = list(worker._idle)
    helpers[0].process.kill()
    helpers[0].process.wait()
    assert read(board).doc_id == "board"
    worker.end_helpers()
    assert worker._idle == [] and all(helper.process.poll() is not None for helper in helpers)


def test_in_a_batch_the_rest_is_read_and_nothing_is_lost(board, tmp_path, capsys):
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7 cut")
    (tmp_path / "empty.docx").write_bytes(b"")
    bad = [str(tmp_path / name) for name in ("cut.pdf", "empty.docx")]
    assert main(["read", bad[0], str(board), bad[1]]) == 3
    said = capsys.readouterr()
    assert said.out.startswith("board.txt: minutes") and said.out.count("\n") == 1
    *lines, last = said.err.splitlines()
    assert [line.split(": ")[1] for line in lines] == ["cut.pdf", "empty.docx"]
    assert last == "1 read, 2 not read, 0 with warnings"
    assert main(["read", *bad]) == 1


# ---- papers kept ----------------------------------------------------------------------------------------------------


def test_a_paper_read_before_is_not_read_again(board, tmp_path, monkeypatch):
    paper = read(board, keep=tmp_path / "kept")
    monkeypatch.setattr(worker, "_helper", None)  # nothing is left to read with
    assert read(board, keep=tmp_path / "kept") == paper
    renamed = board.rename(tmp_path / "Minutes of March.txt")
    again = read(renamed, keep=tmp_path / "kept")
    assert (again.doc_id, again.file, again.lines) == ("minutes-of-march", renamed.name, paper.lines)


def test_a_damaged_or_changed_paper_is_read_again(board, tmp_path):
    paper = read(board, keep=tmp_path / "kept")
    (held,) = (tmp_path / "kept" / reader_version()).iterdir()
    assert Kept(tmp_path / "kept").find(paper.sha256, "board.txt", "board") == paper
    held.write_text(held.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    assert read(board, keep=tmp_path / "kept") == paper
    board.write_text(MINUTES.replace("Ann Lee", "Joe Dale"), encoding="utf-8")
    assert read(board, keep=tmp_path / "kept").meeting.attendance[0].person == "Joe Dale"


def test_a_folder_that_cannot_be_written_is_no_fault(board):
    assert isinstance(read(board, keep=Path(board, "not", "a", "folder")), Paper)
