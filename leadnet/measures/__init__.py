"""The room of measures: plain functions from tables to Findings. A new one is a file here and a name in catalogue."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping

import pandas as pd

from leadnet.measures.actions import faulty_showings, ledger, questions, side_by_side
from leadnet.measures.catalogue import MEASURES
from leadnet.measures.claims import disagreements, scope
from leadnet.measures.engagement import engagement
from leadnet.measures.grid import grid, grid_of_people
from leadnet.measures.headlines import headlines
from leadnet.measures.held import coverage
from leadnet.measures.logs import logs_compared
from leadnet.measures.needed import of_needed
from leadnet.measures.robustness import of_headlines, retests
from leadnet.measures.sentences import SAYS, said, say
from leadnet.measures.telling import tell
from leadnet.measures.tier_tests import Law, tier_tests
from leadnet.measures.tiers import last_tiers, tier_names, with_tiers
from leadnet.measures.unanswered import unanswered
from leadnet.study import findings

__all__ = ["MEASURES", "SAYS", "Law", "coverage", "disagreements", "engagement", "faulty_showings", "grid",
           "grid_of_people", "headlines", "last_tiers", "ledger", "logs_compared", "measure_all", "of_headlines",
           "of_needed", "questions", "retests", "said", "say", "scope",
           "side_by_side", "tell", "tier_names", "tier_tests", "unanswered", "with_tiers"]  # fmt: skip


def measure_all(tables: Mapping[str, pd.DataFrame], rules: object) -> pd.DataFrame:
    """Findings of every measure. Each is given the tables its parameters name, from `tables` by name, and `rules`; a
    parameter with a default keeps it where no such table is handed in.
    """
    given = {**tables, "rules": rules}
    rows = [row for measure in MEASURES for row in measure(**_arguments(measure, given))]
    return findings(rows, rules)


def _arguments(measure: Callable, given: Mapping[str, object]) -> dict[str, object]:
    parameters = inspect.signature(measure).parameters.items()
    return {name: given[name] for name, at in parameters if name in given or at.default is at.empty}
