"""Intervals of a share: equal to published values, and their coverage computed exactly."""

import numpy as np
import pytest

from leadnet.measures.intervals import INTERVALS, coverage_of, jeffreys, wilson


@pytest.mark.parametrize(
    ("n", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_values_of_newcombe_1998_table_1(n, of, low, high):
    assert wilson(n, of)[:2] == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("n", "low", "high"), [(0, 0.0, 0.292), (1, 0.016, 0.501), (2, 0.065, 0.648), (3, 0.139, 0.765)]
)
def test_jeffreys_gives_the_values_of_brown_cai_and_dasgupta_2001_for_seven_meetings(n, low, high):
    # the published table sets the ends at 0 and 1 as here, and prints three places
    assert jeffreys(n, 7)[:2] == pytest.approx((low, high), abs=1e-3)


@pytest.mark.parametrize(("name", "mean", "lowest"), [("wilson", 0.953, 0.833), ("jeffreys", 0.951, 0.869)])
def test_the_coverage_computed_exactly_is_what_the_docstring_says(name, mean, lowest):
    shares = np.round(np.arange(0.02, 0.985, 0.01), 2)
    covered = [coverage_of(INTERVALS[name], shares, of) for of in range(5, 61)]
    assert 0.94 <= np.mean(covered) <= 0.965
    assert np.mean(covered) == pytest.approx(mean, abs=5e-4)
    assert np.min(covered) == pytest.approx(lowest, abs=5e-4)
    said = " ".join(INTERVALS[name].__doc__.split())
    assert (
        f"{mean:.3f}"[1:] in said
        and f"lowest {'is ' if name == 'wilson' else ''}{lowest:.3f}".replace("0.", ".") in said
    )


def test_an_interval_holds_its_share_and_stays_within_nought_and_one():
    for interval in INTERVALS.values():
        for of in range(1, 30):
            for n in range(of + 1):
                low, high, _ = interval(n, of)
                assert 0 <= low <= n / of <= high <= 1


def test_nothing_to_attend_gives_no_information():
    assert wilson(0, 0)[:2] == (0.0, 1.0)
    assert jeffreys(0, 0)[:2] == (0.0, 1.0)
