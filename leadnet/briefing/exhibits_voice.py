"""Presence beside voice: who filled the room, and who is told as chairing, introducing, speaking and asked to act."""

from __future__ import annotations

from types import MappingProxyType

import pandas as pd

from leadnet import figures
from leadnet.briefing import behind_charts
from leadnet.briefing.content import FigureExhibit
from leadnet.briefing.counts import share
from leadnet.briefing.exhibits import each, is_many
from leadnet.briefing.exhibits_by_body import councils, minuted_bodies
from leadnet.build import Built
from leadnet.study.words import Sentence, listed, sentence

# Each sort of voice: in a sentence, over its panel of the chart, and what it is counted of.
_VOICES = MappingProxyType({
    "organisation_chaired": ("who chaired", "meetings chaired", "meetings"),
    "organisation_introduced": ("who introduced items", "items introduced", "items"),
    "organisation_spoke": ("who spoke", "items spoken in", "items"),
    "organisation_asked": ("who is asked to act", "asked to act", "clauses"),
})  # fmt: skip
_WRITER = "Minutes name whom their writer chose to name."


def _told(built: Built, body: str = "") -> dict[str, list]:
    """What the minutes tell of each sort of voice, of one body or of all: the findings above nought."""
    return {measure: [row for row in each(built, measure, "", body) if row.n] for measure in _VOICES}


def voice_said(built: Built) -> Sentence:
    """Which sorts of voice the minutes tell of, by organisation where they are of few meetings, and which not."""
    told = _told(built)
    without = listed((words for measure, (words, *_) in _VOICES.items() if not told[measure]), "or")
    if not any(told.values()):
        return sentence("Of voice beside presence the minutes held tell nothing: {all} is not recorded.", all=without)
    held = listed(_counted(built, measure, rows) for measure, rows in told.items() if rows)
    missing = sentence(" Not recorded in them: {without}.", without=without) if without else Sentence()
    return sentence("Of voice beside presence the minutes tell {held}.{not_} " + _WRITER, held=held, not_=missing)


def _counted(built: Built, measure: str, rows: list) -> Sentence:
    words, _, whole = _VOICES[measure]
    if is_many(built):
        return sentence("{words}", words=words)
    return sentence("{words} (of {whole}: {counts})", words=words, whole=whole, counts=_counts(built, rows))


def _counts(built: Built, rows: list) -> Sentence:
    return listed(sentence("{name} {n}", name=built.shorts.get(row.subject, row.subject), n=share(row)) for row in rows)


def voice(built: Built, body: str) -> FigureExhibit | None:
    """Presence beside voice at one body; None where its minutes tell of nobody's voice."""
    told, heads = _told(built, body), each(built, "heads_at_body", "", body)
    if not any(told.values()):
        return None
    order = [org for org in councils(built) if org in {row.subject for row in heads}]
    order += sorted({row.subject for row in heads} - {*order})
    sides = {"heads in the room": heads, **{title: told[measure] for measure, (_, title, _) in _VOICES.items()}}
    tables = {title: pd.DataFrame(rows) for title, rows in sides.items()}
    drawn = figures.presence_beside_voice(tables, order, built.shorts)
    return FigureExhibit(
        caption=_headline(built, body, told),
        source=sentence("Source: minutes held. Chairs, clerks and presenters are there by duty."),
        alt=sentence(
            "A bar for each organisation: its heads in the room; and, beside it, {all}.",
            all=listed((_panel_said(built, title, rows) for title, rows in list(sides.items())[1:]), ";"),
        ),
        drawn=drawn,
        data=behind_charts.of_voice(built, order, sides),
    )


def _headline(built: Built, body: str, told: dict[str, list]) -> Sentence:
    """Which sorts of voice the body's minutes tell of, and which they do not."""
    held = listed((words for measure, (words, *_) in _VOICES.items() if told[measure]), "and")
    without = listed((words for measure, (words, *_) in _VOICES.items() if not told[measure]), "and")
    missing = sentence("; {without} is not recorded", without=without) if without else Sentence()
    return sentence("The minutes of {body} tell {held}{missing}", body=built.names[body], held=held, missing=missing)


def _panel_said(built: Built, title: str, rows: list) -> Sentence:
    return sentence("{title}: {counts}", title=title, counts=_counts(built, rows) or figures.NOT_RECORDED)


def loudest_voice(built: Built) -> FigureExhibit | None:
    """Presence beside voice at the body whose minutes tell most often of somebody's voice; None where none does."""
    counts = {body: sum(map(len, _told(built, body).values())) for body in minuted_bodies(built)}
    return voice(built, max(counts, key=counts.get)) if counts else None
