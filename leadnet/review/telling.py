"""What `leadnet review` prints: rows proposed for the register, the questions open, and how to answer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

import pandas as pd

from leadnet.build import Built
from leadnet.names import proposed_people
from leadnet.review.effects import between
from leadnet.review.proposing import seats_proposed
from leadnet.review.queue import Asked, proposed
from leadnet.review.taking import Taken
from leadnet.study.harmless import harmless
from leadnet.study.judgements import with_answers
from leadnet.study.schema import MEMBERSHIPS, ORGANISATIONS

_FIRST = 10
_KINDS = {"organisation": "about organisations", "person": "about people", "action": "about clauses"}


def row_of(cells: Iterable[str]) -> str:
    """Cells as one line to paste into a CSV file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(map(harmless, cells))
    return out.getvalue()


def proposals(built: Built) -> Iterator[str]:
    """The rows of organisations.csv, people.csv and memberships.csv proposed, each as a line to paste: the one way to
    keep a row. They hold names as printed, whatever the mode, for they are for whoever keeps the register."""
    yield from _organisations(built)
    people = proposed_people(built.attendance, built.links, built.mentions, built.people)
    if len(people):
        yield "Not in register/people.csv; until they are, each stands as an officer. Paste the lines that are right:"
    yield from (f"    {row_of(person)}" for person in people.itertuples(index=False))
    yield from _seats(built)


def _organisations(built: Built) -> Iterator[str]:
    rows = proposed(built)
    if len(rows):
        yield "Not in register/organisations.csv, so counted nowhere. Look at these lines and paste those you keep:"
    for row in rows.to_dict("records"):
        yield f"{row['doc_id']}:{row['line']}  {row['because']}"
        yield f"    {row_of(row[name] for name in ORGANISATIONS.columns)}"


def _seats(built: Built) -> Iterator[str]:
    seats = seats_proposed(built)
    for seat in seats.to_dict("records"):
        headed = f"under “{seat['heading']}”" if seat["heading"] else "in an attendance list"
        said = f"“{seat['printed']}” has a seat {headed}; that is no attendance"
        yield f"{seat['doc_id']}:{seat['line']}  {built.masked(said, seat['doc_id'])}"
        yield f"    {row_of(seat[name] for name in MEMBERSHIPS.columns)}"
    if len(seats):
        yield "Paste the lines you keep into register/memberships.csv: fill ORG_ID and BODY_ID, set since and until"
        yield "where the paper gives them, and write kept for proposed; a row left as proposed counts nowhere and is"
        yield "not shown again. `leadnet review STUDY --propose` puts in those whose two ids are known."


def summary(built: Built, found: list[Asked], table: pd.DataFrame) -> Iterator[str]:
    """How many questions of each kind, and the first ten in words; `table` has their rows as they are shown."""
    groups: dict[str, list[tuple[Asked, dict[str, str]]]] = {}
    for one, row in zip(found, table.to_dict("records"), strict=True):
        groups.setdefault(one.group, []).append((one, row))
    for n, rows in enumerate(list(groups.values())[:_FIRST], start=1):
        question = rows[0][0].question
        yield f"{n}. {question['doc_id']}:{question['line']}  {rows[0][1]['asked']}"
        yield from (f"     {said}" for _, row in rows for said in _reasons(row, len(rows)))
    more = len(groups) - _FIRST
    if more > 0:
        yield f"… and {more} more."
    yield f"{_count(built.questions['kind'])}; an open question stops nothing and is counted in every output."


def what_changed(built: Built, taken: Taken, *, quick: bool = False) -> Iterator[str]:
    """What was taken, an answer each with what it changed after those before it; and how to undo it."""
    for row, one in zip(taken.answers, taken.questions, strict=True):
        after = built if quick else built.with_tables(judgements=with_answers(built.judgements, [row]))
        asked = built.masked(one.question["asked"], one.question["doc_id"])
        told = "" if quick else f"  {between(built, after)}."
        yield f"{row['question_id']}  {asked}  {built.hide(row['right'])}: {row['verdict']}.{told}"
        built = after
    again = f"; {taken.before} taken before" if taken.before else ""
    n = len(taken.answers)
    said = "answer" if n == 1 else "answers"
    yield f"{n} {said} taken into register/judgements.csv{again}. Deleting a line there undoes it."


def _reasons(row: dict[str, str], candidates: int) -> Iterator[str]:
    which = f"{row['right']}: " if candidates > 1 else ""
    for name, said in (("for", "for"), ("against", "against"), ("if_same", "same"), ("if_different", "different")):
        if row[name] and (candidates == 1 or name == "if_same"):
            yield f"{which}{said}: {row[name]}"


def _count(kinds: pd.Series) -> str:
    parts = [f"{(kinds == kind).sum()} {words}" for kind, words in _KINDS.items() if (kinds == kind).any()]
    said = f"{len(kinds)} {'question' if len(kinds) == 1 else 'questions'} open"
    return f"{said}: {', '.join(parts)}" if parts else said


def how_to_answer(built: Built, study: str, file: str) -> str:
    """Where the queue is and what to do with it."""
    if built.questions.empty:
        return f"Nothing is asked; {file} has no row."
    names = " Names stand in it as printed: it is not to be passed on."
    if built.settings.mode != "internal":
        names = (
            f" People who may not be named are masked in it (mode = {built.settings.mode}); `leadnet review {study} "
            "--names` writes them as printed, for whoever keeps the register alone."
        )
    return (
        f"All of them, with both contexts: {file}. In the rows you can answer fill verdict (same, different or "
        "unsure), by, on and because, in Excel or anywhere; of several rows with one question say same in the right "
        f"one. Where right is blank, write the id it is.{names}\nThen: leadnet review {study} --answers {file}"
    )
