"""The two-mode tables: organisations by meetings, and organisations by workstreams."""

from __future__ import annotations

import pandas as pd

from leadnet.study import cited


def two_mode(there: pd.DataFrame) -> pd.DataFrame:
    """The two-mode table: one row for each organisation in the room at a meeting.

    `there` is the table `presence` gives. Columns org_id, meeting_id, heads (people, a joint post once), cites.
    """
    pair, rows = ["org_id", "meeting_id"], in_room(there)
    several = rows.duplicated(pair, keep=False)
    alone = rows.loc[~several, [*pair, "cites"]].assign(heads=1)
    groups = rows[several].groupby(pair, sort=True).agg(heads=("head", "nunique"), cites=("cites", cited)).reset_index()
    found = pd.concat([alone, groups], ignore_index=True)[[*pair, "heads", "cites"]]
    return found.sort_values(pair, ignore_index=True)


def in_room(there: pd.DataFrame) -> pd.DataFrame:
    """The seats that put an organisation in the room."""
    return there[there["in_room"] & (there["org_id"] != "")]


def two_mode_workstreams(workstreams: pd.DataFrame) -> pd.DataFrame:
    """The two-mode table of joint work: one row for each organisation with a part in a workstream.

    `workstreams` is the study's table. Columns org_id, workstream_id, cites; a line that names no partner is left out.
    """
    rows = workstreams[workstreams["org_id"] != ""]
    rows = rows.assign(cites=rows["doc_id"] + ":" + rows["line"])
    return rows.groupby(["org_id", "workstream_id"], sort=True).agg(cites=("cites", cited)).reset_index()
