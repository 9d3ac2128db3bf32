"""The review queue: every open question with both contexts, and what each answer would change, weightiest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace

import pandas as pd

from leadnet.build import Built
from leadnet.names import proposed_organisations
from leadnet.review.context import Lines, lines_of
from leadnet.review.effects import Effect, between, if_answered
from leadnet.review.ids import question_id, question_key
from leadnet.study import split, verdict
from leadnet.study.judgements import UNKNOWN
from leadnet.study.schema import ORGANISATIONS
from leadnet.study.tables import Column, StudyError, Table

Progress = Callable[[str], None]
LIMIT = 50  # questions of which what an answer would change is worked out, where nobody asks for more
ANSWER = ("verdict", "by", "on", "because")
QUEUE = Table("review", "One candidate of one open question.", {
    "question_id": Column("id, the same in every build; it stands for the row when it comes back", needed=True),
    "kind": Column("what it is about: organisation, person or action"),
    "asked": Column("the question in words"),
    "left": Column("what is printed, or the clause"),
    "right": Column("what it might be; blank: write the org_id or person_id it is"),
    "reach": Column("how far an answer reaches: line, paper, body, study"),
    "context": Column("the line where it was met, with the one before and after"),
    "beside": Column("the same of what it is compared with"),
    "for": Column("what speaks for it"),
    "against": Column("what speaks against it"),
    "if_same": Column("what the answer same would change"),
    "if_different": Column("what the answer different would change"),
    **{name: Column("to be filled") for name in ANSWER},
}, ("question_id",))  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """One candidate of one question, not masked, with what each answer would change (None where it was not tried)."""

    question: dict[str, str]
    group: str
    reach: int = 0  # names as printed it is about
    same: Effect | None = None
    different: Effect | None = None
    new: str = ""  # the organisation `same` was tried with, where no candidate is known
    key: bytes = b""  # of the study's questions

    @property
    def id(self) -> str:
        """The id of the row."""
        return question_id(self.question, self.key)

    @property
    def weight(self) -> tuple[int, ...]:
        """How much hangs on it: who was there and who met whom, then numbers, names before clauses; then its reach."""
        *there, numbers = max(each[:5] for each in (self.same or Effect(), self.different or Effect()))
        return (*there, int(numbers > 0 and self.question["kind"] != "action"), numbers, self.reach)


def asked(built: Built) -> list[Asked]:
    """Each candidate of each open question that nobody has answered `different`, as a question of its own."""
    reach, key = _reach(built), question_key(built)
    found = (one for row in built.questions.fillna("").to_dict("records") for one in _candidates(built, row, reach))
    return [replace(one, key=key) for one in found]


def _reach(built: Built) -> Counter[tuple[str, str]]:
    """(kind, what `left` of a question may be) -> how many names as printed it reaches."""
    names = built.mentions.merge(built.links[["mention_id", "kind", "id"]], on=["mention_id", "kind"], how="left")
    found: Counter[tuple[str, str]] = Counter()
    for row in names.fillna("").itertuples():
        lefts = {row.printed, f"{row.doc_id}: {row.printed}", row.mention_id, row.id} - {""}
        found.update((row.kind, left) for left in lefts)
    return found


def _candidates(built: Built, row: dict[str, str], reach: Counter[tuple[str, str]]) -> Iterator[Asked]:
    for right in split(row["right"]) or [""]:
        if verdict(built.judgements, row["kind"], row["left"], right) != "different":
            group = "\n".join((row["kind"], row["left"], row["right"]))
            yield Asked({**row, "right": right}, group, reach[row["kind"], row["left"]])


def weighed(built: Built, limit: int | None = LIMIT, progress: Progress = lambda said: None) -> list[Asked]:
    """The open questions with what each answer would change, those on which most hangs first.

    Each answer is a count of the whole study, so only the `limit` questions that reach most names are tried; None: all.
    """
    found = ranked(asked(built))
    few = found[:limit]
    tried = []
    for n, one in enumerate(few, start=1):
        progress(f"what an answer would change: {n} of {len(few)}")
        tried.append(_tried(built, one))
    return ranked([*tried, *found[len(few) :]])


def ranked(found: list[Asked]) -> list[Asked]:
    """Questions in order of what hangs on them, the candidates of one question together."""
    heaviest: dict[str, tuple[int, ...]] = {}
    for one in found:
        heaviest[one.group] = max(heaviest.get(one.group, one.weight), one.weight)
    order = {kind: at for at, kind in enumerate(("organisation", "person", "action"))}

    def place(one: Asked) -> tuple:
        gap = not one.question["right"]  # of the register: less pressing than a doubt about whom it has
        return [-n for n in heaviest[one.group]], gap, order[one.question["kind"]], one.group

    return sorted(found, key=place)


def _tried(built: Built, one: Asked) -> Asked:
    """A question with both answers tried; an organisation nobody knows is tried as a new row of organisations.csv."""
    if one.question["right"]:
        same, different = (if_answered(built, one.question, verdict) for verdict in ("same", "different"))
        return replace(one, same=same, different=different)
    row = proposed(built, {one.question["mention"]})
    if row.empty:
        return one
    held = ORGANISATIONS.frame([*built.organisations.to_dict("records"), *row.to_dict("records")])
    try:
        after = built.with_tables(organisations=held)
    except StudyError:  # the row stands against one that is there, as under another id
        return one
    return replace(one, same=between(built, after), new=row["org_id"].iloc[0])


def proposed(built: Built, mentions: Container[str] | None = None) -> pd.DataFrame:
    """The rows proposed for organisations.csv: of these mentions, or of all an open question asks about."""
    asked_of = {id for id in built.questions["mention"].fillna("") if id} if mentions is None else mentions
    dates = dict(zip(built.sources["doc_id"], built.sources["date"], strict=True))
    rows = built.mentions[[id in asked_of for id in built.mentions["mention_id"]]]
    return proposed_organisations(rows, built.links, built.organisations, dates)


def review_queue(built: Built, limit: int | None = LIMIT, progress: Progress = lambda said: None) -> pd.DataFrame:
    """The queue as a table, masked as the study's mode asks (columns of QUEUE; the last four are to be filled).

    What an answer would change is worked out for `limit` questions, as `weighed` does; 0: for none.
    """
    return queue_table(built, weighed(built, limit, progress))


def queue_table(built: Built, found: list[Asked]) -> pd.DataFrame:
    """These questions as rows of the queue, masked."""
    lines = lines_of(built)
    return QUEUE.frame(_row(built, one, lines) for one in found)


def _row(built: Built, one: Asked, lines: Lines) -> dict[str, str]:
    row = one.question
    shown = {name: built.masked(row[name], row["doc_id"]) for name in ("asked", "for", "against")}
    return {
        **shown,
        **{name: built.hide(row[name]) for name in ("left", "right")},
        "question_id": one.id,
        "kind": row["kind"],
        "reach": row["scope"],
        "against": "; ".join(filter(None, (shown["against"], _unsure(built, row)))),
        "context": lines.around(row["doc_id"], row["line"]),
        "beside": _beside(built, row, lines),
        "if_same": f"as a new organisation ({one.new}): {one.same}" if one.new else str(one.same or ""),
        "if_different": str(one.different or ""),
    }


def _unsure(built: Built, row: dict[str, str]) -> str:
    """Who looked at it before and was unsure."""
    held = built.judgements
    about = (held["kind"] == row["kind"]) & (held["left"] == row["left"]) & (held["verdict"] == "unsure")
    mine = held[about & held["right"].isin([row["right"], UNKNOWN])]
    return built.hide("; ".join(f"{each.by} was unsure on {each.on}: {each.because}" for each in mine.itertuples()))


def _beside(built: Built, row: dict[str, str], lines: Lines) -> str:
    """The other context: of a person the mention compared; of an action the later line; of an organisation its row."""
    if row["kind"] == "action":
        doc_id, _, line = row["right"].partition(" ")[0].rpartition(":")
        return lines.around(doc_id, line) if doc_id and line.isdigit() else ""
    if row["kind"] == "person":
        return lines.of_mention(row["other"])
    known = built.organisations[built.organisations["org_id"] == row["right"]]
    told = [", ".join(filter(None, (one.name, one.kind, _years(one)))) for one in known.itertuples()]
    met = built.links[(built.links["kind"] == "organisation") & (built.links["id"] == row["right"])]
    return "; ".join(filter(None, [*told, *map(lines.of_mention, met["mention_id"].head(1))]))


def _years(row: object) -> str:
    return " ".join(f"{word} {day}" for word, day in (("from", row.since), ("until", row.until)) if day)
