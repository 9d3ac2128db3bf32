"""Kumu's workbook: a sheet of elements, a sheet of connections, and one that Kumu passes over because of its name."""

from __future__ import annotations

import io

import pandas as pd
import xlsxwriter

from leadnet.export.cells import OPTIONS, as_printed, cell, properties
from leadnet.export.shown import MADE_UP, Shown

_ELEMENT = {
    "label": "Label", "kind": "Type", "said": "Description", "tags": "Tags", "org_id": "Organisation id",
    "short": "Short name", "tier": "Tier", "group": "Group", "sector": "Sector", "area": "Area", "gss_code": "GSS code",
    "since": "Since", "until": "Until", "first_date": "First in the room", "last_date": "Last in the room",
    "meetings": "Meetings in the room", "exempt": "Rests on an exempt paper",
}  # fmt: skip
_CONNECTION = {
    "from": "From", "to": "To", "direction": "Direction", "verdict": "Type", "tags": "Tags", "together": "Together",
    "possible": "Possible", "by_chance": "By chance", "p": "P", "q": "Q", "first_date": "First together",
    "last_date": "Last together", "exempt": "Rests on an exempt paper", "cites": "Lines",
}  # fmt: skip
_WIDEST = 300  # pixels


def kumu_workbook(shown: Shown) -> bytes:
    """The workbook as Kumu imports it: Elements (Label first), Connections (From, To first), About (ignore).

    Connections are the pairs that met; Type is the verdict of their test.
    """
    tags = "made-up" if MADE_UP in shown.about else ""
    elements = shown.organisations.assign(tags=tags)
    twice = elements["name"].duplicated(keep=False)
    elements["label"] = elements["name"].where(~twice, elements["name"] + " (" + elements["org_id"] + ")")
    elements["said"] = [f"{row.kind or row.sector or 'organisation'}; {_met(row)}" for row in elements.itertuples()]
    called = dict(zip(elements["org_id"], elements["label"], strict=True))
    met = shown.pairs_met.assign(tags=tags, direction="undirected")
    ends = {"from": met["organisation_a"].map(called), "to": met["organisation_b"].map(called)}
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties(properties(shown.built.settings.as_at, "Kumu import", " ".join(shown.about)))
    _sheet(book, "Elements", elements, _ELEMENT)
    _sheet(book, "Connections", met.assign(**ends), _CONNECTION)
    about = pd.DataFrame({"about": shown.about})
    _sheet(book, "About (ignore)", about, {"about": "What this workbook is"})
    book.close()
    return out.getvalue()


def _met(row: object) -> str:
    """In how many meetings an organisation is recorded in the room, in words."""
    return f"{row.meetings} {'meeting' if row.meetings == 1 else 'meetings'} in the room by the papers held"


def _sheet(book: xlsxwriter.Workbook, name: str, rows: pd.DataFrame, columns: dict[str, str]) -> None:
    """One sheet with its header in the first row."""
    sheet, bold = book.add_worksheet(name), book.add_format({"bold": True})
    sheet.write_row(0, 0, columns.values(), bold)
    for at, row in enumerate(rows[list(columns)].itertuples(index=False), start=1):
        sheet.write_row(at, 0, [cell(value) for value in row])
    sheet.autofit(_WIDEST)
    sheet.freeze_panes(1, 0)
    as_printed(sheet)
