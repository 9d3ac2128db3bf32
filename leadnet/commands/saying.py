"""What commands share: the lines they end with."""

from __future__ import annotations

import sys
from pathlib import Path

from leadnet.build import Built
from leadnet.study.folder import find_study
from leadnet.study.harmless import one_line
from leadnet.study.store import settle_if_free
from leadnet.study.words import figure


def summary(built: Built) -> str:
    """The one line that ends a run: papers read, not read and with warnings, corrections, open questions."""
    counts = {
        name: figure(built.find(name)["value"].iloc[0])
        for name in ("papers_held", "papers_not_read", "corrections_by_hand", "questions_open")
    }
    read = int(counts["papers_held"]) - int(counts["papers_not_read"])
    warned = built.problems.loc[~built.problems["doc_id"].isin(built.unread["doc_id"]), "doc_id"].nunique()
    return (
        f"{read} papers read, {counts['papers_not_read']} not read (problems.csv), {warned} with warnings; "
        f"{counts['corrections_by_hand']} "
        f"{plural('correction', counts['corrections_by_hand'])} by hand; {counts['questions_open']} "
        f"{plural('question', counts['questions_open'])} open"
    )


def plural(word: str, count: str) -> str:
    """A noun for a printed count.

    >>> plural("paper", "1"), plural("paper", "0")
    ('paper', 'papers')
    """
    return word if count == "1" else f"{word}s"


def settled(study: str) -> Path:
    """The study's folder, with what a run that was cut off left behind finished or undone."""
    path = find_study(study)
    settle_if_free(path)
    return path


def to_stderr(said: str) -> None:
    """Print a text as one line on the error stream, whatever signs it holds."""
    print(one_line(said), file=sys.stderr)
