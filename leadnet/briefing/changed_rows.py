"""What differs between two builds of one study: meetings, ties, actions, corrections, judgements, numbers printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from leadnet.briefing.changed_kept import Kept
from leadnet.briefing.readback import read_docx
from leadnet.build import Built
from leadnet.study.counting import cited, counted, findings

SHOWN = ("shown begun", "shown done", "shown moved", "shown changed")
_TOLD = ("more", "less")  # the verdicts that say something


@dataclass(frozen=True)
class Changes:
    """What is new or other in a build since an earlier one; each table has the lines it rests on in `cites`.

    meetings: meeting_id, was, known_by. ties: organisation_a, organisation_b, was, verdict. actions: action_id, shows.
    corrections, judgements: as in the register, masked. numbers: rows of Findings the earlier paper printed and whose
    value is another now; `before` has all the earlier Findings. findings: the counts of all these, as Findings.
    """

    since: Kept
    meetings: pd.DataFrame
    ties: pd.DataFrame
    actions: pd.DataFrame
    new_actions: pd.DataFrame
    corrections: pd.DataFrame
    judgements: pd.DataFrame
    numbers: pd.DataFrame
    before: pd.DataFrame
    findings: pd.DataFrame


def changes(built: Built, since: Kept) -> Changes:
    """Everything that differs, counted as Findings, since an earlier build."""
    meetings, ties = _meetings(built, since), _ties(built, since)
    actions, new_actions = _actions(built, since)
    numbers = _numbers(built, since)
    ledger = _searched(built.ledger["cites"])
    register = {name: _added(built, since, name) for name in ("corrections", "judgements")}
    rows = [
        _count("meetings_added", meetings[meetings["was"] == ""], "meetings", built.coverage["cites"]),
        _count("meetings_now_known_otherwise", meetings[meetings["was"] != ""], "meetings", built.coverage["cites"]),
        _count("verdicts_changed", ties, "ties", _searched(built.ties["cites"])),
        _count("actions_added", new_actions, "actions", ledger),
        *(_count("actions_newly", actions[actions["shows"] == shows], "actions", ledger, shows) for shows in SHOWN),
        *(_count(f"{name}_added", table, name, [f"{name}.csv"]) for name, table in register.items()),
        _count("numbers_changed", numbers, "numbers", ["sources.csv"]),
    ]
    return Changes(
        since, meetings, ties, actions, new_actions, **register, numbers=numbers,
        before=since.table("findings"), findings=findings(rows, built.rules),
    )  # fmt: skip


def _count(measure: str, rows: pd.DataFrame, unit: str, searched: Iterable[str], subject: str = "") -> dict:
    return counted(measure, rows, cited(searched), subject=subject, unit=unit)


def _searched(cites: pd.Series) -> list[str]:
    """What was searched; where a table is empty, the list of papers."""
    return list(cites) if cited(cites) else ["sources.csv"]


def _meetings(built: Built, since: Kept) -> pd.DataFrame:
    """Meetings the record did not know, or knew otherwise, as one that was announced and now has minutes."""
    was = dict(zip(since.table("coverage")["meeting_id"], since.table("coverage")["known_by"], strict=True))
    now = built.coverage.assign(was=built.coverage["meeting_id"].map(was).fillna(""))
    return now[now["was"] != now["known_by"]].sort_values(["date", "meeting_id"], ignore_index=True)


def _ties(built: Built, since: Kept) -> pd.DataFrame:
    """Pairs whose verdict is another now; a pair that is new counts where its verdict says more or less."""
    pair = ["organisation_a", "organisation_b"]
    old = since.table("ties")[[*pair, "verdict"]].rename(columns={"verdict": "was"})
    both = built.ties.merge(old, on=pair, how="left").fillna({"was": ""})
    changed = (both["verdict"] != both["was"]) & ((both["was"] != "") | both["verdict"].isin(_TOLD))
    return both[changed].sort_values(pair, ignore_index=True)


def _actions(built: Built, since: Kept) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What later papers newly show of actions the record knew, a row each showing; and the actions that are new."""
    old = since.table("ledger")
    known = {*old["action_id"]}
    shown = set(zip(old["action_id"], old["shows"], strict=True))
    rows = built.ledger[built.ledger["asks"] == "to do"]
    new = rows[~rows["action_id"].isin(known)].drop_duplicates("action_id").reset_index(drop=True)
    told = rows[rows["shows"].isin(SHOWN)].drop_duplicates(["action_id", "shows"])
    fresh = [(row.action_id, row.shows) not in shown for row in told.itertuples()]
    return told[np.array(fresh, dtype=bool)].reset_index(drop=True), new


def _added(built: Built, since: Kept, name: str) -> pd.DataFrame:
    """Rows of the register that stood in no earlier build, as they may be shown; `cites` names each by its number."""
    old, now = since.table(name), built.show(getattr(built, name))
    held = {tuple(row) for row in old.astype(str).values}
    now = now.assign(cites=[f"{name}.csv#{number}" for number in range(1, len(now) + 1)])
    fresh = [tuple(row) not in held for row in now[old.columns].astype(str).values]
    return now[np.array(fresh, dtype=bool)].reset_index(drop=True)


def _numbers(built: Built, since: Kept) -> pd.DataFrame:
    """Numbers the earlier paper printed that are others now, in its order; one that is no finding any more is left."""
    tags = (mark for read in read_docx(since.paper()) for _, mark in read.runs if mark) if since.paper() else ()
    printed = list(dict.fromkeys(mark.ref for mark in tags if mark.kind == "finding"))
    old, now = (_valued(table).loc[lambda rows: rows.index.intersection(printed)] for table in
                (since.table("findings"), built.findings))  # fmt: skip
    both = [each for each in printed if each in old.index and each in now.index]
    columns = ["value", "n", "of"]
    other = [each for each in both if not old.loc[each, columns].equals(now.loc[each, columns])]
    return now.loc[other].reset_index()


def _valued(findings: pd.DataFrame) -> pd.DataFrame:
    return findings[findings["value"].notna()].set_index("finding_id")
