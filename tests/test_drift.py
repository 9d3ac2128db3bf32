"""Whether a council came to all boards together more or less often: small enough to count by hand."""

import pandas as pd
import pytest

from leadnet.measures import coverage, grid
from leadnet.measures.drift import change, is_told, of_all_boards
from leadnet.measures.intervals import wilson
from leadnet.study import Rules, Window
from leadnet.study.schema import ATTENDANCE, MEETINGS, MEMBERSHIPS

FIRST, LAST = Window("first", "2007-01-01", "2007-12-31"), Window("last", "2008-01-01", "2008-12-31")
# Meetings of one board: four with minutes in each window, and in the last one more without.
DAYS = [f"{year}-0{month}-01" for year in (2007, 2008) for month in (1, 2, 3, 4)]
CAME = {"county": DAYS, "ashby": DAYS[:4], "calder": [*DAYS[:3], *DAYS[4:6]]}


def meeting(day, known_by="minutes"):
    return {"meeting_id": day, "body_id": "board", "date": day, "known_by": known_by, "doc_id": f"d{day}", "line": "1"}


@pytest.fixture(scope="module")
def found():
    """The findings by measure and council."""
    meetings = MEETINGS.frame([*map(meeting, DAYS), meeting("2008-05-01", "later paper")])
    rows = [
        {"meeting_id": day, "doc_id": f"d{day}", "line": "5", "n": str(at), "org_id": org, "status": "present",
         "part": "member", "on_behalf_of": "", "items": "", "in_room": True, "counted": True,
         "head": f"{day}/{org}", "cites": f"d{day}:5"}
        for at, (org, days) in enumerate(CAME.items(), start=1) for day in days
    ]  # fmt: skip
    seats = MEMBERSHIPS.frame([{"body_id": "board", "org_id": org, "part": "member"} for org in CAME])
    councils = pd.DataFrame([{"meeting_id": day, "org_id": org} for day in DAYS for org in CAME])
    entries = ATTENDANCE.frame(
        [{key: row[key] for key in ("meeting_id", "doc_id", "line", "n", "status", "part")} for row in rows]
    )
    cells = grid(pd.DataFrame(rows), meetings, councils, entries, seats)
    told = of_all_boards(cells, coverage(meetings), seats, councils, [LAST, FIRST], Rules())
    return {(row["measure"], row["subject"], row.get("since", "")): row for row in told}


def test_each_window_counts_the_meetings_with_minutes_while_a_member(found):
    ashby = [found["all_boards_rate", "ashby", window.since] for window in (FIRST, LAST)]
    assert [(row["n"], row["of"]) for row in ashby] == [(4, 4), (0, 4)]
    calder = [found["all_boards_rate", "calder", window.since] for window in (FIRST, LAST)]
    assert [(row["n"], row["of"]) for row in calder] == [(3, 4), (2, 4)]


def test_a_meeting_without_minutes_moves_the_bounds_and_not_the_rate(found):
    assert ("all_boards_bounds", "ashby", FIRST.since) not in found
    bounds = found["all_boards_bounds", "ashby", LAST.since]
    assert (bounds["low"], bounds["high"]) == (0, 1 / 5)
    change_bounds = found["all_boards_change_bounds", "ashby", FIRST.since]
    assert (change_bounds["low"], change_bounds["high"]) == (-1, 1 / 5 - 1)


def test_a_change_is_told_of_who_came_to_all_then_to_none_and_no_trend_of_so_few_meetings(found):
    rows = {org: pd.Series(found["all_boards_change", org, FIRST.since]) for org in CAME}
    assert {org: is_told(row) for org, row in rows.items()} == {"county": False, "ashby": True, "calder": False}
    assert "no trend is told" in rows["ashby"]["note"] and rows["ashby"]["value"] == -1
    apart = found["all_boards_apart", "", ""]
    assert (apart["n"], apart["of"]) == (1, 3) and "luck alone may set one apart" in apart["note"]


def test_every_number_cites_the_lists_it_was_counted_from_and_the_seat(found):
    cites = found["all_boards_rate", "ashby", LAST.since]["cites"].split()
    assert cites[-1] == "memberships.csv#board/ashby" and len(cites) == 6  # four lists, the later paper, the seat


def test_board_by_board_luck_is_counted_exactly():
    # Two boards, each met twice a window, all then none: 1 of 6 orders each, so 2 x 1/36.
    both = change({"a": (2, 2), "b": (2, 2)}, {"a": (0, 2), "b": (0, 2)}, wilson)
    assert both.p == pytest.approx(2 / 36) and both.interval.high < 0 and not both.told
    one = change({"a": (4, 4)}, {"a": (0, 4)}, wilson)
    assert one.p == pytest.approx(2 / 70) and one.told


def test_who_comes_to_one_board_alone_is_not_said_to_change_when_the_other_meets_more():
    moved = change({"a": (9, 9), "b": (0, 1)}, {"a": (1, 1), "b": (0, 9)}, wilson)
    assert moved.interval.high < 0  # by all boards taken as one it would be
    assert moved.p == 1 and not moved.told
