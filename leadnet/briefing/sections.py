"""The house sections: what a briefing says, in order, each number taken from a finding and each date from a record."""

from __future__ import annotations

import pandas as pd

from leadnet.briefing.content import Paragraph, Section
from leadnet.briefing.exhibits import meeting_date, one
from leadnet.briefing.record import decided, in_brief, joint_work, moving, took_part
from leadnet.briefing.settings import Author
from leadnet.build import Built
from leadnet.study.words import Sentence, Span, day, listed, number, of_record, sentence

NOT_INFLUENCE = "Attendance is not influence, agreement or trust."


def sections(built: Built, author: Author) -> tuple[Section, ...]:
    """Every house section the record has something for, in the order of a council report."""
    made = (
        purpose(built, author),
        recommendations(author),
        background(built),
        took_part(built),
        joint_work(built),
        moving(built),
        decided(built),
        cannot_say(built),
        implications(author),
        papers(built),
        contact(author),
    )
    return tuple(section for section in made if section.blocks)


def _plain(text: str) -> Sentence:
    return Sentence((Span(text),))


def purpose(built: Built, author: Author) -> Section:
    """Why the paper is written, in the author's words, and what the record shows in brief."""
    brief = in_brief(built)
    said = (Paragraph(_plain("In brief:")), *(Paragraph(text, limb=True) for text in brief)) if brief else ()
    return Section("Purpose of the report", (Paragraph(_plain(author.purpose)), *said))


def recommendations(author: Author) -> Section:
    """What the meeting is asked to do: the author's words, as lettered limbs."""
    asked = Paragraph(_plain("The meeting is asked to:"))
    return Section("Recommendations", (asked, *(Paragraph(_plain(text), limb=True) for text in author.recommendations)))


def background(built: Built) -> Section:
    """Which papers and meetings the record holds, so that a reader knows what the rest stands on."""
    held = sentence(
        "This report rests on the {papers:paper|papers} the study holds, taken up to {as_at}. Every number in it "
        "opens at the line of the paper it came from.",
        papers=number(one(built, "papers_held")),
        as_at=day(built.settings.as_at, "study.toml"),
    )
    bodies = sorted(set(built.coverage.loc[built.coverage["known_by"] == "minutes", "body_id"]))
    paragraphs = [Paragraph(held), *(Paragraph(_body_covered(built, body)) for body in bodies)]
    return Section("Background", tuple(paragraphs))


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
        "A council of which nobody is recorded may not have been invited, or may have been in touch in another way.",
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


def implications(author: Author) -> Section:
    """Resource, legal and equality implications: the author confirms or replaces the default."""
    return Section("Implications", (Paragraph(_plain(author.implications)),))


def papers(built: Built) -> Section:
    """The papers the report rests on: dated ones first, each with its file."""
    rows = built.sources.assign(undated=built.sources["date"] == "").sort_values(["undated", "date", "doc_id"])
    return Section("Background papers", tuple(Paragraph(_paper(built, row), limb=True) for row in rows.itertuples()))


def _paper(built: Built, row: pd.Series) -> Sentence:
    body = built.bodies.set_index("body_id")["name"].get(row.body_id, "")
    cite = f"sources.csv#{row.doc_id}"
    return sentence(
        "{title}, {when}: {file}",
        title=f"{row.kind.capitalize()}{f', {body}' if body else ''}",
        when=day(row.date, cite) if row.date else "undated",
        file=of_record(built.hide(row.file), cite),
    )


def contact(author: Author) -> Section:
    """Whom to ask."""
    return Section("Officer to contact", (Paragraph(Sentence((of_record(author.contact, "briefing.toml"),))),))
