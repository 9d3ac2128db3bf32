"""What would be needed where the record can tell nothing of who meets whom."""

from __future__ import annotations

import pandas as pd

from leadnet.measures.tiers import lines_of
from leadnet.study import finding

SAYS = {
    "no_information": "No information: of none of the {n:pair|pairs} of organisations can the record tell whether they "
    "meet more or less often than by chance.",
    "meetings_needed": "It would take about {value} meetings of this kind before a pair that meets {of} times as often "
    "as chance gives could be told, four times in five.",
    "meetings_not_enough": "Not even {value} meetings of this kind would be enough to tell a pair that meets {of} "
    "times as often as chance gives, four times in five.",
}


def of_needed(ties: pd.DataFrame, attending: pd.DataFrame, curve: pd.DataFrame, enough: int | None) -> list[dict]:
    """That the record gives no information on ties, and how many meetings of this kind would (by simulation).

    curve: meetings, told (share of simulated records in which a planted tie was told), reached (meetings together over
    those by chance that could be planted); enough: the fewest meetings from which on it is told in four of five.
    """
    lines = lines_of(attending[attending["seen"]], ())
    n, strength = len(ties), round(float(curve["reached"].max()), 2)
    rows = [finding("no_information", n, lines, n=n, of=n, unit="pairs")]
    measure, value = ("meetings_needed", enough) if enough else ("meetings_not_enough", int(curve["meetings"].max()))
    return [*rows, finding(measure, value, lines, n=value, of=strength, unit="meetings")]
