"""What the mask must know of single lines and papers: whose a name in a line is, and whose initials a paper prints."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from leadnet.study import split, spread
from leadnet.study.mask_initials import Told, initials_in, told_at

if TYPE_CHECKING:
    from leadnet.build.built import Built

_BESIDE = re.compile(r"\(\s*((?:[A-Z]\.?){2,4})\s*\)")  # initials behind the name they are of


def meeting_initials(built: Built, people: pd.DataFrame, stands: Mapping[str, str]) -> dict[str, Told]:
    """Paper -> its initials of people and what stands for each, by its attendance list.

    Only letters the paper uses so are taken for initials: those in brackets behind a name of the list, and owners.
    `people` are the mentions of people with their links, `stands` what stands for each who is withheld.
    """
    named = dict(zip(built.people["person_id"], built.people["name"], strict=True))
    used = _used(built)
    there = set(zip(built.attendance["doc_id"], built.attendance["line"], built.attendance["person"], strict=True))
    at: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in people.itertuples():
        if (row.doc_id, row.line, row.printed) in there:
            at[row.doc_id] += [(row.id, row.printed), *([(row.id, named[row.id])] if row.id in named else [])]
    found = {doc: told_at(who, stands, named) for doc, who in at.items() if used[doc]}
    return {doc: {key: told[key] for key in told if key in used[doc]} for doc, told in found.items()}


def _used(built: Built) -> dict[str, set[str]]:
    """Paper -> the letters it uses as somebody's initials."""
    used: dict[str, set[str]] = defaultdict(set)
    lines = dict(zip(zip(built.lines["doc_id"], built.lines["line"].astype(str), strict=True), built.lines["text"],
                     strict=True))  # fmt: skip
    for entry in built.attendance.itertuples():
        for cite in spread(f"{entry.doc_id}:{entry.line}"):
            found = _BESIDE.findall(lines.get((entry.doc_id, cite.rpartition(":")[2]), ""))
            used[entry.doc_id] |= {letters.replace(".", "") for letters in found}
    for clause in built.decisions.itertuples():
        used[clause.doc_id] |= {
            each for owner in split(clause.owners) for each in initials_in(owner) if owner.isupper()
        }
    return used


def papers_of(built: Built, initials: Mapping[str, Told]) -> dict[str, tuple[str, ...]]:
    """Each text of a paper that prints such initials -> the papers it stands in: its lines, and clauses as joined."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for table in (built.lines, built.decisions):
        for doc, text in zip(table["doc_id"], table["text"], strict=True):
            if doc in initials and not initials_in(text).isdisjoint(initials[doc]):
                found[text][doc] = None
    return {text: tuple(docs) for text, docs in found.items()}


def linked_prints(built: Built, people: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Text of a line -> what it prints of people who may be named, but where a withheld person has the same print in a
    line of the same words, or has these words for a name.
    """
    may = set(built.people.loc[built.people["named"] == "yes", "person_id"])
    texts = {f"{row.doc_id}:{row.line}": row.text for row in built.lines.itertuples()}
    prints: dict[bool, dict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
    for row in people.itertuples():
        for cite in spread(f"{row.doc_id}:{row.line}"):
            prints[row.id in may][texts.get(cite, "")].add(row.printed)
    found = {text: sorted(told - prints[False].get(text, set())) for text, told in prints[True].items()}
    withheld = {row.printed for row in people.itertuples() if row.id not in may}
    return {text: tuple(told) for text, told in found.items() if told and text.strip() not in withheld}
