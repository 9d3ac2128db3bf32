"""What changed since the last briefing: two builds of each study a quarter apart, recounted by hand."""

import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from briefing_case import changed as with_words
from briefing_studies import built as opened

from leadnet.briefing import changed as the_page
from leadnet.briefing.changed import chosen, pages_of, with_changes
from leadnet.briefing.changed_kept import KEPT, kept_before, kept_now, paper_of
from leadnet.briefing.changed_page import page, told
from leadnet.briefing.changed_publish import brief
from leadnet.briefing.changed_rows import changes
from leadnet.briefing.docx_file import properties
from leadnet.briefing.edited import check_edited
from leadnet.briefing.readback import read_docx
from leadnet.briefing.settings import read_author
from leadnet.build import Built, study
from leadnet.cli import main
from leadnet.study.tables import StudyError

DATA = Path(__file__).resolve().parents[1] / "data/leicestershire"
LATE = ("ssog-2008-01-22-report", "ipb-2011-11-08-report")
CORRECTION = "ssog-2007-07-02-notes,14,attendance,status,present,apologies,A. Reader,2026-11-01,right of reply\n"


@pytest.fixture(scope="module")
def quarters(tmp_path_factory):
    """The study briefed in August without two papers, then in November with them and one correction: the builds."""
    folder, new = tmp_path_factory.mktemp("quarters") / "study", tmp_path_factory.mktemp("new")
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("records", "reports", ".lock"))
    tables = {
        file: file.read_text(encoding="utf-8") for file in [*folder.glob("*.csv"), *folder.glob("register/*.csv")]
    }
    for file, text in tables.items():
        file.write_text("".join(row for row in text.splitlines(True) if not any(doc in row for doc in LATE)))
    for doc in LATE:
        shutil.move(folder / f"papers/{doc}.txt", new)
    settings, words = folder / "study.toml", folder / "briefing.toml"
    texts = settings.read_text(encoding="utf-8"), words.read_text(encoding="utf-8")
    settings.write_text(texts[0].replace("as_at = 2011-11-08", "as_at = 2007-12-31"), encoding="utf-8")
    words.write_text(texts[1].replace("date = 2026-11-23", "date = 2026-08-23"), encoding="utf-8")
    _, august = brief(folder, ["docx"])
    assert main(["read", str(new / "*.txt"), "--into", str(folder)]) == 0
    for file, text in tables.items():  # the proposed rows kept, and what a person adds about them
        file.write_text(text + (CORRECTION if file.name == "corrections.csv" else ""), encoding="utf-8")
    settings.write_text(texts[0], encoding="utf-8")
    words.write_text(texts[1], encoding="utf-8")
    _, november = brief(folder, ["docx"])
    return august, november


@pytest.fixture(scope="module")
def found(quarters):
    """What changed, from the build that was kept."""
    _, now = quarters
    return changes(now, chosen(now, read_author(now.folder.path)))


def counts(found):
    rows = found.findings
    return {f"{row.measure} {row.subject}".strip(): int(row.value) for row in rows.itertuples() if row.value}


def test_the_counts_are_those_of_the_two_papers_and_the_correction(found):
    assert counts(found) == {
        "meetings_added": 2,  # 22 January 2008 and 8 November 2011, each by its own paper
        "actions_newly shown begun": 1,  # the Leadership of Place project, by the report of January 2008, line 14
        "actions_newly shown moved": 1,  # the same, line 25
        "corrections_added": 1,
        "judgements_added": 7,  # the rows of judgements.csv that name the report
        "numbers_changed": len(found.numbers),
    }
    assert list(found.meetings["meeting_id"]) == ["ssog-2008-01-22", "improvement-programme-board-2011-11-08"]
    assert set(found.actions["action_id"]) == {"ssog-2007-07-02-notes:100:1"}
    was = found.before.set_index("finding_id")["value"]
    now = found.numbers.set_index("finding_id")["value"]
    assert (was["papers_held"], now["papers_held"]) == (3, 5)
    assert (was["heads_in_room/ssog-2007-07-02"], now["heads_in_room/ssog-2007-07-02"]) == (21, 20)  # one apology more


def test_the_page_lies_beside_the_briefing_and_says_the_same(quarters, found):
    august, november = quarters
    reports = november.folder.path / "reports"
    assert (reports / "changes.html").is_file()
    said = " ".join(read.text for read in read_docx((reports / "changes.docx").read_bytes()))
    assert "Meetings the record did not know: 2; known otherwise than before: 0." in said
    assert "23 August 2026" in said and "Attendance is not influence, agreement or trust." in said
    assert "papers held" in said and "not done" not in said.lower()
    assert august.build in {path.name.removesuffix(".zip")[-12:] for path in (reports / november.build).glob("*.zip")}


def test_its_word_file_opens_at_the_web_page_that_holds_the_lines(quarters):
    reports = quarters[1].folder.path / "reports"
    html = (reports / "changes.html").read_text(encoding="utf-8")
    marks = [mark for read in read_docx((reports / "changes.docx").read_bytes()) for _, mark in read.runs if mark]
    assert marks and all(f'id="{mark.opens}"' in html for mark in marks)


def test_the_same_build_again_gives_the_same_files(quarters):
    _, now = quarters
    stands = now.folder.path / "reports" / now.build
    briefed = {name: (stands / name).read_bytes() for name in ("briefing.docx",)}
    files, pages = with_changes(now, read_author(now.folder.path), briefed)
    assert pages == ("changes.docx", "changes.html")
    assert all((stands / name).read_bytes() == data for name, data in files.items())
    assert sorted(files) == sorted({path.name for path in stands.iterdir()} - {"build.json", "evidence.html",
                                   "findings.csv", "ledger.csv"})  # fmt: skip


def test_ties_with_another_verdict_and_meetings_that_got_their_minutes(quarters):
    _, now = quarters
    ties = now.ties.assign(verdict=["more", *now.ties["verdict"][1:]])
    ahead = now.coverage.assign(known_by=now.coverage["known_by"].replace("minutes", "announced"))
    then = Built(now.folder, now.rules, now.records, {**now.results, "ties": ties, "coverage": ahead})
    author = replace(read_author(now.folder.path), date="2026-08-01")
    since = kept_now(then, author, {})
    found = changes(now, replace(since, build="0123456789ab"))
    assert counts(found) == {"verdicts_changed": 1, "meetings_now_known_otherwise": 1}
    assert found.ties[["was", "verdict"]].values.tolist() == [["more", "cannot be told"]]
    assert found.meetings[["was", "known_by"]].values.tolist() == [["announced", "minutes"]]
    assert set(pages_of(now, author, found)) == {"changes.docx", "changes.html"}


def test_a_number_of_the_page_that_is_no_finding_stops_it(quarters, found, monkeypatch):
    _, now = quarters
    monkeypatch.setattr(
        the_page, "page", lambda *given: with_words(page(*given), "did not know: ", "did not know: 3 or ")
    )
    with pytest.raises(StudyError, match='the page of changes is not published: .*"3" is no finding'):
        pages_of(now, read_author(now.folder.path), found)


def standing(reports, build, papers):
    """A reports folder in which one build stands with these papers kept: file -> (date, build)."""
    (reports / build).mkdir(parents=True, exist_ok=True)
    (reports / "current.json").write_text(json.dumps({"build": build}))
    for name, (date, of) in papers.items():
        with zipfile.ZipFile(reports / build / name, "w") as parts:
            parts.writestr("build.json", json.dumps({"build": of, "date": date}))


def test_of_drafts_with_one_date_the_last_is_kept_and_an_earlier_date_goes_before_a_draft(quarters, tmp_path):
    _, now = quarters
    author, final = read_author(now.folder.path), now.build
    here = Built(replace(now.folder, path=tmp_path), now.rules, now.records, now.results)
    here.__dict__["build"] = final  # made from the files of a folder, and this one has none
    reports = tmp_path / "reports"
    drafts = {"earlier-2026-11-23-first-draft.zip": ("2026-11-23", "first-draft"), KEPT: ("2026-11-23", "second-draft")}
    standing(reports, "second-draft", drafts)
    assert [each.build for each in kept_before(reports, final)] == ["second-draft"]
    assert chosen(here, author).build == "second-draft"
    standing(reports, "second-draft", {"earlier-2026-05-01-may.zip": ("2026-05-01", "may")})
    assert [each.build for each in kept_before(reports, final)] == ["may", "second-draft"]
    assert chosen(here, author).build == "may"
    assert chosen(here, author, since="second").build == "second-draft"


def test_the_command_prints_it_and_names_the_builds_that_are_kept(quarters, capsys):
    august, november = quarters
    assert main(["changed", str(november.folder.path)]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"Since the briefing of 23 August 2026 (build {august.build}):")
    assert "22 January 2008 | the SSOG | not known | announced only" in out
    assert "papers held | the whole record | 3 | 5" in out
    author, held = read_author(november.folder.path), f"kept are {august.build} \\(2026-08-23\\)"
    with pytest.raises(StudyError, match=f"this is no earlier build that is kept; {held}"):
        chosen(november, author, since="nobuild")


def test_an_edited_file_of_the_earlier_build_is_held_against_both(quarters, tmp_path):
    august, november = quarters
    data = paper_of(november.folder.path / "reports", august.build)
    assert properties(data)["leadnet build"] == august.build
    (tmp_path / "august.docx").write_bytes(data)
    held = check_edited(november, tmp_path / "august.docx")
    assert {found.kind for found in held.found} == {"no longer true"}
    assert any('"3" is not what finding papers_held gives (5)' in found.said for found in held.found)
    assert f"this file is of build {august.build}" in held.note


def test_an_earlier_build_that_is_damaged_is_named(quarters, tmp_path):
    standing(tmp_path / "reports", "draft", {})
    (tmp_path / "reports/draft" / KEPT).write_bytes(b"no zip")
    with pytest.raises(StudyError, match="kept.zip: this earlier build cannot be read"):
        kept_before(tmp_path / "reports", quarters[1].build)


# ---- a made-up county of thirty meetings -----------------------------------------------------------------------------

SPRING = ("health-and-wellbeing-2025-04-10-minutes", "chief-executives-2025-04-23-minutes",
          "reorganisation-2025-05-30-minutes", "reorganisation-2025-05-30-report")  # fmt: skip
COUNTED = {
    "meetings_now_known_otherwise": 3,  # announced by the minutes before; two boards and a group have minutes now
    "verdicts_changed": 6,  # all of Lowmere, of which more can be told by three meetings more
    "actions_added": 2,  # reorganisation-2025-05-30-minutes, lines 60 and 64
    "actions_newly shown moved": 1,  # line 74 of the September minutes, by line 56 of the May minutes
    "judgements_added": 21,  # the rows of judgements.csv that name one of the four papers
}


def as_in_march(folder, new):
    """The made-up county as it stood on 31 March 2025: its four papers of the spring put into another folder."""
    shutil.copytree(DATA.parent / "wolds", folder, ignore=shutil.ignore_patterns("records", "reports", ".lock"))
    for file in [*folder.glob("*.csv"), *folder.glob("register/*.csv")]:
        rows = file.read_text(encoding="utf-8").splitlines(True)
        file.write_text("".join(row for row in rows if not any(doc in row for doc in SPRING)), encoding="utf-8")
    for doc in SPRING:
        (paper,) = folder.glob(f"papers/{doc}.*")
        shutil.move(paper, new)
    dated(folder, "as_at = 2025-07-30", "as_at = 2025-03-31", "study.toml")
    dated(folder, "date = 2025-07-30", "date = 2025-04-30", "briefing.toml")
    return folder


def dated(folder, was, now, file):
    text = (folder / file).read_text(encoding="utf-8")
    assert was in text
    (folder / file).write_text(text.replace(was, now), encoding="utf-8")


@pytest.fixture
def places(tmp_path):
    (tmp_path / "new").mkdir()
    return tmp_path / "study", tmp_path / "new"


def test_two_quarters_of_the_made_up_county_are_recounted_from_its_papers(places):
    folder, now = as_in_march(*places), opened("wolds")
    then = study(folder)
    found = changes(now, kept_now(then, read_author(folder), {}))
    assert counts(found) == COUNTED
    assert found.meetings[["meeting_id", "was", "known_by"]].values.tolist() == [
        [meeting, "announced", "minutes"]
        for meeting in ("health-and-wellbeing-2025-04-10", "chief-executives-2025-04-23", "reorganisation-2025-05-30")
    ]
    assert found.actions[["action_id", "shows", "doc_id", "line"]].values.tolist() == [
        ["reorganisation-2024-09-13-minutes:74:1", "shown moved", "reorganisation-2025-05-30-minutes", "56"]
    ]
    assert [action.rsplit(":", 2)[1] for action in found.new_actions["action_id"]] == ["60", "64"]
    pair = ["organisation_a", "organisation_b"]
    both = now.ties.merge(then.ties, on=pair)
    assert (both["verdict_x"] != both["verdict_y"]).sum() == len(found.ties) == 6
    assert all("lowmere" in row for row in found.ties[pair].values)
    said = " ".join(map(str, told(page(now, read_author(folder), found))))
    assert "Meetings the record did not know: 0; known otherwise than before: 3. Ties with another verdict: 6." in said


def test_the_next_batch_of_the_made_up_county_is_read_and_briefed(places, long, capsys, tmp_path):
    """The whole way by its commands: brief, read --into, brief, changed; and the edited file of the quarter before."""
    folder = as_in_march(*places)
    assert main(["brief", str(folder), "--to", "docx"]) == 0
    sent = (folder / "reports/briefing.docx").read_bytes()
    assert not (folder / "reports/changes.docx").exists()
    assert main(["read", *map(str, sorted(places[1].iterdir())), "--into", str(folder)]) == 0
    for file in ("sources.csv", "stages.csv", "workstreams.csv", "register/judgements.csv"):  # as a person keeps them
        shutil.copy(DATA.parent / "wolds" / file, folder / file)
    dated(folder, "as_at = 2025-03-31", "as_at = 2025-07-30", "study.toml")
    dated(folder, "date = 2025-04-30", "date = 2025-07-30", "briefing.toml")
    assert main(["brief", str(folder), "--to", "docx"]) == 0
    said = " ".join(read.text for read in read_docx((folder / "reports/changes.docx").read_bytes()))
    for words in ("known otherwise than before: 3.", "Ties with another verdict: 6.", "Actions added: 2", "moved: 1",
                  "judgements added: 21", "30 April 2025", "Made-up data"):  # fmt: skip
        assert words in said
    capsys.readouterr()
    assert main(["changed", str(folder)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Since the briefing of 30 April 2025") and "papers held | the whole record | 29 | 33" in out
    (tmp_path / "april.docx").write_bytes(sent)
    held = check_edited(study(folder), tmp_path / "april.docx")
    assert {found.kind for found in held.found} == {"no longer true"} and "this file is of build" in held.note
