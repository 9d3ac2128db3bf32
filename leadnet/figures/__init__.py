"""The room of figures: a table in, a chart out. A figure computes nothing."""

from leadnet.figures.grid import grid
from leadnet.figures.matrix import workstreams
from leadnet.figures.milestones import milestones
from leadnet.figures.stages import stage_bar
from leadnet.figures.strip import strip
from leadnet.figures.style import Drawn

__all__ = ["Drawn", "grid", "milestones", "stage_bar", "strip", "workstreams"]
