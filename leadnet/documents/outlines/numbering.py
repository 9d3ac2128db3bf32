"""Which numbered lines of a paper are the headings of its items: the best chain of numbers of one form.

A paper numbers its items, their paragraphs, lists inside them, its pages. Each number has a weight for how like a
heading its line looks, and the chain that counts up with the greatest weight is that of the items.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from leadnet.documents.decided.owners import tells
from leadnet.documents.outlines.numbered_lines import Numbered
from leadnet.documents.outlines.title_lines import USUAL, VERB

_FAR = 80  # candidates back in which the number before may stand
_STEP = 10  # numbers that may be missing between two items
_SKIPPED = 0.15  # what each of them costs
_ALONE = 0.7  # weight a single number needs to be an item's
_TOLD = re.compile(r"(?<!\bbe )\b(?:discussed|considered|received|heard|advised)\b")  # but "the plan be considered"
_LETTERED = 0.9  # weight from which 2a is an item below 2, and not a paragraph


def item_places(found: Sequence[Numbered], start: int = 0) -> Mapping[int, Numbered]:
    """The headings from this place on, by their place: of all chains of one form the one of the greatest weight."""
    forms: dict[tuple[str, int, bool], list[Numbered]] = defaultdict(list)
    for each in found:
        if each.place >= start:
            forms[each.form].append(each)
    chains = [_heaviest(each) for each in forms.values()]
    if again := next(filter(None, map(_all_first, forms.values())), ()):
        chains.append((list(again), sum(each.weight for each in again)))
    whole = {each.figures[0] for chain, _ in chains for each in chain if len(chain) > 1 and len(each.figures) == 1}
    best = max((_of_items(*chain, whole) for chain in chains), key=lambda chain: chain[1], default=((), 0.0))
    if best[1] < _ALONE:
        return {each.place: each for each in _paragraphs(found, start)}
    return {each.place: each for each in _with_restarts(best[0], found, start)}


def _with_restarts(chain: Sequence[Numbered], found: Sequence[Numbered], start: int) -> list[Numbered]:
    """A chain with the titles before and behind it whose numbers begin anew, as a list broken by a paragraph does.

    Such a run begins with "1." and what every meeting has an item for, and repeats no title of the chain.
    """
    titles = {each.title.lower() for each in chain}
    runs: list[list[Numbered]] = []
    for each in found:
        outside = each.place < chain[0].place or each.place > chain[-1].place
        if each.place < start or not outside or each.form != chain[0].form or each.weight < 1:
            continue
        if each.figures == [1]:
            runs.append([each])
        elif runs and each.figures == [runs[-1][-1].figures[-1] + 1]:
            runs[-1].append(each)
    usual = [run for run in runs if USUAL.match(run[0].title) and not titles & {each.title.lower() for each in run}]
    return sorted((each for run in (chain, *usual) for each in run), key=lambda each: each.place)


def _paragraphs(found: Sequence[Numbered], start: int) -> Sequence[Numbered]:
    """The items of minutes none of which has a title: "1. Ann Lee welcomed all.", "2. The plan was read."; or none."""
    chain: list[Numbered] = []
    for each in found:
        if each.place >= start and not each.title and each.figures == [len(chain) + 1]:
            chain.append(each)
    said = [each.rest for each in chain if each.rest]
    asked = any(tells(rest) or not (VERB.search(rest) or _TOLD.search(rest)) for rest in said)
    return chain if len(chain) > 1 and not asked else ()


def _all_first(found: Sequence[Numbered]) -> Sequence[Numbered]:
    """The headings of a paper whose every item is "1.", as programs write a list that begins anew; else none."""
    alike = [each for each in found if each.weight >= 1]
    return alike if len(alike) > 1 and all(each.figures == [1] for each in alike) else ()


def _of_items(chain: list[Numbered], weight: float, whole: set[int]) -> tuple[list[Numbered], float]:
    """A chain with its weight as one of items: "2.1" below a "2" is a paragraph, and letters alone once are a name."""
    below = sum(
        len(each.figures) > 1 and "." in each.number and not each.form[2] and each.figures[0] in whole for each in chain
    )
    first = chain[0]
    doubtful = first.weight < 1 and first.figures != [1] and not USUAL.search(first.title)  # "12 High Street"
    lettered = re.match(r"[A-Z]{2}", first.number) and not ("/" in first.number and first.title.isupper())
    lone = len(chain) == 1 and (doubtful or lettered)
    return chain, 0.0 if 2 * below > len(chain) or lone else weight


def _heaviest(found: Sequence[Numbered]) -> tuple[list[Numbered], float]:
    """The chain of numbers, each after the last, of the greatest weight."""
    best: list[tuple[float, int]] = []
    for place, each in enumerate(found):
        start = max(0, place - _FAR)
        before = [
            (best[back][0] - _SKIPPED * max(step - 1, 0), back)
            for back in range(start, place)
            if (step := _step(found[back].order, each.order)) >= 1 or step and each.weight >= _LETTERED
        ]
        weight, back = max(before, default=(0.0, -1))
        best.append((each.weight + weight, back) if weight > 0 or back >= 0 <= weight else (each.weight, -1))
    at = max(range(len(best)), key=lambda place: best[place][0])
    weight, chain = best[at][0], []
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1], weight


def _step(old: Sequence[float], new: Sequence[float]) -> float:
    """How many numbers on the new one is; 0 where it does not come after the old, or comes too far behind."""
    for before, after in zip(old, new, strict=True):  # asked of every pair of candidates
        if after != before:
            return after - before if 0 < after - before <= _STEP else 0
    return 0


def follows(number: str, last: str) -> bool:
    """Whether a number of the same form comes within ten of the last."""
    letters, before = (re.match(r"[A-Z]*", text)[0] for text in (number, last))
    new, old = ([int(part) for part in re.findall(r"\d+", text)] for text in (number, last))
    if letters != before or len(new) != len(old):
        return False
    steps = [after - before for after, before in zip(new, old, strict=True) if after != before]
    return bool(steps) and 0 < steps[0] <= 10
