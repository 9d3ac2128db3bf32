"""What the record shows: the sections of the briefing that report findings, each number taken from one."""

from __future__ import annotations

from leadnet.briefing import exhibits
from leadnet.briefing.content import Paragraph, Section
from leadnet.briefing.exhibits import meeting_date, one
from leadnet.build import Built
from leadnet.study.words import Sentence, Span, day, listed, number, of_record, sentence, share


def took_part(built: Built) -> Section:
    """Who was in the room, which councils were not recorded, and why there is no network."""
    blocks: list[object] = []
    for meeting_id in sorted(set(built.there["meeting_id"]), key=lambda id: (built.meeting_dates[id], id)):
        texts = (
            _heads(built, meeting_id),
            *_host(built, meeting_id),
            *_councils(built, meeting_id),
            *_apologies(built, meeting_id),
        )
        blocks += [Paragraph(text) for text in texts]
    if blocks and len(built.councils):
        blocks.append(exhibits.council_grid(built))
    return Section("Who took part", (*blocks, *map(Paragraph, _network(built) if blocks else [])))


def _heads(built: Built, meeting_id: str) -> Sentence:
    parts = {
        "heads_present": "{n} listed as present",
        "heads_in_support": "{n} as officers in support",
        "heads_also": "{n} also present",
    }
    found = {name: one(built, name, meeting_id) for name in parts}
    said = [sentence(parts[name], n=number(row)) for name, row in found.items() if row.n]
    counted = sentence(
        "On {date}, at {body}, {people:person was|people were} in the room{parts}. They came from "
        "{organisations:organisation|organisations}, {present} of them among those listed as present.",
        date=meeting_date(built, meeting_id),
        body=built.names[built.meetings.set_index("meeting_id").at[meeting_id, "body_id"]],
        people=number(one(built, "heads_in_room", meeting_id)),
        parts=sentence(": {said}", said=listed(said)) if said else "",
        organisations=number(one(built, "organisations_in_room", meeting_id)),
        present=number(one(built, "organisations_present", meeting_id)),
    )
    limited = one(built, "item_limited", meeting_id)
    if limited.n:
        counted += sentence(" {n:person was|people were} there for named items only.", n=number(limited))
    return counted + _unplaced(built, meeting_id) + _rules(built)


def _unplaced(built: Built, meeting_id: str) -> Sentence:
    unknown = one(built, "heads_organisation_unknown", meeting_id)
    if not unknown.n:
        return Sentence()
    return sentence(
        " The organisation of {unknown:person|people} in the room is not yet matched to the register and is not "
        "counted.",
        unknown=number(unknown),
    )


def _rules(built: Built) -> Sentence:
    """Said beside the counts where the study counts by other rules than the usual."""
    if str(built.rules) == "defaults":
        return Sentence()
    return sentence(
        " Counted by rules of this study that differ from the usual: {rules}.",
        rules=of_record(built.rules, "study.toml"),
    )


def _host(built: Built, meeting_id: str) -> list[Sentence]:
    """The host's heads with and without its officers in support; nothing when the host was not there."""
    host = built.hosts[meeting_id]
    rows = [one(built, name, host, meeting_id) for name in ("heads_of", "present_heads_of")]
    without = exhibits.without_support(built)
    rows += [one(without, "heads_of", host, meeting_id), one(without, "organisations_in_room", meeting_id)]
    if any(row is None for row in rows):
        return []
    joint = {
        "both": "a joint post counts for both its organisations",
        "split": "a joint post counts for each of its organisations by its share",
        "first": "a joint post counts for the first of its organisations",
    }
    return [
        sentence(
            "The host's officers are there by duty and swell the count of heads. {host} brought {heads} of the people "
            "in the room and {present} of those listed as present; {joint}. Without the host's officers in support its "
            "heads are {fewer}, and the organisations in the room are {still}.",
            host=built.names[host],
            heads=share(rows[0]),
            present=share(rows[1]),
            joint=joint[built.rules.joint_posts],
            fewer=share(rows[2]),
            still=number(rows[3]),
        )
    ]


def _councils(built: Built, meeting_id: str) -> list[Sentence]:
    """Which of the area's councils that day were in the room, sent apologies, or are not recorded."""
    of_day = built.councils[built.councils["meeting_id"] == meeting_id]
    districts = one(built, "districts_in_room", meeting_id)
    if districts is None:
        return []
    cells = built.grid[built.grid["meeting_id"] == meeting_id].set_index("org_id")
    names = {org: built.names[org] for org in of_day["org_id"]}
    came = [
        names[row.org_id] for row in of_day.itertuples() if row.role == "district" and cells.at[row.org_id, "heads"]
    ]
    sorry = [name for org, name in names.items() if cells.at[org, "state"] == "apologies"]
    unseen = [name for org, name in names.items() if cells.at[org, "state"] in ("not seen", "expected", "absent")]
    told = sentence("{n_of} of the county's districts were in the room", n_of=share(districts))
    told += sentence(": {came}.", came=listed(came)) if came else sentence(".")
    told += sentence(" Apologies are recorded from {sorry}.", sorry=listed(sorry)) if sorry else ()
    told += sentence(" Nobody is recorded from {unseen}.", unseen=listed(unseen)) if unseen else ()
    return [told + (_invited(built, meeting_id) if unseen else ())]


def _invited(built: Built, meeting_id: str) -> Sentence:
    """What may not be read into a council's not being recorded."""
    body = built.meetings.set_index("meeting_id").at[meeting_id, "body_id"]
    text = Sentence()
    if not (built.memberships["body_id"] == body).any():
        text = sentence(
            " The papers hold no list of members and do not say who was invited, so this does not show that anyone "
            "stayed away."
        )
    unmatched = one(built, "heads_organisation_unknown", meeting_id)
    if unmatched.n:
        text += sentence(" The {n:person|people} not yet matched may be theirs.", n=number(unmatched))
    unknown = one(built, "apologies_organisation_unknown", meeting_id)
    if unknown.n:
        text += sentence(" The {n:apology|apologies} whose organisation is not known may be theirs.", n=number(unknown))
    return text


def _apologies(built: Built, meeting_id: str) -> list[Sentence]:
    names = ("apologies", "apologies_covered", "apologies_organisation_printed", "apologies_organisation_inferred",
             "apologies_organisation_by_post", "apologies_organisation_unknown")  # fmt: skip
    found = {name: one(built, name, meeting_id) for name in names}
    if not found["apologies"].n:
        return []
    by_post = found["apologies_organisation_by_post"].n
    return [
        sentence(
            "Apologies: {apologies:person|people}, {apologies_covered} covered by a substitute. An organisation is "
            "printed beside {apologies_organisation_printed} of the names, inferred from the substitute's for "
            "{apologies_organisation_inferred}, "
            + ("taken from posts.csv for {apologies_organisation_by_post}, " if by_post else "")
            + "and not known for {apologies_organisation_unknown}.",
            **{name: number(row) for name, row in found.items()},
        )
    ]


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
        blocks += [*map(Paragraph, texts), exhibits.stage_bar(built, project)]
    return Section("Is the project moving?", (*blocks, *map(Paragraph, _scope(built))) if blocks else ())


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
    said = []
    for slip in exhibits.each(built, "stage_slip", project):
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


def _aimed(built: Built, project: str) -> list[Sentence]:
    """The stages with a date to be finished by, the days left at the paper that says so, and the councils meant."""
    said = [
        sentence(
            "The paper of {paper} names {stages:element|elements} of the work aimed at {aim}: {left:day|days} after "
            "it.",
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
        blocks += [Paragraph(_followed(built)), exhibits.ledger_table(built)]
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
    districts = one(built, "districts_in_room", meeting_id)
    if districts is None:
        return [found + sentence(".")]
    invited = "; who was invited is not recorded" if built.memberships.empty else ""
    return [
        found + sentence(", with {n} districts of the county among them{invited}.", n=share(districts), invited=invited)
    ]


def _ties_briefly(built: Built) -> list[Sentence]:
    if built.ties.empty or not (built.ties["verdict"] == "cannot be told").all():
        return []
    return [sentence("Whether the tiers meet more or less than chance would have it cannot be told from these papers.")]


def _moving_briefly(built: Built) -> list[Sentence]:
    return [
        sentence(
            "Of the stages of {project}, {done} are shown done by a paper held; the papers do not say that the others "
            "were left.",
            project=built.names.get(project, "the project"),
            done=share(one(built, "stages_shown_done", project)),
        )
        for project in exhibits.dated_projects(built)
    ]
