"""What is said of a council whose share of all boards' meetings changed by more than luck, with what speaks for it.

The same rule for every council, and no reason given: the papers hold none.
"""

from __future__ import annotations

from leadnet.briefing.content import Paragraph
from leadnet.briefing.counts import number, share
from leadnet.briefing.exhibits import each, interval, one
from leadnet.build import Built
from leadnet.measures.changes import TREND_FROM
from leadnet.measures.drift import is_told
from leadnet.study.words import Sentence, listed, sentence

_HOW = "Counted are the meetings with minutes held while it was a member, substitutes included"
_FEW = "; a window here holds too few for a trend to be told"
_WHY = (
    "Why, the papers do not say: a council may not have been invited to all, its officers may have changed, or it may "
    "have been in touch in another way."
)


def changed(built: Built) -> list[Paragraph]:
    """Of how many councils compared a change is told, each with its counts by window; [] where of none."""
    told = [row for row in each(built, "all_boards_change") if is_told(row)]
    if not told:
        return []
    opens = sentence(
        "All boards taken together, the shares of {n} councils in the first and the last window lie further apart than "
        "luck alone readily puts them; where so many are compared luck may set one apart:",
        n=share(one(built, "all_boards_apart")),
    )
    few = any(row.of < TREND_FROM for change in told for row in _ends(built, change))
    how = sentence(f"{_HOW}{_FEW if few else ''}. {_WHY}")
    return [Paragraph(opens), *(Paragraph(_council(built, row), limb=True) for row in told), Paragraph(how)]


def _windows(built: Built, org: str) -> list:
    return sorted(each(built, "all_boards_rate", org), key=lambda row: row.since)


def _ends(built: Built, change: object) -> tuple[object, object]:
    """The rates of the first and the last window of a change."""
    windows = _windows(built, change.subject)
    return windows[0], windows[-1]


def _council(built: Built, change: object) -> Sentence:
    """One council: its counts window by window, the change with its two ranges, and the apologies it sent."""
    bounds = one(built, "all_boards_change_bounds", change.subject)
    missing = sentence("; {ends} whatever the missing minutes hold", ends=interval(bounds)) if bounds else Sentence()
    return sentence(
        "{name}: in the room at {counts} meetings, window by window; the last share less the first is {value} "
        "({ends} allowing for luck{missing}).",
        name=change.subject_name,
        counts=listed(share(row) for row in _windows(built, change.subject)),
        value=number(change),
        ends=interval(change),
        missing=missing,
    ) + apologies(built, change.subject)


def apologies(built: Built, org: str) -> Sentence:
    """What the record holds in a council's favour: apologies sent."""
    rows = each(built, "times_apologies", org)
    if not rows:
        return Sentence()
    parts = listed(sentence("{n} to {body}", n=number(row), body=row.other_name) for row in rows)
    return sentence(" Apologies are recorded: {parts}.", parts=parts)
