"""Right of reply: the sheet of an organisation, and its answers taken into corrections.csv; on both studies."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import docx
import pypdfium2
import pytest
from briefing_studies import built as opened
from docx.oxml.ns import qn

from leadnet.briefing.readback import read_docx
from leadnet.briefing.settings import read_author
from leadnet.briefing.sheet import asked_of, organisation_of, sheet_of, write_sheets
from leadnet.briefing.sheet_answers import Puzzle, _asked, answers_in, put
from leadnet.briefing.sheet_file import read_sheet, write_sheet
from leadnet.briefing.sheet_lines import COLUMNS, in_short, letters
from leadnet.briefing.sheet_rows import _silent
from leadnet.build import Built
from leadnet.build import study as build
from leadnet.cli import main
from leadnet.study.corrections import corrected
from leadnet.study.schema import CORRECTIONS
from leadnet.study.tables import StudyError, read_table

DATA = Path(__file__).resolve().parents[1] / "data"
NOTES = "ssog-2007-07-02-notes"
JULY = "chief-executives-2022-07-27-minutes"
SIGNED = ("A. Reader", "3 March 2026")


@dataclass(frozen=True)
class Case:
    """What is answered in one study: an entry of an organisation, and what its correction is."""

    org: str
    entry: str  # the tag of the entry
    cell: tuple[str, str, str, str, str]  # paper, line, n, table, column
    was: str
    right: str  # what the sheet answers
    letter: str = ""

    @property
    def said(self):
        return f"{self.letter}: {self.right}" if self.letter else self.right


CASES = {
    "leicestershire": Case("charnwood", f"s:attendance/{NOTES}:14:1", (NOTES, "14", "1", "attendance", "status"),
                           "present", "apologies"),
    # line 21 names ten who sent apologies, Pellmarsh's the fourth; its deputy (line 7) is entry a of that meeting
    "wolds": Case("pellmarsh", f"s:attendance/{JULY}:21:4", (JULY, "21", "4", "attendance", "status"),
                  "apologies", "absent", "b"),
}  # fmt: skip
BOTH = pytest.mark.parametrize("name", CASES)
SENT = {"leicestershire": ("charnwood", "blaby", "leicestershire"), "wolds": ("pellmarsh", "torswoldshire")}


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A copy of each study in which the sheets of some lie, as `leadnet sheet` writes them; by name."""
    folders = {}
    for name, orgs in SENT.items():
        folders[name] = tmp_path_factory.mktemp("reply") / name
        shutil.copytree(DATA / name, folders[name], ignore=shutil.ignore_patterns("records", "reports", ".lock"))
        made = at(opened(name), folders[name])
        write_sheets(made, orgs[0])
        for org in orgs[1:]:
            sheet = sheet_of(made, org, read_author(folders[name]))
            data = write_sheet(sheet.paper, org, sheet.tables, apart=sheet.apart)
            (folders[name] / "reports/sheets" / f"{org}.docx").write_bytes(data)
    return folders


@pytest.fixture
def county(sent, tmp_path):
    """A function that gives a study by name with nothing answered yet, at a folder that may be written to."""

    def copy(name):
        return at(opened(name), Path(shutil.copytree(sent[name], tmp_path / name)))

    return copy


@pytest.fixture
def copied(county):
    return county("leicestershire")


@pytest.fixture
def study(copied):
    return copied.folder.path


def at(built, folder):
    """A study as built, at another folder."""
    return Built(replace(built.folder, path=folder), built.rules, built.records, built.results)


def again(built):
    """The same with its corrections.csv read again, and nothing else."""
    table = read_table(built.folder.path / "register/corrections.csv", CORRECTIONS)
    tables = {**built.folder.tables, "corrections": table}
    return Built(replace(built.folder, tables=tables), built.rules, built.records, built.results)


def run(capsys, *words):
    code = main([str(word) for word in words])
    out = capsys.readouterr()
    assert "Traceback" not in out.err
    return code, out.out, out.err


def answered(study, org, answers, name="back.docx", signed=SIGNED):
    """The sheet of an organisation sent back: tag -> what is written into the last two cells of its line."""
    document = docx.Document(study / "reports/sheets" / f"{org}.docx")
    left = {**answers, "s:signed/who": signed[:1], "s:signed/when": signed[1:]}
    for row in (row for table in document.tables for row in table.rows):
        tags = [tag.get(qn("w:val")) for tag in row._tr.iter(qn("w:tag"))]
        for tag in [tag for tag in tags if tag in left]:
            cells = row.cells[1:] if tag.startswith("s:signed") else row.cells[2:]
            for cell, text in zip(cells, left.pop(tag), strict=False):
                cell.paragraphs[0].add_run(text)
    assert not left
    document.save(study / name)
    return study / name


def corrections(study):
    with (study / "register/corrections.csv").open(encoding="utf-8") as file:
        return [tuple(row.values())[:9] for row in csv.DictReader(file)]


def lines(study, org):
    """Where each line of a sheet stands and what it says."""
    data = (study / "reports/sheets" / f"{org}.docx").read_bytes()
    return [(answer.where, answer.says) for answer in read_sheet(data, org).answers if answer.rows]


def text_of(file):
    return "\n".join(read.text for read in read_docx(file.read_bytes()))


def through_libreoffice(file, needs, to="docx"):
    """The file as LibreOffice saves it."""
    folder = file.parent / "again"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    subprocess.run([needs("soffice"), "--headless", profile, "--convert-to", to, "--outdir", folder, file],
                   check=True, capture_output=True, timeout=120)  # fmt: skip
    return folder / f"{file.stem}.{to}"


# ---- the sheet -------------------------------------------------------------------------------------------------------


def test_a_sheet_has_each_meeting_with_the_line_that_says_so(study):
    assert lines(study, "charnwood") == [
        (f"SSOG, 9 May 2007: {NOTES}", "Held, by a later paper; no minutes held (line 44)"),
        (f"SSOG, 2 July 2007: {NOTES}", "Present: Brian Hayes, Chief Executive (line 14)"),
        (f"SSOG, 1 August 2007: {NOTES}", "Announced; not known whether held (line 108)"),
        (f"SSOG, 31 October 2007: {NOTES}", "Announced; not known whether held (line 75)"),
        ("SSOG, 22 January 2008: ssog-2008-01-22-report", "Announced; not known whether held (line 3)"),
    ]


def test_a_line_a_meeting_with_a_letter_an_entry_where_there_are_several(county):
    said = dict(lines(county("wolds").folder.path, "pellmarsh"))
    assert said[f"Chief Executives' Group, 27 July 2022: {JULY}"] == (
        "a Present: Ewan Powell, Director of Resources; in the place of Elizabeth Thompson (line 7); "
        "b Apologies: Elizabeth Thompson (line 21)"
    )
    forum = [(where.partition(":")[0], says) for where, says in said.items() if where.startswith("Leaders' Forum")]
    assert forum == [
        ("Leaders' Forum, 18 July 2022", "Present: Harpreet Reddy, Leader of the Council (line 11)"),
        ("Leaders' Forum, 9 January 2023", "A member; the list says nothing of it (lines 8-26)"),
        ("Leaders' Forum, 17 July 2023", "A member; the list says nothing of it (lines 8-26)"),
        ("Leaders' Forum, 8 January 2024", "Apologies: Harpreet Reddy, Committee Member (line 12)"),
        ("Leaders' Forum, 8 July 2024", "Present: Harpreet Reddy, Committee Member (line 12)"),
        ("Leaders' Forum, 20 January 2025", "Present: Harpreet Reddy, Committee Member (line 13)"),
    ]
    joins = [(f"reorganisation-{day}-report", f"It joins Shared customer records (line {line})")
             for day, line in (("2023-03-03", 19), ("2025-05-30", 17))]  # fmt: skip
    assert [(where, said[where]) for where, _ in joins] == joins


@BOTH
def test_the_front_table_counts_those_lines_by_body_as_the_briefing_does(name):
    built = opened(name)
    counted = {
        "leicestershire": {("charnwood", "ssog"): [1, 0, 0, 0, 4],
                           ("blaby", "ssog"): [0, 0, 0, 1, 4]},
        "wolds": {("pellmarsh", "leaders"): [3, 0, 1, 2, 0], ("pellmarsh", "community-safety"): [3, 0, 0, 0, 1]},
    }[name]  # fmt: skip
    for (org, body), numbers in counted.items():
        rows = in_short(built, org)
        assert rows.loc[rows["other"] == body, "n"].tolist() == numbers
    told = built.findings[(built.findings["measure"] == "meetings_in_room") & (built.findings["since"] == "")]
    for org in asked_of(built):
        rows = in_short(built, org)
        came = rows[(rows["measure"] == f"sheet: {next(iter(COLUMNS))}") & (rows["n"] > 0)]
        briefed = told[told["subject"] == org].sort_values("other")
        assert came[["other", "n"]].values.tolist() == briefed[["other", "n"]].values.tolist()


@BOTH
def test_a_sheet_is_one_page_or_a_front_page_and_two_behind_it(county, needs, long, name):
    folder = county(name).folder.path / "reports/sheets"
    sides = {}
    for org in SENT[name]:
        pdf = pypdfium2.PdfDocument(through_libreoffice(folder / f"{org}.docx", needs, "pdf"))
        sides[org] = len(pdf)
        front = pdf[0].get_textpage().get_text_bounded()
        assert "Answered by" in front and "In short" in front and "Nobody recorded" in " ".join(front.split())
    most = {
        "charnwood": 1,
        "blaby": 1,
        "leicestershire": 2,
        "pellmarsh": 3,
        "torswoldshire": 3,
    }
    assert all(sides[org] <= most[org] for org in sides), sides


def test_no_letter_of_a_sheet_is_smaller_than_nine_points(study):
    styles = docx.Document(study / "reports/sheets/charnwood.docx").styles
    assert min(style.font.size.pt for style in styles if hasattr(style, "font") and style.font.size) == 9


def test_letters_go_on_after_z():
    assert letters(28)[25:] == ("z", "aa", "bb")


def test_a_meeting_whose_list_may_have_it_under_a_name_nobody_has_answered_for_says_so():
    built = opened("leicestershire")
    open_name = {"meeting_id": "ssog-2007-07-02", "org_id": "", "printed": True, "cites": f"{NOTES}:12"}
    there = built.there.iloc[[0]].assign(**open_name)
    cell = SimpleNamespace(state="not recorded", cites=f"{NOTES}:12", meeting_id="ssog-2007-07-02")
    row = _silent(Built(built.folder, built.rules, built.records, {**built.results, "there": there}), cell)
    assert str(row.says) == "An entry that may be yours: line 12; not yet answered"
    with pytest.raises(Puzzle, match="leadnet review"):
        _asked(built, "blaby", row, "present: Ann Arden")
    said = str(_silent(built, cell).says)  # where no entry has an open name
    assert said == "The minutes do not say who came (line 12)"


def test_a_sheet_has_substitutes_actions_joint_work_and_quotations_and_masks_who_may_not_be_named(study):
    said = dict(lines(study, "leicestershire"))
    room = said[f"SSOG, 2 July 2007: {NOTES}"]
    assert room.startswith("a Present, in the chair: John Sinnott, Chief Executive (line 9); b Present: Mick Connell")
    assert "c Andrew Wakeman, Director of Public Health; in the place of [an officer]; " in room
    assert "also for Leicestershire and Rutland PCT (line 20); d Gareth Williams" in room
    assert room.endswith("e In attendance, in support: [an officer] (line 29); f [Head of Youth Justice and Safer "
                         "Communities] (line 31); g [an officer] (line 32); h [an officer] (line 33)")  # fmt: skip
    assert "It leads Older people (line 51); b Civic Alliance (line 64)" in said[NOTES]
    assert said[f"{NOTES}, line 130"].startswith("“- (ii) that comments of detail on these")
    goem = sheet_of(opened("leicestershire"), "goem", read_author(study))
    put_to_it = [str(line.says) for line in goem.lines["Actions, joint work and what the papers say of it"]]
    assert len([said for said in put_to_it if "Put to: GOEM. Later papers: " in said]) == 2
    everything = text_of(study / "reports/sheets/leicestershire.docx")
    assert "Geoff Cave" not in everything and "Catherine Griffiths" not in everything


@BOTH
def test_every_sheet_says_what_attendance_is_not_and_when_its_data_are_made_up(county, name):
    built = county(name)
    said = text_of(built.folder.path / "reports/sheets" / f"{SENT[name][0]}.docx")
    assert said.count("Attendance is not influence, agreement or trust.") == 2  # in the text, and on every page
    assert ("Made-up data" in said) == (name == "wolds")


@BOTH
def test_nobody_who_may_not_be_named_is_in_a_sheet(county, name):
    built = county(name)
    hidden = {*built.people.loc[built.people["named"] != "yes", "name"]}
    for org in SENT[name]:
        said = text_of(built.folder.path / "reports/sheets" / f"{org}.docx")
        assert hidden and not [who for who in hidden if who in said]


def test_a_line_of_an_exempt_paper_is_closed_in_the_sheet():
    built = opened("leicestershire")
    closed = built.sources.assign(access=built.sources["access"].mask(built.sources["doc_id"] == NOTES, "exempt"))
    folder = replace(built.folder, tables={**built.folder.tables, "sources": closed})
    sheet = sheet_of(Built(folder, built.rules, built.records, built.results), "charnwood", read_author(folder.path))
    said = [str(line.says) for table in sheet.tables for line in table]
    assert "Present: [a line of an exempt paper] (line 14)" in said and "Brian" not in " ".join(said)


def test_councils_and_members_are_asked_and_one_may_be_named_by_name():
    built = opened("leicestershire")
    assert {"blaby", "rutland", "voluntary-action-charnwood"} <= {*asked_of(built)}
    assert "goem" not in asked_of(built)  # in support, no member
    assert organisation_of(built, "Charnwood Borough Council") == "charnwood"
    assert len(asked_of(opened("wolds"))) == 25 and organisation_of(opened("wolds"), "VA Haskerby") in asked_of(
        opened("wolds")
    )


@pytest.mark.parametrize(
    ("name", "asked", "near"),
    [
        ("leicestershire", "Charnwod", r"Charnwood Borough Council \(charnwood\), Voluntary Action Charnwood "),
        ("wolds", "Pelmarsh", r"Pellmarsh District Council \(pellmarsh\)"),
    ],
)  # fmt: skip
def test_a_sheet_for_an_unknown_organisation_is_refused_with_what_is_near(county, name, asked, near):
    with pytest.raises(StudyError, match=f'"{asked}" is no organisation of this study; near it are {near}'):
        write_sheets(county(name), asked)


@BOTH
def test_the_same_sheet_is_the_same_bytes_and_its_tables_can_be_heard(county, name):
    built, org = county(name), SENT[name][-1]
    before = (built.folder.path / "reports/sheets" / f"{org}.docx").read_bytes()
    sheet = sheet_of(built, org, read_author(built.folder.path))
    assert write_sheet(sheet.paper, org, sheet.tables, apart=sheet.apart) == before
    with zipfile.ZipFile(io.BytesIO(before)) as parts:
        xml = parts.read("word/document.xml").decode()
    ids = re.findall(r'<w:id w:val="(\d+)"', xml)
    assert len(ids) == len(set(ids)) == xml.count("<w:sdtPr>")
    assert xml.count("<w:tblHeader/>") == xml.count("<w:tblCaption") - 1 == 4  # the block of details has no heads
    assert all(len(tag) <= 64 for tag in re.findall(r'<w:tag w:val="([^"]+)"', xml))


@BOTH
def test_the_lines_behind_every_sheet_lie_beside_them(county, name):
    folder = county(name).folder.path / "reports/sheets"
    evidence = (folder / "evidence.html").read_text(encoding="utf-8")
    for org in SENT[name]:
        document = docx.Document(folder / f"{org}.docx")
        anchors = {rel.target_ref.partition("#")[2] for rel in document.part.rels.values() if rel.is_external}
        assert anchors and all(f'id="{anchor}"' in evidence for anchor in anchors)


def test_a_figure_that_was_put_into_a_post_by_hand_opens_at_its_correction(study):
    right = "Chief Executive, Area 5"
    with (study / "register/corrections.csv").open("a", encoding="utf-8") as file:
        file.write(f'{NOTES},14,attendance,role,Chief Executive,"{right}",A. Reader,2026-03-03,seen\n')
    write_sheets(build(study), "charnwood")
    assert right in text_of(study / "reports/sheets/charnwood.docx")
    evidence = (study / "reports/sheets/evidence.html").read_text(encoding="utf-8")
    assert f"attendance, role: Chief Executive, put right to {right}" in evidence


# ---- answers ---------------------------------------------------------------------------------------------------------

NOBODY = f"s:grid/{NOTES}:9-42:ssog-2007-07-02"


@BOTH
def test_an_answer_becomes_a_correction_with_who_and_when(county, name):
    built, case = county(name), CASES[name]
    file = answered(built.folder.path, case.org, {case.entry: ("no", case.said)})
    taken = answers_in(built, file)
    assert (taken.faults, taken.to_look_at) == ([], [])
    put(built, taken)
    assert corrections(built.folder.path) == [(*case.cell, case.was, case.right, "A. Reader", "2026-03-03")]
    records = corrected({"attendance": built.records["attendance"]}, again(built).corrections)
    changed = records["attendance"].compare(built.records["attendance"])
    assert changed["status"].values.tolist() == [[case.right, case.was]] and changed.shape == (1, 2)


def test_the_command_takes_a_sheet_in_and_the_next_build_counts_by_it(study, capsys):
    case = CASES["leicestershire"]
    file = answered(study, case.org, {case.entry: ("no", case.said)})
    code, out, _ = run(capsys, "sheet", study, "--answers", file)
    assert code == 0 and "1 row put into corrections.csv" in out
    there = build(study).there
    assert there.loc[there["cites"] == f"{NOTES}:14", "status"].tolist() == ["apologies"]


def test_of_two_on_one_line_the_one_meant_is_left_out(county):
    """Line 7 of the Safety Board of August 2023 has two officers in support, both shown by their post."""
    built, paper = county("wolds"), "community-safety-2023-08-08-minutes"
    line = f"s:attendance/{paper}:7:1"
    file = answered(built.folder.path, "torswoldshire", {line: ("no", "C: leave out; b: apologies")})
    put(built, answers_in(built, file))
    held = corrections(built.folder.path)
    assert [row[2:6] for row in held] == [
        ("2", "attendance", "person", "-"),
        ("1", "attendance", "status", "in_attendance"),
    ]
    records = corrected({"attendance": built.records["attendance"]}, again(built).corrections)["attendance"]
    left = records[(records["doc_id"] == paper) & (records["line"] == "7")]
    assert left[["n", "status"]].values.tolist() == [[1, "apologies"]]


@BOTH
def test_a_correction_that_fits_two_on_its_line_asks_for_n(name):
    """Three sent apologies on line 42 of the notes of July 2007; ten on line 21 of the chief executives' minutes."""
    paper, line, who, all_of_them = {
        "leicestershire": (NOTES, "42", "Mike Goodwin", "1 or 2 or 3"),
        "wolds": (JULY, "21", "Carol Williams", "1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or 10"),
    }[name]
    attendance = {"attendance": opened(name).records["attendance"]}
    row = {"doc_id": paper, "line": line, "table": "attendance", "column": "status", "was": "apologies",
           "is": "absent", "by": "me", "on": "2026-01-01", "because": "told"}  # fmt: skip
    with pytest.raises(StudyError, match=f"say in the column n which is meant \\({all_of_them}\\)"):
        corrected(attendance, CORRECTIONS.frame([row]))
    found = corrected(attendance, CORRECTIONS.frame([row | {"n": "2"}]))["attendance"]
    assert found.loc[found["status"] == "absent", "person"].tolist() == [who]
    with pytest.raises(StudyError, match=r"column n: .*attendance.status has no row 11; there are 1, 2, 3"):
        corrected(attendance, CORRECTIONS.frame([row | {"n": "11"}]))


@pytest.mark.parametrize(
    ("should", "said"),
    [
        ("absent", "has the entries a to b; “absent” does not say which: begin with the letter, as in “b: apologies”"),
        ("", "has the entries a to b; it is said to be wrong, and not which"),
        ("d: absent", "has the entries a to b, and no d; name one it has"),
        ("b: absent; b: present", 'the sheet says both "absent" and "present" of one entry; keep one of the two'),
    ],
)
def test_an_answer_that_does_not_say_which_of_several_is_meant_is_refused(county, should, said):
    built = county("wolds")
    file = answered(built.folder.path, "pellmarsh", {CASES["wolds"].entry: ("no", should)})
    (fault,) = answers_in(built, file).faults
    assert said in fault and f"Chief Executives' Group, 27 July 2022: {JULY}" in fault


def test_names_posts_and_entries_are_corrected_by_their_word(copied, study):
    room = f"s:attendance/{NOTES}:9:1"
    said = "a: post: Chief Executive and Clerk; b: Organisation: Leicester City Council; d: leave out"
    taken = answers_in(copied, answered(study, "leicestershire", {room: ("No", said), NOBODY_ELSE: ("yes",)}))
    assert (taken.agreed, taken.faults, taken.to_look_at) == (1, [], [])
    assert [(row["line"], row["column"], row["was"], row["is"]) for row in taken.corrections] == [
        ("9", "role", "Chief Executive", "Chief Executive and Clerk"),
        ("11", "organisations", "Leicestershire County Council", "Leicester City Council"),
        ("22", "person", "-", "Gareth Williams"),
    ]


NOBODY_ELSE = f"s:grid/{NOTES}:44:ssog-2007-05-09"


def test_what_no_correction_can_say_is_listed_and_not_lost(copied, study):
    answers = {
        CASES["leicestershire"].entry: ("no", "he left after an hour"),
        NOBODY_ELSE: ("no", "present: Zed Quill"),
    }
    file = answered(study, "charnwood", answers)
    document = docx.Document(file)
    missing = next(table for table in document.tables if table.rows[0].cells[0].text == "What is missing")
    missing.rows[1].cells[0].paragraphs[0].add_run(" a meeting in June")
    missing.add_row().cells[0].paragraphs[0].add_run("and one in May")
    document.tables[-1].add_row().cells[0].paragraphs[0].add_run("the away day")
    document.save(file)
    taken = answers_in(copied, file)
    out = "\n".join(taken.to_look_at)
    assert (taken.corrections, taken.faults, len(taken.to_look_at)) == ([], [], 5)
    for words in ("“he left after an hour” (A. Reader, 3 March 2026)", "present: Zed Quill", "“a meeting in June”",
                  "“and one in May”", "“the away day”"):  # fmt: skip
        assert words in out


def test_answers_change_the_record_and_a_sheet_taken_in_twice_changes_nothing_more(copied, study):
    files = [
        answered(study, org, {tag: ("no", said)}, f"{org}.docx")
        for org, tag, said in (
            ("charnwood", CASES["leicestershire"].entry, "absent"),
            ("blaby", NOBODY, "present: Zed Quill"),  # whom the list lacks
            ("leicestershire", f"s:attendance/{NOTES}:22:1", "d: leave out"),
        )
    ]
    for file in files:
        put(copied, answers_in(copied, file))
        copied = again(copied)
    now = build(study)
    there = now.there.set_index("cites")
    assert there.at[f"{NOTES}:14", "status"] == "absent" and f"{NOTES}:22" not in there.index
    came = there.loc[there["org_id"] == "blaby", ["person", "status"]]
    assert came.values.tolist() == [["Zed Quill", "present"]]
    twice = [answers_in(now, file) for file in files]
    assert [(taken.already, taken.corrections, taken.faults) for taken in twice] == [(1, [], [])] * 3


@BOTH
def test_an_answer_that_contradicts_a_correction_is_refused(county, name):
    built, case = county(name), CASES[name]
    file = answered(built.folder.path, case.org, {case.entry: ("no", case.said)})
    paper, line, n, *cell = case.cell
    other = "in_attendance"
    with (built.folder.path / "register/corrections.csv").open("a", encoding="utf-8") as table:
        assert corrections(built.folder.path) == []
        table.seek(0)
        table.truncate()
        table.write("doc_id,line,n,table,column,was,is,by,on,because\n")
        table.write(f"{paper},{line},{n},{','.join(cell)},{case.was},{other},B. Other,2026-01-05,told so\n")
    tables = corrected({"attendance": built.records["attendance"]}, again(built).corrections)
    now = again(built)
    now = Built(now.folder, now.rules, {**now.records, **tables}, now.results)
    now.__dict__["build"] = "another"  # the correction makes another build of it
    (fault,) = answers_in(now, file).faults
    said = f'the answer ("{case.right}") contradicts corrections.csv line 2, where B. Other put "{other}" on 2026-01-05'
    assert said in fault


def test_a_contradiction_stops_the_command_and_nothing_is_written(study, capsys):
    case = CASES["leicestershire"]
    file = answered(study, "charnwood", {case.entry: ("no", "apologies"), NOBODY_ELSE: ("yes",)})
    with (study / "register/corrections.csv").open("a", encoding="utf-8") as table:  # as a person writes it, without n
        table.write(f"{NOTES},14,attendance,status,present,absent,B. Other,2026-01-05,told so\n")
    held = corrections(study)
    code, _, err = run(capsys, "sheet", study, "--answers", file)
    assert code == 1 and corrections(study) == held
    assert 'the answer ("apologies") contradicts corrections.csv line 2' in err


@pytest.mark.parametrize(
    ("cells", "signed", "said"),
    [
        (("perhaps", ""), SIGNED, '"perhaps" is neither yes nor no'),
        (("yes", "apologies"), SIGNED, "it says yes, and what it should say"),
        (("no", "apologies"), ("", "3 March 2026"), "nobody is named who says so"),
        (("no", "apologies"), ("A. Reader", "soon"), '"soon" beside “On this day” is no day'),
    ],
)
def test_an_answer_that_cannot_be_taken_stops_them_all(copied, study, cells, signed, said):
    file = answered(study, "charnwood", {CASES["leicestershire"].entry: cells, NOBODY_ELSE: ("yes",)}, signed=signed)
    (fault,) = answers_in(copied, file).faults
    assert said in fault and f"SSOG, 2 July 2007: {NOTES}" in fault


@BOTH
def test_words_changed_in_the_record_s_own_cell_are_not_taken_for_an_answer(county, name):
    built, case = county(name), CASES[name]
    file = answered(built.folder.path, case.org, {case.entry: ("no", case.said)})
    document = docx.Document(file)
    rows = (row for table in document.tables for row in table.rows)
    row = next(row for row in rows if any(tag.get(qn("w:val")) == case.entry for tag in row._tr.iter(qn("w:tag"))))
    row.cells[1].paragraphs[0].add_run(" and Clerk")
    document.save(file)
    (fault,) = answers_in(built, file).faults
    assert "the words of the second cell were changed" in fault


@BOTH
def test_a_sheet_of_another_study_or_no_sheet_is_refused(county, name):
    copied, case = county(name), CASES[name]
    study = copied.folder.path
    file = answered(study, case.org, {case.entry: ("no", case.said)})
    settings = replace(copied.folder.settings, name="Another matter")
    other = Built(replace(copied.folder, settings=settings), copied.rules, copied.records, copied.results)
    docx.Document().save(study / "letter.docx")
    (study / "text.docx").write_text("yes")
    for built, name, said in (
        (other, file.name, "this is a sheet of another study"),
        (copied, "letter.docx", "this is no sheet"),
        (copied, "text.docx", "this is no Word file"),
        (copied, "none.docx", "cannot be opened"),
        (copied, f"reports/sheets/{case.org}.docx", "no row of this sheet is answered"),
    ):
        with pytest.raises(StudyError, match=said):
            answers_in(built, study / name)


def test_a_sheet_that_holds_answers_is_never_written_over(copied, study):
    file = answered(study, "charnwood", {}, "reports/sheets/charnwood.docx")  # a name and a day are answers too
    before = file.read_bytes()
    with pytest.raises(StudyError, match="this sheet holds answers"):
        write_sheets(copied, "charnwood")
    assert file.read_bytes() == before


@BOTH
def test_answers_survive_libreoffice(county, needs, name):
    built, case = county(name), CASES[name]
    file = answered(built.folder.path, case.org, {case.entry: ("no", case.said)})
    (row,) = answers_in(built, through_libreoffice(file, needs)).corrections
    assert (row["n"], row["column"], row["was"], row["is"]) == (case.cell[2], "status", case.was, case.right)
