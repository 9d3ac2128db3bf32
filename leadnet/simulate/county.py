"""A made-up county with known truth: who was where, under whose name, and how the papers print it. Tables only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from leadnet.simulate import boards
from leadnet.simulate.as_printed import print_organisations, print_people
from leadnet.simulate.attending import attend
from leadnet.simulate.careers import careers, day, person_id
from leadnet.simulate.posts import in_other_words
from leadnet.simulate.rates import Rates
from leadnet.study.schema import ATTENDANCE, BODIES, MEETINGS, MEMBERSHIPS, MENTIONS, ORGANISATIONS, PEOPLE, POSTS
from leadnet.study.tables import Table, joined, split

FIRST, LAST = "2004-04-01", "2024-03-31"
_ROOM = Path(__file__).parent
_PEOPLE_A_BODY = 60
_LEAST_PEOPLE, _LEAST_DAYS = 100, 700


@dataclass(frozen=True)
class County:
    """The tables of a made-up county. Those named as in a study have its columns (leadnet/study/schema.py).

    successions: org_id, successor, date (the first day of the successor).
    names: person_id, given, middle, surname, since, until; two rows for somebody who married.
    truth: mention_id, kind (person, organisation), person_id (of a person's mention), org_id (of an organisation's
    mention, or those a person stood for, a list; blank where no reader could know). One row a mention.
    """

    organisations: pd.DataFrame
    successions: pd.DataFrame
    people: pd.DataFrame
    names: pd.DataFrame
    posts: pd.DataFrame
    bodies: pd.DataFrame
    memberships: pd.DataFrame
    meetings: pd.DataFrame
    attendance: pd.DataFrame
    mentions: pd.DataFrame
    truth: pd.DataFrame


def county(
    seed: int,
    people: int = 1200,
    meetings: int = 1000,
    first: str = FIRST,
    last: str = LAST,
    rates: Rates | None = None,
) -> County:
    """A county of `people` people and about `meetings` meetings from the day `first` to the day `last`; about 20
    printed names of people a meeting. The same seed gives the same tables.

    Places and people are made up: a county council, its districts, a city, a district that became a unitary and two
    that were merged into one, police, fire, probation, health (PCTs, then CCGs, then an ICB), skills, voluntary sector,
    business, region. The names of the city and the county differ by an ending, on purpose.

    Names are printed with these faults, unless `rates` says otherwise: 3 % typos (one letter wrong, missing, doubled or
    swapped with the next), 10 % initials, 3 % nicknames, of entries; 1 % married names, 5 % moves to another
    organisation, 2 % namesakes in one organisation, of people; joint posts of 2 % of officers, a district seat of 15 %
    of county councillors; no organisation beside 8 % of entries and no post beside 20 %. Organisations, in one paper
    alike: short name 15 %, abbreviation 10 %, "Council" dropped 5 %, & for and in 15 % of papers; typos 3 % of
    entries; a council's name that lost its place .3 %. Left out: a title with a surname alone, names cut by a page's
    edge, and, unless `rates.other_words` asks for it, posts printed in other words from one paper to the next: they
    are then printed as they are or not at all. ValueError for sizes, days or rates of which no county can be made.
    """
    rng, rates = np.random.default_rng(seed), rates or Rates()
    start, end = _days(people, meetings, first, last)
    organisations = _room_table("organisations.csv")
    bodies = _bodies(organisations, people, start, end)
    lives = careers(rng, organisations, people, start, end, rates)
    members = boards.memberships(bodies, organisations, start, end)
    seats = boards.seats(rng, lives["posts"], members, bodies)
    held = boards.meetings(rng, bodies, meetings, start, end)
    entries = attend(rng, held, seats, lives["posts"])
    entries = _printed(rng, entries, lives["names"], organisations, rates)
    mentions, truth = _mentions(entries)
    return County(
        organisations=ORGANISATIONS.frame(organisations.assign(area="torswoldshire").to_dict("records")),
        successions=_successions(organisations),
        people=PEOPLE.frame(lives["people"].to_dict("records")),
        names=_dated(lives["names"])[["person_id", "given", "middle", "surname", "since", "until"]],
        posts=_of_study(lives["posts"], POSTS),
        bodies=BODIES.frame(boards.of_study(bodies)),
        memberships=_of_study(members.assign(part="member", state="kept"), MEMBERSHIPS),
        meetings=MEETINGS.frame(held.to_dict("records")),
        attendance=_attendance(entries),
        mentions=mentions,
        truth=truth,
    )


def _days(people: int, meetings: int, first: str, last: str) -> tuple[int, int]:
    """The first and the last day as numbers; ValueError where no county could be made of these sizes and days."""
    start, end = day(first, 0), day(last, 0)
    if people < _LEAST_PEOPLE or meetings < 1:
        raise ValueError(f"{people} people and {meetings} meetings: give at least {_LEAST_PEOPLE} people and 1 meeting")
    if end - start < _LEAST_DAYS:
        raise ValueError(f"from {first} to {last}: give two years or more, the first day before the last")
    return start, end


def _room_table(name: str) -> pd.DataFrame:
    return pd.read_csv(_ROOM / name, dtype=str, keep_default_na=False)


def _bodies(organisations: pd.DataFrame, people: int, start: int, end: int) -> pd.DataFrame:
    """The county's own bodies, and as many local ones as there are people for."""
    own, local = _room_table("bodies.csv"), boards.local_bodies(organisations)
    local = local.iloc[: max(0, people // _PEOPLE_A_BODY - len(own))]
    both = pd.concat([own, local], ignore_index=True)
    return both[[day(row.since, start) < end and day(row.until, end) > start for row in both.itertuples()]]


def _printed(
    rng: np.random.Generator, entries: pd.DataFrame, names: pd.DataFrame, organisations: pd.DataFrame, rates: Rates
) -> pd.DataFrame:
    """The entries with person, organisations, role, title and on_behalf_of as the papers print them."""
    on = entries["day"].to_numpy()
    own = _name_on(names, entries["person"].to_numpy(), on)
    entries = entries.assign(printed=print_people(rng, own, rates))
    entries["org_prints"] = print_organisations(rng, entries, organisations, rates)
    silent, other = rng.random((2, len(entries)))
    posts = entries["post"].where(other >= rates.other_words, entries["post"].map(in_other_words))
    entries["role"] = posts.where(silent >= rates.no_role, "")
    elected = entries["post"].str.match("Leader|Deputy Leader|Cabinet Member|Councillor")
    entries["title"] = np.where(elected, "Cllr", "")
    by_place = dict(zip(zip(entries["meeting_id"], entries["person"], strict=True), entries["printed"], strict=True))
    pairs = zip(entries["meeting_id"], entries["instead"], strict=True)
    return entries.assign(on_behalf_of=[by_place.get(pair, "") for pair in pairs])


def _name_on(names: pd.DataFrame, people: np.ndarray, on: np.ndarray) -> pd.DataFrame:
    """The name each of these people went by on each of these days, row for row."""
    asked = pd.DataFrame({"person": people, "on": on, "row": np.arange(len(people))})
    both = asked.merge(names, on="person")
    held = both[(both["since_day"] <= both["on"]) & (both["on"] <= both["until_day"])]
    return held.sort_values("row", ignore_index=True)[["given", "middle", "surname"]]


def _mentions(entries: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The mentions of the entries and the truth of each: the person first, then the organisations beside."""
    mentions, truth = [], []
    for row in entries.itertuples():
        known = [("person", row.printed, person_id(row.person), joined(row.org_ids))]
        known += [("organisation", printed, "", org_id) for printed, org_id in row.org_prints]
        for n, (kind, printed, person, org_id) in enumerate(known, start=1):
            mention_id = f"{row.doc_id}:{row.line}:{n}"
            mentions.append((mention_id, kind, printed, row.doc_id, str(row.line)))
            truth.append((mention_id, kind, person, org_id))
    return (
        pd.DataFrame(mentions, columns=list(MENTIONS.columns)),
        pd.DataFrame(truth, columns=["mention_id", "kind", "person_id", "org_id"]),
    )


def _attendance(entries: pd.DataFrame) -> pd.DataFrame:
    rows = entries.assign(
        n=1,
        person=entries["printed"],
        printed=(entries["title"] + " " + entries["printed"]).str.strip(),
        organisations=[" | ".join(printed for printed, _ in pairs) for pairs in entries["org_prints"]],
        mode="room",
        sure="sure",
    )
    return ATTENDANCE.frame(rows[[name for name in ATTENDANCE.columns if name in rows]].to_dict("records"))


def _successions(organisations: pd.DataFrame) -> pd.DataFrame:
    """One row a successor: two where an organisation was parted."""
    ended = organisations[organisations["successor"] != ""]
    after = [day(until, 0) + 1 for until in ended["until"]]
    rows = ended[["org_id"]].assign(successor=ended["successor"].map(split), date=boards.iso(after))
    return rows.explode("successor", ignore_index=True)


def _dated(rows: pd.DataFrame) -> pd.DataFrame:
    """Names with ISO dates; blank for always."""
    since = np.where(rows["since_day"] == 0, "", boards.iso(rows["since_day"].to_numpy()))
    until = np.where(rows["until_day"] == 10**6, "", boards.iso(rows["until_day"].to_numpy()))
    return rows.assign(since=since, until=until)


def _of_study(rows: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Rows with days as numbers, as a table of the study."""
    dated = rows.assign(since=boards.iso(rows["since"].to_numpy()), until=boards.iso(rows["until"].to_numpy()))
    return table.frame(dated[[name for name in table.columns if name in dated]].to_dict("records"))


def person_mentions(made: County) -> pd.DataFrame:
    """The mentions of people as the room of names takes them, one row an attendance entry.

    Columns mention_id, printed, title, role, org_id (of the organisations printed beside the name, a list; blank where
    none is), organisations_printed, doc_id, meeting_id, date, body_id, line, status, on_behalf_of.
    """
    rows = made.attendance.merge(made.meetings[["meeting_id", "date", "body_id"]], on="meeting_id")
    beside = made.truth[(made.truth["kind"] == "organisation") & (made.truth["org_id"] != "")]
    by_place = beside.groupby(beside["mention_id"].str.rsplit(":", n=1).str[0])["org_id"].agg(joined)
    place = rows["doc_id"] + ":" + rows["line"]
    return pd.DataFrame(
        {
            "mention_id": place + ":1",
            "printed": rows["person"],
            "title": rows["title"],
            "role": rows["role"],
            "org_id": place.map(by_place).fillna(""),
            "organisations_printed": rows["organisations"],
            **{name: rows[name] for name in ("doc_id", "meeting_id", "date", "body_id", "line", "status")},
            "on_behalf_of": rows["on_behalf_of"],
        }
    )


def organisation_mentions(made: County) -> pd.DataFrame:
    """The mentions of organisations as the room of names takes them: mention_id, printed, date, doc_id, body_id."""
    rows = made.mentions[made.mentions["kind"] == "organisation"]
    meetings = made.meetings[["doc_id", "date", "body_id"]]
    return rows.merge(meetings, on="doc_id")[["mention_id", "printed", "date", "doc_id", "body_id"]]
