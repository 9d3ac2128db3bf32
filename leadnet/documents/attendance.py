"""Who was there: the entries of every attendance list, and the apologies a sentence reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.entries import Cells, Heading, attendee
from leadnet.documents.flow import Flow, flows
from leadnet.documents.headings import APOLOGIES, VERB, list_heading
from leadnet.documents.layouts import read_list, run_on
from leadnet.documents.layouts.entry_lines import begins_with_name
from leadnet.documents.layouts.rows import RULE
from leadnet.documents.model import Attendee, Line, Problem, Source
from leadnet.documents.names import person
from leadnet.documents.outline import Listed, Outline, Section
from leadnet.documents.posts import is_organisation, seat
from leadnet.documents.spelt_out import key_of, spelt_out, with_key, with_names
from leadnet.documents.standing_in import with_told
from leadnet.documents.told import told_in

_NOBODY = re.compile(
    r"^\W*(?:(?:none|nil|no apologies|no-one|n/a|there were (?:none|no)|no one|nobody|not applicable|as "
    r"(?:listed|noted|above)|"
    r"no members of the public)\b|(?:received|noted)?\W*$)",
    re.IGNORECASE,
)
_VACANT = re.compile(r"\b(?:vacan(?:t|cy)|tbc|tba|to be (?:confirmed|appointed|advised))\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"^\W*(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|about|approximately|a number of)\b", re.I
)
_APOLOGIES_ITEM = re.compile(r"\b(?:apolog(?:y|ies)|absence)\b", re.IGNORECASE)
_SENT = re.compile(
    r"^(?P<names>[A-Z][^.:]{3,400}?)\s+(?:had |have |has |also |both |each )*(?:sent|gave|given|tendered|"
    r"submitted|offered|"
    r"apologised)(?: (?:his|her|their))?(?: apologies)?\b",
)
_LABEL = re.compile(
    r"^\W*(?:minutes|decision|action|actions|discussion|resolved|noted|apologies(?: for absence)?)\W*$|^To "
    r"(?:receive|note|accept)\b",
    re.I,
)
_COUNCILLORS = re.compile(r"(?:(?:County|District|Borough|City|Town|Parish) )?(?:Councillors|Cllrs)$")
_STAR = re.compile(
    r"^\W*\*+\s*(?:=|denotes?|indicates?|[-–:]|shows?)?\s*(?P<said>present|apologies|absent|absence|attended|"
    r"not present|apologies received|attendance)\b",
    re.I,
)
_MOST_LETTERS = 30_000  # of all attendance lists of a paper: some four hundred people
_CAME_INSTEAD = re.compile(
    r"^[^()]{3,60}?\s(?:substituted|deputi[sz]ed|stood in|attended|was (?:present|in attendance|attending))\b"
)
_REGULAR = 4  # entries with a known organisation that show what the rest of a list are
_DO = "look at the line; if somebody is named there, add the row in corrections.csv"


@dataclass(frozen=True)
class Attendance:
    """The entries, the lines they take up (headings apart), and what in a list could not be read."""

    entries: tuple[Attendee, ...]
    lines: frozenset[int]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Entry:
    cells: Cells
    heading: Heading


def read_attendance(found: Outline) -> Attendance:
    """Everyone an outline's lists and apologies name, in the order printed."""
    lists, problems = _readable(found.lists)
    printed = [entry for listed in lists for entry in _entries(listed)]
    printed += [_Entry(*entry) for section in found.items for entry in _apologies_of(section)]
    keys = {short: name for line in _all_lines(found) for short, name in key_of(line.text).items()}
    printed = [replace(entry, cells=with_key(entry.cells, keys)) for entry in printed] if keys else printed
    first = [attendee(entry.cells, entry.heading) for entry in printed]
    known = frozenset(name.lower() for who in first if who and who.sure for name in who.organisations)
    entries = [attendee(entry.cells, entry.heading, known) for entry in printed]
    problems += [_unread(entry) for entry, who in zip(printed, entries, strict=True) if not who]
    guessed = frozenset(who.source for entry, who in zip(printed, entries, strict=True) if who and not entry.cells.sure)
    people = _regular(_chair_once([who for who in entries if who]), guessed)
    people = with_names(people, spelt_out(_all_lines(found), people))
    people = with_told(people, list(told_in(_told_lines(found))), found.items)
    problems += [_unsure(who) for who in people if not who.sure]
    taken = {line.number for listed in found.lists for line in listed.lines if line.text.strip()}
    taken |= {who.source.first for who in people}
    return Attendance(tuple(sorted(people, key=lambda who: who.source.first)), frozenset(taken), tuple(problems))


def _readable(lists: Sequence[Listed]) -> tuple[list[Listed], list[Problem]]:
    """The lists as far as a list can go; where one is as long as a book, a problem says where reading stopped."""
    kept, letters = [], 0
    for listed in lists:
        for place, line in enumerate(listed.lines):
            letters += len(line.text)
            if letters > _MOST_LETTERS:
                what = f"the attendance lists hold more than {_MOST_LETTERS:,} letters; from here they are not read"
                return [*kept, replace(listed, lines=listed.lines[:place])], [Problem(str(line.number), what, _DO)]
        kept.append(listed)
    return kept, []


def _all_lines(found: Outline) -> list[Line]:
    lines = [line for listed in found.lists for line in listed.lines]
    return [*found.head, *lines, *(line for section in found.items for line in section.lines)]


def _told_lines(found: Outline) -> list[Line]:
    """The lines that may tell of the chair and of substitutes: all but asides, a blank between the parts."""
    parts = [found.head, *(listed.lines for listed in found.lists), *(section.lines for section in found.items)]
    return [line for part in parts for line in (*part, Line(0, None, ""))]


def _entries(listed: Listed) -> Iterator[_Entry]:
    """The entries of one list; a line that says "none" is none, and one that explains a star is no entry."""
    lines = [line for line in listed.lines if not _NOBODY.match(line.text) and not RULE.match(line.text)]
    starred = next((match for match in (_STAR.match(line.text) for line in lines) if match), None)
    lines = [line for line in lines if not _STAR.match(line.text) and not key_of(line.text)]
    if listed.heading.status == "apologies":
        lines = list(_first_sentence(lines))
    for place, cells in enumerate(entry for entry in read_list(lines) if not _is_stand_in(entry)):
        cells = _titled(cells) if _COUNCILLORS.match(listed.heading.printed) else cells
        heading = replace(listed.heading, chair=listed.heading.chair and place == 0)
        if starred:
            cells, heading = _by_star(cells, heading, _starred(starred["said"]))
        yield _Entry(cells, heading)


def _by_star(cells: Cells, heading: Heading, said: str) -> tuple[Cells, Heading]:
    """Those with a star are what it means; where it means present, those without were not, as far as the list says."""
    if "*" in " ".join(line.text for line in cells.lines):
        return cells, replace(heading, status=said)
    away = said == "present"
    return (replace(cells, sure=False), replace(heading, status="absent")) if away else (cells, heading)


def _titled(cells: Cells) -> Cells:
    """ "Councillors: Ann Lee, Joe Dale" as "Councillors Ann Lee and Joe Dale" would be."""
    title, _ = person(cells.cells[0])
    plain = title in ("", "Mrs", "Ms", "Miss") and begins_with_name(cells.cells[0])
    return replace(cells, cells=(f"Councillor {cells.cells[0]}", *cells.cells[1:])) if plain else cells


def _starred(said: str) -> str:
    if said.lower().startswith(("present", "attend")):
        return "present"
    return "apologies" if said.lower().startswith("apolog") else "absent"


def _first_sentence(lines: Sequence[Line]) -> Iterator[Line]:
    """Apologies up to the full stop: what follows it on the line is text."""
    for line in lines:
        ends = [end for _, end in Flow.of([line]).sentences()]
        prose = len(ends) > 1 and VERB.search(line.text.strip()[ends[0] :])
        yield replace(line, text=line.text.strip()[: ends[0]]) if prose else line


def _apologies_of(section: Section) -> Iterator[tuple[Cells, Heading]]:
    """Apologies in the text of an item; in an item about apologies also its lines that open with a name."""
    about = bool(_APOLOGIES_ITEM.search(section.title))
    lines = [line for line in section.lines if not (about and _LABEL.match(line.text))]
    heading, below = Heading(section.title or "Apologies", "unknown", "apologies"), about
    for flow in flows(lines):
        told = list(_of_sentences(flow, about))
        yield from told
        if told or not (below or flow.text.startswith("Apolog")):
            continue
        listed = [_without_heading(line) for line in flow.lines]
        opens = sum(begins_with_name(line.text) for line in listed)
        if 2 * opens > len(listed) and not any(map(_is_sentence, listed)) and not _NOBODY.match(flow.text):
            yield from ((entry, heading) for entry in read_list(listed))
        else:
            below = flow.text.rstrip().endswith((":", "from"))


def _without_heading(line: Line) -> Line:
    """ "Co-optees Ann Lee, Kent Police" among apologies: the line without the words that head it."""
    opened = list_heading(line.text)
    return replace(line, text=opened[1]) if opened and opened[1] else line


def _is_sentence(line: Line) -> bool:
    return line.text.rstrip().endswith(".") and bool(VERB.search(line.text))


def _is_stand_in(entry: Cells) -> bool:
    """ "Ann Lee attended in his place" among apologies: she was there, and told.py says for whom."""
    return bool(_CAME_INSTEAD.match(entry.cells[0])) and begins_with_name(" ".join(entry.cells[0].split()[:2]))


def _of_sentences(flow: Flow, about: bool) -> Iterator[tuple[Cells, Heading]]:
    for start, end in flow.sentences():
        text = flow.text[start:end]
        sentence = APOLOGIES.match(text)
        sent = _SENT.match(text) if about or "apolog" in text.lower() else None
        if sentence and not _NOBODY.match(text[sentence.end() :]):
            heading = Heading(sentence["heading"], "unknown", "apologies")
            yield from ((entry, heading) for entry in _within(flow, start + sentence.end(), end))
        elif sent and begins_with_name(re.split(r",|\band\b", sent["names"])[0]):
            heading = Heading("apologies", "unknown", "apologies")
            yield from ((entry, heading) for entry in _within(flow, start, start + sent.end("names")))


def _within(flow: Flow, start: int, end: int) -> Iterator[Cells]:
    """The people named between two places of a flow."""
    people = run_on.people(replace(flow, text=flow.text[:end]), start)
    yield from (entry for entry in people if not _is_stand_in(entry))


def _chair_once(people: Sequence[Attendee]) -> list[Attendee]:
    """Somebody under "Chair:" who stands in a list as well is one entry, the list's, with the chair marked."""
    listed = {who.person for who in people if not _only_chair(who)}
    chairs = {who.person for who in people if who.chair}
    return [
        replace(who, chair=who.chair or (who.person in chairs and who.status == "present"))
        for who in people
        if not (_only_chair(who) and who.person in listed)
    ]


def _only_chair(who: Attendee) -> bool:
    return who.chair and "chair" in who.heading.lower()


def _regular(people: Sequence[Attendee], guessed: frozenset[Source]) -> list[Attendee]:
    """Where most of a list are a name and one known organisation, the word that stands there for others is one too.

    What a layout had to guess stays unsure.
    """
    found = list(people)
    for heading in dict.fromkeys(who.heading for who in people):
        under = [(place, who) for place, who in enumerate(people) if who.heading == heading]
        places = [place for place, who in under if len(who.organisations) == 1 and who.source not in guessed]
        plain = [place for place in places if not people[place].role]
        known = [place for place in plain if is_organisation(people[place].organisations[0])]
        if len(known) >= _REGULAR and 2 * len(known) > len(plain):
            for place in plain:
                if seat(people[place].organisations).organisations == people[place].organisations:
                    found[place] = replace(people[place], sure=True)
    return found


def _unread(entry: _Entry) -> Problem:
    source = Source.of(entry.cells.lines)
    said = " ".join(" ".join(entry.cells.cells).split())[:80]
    if _VACANT.search(said):
        return Problem(source.line, f'"{said}" is a seat that nobody holds', "nothing, unless somebody sat there")
    if _COUNTED.match(said):
        return Problem(source.line, f'"{said}" counts people without naming them', "nothing, unless they are known")
    headed = f'the list headed "{entry.heading.printed}"' if entry.heading.printed else "a list without a heading"
    return Problem(source.line, f'"{said}" in {headed} begins with no person\'s name', _DO)


def _unsure(who: Attendee) -> Problem:
    named = ", ".join(who.organisations) or "nothing"
    return Problem(
        who.source.line,
        f'post and organisation of {who.printed} could not be told apart for certain (organisation read: "{named}")',
        "look at the line; put it right in corrections.csv if the organisation is another",
    )
