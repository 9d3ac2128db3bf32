"""Counting that keeps the lines it was counted from, and Findings, the table in which every number is reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from leadnet.study.schema import FINDINGS
from leadnet.study.tables import TableError


def cited(cites: Iterable[str]) -> str:
    """Cites joined, each once, in the order met.

    >>> cited(["notes:9", "notes:11 notes:9"])
    'notes:9 notes:11'
    """
    cells = cites.tolist() if isinstance(cites, pd.Series) else cites  # a list is walked ten times as fast
    return " ".join(dict.fromkeys(cite for cell in cells for cite in cell.split()))


def tally(rows: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """Rows counted by the columns `by`: those columns, n, and cites (the lines of the rows counted).

    >>> tally(pd.DataFrame({"org_id": ["b", "a", "b"], "cites": ["n:1", "n:2", "n:3"]}), ["org_id"]).values.tolist()
    [['a', 1, 'n:2'], ['b', 2, 'n:1 n:3']]
    """
    if not by:
        return pd.DataFrame([{"n": len(rows), "cites": cited(rows["cites"])}])
    groups = rows.groupby(list(by), sort=True)["cites"]
    return groups.agg(n="size", cites=cited).reset_index()


def finding(
    measure: str, value: float | None, cites: str, *, subject: str = "", other: str = "", **more: object
) -> dict:
    """One row of Findings; its id is measure/subject[/other][/since-until].

    `cites` may not be blank: a zero cites what was searched.
    """
    if not cites:
        raise TableError([f"finding {measure}/{subject} rests on no line; a zero cites what was searched"])
    span = f"{more['since']}-{more['until']}" if more.get("since") else ""
    parts = [part for part in (measure, subject, other, span) if part]
    return {
        "finding_id": "/".join(parts),
        "measure": measure,
        "subject": subject,
        "other": other,
        "value": value,
        "cites": cites,
        **more,
    }


def counted(
    measure: str, rows: pd.DataFrame, searched: str, *, by: str = "", of: int | None = None, **more: object
) -> dict:
    """A finding that counts rows (or the different values of their column `by`) and cites their lines.

    A zero cites what was searched. `of` is out of how many.
    """
    n = rows[by].nunique() if by else len(rows)
    whole = {} if of is None else {"of": of}
    return finding(measure, n, cited(rows["cites"]) or searched, n=n, **whole, **more)


def in_force(since: str, until: str, on: str) -> bool:
    """Whether a spell holds on a day, its first and last day included; a blank end is open, a blank day always is in.

    >>> in_force("2007-01-01", "", "2007-07-02"), in_force("", "2007-06-30", "2007-07-02")
    (True, False)
    """
    return not on or ((not since or since <= on) and (not until or on <= until))


def findings(rows: Iterable[Mapping[str, object]], rules: object) -> pd.DataFrame:
    """The Findings table of these rows under one set of rules; the same id twice is an error."""
    rows = [{**row, "rules": str(rules)} for row in rows]
    ids = pd.Series([row["finding_id"] for row in rows], dtype="str")
    if ids.duplicated().any():
        raise TableError([f"finding {ids[ids.duplicated()].iloc[0]} is reported twice under one set of rules"])
    return FINDINGS.frame(rows)


def spread(cite: str) -> list[str]:
    """A cite as the single lines it names.

    >>> spread("notes:8-10"), spread("organisations.csv#charnwood")
    (['notes:8', 'notes:9', 'notes:10'], ['organisations.csv#charnwood'])
    """
    doc, colon, lines = cite.rpartition(":")
    first, dash, last = lines.partition("-")
    if not (colon and first.isdigit() and (not dash or last.isdigit())):
        return [cite]
    return [f"{doc}:{line}" for line in range(int(first), int(last or first) + 1)]


def evidence(findings: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """The lines behind each finding: columns finding_id, cite, text; one row a line.

    `texts` gives the text of every cite that names one line or row (see `Built.texts`); KeyError names a cite that
    leads nowhere.
    """
    rows = [
        {"finding_id": row.finding_id, "cite": line, "text": texts[line]}
        for row in findings.itertuples()
        for cite in row.cites.split()
        for line in spread(cite)
    ]
    return pd.DataFrame(rows, columns=["finding_id", "cite", "text"])
