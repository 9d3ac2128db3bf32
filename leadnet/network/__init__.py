"""The room of networks: presence in; the two-mode table, the tie table and a graph out."""

from leadnet.network.bare_said import as_json, notes, tier_lines
from leadnet.network.bare_table import BareTies, bare_ties, read_two_columns
from leadnet.network.bootstrap import interval, rank_stability, tie_intervals
from leadnet.network.brokerage import brokerage
from leadnet.network.codings import codings, leave_one_out
from leadnet.network.core import Core, core
from leadnet.network.degree_model import DegreeModel, fit
from leadnet.network.fixed_degrees import drawn, enough_trials, fixed_degrees
from leadnet.network.fixed_margins import fixed_column, fixed_fill, fixed_row
from leadnet.network.incidence import Incidence, incidence
from leadnet.network.meetings_shared import (
    items_shared,
    meetings_behind,
    meetings_together,
    missed_each_other,
    tie_weights,
)
from leadnet.network.mixing import (
    Mixing,
    Qap,
    layer,
    mixing,
    mixing_by_organisation,
    mixing_counts,
    qap,
    work_without_meeting,
)
from leadnet.network.opportunity import opportunity, within
from leadnet.network.poisson_binomial import Laws, law, laws, refined_normal
from leadnet.network.power import meetings_needed, power
from leadnet.network.projection import pair_events, pairs_together, projection, ties_of_events, weights
from leadnet.network.structure import average_degree, centralisation, constraint, core_share, density, structure, tied
from leadnet.network.tier_ties import tier_ties, tiers_together
from leadnet.network.ties import graph, no_information, ties, ties_caution, two_mode_graph
from leadnet.network.two_mode import in_room, two_mode, two_mode_workstreams
from leadnet.network.verdicts import Pairs, benjamini_hochberg, caution, judged, verdicts
from leadnet.network.windows import changes, ties_by_window

__all__ = [
    "BareTies",
    "Core",
    "DegreeModel",
    "Incidence",
    "Laws",
    "Mixing",
    "Pairs",
    "Qap",
    "as_json",
    "average_degree",
    "bare_ties",
    "benjamini_hochberg",
    "brokerage",
    "caution",
    "centralisation",
    "changes",
    "codings",
    "constraint",
    "core",
    "core_share",
    "density",
    "drawn",
    "enough_trials",
    "fit",
    "fixed_column",
    "fixed_degrees",
    "fixed_fill",
    "fixed_row",
    "graph",
    "in_room",
    "incidence",
    "interval",
    "items_shared",
    "judged",
    "law",
    "laws",
    "layer",
    "leave_one_out",
    "meetings_behind",
    "meetings_needed",
    "meetings_together",
    "missed_each_other",
    "mixing",
    "mixing_by_organisation",
    "mixing_counts",
    "no_information",
    "notes",
    "opportunity",
    "pair_events",
    "pairs_together",
    "power",
    "projection",
    "qap",
    "rank_stability",
    "read_two_columns",
    "refined_normal",
    "structure",
    "tie_intervals",
    "tie_weights",
    "tied",
    "tier_lines",
    "tier_ties",
    "tiers_together",
    "ties",
    "ties_by_window",
    "ties_caution",
    "ties_of_events",
    "two_mode",
    "two_mode_graph",
    "two_mode_workstreams",
    "verdicts",
    "weights",
    "within",
    "work_without_meeting",
]
