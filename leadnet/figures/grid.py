"""The grid: who was at which meeting, and of which meetings nothing is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.patches import Patch, Rectangle

from leadnet.figures.style import BLUE, GREY, LINE, PALE, TEAL, Drawn, broken, canvas, drawn, styled
from leadnet.study.words import Span, day

# Each state has a fill, a hatch and a sign, so that none rests on colour alone.
_LOOKS = {
    "present": (BLUE, "", "✓", "in the room"),
    "by substitute": (BLUE, "", "S", "by a substitute"),
    "in support": (TEAL, "", "✓", "in support only"),
    "guest": (TEAL, "", "G", "guest"),
    "item only": (TEAL, "", "i", "for an item only"),
    "apologies": (PALE, "", "A", "apologies"),
    "absent": (PALE, "", "–", "absent"),
    "not recorded": (PALE, "", "?", "who came is not recorded"),
    "expected": (PALE, "", "–", "expected, not recorded"),
    "not seen": ("white", "", "–", "nobody recorded"),
    "left out by the rules": ("white", "", "×", "left out by the rules"),
    "not a member then": ("white", "", "", "not a member then"),
    "announced only": ("white", "////", "", "announced; not known whether held"),
    "held without minutes": ("white", "....", "", "held; no minutes at hand"),
}


_FEW = 8  # columns that leave room for whole dates above them


def grid(
    cells: pd.DataFrame,
    organisations: Sequence[str],
    names: Mapping[str, str],
    meetings: pd.DataFrame,
    bodies: Mapping[str, str] | None = None,
) -> Drawn:
    """Organisations (rows, in the order given) by meetings (columns by date), from the table Grid.

    `names` gives the row labels; `meetings` has meeting_id, date and cites (Coverage). With many meetings the columns
    of one body stand together, under what `bodies` calls it and the years, in the order of `bodies`.
    """
    columns = meetings.sort_values(["date", "meeting_id"])
    if len(columns) > _FEW:
        order = list(bodies or dict.fromkeys(columns["body_id"]))
        columns = columns.sort_values("body_id", key=lambda ids: ids.map(order.index), kind="stable")
    state = {(cell.org_id, cell.meeting_id): cell.state for cell in cells.itertuples()}
    with styled():
        above, row = (0.85, 0.2) if len(columns) <= 5 else (1.3, 0.2) if len(columns) <= _FEW else (1.2, 0.175)
        figure, axes = canvas(7.2, above + row * len(organisations))
        for y, org in enumerate(organisations):
            for x, meeting_id in enumerate(columns["meeting_id"]):
                _cell(axes, x, y, state.get((org, meeting_id), "not seen"))
        labels = [names.get(org, org) for org in organisations]
        axes.set_xlim(0, len(columns))
        axes.set_ylim(len(organisations), 0)
        axes.set_yticks([y + 0.5 for y in range(len(organisations))], labels)
        above = _dates(axes, columns) if len(columns) <= _FEW else _years(axes, columns, bodies or {})
        shown = {state.get((org, meeting_id)) for org in organisations for meeting_id in columns["meeting_id"]}
        met = [look for look in _LOOKS if look in shown]
        _legend(figure, met)
        signs = [_LOOKS[look][2] for look in met]
        return drawn(figure, [*labels, *above, *signs, *(_LOOKS[look][3] for look in met)])


def _dates(axes: object, columns: pd.DataFrame) -> list[Span]:
    """The whole date above each column; the texts drawn."""
    dates = [day(row.date, f"meetings#{row.meeting_id}") for row in columns.itertuples()]
    many = {"rotation": 45, "ha": "left", "rotation_mode": "anchor"} if len(dates) > 5 else {}
    axes.set_xticks([x + 0.5 for x in range(len(dates))], [str(date) for date in dates], **many)
    axes.xaxis.tick_top()
    return dates


def _years(axes: object, columns: pd.DataFrame, bodies: Mapping[str, str]) -> list[Span | str]:
    """Above each body's columns its name, under it the year at the first meeting of each; the texts drawn."""
    texts: list[Span | str] = []
    ticks: list[tuple[float, Span]] = []
    last = ("", "")
    for x, row in enumerate(columns.itertuples()):
        if row.body_id != last[0]:
            name = bodies.get(row.body_id, row.body_id)
            axes.text(x, -1.0, broken(name, 6), fontsize=7, fontweight="bold", clip_on=False)
            axes.axvline(x, color=GREY, linewidth=1.2 if x else 0)
            texts.append(name)
        close = ticks and x + 0.5 - ticks[-1][0] < 2  # two years would run into one another
        if close and row.body_id != last[0]:
            ticks.pop()
        if row.body_id != last[0] or (row.date[:4] != last[1] and not close):
            ticks.append((x + 0.5, Span(row.date[:4], "record", f"meetings#{row.meeting_id}")))
        last = (row.body_id, row.date[:4])
    axes.set_xticks([x for x, _ in ticks], [str(year) for _, year in ticks], fontsize=7)
    axes.xaxis.tick_top()
    return [*texts, *(year for _, year in ticks)]


def _cell(axes: object, x: int, y: int, state: str) -> None:
    fill, hatch, sign, _ = _LOOKS[state]
    edge = LINE if fill in ("white", PALE) else fill
    axes.add_patch(
        Rectangle((x + 0.03, y + 0.06), 0.94, 0.88, facecolor=fill, edgecolor=edge, hatch=hatch, linewidth=0.7)
    )
    if sign:
        axes.text(x + 0.5, y + 0.52, sign, ha="center", va="center", color="white" if fill in (BLUE, TEAL) else GREY)


def _legend(figure: object, states: Sequence[str]) -> None:
    looks = [_LOOKS[state] for state in states]
    keys = [Patch(facecolor=fill, edgecolor=LINE, hatch=hatch) for fill, hatch, _, _ in looks]
    words = [f"{sign}  {said}" if sign else said for _, _, sign, said in looks]
    figure.legend(
        keys,
        words,
        loc="outside lower center",
        ncols=2 if len(words) < 5 else 3,
        frameon=False,
        fontsize=8.5,
        handlelength=1.4,
    )
