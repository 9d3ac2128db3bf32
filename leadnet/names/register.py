"""The packaged register of English authorities: which councils there were, of which tier, on a given day.

A row is a spell: a stretch of time in which a council kept its status and its county. SOURCES.md beside this file
explains the columns and says where the rows come from.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import pandas as pd

COUNCIL_TIERS = (
    "county", "district", "unitary", "metropolitan", "metropolitan county", "london borough", "city corporation",
)  # fmt: skip
COUNCIL_COLUMNS = ["org_id", "name", "short", "tier", "since", "until", "gss_code", "role"]


@cache
def _rows() -> pd.DataFrame:
    return pd.read_csv(Path(__file__).with_name("authorities.csv"), dtype=str, keep_default_na=False)


def authorities() -> pd.DataFrame:
    """The whole register, one row a spell, sorted by org_id.

    Columns as in SOURCES.md, all text: dates like 1997-04-01, lists joined by ` | `, blank where not known or
    not ended. The file is read once; each caller has a copy of its own.

    >>> authorities().set_index("org_id").loc["rutland", "since"]
    '1997-04-01'
    """
    return _rows().copy()


def on_date(register: pd.DataFrame, when: date) -> pd.DataFrame:
    """The rows of `register` in force on the day `when`, first and last day included.

    Needs the columns since and until. Blank is open; a year or a month stands for its first day in since and its last
    day in until. A planned end is no end: it is in planned_until and may yet change.

    >>> len(on_date(authorities(), date(2007, 7, 2)).query("tier == 'county'"))
    34
    """
    spells = zip(register["since"], register["until"], strict=True)
    return register[[_in_force(since, until, f"{when:%Y-%m-%d}") for since, until in spells]]


def councils(area: str, when: date) -> pd.DataFrame:
    """The council of an area, its districts and its neighbours on the day `when`.

    `area` is an org_id of the register. Columns org_id, name, short, tier, since, until, gss_code and role: "area" the
    council itself; "district" a district of it that day; "neighbour" a unitary council that was once a district of it,
    alone or merged with others. ValueError when there is no such council, or not on that day.

    >>> councils("leicestershire", date(2007, 7, 2))["role"].value_counts().to_dict()
    {'district': 7, 'neighbour': 2, 'area': 1}
    """
    register = authorities()
    body = _spell(register, area, when)["body"]
    today = on_date(register, when)
    parts = {
        "area": today[today["org_id"] == area],
        "district": today[today["county"] == area],
        "neighbour": _neighbours(register, today, body),
    }
    found = pd.concat([rows.assign(role=role) for role, rows in parts.items()], ignore_index=True)
    return found[COUNCIL_COLUMNS]


def districts(county: str, when: date) -> list[str]:
    """The org_ids of the districts a county council had on the day `when`; empty for a council without any.

    `county` is an org_id or a name. ValueError when there is no such council, or not on that day.

    >>> len(districts("Leicestershire", date(2007, 7, 2))), len(districts("Leicestershire", date(1990, 1, 1)))
    (7, 9)
    """
    found = councils(find_area(county, when), when)
    return found.loc[found["role"] == "district", "org_id"].tolist()


def tier_on(council: str, when: date) -> str:
    """The tier of a council on the day `when`, by org_id or name.

    ValueError when there is no such council, or not on that day.

    >>> tier_on("Leicester City Council", date(1990, 1, 1)), tier_on("Leicester City Council", date(2007, 7, 2))
    ('district', 'unitary')
    """
    return _spell(authorities(), find_area(council, when), when)["tier"]


def successors(council: str) -> pd.DataFrame:
    """What followed a council, in law already or by an order made for a day to come: org_id, name, tier, since.

    `council` is an org_id, or a name that only councils that have ended or are to end go by; `since` is the first day
    of what followed. No row for a council that nothing has followed. ValueError when there is no such council.

    >>> successors("surrey")["org_id"].tolist(), successors("Rutland District Council")["tier"].tolist()
    (['east-surrey', 'west-surrey'], ['unitary'])
    """
    register = authorities()
    wanted = _plain(council)
    rows = register[[wanted and wanted in _names(row) for row in register.to_dict("records")]]
    if rows.empty:
        raise ValueError(_not_found(council, register))
    exact = rows[rows["org_id"] == council]
    ids = (exact if len(exact) else rows)["successors"].str.split(" | ", regex=False).explode()
    return register.loc[register["org_id"].isin(ids), ["org_id", "name", "tier", "since"]].reset_index(drop=True)


def find_area(words: str, when: date) -> str:
    """The org_id of the council that a person means by `words` on the day `when`; a county council before any other.

    Takes an org_id, an official name, a short name or another name in the register, in any case, with or without
    "Council". ValueError when no council goes by that name, or none did on that day.

    >>> find_area("Leicestershire County Council", date(2007, 7, 2))
    'leicestershire'
    """
    register = authorities()
    register = register[register["tier"].isin(COUNCIL_TIERS)]
    wanted = _plain(words)
    named = register[[bool(wanted) and wanted in _names(row) for row in register.to_dict("records")]]
    if named.empty:
        raise ValueError(_not_found(words, register))
    today = on_date(named, when)
    if today.empty:
        raise ValueError(_not_then(named.iloc[0], when))
    return min(today.to_dict("records"), key=lambda row: row["tier"] != "county")["org_id"]


def _in_force(since: str, until: str, day: str) -> bool:
    """Whether `day` lies in a spell; dates in this form sort as text.

    >>> _in_force("2026-03", "2026", "2026-12-31"), _in_force("2026-03", "", "2026-02-28")
    (True, False)
    """
    # "2026-03" sorts before every day of that March, which suits a first day; a last day is cut to what is known of it.
    return since <= day and (not until or day[: len(until)] <= until)


def _spell(register: pd.DataFrame, area: str, when: date) -> pd.Series:
    """The row of one org_id, if it is in force that day; ValueError otherwise."""
    rows = register[register["org_id"] == area]
    if rows.empty:
        raise ValueError(_not_found(area, register))
    if on_date(rows, when).empty:
        raise ValueError(_not_then(rows.iloc[0], when))
    return rows.iloc[0]


def _neighbours(register: pd.DataFrame, today: pd.DataFrame, body: str) -> pd.DataFrame:
    """Unitary councils of today that were a district of `body` in an earlier spell, or that followed such districts."""
    own = register.loc[register["body"] == body, "org_id"]
    once = register[register["county"].isin(own)]
    followed = once["successors"].str.split(" | ", regex=False).explode()
    related = today["body"].isin(once["body"]) | today["org_id"].isin(followed)
    return today[related & (today["tier"] == "unitary") & (today["body"] != body)]


def _plain(name: str) -> str:
    """A name as it is compared: lower case, "and" for &, no bracketed years, no punctuation, no "Council" at its end.

    >>> _plain("Hinckley & Bosworth Borough Council"), _plain("north-west-leicestershire")
    ('hinckley and bosworth borough', 'north west leicestershire')
    """
    words = re.sub(r"\(.*?\)", " ", name.casefold().replace("&", " and ").replace("'", ""))
    return " ".join(re.findall(r"\w+", words)).removesuffix(" council")


def _names(row: dict[str, str]) -> set[str]:
    """Every name a row goes by, as compared."""
    return {_plain(name) for name in (row["org_id"], row["name"], row["short"], *row["aliases"].split(" | "))} - {""}


def _not_found(words: str, register: pd.DataFrame) -> str:
    """What to tell a person who named a council the register has not."""
    close = get_close_matches(_plain(words).replace(" ", "-"), register["org_id"], n=3)
    hint = f"close to it: {', '.join(close)}" if close else "its names are like leicestershire or west-devon"
    return f'the council "{words}" was not found in the register of authorities; {hint}'


def _not_then(row: pd.Series, when: date) -> str:
    """What to tell a person who named a council at a date before its first day or after its last."""
    spell = f"from {row['since'] or 'a day not known'}" + (f" to {row['until']}" if row["until"] else "")
    after = f"; followed by {row['successors'].replace(' | ', ', ')}" if row["successors"] else ""
    return f"{row['org_id']} was not in force on {when:%Y-%m-%d}: the register has it {spell}{after}"
