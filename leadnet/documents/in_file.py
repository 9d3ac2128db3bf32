"""Hard-wrapped texts are read as if they never were, and what is found is cited at the lines of the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from leadnet.documents.formats.hard_wraps import goes_on
from leadnet.documents.formats.pdf_ruled import join
from leadnet.documents.model import Line, Mention, Paper, Problem, Source
from leadnet.documents.outlines.flow import Flow

_Record = TypeVar("_Record")


@dataclass(frozen=True)
class Whole:
    """A file's lines put together where they were broken at a right edge; each whole line knows its own lines."""

    flows: tuple[Flow, ...]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Whole:
        """The whole lines of a file.

        >>> rows = ["The board heard how the money was spent in the", "past year and was told of the plans partners"]
        >>> rows += ["have made for the next, and of what they will", "cost; it was glad."]
        >>> whole = Whole.of([Line(at, None, text) for at, text in enumerate(rows, 1)])
        >>> len(whole.lines), whole.place("1", "it was glad")
        (1, '4')
        """
        more = goes_on(lines)
        rows: list[list[Line]] = []
        for at, line in enumerate(lines):
            if at in more:
                rows[-1].append(line)
            else:
                rows.append([line])
        return cls(tuple(map(_flow, rows)))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The whole lines, counted from one."""
        return tuple(Line(number, flow.lines[0].page, flow.text) for number, flow in enumerate(self.flows, start=1))

    def place(self, line: str, *printed: str) -> str:
        """The line or lines of the file where a whole line prints these words, each looked for behind the one before.

        All that the whole lines were put together from, where the words do not stand in one of them as they are.
        """
        if not line:
            return line
        first, last = (int(number) for number in (line.split("-")[0], line.split("-")[-1]))
        flows = self.flows[first - 1 : last]
        lines = [each for flow in flows for each in flow.lines]
        if len(flows) == 1:
            lines = _where(flows[0], printed)
        return Source.of(lines).line


def _flow(rows: Sequence[Line]) -> Flow:
    text, starts = rows[0].text, [0]
    for row in rows[1:]:
        text = join(text.rstrip(), row.text.strip())
        starts.append(len(text) - len(row.text.strip()))
    return Flow(text, tuple(rows), tuple(starts))


def _where(flow: Flow, printed: Iterable[str]) -> Sequence[Line]:
    found, at = flow.lines, 0
    for words in filter(None, printed):
        if (place := flow.text.find(words, at)) >= 0:
            found, at = flow.source_lines(place, place + len(words)), place
    return found


def in_file(paper: Paper, whole: Whole, problems: Sequence[Problem]) -> Paper:
    """A paper read from whole lines with the lines of its file, every place in it, and the problems of the file."""
    placed = _placed(replace(paper, lines=(), parts=()), whole)
    rows = [
        (line, part)
        for flow, part in zip(whole.flows, paper.parts, strict=True)
        for line, part in ((line, part if line.text.strip() else "") for line in flow.lines)
    ]
    return replace(
        placed,
        lines=tuple(line for line, _ in rows),
        parts=tuple(part for _, part in rows),
        problems=tuple(sorted((*problems, *placed.problems), key=lambda problem: int(problem.line.split("-")[0] or 0))),
    )


def _placed(record: _Record, whole: Whole) -> _Record:
    """A record and those within it, with the places they have in the file."""
    printed = getattr(record, "printed", "") or getattr(record, "text", "")
    found: dict[str, object] = {}
    for name, value in ((field.name, getattr(record, field.name)) for field in fields(record)):
        if isinstance(value, Source):
            found[name] = replace(value, line=whole.place(value.line, value.text, printed))
        elif name == "line" and isinstance(record, Mention | Problem):
            found[name] = whole.place(value, printed)
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            found[name] = tuple(_placed(each, whole) for each in value)
    return replace(record, **found)
