"""What `leadnet ties` says beside the tie table of a bare table, and the table as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator

import numpy as np
import pandas as pd

from leadnet.network.bare_table import COLUMNS, BareTies
from leadnet.network.power import ENOUGH, meetings_needed, power
from leadnet.network.projection import ties_of_events
from leadnet.network.tier_ties import tier_ties
from leadnet.network.verdicts import caution
from leadnet.study import StudyError

TWICE = 2  # the strength asked about when a table gives no information
NOT_INFLUENCE = "Attendance is not influence, agreement or trust."


def as_json(ties: BareTies) -> Iterator[str]:
    """The pairs as a JSON list, a line each: every number finite or null."""
    columns = [ties.pairs[name].tolist() for name in COLUMNS]
    opening = "[\n"
    for row in zip(*columns, strict=True):
        cells = {name: _plain(cell) for name, cell in zip(COLUMNS, row, strict=True)}
        yield opening + json.dumps(cells, ensure_ascii=False, allow_nan=False)
        opening = ",\n"
    yield "\n]\n" if opening == ",\n" else "[]\n"


def _plain(cell: object) -> object:
    return None if isinstance(cell, float) and not math.isfinite(cell) else cell


def notes(name: str, rows: pd.DataFrame, ties: BareTies) -> Iterator[str]:
    """What must be said of the table and its test, a line each."""
    table, verdict = ties.table, ties.pairs["verdict"]
    yield (
        f"{name}: {_many(len(table.organisations), 'organisation')}, {_many(len(table.events), 'event')}. Tested over "
        "the whole table, as if each organisation could have been at each event; where events belong to bodies with "
        "members of their own, membership alone makes pairs meet more (a study tests within each body's members)."
    )
    yield from _handled(name, rows, ties)
    largest = ties_of_events(table).iloc[0]
    if largest["only"]:
        yield (
            f"The largest event, {largest['event']} ({largest['present']:,} present), makes "
            f"{_many(largest['pairs'], 'tie')} by itself; {largest['only']:,} of these pairs met nowhere else."
        )
    nothing = (verdict == "cannot be told").all() and set(ties.left_out) <= {"cannot be told"}
    if not nothing and (beware := caution(ties.model)):
        yield beware
    if ties.left_out:
        each = ", ".join(f"{count:,} {found}" for found, count in sorted(ties.left_out.items()))
        yield f"{sum(ties.left_out.values()):,} pairs that never met are tested and not listed: {each}."
    if nothing:
        yield "No information: for every pair it cannot be told whether it meets more or less than by chance."
        yield _needed(rows)
    yield NOT_INFLUENCE


def _needed(rows: pd.DataFrame) -> str:
    """How many events of this kind it would take, by simulation from the table's own habits."""
    seats = rows.rename(columns={"organisation": "org_id", "event": "meeting_id"}).assign(in_room=True)
    curve = power(seats, strength=TWICE, trials=100)
    enough = meetings_needed(curve)
    number = f"about {enough:,}" if enough else f"more than {curve['meetings'].max():,}"
    return (
        f"By simulation from this table's own habits it would take {number} events of this kind before a pair that "
        f"meets {TWICE} times as often as by chance (or as often as it can) is told in {ENOUGH:.0%} of records."
    )


def _handled(name: str, rows: pd.DataFrame, ties: BareTies) -> Iterator[str]:
    table = ties.table
    twice = len(rows) - table.present.nnz
    if twice:
        at = rows.loc[rows.duplicated(["organisation", "event"]), "line"].iloc[0]
        yield f"{name}: {_rows(twice)} again what another says (first at line {at}); each pair of ids counts once."
    alone = int((table.sizes == 1).sum())
    if alone:
        yield f"{name}: {_many(alone, 'event')} with one organisation only: attended, and no tie made."
    both = np.intersect1d(table.organisations, table.events)
    if len(both):
        shown = ", ".join(both[:3].tolist())
        yield f"{name}: {len(both):,} in both columns ({shown}); an organisation and an event of one name are two."


def _rows(count: int) -> str:
    return "1 row says" if count == 1 else f"{count:,} rows say"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def tier_lines(name: str, groups: pd.DataFrame, ties: BareTies) -> Iterator[str]:
    """The tests by pair of groups, a line each; who has no group, or is at no event, is said and left out."""
    of = _group_of(name, groups)
    known = ties.table.organisations.tolist()
    without, absent = [org for org in known if org not in of], sorted(of.keys() - set(known))
    for count, said in (
        (without, "have no group and take no part in"),
        (absent, "are at no event and make no pair in"),
    ):
        if count:
            yield f"{name}: {len(count):,} {said} the tests by group ({', '.join(count[:3])})."
    found = tier_ties(ties.table.present, np.array([of.get(org, "") for org in known], dtype=object))
    for row in found[found["pairs"] > 0].itertuples():
        yield (
            f"{row.tier_a} with {row.tier_b}: {_many(row.together, 'meeting')} together over "
            f"{_many(row.pairs, 'pair')}, {row.expected:,.1f} by chance with every degree fixed; "
            f"p_upper {row.p_upper:.3g}, p_lower {row.p_lower:.3g} (error {row.error:.2g}), "
            f"q {row.q:.3g}: {row.verdict}."
        )


def _group_of(name: str, groups: pd.DataFrame) -> dict[str, str]:
    """The group of each organisation; StudyError where one has two."""
    for org, rows in groups.groupby("organisation", sort=True):
        if rows["group"].nunique() > 1:
            first, second = rows.drop_duplicates("group").iloc[:2].itertuples(index=False)
            raise StudyError(
                f'{name} line {second.line}: {org} is in group "{second.group}", at line {first.line} in '
                f'"{first.group}"; keep one of the two'
            )
    return dict(zip(groups["organisation"], groups["group"], strict=True))
