"""Do the tiers meet: pairs that met, meetings together beside those by chance, and what changed between windows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement, pairwise

import numpy as np
import pandas as pd

from leadnet.measures.cells import cells, once
from leadnet.measures.changes import TREND_FROM
from leadnet.measures.tiers import last_tiers, lines_of, pair_key, ranked
from leadnet.study import cited, finding

_COUNTS = "({n:meeting|meetings} together, counted pair by pair; {of} by chance)"
VERDICTS = {
    "more": "tiers_met_more",
    "less": "tiers_met_less",
    "as chance": "tiers_met_as_chance",
    "cannot be told": "tiers_cannot_be_told",
}
SAYS = {
    "tier_pairs_met": "{subject}: {n_of} pairs of organisations met.",
    "tiers_met_more": f"{{subject}} met more often than their attendance explains{{when}} {_COUNTS}.",
    "tiers_met_less": f"{{subject}} met less often than their attendance explains{{when}} {_COUNTS}.",
    "tiers_met_as_chance": f"{{subject}} met about as often as their attendance explains{{when}} {_COUNTS}.",
    "tiers_cannot_be_told": "{subject}: the record cannot tell whether they meet more or less often than their "
    f"attendance explains{{when}} {_COUNTS}.",
    "tier_ratio": "{subject}{when}: {value} times the meetings together that chance gives; a run of meetings like "
    "these could by luck give from {low} to {high}.",
    "tier_ratio_change": "{subject}{when}, beside the window before: a change of {value} in that ratio (from {low} to "
    "{high}): {note}.",
    "organisations_without_kind": "{n_of} organisations in the room have neither tier nor sector and stand in no pair "
    "of tiers; {note}.",
}


def of_tiers(tier_tests: pd.DataFrame, attending: pd.DataFrame) -> list[dict]:
    """What the test says of each pair of tiers, in the whole record and in each window: together (n) beside by chance
    (of), by verdict; from ten meetings on, if any was together, also their ratio with a bootstrap interval, and its
    change from one window to the next where the two do not overlap. Subject the pair of tiers, as `county-district`.
    """
    seen = attending[attending["seen"]]
    within = cache(lambda since, until: seen[seen["date"].between(since, until)] if since else seen)
    rows: list[dict] = []
    ratios: dict[str, list] = defaultdict(list)
    for test in tier_tests.itertuples():
        subject = pair_key(test.tier_a, test.tier_b)
        span = {"since": test.since, "until": test.until} if test.since else {}
        lines = lines_of(within(test.since, test.until), {test.tier_a, test.tier_b})
        about = {"subject": subject, "cites": lines, **span}
        told = {"n": test.together, "of": round(test.expected, 1), "unit": "meetings together"}
        rows.append(finding(VERDICTS[test.verdict], test.together, **about, **told))
        if test.meetings >= TREND_FROM and test.together and test.verdict != "cannot be told":
            low, high = np.nanquantile(test.ratios, (0.025, 0.975))
            ends = {"low": float(low), "high": float(high), "range": "bootstrap 95", "unit": "ratio"}
            rows.append(finding("tier_ratio", test.ratio, **about, **ends))
            ratios[subject] += [(test, about)] if span else []
    return rows + [row for mine in ratios.values() for row in _changes(mine)]


def _changes(mine: list[tuple]) -> Iterator[dict]:
    """Differences of two independent bootstraps: the one is set against the other's draws shifted by one."""
    for (first, before), (second, after) in pairwise(mine):
        if second.since <= first.until:
            continue
        low, high = np.nanquantile(second.ratios - np.roll(first.ratios, 1), (0.025, 0.975))
        told = "met more often than before" if low > 0 else "met less often than before" if high < 0 else ""
        about = after | {"cites": cited([before["cites"], after["cites"]])}
        ends = {"low": float(low), "high": float(high), "range": "bootstrap 95", "unit": "ratio"}
        note = told or "more or less often than before cannot be told"
        yield finding("tier_ratio_change", second.ratio - first.ratio, **about, **ends, note=note)


def of_pairs(ties: pd.DataFrame, attending: pd.DataFrame) -> list[dict]:
    """Pairs of organisations that met, of the pairs that could have (both could have been at one meeting), for each
    pair of tiers: the mixing matrix in counts. An organisation that changed tier stands in its last. Subject the pair.

    Organisations of neither tier nor sector are told apart, with what to fill in.
    """
    if ties.empty:
        return []
    tiers = last_tiers(attending)
    met: dict[tuple, list[str]] = defaultdict(list)
    possible: dict[tuple, int] = defaultdict(int)
    for a, b, together, could, lines in cells(
        ties, "organisation_a", "organisation_b", "together", "possible", "cites"
    ):
        pair = tuple(ranked(tiers.get(a, ""), tiers.get(b, "")))
        possible[pair] += could > 0
        if together > 0:
            met[pair].append(lines)
    rows = list(_without_kind(attending[attending["seen"]]))
    for pair in combinations_with_replacement(sorted(set(tiers.values())), 2):
        pair = tuple(ranked(*pair))
        if of := possible[pair]:
            n, about = len(met[pair]), {"subject": pair_key(*pair), "unit": "pairs"}
            lines = cited(met[pair]) or lines_of(attending[attending["seen"]], pair)
            rows.append(finding("tier_pairs_met", n, lines, n=n, of=of, **about))
    return rows


def _without_kind(seen: pd.DataFrame) -> Iterator[dict]:
    mine = seen[seen["tier"] == ""]
    if n := mine["org_id"].nunique():
        about = {"n": n, "of": seen["org_id"].nunique(), "unit": "organisations"}
        note = "fill in tier or sector in organisations.csv"
        yield finding("organisations_without_kind", n, once(mine["cites"]), **about, note=note)
