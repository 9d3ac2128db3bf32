"""What is found again of a made-up county: papers, ties, drift, misreadings put right; see `benchmarks.recovery`."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

import leadnet
from benchmarks.put_right import action_answers, corrections, name_answers
from leadnet.measures.drift import Change, change
from leadnet.measures.intervals import wilson
from leadnet.network import ties
from leadnet.simulate import NOTHING, STORY, Planted, files, rooms, scene, simulated
from leadnet.study import Rules, plain
from leadnet.study.schema import JUDGEMENTS, MEMBERSHIPS
from leadnet.study.tables import csv_text, read_table

LEVEL = 0.05
_ON = "2026-01-01"


class Names(NamedTuple):
    """Of the rows found: all, those given an organisation and those given the right one; the same of people."""

    rows: int
    orgs: int
    orgs_right: int
    people: int
    people_right: int


# ---- papers ----------------------------------------------------------------------------------------------------------


def write(made: object, folder: Path) -> Path:
    """The files of a made-up study, put into a folder."""
    for name, content in files(made).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def truth_table(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / "truth" / f"{name}.csv", dtype=str, keep_default_na=False)


def rows_found(attendance: pd.DataFrame, truth: pd.DataFrame) -> tuple[Counter, Counter]:
    """The rows read and the true ones of the papers held, as (paper, person, status)."""
    held = truth[truth["minutes"] == "yes"]
    read = Counter(zip(attendance["doc_id"], attendance["person"].map(plain), attendance["status"], strict=True))
    return read, Counter(zip(held["doc_id"], held["printed"].map(plain), held["status"], strict=True))


def f1(read: Counter, true: Counter) -> float:
    """2 right / (read + true)."""
    return 2 * (read & true).total() / (read.total() + true.total())


def names_found(there: pd.DataFrame, truth: pd.DataFrame) -> Names:
    """How the rows that were found were named; `there` is presence, `truth` truth/attendance.csv."""
    rows = there.assign(doc_id=there["cites"].str.rpartition(":")[0], plain=there["person"].map(plain))
    true = truth[truth["minutes"] == "yes"].assign(plain=truth["printed"].map(plain))
    both = rows.merge(true, on=["doc_id", "plain", "status"], suffixes=("", "_true")).drop_duplicates("entry")
    org, person = both["org_id"] != "", both["person_id"] != ""
    right = both["org_id"] == both["org_id_true"], both["person_id"] == both["person_id_true"]
    return Names(len(both), int(org.sum()), int(right[0].sum()), int(person.sum()), int(right[1].sum()))


def papers(seeds: range, style: str = "") -> tuple[list[float], Names]:
    """F1 of each seed, and the names of all."""
    scores, named = [], []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as held:
            folder = write(simulated(seed, style=style), Path(held))
            built = leadnet.study(folder)
            truth = truth_table(folder, "attendance")
            scores.append(f1(*rows_found(built.attendance, truth)))
            named.append(names_found(built.there, truth))
    return scores, Names(*np.array(named).sum(axis=0).tolist())


# ---- ties ------------------------------------------------------------------------------------------------------------


def true_ties(seed: int, meetings: int, planted: Planted) -> pd.DataFrame:
    """The tie table of the rooms themselves, no paper between."""
    made = scene(3, planted)
    held, rows = rooms(np.random.default_rng(seed).spawn(4)[0], made, meetings)
    came = rows[rows["came"]].reset_index(drop=True)
    place = came["meeting_id"] + ":" + came.index.astype(str)
    there = came.assign(head=place, entry=place, cites=place, items="", in_room=True, joint=False)
    members = made.members[["body_id", "org_id"]].to_dict("records")
    return ties(
        there, held.assign(known_by="minutes"), MEMBERSHIPS.frame(members_dated(made, members)), Rules(level=LEVEL)
    )


def members_dated(made: object, members: list[dict]) -> list[dict]:
    """Memberships with their last day, blank for those that outlast the study."""
    last = dict(zip(made.organisations["org_id"], made.organisations["until"], strict=True))
    return [{**row, "until": last[row["org_id"]]} for row in members]


def verdicts(table: pd.DataFrame) -> set[tuple[str, str, str]]:
    """The pairs with a verdict of more or less."""
    told = table[table["verdict"].isin(("more", "less"))]
    return set(zip(told["organisation_a"], told["organisation_b"], told["verdict"], strict=True))


def planted_pairs(planted: Planted) -> set[tuple[str, str, str]]:
    """The planted pairs as verdicts."""
    return {(*sorted(pair), verdict) for verdict in ("more", "less") for pair in getattr(planted, verdict)}


def recovery(meetings: int, seeds: range) -> tuple[float, float, int]:
    """Precision, recall and verdicts given, over all seeds; precision is 1 where nothing was said."""
    planted, given, right = planted_pairs(STORY), 0, 0
    for seed in seeds:
        found = verdicts(true_ties(seed, meetings, STORY))
        given, right = given + len(found), right + len(found & planted)
    return right / given if given else 1.0, right / (len(planted) * len(seeds)), given


def drift(seed: int, meetings: int) -> dict[str, Change]:
    """Of each organisation on every board: how its share of meetings changed from the first year to the last."""
    made = scene(3, STORY)
    held, rows = rooms(np.random.default_rng(seed).spawn(4)[0], made, meetings)
    year = held.set_index("meeting_id")["day"].sub(made.first).floordiv(366)
    board = held.set_index("meeting_id")["body_id"]
    rows = rows.assign(year=rows["meeting_id"].map(year), board=rows["meeting_id"].map(board))
    whole = [org for org, mine in rows.groupby("org_id") if len(mine) == meetings]
    return {org: change(*(_by_board(rows[(rows["org_id"] == org) & (rows["year"] == at)]) for at in (0, 2)), wilson)
            for org in whole}  # fmt: skip


def _by_board(rows: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Board -> meetings in the room, of those held."""
    return {board: (int(came.sum()), len(came)) for board, came in rows.groupby("board")["came"]}


def nothing_planted(seeds: int, meetings: int) -> tuple[float, float]:
    """The share of studies with any verdict of more or less, and the most it may be."""
    any_ = sum(bool(verdicts(true_ties(10_000 + seed, meetings, NOTHING))) for seed in range(seeds))
    return any_ / seeds, LEVEL + 3 * (LEVEL * (1 - LEVEL) / seeds) ** 0.5


# ---- put right -------------------------------------------------------------------------------------------------------


class Converged(NamedTuple):
    """Attendance F1, rooms that differ from the true ones, and meetings together of each pair, at one step."""

    f1: float
    rooms_wrong: int
    together: pd.Series


def converged(seed: int, meetings: int, folder: Path) -> tuple[list[Converged], int, int, pd.Series]:
    """As read, and put right; how many corrections and answers that took; the true meetings together of each pair."""
    made = simulated(seed, meetings)
    write(made, folder)
    truth, steps = truth_table(folder, "attendance"), []
    true = _true_rooms(made)
    built = leadnet.study(folder)
    steps.append(_step(built, truth, true))
    fixed = corrections(built.attendance, built.lines, truth, _ON)
    (folder / "register/corrections.csv").write_text(csv_text(fixed), encoding="utf-8")
    built = leadnet.study(folder)
    answers = name_answers(built.questions, truth_table(folder, "names"), built.mentions, _ON)
    _sign(folder, answers)
    steps.append(_step(leadnet.study(folder), truth, true))
    return steps, len(fixed), len(answers), _together(true)


def _true_rooms(made: object) -> set[tuple[str, str]]:
    held = set(made.held.loc[made.held["minutes"] == "yes", "meeting_id"])
    came = made.there[made.there["came"] & made.there["meeting_id"].isin(held)]
    return set(zip(came["meeting_id"], came["org_id"], strict=True))


def _step(built: object, truth: pd.DataFrame, true: set[tuple[str, str]]) -> Converged:
    there = built.there[built.there["in_room"] & (built.there["org_id"] != "")]
    read = set(zip(there["meeting_id"], there["org_id"], strict=True))
    return Converged(f1(*rows_found(built.attendance, truth)), len(read ^ true), _together(read))


def _together(there: set[tuple[str, str]]) -> pd.Series:
    """Meetings at which both of a pair were in the room, by (first, second)."""
    rows = pd.DataFrame(sorted(there), columns=["meeting_id", "org_id"])
    both = rows.merge(rows, on="meeting_id")
    return both[both["org_id_x"] < both["org_id_y"]].groupby(["org_id_x", "org_id_y"]).size()


def _sign(folder: Path, answers: pd.DataFrame) -> None:
    path = folder / "register/judgements.csv"
    held = pd.concat([read_table(path, JUDGEMENTS), answers], ignore_index=True)
    path.write_text(csv_text(held), encoding="utf-8")


def answer(folder: Path) -> int:
    """Sign what is asked of the actions of a made-up study up to half a year before its end; how many answers."""
    built = leadnet.study(folder)
    on, actions = built.settings.as_at, truth_table(folder, "actions")
    until = str(np.datetime64(on) - 210)
    early = set(built.sources.loc[built.sources["date"] < until, "doc_id"])
    given = 0
    while True:
        asked = built.questions[built.questions["left"].str.partition(":")[0].isin(early)]
        answers = action_answers(asked, built.decisions, built.lines, actions, on)
        if not len(answers):
            return given
        answers["question_id"] = [f"t-{given + n:04d}" for n in range(1, len(answers) + 1)]
        _sign(folder, answers)
        given += len(answers)
        built = leadnet.study(folder)
