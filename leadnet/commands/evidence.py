"""`leadnet evidence`: a number beside the lines it rests on."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

import pandas as pd

from leadnet.build import Built
from leadnet.build import study as build_study
from leadnet.commands import DONE
from leadnet.commands.saying import settled
from leadnet.measures import SAYS, say
from leadnet.study.harmless import one_line
from leadnet.study.mask_counts import instead
from leadnet.study.tables import StudyError
from leadnet.study.words import figure


def run(asked: Namespace) -> int:
    """A number beside the lines it rests on; without a name, what is measured and how to go on."""
    built = build_study(settled(asked.study))
    if not asked.finding:
        for line in _measures(built, asked.study):
            print(one_line(line))
        return DONE
    rows = built.findings[built.findings["finding_id"].str.startswith(asked.finding)]
    if rows.empty:
        raise StudyError(f'"{asked.finding}" begins no finding; `leadnet evidence {asked.study}` lists them')
    for row in rows.itertuples():
        print(f"{row.finding_id} = {_value(row)}")
        for cite, text in _lines(built, rows[rows["finding_id"] == row.finding_id]):
            print(f"    {cite}  {one_line(text)}")
    return DONE


def _measures(built: Built, study: str) -> Iterator[str]:
    """Each measure, how many numbers it has, and the first of them as a sentence; then how to go on."""
    for measure, rows in built.findings.groupby("measure", sort=False):
        yield f"{measure} ({len(rows)}), as: {built.hide(say(built.told(measure).head(1)))}"
    first = built.findings.iloc[0]
    yield (
        f"{len(built.findings)} numbers. Go on with a measure, or a measure and what it is about, to see each number "
        f"beside its lines: `leadnet evidence {study} {first['measure']}/{first['subject']}`"
    )


def _lines(built: Built, row: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """The lines one finding rests on; a paper searched whole is one, and blank lines are left out."""
    cites = row["cites"].iloc[0].split()
    ends = built.lines.groupby("doc_id")["line"].max()
    whole = [cite for cite in cites if cite in {f"{doc}:1-{end}" for doc, end in ends.items() if end > 1}]
    yield from ((cite, "the whole paper was searched") for cite in whole)
    rest = row.assign(cites=" ".join(cite for cite in cites if cite not in whole))
    yield from ((line.cite, line.text) for line in built.evidence(rest).itertuples() if line.text.strip())


def _value(row: object) -> str:
    """A finding's number with its unit; what chance gives stands beside it, for it is not what it is out of."""
    if said := instead(row.n, row.note):
        return f"{said} {row.unit}"
    if pd.isna(row.value):
        return f"{figure(row.low)} to {figure(row.high)} {row.unit}"
    if pd.isna(row.of):
        return f"{figure(row.value)} {row.unit}"
    beside = "{of}" in SAYS[row.measure] and "by chance" in SAYS[row.measure]
    if beside:
        return f"{figure(row.n)} {row.unit}, beside {figure(row.of)} by chance"
    return f"{figure(row.n)} of {figure(row.of)} {row.unit}"
