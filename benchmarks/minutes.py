"""How well the reader reads labelled minutes: `python -m benchmarks.minutes CASES [--only TEXT] [--misses]`.

CASES is a folder of folders, each with one or more `source.*` and a `gold.json`. Printed per format and layout
family: F1 of attendance (person and status), of organisations, chair, substitutes, items (number and title), decisions
and next meetings; the share of bodies, dates, times, venues, roles, owners and due dates that are right; the misses.
Cases named in a file `dumped.txt` in the folder (text that lost its structure) are reported apart.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from leadnet import documents
from leadnet.study.tables import StudyError

# told by F1
COUNTED = ("attendance", "organisations", "chair", "substitute", "items", "decisions", "next_meetings")
OPENING = ("body", "date", "start_time", "end_time", "venue")
SHARED = (*OPENING, "role", "owners", "due", "title")  # told as a share of what gold holds
_FIRST_WORDS = 5  # of a decision: the labels give the first words or the whole, with or without the marker
_MARKER = re.compile(r"^(?:(?:it was )?(?:resolved|agreed|noted|actions?|decision|recommended) )?(?:that |to )?")


@dataclass
class Score:
    """What was right, missed and added for each thing told by F1, and right of all for each told as a share."""

    right: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)
    added: Counter = field(default_factory=Counter)
    of: Counter = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)

    def count(self, name: str, gold: Counter, found: Counter, where: str) -> None:
        """Compare two bags; each thing in one and not the other is a miss that is said."""
        both = gold & found
        self.right[name] += both.total()
        self.missed[name] += (gold - both).total()
        self.added[name] += (found - both).total()
        self.said += [f"{where}: {name} missed {thing}" for thing in sorted(gold - both, key=str)]
        self.said += [f"{where}: {name} added  {thing}" for thing in sorted(found - both, key=str)]

    def share(self, name: str, right: bool, where: str, said: str) -> None:
        """Count one value as right or not."""
        self.of[name] += 1
        self.right[name] += right
        self.said += [] if right else [f"{where}: {name} {said}"]

    def f1(self, name: str) -> float:
        """2 right / (2 right + missed + added); 1 where there was nothing to find and nothing was added."""
        wrong = self.missed[name] + self.added[name]
        return 2 * self.right[name] / (2 * self.right[name] + wrong) if self.right[name] + wrong else 1.0

    def add(self, other: Score) -> None:
        """Take another score into this one."""
        for part in ("right", "missed", "added", "of"):
            getattr(self, part).update(getattr(other, part))
        self.said += other.said


def plain(text: object) -> str:
    """Text without case, punctuation and doubled spaces."""
    return " ".join(re.findall(r"\w+", str(text or "").casefold()))


def score(source: Path, gold: dict) -> Score:
    """One source held against its labels."""
    found, where = Score(), f"{source.parent.name}/{source.name}"
    try:
        read = documents.as_json([documents.read_paper(source)])
    except StudyError as error:
        found.said.append(f"{where}: {error}")
        read = {"meetings": []}
    nothing = {"attendance": [], "items": [], "next_meetings": []} | dict.fromkeys(OPENING)
    meeting = next(iter(read["meetings"]), nothing)
    for name in OPENING:
        found.share(name, _bare(meeting[name]) == _bare(gold[name]), where, f"{meeting[name]!r} for {gold[name]!r}")
    for name in ("next_meetings", "items"):
        found.count(name, *(Counter(map(_entry, rows[name])) for rows in (gold, meeting)), where)
    _attendance(found, meeting["attendance"], gold["attendance"], where)
    _decisions(found, list(_limbs(meeting["items"])), list(_limbs(gold["items"])), where)
    return found


def _bare(value: str | None) -> str:
    return re.sub(r"^the ", "", plain(value))


def _entry(thing: str | dict) -> str:
    """A next meeting's day, or an item's number and title; nothing where it has neither."""
    return thing if isinstance(thing, str) else f"{plain(thing['number'])} {plain(thing['title'])}"


def _attendance(found: Score, read: list[dict], gold: list[dict], where: str) -> None:
    def bag(rows: list[dict], *values: str) -> Counter:
        return Counter(tuple(plain(row[value]) for value in ("person", *values)) for row in rows)

    def organisations(rows: Iterable[dict]) -> Counter:
        return Counter((plain(row["person"]), plain(name)) for row in rows for name in row["organisations"])

    found.count("attendance", bag(gold, "status"), bag(read, "status"), where)
    named = {plain(row["person"]): row for row in read}
    shared = [row for row in gold if plain(row["person"]) in named]
    ours = [named[plain(row["person"])] for row in shared]
    found.count("organisations", organisations(shared), organisations(ours), where)
    found.count("chair", bag([r for r in gold if r["chair"]]), bag([r for r in read if r["chair"]]), where)
    behalf = [[row for row in rows if row["on_behalf_of"]] for rows in (gold, read)]
    found.count("substitute", bag(behalf[0], "on_behalf_of"), bag(behalf[1], "on_behalf_of"), where)
    for row, mine in zip(shared, ours, strict=True):
        for name in ("role", "title"):
            same = plain(row[name]) == plain(mine[name])
            found.share(name, same, where, f"{row['person']}: {mine[name]!r} for {row[name]!r}")


def _limbs(items: Iterable[dict]) -> Iterator[dict]:
    """Every decision, with the number of its item."""
    for item in items:
        for decision in item["decisions"]:
            yield {**decision, "number": plain(item["number"])}


def _decisions(found: Score, read: list[dict], gold: list[dict], where: str) -> None:
    left = list(read)
    for limb in gold:
        match = next((mine for mine in left if _same_limb(limb, mine)), None)
        if match is None:
            found.missed["decisions"] += 1
            found.said.append(f"{where}: decisions missed {limb['number']} {limb['kind']} {limb['text'][:70]!r}")
            continue
        left.remove(match)
        found.right["decisions"] += 1
        same = {plain(name) for name in limb["owners"]} == {plain(name) for name in match["owners"]}
        found.share("owners", same, where, f"{match['owners']} for {limb['owners']} at {limb['text'][:40]!r}")
        found.share("due", limb["due"] == match["due"], where, f"{match['due']} for {limb['due']}")
    found.added["decisions"] += len(left)
    found.said += [f"{where}: decisions added  {m['number']} {m['kind']} {m['text'][:70]!r}" for m in left]


def _same_limb(gold: dict, mine: dict) -> bool:
    def kind(limb: dict) -> str:
        return limb["kind"].replace("resolved", "agreed")

    words, ours = (_MARKER.sub("", plain(limb["text"])).split() or ["alone"] for limb in (gold, mine))
    short = min(_FIRST_WORDS, len(words), len(ours))
    opens = " ".join(words[:short])
    return kind(gold) == kind(mine) and f" {opens} " in f" {' '.join(ours)} "


def family(source: Path) -> str:
    """The layout family of a source, from its own look."""
    if source.suffix in (".docx", ".pdf"):
        return source.suffix[1:]
    text = source.read_text(encoding="utf-8", errors="replace")
    marks = {"ModernGov page": "mg", "pipe table": "|", "tab columns": "\t"}
    least = {"ModernGov page": 3, "pipe table": 8, "tab columns": 4}
    return next(
        (
            name
            for name, mark in marks.items()
            if text.count(mark) >= least[name] and (name != "ModernGov page" or source.suffix == ".html")
        ),
        "lists and sentences",
    )


def sources(folder: Path, only: str = "") -> Iterator[tuple[Path, dict]]:
    """Each source of each case with its labels."""
    for case in sorted(path for path in folder.iterdir() if (path / "gold.json").is_file() and only in path.name):
        gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
        yield from ((source, gold) for source in sorted(case.glob("source.*")))


def table(scores: dict[str, Score]) -> str:
    """The scores as lines of figures, one a group."""
    lines = [f"{'':34}" + "".join(f"{name[:10]:>11}" for name in (*COUNTED, *SHARED))]
    for group, found in scores.items():
        shares = [found.right[name] / found.of[name] if found.of[name] else 1.0 for name in SHARED]
        lines.append(f"{group[:33]:34}" + "".join(f"{x:>11.3f}" for x in (*map(found.f1, COUNTED), *shares)))
    return "\n".join(lines)


def main() -> None:
    """Score every case of a folder and print the figures."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.minutes", description=__doc__.splitlines()[0])
    words.add_argument("cases", type=Path)
    words.add_argument("--only", default="", help="cases whose name holds this")
    words.add_argument("--misses", action="store_true", help="print each miss")
    asked = words.parse_args()
    listed = asked.cases / "dumped.txt"
    dumped = set(listed.read_text().split()) if listed.is_file() else set()
    groups: dict[str, Score] = defaultdict(Score)
    for source, gold in sources(asked.cases, asked.only):
        found = score(source, gold)
        lost = source.parent.name.split("-")[0] in dumped
        for group in ("all, structure lost" if lost else "all, as published", f"{source.suffix[1:]}: {family(source)}"):
            groups[group].add(found)
        if asked.misses:
            print("\n".join(found.said))
    print(table(dict(sorted(groups.items()))))


if __name__ == "__main__":
    main()
