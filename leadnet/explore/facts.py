"""The facts of attendance from which a browser counts: a row an entry and organisation, and what no list says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from leadnet import measures, names
from leadnet.build import Built
from leadnet.explore.switches import everything
from leadnet.explore.tested import left_in, there_under
from leadnet.study import Rules
from leadnet.study.schema import PARTS, STATES, STATUSES

_NEAR = 60  # letters between a name and the organisation printed after it
_YES = ("joint", "by_post", "first", "substitute", "virtual")


@dataclass(frozen=True)
class Facts:
    """Meetings (by date), entries (rows of `there` with mode, first, substitute and virtual), the place of each
    organisation, the Grid's column of each meeting, and the state of each cell before any entry is looked at: a string
    an organisation, a letter a column, `a` for the first of STATES. `later`: organisations that come in only as
    somebody's successor.
    """

    meetings: pd.DataFrame
    entries: pd.DataFrame
    place: dict[str, int]
    column: dict[str, int]
    unseen: list[str]
    later: frozenset[str]

    def columns(self) -> dict[str, list]:
        """The entries as columns of whole numbers: places of meeting and organisation (-1: none known), head (one a
        person at a meeting), codes of status and part, flags, and the texts of items and cites.
        """
        rows, at = self.entries, {meeting: place for place, meeting in enumerate(self.meetings["meeting_id"])}
        return {
            "meeting": [at[meeting] for meeting in rows["meeting_id"]],
            "org": [self.place.get(org, -1) for org in rows["org_id"]],
            "head": pd.factorize(rows["head"])[0].tolist(),
            "status": [STATUSES.index(status) for status in rows["status"]],
            "part": [PARTS.index(part or "unknown") for part in rows["part"]],
            **{name: rows[name].astype(int).tolist() for name in _YES},
            "items": list(rows["items"]),
            "cites": list(rows["cites"]),
            "own": list(rows["own"]),
        }


def facts_of(built: Built) -> Facts:
    """The facts of a study, whatever rules it was built under: every entry is in."""
    rules = everything(built.rules)
    there = there_under(built, rules)
    meetings = left_in(built).sort_values(["date", "meeting_id"], ignore_index=True)
    held = built.attendance[built.attendance["meeting_id"].isin(meetings["meeting_id"])]
    # With nobody in any list the Grid says what is known of each organisation before the lists are read.
    councils = built.what_if(follow_successions=False).councils if built.rules.follow_successions else built.councils
    bare = (there.assign(meeting_id=""), meetings, councils, held, built.folder.memberships)
    open_names = measures.unanswered(built.asked, held, built.mentions, built.links)
    grid, lists = measures.grid(*bare, open_names), measures.grid(*bare)
    letters = grid["state"].map({state: chr(ord("a") + code) for code, state in enumerate(STATES)})
    unseen = letters.groupby(grid["org_id"], sort=True).agg("".join).to_dict()
    last = names.last_successors(built.organisations)
    later = {last[org]: unseen[org] for org in unseen if org in last and last[org] not in unseen}
    unseen = dict(sorted({**unseen, **later}.items()))
    searched = lists.drop_duplicates("meeting_id").set_index("meeting_id")["cites"]
    own = meetings["doc_id"] + ":" + meetings["line"].astype(str)
    return Facts(
        meetings=meetings.assign(cites=meetings["meeting_id"].map(searched).fillna(own)),
        entries=_entries(built, rules, there, held),
        place={org: place for place, org in enumerate(unseen)},
        column={meeting: column for column, meeting in enumerate(searched.index)},
        unseen=list(unseen.values()),
        later=frozenset(later),
    )


def _entries(built: Built, rules: Rules, there: pd.DataFrame, attendance: pd.DataFrame) -> pd.DataFrame:
    """Presence with the mode of each entry, and whether its organisation is the first the entry stands for."""
    first = pd.Series(True, index=there.index)
    if there["joint"].any():
        alone = there_under(built, replace(rules, joint_posts="first", double_hats="first"))
        kept = set(zip(alone["entry"], alone["org_id"], strict=True))
        first = pd.Series([row in kept for row in zip(there["entry"], there["org_id"], strict=True)], index=there.index)
    entry = attendance["doc_id"] + ":" + attendance["line"] + ":" + attendance["n"].astype(str)
    mode = there["entry"].map(dict(zip(entry, attendance["mode"], strict=True)))
    own = there["entry"].map(
        {at: own_lines(row, built.texts) for at, row in zip(entry, attendance.itertuples(), strict=True)}
    )
    return there.assign(
        mode=mode, first=first, substitute=there["on_behalf_of"] != "", virtual=mode == "virtual", own=own.fillna("")
    )


def own_lines(row: object, texts: Mapping[str, str]) -> str:
    """The lines of a list that print one entry of it, as a cite, where the entry cites the whole list; "" where it
    cites its own line, or its name cannot be found there once.
    """
    first, _, last = row.line.partition("-")
    if not (last.isdigit() and first.isdigit()):
        return ""
    starts, text = [], ""
    for line in range(int(first), int(last) + 1):
        starts.append(len(text))
        text += " ".join(texts.get(f"{row.doc_id}:{line}", "").split()) + " "
    name = " ".join(row.printed.split())
    if not name or text.count(name) != 1:
        return ""
    start = text.index(name)
    end = start + len(name)
    organisation = " ".join(row.organisations.partition("|")[0].split())
    if organisation and 0 <= text.find(organisation, end) - end <= _NEAR:
        end = text.index(organisation, end) + len(organisation)
    lines = [int(first) + bisect_right(starts, at) - 1 for at in (start, end - 1)]
    return f"{row.doc_id}:" + "-".join(map(str, dict.fromkeys(lines)))
