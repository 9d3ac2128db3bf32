"""Were we invited? Seats that papers list, proposed and kept, tell who never came from who was never asked."""

import csv
import shutil

import pytest
from briefing_studies import built as opened

import leadnet
from leadnet.cli import main
from leadnet.new_study import start
from leadnet.study.folder import find_study

MINUTES = """Minutes of a meeting of the Joint Board held at Town Hall on {day}.

PRESENT

- Ann Arden, Chief Executive, Leicestershire County Council
- Bo Birch, Chief Executive, Blaby District Council

1. Housing

It was AGREED that the county report on homes.
"""
TERMS = """Joint Board

Terms of Reference

1. Membership

1.1 Membership of the Joint Board shall be:

- Leicestershire County Council
- Blaby District Council
- Melton Borough Council (Chief Executive or nominee)
- Wold Chamber of Commerce (vacant)
"""
DAYS = ("2014-03-04", "2014-06-03")


@pytest.fixture
def folder(tmp_path):
    made = start(tmp_path / "study", "Leicestershire", "2015-01-01")
    for day in DAYS:
        (made / "papers" / f"jb-{day}.txt").write_text(MINUTES.format(day=day), encoding="utf-8")
        append(made / "sources.csv", f"jb-{day},jb-{day}.txt,minutes,jb,{day},,,public,,kept")
    (made / "papers" / "terms.txt").write_text(TERMS, encoding="utf-8")
    append(made / "sources.csv", "terms,terms.txt,report,jb,2014-01-01,,,public,,kept")
    append(made / "bodies.csv", "jb,Joint Board,JB,leicestershire,leicestershire")
    return made


def append(path, line):
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


def rows(folder):
    with (folder / "register" / "memberships.csv").open(encoding="utf-8", newline="") as file:
        return [(row["org_id"], row["doc_id"], row["state"]) for row in csv.DictReader(file)]


def states(built, org, body=""):
    here = built.grid["org_id"].eq(org) & built.grid["meeting_id"].str.startswith(body)
    return built.grid.loc[here, "state"].tolist()


def keep_proposed(folder):
    register = folder / "register" / "memberships.csv"
    register.write_text(register.read_text(encoding="utf-8").replace("proposed", "kept"), encoding="utf-8")


def test_never_came_and_never_asked_differ_once_the_seats_are_kept(folder):
    before = leadnet.study(folder)
    assert states(before, "melton") == states(before, "charnwood") == ["not seen", "not seen"]
    assert main(["review", str(folder), "--propose"]) == 0
    keep_proposed(folder)
    after = leadnet.study(folder)
    assert states(after, "melton") == ["expected", "expected"]  # asked, and at neither of the two meetings
    assert states(after, "charnwood") == ["not a member then", "not a member then"]
    assert states(after, "blaby") == ["present", "present"]
    came = after.find("never_came", "melton")
    assert came[["n", "of"]].to_numpy().tolist() == [[0, 2]]
    assert "never asked to the JB" in leadnet.say(after.find("never_asked", "charnwood"))
    with pytest.raises(KeyError):
        after.find("never_asked", "melton")


def test_proposed_rows_are_added_once_and_count_nowhere(folder, capsys):
    assert main(["review", str(folder), "--propose"]) == 0
    said = capsys.readouterr().out
    proposed = [(org, "terms", "proposed") for org in ("leicestershire", "blaby", "melton")]
    assert rows(folder) == proposed
    assert said.startswith("3 rows put into register/memberships.csv, each with state = proposed.\n")
    assert "1 more have no row in organisations.csv or bodies.csv yet" in said  # the chamber
    once = (folder / "register" / "memberships.csv").read_bytes()
    assert main(["review", str(folder), "--propose"]) == 0
    assert "0 rows put into" in capsys.readouterr().out
    assert (folder / "register" / "memberships.csv").read_bytes() == once
    built = leadnet.study(folder)
    assert built.memberships.empty
    assert states(built, "melton") == ["not seen", "not seen"]


def test_rows_a_person_wrote_stay_as_they_are_and_are_not_proposed_again(folder):
    append(folder / "register" / "memberships.csv", "jb,blaby,,member,2013-01-01,,,,kept")
    assert main(["review", str(folder), "--propose"]) == 0
    assert rows(folder)[0] == ("blaby", "", "kept")
    assert [org for org, *_ in rows(folder)] == ["blaby", "leicestershire", "melton"]


def test_the_constabulary_had_a_seat_on_the_made_up_health_board_that_only_the_terms_of_reference_tell(tmp_path):
    """18 seats are printed, one vacant; 17 are in memberships.csv. Minutes of four meetings are held."""
    before, board, org = opened("wolds"), "health-and-wellbeing", "torswoldshire-police"
    assert len(before.seats) == 18
    assert before.seats.loc[before.seats["vacant"] == "yes", "organisations"].tolist() == ["Voluntary Action Haskerby"]
    assert states(before, org, board) == ["not a member then"] * 4
    copy = tmp_path / "wolds"
    shutil.copytree(find_study("wolds"), copy, ignore=shutil.ignore_patterns("reports", "records"))
    assert main(["review", str(copy), "--propose"]) == 0
    assert rows(copy)[-1] == (org, f"{board}-2022-07-01-terms", "proposed")
    assert len(rows(copy)) == len(before.memberships) + 1
    keep_proposed(copy)
    after = leadnet.study(copy)
    assert states(after, org, board) == ["expected"] * 4
    assert after.find("never_came", org)[["other", "n", "of"]].to_numpy().tolist() == [[board, 0, 4]]
    with pytest.raises(KeyError):
        before.find("never_came", org)


def test_leicestershire_has_no_list_of_members_so_nothing_is_proposed(tmp_path, capsys):
    copy = tmp_path / "leicestershire"
    shutil.copytree(find_study("leicestershire"), copy, ignore=shutil.ignore_patterns("reports", "records"))
    assert main(["review", str(copy), "--propose"]) == 0
    assert "0 rows put into" in capsys.readouterr().out
