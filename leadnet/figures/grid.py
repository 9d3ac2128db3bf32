"""The grid: who was at which meeting, and of which meetings nothing is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.patches import Patch, Rectangle

from leadnet.figures.style import BLUE, LINE, PALE, TEAL, Drawn, canvas, drawn, styled
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


def grid(cells: pd.DataFrame, organisations: Sequence[str], names: Mapping[str, str], meetings: pd.DataFrame) -> Drawn:
    """Organisations (rows, in the order given) by meetings (columns by date), from the table Grid.

    `names` gives the row labels; `meetings` has meeting_id, date and cites (Coverage).
    """
    columns = meetings.sort_values(["date", "meeting_id"])
    state = {(cell.org_id, cell.meeting_id): cell.state for cell in cells.itertuples()}
    dates = [day(row.date, f"meetings#{row.meeting_id}") for row in columns.itertuples()]
    with styled():
        figure, axes = canvas(7.2, (0.85 if len(columns) <= 5 else 1.6) + 0.2 * len(organisations))
        for y, org in enumerate(organisations):
            for x, meeting_id in enumerate(columns["meeting_id"]):
                _cell(axes, x, y, state.get((org, meeting_id), "not seen"))
        labels = [names.get(org, org) for org in organisations]
        _label(axes, labels, dates)
        shown = {state.get((org, meeting_id)) for org in organisations for meeting_id in columns["meeting_id"]}
        met = [look for look in _LOOKS if look in shown]
        _legend(figure, met)
        signs = [_LOOKS[look][2] for look in met]
        return drawn(figure, [*labels, *dates, *signs, *(_LOOKS[look][3] for look in met)])


def _cell(axes: object, x: int, y: int, state: str) -> None:
    fill, hatch, sign, _ = _LOOKS[state]
    edge = LINE if fill in ("white", PALE) else fill
    axes.add_patch(
        Rectangle((x + 0.03, y + 0.06), 0.94, 0.88, facecolor=fill, edgecolor=edge, hatch=hatch, linewidth=0.7)
    )
    axes.text(x + 0.5, y + 0.52, sign, ha="center", va="center", color="white" if fill in (BLUE, TEAL) else "#3D3D3D")


def _label(axes: object, organisations: Sequence[str], dates: Sequence[Span]) -> None:
    axes.set_xlim(0, len(dates))
    axes.set_ylim(len(organisations), 0)
    axes.set_yticks([y + 0.5 for y in range(len(organisations))], organisations)
    many = {"rotation": 45, "ha": "left", "rotation_mode": "anchor"} if len(dates) > 5 else {}
    axes.set_xticks([x + 0.5 for x in range(len(dates))], [str(date) for date in dates], **many)
    axes.xaxis.tick_top()


def _legend(figure: object, states: Sequence[str]) -> None:
    looks = [_LOOKS[state] for state in states]
    keys = [Patch(facecolor=fill, edgecolor=LINE, hatch=hatch) for fill, hatch, _, _ in looks]
    words = [f"{sign}  {said}" if sign else said for _, _, sign, said in looks]
    figure.legend(keys, words, loc="outside lower center", ncols=2, frameon=False, fontsize=8.5, handlelength=1.4)
