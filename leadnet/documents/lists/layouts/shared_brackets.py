"""One bracket or one organisation for several people of a run: "Ann Lee and Joe Dale (Kent Police)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.name_details import name_and_details
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.words.names import is_name, person
from leadnet.documents.words.posts import is_organisation, is_post

_FOR_ALL = re.compile(r"(?:all|each)\b", re.I)  # "Ann Lee, Joe Dale and Tom Roe (all Kent Police)"


@dataclass(frozen=True)
class Cut:
    """One entry of a run: where it stands, what joins it to the one before, the title it shares and whose council."""

    begin: int
    end: int
    joint: str = ""
    title: str = ""
    place: str = ""


def entry_name(text: str) -> str:
    """The name an entry of a run opens with, or the whole entry."""
    return remarks(name_and_details([text])[0]).text


def brackets_shared(entries: list[Cells], cuts: list[Cut]) -> list[Cells]:
    """ "Ann Lee and Joe Dale (Kent Police)", "Cllrs A, B and C (Kent)": one bracket for those joined before it."""
    found = list(entries)
    if own := _dashed_for_all(found):
        return [*(replace(entry, cells=(*entry.cells, own)) for entry in found[:-1]), found[-1]]
    grouped = any(cut.joint == ";" for cut in cuts[1:])
    for place in range(len(found) - 1, 0, -1):
        own = _bracket(found[place], grouped, bool(cuts[place].title))
        for_all = bool(_FOR_ALL.match(own))
        joint = cuts[place].joint
        joined = for_all or re.search(r"(?:and|&)(?!.*from)", joint) or (grouped and joint == ",")
        if own and joined and is_name(entry_name(found[place].cells[0])):
            before = place - 1
            while before >= 0 and _bare(found[before]) and not _elsewhere(found[before], own):
                found[before] = replace(found[before], cells=(*found[before].cells, own))
                if not (cuts[before].title or grouped or for_all) or cuts[before].joint == ";":
                    break
                before -= 1
    return found


def _dashed_for_all(entries: Sequence[Cells]) -> str:
    """The organisation of "Ann Lee, Joe Dale - Kent Police" and "Sgt Lee, PC Dale, Kent Police" on a line: of both."""
    *others, last = entries
    details = name_and_details([last.cells[0]])[1:]
    alone = bool(others) and all(_bare(entry) and entry.lines == last.lines for entry in others)
    dashed = len(details) == 1 and bool(re.search(r"\s[-–]\s", last.cells[0]))
    ranks = len(details) == len(others) == 1 and all(person(entry.cells[0])[0] for entry in entries)
    return details[0] if alone and (dashed or ranks) and is_organisation(details[0]) else ""


def _bracket(entry: Cells, grouped: bool, titled: bool) -> str:
    """The only detail behind the name, if it is no remark: in brackets or, between semicolons, an organisation."""
    if len(entry.cells) > 1:
        return ""
    details = name_and_details([remarks(entry.cells[0]).text])[1:]
    told = grouped or (titled and " from " in entry.cells[0])  # "Councillors Lee and Dale from Kent Council"
    shared = len(details) == 1 and ("(" in entry.cells[0] or (told and is_organisation(details[0])))
    return details[0] if shared and not is_post(details[0]) else ""


def _elsewhere(entry: Cells, body: str) -> bool:
    """Whether a councillor stands before somebody from the police or the NHS: the bracket is not theirs."""
    councillor = re.match(r"(?:\w+ )?(?:Councillor|Cllr|COUNCILLOR|CLLR)", entry.cells[0])
    return bool(
        councillor
        and re.search(
            r"\b(?:police|constabulary|nhs|trust|pct|ccg|icb|"
            r"probation)\b",
            body,
            re.I,
        )
    )


def _bare(entry: Cells) -> bool:
    said = remarks(entry.cells[0])
    return len(entry.cells) == 1 and is_name(said.text) and not said.came
