"""Items counted by letters, Roman numbers, a bracketed figure or a word, and lists inside items that look like such."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadnet.documents import as_json, read_paper

HEAD = """Vale Partnership Board
Minutes of the meeting held on 4 May 2011 at 10am in the Town Hall
Present:
Ann Lee, Vale District Council
Joe Dale, Vale Police

"""
SAID = "The partners talked about it at length."


def items(tmp_path: Path, *lines: str) -> list[tuple[str | None, str | None]]:
    paper = tmp_path / "minutes.txt"
    paper.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    (meeting,) = as_json([read_paper(paper)])["meetings"]
    return [(item["number"], item["title"]) for item in meeting["items"]]


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (("A.", "B.", "C."), ["A", "B", "C"]),
        (("I.", "II.", "III."), ["I", "II", "III"]),
        (("(1)", "(2)", "(3)"), ["1", "2", "3"]),
        (("a)", "b)", "c)"), ["a", "b", "c"]),
        (("Minute 1:", "Minute 2:", "Minute 3:"), ["1", "2", "3"]),
    ],
)
def test_items_may_be_counted_otherwise_than_by_a_figure(
    tmp_path: Path, labels: tuple[str, ...], numbers: list[str]
) -> None:
    titles = ("Welcome", "Minutes of the last meeting", "Flood plan")
    rows = [row for label, title in zip(labels, titles, strict=True) for row in (f"{label} {title}", SAID)]
    assert items(tmp_path, *rows) == list(zip(numbers, titles, strict=True))


def test_limbs_below_such_an_item_are_none(tmp_path: Path) -> None:
    rows = ("A. Apologies", "None.", "B. Flood plan", "RESOLVED", "(1) That the plan be kept.", "(2) That it be read.")
    assert items(tmp_path, *rows) == [("A", "Apologies"), ("B", "Flood plan")]


def test_a_lettered_list_inside_numbered_items_leaves_them_the_items(tmp_path: Path) -> None:
    inside = ("A. Minutes of the rail group", SAID, "B. Bridge works", SAID)
    found = items(tmp_path, "1. Rail report", SAID, *inside, "2. Flood plan", SAID, "3. Bus routes", SAID)
    assert found == [("1", "Rail report"), ("2", "Flood plan"), ("3", "Bus routes")]


def test_a_list_in_small_letters_under_a_title_is_no_list_of_items(tmp_path: Path) -> None:
    inside = ("(a) Apologies from the trust", "(b) Apologies from the fire service", "")
    found = items(tmp_path, "APOLOGIES", *inside, "FLOOD PLAN", SAID, "", "BUDGET", SAID)
    assert [title for _, title in found][-2:] == ["FLOOD PLAN", "BUDGET"]
