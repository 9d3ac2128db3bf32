"""The headlines of a study, each with what stands beside it: what it turns on, or of how much it was tried that it
does not."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from leadnet.measures.robustness import PIECES, STANDS, TURNS, WORDS
from leadnet.measures.sentences import said
from leadnet.measures.tier_tests import HEADLINES
from leadnet.measures.tiers import pair_key
from leadnet.measures.tiers_met import VERDICTS

_COLUMNS = ["subject", "verdict", "finding_id", "says", "flips", "beside", "said_beside"]
_OF = {measure: verdict for verdict, measure in VERDICTS.items()}
_KEYS = [pair_key(*pair) for pair in HEADLINES]


def headlines(findings: pd.DataFrame, robustness: pd.DataFrame) -> pd.DataFrame:
    """One row for each pair of tiers a paper opens with, over the whole record, in the order they are read.

    subject (as `county-district`), verdict, finding_id (a row of `findings`), says (its sentence), flips (bool: without
    some piece of the record, or under another reading, the verdict is another), beside (ids of `robustness`, one or
    more: where it flips, all that flips it; else the summaries and bounds it stands under), said_beside (their
    sentences). beside is blank where the verdict is cannot be told: nothing is tested again.

    findings, robustness: tables of Findings with subject_name and other_name, as `Built.told` gives them.
    """
    whole = findings[findings["measure"].isin(_OF) & (findings["since"] == "") & findings["subject"].isin(_KEYS)]
    rows = [_row(row, robustness[robustness["subject"] == row.subject]) for row in whole.itertuples()]
    rows.sort(key=lambda row: _KEYS.index(row["subject"]))
    return pd.DataFrame(rows, columns=_COLUMNS)


def _row(headline: object, again: pd.DataFrame) -> dict[str, object]:
    verdict = _OF[headline.measure]
    flipping = [row for row in again.itertuples() if _flips(row, WORDS[verdict])]
    beside = flipping or list(_summaries(again))
    return {
        "subject": headline.subject,
        "verdict": verdict,
        "finding_id": headline.finding_id,
        "says": str(said(headline)),
        "flips": bool(flipping),
        "beside": " ".join(row.finding_id for row in beside),
        "said_beside": " ".join(str(said(row)) for row in beside),
    }


def _flips(row: object, stands: str) -> bool:
    """Whether a row of the tests again says another verdict, or counts pieces without which it is another."""
    return row.n > 0 if row.measure in TURNS.values() else row.note not in (STANDS, stands)


def _summaries(again: pd.DataFrame) -> Iterator[object]:
    """Of how many pieces of each kind none changes the result, and what missing minutes could."""
    kinds = [TURNS[kind] for kind in PIECES] + ["with_missing_minutes"]
    return again[again["measure"].isin(kinds)].itertuples()
