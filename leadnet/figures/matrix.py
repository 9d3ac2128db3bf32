"""The workstream matrix: which organisation the papers name in which joint work, and where they name none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.lines import Line2D

from leadnet.figures.style import BLUE, LINE, ORANGE, PALE, TEAL, Drawn, canvas, drawn, styled

_PARTS = {"leads": (BLUE, "s", "leads"), "joins": (TEAL, "o", "joins"), "to be told": (ORANGE, "^", "to be told")}
_NOBODY = "no partner named"


def workstreams(rows: pd.DataFrame, names: Mapping[str, str], order: Sequence[str]) -> Drawn:
    """Workstreams (rows) by organisations (columns, in the order given), from workstreams.csv.

    A workstream for which no line names a partner is hatched under `no partner named`.
    """
    work = list(dict.fromkeys(rows["workstream_id"]))
    titles = dict(zip(rows["workstream_id"], rows["name"], strict=True))
    columns = [org for org in order if org in set(rows["org_id"])]
    with styled():
        figure, axes = canvas(7.2, 1.15 + 0.19 * len(work))
        for y, work_id in enumerate(work):
            _row(axes, y, rows[rows["workstream_id"] == work_id], columns)
        nobody = set(work) - set(
            rows.loc[rows["part"].isin(["leads", "joins"]) & (rows["org_id"] != ""), "workstream_id"]
        )
        labels = [names.get(org, org) for org in columns] + ([_NOBODY] if nobody else [])
        _frame(axes, [titles[work_id] for work_id in work], labels)
        used = [look for part, look in _PARTS.items() if part in set(rows["part"])]
        keys = [Line2D([], [], marker=shape, color=colour, linestyle="", markersize=8) for colour, shape, _ in used]
        figure.legend(
            keys,
            [said for *_, said in used],
            loc="outside lower center",
            ncols=3,
            frameon=False,
            fontsize=8.5,
        )
        return drawn(figure, [*(titles[work_id] for work_id in work), *labels, *(said for *_, said in used)])


def _row(axes: object, y: int, lines: pd.DataFrame, columns: Sequence[str]) -> None:
    parts = {row.org_id: row.part for row in lines.itertuples() if row.org_id}
    axes.axhspan(y - 0.5, y + 0.5, color=PALE if y % 2 == 0 else "white", linewidth=0)
    for org, part in parts.items():
        colour, shape, _ = _PARTS[part]
        axes.plot(columns.index(org), y, marker=shape, color=colour, markersize=8, linestyle="")
    if not set(parts.values()) & {"leads", "joins"}:
        axes.plot(len(columns), y, marker="x", color="#3D3D3D", markersize=7, linestyle="")


def _frame(axes: object, work: Sequence[str], organisations: Sequence[str]) -> None:
    axes.set_xlim(-0.6, len(organisations) - 0.4)
    axes.set_ylim(len(work) - 0.5, -0.5)
    axes.set_yticks(range(len(work)), work)
    axes.set_xticks(range(len(organisations)), organisations, rotation=38, ha="left", rotation_mode="anchor")
    axes.xaxis.tick_top()
    if organisations[-1:] == [_NOBODY]:
        axes.axvline(len(organisations) - 1.5, color=LINE, linewidth=0.8)
