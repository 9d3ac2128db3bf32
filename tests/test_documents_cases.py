"""The labelled cases: every line a record cites holds the name or the decision, in every format."""

import json
import re
from pathlib import Path

import pytest

from benchmarks.minutes import sources
from leadnet import documents

CASES = sorted(sources(Path(__file__).parent / "minutes-cases"))
IDS = [f"{source.parent.name}{source.suffix}" for source, _ in CASES]


def words(text):
    return set(re.findall(r"\w+", text.casefold()))


def letters(text):
    return "".join(re.findall(r"\w", text.casefold()))  # glued pages print "Robin ThompsonChair"


def cited(paper, line):
    first, _, last = line.partition("-")
    return " ".join(at.text for at in paper.lines if int(first) <= at.number <= int(last or first))


@pytest.mark.parametrize("source", [source for source, _ in CASES], ids=IDS)
def test_every_line_cited_holds_the_printed_name_or_decision(source):
    paper = documents.read_paper(source)
    for meeting in documents.as_json([paper])["meetings"]:
        for row in meeting["attendance"]:
            printed = letters(cited(paper, str(row["source"]["line"])))
            assert all(letters(word) in printed for word in words(row["person"]))
        for decision in (decision for item in meeting["items"] for decision in item["decisions"]):
            printed = letters(cited(paper, str(decision["source"]["line"])))
            assert all(letters(word) in printed for word in words(decision["text"]))


def test_the_cases_are_read_as_well_as_the_last_time():
    """The floor under the scores of the open cases; python -m benchmarks.minutes tests/minutes-cases prints them."""
    from benchmarks.minutes import Score, score

    dumped = set((Path(__file__).parent / "minutes-cases/dumped.txt").read_text().split())
    whole = Score()
    for source, gold in CASES:
        if source.parent.name[:4] not in dumped:
            whole.add(score(source, gold))
    for name, least in {
        "attendance": 0.98,
        "organisations": 0.97,
        "chair": 0.97,
        "substitute": 0.97,
        "items": 0.98,
        "decisions": 0.96,
    }.items():
        assert whole.f1(name) >= least, name
    assert whole.right["date"] == whole.of["date"]
    assert whole.right["body"] >= whole.of["body"] - 1


def test_the_labels_are_those_of_the_cases():
    assert all(set(gold) >= {"body", "date", "attendance", "items"} for _, gold in CASES)
    assert len({json.dumps(gold, sort_keys=True) for _, gold in CASES}) == 32
