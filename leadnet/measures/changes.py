"""How a share changed from window to window, with the uncertainty of the change; no trend words on few meetings."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import sqrt

from leadnet.measures.intervals import Interval
from leadnet.study import cited, finding

TREND_FROM = 10  # meetings in each window before a change is put into words at all


def difference(before: tuple[int, int], after: tuple[int, int], interval: Callable[[int, int], Interval]) -> Interval:
    """The interval of the share after minus the share before, -1 to 1, each given as (n, of) of different meetings.

    d - √((p₂ - l₂)² + (u₁ - p₁)²) to d + √((u₂ - p₂)² + (p₁ - l₁)²), from the intervals l to u of the two shares;
    with Wilson's it is method 10 of Newcombe (1998).

    >>> from leadnet.measures.intervals import wilson
    >>> tuple(round(end, 4) for end in difference((48, 80), (56, 70), wilson)[:2])
    (0.0524, 0.3339)
    """
    (n_1, of_1), (n_2, of_2) = before, after
    p_1, p_2 = n_1 / of_1, n_2 / of_2
    first, second = interval(n_1, of_1), interval(n_2, of_2)
    low = p_2 - p_1 - sqrt((p_2 - second.low) ** 2 + (first.high - p_1) ** 2)
    high = p_2 - p_1 + sqrt((second.high - p_2) ** 2 + (p_1 - first.low) ** 2)
    return Interval(low, high, first.range)


def changes(measure: str, shares: list[dict], interval: Callable[[int, int], Interval], words: str) -> list[dict]:
    """A finding for each two windows that follow each other without overlap, from the shares of one subject.

    Value: the later share less the earlier. None where either window has fewer than TREND_FROM meetings. The note says
    `words` with `more often` or `less often`; where the interval holds no change at all, that it cannot be told.
    """
    rows = []
    for before, after in pairwise(shares):
        if min(before["of"], after["of"]) < TREND_FROM or after["since"] <= before["until"]:
            continue
        ends = difference((before["n"], before["of"]), (after["n"], after["of"]), interval)
        told = f"{words} more often" if ends.low > 0 else f"{words} less often" if ends.high < 0 else ""
        about = {key: after[key] for key in ("subject", "other", "since", "until")}
        rows.append(
            finding(
                measure,
                after["n"] / after["of"] - before["n"] / before["of"],
                cited([before["cites"], after["cites"]]),
                **about,
                unit="share",
                **ends._asdict(),
                note=told or "more or less often than before cannot be told",
            )
        )
    return rows
