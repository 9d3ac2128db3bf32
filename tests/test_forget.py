"""A person is removed from a study and stays out of it; bodies whose papers speak of people in danger are refused."""

import io
import stat
import zipfile
from pathlib import Path

import pypdf
import pytest

from leadnet.cli import main
from leadnet.new_study import start
from leadnet.study.forgetting import forgetting, forms_of
from leadnet.study.forgotten import Forgotten
from leadnet.study.sensitive import sensitive

NAME = "Dilys Marrable"
MINUTES = """Minutes of a meeting of the Joint Board held at Town Hall on {day}.

PRESENT

- Ann Arden, Chief Executive, Leicestershire County Council
- {name}, Policy Officer, Blaby District Council
- Cy Cedar, Chief Executive, Charnwood Borough Council

1. Housing

It was AGREED that Ms Marrable (dilys.marrable@example.org) write a report on homes; MARRABLE'S draft is to go to all.

2. Roads

The paper of Marrable, Dilys-Jane was noted.
"""
DAYS = {"2008-03-03": "Dilys Marrable", "2008-04-07": "D.J. Marrable"}


@pytest.fixture(autouse=True)
def key(tmp_path, monkeypatch):
    """The key of this machine, for one test."""
    monkeypatch.setenv("LEADNET_KEY", str(tmp_path / "own" / "key"))
    return tmp_path / "own" / "key"


@pytest.fixture
def study(tmp_path):
    folder = start(tmp_path / "north", "Leicestershire", "2008-12-31")
    for day, name in DAYS.items():
        put(folder, day, name)
    for file, row in {
        "bodies.csv": "jb,Joint Board,JB,leicestershire,leicestershire",
        "register/people.csv": "dilys-marrable,Dilys Marrable,other,yes\nann-arden,Ann Arden,chief officer,yes",
        "register/posts.csv": "dilys-marrable,blaby,Policy Officer,2008-01-01,",
        "register/memberships.csv": "jb,blaby,dilys-marrable,member,2008-01-01,,jb-2008-03-03,6,kept",
        "workstreams.csv": "homes,Homes with Dilys Marrable,blaby,leads,jb-2008-03-03,11,kept",
        "register/judgements.csv": "q-1,person,Marrable,dilys-marrable,study,same,me,2026-01-01,D Marrable says so",
        "register/corrections.csv": "jb-2008-03-03,6,,attendance,person,Dilys Marrable,D J Marrable,me,2026-01-01,x",
    }.items():
        append(folder / file, row)
    settings = folder / "study.toml"
    settings.write_text(settings.read_text().replace('"committee"', '"internal"'))
    return folder


def put(folder, day, name):
    text = MINUTES.format(day=f"{int(day[8:])} {'March' if day[6] == '3' else 'April'} 2008", name=name)
    (folder / f"papers/jb-{day}.txt").write_text(text, encoding="utf-8")
    append(folder / "sources.csv", f"jb-{day},jb-{day}.txt,minutes,jb,{day},,,public,,")


def append(path, rows):
    path.write_text(path.read_text(encoding="utf-8") + rows + "\n", encoding="utf-8")


def holding(folder: Path, word: str) -> list[str]:
    """Every file of a study, papers left aside, that holds a word in its name, its bytes, its parts or its pages."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.parent.name != "papers"
        and any(word in text.casefold() for text in (path.name, *texts(path.read_bytes())))
    ]


def texts(content: bytes):
    yield content.decode("utf-8", errors="ignore")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            for part in parts.namelist():
                yield from (part, *texts(parts.read(part)))
    if content.startswith(b"%PDF"):
        pdf = pypdf.PdfReader(io.BytesIO(content))
        yield from (page.extract_text() for page in pdf.pages)


def run(capsys, *words):
    code = main([str(word) for word in words])
    out = capsys.readouterr()
    assert "Traceback" not in out.err
    return code, out.out, out.err


def test_a_person_is_in_no_byte_but_the_papers_and_does_not_come_back(study, key, capsys):
    assert run(capsys, "brief", study, "--to", "docx")[0] == 0
    assert run(capsys, "review", study, "--quick")[0] == 0
    before = set(holding(study, "marrable"))  # the search finds the name where it is, in each kind of file
    assert {"records/lines.csv", "reports/evidence.html", "reports/briefing.docx", "register/people.csv"} <= before
    assert any(file.startswith(".read/") for file in before)
    papers = {path: path.read_bytes() for path in (study / "papers").iterdir()}

    code, out, _ = run(capsys, "forget", study, NAME)
    assert code == 0
    assert holding(study, "marrable") == []
    assert {path: path.read_bytes() for path in (study / "papers").iterdir()} == papers
    assert "papers/jb-2008-03-03.txt: lines 6, 11, 15" in out  # what stays is said, by line
    assert "papers/jb-2008-04-07.txt: lines 6, 11, 15" in out
    assert "marrable" not in (study / "register/posts.csv").read_text().casefold()
    assert "jb,blaby,,member" in (study / "register/memberships.csv").read_text()

    put(study, "2008-05-05", "Cllr D. MARRABLE")  # a later paper, and a second read of all
    assert run(capsys, "brief", study, "--to", "html")[0] == 0
    assert holding(study, "marrable") == []
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    for other in ("", "00" * 32):  # without the key nothing is read, for the name would come back; nor can it be tried
        key.unlink() if not other else key.write_text(other)
        code, out, _ = run(capsys, "check", study)
        assert (code, "people were removed from this study with a key" in out) == (1, True)
    seats = (study / "records/attendance.csv").read_text().count(",Policy Officer,Blaby District Council,present")
    assert seats == 3  # the seat is counted as before


REFUSED = {
    "a single word": ("Marrable", "one word is too little"),
    "a name in the author's own words": (NAME, "briefing.toml line 5: take the name out there"),
    "answers not handed in": (NAME, "review.csv: it holds answers"),
}


@pytest.mark.parametrize("why", REFUSED)
def test_nothing_is_removed_where_it_would_be_half_done(study, capsys, why):
    asked, said = REFUSED[why]
    if "author" in why:
        briefing = study / "briefing.toml"
        briefing.write_text(briefing.read_text().replace('"the author"', '"Dilys Marrable"'))
    if "answers" in why:
        (study / "reports").mkdir()
        (study / "reports/review.csv").write_text("question_id,verdict\nq-1,same\n")
    held = {path: path.read_bytes() for path in study.rglob("*.csv")}
    code, _, err = run(capsys, "forget", study, asked)
    assert (code, said in err) == (1, True), err
    assert {path: path.read_bytes() for path in study.rglob("*.csv")} == held


def test_the_key_may_not_lie_in_the_study(study, capsys, monkeypatch):
    monkeypatch.setenv("LEADNET_KEY", str(study / "key"))
    code, _, err = run(capsys, "forget", study, NAME)
    assert (code, "the key may not lie in the study" in err) == (1, True)
    assert not (study / "key").exists()


def test_another_person_of_the_name_keeps_theirs():
    key = bytes(32)
    forms, common = forms_of([NAME], ["Rory Marrable", "Fiona Hill"], ["the hill"])
    without = forgetting(key, forms, NAME, Forgotten(key, {}, ()))
    assert common == {"marrable"}
    assert "Marrable" not in without("Dilys Marrable, D.J. Marrable’s draft").replace("J. Marrable", "")
    assert without("Rory Marrable and Mr Marrable") == "Rory Marrable and Mr Marrable"
    assert forms_of(["Fiona Hill"], [], ["up the hill"])[1] == {"hill"}  # the word goes only behind a title
    hill = forgetting(key, forms_of(["Fiona Hill"], [], ["up the hill"])[0], "Fiona Hill", Forgotten(key, {}, ()))
    assert hill("Cllr Hill went up the hill").startswith("[removed ")
    assert hill("Cllr Hill went up the hill").endswith(" went up the hill")


BODIES = ("Northshire Safeguarding Adults Board", "MARAC", "Child Protection Conference", "Prevent Board",
          "Channel Panel", "Domestic Abuse Case Conference", "Multi-Agency Public Protection Panel")  # fmt: skip
OTHERS = ("Community Safety Partnership", "Flood Prevention Forum", "Bristol Channel Partnership",
          "Children and Young People's Trust", "Domestic Waste Group", "Group to prevent flooding")  # fmt: skip


def test_a_body_that_speaks_of_people_in_danger_is_known_by_its_name():
    assert all(map(sensitive, BODIES))
    assert not any(map(sensitive, OTHERS))


@pytest.mark.parametrize("command", ["brief", "explore", "export"])
def test_a_sensitive_body_is_refused_unless_the_study_asks(study, capsys, command):
    bodies = study / "bodies.csv"
    bodies.write_text(bodies.read_text().replace("Joint Board,JB", "Joint MARAC,JB"))
    code, _, err = run(capsys, command, study)
    assert (code, "bodies.csv line 2" in err, "sensitive = true in study.toml" in err) == (1, True, True)
    assert not (study / "reports").exists()


def test_a_sensitive_paper_is_not_taken_in_unless_the_study_asks(study, tmp_path, capsys):
    paper = tmp_path / "case-2008.txt"
    paper.write_text(MINUTES.format(day="5 May 2008", name=NAME).replace("Joint Board", "Safeguarding Children Board"))
    code, _, err = run(capsys, "read", paper, "--into", study)
    assert (code, "case-2008.txt" in err, "sensitive = true" in err) == (1, True, True)
    assert not (study / "papers/case-2008.txt").exists()
    settings = study / "study.toml"
    settings.write_text(settings.read_text().replace("sensitive = false", "sensitive = true"))
    assert run(capsys, "read", paper, "--into", study)[0] == 0
    assert run(capsys, "check", study)[0] == 0
