"""A made-up study: the same bytes from the same seed, papers that say what the truth says, and what is found again."""

import io
import zipfile
from pathlib import Path

import docx
import numpy as np
import pandas as pd
import pytest

import leadnet
from benchmarks import recovered
from benchmarks.put_right import corrections
from leadnet.cli import main
from leadnet.documents import read_paper, records
from leadnet.simulate import NOTHING, Planted, files, rooms, scene, simulated, truth
from leadnet.simulate.styles import NAMES
from leadnet.study import open_folder, split
from leadnet.study.schema import ATTENDANCE, LINES

WOLDS = Path(__file__).resolve().parents[1] / "data" / "wolds"


@pytest.fixture(scope="module")
def made():
    return simulated(1)


@pytest.fixture(scope="module")
def small():
    return simulated(2, meetings=10)


# ---- the folder ------------------------------------------------------------------------------------------------------


def test_the_same_seed_writes_the_same_bytes_and_another_seed_other_papers(small):
    assert files(small) == files(simulated(2, meetings=10))
    assert files(small) != files(simulated(3, meetings=10))


def test_the_command_writes_a_study_that_opens_and_says_what_comes_next(tmp_path, capsys):
    folder = tmp_path / "county"
    assert main(["simulate", str(folder), "--seed", "2", "--meetings", "10"]) == 0
    assert capsys.readouterr().out.endswith(f"next: leadnet brief {folder}\n")
    opened = open_folder(folder)
    assert opened.settings.made_up
    assert opened.bodies["body_id"].nunique() == 5
    assert {path.name for path in (folder / "papers").iterdir()} == set(opened.sources["file"])


def test_a_folder_that_holds_anything_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["simulate", str(tmp_path)]) == 1
    assert "holds something already; name a folder that does not exist yet" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--meetings", "3"], "3 meetings: give 10 to 400"), (["--years", "0"], "0 years: give 1 to 10")],
)
def test_sizes_of_which_no_study_can_be_made_are_refused_in_a_line(words, said, tmp_path, capsys):
    assert main(["simulate", str(tmp_path / "county"), *words]) == 1
    assert capsys.readouterr().err == f"leadnet: {said}\n"
    assert not (tmp_path / "county").exists()


def test_the_committed_county_is_what_its_seed_writes_but_for_the_answers_signed(made):
    """judgements.csv goes on where the simulator's ends: `python -m benchmarks.recovery --answer data/wolds`."""
    for name, content in files(made).items():
        held = (WOLDS / name).read_bytes()
        assert held.startswith(content) if name == "register/judgements.csv" else held == content, name


# ---- what is planted -------------------------------------------------------------------------------------------------


def came_together(planted, years=3, meetings=60):
    """Organisations by meetings, true where one came; only meetings at which all of them could have come."""
    held, rows = rooms(np.random.default_rng(7), scene(years, planted), meetings)
    table = rows.pivot(index="org_id", columns="meeting_id", values="came").dropna()
    return held.set_index("meeting_id"), table.astype(bool)


def test_a_planted_pair_comes_together_or_not_at_all_and_another_never_together():
    planted = Planted(more=(("pellmarsh", "vennerley"),), less=(("lowmere", "haskerby"),), strength=1.0)
    _, came = came_together(planted)
    assert (came.loc["pellmarsh"] == came.loc["vennerley"]).all()
    assert (came.loc["lowmere"] != came.loc["haskerby"]).all()
    _, alone = came_together(NOTHING)
    assert not (alone.loc["pellmarsh"] == alone.loc["vennerley"]).all()


def test_the_drifting_district_comes_always_then_never():
    held, came = came_together(Planted(drifting="kettlemarsh", falls=(1.0, 0.0)))
    second_year = held["date"] > "2023-07-01"
    assert came.loc["kettlemarsh", second_year[~second_year].index].all()
    assert not came.loc["kettlemarsh", second_year[second_year].index].any()


def test_two_meetings_have_no_minutes_and_the_next_minutes_tell_that_they_were_held(made):
    lost = made.held[made.held["minutes"] == ""]
    assert len(lost) == 2
    assert lost["body_id"].is_unique
    assert not set(lost["doc_id"]) & set(made.papers)
    first = lost[lost["body_id"] == "chief-executives"].iloc[0]
    after = made.held[(made.held["body_id"] == first.body_id) & (made.held["of"] == first.of + 1)].iloc[0]
    told = made.papers[after.doc_id].content.decode("utf-8")
    assert f"The minutes of the meeting held on {int(first.date[8:])} April 2023 were agreed" in told


def test_only_members_are_in_the_room_and_nobody_is_on_a_list_twice(made):
    members = set(zip(made.scene.members["body_id"], made.scene.members["org_id"], strict=True))
    boards = dict(zip(made.held["meeting_id"], made.held["body_id"], strict=True))
    for meeting_id, listed in made.lists.items():
        assert {(boards[meeting_id], one.org_id) for one in listed} <= members
        assert len({one.person_id for one in listed}) == len(listed)
        assert sum(one.chair for one in listed) == 1
        came = made.there[(made.there["meeting_id"] == meeting_id) & made.there["came"]]
        assert {one.org_id for one in listed if one.status == "present"} == set(came["org_id"])


# ---- what the papers say ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", NAMES)
def test_each_house_style_prints_everybody_who_is_on_the_list(style, tmp_path):
    mine = simulated(2, meetings=10, style=style)
    first = mine.held.iloc[0]
    paper = mine.papers[first.doc_id]
    path = tmp_path / f"{first.doc_id}.{paper.ending}"
    path.write_bytes(paper.content)
    sources = pd.DataFrame([{"doc_id": first.doc_id, "body_id": first.body_id, "date": first.date, "kind": "minutes"}])
    bodies = mine.scene.bodies.assign(host="", area="")
    sources = sources.assign(file=path.name, access="public")
    read = records([read_paper(path)], sources, bodies)["attendance"].assign(doc_id=first.doc_id)
    true = truth(mine)["attendance"]
    rows, true = recovered.rows_found(read, true[true["doc_id"] == first.doc_id])
    assert recovered.f1(rows, true) >= 0.8


def test_a_word_paper_opens_in_word_with_real_tables_and_no_clock(made):
    content = next(made.papers[row.doc_id].content for row in made.held.itertuples() if row.style == "word-table")
    opened = docx.Document(io.BytesIO(content))
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == ["Name", "Post", "Organisation"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}


def test_at_least_ten_house_styles_are_in_the_committed_county(made):
    styles = set(made.held.loc[made.held["minutes"] == "yes", "style"])
    assert len(styles) >= 10
    assert {made.papers[doc_id].ending for doc_id in made.papers} == {"txt", "md", "docx", "pdf", "html", "xml"}


def test_the_lines_the_truth_names_are_those_that_print_it(made):
    actions = truth(made)["actions"].query("line != ''")
    assert set(actions["shows"]) == {"shown done", "shown moved", "silent"}
    for row in actions.itertuples():
        assert row.what.lower() in line_of(made.papers[row.doc_id].content, row.line).lower()
        if row.shown_line:
            assert row.told in line_of(made.papers[row.shown_doc].content, row.shown_line)


def test_every_stage_stands_at_its_line_in_the_words_given(made):
    for row in made.reports.stages:
        line = line_of(made.reports.papers[row["doc_id"]][1], row["line"])
        assert row["name"] in line
        assert row["as_printed"] in line
        assert row["from"] <= row["to"]
    slipped = truth(made)["stages"].set_index("stage_id")
    assert slipped.loc["pilot", "done"] > slipped.loc["pilot", "first_plan"]
    assert slipped.loc["opening", "done"] == ""


def line_of(content, line):
    return content.decode("utf-8").splitlines()[int(line) - 1]


# ---- what is found again ---------------------------------------------------------------------------------------------


def test_planted_ties_are_found_and_hardly_any_other():
    precision, recall, given = recovered.recovery(120, range(1, 4))
    assert given >= 8
    assert precision >= 0.9
    assert recall >= 0.8


def test_where_nothing_is_planted_hardly_any_study_says_that_anybody_meets_more_or_less():
    share, most = recovered.nothing_planted(8, 30)
    assert share <= most


def test_misreadings_are_put_right_line_by_line():
    """Ann Hall was read twice, Bob Dale not at all, and Cy Moss as present though he sent apologies."""
    read = ATTENDANCE.frame(
        [
            {"meeting_id": "m", "doc_id": "d", "line": line, "n": 1, "person": who, "printed": who, "status": "present"}
            for line, who in (("3", "Ann Hall"), ("9", "Ann Hall"), ("4", "Cy Moss"))
        ]
    )
    lines = LINES.frame([{"doc_id": "d", "line": n, "text": "Bob Dale" if n == 5 else ""} for n in range(1, 10)])
    true = [("Ann Hall", "present"), ("Bob Dale", "present"), ("Cy Moss", "apologies")]
    truth_rows = pd.DataFrame(
        [
            {"doc_id": "d", "minutes": "yes", "printed": who, "status": status, "organisation": "", "on_behalf_of": ""}
            for who, status in true
        ]
    )
    found = corrections(read, lines, truth_rows, "2026-01-01")
    assert found[["line", "column", "was", "is"]].values.tolist() == [
        ["4", "status", "present", "apologies"],
        ["9", "person", "-", "Ann Hall"],
        ["5", "person", "+", "Bob Dale"],
    ]


def test_a_made_up_county_goes_from_papers_to_a_briefing_that_says_it_is_made_up(tmp_path):
    folder = recovered.write(simulated(2, meetings=10), tmp_path)
    reports, _ = leadnet.brief(folder, ["html"])
    assert "Made-up data" in (reports / "briefing.html").read_text(encoding="utf-8")


def test_the_house_styles_of_a_board_follow_each_other(made):
    for body in made.scene.bodies.itertuples():
        mine = made.held.loc[made.held["body_id"] == body.body_id, "style"]
        assert list(dict.fromkeys(mine)) == split(body.styles)
