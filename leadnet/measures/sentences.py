"""Findings as sentences: each measure has one, written beside it."""

from __future__ import annotations

import string
import sys

import pandas as pd

from leadnet.measures.catalogue import BESIDE, MEASURES
from leadnet.study.mask_counts import instead
from leadnet.study.words import Sentence, Span, figure, long_date, sentence, share

# A measure's sentence stands in SAYS of the file the measure is in.
SAYS = {measure: words for fn in (*MEASURES, *BESIDE) for measure, words in sys.modules[fn.__module__].SAYS.items()}


def say(findings: pd.DataFrame) -> str:
    """The findings as plain sentences, one a row, in the order given.

    `findings` is a slice of Findings as `built.find(measure)` gives it, with the names of subject and other.
    """
    return "\n".join(str(said(row)) for row in findings.itertuples())


def said(row: object) -> Sentence:
    """One finding as a sentence whose numbers know their finding."""
    words = SAYS[row.measure]
    slots = {slot: _slot(slot, row) for _, slot, _, _ in string.Formatter().parse(words) if slot}
    return sentence(words, **slots)


def _slot(name: str, row: object) -> object:
    if name == "value":
        return _figure(row.value, row)
    if name == "n_of":
        said = instead(row.n, row.note)
        return Span(said, "finding", row.finding_id) if said else share(row)
    if name == "aside":
        return f" ({row.note})" if row.note else ""
    if name == "when":
        return _when(row)
    if name in ("since", "until"):
        return _day(getattr(row, name), row)
    if name in ("low", "high", "n", "of"):
        return _figure(getattr(row, name), row)
    return getattr(row, f"{name}_name", "") or getattr(row, name)


def _figure(number: float, row: object) -> Span:
    """A number of a finding, as a span that names it; one that is withheld says so."""
    return Span(instead(number, row.note) or figure(number), "finding", row.finding_id)


def _when(row: object) -> Sentence:
    """The window or spell of a finding in words; a blank end is open."""
    words = " from {since}" if row.since else ""
    words += (" to {until}" if words else " until {until}") if row.until else ""
    return sentence(words, since=_day(row.since, row), until=_day(row.until, row))


def _day(iso: str, row: object) -> Span:
    return Span(long_date(iso) if iso else "", "finding", row.finding_id)
