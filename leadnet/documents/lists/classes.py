"""A last column that sorts people into sectors or user groups, beside the one that holds whom they are from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Cells
from leadnet.documents.words.posts import is_organisation, is_post, is_topic

_LEAST = 6  # rows in which a column can be seen to repeat


def without_classes(entries: Sequence[Cells]) -> list[Cells]:
    """The entries without a third cell that only sorts them: few words again and again, no posts and few organisations.

    Name, organisation, "Nature Conservation": the words say what field somebody speaks for, and nobody's employer. A
    third column of organisations stays, and so does one whose second column holds posts.
    """
    rows = [entry.cells for entry in entries if len(entry.cells) == 3]
    if len(rows) < _LEAST or len(rows) < 0.8 * len(entries):
        return list(entries)
    bodies, classes = [row[1] for row in rows], [row[2] for row in rows]
    repeats = 2 * len(set(classes)) <= len(rows) and len(set(classes)) < len(set(bodies))
    employed = 5 * sum(map(is_post, bodies)) < 2 * len(rows) and 3 * sum(map(is_organisation, bodies)) >= len(rows)
    employers = sum((is_organisation(text) and not is_topic(text)) or is_post(text) for text in classes)
    if not (repeats and employed and 4 * employers <= len(rows)):
        return list(entries)
    return [replace(entry, cells=entry.cells[:2]) if len(entry.cells) == 3 else entry for entry in entries]
