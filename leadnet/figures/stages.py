"""The stage bar: each stage as planned, restated and actual, on one line of dates, with the papers that state them."""

from __future__ import annotations

from datetime import date

import pandas as pd
from matplotlib.dates import MonthLocator, date2num, num2date
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from leadnet.figures.style import BLUE, GREY, LINE, ORANGE, TEAL, Drawn, canvas, drawn, styled
from leadnet.study.words import MONTHS, Sentence, Span, day

_STATES = {"planned": (TEAL, ""), "restated": (ORANGE, "////"), "actual": (BLUE, "")}


def stage_bar(stages: pd.DataFrame, papers: pd.DataFrame) -> Drawn:
    """Stages of one project that have a date (stages.csv), with the day of each paper that states them (sources.csv).

    A bar runs from the earliest to the latest day the words allow; a stage with a latest day only is a mark there.
    """
    dated = stages[(stages["from"] != "") | (stages["to"] != "")].drop_duplicates(["stage_id", "state"])
    dated = dated.rename(columns={"from": "from_"})  # a column called `from` is lost to attribute access
    stated = papers[papers["doc_id"].isin(dated["doc_id"]) & (papers["date"] != "")].sort_values("date")
    with styled():
        figure, axes = canvas(7.2, 0.95 + 0.26 * len(dated))
        texts = [text for y, row in enumerate(dated.itertuples()) for text in _stage(axes, y, row)]
        texts += [_paper(axes, row, len(dated)) for row in stated.itertuples()]
        _frame(axes, dated)
        texts += _months(axes, dated)
        used = [state for state in _STATES if state in set(dated["state"])]
        _legend(figure, used)
        return drawn(figure, [*texts, *used, "to be finished by", "day of the paper"])


def _number(iso: str) -> float:
    return date2num(date.fromisoformat(iso))


def _stage(axes: object, y: int, row: object) -> list[object]:
    """One stage as a bar or a mark; the texts drawn."""
    colour, hatch = _STATES[row.state]
    if row.from_ and row.to:
        width = _number(row.to) - _number(row.from_)
        axes.barh(y, width, left=_number(row.from_), height=0.5, facecolor=colour, hatch=hatch, edgecolor="white")
        return [f"{row.name}: {row.state}"]
    known, word = (row.to, "by ") if row.to else (row.from_, "from ")
    axes.plot(_number(known), y, marker="D", color=BLUE, markersize=8, linestyle="")
    label = Sentence((Span(word), day(known, _cite(row))))
    axes.annotate(
        str(label),
        (_number(known), y),
        xytext=(-9, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )
    return [f"{row.name}: {row.state}", label]


def _cite(row: object) -> str:
    return f"stages.csv#{row.project_id}/{row.stage_id}"


def _paper(axes: object, row: object, height: int) -> Sentence:
    label = Sentence((Span("paper of "), day(row.date, f"sources.csv#{row.doc_id}")))
    axes.axvline(_number(row.date), color=GREY, linewidth=1, linestyle=(0, (4, 3)))
    axes.annotate(
        str(label), (_number(row.date), -0.75), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8
    )
    return label


def _frame(axes: object, dated: pd.DataFrame) -> None:
    axes.set_yticks(range(len(dated)), [f"{row.name}: {row.state}" for row in dated.itertuples()])
    axes.set_ylim(len(dated) - 0.4, -1.1)
    axes.margins(x=0.06)
    axes.xaxis.set_major_locator(MonthLocator())
    axes.grid(axis="x", color=LINE, linewidth=0.4)
    axes.set_axisbelow(True)


def _months(axes: object, dated: pd.DataFrame) -> list[Sentence]:
    """Month names under the axis; the year stands at each January and at the first month."""
    low, high = axes.get_xlim()
    ticks = [tick for tick in axes.get_xticks() if low <= tick <= high]
    cites = " ".join(sorted({_cite(row) for row in dated.itertuples()}))
    labels = []
    for place, at in enumerate(map(num2date, ticks)):
        year = (Span("\n"), Span(str(at.year), "record", cites)) if place == 0 or at.month == 1 else ()
        labels.append(Sentence((Span(MONTHS[at.month - 1][:3]), *year)))
    axes.set_xticks(ticks, [str(label) for label in labels])
    return labels


def _legend(figure: object, states: list[str]) -> None:
    keys = [Patch(facecolor=_STATES[state][0], hatch=_STATES[state][1], edgecolor="white") for state in states]
    mark = Line2D([], [], marker="D", color=BLUE, linestyle="", markersize=7)
    paper = Line2D([], [], color=GREY, linewidth=1, linestyle=(0, (4, 3)))
    figure.legend(
        [*keys, mark, paper],
        [*states, "to be finished by", "day of the paper"],
        loc="outside lower center",
        ncols=5,
        frameon=False,
        fontsize=8.5,
    )
