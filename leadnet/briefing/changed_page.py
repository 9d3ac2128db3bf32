"""The page of what changed, as content: in brief, then a table for each sort of change there is."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from leadnet.briefing.changed_rows import Changes
from leadnet.briefing.content import Briefing, Paragraph, Section, TableExhibit
from leadnet.briefing.exhibits import meeting_date
from leadnet.briefing.paper import study_id
from leadnet.briefing.sections import NOT_INFLUENCE
from leadnet.briefing.settings import WHERE, Author
from leadnet.build import Built
from leadnet.study.words import Sentence, Span, day, number, of_record, sentence, share

_MOST = 15  # rows of a table; the page is to stay short
_WORDS = 21  # enough of a clause to know it by; the whole stands at its line
_KNOWN = {"minutes": "minutes held", "later paper": "shown held by a later paper", "announced": "announced only"}
Rows = Iterator[tuple[object, ...]]


def page(built: Built, author: Author, changed: Changes, most: int | None = _MOST) -> Briefing:
    """The page as content; of each table the first `most` rows, None for all."""
    as_at = day(built.settings.as_at, "study.toml")
    details = (
        ("Since the briefing of", Sentence((day(changed.since.date, kept_cite(changed)),))),
        ("Date", Sentence((day(author.date, WHERE),))),
        ("Record as at", Sentence((as_at,))),
    )
    made = (_section(*words, make(built, changed), most, as_at) for *words, make in _TABLES)
    footer = sentence("{fair} Record as at {as_at}. Build {build}.", fair=NOT_INFLUENCE, as_at=as_at, build=built.build)
    return Briefing(
        title="What changed since the last briefing",
        details=details,
        sections=(_in_brief(changed), *(section for section in made if section.blocks)),
        footer=footer,
        build=built.build,
        date=author.date,
        made_up=built.settings.made_up,
        study=study_id(built),
    )


def kept_cite(changed: Changes) -> str:
    """What a number of the earlier build rests on here: that build, as it is kept."""
    return f"kept@{changed.since.build}"


def then(changed: Changes) -> pd.DataFrame:
    """The earlier build's findings under names of their own, resting on the build they were kept with."""
    ids = changed.before["finding_id"] + "@" + changed.since.build
    return changed.before.assign(finding_id=ids, cites=kept_cite(changed))


_SLOTS = {
    "meetings": ("meetings_added", ""),
    "otherwise": ("meetings_now_known_otherwise", ""),
    "ties": ("verdicts_changed", ""),
    "actions": ("actions_added", ""),
    "begun": ("actions_newly", "shown begun"),
    "done": ("actions_newly", "shown done"),
    "moved": ("actions_newly", "shown moved"),
    "other": ("actions_newly", "shown changed"),
    "corrections": ("corrections_added", ""),
    "judgements": ("judgements_added", ""),
    "numbers": ("numbers_changed", ""),
}


def _in_brief(changed: Changes) -> Section:
    """Each count in a sentence, noughts too, so that what did not change is said."""
    found = {(row.measure, row.subject): row for row in changed.findings.itertuples()}
    told = sentence(
        "Meetings the record did not know: {meetings}; known otherwise than before: {otherwise}. Ties with another "
        "verdict: {ties}. Actions added: {actions}; newly shown begun: {begun}, done: {done}, moved: {moved}, changed: "
        "{other}. Corrections added: {corrections}; judgements added: {judgements}. Numbers the last briefing printed "
        "that are others now: {numbers}.",
        **{slot: number(found[key]) for slot, key in _SLOTS.items()},
    )
    silence = f"Silence is not failure: what no paper shows may have been done. {NOT_INFLUENCE}"
    return Section("In brief", (Paragraph(told), Paragraph(_words(silence))))


def _meetings(built: Built, changed: Changes) -> Rows:
    for row in changed.meetings.itertuples():
        body, was = built.names.get(row.body_id, row.body_id), _KNOWN.get(row.was, "not known")
        yield meeting_date(built, row.meeting_id), body, was, of_record(_KNOWN[row.known_by], row.cites)


def _ties(built: Built, changed: Changes) -> Rows:
    for row in changed.ties.itertuples():
        pair = (built.names.get(org, org) for org in (row.organisation_a, row.organisation_b))
        yield *pair, row.was or "no tie then", of_record(row.verdict, row.cites) if row.cites else row.verdict


def _actions(built: Built, changed: Changes) -> Rows:
    for row in changed.actions.itertuples():
        yield *_clause(built, row), of_record(row.shows, f"{row.doc_id}:{row.line}" if row.line else row.cites)
    for row in changed.new_actions.itertuples():
        yield *_clause(built, row), "added"


def _clause(built: Built, row: object) -> tuple[Span, Span]:
    """The first words of an action and whom it is put to, as they may be shown."""
    doc, line, _ = row.action_id.rsplit(":", 2)
    words = built.masked(row.text, doc).split()
    cut = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    owners = built.masked(row.owners.replace(" | ", ", "), doc) or "nobody named"
    return of_record(cut, f"{doc}:{line}"), of_record(owners, f"{doc}:{line}")


def _register(built: Built, changed: Changes) -> Rows:
    for row in changed.corrections.rename(columns={"is": "holds"}).itertuples():
        change = f"{row.was} {row.holds}" if row.was in ("+", "-") else f"{row.was} is {row.holds}"
        yield "correction", *(of_record(said, row.cites) for said in (f"{row.column}: {change}", row.by, row.on))
    for row in changed.judgements.itertuples():
        said = f"{row.left}: {row.verdict}, {row.right}"
        yield "judgement", *(of_record(cell, row.cites) for cell in (said, row.by, row.on))


def _numbers(built: Built, changed: Changes) -> Rows:
    before = {row.finding_id: row for row in then(changed).itertuples()}
    for row in changed.numbers.itertuples():
        about = ", ".join(built.names.get(key, key) for key in (row.subject, row.other) if key)
        about = about or "the whole record"
        was = before[f"{row.finding_id}@{changed.since.build}"]
        yield row.measure.replace("_", " "), about, _printed(was), _printed(row)


def _printed(row: object) -> Span:
    return number(row) if pd.isna(row.of) else share(row)


_TABLES = (
    ("Meetings", "Meetings added, or known otherwise", ("Day", "Body", "Was", "Is"), (2, 4, 3, 3), _meetings),
    ("Ties", "Ties whose verdict is another", ("Organisation", "With", "Then", "Now"), (4, 4, 2, 2), _ties),
    ("Actions", "What later papers newly show, and actions added", ("Action", "Put to", "New"), (6, 3, 2), _actions),
    ("Corrections and judgements", "What people put right or settled", ("What", "Answer", "By", "On"), (2, 6, 2, 2),
     _register),
    ("Numbers", "Numbers the last briefing printed that are others now", ("Number", "Of", "Then", "Now"), (4, 5, 2, 2),
     _numbers),
)  # fmt: skip


def _section(heading: str, caption: str, header: tuple[str, ...], widths: tuple[float, ...], rows: Rows,
             most: int | None, as_at: Span) -> Section:  # fmt: skip
    """A table of what changed; nothing when nothing did. `most` rows are shown, and said to be the first."""
    cells = [tuple(_words(cell) for cell in row) for row in rows]
    if not cells:
        return Section(heading, ())
    source = sentence("Source: the papers and the register of the study, as at {as_at}.", as_at=as_at)
    table = TableExhibit(_words(caption), source, header, tuple(cells[:most]), widths)
    more = "These are the first rows; the command “leadnet changed” prints them all."
    return Section(heading, (table, *((Paragraph(_words(more)),) if most and len(cells) > most else ())))


def _words(said: object) -> Sentence:
    return Sentence((said if isinstance(said, Span) else Span(said),))


def told(paper: Briefing) -> list[str]:
    """The page as lines of plain text, for the command line."""
    lines = []
    for section in paper.sections:
        lines.append(section.heading)
        for block in section.blocks:
            rows = block.rows if isinstance(block, TableExhibit) else ((block.text,),)
            lines += ["  " + " | ".join(map(str, row)) for row in rows]
    return lines
