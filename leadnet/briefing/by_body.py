"""Who took part and whether the tiers meet, told by body and window: for a study with minutes of many meetings."""

from __future__ import annotations

from collections.abc import Iterator

from leadnet.briefing import exhibits, exhibits_by_body, exhibits_tiers, exhibits_voice
from leadnet.briefing.all_boards import apologies, changed
from leadnet.briefing.content import Paragraph, Section
from leadnet.briefing.counts import share
from leadnet.briefing.exhibits import each, one
from leadnet.briefing.exhibits_by_body import councils, minuted_bodies
from leadnet.briefing.exhibits_tiers import COUNCIL_TIERS, lower, tier_findings
from leadnet.build import Built
from leadnet.measures.sentences import said
from leadnet.study.words import Sentence, Span, listed, sentence


def background(built: Built) -> list[object]:
    """The meetings of each body, and what can be told of change."""
    return [exhibits_by_body.bodies_table(built), *map(Paragraph, _change(built))]


def _change(built: Built) -> list[Sentence]:
    """Whether any change of attendance is told, and what it takes."""
    rows = each(built, "organisations_with_change")
    if not rows or any(row.n for row in rows):
        return []
    return [
        sentence(
            "At no body is an organisation's attendance said to have risen or fallen: that takes more meetings with "
            "minutes in each window than any body here has."
        )
    ]


def took_part(built: Built) -> Section:
    """What changed over all boards, rates with their ranges, the grid of councils by meeting, and the host's duty."""
    blocks: list[object] = [*map(Paragraph, _members(built)), *changed(built)]
    rates = exhibits_by_body.rates(built)
    blocks += [rates] if rates else []
    blocks += [Paragraph(text) for text in (*_all_then_none(built), *_host(built))]
    blocks += [exhibits.council_grid(built)] if len(built.councils) else []
    told = exhibits_voice.loudest_voice(built)
    return Section("Who took part", (*blocks, Paragraph(exhibits_voice.voice_said(built)), *([told] if told else [])))


def _members(built: Built) -> list[Sentence]:
    """Whether every member came at some time, and how a rate is counted."""
    never = [row for row in each(built, "members_never_came") if row.of]
    if not never:
        return [sentence("The papers hold no list of members, so counts are given and no rate.")]
    how = (
        " Where a list of members is held a rate is given: the meetings at which a council was in the room, also by a "
        "substitute, of those held while it was a member."
    )
    some = listed(sentence("{n} of {body}", n=share(row), body=row.subject_name) for row in never if row.n)
    told = (
        sentence("Members in the room at no meeting: {some}.", some=some)
        if some
        else sentence("Every member of every body with a list of members was in the room at one meeting or more.")
    )
    return [told + sentence(how)]


def _all_then_none(built: Built) -> list[Sentence]:
    """Councils in the room at every meeting of a body in one window and at none in a later one, or the other way.

    The same rule for every council, and what else the record holds of its seat.
    """
    told = [text for org in councils(built) for text in _turned(built, org)]
    if not told:
        return []
    fair = sentence(
        "So few meetings fall in a window that a run of luck could do this, so no change is claimed; why, the papers "
        "do not say, and a council may have been in touch in another way."
    )
    return [
        sentence("From one window to another some councils came to all meetings of a body, or to none:"),
        *told,
        fair,
    ]


def _turned(built: Built, org: str) -> Iterator[Sentence]:
    windows = [row for row in each(built, "attendance_rate", org) if row.since]
    turned = []
    for body in minuted_bodies(built):
        mine = sorted((row for row in windows if row.other == body and row.of > 1), key=lambda row: row.since)
        if {row.n for row in mine} >= {0} and any(row.n == row.of for row in mine):
            turned.append(sentence("{shares} at {body}", shares=listed(map(share, mine), ","), body=built.names[body]))
    if len(turned) > 1:
        yield sentence("{name}: {told}.", name=built.names[org], told=listed(turned, ";")) + apologies(built, org)


def _host(built: Built) -> list[Sentence]:
    """The duty of the host, said once."""
    rows = [row for row in each(built, "organisation_chaired") if row.n]
    if not rows:
        return []
    chaired = listed(sentence("{n} of {body}", n=share(row), body=row.other_name) for row in rows)
    host = built.names.get(rows[0].subject, rows[0].subject)
    if len({row.subject for row in rows}) > 1:
        return []
    return [
        sentence(
            "{host} hosts and chairs ({chaired}); its officers are there by duty and swell its counts.",
            host=host,
            chaired=chaired,
        )
    ]


# ---- ties ------------------------------------------------------------------------------------------------------------


def tiers(built: Built) -> Section:
    """Whether the tiers meet: what each test says, what it turns on, and single ties after."""
    heading = "Do the tiers meet?"
    if built.ties.empty:
        return Section(heading, ())
    blocks: list[object] = [Paragraph(text) for text in _headlines(built)]
    matrix = exhibits_tiers.tier_matrix(built)
    blocks += [matrix] if matrix else []
    blocks.append(Paragraph(_spaced([*_partners(built), *_single(built)])))
    drawn = exhibits_tiers.tier_map(built)
    many = (built.ties["verdict"].isin(["more", "less"])).sum() > exhibits_tiers.FEW_TIES
    return Section(heading, (*blocks, *([drawn] if drawn and many else [])))


def _headlines(built: Built) -> list[Sentence]:
    """The headlines, those of one verdict together; one that turns on something says so by itself."""
    rows = {row.finding_id: row for row in built.told(*exhibits_tiers.VERDICTS).itertuples()}
    beside = {row.finding_id: row for row in built.robustness.itertuples()}
    steady = [row for row in built.headlines.itertuples() if not row.flips]
    told = [_method()]
    for verdict in dict.fromkeys(row.verdict for row in steady):
        told.append(tier_sentence([rows[row.finding_id] for row in steady if row.verdict == verdict]))
    if any(row.beside for row in steady):
        told.append(sentence("Leaving out any one meeting, organisation or person changes no such result."))
    turning = []
    for row in built.headlines[built.headlines["flips"]].itertuples():
        again = _spaced([said(beside[ref]) for ref in row.beside.split()])
        turning.append(tier_sentence([rows[row.finding_id]]) + sentence(" It turns on this: {again}", again=again))
    return [_spaced(told), *turning, *_caution(built)]


def _method() -> Sentence:
    return sentence(
        "Each pair of tiers is tested by the meetings its councils shared, beside those that chance would give to "
        "councils that came as often."
    )


def _caution(built: Built) -> list[Sentence]:
    return [sentence(built.ties_caution)] if built.ties_caution else []


def tier_sentence(rows: list) -> Sentence:
    """What the test says of pairs of tiers with one verdict, the counts of each under one mark."""
    verdict = {
        "tiers_met_more": "met more often than their attendance explains",
        "tiers_met_less": "met less often than their attendance explains",
        "tiers_met_as_chance": "met about as often as their attendance explains",
        "tiers_cannot_be_told": "may have met more or less often than chance would have it: the record cannot tell",
    }[rows[0].measure]
    pairs = [row.subject_name if not place else lower(row.subject_name) for place, row in enumerate(rows)]
    return sentence(
        "{pairs}{then} {verdict} (meetings together, counted pair by pair: {counts} by chance).",
        pairs="; ".join(pairs),
        then=": these" if len(pairs) > 1 else "",
        verdict=verdict,
        counts=listed(exhibits_tiers.beside_chance(row) for row in rows),
    )


def _spaced(parts: list[Sentence]) -> Sentence:
    """Sentences one after another in one paragraph."""
    found = Sentence()
    for place, part in enumerate(parts):
        found = found + ((Span(" "),) if place else ()) + part
    return found


def _partners(built: Built) -> list[Sentence]:
    """Pairs with a partner's sector that met more or less often than chance; how many the record cannot tell."""
    pairs = {pair: told for pair, told in tier_findings(built).items() if not {*pair} <= {*COUNCIL_TIERS}}
    if not pairs:
        return []
    told = [tier_sentence([row]) for _, (verdict, row) in sorted(pairs.items()) if verdict in ("more", "less")]
    if told:
        return told
    return [
        sentence(
            "Of no pair with partners outside the councils does the record show more or fewer meetings together than "
            "their attendance explains."
        )
    ]


def _single(built: Built) -> list[Sentence]:
    """Single ties, after the tiers: how many can be told, and by name where they are few."""
    told = built.ties[built.ties["verdict"].isin(["more", "less"])]
    few = 0 < len(told) <= exhibits_tiers.FEW_TIES
    named = listed(f"{exhibits_tiers.tie_called(built, tie)} ({tie.verdict} often)" for tie in told.itertuples())
    return [
        sentence(
            "Single ties come after: {met} pairs of organisations met; {more} met more often and {less} less often "
            "than their attendance explains, and of {untold} the record cannot tell.{named}",
            met=share(one(built, "pairs_met")),
            more=share(one(built, "pairs_more")),
            less=share(one(built, "pairs_less")),
            untold=share(one(built, "pairs_cannot_be_told")),
            named=sentence(" Told apart from chance: {named}.", named=named) if few else "",
        )
    ]
