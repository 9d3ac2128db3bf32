"""Who may not be named is in no byte of what comes out, in any mode; and the mode stands in every footer."""

import io
import zipfile
import zlib
from functools import cache, partial

import pypdf
import pytest

import leadnet
from leadnet.new_study import start

# Each name stands in one place only, so that a leak says by which way it came.
NAMES = {
    "Quillfeather": "an attendance list",
    "Oxtoby-Vane": "a decision",
    "Thrussell": "a commitment in running text",
    "Underbrink": "the author's words",
    "Marrable": "the title",
    "Yeldersley": "a file's name",
    "Pockington": "words quoted by the author",
    "Vossbury": "a stage as printed",
}
SEATS = {
    "Ann Arden": "Chief Executive, Leicestershire County Council (in the Chair)",
    "Kim Quillfeather": "Policy Officer, Blaby District Council",
    "Sam Underbrink": "Clerk, Charnwood Borough Council",
    "Pat Marrable": "Planner, Melton Borough Council",
    "Jo Yeldersley": "Officer, Melton Borough Council",
    "Max Oxtoby-Vane": "Officer, Blaby District Council",
    "Di Thrussell": "Officer, Charnwood Borough Council",
    "Flo Pockington": "Officer, Rutland County Council",
    "Al Vossbury": "Officer, Rutland County Council",
}
MINUTES = (
    "Minutes of a meeting of the Joint Board held at Town Hall on Monday 2 July 2007.\n\nPRESENT\n\n"
    + "".join(f"| {name} | - | {seat} |\n" for name, seat in SEATS.items())
    + "\n1. Housing\n\nIt was AGREED that Max Oxtoby-Vane write to the districts about the plan by 1 August 2007.\n\n"
    "2. Waste\n\nDi Thrussell agreed to bring a paper to the next meeting.\n\n3. Stages\n\n"
    "Flo Pockington reported that 140 homes stood empty. Al Vossbury said the start would be in May 2008.\n"
)
OWN = """
[own.view]
heading = "Our view"
text = "We thank Sam Underbrink. “reported that 140 homes stood empty” is what we were told."
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A study that holds each of the names, and lets the chair alone be named."""
    folder = start(tmp_path_factory.mktemp("private") / "study", "Leicestershire", "2010-01-01")
    (folder / "papers" / "jo-yeldersley.txt").write_text(MINUTES)
    for name, row in {
        "bodies.csv": "jb,Joint Board,JB,leicestershire,leicestershire",
        "sources.csv": "minutes-2007,jo-yeldersley.txt,minutes,jb,2007-07-02,,,public,,",
        "stages.csv": "plan,start,Start,planned,,2008-05-01,2008-05-31,Al Vossbury said in May 2008,minutes-2007,25",
        "register/people.csv": "ann-arden,Ann Arden,chief officer,yes",
    }.items():
        (folder / name).write_text((folder / name).read_text() + row + "\n")
    said = (folder / "briefing.toml").read_text()
    title = 'title = "What Pat Marrable found"\n'
    (folder / "briefing.toml").write_text(
        title + "\n".join(line for line in said.splitlines() if not line.startswith("title =")) + OWN
    )
    return folder


def every_byte(name: str, data: bytes) -> bytes:
    """A finished file with all that is packed in it unpacked: parts of Word, streams and metadata of PDF, charts."""
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return b"\n".join(part.encode() + b"\n" + parts.read(part) for part in parts.namelist())
    if not name.endswith(".pdf"):
        return data
    reader = pypdf.PdfReader(io.BytesIO(data))
    text = "\n".join(page.extract_text() for page in reader.pages)
    return b"\n".join([data, text.encode(), *_streams(reader), repr(reader.metadata).encode()])


def _streams(reader):
    for number in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1):
        found = reader.get_object(number)
        yield repr(found).encode()
        if hasattr(found, "get_data"):
            try:
                yield found.get_data()
            except (zlib.error, NotImplementedError):
                yield found._data


@pytest.fixture(scope="module")
def files_in(folder):
    """A function that gives the finished files in a mode."""
    return cache(partial(made, folder))


def made(folder, mode: str) -> dict[str, bytes]:
    settings = folder / "study.toml"
    lines = [line for line in settings.read_text().splitlines() if not line.startswith("mode =")]
    settings.write_text(f'mode = "{mode}"\n' + "\n".join(lines))
    return leadnet.briefing_files(leadnet.study(folder))


@pytest.mark.parametrize("mode", ["committee", "public"])
def test_no_withheld_name_is_in_any_byte_of_what_comes_out(files_in, mode):
    files = files_in(mode)
    assert set(files) >= {"briefing.docx", "briefing.pdf", "briefing.html", "evidence.html", "findings.csv"}
    for name, data in files.items():
        held = every_byte(name, data).lower()
        leaks = [f"{who} ({NAMES[who]})" for who in NAMES if who.lower().encode() in held]
        assert leaks == [], name


def test_inside_the_study_every_name_may_stand_and_the_test_above_would_find_it(files_in):
    files = files_in("internal")
    found = b"\n".join(every_byte(name, data) for name, data in files.items())
    assert {who for who in NAMES if who.encode() in found} >= {*NAMES} - {"Yeldersley", "Vossbury"}


@pytest.mark.parametrize(("mode", "says"), [
    ("internal", "Internal: not for publication."),
    ("committee", "For committee: people are named only where the study's register says so."),
    ("public", "Public: people are named only where the study's register says so."),
])  # fmt: skip
def test_the_mode_stands_in_every_footer(files_in, mode, says):
    files = files_in(mode)
    with zipfile.ZipFile(io.BytesIO(files["briefing.docx"])) as parts:
        assert says.encode() in parts.read("word/footer1.xml").replace(b"&#39;", b"'")
    assert says in files["briefing.html"].decode().replace("&#39;", "'")
    pages = pypdf.PdfReader(io.BytesIO(files["briefing.pdf"])).pages
    assert all(says in " ".join(page.extract_text().split()) for page in pages)
