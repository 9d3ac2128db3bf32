"""What a headline turns on: the test run again without each meeting, organisation and person, and under other readings.

The pieces are put in the order of what they would move the result by (the moments of `tier_sums`); in that order the
test is run again until three pieces in a row change nothing; what was tried for one headline is looked at for all. A
record of many entries is tested again by those moments instead of by drawing tables.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import special

from leadnet.measures.cells import cells
from leadnet.measures.leaving import Left, left_out, score
from leadnet.measures.tier_sums import Sums, sums_of
from leadnet.measures.tier_tests import HEADLINES, Law, headline, judged
from leadnet.measures.tiers import Record, last_tiers, lines_of, pair_key, record
from leadnet.study import cited, finding

_IN_A_ROW, _TRIALS = 3, 999  # pieces that change nothing before the search ends; random tables for each
_DRAWN = 2_000  # entries of a record up to which tables are drawn again
_RESOLVED = 0.01  # a p that a few hundred random tables can tell from smaller ones
_NONE = 1e-6
_NOTHING = (0, 0.0, "cannot be told")
PIECES = {"meeting": "meeting_id", "organisation": "org_id", "person": "person_id"}
SWITCHES = {"support": "host_support", "joint": "joint", "doubtful": "doubtful"}
WORDS = {
    "more": "met more often than their attendance explains",
    "less": "met less often than their attendance explains",
    "as chance": "met about as often as their attendance explains",
    "cannot be told": "leave nothing to test",
}
STANDS = "the result stands"
_COUNTS = "({n:meeting|meetings} together, counted pair by pair; {of} by chance)"
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


def retests(
    there: pd.DataFrame, attending: pd.DataFrame, tests: pd.DataFrame, coverage: pd.DataFrame, law: Law
) -> pd.DataFrame:
    """Every headline (tier_tests.HEADLINES) tested again, a row for each part without which its verdict is another and
    one for each reading: tier_a, tier_b, was (its verdict), kind (meeting, organisation, person; support, joint,
    doubtful; most, fewest), left_out (the id; "" for a summary or a reading), pieces (of the summary of a kind, how
    many there are), together (there, how many would change it), expected, verdict, cites.

    there: presence with host_support (bool: an officer in support of the host) and doubtful (bool: the organisation
    rests on a person's answer or was inferred). No row of a headline that cannot be told.

    most, fewest: at each meeting without minutes of a body with some, all of both tiers that ever could be at the body,
    or of two tiers only the first, of one only one organisation.
    """
    whole = tests[(tests["since"] == "") & (tests["verdict"] != "cannot be told")]
    kept = np.array([tuple(sorted(pair)) in _HEADLINES for pair in cells(whole, "tier_a", "tier_b")], bool)
    again = _Again(there, attending, whole[kept], law)
    missing = _missing(attending, coverage)
    searched = [(test, again.search(test)) for test in again.tests.itertuples()]
    rows = [row for test, kinds in searched for row in again.rows(test, kinds, missing)]
    return pd.DataFrame(rows, columns=_COLUMNS)


_HEADLINES = {tuple(sorted(pair)) for pair in HEADLINES}


class _Again:
    """The tests of one record, run again on parts of it; what was run is kept."""

    def __init__(self, there: pd.DataFrame, attending: pd.DataFrame, tests: pd.DataFrame, law: Law):
        self.there = there[there["in_room"] & (there["org_id"] != "")].reset_index(drop=True)
        self.attending, self.tests = attending, tests
        self.law = law._replace(test=lambda of, trials: law.test(of, min(trials, _TRIALS)))
        self.pairs = set(cells(tests, "tier_a", "tier_b"))
        self.drawn = attending["seen"].sum() <= _DRAWN
        self.held: dict[tuple[str, str], pd.DataFrame] = {}

    @cached_property
    def apart(self) -> pd.DataFrame:
        return self.law.apart(self.there)

    @cached_property
    def record(self) -> Record:
        return headline(record(self.attending, self.apart))

    @cached_property
    def chance(self) -> np.ndarray:
        return self.law.chances(self.record)

    @cached_property
    def sums(self) -> Mapping[tuple[str, str], Sums]:
        return sums_of(self.record, self.chance, self.pairs)

    def search(self, test: object) -> list[Left]:
        """The pieces of each kind, each tested without where it is likeliest to change the verdict of this headline."""
        pair = test.tier_a, test.tier_b
        kinds = list(left_out(self.record, self.chance, pair, self.sums[pair], self.there))
        sign = np.sign(test.together - test.expected)
        for left in kinds if self.drawn else ():
            standing = 0
            nearest = -np.abs(left.scores) if test.verdict == "as chance" else sign * left.scores
            for at in np.argsort(nearest, kind="stable").tolist():
                found = self._told(test, self.without(left.kind, left.pieces[at]))
                standing = standing + 1 if found[2] == test.verdict else 0
                if standing == _IN_A_ROW:
                    break
        return kinds

    def rows(self, test: object, kinds: list[Left], missing: pd.DataFrame) -> Iterator[tuple]:
        """What one headline turns on, among all that was tried for any of them."""
        pair = test.tier_a, test.tier_b
        lines = lines_of(self.attending[self.attending["seen"]], pair)
        for left in kinds:
            if not left.pieces:
                continue
            turned = list(self._turned(test, left))
            yield (*pair, test.verdict, left.kind, "", len(left.pieces), len(turned), np.nan, "", lines)
            yield from turned
        for kind, column in SWITCHES.items():
            if (marked := self.there[self.there[column]]).size:
                yield self._row(test, kind, "", self.without(kind, ""), cited(marked["cites"]))
        for kind in ("fewest", "most") if len(missing) else ():
            added = pd.concat([self.attending, _filled(missing, pair, kind)], ignore_index=True)
            yield self._row(test, kind, "", self.test(added, self.apart, {pair}), cited(missing["cites"].unique()))

    def _turned(self, test: object, left: Left) -> Iterator[tuple]:
        """The pieces of a kind without which the verdict is another."""
        for at, piece in enumerate(left.pieces):
            if self.drawn:
                told = self._told(test, self.held[left.kind, piece]) if (left.kind, piece) in self.held else None
            else:
                told = self._by_moments(test, left.scores[at], left.together[at], left.expected[at])
            if told is not None and told[2] != test.verdict:
                seats = self.there[self.there[PIECES[left.kind]] == piece]
                name = seats["entry"].iloc[0] if left.kind == "person" else piece  # no finding holds a person's name
                yield (*self._pair(test), left.kind, name, 0, *told, cited(seats["cites"]))

    def _row(self, test: object, kind: str, piece: str, found: pd.DataFrame, cites: str) -> tuple:
        return (*self._pair(test), kind, piece, 0, *self._told(test, found), cites)

    def _pair(self, test: object) -> tuple[str, str, str]:
        return test.tier_a, test.tier_b, test.verdict

    def _told(self, test: object, found: pd.DataFrame) -> tuple[int, float, str]:
        """together, expected and verdict of a headline; where nobody is left to meet, it cannot be told."""
        mine = found[(found["tier_a"] == test.tier_a) & (found["tier_b"] == test.tier_b) & (found["expected"] > 0)]
        return next(zip(mine["together"], mine["expected"], mine["verdict"], strict=True), _NOTHING)

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
            self.held[kind, piece] = self.test(kept, self.law.apart(seats), self.pairs)
        return self.held[kind, piece]

    def test(self, attending: pd.DataFrame, apart: pd.DataFrame, pairs: Collection) -> pd.DataFrame:
        """tier_a, tier_b, together, expected, verdict of (at least) these headlines on this part."""
        part = headline(record(attending, apart))
        if self.drawn:
            return judged(part, self.law)
        held, rows = sums_of(part, self.law.chances(part), pairs), []
        for test in self.tests.itertuples():
            if one := held.get((test.tier_a, test.tier_b)):
                told = self._by_moments(test, score(one), one.together.sum(), one.expected.sum())
                rows.append((test.tier_a, test.tier_b, *told))
        return pd.DataFrame(rows, columns=["tier_a", "tier_b", "together", "expected", "verdict"])

    def _by_moments(self, test: object, z: float, together: float, expected: float) -> tuple[int, float, str]:
        """The verdict of a standard score; a p of the whole record that drawing can resolve sets the scale."""
        bar = -special.ndtri(self.law.level * test.p / test.q / 2)
        if test.p > _RESOLVED:
            whole = score(self.sums[test.tier_a, test.tier_b])
            z += -np.sign(test.together - test.expected) * special.ndtri(test.p / 2) - whole
        verdict = "as chance" if abs(z) < bar else "more" if z > 0 else "less"
        return (int(together), float(expected), verdict) if expected > _NONE else _NOTHING


def _missing(attending: pd.DataFrame, coverage: pd.DataFrame) -> pd.DataFrame:
    """For each meeting without minutes of a body with some, the organisations that ever could be at that body, in their
    last tier: rows as of `attending`, with the line that tells of the meeting.
    """
    bodies = attending[["org_id", "meeting_id"]].merge(coverage[["meeting_id", "body_id"]], on="meeting_id")
    bodies = bodies.drop_duplicates(["org_id", "body_id"])[["org_id", "body_id"]]
    unknown = coverage[coverage["known_by"] != "minutes"].merge(bodies, on="body_id")
    tiers = last_tiers(attending)
    return unknown.assign(tier=unknown["org_id"].map(tiers).fillna(""), seen=False)[
        ["org_id", "meeting_id", "date", "tier", "seen", "cites"]
    ]


def _filled(missing: pd.DataFrame, pair: tuple[str, str], kind: str) -> pd.DataFrame:
    """The missing minutes as they would bring the two tiers together most, or least."""
    seen = missing["tier"].isin(pair)
    if kind == "fewest":
        seen = missing["tier"] == pair[0]
        if pair[0] == pair[1]:
            seen &= ~missing[seen].duplicated("meeting_id").reindex(missing.index, fill_value=True)
    return missing.assign(seen=seen)


def of_headlines(retests: pd.DataFrame) -> list[dict]:
    """What stands beside each headline (subject, as `county-district`): of how many meetings, organisations and people
    leaving out one would change its verdict, which they are (other), the verdict under each other reading, and what
    missing minutes could make of it (low, high meetings together).
    """
    rows: list[dict] = []
    for row in retests[~retests["kind"].isin(("fewest", "most"))].itertuples():
        about = {"cites": row.cites, "subject": pair_key(row.tier_a, row.tier_b)}
        if row.kind in PIECES and not row.left_out:
            told = {"n": row.together, "of": row.pieces, "unit": _UNITS[row.kind]}
            rows.append(finding(TURNS[row.kind], row.together, **about, **told))
        else:
            measure = "turns_without" if row.left_out else f"without_{row.kind}"
            told = {"n": row.together, "of": round(row.expected, 1), "unit": "meetings together"}
            rows.append(finding(measure, row.together, other=row.left_out, **about, **told, note=WORDS[row.verdict]))
    ends = retests[retests["kind"].isin(("fewest", "most"))].groupby(["tier_a", "tier_b"], sort=False)
    return rows + [_bounds(*pair, mine) for pair, mine in ends]


_UNITS = {"meeting": "meetings", "organisation": "organisations", "person": "people"}
TURNS = {"meeting": "turns_on_meetings", "organisation": "turns_on_organisations", "person": "turns_on_people"}


def _bounds(tier_a: str, tier_b: str, mine: pd.DataFrame) -> dict:
    verdicts = list(dict.fromkeys(mine["verdict"]))
    stands = set(verdicts) == {mine["was"].iloc[0]}
    note = STANDS if stands else "they could have " + ", or have ".join(WORDS[each] for each in verdicts)
    about = {"subject": pair_key(tier_a, tier_b), "unit": "meetings together", "range": "missing minutes", "note": note}
    low, high = float(mine["together"].min()), float(mine["together"].max())
    return finding("with_missing_minutes", None, cited(mine["cites"]), low=low, high=high, **about)
