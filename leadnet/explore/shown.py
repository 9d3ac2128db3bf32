"""Everything the view draws, as one dictionary for JSON: masked, exempt papers closed, no name of a person as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from leadnet import names
from leadnet.build import Built
from leadnet.explore.clauses import clauses
from leadnet.explore.facts import Facts, facts_of
from leadnet.explore.switches import SWITCHES, switched, touched
from leadnet.explore.tested import prepared, windows_of
from leadnet.figures.signs import group_of
from leadnet.measures.tiers import tiers_of
from leadnet.network.bare_said import NOT_INFLUENCE
from leadnet.study import spread
from leadnet.study.schema import PARTS, STATES, STATUSES

MADE_UP = "Made-up data: the people, papers and meetings shown here are invented."
MAY_NOT = (
    NOT_INFLUENCE,
    "Two organisations that met more often than chance explains need not have worked together, and nothing here says "
    "why they met.",
    "A meeting without minutes is unknown; nobody can be said to have missed it.",
    "An action no later paper mentions may well have been carried out.",
    "Hosts, chairs, clerks and presenters are there by duty, which swells their counts.",
    "A map with more lines is no sign of a better partnership.",
)


def payload(built: Built) -> dict[str, object]:
    """What the page and the widget show of a study, in the study's privacy mode.

    Organisations, meetings and attendance facts (see `facts_of`), from which a browser counts under any switches and
    window; the tests against chance Python made before; the ledger; and the text of every line that is cited.
    """
    facts, hide = facts_of(built), cache(built.hide)
    settings, touches = built.settings, touched(facts.entries, built.hosts, built.organisations)
    at = {meeting_id: place for place, meeting_id in enumerate(facts.meetings["meeting_id"])}
    ledger = clauses(built, at, facts.place)
    cites = [*facts.meetings["cites"], *facts.entries["cites"]]
    cites += [row["cites"] for clause in ledger for row in (clause, *clause["later"])]
    return {
        "title": hide(settings.name),
        "as_at": settings.as_at,
        "mode": settings.mode,
        "build": built.build,
        "made_up": MADE_UP if settings.made_up else "",
        "may_not": list(MAY_NOT),
        "level": built.rules.level,
        "words": {"states": list(STATES), "statuses": list(STATUSES), "parts": list(PARTS)},
        "organisations": _organisations(built, facts, hide),
        "bodies": {row.body_id: hide(row.short or row.name) for row in built.bodies.itertuples()},
        "meetings": _meetings(built, facts),
        "entries": facts.columns(),
        "unseen": facts.unseen,
        "clauses": ledger,
        "windows": [list(window) for window in windows_of(built)],
        "switches": [switch._asdict() | {"touches": touches[switch.rule]} for switch in SWITCHES],
        "rules": switched(built.rules),
        "tests": list(prepared(built, touches)),
        "lines": _lines(built, cites, hide),
    }


def _organisations(built: Built, facts: Facts, hide: Callable[[str], str]) -> list[dict[str, object]]:
    """Each organisation of the Grid, in the order of their ids; `follows` is the place of its last successor."""
    own = built.organisations.set_index("org_id").to_dict("index")
    tiers, last = tiers_of(built.councils, built.organisations), names.last_successors(built.organisations)
    return [
        {
            "id": org,
            "name": hide(built.names.get(org, org)),
            "short": hide(built.shorts.get(org, org)),
            "group": group_of(tiers.get(org, ""), own.get(org, {}), built.settings.area),
            "tier": own.get(org, {}).get("tier", ""),
            "sector": hide(own.get(org, {}).get("sector", "")),
            "area": own.get(org, {}).get("area", ""),
            "later": org in facts.later,
            "follows": facts.place.get(last.get(org, org), facts.place[org]),
        }
        for org in facts.place
    ]


def _meetings(built: Built, facts: Facts) -> list[dict[str, object]]:
    """Each meeting the record knows of, by date; `column` is its place in the Grid, -1 for one that has none."""
    return [
        {
            "id": row.meeting_id,
            "body": row.body_id,
            "date": row.date,
            "known_by": row.known_by,
            "host": facts.place.get(built.hosts.get(row.meeting_id, ""), -1),
            "column": facts.column.get(row.meeting_id, -1),
            "cites": row.cites,
        }
        for row in facts.meetings.itertuples()
    ]


def _lines(built: Built, cites: Iterable[str], hide: Callable[[str], str]) -> dict[str, str]:
    """The text of each single line cited, masked; a line of an exempt paper says that it is one."""
    single = {line for cell in cites for cite in cell.split() for line in spread(cite)}
    return {line: hide(built.texts[line]) for line in sorted(single) if built.texts.get(line, "").strip()}
