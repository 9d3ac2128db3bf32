"""Names within a whole study: successions followed by a rule, a new study's councils, answers kept with the study."""

import pytest

import leadnet
from leadnet.new_study import start
from leadnet.study import StudyError, open_folder

PAPER = """Minutes of a meeting of the Joint Board held at Town Hall on Monday 1 July 1996.

PRESENT

| Ann Arden | - | Chief Executive, Leicestershire County Council (in the Chair) |
| Bo Birch | - | Chief Executive, Rutland District Council |
"""
DISTRICT = "rutland-district,Rutland District Council,Rutland,district or borough council,local government,district,"


@pytest.fixture
def study(tmp_path):
    """A study of Leicestershire with one meeting in 1996, when Rutland was a district."""
    folder = start(tmp_path / "study", "Leicestershire", "2010-01-01")
    (folder / "papers" / "minutes.txt").write_text(PAPER, encoding="utf-8")
    append(folder / "bodies.csv", "jb,Joint Board,JB,leicestershire,leicestershire")
    append(folder / "sources.csv", "minutes,minutes.txt,minutes,jb,1996-07-01,,,public,,")
    append(folder / "register" / "organisations.csv", f"{DISTRICT}leicestershire,1974-04-01,1997-03-31,")
    return folder


def append(path, row):
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = len(lines[0].split(","))
    path.write_text("\n".join([*lines, row + "," * (cells - len(row.split(",")))]) + "\n", encoding="utf-8")


def test_a_succession_is_followed_only_where_the_rules_say_so_and_the_result_says_that_they_did(study):
    built = leadnet.study(study)
    assert sorted(built.there["org_id"]) == ["leicestershire", "rutland-district"]
    followed = built.what_if(follow_successions=True)
    assert sorted(followed.there["org_id"]) == ["leicestershire", "rutland"]
    assert set(followed.findings["rules"]) == {"follow_successions=true"}
    assert followed.grid.set_index("org_id")["state"]["rutland"] == "present"


def test_an_answer_is_undone_by_editing_its_line(study):
    file = study / "register" / "judgements.csv"
    before = file.read_text(encoding="utf-8")
    append(file, "q,organisation,Rutland District Council,rutland,study,same,reader,2026-01-01,they say so")
    assert "rutland" in set(leadnet.study(study).there["org_id"])
    file.write_text(before, encoding="utf-8")
    assert "rutland-district" in set(leadnet.study(study).there["org_id"])


def test_contradicting_answers_stop_the_build_and_name_both_lines(study):
    for verdict in ("same", "different"):
        append(
            study / "register" / "judgements.csv",
            f"q-{verdict},organisation,Rutland District Council,rutland,study,{verdict},reader,2026-01-01,seen",
        )
    with pytest.raises(StudyError, match="judgements.csv line 3: .* is answered different here and same at line 2"):
        leadnet.study(study)


def test_a_row_of_the_register_written_twice_stops_the_build_and_names_both_lines(study):
    append(study / "register" / "organisations.csv", f"{DISTRICT}leicestershire,1974-04-01,1997-03-31,")
    with pytest.raises(StudyError, match="organisations.csv line 13: rutland-district stands already at line 12"):
        leadnet.study(study)


@pytest.mark.parametrize(
    "area, kind", [("Rutland", "unitary or other council named plain Council"), ("Leicestershire", "county council")]
)
def test_a_new_study_gives_each_council_its_kind_whatever_its_part_in_the_area(tmp_path, area, kind):
    folder = open_folder(start(tmp_path / "new", area, "2010-01-01"))
    assert folder.organisations.set_index("org_id")["kind"][area.casefold()] == kind
