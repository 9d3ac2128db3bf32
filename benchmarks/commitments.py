"""Commitments in running text: how far two readers agree, and the reader of leadnet with them.

`python -m benchmarks.commitments` prints the two readers' agreement over ten labelled papers and the F1 of what code
proposes against each of them. The labels, in commitments.csv (a row with no words: the reader found none in that
paper), were made by two readers who had the definition and the papers and had not seen the code. A commitment: a
sentence of running text, under no marker, in which somebody undertakes, is asked or is expected to do something later.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from benchmarks.minutes import plain
from leadnet import documents

HERE = Path(__file__).resolve().parent
CASES = HERE.parent / "tests" / "minutes-cases"
Labels = set[tuple[str, str]]  # (case, first words)


def labels(reader: str) -> Labels:
    """What one reader labelled: (case, first words as compared)."""
    with (HERE / "commitments.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["reader"] == reader and row["first_words"]]
    return {(row["case"], plain(row["first_words"])) for row in rows}


def cases() -> list[str]:
    """The ten papers labelled."""
    with (HERE / "commitments.csv").open(encoding="utf-8", newline="") as file:
        return sorted({row["case"] for row in csv.DictReader(file)})


def proposed(case: str) -> Iterator[tuple[str, str]]:
    """What code proposes in a paper: (case, words as compared)."""
    source = min(path for path in (CASES / case).glob("source.*") if path.suffix in (".txt", ".md", ".html"))
    for meeting in documents.as_json([documents.read_paper(source)])["meetings"]:
        for item in meeting["items"]:
            yield from ((case, plain(promise["text"])) for promise in item["commitments"])


def f1(gold: Labels, found: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1; a proposal is right where one of the two texts opens with, or holds, the other.

    >>> f1({("x", "officers to report")}, {("x", "officers to report back in may"), ("x", "it rained")})
    (0.5, 1.0, 0.6666666666666666)
    """
    right = [each for each in found if any(_same(each, label) for label in gold)]
    hit = [label for label in gold if any(_same(each, label) for each in found)]
    precision = len(right) / len(found) if found else 1.0
    recall = len(hit) / len(gold) if gold else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _same(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return a[0] == b[0] and (a[1] in b[1] or b[1] in a[1])


def main() -> None:
    """Print the agreement and the figures, and what each missed or added."""
    first, second = labels("a"), labels("b")
    found = {each for case in cases() for each in proposed(case)}
    print(f"Ten papers; labelled by reader a {len(first)}, by reader b {len(second)}, proposed by code {len(found)}")
    for name, gold, other in (("reader b against a", first, second), ("code against a", first, found),
                              ("code against b", second, found)):  # fmt: skip
        precision, recall, both = f1(gold, other)
        print(f"{name:20} precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}")
    for case, words in sorted(found):
        if not any(_same((case, words), label) for label in first | second):
            print(f"proposed by code only  {case}: {words[:70]}")
    for case, words in sorted(first | second):
        if not any(_same((case, words), each) for each in found):
            print(f"not proposed by code   {case}: {words[:70]}")


if __name__ == "__main__":
    main()
