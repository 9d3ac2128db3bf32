"""Presence beside voice: how much of the room each organisation filled, and in how much of the talk it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from leadnet.figures.style import BLUE, ORANGE, Drawn, drawn, panels, styled
from leadnet.study.mask_counts import instead
from leadnet.study.words import Span, share

_SIDES = ("heads in the room", "items in which it is told as speaking")


def presence_beside_voice(
    heads: pd.DataFrame, spoke: pd.DataFrame, organisations: Sequence[str], names: Mapping[str, str]
) -> Drawn:
    """Organisations (rows, in the order given) with a bar of its heads, of all at the body, and a bar of the items in
    which it is told as speaking, of all; from the Findings heads_at_body and organisation_spoke of one body."""
    with styled():
        figure, (left, right) = panels(7.2, 0.75 + 0.22 * len(organisations), 2)
        labels = [names.get(org, org) for org in organisations]
        texts: list[Span | str] = [*labels, *_SIDES]
        for panel, table, title, (colour, hatch) in zip(
            (left, right), (heads, spoke), _SIDES, ((BLUE, ""), (ORANGE, "////")), strict=True
        ):
            rows = {row.subject: row for row in table.itertuples()}
            for y, org in enumerate(organisations):
                texts += _bar(panel, y, rows.get(org), colour, hatch)
            panel.set_xlim(
                0, 1.2 * max([0.05, *(row.n / row.of for row in rows.values() if row.of and row.n == row.n)])
            )
            panel.set_ylim(len(labels) - 0.4, -0.6)
            panel.set_yticks(range(len(labels)), labels if panel is left else [""] * len(labels))
            panel.set_xticks([])
            panel.set_title(title, loc="left", fontsize=8.5)
        return drawn(figure, texts)


def _bar(panel: object, y: int, row: object | None, colour: str, hatch: str) -> list[Span]:
    if row is None:
        return []
    withheld = instead(row.n, row.note)
    said = Span(withheld, "finding", row.finding_id) if withheld else share(row)
    long = 0.0 if withheld or not row.of else row.n / row.of
    panel.barh(y, long, height=0.6, facecolor=colour, hatch=hatch, edgecolor="white")
    panel.annotate(str(said), (long, y), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8)
    return [said]
