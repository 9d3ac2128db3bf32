"""A name on one line and, on the next one or two, the post and the organisation; some may lack them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts import run_on
from leadnet.documents.lists.layouts.entry_lines import begins_with_name, is_name_alone
from leadnet.documents.lists.remarks import is_remark, remarks
from leadnet.documents.model import Line
from leadnet.documents.words.names import are_initials, is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, is_post

_OVER = re.compile(r"^\W*(?:Representing|From|For)\b|:\W*$")  # opens or ends what heads the people below
_DETAILS = 2  # lines of a post and an organisation below a name
_LETTERS = re.compile(r"^(?P<name>[^()]{3,50}?)\s*\((?P<letters>[A-Z][A-Za-z]{1,3})\)")


def _cells(lines: Sequence[Line]) -> list[Line]:
    """The lines, cut where a row's next cell begins with a name: "Kent Police / Ann Lee" ends the entry above."""
    found: list[Line] = []
    for line in lines:
        before, slash, after = line.text.partition(" / ")
        cut = slash and is_name(remarks(after).text) and not is_name(before.strip(" *•-"))
        found += [replace(line, text=before), replace(line, text=after)] if cut else [line]
    return found


def _names(lines: Sequence[Line]) -> list[bool]:
    """Which lines are a name: where a third carry the person's initials in brackets, just those."""
    texts = [line.text.strip(" *•-") for line in lines]
    lettered = [_lettered(text) for text in texts]
    if sum(lettered) > 2 and sum(lettered) * 3 >= len(texts):
        return lettered
    return [is_name_alone(text) for text in texts]


def _lettered(text: str) -> bool:
    match = _LETTERS.match(text)
    if not match or not is_name(match["name"]):
        return False
    name = person(match["name"])[1]
    return are_initials(match["letters"], name) or match["letters"][0] == name[0]


def fits(lines: Sequence[Line]) -> float:
    """Well, where a bare name comes first and what follows names is mostly a post or an organisation, none over two."""
    lines = _cells(lines)
    names = _names(lines)
    details = [line.text for line, named in zip(lines, names, strict=True) if not named]
    if any(_is_entry(text) for text in details):
        return 0.0
    if heads_apart(lines, [not named for named in names]):
        return 0.0
    if names == [True, False] or names == [True, False, False]:
        return 0.96 if all(is_organisation(_bare(text)) or is_post(text) for text in details) else 0.0
    if not names[0] or sum(names) < 2 or 3 * len(details) < len(lines) or _long_runs(names) or not _turns(names):
        return 0.0
    told = sum(is_organisation(_bare(text)) or is_post(text) or is_remark(text) for text in details)
    return 0.96 if 2 * told >= len(details) else 0.0


def _is_entry(text: str) -> bool:
    """Whether a line is somebody's with something behind the name, or is of several: "Cllr Ann Lee Cllr Joe Dale"."""
    titled = person(text.strip(" *•-"))[0] and begins_with_name(text)
    return bool(titled) or is_sure_name(_opening(text)) or len(run_on.names_in(text)) > 1


def heads_apart(lines: Sequence[Line], heads: Sequence[bool]) -> bool:
    """Whether a gap stands over each of these lines and none below, and they say so or have several people below.

    >>> lines = [Line(1, None, "Ann Lee"), Line(3, None, "Representing Kent CVS"), Line(4, None, "Joe Dale")]
    >>> heads_apart(lines, [False, True, False])
    True
    """
    said = any(head and _OVER.search(line.text) for line, head in zip(lines, heads, strict=True))
    if not said and not any(
        head and not (one or two) for head, one, two in zip(heads, heads[1:], heads[2:], strict=False)
    ):
        return False
    gaps = [line.number > above.number + 1 for above, line in zip(lines, lines[1:], strict=False)]
    places = [place for place, head in enumerate(heads) if head and 0 < place < len(gaps)]
    return bool(places) and all(gaps[place - 1] and not gaps[place] for place in places)


def _opening(text: str) -> str:
    return re.split(r"[,;(\t]|\s[-–]\s", text.strip(" *•-"))[0].strip()


def _turns(names: Sequence[bool]) -> bool:
    """Whether details follow names more than once, rather than all names coming first."""
    return sum(name and not after for name, after in zip(names, [*names[1:], True], strict=True)) > 1


def _long_runs(names: Sequence[bool]) -> bool:
    """Whether more than two details follow a name more than now and then: a rare name may not be known as one."""
    runs = [len(list(run)) for named, run in groupby(names) if not named]
    return 6 * sum(length > _DETAILS for length in runs) > len(runs) or max(runs) > 2 * _DETAILS


def _bare(text: str) -> str:
    return re.split(r"\s+[-–]\s+", text.strip())[0]


def read(lines: Sequence[Line]) -> list[Cells]:
    """Each name with the lines below it."""
    found: list[Cells] = []
    lines = _cells(lines)
    for line, named in zip(lines, _names(lines), strict=True):
        text = line.text.strip(" *•")
        if named or not found:
            found.append(Cells((line,), (text,)))
        else:
            sure = len(found[-1].cells) <= _DETAILS  # what goes on longer may be somebody else
            found[-1] = Cells((*found[-1].lines, line), (*found[-1].cells, text), sure=sure)
    return found
