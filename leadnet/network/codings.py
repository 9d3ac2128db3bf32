"""The same ties under other readings of the record: three codings of attendance, and each piece left out in turn."""

from __future__ import annotations

import pandas as pd

from leadnet.network.meetings_shared import meetings_together
from leadnet.network.ties import ties
from leadnet.network.two_mode import in_room
from leadnet.study import Rules

_PAIR = ["organisation_a", "organisation_b"]


def codings(there: pd.DataFrame) -> pd.DataFrame:
    """Meetings together under three codings of attendance, side by side, for every pair seen under any.

    Columns organisation_a, organisation_b, present_only (in the room by a person of its own), with_substitutes (a
    substitute counts), with_apologies (apologies count as membership: who was expected together). Pass presence under
    rules that let substitutes count.
    """
    room = in_room(there)
    apologies = there[there["counted"] & (there["org_id"] != "") & (there["status"] == "apologies")]
    seats = {
        "present_only": room[room["on_behalf_of"] == ""],
        "with_substitutes": room,
        "with_apologies": pd.concat([room, apologies.assign(in_room=True)]),
    }
    found = None
    for name, rows in seats.items():
        counted = meetings_together(rows)[[*_PAIR, "together"]].rename(columns={"together": name})
        found = counted if found is None else found.merge(counted, on=_PAIR, how="outer")
    return found.fillna(dict.fromkeys(seats, 0)).astype(dict.fromkeys(seats, int)).sort_values(_PAIR, ignore_index=True)


def leave_one_out(there: pd.DataFrame, meetings: pd.DataFrame, memberships: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """The pairs whose verdict turns on one meeting or one organisation: the test run again without each in turn.

    Columns left_out, kind (meeting, organisation), organisation_a, organisation_b, verdict (of the whole record),
    without (the verdict without it). No row: every verdict stands.
    """
    whole = ties(there, meetings, memberships, rules)[[*_PAIR, "verdict"]]
    found = []
    for kind, column in (("meeting", "meeting_id"), ("organisation", "org_id")):
        for left_out in sorted(set(in_room(there)[column])):
            kept = [_without(frame, column, left_out) for frame in (there, meetings, memberships)]
            again = ties(*kept, rules)[[*_PAIR, "verdict"]]
            both = whole.merge(again.rename(columns={"verdict": "without"}), on=_PAIR)
            found.append(both[both["verdict"] != both["without"]].assign(left_out=left_out, kind=kind))
    return pd.concat(found, ignore_index=True)[["left_out", "kind", *_PAIR, "verdict", "without"]]


def _without(frame: pd.DataFrame, column: str, left_out: str) -> pd.DataFrame:
    return frame[frame[column] != left_out] if column in frame else frame
