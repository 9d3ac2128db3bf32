"""How well the room of names tells who is who: `python -m benchmarks.names [--quick] [--seeds 1 2 3]`.

On made-up counties of 20,000 printed names of people (and as many of organisations), and one of 100,000 for time and
memory: precision, recall and F1 by pairs and B-cubed, before the questions are answered and after the truth has
answered them; the share of mentions asked about; seconds; beside them two plain joins, by the same print and by one
threshold of likeness. Then the decisions on real papers. --quick: one county of 5,000, and no real papers.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import pandas as pd

from benchmarks import plain_joins, real_names
from benchmarks.clusters import bcubed, pairwise
from benchmarks.oracle import Oracle
from leadnet import names, simulate
from leadnet.study.schema import JUDGEMENTS, QUESTIONS

T = TypeVar("T")
Link = Callable[[pd.DataFrame], tuple[pd.Series, pd.DataFrame]]  # answers in; ids and questions out

_ROUNDS = 3  # answers may raise new questions, as a person who goes through the queue again would find
SIZES = {"quick": (450, 400), "usual": (1200, 1500), "large": (5500, 6600)}  # people and meetings


class Scored(NamedTuple):
    """One way of joining, held against the truth."""

    way: str
    truth: pd.Series
    found: pd.Series
    seconds: float
    questions: int = 0
    asked: int = 0  # mentions the questions reach


def people(made: simulate.County) -> Iterator[Scored]:
    """Every way of telling people apart, on one county."""
    mentions = simulate.person_mentions(made)
    truth = _true(made, "person_id", mentions)
    for way in (plain_joins.people_by_print, plain_joins.people_by_likeness):
        found, seconds = _timed(lambda way=way: way(mentions))
        yield Scored(way.__name__, truth, found, seconds)

    def link(judgements: pd.DataFrame) -> tuple[pd.Series, pd.DataFrame]:
        clusters, questions = names.link_people(mentions, judgements)
        return _labels(clusters, "person_id", mentions), questions

    yield from _asked_and_answered("person", link, mentions, truth)


def organisations(made: simulate.County) -> Iterator[Scored]:
    """Every way of telling organisations apart, on one county."""
    mentions = simulate.organisation_mentions(made)
    truth = _true(made, "org_id", mentions)
    for way in (plain_joins.organisations_by_print, plain_joins.organisations_by_likeness):
        found, seconds = _timed(lambda way=way: way(mentions, made.organisations))
        yield Scored(way.__name__, truth, found, seconds)

    def link(judgements: pd.DataFrame) -> tuple[pd.Series, pd.DataFrame]:
        links, questions = names.link_organisation_names(mentions, made.organisations, judgements)
        return _labels(links, "org_id", mentions), questions

    yield from _asked_and_answered("organisation", link, mentions, truth)


def _asked_and_answered(kind: str, link: Link, mentions: pd.DataFrame, truth: pd.Series) -> Iterator[Scored]:
    """The room of names with no answers, and after the truth has answered its questions."""
    held, put, reach = JUDGEMENTS.empty(), QUESTIONS.empty(), set()
    (found, questions), seconds = _timed(lambda: link(held))
    for again in range(_ROUNDS):
        oracle = Oracle(kind, mentions, truth, found if kind == "person" else None)
        new = questions[~questions["question_id"].isin(put["question_id"])]
        put = pd.concat([put, new], ignore_index=True)
        reach |= oracle.mentions_asked(new)
        if again == 0:
            yield Scored("leadnet, nothing answered", truth, found, seconds, len(put), len(reach))
        if new.empty:
            break
        held = pd.concat([held, oracle.answer(new)], ignore_index=True)
        found, questions = link(held)
    yield Scored("leadnet, all answered", truth, found, seconds, len(put), len(reach))


def _true(made: simulate.County, column: str, mentions: pd.DataFrame) -> pd.Series:
    """The true id of each mention, on its mention_id; blank where no reader could know."""
    return made.truth.set_index("mention_id")[column].loc[mentions["mention_id"]]


def _labels(links: pd.DataFrame, column: str, mentions: pd.DataFrame) -> pd.Series:
    """The id found for each mention, on its mention_id; blank where none is."""
    return links.set_index("mention_id")[column].reindex(mentions["mention_id"]).fillna("")


def _alone(ids: pd.Series) -> pd.Series:
    """The ids as labels of groups: a mention with none is a group by itself."""
    return ids.where(ids != "", "alone " + ids.index)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    return work(), time.perf_counter() - start


_PARTS = {"people": (people, "person", "person_id"), "organisations": (organisations, "organisation", "org_id")}


def report(scored: Scored) -> str:
    """One line of figures."""
    truth, found = _alone(scored.truth), _alone(scored.found)
    shares = (*pairwise(truth, found), *bcubed(truth, found))
    asked = f"{scored.questions:>7}{scored.asked / len(truth):>8.1%}" if scored.way.startswith("leadnet") else ""
    return f"{scored.way:28}" + "".join(f"{share:>8.4f}" for share in shares) + f"{scored.seconds:>8.1f}" + asked


def one_county(seed: int, size: str, parts: Sequence[str], rates: simulate.Rates | None = None) -> None:
    """Print the figures of one made-up county."""
    made, seconds = _timed(lambda: simulate.county(seed, *SIZES[size], rates=rates))
    for part in parts:
        ways, kind, column = _PARTS[part]
        named = made.truth[made.truth["kind"] == kind][column]
        print(f"\n{part}, seed {seed}: {len(named)} printed names of {named.nunique()}; made in {seconds:.1f} s")
        print(f"{'':28}{'pairs: P':>8}{'R':>8}{'F1':>8}{'B3: P':>8}{'R':>8}{'F1':>8}{'s':>8}{'asked':>7}{'reach':>8}")
        for scored in ways(made):
            print(report(scored), flush=True)
    print(f"peak memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def in_any_order(seed: int) -> bool:
    """Whether a small county's mentions give the same ids and questions when their rows are shuffled."""
    made, none = simulate.county(seed, *SIZES["quick"]), JUDGEMENTS.empty()
    persons, named = simulate.person_mentions(made), simulate.organisation_mentions(made)
    links = (
        (persons, lambda rows: names.link_people(rows, none)),
        (named, lambda rows: names.link_organisation_names(rows, made.organisations, none)),
    )
    return all(
        one.sort_values(list(one.columns), ignore_index=True).equals(
            other.sort_values(list(other.columns), ignore_index=True)
        )
        for mentions, link in links
        for one, other in zip(link(mentions), link(mentions.sample(frac=1, random_state=seed)), strict=True)
    )


def main() -> None:
    """Print every figure."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__.splitlines()[0])
    words.add_argument("--quick", action="store_true", help="one county of 5,000 printed names, no real papers")
    words.add_argument("--only", choices=_PARTS, help="people or organisations alone")
    words.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    asked = words.parse_args()
    parts = [asked.only] if asked.only else list(_PARTS)
    if asked.quick:
        one_county(asked.seeds[0], "quick", parts)
        return
    print(f"the same in any order: {'yes' if in_any_order(asked.seeds[0]) else 'NO'}")
    for seed in asked.seeds:
        one_county(seed, "usual", parts)
    one_county(asked.seeds[0], "large", parts)
    if "people" in parts:
        print("\nThe first again, one post in four told in other words:")
        one_county(asked.seeds[0], "usual", ["people"], simulate.Rates(other_words=0.25))
    real_names.main()


if __name__ == "__main__":
    main()
