"""Networks through time: the projection in each window, and which ties were kept, gained and lost."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from leadnet.network.meetings_shared import meetings_together, tie_weights
from leadnet.network.two_mode import in_room
from leadnet.study import Window


def ties_by_window(there: pd.DataFrame, meetings: pd.DataFrame, spans: Sequence[Window]) -> pd.DataFrame:
    """The projection in each window: since, until, organisation_a, organisation_b, together, newman, hyperbolic,
    jaccard (see `tie_weights`), meetings (documented in the window). Only pairs that met; a meeting without a date is
    in no window.
    """
    minuted = meetings[meetings["known_by"] == "minutes"]
    parts = []
    for window in spans:
        held = set(minuted.loc[[window.holds(day) for day in minuted["date"]], "meeting_id"])
        rows = in_room(there)[in_room(there)["meeting_id"].isin(held)]
        met = meetings_together(rows)
        met = met.assign(**tie_weights(rows, met), since=window.since, until=window.until, meetings=len(held))
        parts.append(met[met["together"] > 0])
    columns = ["since", "until", "organisation_a", "organisation_b", "together", *_WEIGHTS, "meetings"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


_WEIGHTS = ["newman", "hyperbolic", "jaccard"]


def changes(by_window: pd.DataFrame, spans: Sequence[Window]) -> pd.DataFrame:
    """From each window to the next: since, until (of the later one), before, now (ties), kept, gained, lost."""
    pairs = [
        {
            (row.organisation_a, row.organisation_b)
            for row in by_window[(by_window["since"] == of.since) & (by_window["until"] == of.until)].itertuples()
        }
        for of in spans
    ]
    rows = [
        (of.since, of.until, len(before), len(now), len(before & now), len(now - before), len(before - now))
        for of, before, now in zip(spans[1:], pairs, pairs[1:], strict=False)
    ]
    return pd.DataFrame(rows, columns=["since", "until", "before", "now", "kept", "gained", "lost"])
