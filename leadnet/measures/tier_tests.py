"""The test of each pair of tiers, over the whole record and in each window: which pairs are tested, in which families.

The test itself is the network's; it is handed in as a `Law`, so that this room stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from leadnet.measures.tier_sums import could_show, resampled, sums_of
from leadnet.measures.tiers import COUNCIL_TIERS, COUNTY, DISTRICT, NEIGHBOUR, Record, record
from leadnet.study import Window

# The results a paper opens with: each is tested again without every piece of the record.
HEADLINES = ((COUNTY, DISTRICT), (DISTRICT, DISTRICT), (COUNTY, NEIGHBOUR), (DISTRICT, NEIGHBOUR))
_TRIALS, _ENTRIES = (999, 2000), 2_000_000  # fewest and most random tables, and attendances to draw in all


class Law(NamedTuple):
    """Chance as the room of networks has it. test(record, trials): tier_a, tier_b, pairs, together, expected, ratio,
    p_upper, p_lower of each pair of tiers; chances(record): of each unit at each meeting; corrected(p): q-values;
    apart(seats): meeting_id, organisation_a, organisation_b of those in the room and kept from meeting; level.
    """

    test: Callable[[Record, int], pd.DataFrame]
    chances: Callable[[Record], np.ndarray]
    corrected: Callable[[np.ndarray], np.ndarray]
    apart: Callable[[pd.DataFrame], pd.DataFrame]
    level: float


def tier_tests(attending: pd.DataFrame, apart: pd.DataFrame, windows: Sequence[Window], law: Law) -> pd.DataFrame:
    """Each pair of tiers of councils (one family), and county and districts with each kind of partner (another): in the
    whole record (since and until blank) and in each window with a meeting.

    attending: org_id, meeting_id, date, tier, seen, a row for whom and where could be; apart: see `record`.

    Columns since, until, meetings, tier_a, tier_b, pairs, together, expected, ratio, p (two-sided), q (Benjamini and
    Hochberg within the family and span), verdict (more, less, as chance; cannot be told where neither the
    most nor the fewest meetings they could have shared would have shown), ratios (together / expected in a thousand
    records of meetings drawn again).
    """
    rows: list[dict] = []
    for window in (None, *windows):
        mine = attending if window is None else attending[attending["date"].isin(_days_in(window, attending["date"]))]
        if mine["seen"].any():
            span = {"since": window.since, "until": window.until} if window else {"since": "", "until": ""}
            rows += [{**span, **row} for row in _tested(record(mine, apart), law)]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _days_in(window: Window, days: pd.Series) -> list[str]:
    return [day for day in days.unique() if window.holds(day)]


_COLUMNS = ["since", "until", "meetings", "tier_a", "tier_b", "pairs", "together", "expected", "ratio", "p", "q",
            "verdict", "ratios"]  # fmt: skip


def headline(found: Record) -> Record:
    """The record with the tiers of councils only: the family the headlines are tested in."""
    return found.only({tier: tier for tier in COUNCIL_TIERS})


def judged(found: Record, law: Law) -> pd.DataFrame:
    """The pairs of tiers of a record, family by family: tier_a, tier_b, pairs, together, expected, ratio, p, q, verdict
    (more, less, as chance; whether anything could have shown is not asked).
    """
    if not set(found.tiers) - {""} or not found.present.nnz:
        return pd.DataFrame(columns=_COLUMNS[3:12])
    trials = int(np.clip(_ENTRIES // found.present.nnz, *_TRIALS))
    tested = law.test(found, trials)
    tested = tested[tested["pairs"] > 0]
    pairs = list(zip(tested["tier_a"], tested["tier_b"], strict=True))
    families = [tested[np.array([of(*pair) for pair in pairs], bool)] for of in _FAMILIES]
    return pd.concat([_with_verdict(family, law) for family in families], ignore_index=True)


_FAMILIES = (
    lambda a, b: a in COUNCIL_TIERS and b in COUNCIL_TIERS,
    lambda a, b: (a in (COUNTY, DISTRICT)) != (b in (COUNTY, DISTRICT)) and NEIGHBOUR not in (a, b),
)


def _with_verdict(family: pd.DataFrame, law: Law) -> pd.DataFrame:
    upper, lower = (family[name].to_numpy(float) for name in ("p_upper", "p_lower"))
    p = np.minimum(1, 2 * np.minimum(upper, lower))
    q = law.corrected(p)
    verdict = np.select([q > law.level, upper < lower], ["as chance", "more"], "less")
    columns = ["tier_a", "tier_b", "pairs", "together", "expected", "ratio"]
    return family[columns].assign(p=p, q=q, verdict=verdict)


def _tested(found: Record, law: Law) -> Iterator[dict]:
    tested = judged(found, law)
    pairs = set(zip(tested["tier_a"], tested["tier_b"], strict=True))
    held = sums_of(found, law.chances(found), pairs) if pairs else {}
    for row in tested.to_dict("records"):
        pair = row["tier_a"], row["tier_b"]
        if not could_show(found, *pair, (row["expected"], held[pair].variance), law.level):
            row["verdict"] = "cannot be told"
        moments = held[pair]
        scale = row["expected"] / max(moments.expected.sum(), 1e-12)  # to the mean of the tables drawn
        ratios = resampled(moments.together, moments.expected * scale)
        yield {**row, "meetings": len(found.meetings), "ratios": ratios}
