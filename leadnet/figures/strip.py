"""The coverage strip: of each body the meetings the papers know of, on one line of time, by what is held of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd
from matplotlib.dates import AutoDateLocator, date2num, num2date
from matplotlib.lines import Line2D

from leadnet.figures.style import BLUE, LINE, ORANGE, TEAL, Drawn, canvas, drawn, styled
from leadnet.study.words import MONTHS, Sentence, Span

# Each way of knowing has a colour, a mark and a fill, so that none rests on colour alone.
_LOOKS = {
    "minutes": (BLUE, "s", "full", "minutes held"),
    "later paper": (TEAL, "o", "none", "shown held by another paper"),
    "announced": (ORANGE, "^", "none", "announced; not known whether held"),
}


def strip(coverage: pd.DataFrame, names: Mapping[str, str]) -> Drawn:
    """Bodies (rows, those with minutes first) by date, from the table Coverage; a meeting without a date is left out.

    `names` gives what a body is called.
    """
    dated = coverage[coverage["date"] != ""]
    minuted = set(dated.loc[dated["known_by"] == "minutes", "body_id"])
    bodies = sorted(set(dated["body_id"]), key=lambda body: (body not in minuted, body))
    labels = [names.get(body, body or "body not known") for body in bodies]
    with styled():
        figure, axes = canvas(7.2, 1.1 + 0.3 * len(bodies))
        for meeting in dated.itertuples():
            colour, mark, fill, _ = _LOOKS[meeting.known_by]
            at = date2num(date.fromisoformat(meeting.date)), bodies.index(meeting.body_id)
            axes.plot(*at, marker=mark, color=colour, fillstyle=fill, markersize=8, markeredgewidth=1.8, linestyle="")
        axes.set_yticks(range(len(bodies)), labels)
        axes.set_ylim(len(bodies) - 0.4, -0.6)
        for y in range(len(bodies)):
            axes.axhline(y, color=LINE, linewidth=0.6, zorder=0)
        ticks = _ticks(axes, dated)
        used = [look for known_by, look in _LOOKS.items() if known_by in set(dated["known_by"])]
        keys = [
            Line2D([], [], marker=mark, color=colour, fillstyle=fill, linestyle="", markersize=8, markeredgewidth=1.8)
            for colour, mark, fill, _ in used
        ]
        said = [words for *_, words in used]
        figure.legend(keys, said, loc="outside lower center", ncols=3, frameon=False, fontsize=8.5)
        return drawn(figure, [*labels, *ticks, *said])


def _ticks(axes: object, dated: pd.DataFrame) -> list[Sentence]:
    """A tick's month and year under the axis; the texts drawn."""
    axes.margins(x=0.05)
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=8))
    low, high = axes.get_xlim()
    at = [tick for tick in axes.get_xticks() if low <= tick <= high]
    cites = " ".join(f"meetings#{meeting}" for meeting in dated["meeting_id"])
    labels = [
        Sentence((Span(f"{MONTHS[on.month - 1][:3]}\n"), Span(str(on.year), "record", cites)))
        for on in map(num2date, at)
    ]
    axes.set_xticks(at, [str(label) for label in labels])
    return labels
