"""The exhibits of the house sections: each takes a table of the build and gives a figure or a table."""

from __future__ import annotations

import pandas as pd

from leadnet import figures
from leadnet.briefing import behind_charts
from leadnet.briefing.content import FigureExhibit, TableExhibit
from leadnet.briefing.counts import number, share
from leadnet.build import CLOSED, Built
from leadnet.study.counting import spread
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence, Span, day, figure, listed, quote, sentence

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


MANY = 4  # meetings with minutes from which a study is told by body, not by meeting


def is_many(built: Built) -> bool:
    """Whether the study is told by body and window."""
    return int((built.coverage["known_by"] == "minutes").sum()) >= MANY


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


def bound(row: object, end: str) -> Span:
    """The low or high end of a finding, as a span that names it."""
    return Span(figure(getattr(row, end)), "finding", row.finding_id)


def interval(row: object) -> Span:
    """Both ends of a finding under one mark, as `0.3 to 0.9`: by itself neither is its value."""
    return Span(f"{figure(row.low)} to {figure(row.high)}", "finding", row.finding_id)


def _words(text: str) -> Sentence:
    return Sentence((Span(text),))


def council_grid(built: Built) -> FigureExhibit:
    """The area's councils by the meetings of the bodies with minutes."""
    minuted = set(built.coverage.loc[built.coverage["known_by"] == "minutes", "body_id"])
    meetings = built.coverage[built.coverage["body_id"].isin(minuted) & (built.coverage["date"] != "")]
    councils = built.councils.drop_duplicates("org_id")
    bodies = {body: name for body, name in shorts_of_bodies(built).items() if body in minuted}
    drawn = figures.grid(built.grid, list(councils["org_id"]), built.shorts, meetings, bodies)
    seen = dict.fromkeys(row.subject_name for row in each(built, "council_heads") if row.value)
    return FigureExhibit(
        caption=_grid_headline(built, sorted(minuted)),
        source=_grid_source(built, sorted(minuted)),
        alt=sentence(
            "Grid of the area's councils by meeting. In the room at a meeting whose minutes are held: {seen}. Of "
            "meetings without minutes no attendance is held.",
            seen=listed(seen) if seen else "none of them",
        ),
        drawn=drawn,
        data=behind_charts.of_grid(built, list(councils["org_id"]), meetings, bodies),
    )


def _grid_source(built: Built, bodies: list[str]) -> Sentence:
    """Where the grid's rows and columns come from; many bodies are named in the chart itself."""
    return sentence(
        "Source: attendance lists and papers of {body}; councils from {register}.",
        body=built.names[bodies[0]] if len(bodies) == 1 else "the bodies named",
        register="organisations.csv" if built.settings.made_up else "the dated register",
    )


def shorts_of_bodies(built: Built) -> dict[str, str]:
    """What each body is called in a chart, in the order of bodies.csv."""
    listed_ = {row.body_id: row.short or row.name for row in built.bodies.itertuples()}
    return listed_ | {body: body for body in sorted(set(built.meetings["body_id"]) - {*listed_})}


def _grid_headline(built: Built, bodies: list[str]) -> Sentence:
    """What the grid says first: how many meetings have minutes and, where it is one, how many districts it records."""
    meetings = sorted(set(built.councils["meeting_id"]))
    shares = {body: share(one(built, "meetings_documented", body)) for body in bodies}
    if len(bodies) > 1:
        names = shorts_of_bodies(built)
        each_ = listed(sentence("{n} of {body}", n=n, body=names[body]) for body, n in shares.items())
        return sentence("Minutes are held of {each_} meetings", each_=each_)
    held = listed(shares.values())
    if len(meetings) != 1 or not (built.councils["role"] == "district").any():
        return sentence("Minutes are held of {held} meetings", held=held)
    districts = share(one(built, "districts_in_room", meetings[0]))
    return sentence(
        "Minutes are held of {held} meetings; {districts} districts are recorded there", held=held, districts=districts
    )


def workstream_matrix(built: Built) -> FigureExhibit:
    """Workstreams by the organisations the papers name in them."""
    order = [*built.councils["org_id"], *sorted(set(built.workstreams["org_id"]))]
    drawn = figures.workstreams(built.workstreams, built.shorts, list(dict.fromkeys(order)))
    without = one(built, "workstreams_without_partner")
    most = [f"{row.name}: {built.names.get(row.org_id, row.org_id)}" for row in _partners(built).itertuples()]
    return FigureExhibit(
        caption=sentence("For {without} workstreams the papers name no partner", without=share(without))
        if without.n
        else sentence("The papers name a partner in every workstream"),
        source=_words("Source: workstreams.csv, each row with its line in the papers."),
        alt=sentence(
            "Workstreams by organisation. {named}. For {without} no partner is named.",
            named="; ".join(most) or "No partner is named in any",
            without=share(without),
        ),
        drawn=drawn,
        data=behind_charts.of_workstreams(built),
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
        drawn=drawn,
        data=behind_charts.of_stages(built, project),
    )


def ledger_table(built: Built) -> TableExhibit:
    """What asks for something, marked clauses first, with owner, date and what later papers show."""
    asks = built.ledger[built.ledger["asks"] == "to do"]
    ordered = [
        *asks[asks["where"] != "running text"].groupby("action_id", sort=False),
        *asks[asks["where"] == "running text"].groupby("action_id", sort=False),
    ]
    rows = tuple(ledger_row(built, mine) for _, mine in ordered)
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


def ledger_row(built: Built, mine: pd.DataFrame) -> tuple[Sentence, ...]:
    """The cells of a clause: its minute, its words, who and by when, and what its rows of the ledger show."""
    first = next(mine.itertuples())
    cite = clause_cite(first)
    when = listed(
        [part for part in (_printed(built, words, cite) for words in (first.owners, first.due_printed)) if part], ","
    )
    told = mine[mine["shows"] != "not judged"] if (mine["shows"] != "not judged").any() else mine.head(1)
    shows = {str(said): said for said in (_shown(built, row) for row in told.itertuples())}
    return minute(built, first), quoted(built, first), when, listed(shows.values(), ";")


def minute(built: Built, first: object) -> Sentence:
    """The number of a clause's minute; in a study of many meetings with its body and date too."""
    item = built.items.set_index("item_id").loc[first.item_id]
    limb = built.decisions.set_index("decision_id").at[first.action_id, "limb"]
    cites = f"{item['doc_id']}:{item['line']} {clause_cite(first)}"
    where = Span(f"{item['number']}{f' {limb}' if limb else ''}", "record", cites)
    if not is_many(built):
        return Sentence((where,))
    body = built.meetings.set_index("meeting_id").at[item["meeting_id"], "body_id"]
    return sentence(
        "{body}, {on}, {where}",
        body=shorts_of_bodies(built).get(body, body),
        on=meeting_date(built, item["meeting_id"]),
        where=where,
    )


def quoted(built: Built, row: object) -> Sentence:
    """A clause's first words in quotation marks, with a sign where it goes on; no word of an exempt paper."""
    if _is_closed(built, clause_cite(row)):
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
    return Sentence((Span(built.hide(words), "record", cite),)) if words and not _is_closed(built, cite) else None


def _is_closed(built: Built, cite: str) -> bool:
    return any(built.texts[line] == CLOSED for line in spread(cite))


def _shown(built: Built, row: object) -> Sentence:
    if not row.doc_id or not row.line:
        return _words(row.shows)
    text = built.texts[spread(f"{row.doc_id}:{row.line}")[0]]
    paragraph = text.split(".")[0] if text.split(".")[0].isdigit() else ""
    where = Span(f"paragraph {paragraph}" if paragraph else "a line", "record", f"{row.doc_id}:{row.line}")
    date_ = built.sources.set_index("doc_id").at[row.doc_id, "date"]
    return sentence(
        "{shows}: {where}, paper of {date}", shows=row.shows, where=where, date=day(date_, f"sources.csv#{row.doc_id}")
    )
