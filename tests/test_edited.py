"""The Word file comes back: every number changed, typed in, taken out or no longer true is found, and nothing else."""

import copy
import io
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from briefing_studies import STUDIES
from briefing_studies import built as opened
from briefing_studies import files as briefed
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from leadnet.briefing import edited as the_check
from leadnet.briefing.docx_file import BUILD, STUDY, add_properties, properties
from leadnet.briefing.edited import check_edited
from leadnet.briefing.paper import assemble
from leadnet.briefing.settings import read_author
from leadnet.briefing.tokens import days, numbers
from leadnet.build import Built
from leadnet.cli import main
from leadnet.study.tables import StudyError

DATA = Path(__file__).resolve().parents[1] / "data"
BOTH = pytest.mark.parametrize("name", STUDIES)


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A function that gives a study in a folder without reports, its paper assembled once for all checks, by name."""
    patch, made, papers = pytest.MonkeyPatch(), {}, {}

    def study(name):
        if name not in made:
            folder = tmp_path_factory.mktemp("edited") / name
            shutil.copytree(DATA / name, folder, ignore=shutil.ignore_patterns("records", "reports", ".lock"))
            built = opened(name)
            made[name] = Built(replace(built.folder, path=folder), built.rules, built.records, built.results)
            papers[built.settings.name] = assemble(made[name], read_author(folder))
        return made[name]

    patch.setattr(
        the_check, "assemble", lambda built, author: papers.get(built.settings.name) or assemble(built, author)
    )
    yield study
    patch.undo()


@pytest.fixture
def built(sent):
    return sent("leicestershire")


@pytest.fixture
def briefing():
    """The Word file as it goes out."""
    return briefed("leicestershire")["briefing.docx"]


def saved(document, tmp_path, name="edited.docx"):
    document.save(tmp_path / name)
    return tmp_path / name


def through_libreoffice(file, needs):
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    subprocess.run([needs("soffice"), "--headless", profile, "--convert-to", "docx", "--outdir", file.parent / "again",
                    file], check=True, capture_output=True, timeout=180)  # fmt: skip
    return file.parent / "again" / file.name


def by_kind(held):
    return dict(Counter(found.kind for found in held.found))


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
        control.getparent().replace(control, plain(text, "77"))
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


def plain(text, words):
    """A copy of a control's run with other words, to stand without the control."""
    run = copy.deepcopy(text.getparent())
    run.find(qn("w:t")).text = words
    return run


@BOTH
def test_a_briefing_nobody_edited_has_nothing_to_say_of(sent, tmp_path, name):
    (tmp_path / "same.docx").write_bytes(briefed(name)["briefing.docx"])
    assert check_edited(sent(name), tmp_path / "same.docx").found == ()


@BOTH
def test_every_tampered_number_is_found_and_nothing_else(sent, tmp_path, needs, name):
    document, said = tampered(briefed(name)["briefing.docx"])
    file = saved(document, tmp_path)
    held = check_edited(sent(name), file)
    assert len(said) == 34 and by_kind(held) == {"changed": 16, "typed in": 9, "taken out": 9}
    for kind, text in said:
        number = next(part for part in text.split() if numbers(part)) if kind == "typed in" else text
        assert any(found.kind == kind and number.strip("%") in found.said for found in held.found), (kind, text)
    again = check_edited(sent(name), through_libreoffice(file, needs))  # which drops the tags
    assert by_kind(again) == by_kind(held)
    assert sorted(found.said for found in again.found if found.kind == "typed in") == sorted(
        found.said for found in held.found if found.kind == "typed in"
    )


# ---- harder: each changes a document in one way and says what must be found ------------------------------------------


def split_over_runs(document, spare):
    """One digit a run, as Word leaves a number typed in two goes; the second time with another last digit."""
    for last in ("", "7"):
        _, text = next(spare)
        run, whole = text.getparent(), text.text
        text.text = whole[:1]
        rest = plain(text, whole[1:] + last)
        run.addnext(rest)
    return {"changed": [f"“{whole}7” stood as “{whole}”"]}


def in_words(document, spare):
    """`half` for a number is another number; a number in words that is the same one is not."""
    _, text = next(spare)
    whole, text.text = text.text, "half"
    same = next(text for _, text in spare if text.text == "4")
    same.text = "four"
    return {"changed": [f"“half” stood as “{whole}”"]}


def put_into_words(document, spare):
    """No number is left under the mark."""
    _, text = next(spare)
    whole, text.text = text.text, "some"
    return {"taken out": [f"“{whole}”"]}


def mark_removed(document, spare):
    """The control is taken away, its number stays as plain text, which no one can follow."""
    control, text = next(spare)
    control.getparent().replace(control, plain(text, text.text))
    return {"taken out": [f"“{text.text}”"], "typed in": [f"“{each.text}”" for each in numbers(text.text)]}


def mark_copied(document, spare):
    """A number copied with its mark into the editor's own sentence is still the finding; changed there it is not."""
    body = paragraphs(document, "Report Paragraph")
    for at, words in ((3, None), (4, "555")):
        control, text = next(spare)
        copied = copy.deepcopy(control)
        if words:
            next(copied.iter(qn("w:t"))).text = words
        body[at].add_run(" As was said: ")
        body[at]._p.append(copied)
    return {"changed": ["“555” stood as "]}


def tracked(document, spare):
    """Tracked changes not yet accepted: a number struck, one put in, one moved (which stands in the file twice)."""
    struck, text = next(spare)
    run = text.getparent()
    text.tag = qn("w:delText")
    wrap(run, "del")
    body = paragraphs(document, "Report Paragraph")[5]._p
    body.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t xml:space='preserve'> Add 66 more.</w:t></w:r></w:ins>"))
    moved, _ = next(spare)
    body.append(parse_xml(f"<w:moveTo {nsdecls('w')}/>"))
    body[-1].append(copy.deepcopy(moved))
    wrap(moved, "moveFrom")
    return {"taken out": [f"“{text.text}”"], "typed in": ["“66”"]}


def wrap(element, name):
    """The element within a tracked change."""
    around = parse_xml(f"<w:{name} {nsdecls('w')} w:id='9' w:author='A' w:date='2026-01-01T00:00:00Z'/>")
    element.addprevious(around)
    around.append(element)


def hidden(document, spare):
    """A number set as hidden text is not there to be read."""
    _, text = next(spare)
    text.getparent().get_or_add_rPr().append(parse_xml(f"<w:vanish {nsdecls('w')}/>"))
    return {"taken out": [f"“{text.text}”"]}


def in_the_header_and_footer(document, spare):
    section = document.sections[0]
    section.header.paragraphs[0].add_run("Draft 31 for members")
    section.footer.paragraphs[0].add_run(" Of 23 copies.")
    return {"typed in": ["“31”", "“23”"]}


def in_a_text_box_and_a_formula(document, spare):
    """Word keeps a text box twice, for itself and for older programs; it is one number. A formula is text too."""
    body = paragraphs(document, "Report Paragraph")[6]._p
    box = "<w:txbxContent><w:p><w:r><w:t>Only 41 came</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        f"{nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
        "xmlns:v='urn:schemas-microsoft-com:vml'"
    )
    body.append(parse_xml(
        f"<w:r {spaces}><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ))  # fmt: skip
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    body.append(parse_xml(f"<m:oMath xmlns:m='{maths}'><m:r><m:t>=52</m:t></m:r></m:oMath>"))
    return {"typed in": ["“41”", "“52”"]}


def beside_a_mark(document, spare):
    """A minus, a digit or a thousand put beside a number makes another of it."""
    said = []
    for before, after in (("-", ""), ("1", ""), ("", " thousand")):
        control, text = next((control, text) for control, text in spare if text.text.isdigit())
        if before:
            control.addprevious(plain(text, before))
        else:
            control.addnext(plain(text, after))
        said.append(f"“{before}{text.text}”" if before else "“thousand”")
    return {"typed in": said}


def beside_a_word_of_a_chart(document, spare):
    """`11 of` may stand in what is said of a chart; typed into the text it is a number of nobody's."""
    paragraphs(document, "Report Paragraph")[7].add_run(" We heard from 11 of them and 4 at the end.")
    return {"typed in": ["“11”", "“4”"]}


def swapped(document, spare):
    """Two numbers of one paragraph change places, marks and all; every word stays."""
    for paragraph in paragraphs(document, "Report Paragraph"):
        mine = [(each, next(each.iter(qn("w:t"))).text) for each in paragraph._p.iter(qn("w:sdt"))]
        if len(mine) > 1 and mine[0][1] != mine[1][1] and all(numbers(text) for _, text in mine[:2]):
            first, second = mine[0][0], mine[1][0]
            spot = copy.deepcopy(first)
            first.addprevious(spot)
            second.addprevious(first)
            spot.addprevious(second)
            spot.getparent().remove(spot)
            texts = [text for _, text in mine[:2]]
            return {"changed": [f"“{a}” stands where “{b}” stood" for a, b in (texts, texts[::-1])]}
    raise AssertionError("no paragraph has two numbers")


def table_edited(document, spare):
    """Rows sorted otherwise, and one struck, are the editor's; two cells of one column changed over are not."""
    table = next(each for each in document.tables if len(marked(each)) > 3)
    rows = marked(table)
    one, two = next((a, b) for a in rows for b in rows if a is not b and last(a)[1] != last(b)[1])
    (here, a), (there, b) = last(one), last(two)
    copies = copy.deepcopy(here), copy.deepcopy(there)
    here.getparent().replace(here, copies[1])
    there.getparent().replace(there, copies[0])
    rows[0]._tr.addprevious(rows[-1]._tr)
    return {"changed": [f"“{b}” stands where “{a}” stood", f"“{a}” stands where “{b}” stood"]}


def marked(table):
    return [row for row in table.rows[1:] if last(row)]


def last(row):
    """The last number of a row with its control."""
    found = [(each, next(each.iter(qn("w:t"))).text) for each in row._tr.iter(qn("w:sdt"))]
    return next(((each, text) for each, text in reversed(found) if numbers(text)), None)


HARDER = (split_over_runs, in_words, put_into_words, mark_removed, mark_copied, tracked, hidden,
          in_the_header_and_footer, in_a_text_box_and_a_formula, beside_a_mark, beside_a_word_of_a_chart,
          swapped, table_edited)  # fmt: skip


def spares(document):
    """Marked whole numbers of the running text, each finding once, for one tampering after another."""
    seen = Counter(control.find(f".//{qn('w:tag')}").get(qn("w:val")) for control, _ in controls(document, "f"))
    body = [paragraph._p for paragraph in paragraphs(document, "Report Paragraph")]
    for control, text in controls(document, "f"):
        once = seen[control.find(f".//{qn('w:tag')}").get(qn("w:val"))] == 1
        if once and numbers(text.text) and next(control.iterancestors(qn("w:p"))) in body:
            yield control, text


@BOTH
@pytest.mark.parametrize("tampering", HARDER, ids=lambda each: each.__name__)
def test_each_harder_tampering_is_found_and_nothing_else(sent, tmp_path, request, name, tampering):
    if name == "wolds":
        request.getfixturevalue("long")  # each holds a paper of eight sides against the study, for a second
    document = docx.Document(io.BytesIO(briefed(name)["briefing.docx"]))
    expected = tampering(document, spares(document))
    held = check_edited(sent(name), saved(document, tmp_path))
    assert by_kind(held) == {kind: len(said) for kind, said in expected.items()}, "\n".join(map(str, held.found))
    for kind, said in expected.items():
        assert all(any(each in found.said for found in held.found if found.kind == kind) for each in said), held.found


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


def test_the_command_lists_them_and_answers_one(built, briefing, tmp_path, capsys):
    document = docx.Document(io.BytesIO(briefing))
    controls(document, "f")[0][1].text = "99"
    assert main(["check", str(built.folder.path), str(saved(document, tmp_path))]) == 1
    out = capsys.readouterr().out
    assert "changed: " in out
    assert "1 changed, 0 typed in, 0 no longer true, 0 taken out; the words are left alone" in out
