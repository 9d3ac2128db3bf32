"""`leadnet evidence`: a number beside the lines it rests on."""

from __future__ import annotations

from argparse import Namespace

import pandas as pd

from leadnet.build import study as build_study
from leadnet.commands import DONE
from leadnet.commands.saying import settled
from leadnet.study.mask_counts import instead
from leadnet.study.tables import StudyError
from leadnet.study.words import figure


def run(asked: Namespace) -> int:
    """A number beside the lines it rests on; without a name, the list of findings."""
    built = build_study(settled(asked.study))
    rows = built.findings[built.findings["finding_id"].str.startswith(asked.finding)]
    if rows.empty:
        raise StudyError(f'"{asked.finding}" begins no finding; `leadnet evidence {asked.study}` lists them')
    for row in rows.itertuples():
        print(f"{row.finding_id} = {_value(row)} {row.unit}")
        if asked.finding:
            for line in built.evidence(rows[rows["finding_id"] == row.finding_id]).itertuples():
                print(f"    {line.cite}  {line.text}")
    return DONE


def _value(row: object) -> str:
    if said := instead(row.n, row.note):
        return said
    if pd.isna(row.value):
        return f"{figure(row.low)} to {figure(row.high)}"
    return figure(row.value) if pd.isna(row.of) else f"{figure(row.n)} of {figure(row.of)}"
