"""Right of reply: one Word paper an organisation with what the record says of it, line by line, and room to answer.

It is sent before anything is published, so that whoever is named can say whether the record is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path

import pandas as pd

from leadnet.briefing.author import names_held
from leadnet.briefing.content import Briefing, Paragraph, Section, TableExhibit
from leadnet.briefing.docx_template import header_texts
from leadnet.briefing.html import write_evidence
from leadnet.briefing.marks import EVIDENCE_FILE
from leadnet.briefing.numbers import check_numbers
from leadnet.briefing.paper import evidence_of, lines_cited, study_id
from leadnet.briefing.sections import NOT_INFLUENCE
from leadnet.briefing.settings import WHERE, Author, read_author
from leadnet.briefing.sheet_file import MISSING, SIGNED, holds_answers, write_sheet
from leadnet.briefing.sheet_lines import COLUMNS, Line, in_short, lines_of
from leadnet.briefing.sheet_rows import rows_of
from leadnet.build import Built
from leadnet.study.store import locked
from leadnet.study.tables import StudyError
from leadnet.study.together import write_together
from leadnet.study.words import Sentence, Span, day, number, of_record, sentence

FOLDER = "sheets"  # below reports/
LONG = 12  # meetings from which the record begins on a side of its own
_HEADER = ("Where it stands", "What the record says", "Right?", "What it should say")
_WIDTHS = (0.29, 0.46, 0.08, 0.17)
_IN_SHORT = (0.35, 0.13, 0.13, 0.13, 0.13, 0.13)
_FAIR = f"Host, chair, clerk and presenter are there by duty. {NOT_INFLUENCE}"
_MEETINGS, _RECORD = "Meetings", "Actions, joint work and what the papers say of it"
_TITLES = {
    _RECORD: "What is put to it, its part in joint work, and every other line that names it, as printed",
    _MEETINGS: "A line a meeting: every entry of its list, or that there is none",
}
_ASKED = (
    "Before anything is published you are asked: is this right, and who says so? Put your name and the day into the "
    "block above, and yes or no beside each line below. A line left blank stands as it is.",
    "After a no, write what it should say: present, in attendance, apologies or absent; or what is meant and a colon, "
    "as in “name: …”, “post: …”, “organisation: …”, “in the place of: …”, “owner: …”; “present: …” with a name, where "
    "nobody is recorded; or “leave out”. Where a line has letters, begin with the letter and a colon, as in "
    "“b: apologies”, and put a semicolon between answers.",
)


@dataclass(frozen=True)
class Sheet:
    """The sheet of one organisation: its printed lines by table, the counts of its front table, the paper."""

    org_id: str
    lines: dict[str, list[Line]]
    counts: pd.DataFrame
    paper: Briefing

    @property
    def tables(self) -> list[list[Line]]:
        """The lines of each table behind the front one, in order; none in that of what is missing."""
        record, meetings = ([self.lines[name]] if self.lines[name] else [] for name in _TITLES)
        return [*record, [], *meetings]

    @property
    def apart(self) -> tuple[str, ...]:
        """The sections that begin on a side of their own: the meetings, where they are many."""
        return (_MEETINGS,) if len(self.lines[_MEETINGS]) >= LONG else ()


def write_sheets(built: Built, organisation: str = "") -> list[Path]:
    """Write the sheet of one organisation, or of every one that is asked, into reports/sheets/; gives the files.

    The lines behind them all are written beside them. StudyError, and nothing is written, for an organisation the study
    does not know, a number in a sheet that is no finding, or a file there that holds answers.
    """
    path, author = built.folder.path, read_author(built.folder.path)
    folder = path / "reports" / FOLDER
    asked = asked_of(built)
    wanted = [organisation_of(built, organisation)] if organisation else asked
    sheets = {org: sheet_of(built, org, author) for org in dict.fromkeys((*asked, *wanted))}
    files = {folder / f"{org}.docx": _file(built, sheets[org], author) for org in wanted}
    with locked(path):
        for file in files:
            if file.exists() and holds_answers(file.read_bytes()):
                raise StudyError(
                    f"{file}: this sheet holds answers; take them in with --answers, or move it away first"
                )
        held = {**files, folder / EVIDENCE_FILE: _evidence(built, [*sheets.values()], author)}
        write_together(path, {file.relative_to(path).as_posix(): content for file, content in held.items()})
    return [*files]


def asked_of(built: Built) -> list[str]:
    """Who is sent a sheet: each council of the area, each member by list, and who came as a member; by id."""
    came = built.there.loc[built.there["part"] == "member", "org_id"]
    known = {*built.organisations["org_id"], *built.councils["org_id"]}
    return sorted(({*built.councils["org_id"], *built.memberships["org_id"], *came} - {""}) & known)


def organisation_of(built: Built, asked: str) -> str:
    """The org_id of an organisation by id, name or short name; StudyError names those near it."""
    tables = (built.organisations, built.councils)
    called = {
        name.casefold(): row.org_id for table in tables for row in table.itertuples() for name in (row.name, row.short)
    }
    ids = {id.casefold(): id for id in called.values()}
    found = ids.get(asked.casefold()) or called.get(asked.casefold())
    if asked and found:
        return found
    words = get_close_matches(asked.casefold(), [*ids, *called], n=6, cutoff=0.5) or sorted(ids)[:3]
    near = dict.fromkeys(ids.get(word) or called[word] for word in words)
    councils = {*built.councils["org_id"]}
    told = [f"{built.names[org]} ({org})" for org in sorted(near, key=lambda org: org not in councils)[:3]]
    raise StudyError(f'"{asked}" is no organisation of this study; near it are {", ".join(told)} (organisations.csv)')


def sheet_of(built: Built, org_id: str, author: Author) -> Sheet:
    """The sheet of one organisation as content."""
    rows, counts = rows_of(built, org_id), in_short(built, org_id)
    lines = {_RECORD: lines_of([*rows["actions"], *rows["words"]]), _MEETINGS: lines_of(rows["meetings"])}
    as_at = day(built.settings.as_at, "study.toml")
    details = (
        ("Study", _words(built.hide(built.settings.name))),
        ("Answers to", Sentence((of_record(author.contact, WHERE),))),
        *((name, Sentence()) for name in SIGNED),
    )
    record, meetings = (_section(name, lines[name], as_at) for name in _TITLES)
    footer = sentence("{fair} Record as at {as_at}. Build {build}.", fair=NOT_INFLUENCE, as_at=as_at, build=built.build)
    paper = Briefing(
        title=f"What the record says of {built.names[org_id]}",
        details=details,
        sections=(_front(built, counts, as_at), record, _missing(as_at), meetings),
        footer=footer,
        build=built.build,
        date=author.date,
        made_up=built.settings.made_up,
        study=study_id(built),
    )
    return Sheet(org_id, lines, counts, paper)


def _words(text: str) -> Sentence:
    return Sentence((Span(text),))


def _front(built: Built, counts: pd.DataFrame, as_at: Span) -> Section:
    """What is asked of the reader, how an answer is written, and the record in short."""
    said = tuple(Paragraph(_words(each)) for each in _ASKED)
    rows = [
        (_words(built.names[body].removeprefix("the ")), *(Sentence((number(row),)) for row in bodies))
        for body, bodies in groupby(counts.itertuples(), key=lambda row: row.other)
    ]
    if not rows:
        return Section("What you are asked", (*said, Paragraph(_words(NOT_INFLUENCE))))
    source = sentence("Source: the papers the study holds, as at {as_at}. {fair}", as_at=as_at, fair=_FAIR)
    header = ("Body", *(name.capitalize() for name in COLUMNS))
    caption = _words("In short: its meetings, as the briefing counts them")
    return Section("What you are asked", (*said, TableExhibit(caption, source, header, tuple(rows), _IN_SHORT)))


def _section(name: str, lines: Sequence[Line], as_at: Span) -> Section:
    if not lines:
        return Section(name, (Paragraph(_words("The papers held say nothing of this.")),))
    cells = tuple((line.where, line.says, Sentence(), Sentence()) for line in lines)
    return Section(name, (_table(_TITLES[name], _HEADER, cells, as_at, _WIDTHS),))


def _missing(as_at: Span) -> Section:
    """Room for what the record does not hold."""
    cells = tuple((_words(MISSING), Sentence()) for _ in range(2))
    header = ("What is missing", "Where it can be looked up")
    return Section("What is missing", (_table("What the record lacks", header, cells, as_at, (0.5, 0.5)),))


def _table(caption: str, header: tuple[str, ...], cells: tuple, as_at: Span, widths: tuple[float, ...]) -> TableExhibit:
    source = sentence("Source: the papers the study holds, as at {as_at}.", as_at=as_at)
    return TableExhibit(_words(caption), source, header, cells, widths)


def _file(built: Built, sheet: Sheet, author: Author) -> bytes:
    """The finished Word file, every number in it checked."""
    data = write_sheet(sheet.paper, sheet.org_id, sheet.tables, author.template, sheet.apart)
    lines = lines_cited(built, sheet.paper, sheet.counts, author)
    rows = [row for table in sheet.tables for line in table for row in line.rows]
    labels = {text for row in rows for text in (*row.labels, row.holds.get("unanswered")) if text}
    names = {*names_held(built), *header_texts(author.template), built.settings.name, *labels}
    if faults := check_numbers({f"{sheet.org_id}.docx": data}, sheet.paper, sheet.counts, lines, names):
        raise StudyError(f"the sheet is not written: {faults[0]}")
    return data


def _evidence(built: Built, sheets: Sequence[Sheet], author: Author) -> bytes:
    """The lines behind every sheet, as one page that lies beside them."""
    behind = {}
    for sheet in sheets:
        lines = lines_cited(built, sheet.paper, sheet.counts, author)
        behind |= {each.finding_id: each for each in evidence_of(built, sheet.paper, sheet.counts, lines)}
    return write_evidence(sheets[0].paper, [*behind.values()])
