"""One style for every chart: colours of the UK Government Analysis Function, one font, the same bytes every time."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from leadnet.study.words import Sentence, Span

BLUE, TEAL, PLUM, ORANGE, GREY, LILAC = "#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"
PAGE = 7.2  # inches: the width of a chart as wide as the page's text
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
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
}
_UNSAID = dict.fromkeys(("Creator", "Date", "Format", "Type"))


@dataclass(frozen=True)
class Drawn:
    """A chart as PNG and as SVG, and every text drawn in it, so that its numbers can be checked too."""

    png: bytes = field(repr=False)
    svg: bytes = field(repr=False)
    texts: tuple[Sentence, ...]
    width: float = PAGE  # inches, at which the text in it has the size it is drawn with

    def _repr_png_(self) -> bytes:
        return self.png


@contextmanager
def styled() -> Iterator[None]:
    """Draw with the house style and nothing from the machine's own settings."""
    with matplotlib.rc_context({**matplotlib.rcParamsDefault, **_FONT}):
        yield


def canvas(width: float, height: float) -> tuple[Figure, object]:
    """A figure of this size in inches with one plain set of axes."""
    figure, (axes,) = panels(width, height, 1)
    return figure, axes


def panels(width: float, height: float, count: int) -> tuple[Figure, list]:
    """The same with so many sets of axes side by side."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    made = list(figure.subplots(1, count, squeeze=False)[0])
    for axes in made:
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0)
    return figure, made


def drawn(figure: Figure, texts: Iterable[object]) -> Drawn:
    """The figure as PNG and as SVG, the same bytes on every run."""
    png, svg = io.BytesIO(), io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of signs the font lacks, which are drawn as boxes
        figure.savefig(png, format="png", dpi=200, metadata={"Software": None})
        figure.set_layout_engine("none")  # what the PNG was laid out to, the SVG is too
        figure.savefig(svg, format="svg", metadata=_UNSAID)
    return Drawn(
        png.getvalue(),
        svg.getvalue(),
        tuple(text if isinstance(text, Sentence) else Sentence((as_span(text),)) for text in texts),
        float(figure.get_figwidth()),
    )


def as_span(text: object) -> Span:
    """A span as it is; anything else as plain words."""
    return text if isinstance(text, Span) else Span(str(text))


def broken(label: str, longest: int = 13) -> str:
    """A long label over two lines, broken at the middle space.

    >>> broken("Chief Executives' Group")
    "Chief\\nExecutives' Group"
    """
    words = label.split()
    half = len(words) // 2
    return label if len(label) <= longest or not half else f"{' '.join(words[:half])}\n{' '.join(words[half:])}"
