"""The ground floor: tables say what is wrong and where, corrections are replayed, counts keep their lines."""

import pandas as pd
import pytest

from leadnet.study import (
    Rules,
    corrected,
    evidence,
    finding,
    findings,
    heads,
    masker,
    open_questions,
    presence,
    question,
    read_table,
    rules_from,
    spread,
    tally,
    withheld,
)
from leadnet.study.judgements import contradictions, scope_faults
from leadnet.study.schema import ATTENDANCE, CORRECTIONS, JUDGEMENTS, LINKS, MENTIONS, PEOPLE, POSTS, SOURCES, STAGES
from leadnet.study.tables import StudyError, TableError


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


SOURCES_HEADER = "doc_id,file,kind,body_id,date,origin,licence,access,sha256,state\n"


@pytest.mark.parametrize(
    "row, said",
    [
        (
            "notes,notes.txt,minute,,,,,public,,",
            'sources.csv line 2, column kind: "minute" is not one of minutes, report',
        ),
        ("notes,notes.txt,minutes,,2007-02-30,,,public,,", '"2007-02-30" is not a date like 2024-03-31'),
        ("notes,,minutes,,,,,public,,", "sources.csv line 2, column file: is blank; it must be filled"),
        ("notes,notes.txt,minutes", "sources.csv line 2: 3 cells where the header has 10"),
        ('notes,"notes.txt,minutes,,,,,public,,', "not readable as CSV"),
    ],
)
def test_a_faulty_row_is_named_with_file_line_and_what_is_allowed(tmp_path, row, said):
    with pytest.raises(TableError) as error:
        read_table(written(tmp_path, "sources.csv", SOURCES_HEADER + row + "\n"), SOURCES)
    assert said in str(error.value)


def test_the_line_named_is_the_files_line_even_after_a_cell_of_two_lines(tmp_path):
    rows = 'a,a.txt,minutes,,,"from\nthe web",,public,,\nb,b.txt,minutes,,soon,,,public,,\n'
    with pytest.raises(TableError, match="sources.csv line 4, column date"):
        read_table(written(tmp_path, "sources.csv", SOURCES_HEADER + rows), SOURCES)


def test_an_id_that_stands_twice_is_an_error_that_names_both_lines(tmp_path):
    row = "a,a.txt,minutes,,,,,public,,\n"
    with pytest.raises(TableError, match="line 3: a stands already at line 2"):
        read_table(written(tmp_path, "sources.csv", SOURCES_HEADER + row + row), SOURCES)


def test_a_table_that_is_not_there_is_empty_and_a_column_may_be_called_from(tmp_path):
    empty = read_table(tmp_path / "stages.csv", STAGES)
    assert len(empty) == 0
    assert "from" in empty.columns


def test_an_unknown_rule_is_refused_with_the_rules_there_are():
    with pytest.raises(StudyError, match='"host_officers" is no rule; the rules are host_support'):
        rules_from({"host_officers": False})
    with pytest.raises(StudyError, match='joint_posts = "half" is not one of both, split, first'):
        rules_from({"joint_posts": "half"})
    assert str(rules_from({"host_support": False})) == "host_support=false"
    assert str(Rules()) == "defaults"


# ---- a meeting small enough to count by hand: four people, one of them in a joint post, one apology ------------------


def entry(line, person, organisations="", status="present", **more):
    return {
        "meeting_id": "board-2020-01-01",
        "doc_id": "notes",
        "line": str(line),
        "n": 1,
        "part": "member",
        "person": person,
        "printed": person,
        "organisations": organisations,
        "status": status,
        **more,
    }


LIST = [
    entry(1, "Ann Arden", "County"),
    entry(2, "Bo Birch", "District | County"),
    entry(3, "Cy Cole", "District", status="in_attendance", part="support", items="7"),
    entry(4, "Di Dale", "County", status="in_attendance", part="support", items="8"),
    entry(5, "Ed Elm", status="apologies"),
]


def small_meeting():
    attendance = ATTENDANCE.frame(LIST)
    mentions, links = [], []
    for row in LIST:
        for n, name in enumerate(row["organisations"].split(" | "), start=1):
            if name:
                mention = f"notes:{row['line']}:{n}"
                mentions.append(
                    {
                        "mention_id": mention,
                        "kind": "organisation",
                        "printed": name,
                        "doc_id": "notes",
                        "line": row["line"],
                    }
                )
                links.append({"mention_id": mention, "kind": "organisation", "id": name.casefold(), "how": "exact"})
    return attendance, MENTIONS.frame(mentions), LINKS.frame(links)


def test_a_joint_post_is_one_head_and_two_organisations():
    there = presence(*small_meeting(), Rules(), {"board-2020-01-01": "county"})
    assert len(heads(there)) == 4
    assert tally(there[there["in_room"]], ["org_id"])[["org_id", "n"]].values.tolist() == [
        ["county", 3],
        ["district", 2],
    ]


def test_an_apology_is_in_the_table_and_not_in_the_room():
    there = presence(*small_meeting(), Rules(), {"board-2020-01-01": "county"}).set_index("person")
    assert not there.loc["Ed Elm", "in_room"]
    assert there.loc["Ed Elm", "org_id"] == ""


def test_without_the_hosts_officers_in_support_a_partner_in_that_list_stays():
    there = presence(*small_meeting(), Rules(host_support=False), {"board-2020-01-01": "county"})
    assert sorted(heads(there)["person"]) == ["Ann Arden", "Bo Birch", "Cy Cole"]


def test_someone_one_list_has_twice_is_one_head():
    attendance, mentions, links = small_meeting()
    twice = ATTENDANCE.frame([*LIST, entry(6, "Cy Cole", "District")])
    person = {"kind": "person", "printed": "Cy Cole", "doc_id": "notes"}
    ours = MENTIONS.frame([{"mention_id": f"notes:{line}:9", "line": line, **person} for line in ("3", "6")])
    same = LINKS.frame([{"mention_id": f"notes:{line}:9", "kind": "person", "id": "cy-cole"} for line in ("3", "6")])
    there = presence(twice, pd.concat([mentions, ours]), pd.concat([links, same]), Rules(), {})
    assert len(heads(there)) == 4


def test_a_joint_post_may_be_split_or_counted_for_the_first_named():
    assert presence(*small_meeting(), Rules(joint_posts="split"), {"board-2020-01-01": "county"})["weight"].sum() == 5
    first = presence(*small_meeting(), Rules(joint_posts="first"), {"board-2020-01-01": "county"})
    assert first.loc[first["person"] == "Bo Birch", "org_id"].tolist() == ["district"]


def test_a_count_keeps_its_lines_and_evidence_prints_them_back():
    there = presence(*small_meeting(), Rules(), {"board-2020-01-01": "county"})
    rows = tally(there[there["org_id"] == "district"])
    found = findings([finding("seats", rows["n"].iloc[0], rows["cites"].iloc[0], subject="district")], Rules())
    texts = {f"notes:{line}": f"line {line}" for line in range(1, 6)}
    assert evidence(found, texts)["text"].tolist() == ["line 2", "line 3"]


def test_a_finding_that_rests_on_nothing_is_refused_and_so_is_one_reported_twice():
    with pytest.raises(TableError, match="rests on no line; a zero cites what was searched"):
        finding("seats", 0, "", subject="city")
    row = finding("seats", 0, "notes:1-5", subject="city")
    with pytest.raises(TableError, match="seats/city is reported twice"):
        findings([row, row], Rules())
    assert spread("notes:1-3") == ["notes:1", "notes:2", "notes:3"]


# ---- corrections and judgements --------------------------------------------------------------------------------------


def correction(**cells):
    given = {
        "doc_id": "notes",
        "line": "1",
        "table": "attendance",
        "column": "person",
        "was": "Ann Arden",
        "is": "Anne Arden",
        "by": "me",
        "on": "2026-01-01",
        "because": "her own spelling",
    }
    return CORRECTIONS.frame([given | cells])


def test_a_correction_is_replayed_on_the_row_it_names():
    records = corrected({"attendance": ATTENDANCE.frame(LIST)}, correction())
    assert records["attendance"]["person"].tolist()[:2] == ["Anne Arden", "Bo Birch"]


def test_a_correction_that_no_longer_matches_says_what_the_reader_gives():
    with pytest.raises(
        StudyError, match='corrections.csv line 2: .*no longer matches: was = "Ann", the reader gives "Ann Arden"'
    ):
        corrected({"attendance": ATTENDANCE.frame(LIST)}, correction(was="Ann"))


def test_a_correction_may_not_bring_in_what_the_table_does_not_allow():
    with pytest.raises(StudyError, match='"came" is not one of present, in_attendance, apologies, absent, expected'):
        corrected({"attendance": ATTENDANCE.frame(LIST)}, correction(column="status", was="present", **{"is": "came"}))


def test_a_row_may_be_left_out_and_one_added():
    out = corrected({"attendance": ATTENDANCE.frame(LIST)}, correction(was="-", **{"is": "Ann Arden"}))
    assert "Ann Arden" not in out["attendance"]["person"].tolist()
    more = corrected({"attendance": ATTENDANCE.frame(LIST)}, correction(was="+", line="6", **{"is": "Flo Fern"}))
    assert more["attendance"]["person"].tolist()[-1] == "Flo Fern"


def answer(left, right, verdict, **more):
    return {
        "question_id": f"{left}-{right}-{verdict}",
        "kind": "organisation",
        "left": left,
        "right": right,
        "scope": "study",
        "verdict": verdict,
        "by": "me",
        "on": "2026-01-01",
        "because": "asked",
        **more,
    }


def test_answers_that_contradict_each_other_are_named_with_both_lines():
    faults = contradictions(JUDGEMENTS.frame([answer("LCC", "county", "same"), answer("LCC", "city", "same")]))
    assert faults == ["judgements.csv line 3: LCC is said to be city here and county at line 2; keep one"]


def test_an_answer_may_not_reach_further_than_its_scope_says():
    faults = scope_faults(JUDGEMENTS.frame([answer("Police", "police", "same", scope="line")]))
    assert faults == [
        'judgements.csv line 2, column left: scope line needs "paper:line:n, as ssog-2007-07-02-notes:42:1"; '
        '"Police" alone would reach the whole study'
    ]


def test_an_answered_question_is_not_asked_again_and_an_unsure_one_is():
    asked = [question("organisation", "LCC", "county", "?"), question("organisation", "GOEM", "goem", "?")]
    answers = JUDGEMENTS.frame([answer("LCC", "county", "same"), answer("GOEM", "goem", "unsure")])
    assert open_questions(asked, answers)["left"].tolist() == ["GOEM"]


# ---- who may be named ------------------------------------------------------------------------------------------------

STAFF = PEOPLE.frame(
    [
        {"person_id": "ann", "name": "Ann Arden", "seniority": "chief officer", "named": "yes"},
        {"person_id": "cy", "name": "Cy Cole", "seniority": "other"},
        {"person_id": "di", "name": "Di Dale", "seniority": "senior"},
    ]
)
HELD = POSTS.frame([{"person_id": "cy", "post": "Committee Officer"}, {"person_id": "di", "post": "Head of Policy"}])


def test_a_junior_officer_is_an_officer_a_senior_one_a_post_and_a_chief_officer_is_named():
    people = withheld(STAFF, HELD, {"ann": ["Ann Arden"], "cy": ["Cy Cole"], "di": ["Di Dale"]})
    hide = masker("committee", people)
    assert hide("Ann Arden asked Cy Cole and Ms Dale.") == "Ann Arden asked [an officer] and [Head of Policy]."
    assert hide("CY COLE took notes") == "[an officer] took notes"


def test_a_name_inside_an_organisations_name_stays():
    hide = masker("public", withheld(STAFF, HELD, {"di": ["Di Dale"]}), kept=["Dale Housing"])
    assert hide("Dale Housing wrote to Dale.") == "Dale Housing wrote to [Head of Policy]."


def test_inside_all_names_pass_and_no_address_does():
    hide = masker("internal", withheld(STAFF, HELD, {"cy": ["Cy Cole"]}))
    assert hide("Cy Cole, cy@example.org, 0116 232 3232") == "Cy Cole, [e-mail], [telephone]"


def test_check_refuses_a_frame_without_a_column():
    from leadnet.study import check

    with pytest.raises(TableError, match="the column name, seniority, named is missing"):
        check(pd.DataFrame({"person_id": ["a"]}), PEOPLE)
