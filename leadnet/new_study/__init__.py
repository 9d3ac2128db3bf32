"""Start a study: settings, empty tables with their headers, the area's councils, and a page of what to do next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from leadnet import names
from leadnet.new_study.ci import ci_files
from leadnet.study.schema import INPUTS, ORGANISATIONS
from leadnet.study.store import write_synced
from leadnet.study.tables import StudyError, csv_text
from leadnet.study.whole import whole_folder

_STUDY = """# What this study is of. A person writes this file; leadnet only reads it.
format = 1
name = "{name}"
area = "{area}"
host = "{area}"                # the organisation whose officers serve the group
as_at = {today}             # the record is taken up to this day; there is no hidden today
mode = "committee"             # internal, committee or public: who may be named in what comes out
made_up = false
sensitive = false             # true only after an impact assessment (PRIVACY.md)

[rules]                        # counting switches; what is not set here keeps its default
"""
_BRIEFING = """# To whom the briefing goes, and the author's own words. Everything else in it is computed.
title = "Working together in {place}"
to = "the plenary"
date = {today}
contact = "the author"
purpose = "To show, from the papers held, who took part and how far the work has come."
recommendations = ["note what the record shows, and what it cannot say."]
implications = "To be written by the author."
"""
_NEXT = """{place}: a study was started in {folder}

1. Look at register/organisations.csv: the {councils} councils of the area are in it. Add the partners, a row each.
2. List the boards and groups that meet in bodies.csv, and say in study.toml whose officers serve them (host).
3. Put the papers in:        leadnet read PAPER... --into {folder}
   and look at the rows it adds to sources.csv: the body, the date, who may read it.
4. Say to whom the paper goes in briefing.toml.
5. Build it:                 leadnet brief {folder}
6. See what it asks you:     leadnet review {folder}
   fill reports/review.csv and hand it in with --answers; put misreadings right in
   register/corrections.csv; build again.

`leadnet check {folder}` finds faults at any time and says in which file and line.
"""


def start(folder: Path, area: str, as_at: str = "", ci: str = "") -> Path:
    """Make the folder of a new study; StudyError if it holds anything already or the council is not known.

    `as_at` (an ISO date; today when blank) is written into study.toml, for a person to change; the councils are those
    of that day. `ci` names the services, as "github,gitlab", whose files are laid in (see `ci_files`).
    """
    laid_in = ci_files(ci)
    today, slug, councils = _area(area, as_at)
    place = councils.loc[councils["role"] == "area", "short"].iloc[0]
    said = {
        "name": place,
        "area": slug,
        "today": today.isoformat(),
        "place": place,
        "folder": folder,
        "councils": len(councils),
    }
    files = {
        **{file: csv_text(table.empty()) for file, table in INPUTS.items()},
        "register/organisations.csv": csv_text(_organisations(councils, slug)),
        "study.toml": _STUDY.format(**said),
        "briefing.toml": _BRIEFING.format(**said),
        "NEXT.md": _NEXT.format(**said),
        **laid_in,
    }
    with whole_folder(folder) as part:
        for name, text in files.items():
            write_synced(part / name, text.encode())
        (part / "papers").mkdir()
    return folder


def _area(area: str, as_at: str) -> tuple[date, str, pd.DataFrame]:
    """The day meant, the council's id, and the councils of its area on that day."""
    try:
        today = date.fromisoformat(as_at) if as_at else date.today()
    except ValueError:
        raise StudyError(f'--as-at {as_at}: "{as_at}" is not a date like 2024-03-31') from None
    try:
        slug = names.find_area(area, today)
        return today, slug, names.councils(slug, today)
    except ValueError as error:
        raise StudyError(f"--area {area}: {error}") from None


def _organisations(councils: pd.DataFrame, area: str) -> pd.DataFrame:
    rows = [
        {
            "org_id": row.org_id,
            "name": row.name,
            "short": row.short,
            "kind": names.COUNCIL_KINDS[row.tier],
            "sector": "local government",
            "tier": row.tier,
            "area": area,
            "since": row.since,
            "until": row.until,
            "gss_code": row.gss_code,
        }
        for row in councils.itertuples()
    ]
    return ORGANISATIONS.frame(rows)
