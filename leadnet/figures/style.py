"""One style for every chart: colours of the UK Government Analysis Function, one font, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from leadnet.study.words import Sentence, Span

BLUE, TEAL, PLUM, ORANGE, GREY, LILAC = "#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"
PALE, LINE = "#EEF1F4", "#B5BCC4"
_FONT = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.color": GREY,
    "axes.edgecolor": LINE,
    "hatch.linewidth": 0.6,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "axes.labelcolor": GREY,
    "svg.hashsalt": "leadnet",
}


@dataclass(frozen=True)
class Drawn:
    """A chart as PNG bytes, and every text drawn in it, so that its numbers can be checked too."""

    png: bytes = field(repr=False)
    texts: tuple[Sentence, ...]

    def _repr_png_(self) -> bytes:
        return self.png


@contextmanager
def styled() -> Iterator[None]:
    """Draw with the house style and nothing from the machine's own settings."""
    with matplotlib.rc_context({**matplotlib.rcParamsDefault, **_FONT}):
        yield


def canvas(width: float, height: float) -> tuple[Figure, object]:
    """A figure of this size in inches with one plain set of axes."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    return figure, axes


def drawn(figure: Figure, texts: Iterable[object]) -> Drawn:
    """The figure as PNG, the same bytes on every run."""
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=200, metadata={"Software": None})
    return Drawn(
        out.getvalue(), tuple(text if isinstance(text, Sentence) else Sentence((as_span(text),)) for text in texts)
    )


def as_span(text: object) -> Span:
    """A span as it is; anything else as plain words."""
    return text if isinstance(text, Span) else Span(str(text))
