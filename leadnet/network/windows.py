"""Networks through time: fixed or rolling windows, and which ties were kept, gained and lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from leadnet.network.meetings_shared import meetings_together, tie_weights
from leadnet.network.two_mode import in_room
from leadnet.study import StudyError

Window = tuple[str, str]  # first and last day, both in it


def windows(meetings: pd.DataFrame, months: int = 12, step: int | None = None) -> list[Window]:
    """Windows of so many months from the first dated meeting to the last: fixed, or rolling by `step` months.

    The first begins on the first day of its month; the last holds the last meeting and may run on beyond it.

    >>> windows(pd.DataFrame({"date": ["2024-01-15", "2024-07-01"]}), months=6)
    [('2024-01-01', '2024-06-30'), ('2024-07-01', '2024-12-31')]
    """
    step = months if step is None else step
    if months < 1 or step < 1:
        raise StudyError(f"a window of {months} months every {step}: both are whole numbers from 1")
    days = sorted(day for day in meetings["date"] if day)
    if not days:
        return []
    first, found = date.fromisoformat(days[0]).replace(day=1), []
    while not found or found[-1][1] < days[-1]:
        since = _later(first, step * len(found))
        found.append((since.isoformat(), (_later(since, months) - timedelta(days=1)).isoformat()))
    return found


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)


def ties_by_window(there: pd.DataFrame, meetings: pd.DataFrame, spans: Sequence[Window]) -> pd.DataFrame:
    """The projection in each window: since, until, organisation_a, organisation_b, together, newman, hyperbolic,
    jaccard (see `tie_weights`), meetings (documented in the window). Only pairs that met; a meeting without a date is
    in no window.
    """
    minuted = meetings[meetings["known_by"] == "minutes"]
    parts = []
    for since, until in spans:
        held = set(minuted.loc[(minuted["date"] >= since) & (minuted["date"] <= until), "meeting_id"])
        rows = in_room(there)[in_room(there)["meeting_id"].isin(held)]
        met = meetings_together(rows)
        met = met.assign(**tie_weights(rows, met), since=since, until=until, meetings=len(held))
        parts.append(met[met["together"] > 0])
    columns = ["since", "until", "organisation_a", "organisation_b", "together", *_WEIGHTS, "meetings"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


_WEIGHTS = ["newman", "hyperbolic", "jaccard"]


def changes(by_window: pd.DataFrame, spans: Sequence[Window]) -> pd.DataFrame:
    """From each window to the next: since, until (of the later one), before, now (ties), kept, gained, lost."""
    pairs = [
        {
            (row.organisation_a, row.organisation_b)
            for row in by_window[(by_window["since"] == since) & (by_window["until"] == until)].itertuples()
        }
        for since, until in spans
    ]
    rows = [
        (*span, len(before), len(now), len(before & now), len(now - before), len(before - now))
        for span, before, now in zip(spans[1:], pairs, pairs[1:], strict=False)
    ]
    return pd.DataFrame(rows, columns=["since", "until", "before", "now", "kept", "gained", "lost"])
