"""Papers that lost their line breaks and number with nothing but a figure: "... thanked all. 2 Budget The Board ...".

A bare figure in running text may be anything. It is an item's number where it counts on from the one before, stands
behind the end of a sentence, and is followed by a title that a sentence runs on from.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Line
from leadnet.documents.outlines.bare_titles import COMING, USUAL_ALONE
from leadnet.documents.outlines.title_lines import USUAL, VERB, title_and_rest
from leadnet.documents.words.dates import days
from leadnet.documents.words.names import has_given_name
from leadnet.documents.words.vocabulary import GIVEN, TITLES, word_set

_LOOKED_AT = 200  # letters that hold a title and the beginning of the sentence behind it
_FEW = 3  # numbers that make a chain where the first is not 1
_MOST = 16  # words of a title
_DAY = 20  # letters that hold a day, "4 May 2011"
_AFTER = r"\s(?:{next}|{same}[a-c])(?:\.0|[.):/]|\s[-–—])?\s+[A-Z]"  # the number that comes next
_NUMBER = re.compile(
    r"(?:^|(?<=\s))\(?(?P<word>(?:Agenda )?Item (?:No\.? )?)?(?P<count>\d{1,3})(?P<letter>[a-c]?)"
    r"(?P<mark>\.0|[.):/]|\s[-–—](?=\s))?\s+"
    r"(?=[A-Z])"
)
_FIRST = re.compile(r"(?:Welcome|Introductions|Apologies)\b")  # what a meeting begins with
_ENDED = re.compile(r"(?:[.:;)?!”’•]|\b[A-Z]{2,3}|^)\s*$")  # or whom the column for actions names
_USUAL = re.compile(rf"(?P<title>(?:{USUAL_ALONE.pattern}))\s+(?=\S)", re.IGNORECASE)
_PEOPLE = re.compile(rf"(?P<title>Apologies(?: for [Aa]bsence)?)\s+(?={TITLES}\s+[A-Z])")  # over those it names
_COLON = re.compile(r"[A-Z][^.:;?]{3,110}(?=:\s+[A-Z])")
_OF_ANOTHER = re.compile(r"\b(?:annex|appendix|page|minute|section|phase|part|paragraph|paper|ward)\.?\s*$", re.I)
_BEFORE = 12  # letters before a number
_SMALL = word_set("a and as at by for from in into its of on or our the to upon with & / – -")
_OPENERS = word_set("the a an it there this these all no members partners officers everyone copies following")
_TOLD = re.compile(rf"{VERB.pattern}|\b[a-z]{{3,}}ed\b|\b(?:met|took|told|spoke|led|went|came|sent|showed|put)\b")
_TITLED = re.compile(TITLES)


@dataclass(frozen=True)
class _Item:
    """A heading in running text: line and letter where it begins, number, title, and where the text behind begins."""

    line: int
    start: int
    count: int
    form: str
    letter: str
    title: str
    rest: int


def run_on_counts(lines: Sequence[Line], pages: Container[int]) -> list[Line]:
    """The lines, those of a paper with a page on one line cut before and behind each title of the longest chain.

    >>> text = "1 Apologies Tom Roe sent these. 2 Budget The Board was told of it. 3 Flood Plan Joe Dale spoke of it."
    >>> [line.text for line in run_on_counts([Line(1, None, text)], {1}) if line.text][2:4]
    ['2. Budget', 'The Board was told of it.']
    """
    chain = _chain(lines) if any(line.number in pages for line in lines) else []
    found: list[Line] = []
    for at, line in enumerate(lines):
        inside = [item for item in chain if item.line == at]
        found += _cut(line, inside) if inside else [line]
    return found


def _cut(line: Line, items: Sequence[_Item]) -> Iterator[Line]:
    """A line before its first item, and each item's heading between gaps over its text."""
    if before := line.text[: items[0].start].strip():
        yield replace(line, text=before)
    for item, end in zip(items, [*(each.start for each in items[1:]), len(line.text)], strict=True):
        heading = f"{item.count}{item.letter}{item.form if item.form == '.0' else '.'} {item.title}"
        yield from (replace(line, text=text) for text in ("", heading, "", line.text[item.rest : end].strip()))


def _chain(lines: Sequence[Line]) -> list[_Item]:
    """The longest run of headings that count up by one from the first, in one form."""
    found = [item for at, line in enumerate(lines) for item in _items(at, line.text)]
    chains = []
    for place, first in enumerate(found):
        if (first.count == 1 or first.form) and not first.letter:
            chain = [first]
            for item in found[place + 1 :]:
                if item.form == first.form and _counts_on(chain[-1], item):
                    chain.append(item)
            chains.append(chain)
    return max(filter(_of_items, chains), key=len, default=[])


def _of_items(chain: Sequence[_Item]) -> bool:
    """Whether every meeting has an item like the first or second; where "1." stands alone, it must open a meeting."""
    if len(chain) < (_FEW if chain[0].count > 1 else 2):
        return bool(chain[0].count == 1 and chain[0].form and _FIRST.match(chain[0].title))
    return any(USUAL.search(item.title) for item in chain[:2])


def _counts_on(last: _Item, item: _Item) -> bool:
    step = (item.count - last.count, item.letter)
    return step == (1, "") or step == (0, "a" if not last.letter else chr(ord(last.letter) + 1))


def _items(at: int, text: str) -> Iterator[_Item]:
    """Every number on a line that a title stands behind, alone up to the next number or with a sentence run on."""
    for match in _NUMBER.finditer(text):
        following = text[match.end() :][:_LOOKED_AT]
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        anew = match["letter"] == "a" or match["count"] == "1" or USUAL.match(following)
        opens = _ENDED.search(before) or anew and not _OF_ANOTHER.search(before)
        if not opens or days(text[match.start() :][:_DAY], 2000):
            continue
        title, rest = _title(following[: _before_next(following, int(match["count"]))])
        if title:
            form = match["mark"] or match["word"] or ""
            begins = match.end() + (following.index(rest) if rest else len(title))
            yield _Item(at, match.start(), int(match["count"]), form, match["letter"], title.strip(" :–-"), begins)


def _before_next(text: str, count: int) -> int:
    """Where the number that comes next stands, which is of no day; else the end."""
    following = re.finditer(_AFTER.format(next=count + 1, same=count), text)
    return next((each.start() for each in following if not days(text[each.start() :][:_DAY], 2000)), len(text))


def _title(text: str) -> tuple[str, str]:
    """A title and the sentence run on from it; blanks where none can be told."""
    if USUAL_ALONE.fullmatch(text.strip()):
        return text.strip(), ""
    people = _PEOPLE.match(text)
    title, rest = (people["title"], text[people.end() :]) if people else title_and_rest(text)
    if (not rest or rest not in text) and (usual := _USUAL.match(text)) and _ends(usual, text):
        title, rest = usual["title"], text[usual.end() :]
    elif not rest or rest not in text:
        title, rest = _by_capitals(text)
    if not title and (colon := _COLON.match(text)) and not VERB.search(colon[0]):
        title, rest = colon[0], text[colon.end() :].lstrip(": ")
    if not title and len(text) < _LOOKED_AT // 2 and not (VERB.search(text) or text.rstrip().endswith(".")):
        title = text
    named = _TITLED.match(title) or begins_with_name(title) and has_given_name(title) and not USUAL.search(title)
    said = VERB.search(title) and not title.endswith("?")
    return (title, rest) if title and len(title.split()) <= _MOST and not (named or said) else ("", "")


def _ends(usual: re.Match[str], text: str) -> bool:
    """Whether what every meeting has an item for is the whole title: no small word, and no more capitals, behind it."""
    following = text[usual.end() :].split()[0]
    if days(text[usual.end() :][:_DAY], 2000) and not COMING.search(usual["title"]):
        return False
    return not following[0].islower() and not (usual["title"].isupper() and following.isupper())


def _by_capitals(text: str) -> tuple[str, str]:
    """A title whose every word is capitalised, up to the sentence's subject: "Plan of Work Slides showed how."."""
    words = list(re.finditer(r"\S+", text))
    shouted = next((at for at, word in enumerate(words) if re.search(r"[a-z]|^\d", word[0])), len(words))
    if _FEW <= shouted < len(words) and words[shouted - 1][0] != "A":
        return text[: words[shouted].start()].strip(), text[words[shouted].start() :]
    told = next((at for at, word in enumerate(words) if word[0][0].islower() and word[0] not in _SMALL), 0)
    run = [word[0] for word in words[:told]]
    first = next((at for at, word in enumerate(run) if at and (word.lower() in _OPENERS and word.istitle())), 0)
    person = next((at for at, word in enumerate(run) if at and (_TITLED.fullmatch(word) or word in GIVEN)), 0)
    last = next((at for at in reversed(range(len(run))) if run[at] not in _SMALL), 0)
    at = first or person or last
    said = " ".join(word[0] for word in words[told : told + 5])
    if at < 1 or run[at - 1] in _SMALL or not _TOLD.search(said):
        return "", ""
    return text[: words[at].start()].strip(), text[words[at].start() :]
