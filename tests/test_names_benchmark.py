"""The benchmark of names: its arithmetic by hand, its reader who knows the truth, and the answers written by hand."""

import json
from pathlib import Path

import pandas as pd
import pytest

from benchmarks.clusters import bcubed, pairwise
from benchmarks.oracle import Oracle
from benchmarks.plain_joins import (
    organisations_by_likeness,
    organisations_by_print,
    people_by_likeness,
    people_by_print,
)
from benchmarks.real_names import Decision, Study, people_decisions, report
from leadnet.names.register import authorities
from leadnet.study import schema

HERE = Path(__file__).resolve().parent
ANSWERS = pd.read_csv(HERE.parent / "benchmarks" / "real-names.csv", dtype=str, keep_default_na=False)


def test_pairs_and_b_cubed_by_hand():
    # true: ann ann ann | bob bob; found: the two first Anns with a Bob, an Ann alone, a Bob alone
    truth = pd.Series(["ann", "ann", "ann", "bob", "bob"])
    found = pd.Series(["x", "x", "y", "x", "z"])
    pairs = pairwise(truth, found)
    assert (pairs.precision, pairs.recall) == (1 / 3, 1 / 4)  # ann-ann of three pairs; of the four true ones
    cubed = bcubed(truth, found)
    assert cubed.precision == pytest.approx((2 / 3 + 2 / 3 + 1 + 1 / 3 + 1) / 5)
    assert cubed.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5)
    assert pairwise(truth, truth) == bcubed(truth, truth) == (1.0, 1.0, 1.0)


def test_mentions_that_are_not_the_same_are_refused():
    with pytest.raises(ValueError, match="the same mentions"):
        pairwise(pd.Series(["a", "b"]), pd.Series(["a"]))


def test_the_reader_who_knows_the_truth_says_same_different_or_unsure():
    mentions = pd.DataFrame(
        [("d:1:1", "David Bolger"), ("d:2:1", "David Bulger"), ("d:3:1", "Jim Connelly"), ("d:4:1", "J Smith"),
         ("d:5:1", "J Smith")],
        columns=["mention_id", "printed"],
    ).assign(doc_id="d", body_id="")  # fmt: skip
    truth = pd.Series(["p1", "p1", "p2", "p3", "p4"], index=mentions["mention_id"])
    found = pd.Series(["david", "david-b", "jim", "smith", "smith-2"], index=mentions["mention_id"])
    asked = [("d: David Bulger", "david"), ("jim", "david"), ("d: J Smith", "smith"), ("d:5:1", "smith | smith-2")]
    questions = schema.QUESTIONS.frame({"left": left, "right": right, "scope": "paper"} for left, right in asked)
    oracle = Oracle("person", mentions, truth, found)
    signed = oracle.answer(questions)
    assert signed["verdict"].tolist() == ["same", "different", "unsure", "same"]
    assert signed["right"].tolist() == ["david", "david", "smith", "smith-2"]
    assert oracle.mentions_asked(questions) == {"d:2:1", "d:3:1", "d:4:1", "d:5:1"}


def test_a_plain_likeness_joins_connell_and_connelly_and_parts_bolger_and_bulger():
    prints = ["Mick Connell", "Mick Connelly", "David Bolger", "David Bulger", "D Bolger", "MICK CONNELL"]
    mentions = pd.DataFrame({"mention_id": [f"d:{n}:1" for n in range(6)], "printed": prints})
    assert people_by_print(mentions).nunique() == 5  # capitals alone make no other name
    joined = people_by_likeness(mentions, threshold=0.97)
    assert joined["d:0:1"] == joined["d:1:1"]  # two people
    assert joined["d:2:1"] != joined["d:3:1"]  # one person


def test_a_plain_likeness_takes_a_county_council_for_a_city_council():
    known = pd.DataFrame(
        [("county", "Torswoldshire County Council", "Torswoldshire"), ("city", "Torswold City Council", "")],
        columns=["org_id", "name", "short"],
    )
    prints = ["Torswold City Council", "Torswoldshire", "Torswold County Council", "Jobcentre Plus"]
    mentions = pd.DataFrame({"mention_id": ["1", "2", "3", "4"], "printed": prints})
    as_printed = ["city", "county", "torswold county council", "jobcentre plus"]
    assert organisations_by_print(mentions, known).tolist() == as_printed
    assert organisations_by_likeness(mentions, known).tolist() == ["city", "county", "city", "Jobcentre Plus"]


def test_every_answer_written_by_hand_names_what_its_paper_prints():
    for paper, rows in ANSWERS.groupby("paper"):
        gold = HERE / "minutes-cases" / paper / "gold.json"
        if not gold.is_file():
            continue  # Leicestershire, or a case beside the repository
        listed = json.loads(gold.read_text(encoding="utf-8"))["attendance"]
        printed = {
            "person": {row["person"] for row in listed},
            "organisation": {name for row in listed for name in row["organisations"]},
        }
        assert all(row.printed in printed[row.kind] for row in rows.itertuples()), paper


def test_every_organisation_of_the_answers_is_one_of_a_register():
    leicestershire = pd.read_csv(HERE.parent / "data" / "leicestershire" / "register" / "organisations.csv")
    of_cases = ANSWERS[(ANSWERS["kind"] == "organisation") & (ANSWERS["paper"] != "leicestershire")]
    own = ANSWERS[(ANSWERS["kind"] == "organisation") & (ANSWERS["paper"] == "leicestershire")]
    assert len(of_cases) > 60
    assert set(of_cases["id"]) <= set(authorities()["org_id"])
    assert set(own["id"]) <= set(leicestershire["org_id"])
    assert not ANSWERS.duplicated(["paper", "kind", "printed", "entry"]).any()


def test_decisions_are_told_pair_by_pair():
    rows = pd.DataFrame(
        [("a:1:1", "Ann Day", "a"), ("b:1:1", "Ann Day", "b"), ("b:2:1", "Bob Lee", "b"), ("b:3:1", "Bob Lea", "b")],
        columns=["mention_id", "printed", "doc_id"],
    )
    blank = dict.fromkeys(("title", "role", "organisations_printed", "on_behalf_of"), "")
    people = rows.assign(**blank, org_id="charnwood", meeting_id=rows["doc_id"], body_id="board", status="present",
                         line="1", date=rows["doc_id"].map({"a": "2007-07-02", "b": "2007-08-01"}))  # fmt: skip
    true = pd.Series(["ann", "ann", "lee", "lea"], index=rows["mention_id"])
    said = people_decisions(Study("two papers", people, pd.DataFrame(), true, pd.Series(), pd.DataFrame()))
    assert said == [Decision("right", "a: Ann Day = b: Ann Day")]  # and of Lee and Lea, of one list, nothing is said
    wrong = Decision("wrong", "a: Ann Day = b: Bob Lee")
    assert list(report("people", [*said, wrong], quiet=("right",))) == [
        "\npeople: right 1; wrong 1",
        "  wrong: a: Ann Day = b: Bob Lee",
    ]
