"""The day up to which a record was taken, said beside whatever depends on it. There is no hidden today."""

from __future__ import annotations

import pandas as pd

from leadnet.study.words import long_date


def noted(as_at: str) -> str:
    """What a finding's note says of the day (an ISO date) the record was taken up to.

    >>> noted("2011-11-08"), noted("")
    ('as at 8 November 2011', 'on the papers held')
    """
    return f"as at {long_date(as_at)}" if as_at else "on the papers held"


def taken_up_to(as_at: str, sources: pd.DataFrame) -> str:
    """The day of study.toml where it is given; else that of the last dated paper, "" where none has a date."""
    return as_at or max(sources["date"], default="")
