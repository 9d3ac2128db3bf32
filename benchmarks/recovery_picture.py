"""Truth beside recovery, drawn: `python -m benchmarks.recovery --picture docs/recovery.png`.

Left: of each pair of organisations in one made-up study, the meetings they truly shared and those read from its papers,
as read and after corrections and answers. Right: the share of planted ties found, by number of meetings.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.recovered import converged, recovery

_SEEDS, _SIZES = range(1, 41), (30, 60, 120, 240)
_READ, _RIGHT, _TRUE = "#F46A25", "#12436D", "#3D3D3D"


def picture(seed: int = 1, meetings: int = 60) -> bytes:
    """The PNG; the same seed gives the same bytes."""
    with tempfile.TemporaryDirectory() as held:
        (read, right), fixed, answered, true = converged(seed, meetings, Path(held))
    with matplotlib.rc_context({"font.size": 10, "axes.spines.top": False, "axes.spines.right": False}):
        figure = Figure(figsize=(10, 4.6), layout="constrained")
        left, other = figure.subplots(1, 2)
        _pairs(left, true, {"as read": (read.together, _READ, "x"), "put right": (right.together, _RIGHT, "o")})
        told = f"{meetings} meetings; {fixed} corrections, {answered} answers"
        left.set_title(f"Meetings read beside the truth, then put right\n({told})", loc="left")
        _recall(other)
    held = io.BytesIO()
    figure.savefig(held, format="png", dpi=120, metadata={"Software": None})
    return held.getvalue()


def _pairs(axes: Axes, true: pd.Series, found: dict[str, tuple[pd.Series, str, str]]) -> None:
    most = int(true.max())
    axes.plot([0, most], [0, most], color=_TRUE, linewidth=0.8, zorder=0)
    for name, (together, colour, marker) in found.items():
        both = pd.concat({"true": true, "read": together}, axis=1).fillna(0).sort_index()
        off = int((both["true"] != both["read"]).sum())
        small = 10 if marker == "o" else 34
        axes.scatter(both["true"], both["read"], s=small, c=colour, marker=marker, label=f"{name}: {off} pairs differ")
    axes.set_xlabel("meetings a pair truly shared")
    axes.set_ylabel("meetings read from the papers")
    axes.legend(frameon=False, loc="upper left")


def _recall(axes: Axes) -> None:
    shares = [recovery(meetings, _SEEDS) for meetings in _SIZES]
    axes.plot(_SIZES, [recall for _, recall, _ in shares], color=_RIGHT, marker="o", label="planted ties found")
    axes.plot(_SIZES, [right for right, _, _ in shares], color=_READ, marker="x", linestyle="--",
              label="ties found that are planted")  # fmt: skip
    axes.set_title(f"Planted ties found again\n({len(_SEEDS)} made-up counties a point)", loc="left")
    axes.set_xscale("log")
    axes.set_xticks(_SIZES, [str(size) for size in _SIZES], minor=False)
    axes.set_xticks([], minor=True)
    axes.set_ylim(0, 1.05)
    axes.set_xlabel("meetings in three years")
    axes.set_ylabel("share")
    axes.legend(frameon=False, loc="lower right")
