"""The charts of the briefing by name, for a notebook."""

from __future__ import annotations

from types import MappingProxyType

from leadnet.briefing import exhibits, exhibits_by_body, exhibits_tiers, exhibits_voice
from leadnet.briefing.content import FigureExhibit
from leadnet.build import Built
from leadnet.study.tables import StudyError

CHARTS = MappingProxyType({
    "council_grid": exhibits.council_grid,
    "workstream_matrix": exhibits.workstream_matrix,
    "stage_bar": exhibits.latest_stages,
    "rates": exhibits_by_body.rates,
    "tier_matrix": exhibits_tiers.tier_matrix,
    "tier_map": exhibits_tiers.tier_map,
    "coverage_strip": exhibits_by_body.coverage_strip,
    "milestones": exhibits_by_body.latest_milestones,
    "voice": exhibits_voice.loudest_voice,
})  # fmt: skip


def draw(name: str, built: Built) -> FigureExhibit:
    """A chart of the briefing by name: council_grid, workstream_matrix, stage_bar, rates, tier_matrix, tier_map,
    coverage_strip, milestones or voice.

    StudyError when there is no chart of that name, or the study holds nothing to draw it from.
    """
    if name not in CHARTS:
        raise StudyError(f'"{name}" is no chart; the charts are {", ".join(CHARTS)}')
    drawn = CHARTS[name](built)
    if drawn is None:
        raise StudyError(f'"{name}": this study holds nothing to draw it from')
    return drawn
