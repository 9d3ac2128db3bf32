"""The room of figures: a table in, a chart out. A figure computes nothing."""

from leadnet.figures.grid import grid
from leadnet.figures.matrix import workstreams
from leadnet.figures.milestones import milestones
from leadnet.figures.rates import rates
from leadnet.figures.stages import stage_bar
from leadnet.figures.strip import strip
from leadnet.figures.style import PAGE, Drawn
from leadnet.figures.tier_map import tier_map
from leadnet.figures.tier_matrix import beside_chance, tier_matrix
from leadnet.figures.voice import NOT_RECORDED, presence_beside_voice

__all__ = ["NOT_RECORDED", "PAGE", "Drawn", "beside_chance", "grid", "milestones", "presence_beside_voice", "rates",
           "stage_bar", "strip", "tier_map", "tier_matrix", "workstreams"]  # fmt: skip
