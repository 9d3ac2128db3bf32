"""The review: two meetings, five people, and the few things only a person can say of them."""

import csv
import io
from pathlib import Path

import pytest

import leadnet
from leadnet import review
from leadnet.cli import main
from leadnet.new_study import start
from leadnet.study.harmless import harmless
from leadnet.study.judgements import answer, with_answers
from leadnet.study.spreadsheet import day_of, read_sheet, sheet_bytes

ROOT = Path(__file__).resolve().parents[1]
HEAD = "Minutes of a meeting of the Joint Board held at Town Hall on Monday {}.\n\nPRESENT\n\n"
COUNTY = "| Ann Arden | - | Chief Executive, Leicestershire County Council (in the Chair) |\n"
FIRST = f"""{HEAD.format("2 July 2007")}{COUNTY}
| Bo Birch | - | Chief Executive, Blaby District Council |
| Cy Cole | - | Director, Wolds Trust |
| Dee Dunn | - | Manager, Melton Forum |
| Eve Elm | - | Policy Officer, Charnwood Borough Council |

1. Housing

It was AGREED that the Chief Executive write to the districts about the plan.
"""
SECOND = f"""{HEAD.format("3 September 2007")}{COUNTY}
| Cy Cole | - | Director, Wolds Trust |
| Eve Elm | - | Treasurer, Harborough District Council |
"""


@pytest.fixture
def study(tmp_path):
    """A study of the two meetings, nothing answered."""
    folder = start(tmp_path / "study", "Leicestershire", "2010-01-01")
    append(folder / "bodies.csv", "jb,Joint Board,JB,leicestershire,leicestershire")
    for on, text in (("2007-07-02", FIRST), ("2007-09-03", SECOND)):
        (folder / "papers" / f"m-{on}.txt").write_text(text, encoding="utf-8")
        append(folder / "sources.csv", f"m-{on},m-{on}.txt,minutes,jb,{on},,,public,,")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return leadnet.study(study.__wrapped__(tmp_path_factory.mktemp("built")))


def append(path, row):
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")


def run(capsys, *words):
    code = main(["review", *map(str, words)])
    out = capsys.readouterr()
    return code, out.out, out.err


def question(built, left):
    (found,) = (one for one in review.asked(built) if one.question["left"] == left)
    return found


def filled(path, **rows):
    """Write a review file with these cells set, as `left="verdict|by|on|because"`; left with _ for a blank."""
    table = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    for row in table:
        cells = rows.get(row["left"].replace(" ", "_"), "|||").split("|")
        row.update(zip(review.queue.ANSWER, cells, strict=False))
        row["right"] = cells[4] if len(cells) > 4 else row["right"]
    out = io.StringIO()
    writer = csv.DictWriter(out, table[0], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(table)
    path.write_bytes(out.getvalue().encode("utf-8-sig"))
    return path


def judgements(folder):
    return (folder / "register" / "judgements.csv").read_text(encoding="utf-8").splitlines()[1:]


SAME = "same|A. Analyst|23/11/2026|their letterhead"


# ---- the queue -------------------------------------------------------------------------------------------------------


def test_the_question_on_which_most_hangs_is_the_first(built):
    table = leadnet.review_queue(built)
    assert table["kind"].tolist() == ["organisation", "organisation", "person", "action"]
    # the trust came to two meetings, the forum to one; Eve Elm changes who is whom and nobody's place in a room
    assert "2 organisations in the room come or go" in table["if_same"][0]
    assert "1 organisation in the room comes or goes" in table["if_same"][1]


def test_an_answer_is_tried_both_ways_and_told_in_the_words_of_the_findings(built):
    forum = question(built, "Melton Forum")
    same = review.if_answered(built, forum.question, "same")
    assert (same.organisations, same.heads) == (1, 0)
    # Leicestershire, Blaby and Charnwood were there; Melton is the fourth
    assert "In the room at the JB meeting of 2 July 2007: 4 organisations (before: 3)" in same.told
    assert review.if_answered(built, forum.question, "different") == review.Effect()


def test_the_study_with_an_answer_is_the_study_that_holds_it_in_its_file(study, built):
    forum = question(built, "Melton Forum")
    append(study / "register" / "judgements.csv", "q,organisation,Melton Forum,melton,study,same,me,2026-01-01,seen")
    held, tried = leadnet.study(study), built.if_answered(forum.question, "same")
    assert tried.findings.equals(held.findings)
    assert tried.ties.equals(held.ties)
    assert len(tried.questions) == len(built.questions) - 1


def test_an_organisation_in_no_register_is_tried_as_a_new_row(built):
    table = leadnet.review_queue(built, limit=1).set_index("left")
    assert table.loc["Wolds Trust", "if_same"].startswith("as a new organisation (wolds-trust): 2 organisations")
    assert table.loc["Melton Forum", "if_same"] == ""  # only one was tried


def test_both_contexts_are_the_lines_around_masked(built):
    table = leadnet.review_queue(built, limit=0).set_index("kind")
    person = table.loc["person"]
    assert person["context"].startswith("m-2007-0") and person["beside"].startswith("m-2007-0")
    assert "Charnwood" in person["context"] + person["beside"]
    assert "Harborough" in person["context"] + person["beside"]
    assert "different organisations" in person["against"]
    assert "eve" not in table.to_csv().casefold()
    assert "Eve Elm" in leadnet.review_queue(review.in_full(built), limit=0).to_csv()


def test_a_line_of_an_exempt_paper_is_no_context(built):
    sources = built.sources.assign(access="exempt")
    closed = leadnet.review_queue(built.with_tables(sources=sources), limit=0)
    assert "Blaby" not in closed.to_csv()
    assert "[a line of an exempt paper]" in closed["context"][0]


def test_open_questions_stop_nothing_and_are_counted(built):
    assert built.find("questions_open")["value"].tolist() == [4]


def test_the_bands_count_every_name_once(built):
    table = leadnet.bands(built)
    names = built.mentions["kind"].isin(["organisation", "person"]).sum()
    assert table["printed"].sum() == names
    asked = table[table["band"] == "asked"].set_index("kind")["printed"].to_dict()
    assert asked == {"organisation": 3, "person": 1}  # the trust twice, the forum, one entry of Eve Elm


# ---- the file --------------------------------------------------------------------------------------------------------


def test_the_command_writes_the_queue_and_says_how_to_answer(study, capsys):
    code, out, err = run(capsys, study)
    assert code == 0
    assert "2 of 4" in err
    assert "4 questions open: 2 about organisations, 1 about people, 1 about clauses" in out
    assert "wolds-trust,Wolds Trust" in out  # the row proposed, to paste
    assert f"--answers {study}/reports/review.csv" in out
    rows = read_sheet(study / "reports" / "review.csv", "question_id")
    assert [row["left"] for _, row in rows][:2] == ["Wolds Trust", "Melton Forum"]
    before = (study / "reports" / "review.csv").read_bytes()
    run(capsys, study)
    assert (study / "reports" / "review.csv").read_bytes() == before


def test_a_cell_that_could_run_is_harmless_and_comes_back_as_it_was(tmp_path, built):
    path = tmp_path / "review.csv"
    table = review.queue.QUEUE.frame([{"question_id": "q", "left": "=HYPERLINK(1)", "for": "-"}])
    path.write_bytes(sheet_bytes(table))
    assert "'=HYPERLINK(1)" in path.read_text(encoding="utf-8-sig")
    assert read_sheet(path, "left")[0][1]["left"] == "=HYPERLINK(1)"
    assert [harmless(cell)[0] for cell in ("+1", "@x", "\tx", "Chair")] == ["'", "'", "'", "C"]


def test_writing_the_queue_again_keeps_what_was_filled_in(study, capsys):
    run(capsys, study, "--quick")
    filled(study / "reports" / "review.csv", Melton_Forum=SAME)
    run(capsys, study, "--quick")
    kept = {row["left"]: row for _, row in read_sheet(study / "reports" / "review.csv", "left")}
    assert [kept["Melton Forum"][name] for name in review.queue.ANSWER] == SAME.split("|")
    assert kept["Wolds Trust"]["verdict"] == ""


# ---- the answers -----------------------------------------------------------------------------------------------------


def test_answers_filled_in_with_excel_are_taken_replayed_and_undone(study, capsys):
    run(capsys, study, "--quick", "--names")
    path = filled(
        study / "reports" / "review.csv",
        Melton_Forum=SAME,
        Wolds_Trust="unsure|A. Analyst|2026-11-23|could be, a charity",
        **{"eve-elm-charnwood": "Different|A. Analyst|23/11/2026|two people, her office says"},
    )
    code, out, err = run(capsys, study, "--answers", path)
    assert (code, err) == (0, "")
    assert "4 organisations (before: 3)" in out
    assert "3 answers taken into register/judgements.csv" in out
    rows = [row.split(",") for row in judgements(study)]
    assert [(row[2], row[5], row[7]) for row in rows] == [
        ("Wolds Trust", "unsure", "2026-11-23"),
        ("Melton Forum", "same", "2026-11-23"),
        ("eve-elm-charnwood", "different", "2026-11-23"),
    ]
    answered = leadnet.study(study)
    assert "melton" in set(answered.there["org_id"])
    assert sorted(answered.questions["left"]) == ["Wolds Trust", "m-2007-07-02:14:1"]  # unsure is open still
    against = leadnet.review_queue(answered, limit=0).set_index("left")["against"]
    assert "A. Analyst was unsure on 2026-11-23: could be, a charity" in against["Wolds Trust"]
    file = study / "register" / "judgements.csv"
    file.write_text("".join(line for line in file.open(encoding="utf-8") if "Melton Forum" not in line))
    assert "melton" not in set(leadnet.study(study).there["org_id"])


def test_a_file_handed_in_twice_is_taken_once(study, capsys):
    run(capsys, study, "--quick")
    path = filled(study / "reports" / "review.csv", Melton_Forum=SAME)
    run(capsys, study, "--answers", path, "--quick")
    first = judgements(study)
    code, out, _ = run(capsys, study, "--answers", path, "--quick")
    assert code == 0
    assert "0 answers taken into register/judgements.csv; 1 taken before" in out
    assert judgements(study) == first
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(text.replace("same,A. Analyst", "different,A. Analyst"), encoding="utf-8")
    code, _, err = run(capsys, study, "--answers", path)
    assert code == 1
    assert "is answered otherwise in register/judgements.csv" in err


@pytest.mark.parametrize(
    "cells, said",
    [
        ("maybe|me|2026-11-23|seen", 'verdict "maybe" is not one of same, different, unsure'),
        ("same||2026-11-23|seen", "by is blank; it must be filled"),
        ("same|me|2026-11-23|", "because is blank; it must be filled"),
        ("same|me||seen", "on is blank; it must be filled"),
        ("same|me|11/23/2026|seen", 'on "11/23/2026" is not a date like 2026-11-23 or 23/11/2026'),
        ("same|me|2026-11-23|seen|narnia", 'column right: "narnia" is no id of organisations.csv'),
    ],
)
def test_a_row_that_cannot_be_is_one_line_and_nothing_is_written(built, tmp_path, cells, said):
    path = tmp_path / "review.csv"
    path.write_bytes(sheet_bytes(leadnet.review_queue(built, limit=0)))
    line = [row["left"] for _, row in read_sheet(path, "left")].index("Melton Forum") + 2
    taken = review.answers_of(built, filled(path, Melton_Forum=cells, Wolds_Trust="same|me|2026-11-23|seen|blaby"))
    assert len(taken.faults) == 1
    assert taken.faults[0].startswith(f"review.csv line {line}")
    assert said in taken.faults[0]


def test_with_one_row_refused_none_is_written(study, capsys):
    run(capsys, study, "--quick")
    path = filled(study / "reports" / "review.csv", Melton_Forum=SAME, Wolds_Trust="same|me|2026-11-23|seen")
    code, _, err = run(capsys, study, "--answers", path)
    assert code == 1
    assert "right is blank; write the id it is" in err
    assert "nothing was written" in err
    assert judgements(study) == []


def test_answers_that_contradict_each_other_are_refused_with_both_lines(tmp_path):
    built = leadnet.study(ROOT / "data" / "leicestershire")
    path = tmp_path / "review.csv"
    path.write_bytes(sheet_bytes(leadnet.review_queue(built, limit=0)))  # whose seat: the county's or the trust's
    path = filled(path, **{"ssog-2007-07-02-notes:42:1": "same|me|2026-11-23|seen"})
    assert review.answers_of(built, path).faults == [
        "review.csv line 3: ssog-2007-07-02-notes:42:1 is said to be leicestershire-and-rutland-pct here and "
        "leicestershire at line 2 of review.csv; keep one"
    ]


def test_an_answer_against_one_that_is_held_is_refused_with_both_places(study, tmp_path):
    append(study / "register" / "judgements.csv", "q,organisation,Wolds Trust,blaby,study,different,me,2026-01-01,no")
    built = leadnet.study(study)
    path = tmp_path / "review.csv"
    path.write_bytes(sheet_bytes(leadnet.review_queue(built, limit=0)))
    taken = review.answers_of(built, filled(path, Wolds_Trust="same|me|2026-11-23|seen|blaby"))
    assert taken.faults == [
        "review.csv line 2: Wolds Trust / blaby is answered same here and different at line 2 of judgements.csv; "
        "keep one"
    ]


def test_an_answer_that_would_be_refused_says_why_in_the_queue(study):
    for person in ("eve-elm,Eve Elm", "e-elm,Eve Elme"):
        append(study / "register" / "people.csv", f"{person},unknown,")
    built = leadnet.study(study)
    two = {"kind": "person", "left": "eve-elm", "right": "e-elm", "scope": "study"}
    assert str(review.if_answered(built, two, "same")) == (
        "would be refused: eve-elm and e-elm both stand in people.csv; keep one row there, or answer different"
    )


def test_who_was_unsure_may_answer_later_and_the_first_line_goes(built):
    trust = question(built, "Wolds Trust").question
    unsure = with_answers(built.judgements, [answer(trust | {"right": "unknown"}, "unsure", "me", "2026-01-01", "?")])
    blaby = trust | {"right": "blaby"}
    sure = with_answers(unsure, [answer(blaby, "same", "me", "2026-02-01", "asked them")])
    assert sure[["right", "verdict"]].values.tolist() == [["blaby", "same"]]
    twice = with_answers(sure, [answer(blaby, "same", "me", "2026-03-01", "again")])
    assert twice["question_id"].is_unique


def test_a_row_that_is_no_question_of_this_study_is_refused(built, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("question_id,verdict,by,on,because\nq-0123456789,same,me,2026-01-01,seen\n", encoding="utf-8")
    assert review.answers_of(built, path).faults == [
        'other.csv line 2: "q-0123456789" is no open question of this study; `leadnet review` writes those there are'
    ]


def test_a_file_with_semicolons_in_windows_letters_is_read(built, tmp_path):
    path = tmp_path / "review.csv"
    id = question(built, "Melton Forum").id
    path.write_bytes(f"question_id;verdict;by;on;because\r\n{id};same;Zoë Yew;23.11.2026;seen\r\n".encode("cp1252"))
    (row,) = review.answers_of(built, path).answers
    assert (row["by"], row["on"], row["right"]) == ("Zoë Yew", "2026-11-23", "melton")


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ValueError):
        day_of("30/02/2026")
