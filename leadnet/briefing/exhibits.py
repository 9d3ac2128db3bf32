"""The exhibits of the house sections: each takes a table of the build and gives a figure or a table."""

from __future__ import annotations

import pandas as pd

from leadnet import figures
from leadnet.briefing.content import FigureExhibit, TableExhibit
from leadnet.build import CLOSED, Built
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence, Span, day, figure, listed, number, quote, sentence, share

_WORDS_QUOTED = 21  # enough of a clause to know it by; the whole stands at its line


def without_support(built: Built) -> Built:
    """The study without its hosts' officers in support; its findings are named apart from those of the study's own."""
    other = built.without_support
    found = other.findings.assign(finding_id=other.findings["finding_id"] + "?" + str(other.rules))
    return Built(other.folder, other.rules, other.records, {**other.results, "findings": found})


def each(built: Built, measure: str, subject: str = "", other: str = "") -> list:
    """The findings of this measure (and subject), as rows; [] when there is none."""
    try:
        return list(built.find(measure, subject, other).itertuples())
    except KeyError:
        return []


def one(built: Built, measure: str, subject: str = "", other: str = "") -> object | None:
    """The first finding of this measure (and subject), as a row; None when there is none."""
    return next(iter(each(built, measure, subject, other)), None)


def dated_projects(built: Built) -> list[str]:
    """The projects of which a stage has a latest day."""
    return sorted(set(built.stages.loc[built.stages["to"] != "", "project_id"]))


def meeting_date(built: Built, meeting_id: str) -> Span:
    """The date of a meeting, from its record; words where the paper gives none."""
    on = built.meeting_dates[meeting_id]
    return day(on, f"meetings#{meeting_id}") if on else Span("an unknown day")


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
    seen = dict.fromkeys(row.subject_name for row in each(built, "council_heads") if row.value)
    return FigureExhibit(
        caption=_grid_headline(built, sorted(minuted)),
        source=sentence(
            "Source: attendance lists and papers of {body}; councils from the dated register.",
            body=listed(built.names[body] for body in sorted(minuted)),
        ),
        alt=sentence(
            "Grid of the area's councils by meeting. In the room at a meeting whose minutes are held: {seen}. Of "
            "meetings without minutes no attendance is held.",
            seen=listed(seen) if seen else "none of them",
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
    order = [*built.councils["org_id"], *sorted(set(built.workstreams["org_id"]))]
    drawn = figures.workstreams(built.workstreams, built.shorts, list(dict.fromkeys(order)))
    without = one(built, "workstreams_without_partner")
    most = [f"{row.name}: {built.names.get(row.org_id, row.org_id)}" for row in _partners(built).itertuples()]
    return FigureExhibit(
        caption=sentence("For {without} workstreams the papers name no partner", without=share(without)),
        source=_words("Source: workstreams.csv, each row with its line in the papers."),
        alt=sentence(
            "Workstreams by organisation. {named}. For {without} no partner is named.",
            named="; ".join(most) or "No partner is named in any",
            without=share(without),
        ),
        png=drawn.png,
        texts=drawn.texts,
    )


def _partners(built: Built) -> pd.DataFrame:
    """Who leads or joins which workstream, each once."""
    rows = built.workstreams[built.workstreams["part"].isin(["leads", "joins"]) & (built.workstreams["org_id"] != "")]
    return rows.drop_duplicates(["workstream_id", "org_id"])


def said(built: Built, stage: object) -> Span:
    """The words of a stage as its paper prints them, in quotation marks; none of an exempt paper's."""
    words, cite = built.masked(stage.as_printed, stage.doc_id), f"{stage.doc_id}:{stage.line}"
    return Span(CLOSED) if words == CLOSED else quote(words, cite)


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
        header=("Minute", "What was asked", "Who, and date named", "What later papers show"),
        rows=rows,
        widths=(0.09, 0.49, 0.18, 0.24),
    )


def _ledger_row(built: Built, mine: pd.DataFrame) -> tuple[Sentence, ...]:
    first = next(mine.itertuples())
    item = built.items.set_index("item_id").loc[first.item_id]
    cite = clause_cite(first)
    limb = built.decisions.set_index("decision_id").at[first.action_id, "limb"]
    where = Sentence(
        (Span(f"{item['number']}{f' {limb}' if limb else ''}", "record", f"{item['doc_id']}:{item['line']} {cite}"),)
    )
    when = listed(
        [part for part in (_printed(built, words, cite) for words in (first.owners, first.due_printed)) if part], ","
    )
    shows = listed((_shown(built, row) for row in mine.itertuples()), ";")
    return where, quoted(built, first), when, shows


def quoted(built: Built, row: object) -> Sentence:
    """A clause's first words in quotation marks, with a sign where it goes on; no word of an exempt paper."""
    if built.texts[clause_cite(row)] == CLOSED:
        return _words(CLOSED)
    words = opening(built, row)
    more = () if words == built.hide(row.text).rstrip(" ;,.") else (Span(" …"),)
    return Sentence((quote(words, _place(built, row, words)), *more))


def _place(built: Built, row: object, words: str) -> str:
    """The clause's line, or the lines up to it where its words begin on an earlier one (over a page break)."""
    doc, _, line = clause_cite(row).rpartition(":")
    last = int(line.split("-")[-1])
    for first in range(last, max(last - 5, 0), -1):
        text = " ".join(built.hide(built.texts[f"{doc}:{at}"]) for at in range(first, last + 1))
        if " ".join(words.split()) in " ".join(text.split()):
            return f"{doc}:{first}-{last}" if first < last else f"{doc}:{last}"
    return clause_cite(row)


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


def _printed(built: Built, words: str, cite: str) -> Sentence | None:
    """Words off a clause's line, or None where there are none or the paper is exempt."""
    closed = built.texts[cite] == CLOSED
    return Sentence((Span(built.hide(words), "record", cite),)) if words and not closed else None


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
