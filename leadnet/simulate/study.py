"""A whole made-up study: drawn from a seed as tables, written as papers in house styles, the truth beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from leadnet.simulate.as_printed import called
from leadnet.simulate.boards import iso
from leadnet.simulate.business import Business
from leadnet.simulate.paper import Minutes
from leadnet.simulate.project import Reports, reports
from leadnet.simulate.rates import Rates
from leadnet.simulate.roll_call import Entry, entries, printed
from leadnet.simulate.rooms import rooms
from leadnet.simulate.scene import STORY, Planted, Scene, scene
from leadnet.simulate.seats import Staff, staff
from leadnet.simulate.styles import FAULTS, NAMES, Written, written
from leadnet.simulate.terms import Terms, terms
from leadnet.study import split

MEETINGS, YEARS = 30, 3
LEAST_MEETINGS, MOST_MEETINGS, MOST_YEARS = 10, 400, 10


@dataclass(frozen=True)
class Made:
    """A made-up study before it is a folder.

    held: meetings, with style, doc_id and minutes (yes where minutes are held). there: meeting_id, org_id, came.
    lists: meeting_id -> its entries as printed. papers: doc_id -> the file of each minutes held.
    """

    seed: int
    scene: Scene
    staff: Staff
    held: pd.DataFrame
    there: pd.DataFrame
    lists: dict[str, tuple[Entry, ...]]
    papers: dict[str, Written]
    business: Business
    reports: Reports
    terms: Terms


def simulated(
    seed: int,
    meetings: int = MEETINGS,
    years: int = YEARS,
    planted: Planted = STORY,
    style: str = "",
    rates: Rates = FAULTS,
) -> Made:
    """The study of a seed. `style` is a house style (one of styles.NAMES) for all papers; blank: each board's own.
    `rates` is how often names are printed with a fault.

    ValueError for sizes of which no study can be made. The same seed gives the same bytes.
    """
    _refuse(meetings, years, style)
    made = scene(years, planted)
    attending, people, faults, matters = np.random.default_rng(seed).spawn(4)
    held, there = rooms(attending, made, meetings)
    held = _kept(attending, _styled(held, made, style), planted.missing)
    sitting = staff(people, made)
    lists, minutes, business = {}, {}, Business(matters)
    known = called(made.organisations)
    following = held.groupby("body_id")["date"].shift(-1).fillna("")
    for meeting in held.itertuples():
        rows = there[there["meeting_id"] == meeting.meeting_id]
        mine = entries(people, sitting, meeting, rows)
        lists[meeting.meeting_id] = tuple(printed(faults, mine, sitting, known, rates))
        items = business.items(meeting, lists[meeting.meeting_id], following[meeting.Index])
        minutes[meeting.meeting_id] = (meeting, items)
    papers = dict(_papers(made, minutes, lists))
    told = reports(made, held, dict(zip(made.organisations["org_id"], made.organisations["name"], strict=True)))
    return Made(seed, made, sitting, held, there, lists, papers, business, told, terms(made, sitting))


def _refuse(meetings: int, years: int, style: str) -> None:
    if not LEAST_MEETINGS <= meetings <= MOST_MEETINGS:
        raise ValueError(f"{meetings} meetings: give {LEAST_MEETINGS} to {MOST_MEETINGS}")
    if not 1 <= years <= MOST_YEARS:
        raise ValueError(f"{years} years: give 1 to {MOST_YEARS}")
    if style and style not in NAMES:
        raise ValueError(f'"{style}" is no house style; they are {", ".join(NAMES)}')


def _styled(held: pd.DataFrame, made: Scene, style: str) -> pd.DataFrame:
    """The meetings with their house style: a board goes from one of its styles to the next as its clerks change."""
    styles = {body.body_id: [style] if style else split(body.styles) for body in made.bodies.itertuples()}
    counts = held["body_id"].value_counts()
    chosen = [
        styles[row.body_id][row.of * len(styles[row.body_id]) // counts[row.body_id]] for row in held.itertuples()
    ]
    return held.assign(style=chosen, doc_id=held["meeting_id"] + "-minutes")


def _kept(rng: np.random.Generator, held: pd.DataFrame, missing: int) -> pd.DataFrame:
    """The meetings with `minutes`: blank for those whose minutes are not held, each of another board while there are
    boards, and never a board's first or last.
    """
    last = held.groupby("body_id")["of"].transform("max")
    inner = held.loc[rng.permutation(np.flatnonzero((held["of"] > 0) & (held["of"] < last))), ["body_id"]]
    lost = inner.assign(turn=inner.groupby("body_id").cumcount()).sort_values("turn", kind="stable").index[:missing]
    return held.assign(minutes=np.where(np.isin(np.arange(len(held)), lost), "", "yes"))


def _papers(made: Scene, minutes: dict, lists: dict[str, tuple[Entry, ...]]) -> Iterator[tuple[str, Written]]:
    names = dict(zip(made.bodies["body_id"], made.bodies["name"], strict=True))
    for meeting_id, (meeting, items) in minutes.items():
        if meeting.minutes:
            body, listed = names[meeting.body_id], lists[meeting_id]
            paper = Minutes(body, meeting.date, meeting.start_time, meeting.venue, listed, items)
            yield meeting.doc_id, written(paper, meeting.style)


def as_at(made: Made) -> str:
    """The day the study is taken up to: a month after its last."""
    return str(iso([made.scene.last + 31])[0])
