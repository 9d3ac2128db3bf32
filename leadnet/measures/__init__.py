"""The room of measures: plain functions from tables to Findings. A new one is a file here and a name in catalogue."""

from __future__ import annotations

import inspect
from collections.abc import Mapping

import pandas as pd

from leadnet.measures.actions import faulty_showings, ledger, questions
from leadnet.measures.catalogue import MEASURES
from leadnet.measures.held import coverage
from leadnet.measures.participation import grid
from leadnet.measures.sentences import said, say
from leadnet.study import findings

__all__ = ["MEASURES", "coverage", "faulty_showings", "grid", "ledger", "measure_all", "questions", "said", "say"]


def measure_all(tables: Mapping[str, pd.DataFrame], rules: object) -> pd.DataFrame:
    """Findings of every measure. Each is given the tables its parameters name, from `tables` by name."""
    rows = [
        row
        for measure in MEASURES
        for row in measure(**{name: tables[name] for name in inspect.signature(measure).parameters})
    ]
    return findings(rows, rules)
