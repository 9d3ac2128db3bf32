"""The command line: a study of one's own from nothing, and one plain line for everything that can be wrong."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import html

from leadnet.cli import main
from leadnet.commands import evidence
from leadnet.documents import read_papers

ROOT = Path(__file__).resolve().parents[1]
MINUTES = """Minutes of a meeting of the Northshire Partnership Board held at Town Hall on Monday 3 March 2008.

PRESENT

| Ann Arden | - | Chief Executive, Leicestershire County Council (in the Chair) |
| Bo Birch | - | Chief Executive, Blaby District Council |

1. Apologies

Apologies for absence were reported on behalf of: Cy Cole.

2. Housing

It was AGREED that a report be made to the next meeting.
"""


@pytest.fixture
def study(tmp_path):
    """A copy of the Leicestershire study, without what earlier builds wrote."""
    folder = tmp_path / "study"
    shutil.copytree(ROOT / "data/leicestershire", folder, ignore=shutil.ignore_patterns("records", "reports", ".lock"))
    return folder


def run(capsys, *words):
    code = main([str(word) for word in words])
    out = capsys.readouterr()
    return code, out.out, out.err


def append(path, row):
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")


def test_a_new_study_takes_a_paper_and_gives_a_briefing(tmp_path, capsys):
    folder, paper = tmp_path / "north", tmp_path / "board-2008-03-03.txt"
    paper.write_text(MINUTES, encoding="utf-8")
    assert run(capsys, "new", folder, "--area", "Leicestershire")[0] == 0
    append(folder / "bodies.csv", "npb,Northshire Partnership Board,NPB,leicestershire,leicestershire")
    code, out, _ = run(capsys, "read", paper, "--into", folder)
    assert code == 0
    assert "board-2008-03-03.txt: minutes" in out
    code, out, err = run(capsys, "brief", folder)
    assert (code, err.count("Traceback")) == (0, 0)
    assert sorted(path.name for path in (folder / "reports").glob("briefing.*")) == [
        "briefing.docx",
        "briefing.html",
        "briefing.pdf",
    ]
    assert "1 papers read, 0 not read" in out


def test_the_same_paper_is_not_taken_twice(study, tmp_path, capsys):
    paper = study / "papers/ssog-2007-07-02-notes.txt"
    assert "has ssog-2007-07-02-notes already; left as it is" in run(capsys, "read", paper, "--into", study)[1]


def test_a_correction_survives_a_second_read_and_is_counted(study, capsys):
    row = "ssog-2007-07-02-notes,14,attendance,role,Chief Executive,Acting Chief Executive,me,2026-11-23,as signed"
    append(study / "register/corrections.csv", row)
    for _ in range(2):
        code, out, _ = run(capsys, "brief", study)
        assert code == 0
        assert "1 correction by hand" in out
    assert "Acting Chief Executive" in (study / "records/attendance.csv").read_text(encoding="utf-8")
    page = html.fromstring((study / "reports/briefing.html").read_bytes()).text_content()
    assert "1 correction by hand" in " ".join(page.split())


FAULTS = {
    "a folder that is not there": (None, "no such study folder; `leadnet new"),
    "a paper listed and missing": (("sources.csv", "gone,gone.txt,minutes,ssog,2008-01-01,,,public,,"), "gone.txt"),
    "an unknown status": (
        ("register/corrections.csv", "ssog-2007-07-02-notes,14,attendance,status,present,came,me,2026-01-01,x"),
        'corrections.csv line 2, column is: "came" is not one of present, in_attendance',
    ),
    "a correction that no longer matches": (
        ("register/corrections.csv", "ssog-2007-07-02-notes,14,attendance,role,Mayor,Chair,me,2026-01-01,x"),
        'corrections.csv line 2: ssog-2007-07-02-notes line 14, attendance.role no longer matches: was = "Mayor"',
    ),
    "a malformed table": (("bodies.csv", 'x,"open'), "bodies.csv line 7: not readable as CSV"),
    "a body nobody knows": (
        ("sources.csv", "y,y.txt,report,board,2008-01-01,,,public,,"),
        '"board" is no body_id of bodies.csv',
    ),
    "an answer that contradicts another": (
        (
            "register/judgements.csv",
            "q-x,organisation,GOEM,emda,study,same,me,2026-01-01,x\nq-y,organisation,GOEM,goem,study,same,me,2026-01-01,x",
        ),
        "GOEM is said to be goem here and emda at line",
    ),
}


@pytest.mark.parametrize("fault", [name for name in FAULTS if name != "a paper listed and missing"])
def test_a_fault_is_one_line_exit_1_and_the_last_good_reports_stand(study, capsys, fault):
    row, said = FAULTS[fault]
    (study / "reports").mkdir()
    (study / "reports/briefing.html").write_text("the last good one")
    if row:
        append(study / row[0], row[1])
    code, _, err = run(capsys, "brief", study if row else study / "nowhere")
    last = err.strip().splitlines()[-1]
    assert code == 1
    assert last.startswith("leadnet: ")
    assert said in last
    assert (study / "reports/briefing.html").read_text() == "the last good one"
    assert not (study / ".lock").exists()


def test_a_paper_that_cannot_be_read_is_counted_and_the_rest_is_built(study, capsys):
    append(study / "sources.csv", FAULTS["a paper listed and missing"][0][1])
    code, out, err = run(capsys, "brief", study)
    assert code == 3
    assert "gone.txt" in err
    assert "5 papers read, 1 not read" in out


def test_a_paper_taken_away_is_a_fault_to_check_and_the_briefing_goes_on_without_it(study, capsys):
    (study / "papers" / "ssog-2008-01-22-report.txt").unlink()  # stages.csv names lines of it
    code, out, _ = run(capsys, "check", study)
    assert code == 1
    assert "papers/ssog-2008-01-22-report.txt is not there" in out
    code, out, _ = run(capsys, "brief", study)
    assert code == 3
    assert "4 papers read, 1 not read" in out
    assert "this paper is held and was not read" in (study / "reports" / "evidence.html").read_text(encoding="utf-8")


def test_a_paper_outside_the_study_is_refused(study, capsys):
    append(study / "sources.csv", "out,../../secret.txt,minutes,ssog,2008-01-01,,,public,,")
    assert "lies outside papers/" in run(capsys, "brief", study)[2]


def test_check_lists_every_fault_with_its_line(study, capsys):
    append(study / "bodies.csv", "z,,,nobody,")
    code, out, _ = run(capsys, "check", study)
    assert code == 1
    assert "bodies.csv line 7, column name: is blank; it must be filled" in out
    assert out.strip().endswith("1 fault")


def test_check_finds_nothing_wrong_with_the_study_as_it_stands(study, capsys):
    code, out, _ = run(capsys, "check", study)
    assert code == 0
    assert "no fault; 5 papers read" in out


def test_evidence_prints_a_number_beside_its_lines_masked(study, capsys):
    code, out, _ = run(capsys, "evidence", study, "heads_in_support")
    assert code == 0
    assert out.startswith("heads_in_support/ssog-2007-07-02 = 6 people")
    assert "ssog-2007-07-02-notes:28" in out
    assert "Cave" not in out


def test_evidence_without_a_finding_tells_each_measure_in_a_sentence_and_how_to_go_on(study, capsys):
    code, out, _ = run(capsys, "evidence", study)
    assert code == 0
    told = out.splitlines()
    assert "heads_in_support (1), as: In support at the SSOG meeting of 2 July 2007: 6 people." in told
    assert len({line.split()[0] for line in told}) == len(told) < 150  # a measure is one line
    assert f"`leadnet evidence {study} heads_in_room/ssog-2007-07-02`" in told[-1]


def test_evidence_gives_a_paper_searched_whole_as_one_range_and_leaves_blank_lines_out(study, capsys):
    out = run(capsys, "evidence", study, "actions_shown/not mentioned later")[1].splitlines()
    assert out[0].startswith("actions_shown/not mentioned later = 3 of 17 clauses")
    assert [line for line in out if "ssog-2008-01-22-report" in line] == [
        "    ssog-2008-01-22-report:1-26  the whole paper was searched"
    ]
    assert all(line.partition("  ")[2].strip() for line in out[1:])


def test_what_chance_gives_stands_beside_a_number_and_is_not_what_it_is_out_of():
    row = SimpleNamespace(
        measure="tiers_met_as_chance", n=108.0, of=110.6, value=108.0, note="", unit="meetings together"
    )
    assert evidence._value(row) == "108 meetings together, beside 110.6 by chance"


def test_papers_that_did_not_change_are_told_in_one_line(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(MINUTES + name, encoding="utf-8")
    said = [[], []]
    for told in said:
        list(read_papers([tmp_path / "a.txt", tmp_path / "b.txt"], keep=tmp_path / "kept", progress=told.append))
    assert said == [["read a.txt", "read b.txt"], ["2 papers, none changed"]]


def test_review_says_how_to_answer(study, capsys):
    code, out, _ = run(capsys, "review", study)
    assert code == 0
    assert "1. ssog-2007-07-02-notes:42  Whose seat did [an officer] hold" in out
    assert f"leadnet review {study} --answers {study}/reports/review.csv" in out


def test_an_unknown_format_is_refused_with_those_there_are(study, capsys):
    assert "--to odt: odt is none of docx, pdf, html" in run(capsys, "brief", study, "--to", "odt")[2]


def test_a_command_that_is_not_there_is_met_with_the_nearest(capsys):
    for word, said in (
        ("breif", '"breif": did you mean brief? `leadnet --help` lists all commands'),
        ("7", '"7": there is no such command; `leadnet --help` lists all commands'),
    ):
        with pytest.raises(SystemExit) as stopped:
            main([word, "somewhere"])
        assert (stopped.value.code, capsys.readouterr().err) == (2, f"leadnet: {said}\n")


def test_help_begins_with_the_commands_a_newcomer_needs_in_their_order(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    told = [
        line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("    ") and line[4] != " "
    ]
    assert told[:4] == ["new", "read", "review", "brief"]


def test_a_new_study_does_not_overwrite(study, capsys):
    code, _, err = run(capsys, "new", study, "--area", "leicestershire")
    assert code == 1
    assert "holds something already" in err


def test_an_unknown_council_is_met_with_close_ones(tmp_path, capsys):
    assert "leicestershire" in run(capsys, "new", tmp_path / "x", "--area", "Leicestershyre")[2]


def test_one_bad_paper_among_good_ones_exits_3_and_alone_1(study, tmp_path, capsys):
    good, bad = study / "papers/ssog-2007-07-02-notes.txt", tmp_path / "scan.pdf"
    bad.write_bytes(b"%PDF-1.4")
    code, out, err = run(capsys, "read", good, bad, "--json")
    assert code == 3
    assert len(json.loads(out)["meetings"]) == 1
    assert "scan.pdf" in err
    assert run(capsys, "read", bad)[0] == 1


def test_two_builds_are_byte_identical(study, capsys):
    run(capsys, "brief", study)
    first = {path.name: path.read_bytes() for path in (study / "reports").glob("briefing.*")}
    records = {path.name: path.read_bytes() for path in (study / "records").iterdir()}
    run(capsys, "brief", study)
    assert {path.name: path.read_bytes() for path in (study / "reports").glob("briefing.*")} == first
    assert {path.name: path.read_bytes() for path in (study / "records").iterdir()} == records
