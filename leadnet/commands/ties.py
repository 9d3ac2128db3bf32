"""`leadnet ties`: the tie table of any two-mode table."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from leadnet import network
from leadnet.commands import DONE
from leadnet.study.tables import csv_text


def run(asked: Namespace) -> int:
    """The tie table of any two-mode table on standard output; what must be said beside it on standard error."""
    path = Path(asked.table)
    rows = network.read_two_columns(path, "organisation", "event")
    found = network.bare_ties(rows)
    said = [*network.notes(path.name, rows, found)]
    if asked.groups:
        groups = network.read_two_columns(Path(asked.groups), "organisation", "group")
        said += network.tier_lines(Path(asked.groups).name, groups, found)
    if asked.json:
        sys.stdout.writelines(network.as_json(found))
    else:
        print(csv_text(found.pairs), end="")
    print("\n".join(said), file=sys.stderr)
    return DONE
