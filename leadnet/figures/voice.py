"""Presence beside voice: how much of the room each organisation filled, and what the minutes tell of its part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from leadnet.figures.style import BLUE, GREY, LINE, ORANGE, Drawn, broken, drawn, panels, styled
from leadnet.study.mask_counts import instead
from leadnet.study.words import Span, share

NOT_RECORDED = "not recorded"


def presence_beside_voice(
    sides: Mapping[str, pd.DataFrame], organisations: Sequence[str], names: Mapping[str, str]
) -> Drawn:
    """Organisations (rows, in the order given) with a bar in each panel: its n of all, from the Findings of one body.

    `sides` gives the panels by their titles, presence first; one in which nothing is above nought says that it is not
    recorded, for minutes name whom their writer chose to name.
    """
    with styled():
        figure, made = panels(7.2, 0.7 + 0.18 * len(organisations), len(sides))
        labels = [names.get(org, org) for org in organisations]
        texts: list[Span | str] = [*labels, *sides]
        for panel, (title, table) in zip(made, sides.items(), strict=True):
            panel.set_ylim(len(labels) - 0.4, -0.6)
            panel.set_yticks(range(len(labels)), labels if panel is made[0] else [""] * len(labels))
            panel.set_xticks([])
            panel.hlines([y + 0.5 for y in range(len(labels) - 1)], 0, 1, transform=panel.get_yaxis_transform(),
                         color=LINE, linewidth=0.4, zorder=0)  # fmt: skip
            panel.set_title(broken(title, 8), loc="left", fontsize=8.5)
            look = (BLUE, "") if panel is made[0] else (ORANGE, "////")
            texts += _bars(panel, {row.subject: row for row in table.itertuples()}, organisations, look)
        return drawn(figure, texts)


def _bars(
    panel: object, rows: Mapping[str, object], organisations: Sequence[str], look: tuple[str, str]
) -> list[Span | str]:
    """The bars of one panel with their counts; the texts drawn."""
    if not any(row.n for row in rows.values()):
        middle, across = (len(organisations) - 1) / 2, panel.get_yaxis_transform()
        panel.text(0, middle, NOT_RECORDED, transform=across, color=GREY, fontsize=8, style="italic", va="center")
        return [NOT_RECORDED]
    longest = max(row.n / row.of for row in rows.values() if row.of and row.n == row.n)
    panel.set_xlim(0, 2 * max(0.05, longest))
    return [_bar(panel, y, rows[org], look) for y, org in enumerate(organisations) if org in rows and rows[org].n]


def _bar(panel: object, y: int, row: object, look: tuple[str, str]) -> Span:
    withheld = instead(row.n, row.note)
    said = Span(withheld, "finding", row.finding_id) if withheld else share(row)
    long = 0.0 if withheld or not row.of else row.n / row.of
    panel.barh(y, long, height=0.6, facecolor=look[0], hatch=look[1], edgecolor="white")
    panel.annotate(str(said), (long, y), xytext=(3, 0), textcoords="offset points", va="center", fontsize=7.5)
    return said
