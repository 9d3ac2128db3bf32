"""`leadnet sheet`: what the record says of an organisation, to be agreed before publication."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from leadnet.briefing.sheet import write_sheets
from leadnet.briefing.sheet_answers import answers_in, put
from leadnet.build import study as build_study
from leadnet.commands import DONE, REFUSED
from leadnet.commands.saying import plural, settled
from leadnet.study.store import locked


def run(asked: Namespace) -> int:
    """Write the sheets and say where they lie; or take a returned one in."""
    path = settled(asked.study)
    if asked.answers:
        return _take_in(path, Path(asked.answers))
    built = build_study(path)
    files = write_sheets(built, asked.organisation)
    for file in files:
        print(file)
    print(
        f"{len(files)} {plural('sheet', str(len(files)))}; the lines behind them: {files[0].parent / 'evidence.html'}. "
        f"What comes back: `leadnet sheet {asked.study} --answers FILE.docx`"
    )
    if built.settings.mode == "internal":
        print("mode = internal (study.toml): these sheets name everybody; set committee or public before they are sent")
    return DONE


def _take_in(path: Path, file: Path) -> int:
    """Put the answers of a returned sheet into corrections.csv, all or none; say what is left to look at."""
    with locked(path):
        built = build_study(path)
        taken = answers_in(built, file)
        if taken.faults:
            for fault in taken.faults:
                print(f"leadnet: {fault}", file=sys.stderr)
            print("leadnet: nothing was written; put these right and hand the file in again", file=sys.stderr)
            return REFUSED
        put(built, taken)
    for line in (*taken.written, *taken.to_look_at):
        print(line)
    print(
        f"{len(taken.corrections)} {plural('row', str(len(taken.corrections)))} put into corrections.csv, "
        f"{taken.agreed} said to be right, {taken.already} taken in before, {len(taken.to_look_at)} to be looked at"
    )
    return DONE
