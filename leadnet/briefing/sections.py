"""The house sections: what a briefing says, in order, each number taken from a finding and each date from a record."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from types import MappingProxyType

import pandas as pd

from leadnet.briefing import by_body, by_meeting
from leadnet.briefing.author import AuthorsWords, names_held
from leadnet.briefing.content import Paragraph, Section, Styled
from leadnet.briefing.counts import number
from leadnet.briefing.exhibits import is_many, meeting_date, one
from leadnet.briefing.in_brief import in_brief
from leadnet.briefing.marks import EVIDENCE_FILE
from leadnet.briefing.record import decided, joint_work, moving
from leadnet.briefing.settings import WHERE, Author
from leadnet.build import Built
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence, Span, day, listed, of_record, sentence

_PAPERS_ONE_BY_ONE = 12  # up to which background papers are listed each with its file
NOT_INFLUENCE = "Attendance is not influence, agreement or trust."


def sections(built: Built, author: Author) -> tuple[Section, ...]:
    """The sections briefing.toml asks for, else every house section, in the order of a council report.

    A section the record has nothing for is left out. StudyError for a name that is neither a house section's nor one of
    the author's own.
    """
    words = AuthorsWords(built, author.raw, names_held(built))
    made = (_made(name, built, author, words) for name in _in_order(author))
    return tuple(section for section in made if section.blocks)


def _in_order(author: Author) -> list[str]:
    """The names of the sections, in order; the author's own, where no order is given, before what cannot be said."""
    own = [name for name in author.own if name not in HOUSE]
    if not author.sections:
        at = list(HOUSE).index("limits")
        return [*list(HOUSE)[:at], *own, *list(HOUSE)[at:]]
    known = [*HOUSE, *own]
    for name in author.sections:
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.5)
            maybe = f"; did you mean {near[0]}?" if near else ""
            raise StudyError(f'{WHERE}: sections: "{name}" is no section{maybe} There are {", ".join(known)}')
        if author.sections.count(name) > 1:
            raise StudyError(f'{WHERE}: sections names "{name}" twice; take one of the two out')
    if left := [name for name in author.own if name not in author.sections]:
        raise StudyError(f"{WHERE}: [own.{left[0]}] is not among sections; name it there, or take it out")
    return list(author.sections)


def _made(name: str, built: Built, author: Author, words: AuthorsWords) -> Section:
    """One section: the house's, the author's own, or the house's with the author's words after it."""
    own = author.own.get(name)
    if name not in HOUSE and not own.heading:
        raise StudyError(f'{WHERE}: [own.{name}] has no heading; give it one, as heading = "What we make of it"')
    made = HOUSE[name](built, author, words) if name in HOUSE else Section("", ())
    if own is None:
        return made
    return Section(built.hide(own.heading) or made.heading, (*made.blocks, *words.paragraphs(own.text)))


def _plain(text: str) -> Sentence:
    return Sentence((Span(text),))


def purpose(built: Built, author: Author, words: AuthorsWords) -> Section:
    """Why the paper is written, in the author's words, and what the record shows in brief."""
    brief = in_brief(built)
    said = (Paragraph(_plain("In brief:")), *(Paragraph(text, limb=True) for text in brief)) if brief else ()
    return Section("Purpose of the report", (*words.paragraphs(author.purpose), *said))


def recommendations(built: Built, author: Author, words: AuthorsWords) -> Section:
    """What the meeting is asked to do: the author's words, as lettered limbs."""
    asked = Paragraph(_plain("The meeting is asked to:"))
    limbs = (Paragraph(words.line(text), limb=True) for text in author.recommendations)
    return Section("Recommendations", (asked, *limbs))


def background(built: Built) -> Section:
    """Which papers and meetings the record holds, so that a reader knows what the rest stands on."""
    held = sentence(
        "This report rests on the {papers:paper|papers} the study holds, taken up to {as_at}. Every number in it "
        "opens at the line of the paper it came from.",
        papers=number(one(built, "papers_held")),
        as_at=day(built.settings.as_at, "study.toml"),
    )
    bodies = sorted(set(built.coverage.loc[built.coverage["known_by"] == "minutes", "body_id"]))
    few = (Paragraph(_body_covered(built, body)) for body in bodies)
    return Section("Background", (Paragraph(held), *(by_body.background(built) if is_many(built) else few)))


def took_part(built: Built) -> Section:
    """Who was in the room: by body where minutes of many meetings are held, else meeting by meeting."""
    return by_body.took_part(built) if is_many(built) else by_meeting.took_part(built)


def tiers(built: Built) -> Section:
    """Whether the tiers meet; of a few meetings this is said beside who took part."""
    return by_body.tiers(built) if is_many(built) else Section("", ())


def _body_covered(built: Built, body_id: str) -> Sentence:
    """The meetings of one body by how the record knows of them, with their dates."""
    rows = built.coverage[built.coverage["body_id"] == body_id]
    parts = {"minutes": "meetings_documented", "later paper": "meetings_shown_held", "announced": "meetings_announced"}
    slots = {}
    for known_by, measure in parts.items():
        dates = [meeting_date(built, row.meeting_id) for row in rows[rows["known_by"] == known_by].itertuples()]
        after = sentence(" ({dates})", dates=listed(dates)) if dates else Sentence()
        slots[known_by.replace(" ", "_")] = Sentence((number(one(built, measure, body_id)),)) + after
    return sentence(
        "The papers know of {known:meeting|meetings} of {body}. Documented by minutes: {minutes}. Shown held by a "
        "later paper: {later_paper}. Announced only, so that it is not known whether they were held: {announced}. "
        "From this no rate of attendance and no trend is given. The papers also name {others:meeting|meetings} of "
        "other bodies.",
        known=number(one(built, "meetings_known", body_id)),
        body=built.names[body_id],
        others=number(one(built, "other_bodies_meetings")),
        **slots,
    )


def cannot_say(built: Built) -> Section:
    """What nobody may conclude from this record, said aloud."""
    limits = (
        NOT_INFLUENCE + " Host, chair, clerk and presenter are there by duty.",
        "A council with nobody recorded may have been in touch otherwise, or not have been asked.",
        "A meeting that is only announced may or may not have been held.",
    )
    hand = sentence(
        "Put right in this record: {corrections:correction|corrections} by hand. Open about names and clauses: "
        "{questions:question|questions}. Held and could not be read: {unread:paper|papers}.",
        corrections=number(one(built, "corrections_by_hand")),
        questions=number(one(built, "questions_open")),
        unread=number(one(built, "papers_not_read")),
    )
    rules = sentence("Counting rules: {rules}.", rules=of_record(built.rules, "study.toml"))
    return Section(
        "What the record cannot say",
        (
            Paragraph(_plain("From these papers it cannot be concluded who carried weight.")),
            *(Paragraph(_plain(text), limb=True) for text in limits),
            Paragraph(hand + Sentence((Span(" "),)) + rules),
        ),
    )


def implications(built: Built, author: Author, words: AuthorsWords) -> Section:
    """What follows for money, law and equality: the author confirms or replaces the default, as one or by matter."""
    if isinstance(author.implications, str):
        return Section("Implications", words.paragraphs(author.implications))
    blocks: list[Paragraph] = []
    for matter, text in author.implications.items():
        first, *more = words.paragraphs(text)
        name = Styled(built.hide(matter.replace("-", " ").replace("_", " ").capitalize()) + ": ", bold=True)
        blocks += [Paragraph(Sentence((name, *first.text))), *more]
    return Section("Implications", tuple(blocks))


def papers(built: Built) -> Section:
    """The papers the report rests on: each with its file, dated ones first; many by body and kind, with their dates."""
    rows = built.sources.assign(undated=built.sources["date"] == "").sort_values(["undated", "date", "doc_id"])
    if len(rows) <= _PAPERS_ONE_BY_ONE:
        said = [_paper(built, row) for row in rows.itertuples()]
    else:
        said = [_papers(built, group) for _, group in rows.groupby(["body_id", "kind"], sort=True)]
    said.append(_plain(f"Appendix: {EVIDENCE_FILE}, which comes with this report, holds the lines behind each number"))
    return Section("Background papers", tuple(Paragraph(each, limb=True) for each in said))


def _papers(built: Built, group: pd.DataFrame) -> Sentence:
    """Papers of one kind of one body, each by its date, which opens at its file."""
    dates = (
        day(row.date, f"sources.csv#{row.doc_id}")
        if row.date
        else of_record(built.hide(row.file), f"sources.csv#{row.doc_id}")
        for row in group.itertuples()
    )
    return sentence("{title}: {dates}", title=_title(built, next(group.itertuples())), dates=listed(dates))


def _title(built: Built, row: object) -> str:
    body = built.bodies.set_index("body_id")["name"].get(row.body_id, "")
    return f"{row.kind.capitalize()}{f', {body}' if body else ''}"


def _paper(built: Built, row: object) -> Sentence:
    cite = f"sources.csv#{row.doc_id}"
    return sentence(
        "{title}, {when}: {file}",
        title=_title(built, row),
        when=day(row.date, cite) if row.date else "undated",
        file=of_record(built.hide(row.file), cite),
    )


def contact(built: Built, author: Author, words: AuthorsWords) -> Section:
    """Whom to ask."""
    return Section("Officer to contact", (Paragraph(Sentence((of_record(author.contact, WHERE),))),))


def _of_record(make: Callable[[Built], Section]) -> Callable[[Built, Author, AuthorsWords], Section]:
    """A section in which the author has no word."""
    return lambda built, author, words: make(built)


HOUSE = MappingProxyType({
    "purpose": purpose,
    "recommendations": recommendations,
    "background": _of_record(background),
    "took-part": _of_record(took_part),
    "tiers": _of_record(tiers),
    "joint-work": _of_record(joint_work),
    "progress": _of_record(moving),
    "decisions": _of_record(decided),
    "limits": _of_record(cannot_say),
    "implications": implications,
    "papers": _of_record(papers),
    "contact": contact,
})  # fmt: skip
