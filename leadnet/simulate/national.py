"""The whole country, made up: 20 years of meetings as Parquet tables, year by year, so that memory stays small.

400 areas, each with 43 organisations of its own, 6 that serve a region of four areas and one that serves the country;
250 bodies an area, each of 24 meetings, one every other month; a body's members are drawn by skewed weights and their
number by a gamma law, about 17. 96 meetings in 100 have minutes. In every area the second and the third organisation
come to the same meetings: ties that a test against chance should find.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from leadnet.study.queries import literal
from leadnet.study.tables import StudyError
from leadnet.study.whole import whole_folder

SHARES = (1.0, 0.1, 0.01)
_AREAS, _BODIES, _MEETINGS, _LOCAL, _REGIONAL, _REGION = 400, 250, 24, 43, 6, 4
_OF_AREA = _LOCAL + _REGIONAL + 1
_FIRST_YEAR, _YEARS = 2004, 20
_ASSEMBLY = 320  # members of the one body that is larger than any board
_STATUS = ("present", "in_attendance", "apologies", "absent")
_SAID = np.array([0.03, 0.60, 0.70])  # of members who do not come: in_attendance is never; apologies; absent; no word
_DAYS = "strftime(DATE '2004-01-01' + CAST(day AS INTEGER), '%Y-%m-%d')"


class _Country(NamedTuple):
    """What lasts. Members stand body by body: first, where those of each body begin; org, rate (chance to come), since
    and until (days), part (0 member, 1 guest). Meetings by date: body, day, known (0 minutes, 1 later paper, 2
    announced); listed: bodies whose members are listed.
    """

    first: np.ndarray
    org: np.ndarray
    rate: np.ndarray
    since: np.ndarray
    until: np.ndarray
    part: np.ndarray
    body: np.ndarray
    day: np.ndarray
    known: np.ndarray
    listed: np.ndarray


def write_national(
    folder: Path, share: float = 1.0, seed: int = 1, progress: Callable[[str], None] = lambda said: None
) -> None:
    """Write the tables attendance (a file a year), meetings, memberships and organisations to a new folder.

    share: 1, 0.1 or 0.01 of the areas; at 1 that is 2.4 million meetings, about 36 million rows of attendance and
    20,000 organisations. Columns as `leadnet.study.queries.TABLES`; ids are whole numbers. StudyError as
    `whole_folder`.
    """
    if share not in SHARES:
        raise StudyError(f"--share {share:g}: choose 1, 0.1 or 0.01")
    import duckdb  # here: most commands need none

    rng = np.random.default_rng(seed)
    country = _country(round(_AREAS * share), rng)
    with whole_folder(folder) as part, duckdb.connect(config={"threads": 1}) as engine:
        try:
            _write_small(engine, part, country, round(_AREAS * share))
            years = country.day // 365.25
            for year in range(_YEARS + 1):
                meetings = np.flatnonzero((years == year) & (country.known == 0))
                if len(meetings):
                    _copy(engine, _year(country, meetings, rng), "*", part / f"attendance/{_FIRST_YEAR + year}.parquet")
                progress(f"{_FIRST_YEAR + year}: {len(meetings)} meetings with minutes")
        except duckdb.Error as error:
            said = str(error).splitlines()[0]
            raise StudyError(f"{folder}: cannot be written ({said}); nothing is left of it") from None


def _country(areas: int, rng: np.random.Generator) -> _Country:
    bodies = areas * _BODIES
    members = [_members_of_area(area, areas, rng) for area in range(areas)]
    members[0][0] = np.sort(rng.permutation(areas * _OF_AREA)[:_ASSEMBLY])  # the assembly
    of_body = [body for area in members for body in area]
    size = np.array([len(body) for body in of_body])
    org, body = np.concatenate(of_body).astype(np.int32), np.repeat(np.arange(bodies), size)
    start = rng.integers(_YEARS * 12 - 2 * _MEETINGS, size=bodies)
    rate = np.clip(rng.beta(6, 2, size=areas * _OF_AREA)[org] + rng.normal(0, 0.1, bodies)[body], 0.05, 0.98)
    begins, ends = (start * 30.4375).astype(np.int32)[body], ((start + 2 * _MEETINGS) * 30.4375).astype(np.int32)[body]
    moved, turn = rng.random(len(org)), (begins + (ends - begins) * rng.random(len(org))).astype(np.int32)
    month = start[:, None] + 2 * np.arange(_MEETINGS)
    day = (month * 30.4375 + rng.integers(28, size=month.shape)).astype(np.int32).ravel()
    order = np.argsort(day, kind="stable")
    return _Country(
        np.concatenate([[0], np.cumsum(size)]), org, rate,
        np.where(moved < 0.08, turn, begins), np.where(moved > 0.92, turn, ends + 31),
        (rng.random(len(org)) < 0.03).astype(np.int8),
        np.repeat(np.arange(bodies, dtype=np.int32), _MEETINGS)[order], day[order],
        np.searchsorted([0.96, 0.98], rng.random(len(day)), side="right"), rng.random(bodies) < 0.98,
    )  # fmt: skip


def _members_of_area(area: int, areas: int, rng: np.random.Generator) -> list[np.ndarray]:
    """The members of each body of an area, drawn without return by weight: its own, its region's, a few national."""
    region = range(area - area % _REGION, min(area - area % _REGION + _REGION, areas))
    national = rng.permutation(areas)[:20] * _OF_AREA + _OF_AREA - 1
    pool = np.concatenate([area * _OF_AREA + np.arange(_LOCAL),
                           *(of * _OF_AREA + _LOCAL + np.arange(_REGIONAL) for of in region), national])  # fmt: skip
    weight = np.concatenate([(1 + np.arange(_LOCAL)) ** -0.6, np.full(len(pool) - _LOCAL - len(national), 0.08),
                             np.full(len(national), 0.02)])  # fmt: skip
    keys = np.log(weight) + rng.gumbel(size=(_BODIES, len(pool)))
    size = np.clip(rng.gamma(3.0, 17.6 / 3, size=_BODIES).round().astype(int), 3, len(pool))
    ranked = pool[np.argsort(-keys, axis=1)]
    return [np.sort(row[:many]) for row, many in zip(ranked, size, strict=True)]


def _year(country: _Country, meetings: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """The attendance of some meetings, in order, one row an organisation that an entry stands for."""
    body = country.body[meetings]
    seats = np.diff(country.first)[body]
    at = np.repeat(np.arange(len(meetings), dtype=np.int32), seats)
    member = np.arange(len(at)) + np.repeat(country.first[:-1][body] - (np.cumsum(seats) - seats), seats)
    day = country.day[meetings][at]
    held = (country.since[member] <= day) & (day <= country.until[member])
    at, member = at[held], member[held]
    org, chance = country.org[member], rng.random(len(member))
    pair = np.flatnonzero((org % _OF_AREA == 2) & (np.roll(org, 1) == org - 1) & (np.roll(at, 1) == at))
    chance[pair] = chance[pair - 1]
    rate = country.rate[member]
    rate[pair] = rate[pair - 1]
    came = chance < rate
    status = np.where(came, 0, np.searchsorted(_SAID, rng.random(len(member)), side="right") + 1)
    return _entries(meetings, at, org, status, country.part[member], rng)


def _entries(
    meetings: np.ndarray, at: np.ndarray, org: np.ndarray, status: np.ndarray, part: np.ndarray,
    rng: np.random.Generator,
) -> pd.DataFrame:  # fmt: skip
    """Entries of the list, some organisations with a second officer in support, some entries for a joint post."""
    drawn = rng.random(len(org))
    second = (status == 0) & (drawn < 0.06)
    joint = (status == 0) & (drawn > 0.995) & (np.append(org[1:], -1) != org) & (np.append(at[1:], -1) == at)
    times = np.where(status > 3, 0, 1 + second + joint)
    row = np.repeat(np.arange(len(org)), times)
    again = np.diff(row, prepend=-1) == 0
    other = again & joint[row]  # the second organisation of a joint post: the next in the list
    number = np.cumsum(~other)
    first = np.searchsorted(at[row], at[row], side="left")
    code = rng.random(len(row))
    words = {
        "status": (_STATUS, np.where(again & second[row], 1, status[row])),
        "part": (("member", "guest", "support"), np.where(again & second[row], 2, part[row])),
        "mode": (("unknown", "virtual"), (code < 0.05).astype(int)),
        "on_behalf_of": (("", "the usual member"), (code > 0.96).astype(int)),
        "item": (("", "3", "5"), np.where(code > 0.998, 2, np.where(code > 0.995, 1, 0))),
    }
    entry = (number - number[first] + 1).astype(np.int16)
    columns = {
        "meeting_id": meetings[at[row]].astype(np.int32),
        "entry": entry,
        "org_id": np.where(other, org[np.minimum(row + 1, len(org) - 1)], org[row]).astype(np.int32),
        "place": (1 + other).astype(np.int8),
        "by_post": np.zeros(len(row), np.int8),
        "person_id": entry,
    }
    return pd.DataFrame(
        columns | {name: pd.Categorical.from_codes(of, list(said)) for name, (said, of) in words.items()}
    )


def _write_small(engine: object, folder: Path, country: _Country, areas: int) -> None:
    """The tables of meetings, memberships and organisations."""
    host = country.body // _BODIES * _OF_AREA
    known = pd.Categorical.from_codes(country.known, ["minutes", "later paper", "announced"])
    meetings = pd.DataFrame({"meeting_id": np.arange(len(host), dtype=np.int32), "body_id": country.body,
                             "day": country.day, "known_by": known, "host": host.astype(np.int32)})  # fmt: skip
    select = f"meeting_id, body_id, {_DAYS} AS date, known_by, host"
    _copy(engine, meetings, select, folder / "meetings/all.parquet")
    body = np.repeat(np.arange(len(country.listed), dtype=np.int32), np.diff(country.first))
    part = pd.Categorical.from_codes(country.part, ["member", "guest"])
    members = pd.DataFrame({"body_id": body, "org_id": country.org, "part": part, "since": country.since,
                            "until": country.until})[country.listed[body]]  # fmt: skip
    spell = ", ".join(f"{_DAYS.replace('day', at)} AS {at}" for at in ("since", "until"))
    _copy(engine, members, f"body_id, org_id, part, {spell}", folder / "memberships/all.parquet")
    orgs = pd.DataFrame({"org_id": np.arange(areas * _OF_AREA, dtype=np.int32)})
    _copy(engine, orgs, "*", folder / "organisations/all.parquet")


def _copy(engine: object, rows: pd.DataFrame, select: str, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    engine.register("rows", rows)
    engine.execute(f"COPY (SELECT {select} FROM rows) TO {literal(path)} (FORMAT parquet, COMPRESSION zstd)")
    engine.unregister("rows")
