"""What the record shows: the sections of the briefing that report findings, each number taken from one."""

from __future__ import annotations

from leadnet.briefing import exhibits
from leadnet.briefing.content import Paragraph, Section
from leadnet.briefing.exhibits import meeting_date, one
from leadnet.build import Built
from leadnet.study.words import Sentence, Span, day, listed, number, quote, sentence, share


def took_part(built: Built) -> Section:
    """Who was in the room, which councils were not recorded, and why there is no network."""
    blocks: list[object] = []
    for meeting_id in sorted(set(built.there["meeting_id"])):
        blocks += [
            Paragraph(text)
            for text in (
                _heads(built, meeting_id),
                *_host(built, meeting_id),
                *_councils(built, meeting_id),
                _apologies(built, meeting_id),
            )
        ]
    if blocks:
        blocks.insert(min(3, len(blocks)), exhibits.council_grid(built))
        blocks += [Paragraph(text) for text in _network(built)]
    return Section("Who took part", tuple(blocks))


def _heads(built: Built, meeting_id: str) -> Sentence:
    found = {
        name: number(one(built, name, meeting_id))
        for name in (
            "heads_in_room",
            "heads_present",
            "heads_in_support",
            "heads_also",
            "organisations_in_room",
            "organisations_present",
            "item_limited",
        )
    }
    return sentence(
        "On {date}, {heads_in_room:person was|people were} in the room: {heads_present} listed as present, "
        "{heads_in_support} as officers in support and {heads_also} also present. They came from "
        "{organisations_in_room:organisation|organisations}, {organisations_present} of them among those listed as "
        "present. {item_limited:person was|people were} there for one item only.",
        date=meeting_date(built, meeting_id),
        **found,
    )


def _host(built: Built, meeting_id: str) -> list[Sentence]:
    """The host's heads with and without its officers in support; nothing when the host was not there."""
    host = built.settings.host
    try:
        with_support, present = (
            one(built, "heads_of", host, meeting_id),
            one(built, "present_heads_of", host, meeting_id),
        )
        without = exhibits.otherwise(built, host_support=False)
        fewer, still = one(without, "heads_of", host, meeting_id), one(without, "organisations_in_room", meeting_id)
    except KeyError:
        return []
    return [
        sentence(
            "The host's officers are there by duty and swell the count of heads. {host} brought {heads} of the "
            "people in the room and {present} of those listed as present; a joint post counts for both its "
            "organisations. Without the host's officers in support its heads are {fewer}, and the organisations in "
            "the room are {still}.",
            host=built.names[host],
            heads=share(with_support),
            present=share(present),
            fewer=share(fewer),
            still=number(still),
        )
    ]


def _councils(built: Built, meeting_id: str) -> list[Sentence]:
    """Which of the area's councils that day were in the room, and of which nobody is recorded."""
    of_day = built.councils[built.councils["meeting_id"] == meeting_id]
    if not (of_day["role"] == "district").any():
        return []
    heads = {row.subject: row.value for row in built.find("council_heads", other=meeting_id).itertuples()}
    came = [row.name for row in of_day.itertuples() if row.role == "district" and heads[row.org_id]]
    unseen = [row.name for row in of_day.itertuples() if row.role != "area" and not heads[row.org_id]]
    districts = sentence(
        "{n_of} of the county's districts were in the room{names}.",
        n_of=share(one(built, "districts_in_room", meeting_id)),
        names=sentence(": {came}", came=listed(came)) if came else "",
    )
    if not unseen:
        return [districts]
    return [
        districts
        + sentence(
            " Nobody is recorded from {unseen}. The papers hold no list of members and do not say who was invited, "
            "so this does not show that anyone stayed away.",
            unseen=listed(unseen),
        )
    ]


def _apologies(built: Built, meeting_id: str) -> Sentence:
    found = {
        name: number(one(built, name, meeting_id))
        for name in (
            "apologies",
            "apologies_covered",
            "apologies_organisation_printed",
            "apologies_organisation_inferred",
            "apologies_organisation_unknown",
        )
    }
    return sentence(
        "{apologies:person|people} sent apologies, {apologies_organisation_printed} of them with an organisation "
        "printed beside the name; {apologies_covered:was|were} covered by a substitute. For "
        "{apologies_organisation_inferred} the organisation is inferred from the substitute's, and for "
        "{apologies_organisation_unknown} it is not known.",
        **found,
    )


def _network(built: Built) -> list[Sentence]:
    """One sentence why there is no network; or what the test against chance found."""
    if built.ties.empty:
        return []
    met = share(one(built, "pairs_met"))
    if (built.ties["verdict"] == "cannot be told").all():
        return [
            sentence(
                "No network is drawn. Where {met} pairs of organisations met, for {untold} pairs the record cannot "
                "tell whether they meet more or less often than chance would have it; minutes of more meetings are "
                "needed.",
                met=met,
                untold=share(one(built, "pairs_cannot_be_told")),
            )
        ]
    return [
        sentence(
            "{met} pairs of organisations met; {more} met more often and {less} less often than their attendance "
            "explains.",
            met=met,
            more=share(one(built, "pairs_more")),
            less=share(one(built, "pairs_less")),
        )
    ]


def joint_work(built: Built) -> Section:
    """Which organisations the papers name in which workstream."""
    if built.workstreams.empty:
        return Section("Joint work", ())
    text = sentence(
        "The papers name {all:workstream|workstreams}. For {without} of them no partner is named, and a district is "
        "named as a partner in {districts}. {host} is named in {host_n}. Where the papers name nobody, that is all "
        "they show: partners may have been at work unnamed.",
        all=number(one(built, "workstreams")),
        without=share(one(built, "workstreams_without_partner")),
        districts=share(one(built, "workstreams_with_districts")),
        host=built.names[built.settings.host],
        host_n=share(one(built, "workstreams_of", built.settings.host)),
    )
    return Section("Joint work", (Paragraph(text), exhibits.workstream_matrix(built)))


def moving(built: Built) -> Section:
    """Each project's stages: first planned, restated, the date aimed at and the time left."""
    blocks: list[object] = []
    for project in sorted(set(built.stages.loc[built.stages["to"] != "", "project_id"])):
        texts = [*_slip(built, project), *_aimed(built, project), *_scope(built)]
        blocks += [*map(Paragraph, texts), exhibits.stage_bar(built, project)]
    return Section("Is the project moving?", tuple(blocks))


def _stated(built: Built, row: object) -> Sentence:
    """The words of a stage and the paper they stand in."""
    source = built.sources.set_index("doc_id").loc[row.doc_id]
    return Sentence(
        (
            quote(built.hide(row.as_printed), f"{row.doc_id}:{row.line}"),
            Span(" (paper of "),
            day(source["date"], f"sources.csv#{row.doc_id}"),
            Span(")"),
        )
    )


def _slip(built: Built, project: str) -> list[Sentence]:
    try:
        slips = list(built.find("stage_slip", project).itertuples())
    except KeyError:
        return []
    said = []
    for slip in slips:
        rows = built.stages[(built.stages["project_id"] == project) & (built.stages["stage_id"] == slip.other)]
        planned, restated = (rows[rows["state"] == state] for state in ("planned", "restated"))
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


def _aimed(built: Built, project: str) -> list[Sentence]:
    """The stages with a date to be finished by, the days left at the paper that says so, and the councils meant."""
    try:
        left, stages = one(built, "days_left", project), one(built, "stages_aimed", project)
    except KeyError:
        return []
    text = sentence(
        "The paper of {paper} names {stages} elements of the work, all aimed at {aim}: {left} days after it.",
        paper=day(left.since, f"sources.csv#{left.other}"),
        stages=number(stages),
        aim=day(left.until, exhibits.stage_cites(built, project)),
        left=number(left),
    )
    try:
        meant = one(built, "authorities_to_meet", project)
    except KeyError:
        return [text]
    row = next(built.stages[built.stages["stage_id"] == meant.other].itertuples())
    return [
        text
        + sentence(
            " The words {words} may mean from {low} to {high} councils, by whether those next door are meant; the "
            "paper does not say.",
            words=quote(row.as_printed, f"{row.doc_id}:{row.line}"),
            low=exhibits.bound(meant, "low"),
            high=exhibits.bound(meant, "high"),
        )
    ]


def _scope(built: Built) -> list[Sentence]:
    """What was asked for at a meeting and is not mentioned in a later paper on the same work."""
    silent = built.ledger[built.ledger["shows"] == "not mentioned later"]
    if silent.empty:
        return []
    asked = listed(
        [quote(exhibits.opening(built, row), exhibits.clause_cite(row)) for row in silent.itertuples()], "; and"
    )
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
    if built.ledger.empty:
        return Section("Decisions, and what later papers show", ())
    counts = {name: number(one(built, name)) for name in ("clauses_marked", "clauses_plain", "commitments", "actions")}
    shares = {
        name: share(one(built, name))
        for name in ("clauses_ask", "clauses_for_decision", "actions_with_owner", "actions_with_date")
    }
    first = sentence(
        "{clauses_marked:clause stands|clauses stand} under a marker in capitals: {clauses_ask} ask for something "
        "and {clauses_for_decision} are for decision only. {clauses_plain:more is|more are} printed without a "
        "marker, and {commitments:commitment stands|commitments stand} in running text. Of the "
        "{actions:action|actions} in all, {actions_with_owner} name who is to act and {actions_with_date} have a "
        "date.",
        **counts,
        **shares,
    )
    return Section(
        "Decisions, and what later papers show",
        (Paragraph(first), Paragraph(_followed(built)), exhibits.ledger_table(built)),
    )


def _followed(built: Built) -> Sentence:
    shown = [row for row in built.find("actions_shown").itertuples() if row.n]
    parts = [Sentence((Span(f"{row.subject} ("), share(row), Span(")"))) for row in shown]
    return sentence(
        "What later papers show of these actions (one may be shown in more than one way): {parts}. Silence is not "
        "failure: of most later meetings nothing is held.",
        parts=listed(parts),
    )


def in_brief(built: Built) -> list[Sentence]:
    """The answers in a line each: who took part, whether it can be told how the tiers meet, whether the work moves."""
    return [*_took_part_briefly(built), *_ties_briefly(built), *_moving_briefly(built)]


def _took_part_briefly(built: Built) -> list[Sentence]:
    meetings = sorted(set(built.there["meeting_id"]))
    if len(meetings) != 1:
        return []
    (meeting_id,) = meetings
    found = sentence(
        "At the one meeting whose minutes are held, {people:person|people} from "
        "{organisations:organisation|organisations} were in the room",
        people=number(one(built, "heads_in_room", meeting_id)),
        organisations=number(one(built, "organisations_in_room", meeting_id)),
    )
    if not (built.councils["role"] == "district").any():
        return [found + sentence(".")]
    districts = share(one(built, "districts_in_room", meeting_id))
    return [found + sentence(", and {districts} districts of the county among them.", districts=districts)]


def _ties_briefly(built: Built) -> list[Sentence]:
    if built.ties.empty or not (built.ties["verdict"] == "cannot be told").all():
        return []
    return [sentence("Whether the tiers meet more or less than chance would have it cannot be told from these papers.")]


def _moving_briefly(built: Built) -> list[Sentence]:
    projects = sorted(set(built.stages.loc[built.stages["to"] != "", "project_id"]))
    return [
        sentence(
            "Of the stages of the project, {done} are shown done by a paper held; the papers do not say that the "
            "others were left.",
            done=share(one(built, "stages_shown_done", project)),
        )
        for project in projects
    ]
