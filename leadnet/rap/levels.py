"""The criteria of the three levels, each with how it is looked for, and the answers in words.

The levels are those of the NHS RAP Community of Practice ("Levels of RAP": baseline, silver, gold), in words of our
own; one criterion, on papers that must stay inside, is leadnet's addition and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from leadnet.rap import baseline, gold, silver
from leadnet.rap.seen import MET, NOT_MET, UNSEEN, Seen, Verdict

LEVELS = ("baseline", "silver", "gold")


class Criterion(NamedTuple):
    """What a level asks for, and the function that looks for it."""

    level: str
    what: str
    look: Callable[[Seen], Verdict]


class Answer(NamedTuple):
    """A criterion with its verdict (met, not met, cannot be seen from here) and the evidence."""

    criterion: Criterion
    verdict: str
    evidence: str


CRITERIA = (
    Criterion("baseline", "The numbers are made by code in an open language", baseline.open_language),
    Criterion("baseline", "Every change is kept under version control", baseline.version_control),
    Criterion("baseline", "A README says step by step how to make the results again", baseline.readme),
    Criterion("baseline", "Somebody other than the author has looked the work over", baseline.peer_review),
    Criterion("baseline", "The code can be read by all, and the publication points to it", baseline.in_the_open),
    Criterion("baseline", "No paper that must stay inside is kept there (leadnet's addition)", baseline.papers_inside),
    Criterion("silver", "Results come from code, with as little done by hand as can be", silver.little_by_hand),
    Criterion(
        "silver", "Use, structure and method are written down, and functions say what they do", silver.documented
    ),
    Criterion("silver", "Folders are laid out in a way others know", silver.laid_out),
    Criterion("silver", "What is used more than once is a function", silver.functions),
    Criterion("silver", "The code keeps a written standard", silver.standard),
    Criterion("silver", "There are tests", silver.tests),
    Criterion("silver", "The packages needed are listed with their versions", silver.dependencies),
    Criterion("silver", "Each run leaves a record of what it did", silver.logs),
    Criterion("silver", "Data are tidy: a row a thing, a column a property", silver.tidy),
    Criterion("gold", "The code is a package that can be installed", gold.package),
    Criterion("gold", "Tests run by themselves at each change", gold.tests_run),
    Criterion("gold", "The results are made again at an event or by the calendar", gold.triggers),
    Criterion("gold", "Changes are told, with versions", gold.changelog),
)


def answers(seen: Seen) -> list[Answer]:
    """Every criterion with what can be said of it, in order."""
    return [Answer(criterion, *criterion.look(seen)) for criterion in CRITERIA]


def told(found: Iterable[Answer]) -> Iterator[str]:
    """The answers as lines: under each level its criteria with their evidence, then the counts."""
    found = list(found)
    for level in LEVELS:
        mine = [answer for answer in found if answer.criterion.level == level]
        counts = ", ".join(
            f"{sum(answer.verdict == each for answer in mine)} {each}" for each in (MET, NOT_MET, UNSEEN)
        )
        yield f"{level}: {counts}"
        for answer in mine:
            yield f"  {answer.criterion.what}: {answer.verdict}"
            yield f"      {answer.evidence}"
    yield (
        "A level is reached when all of it, and of those before it, is met. What cannot be seen from here is for a "
        "person to answer; leadnet names no level."
    )
