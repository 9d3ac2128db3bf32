"""The exhibits of the house sections: each takes a table of the build and gives a figure or a table."""

from __future__ import annotations

import pandas as pd

from leadnet import figures
from leadnet.briefing.content import FigureExhibit, TableExhibit
from leadnet.build import Built
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence, Span, day, figure, listed, number, quote, sentence, share

_WORDS_QUOTED = 21  # enough of a clause to know it by; the whole stands at its line


def otherwise(built: Built, **rules: object) -> Built:
    """The study under other rules; its findings are named apart from those of the study's own."""
    other = built.what_if(**rules)
    said = "?" + str(other.rules)
    found = other.findings.assign(finding_id=other.findings["finding_id"] + said)
    return Built(other.folder, other.rules, other.records, {**other.results, "findings": found})


def one(built: Built, measure: str, subject: str = "", other: str = "") -> object:
    """The one finding of this measure (and subject), as a row."""
    return next(built.find(measure, subject, other).itertuples())


def meeting_date(built: Built, meeting_id: str) -> Span:
    """The date of a meeting, from its record."""
    row = built.meetings.set_index("meeting_id").loc[meeting_id]
    return day(row["date"], f"meetings#{meeting_id}")


def draw(name: str, built: Built) -> FigureExhibit:
    """A chart of the briefing by name, for a notebook: council_grid, workstream_matrix, or stage_bar.

    StudyError when there is no chart of that name.
    """
    charts = {"council_grid": council_grid, "workstream_matrix": workstream_matrix, "stage_bar": latest_stages}
    if name not in charts:
        raise StudyError(f'"{name}" is no chart; the charts are {", ".join(charts)}')
    return charts[name](built)


def bound(row: object, end: str) -> Span:
    """The low or high end of a finding, as a span that names it."""
    return Span(figure(getattr(row, end)), "finding", row.finding_id)


def _words(text: str) -> Sentence:
    return Sentence((Span(text),))


def council_grid(built: Built) -> FigureExhibit:
    """The area's councils by the meetings of the bodies with minutes."""
    minuted = set(built.coverage.loc[built.coverage["known_by"] == "minutes", "body_id"])
    meetings = built.coverage[built.coverage["body_id"].isin(minuted) & (built.coverage["date"] != "")]
    councils = built.councils.drop_duplicates("org_id")
    drawn = figures.grid(built.grid, list(councils["org_id"]), built.shorts, meetings)
    seen = [row.subject_name for row in built.find("council_heads").itertuples() if row.value]
    return FigureExhibit(
        caption=_grid_headline(built, sorted(minuted)),
        source=sentence(
            "Source: attendance lists and papers of {body}; councils from the dated register.",
            body=listed(built.names[body] for body in sorted(minuted)),
        ),
        alt=sentence(
            "Grid of {councils} by meeting. At the meeting whose minutes are held, {seen} had people in the room; "
            "nobody is recorded from the others. Of the other meetings no attendance is held.",
            councils="the area's councils",
            seen=listed(dict.fromkeys(seen)),
        ),
        png=drawn.png,
        texts=drawn.texts,
    )


def _grid_headline(built: Built, bodies: list[str]) -> Sentence:
    """What the grid says first: how many meetings have minutes and, where it is one, which districts were there."""
    held = listed(share(one(built, "meetings_documented", body)) for body in bodies)
    meetings = sorted(set(built.councils["meeting_id"]))
    if len(meetings) != 1 or not (built.councils["role"] == "district").any():
        return sentence("Minutes are held of {held} meetings", held=held)
    districts = share(one(built, "districts_in_room", meetings[0]))
    return sentence(
        "Minutes are held of {held} meetings; {districts} districts were there", held=held, districts=districts
    )


def workstream_matrix(built: Built) -> FigureExhibit:
    """Workstreams by the organisations the papers name in them."""
    kept = built.workstreams[built.workstreams["state"] != "proposed"]
    order = [*built.councils["org_id"].drop_duplicates(), *sorted(set(kept["org_id"]))]
    drawn = figures.workstreams(kept, built.shorts, list(dict.fromkeys(order)))
    without, host = one(built, "workstreams_without_partner"), built.settings.host
    return FigureExhibit(
        caption=sentence("For {without} workstreams the papers name no partner", without=share(without)),
        source=_words("Source: workstreams.csv, each row with its line in the papers."),
        alt=sentence(
            "Workstreams by organisation. {host} is named in {n}; for {without} no partner is named.",
            host=built.names[host],
            n=share(one(built, "workstreams_of", host)),
            without=share(without),
        ),
        png=drawn.png,
        texts=drawn.texts,
    )


def stage_cites(built: Built, project: str) -> str:
    """The cites of a project's stages in stages.csv."""
    stages = built.stages.loc[built.stages["project_id"] == project, "stage_id"]
    return " ".join(f"stages.csv#{project}/{stage}" for stage in sorted(set(stages)))


def latest_stages(built: Built) -> FigureExhibit:
    """The stage bar of the project whose stages have the latest date."""
    dated = built.stages[built.stages["to"] != ""].sort_values(["to", "project_id"])
    if dated.empty:
        raise StudyError("stages.csv: no stage has a date, so there is no stage bar to draw")
    return stage_bar(built, dated["project_id"].iloc[-1])


def stage_bar(built: Built, project: str) -> FigureExhibit:
    """The stages of one project as planned and restated, and the papers that state them."""
    mine = built.stages[built.stages["project_id"] == project]
    drawn = figures.stage_bar(mine, built.sources)
    done = one(built, "stages_shown_done", project)
    last = max(set(mine["to"]) - {""})
    aim = day(last, stage_cites(built, project))
    return FigureExhibit(
        caption=sentence(
            "The last stages are aimed at {aim}; {done} are shown done by a paper held", aim=aim, done=share(done)
        ),
        source=sentence(
            "Source: stages.csv, each row with its line in the papers. Record as at {as_at}.",
            as_at=day(built.settings.as_at, "study.toml"),
        ),
        alt=sentence(
            "Stage bar: when each stage was first planned, how it was restated, and the day aimed at, {aim}. {done} "
            "stages are shown done.",
            aim=aim,
            done=share(done),
        ),
        png=drawn.png,
        texts=drawn.texts,
    )


def ledger_table(built: Built) -> TableExhibit:
    """What asks for something, marked clauses first, with owner, date and what later papers show."""
    asks = built.ledger[built.ledger["asks"] == "to do"]
    ordered = [
        *asks[asks["where"] != "running text"].groupby("action_id", sort=False),
        *asks[asks["where"] == "running text"].groupby("action_id", sort=False),
    ]
    rows = tuple(_ledger_row(built, mine) for _, mine in ordered)
    return TableExhibit(
        caption=sentence(
            "What the {actions:action|actions} ask, and what later papers show", actions=number(one(built, "actions"))
        ),
        source=_words(
            "Source: minutes held; which clauses ask, and which later lines bear on them, is confirmed in "
            "judgements.csv."
        ),
        header=("Minute", "What was asked", "Who and when", "What later papers show"),
        rows=rows,
        widths=(0.08, 0.49, 0.18, 0.25),
    )


def _ledger_row(built: Built, mine: pd.DataFrame) -> tuple[Sentence, ...]:
    first = next(mine.itertuples())
    item = built.items.set_index("item_id").loc[first.item_id]
    cite = clause_cite(first)
    limb = built.decisions.set_index("decision_id").at[first.action_id, "limb"]
    where = Sentence(
        (Span(f"{item['number']}{f' {limb}' if limb else ''}", "record", f"{item['doc_id']}:{item['line']} {cite}"),)
    )
    when = listed([part for part in (_owner(built, first, cite), _due(first, cite)) if part], ",")
    shows = listed((_shown(built, row) for row in mine.itertuples()), ";")
    return where, _opened(built, first, cite), when, shows


def _opened(built: Built, row: object, cite: str) -> Sentence:
    """A clause in quotation marks, with a sign that it goes on where it does."""
    words = opening(built, row)
    more = () if words == built.hide(row.text).rstrip(" ;,.") else (Span(" …"),)
    return Sentence((quote(words, cite), *more))


def clause_cite(row: object) -> str:
    """The line of a ledger row's own clause."""
    return row.action_id.rsplit(":", 1)[0]


def opening(built: Built, row: object) -> str:
    """The first words of a clause, masked as its line is, and not broken off after a small word or a number."""
    words = built.hide(row.text).rstrip(" ;,.").split()
    kept = words[:_WORDS_QUOTED]
    while len(kept) < len(words) and (len(kept[-1]) < 4 or kept[-1][0].isdigit()):
        kept.pop()
    return " ".join(kept).rstrip(" ;,.")


def _owner(built: Built, row: object, cite: str) -> Sentence | None:
    return Sentence((Span(built.hide(row.owners), "record", cite),)) if row.owners else None


def _due(row: object, cite: str) -> Sentence | None:
    return Sentence((Span(row.due_printed, "record", cite),)) if row.due_printed else None


def _shown(built: Built, row: object) -> Sentence:
    if not row.doc_id or not row.line:
        return _words(row.shows)
    text = built.texts[f"{row.doc_id}:{row.line}"]
    paragraph = text.split(".")[0] if text.split(".")[0].isdigit() else ""
    where = Span(f"paragraph {paragraph}" if paragraph else "a line", "record", f"{row.doc_id}:{row.line}")
    date_ = built.sources.set_index("doc_id").at[row.doc_id, "date"]
    return sentence(
        "{shows}: {where}, paper of {date}", shows=row.shows, where=where, date=day(date_, f"sources.csv#{row.doc_id}")
    )
