"""From records to every table that leaves the rooms, under one set of rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd

from leadnet import measures, names, network
from leadnet.build.chances import attending_table, brokers_table, kept_apart, tier_law
from leadnet.study import in_force, links_by_post, presence
from leadnet.study.folder import Folder
from leadnet.study.mask_counts import without_small_counts
from leadnet.study.rules import Rules
from leadnet.study.tables import StudyError


def measured(folder: Folder, records: Mapping[str, pd.DataFrame], rules: Rules) -> dict[str, pd.DataFrame]:
    """Every table that leaves the rooms, under these rules."""
    if rules.follow_successions:
        folder, records = _followed(folder, records)
    tables = _counted(folder, records, rules)
    tables |= _tested(folder, tables, rules)
    tables |= _answered(folder, records)
    tables["findings"] = without_small_counts(measures.measure_all(tables, rules), folder.settings.mode)
    return {name: tables[name] for name in _RESULTS}


def _counted(folder: Folder, records: Mapping[str, pd.DataFrame], rules: Rules) -> dict[str, object]:
    """The tables of the study, the meetings the rules leave in, who was there, and who could have been."""
    out = set(rules.without_meetings)
    meetings, attendance = (
        records[name][~records[name]["meeting_id"].isin(out)].reset_index(drop=True)
        for name in ("meetings", "attendance")
    )
    mentions, hosts = records["mentions"], hosts_of(folder, meetings)
    dates = dict(zip(meetings["meeting_id"], meetings["date"], strict=True))
    links = links_by_post(attendance, mentions, records["links"], folder.posts, dates)
    there = presence(attendance, mentions, links, rules, hosts)
    councils = _councils_under(rules, folder, meetings)
    proposed = names.proposed_people(attendance, records["links"], mentions, folder.people)
    unanswered = measures.unanswered(records["asked"], attendance, mentions, links)
    found = folder.settings.windows.over(meetings.loc[meetings["known_by"] == "minutes", "date"])
    return {
        **folder.tables,
        **records,
        "meetings": meetings,
        "attendance": attendance,
        "there": there,
        "councils": councils,
        "hosts": hosts,
        "named": mentions.merge(records["links"].rename(columns={"kind": "linked"}), on="mention_id"),
        "ranks": pd.concat([folder.people, proposed], ignore_index=True),
        "windows": tuple({(window.since, window.until): window for window in found}.values()),
        "coverage": measures.coverage(meetings),
        "unanswered": unanswered,
        "grid": measures.grid(there, meetings, councils, attendance, folder.memberships, unanswered),
    }


def _tested(folder: Folder, tables: Mapping[str, object], rules: Rules) -> dict[str, pd.DataFrame]:
    """What the network says: ties, tests by pair of tiers, and who stands between."""
    there, meetings = tables["there"], tables["meetings"]
    ties = network.ties(there, meetings, folder.memberships, rules)
    could = attending_table(there, meetings, folder.memberships)
    attending = measures.with_tiers(could, tables["councils"], folder.organisations)
    tests = measures.tier_tests(attending, kept_apart(there), tables["windows"], tier_law(rules))
    brokers = brokers_table(ties, measures.last_tiers(attending))
    return {"ties": ties, "attending": attending, "tier_tests": tests, "brokers": brokers}


def _answered(folder: Folder, records: Mapping[str, pd.DataFrame]) -> dict[str, object]:
    """The ledger as at the study's day, and every question that is open."""
    about = {name: records[name] for name in ("decisions", "items", "lines", "mentions")}
    ledger = measures.ledger(
        **about, judgements=folder.judgements, workstreams=folder.workstreams, sources=folder.sources
    )
    asked = names.open_questions(measures.questions(records["decisions"], ledger), folder.judgements)
    questions = pd.concat([records["asked"], asked], ignore_index=True)
    years = names.years(folder.claims["by"])
    return {"ledger": ledger, "questions": questions, "as_at": folder.settings.as_at, "years": years}


def _councils_under(rules: Rules, folder: Folder, meetings: pd.DataFrame) -> pd.DataFrame:
    """The area's councils at each documented meeting that the rules leave in, under the name that followed if asked."""
    councils = _councils(folder, meetings)
    if rules.follow_successions:
        last = names.last_successors(folder.organisations)
        councils = councils.assign(org_id=councils["org_id"].replace(last)).drop_duplicates(["meeting_id", "org_id"])
    return councils[~councils["org_id"].isin(rules.without_organisations)].reset_index(drop=True)


def _followed(folder: Folder, records: Mapping[str, pd.DataFrame]) -> tuple[Folder, dict[str, pd.DataFrame]]:
    """The study with what it says of an organisation said of the one that followed it."""
    held = {name: folder.tables[name] for name in ("posts", "memberships", "workstreams")}
    tables = {**folder.tables, **names.followed(held, folder.organisations)}
    return replace(folder, tables=tables), {
        **records,
        **names.followed({"links": records["links"]}, folder.organisations),
    }


_RESULTS = ("there", "ties", "attending", "tier_tests", "coverage", "grid", "ledger", "findings", "councils",
            "questions")  # fmt: skip


def hosts_of(folder: Folder, meetings: pd.DataFrame) -> dict[str, str]:
    """Who hosts each meeting: its body's host, else the study's."""
    hosts = dict(zip(folder.bodies["body_id"], folder.bodies["host"], strict=True))
    return {row.meeting_id: hosts.get(row.body_id) or folder.settings.host for row in meetings.itertuples()}


def _councils(folder: Folder, meetings: pd.DataFrame) -> pd.DataFrame:
    """The area's councils at each documented meeting, from the dated register.

    Columns meeting_id, date, org_id, name, short, tier, since, until, gss_code, role (area, district, neighbour),
    cites.
    """
    minuted = meetings[(meetings["known_by"] == "minutes") & (meetings["date"] != "")]
    frames = [_councils_on(folder, row.date).assign(meeting_id=row.meeting_id) for row in minuted.itertuples()]
    if frames:
        return pd.concat(frames, ignore_index=True)
    return _councils_on(folder, folder.settings.as_at).head(0).assign(meeting_id="")


@cache
def _register_on(area: str, on: str) -> pd.DataFrame:
    return names.councils(area, date.fromisoformat(on))


_ROLES = {"county": "area", "district": "district", "unitary": "neighbour"}


def _councils_on(folder: Folder, on: str) -> pd.DataFrame:
    if folder.settings.made_up:  # no register has its councils: they are those of organisations.csv that day
        rows = folder.organisations[folder.organisations["tier"].isin(_ROLES)]
        rows = rows[[in_force(row.since, row.until, on) for row in rows.itertuples()]]
        return rows.assign(role=rows["tier"].map(_ROLES), date=on, cites="organisations.csv#" + rows["org_id"])
    try:
        found = _register_on(folder.settings.area, on)
    except ValueError as error:
        raise StudyError(f"study.toml, area: {error}") from None
    return found.assign(date=on, cites="authorities#" + found["org_id"] + "@" + on)
