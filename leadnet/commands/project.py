"""`leadnet project`: rates, ties and p-values of a country's tables."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from leadnet.build.national import project
from leadnet.commands import DONE
from leadnet.commands.saying import to_stderr
from leadnet.study.words import figure


def run(asked: Namespace) -> int:
    """Count the tables, test every pair, and say what came of it and what was set aside."""
    found = project(Path(asked.tables), Path(asked.out), engine=asked.engine, by=asked.by, memory=asked.memory,
                    progress=to_stderr)  # fmt: skip
    said = "; ".join(f"{verdict}: {figure(n)}" for verdict, n in sorted(found.pairs.items()))
    print(f"{found.folder}: attended, rates and ties written; pairs {said or 'none'}")
    if found.set_aside:
        print(f"set aside, more than 200 organisations: {figure(found.set_aside)} (set_aside.parquet); they count in "
              "rates and make no pairs")  # fmt: skip
    print("Attendance is not influence, agreement or trust.")
    return DONE
