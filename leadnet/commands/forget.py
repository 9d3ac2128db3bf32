"""`leadnet forget`: a person removed from a study, and kept out of it when papers are read again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from leadnet.briefing import brief, read_author
from leadnet.briefing.sheet_file import holds_answers
from leadnet.build import Built
from leadnet.build import study as build_study
from leadnet.commands import DONE, SOME_NOT_READ
from leadnet.commands.saying import plural, settled, summary, to_stderr
from leadnet.study import forgetting
from leadnet.study.forgotten import Forgotten, forgotten_in, words_of
from leadnet.study.key import key_file, key_for
from leadnet.study.name_forms import may_be
from leadnet.study.spreadsheet import read_sheet
from leadnet.study.store import locked
from leadnet.study.tables import StudyError


class Person(NamedTuple):
    """Who is to be removed: ids in the study's own tables and in what was read, and every way the name is printed."""

    ids: frozenset[str]
    names: frozenset[str]


def run(asked: Namespace) -> int:
    """Remove a person, build again, and say what was done, what stays and who must act."""
    path = settled(asked.study)
    built = build_study(path, progress=to_stderr)
    read_author(path)  # a fault there would stop the build after the removal
    person = person_of(built, asked.person)
    forms, common = forgetting.forms_of(person.names, _others(built, person), built.lines["text"])
    if not forms:
        raise StudyError(f'"{asked.person}": one word is too little to know a person by; give the name in full')
    _refuse_unfinished(path)
    with locked(path):
        key = key_for(path)
        without = forgetting.forgetting(key, forms, asked.person, forgotten_in(path))
        if lines := forgetting.named_in_settings(path, without):
            raise StudyError(f"{', '.join(lines)}: take the name out there and run this again; nothing is removed yet")
        tables = forgetting.tables_without(built.folder, person.ids, without)
        rows = forgetting.register_rows(path, key, forms, without)
        forgetting.write(path, rows, tables)
    _, after = brief(path, progress=to_stderr)
    for line in (*_done(tables), *_stays(built, without, common), *_left(path, without)):
        print(line)
    print(summary(after))
    return SOME_NOT_READ if len(after.unread) else DONE


def person_of(built: Built, asked: str) -> Person:
    """The person an id or a name of people.csv, or a name as papers print it, stands for.

    A name nobody has is taken as it is: it may stand in a paper that is read later. StudyError where people.csv has it
    twice.
    """
    wanted = words_of(asked)
    rows = built.people[(built.people["person_id"] == asked) | _same(built.people["name"], wanted)]
    if len(rows) > 1:
        raise StudyError(f'"{asked}" is several people of people.csv: {", ".join(rows["person_id"])}; name one by id')
    own = {*rows["name"]} or {asked}
    named = _named(built)
    others = {name for name in named["printed"] if not any(may_be(name, mine) for mine in own)}
    others |= {*built.people.loc[~built.people["person_id"].isin(rows["person_id"]), "name"]}
    mine = named["printed"].map(lambda name: _is(name, own, others)).astype(bool) | named["id"].isin(rows["person_id"])
    ids, names = {*rows["person_id"], *named.loc[mine, "id"]}, own | {*named.loc[mine, "printed"]}
    return Person(frozenset(ids), frozenset(names))


def _is(name: str, own: set[str], others: set[str]) -> bool:
    """Whether a print may be the person's, and nobody else's of the study."""
    return any(may_be(name, mine) for mine in own) and not any(may_be(name, other) for other in others)


def _named(built: Built) -> pd.DataFrame:
    """Every name of a person as printed, and who it was taken for."""
    people = built.links[built.links["kind"] == "person"]
    return people.merge(built.mentions.drop(columns="kind"), on="mention_id")


def _same(names: pd.Series, wanted: list[str]) -> pd.Series:
    return names.map(lambda name: bool(wanted) and words_of(name) == wanted).astype(bool)


def _others(built: Built, person: Person) -> set[str]:
    """Every other name of the study in which a word of the person's may stand: people, organisations, bodies."""
    people = {*_named(built)["printed"]} - person.names
    people |= {*built.people.loc[~built.people["person_id"].isin(person.ids), "name"]}
    places = (built.organisations, built.bodies, built.councils)
    return people | {name for table in places for column in ("name", "short") for name in table[column] if name}


def _refuse_unfinished(path: Path) -> None:
    """StudyError where reports/ holds answers nobody has handed in: they would go with it."""
    review = path / "reports" / "review.csv"
    filled = review.is_file() and any(row["verdict"] for _, row in read_sheet(review, "question_id", "verdict"))
    sheets = [file for file in sorted(path.glob("reports/sheets/*.docx")) if holds_answers(file.read_bytes())]
    for file in [*([review] if filled else []), *sheets]:
        raise StudyError(
            f"{file}: it holds answers, and reports/ is made anew; hand them in with --answers and delete the file, "
            "then run this again. Nothing is done"
        )


def _done(tables: Mapping[str, object]) -> list[str]:
    changed = ", ".join(["register/forgotten.csv", *tables])
    return [
        f"Removed: from {changed}; records and reports are made anew, and earlier briefings kept there are gone. A "
        "pseudonym stands for the name, so that seats and organisations are counted as before.",
        f"The key is {key_file()}: whoever builds this study needs it, and nobody who only reads it should have it.",
    ]


def _stays(built: Built, without: Forgotten, common: set[str]) -> list[str]:
    """What leadnet does not touch."""
    found = forgetting.lines_naming(built.lines, without)
    files = dict(zip(built.sources["doc_id"], built.sources["file"], strict=True))
    said = [
        f"    papers/{files[doc]}: {plural('line', str(len(lines)))} {', '.join(map(str, lines))}"
        for doc, lines in found.items()
    ]
    if said:
        said = ["Stays, for whoever holds the papers to act on, for leadnet never edits what was received:", *said]
    if common:
        said.append(
            "The surname by itself is also another name or a plain word here, and is left where nothing else tells: "
            "look through the lines that hold it."
        )
    return [*said, "Copies handed out, back-ups and earlier versions in git are not leadnet's to reach."]


def _left(path: Path, without: Forgotten) -> list[str]:
    left = list(forgetting.still_naming(path, without))
    return [f"Still names the person, and is not leadnet's to change: {', '.join(left)}"] if left else []
