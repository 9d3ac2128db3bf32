"""What of a study's own files names a person, and those files without the person: what `leadnet forget` writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pandas as pd

from leadnet.study.folder import Folder
from leadnet.study.forgotten import FILE, FORGOTTEN, Forgotten, folded, mark_of, words_of
from leadnet.study.key import keyed
from leadnet.study.name_forms import full_forms, surnames_of, titled_forms
from leadnet.study.schema import INPUTS
from leadnet.study.tables import Table, csv_text, read_table
from leadnet.study.together import write_together

SETTINGS = ("study.toml", "briefing.toml")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MADE = (".read", "records", "reports")  # folders leadnet makes again


def forms_of(names: Iterable[str], others: Iterable[str], lines: Iterable[str]) -> tuple[set[str], set[str]]:
    """Every form by which a person is to be known again, and the surnames too common to go by alone.

    A surname that others have too, or that the papers also print as a word in small letters, counts only behind a
    title; one that others have, not at all by itself.
    """
    names, others = list(names), list(others)
    surnames, full = surnames_of(names), full_forms(names)
    taken = {word for name in others for word in words_of(name)}
    words = Counter(word for line in lines for word in line.split() if word.islower())
    plain = {folded(word.strip(".,;:()'’\"")) for word in words if "@" not in word}
    shared, ordinary = surnames & taken, surnames & plain
    own = {" ".join(words_of(name)) for name in names if len(words_of(name)) > 1}
    forms = (full - full_forms(others)) | own | (surnames - shared - ordinary) | titled_forms(surnames - shared)
    return forms, shared | ordinary


def forgetting(key: bytes, forms: Iterable[str], name: str, before: Forgotten) -> Forgotten:
    """The names removed before, and these forms with one pseudonym for them all."""
    digits = bytes.fromhex(keyed(key, f"stands for {' '.join(words_of(name))}"))
    stands = f"[removed {''.join(_LETTERS[digit % 26] for digit in digits[:8])}]"
    new = {keyed(key, form): stands for form in forms}
    lengths = {*before.lengths, *(len(form.split()) for form in forms)}
    return Forgotten(key, {**before.stands, **new}, tuple(sorted(lengths)))


def register_rows(study: Path, key: bytes, forms: Iterable[str], of: Forgotten) -> pd.DataFrame:
    """register/forgotten.csv with these forms among its rows, in the order of their hashes."""
    rows = {row["hash"]: row for row in read_table(study / FILE, FORGOTTEN).to_dict("records")}
    for form in forms:
        found = keyed(key, form)
        row = {"words": len(form.split()), "stands": of.stands[found], "key": mark_of(key)}
        rows.setdefault(found, {"hash": found, **row})
    return FORGOTTEN.frame(rows[found] for found in sorted(rows))


def tables_without(folder: Folder, person_ids: Iterable[str], of: Forgotten) -> dict[str, pd.DataFrame]:
    """The tables of a study that say something of a person, each without it: file below the study -> rows.

    Rows about the person go (people, posts, answers about who is who); a seat stays without who fills it; in other
    texts the pseudonym stands for the name.
    """
    ids, changed = {*person_ids}, {}
    for file, table in INPUTS.items():
        held = read_table(folder.path / file, table)
        left = _without(held, table, ids, of)
        if csv_text(left) != csv_text(held):
            changed[file] = left
    return changed


def _without(held: pd.DataFrame, table: Table, ids: set[str], of: Forgotten) -> pd.DataFrame:
    rows = held.to_dict("records")
    if table.name in ("people", "posts"):
        rows = [row for row in rows if row["person_id"] not in ids and not _named(row.get("name", ""), of)]
    if table.name == "judgements":
        rows = [row for row in rows if row["kind"] != "person" or not _answers(row, ids, of)]
    texts = [name for name, column in table.columns.items() if column.kind == "text" and not column.refers]
    texts = [name for name in texts if name not in ("file", "area", *table.key)]
    return table.frame({**row, **{name: of(row[name]) for name in texts}, **_seat(row, ids)} for row in rows)


def _seat(row: Mapping[str, str], ids: set[str]) -> dict[str, str]:
    return {"person_id": ""} if row.get("person_id") in ids else {}


def _answers(row: Mapping[str, str], ids: set[str], of: Forgotten) -> bool:
    """Whether an answer is about the person."""
    return bool({row["left"], row["right"]} & ids) or _named(row["left"], of) or _named(row["right"], of)


def _named(text: str, of: Forgotten) -> bool:
    return next(of.found(text), None) is not None


def named_in_settings(study: Path, of: Forgotten) -> list[str]:
    """The lines of the files a person alone writes that name somebody removed, as "briefing.toml line 3"."""
    return [
        f"{name} line {number}"
        for name in SETTINGS
        if (study / name).is_file()
        for number, line in enumerate((study / name).read_text(encoding="utf-8-sig").splitlines(), start=1)
        if _named(line, of)
    ]


def lines_naming(lines: pd.DataFrame, of: Forgotten) -> dict[str, list[int]]:
    """Paper -> the lines of it that name somebody removed."""
    found = lines[[_named(text, of) for text in lines["text"]]]
    return {doc_id: [int(n) for n in rows["line"]] for doc_id, rows in found.groupby("doc_id")}


def write(study: Path, register: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write what was changed and remove what was made of it, in one step. Under the study's lock.

    A run that was cut off before it has done nothing; after it the next command, whichever, finishes it, and the
    briefing is built by the next `forget` or `brief`.
    """
    changed = {file: csv_text(rows).encode() for file, rows in {FILE: register, **tables}.items()}
    write_together(study, changed, gone=_MADE)


def still_naming(study: Path, of: Forgotten) -> Iterator[str]:
    """Files of the study, papers left aside, whose text or name still names somebody removed."""
    for path in sorted(study.rglob("*")):
        inside = path.relative_to(study)
        if path.is_file() and inside.parts[0] != "papers":
            text = path.read_bytes().decode("utf-8", errors="ignore")
            if _named(inside.as_posix(), of) or _named(text, of):
                yield inside.as_posix()
