"""What the record shows: the sections of the briefing that report findings, each number taken from one."""

from __future__ import annotations

from leadnet.briefing import exhibits, exhibits_by_body
from leadnet.briefing.content import FigureExhibit, Paragraph, Section
from leadnet.briefing.counts import number, share
from leadnet.briefing.exhibits import is_many, one
from leadnet.build import Built
from leadnet.study.words import Sentence, Span, day, listed, sentence

_TREND_PAPERS = 3  # from which a stage bar would hold more bars than it tells


def joint_work(built: Built) -> Section:
    """Which organisations the papers name in which workstream."""
    if built.workstreams.empty:
        return Section("Joint work", ())
    without = one(built, "workstreams_without_partner")
    text = sentence("The papers name {all:workstream|workstreams}.", all=number(one(built, "workstreams")))
    if without.n:
        text += sentence(" For {n} of them no partner is named.", n=share(without))
    if (built.councils["role"] == "district").any():
        districts = share(one(built, "workstreams_with_districts"))
        text += sentence(" A district is named as a partner in {n}.", n=districts)
    host = one(built, "workstreams_of", built.settings.host)
    if host is not None:
        text += sentence(" {host} is named in {n}.", host=built.names[built.settings.host], n=share(host))
    text += sentence(
        " Where the papers name nobody, or speak of councils or partners together, that is all they show: others may "
        "have been at work unnamed."
    )
    return Section("Joint work", (Paragraph(text), exhibits.workstream_matrix(built)))


def moving(built: Built) -> Section:
    """Each project's stages: first planned, restated, the date aimed at and the time left."""
    blocks: list[object] = []
    for project in exhibits.dated_projects(built):
        texts = [*_slip(built, project), *_aimed(built, project)]
        blocks += [*map(Paragraph, texts), _drawn(built, project)]
    scope = [] if is_many(built) else _scope(built)
    return Section("Is the project moving?", (*blocks, *map(Paragraph, scope)) if blocks else ())


def _drawn(built: Built, project: str) -> FigureExhibit:
    """The stage bar; where several papers restate the stages, their trend."""
    mine = built.stages[(built.stages["project_id"] == project) & (built.stages["to"] != "")]
    trend = mine["doc_id"].nunique() >= _TREND_PAPERS
    return exhibits_by_body.milestones(built, project) if trend else exhibits.stage_bar(built, project)


def _stated(built: Built, row: object) -> Sentence:
    """The words of a stage and the paper they stand in."""
    source = built.sources.set_index("doc_id").loc[row.doc_id]
    return Sentence(
        (
            exhibits.said(built, row),
            Span(" (paper of "),
            day(source["date"], f"sources.csv#{row.doc_id}"),
            Span(")"),
        )
    )


def _slip(built: Built, project: str) -> list[Sentence]:
    slips = exhibits.each(built, "stage_slip", project)
    if is_many(built) and slips:
        return [_slips_briefly(built, slips)]
    said = []
    for slip in slips:
        stage = built.stages[(built.stages["project_id"] == project) & (built.stages["stage_id"] == slip.other)]
        planned, restated = (stage[stage["state"] == state] for state in ("planned", "restated"))
        said.append(
            sentence(
                "{stage}: first stated as {first}, later as {last}. The words allow no single day; the later "
                "statement is between {low} and {high} days after the first.",
                stage=slip.other_name,
                first=_stated(built, next(planned.itertuples())),
                last=_stated(built, list(restated.itertuples())[-1]),
                low=exhibits.bound(slip, "low"),
                high=exhibits.bound(slip, "high"),
            )
        )
    return said


def _slips_briefly(built: Built, slips: list) -> Sentence:
    """How far each stage was restated, in one paragraph, where a chart shows its course."""
    parts = listed(sentence("{stage}, {days}", stage=slip.other_name, days=exhibits.interval(slip)) for slip in slips)
    return sentence(
        "Restated later than first planned, in days: {parts}. The papers' words allow no single day, so each is given "
        "as a span.",
        parts=parts,
    )


def _aimed(built: Built, project: str) -> list[Sentence]:
    """The stages with a date to be finished by, the days left at the paper that says so, and the councils meant."""
    said = [
        sentence(
            "The paper of {paper} names {stages:element|elements} of the work aimed at {aim}: {left:day|days} after "
            "that paper.",
            paper=day(left.since, f"sources.csv#{left.other}"),
            stages=number(one(built, "stages_aimed", project, left.until)),
            aim=day(left.until, exhibits.stage_cites(built, project)),
            left=number(left),
        )
        for left in exhibits.each(built, "days_left", project)
    ]
    return said + [_meant(built, project, meant) for meant in exhibits.each(built, "authorities_to_meet", project)]


def _meant(built: Built, project: str, meant: object) -> Sentence:
    stage = built.stages[(built.stages["project_id"] == project) & (built.stages["stage_id"] == meant.other)]
    row = next(stage.itertuples())
    return sentence(
        "The words {words} may mean from {low} to {high} councils, by whether those next door are meant; the paper "
        "does not say.",
        words=exhibits.said(built, row),
        low=exhibits.bound(meant, "low"),
        high=exhibits.bound(meant, "high"),
    )


def _scope(built: Built) -> list[Sentence]:
    """What was asked for at a meeting and is not mentioned in a later paper on the same work."""
    silent = built.ledger[built.ledger["shows"] == "not mentioned later"]
    if silent.empty:
        return []
    asked = listed(exhibits.quoted(built, row) for row in silent.itertuples())
    papers = listed(
        sorted(
            {day(built.sources.set_index("doc_id").at[doc, "date"], f"sources.csv#{doc}") for doc in silent["doc_id"]},
            key=str,
        )
    )
    return [
        sentence(
            "Asked for and not mentioned in the later paper of {papers}: {asked}. A paper's silence shows neither "
            "that it was dropped nor that it was left.",
            papers=papers,
            asked=asked,
        )
    ]


def decided(built: Built) -> Section:
    """The ledger: clauses and commitments counted, and what later papers show of those that ask for something."""
    heading = "Decisions, and what later papers show"
    if built.ledger.empty:
        return Section(heading, ())
    blocks = [Paragraph(_clauses(built)), *map(Paragraph, _not_judged(built))]
    if one(built, "actions").n:
        table = exhibits_by_body.silent_actions(built) if is_many(built) else exhibits.ledger_table(built)
        blocks += [Paragraph(_followed(built)), *([table] if table else [])]
    return Section(heading, tuple(blocks))


def _clauses(built: Built) -> Sentence:
    counts = {name: number(one(built, name)) for name in ("clauses_marked", "clauses_plain", "commitments", "actions")}
    shares = {
        name: share(one(built, name))
        for name in ("clauses_ask", "clauses_for_decision", "actions_with_owner", "actions_with_date")
    }
    return sentence(
        "{clauses_marked:clause stands|clauses stand} under a marker in capitals: {clauses_ask} ask for something and "
        "{clauses_for_decision} are for decision only. {clauses_plain:more is|more are} printed without a marker, and "
        "{commitments:commitment stands|commitments stand} in running text. Of the {actions:action|actions} in all, "
        "{actions_with_owner} name who is to act and {actions_with_date} have a date.",
        **counts,
        **shares,
    )


def _not_judged(built: Built) -> list[Sentence]:
    waiting = one(built, "not_judged")
    if not waiting.n:
        return []
    return [
        sentence(
            "Of what was read, {waiting:clause or commitment is|clauses and commitments are} counted under neither: "
            "whether they ask for something is for a person to say and has not been said yet.",
            waiting=number(waiting),
        )
    ]


def _followed(built: Built) -> Sentence:
    shown = [row for row in built.find("actions_shown").itertuples() if row.n]
    parts = [Sentence((Span(f"{row.subject} ("), share(row), Span(")"))) for row in shown]
    return sentence(
        "What later papers show of these actions (one may be shown in more than one way): {parts}. No later document "
        "held means none on that matter. Silence is not failure.",
        parts=listed(parts),
    )
