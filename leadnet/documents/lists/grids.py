"""People side by side in the cells of a grid, where a cell or row runs over two lines: the halves put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.layouts.rows import heading_row
from leadnet.documents.model import Line
from leadnet.documents.words.posts import is_organisation

_CELL = re.compile(r"\S+(?:\s{1,2}\S+)*")  # three spaces end a cell
_EDGE = re.compile(r"\s*\|\s*|\t+|\s{3,}")
_NUMBER = re.compile(r"\d{1,2}[.)]?")
_LEAST = 2  # rows of two cells or more that make a grid
_WIDTHS = (2, 3, 4)  # cells of one person


def with_whole_cells(lines: Sequence[Line]) -> list[tuple[Line, tuple[Line, ...]]]:
    """Each line with the lines it was made of: one, or two where the second closes brackets that the first opened.

    >>> rows = ["Ann Lee (Kent    Joe Dale (GOSE)    Tom Roe (Ash", "Police)      Council)", "Di Fox (CVS)    Al Day"]
    >>> with_whole_cells([Line(n, None, text) for n, text in enumerate(rows, start=1)])[0][0].text.split("\\t")
    ['Ann Lee (Kent Police)', 'Joe Dale (GOSE)', 'Tom Roe (Ash Council)']
    """
    if sum(line.text.count(" / ") > 1 for line in lines) > _LEAST:
        return _with_hanging(lines)
    if sum(len(_CELL.findall(line.text)) > 1 for line in lines) < _LEAST or any("\t" in line.text for line in lines):
        return [(line, (line,)) for line in lines]
    found: list[tuple[Line, tuple[Line, ...]]] = []
    for line in lines:
        above = found[-1][0] if found else None
        whole = _whole(above, line) if above and len(found[-1][1]) == 1 else ""
        if above and whole:
            found[-1] = (replace(above, text=whole), (above, line))
        else:
            found.append((line, (line,)))
    return found


def _with_hanging(lines: Sequence[Line]) -> list[tuple[Line, tuple[Line, ...]]]:
    """Rows kept apart by slashes, with the organisation that fell to a line of its own below its post."""
    found: list[tuple[Line, tuple[Line, ...]]] = []
    for line in lines:
        above = found[-1] if found else None
        hangs = above and len(above[1]) == 1 and above[0].number + 1 == line.number and " / " in above[0].text
        if above and hangs and " / " not in line.text and is_organisation(line.text.strip()):
            found[-1] = (replace(above[0], text=f"{above[0].text.rstrip()}, {line.text.strip()}"), (above[0], line))
        else:
            found.append((line, (line,)))
    return found


def _whole(above: Line, line: Line) -> str:
    """The cells of both lines, each half joined to the next open cell; blank where that cannot be."""
    cells = [(match.start(), match[0]) for match in _CELL.finditer(above.text)]
    halves = [(match.start(), match[0]) for match in _CELL.finditer(line.text)]
    lacking = [place for place, (_, text) in enumerate(cells) if text.count("(") > text.count(")")]
    closing = all(text.endswith(")") and text.count(")") > text.count("(") for _, text in halves)
    if line.number != above.number + 1 or not halves or len(halves) != len(lacking) or not closing:
        return ""
    ends = dict(zip(lacking, (text for _, text in halves), strict=True))
    return "\t".join(f"{text} {ends[place]}" if place in ends else text for place, (_, text) in enumerate(cells))


def halves(lines: Sequence[Line]) -> list[Line]:
    """Rows of two people, each with a number of his own or under the same headings said twice, a line a person.

    >>> rows = "1 | Ann Lee | CVS | 3 | Joe Dale | GOSE", "2 | Tom Roe | Elm Trust | 4 | Di Fox | Ash Trust"
    >>> [line.text for line in halves([Line(n, None, text) for n, text in enumerate(rows, start=1)])][::3]
    ['| Ann Lee | CVS |', '| Di Fox | Ash Trust |']
    """
    rows = [_EDGE.split(line.text.strip().strip("|").strip()) for line in lines]
    heads = [row for row in rows if _said_twice(row)]
    width = len(heads[0]) // 2 if heads else next((width for width in _WIDTHS if _counted(rows, width)), 0)
    found: list[Line] = []
    for line, row in zip(lines, rows, strict=True) if width else ():
        ends = range(0, len(row) if row not in heads else width, width)
        parts = [row[at + bool(_NUMBER.fullmatch(row[at])) : at + width] for at in ends]
        cut = [replace(line, text=f"| {' | '.join(part)} |") for part in parts if any(part)]
        found += cut if len(row) > width else [line]
    return found or list(lines)


def _said_twice(row: Sequence[str]) -> bool:
    half = len(row) // 2
    return half > 1 and row[:half] == row[half:] and heading_row(row[:half]) is not None


def _counted(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether most rows hold a number and a name, and so again every `width` cells on."""
    wide = [row for row in rows if len(row) > width]
    numbered = [row for row in wide if all(_NUMBER.fullmatch(row[at]) for at in (0, width))]
    named = [row for row in numbered if all(map(begins_with_name, (row[1], *row[width + 1 : width + 2])))]
    return len(named) >= _LEAST and 2 * len(numbered) > len(wide) and 2 * len(named) > len(numbered)
