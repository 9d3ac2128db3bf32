"""The answers in a line each, for who reads no further."""

from __future__ import annotations

from leadnet.briefing import exhibits, exhibits_tiers
from leadnet.briefing.counts import number, share
from leadnet.briefing.exhibits import is_many, one
from leadnet.build import Built
from leadnet.study.words import Sentence, Span, listed, sentence


def in_brief(built: Built) -> list[Sentence]:
    """The answers in a line each: who took part, whether it can be told how the tiers meet, whether the work moves."""
    if is_many(built):
        return [*_came_briefly(built), *_tiers_briefly(built), *_moving_briefly(built), *_asked_briefly(built)]
    return [*_took_part_briefly(built), *_ties_briefly(built), *_moving_briefly(built)]


def _came_briefly(built: Built) -> list[Sentence]:
    """At how many bodies every district was seen."""
    came = [row for row in exhibits.each(built, "districts_came") if not row.since]
    if not came:
        return []
    if all(row.n == row.of for row in came):
        return [sentence("Every district of the county was in the room at every body, at one meeting or more.")]
    parts = listed(sentence("{n} at {body}", n=share(row), body=row.subject_name) for row in came)
    return [sentence("Districts of the county in the room at one meeting or more: {parts}.", parts=parts)]


def _tiers_briefly(built: Built) -> list[Sentence]:
    """What the tests of the tiers say first and, where that is of other councils, of the county and its districts."""
    if built.ties.empty:
        return []
    said = exhibits_tiers.tier_headline(built)
    verdict, row = exhibits_tiers.tier_findings(built).get(("county", "district"), ("", None))
    if verdict == "as chance" and row.subject_name.lower() not in str(said).lower():
        said = said + sentence("; {tiers} about as often as theirs does", tiers=exhibits_tiers.lower(row.subject_name))
    return [said + Sentence((Span("."),))]


def _asked_briefly(built: Built) -> list[Sentence]:
    """How many actions later papers show done, and that silence says nothing."""
    done = one(built, "actions_shown", "shown done")
    if done is None or not done.of:
        return []
    return [sentence("Later papers show {n} actions done; of the others they may be silent.", n=share(done))]


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
