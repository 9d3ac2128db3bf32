"""The Word file comes back: every number changed, typed in, taken out or no longer true is found, and nothing else."""

import copy
import io
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from leadnet.briefing.docx import write_docx
from leadnet.briefing.docx_file import BUILD, STUDY, add_properties, properties
from leadnet.briefing.edited import check_edited
from leadnet.briefing.paper import assemble
from leadnet.briefing.settings import read_author
from leadnet.briefing.tokens import days, numbers
from leadnet.build import Built
from leadnet.build import study as build
from leadnet.cli import main
from leadnet.study.tables import StudyError

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture(scope="module")
def built():
    return build(DATA / "leicestershire")


@pytest.fixture(scope="module")
def briefing(built):
    """The Word file as it goes out."""
    author = read_author(built.folder.path)
    return write_docx(assemble(built, author), author.template)


def saved(document, tmp_path, name="edited.docx"):
    document.save(tmp_path / name)
    return tmp_path / name


def by_kind(held):
    kinds = [found.kind for found in held.found]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}


def controls(document, letter):
    """The content controls of the text whose tag begins so, with their one run of words."""
    body = document.element.body
    found = [each for each in body.iter(qn("w:sdt")) if each.find(f".//{qn('w:tag')}").get(qn("w:val"))[0] == letter]
    return [(each, next(each.iter(qn("w:t")))) for each in found]


def paragraphs(document, style):
    return [each for each in document.paragraphs if each.style.name == style]


def other(text):
    """The text with its first number one higher; of a date its day."""
    spot = days(text)[0] if days(text) else numbers(text)[0]
    digits = next(part for part in text[spot.start : spot.end].replace(",", "").split() if part.isdigit())
    return text.replace(digits, str(int(digits) + 1 if int(digits) != 28 else 27), 1)


def tampered(data):
    """The briefing with 34 numbers tampered with, and sentences moved, struck and reworded; gives what was done."""
    document = docx.Document(io.BytesIO(data))
    findings = [(control, text) for control, text in controls(document, "f") if numbers(text.text)]
    dates = [(control, text) for control, text in controls(document, "r") if len(days(text.text)) == 1]
    said = []
    for _, text in (*findings[:36:3], *dates[:12:3]):  # 12 findings and 4 dates changed
        said.append(("changed", text.text))
        text.text = other(text.text)
    for control, text in findings[1:18:3]:  # 6 taken out, control and all
        said.append(("taken out", text.text))
        control.getparent().remove(control)
    for control, text in findings[19:28:3]:  # 3 typed over: the number is plain text now
        said += [("taken out", text.text), ("typed in", "77")]
        run = copy.deepcopy(text.getparent())
        run.find(qn("w:t")).text = "77"
        control.getparent().replace(control, run)
    typed = ["88 homes", "half of them", "15%", "on 3 May 2009", "twelve councils", "1,234 people"]
    for paragraph, words in zip(paragraphs(document, "Report Paragraph")[::2], typed, strict=False):
        said.append(("typed in", words))
        paragraph.add_run(f" Members were told of {words} in the margin.")
    moved = paragraphs(document, "Report Limb")
    moved[0]._p.addprevious(moved[-1]._p)
    body = paragraphs(document, "Report Paragraph")
    body[2]._p.addprevious(body[-3]._p)  # a numbered paragraph, its numbers with it
    body[1].add_run(" This is said in other words.")
    body[0].insert_paragraph_before("A sentence of the leader's own, with no figure in it (see Table 1).")
    return document, said


def test_a_briefing_nobody_edited_has_nothing_to_say_of(built, briefing, tmp_path):
    (tmp_path / "same.docx").write_bytes(briefing)
    assert check_edited(built, tmp_path / "same.docx").found == ()


def test_every_tampered_number_is_found_and_nothing_else(built, briefing, tmp_path):
    document, said = tampered(briefing)
    held = check_edited(built, saved(document, tmp_path))
    assert len(said) == 34 and by_kind(held) == {"changed": 16, "typed in": 9, "taken out": 9}
    for kind, text in said:
        number = next(part for part in text.split() if numbers(part)) if kind == "typed in" else text
        assert any(found.kind == kind and number.strip("%") in found.said for found in held.found), (kind, text)


def test_saved_again_by_libreoffice_the_same_numbers_are_found(built, briefing, tmp_path, needs):
    document, _ = tampered(briefing)
    file = saved(document, tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run([needs("soffice"), "--headless", profile, "--convert-to", "docx", "--outdir", tmp_path / "again",
                    file], check=True, capture_output=True, timeout=180)  # fmt: skip
    again = check_edited(built, tmp_path / "again" / "edited.docx")
    assert by_kind(again) == {"changed": 16, "typed in": 9, "taken out": 9}
    assert sorted(found.said for found in again.found if found.kind == "typed in") == sorted(
        found.said for found in check_edited(built, file).found if found.kind == "typed in"
    )


def test_what_is_said_names_the_place_the_old_number_and_its_finding(built, briefing, tmp_path):
    document = docx.Document(io.BytesIO(briefing))
    text = next(text for control, text in controls(document, "f") if text.text == "2 of 7")
    text.text = "5 of 7"
    (found,) = check_edited(built, saved(document, tmp_path)).found
    assert found.kind == "changed" and found.where.startswith("paragraph ")
    assert "“5 of 7” stood as “2 of 7” (finding districts_in_room/ssog-2007-07-02)" in found.said


def test_a_per_cent_sign_or_a_nought_put_behind_a_number_is_found(built, briefing, tmp_path):
    document = docx.Document(io.BytesIO(briefing))
    first, second = [control for control, text in controls(document, "f") if text.text.isdigit()][:2]
    for control, sign in ((first, "%"), (second, "0")):
        run = copy.deepcopy(next(control.iter(qn("w:r"))))
        run.find(qn("w:t")).text = sign
        control.addnext(run)
    assert by_kind(check_edited(built, saved(document, tmp_path))) == {"changed": 1, "typed in": 1}


def test_a_quotation_with_other_words_is_found(built, briefing, tmp_path):
    document = docx.Document(io.BytesIO(briefing))
    text = controls(document, "q")[0][1]
    text.text = text.text.replace(" ", " all ", 1)
    assert by_kind(check_edited(built, saved(document, tmp_path))) == {"changed": 1}


def test_a_number_the_study_gives_no_more_is_named_with_what_it_gives_now(built, briefing, tmp_path):
    document = docx.Document(io.BytesIO(briefing))
    add_properties(document.part.package, {**properties(briefing), BUILD: "0123456789ab"})
    row = built.findings["finding_id"] == "papers_held"
    later = built.findings.assign(value=built.findings["value"].mask(row, 6), n=built.findings["n"].mask(row, 6))
    now = Built(built.folder, built.rules, built.records, {**built.results, "findings": later})
    held = check_edited(now, saved(document, tmp_path))
    assert by_kind(held) == {"no longer true": str(held.found).count("papers_held")}
    assert '"5" is not what finding papers_held gives (6)' in held.found[0].said
    assert "is held no more" in held.note and "0123456789ab" in held.note


def test_a_file_of_another_study_or_none_is_refused_in_a_line(built, briefing, tmp_path, capsys):
    document = docx.Document(io.BytesIO(briefing))
    add_properties(document.part.package, {STUDY: "another", BUILD: "0123456789ab"})
    with pytest.raises(StudyError, match="this is a briefing of another study"):
        check_edited(built, saved(document, tmp_path))
    docx.Document().save(tmp_path / "letter.docx")
    with pytest.raises(StudyError, match="does not say which study it is of"):
        check_edited(built, tmp_path / "letter.docx")
    (tmp_path / "text.docx").write_text("no Word file")
    with pytest.raises(StudyError, match="no Word file"):
        check_edited(built, tmp_path / "text.docx")
    settings = replace(built.folder.settings, name="Elsewhere")
    elsewhere = Built(replace(built.folder, settings=settings), built.rules, built.records, built.results)
    (tmp_path / "same.docx").write_bytes(briefing)
    with pytest.raises(StudyError, match="another study"):
        check_edited(elsewhere, tmp_path / "same.docx")


def test_the_command_lists_them_and_answers_one(briefing, tmp_path, capsys):
    document = docx.Document(io.BytesIO(briefing))
    controls(document, "f")[0][1].text = "99"
    assert main(["check", str(DATA / "leicestershire"), str(saved(document, tmp_path))]) == 1
    out = capsys.readouterr().out
    assert "changed: " in out
    assert "1 changed, 0 typed in, 0 no longer true, 0 taken out; the words are left alone" in out
