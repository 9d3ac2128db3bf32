"""The tier matrix: of each pair of tiers, meetings together beside those by chance, and what the test says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.patches import Patch, Rectangle

from leadnet.figures.style import BLUE, GREY, LINE, ORANGE, PAGE, PALE, Drawn, broken, canvas, drawn, styled
from leadnet.study.words import Span, figure

# Each verdict has a fill, a hatch and a sign, so that none rests on colour alone.
_LOOKS = {
    "more": (BLUE, "", "+", "met more often than chance"),
    "less": (ORANGE, "", "−", "met less often than chance"),
    "as chance": (PALE, "", "=", "about as often as chance"),
    "cannot be told": ("white", "////", "?", "cannot be told"),
}
_WHERE = "meetings together beside those by chance"


def beside_chance(row: object) -> Span:
    """Meetings together beside those by chance, as one mark: `116 beside 115.9`."""
    return Span(f"{figure(row.n)} beside {figure(row.of)}", "finding", row.finding_id)


def tier_matrix(
    pairs: Mapping[tuple[str, str], tuple[str, object]], tiers: Sequence[str], names: Mapping[str, str]
) -> Drawn:
    """Tiers by tiers (in the order given, each pair once). `pairs` maps two tiers to their verdict and its row of
    Findings (n together, of by chance); a pair that is not there could not meet, and its square stays empty."""
    with styled():
        rows = [first for place, first in enumerate(tiers) if any(_held(pairs, first, t) for t in tiers[: place + 1])]
        figure, axes = canvas(min(PAGE, 2.2 + 1.15 * len(tiers)), 0.95 + 0.36 * len(rows))
        texts: list[Span | str] = []
        for y, first in enumerate(rows):
            for x, second in enumerate(tiers[: tiers.index(first) + 1]):
                if found := _held(pairs, first, second):
                    texts += _square(axes, x, y, *found)
        labels = [names.get(tier, tier) for tier in tiers]
        axes.set_xlim(0, len(tiers))
        axes.set_ylim(len(rows), 0)
        axes.set_yticks([y + 0.5 for y in range(len(rows))], [names.get(tier, tier) for tier in rows])
        axes.set_xticks([x + 0.5 for x in range(len(tiers))], [broken(label) for label in labels], fontsize=8)
        used = [look for look in _LOOKS if look in {verdict for verdict, _ in pairs.values()}]
        keys = [Patch(facecolor=_LOOKS[v][0], hatch=_LOOKS[v][1], edgecolor=LINE) for v in used]
        said = [f"{_LOOKS[v][2]}  {_LOOKS[v][3]}" for v in used]
        figure.legend(keys, said, loc="outside lower center", ncols=2, frameon=False, fontsize=8.5)
        axes.set_title(_WHERE, loc="left", fontsize=8, color=GREY)
        return drawn(figure, [*labels, *texts, *said, _WHERE])


def _held(pairs: Mapping, first: str, second: str) -> tuple[str, object] | None:
    return pairs.get((second, first)) or pairs.get((first, second))


def _square(axes: object, x: int, y: int, verdict: str, row: object) -> list[Span | str]:
    fill, hatch, sign, _ = _LOOKS[verdict]
    axes.add_patch(
        Rectangle((x + 0.03, y + 0.05), 0.94, 0.9, facecolor=fill, hatch=hatch, edgecolor=LINE, linewidth=0.7)
    )
    said = beside_chance(row)
    ground = {"facecolor": "white", "edgecolor": "none", "pad": 1} if hatch else None
    colour = "white" if fill == BLUE else "black"
    axes.text(x + 0.5, y + 0.5, f"{sign}  {said}", ha="center", va="center", fontsize=8, color=colour, bbox=ground)
    return [said, sign]
