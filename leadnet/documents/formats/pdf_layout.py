"""The lines of a page in reading order: tables, columns, lists and paragraphs told apart by where their words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from leadnet.documents.formats.pdf_page import Word
from leadnet.documents.formats.pdf_paragraphs import Printed, Style, cell_lines, goes_over, paragraphs
from leadnet.documents.formats.pdf_rows import Row, Span, Zone, first_zone, heads_margin, rows_of, taking_in
from leadnet.documents.formats.pdf_ruled import cell_text, join
from leadnet.documents.formats.table_lines import bodies_before
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.outlines.headings import item_heading, list_heading

_PADDING = 0.9  # heights of the letters between the words of a cell and those of the next, as programs leave them


def page_lines(words: Sequence[Word], tables: Sequence[Row], style: Style) -> list[Printed]:
    """The lines of a page, or of one column of it, from the top down."""
    rows = sorted([*rows_of(words), *tables], key=lambda row: (row.top + row.bottom) / 2 if not row.table else row.top)
    found: list[Printed] = []
    last: Row | None = None
    while rows:
        zone = first_zone(rows)
        if column := _first_column(zone):
            zone = taking_in(zone, column)
        lines = _zone_lines(zone, style)
        if last and lines and zone.rows[0].top - last.bottom > (1.25 * style.step - 1) * style.height:
            lines[0] = replace(lines[0], gap=True)
        found += lines
        last = zone.rows[-1]
        rows = rows[len(zone.rows) :]
    return found


def _first_column(zone: Zone) -> Sequence[Row]:
    """The rows below a zone that are the rest of its first column, which may run on further than the second.

    All of them in running text; beside a list of people, those that stand as close as the list's own, up to a heading.
    """
    if zone.rivers and _with_margin(zone, zone.rivers[-1]):
        return zone.tail
    river = _middle(zone)
    if not river or len(zone.rows) < 2 or not zone.tail or not _columns(zone, river):
        return ()
    if any(_mostly_names(_openers(rows_of(words))) for words, _ in _parted(zone, river)):
        steps = [after.bottom - before.bottom for before, after in zip(zone.rows, zone.rows[1:], strict=False)]
        last = [zone.rows[-1], *zone.tail]
        near = [
            after.bottom - before.bottom <= 1.15 * max(steps) for before, after in zip(last, last[1:], strict=False)
        ]
        near += [False]
        headed = [bool(item_heading(row.text)) or row.bold > zone.rows[0].bold for row in zone.tail] + [True]
        return zone.tail[: min(near.index(False), headed.index(True))]
    return zone.tail


def _zone_lines(zone: Zone, style: Style) -> list[Printed]:
    """What a zone is: plain text, columns of text, text with a margin, or a table without ruling lines."""
    river = _middle(zone)
    if not zone.rivers:
        return paragraphs(zone.rows, style)
    if len(zone.rows) == 1:
        return [_tabbed(zone, style)]
    if river and _columns(zone, river):
        left, right = _parted(zone, river)
        return _run_on(page_lines(*left, replace(style, right=river[1] - style.height)), page_lines(*right, style))
    margin = zone.rivers[-1]
    if _with_margin(zone, margin):
        return _margin_lines(zone, margin, style)
    return _table(zone, style)


def _run_on(left: list[Printed], right: list[Printed]) -> list[Printed]:
    """The lines of two columns, a sentence cut in two between them put together."""
    if left and right and goes_over(left[-1], right[0]):
        last = replace(left[-1], text=join(left[-1].text, right[0].text), full=right[0].full)
        return [*left[:-1], last, *right[1:]]
    return left + right


def _middle(zone: Zone) -> Span | None:
    """The widest river, where it runs through the middle half of the zone."""
    if not zone.rivers:
        return None
    left, right = min(row.left for row in zone.rows), max(row.right for row in zone.rows)
    widest = max(zone.rivers, key=lambda river: river[1] - river[0])
    place = ((widest[0] + widest[1]) / 2 - left) / (right - left)
    return widest if 0.25 < place < 0.75 else None


Side = tuple[list[Word], list[Row]]


def _parted(zone: Zone, river: Span) -> tuple[Side, Side]:
    """Words and tables on the left and on the right of a river."""
    words = [word for row in zone.rows for word in row.words]
    tables = [row for row in zone.rows if row.table]
    middle = river[0] + river[1]
    left = [[each for each in side if each.left + each.right < middle] for side in (words, tables)]
    right = [[each for each in side if each.left + each.right >= middle] for side in (words, tables)]
    return (left[0], left[1]), (right[0], right[1])


def _columns(zone: Zone, river: Span) -> bool:
    """Two columns to be read one after the other: running text, or a list of people in each, and not a table's rows.

    The file's own order decides where the shape does not: text set in columns was written column by column.
    """
    (left, some), (right, others) = _parted(zone, river)
    sides = [rows_of(words) for words in (left, right)]
    if some or others:
        return True
    if min(map(len, sides)) < 2:
        return False
    if all(list_heading(side[0].text) for side in sides) or all(_mostly_names(side) for side in sides):
        return True
    if min(map(len, sides)) < 3 or min(median(len(row.words) for row in side) for side in sides) < 4:
        return False
    by_column = _turns(left, right) <= 0.3 * min(map(len, sides)) + 1
    return by_column or (min(map(len, sides)) > 3 and min(map(_full, sides)) > 0.6)


def _openers(side: Sequence[Row]) -> list[Row]:
    """The rows that open a paragraph, where some stand further apart than others; else all."""
    steps = [after.bottom - before.bottom for before, after in zip(side, side[1:], strict=False)]
    close = 1.12 * min(steps, default=0.0)
    return [*side[:1], *(row for row, step in zip(side[1:], steps, strict=True) if step > close)] if steps else [*side]


def _mostly_names(side: Sequence[Row]) -> bool:
    return sum(begins_with_name(row.text) for row in side) >= 0.6 * len(side)


def _full(side: Sequence[Row]) -> float:
    """The share of lines that fill their column."""
    left, right = min(row.left for row in side), max(row.right for row in side)
    return sum(row.right - left > 0.8 * (right - left) for row in side) / len(side)


def _turns(left: Sequence[Word], right: Sequence[Word]) -> int:
    """How often the file goes from one side to the other."""
    order = sorted([(word.order, 0) for word in left] + [(word.order, 1) for word in right])
    return sum(before[1] != after[1] for before, after in zip(order, order[1:], strict=False))


def _with_margin(zone: Zone, river: Span) -> bool:
    """Running text with short words beside some of its lines: the column in which actions have their owners."""
    (left, tables), (right, _) = _parted(replace(zone, rows=(*zone.rows, *zone.tail)), river)
    text, beside = rows_of(left), rows_of(right)
    if tables or len(text) < 4 or not beside or len(beside) > 0.5 * len(text):
        return False
    return median(len(row.words) for row in text) >= 6 and max(len(row.words) for row in beside) <= 4


def _margin_lines(zone: Zone, river: Span, style: Style) -> list[Printed]:
    """The text, and what stands beside a paragraph on a line of its own after it; the margin's heading is left out."""
    (left, _), (right, _) = _parted(zone, river)
    found: list[Printed] = []
    beside = [row for row in rows_of(right) if not heads_margin(row)]
    text = page_lines(left, [], replace(style, right=river[1]))
    for place, line in enumerate(text):
        found.append(line)
        end = text[place + 1].top - 1 if place + 1 < len(text) else float("inf")
        while beside and beside[0].top < end:
            found.append(_owner(beside.pop(0)))
    return found


def _owner(row: Row) -> Printed:
    said = row.text.lower().startswith("action")
    return Printed(row.text if said else f"Action: {row.text}", row.top, row.bottom)


def _tabbed(zone: Zone, style: Style) -> Printed:
    """One row with a wide gap: the gap is kept as a tab."""
    cells = [" ".join(word.text for word in words) for words in _cells(zone.rows[0], zone.rivers)]
    line = paragraphs(zone.rows, style)[0]
    return replace(line, text="\t".join(cell for cell in cells if cell))


def _cells(row: Row, rivers: Sequence[Span]) -> list[list[Word]]:
    """The words of a row between the rivers."""
    cells: list[list[Word]] = [[] for _ in range(len(rivers) + 1)]
    for word in row.words:
        cells[sum(word.left >= river[1] - 1 for river in rivers)].append(word)
    return cells


def _table(zone: Zone, style: Style) -> list[Printed]:
    """One line an entry: rows that go on with the entry above are joined to it, cell by cell."""
    entries: list[list[Row]] = []
    for row, goes_on in zip(zone.rows, _goes_on(zone, style), strict=True):
        if goes_on and entries:
            entries[-1].append(row)
        else:
            entries.append([row])
    limits = [
        max((word.right for row in zone.rows for word in _cells(row, zone.rivers)[column]), default=0.0)
        for column in range(len(zone.rivers) + 1)
    ]
    cells = [_joined(entry, zone.rivers, limits) for entry in entries]
    alone = [sum(map(bool, row)) == 1 and bool(row[0]) for row in cells]
    labels = bodies_before(cells)
    found: list[Printed] = []
    for place, entry in enumerate(entries):
        first = paragraphs(entry[:1], style)[0]
        gap = place > 0 and entry[0].bottom - entries[place - 1][-1].bottom > 1.9 * style.step * entry[0].height
        if labels and not cells[place][0]:
            text = f"| {' | '.join(cells[place])} |"
        else:
            text = first.text if alone[place] and len(entry) == 1 else "".join(cell_lines([cells[place]]))
        found.append(replace(first, text=text, gap=gap, bottom=entry[-1].bottom))
    return found


def _joined(entry: Sequence[Row], rivers: Sequence[Span], limits: Sequence[float]) -> list[str]:
    """The cells of an entry, each with the words of all its rows."""
    found = []
    for column, limit in enumerate(limits):
        words = [word for row in entry for word in _cells(row, rivers)[column]]
        found.append(cell_text(rows_of(words), limit) if words else "")
    return found


def _goes_on(zone: Zone, style: Style) -> list[bool]:
    """For each row whether it goes on with the entry above.

    Where some rows stand closer than others, the close ones do, unless they begin with a name or fill the first column
    as often as not. Where all stand alike, a row without a first cell does when the cell above had no room for it.
    """
    rows = zone.rows
    steps = [after.bottom - before.bottom for before, after in zip(rows, rows[1:], strict=False)]
    close = min(steps) * 1.12
    loose = sum(step > close for step in steps) >= 0.25 * len(steps)
    tight = [row for row, step in zip(rows[1:], steps, strict=True) if step <= close]
    headed = [row for row in tight if _cells(row, zone.rivers)[0]]
    found = [False]
    for above, row, step in zip(rows, rows[1:], steps, strict=False):
        cells = _cells(row, zone.rivers)
        if begins_with_name(row.text) or list_heading(row.text):
            found.append(False)
        elif loose and step <= close:
            found.append(not cells[0] or len(headed) <= 0.5 * len(tight))
        else:
            found.append(not cells[0] and _no_room(above, row, zone, style))
    return found


def _no_room(above: Row, row: Row, zone: Zone, style: Style) -> bool:
    """Whether the first word of a row would not have fitted behind the words above it in the same column."""
    column = next(place for place, words in enumerate(_cells(row, zone.rivers)) if words)
    before = _cells(above, zone.rivers)[column]
    if not before:
        return False
    border = zone.rivers[column][1] - _PADDING * row.height if column < len(zone.rivers) else style.right
    first = row.words[0]
    lower = first.text[0].islower() or before[-1].text.endswith((",", "and", "of", "&", "for", "-"))
    return lower or before[-1].right + 0.3 * row.height + (first.right - first.left) > border
