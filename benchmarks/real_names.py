"""The decisions of the room of names on real papers, one by one: `python -m benchmarks.real_names` prints all of them.

Two studies: Leicestershire with its answers about names taken away, and the labelled minutes of tests/minutes-cases as
one study of all England (with those of ../shared/minutes-cases, where there are any). What is right was written by
hand in real-names.csv: columns paper, kind, printed, entry (which entry of the paper's list, from 1; blank for every
one of that print) and id. A person it does not name is a person of their body: the same full name in two papers of one
body is one. An organisation it does not name is in no register.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from leadnet import build, names
from leadnet.names.proposed import COUNCIL_KINDS
from leadnet.names.slugs import slug
from leadnet.study.schema import JUDGEMENTS
from leadnet.study.tables import joined, split

_HERE = Path(__file__).resolve().parent
_CASES = (_HERE.parents[0] / "tests" / "minutes-cases", _HERE.parents[1] / "shared" / "minutes-cases")
_LEICESTERSHIRE = _HERE.parents[0] / "data" / "leicestershire"
IN_NONE = " (in no register)"
PEOPLE = ["mention_id", "printed", "title", "role", "org_id", "organisations_printed", "doc_id", "meeting_id", "date",
          "body_id", "line", "status", "on_behalf_of"]  # fmt: skip
ORGANISATIONS = ["mention_id", "printed", "date", "doc_id", "body_id"]


class Study(NamedTuple):
    """Real mentions, what is right of each (blank: no register has it), and the organisations that are known."""

    name: str
    people: pd.DataFrame
    organisations: pd.DataFrame
    true_people: pd.Series
    true_organisations: pd.Series
    known: pd.DataFrame


class Decision(NamedTuple):
    """One thing decided about a print, or about a pair of prints."""

    verdict: str
    said: str


def cases_study() -> Study:
    """The labelled minutes as one study of all England; a case that stands in both folders is taken once."""
    cases = {path.parent.name: path for folder in reversed(_CASES) for path in sorted(folder.glob("*/gold.json"))}
    people, organisations = [], []
    for name, path in sorted(cases.items()):
        gold = json.loads(path.read_text(encoding="utf-8"))
        place = {"doc_id": name, "meeting_id": name, "date": gold["date"] or "", "body_id": slug(gold["body"] or name)}
        for line, row in enumerate(gold["attendance"], start=1):
            printed = {"mention_id": f"{name}:{line}:1", "printed": row["person"], "line": str(line), **place}
            said = {part: row[part] or "" for part in ("title", "role", "status", "on_behalf_of")}
            people.append({**printed, **said, "organisations_printed": joined(row["organisations"])})
            organisations += [
                {"mention_id": f"{name}:{line}:{n}", "printed": other, "line": str(line), **place}
                for n, other in enumerate(row["organisations"], start=2)
            ]
    register = names.authorities()
    known = register.assign(kind=register["tier"].map(COUNCIL_KINDS).fillna(""), area=register["county"])
    return _study("the labelled minutes", pd.DataFrame(people), pd.DataFrame(organisations), known)


def leicestershire_study() -> Study:
    """The Leicestershire study as its papers are read, with no answer about a name."""
    built = build.study(_LEICESTERSHIRE)
    dated = built.mentions.merge(built.sources[["doc_id", "date", "body_id"]], on="doc_id")
    lists = built.attendance.drop_duplicates(["doc_id", "line", "person"])
    lists = lists.drop(columns="printed").rename(
        columns={"person": "printed", "organisations": "organisations_printed"}
    )
    beside = lists[["doc_id", "line", "printed", *(name for name in PEOPLE if name not in dated and name in lists)]]
    people = dated[dated["kind"] == "person"].merge(beside, on=["doc_id", "line", "printed"], how="left").fillna("")
    return _study("leicestershire", people, dated[dated["kind"] == "organisation"], built.organisations)


def _study(name: str, people: pd.DataFrame, organisations: pd.DataFrame, known: pd.DataFrame) -> Study:
    gold = pd.read_csv(_HERE / "real-names.csv", dtype=str, keep_default_na=False)
    right = {(row.paper, row.kind, row.printed, row.entry): row.id for row in gold.itertuples()}

    def true(kind: str, row: object) -> str:
        keys = ((paper, kind, row.printed, entry) for paper in (row.doc_id, name) for entry in (row.line, ""))
        return next((right[key] for key in keys if key in right), "")

    persons = [true("person", row) or f"{row.body_id} {row.printed}" for row in people.itertuples()]
    ids = [true("organisation", row) for row in organisations.itertuples()]
    linked, _ = names.link_organisation_names(organisations[ORGANISATIONS], known, JUDGEMENTS.empty())
    place = linked["mention_id"].str.rsplit(":", n=1).str[0]
    found = linked[linked["org_id"] != ""].groupby(place)["org_id"].agg(joined)
    beside = people["mention_id"].str.rsplit(":", n=1).str[0].where(people["status"] != "")  # in a list, not in a text
    people = people.assign(org_id=beside.map(found).fillna(""))
    return Study(
        name,
        people[PEOPLE],
        organisations[ORGANISATIONS],
        pd.Series(persons, index=people["mention_id"]),
        pd.Series(ids, index=organisations["mention_id"]),
        known,
    )


def organisation_decisions(study: Study) -> list[Decision]:
    """For each print of each paper: right, wrong, missed or asked, and the last two for a name no register has."""
    links, questions = names.link_organisation_names(study.organisations, study.known, JUDGEMENTS.empty())
    found = dict(zip(links["mention_id"], links["org_id"], strict=True))
    asked = set(questions["left"])
    decisions = []
    for row in study.organisations.drop_duplicates(["doc_id", "printed"]).itertuples():
        true, link = study.true_organisations[row.mention_id], found.get(row.mention_id, "")
        verdict = ("right" if link == true else "wrong") if link else "asked" if asked & _places(row) else "missed"
        verdict += "" if true or link else IN_NONE
        decisions.append(
            Decision(verdict, f"{row.doc_id}: {row.printed} -> {link or '?'} ({true or 'in no register'})")
        )
    return decisions


def people_decisions(study: Study) -> list[Decision]:
    """For each pair of entries joined, asked about, or of one person: right, wrong, missed, or asked.

    An entry is a print of a paper, beside the true person: one told of in ten lines of a paper is one entry. What is
    asked is told apart by what it is (one person, two people) and, where the rules joined it until it is answered, so.
    """
    clusters, questions = names.link_people(study.people, JUDGEMENTS.empty())
    found = dict(zip(clusters["mention_id"], clusters["person_id"], strict=True))
    put = {(row.left, right) for row in questions.itertuples() for right in split(row.right)}
    rows = study.people.assign(true=study.people["mention_id"].map(study.true_people))
    entries = [
        (row, {*_places(row), found[row.mention_id]})
        for row in rows.drop_duplicates(["doc_id", "printed", "true"]).itertuples()
    ]
    decisions = []
    for (a, of_a), (b, of_b) in combinations(entries, 2):
        same, together = a.true == b.true, found[a.mention_id] == found[b.mention_id]
        third = _asked_of(of_a, put) & _asked_of(of_b, put)
        asked = bool(third) or any({(x, y), (y, x)} & put for x in of_a for y in of_b)
        if same or together or asked:
            said = f"{a.doc_id}: {a.printed} = {b.doc_id}: {b.printed}"
            decisions.append(Decision(_verdict(same, together, asked), said))
    return decisions


def _asked_of(named: set[str], put: set[tuple[str, str]]) -> set[str]:
    """Whom these names are asked to be: two that are asked to be one third are asked to be one."""
    return {right for left, right in put if left in named}


def _verdict(same: bool, together: bool, asked: bool) -> str:
    if asked:
        return f"asked, {'one person' if same else 'two people'}{', joined till then' if together else ''}"
    if together:
        return "right" if same else "wrong"
    return "missed"


def _places(row: object) -> set[str]:
    """How a question may name this mention, from its own line to the whole study."""
    return {row.mention_id, f"{row.doc_id}: {row.printed}", f"{row.body_id}: {row.printed}", row.printed}


def report(title: str, decisions: Iterable[Decision], quiet: Container[str]) -> Iterator[str]:
    """The counts, then every decision whose verdict is not one of the quiet ones."""
    decisions = list(decisions)
    counts = Counter(decision.verdict for decision in decisions)
    yield f"\n{title}: " + "; ".join(f"{verdict} {n}" for verdict, n in sorted(counts.items()))
    yield from (
        f"  {decision.verdict}: {decision.said}" for decision in sorted(decisions) if decision.verdict not in quiet
    )


def main(quiet: Container[str] = ("right", "asked" + IN_NONE, "missed" + IN_NONE)) -> None:
    """Print the decisions on both studies, those with a quiet verdict as a count alone."""
    for study in (leicestershire_study(), cases_study()):
        print("\n".join(report(f"{study.name}, people (pairs of entries)", people_decisions(study), quiet)))
        found = organisation_decisions(study)
        print("\n".join(report(f"{study.name}, organisations (prints of a paper)", found, quiet)))


if __name__ == "__main__":
    main(())
