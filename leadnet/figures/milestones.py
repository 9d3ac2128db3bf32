"""The milestone trend chart: what each paper says a stage is planned for, against the day of the paper that says it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pandas as pd
from matplotlib.dates import date2num
from matplotlib.lines import Line2D

from leadnet.figures.style import BLUE, GREY, LINE, ORANGE, PLUM, TEAL, Drawn, canvas, drawn, styled
from leadnet.study.words import Span, day, long_date

# Each stage has a colour and a mark, so that none rests on colour alone.
_LOOKS = ((BLUE, "o"), (ORANGE, "s"), (TEAL, "^"), (PLUM, "D"), (GREY, "v"))
_ASIDE = 5
_LABELS = 6  # days planned for that can be told apart at the left
_REACHED = "the day of the paper itself"


def milestones(stages: pd.DataFrame, papers: pd.DataFrame) -> Drawn:
    """Stages of one project (stages.csv) by the dated papers that state them (sources.csv).

    A mark stands at the latest day the words allow, a line through it from the earliest; marks of one stage are joined
    in the order of the papers. A stage that keeps its day runs level, one that slips climbs. On the broken line the day
    planned is that of the paper.
    """
    stated = _stated(stages, papers)
    names = list(dict.fromkeys(stated["name"]))
    with styled():
        figure, axes = canvas(6.0, 2.0)
        for place, name in enumerate(names):
            _stage(axes, stated[stated["name"] == name], place)
        texts = _frame(axes, stated)
        keys = [
            Line2D([], [], color=colour, marker=mark, markersize=7) for colour, mark in map(_look, range(len(names)))
        ]
        keys.append(Line2D([], [], color=GREY, linewidth=1, linestyle=(0, (4, 3))))
        figure.legend(keys, [*names, _REACHED], loc="outside lower center", ncols=3, frameon=False, fontsize=8.5)
        return drawn(figure, [*names, _REACHED, *texts])


def _stated(stages: pd.DataFrame, papers: pd.DataFrame) -> pd.DataFrame:
    """Rows with a latest day and a dated paper, in the order of the papers; of two in one paper the span of both.

    `aside` is how many days a mark stands beside its paper's, where the paper states several stages.
    """
    on = papers.set_index("doc_id")["date"]
    dated = stages[stages["to"] != ""].assign(on=stages["doc_id"].map(on).fillna(""))
    dated = dated[dated["on"] != ""].assign(begins=dated["from"].where(dated["from"] != "", dated["to"]))
    key = ["project_id", "stage_id", "name", "on", "doc_id"]
    spans = dated.groupby(key, sort=False).agg(begins=("begins", "min"), to=("to", "max"))
    spans = spans.reset_index().sort_values(["on", "to", "name"], kind="stable").reset_index(drop=True)
    papers = spans.groupby("doc_id")["name"]
    return spans.assign(aside=(papers.cumcount() - (papers.transform("size") - 1) / 2) * _ASIDE)


def _look(place: int) -> tuple[str, str]:
    return _LOOKS[place % len(_LOOKS)]


def _number(iso: str) -> float:
    return date2num(date.fromisoformat(iso))


def _stage(axes: object, stated: pd.DataFrame, place: int) -> None:
    """One stage's marks, joined."""
    colour, mark = _look(place)
    at = [(_number(row.on) + row.aside, _number(row.begins), _number(row.to)) for row in stated.itertuples()]
    for x, low, high in at:
        axes.plot([x, x], [low, high], color=colour, linewidth=2.5, solid_capstyle="butt")
        axes.plot(x, high, color=colour, marker=mark, markersize=7)
    for (x, _, high), (then, _, after) in pairwise(at):
        axes.plot([x, then], [high, after], color=colour, linewidth=1)


def _frame(axes: object, stated: pd.DataFrame) -> list[Span | str]:
    """The days of the papers below, the days planned at the left, and the broken line; the texts drawn."""
    papers = stated.drop_duplicates("doc_id")
    ends = stated.drop_duplicates("to")
    axes.margins(x=0.12, y=0.12)
    low, high = axes.get_xlim()
    axes.plot([low, high], [low, high], color=GREY, linewidth=1, linestyle=(0, (4, 3)), scalex=False, scaley=False)
    axes.set_xticks([_number(on) for on in papers["on"]], [_broken(on) for on in papers["on"]])
    ends = ends[_apart(ends["to"])]
    axes.set_yticks([_number(to) for to in ends["to"]], [long_date(to) for to in ends["to"]])
    axes.grid(color=LINE, linewidth=0.4)
    axes.set_axisbelow(True)
    axes.set_title("planned for, at the latest, by the day of the paper that states it", loc="left", fontsize=9)
    below = [day(row.on, f"sources.csv#{row.doc_id}") for row in papers.itertuples()]
    beside = [day(row.to, f"stages.csv#{row.project_id}/{row.stage_id}") for row in ends.itertuples()]
    return [*below, *beside, axes.get_title("left")]


def _apart(days: pd.Series) -> list[bool]:
    """Which of these days stand far enough from those kept before them for both to be read."""
    kept: list[float] = []
    gap = (max(map(_number, days)) - min(map(_number, days))) / _LABELS
    return [not any(abs(at - other) < gap for other in kept) and not kept.append(at) for at in map(_number, days)]


def _broken(iso: str) -> str:
    """A day in words over two lines."""
    *words, year = long_date(iso).split()
    return f"{' '.join(words)}\n{year}"
