"""Attendance lists without a heading: names with posts or organisations in the head of a paper, one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from leadnet.documents.lists.cells_mended import names_joined
from leadnet.documents.lists.layouts import run_on, run_together
from leadnet.documents.lists.layouts.entry_lines import opens_entry
from leadnet.documents.lists.layouts.organisation_headings import heads
from leadnet.documents.lists.layouts.pipe_table import cells_of
from leadnet.documents.lists.layouts.rows import RULE, heading_row
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line
from leadnet.documents.outlines.headings import apologies_heading, aside, item_heading, list_heading
from leadnet.documents.outlines.title_lines import VERB
from leadnet.documents.outlines.venues import is_place_below
from leadnet.documents.words.names import is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, is_post

_FAR = 60  # filled lines in which an unheaded list may begin
_NEXT = 6  # lines that are looked at together
_LEAST = 3  # people who make a list
_LABEL = re.compile(
    r"^\W*(?:venue|contact|date|time|location|place|title|report|author|subject|to|from|by|for|re|web|tel|e-?mail)\b",
    re.I,
)
_ADDRESS = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}\b")  # of the place where they met
_GAP = re.compile(r"\t|\s{3,}")


def unheaded(lines: Sequence[Line]) -> Line | None:
    """The first line of a list that stands without a heading before any list or item; None where there is none.

    >>> rows = enumerate(("Kent Board", "Ann Lee - Kent Police", "Joe Dale - Kent CVS", "Tom Roe - GOSE"), start=1)
    >>> unheaded([Line(number, None, text) for number, text in rows]).number
    2
    """
    printed = [line for line in lines if line.text.strip() and not RULE.match(line.text)][:_FAR]
    filled = _joined(printed)
    for place, line in enumerate(filled):
        table = _is_table_head(line)
        if _ends_head(line) and not table:
            return None
        near = _before_heading(filled[place : place + _NEXT])
        entries = sum(map(_is_entry, near))
        stacked = all(_is_entry(one) or heads(one.text) or is_post(one.text) for one in near)
        if _wrapped_run(near):
            return printed[place]
        if (
            _is_entry(near[0])
            and not _is_place(filled, place)
            and sum(map(_people, near)) >= _LEAST
            and (2 * entries > len(near) or stacked or _people(line) >= 2 * _LEAST)
        ):
            return printed[place - (place > 1 and _heads_with_others(filled[place - 1], near))]
        below = filled[place + 1 : place + 1 + _LEAST]
        if _body_over(line, below) or _names_column(line, below):
            return printed[place]
        if table and len(near) > 1 and (_is_entry(near[1]) or any(map(is_name, _bare_cells(near[1])))):
            return printed[place]
    return None


def _is_place(lines: Sequence[Line], at: int) -> bool:
    """Whether a line says where they met."""
    above = lines[at - 1].text if at else ""
    return bool(_ADDRESS.search(lines[at].text)) or is_place_below(lines[at].text, above)


def _joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, the names of each stretch of rows put together where they stand in two columns."""
    return [
        row
        for _, rows in groupby(lines, key=lambda line: bool(_GAP.search(line.text.strip())))
        for row in names_joined([*rows])
    ]


def _ends_head(line: Line) -> bool:
    heading = item_heading(line.text)
    numbered = heading is not None and not heading.plain
    return numbered or aside(line.text) or bool(list_heading(line.text) or apologies_heading(line.text))


def _before_heading(lines: Sequence[Line]) -> list[Line]:
    stop = next((place for place, line in enumerate(lines) if place and _ends_head(line)), len(lines))
    return list(lines[:stop])


def _is_entry(line: Line) -> bool:
    """A name with something behind it, or a given name and a surname."""
    if "|" in line.text and any(map(is_sure_name, _bare_cells(line))):
        return True
    return not _LABEL.match(line.text) and opens_entry(line.text)


def _wrapped_run(near: Sequence[Line]) -> bool:
    """Whether names run on over lines broken for want of room: "Ann Lee (AL), Joe Dale (JD), Tom" over "Roe (TR)"."""
    text = " ".join(line.text.strip() for line in near)
    several = len(run_on.names_in(near[0].text[:2000])) > 1 and len(run_on.names_in(text[:2000])) >= 2 * _LEAST
    return several and _is_entry(near[0]) and text.count("(") >= 2 * _LEAST and not VERB.search(near[0].text)


def _people(line: Line) -> int:
    text = line.text[:2000]
    return max(len(run_on.names_in(text)), run_together.people_in(text), 1) if _is_entry(line) else 0


def _is_table_head(line: Line) -> bool:
    cells = cells_of(line.text) if "|" in line.text else tuple(_GAP.split(line.text.strip()))
    columns = heading_row(cells) if len(cells) > 1 else None
    return bool(columns and "name" in columns.kinds and {"organisation", "post", "initials"} & set(columns.kinds))


def _names_column(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line is "Name" alone over a column of names."""
    columns = heading_row((line.text.strip(),))
    named = [is_name(remarks(each.text).text) for each in below]
    return bool(columns and columns.kinds[0] == "name" and len(named) == _LEAST and all(named))


def _body_over(line: Line, below: Sequence[Line]) -> bool:
    """Whether an organisation stands over people who all have titles: "Vale Council:" over "Councillor Lee"."""
    titled = [bool(person(each.text)[0]) and _is_entry(each) for each in below]
    return bool(heads(line.text)) and not _GAP.search(line.text.strip()) and len(titled) == _LEAST and all(titled)


def _heads_with_others(above: Line, near: Sequence[Line]) -> bool:
    """Whether a line over names is the first of several organisations that head them, and no title of the paper."""
    own = heads(above.text) and not heading_row((above.text.strip(),))
    return bool(own) and any(heads(line.text) and is_organisation(line.text) for line in near)


def _bare_cells(line: Line) -> list[str]:
    return [remarks(cell).text for cell in cells_of(line.text)]
