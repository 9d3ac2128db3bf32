"""What a headline turns on: the test run again without each meeting, organisation and person, and under other readings.

The pieces are put in the order of what they would move the result by (the moments of `tier_sums`); in that order the
test is run again until three pieces in a row change nothing. A record of many entries is tested again by those
moments instead of by drawing: the shift of the standard score is added to the score of the whole record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import stats

from leadnet.measures.cells import cells
from leadnet.measures.leaving import Leaving, leaving, score
from leadnet.measures.tier_sums import sums_of
from leadnet.measures.tier_tests import HEADLINES, Law, headline, judged
from leadnet.measures.tiers import last_tiers, lines_of, pair_key, record
from leadnet.study import cited, finding

_IN_A_ROW, _DRAWN = 3, 2_000  # pieces that change nothing before the search ends; entries up to which tables are drawn
PIECES = {"meeting": "meeting_id", "organisation": "org_id", "person": "person_id"}
SWITCHES = {"support": "host_support", "joint": "joint", "doubtful": "doubtful"}
_WORDS = {
    "more": "met more often than their attendance explains",
    "less": "met less often than their attendance explains",
    "as chance": "met about as often as their attendance explains",
}
_COUNTS = "({n:meeting|meetings} together; {of} by chance)"
SAYS = {
    "turns_on_meetings": "{subject}: leaving out one meeting at a time, {n_of} would change the result.",
    "turns_on_organisations": "{subject}: leaving out one organisation at a time, {n_of} would change the result.",
    "turns_on_people": "{subject}: leaving out one person at a time, {n_of} would change the result.",
    "turns_without": f"{{subject}}: without {{other}} they {{note}} {_COUNTS}.",
    "without_support": f"{{subject}}, without the host's officers in support: they {{note}} {_COUNTS}.",
    "without_joint": f"{{subject}}, without joint posts and double hats: they {{note}} {_COUNTS}.",
    "without_doubtful": f"{{subject}}, with doubtful name joins undone: they {{note}} {_COUNTS}.",
    "with_missing_minutes": "{subject}, whatever the missing minutes hold ({low} to {high} meetings together): {note}.",
}
_COLUMNS = ["tier_a", "tier_b", "was", "kind", "left_out", "pieces", "together", "expected", "verdict", "cites"]


class _Again:
    """The tests of one record, run again on parts of it; what was run is kept."""

    def __init__(self, there: pd.DataFrame, attending: pd.DataFrame, tests: pd.DataFrame, law: Law):
        self.there = there[there["in_room"] & (there["org_id"] != "")].reset_index(drop=True)
        self.attending, self.tests, self.law = attending, tests, law
        self.held: dict[tuple[str, str], pd.DataFrame] = {}

    @cached_property
    def scores(self) -> Mapping[tuple[str, str], float]:
        """The standard score of each pair of tiers in the whole record, by moments."""
        return self._scores(self.attending, self.there)

    def without(self, kind: str, piece: str) -> pd.DataFrame:
        """The tests without one piece; of a switch, without the seats it marks."""
        if (kind, piece) not in self.held:
            column = PIECES.get(kind) or SWITCHES[kind]
            seats = self.there[self.there[column] != (piece if kind in PIECES else True)]
            kept = self.attending
            if kind in ("meeting", "organisation"):
                kept = kept[kept[column] != piece]
            now = set(cells(seats, "org_id", "meeting_id"))
            kept = kept.assign(seen=[pair in now for pair in cells(kept, "org_id", "meeting_id")])
            self.held[kind, piece] = self.test(kept, seats)
        return self.held[kind, piece]

    def test(self, attending: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
        """tier_a, tier_b, together, expected, verdict of each headline of this part."""
        if len(self.there) <= _DRAWN:
            return judged(headline(record(attending, self.law.apart(seats))), self.law)
        rows = []
        for test in self.tests.itertuples():
            pair = test.tier_a, test.tier_b
            held = self._sums(attending, seats).get(pair)
            if held is not None:
                z = np.sign(test.together - test.expected) * stats.norm.isf(max(test.p, 1e-300) / 2)
                p = 2 * stats.norm.sf(abs(z := z + score(held) - self.scores[pair])) * test.q / max(test.p, 1e-300)
                verdict = "as chance" if p > self.law.level else "more" if z > 0 else "less"
                rows.append((*pair, int(held.together.sum()), float(held.expected.sum()), verdict))
        return pd.DataFrame(rows, columns=["tier_a", "tier_b", "together", "expected", "verdict"])
