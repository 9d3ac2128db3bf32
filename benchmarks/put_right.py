"""A reader who knows the truth of a made-up study: puts misreadings right, answers about names and about actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from leadnet.study import plain, split
from leadnet.study.schema import CORRECTIONS, JUDGEMENTS

_SIGNED = {"by": "the truth", "because": "known, because the county is made up"}
_COMPARED = ("organisations", "status", "on_behalf_of")  # columns of attendance put right where they differ


def corrections(attendance: pd.DataFrame, lines: pd.DataFrame, truth: pd.DataFrame, on: str) -> pd.DataFrame:
    """The rows of corrections.csv that make the attendance read that of the truth, paper by paper.

    `truth` is truth/attendance.csv. A person read twice is left out once, one not read is added at the line that
    prints the name, and then organisation, status and the person replaced are set.
    """
    true = {
        doc_id: list(rows.to_dict("records")) for doc_id, rows in truth[truth["minutes"] == "yes"].groupby("doc_id")
    }
    texts = {doc_id: rows for doc_id, rows in lines.groupby("doc_id")}
    found = []
    for doc_id, rows in true.items():
        read = attendance[attendance["doc_id"] == doc_id].to_dict("records")
        found += list(_of_paper(read, rows, texts[doc_id]))
    rows = [{"table": "attendance", **row, **_SIGNED, "on": on} for row in found]
    return CORRECTIONS.frame(rows)


def _of_paper(read: list[dict], true: list[dict], lines: pd.DataFrame) -> Iterator[dict]:
    left, missed = list(read), []
    for row in true:
        same = [one for one in left if plain(one["person"]) == plain(row["printed"])]
        same.sort(key=lambda one: (one["status"] != row["status"], one["line"]))
        told = list(_set(same[0], row)) if same else []
        if not same or any(_alike(read, change) for change in told):
            missed.append(row)
            continue
        left.remove(same[0])
        yield from told
    for one in left:
        yield {"doc_id": one["doc_id"], "line": one["line"], "column": "person", "was": "-", "is": one["person"]}
    taken = {one["line"] for one in read}
    for row in missed:
        line = _place(row, lines, taken)
        taken.add(line)
        yield {"doc_id": row["doc_id"], "line": line, "column": "person", "was": "+", "is": row["printed"]}
        added = {"doc_id": row["doc_id"], "line": line, "organisations": "", "status": "present", "on_behalf_of": ""}
        yield from _set(added, row)


def _alike(read: list[dict], change: Mapping[str, str]) -> bool:
    """Whether another entry of the line holds the same: then the entry is left out and added again elsewhere."""
    here = [one for one in read if one["line"] == change["line"] and one[change["column"]] == change["was"]]
    return len(here) > 1


def _set(one: Mapping[str, str], row: Mapping[str, str]) -> Iterator[dict]:
    wanted = {"organisations": row["organisation"], "status": row["status"], "on_behalf_of": row["on_behalf_of"]}
    for column in _COMPARED:
        if plain(one[column]) != plain(wanted[column]):
            yield {"doc_id": one["doc_id"], "line": one["line"], "column": column, "was": one[column],
                   "is": wanted[column]}  # fmt: skip


def _place(row: Mapping[str, str], lines: pd.DataFrame, taken: set[str]) -> str:
    """The line that prints the name, of those that hold no entry yet; else the first line without one."""
    free = lines[~lines["line"].astype(str).isin(taken)]
    named = free[free["text"].str.contains(row["printed"], regex=False)]
    return str((named if len(named) else free)["line"].iloc[0])


def name_answers(asked: pd.DataFrame, names: pd.DataFrame, mentions: pd.DataFrame, on: str) -> pd.DataFrame:
    """Answers to what is asked of names. `names` is truth/names.csv; a print that means several is left unsure."""
    known: dict[tuple[str, str, str], set[str]] = {}
    for row in names.itertuples():
        for doc in (row.doc_id, ""):
            known.setdefault((row.kind, doc, plain(row.printed)), set()).add(row.id)
    prints = dict(zip(mentions["mention_id"], zip(mentions["doc_id"], mentions["printed"], strict=True), strict=True))
    rows = []
    for n, one in enumerate(asked[asked["kind"] != "action"].itertuples(), start=1):
        doc, printed = prints.get(one.left, (one.doc_id if one.scope == "paper" else "", one.left.split(": ", 1)[-1]))
        ids = known.get((one.kind, doc, plain(printed.replace("-", " ") if one.kind == "person" else printed)), set())
        rows += _verdicts(n, one, ids)
    return JUDGEMENTS.frame([{**row, **_SIGNED, "on": on} for row in rows])


def _verdicts(n: int, one: object, ids: set[str]) -> Iterator[dict]:
    same = {"question_id": f"t-{n:04d}", "kind": one.kind, "left": one.left, "scope": one.scope}
    candidates = split(one.right)
    if len(ids) != 1:
        return
    (true,) = ids
    if one.kind == "organisation" or true in candidates:
        yield {**same, "right": true, "verdict": "same"}
    else:
        yield from ({**same, "right": right, "verdict": "different"} for right in candidates)


def action_answers(
    questions: pd.DataFrame, decisions: pd.DataFrame, lines: pd.DataFrame, actions: pd.DataFrame, on: str
) -> pd.DataFrame:
    """Answers to what is asked of clauses: which ask somebody to do something, and what later lines show of them."""
    text = dict(zip(decisions["decision_id"], decisions["text"], strict=True))
    doc = dict(zip(decisions["decision_id"], decisions["doc_id"], strict=True))
    rows = []
    for n, one in enumerate(questions[questions["kind"] == "action"].itertuples(), start=1):
        mine = actions[(actions["doc_id"] == doc.get(one.left)) & _inside(actions["what"], text.get(one.left, ""))]
        same = {"question_id": f"a-{n:04d}", "kind": "action", "left": one.left, "scope": "line"}
        if one.right == "asks":
            rows.append({**same, "right": "asks", "verdict": "same" if len(mine) else "different",
                         "because": "names who is to act" if len(mine) else "names nobody who is to act"})  # fmt: skip
        elif len(mine):
            rows.append({**same, **_shown(one, mine, lines), "verdict": "same"})
    return JUDGEMENTS.frame([{"by": "the truth", "on": on, **row} for row in rows])


def _inside(what: pd.Series, text: str) -> pd.Series:
    return what.map(lambda words: plain(words) in plain(text)).astype(bool)


def _inside_each(texts: pd.Series, words: str) -> pd.Series:
    return texts.map(lambda text: plain(words) in plain(text)).astype(bool)


def _shown(one: object, mine: pd.DataFrame, lines: pd.DataFrame) -> dict[str, str]:
    """What the later paper of a question shows of an action, at the line that tells it."""
    later = split(one.right)[-1].removesuffix(" not mentioned later")
    for row in mine[mine["shown_doc"] == later].itertuples():
        told = lines[(lines["doc_id"] == later) & _inside_each(lines["text"], row.told)]
        if len(told):
            return {"right": f"{later}:{told['line'].iloc[0]} {row.shows}", "because": "that line tells of it"}
    return {"right": f"{later} not mentioned later", "because": "read through to its end"}
