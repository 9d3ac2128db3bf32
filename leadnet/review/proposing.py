"""Seats that papers list, put into register/memberships.csv as proposed rows when a person asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from leadnet.build import Built
from leadnet.names import proposed_memberships
from leadnet.study import open_folder
from leadnet.study.schema import MEMBERSHIPS
from leadnet.study.store import replace_file
from leadnet.study.tables import csv_text

FILE = "register/memberships.csv"


def seats_proposed(built: Built) -> pd.DataFrame:
    """The rows `proposed_memberships` gives: none that memberships.csv holds, kept or still proposed."""
    held = open_folder(built.folder.path).memberships  # a build leaves out the rows that still say `proposed`
    return proposed_memberships(built.seats, built.mentions, built.links, held, built.people, built.sources)


def propose_seats(built: Built) -> Iterator[str]:
    """Append the proposed rows whose body and organisation are known to register/memberships.csv; say what was done.

    Only under the study's lock. What stands there stays; a second run finds nothing to add.
    """
    seats = seats_proposed(built)
    known = seats["body_id"].isin(built.bodies["body_id"]) & seats["org_id"].isin(built.organisations["org_id"])
    held = open_folder(built.folder.path).memberships
    rows = [*held.to_dict("records"), *seats[known].to_dict("records")]
    if known.any():
        replace_file(built.folder.path / FILE, csv_text(MEMBERSHIPS.frame(rows)).encode())
    yield f"{known.sum()} {'row' if known.sum() == 1 else 'rows'} put into {FILE}, each with state = proposed."
    if known.any():
        yield "Look at each: set since and until where the paper gives them, and write kept, or delete the row."
    if left := int((~known).sum()):
        yield f"{left} more have no row in organisations.csv or bodies.csv yet; `leadnet review` without --propose"
        yield "prints them, to be filled by hand."
