"""The people of a labelled paper, printed in another ordinary layout, are read as the same people."""

from pathlib import Path

import pytest

from benchmarks.layouts import LAYOUTS, compared, fitting, read_back
from benchmarks.minutes import sources
from leadnet import documents

CASES = Path(__file__).parent / "minutes-cases"
PAPERS = {source.parent.name[:4]: gold for source, gold in sources(CASES) if source.parent.name[:4] in ("A004", "A026")}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", ["A004", "A026"])
def test_a_layout_changes_nobody_and_nobody_s_organisation(layout: str, case: str, tmp_path: Path) -> None:
    gold = PAPERS[case]
    people = fitting(gold)
    found = compared(people, read_back(gold["body"], people, layout, tmp_path), case)
    assert found.said == []
    assert found.right["attendance"] == len(people) > 10


def test_a_column_without_a_name_column_beside_it_costs_no_post(tmp_path: Path) -> None:
    """The heading of the list stands in the heading row, so that only "Role" and "Initials" name columns."""
    people = [
        {"person": name, "title": None, "role": role, "organisations": [body], "chair": False, "status": "present"}
        for name, role, body in (
            ("Ann Lee", "Head of Housing", "Ashbury Council"),
            ("Joe Dale", "Chief Inspector", "Vale Police"),
            ("Tom Roe", "Director of Planning", "Ashbury Council"),
        )
    ]
    read = read_back("Vale Board", people, "Present | Role | Initials", tmp_path)
    assert [(who["role"], who["organisations"]) for who in read] == [
        (who["role"], who["organisations"]) for who in people
    ]


def test_a_numbered_line_of_all_those_present_is_their_list_however_long(tmp_path: Path) -> None:
    names = ("Ann Lee", "Joe Dale", "Tom Roe", "Sue Fox", "Amy Marsh", "Ed Moss", "Jo Frost", "Max Lamb")
    body = "Ashbury and Vale District Council"
    people = [
        {"person": name, "title": None, "role": None, "organisations": [body], "chair": False, "status": "present"}
        for name in names
    ]
    read = read_back("Vale Board", people, "1. Present: name (body); a line", tmp_path)
    assert [(who["person"], who["organisations"]) for who in read] == [(name, [body]) for name in names]


@pytest.mark.parametrize("title", ["1. Apologies for absence: ", "1. Apologies – ", "| 1. | Apologies: "])
def test_an_item_that_names_all_who_sent_apologies_on_its_own_line_is_their_list(title: str, tmp_path: Path) -> None:
    away = ("Tom Roe", "Sue Fox", "Amy Marsh", "Ed Moss", "Jo Frost", "Max Lamb")
    names = ", ".join(f"{name} (Ashbury and Vale Council)" for name in away)
    paper = tmp_path / "minutes.txt"
    paper.write_text(
        "Vale Board\nMinutes of 4 May 2015\n\nPresent:\nAnn Lee, Vale Police\nJoe Dale, Vale CVS\n\n"
        f"{title}{names}{' |' if title.startswith('|') else ''}\n\n2. Matters arising\nThere were none.\n"
    )
    attendance = documents.read_paper(paper).meeting.attendance
    assert {who.person: who.status for who in attendance} == {
        "Ann Lee": "present",
        "Joe Dale": "present",
    } | dict.fromkeys(away, "apologies")
    assert {who.organisations for who in attendance if who.person in away} == {("Ashbury and Vale Council",)}
