"""The exhibits of tiers: who met whom more or less often than chance, by pair of tiers and by single tie."""

from __future__ import annotations

import pandas as pd

from leadnet import figures
from leadnet.briefing import behind_charts
from leadnet.briefing.content import FigureExhibit
from leadnet.briefing.counts import share
from leadnet.briefing.exhibits import one
from leadnet.briefing.exhibits_by_body import councils, whole
from leadnet.build import Built
from leadnet.figures import beside_chance
from leadnet.figures.signs import group_of
from leadnet.measures.tiers import tiers_of
from leadnet.study.words import Sentence, listed, sentence

FEW_TIES = 3  # up to which single ties are named in a sentence, and no map is drawn
COUNCIL_TIERS = ("county", "district", "neighbour")
VERDICTS = {"tiers_met_more": "more", "tiers_met_less": "less", "tiers_met_as_chance": "as chance",
            "tiers_cannot_be_told": "cannot be told"}  # fmt: skip


def tier_findings(built: Built) -> dict[tuple[str, str], tuple[str, object]]:
    """Verdict and finding of each pair of tiers over the whole record, by the two tiers."""
    found = {}
    for measure, verdict in VERDICTS.items():
        for row in whole(built, measure).itertuples():
            found[_pair(built, row.subject)] = (verdict, row)
    return found


def _pair(built: Built, subject: str) -> tuple[str, str]:
    """The two tiers of a pair's id, as `voluntary-and-community-district`."""
    tiers = set(built.attending["tier"])
    ends = ((subject[:at], subject[at + 1 :]) for at, letter in enumerate(subject) if letter == "-")
    return next(((a, b) for a, b in ends if a in tiers and b in tiers), (subject, ""))


def tier_matrix(built: Built) -> FigureExhibit | None:
    """Pairs of tiers: meetings together beside those by chance. None where no pair could be tested."""
    pairs = tier_findings(built)
    tiers = _tiers(pairs)
    if not tiers:
        return None
    kept = {pair: said for pair, said in pairs.items() if {*pair} <= {*tiers}}
    words = {tier: built.names.get(tier, tier) for tier in tiers}
    drawn = figures.tier_matrix(kept, tiers, words)
    return FigureExhibit(
        caption=tier_headline(built),
        source=sentence(
            "Source: attendance lists held; each pair tested among those who could have been at the same meetings."
        ),
        alt=sentence(
            "For each pair of tiers meetings together beside those by chance, and what the test says: {all}.",
            all=listed((_pair_said(built, pair, *kept[pair]) for pair in sorted(kept)), "and"),
        ),
        drawn=drawn,
        data=behind_charts.of_tiers(kept),
    )


def _tiers(pairs: dict) -> list[str]:
    """The tiers of councils, then others of which two organisations could meet, by name."""
    found = {tier for pair in pairs for tier in pair}
    partners = sorted(tier for tier in found if (tier, tier) in pairs and tier not in COUNCIL_TIERS)
    return [*(tier for tier in COUNCIL_TIERS if tier in found), *partners]


def _pair_said(built: Built, pair: tuple[str, str], verdict: str, row: object) -> Sentence:
    return sentence("{pair} {counts}, {verdict}", pair=row.subject_name, counts=beside_chance(row), verdict=verdict)


def tier_headline(built: Built) -> Sentence:
    """What the tests of the tiers of councils say first."""
    words = {"tiers_met_more": "more often than", "tiers_met_less": "less often than",
             "tiers_met_as_chance": "about as often as"}  # fmt: skip
    for measure, often in words.items():
        rows = [row for row in whole(built, measure).itertuples() if {*_pair(built, row.subject)} <= {*COUNCIL_TIERS}]
        if rows:
            names = listed(row.subject_name if not i else lower(row.subject_name) for i, row in enumerate(rows))
            return sentence("{names} met {often} their attendance explains", names=names, often=often)
    return sentence("Whether the tiers of councils meet more or less often than chance cannot be told")


def lower(name: str) -> str:
    """A heading within a sentence.

    >>> lower("Health and NHS")
    'health and NHS'
    """
    return name[0].lower() + name[1:]


def tier_map(built: Built) -> FigureExhibit | None:
    """Who stands where, and the single ties that can be told from chance; None where there is none."""
    told = built.ties[built.ties["verdict"].isin(["more", "less"])]
    if told.empty:
        return None
    drawn = figures.tier_map(built.ties, _places(built), built.shorts)
    more, less = one(built, "pairs_more"), one(built, "pairs_less")
    return FigureExhibit(
        caption=sentence("{more} pairs met more often, and {less} less often, than their attendance explains",
                         more=share(more), less=share(less)),
        source=sentence("Source: attendance lists held. A pair without a line met about as chance, or cannot be told."),
        alt=sentence(
            "The county in the middle, its districts and the councils next door around it, partners outside by sector. "
            "Lines join {pairs}.",
            pairs=listed(f"{tie_called(built, t)} ({t.verdict})" for t in told.itertuples()),
        ),
        drawn=drawn,
        data=behind_charts.of_ties(built),
    )  # fmt: skip


def tie_called(built: Built, tie: object) -> str:
    """The two organisations of a row of ties, by the short names they have in a study."""
    return " with ".join(built.shorts.get(org, org) for org in (tie.organisation_a, tie.organisation_b))


def _places(built: Built) -> pd.DataFrame:
    """Every organisation of the ties with its ring and group; councils by the register, others by group and id."""
    roles = dict(zip(built.councils["org_id"], built.councils["role"], strict=True))
    tiers, own = tiers_of(built.councils, built.organisations), built.organisations.set_index("org_id").to_dict("index")
    seen = {*built.ties["organisation_a"], *built.ties["organisation_b"]}
    groups = {org: group_of(tiers.get(org, ""), own.get(org, {}), built.settings.area) for org in seen}
    partners = sorted(seen - {*roles}, key=lambda org: (groups[org], org))
    order = [*(org for org in councils(built) if org in seen), *partners]
    rows = [(org, roles.get(org, "partner"), groups[org]) for org in order]
    return pd.DataFrame(rows, columns=["org_id", "ring", "group"])
