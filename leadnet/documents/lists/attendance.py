"""Who was there: the entries of every attendance list, and the apologies a sentence reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.lists.apologies import apologies_of, first_sentence, is_stand_in
from leadnet.documents.lists.body_before import person_first
from leadnet.documents.lists.came_for import came_for, without_told
from leadnet.documents.lists.cells_mended import names_joined, post_behind, posts_apart
from leadnet.documents.lists.entries import Cells, Heading, attendee
from leadnet.documents.lists.grids import halves, with_whole_cells
from leadnet.documents.lists.initialled import Initialled, initialled, without_initials, without_misprints
from leadnet.documents.lists.layouts import as_rows, read_list
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.letter_bodies import bodies_by_letters
from leadnet.documents.lists.list_lines import (
    are_glued,
    below_list,
    beside_apart,
    names_first,
    numbered_apart,
    own_lines,
    tidied,
    unglued,
    unnumbered,
)
from leadnet.documents.lists.list_parts import parts_of
from leadnet.documents.lists.listed_twice import INVITED, chair_once, each_once, one_chair
from leadnet.documents.lists.marks import chair_marked, marks_explained, with_chair, with_status
from leadnet.documents.lists.members_listed import were_there
from leadnet.documents.lists.name_cuts import cut_behind_names
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.lists.seams import seams_opened
from leadnet.documents.lists.side_by_side import side_by_side
from leadnet.documents.lists.spelt_out import bodies_by_posts, key_of, of_council, spelt_out, with_key, with_names
from leadnet.documents.lists.standing_in import told_by, with_told
from leadnet.documents.lists.stars import STAR, by_star, star_key
from leadnet.documents.lists.titled_apart import titled_apart
from leadnet.documents.lists.told import Told, told_in
from leadnet.documents.lists.unread import too_long, unread, unsure
from leadnet.documents.model import Attendee, Line, Problem, Source
from leadnet.documents.outlines.outline import Listed, Outline
from leadnet.documents.outlines.several_days import own_day
from leadnet.documents.words.initials_apart import initials_apart
from leadnet.documents.words.names import is_name, person
from leadnet.documents.words.posts import is_organisation, is_topic, seat
from leadnet.documents.words.surname_first import names_turned
from leadnet.documents.words.vocabulary import GIVEN

_COUNCILLORS = re.compile(r"(?:(?:County|District|Borough|City|Town|Parish) )?(?P<title>Councillor|Cllr)s$")
_MOST_LETTERS = 30_000  # of all attendance lists of a paper: some four hundred people
_INSIDE = re.compile(r"\(([^()]*)\)")
_LOOKED_AT = 1200  # letters of a cell
_MEETS = ("committee", "board", "group", "panel", "partnership", "forum")
_REGULAR = 4  # entries with a known organisation that show what the rest of a list are


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


@dataclass(frozen=True)
class _Ways:
    """How a paper's lists print initials, marks and stars, and whether "(C)" is the chair and posts glued to names."""

    letters: Initialled
    marks: dict[str, str]
    star: str
    glued: bool
    chair: bool


def _ways(lists: Sequence[Listed], head: Sequence[Line]) -> _Ways:
    lines = [line for listed in lists for line in listed.lines]
    texts = [line.text for line in (*head, *(listed.at for listed in lists), *lines)]
    marks, star = marks_explained(texts), star_key(texts)
    letters = initialled(lines)
    glued = are_glued([short for line in lines for short in without_initials([line], letters)])
    return _Ways(letters, marks, star, glued, chair_marked([line.text for line in lines]))


def read_attendance(found: Outline) -> Attendance:
    """Everyone an outline's lists and apologies name, in the order printed."""
    lists, problems = _readable(_lists_of(found))
    ways = _ways(lists, found.head)
    printed = [entry for listed in lists for entry in _entries(listed, ways)]
    printed = _there(printed + [_Entry(*entry) for section in found.items for entry in apologies_of(section)])
    printed = [replace(entry, cells=of_council(entry.cells, _all_lines(found))) for entry in printed]
    keys = {short: name for line in _all_lines(found) for short, name in key_of(line.text).items()}
    printed = [replace(entry, cells=with_key(entry.cells, keys)) for entry in printed] if keys else printed
    first = [attendee(entry.cells, entry.heading) for entry in printed]
    known = frozenset(name.lower() for who in first if who and _told(who, first) for name in who.organisations)
    there = [who for who in first if who]
    known, shape = known | bodies_by_posts(there), _bodies_last(there)
    entries = [attendee(entry.cells, entry.heading, known, shape) for entry in printed]
    problems += [unread(entry.cells, entry.heading) for entry, who in zip(printed, entries, strict=True) if not who]
    guessed = frozenset(who.source for entry, who in zip(printed, entries, strict=True) if who and not entry.cells.sure)
    people = _regular(one_chair(chair_once([who for who in entries if who])), guessed)
    people = with_names(people, spelt_out(_all_lines(found), people))
    people = bodies_by_letters(without_misprints(people))
    told = [*_came(printed, entries), *told_in(_told_lines(found))]
    people = with_told(people, told, found.head)
    people = each_once([*people, *came_for(_told_lines(found), people)])
    problems += [unsure(who) for who in people if not who.sure]
    taken = {line.number for listed in found.lists for line in listed.lines if line.text.strip()}
    taken |= {who.source.first for who in people}
    return Attendance(tuple(sorted(people, key=lambda who: who.source.first)), frozenset(taken), tuple(problems))


def _there(printed: Sequence[_Entry]) -> list[_Entry]:
    """Those who were there by what the others of a list under "Apologies" say are present, as far as it says."""
    there = were_there([(entry.heading, " ".join(entry.cells.cells)) for entry in printed])
    return [
        replace(entry, cells=replace(entry.cells, sure=False), heading=replace(entry.heading, status="present"))
        if so
        else entry
        for entry, so in zip(printed, there, strict=True)
    ]


def _told(who: Attendee, among: Sequence[Attendee | None]) -> bool:
    """Whether an entry shows what its organisation is: it is sure, or another entry has that with more beside it."""
    if who.sure or len(who.organisations) != 1 or who.role or is_topic(who.organisations[0]):
        return who.sure
    body = who.organisations[0]
    return not is_name(body) and any(each and f"{body}, " in each.source.text for each in among)


def _lists_of(found: Outline) -> list[Listed]:
    """The lists of a paper, those side by side in a table or under a heading for one person apart."""
    titles = [line for section in found.items for line in section.at]
    lists = [own_day(listed, found.head) for listed in found.lists]
    return _invited(parts_of([each for listed in lists for each in side_by_side(listed)], titles, found.head))


def _came(printed: Sequence[_Entry], entries: Sequence[Attendee | None]) -> Iterator[Told]:
    """Who the remarks of an entry say came for its person: "Joe Dale, Kent CVS (Ann Lee attended in his place)"."""
    for entry, who in zip(printed, entries, strict=True):
        for cell in entry.cells.cells if who else ():
            said = remarks(cell[:_LOOKED_AT])
            if said.came and (is_name(said.came) or said.came in GIVEN):
                together = next((inside for inside in _INSIDE.findall(cell) if said.came in inside), "")
                yield told_by(Source.of(entry.cells.lines), said.came, who.person, together)


def _bodies_last(people: Sequence[Attendee]) -> bool:
    """Whether most entries with a post and an organisation end in the organisation."""
    both = [who for who in people if who.role and who.organisations]
    last = sum(who.source.text.rstrip(" .)|").endswith(who.organisations[-1]) for who in both)
    return len(both) >= _REGULAR and last > 0.6 * len(both)


def _readable(lists: Sequence[Listed]) -> tuple[list[Listed], list[Problem]]:
    """The lists as far as a list can go; where one is as long as a book, a problem says where reading stopped."""
    kept, letters = [], 0
    for listed in lists:
        for place, line in enumerate(listed.lines):
            letters += len(line.text)
            if letters > _MOST_LETTERS:
                return [*kept, replace(listed, lines=listed.lines[:place])], [too_long(line, _MOST_LETTERS)]
        kept.append(listed)
    return kept, []


def _invited(lists: Sequence[Listed]) -> list[Listed]:
    """ "Invited" heads those present where no other list does."""
    if any(listed.heading.status == "present" for listed in lists):
        return list(lists)
    there = {"part": "member", "status": "present"}
    return [
        replace(each, heading=replace(each.heading, **there))
        if INVITED.match(each.heading.printed) and each.heading.status == "in_attendance"
        else each
        for each in lists
    ]


def _all_lines(found: Outline) -> list[Line]:
    lines = [line for listed in found.lists for line in listed.lines]
    return [*found.head, *lines, *(line for section in found.items for line in section.lines), *found.asides]


def _told_lines(found: Outline) -> list[Line]:
    """The lines that may tell of the chair and of substitutes: all but asides, a blank between the parts."""
    lists = ([each.at if each.at.number == line.number else line for line in each.lines] for each in found.lists)
    parts = [found.head, *lists, *(section.lines for section in found.items)]
    return [line for part in parts for line in (*part, Line(0, None, ""))]


def _entries(listed: Listed, ways: _Ways) -> Iterator[_Entry]:
    """The entries of one list; a line that says "none" is none, and one that explains a star is no entry."""
    lines = own_lines(listed.lines, ways.marks)
    starred = ways.star and any("*" in line.text for line in lines)
    lines = [line for line in lines if not STAR.match(line.text) and not key_of(line.text)]
    for line, (heading, name) in [(line, said) for line in lines if (said := below_list(line))]:
        lines.remove(line)
        yield _Entry(Cells((line,), (name,)), heading)
    if away := listed.heading.status == "apologies":
        lines = list(first_sentence(lines))
    entries = [entry for entry in _read(list(without_told(lines)), ways) if not is_stand_in(entry, away)]
    shared = _COUNCILLORS.match(listed.heading.printed)
    for place, cells in enumerate(_without_own_heading(entries)):
        cells = _titled(cells, shared["title"]) if shared else cells
        heading = replace(listed.heading, chair=listed.heading.chair and place == 0)
        if starred:
            cells, heading = by_star(cells, heading, ways.star)
        yield _Entry(cells, heading)


def _without_own_heading(entries: Sequence[Cells]) -> list[Cells]:
    """ "Partnership Committee" over a whole list is the meeting, and nobody's organisation."""
    heads = {entry.under for entry in entries if entry.under}
    own = len(heads) == 1 and all(is_topic(head) and head.split()[-1].lower() in _MEETS for head in heads)
    return [replace(entry, under="") for entry in entries] if own else list(entries)


def _read(lines: Sequence[Line], ways: _Ways) -> Iterator[Cells]:
    """The entries of a list read without persons' initials and with marks in words, each at its lines as printed."""
    whole = with_whole_cells([part for line in lines for part in numbered_apart(line)])
    lines = beside_apart(names_joined(posts_apart(halves([line for line, _ in whole]))))
    two = {row.number: both for row, both in whole if len(both) > 1}
    of = dict(whole) | {line: two[line.number] for line in lines if line.number in two}
    plain = [replace(line, text=_tidied(line.text, ways)) for line in unnumbered(lines)]
    plain = names_first(names_turned(seams_opened(plain)))
    plain = [replace(line, text=person_first(line.text)) for line in plain]
    rows = cut_behind_names(as_rows(plain))
    printed = {}
    for line, row in zip(lines, rows, strict=True):
        for short in without_initials(with_status(row, ways.marks, rows) if ways.marks else [row], ways.letters):
            printed[unglued(short) if ways.glued else short] = line
    for entry in read_list(list(printed)):
        at = [printed.get(line, line) for line in entry.lines]
        yield replace(entry, lines=tuple(part for line in at for part in of.get(line, (line,))))


def _tidied(text: str, ways: _Ways) -> str:
    return post_behind(tidied(initials_apart(with_chair(text) if ways.chair else titled_apart(text))))


def _titled(cells: Cells, shared: str) -> Cells:
    """ "Councillors: Ann Lee, Joe Dale" as "Councillors Ann Lee and Joe Dale" would be."""
    title, _ = person(cells.cells[0])
    plain = title in ("", "Mrs", "Ms", "Miss") and begins_with_name(cells.cells[0])
    return replace(cells, cells=(f"{shared} {cells.cells[0]}", *cells.cells[1:])) if plain else cells


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
