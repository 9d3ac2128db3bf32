"""Windows: the periods a study is counted in."""

import pytest

from leadnet.study import StudyError, Window, fixed, rolling, windows_from

MEETINGS = ["2007-07-02", "2007-11-12", "2008-03-31", "2008-04-01", "2008-12-08"]


def test_a_meeting_on_the_last_of_march_and_one_on_the_first_of_april_lie_in_two_financial_years():
    first, second = fixed(MEETINGS[0], MEETINGS[-1], "financial year")
    assert (first.name, first.since, first.until) == ("2007/08", "2007-04-01", "2008-03-31")
    assert [first.holds(day) for day in MEETINGS] == [True, True, True, False, False]
    assert [second.holds(day) for day in MEETINGS] == [False, False, False, True, True]
    assert not first.holds("")  # undated


def test_fixed_windows_lie_side_by_side_and_leave_no_day_out():
    for every, count in (("calendar year", 2), ("financial year", 2), ("quarter", 6)):
        windows = fixed(MEETINGS[0], MEETINGS[-1], every)
        assert len(windows) == count
        assert all(sum(window.holds(day) for window in windows) == 1 for day in MEETINGS)


def test_rolling_windows_overlap_by_the_step_and_end_with_a_whole_one():
    found = rolling("2007-07-02", "2008-12-08", months=12, step=3)
    assert [window.since for window in found] == ["2007-07-01", "2007-10-01", "2008-01-01"]
    assert found[-1].until == "2008-12-31"
    assert rolling("2008-01-15", "2008-02-15", months=12)[0].until == "2008-12-31"  # a short record has one window


def test_windows_named_in_study_toml_are_taken_as_they_stand():
    plan = windows_from({"before the summit": ["2007-04-01", "2007-10-31"], "after": ["2007-11-01", "2008-12-31"]})
    assert plan.over(MEETINGS) == (
        Window("before the summit", "2007-04-01", "2007-10-31"),
        Window("after", "2007-11-01", "2008-12-31"),
    )
    assert windows_from({}).over(MEETINGS) == ()
    assert windows_from({"every": "quarter"}).over(["", ""]) == ()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"every": "week"}, "is not one of calendar year, financial year, quarter"),
        ({"first": ["2007-04-01"]}, "is a first and a last day"),
        ({"first": ["2008-04-01", "2007-04-01"]}, "is a first and a last day"),
        ({"first": ["2007-02-30", "2007-04-01"]}, "is a first and a last day"),
        ({"months": "twelve"}, "is a whole number of months"),
        ({"months": 0}, "is a whole number of months"),
        ({"step": 3}, "step needs months"),
        ({"every": "quarter", "months": 12}, "not more than one of them"),
        ({"every": "quarter", "first": ["2007-04-01", "2008-03-31"]}, "not more than one of them"),
    ],
)
def test_a_window_that_cannot_be_is_refused_in_one_line(table, said):
    with pytest.raises(StudyError, match=said) as error:
        windows_from(table)
    assert "study.toml [windows]" in str(error.value)
    assert "\n" not in str(error.value)
