"""Lines of a paper that can be the heading of a numbered item, each with a weight for how like one it looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property

from leadnet.documents.decided.owners import tells
from leadnet.documents.model import Line
from leadnet.documents.outlines.bare_titles import opens_person
from leadnet.documents.outlines.headings import item_heading, list_heading, number_alone, plain_heading, shouted
from leadnet.documents.outlines.title_lines import MARKER, USUAL, VERB

_SENTENCE_LOOK = 0.1
_LONG, _LONGEST = 12, 10  # words of a title behind a bare number; of one on a line of its own

_LISTS = re.compile(
    r"(?:(?:key|agreed|new|summary of|list of) )*(?:actions|decisions|action points|recommendations)(?: agreed)?\s*:?",
    re.I,
)
_RESOLVED = re.compile(
    r"(?:it was )?(?:resolved|agreed|recommended|decisions?|decided|recommendations?)(?: that| to)?\s*[-–—:]*", re.I
)
_LIMB = re.compile(r"(?P<number>\d{1,2})[.)]\s+\S")
_LIMB_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s*")
_SENTENCE = re.compile(
    r"\s*(?P<number>\d{1,3})[.)](?!\d)\s*(?P<rest>(?!(?:That|To)\b)[A-Z](?:.{40,}[.:–-]|.{90,}))\s*$"
)
_BESIDE = re.compile(r"\s*\|?\s*(?P<number>\d{1,2})[.)]?(?:\s*\||\t|\s+/\s)\s*(?P<rest>[A-Z].{12,}\.)[\s|/]*$")
_MINUTE = re.compile(r"\s*(?P<number>[A-Z]{2,6}[./-]?\d{1,4}(?:[./-]\d{1,4})?)[.:]?\s+(?P<rest>[A-Z].{30,})$")
# "Update on the plan" tells nobody to update it
_UPDATE = re.compile(r"(?:updates?|reports?|reviews?|feedback) (?:on|from|re|by|about|regarding)\b", re.I)
_SPEAKER = re.compile(r"\s[-–—]\s[A-Z][a-z][^–—]{3,60}$|\s*[(\[][A-Z][a-z][^()]{3,60}[)\]]$")  # "Flood plan - Ann Lee"
_WAS = re.compile(r"\b(?:was|were|has|have|had)\s+(?:\w+\s+)?\w+(?:ed|en)\b")
_CLOCK = re.compile(r"\s*(?P<hour>\d{1,2})\.(?P<minutes>\d{2})\s+[A-Z]")
_PART = re.compile(r"[A-Z](?=\d)")  # of an agenda: A1, A2, B1
_LONG_LINE = 200  # letters of a running head
_PAPER = re.compile(
    r"\W*(?:agenda )?item\b", re.I
)  # on a paper's first line, its own number among those of a later meeting
_WORDED = re.compile(r"[\s#*]*agenda item(?: no\.?| number)? \d{1,2}[\s*:.]*", re.I)  # that the number is an item's
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_LONG_WORDED = 20  # words of a title below such
_LABEL = re.compile(r"^(?:item|title|subject)\s*[:–-]?\s+(?=[A-Z])", re.IGNORECASE)


_TOLD = 6  # words of a sentence that tells something
_OPENS_LIMB = re.compile(r"(?:That|To)\s")


@dataclass(frozen=True)
class Numbered:
    """A line that can be an item's heading: its place and that behind it, number, title, the words run on, weight.

    `count` is how far a number without a figure counts: 3 of "C" and of "III".
    """

    place: int
    ends: int
    number: str
    title: str
    rest: str
    weight: float
    count: int = 0

    @cached_property
    def form(self) -> tuple[str, int, bool]:
        """What numbers of one chain share: letters, how many figures, and whether the last is nought."""
        if self.count:
            return "", 1, False
        first = _PART.sub("A", self.number.split("&")[0].removesuffix(".0"))
        return re.sub(r"\d+[a-z]?", "0", first), len(self.figures), self.number.endswith(".0") and "." in first

    @cached_property
    def figures(self) -> list[int]:
        """The number's own numbers: 19/02 is 19 and 2; two items in one, "1&2", go as the first."""
        figures = re.findall(r"\d+", self.number.split("&")[0].removesuffix(".0"))
        return [self.count] if self.count else [int(part) for part in figures]

    @cached_property
    def order(self) -> list[float]:
        """The part's letter and the figures, the last with its letter as a hundredth: 2a is 2.01; B1 follows A3."""
        letter, part = re.search(r"\d([a-z])$", self.number), _PART.match(self.number)
        last = self.figures[-1] + ((ord(letter[1]) - 96) / 100 if letter else 0)
        return [float(ord(part[0]) if part else 0), *self.figures[:-1], last]


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


def _candidate(lines: Sequence[Line], place: int, often: set[str], hours: set[str]) -> Numbered | None:
    text = lines[place].text
    hour = _CLOCK.match(text)
    if heading := item_heading(text) or (item_heading(text, clock=False) if hour and hour["hour"] in hours else None):
        look = title_look(heading.title, bool(heading.rest))
        if heading.plain and look < 1 and not heading.marked:  # a number and a space may stand before anything
            look = 0.3 if look > 0.1 else min(look, 0.1)
        if len(heading.number) == 4 and heading.plain and heading.number.isdigit():
            return None
        told = tells(_SPEAKER.sub("", heading.title)) and not (
            USUAL.search(heading.title) or _UPDATE.match(heading.title)
        )
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
    found = _over_title(lines, place, often) or _over_text(lines, place) or _over_number(lines, place)
    return found or _sentence(text, place)


def _sentence(text: str, place: int) -> Numbered | None:
    """A numbered sentence: an item without a title where it fills a gap among items that have one, and no more."""
    match = _SENTENCE.match(text) or _BESIDE.match(text)
    listed = not match or list_heading(_LIMB_NUMBER.sub("", text)) or list_heading(match["rest"])
    return None if listed else Numbered(place, place + 1, match["number"], "", match["rest"].rstrip(" |"), 0.0)


def title_look(title: str, cut: bool) -> float:
    """How like a title words look: 1, less for a long one, next to nothing for a sentence or a person's name."""
    words = title.split()
    if list_heading(title):
        return 1.0
    if opens_person(title) and not USUAL.search(title):
        return -0.5
    if not cut and (title[-1] in ",;" or len(words) > _LONG or VERB.search(title) and len(words) > 6):
        return 0.4 if shouted(title) or not VERB.search(title) else 0.1
    return 1.0


def _over_title(lines: Sequence[Line], place: int, often: set[str]) -> Numbered | None:
    """A number on a line of its own with a title on the next filled one."""
    alone = number_alone(lines[place].text)
    near = range(place + 1, min(place + 4, len(lines))) if alone else ()
    below = next((at for at in near if lines[at].text.strip()), None)
    if not alone or below is None or re.fullmatch(r"\d{4}", alone.number):
        return None
    if sum(bool(line.text.strip()) for line in lines[: min(place, 9)]) < 2:
        return None  # "ITEM 3" over minutes that are a paper of a later meeting
    printed = lines[below].text.strip()
    title = _LABEL.sub("", plain_heading(printed) or printed.replace("*", "").strip(" |_"))
    if printed in often:  # a page's number over its running head
        return None
    worded = _WORDED.fullmatch(lines[place].text)
    opens = title[:1].isupper() or worded and title[:1].isdigit()
    likely = (
        opens and len(title.split()) <= (_LONG_WORDED if worded else _LONGEST) and not title.endswith((".", ",", ";"))
    )
    numbered = item_heading(printed) and not (worded and _YEAR.match(printed))
    if not likely or numbered or number_alone(printed):
        return None
    usual = bool(USUAL.search(title))
    weight = title_look(title, False) + alone.marked + 0.2 * usual - 0.4 * alone.plain - 0.25 * (below > place + 1)
    return Numbered(place, below + 1, alone.number, title.rstrip(" :"), "", weight)


def _over_text(lines: Sequence[Line], place: int) -> Numbered | None:
    """A number and a full stop on a line of their own over a sentence: an item that has no title."""
    alone = number_alone(lines[place].text)
    below = next((at for at in range(place + 1, min(place + 4, len(lines))) if lines[at].text.strip()), None)
    text = lines[below].text.strip(" *_|") if alone and not alone.plain and below is not None else ""
    worded = _WORDED.fullmatch(lines[place].text)
    told = (
        text[:1].isupper()
        and text.endswith(".")
        and (worded or len(text.split()) >= _TOLD)
        and (USUAL.match(text) or not tells(text))
    )
    return Numbered(place, place + 1, alone.number, "", "", 0.0) if told and not _OPENS_LIMB.match(text) else None


def _over_number(lines: Sequence[Line], place: int) -> Numbered | None:
    """A title on a line of its own over the text of its minute, "CHB102 The Chair welcomed all"; in capitals "54." """
    title = lines[place].text.strip(" #*_|:")
    below = next((at for at in range(place + 1, min(place + 3, len(lines))) if lines[at].text.strip()), None)
    heading = item_heading(lines[below].text) if below is not None else None
    counted = _SENTENCE if title.isupper() and len(title) > 3 else _MINUTE  # "NEW MEMBERS" over "54. The Chairman"
    minute = counted.match(lines[below].text) if below is not None and not (heading and heading.rest) else None
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
