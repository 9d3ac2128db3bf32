"""The tests against chance a page or a widget holds: only Python can give them, so they are made before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from leadnet import measures, names, network
from leadnet.build import Built
from leadnet.explore.switches import SWITCHES, switched
from leadnet.study import Rules, Window, links_by_post, presence

_LETTER = {"more": "m", "less": "l", "as chance": "c", "cannot be told": "n"}


def tested(built: Built, rules: Rules, window: Sequence[str] = ()) -> dict[str, object]:
    """The ties of a study under rules, within one window (first and last day), as a page holds them.

    of: the organisations tested. possible, expected, q and verdict (m: more, l: less, c: as chance, n: cannot be told):
    a value for each pair of them, in order, the first with all that follow it, then the second. Beside them: rules (the
    switches), window, meetings (with minutes, that were tested), caution (what must be said of "less"), untold (what
    there is to say where no tie can be told from chance: sentences, else none).
    """
    held, there, memberships = _within(built, rules, window)
    known = None if window else _already(built, rules)
    ties = network.ties(there, held, memberships, rules) if known is None else known
    return {
        "rules": switched(rules),
        "window": list(window),
        "meetings": int((held["known_by"] == "minutes").sum()),
        "caution": network.ties_caution(there, held, memberships) if (ties["verdict"] == "less").any() else "",
        "untold": _untold(built, ties, own=ties is built.ties),
        "of": sorted({*ties["organisation_a"], *ties["organisation_b"]}),
        "possible": [int(n) for n in ties["possible"]],
        "expected": [round(float(n), 2) for n in ties["expected"]],
        "q": [float(f"{n:.2g}") for n in ties["q"]],
        "verdict": "".join(_LETTER[verdict] for verdict in ties["verdict"]),
    }


def _already(built: Built, rules: Rules) -> pd.DataFrame | None:
    """The ties of the whole record under these rules where the study holds them."""
    if rules == built.rules:
        return built.ties
    # A cached table is taken, but none is made for this: it would bring every measure with it.
    other = vars(built).get("without_support")
    return other.ties if other is not None and other.rules == rules else None


def _untold(built: Built, ties: pd.DataFrame, own: bool) -> list[str]:
    if ties.empty or not network.no_information(ties):
        return []
    if own:
        return measures.say(built.needed).splitlines()
    return [f"Under these settings of none of the {len(ties)} pairs can the record tell whether they meet more or less "
            "often than by chance."]  # fmt: skip


def prepared(built: Built, touches: Mapping[str, int]) -> Iterator[dict[str, object]]:
    """The tests made before: of the study's own rules over the whole record and each of its windows, and of each switch
    turned alone that changes any entry.
    """
    yield tested(built, built.rules)
    for window in windows_of(built):
        yield tested(built, built.rules, (window.since, window.until))
    now = switched(built.rules)
    for switch in SWITCHES:
        if touches[switch.rule]:
            other = switch.off if now[switch.rule] == switch.on else switch.on
            yield tested(built, replace(built.rules, **{switch.rule: other}))


def there_under(built: Built, rules: Rules) -> pd.DataFrame:
    """Presence under other rules: what `built.what_if` gives as `there`, without the measures nobody asked for."""
    if rules == built.rules:
        return built.there
    read = {"links": built.records["links"], "posts": built.folder.posts}
    read = names.followed(read, built.organisations) if rules.follow_successions else read
    mentions, attendance = built.records["mentions"], built.records["attendance"]
    attendance = attendance[attendance["meeting_id"].isin(built.coverage["meeting_id"])].reset_index(drop=True)
    links = links_by_post(attendance, mentions, read["links"], read["posts"], built.meeting_dates)
    return presence(attendance, mentions, links, rules, built.hosts)


def windows_of(built: Built) -> tuple[Window, ...]:
    """The windows study.toml asks for, over the days with minutes."""
    days = built.coverage.loc[built.coverage["known_by"] == "minutes", "date"]
    return built.folder.settings.windows.over(days)


def left_in(built: Built) -> pd.DataFrame:
    """The meetings the study's rules leave in."""
    meetings = built.records["meetings"]
    return meetings[meetings["meeting_id"].isin(built.coverage["meeting_id"])].reset_index(drop=True)


def _within(built: Built, rules: Rules, window: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Meetings and presence within the window, and the memberships as the rules read them."""
    held, memberships, there = left_in(built), built.folder.memberships, there_under(built, rules)
    if window:
        span = Window("", *window)
        held = held[[span.holds(day) for day in held["date"]]].reset_index(drop=True)
        there = there[there["meeting_id"].isin(held["meeting_id"])].reset_index(drop=True)
    if rules.follow_successions:
        memberships = names.followed({"memberships": memberships}, built.organisations)["memberships"]
    return held, there, memberships
