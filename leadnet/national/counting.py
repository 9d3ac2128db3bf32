"""The counting steps in order, on an engine, part of the record by part where the engine takes it so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from leadnet.national.engine import Engine
from leadnet.study.queries import MOST, WHOLE, rules_query, step, windows_query
from leadnet.study.rules import Rules
from leadnet.study.tables import StudyError
from leadnet.study.windows import Window, fixed

Progress = Callable[[str], None]
_SPELLS = {"members": "member_spells", "duties": "duty_spells"}  # seats -> the spells of them
_OF_PART = ("meeting_windows", "cells", "sizes")
_ADDED = ("tally", "rates", "seen", "set_aside")


class Asked(NamedTuple):
    """What is counted: the rules, the windows, and the most organisations at a meeting that still makes pairs."""

    rules: Rules = Rules()
    windows: tuple[Window, ...] = (WHOLE,)
    most: int = MOST


def faults(engine: Engine) -> list[str]:
    """What is wrong with the keys of the tables, a line each."""
    found = engine.rows(step("checks"))
    return sorted(
        f"{row.tab}, column {row.col}: {row.fault} ({row.n} rows, as {row.example})" for row in found.itertuples()
    )


def prepared(engine: Engine, asked: Asked) -> None:
    """The rules, the windows and what is known over the whole record; StudyError for tables that cannot be counted."""
    if wrong := faults(engine):
        raise StudyError(f"the tables cannot be counted: {'; '.join(wrong)}")
    engine.keep("rules", rules_query(asked.rules, asked.most))
    engine.keep("windows", windows_query(asked.windows))
    engine.keep("minuted", step("minuted"))
    for seats, spells in _SPELLS.items():
        engine.view("seats", step(seats))
        engine.keep(spells, step("spells"))
    engine.view("presence", step("presence"))


def counted(engine: Engine, asked: Asked, progress: Progress, steps: Sequence[str] = _ADDED) -> Iterator[str]:
    """Count part after part; yields the name of each once `cells`, `room` and `apart` are there for it, and keeps the
    tallies, rates, spells seen and meetings set aside of all parts under their names.
    """
    for part in engine.parts():
        progress(f"counting {part}")
        for name in _OF_PART:
            engine.keep(name, step(name))
        for name in steps:
            engine.add(name, step(name))
        for name in ("room", "apart"):
            engine.view(name, step(name))
        yield part


def years_of(engine: Engine) -> tuple[Window, ...]:
    """The calendar years of the record, one window each."""
    days = engine.rows("SELECT MIN(date) AS first, MAX(date) AS last FROM meetings WHERE date <> ''").iloc[0]
    return () if pd.isna(days["first"]) else fixed(days["first"], days["last"], "calendar year")
