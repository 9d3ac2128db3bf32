"""Which numbered lines of a paper are the headings of its items: the best chain of numbers of one form.

A paper numbers its items, their paragraphs, lists inside them, its pages. Each number gets a weight for how like a
heading its line looks, and the chain that counts up with the greatest weight is that of the items.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from leadnet.documents.decided.owners import tells
from leadnet.documents.model import Line
from leadnet.documents.outlines.bare_titles import opens_person
from leadnet.documents.outlines.headings import item_heading, list_heading, number_alone, plain_heading
from leadnet.documents.outlines.title_lines import MARKER, USUAL, VERB

_FAR = 80  # candidates back in which the number before may stand
_STEP = 10  # numbers that may be missing between two items
_SKIPPED = 0.15  # what each of them costs
_ALONE = 0.7  # weight a single number needs to be an item's
_SENTENCE_LOOK = 0.1
_LETTERED = 0.9  # weight from which 2a is an item below 2, and not a paragraph
_LONG, _LONGEST = 12, 10  # words of a title behind a bare number; of one on a line of its own

_LISTS = re.compile(
    r"(?:(?:key|agreed|new|summary of|list of) )*(?:actions|decisions|action points|recommendations)(?: agreed)?\s*:?",
    re.I,
)
_RESOLVED = re.compile(
    r"(?:it was )?(?:resolved|agreed|recommended|decisions?|decided|recommendations?)(?: that| to)?\s*[-–—:]*", re.I
)
_LIMB = re.compile(r"(?P<number>\d{1,2})[.)]\s+\S")
_LIMB_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s*")
_SENTENCE = re.compile(
    r"\s*(?P<number>\d{1,2})[.)](?!\d)\s*(?P<rest>(?!(?:That|To)\b)[A-Z](?:.{40,}[.:–-]|.{90,}))\s*$"
)
_BESIDE = re.compile(r"\s*\|?\s*(?P<number>\d{1,2})[.)]?(?:\s*\||\t|\s+/\s)\s*(?P<rest>[A-Z].{12,}\.)[\s|/]*$")
_MINUTE = re.compile(r"\s*(?P<number>[A-Z]{2,6}[./-]?\d{1,4}(?:[./-]\d{1,4})?)[.:]?\s+(?P<rest>[A-Z].{30,})$")
# "Update on the plan" tells nobody to update it
_UPDATE = re.compile(r"(?:updates?|reports?|reviews?|feedback) (?:on|from|re|by|about|regarding)\b", re.I)
_WAS = re.compile(r"\b(?:was|were|has|have|had)\s+(?:\w+\s+)?\w+(?:ed|en)\b")
_CLOCK = re.compile(r"\s*(?P<hour>\d{1,2})\.(?P<minutes>\d{2})\s+[A-Z]")
_LONG_LINE = 200  # letters of a running head
_PAPER = re.compile(
    r"\W*(?:agenda )?item\b", re.I
)  # on a paper's first line, its own number among those of a later meeting
_LABEL = re.compile(r"^(?:item|title|subject)\s*[:–-]?\s+(?=[A-Z])", re.IGNORECASE)


@dataclass(frozen=True)
class Numbered:
    """A line that can be an item's heading: its place and that behind it, number, title, the words run on, weight."""

    place: int
    ends: int
    number: str
    title: str
    rest: str
    weight: float

    @property
    def form(self) -> tuple[str, int, bool]:
        """What numbers of one chain share: letters, how many figures, and whether the last is nought."""
        first = self.number.split("&")[0].removesuffix(".0")
        return re.sub(r"\d+[a-z]?", "0", first), len(self.figures), self.number.endswith(".0") and "." in first

    @property
    def figures(self) -> list[int]:
        """The number's own numbers: 19/02 is 19 and 2; two items in one, "1&2", go as the first."""
        return [int(part) for part in re.findall(r"\d+", self.number.split("&")[0].removesuffix(".0"))]

    @property
    def order(self) -> list[float]:
        """The figures, the last with its letter as a hundredth: 2a is 2.01, behind 2 and before 3."""
        letter = re.search(r"\d([a-z])$", self.number)
        return [*self.figures[:-1], self.figures[-1] + (ord(letter[1]) - 96) / 100] if letter else list(self.figures)


def candidates(lines: Sequence[Line], logged: Container[int] = frozenset()) -> list[Numbered]:
    """Every line that can be the heading of a numbered item, but for the rows of action logs."""
    limbs = _limbs(lines)
    clocks = [match for line in lines if (match := _CLOCK.match(line.text))]
    hours = {match["hour"] for match in clocks if int(match["minutes"]) % 15}  # 21.44 is no time, nor is 21.45 then
    opens = next((place for place, line in enumerate(lines) if line.text.strip()), -1)
    often = {text for text, times in Counter(line.text.strip()[:_LONG_LINE] for line in lines).items() if times > 1}
    return [
        found
        for place, line in enumerate(lines)
        if line.number not in logged
        and place not in limbs
        and not (place == opens and _PAPER.match(line.text))
        and (found := _candidate(lines, place, often, hours))
    ]


def _limbs(lines: Sequence[Line]) -> set[int]:
    """The places of numbered lines straight below "ACTIONS" or "The plan was to:": limbs, unless they are titles."""
    found: set[int] = set()
    inside: set[int] = set()
    listed, last = False, 0
    for place, line in enumerate(lines):
        text = line.text.strip(" *_#|")
        limb = _LIMB.match(text)
        opens = bool(_LISTS.fullmatch(text) or text.endswith(":") and VERB.search(text) or _RESOLVED.fullmatch(text))
        under = place and place - 1 in inside and text[:1].islower()  # a limb goes on below
        over = place > 1 and not lines[place - 1].text.strip() and lines[place - 2].text.rstrip().endswith(".")
        titled = (
            last and over and text[-1:].isalnum() and not VERB.search(text)
        )  # "3. Rail", a gap below "2. ... told."
        counts = limb and not titled and (not last or int(limb["number"]) == last + 1)
        listed = opens or listed and (not text or under or bool(counts) and not USUAL.search(text))
        last = 0 if opens else int(limb["number"]) if limb else last
        found |= {place} if listed and limb and not opens else set()
        inside |= {place} if listed and (limb or under) else set()
    return found


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
    return {each.place: each for each in best[0]}


def _paragraphs(found: Sequence[Numbered], start: int) -> Sequence[Numbered]:
    """The items of minutes none of which has a title: "1. Ann Lee welcomed all.", "2. The plan was read."; or none."""
    chain: list[Numbered] = []
    for each in found:
        if each.place >= start and not each.title and each.figures == [len(chain) + 1]:
            chain.append(each)
    told = any(tells(each.rest) or not VERB.search(each.rest) for each in chain)
    return chain if len(chain) > 1 and not told else ()


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
    steps = [after - before for before, after in zip(old, new, strict=True) if after != before]
    return steps[0] if steps and 0 < steps[0] <= _STEP else 0


def _candidate(lines: Sequence[Line], place: int, often: set[str], hours: set[str]) -> Numbered | None:
    text = lines[place].text
    hour = _CLOCK.match(text)
    if heading := item_heading(text) or (item_heading(text, clock=False) if hour and hour["hour"] in hours else None):
        look = _look(heading.title, bool(heading.rest))
        if heading.plain and look < 1 and not heading.marked:  # a number and a space may stand before anything
            look = 0.3 if look > 0.1 else min(look, 0.1)
        if len(heading.number) == 4 and heading.plain and heading.number.isdigit():
            return None
        told = tells(heading.title) and not (USUAL.search(heading.title) or _UPDATE.match(heading.title))
        look = min(look, 0.1) if told else look
        told = VERB.search(heading.title) and not USUAL.match(heading.title)
        said = _sentence(text, place) if look <= 0.1 and not heading.plain else None
        if said and VERB.search(said.rest) and (told or look < 0):
            return said
        if (
            look <= _SENTENCE_LOOK and _WAS.search(heading.title) and not heading.plain
        ):  # "2. / Apologies were given for"
            return Numbered(place, place + 1, heading.number, "", f"{heading.title} {heading.rest}".strip(), look)
        weight = look + heading.marked - 0.25 * heading.plain + 0.2 * heading.number.endswith(".0")
        return Numbered(place, place + 1, heading.number, heading.title, heading.rest, weight)
    return _over_title(lines, place, often) or _over_number(lines, place) or _sentence(text, place)


def _sentence(text: str, place: int) -> Numbered | None:
    """A numbered sentence: an item without a title where it fills a gap among items that have one, and no more."""
    match = _SENTENCE.match(text) or _BESIDE.match(text)
    listed = not match or list_heading(_LIMB_NUMBER.sub("", text)) or list_heading(match["rest"])
    return None if listed else Numbered(place, place + 1, match["number"], "", match["rest"].rstrip(" |"), 0.0)


def _look(title: str, cut: bool) -> float:
    """How like a title words look: 1, less for a long one, next to nothing for a sentence or a person's name."""
    words = title.split()
    if list_heading(title):
        return 1.0
    if opens_person(title) and not USUAL.search(title):
        return -0.5
    if not cut and (title[-1] in ",;" or len(words) > _LONG or VERB.search(title) and len(words) > 6):
        return 0.4 if title.isupper() or not VERB.search(title) else 0.1
    return 1.0


def _over_title(lines: Sequence[Line], place: int, often: set[str]) -> Numbered | None:
    """A number on a line of its own with a title on the next filled one."""
    alone = number_alone(lines[place].text)
    near = range(place + 1, min(place + 4, len(lines))) if alone else ()
    below = next((at for at in near if lines[at].text.strip()), None)
    if not alone or below is None or len(alone.number) == 4:
        return None
    if sum(bool(line.text.strip()) for line in lines[: min(place, 9)]) < 2:
        return None  # "ITEM 3" over minutes that are a paper of a later meeting
    printed = lines[below].text.strip()
    title = _LABEL.sub("", plain_heading(printed) or printed.replace("*", "").strip(" |_"))
    if printed in often:  # a page's number over its running head
        return None
    likely = title[:1].isupper() and len(title.split()) <= _LONGEST and not title.endswith((".", ",", ";"))
    if not likely or item_heading(printed) or number_alone(printed):
        return None
    usual = bool(USUAL.search(title))
    weight = _look(title, False) + alone.marked + 0.2 * usual - 0.4 * alone.plain - 0.25 * (below > place + 1)
    return Numbered(place, below + 1, alone.number, title.rstrip(" :"), "", weight)


def _over_number(lines: Sequence[Line], place: int) -> Numbered | None:
    """A title on a line of its own over the text of its minute, "CHB102 The Chair welcomed all"."""
    title = lines[place].text.strip(" #*_|:")
    below = next((at for at in range(place + 1, min(place + 3, len(lines))) if lines[at].text.strip()), None)
    heading = item_heading(lines[below].text) if below is not None else None
    minute = _MINUTE.match(lines[below].text) if below is not None and not (heading and heading.rest) else None
    fits = title[:1].isupper() and len(title.split()) <= _LONG and title[-1] not in ".,;" and not VERB.search(title)
    if (
        not minute
        or not VERB.search(minute["rest"])
        or not fits
        or MARKER.search(title.upper())
        or opens_person(title)
        and not USUAL.search(title)
    ):
        return None
    return Numbered(place, below + 1, minute["number"], title, minute["rest"], 1.0)


def follows(number: str, last: str) -> bool:
    """Whether a number of the same form comes within ten of the last."""
    letters, before = (re.match(r"[A-Z]*", text)[0] for text in (number, last))
    new, old = ([int(part) for part in re.findall(r"\d+", text)] for text in (number, last))
    if letters != before or len(new) != len(old):
        return False
    steps = [after - before for after, before in zip(new, old, strict=True) if after != before]
    return bool(steps) and 0 < steps[0] <= 10
