"""The tier map: the county in the middle, its districts around it, partners outside, and the ties that can be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Circle

from leadnet.figures.signs import MARKERS, OTHER, SIGNS, Sign, legend
from leadnet.figures.style import BLUE, LINE, ORANGE, Drawn, canvas, drawn, styled

_RINGS = {"area": 0.0, "district": 1.0, "neighbour": 1.0}
_TIES = {
    "more": (BLUE, "-", "met more often than their attendance explains"),
    "less": (ORANGE, (0, (4, 2)), "met less often than their attendance explains"),
}
_OUTSIDE = 1.95


def tier_map(ties: pd.DataFrame, places: pd.DataFrame, names: Mapping[str, str]) -> Drawn:
    """Organisations as signs, from `places` (org_id; ring: area, district, neighbour or partner; group: what its sign
    stands for), and as lines the pairs of the table Ties that met more or less often than chance. A pair without a line
    met about as often, or cannot be told: chance is never drawn.
    """
    at = _positions(places)
    told = ties[ties["verdict"].isin([*_TIES])]
    with styled():
        figure, axes = canvas(7.2, 5.4)
        axes.set_aspect("equal")
        for radius in sorted({*_RINGS.values(), _OUTSIDE} - {0.0}):
            axes.add_patch(Circle((0, 0), radius, facecolor="none", edgecolor=LINE, linewidth=0.6, zorder=0))
        for row in told.itertuples():
            _line(axes, at, row)
        texts = [_mark(axes, row, at[row.org_id], names) for row in places.itertuples()]
        axes.set_xlim(-3.3, 3.3)
        axes.set_ylim(-2.25, 2.25)
        axes.set_xticks([])
        axes.set_yticks([])
        groups, verdicts = list(dict.fromkeys(places["group"])), sorted(set(told["verdict"]), reverse=True)
        return drawn(figure, [*texts, *_legend(figure, groups, verdicts)])


def _positions(places: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Each ring spaced evenly, from the top round by the clock, in the order given."""
    found: dict[str, tuple[float, float]] = {}
    for radius in (0.0, 1.0, _OUTSIDE):
        ring = places.loc[places["ring"].map(_RINGS).fillna(_OUTSIDE) == radius, "org_id"]
        for place, org in enumerate(ring):
            turn = pi / 2 - 2 * pi * (place + 0.5) / len(ring)
            found[org] = (radius * cos(turn), radius * sin(turn))
    return found


def _line(axes: object, at: Mapping[str, tuple[float, float]], tie: object) -> None:
    colour, style, _ = _TIES[tie.verdict]
    (x, y), (to_x, to_y) = at[tie.organisation_a], at[tie.organisation_b]
    axes.plot([x, to_x], [y, to_y], color=colour, linestyle=style, linewidth=2.4, zorder=1)


def _sign(sign: Sign, size: float, *at: float) -> tuple[Line2D, ...]:
    """A sign as marks one over another: its shape and, in some, a white dot."""
    shape = Line2D(at[:1], at[1:], marker=MARKERS[sign.shape], color=sign.colour, markersize=size, linestyle="")
    dot = Line2D(at[:1], at[1:], marker="o", color="white", markersize=size / 3, linestyle="", markeredgewidth=0)
    return (shape, dot) if sign.dotted else (shape,)


def _mark(axes: object, row: object, at: tuple[float, float], names: Mapping[str, str]) -> str:
    """The organisation's sign and, beside it and away from the middle, its name."""
    x, y = at
    for mark in _sign(SIGNS.get(row.group, OTHER), 13 if row.ring == "area" else 9, x, y):
        axes.add_line(mark).set_zorder(2)
    side = "left" if x > 0.2 else "right" if x < -0.2 else "center"
    shift = (9 if side == "left" else -9 if side == "right" else 0, (10 if y >= 0 else -14) if side == "center" else -3)
    if row.ring == "area":
        side, shift = "center", (0, -19)
    name = names.get(row.org_id, row.org_id)
    ground = {"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85}
    axes.annotate(name, at, xytext=shift, textcoords="offset points", ha=side, fontsize=8, bbox=ground, zorder=3)
    return name


def _legend(figure: object, groups: Sequence[str], told: Sequence[str]) -> list[str]:
    signs = legend(groups)
    keys = [_sign(sign, 7) for sign in signs.values()]
    keys += [(Line2D([], [], color=_TIES[v][0], linestyle=_TIES[v][1], linewidth=2.4),) for v in told]
    said = [*signs, *(_TIES[v][2] for v in told)]
    figure.legend(keys, said, loc="outside lower center", ncols=3, frameon=False, fontsize=8)
    return said
