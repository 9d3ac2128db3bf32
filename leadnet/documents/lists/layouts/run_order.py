"""Runs of names whose organisations stand elsewhere than behind each: all in a tail, or one before every name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leadnet.documents.lists.entries import Cells
from leadnet.documents.outlines.flow import Flow
from leadnet.documents.words.names import is_name
from leadnet.documents.words.vocabulary import GIVEN

_BODY_END = re.compile(  # a space behind the last word of an organisation
    r"(?:(?<=Council)|(?<=Police)|(?<=Service)|(?<=Trust)|(?<=Partnership)|(?<=Authority)|(?<=College)|(?<=University)|"
    r"(?<=Constabulary)|(?<=CCG)|(?<=PCT)|(?<=CVS)|(?<=FRS)|(?<=DC)|(?<=BC)|(?<=CC))\s+(?=[A-Z])"
)
_FEW = 4  # names that do not show how a list is printed


def names_first(text: str, names: Sequence[tuple[int, int, bool]]) -> bool:
    """Three names or more with nothing between them, then a tail: the columns of a table one after the other."""
    between = [text[end:begin].strip() for (_, end, _), (begin, *_) in zip(names, names[1:], strict=False)]
    return len(names) > 2 and not any(between) and len(text) - names[-1][1] > 20 and not beyond(text[: names[0][0]])


def columns_dumped(flow: Flow, names: Sequence[tuple[int, int, bool]]) -> Iterator[Cells]:
    """Each name with the organisation that stands at its place in the tail; the tail unread where the counts differ."""
    tail = flow.text[names[-1][1] :].strip()
    bodies = [part.strip(" ,;") for part in _BODY_END.split(tail) if part.strip(" ,;")]
    paired = bodies if len(bodies) == len(names) else [""] * len(names)
    for (begin, end, _), body in zip(names, paired, strict=True):
        cells = tuple(cell for cell in (flow.text[begin:end], body) if cell)
        yield Cells(flow.source_lines(begin, end), cells, sure=False)
    if paired is not bodies:
        yield Cells(flow.source_lines(names[-1][1], len(flow.text)), (tail,), sure=False)


def bodies_first(text: str, names: Sequence[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """The names of a run that ends in a name and has something before each: "Ash Cllr Ann Lee Elm Cllr Joe Dale"."""
    named = list(names[1:] if names[0][0] == 0 and not names[0][2] else names)
    before = [beyond(text[end:begin]) for (_, end, _), (begin, *_) in zip(named, named[1:], strict=False)]
    several = len(named) >= _FEW and 5 * sum(map(bool, before)) >= 4 * len(before)
    return named if several and named[0][0] and not beyond(text[named[-1][1] :]) else []


def bodies_before(flow: Flow, names: Sequence[tuple[int, int, bool]]) -> Iterator[Cells]:
    """Each name with what stands before it; unsure, since nothing but the order ties them."""
    ends = [0, *(end for _, end, _ in names)]
    for (begin, end, _), last in zip(names, ends, strict=False):
        cells = (f"{flow.text[begin:end]} {bracket(flow.text[end:])}".strip(" ,;"), beyond(flow.text[last:begin]))
        yield Cells(flow.source_lines(last, end), tuple(cell for cell in cells if cell), sure=False)


def bracket(rest: str) -> str:
    """The bracket straight behind a name; blank where there is none."""
    match = re.match(r"\s*[(\[][^()\[\]]{1,60}[)\]]", rest)
    return match[0].strip() if match else ""


def beyond(rest: str) -> str:
    """What stands behind a name and its bracket."""
    behind = rest[len(re.match(r"\s*(?:[(\[][^()\[\]]{1,60}[)\]])?", rest)[0]) :].strip(" ,;-–.")
    return re.sub(r"(?:^|\s)\d{1,2}$", "", behind)  # the number of the next entry


def in_pairs(text: str, names: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """ "Meredydd David Stephen Kinsey": of two given names between words left over, each goes with the word beside."""
    cuts = [0, *(cut for begin, end, _ in names for cut in (begin, end)), len(text)]
    found = []
    for place, (begin, end, sure) in enumerate(names):
        left, right = text[cuts[2 * place] : begin].strip(), text[end : cuts[2 * place + 3]].strip()
        one, *two = text[begin:end].split()
        both = place and len(two) == 1 and {one, *two} <= GIVEN
        if both and is_name(f"{left} {one}") and is_name(f"{two[0]} {right}"):
            middle = begin + len(one)
            start, stop = text.rindex(left, 0, begin), text.index(right, end) + len(right)
            found += [(start, middle, False), (text.index(two[0], middle), stop, sure)]
        else:
            found.append((begin, end, sure))
    return found
