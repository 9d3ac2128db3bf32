"""The briefing as a PDF that screen readers and archives accept (PDF/UA-1, PDF/A-2a), made by Typst."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import matplotlib
import typst

from leadnet.briefing.content import Briefing
from leadnet.briefing.layout import MADE_UP, Piece, look, numeric, pieces, shares
from leadnet.briefing.marks import clean, href, spans
from leadnet.study.words import Sentence

TEMPLATE = Path(__file__).with_name("briefing.typ")
# matplotlib brings DejaVu Sans, the same on every machine; the machine's own fonts are never looked at.
FONTS = Path(matplotlib.get_data_path(), "fonts", "ttf")
STANDARDS = ["a-2a", "ua-1"]


def write_pdf(briefing: Briefing) -> bytes:
    """The paper as a PDF; the same bytes for the same briefing.

    The template is fixed and reads the paper as data, so that no name in it can be taken for markup.
    """
    midnight = datetime.fromisoformat(briefing.date).replace(tzinfo=UTC)
    return typst.compile(
        {"main.typ": TEMPLATE.read_bytes(), "briefing.json": json.dumps(_data(briefing)).encode()},
        format="pdf",
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        pdf_standards=STANDARDS,
        timestamp=int(midnight.timestamp()),
    )


def _data(briefing: Briefing) -> dict[str, Any]:
    """The whole paper as the template reads it."""
    return {
        "title": clean(briefing.title),
        "keywords": f"build {briefing.build}",
        "date": [int(part) for part in briefing.date.split("-")],
        "notice": MADE_UP if briefing.made_up else None,
        "details": [{"name": clean(name), "runs": _runs(text)} for name, text in briefing.details],
        "footer": _runs(briefing.footer),
        "pieces": [_piece(piece) for piece in pieces(briefing)],
    }


def _runs(text: str | Sentence) -> list[dict[str, Any]]:
    return [{"text": span.text, "kind": span.kind, "href": href(span.ref), **look(span)} for span in spans(text)]


def _piece(piece: Piece) -> dict[str, Any]:
    data: dict[str, Any] = {"role": piece.role, "label": piece.label, "runs": _runs(piece.text)}
    exhibit = piece.exhibit
    if exhibit is None:
        return data
    data["source"] = _runs(exhibit.source)
    if piece.role == "figure":  # Typst takes files of text only from memory, so the chart goes as numbers
        return data | {"png": list(exhibit.drawn.png), "alt": str(spans(exhibit.alt)), "width": exhibit.width}
    rows = [[_runs(cell) for cell in row] for row in exhibit.rows]
    header = [_runs(name) for name in exhibit.header]
    return data | {"header": header, "rows": rows, "shares": shares(exhibit), "numeric": numeric(exhibit)}
