"""Right of reply: one Word paper an organisation with what the record says of it, line by line, and room to answer.

It is sent before anything is published, so that whoever is named can say whether the record is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from leadnet.briefing.author import names_held
from leadnet.briefing.content import Briefing, Paragraph, Section, TableExhibit
from leadnet.briefing.docx_template import header_texts
from leadnet.briefing.html import write_evidence
from leadnet.briefing.marks import EVIDENCE_FILE
from leadnet.briefing.numbers import check_numbers
from leadnet.briefing.paper import evidence_of, findings_known, lines_cited, study_id
from leadnet.briefing.sections import NOT_INFLUENCE
from leadnet.briefing.settings import WHERE, Author, read_author
from leadnet.briefing.sheet_file import MISSING, holds_answers, write_sheet
from leadnet.briefing.sheet_rows import Row, rows_of
from leadnet.build import Built
from leadnet.study.store import locked, replace_file
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence, Span, day, listed, number, of_record, sentence

FOLDER = "sheets"  # below reports/
LONG = 24  # meetings from which a sheet is said to run over one side
_ANSWER = ("Right? (yes or no)", "What it should say", "Who says so", "When")
_WIDTHS = (0.22, 0.28, 0.1, 0.19, 0.11, 0.1)
_TITLES = {
    "meetings": ("Meetings", "Every entry of an attendance list, and every meeting without one"),
    "actions": ("Actions and joint work", "What the papers put to it, and its part in joint work"),
    "words": ("What the papers say of it", "Every other line of the papers that names it, as printed"),
}


@dataclass(frozen=True)
class Sheet:
    """The sheet of one organisation: its rows by table, and the paper as content."""

    org_id: str
    rows: dict[str, list[Row]]
    paper: Briefing

    @property
    def tables(self) -> list[list[Row]]:
        """The rows of each table of the paper that has any, in order."""
        return [rows for rows in self.rows.values() if rows]


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
        folder.mkdir(parents=True, exist_ok=True)
        for file, content in files.items():
            replace_file(file, content)
        replace_file(folder / EVIDENCE_FILE, _evidence(built, [*sheets.values()], author))
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
    rows = rows_of(built, org_id)
    as_at = day(built.settings.as_at, "study.toml")
    details = (
        ("Sent to", _words(built.names[org_id])),
        ("Study", _words(built.hide(built.settings.name))),
        ("Record as at", Sentence((as_at,))),
        ("Answers to", Sentence((of_record(author.contact, WHERE),))),
    )
    tables = (_section(name, rows[name], as_at) for name in _TITLES)
    footer = sentence("{fair} Record as at {as_at}. Build {build}.", fair=NOT_INFLUENCE, as_at=as_at, build=built.build)
    paper = Briefing(
        title=f"What the record says of {built.names[org_id]}",
        details=details,
        sections=(_how(built, org_id, rows["meetings"]), *tables, _missing(as_at)),
        footer=footer,
        build=built.build,
        date=author.date,
        made_up=built.settings.made_up,
        study=study_id(built),
    )
    return Sheet(org_id, rows, paper)


def _words(text: str) -> Sentence:
    return Sentence((Span(text),))


def _how(built: Built, org_id: str, meetings: Sequence[Row]) -> Section:
    """What is asked of the reader, and how an answer is written."""
    said = [
        _words(
            "Before anything is published you are asked: is this right, and who says so? Each row below is one thing "
            "the papers say of you, with the paper and the line it stands at. A row you leave blank stands as it is."
        ),
        _words(
            "Write yes or no beside each. After a no, write what it should say: present, in attendance, apologies or "
            "absent; or what is meant and a colon, as in “name: …”, “post: …”, “in the place of: …”, “owner: …”; "
            "“present: …” with a name, where nobody is recorded; or “leave out”. Add who says so, and the day."
        ),
    ]
    said += _counted(built, org_id)
    if len({row.place.rpartition(":")[2] if row.table == "grid" else row.label for row in meetings}) >= LONG:
        said += [_words("This record is long and runs over one side; the heads of the columns are repeated.")]
    return Section("What you are asked", tuple(Paragraph(each) for each in (*said, _words(NOT_INFLUENCE))))


def _counted(built: Built, org_id: str) -> list[Sentence]:
    """At how many meetings of each body the briefing counts it in the room; nothing where it does not."""
    rows = built.told("meetings_in_room")
    mine = rows[(rows["subject"] == org_id) & (rows["since"] == "")]
    told = [sentence("{n:meeting|meetings} of {body}", n=number(row), body=row.other_name) for row in mine.itertuples()]
    duty = "Host, chair, clerk and presenter are there by duty."
    counts = "From these rows the briefing counts it in the room at {told}. {duty}"
    return [sentence(counts, told=listed(told), duty=duty)] if told else []


def _section(name: str, rows: Sequence[Row], as_at: Span) -> Section:
    heading, caption = _TITLES[name]
    if not rows:
        return Section(heading, (Paragraph(_words("The papers held say nothing of this.")),))
    cells = tuple((row.where, row.says, *(Sentence() for _ in _ANSWER)) for row in rows)
    return Section(heading, (_table(caption, ("Where it stands", "What the record says", *_ANSWER), cells, as_at),))


def _missing(as_at: Span) -> Section:
    """Room for what the record does not hold."""
    header = ("What is missing", "Where it can be looked up", "Who says so", "When")
    cells = tuple((_words(MISSING), Sentence(), Sentence(), Sentence()) for _ in range(2))
    return Section("What is missing", (_table("What the record lacks", header, cells, as_at, (0.4, 0.3, 0.18, 0.12)),))


def _table(
    caption: str, header: tuple[str, ...], cells: tuple, as_at: Span, widths: tuple[float, ...] = _WIDTHS
) -> TableExhibit:
    source = sentence("Source: the papers the study holds, as at {as_at}.", as_at=as_at)
    return TableExhibit(_words(caption), source, header, cells, widths)


def _file(built: Built, sheet: Sheet, author: Author) -> bytes:
    """The finished Word file, every number in it checked."""
    data, known = write_sheet(sheet.paper, sheet.org_id, sheet.tables, author.template), findings_known(built)
    lines = lines_cited(built, sheet.paper, known, author)
    labels = {
        text for rows in sheet.tables for row in rows for text in (row.label, row.holds.get("unanswered")) if text
    }
    names = {*names_held(built), *header_texts(author.template), built.settings.name, *labels}
    if faults := check_numbers({f"{sheet.org_id}.docx": data}, sheet.paper, known, lines, names):
        raise StudyError(f"the sheet is not written: {faults[0]}")
    return data


def _evidence(built: Built, sheets: Sequence[Sheet], author: Author) -> bytes:
    """The lines behind every sheet, as one page that lies beside them."""
    known, behind = findings_known(built), {}
    for sheet in sheets:
        lines = lines_cited(built, sheet.paper, known, author)
        behind |= {each.finding_id: each for each in evidence_of(built, sheet.paper, known, lines)}
    return write_evidence(sheets[0].paper, [*behind.values()])
