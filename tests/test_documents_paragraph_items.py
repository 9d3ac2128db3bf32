"""Minutes whose items are numbered paragraphs without titles, with what was resolved in lines below a colon."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadnet.documents import as_json, read_paper

HEAD = """Vale Health Partnership
Minutes of the meeting held on 4 May 2011 at 10am in the Town Hall
Present: Ann Lee (Vale Trust) and Joe Dale (Vale Police)

"""


def read_items(tmp_path: Path, text: str) -> list[dict]:
    paper = tmp_path / "minutes.txt"
    paper.write_text(HEAD + text, encoding="utf-8")
    return as_json([read_paper(paper)])["meetings"][0]["items"]


@pytest.mark.parametrize("verb", ["discussed", "considered", "received", "heard about"])
def test_numbered_paragraphs_are_items_whatever_they_tell_of(tmp_path: Path, verb: str) -> None:
    second = f"2.With reference to article 3 of that minute, the Group {verb} the plan for the new clinic."
    found = read_items(tmp_path, f"1.The Group had before it the minute of its meeting of 6 April.\n\n{second}\n")
    assert [(item["number"], item["title"]) for item in found] == [("1", None), ("2", None)]


def test_numbered_wishes_are_no_items(tmp_path: Path) -> None:
    found = read_items(
        tmp_path,
        "1. The plan for the new clinic be considered by the board of the trust.\n\n"
        "2. The letter from the county be received by the board of the trust.\n",
    )
    assert not [item for item in found if item["number"]]


def test_what_the_group_resolved_stands_below_its_colon_in_small_letters(tmp_path: Path) -> None:
    found = read_items(
        tmp_path,
        "FLOOD PLAN\n\nThe plan was read.\n\nThe Group resolved:\n\nto approve the plan for the river.\n\n"
        "The next report was a short one.\n",
    )
    (decision,) = found[0]["decisions"]
    assert (decision["kind"], decision["text"]) == ("resolved", "to approve the plan for the river.")


def test_a_line_that_goes_on_behind_agreed_is_no_list(tmp_path: Path) -> None:
    found = read_items(tmp_path, "FLOOD PLAN\n\nThe plan was read and Joe Dale agreed\nto write to the county.\n")
    assert not [each for each in found[0]["decisions"] if each["kind"] == "agreed"]
