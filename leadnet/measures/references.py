"""Papers the papers speak of: reports, appendices, copies filed beside the notes, and minutes of other meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from leadnet.study import counted

SAYS = {
    "papers_spoken_of": "The papers speak {value:time|times} of a report, appendix or copy beside them that is not "
    "held under that name; {note}.",
    "minutes_spoken_of": "The papers speak {value:time|times} of a minute that no minutes held have.",
}
_PAPER = r"(?:report|paper|document|cop(?:y|ies)|slides|presentation|plan|strategy|schedule|terms of reference)"
_KEPT = r"(?:filed|attached|appended|circulated|tabled|enclosed|annexed)"
_BESIDE = re.compile(rf"\b{_PAPER}\b[^.;]{{0,90}}\b{_KEPT}\b|\b{_KEPT}\b[^.;]{{0,50}}\b{_PAPER}\b", re.IGNORECASE)
_APPENDED = re.compile(r"^(?:appendix|annex|appendices)\b|\bof the report$", re.IGNORECASE)
_MINUTE = re.compile(r"^minutes?\s+(?:nos?\.?\s+)?(\d+)", re.IGNORECASE)


def of_references(
    lines: pd.DataFrame | None = None, mentions: pd.DataFrame | None = None, items: pd.DataFrame | None = None
) -> list[dict]:
    """Lines that speak of a paper beside them, and references to minutes no paper held has the number of.

    An appendix that opens a line of its own paper is held. Whether the study holds a paper spoken of under another
    name is for a person to look up. [] where the tables were not handed in.
    """
    if lines is None or mentions is None or items is None:
        return []
    told = mentions[mentions["kind"] == "reference"]
    rows = [*_beside(lines), *_appended(told, lines)]
    found = pd.DataFrame({"cites": sorted(dict.fromkeys(rows))}, dtype="str")
    numbers = set(items["number"])
    minutes = [
        f"{row.doc_id}:{row.line}"
        for row in told.itertuples()
        if (at := _MINUTE.match(row.printed)) and at[1] not in numbers
    ]
    about = {"searched": "sources.csv", "by": "cites", "unit": "lines"}
    return [
        counted("papers_spoken_of", found, note="whether they are kept elsewhere is for a person to look up", **about),
        counted("minutes_spoken_of", pd.DataFrame({"cites": minutes}, dtype="str"), **about),
    ]


def _beside(lines: pd.DataFrame) -> Iterable[str]:
    said = lines[lines["text"].str.contains(_BESIDE)]
    return said["doc_id"] + ":" + said["line"].astype(str)


def _appended(told: pd.DataFrame, lines: pd.DataFrame) -> Iterable[str]:
    """Appendices spoken of whose paper has no line that opens with their name, and paragraphs of a report."""
    opens = {doc: tuple(mine["text"].str.strip(" #*").str.casefold()) for doc, mine in lines.groupby("doc_id")}
    for row in told[told["printed"].str.contains(_APPENDED)].itertuples():
        name = row.printed.casefold()
        if not any(text.startswith(name) for text in opens.get(row.doc_id, ())):
            yield f"{row.doc_id}:{row.line}"
