"""People under the name of their organisation: a line for the organisation, then a line for each of its people."""

from __future__ import annotations

from collections.abc import Sequence

from leadnet.documents.entries import Cells
from leadnet.documents.flow import Flow
from leadnet.documents.layouts import run_on
from leadnet.documents.layouts.entry_lines import begins_with_name
from leadnet.documents.layouts.entry_lines import read as read_lines
from leadnet.documents.model import Line
from leadnet.documents.posts import is_organisation, is_post


def _heads(line: Line) -> str:
    """The organisation a line is the heading of; blank where it is none."""
    text = line.text.strip().strip("*#_ ").rstrip(":")
    alone = is_organisation(text) and not is_post(text) and not begins_with_name(text) and "," not in text
    return text if alone else ""


def _inline(line: Line) -> tuple[str, str]:
    """ "Kent Police: Ann Lee, Joe Dale" as organisation and people; blanks where the line is no such thing."""
    head, colon, rest = line.text.partition(":")
    organisation = _heads(Line(line.number, line.page, head)) if colon else ""
    return (organisation, rest) if organisation and begins_with_name(rest.split(",")[0]) else ("", "")


def fits(lines: Sequence[Line]) -> float:
    """Well, where a heading has a person under it and every other line opens with a name."""
    heads = [bool(_heads(line)) for line in lines]
    people = sum(begins_with_name(line.text) for line in lines)
    inline = sum(bool(_inline(line)[0]) for line in lines)
    under = any(head and not after for head, after in zip(heads, heads[1:], strict=False))
    if inline:
        return (inline + people) / len(lines)
    return (sum(heads) + people) / len(lines) if under and people and heads[0] else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """The entries under each heading, the heading kept with them."""
    found: list[Cells] = []
    organisation, below = "", []
    for line in lines:
        named, rest = _inline(line)
        if named or _heads(line):
            found += _under(organisation, below)
            organisation, below = named or _heads(line), []
            flow = Flow.of([line])
            at = flow.text.index(":") + 1 if named else 0
            found += [Cells(entry.lines, entry.cells, named) for entry in run_on.people(flow, at)] if rest else []
        else:
            below.append(line)
    return found + _under(organisation, below)


def _under(organisation: str, lines: Sequence[Line]) -> list[Cells]:
    return [Cells(entry.lines, entry.cells, organisation) for entry in read_lines(lines)]
