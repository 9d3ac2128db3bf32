"""Organisations that followed one another: a PCT, then a CCG; districts, then a unitary."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from leadnet.names.register import authorities
from leadnet.study import TableError, file_line, split


def successions(organisations: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """For each organisation of the study that was followed: the organisations of the study that followed it.

    From the column `successors` of organisations.csv (a list of org_ids) where it is filled, else from the packaged
    register. TableError with file and row where the column names an organisation that is not there or goes in a circle.
    """
    own = set(organisations["org_id"])
    register = dict(zip(authorities()["org_id"], authorities()["successors"], strict=True))
    written = organisations.get("successors", pd.Series("", index=organisations.index))
    found, faults = {}, []
    for at, (org_id, cell) in enumerate(zip(organisations["org_id"], written, strict=True)):
        faults += [
            f'organisations.csv line {file_line(organisations, at)}, column successors: "{one}" is no org_id of this '
            "table; add its row or correct it here"
            for one in split(cell)
            if one not in own
        ]
        if after := tuple(one for one in split(cell or register.get(org_id, "")) if one in own):
            found[org_id] = after
    faults += _circles(found, organisations)
    if faults:
        raise TableError(faults)
    return found


def _circles(found: Mapping[str, tuple[str, ...]], organisations: pd.DataFrame) -> list[str]:
    """A fault for each organisation that comes to follow itself, the first of each circle only."""
    faults, told = [], set()
    for at, org_id in enumerate(organisations["org_id"]):
        path = _path_back(org_id, found)
        if path and not told & set(path):
            told |= set(path)
            line = file_line(organisations, at)
            faults.append(
                f"organisations.csv line {line}, column successors: {' → '.join(path)} goes in a circle; "
                "an organisation cannot follow itself, correct one of these rows"
            )
    return faults


def _path_back(org_id: str, found: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The way by successors from an organisation to itself; empty where there is none."""
    waiting = [[org_id]]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        for after in found.get(path[-1], ()):
            if after == org_id:
                return [*path, after]
            if after not in seen:
                seen.add(after)
                waiting.append([*path, after])
    return []


def all_that_followed(organisations: pd.DataFrame) -> dict[str, frozenset[str]]:
    """For each organisation that was followed: all that followed it, directly and later."""
    direct = successions(organisations)
    found = {}
    for org_id in direct:
        waiting, after = list(direct[org_id]), set()
        while waiting:
            one = waiting.pop()
            if one not in after:
                after.add(one)
                waiting += direct.get(one, ())
        found[org_id] = frozenset(after)
    return found


def last_successors(organisations: pd.DataFrame) -> dict[str, str]:
    """For each organisation that was followed by one alone: the last of the line, as far as the study's own rows go.

    One that was split among several keeps its own name, since nobody can say which of them its people came to.
    """
    direct = successions(organisations)
    found = {}
    for org_id in direct:
        last = org_id
        while len(direct.get(last, ())) == 1:
            last = direct[last][0]
        if last != org_id:
            found[org_id] = last
    return found


def followed(tables: Mapping[str, pd.DataFrame], organisations: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The tables with each organisation under the name of its last successor: column org_id, and id in links.

    For the rule follow_successions. Rows that come to be the same are kept once.
    """
    last = last_successors(organisations)
    return {name: _renamed(frame, last) for name, frame in tables.items()}


def _renamed(frame: pd.DataFrame, last: Mapping[str, str]) -> pd.DataFrame:
    if "org_id" in frame.columns:
        return frame.assign(org_id=frame["org_id"].map(lambda id: last.get(id, id))).drop_duplicates(ignore_index=True)
    if "id" in frame.columns and "how" in frame.columns:
        pairs = zip(frame["kind"], frame["id"], strict=True)
        return frame.assign(id=[last.get(id, id) if kind == "organisation" else id for kind, id in pairs])
    return frame
