"""Who took part, told meeting by meeting: for a study with minutes of a few."""

from __future__ import annotations

from leadnet.briefing import exhibits, exhibits_voice
from leadnet.briefing.content import Paragraph, Section
from leadnet.briefing.counts import number, share
from leadnet.briefing.exhibits import meeting_date, one
from leadnet.build import Built
from leadnet.study.words import Sentence, listed, of_record, sentence


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
    last = (exhibits_voice.voice_said(built), *_network(built)) if blocks else ()
    return Section("Who took part", (*blocks, *map(Paragraph, last)))


def _heads(built: Built, meeting_id: str) -> Sentence:
    parts = {
        "heads_present": "{n} listed as present",
        "heads_in_support": "{n} under officers in support",
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
    nobody = [org for org in names if cells.at[org, "state"] in ("not seen", "expected", "absent")]
    beside = [names[row.org_id] for row in of_day.itertuples() if row.role == "neighbour" and row.org_id in nobody]
    unseen = [names[org] for org in nobody if names[org] not in beside]
    told = sentence("{n_of} of the county's districts were in the room", n_of=share(districts))
    told += sentence(": {came}.", came=listed(came)) if came else sentence(".")
    told += sentence(" Apologies are recorded from {sorry}.", sorry=listed(sorry)) if sorry else ()
    told += sentence(" Nobody is recorded from {unseen}.", unseen=listed(unseen)) if unseen else ()
    told += (
        sentence(" Of the councils next door nobody is recorded from {beside}.", beside=listed(beside))
        if beside
        else ()
    )
    return [told + (_invited(built, meeting_id) if nobody else ())]


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
