"""A study opened: its papers up to the day it is as at, read, linked and counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leadnet.build.built import Built
from leadnet.build.reading import Progress, read_records
from leadnet.build.results import measured
from leadnet.study import open_folder
from leadnet.study.folder import Folder
from leadnet.study.rules import Rules
from leadnet.study.schema import RECORDS
from leadnet.study.tables import csv_text


def study(
    folder: str | Path, rules: Rules | None = None, *, progress: Progress = lambda said: None, **switches: object
) -> Built:
    """Open a study by folder or name, read its papers, and run every room.

    `rules` (or single switches, as `host_support=False`) go before those of study.toml. StudyError, in one line, for
    any fault of the study; a paper that cannot be read is a row of `problems` and the rest is built.
    """
    opened = _as_at(open_folder(folder), progress)
    progress(f"{opened.settings.name}: study opened")
    records = read_records(opened, progress)
    rules = replace(rules or opened.settings.rules, **switches)
    progress("counting")
    results = measured(opened, records, rules)
    progress(f"{len(results['findings'])} findings")
    return Built(opened, rules, records, results)


def _as_at(folder: Folder, progress: Progress) -> Folder:
    """The study with the papers up to its as_at, and without the rows no person has kept yet (but papers are read)."""
    sources, as_at = folder.sources, folder.settings.as_at
    late = sources["date"] > as_at
    for row in sources[late].itertuples():
        progress(f"{row.file}: dated {row.date}, after as_at = {as_at} of study.toml; left out")
    tables = {
        name: frame[frame["state"] != "proposed"].reset_index(drop=True) if "state" in frame.columns else frame
        for name, frame in folder.tables.items()
        if name != "sources"
    }
    return replace(folder, tables={**tables, "sources": sources[~late].reset_index(drop=True)})


def write_records(built: Built) -> dict[str, bytes]:
    """The records as CSV files, by name, as they are put into records/."""
    return {f"{name}.csv": csv_text(built.records[name]).encode() for name in sorted(RECORDS)}
