"""A paper's lines made ready for its outline: cut where breaks were lost, put together where a column cut them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.decided.dumped_logs import dumped_logs
from leadnet.documents.decided.gap_logs import gap_logs
from leadnet.documents.formats.page_breaks import without_page_breaks
from leadnet.documents.lists.chair_first import chair_first
from leadnet.documents.lists.marked_rows import marked_rows
from leadnet.documents.model import Line
from leadnet.documents.outlines.agenda_before import without_agenda
from leadnet.documents.outlines.attendance_rows import attendance_rows
from leadnet.documents.outlines.bulleted_titles import bulleted_titles
from leadnet.documents.outlines.decision_labels import decision_labels
from leadnet.documents.outlines.glued import unglued
from leadnet.documents.outlines.glued_words import words_apart
from leadnet.documents.outlines.issue_text import issue_text
from leadnet.documents.outlines.minutes_table import spread
from leadnet.documents.outlines.modgov_text import modgov_text
from leadnet.documents.outlines.narrow_column import bullets_whole, numbers_whole
from leadnet.documents.outlines.run_on_counts import run_on_counts
from leadnet.documents.outlines.run_on_items import run_on_items
from leadnet.documents.outlines.run_on_titles import run_on_titles
from leadnet.documents.outlines.unfold import pages, unfolded

_ROUND = re.compile(r"^(\s*)o(?=[ \t\u00a0]+[A-Z])")  # the bullet of a list within a list, as Word writes it
_BLANKS = 50  # blank lines in a row; a page of a form has as many


def prepared(lines: Sequence[Line]) -> list[Line]:
    """The lines in the form the outline reads; each piece keeps the number of the line it stands on."""
    own = without_agenda(without_page_breaks(_fewer_blanks(_with_bullets(_without_margin(lines)))))
    whole = list(bullets_whole(numbers_whole(dumped_logs(list(gap_logs(own))))))
    whole = bulleted_titles(
        list(decision_labels(modgov_text(issue_text(list(marked_rows(chair_first(attendance_rows(whole))))))))
    )
    run_on = pages(whole)
    whole = words_apart(whole, run_on)
    cut = run_on_titles(run_on_items(unfolded(run_on_counts(whole, run_on), run_on)), run_on)
    return list(spread(list(unglued(cut))))


def _with_bullets(lines: Sequence[Line]) -> list[Line]:
    return [replace(line, text=_ROUND.sub(r"\1•", line.text)) for line in lines]


def _fewer_blanks(lines: Sequence[Line]) -> list[Line]:
    """The lines, of blank ones in a row the first: thousands of them part no more than some do."""
    found: list[Line] = []
    blank = 0
    for line in lines:
        blank = 0 if line.text.strip() else blank + 1
        if blank <= _BLANKS:
            found.append(line)
    return found


def _without_margin(lines: Sequence[Line]) -> list[Line]:
    """The lines without the white space that all of them begin with."""
    margins = [len(line.text) - len(line.text.lstrip()) for line in lines if line.text.strip()]
    margin = min(margins, default=0)
    return [replace(line, text=line.text[margin:]) for line in lines] if margin else list(lines)
