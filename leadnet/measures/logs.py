"""Action logs: a row that may repeat a clause of the minutes, and a new log held against the last one.

What became of a row is read from the two logs alone; rows printed in other words are paired by a score, and the pairing
is shown, so that it can be denied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd
from rapidfuzz import fuzz

from leadnet.measures.followup import telling
from leadnet.study import cited, counted, split

ALIKE = 70  # the least score (0 to 100) at which two rows may be one action
BECAME = ("closed", "moved", "reworded", "carried", "vanished without closure", "new")
SAYS = {
    "log_rows": "{subject}, against {other}: {n_of} rows {note}.",
    "logs_held_alone": "{subject}: one action log is held, so there is no other to hold it against.",
}
_CLOSED = re.compile(r"\b(?:complete[d]?|closed|done|discharged|achieved|delivered)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:not|in|to be|un|partly|part|awaiting|nearly)[- ]?(?:yet )?(?:complete|closed|done)", re.IGNORECASE
)
_COLUMNS = ["body_id", "earlier", "later", "became", "text", "later_text", "line", "later_line", "score", "cites"]


def alike(text: str, owners: str, other: str, other_owners: str) -> int:
    """How much two rows read as one action, 0 to 100: the token set ratio of their telling words, and 10 where they
    share an owner.

    >>> alike("Send the housing paper to districts", "JH", "Circulate housing paper to the district councils", "JH")
    98
    """
    words = (" ".join(sorted(telling(each))) for each in (text, other))
    shared = bool(set(split(owners)) & set(split(other_owners)))
    return min(100, round(fuzz.token_set_ratio(*words)) + 10 * shared)


def repeated_clauses(decisions: pd.DataFrame, sources: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Of each row of an action log, the clause of minutes up to its date that reads most like it, and why.

    A log without a date follows no minutes; one score below 70 is no pair.
    """
    kinds, dates, bodies = (
        dict(zip(sources["doc_id"], sources[name], strict=True)) for name in ("kind", "date", "body_id")
    )
    logged = decisions[decisions["doc_id"].map(kinds) == "action log"]
    minuted = list(decisions[decisions["doc_id"].map(kinds) != "action log"].itertuples()) if len(logged) else []
    found = {}
    for row in logged.itertuples():
        before = [
            (alike(row.text, row.owners, clause.text, clause.owners), clause.decision_id)
            for clause in minuted
            if bodies[clause.doc_id] == bodies[row.doc_id] and "" < dates[clause.doc_id] <= dates[row.doc_id]
        ]
        score, clause_id = max(before, default=(0, ""), key=lambda pair: (pair[0], pair[1]))
        if score >= ALIKE:
            found[row.decision_id] = (clause_id, f"scores {score} of 100: telling words and owner")
    return found


def logs_compared(decisions: pd.DataFrame, sources: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Each action log of a body held against the one before it, a row for each row of either.

    Columns body_id, earlier, later (papers), became (one of BECAME), text, later_text, line, later_line, score (0 to
    100, of the pair), cites. A row the earlier log already calls closed is left out when the later drops it. Only logs
    with a date are compared.
    """
    texts = {f"{row.doc_id}:{row.line}": row.text for row in lines.itertuples()}
    dated = sources[(sources["kind"] == "action log") & (sources["date"] != "")].sort_values(
        ["body_id", "date", "doc_id"]
    )
    rows = []
    for body_id, logs in dated.groupby("body_id"):
        docs = list(logs["doc_id"])
        for pair in zip(docs, docs[1:], strict=False):
            old, new = (list(decisions[decisions["doc_id"] == doc].itertuples()) for doc in pair)
            about = {"body_id": body_id, "earlier": pair[0], "later": pair[1]}
            rows += [about | row for row in _compared(old, new, texts)]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _compared(old: list, new: list, texts: Mapping[str, str]) -> Iterable[dict]:
    pairs, left = _paired(old, new), {row.decision_id for row in new}
    for row in old:
        score, twin = pairs.get(row.decision_id, (0, None))
        if twin is None:
            if not _closed(row, texts):
                yield _became("vanished without closure", row, None, 0)
            continue
        left.discard(twin.decision_id)
        yield _became(_how(row, twin, texts), row, twin, score)
    yield from (_became("new", None, row, 0) for row in new if row.decision_id in left)


def _paired(old: list, new: list) -> dict[str, tuple[int, object]]:
    """Each row of the old log with the row of the new one it reads like, best pairs first, each row once."""
    scores = [(alike(a.text, a.owners, b.text, b.owners), i, j) for i, a in enumerate(old) for j, b in enumerate(new)]
    found: dict[str, tuple[int, object]] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scores, key=lambda row: (-row[0], row[1], row[2])):
        if score >= ALIKE and old[i].decision_id not in found and j not in taken:
            found[old[i].decision_id] = (score, new[j])
            taken.add(j)
    return found


def _how(row: object, twin: object, texts: Mapping[str, str]) -> str:
    if _closed(twin, texts):
        return "closed"
    if twin.due_printed != row.due_printed:
        return "moved"
    return "carried" if telling(row.text) == telling(twin.text) else "reworded"


def _closed(row: object, texts: Mapping[str, str]) -> bool:
    """Whether a cell of the row other than the action itself says that it is closed."""
    beside = texts.get(f"{row.doc_id}:{row.line}", "").replace(row.text, "")
    return bool(_CLOSED.search(beside)) and not _OPEN.search(beside)


def _became(became: str, row: object | None, twin: object | None, score: int) -> dict:
    cells = {"became": became, "score": score, "text": "", "later_text": "", "line": "", "later_line": ""}
    cells |= {"text": row.text, "line": row.line} if row else {}
    cells |= {"later_text": twin.text, "later_line": twin.line} if twin else {}
    return cells | {"cites": cited(f"{each.doc_id}:{each.line}" for each in (row, twin) if each)}


def of_logs(decisions: pd.DataFrame, sources: pd.DataFrame, lines: pd.DataFrame) -> list[dict]:
    """Rows of each log by what became of them against the one before. Subject the later log, other the earlier.

    Out of the rows of both, a pair counted once; where a body has one log only, a finding says so.
    """
    compared = logs_compared(decisions, sources, lines)
    rows = []
    for (later, earlier), mine in compared.groupby(["later", "earlier"], sort=True):
        for became in BECAME:
            some = mine[mine["became"] == became]
            row = counted(
                "log_rows", some, cited(mine["cites"]), of=len(mine), subject=later, other=earlier, unit="rows"
            )
            rows.append(row | {"finding_id": f"{row['finding_id']}/{became}", "note": became})
    logs = sources[sources["kind"] == "action log"]
    alone = logs[~logs["doc_id"].isin({*compared["later"], *compared["earlier"]})]
    return rows + [
        counted("logs_held_alone", one, "sources.csv", subject=doc, unit="papers")
        for doc, one in alone.assign(cites="sources.csv#" + alone["doc_id"]).groupby("doc_id")
    ]
