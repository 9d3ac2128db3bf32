"""People side by side in the cells of a grid, where a cell or row runs over two lines: the halves put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.words.posts import is_organisation

_CELL = re.compile(r"\S+(?:\s{1,2}\S+)*")  # three spaces end a cell
_LEAST = 2  # rows of two cells or more that make a grid


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
