"""The counting steps for an engine: one SQL file each, in a subset every engine reads, and the tables they take.

The written definition of a step opens its file; the same step in memory, for a study, is the function IN_MEMORY names.
A test holds the two to each other. Ids are whole numbers or text; a date is ISO text, "" where none is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import pandas as pd

from leadnet.study.rules import Rules
from leadnet.study.tables import StudyError, split
from leadnet.study.windows import Window

TABLES = {
    "attendance": ("meeting_id", "entry", "org_id", "place", "by_post", "person_id", "status", "part", "mode",
                   "on_behalf_of", "item"),
    "meetings": ("meeting_id", "body_id", "date", "known_by", "host"),
    "memberships": ("body_id", "org_id", "part", "since", "until"),
    "organisations": ("org_id",),
}  # fmt: skip
TEXTS = {  # the columns whose words and days the steps compare; ids are text or whole numbers
    "attendance": ("status", "part", "mode", "on_behalf_of", "item"),
    "meetings": ("date", "known_by"),
    "memberships": ("part", "since", "until"),
    "organisations": (),
}
IN_MEMORY = {
    "presence": "leadnet.study.attending.presence",
    "tally": "leadnet.study.counting.tally",
    "rates": "leadnet.measures.rates.rates",
    "pairs": "leadnet.network.meetings_shared.meetings_together",
    "apart": "leadnet.network.meetings_shared.missed_each_other",
    "meeting_windows": "leadnet.study.windows.Window.holds",
    "opportunity": "leadnet.network.opportunity.opportunity",
    "checks": "leadnet.study.tables.row_faults",
}
WHOLE = Window("the whole record", "", "")
MOST = 200  # organisations at a meeting that still makes pairs
_FLAGS = ("host_support", "substitutes", "guests", "virtual")
_WORDS = ("joint_posts", "double_hats", "item_limited")


def literal(value: object) -> str:
    """A text or a path as SQL writes it, whatever it holds, where a statement takes no parameter: in a view, in COPY.

    >>> literal("board's.parquet")
    "'board''s.parquet'"
    """
    return "'" + str(value).replace("'", "''") + "'"


@cache
def step(name: str) -> str:
    """The SQL of a step, a query without parameters over the steps and tables it names.

    >>> step("minuted").splitlines()[0]
    '-- minuted: the bodies of which minutes are held.'
    """
    return resources.files("leadnet.study").joinpath(f"sql/{name}.sql").read_text(encoding="utf-8")


def definition(name: str) -> str:
    """The written definition of a step: the comment its file opens with, as running text.

    >>> definition("minuted")
    'The bodies of which minutes are held.'
    """
    lines = [line[3:] for line in step(name).splitlines() if line.startswith("-- ")]
    said = " ".join(lines).split(": ", 1)[1]
    return said[0].upper() + said[1:]


def rules_query(rules: Rules, most: int = MOST) -> str:
    """The rules as a table of one row: switches as 1 and 0, choices as words, and the most organisations at a meeting.

    StudyError where meetings or organisations are left out by name: leave them out of the tables.
    """
    if rules.without_meetings or rules.without_organisations or rules.follow_successions:
        raise StudyError("without_meetings, without_organisations and follow_successions are for a study; for the "
                         "country change the tables")  # fmt: skip
    flags = [f"{int(getattr(rules, name))} AS {name}" for name in _FLAGS]
    words = [f"{literal(getattr(rules, name))} AS {name}" for name in _WORDS]
    return f"SELECT {', '.join([*flags, *words, f'{int(most)} AS most'])}"


def windows_query(windows: Iterable[Window]) -> str:
    """Windows as a table: span (their number), since, until; the days of the whole record are blank.

    >>> windows_query([WHOLE])
    "SELECT 0 AS span, '' AS since, '' AS until"
    """
    return " UNION ALL ".join(
        f"SELECT {span} AS span, {literal(of.since)} AS since, {literal(of.until)} AS until"
        for span, of in enumerate(windows)
    )


def tables_of_study(
    attendance: pd.DataFrame,
    everybody: pd.DataFrame,
    meetings: pd.DataFrame,
    hosts: Mapping[str, str],
    memberships: pd.DataFrame,
) -> dict[str, pd.DataFrame]:
    """The tables of an engine made of a study's: one row of attendance an organisation and item, nothing ruled out.

    `everybody` is `presence` under the default rules.
    """
    modes = dict(zip(_places(attendance), attendance["mode"], strict=True))
    seats = everybody.assign(
        mode=everybody["entry"].map(modes),
        place=everybody.groupby("entry", sort=False).cumcount() + 1,
        by_post=everybody["by_post"].astype(int),
        item=[split(cell) or [""] for cell in everybody["items"]],
    ).explode("item", ignore_index=True)
    meetings = meetings.assign(host=meetings["meeting_id"].map(hosts))
    named = {*everybody["org_id"], *memberships["org_id"]} - {""}
    found = {"attendance": seats, "meetings": meetings, "memberships": memberships,
             "organisations": pd.DataFrame({"org_id": sorted(named)}, dtype="str")}  # fmt: skip
    return {name: _nulls(found[name][list(columns)]) for name, columns in TABLES.items()}


def _places(attendance: pd.DataFrame) -> pd.Series:
    return attendance["doc_id"] + ":" + attendance["line"] + ":" + attendance["n"].astype("str")


def _nulls(table: pd.DataFrame) -> pd.DataFrame:
    """The table with ids that are not known as nulls."""
    ids = [name for name in ("org_id", "host") if name in table.columns]
    return table.assign(**{name: table[name].mask(table[name] == "") for name in ids})
