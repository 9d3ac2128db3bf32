"""The table beside each chart: what is drawn, in words and numbers, for who cannot see it or wants to reckon on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from leadnet.briefing.content import TableExhibit
from leadnet.briefing.counts import share
from leadnet.build import Built
from leadnet.figures import NOT_RECORDED, beside_chance
from leadnet.study.words import Sentence, Span, day, listed, sentence

_STATES = {
    "present": "in the room",
    "not seen": "nobody recorded",
    "not recorded": "who came is not recorded",
    "expected": "nothing recorded",
    "held without minutes": "held; no minutes at hand",
}


def _words(text: object) -> Sentence:
    return Sentence((text if isinstance(text, Span) else Span(str(text)),))


def _table(
    caption: str, header: Sequence[str | Sentence], rows: Iterable[Sequence[object]], first: float = 1
) -> TableExhibit:
    """A table of sentences, spans or plain words; its first column is so many times as wide as another."""
    cells = tuple(tuple(cell if isinstance(cell, Sentence) else _words(cell) for cell in row) for row in rows)
    return TableExhibit(
        sentence(caption),
        sentence("Source: as of the chart."),
        tuple(header),
        cells,
        (first, *[1.0] * (len(header) - 1)),
    )


def of_grid(built: Built, councils: Sequence[str], meetings: pd.DataFrame, bodies: Mapping[str, str]) -> TableExhibit:
    """Meetings (rows, by body and date) by councils: the state of each cell in words."""
    states = {(row.meeting_id, row.org_id): row.state for row in built.grid.itertuples()}
    order = list(bodies)
    ordered = meetings.sort_values("date").sort_values("body_id", key=lambda ids: ids.map(order.index), kind="stable")
    rows = []
    for row in ordered.itertuples():
        met = sentence("{body}, {on}", body=bodies[row.body_id], on=day(row.date, f"meetings#{row.meeting_id}"))
        found = (states.get((row.meeting_id, org), "not seen") for org in councils)
        rows.append((met, *(_STATES.get(state, state) for state in found)))
    names = (_words(built.shorts.get(org, org)) for org in councils)
    return _table("Each council at each meeting", ("Meeting", *names), rows, 2)


def of_workstreams(built: Built) -> TableExhibit:
    """Workstreams by the part of those named in them."""
    parts = ("leads", "joins", "to be told")
    rows = []
    for _, mine in built.workstreams.groupby("workstream_id", sort=False):
        named = {part: mine.loc[(mine["part"] == part) & (mine["org_id"] != ""), "org_id"] for part in parts}
        who = (listed(built.shorts.get(org, org) for org in dict.fromkeys(named[part])) or "nobody" for part in parts)
        rows.append((mine["name"].iloc[0], *who))
    return _table("Each workstream and who is named in it", ("Workstream", *map(str.capitalize, parts)), rows)


def of_stages(built: Built, project: str) -> TableExhibit:
    """Each stage of a project as each paper states it, with the days its words allow."""
    mine = built.stages[built.stages["project_id"] == project].rename(columns={"from": "from_"})
    dates = dict(zip(built.sources["doc_id"], built.sources["date"], strict=True))
    rows = []
    for row in mine.itertuples():
        cite, on = f"stages.csv#{project}/{row.stage_id}", dates.get(row.doc_id, "")
        days = (day(each, cite) if each else "–" for each in (row.from_, row.to))
        rows.append((row.name, row.state, *days, day(on, f"sources.csv#{row.doc_id}") if on else "undated"))
    header = ("Stage", "Stated as", "Earliest day", "Latest day", "Paper of")
    return _table("Each stage as each paper states it", header, rows)


def of_tiers(pairs: Mapping[tuple[str, str], tuple[str, object]]) -> TableExhibit:
    """Pairs of tiers: meetings together beside those by chance, and the verdict."""
    rows = [(row.subject_name, beside_chance(row), verdict) for _, (verdict, row) in sorted(pairs.items())]
    header = ("Pair of tiers", "Meetings together, beside those by chance", "What the test says")
    return _table("Each pair of tiers", header, rows)


def of_ties(built: Built) -> TableExhibit:
    """The ties that are drawn, each a row."""
    told = built.ties[built.ties["verdict"].isin(["more", "less"])]
    pairs = ((row.organisation_a, row.organisation_b, row.verdict) for row in told.itertuples())
    rows = [(built.shorts.get(a, a), built.shorts.get(b, b), f"{verdict} often") for a, b, verdict in pairs]
    return _table("Each pair told apart from chance", ("Organisation", "With", "Met, beside chance"), rows)


def of_voice(built: Built, order: Sequence[str], sides: Mapping[str, Sequence]) -> TableExhibit:
    """Organisations by their heads in the room and what the minutes tell of their voice."""
    counts = [
        {row.subject: share(row) for row in rows} or dict.fromkeys(order, NOT_RECORDED) for rows in sides.values()
    ]
    rows = [(built.shorts.get(org, org), *(side.get(org, "–") for side in counts)) for org in order]
    return _table("Presence beside voice", ("Organisation", *map(str.capitalize, sides)), rows)


def of_coverage(built: Built, bodies: Mapping[str, str]) -> TableExhibit:
    """Each meeting the papers know of, with its day and how it is known."""
    known = {"minutes": "minutes held", "later paper": "shown held by another paper", "announced": "announced only"}
    dated = built.coverage[built.coverage["date"] != ""].sort_values(["body_id", "date"])
    rows = [
        (bodies.get(row.body_id, row.body_id) or "body not known", day(row.date, f"meetings#{row.meeting_id}"),
         known[row.known_by])
        for row in dated.itertuples()
    ]  # fmt: skip
    return _table("Each meeting the papers know of", ("Body", "Day", "How it is known"), rows)
