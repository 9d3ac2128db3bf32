"""What an answer would change in the results: the study built both ways and held against itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from leadnet.build import Built
from leadnet.measures import say
from leadnet.study.judgements import answer, with_answers
from leadnet.study.tables import StudyError
from leadnet.study.words import figure

_COUNTS = ["value", "low", "high", "n", "of"]
_OF_ASKING = ("questions_open", "not_judged")  # what any answer changes
_TOLD = 3


class Effect(NamedTuple):
    """What differs between two builds, the weightiest first, so that effects sort by it.

    ties: pairs that come to be, or cease to be, together more or less than by chance; organisations: places in a room
    of an organisation that came or went; heads: people in the room more or fewer, over the meetings; pairs: other pairs
    that came, went or have another verdict; findings: numbers that are others, came or went; told: some in words;
    refused: why the answer cannot be given, "" where it can.
    """

    ties: int = 0
    organisations: int = 0
    heads: int = 0
    pairs: int = 0
    findings: int = 0
    told: tuple[str, ...] = ()
    refused: str = ""

    def __str__(self) -> str:
        """In words: the counts that are not nought, then the numbers told.

        >>> str(Effect()), str(Effect(heads=1, findings=2))
        ('changes no number', '1 person in the room more or fewer; 2 numbers change')
        """
        if self.refused:
            return f"would be refused: {self.refused}"
        counts = [f"{n} {one if n == 1 else many}" for n, one, many in zip(self[:5], *_NOUNS, strict=True) if n]
        return ". ".join(["; ".join(counts) or "changes no number", *(each.rstrip(".") for each in self.told)])


_NOUNS = (
    ("tie told from chance or no more", "organisation in the room comes or goes", "person in the room more or fewer",
     "other pair comes, goes or has another verdict", "number changes"),
    ("ties told from chance or no more", "organisations in the room come or go", "people in the room more or fewer",
     "other pairs come, go or have another verdict", "numbers change"),
)  # fmt: skip


def if_answered(built: Built, question: Mapping[str, str], verdict: str) -> Effect:
    """What this answer would change. Nothing is counted again where it would link no name otherwise."""
    held = with_answers(built.judgements, [answer(question, verdict)])
    try:
        named = question["kind"] != "action"
        if verdict == "unsure" or (named and _same_links(built, built.links_if(judgements=held))):
            return Effect()
        return between(built, built.if_answered(question, verdict))
    except StudyError as error:
        return Effect(refused=re.sub(r"^judgements\.csv line ?(, column \w+)?: ", "", str(error)))


def _same_links(built: Built, links: pd.DataFrame) -> bool:
    who = ["mention_id", "kind", "id"]
    return links[who].equals(built.links[who])


def between(before: Built, after: Built) -> Effect:
    """What differs in the results of two builds of one study."""
    was, now = _verdicts(before), _verdicts(after)
    moved = [pair for pair in was.keys() | now.keys() if was.get(pair) != now.get(pair)]
    ties = [pair for pair in moved if {was.get(pair), now.get(pair)} & {"more", "less"}]
    rooms = [set(zip(one["meeting_id"], one["org_id"], strict=True)) for one in map(_in_room, (before, after))]
    heads = [_in_room(one).groupby("meeting_id")["head"].nunique() for one in (before, after)]
    changed = changes(before, after)
    return Effect(
        len(ties),
        len({place for place in rooms[0] ^ rooms[1] if place[1]}),
        int(heads[0].sub(heads[1], fill_value=0).abs().sum()),
        len(moved) - len(ties),
        len(changed),
        tuple(_said(before, after, row) for row in changed.head(_TOLD).itertuples()),
    )


def _verdicts(built: Built) -> dict[tuple[str, str], str]:
    pairs = zip(built.ties["organisation_a"], built.ties["organisation_b"], strict=True)
    return dict(zip(pairs, built.ties["verdict"].fillna(""), strict=True))


def _in_room(built: Built) -> pd.DataFrame:
    return built.there[built.there["in_room"]]


def changes(before: Built, after: Built) -> pd.DataFrame:
    """The findings that differ between two builds, the most telling first: finding_id, was, now ("" for none).

    One of each measure comes before a second of any; what changes before what comes or goes; a number for one pair
    last; else in the order of findings.
    """
    frames = [one.findings[~one.findings["measure"].isin(_OF_ASKING)] for one in (before, after)]
    was, now = ({row.finding_id: row for row in frame.itertuples()} for frame in frames)
    rows, of_measure = [], Counter()
    for at, id in enumerate([*was, *(id for id in now if id not in was)]):
        old, new = was.get(id), now.get(id)
        if _numbers(old) != _numbers(new):
            row = new or old
            of_measure[row.measure] += 1
            rows.append((of_measure[row.measure], bool(row.other), not (old and new), at, id))
    told = [(id, _value(was.get(id)), _value(now.get(id))) for *_, id in sorted(rows)]
    return pd.DataFrame(told, columns=["finding_id", "was", "now"], dtype="str")


def _numbers(row: object) -> list[str]:
    return [] if row is None else [str(getattr(row, name)) for name in _COUNTS]


def _value(row: object) -> str:
    """A finding's number as printed; "" for none."""
    if row is None:
        return ""
    if not pd.isna(row.of):
        return f"{figure(row.n)} of {figure(row.of)}"
    ends = [figure(end) for end in (row.low, row.high) if not pd.isna(end)]
    return " to ".join(ends) if pd.isna(row.value) else figure(row.value)


def _said(before: Built, after: Built, change: object) -> str:
    """A change in words, masked: the sentence as it stands with the answer, and its number before."""
    findings = (after if change.now else before).findings
    row = findings[findings["finding_id"] == change.finding_id]
    called = dict(zip(after.organisations["org_id"], after.organisations["name"], strict=True)) | before.names
    named = {f"{at}_name": row[at].map(lambda key: called.get(key, key)) for at in ("subject", "other")}
    words = before.hide(say(row.assign(**named))).rstrip(".")
    if not change.was:
        return f"New: {words}"
    return f"{words} (before: {change.was})" if change.now else f"No longer: {words}"
