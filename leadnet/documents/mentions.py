"""Names and references as printed: persons and organisations of the lists and of running text, minutes, meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from leadnet.documents.model import Attendee, Line, ListedSeat, Mention, Reference
from leadnet.documents.organisations_in_text import organisations_in_text
from leadnet.documents.outlines.flow import flows
from leadnet.documents.words.names import WORD, person
from leadnet.documents.words.vocabulary import GIVEN, NOT_IN_NAMES, PLACE_END, TITLES

_INITIAL = r"(?:[A-Z]\.?(?![\w'’]))"
_RUN = re.compile(rf"(?<![\w@.])(?:{WORD}|{_INITIAL})(?:\s+(?:{WORD}|{_INITIAL}))+")
_TITLED = re.compile(
    rf"(?<![\w])(?P<title>{TITLES}(?:\s+{TITLES})?)\s+(?P<name>(?:(?:{WORD}|{_INITIAL})\s+){{0,3}}{WORD})"
)
_LETTERED = re.compile(
    r"\b(?:appendix|annex|section|category|block|zone|plan|option|phase|part|schedule|grade|type|class|item|group|table|box|room|lot)\s+$",
    re.I,
)
_SPEAKS = re.compile(
    r"^\s+(?:also\s+|then\s+|briefly\s+|further\s+|had\s+|has\s+|recently\s+|\w+ly\s+)*(?:said|says|reported|reports|informed|introduced|provided|gave|"
    r"presented|outlined|explained|advised|asked|agreed|added|drew|draw|responded|indicated|suggested|suggests|updated|thanked|confirmed|"
    r"highlighted|stated|commented|queried|raised|welcomed|told|elaborated|expanded|pointed|recognised|spoken|written|attended|led|spoke|"
    r"replied|described|summarised|undertook|offered|proposed|seconded|declared|chaired|circulated|wrote|felt|noted|tabled|left|joined|"
    r"arrived|apologised|reminded|requested|observed|considered|mentioned|invited|talked|went)\b"
)
_CALLED = re.compile(
    r"(?:\b(?:contact(?: officer| name| person)?|report author|author|officer|lead officer|presented by|"
    r"prepared by|enquiries to|chair(?:man)?|"
    r"presenter|minutes by|notes by)\s*:\s*|\bsay[s]?\s+|\bsaid\s+|\b(?:representing|on behalf of|deputising for)\s+)$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:[Mm]inutes?|[Ii]tems?|[Pp]aragraphs?|[Pp]aras?\.?|[Ss]ections?)\s+(?:[Nn]os?\.?\s+)?\d+(?:\.\d+)?(?:\s*(?:-|–|to|and)\s*\d+(?:\.\d+)?)?"
    r"(?:\s+of\s+the\s+(?:report|minutes|agenda|notes))?|\b(?:Appendix|Annex|Appendices)\s+(?:[A-Z]|\d+)\b"
)


def mentions(
    lines: Sequence[Line],
    attendance: Sequence[Attendee],
    met: Iterable[Reference],
    own: frozenset[str],
    more: Iterable[Mention] = (),
) -> tuple[Mention, ...]:
    """Every name and reference of a paper at its line; `lines` are those outside the attendance lists, `own` the names
    of the paper's own body, which is no organisation, and `more` what other lists of the paper named."""
    found = list(_of_lists(attendance))
    people = frozenset(entry.person for entry in attendance) | frozenset(entry.on_behalf_of for entry in attendance) - {
        ""
    }
    bodies = frozenset(re.sub(r"^The ", "", name) for entry in attendance for name in entry.organisations)
    for flow in flows(lines):
        found += [
            Mention(flow.source(at, at + len(name)).line, "person", name) for at, name in persons_in(flow.text, people)
        ]
        found += [
            Mention(flow.source(at, at + len(name)).line, "organisation", name)
            for at, name in organisations_in_text(flow.text, bodies, own)
        ]
        found += [
            Mention(flow.source(*match.span()).line, "reference", match[0]) for match in _REFERENCE.finditer(flow.text)
        ]
    found += [*(Mention(reference.source.line, "meeting", reference.printed) for reference in met), *more]
    return tuple(sorted(dict.fromkeys(found), key=lambda mention: int(mention.line.split("-")[0])))


def _of_lists(attendance: Sequence[Attendee]) -> Iterator[Mention]:
    """Person, person replaced and organisations of each entry, at its line."""
    for entry in attendance:
        yield Mention(entry.source.line, "person", entry.person)
        if entry.on_behalf_of:
            yield Mention(entry.source.line, "person", entry.on_behalf_of)
        for name in entry.organisations:
            yield Mention(entry.source.line, "organisation", name)


def of_seats(seats: Iterable[ListedSeat]) -> Iterator[Mention]:
    """Person and organisations of each seat a list prints, at its line."""
    for seat in seats:
        if seat.person:
            yield Mention(seat.source.line, "person", seat.person)
        for name in seat.organisations:
            yield Mention(seat.source.line, "organisation", name)


def persons_in(text: str, known: frozenset[str] = frozenset()) -> list[tuple[int, str]]:
    """Persons named in running text, with where each stands: generous, since names are masked by what is found here.

    >>> persons_in("Mr Hill thanked Donna Clarke at County Hall and the Waste Alliance.")
    [(0, 'Mr Hill'), (16, 'Donna Clarke')]
    """
    found: dict[int, str] = {}
    taken: list[tuple[int, int]] = []
    for at, name in (*_titled(text), *_known(text, known), *_in_runs(text)):
        if not any(at < end and start < at + len(name) for start, end in taken):
            found[at] = name
            taken.append((at, at + len(name)))
    return sorted(found.items())


def _titled(text: str) -> Iterator[tuple[int, str]]:
    """A title and a name; the title is kept only before a bare surname."""
    for match in _TITLED.finditer(text):
        words: list[str] = []
        for word in match["name"].split():
            if word.lower().strip(".") in NOT_IN_NAMES and words:
                break
            words.append(word)
        if words[0].lower() in NOT_IN_NAMES:
            continue
        name = person(" ".join(words))[1]
        full = len(name.split()) > 1
        yield (match.start("name"), name) if full else (match.start(), f"{match['title']} {name}")


def _known(text: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    for name in sorted(known, key=lambda name: (-len(name), name)):  # of two at one place the longer
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield match.start(), name


def _in_runs(text: str) -> Iterator[tuple[int, str]]:
    """Names in runs of capitalised words: from a given name or initial, before a verb of speaking, after "author:"."""
    for run in _RUN.finditer(text):
        words = [(match.start() + run.start(), match[0]) for match in re.finditer(r"\S+", run[0])]
        opens = next(
            (place for place, (_, word) in enumerate(words) if word in GIVEN or _is_initial(text, words, place)), None
        )
        if opens is not None and (name := _plain_words(words[opens:])):
            yield words[opens][0], name
        elif _SPEAKS.match(text[run.end() : run.end() + 60]) and (name := _plain_words(words[-2:])):
            yield words[-2][0], name
        elif _CALLED.search(text[max(0, run.start() - 40) : run.start()]) and (name := _plain_words(words)):
            yield words[0][0], name


def _is_initial(text: str, words: Sequence[tuple[int, str]], place: int) -> bool:
    """A letter that opens a name: not the article, and not the letter of an appendix or option."""
    at, word = words[place]
    return len(word.strip(".")) == 1 and word not in ("A", "I") and not _LETTERED.search(text[max(0, at - 15) : at])


def _plain_words(words: Sequence[tuple[int, str]]) -> str:
    """Two or three words that belong to no body, place or post; blank where there are not two."""
    kept: list[str] = []
    for place, (_, word) in enumerate(words[:4]):
        bare = re.sub(r"['’]s$", "", word)
        if (
            (place and bare in GIVEN and len(kept) > 1)
            or bare.lower().strip(".") in NOT_IN_NAMES
            or PLACE_END.search(bare)
        ):
            break
        kept.append(bare)
        if bare != word:
            break
    return " ".join(kept[:3]) if len(kept) > 1 and len(kept[-1].strip(".")) > 1 else ""
