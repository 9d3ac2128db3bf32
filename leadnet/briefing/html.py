"""The briefing as one HTML file, the lines behind its numbers at its end; and those lines as a file of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2

from leadnet.briefing.content import Briefing, CitedLine, Evidence, TableExhibit
from leadnet.briefing.layout import MADE_UP, Piece, look, numeric, pieces, shares
from leadnet.briefing.marks import anchor, clean, refs, spans
from leadnet.briefing.vector import inline
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence

HERE = Path(__file__).parent
_PAGES = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined)


def write_html(briefing: Briefing, evidence: Sequence[Evidence]) -> bytes:
    """The whole paper in one file that asks for nothing from outside, the evidence at its end.

    StudyError names a mark of the paper whose lines the evidence does not hold.
    """
    page = _common(briefing, evidence) | {
        "details": [(clean(name), _runs(said)) for name, said in briefing.details],
        "pieces": [(role, list(group)) for role, group in groupby(map(_piece, pieces(briefing)), lambda p: p["role"])],
    }
    return _PAGES.get_template("briefing.html").render(page).encode()


def write_evidence(briefing: Briefing, evidence: Sequence[Evidence]) -> bytes:
    """The evidence as a file of its own, which the Word and PDF papers open; the numbers behind their charts before."""
    charts = [piece for piece in map(_piece, pieces(briefing)) if piece.get("data")]
    page = _common(briefing, evidence) | {"charts": charts}
    return _PAGES.get_template("evidence.html").render(page).encode()


def _common(briefing: Briefing, evidence: Sequence[Evidence]) -> dict[str, Any]:
    css = HERE.joinpath("report.css").read_text(encoding="utf-8")
    entries = _anchored([*evidence, *_gathered(briefing, evidence)])
    footer = _runs(briefing.footer)
    return {
        "title": clean(briefing.title),
        "build": briefing.build,
        "css": css,
        "notice": MADE_UP if briefing.made_up else "",
        "entries": entries,
        "footer": footer,
    }


# ---- the paper -------------------------------------------------------------------------------------------------------


def _runs(text: str | Sentence) -> list[dict[str, Any]]:
    return [
        {"text": span.text, "kind": span.kind, "ref": clean(span.ref), "to": anchor(span.ref), **look(span)}
        for span in spans(text)
    ]


def _piece(piece: Piece) -> dict[str, Any]:
    """One piece of the paper as the template reads it."""
    data: dict[str, Any] = {"role": piece.role, "label": piece.label, "runs": _runs(piece.text)}
    exhibit = piece.exhibit
    if exhibit is None:
        return data
    data["source"] = _runs(exhibit.source)
    if piece.role == "figure":
        box, shapes = inline(exhibit.drawn.svg)
        behind = {"caption": _runs(exhibit.data.caption), **_table(exhibit.data)} if exhibit.data else None
        width = f"{100 * exhibit.width:g}"
        drawing = {"box": box, "shapes": shapes, "alt": str(spans(exhibit.alt)), "width": width}
        return data | drawing | {"data": behind}
    return data | _table(exhibit)


def _table(table: TableExhibit) -> dict[str, Any]:
    return {
        "header": [_runs(name) for name in table.header],
        "rows": [[_runs(cell) for cell in row] for row in table.rows],
        "shares": [f"{100 * share:.4g}" for share in shares(table)],
        "numeric": numeric(table),
    }


# ---- the evidence ----------------------------------------------------------------------------------------------------


def _gathered(briefing: Briefing, evidence: Iterable[Evidence]) -> list[Evidence]:
    """An entry for each list of lines the paper marks that has none, made of lines the evidence holds."""
    entries = {entry.finding_id for entry in evidence}
    lines = {line.cite: line for entry in evidence for line in entry.lines}
    made = []
    for (kind, ref), words in refs(briefing).items():
        cites = ref.split()
        if ref in entries or (kind != "finding" and ref in lines):
            continue
        if kind == "finding" or not cites or any(cite not in lines for cite in cites):
            opens = f'"{clean(words)}" opens at {clean(ref) or "nothing"}'
            raise StudyError(f"briefing: {opens}, which the evidence does not hold")
        entries.add(ref)
        made.append(Evidence(ref, words, "", "", "", tuple(lines[cite] for cite in cites)))
    return made


def _anchored(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Each entry and line with its id. A line shown twice has its id where it stands first."""
    taken: set[str] = set()
    return [
        {
            "id": _first(entry.finding_id, taken),
            "ref": clean(entry.finding_id),
            "words": clean(entry.words),
            "value": clean(entry.value),
            "rules": clean(entry.rules),
            "note": clean(entry.note),
            "lines": [_line(line, taken) for line in entry.lines],
        }
        for entry in evidence
    ]


def _line(line: CitedLine, taken: set[str]) -> dict[str, str]:
    text = "\n".join(clean(part) for part in line.text.splitlines())
    return {"id": _first(line.cite, taken), "where": clean(line.where), "text": text}


def _first(ref: str, taken: set[str]) -> str:
    """The anchor of this ref if nothing on the page has it yet, else blank."""
    place = anchor(ref)
    if place in taken:
        return ""
    taken.add(place)
    return place
