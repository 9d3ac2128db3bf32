"""The accessible statistical workbook: a cover, contents, notes, and one table a sheet, as government statisticians
publish them (Analysis Function guidance on spreadsheets, followed by gptables)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import gptables
import pandas as pd

from leadnet.export.cells import OPTIONS, as_printed, cell, properties
from leadnet.export.shown import Shown
from leadnet.study.mask_counts import instead

_UNKNOWN = ("not recorded", "held without minutes", "announced only")  # who came is not known
_LONG, _WIDE = ("Lines", "Words", "Note"), 40  # columns of long texts, and their width in letters
NOTHING, WITHHELD = "[z]", "[c]"
_LEGEND = [f"{NOTHING}: it does not apply, or the papers do not say", f"{WITHHELD}: withheld because"
           " few people stand behind it"]  # fmt: skip
_NOTES = {
    "chance": "By chance: what would come of the same meetings, each with as many organisations, and each organisation"
    " at as many, among those who could have been there (stochastic degree sequence model).",
    "tested": "P is of both directions; q is corrected over all pairs (Benjamini-Hochberg).",
    "told": "Cannot be told: no number of meetings these two could have shared would tell it from chance.",
    "zero": "A nought or a blank says what the papers held show. A meeting without minutes is unknown, not missed.",
    "lines": "Lines are paper:line in the reader's own text of the paper; leadnet evidence prints them.",
    "silence": "What no later paper mentions may well have been carried out.",
}


class Sheet(NamedTuple):
    """One table: what it is called, the notes it refers to, its columns (as in the frame, as printed) and its rows."""

    title: str
    notes: tuple[str, ...]
    columns: dict[str, str]
    rows: pd.DataFrame


def statistical_workbook(shown: Shown) -> bytes:
    """The workbook as bytes: sheets Cover, Contents, Notes, Organisations, Grid, Ties, Ledger, Coverage, Findings.

    No cell is empty or runs as a formula; what there is nothing to give for is [z], what is withheld [c].
    """
    tables = {label: _table(label, sheet, shown.exempt) for label, sheet in _sheets(shown)}
    of = shown.built.settings
    cover = gptables.Cover(
        title=_plain(cell(shown.hide(of.name))),
        intro=[_plain(cell(said)) for said in shown.about],
        about=["Every number rests on lines of papers; the column Lines says which.", *_LEGEND],
    )
    notes = pd.DataFrame({"Note": list(_NOTES), "Note text": list(_NOTES.values())})
    out = io.BytesIO()
    book = gptables.produce_workbook(out, tables, cover=cover, notes_table=notes, workbook_options=OPTIONS)
    for sheet in book.worksheets():
        as_printed(sheet)
        for at, name in enumerate(tables[sheet.name].table.columns if sheet.name in tables else ()):
            if name in _LONG:
                sheet.set_column(at, at, _WIDE)
    book.set_properties(properties(of.as_at, shown.hide(of.name), " ".join(shown.about)))
    book.close()
    return out.getvalue()


def _table(label: str, sheet: Sheet, exempt: Callable[[str], str]) -> gptables.GPTable:
    """One sheet with plain cells: gptables would make a link of `](` and a note of `$$`."""
    told = sheet.rows.assign(exempt=sheet.rows["cites"].map(exempt)) if "cites" in sheet.rows else sheet.rows
    rows = [[_plain(cell(value, NOTHING)) for value in row] for row in told[list(sheet.columns)].to_numpy(object)]
    frame = pd.DataFrame(rows, columns=list(sheet.columns.values()), dtype=object)
    noted = "".join(f"$${note}$$" for note in sheet.notes)
    return gptables.GPTable(
        table=frame,
        table_name=f"{label.lower()}_table",
        title=f"{sheet.title} {noted}",
        instructions=f"This worksheet contains one table of {len(frame)} rows. {' '.join(_LEGEND)}.",
        source="The papers of the study, listed in its sources",
        index_columns={2: 0},
    )


def _plain(value: object) -> object:
    """A cell of which gptables makes neither a link nor a note, and which it does not refuse for having no letter."""
    if not isinstance(value, str):
        return value
    value = value.replace("](", "] (").replace("$$", "$ $")
    return value if re.search(r"[A-Za-z0-9]", value) else f"{value} (as printed)"


def _sheets(shown: Shown) -> Iterator[tuple[str, Sheet]]:
    built = shown.built
    called = dict(zip(shown.organisations["org_id"], shown.organisations["name"], strict=True))
    yield "Organisations", Sheet("Organisations, and when they were in the room", ("zero",), _ORG, shown.organisations)
    yield "Grid", Sheet("Each organisation at each meeting", ("zero", "lines"), _GRID, _grid(shown, called))
    pairs = shown.pairs.assign(a=shown.pairs["organisation_a"].map(called), b=shown.pairs["organisation_b"].map(called))
    yield (
        "Ties",
        Sheet("Each pair of organisations, tested against chance", ("chance", "tested", "told", "lines"), _TIES, pairs),
    )
    ledger = built.show(built.ledger)
    yield "Ledger", Sheet("Decisions, and what later papers show of them", ("silence", "lines"), _LEDGER, ledger)
    coverage = built.show(built.coverage).assign(body=_body(shown, built.coverage["body_id"]))
    yield "Coverage", Sheet("Meetings the papers know of", ("zero", "lines"), _COVERAGE, coverage)
    yield "Findings", Sheet("Every number reported", ("zero", "lines"), _FINDINGS, _findings(shown))


def _body(shown: Shown, ids: pd.Series) -> list[str]:
    return [shown.bodies.get(id, id) for id in ids]


def _grid(shown: Shown, called: dict[str, str]) -> pd.DataFrame:
    """The Grid with names and days; small counts of people withheld where the mode is public."""
    built = shown.built
    rows = built.show(built.grid).merge(built.coverage[["meeting_id", "body_id", "date"]], on="meeting_id", how="left")
    heads = rows["heads"].astype(object).where(rows["heads"].notna(), WITHHELD)
    heads = heads.mask(rows["state"].isin(_UNKNOWN))  # a nought would say that nobody came
    return rows.assign(organisation=rows["org_id"].map(called), body=_body(shown, rows["body_id"]), heads=heads)


def _findings(shown: Shown) -> pd.DataFrame:
    rows = shown.built.told(*shown.built.findings["measure"].unique()).reset_index(drop=True)
    shown_rows = shown.built.show(rows)
    gone = [bool(instead(row.value, row.note)) for row in rows.itertuples()]
    for name in ("value", "n", "low", "high"):
        numbers = rows[name].astype(object)
        shown_rows[name] = numbers.where(~(pd.Series(gone) & numbers.isna()), WITHHELD)
    return shown_rows


_ORG = {"name": "Organisation", "org_id": "Organisation id", "kind": "Kind", "sector": "Sector", "tier": "Tier",
        "area": "Area", "gss_code": "GSS code", "since": "Since", "until": "Until", "meetings": "Meetings in the room",
        "first_date": "First in the room", "last_date": "Last in the room",
        "exempt": "Rests on an exempt paper"}  # fmt: skip
_EXEMPT, _LINES = {"exempt": "Rests on an exempt paper"}, {"cites": "Lines"}
_GRID = {"organisation": "Organisation", "body": "Body", "date": "Date", "meeting_id": "Meeting",
         "state": "What the record says", "heads": "People in the room", **_EXEMPT, **_LINES}  # fmt: skip
_TIES = {"a": "Organisation", "b": "Other organisation", "together": "Meetings together", "possible": "Possible",
         "opportunity": "Possible by", "by_chance": "By chance", "p": "P", "q": "Q", "verdict": "Verdict",
         "first_date": "First together", "last_date": "Last together", **_EXEMPT, **_LINES}  # fmt: skip
_LEDGER = {"action_id": "Decision", "item_id": "Item", "sort": "What it is", "text": "Words",
           "owners": "Who, as printed", "due_from": "Due from", "due_to": "Due to", "shows": "What later papers show",
           "doc_id": "Later paper", "line": "Its line", **_EXEMPT, **_LINES}  # fmt: skip
_COVERAGE = {"meeting_id": "Meeting", "body": "Body", "date": "Date", "known_by": "Known by",
             **_EXEMPT, **_LINES}  # fmt: skip
_FINDINGS = {"finding_id": "Finding", "measure": "Measure", "subject_name": "Of", "other_name": "And", "since": "Since",
             "until": "Until", "value": "Value", "unit": "Unit", "low": "Low", "high": "High", "range": "Range",
             "n": "Counted", "of": "Out of", "note": "Note", **_EXEMPT, **_LINES}  # fmt: skip
