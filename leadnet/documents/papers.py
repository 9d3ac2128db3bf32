"""One paper from file to records: the order in which its parts are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from leadnet.documents.decided.due import Clock
from leadnet.documents.decided.references import Here, once_each, references
from leadnet.documents.formats.files import READERS, Opened, open_paper, slug
from leadnet.documents.formats.text import text_lines
from leadnet.documents.in_file import Whole, in_file
from leadnet.documents.lists.attendance import Attendance, read_attendance
from leadnet.documents.lists.list_words import plain_signs
from leadnet.documents.lists.membership_lists import about_members, seats_in
from leadnet.documents.mentions import mentions, of_seats
from leadnet.documents.model import Body, Line, ListedSeat, Meeting, Paper, Problem, Reference, Source
from leadnet.documents.organisations_away import organisations_away
from leadnet.documents.outlines.furniture import unfurnished
from leadnet.documents.outlines.items import Items, read_items
from leadnet.documents.outlines.kinds import Kind, kind_of, report_headings
from leadnet.documents.outlines.letterheads import bare_name
from leadnet.documents.outlines.outline import Outline, Section, outline
from leadnet.documents.outlines.spoken_of import spoken_of
from leadnet.documents.outlines.titles import Title, title_of
from leadnet.documents.outlines.unfold import pages
from leadnet.documents.register.registers import Register, read_register
from leadnet.documents.words.dates import days

_FOOT = 25  # lines at the end in which the times of a meeting may stand
_MEETS = ("minutes", "action log")


_TOP = 12  # lines of an item in which a head may stand
_OF_MEETING = re.compile(r"^\W*(?:minutes|notes) of (?:the |a )?(?:\w+ ){0,2}meeting\b.{0,80}\bheld\b", re.IGNORECASE)
_OPENS_MEETING = re.compile(
    r"^\W*(?:at|present at) an? (?:\w+ ){0,3}meeting of\b.{3,200}\bheld\b|^.{0,120}\bminutes\b",
    re.I,
)
_WRITTEN_UP = re.compile(r"\W*minutes\s*:\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class _Record:
    """What the record of a meeting gave."""

    meeting: Meeting | None
    attendance: Attendance
    items: Items


def read_paper(path: Path, doc_id: str = "") -> Paper:
    """One paper read: its lines, what it is, and, if it is the record of a meeting, who was there and what was decided.

    doc_id is made from the file's name when none is given. Unread, in one line, when the file cannot be read.

    >>> read_paper(Path("nowhere.txt"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    leadnet.documents.model.Unread: nowhere.txt: not read - there is no such file. ...
    """
    path = Path(path)
    opened = open_paper(path)
    opened = replace(opened, lines=tuple(replace(line, text=plain_signs(line.text)) for line in opened.lines))
    doc_id = doc_id or slug(path.stem) or "paper"
    if READERS.get(path.suffix.lower()) is not text_lines:
        return _read(doc_id, opened)
    whole = Whole.of(opened.lines)
    return in_file(_read(doc_id, replace(opened, lines=whole.lines, problems=())), whole, opened.problems)


def _read(doc_id: str, opened: Opened) -> Paper:
    """The same of an opened paper."""
    if register := read_register(opened.lines):
        return _register(doc_id, opened, register)
    own = unfurnished(opened.lines)
    found = outline(own)
    kind = _kind(opened, found)
    title = _title(own, found, kind)
    here = Here(title.body, title.date)
    record = _record(found, kind, title, references(_prose(opened.lines, found), here))
    met = _other_meetings(opened.lines, found, kind, title, record.attendance)
    return _paper(doc_id, opened, kind, title, found, record, met)


def _kind(opened: Opened, found: Outline) -> Kind:
    """What the paper is; a list of members is nobody's attendance, whatever day it carries."""
    members = about_members(opened.lines, [listed.heading.printed for listed in found.lists])
    kind = kind_of(opened.lines, not members and any(not listed.implied for listed in found.lists))
    titled = sum(bool(section.title) for section in found.items) > 1
    apologies = any(re.match(r"\W*apologies\b", line.text, re.IGNORECASE) for line in opened.lines)
    told = kind.told and kind.kind != "web page"  # a menu beside a paper tells nothing of it
    if not members and found.lists and (apologies and not told or titled and not kind.told):
        return Kind("minutes", "it lists who was there, and then what was discussed", called_minutes=True)
    if not kind.told and titled and any(_WRITTEN_UP.match(line.text) for part in found.items for line in part.lines):
        return Kind("minutes", 'it has "Minutes:" under its items', called_minutes=True)
    if kind.kind in ("news", "web page") and titled and _at_meeting(found):
        return Kind("minutes", "it opens with the meeting it is of, and then says what was discussed")
    if not members or kind.told:
        return kind
    return Kind("report", f'its heading says "{members}": who belongs, not who was there')


def _at_meeting(found: Outline) -> bool:
    """Whether the head, or the first line under no item, says minutes or begins "At a meeting of"."""
    opens = [*found.head, *(section.at[0] for section in found.items[:1])]
    return any(_OPENS_MEETING.search(line.text) for line in opens if line.text.strip())


def _seats(lines: Sequence[Line], found: Outline, record: _Record) -> tuple[ListedSeat, ...]:
    """The seats the paper lists; in the record of a meeting, its attendance lists give only what is vacant."""
    lists = found.lists if record.meeting else ()
    return seats_in(lines, frozenset(line.number for listed in lists for line in (listed.at, *listed.lines)))


def _register(doc_id: str, opened: Opened, register: Register) -> Paper:
    """An attendance register: several meetings in one paper, and nothing but who was there."""
    entries = [who for meeting in register.meetings for who in meeting.attendance]
    part = {number: "attendance" for who in entries for number in who.source.numbers}
    part |= {meeting.source.first: "heading" for meeting in register.meetings if meeting.source.first not in part}
    named = mentions([], entries, (), frozenset(), of_seats(register.seats))
    return Paper(
        doc_id=doc_id,
        file=opened.file,
        sha256=opened.sha256,
        kind="minutes",
        kind_because=register.because,
        body=register.body.name or None,
        date=max((meeting.date for meeting in register.meetings), default="") or None,
        lines=opened.lines,
        parts=tuple(part.get(line.number, "text") if line.text.strip() else "" for line in opened.lines),
        meetings=tuple(register.meetings),
        references=(),
        mentions=tuple(mention for mention in named if mention.printed),
        problems=(*opened.problems, *register.problems),
        short=register.body.short,
        seats=tuple(register.seats),
    )


def _title(lines: Sequence[Line], found: Outline, kind: Kind) -> Title:
    """The head's say; of a report or news item only the first filled lines, and only a body with a day beside it."""
    if kind.kind in _MEETS:
        below = [*found.asides, *(line for listed in found.lists for line in listed.lines)]
        years = [int(day.iso[:4]) for line in lines for day in days(line.text) if day.year_printed]
        title = title_of(found.head, lines[-_FOOT:], below, years)
        if not title.date and found.items and (inside := _head_inside(found.items[0])):
            title = title_of([*inside, *found.head], lines[-_FOOT:], below, years)
        spoken = Body("") if title.body.name and not bare_name(title.body) else spoken_of(lines)
        return replace(title, body=spoken) if spoken.name else title
    title = title_of([line for line in lines if line.text.strip()][:3])
    if kind.kind in ("news", "web page"):
        return replace(title, body=Body(""), start_time="", end_time="", venue="")
    return title


def _head_inside(first: Section) -> list[Line]:
    """The head that a page's first item holds in its minutes: up to "Minutes of the meeting held on ..."."""
    at = next((place for place, line in enumerate(first.lines[:_TOP]) if _OF_MEETING.search(line.text)), -1)
    return list(first.lines[: at + 1])


def _prose(lines: Sequence[Line], found: Outline) -> list[Line]:
    """Every line outside the attendance lists and asides, the lists' lines left as blanks between paragraphs."""
    listed = {line.number for part in found.lists for line in part.lines} | {line.number for line in found.asides}
    listed -= pages(lines)
    return [replace(line, text="") if line.number in listed else line for line in lines]


def _record(found: Outline, kind: Kind, title: Title, met: Sequence[Reference]) -> _Record:
    """Meeting, attendance and items, of a paper that is the record of a meeting."""
    if kind.kind not in _MEETS:
        return _Record(None, Attendance((), frozenset(), ()), Items((), frozenset()))
    attendance = read_attendance(found)
    later = sorted(reference.date for reference in met if reference.own and reference.date > title.date)
    sections = found.items or [Section("", "", (line,), tuple(found.head)) for line in found.head[:1]]
    items = read_items(sections, Clock(title.date, later[0] if later and title.date else ""))
    opens = [
        title.line,
        *found.head[:1],
        *(part.at for part in found.lists[:1]),
        *(part.at[0] for part in found.items[:1]),
    ]
    source = next((Source.of([line]) for line in opens if line), None)
    if source is None:
        return _Record(None, attendance, items)
    meeting = Meeting(
        source, title.body, title.date, title.start_time, title.end_time, title.venue, attendance.entries, items.items
    )
    return _Record(meeting, attendance, items)


def _other_meetings(
    lines: Sequence[Line], found: Outline, kind: Kind, title: Title, attendance: Attendance
) -> list[Reference]:
    """References in the text, and for a report or agenda the meeting its head announces."""
    met = references(_prose(lines, found) if kind.kind in _MEETS else lines, Here(title.body, title.date))
    if kind.kind in ("report", "agenda") and title.body.name and title.date and title.line:
        source = Source.of([title.line])
        met.insert(0, Reference(source, title.body.name, True, title.date, "announced", source.text.strip("# ")))
    return met


def _paper(
    doc_id: str, opened: Opened, kind: Kind, title: Title, found: Outline, record: _Record, met: Sequence[Reference]
) -> Paper:
    own = frozenset((title.body.name, title.body.short))
    read = {number for who in record.attendance.entries for number in who.source.numbers} - pages(opened.lines)
    unlisted = [replace(line, text="") if line.number in read else line for line in opened.lines]
    away = organisations_away(found, record.attendance.entries, record.attendance.problems)
    problems = (*opened.problems, *away.problems, *_faults(kind, title, found, record))
    seats = _seats(opened.lines, found, record)
    return Paper(
        doc_id=doc_id,
        file=opened.file,
        sha256=opened.sha256,
        kind=kind.kind,
        kind_because=kind.because,
        body=title.body.name or None,
        date=title.date or None,
        lines=opened.lines,
        parts=tuple(_parts(opened.lines, found, title, record)),
        meetings=(record.meeting,) if record.meeting else (),
        references=once_each(met),
        mentions=mentions(unlisted, record.attendance.entries, met, own, (*of_seats(seats), *away.mentions)),
        problems=tuple(sorted(problems, key=lambda problem: int(problem.line.split("-")[0] or 0))),
        short=title.body.short,
        seats=seats,
    )


def _faults(kind: Kind, title: Title, found: Outline, record: _Record) -> list[Problem]:
    """What is missing in a paper of its kind."""
    first = str(title.line.number) if title.line else "1"
    faults = []
    if not kind.told:
        faults.append(Problem("1", f"{kind.because}", "put the right kind in sources.csv"))
    if kind.called_minutes and not record.attendance.entries:
        faults.append(_nobody(found, first))
    if record.meeting and not title.body.name:
        faults.append(Problem(first, "no name of a body was found in its head", "put the body in sources.csv"))
    if record.meeting and title.date and not _year_printed(title.date, found):
        what = f"the day of the meeting has no year; {title.date[:4]} is taken, which its weekday or all other days fit"
        faults.append(Problem(first, what, "if that is wrong, put the date right in corrections.csv"))
    if record.meeting and not title.date:
        faults.append(Problem(first, "no date of the meeting was found in its head", "add the date in corrections.csv"))
    return faults


def _year_printed(date: str, found: Outline) -> bool:
    """Whether a head or what stands among its lists prints this day with its year."""
    lines = [*found.head, *found.asides, *(line for listed in found.lists for line in (listed.at, *listed.lines))]
    return any(day.year_printed and day.iso == date for line in lines for day in days(line.text))


def _nobody(found: Outline, first: str) -> Problem:
    """The loud one: minutes without anybody in them."""
    looked = [line.number for line in found.head if line.text.strip()] + [listed.at.number for listed in found.lists]
    upto = found.items[0].at[0].number if found.items else max(looked, default=int(first))
    return Problem(
        f"{first}-{max(upto, int(first))}",
        "no attendance list was found in something called minutes; look at these lines",
        "put it right in corrections.csv, or tell us the layout",
    )


def _parts(lines: Sequence[Line], found: Outline, title: Title, record: _Record) -> list[str]:
    """What each line is: heading, attendance, item (its heading), decision or text; a blank line is nothing."""
    part = _record_parts(found, record) if record.meeting else dict.fromkeys(report_headings(lines), "heading")
    if title.line:
        part |= {line.number: "heading" for line in lines if line.text == title.line.text}
    return [part.get(line.number, "text") if line.text.strip() else "" for line in lines]


def _record_parts(found: Outline, record: _Record) -> dict[int, str]:
    """The same for the record of a meeting, by line number."""
    part = {line.number: "heading" for line in found.head}
    part |= {listed.at.number: "heading" for listed in found.lists}
    part |= {line.number: "item" for section in found.items if section.title for line in section.at}
    part |= {number: "attendance" for number in record.attendance.lines}
    part |= {number: "decision" for number in record.items.decision_lines}
    for decision in (decision for item in record.items.items for decision in item.decisions):
        part.setdefault(decision.source.first, "decision")
    return part
