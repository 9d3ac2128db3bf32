"""Rates of attendance: a panel for each body, a mark for each organisation, and what luck and missing minutes leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from leadnet.figures.style import BLUE, GREY, LINE, PALE, Drawn, broken, drawn, panels, styled
from leadnet.study.words import Span, share

_ENDS = ("at none", "at all")
_SAID = ("in the room, of the meetings while a member", "range luck could give", "range missing minutes leave open")


def rates(
    rates: pd.DataFrame, bounds: pd.DataFrame, organisations: Sequence[str], bodies: Sequence[str],
    names: Mapping[str, str],
) -> Drawn:  # fmt: skip
    """Organisations (rows, in the order given) by bodies (panels), from the Findings attendance_rate (a mark with its
    interval) and attendance_bounds (a pale bar) over the whole record.

    A row without a mark is of an organisation that was no member, or of which no meeting has minutes.
    """
    with styled():
        figure, axes = panels(7.2, 1.0 + 0.175 * len(organisations), len(bodies))
        labels = [names.get(org, org) for org in organisations]
        texts: list[Span | str] = [*labels, *_ENDS]
        for panel, body in zip(axes, bodies, strict=True):
            _frame(panel, names.get(body, body), labels if panel is axes[0] else [""] * len(labels))
            texts.append(names.get(body, body))
            texts += _rows(panel, *(_of(table, organisations, body) for table in (rates, bounds)))
        used = len(_SAID) if len(bounds) else 2
        keys = [Line2D([], [], marker="o", color=BLUE, linestyle="", markersize=5),
                Line2D([], [], color=GREY, linewidth=1.2), Patch(facecolor=PALE, edgecolor=LINE)]  # fmt: skip
        figure.legend(
            keys[:used], _SAID[:used], loc="outside lower center", ncols=3, frameon=False, fontsize=8, columnspacing=1.2
        )
        return drawn(figure, [*texts, *_SAID[:used]])


def _of(table: pd.DataFrame, organisations: Sequence[str], body: str) -> list[tuple[int, object]]:
    """The rows of a body, each with the place of its organisation."""
    rows = table[(table["other"] == body) & table["subject"].isin(organisations)]
    return sorted((organisations.index(row.subject), row) for row in rows.itertuples())


def _rows(panel: object, rates: Sequence[tuple], bounds: Sequence[tuple]) -> list[Span]:
    """The marks of one body; the counts stand to the right."""
    for y, bound in bounds:
        wide = bound.high - bound.low
        panel.add_patch(Rectangle((bound.low, y - 0.32), wide, 0.64, facecolor=PALE, edgecolor=LINE, linewidth=0.6))
    places = [y for y, _ in rates]
    panel.hlines(places, [row.low for _, row in rates], [row.high for _, row in rates], color=GREY, linewidth=1.2)
    panel.plot([row.value for _, row in rates], places, marker="o", color=BLUE, markersize=5, linestyle="")
    for y, row in rates:
        panel.text(1.2, y, str(share(row)), va="center", fontsize=7.5)
    return [share(row) for _, row in rates]


def _frame(panel: object, name: str, labels: Sequence[str]) -> None:
    panel.set_xlim(-0.05, 1.85)
    panel.set_ylim(len(labels) - 0.4, -0.6)
    panel.set_yticks(range(len(labels)), labels)
    panel.set_xticks([0, 1], _ENDS, fontsize=7)
    panel.tick_params(axis="x", pad=1)
    panel.set_title(broken(name), loc="left", fontsize=8.5, color=GREY)
    panel.hlines(range(len(labels)), 0, 1, color=LINE, linewidth=0.4, zorder=0)
