"""The counting steps in order, on an engine, part of the record by part where the engine takes it so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import pandas as pd

from leadnet.national.engine import Engine
from leadnet.study.queries import MOST, WHOLE, rules_query, step, windows_query
from leadnet.study.rules import Rules
from leadnet.study.tables import StudyError
from leadnet.study.windows import Window, fixed

Progress = Callable[[str], None]
_HELD = ("meeting_windows", "lists", "held", "doubtful", "due")  # kept for a part in order; without rates the first
_EVERY = {  # what `rates` takes of all parts
    "held": "SELECT body_id, span, listed FROM held",
    "due": "SELECT body_id, org_id, span, listed FROM due",
}
_ADDED = ("came", "came_in_time", "odd", "seen", "set_aside")  # the first takes about as long as all others


class Asked(NamedTuple):
    """What is counted: the rules, the windows, and the most organisations at a meeting that still makes pairs."""

    rules: Rules = Rules()
    windows: tuple[Window, ...] = (WHOLE,)
    most: int = MOST


def faults(engine: Engine, checks: str = "checks") -> list[str]:
    """What is wrong with the keys of the tables, a line each: by `checks`, or by `entry_checks` for attendance."""
    found = engine.rows(step(checks))
    return sorted(
        f"{row.tab}, column {row.col}: {row.fault} ({row.n} rows, as {row.example})" for row in found.itertuples()
    )


def _check(engine: Engine, checks: str) -> None:
    if wrong := faults(engine, checks):
        raise StudyError(f"the tables cannot be counted: {'; '.join(wrong)}")


def prepared(engine: Engine, asked: Asked) -> None:
    """The rules and the windows, beside the tables; StudyError for tables that cannot be counted."""
    _check(engine, "checks")
    engine.keep("rules", rules_query(asked.rules, asked.most))
    engine.keep("windows", windows_query(asked.windows))
    engine.keep("hosts", step("hosts"))  # mostly none; an engine that knows joins them to attendance at no cost
    engine.view("presence", step("presence"))


def counted(engine: Engine, asked: Asked, progress: Progress, steps: Sequence[str] = _ADDED) -> Iterator[str]:
    """Count part after part; yields the name of each once `room` and `apart` are there for it. What `steps` say of all
    parts is kept under their names; after the last part `tally` and `rates` are there if `came` is among them.
    """
    rates = "came" in steps
    _known(engine, rates, "seen" in steps)
    for part in engine.parts():
        progress(f"counting {part}")
        held = _HELD if rates else _HELD[:1]
        engine.at_once(partial(_check, checks="entry_checks"), partial(_kept, ("there",)), partial(_kept, held))
        for name in ("sizes", "room", "apart"):
            engine.view(name, step(name))
        engine.at_once(partial(_added, steps[:1]), partial(_added, steps[1:]))
        if rates:
            for name, query in _EVERY.items():
                engine.add(f"every_{name}", query)
        yield part
    if rates:
        for name in _EVERY:
            engine.view(name, f"SELECT * FROM every_{name}")
        engine.keep("attended", step("attended"))
        for name in ("tally", "rates"):
            engine.view(name, step(name))


def _kept(steps: Sequence[str], engine: Engine) -> None:
    for name in steps:
        engine.keep(name, step(name))


def _added(steps: Sequence[str], engine: Engine) -> None:
    for name in steps:
        engine.add(name, step(name))


def _known(engine: Engine, rates: bool, opportunity: bool) -> None:
    """What is known over the whole record before any part is counted: who ought to come, who could come."""
    if rates:
        engine.view("seats", step("duties"))
        engine.keep("duty_spells", step("spells"))
        for name in ("minuted", "duty", "partial"):
            engine.keep(name, step(name))
    if opportunity:
        engine.view("seats", step("members"))
        engine.keep("member_spells", step("spells"))


def years_of(engine: Engine) -> tuple[Window, ...]:
    """The calendar years of the record, one window each."""
    days = engine.rows("SELECT MIN(date) AS first, MAX(date) AS last FROM meetings WHERE date <> ''").iloc[0]
    return () if pd.isna(days["first"]) else fixed(days["first"], days["last"], "calendar year")
