"""Other meetings a paper speaks of: which body, what day, and whether the words show that it was held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.decided.action_table import log_rows
from leadnet.documents.model import Body, Line, Reference, Source
from leadnet.documents.outlines.flow import Flow, flows
from leadnet.documents.outlines.headings import item_heading, plain_heading
from leadnet.documents.words.dates import RANGE, TIME, Day, days, without
from leadnet.documents.words.vocabulary import BODY_WORD, word_set
from leadnet.study.bodies import plain

_MEETING = re.compile(r"\b(?:meetings?|met|meets?|AGM)\b", re.IGNORECASE)
_AFTER = re.compile(r"^\s*(?:[A-Z][\w'’-]*\s+){0,4}meeting\b")
_LINKING = word_set("""
    of the held on at was were would will be is are to and for in which next one its our their scheduled dated
    planned arranged took take takes place again this that a an two three four from commencing starting due also
    both being as follows am pm noon hrs hours s
""")
_CAPITAL = r"(?<!\w)[A-Z][\w&]{0,30}(?:['’]s?)?(?:-[A-Za-z]{1,30}){0,3}"
_SHORT = r"(?:\s*\([A-Z][A-Za-z&]+\))?"
_PHRASE = rf"{_CAPITAL}(?:\s+(?:(?:of|for|and|&)\s+(?:the\s+)?)?{_CAPITAL}){{0,9}}{_SHORT}"
_OF = re.compile(rf"\s+(?:of|for)\s+(?:(?:the|this|a|our|its)\s+)?(?P<body>{_PHRASE})")
_OF_SMALL = re.compile(r"\s+(?:of|for)\s+(?:(?:the|this|our)\s+)?(?P<word>[a-z]\w+)")
_RUN = re.compile(rf"(?P<body>{_PHRASE})\s+$")
_BODY_LIKE = re.compile(rf"\b(?:{_CAPITAL}\s+){{0,6}}{BODY_WORD}\b{_SHORT}|\b[A-Z]{{3,8}}\b")
_BODY_END = re.compile(rf"(?:\b{BODY_WORD}|\b[A-Z]{{3,8}}){_SHORT}$")
_ADJECTIVE = re.compile(r"^(?:The|A|An|At|In|On|When|Since|From|Next|Last|Previous|Special|Extraordinary|"
                        r"Annual General|Quarterly|Inaugural|First|Monthly|"
                        r"Further|Date|Dates|Future|Notes|Minutes|Of|of|the|This|That|Our|Its|Any|All|Regular|Joint|"
                        r"Additional)\s+", re.IGNORECASE)  # fmt: skip
_GENERIC = re.compile(
    r"^(?:the\s+)?(?:board|group|partnership|meeting|team|forum|committee|panel|executive|network|alliance)$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:would|will|shall|to)\s+(?:now\s+|next\s+)?be\b|\b(?:cancelled|postponed|next|future|forthcoming|scheduled|planned|proposed)\b",
    re.I,
)
_HELD = re.compile(
    r"\b(?:held|met|was|were|had|took|agreed|notes|minutes|gave|discussed|last|previous)\b", re.IGNORECASE
)
_FOLLOWS = re.compile(
    rf"(?P<body>{_PHRASE})\s+meeting\s*(?:\([^()]*\))?,?\s*(?:which|that)?\s*(?:would|will|is\s+to|was\s+to)\s+(?:immediately\s+)?follow\b"
    r"(?:\s+(?:on\s+from\s+)?(?:this|the\s+(?:current|present))\b)"
)
_FUTURE = re.compile(
    r"\b(?:next|future|forthcoming)\s+(?:(?:\w+\s+)?meetings?|AGM)\b|\bmeeting dates\b|"
    r"\bdates? of (?:the )?meetings?\b|"
    r"\bdates for (?:the )?(?:20\d\d|year|meetings)\b|"
    r"\bDO?NM\b",
    re.IGNORECASE,
)
_DATE_OF = re.compile(r"\bdates? of(?: the)?(?: next| future)?$", re.IGNORECASE)  # "AFP12 Date of Next", of a title
_LABEL = re.compile(r"^meetings?\s*:", re.IGNORECASE)  # "Meeting: Cabinet, 4 April": a title, no later meeting
_MODAL = re.compile(r"\s+(?:(?:would|will|shall|should|to|is|due|next|then|also)\s+)+$")
# "(moved from 7 July)", "papers by 1 July": days beside a meeting's that are not one
_NOT_MEETING = re.compile(r"\b(?:from|instead of|rather than|not|by|before|deadline|papers?)\s*:?\s*$", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b(?!\s*[-/])")
_HEADING_LENGTH, _LIST_LENGTH = 80, 8
_NEAR = 300  # letters around a day in which the words that belong to it stand


@dataclass(frozen=True)
class Here:
    """The paper in hand: its body and day, against which "its next meeting" and days without a year are read."""

    body: Body
    date: str = ""

    @property
    def year(self) -> int | None:
        """The year of the paper."""
        return int(self.date[:4]) if self.date else None

    def own(self, name: str) -> bool:
        """Whether a printed name means the paper's own body.

        >>> Here(Body("Kent Leaders' Forum", "KLF")).own("the Forum"), Here(Body("Kent Leaders' Forum")).own("Cabinet")
        (True, False)
        """
        said, known = plain(re.sub(r"\([^)]*\)", "", name)), plain(self.body.name)
        if not said or said in (known, plain(self.body.short) or known):
            return True
        inside = " " in said and (f" {said} " in f" {known} " or (known and f" {known} " in f" {said} "))
        return bool(inside or _GENERIC.match(said))


def references(lines: Sequence[Line], here: Here) -> list[Reference]:
    """Every other meeting the lines speak of, once for each time they do, in the order they stand."""
    found = [reference for flow in flows(lines) for reference in _in_flow(flow, here)]
    spoken = {(reference.source.first, reference.date) for reference in found}
    found += [later for later in _listed(lines, here) if (later.source.first, later.date) not in spoken]
    return sorted(found, key=lambda reference: reference.source.first)


def once_each(found: Iterable[Reference]) -> tuple[Reference, ...]:
    """One reference a meeting: the first that shows it held, else the first."""
    best: dict[tuple[str, str], Reference] = {}
    for reference in found:
        key = ("" if reference.own else plain(reference.body), reference.date)
        kept = best.get(key)
        if not kept or (kept.known_by, reference.known_by) == ("announced", "later paper"):
            best[key] = reference
        if kept and reference.year_printed and not kept.year_printed:
            best[key] = replace(best[key], year_printed=True)
    return tuple(best.values())


def _in_flow(flow: Flow, here: Here) -> Iterator[Reference]:
    for start, end in flow.sentences():
        text = flow.text[start:end]
        for match in _FOLLOWS.finditer(text) if "follow" in text else ():
            name = _ADJECTIVE.sub("", match["body"])
            source = flow.source(start + match.start(), start + match.end("body"))
            if here.date and not here.own(name):
                yield Reference(source, name, False, here.date, "announced", f"{name} meeting")
        for day in days(text, here.year):
            moved = _NOT_MEETING.search(text[max(0, day.start - 30) : day.start])
            if not moved and (reference := _on_day(flow, start, text, day, here)):
                yield reference


def _on_day(flow: Flow, start: int, text: str, day: Day, here: Here) -> Reference | None:
    """The meeting a day belongs to: the word stands before it with only linking words between, or right behind it."""
    anchor = next(
        (
            match
            for match in reversed(list(_MEETING.finditer(text, max(0, day.start - _NEAR), day.start)))
            if _linked(text[match.end() : day.start])
        ),
        None,
    )
    behind = _AFTER.match(text[day.end : day.end + _NEAR])
    if not day.iso or not (anchor or behind):
        return None
    before = text[max(0, day.start - _NEAR) : day.start]
    name = _body(text, anchor, here) if anchor else _run_before(before) or _between(behind[0])
    if name is None:
        return None
    begin, stop = (anchor.start(), day.end) if anchor else (day.start, day.end + behind.end())
    around = text[max(0, begin - 16) : stop] if anchor else text[max(0, begin - 30) : stop]  # "minutes of the meeting"
    return _reference(
        flow.source(start + begin, start + stop), name, day, text[begin:stop], around + text[stop : stop + 25], here
    )


def _reference(source: Source, name: str, day: Day, printed: str, around: str, here: Here) -> Reference | None:
    """The reference; None for the paper's own meeting."""
    own = here.own(name)
    if own and _LABEL.match(printed) and not _FUTURE.search(around):
        return None
    iso = _ahead(day, around, here)
    if own and iso == here.date:
        return None
    past = iso < here.date if here.date else bool(_HELD.search(around))
    held = not here.date and re.search(
        r"(?<!be )held (?:on )?(?:\w+day,? )?$", " ".join(printed.split()).removesuffix(day.printed)
    )
    known_by = "later paper" if held or past and not _PLANNED.search(around) else "announced"
    return Reference(
        source, here.body.name if own else name, own, iso, known_by, " ".join(printed.split()), day.year_printed
    )


def _ahead(day: Day, around: str, here: Here) -> str:
    """A planned day without a year is never before the paper's own."""
    if day.year_printed or not here.date or day.iso >= here.date or not _PLANNED.search(around):
        return day.iso
    return next((later.iso for later in days(day.printed, int(here.date[:4]) + 1)), day.iso)


def _linked(gap: str) -> bool:
    """Whether nothing but linking words, names, times and other days stands between "meeting" and the day."""
    if len(gap) > 150 or re.search(r"[;?!]", gap):
        return False
    words = re.findall(r"[A-Za-z][\w'’]*", TIME.sub(" ", RANGE.sub(" ", without(gap, days(gap, 2000)))))
    return all(word.lower() in _LINKING or word[0].isupper() for word in words)


def _body(text: str, anchor: re.Match[str], here: Here) -> str | None:
    """The body behind or before the word "meeting"; "" for the paper's own; None for one that is not named."""
    after, before = text[anchor.end() : anchor.end() + _NEAR], text[max(0, anchor.start() - _NEAR) : anchor.start()]
    if anchor[0].lower().startswith("meeting"):
        if match := _OF.match(after):
            return _ADJECTIVE.sub("", match["body"])
        if (small := _OF_SMALL.match(after)) and not _GENERIC.match(small["word"]):
            return None
        return (
            _last_named(before)
            if re.search(r"\b(?:its|their)\s+(?:next\s+|last\s+|previous\s+)?$", before)
            else _run_before(before)
        )
    before = _MODAL.sub(" ", before)
    if re.search(r"\b(?:it|they)\s+(?:next\s+|last\s+)?$", before):
        return _last_named(before)
    name = _run_before(before)
    return (
        name
        if name and _BODY_END.search(name)
        else ("" if re.search(r"\b(?:group|board|we)\s+$", before, re.I) else None)
    )


def _run_before(before: str) -> str:
    """The capitalised name that ends here ("at a Kent Leaders' Forum "), without the words that only open it."""
    match = _RUN.search(before[-160:].rstrip() + " ")
    name = match["body"] if match else ""
    while (shorter := _ADJECTIVE.sub("", f"{name} ").strip()) != name:
        name = shorter
    return re.sub(r"['’]s?$", "", name) if not (days(name, 2000) or _DATE_OF.search(name)) else ""


def _between(text: str) -> str:
    return _run_before(re.sub(r"\s*meeting$", "", text).strip())


def _last_named(before: str) -> str:
    """The body named last before "its meeting"; the paper's own where none is."""
    names = [match[0] for match in _BODY_LIKE.finditer(before)]
    return _ADJECTIVE.sub("", names[-1]) if names else ""


def _listed(lines: Sequence[Line], here: Here) -> Iterator[Reference]:
    """Days that stand under a heading such as "Dates of future meetings"."""
    left, year, logged = 0, None, log_rows(lines)
    for line in lines:
        text = line.text.strip()
        if _FUTURE.search(text) and len(text) < _HEADING_LENGTH:
            left = _LIST_LENGTH
            year = _YEAR.search(text)
        elif item_heading(text) or plain_heading(text) or line.number in logged:
            left = 0
        if left and text:
            left -= 1
            headed = f"{year[0]}: " if year else ""
            for day in days(headed + text, here.year):
                iso = _ahead(day, "next", here)
                if iso > here.date and not _NOT_MEETING.search(text[: max(0, day.start - len(headed))]):
                    source = Source.of([line])
                    yield Reference(source, here.body.name, True, iso, "announced", day.printed, day.year_printed)
