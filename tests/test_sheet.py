"""Right of reply: the sheet of an organisation, and its answers taken into corrections.csv."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from docx.oxml.ns import qn

from leadnet.briefing.readback import read_docx
from leadnet.briefing.settings import read_author
from leadnet.briefing.sheet import asked_of, organisation_of, sheet_of, write_sheets
from leadnet.briefing.sheet_answers import Puzzle, _asked, answers_in, put
from leadnet.briefing.sheet_file import Answer, read_sheet
from leadnet.briefing.sheet_rows import _silent
from leadnet.build import Built
from leadnet.build import study as build
from leadnet.cli import main
from leadnet.study.schema import CORRECTIONS
from leadnet.study.tables import StudyError, read_table

DATA = Path(__file__).resolve().parents[1] / "data"
NOTES = "ssog-2007-07-02-notes"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The Leicestershire study, and the sheets of three lying in a copy of it."""
    folder = tmp_path_factory.mktemp("reply") / "study"
    shutil.copytree(DATA / "leicestershire", folder, ignore=shutil.ignore_patterns("records", "reports", ".lock"))
    made = build(folder)
    for org in ("charnwood", "blaby", "leicestershire"):
        write_sheets(made, org)
    return made


@pytest.fixture
def study(built, tmp_path):
    """The same folder with nothing answered yet."""
    return Path(shutil.copytree(built.folder.path, tmp_path / "study"))


@pytest.fixture
def copied(built, study):
    """The study as built, at a folder that may be written to."""
    return Built(replace(built.folder, path=study), built.rules, built.records, built.results)


def run(capsys, *words):
    code = main([str(word) for word in words])
    out = capsys.readouterr()
    assert "Traceback" not in out.err
    return code, out.out, out.err


def answered(study, org, answers, name="back.docx"):
    """The sheet of an organisation sent back: tag -> what is written into its cells from the third on."""
    document = docx.Document(study / "reports/sheets" / f"{org}.docx")
    left = dict(answers)
    for row in (row for table in document.tables for row in table.rows):
        tags = [tag.get(qn("w:val")) for tag in row._tr.iter(qn("w:tag"))]
        for tag in [tag for tag in tags if tag in left]:
            for cell, text in zip(row.cells[2:], left.pop(tag), strict=False):
                cell.paragraphs[0].add_run(text)
    assert not left
    document.save(study / name)
    return study / name


def corrections(study):
    with (study / "register/corrections.csv").open(encoding="utf-8") as file:
        return [tuple(row.values())[:8] for row in csv.DictReader(file)]


def rows(study, org):
    """Where each row of a sheet stands and what it says."""
    data = (study / "reports/sheets" / f"{org}.docx").read_bytes()
    return [(answer.where, answer.says) for answer in read_sheet(data, org).answers if answer.row]


def text_of(file):
    return "\n".join(read.text for read in read_docx(file.read_bytes()))


# ---- the sheet -------------------------------------------------------------------------------------------------------


def test_a_sheet_has_each_meeting_with_the_line_that_says_so(study):
    assert rows(study, "charnwood") == [
        (f"SSOG, 9 May 2007: {NOTES}, line 44", "Held, by a later paper; no minutes of it are held."),
        (f"SSOG, 2 July 2007: {NOTES}, line 14", "Present: Brian Hayes, Chief Executive"),
        (f"SSOG, 1 August 2007: {NOTES}, line 108", "Announced; it is not known whether it was held."),
        (f"SSOG, 31 October 2007: {NOTES}, line 75", "Announced; it is not known whether it was held."),
        ("SSOG, 22 January 2008: ssog-2008-01-22-report, line 3", "Announced; it is not known whether it was held."),
    ]


def test_a_meeting_whose_list_may_have_it_under_a_name_nobody_has_answered_for_says_so(built):
    open_name = {"meeting_id": "ssog-2007-07-02", "org_id": "", "printed": True, "cites": f"{NOTES}:12"}
    there = built.there.iloc[[0]].assign(**open_name)
    cell = SimpleNamespace(state="not recorded", cites=f"{NOTES}:12", meeting_id="ssog-2007-07-02")
    row = _silent(Built(built.folder, built.rules, built.records, {**built.results, "there": there}), cell)
    assert str(row.says) == "An entry that may be yours: line 12; not yet answered."
    with pytest.raises(Puzzle, match="leadnet review"):
        _asked(built, "blaby", row, Answer("", "", "", "no", "present: Ann Arden", "Ann", "1 May 2026"))
    assert str(_silent(built, cell).says) == "The minutes do not say who came."  # where no entry has an open name


def test_a_sheet_has_substitutes_actions_joint_work_and_quotations_and_masks_who_may_not_be_named(built, study):
    said = dict(rows(study, "leicestershire"))
    at = f"SSOG, 2 July 2007: {NOTES}, line"
    assert said[f"{at} 20"] == (
        "Present: Andrew Wakeman, Director of Public Health; in the place of [an officer]; "
        "also for Leicestershire and Rutland PCT"
    )
    assert said[f"{at} 33"] == "In attendance, as an officer in support: [an officer]"
    assert said[f"{NOTES}, line 64"] == "It leads Civic Alliance."
    assert said[f"{NOTES}, line 130"].startswith("“- (ii) that comments of detail on these")
    goem = sheet_of(built, "goem", read_author(study))
    put_to_it = [str(row.says) for row in goem.rows["actions"]]
    assert len([said for said in put_to_it if "Put to: GOEM. Later papers: " in said]) == 2
    everything = text_of(study / "reports/sheets/leicestershire.docx")
    assert "Geoff Cave" not in everything and "Catherine Griffiths" not in everything


def test_every_sheet_says_what_attendance_is_not_and_when_its_data_are_made_up(built, study):
    said = text_of(study / "reports/sheets/blaby.docx")
    assert said.count("Attendance is not influence, agreement or trust.") == 2  # in the text, and on every page
    assert "Made-up data" not in said
    settings = replace(built.folder.settings, made_up=True)
    made_up = Built(replace(built.folder, settings=settings, path=study), built.rules, built.records, built.results)
    write_sheets(made_up, "blaby")
    assert "Made-up data" in text_of(study / "reports/sheets/blaby.docx")


def test_a_line_of_an_exempt_paper_is_closed_in_the_sheet(built):
    closed = built.sources.assign(access=built.sources["access"].mask(built.sources["doc_id"] == NOTES, "exempt"))
    folder = replace(built.folder, tables={**built.folder.tables, "sources": closed})
    sheet = sheet_of(Built(folder, built.rules, built.records, built.results), "charnwood", read_author(folder.path))
    said = [str(row.says) for table in sheet.tables for row in table]
    assert "Present: [a line of an exempt paper]" in said and "Brian" not in " ".join(said)


def test_councils_and_members_are_asked_and_one_may_be_named_by_name(built):
    assert {"blaby", "rutland", "voluntary-action-charnwood"} <= {*asked_of(built)}
    assert "goem" not in asked_of(built)  # in support, no member
    assert organisation_of(built, "Charnwood Borough Council") == "charnwood"


def test_a_sheet_for_an_unknown_organisation_is_refused_with_what_is_near(copied):
    near = (
        r"near it are Charnwood Borough Council \(charnwood\), Voluntary Action Charnwood \([a-z-]+\) \(organisations"
    )
    with pytest.raises(StudyError, match=f'"Charnwod" is no organisation of this study; {near}'):
        write_sheets(copied, "Charnwod")


def test_the_same_sheet_is_the_same_bytes_and_its_tables_can_be_heard(copied, study):
    file = study / "reports/sheets/charnwood.docx"
    before = file.read_bytes()
    write_sheets(copied, "charnwood")
    assert file.read_bytes() == before
    with zipfile.ZipFile(io.BytesIO(before)) as parts:
        xml = parts.read("word/document.xml").decode()
    ids = re.findall(r'<w:id w:val="(\d+)"', xml)
    assert len(ids) == len(set(ids)) == xml.count("<w:sdtPr>")
    assert xml.count("<w:tblHeader/>") == xml.count("<w:tblCaption") - 1 == 2  # the block of details has no heads
    assert all(len(tag) <= 64 for tag in re.findall(r'<w:tag w:val="([^"]+)"', xml))


def test_the_lines_behind_every_sheet_lie_beside_them(study):
    evidence = (study / "reports/sheets/evidence.html").read_text(encoding="utf-8")
    document = docx.Document(study / "reports/sheets/charnwood.docx")
    anchors = {rel.target_ref.partition("#")[2] for rel in document.part.rels.values() if rel.is_external}
    assert anchors and all(f'id="{anchor}"' in evidence for anchor in anchors)


# ---- answers ---------------------------------------------------------------------------------------------------------

HAYES = f"s:attendance/{NOTES}:14:1"
NOBODY = f"s:grid/{NOTES}:9-42:ssog-2007-07-02"
SAYS = ("A. Reader", "3 March 2026")


def test_an_answer_becomes_a_correction_with_who_and_when(study, capsys):
    file = answered(study, "charnwood", {HAYES: ("no", "apologies", *SAYS)})
    code, out, _ = run(capsys, "sheet", study, "--answers", file)
    assert code == 0 and "1 row put into corrections.csv" in out
    assert corrections(study) == [
        (NOTES, "14", "attendance", "status", "present", "apologies", "A. Reader", "2026-03-03")
    ]
    there = build(study).there
    assert there.loc[there["cites"] == f"{NOTES}:14", "status"].tolist() == ["apologies"]


def test_names_posts_and_entries_are_corrected_by_their_word(copied, study):
    answers = {
        f"s:attendance/{NOTES}:9:1": ("No", "post: Chief Executive and Clerk", *SAYS),
        f"s:attendance/{NOTES}:11:1": ("no", "Organisation: Leicester City Council", *SAYS),
        f"s:attendance/{NOTES}:22:1": ("no", "leave out", *SAYS),
        f"s:attendance/{NOTES}:29:1": ("yes",),
    }
    taken = answers_in(copied, answered(study, "leicestershire", answers))
    assert (taken.agreed, taken.faults, taken.to_look_at) == (1, [], [])
    assert [(row["column"], row["was"], row["is"]) for row in taken.corrections] == [
        ("role", "Chief Executive", "Chief Executive and Clerk"),
        ("organisations", "Leicestershire County Council", "Leicester City Council"),
        ("person", "-", "Gareth Williams"),
    ]


def test_what_no_correction_can_say_is_listed_and_not_lost(copied, study):
    answers = {
        HAYES: ("no", "he left after an hour", *SAYS),
        f"s:grid/{NOTES}:44:ssog-2007-05-09": ("no", "present: Zed Quill", *SAYS),
    }
    file = answered(study, "charnwood", answers)
    document = docx.Document(file)
    document.tables[-1].rows[1].cells[0].paragraphs[0].add_run(" a meeting in June")
    document.save(file)
    taken = answers_in(copied, file)
    out = "\n".join(taken.to_look_at)
    assert (taken.corrections, taken.faults, len(taken.to_look_at)) == ([], [], 3)
    for words in ("“he left after an hour” (A. Reader, 3 March 2026)", "present: Zed Quill", "“a meeting in June”"):
        assert words in out


def test_answers_change_the_record_and_a_sheet_taken_in_twice_changes_nothing_more(copied, study):
    files = [
        answered(study, org, {tag: ("no", said, *SAYS)}, f"{org}.docx")
        for org, tag, said in (
            ("charnwood", HAYES, "absent"),
            ("blaby", NOBODY, "present: Zed Quill"),  # whom the list lacks
            ("leicestershire", f"s:attendance/{NOTES}:22:1", "leave out"),
        )
    ]
    for file in files:
        put(copied, answers_in(copied, file))
        table = read_table(study / "register/corrections.csv", CORRECTIONS)
        copied = Built(
            replace(copied.folder, tables={**copied.folder.tables, "corrections": table}),
            copied.rules, copied.records, copied.results,
        )  # fmt: skip
    now = build(study)
    there = now.there.set_index("cites")
    assert there.at[f"{NOTES}:14", "status"] == "absent" and f"{NOTES}:22" not in there.index
    came = there.loc[there["org_id"] == "blaby", ["person", "status"]]
    assert came.values.tolist() == [["Zed Quill", "present"]]
    again = [answers_in(now, file) for file in files]
    assert [(taken.already, taken.corrections, taken.faults) for taken in again] == [(1, [], [])] * 3


def test_an_answer_that_contradicts_a_correction_is_refused_and_nothing_is_written(study, capsys):
    answers = {HAYES: ("no", "apologies", *SAYS), f"s:grid/{NOTES}:108:ssog-2007-08-01": ("yes",)}
    file = answered(study, "charnwood", answers)
    with (study / "register/corrections.csv").open("a", encoding="utf-8") as table:
        table.write(f"{NOTES},14,attendance,status,present,absent,B. Other,2026-01-05,told so\n")
    held = corrections(study)
    code, _, err = run(capsys, "sheet", study, "--answers", file)
    assert code == 1 and corrections(study) == held
    assert (
        'the answer ("apologies") contradicts corrections.csv line 2, where B. Other put "absent" on 2026-01-05' in err
    )


@pytest.mark.parametrize(
    "cells, said",
    [
        (("perhaps", "", *SAYS), '"perhaps" is neither yes nor no'),
        (("yes", "apologies", *SAYS), "it says yes, and what it should say"),
        (("no", "apologies", "", "3 March 2026"), "nobody is named who says so"),
        (("no", "apologies", "A. Reader", "soon"), '"soon" is no day'),
    ],
)
def test_an_answer_that_cannot_be_taken_stops_them_all(copied, study, cells, said):
    good = {f"s:attendance/{NOTES}:9:1": ("no", "absent", *SAYS)}
    file = answered(study, "leicestershire", good | {f"s:attendance/{NOTES}:11:1": cells})
    (fault,) = answers_in(copied, file).faults
    assert said in fault and f"{NOTES}, line 11" in fault


def test_words_changed_in_the_record_s_own_cell_are_not_taken_for_an_answer(copied, study):
    file = answered(study, "charnwood", {HAYES: ("no", "absent", *SAYS)})
    document = docx.Document(file)
    row = next(row for row in document.tables[1].rows if "line 14" in row.cells[0].text)
    row.cells[1].paragraphs[0].add_run(" and Clerk")
    document.save(file)
    (fault,) = answers_in(copied, file).faults
    assert "the words of the second cell were changed" in fault


def test_a_sheet_of_another_study_or_no_sheet_is_refused(copied, study):
    file = answered(study, "charnwood", {HAYES: ("no", "absent", *SAYS)})
    settings = replace(copied.folder.settings, name="Another matter")
    other = Built(replace(copied.folder, settings=settings), copied.rules, copied.records, copied.results)
    docx.Document().save(study / "letter.docx")
    (study / "text.docx").write_text("yes")
    for built, name, said in (
        (other, file.name, "this is a sheet of another study"),
        (copied, "letter.docx", "this is no sheet"),
        (copied, "text.docx", "this is no Word file"),
        (copied, "none.docx", "cannot be opened"),
        (copied, "reports/sheets/charnwood.docx", "no row of this sheet is answered"),
    ):
        with pytest.raises(StudyError, match=said):
            answers_in(built, study / name)


def test_a_sheet_that_holds_answers_is_never_written_over(copied, study):
    file = answered(study, "charnwood", {HAYES: ("no", "absent", *SAYS)}, "reports/sheets/charnwood.docx")
    before = file.read_bytes()
    with pytest.raises(StudyError, match="this sheet holds answers"):
        write_sheets(copied, "charnwood")
    assert file.read_bytes() == before


def test_answers_survive_libreoffice(copied, study, needs, tmp_path):
    file = answered(study, "charnwood", {HAYES: ("no", "absent", *SAYS)})
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run([needs("soffice"), "--headless", profile, "--convert-to", "docx", "--outdir", tmp_path / "again",
                    file], check=True, capture_output=True, timeout=120)  # fmt: skip
    (row,) = answers_in(copied, tmp_path / "again" / file.name).corrections
    assert (row["column"], row["was"], row["is"]) == ("status", "present", "absent")
