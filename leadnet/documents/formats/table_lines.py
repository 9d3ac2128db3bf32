"""Rows of cells as lines a reader of text takes up: `| Jane Hill | Director |`, or plain text where a row is no row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.lists_beside import columns_of_lists
from leadnet.documents.outlines.headings import list_heading

_NUMBER = re.compile(r"\(?\d{1,4}(?:[./]\d{1,4})*[.):]?|[a-z][.)]")
_ITEM = re.compile(r"(?:agenda )?(?:item|minute|min|ref|no)s?\.?(?: no\.?)?|number|#|", re.IGNORECASE)
_TEXT = re.compile(
    r"(?:agenda )?items?|descriptions?|discussions?(?: points?)?|minutes?|notes?|subject|details?|issues?|"
    r"(?:key )?points?|summary|topic|discussion .*|item and discussion|",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"actions?(?: by| points?| owners?| required)?|by whom|owners?|lead|who|action by whom", re.IGNORECASE
)


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """One line a row; a table of minutes (item, discussion, action) as running text, because that is what it holds.

    >>> table_lines([["Present:", "Jane Hill"], ["Jo Dale", "", "Kent Police"], ["", "Officers", ""]])
    ['Present: Jane Hill', '| Jo Dale |  | Kent Police |', 'Officers']
    """
    tidy = [[" ".join(cell.replace("|", "/").split()) for cell in row] for row in rows]
    tidy = [row for row in tidy if any(row)]
    if _minutes(tidy):
        return [line for row in tidy[1:] for line in _running(row, tidy[0])]
    if tidy and columns_of_lists(_row(tidy[0])):
        return [_row(row) for row in tidy]  # "Present" beside "Apologies": a cell alone keeps its column
    labels = bodies_before(tidy)
    return [_row(row) if labels and not row[0] else _line(row) for row in tidy]


def bodies_before(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first column says of which body the people beside it are: a row without it goes on with the above.

    >>> bodies_before([["Kent CC", "Ann Lee"], ["Ash Council", "Joe Dale and Tom Roe"], ["", "Di Fox"]])
    True
    """
    both = [row for row in rows if row[0] and any(row[1:])]
    named = sum(any(map(begins_with_name, row[1:])) and not begins_with_name(row[0]) for row in both)
    labels = not any(_NUMBER.fullmatch(row[0]) or row[0].endswith(":") for row in both)
    labels = labels and 2 * sum(bool(list_heading(row[0])) for row in both) < len(both)
    return labels and len(both) > 1 and 2 * named >= len(both)


def _minutes(rows: Sequence[Sequence[str]]) -> bool:
    """A heading row of item, discussion and perhaps action, and rows that mostly begin with a number."""
    if len(rows) < 2 or not 2 <= len(rows[0]) <= 3 or any(len(row) > 3 for row in rows):
        return False
    head = [cell.strip(" :*") for cell in rows[0]]
    named = _ITEM.fullmatch(head[0]) and _TEXT.fullmatch(head[1]) and any(head)
    acts = len(head) < 3 or not head[2] or _ACTION.fullmatch(head[2])
    opened = [row[0] for row in rows[1:] if row[0]]  # a row without a first cell goes on with the one above
    return bool(named and acts and opened) and sum(map(bool, map(_NUMBER.fullmatch, opened))) * 2 >= len(opened)


def _running(row: Sequence[str], head: Sequence[str]) -> list[str]:
    """Number and text as one line; what stands in the action column as an action."""
    found = [" ".join(cell for cell in row[:2] if cell)]
    if len(row) > 2 and row[2]:
        label = "" if re.match(r"\W*(?:action|agreed|noted|resolved)", row[2], re.IGNORECASE) else "Action: "
        found.append(f"{label}{row[2]}")
    return [line for line in found if line]


def _line(row: Sequence[str]) -> str:
    filled = [cell for cell in row if cell]
    if len(filled) == 1 and (row[0] or len(row) < 4):
        return filled[0]
    if len(filled) == 2 and (row[0].endswith(":") or _NUMBER.fullmatch(row[0]) and list_heading(filled[1])):
        return f"{row[0]} {filled[1]}"
    return _row(row)


def _row(row: Sequence[str]) -> str:
    return f"| {' | '.join(row)} |"
