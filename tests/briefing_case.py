"""A small briefing made by hand, with the findings and lines it rests on. Each number can be counted in LINES."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

from leadnet.briefing.content import Briefing, CitedLine, Evidence, FigureExhibit, Paragraph, Section, TableExhibit
from leadnet.briefing.docx import write_docx
from leadnet.briefing.html import write_evidence, write_html
from leadnet.briefing.pdf import write_pdf
from leadnet.figures.style import BLUE, PAGE, Drawn, canvas, drawn, styled
from leadnet.study.schema import FINDINGS
from leadnet.study.words import Sentence, Span, day, number, of_record, quote, sentence, share

LINES = {
    "notes:1": "NOTES OF THE MEETING HELD ON MONDAY 2 JULY 2007 AT COUNTY HALL",
    "notes:4": "Present: Ms A. Able (Ashby BC), Mr B. Baker (Calder DC), Cllr C. Clay (Northshire CC)",
    "notes:12": "7/07 That a joint  team of twelve officers be set up by 30 September, and report back.",
    "minutes:1": "Minutes of the meeting of 1/8/07",
    "minutes:3": "Present: Ms A. Able (Ashby BC), Cllr C. Clay (Northshire CC)",
    "minutes:9-10": "The Chief Executive reported that 1,770 homes\nhad been surveyed since the last meeting.",
    "meetings#ssog-2007-08-01": "ssog-2007-08-01, Senior Officers, 2007-08-01, held",
    "organisations.csv#odd": 'odd, <script>alert("1")</script> #1 *b* =2+3 _c_ \\d{4}, district',
}
ODD = '<script>alert("1")</script> #1 *b* =2+3 _c_ \\d{4}'  # a name no format may take for its own signs

_ROWS = [
    {"finding_id": "meetings/ssog", "value": 2, "unit": "meetings", "cites": "notes:1 minutes:1"},
    {"finding_id": "attendance/ashby", "value": 2, "n": 2, "of": 2, "unit": "meetings", "cites": "notes:4 minutes:3"},
    {"finding_id": "attendance/calder", "value": 1, "n": 1, "of": 2, "unit": "meetings", "cites": "notes:4 minutes:3",
     "low": 0.05, "high": 0.95, "range": "wilson 95"},
    {"finding_id": "homes/surveyed", "value": 1770, "unit": "homes", "cites": "minutes:9-10"},
    {"finding_id": "share/calder", "value": 50, "unit": "per cent", "cites": "notes:4 minutes:3"},
]  # fmt: skip


def findings():
    """The findings table."""
    return FINDINGS.frame(_ROWS)


_F = {row.finding_id: row for row in findings().itertuples()}


def chart() -> Drawn:
    """A small chart."""
    with styled():
        figure, axes = canvas(0.8 * PAGE, 1.6)
        axes.barh(["Calder DC", "Ashby BC"], [1, 2], color=BLUE)
        axes.set_xticks([0, 1, 2])
        return drawn(figure, ["Ashby BC", "Calder DC", number(_F["meetings/ssog"])])


def words(text: str) -> Sentence:
    """A sentence with no number in it."""
    return Sentence((Span(text),))


def table() -> TableExhibit:
    """Attendance, a row for each council."""
    return TableExhibit(
        caption=sentence("Meetings at which each council was in the room, of {n}", n=number(_F["meetings/ssog"])),
        source=sentence(
            "Source: minutes of {a} and {b}", a=day("2007-07-02", "notes:1"), b=day("2007-08-01", "minutes:1")
        ),
        header=("Council", "Meetings", "Share (%)", "Last seen"),
        rows=(
            (words("Ashby Borough Council"), Sentence((share(_F["attendance/ashby"]),)), words("–"),
             Sentence((day("2007-08-01", "meetings#ssog-2007-08-01"),))),
            (words("Calder District Council"), Sentence((share(_F["attendance/calder"]),)),
             Sentence((number(_F["share/calder"]),)), Sentence((day("2007-07-02", "notes:1"),))),
            (Sentence((of_record(ODD, "organisations.csv#odd"),)), words("–"), words("–"), words("–")),
        ),
        widths=(4, 2, 2, 3),
    )  # fmt: skip


def figure() -> FigureExhibit:
    """The same as a chart."""
    return FigureExhibit(
        caption=words("Ashby was in the room more often than Calder"),
        source=sentence(
            "Source: minutes of {a} to {b}", a=day("2007-07-02", "notes:1"), b=day("2007-08-01", "minutes:1")
        ),
        alt=sentence(
            "A bar for each council. Ashby {a}; Calder {c}.",
            a=share(_F["attendance/ashby"]),
            c=share(_F["attendance/calder"]),
        ),
        drawn=chart(),
    )


def briefing() -> Briefing:
    """The whole paper."""
    return Briefing(
        title="Partnership working: participation and progress",
        details=(
            ("Report to", words("Strategic Partnership Plenary")),
            ("Date", words("22 January 2027")),
            ("Report of", words("Director of Corporate Strategy")),
            ("Period", sentence("{a} to {b}", a=day("2007-07-02", "notes:1"), b=day("2007-08-01", "minutes:1"))),
        ),
        sections=(_purpose(), _findings_section(), Section("Two-tier working", (_two_tier(),))),
        footer=words("Attendance is not influence, agreement or trust. Build 3f2a9c01b7de, 22 January 2027."),
        build="3f2a9c01b7de",
        date="2027-01-22",
        study="5f0c1d2e3a4b",
    )


def _purpose() -> Section:
    asked = sentence(
        "This report tells members how partner organisations took part in the {n} meetings from {a} to {b}, and how "
        "the joint work is moving. Members are asked to:",
        n=number(_F["meetings/ssog"]),
        a=day("2007-07-02", "notes:1"),
        b=day("2007-08-01", "meetings#ssog-2007-08-01"),
    )
    limbs = ("note who took part and who did not; and", "agree what is to be asked of the partners next.")
    return Section("Purpose of the report", (Paragraph(asked), *(Paragraph(words(limb), limb=True) for limb in limbs)))


def _findings_section() -> Section:
    said = sentence(
        "Calder was in the room at {c} meetings (interval {low} to {high}). Figure 1 and Table 1 show this.",
        c=share(_F["attendance/calder"]),
        low=Span("0.05", "finding", "attendance/calder"),
        high=Span("0.95", "finding", "attendance/calder"),
    )
    quoted = sentence(
        "Minute {m} reads {q}. One later paper says that {h} homes were surveyed, see {both}.",
        m=of_record("7/07", "notes:12"),
        q=quote("That a joint team of twelve officers be set up by 30 September", "notes:12"),
        h=number(_F["homes/surveyed"]),
        both=of_record("2 July and 1 August 2007", "notes:1 minutes:1"),
    )
    odd = sentence("{odd} sent no one.", odd=of_record(ODD, "organisations.csv#odd"))
    return Section("Who took part", (Paragraph(said), figure(), Paragraph(quoted), table(), Paragraph(odd)))


def _two_tier() -> Paragraph:
    turned = "\u202eB_C\u200f\u202c"  # marks that turn the reading direction
    return Paragraph(words(f"Two-tier working asks one thing of a partner {turned}: to be in the room (section 2)."))


def evidence() -> list[Evidence]:
    """What opens behind each mark."""
    held = {cite: CitedLine(cite, cite.replace(":", ", line "), text) for cite, text in LINES.items()}
    entries = [
        Evidence(row.finding_id, f"{row.measure or 'Number'} of {row.finding_id}", str(row.value), "substitutes count",
                 "", tuple(held[cite] for cite in row.cites.split()))
        for row in findings().itertuples()
    ]  # fmt: skip
    rest = [Evidence(cite, f"Cited: {cite}", "", "", "", (line,)) for cite, line in held.items()]
    return entries + rest


def changed(said, old: str, new: str):
    """The briefing, or any part of it, with other words in every text that holds the old ones."""
    if isinstance(said, str):
        return said.replace(old, new)
    if isinstance(said, Sentence | tuple):
        return type(said)(changed(part, old, new) for part in said)
    if not is_dataclass(said):
        return said
    if isinstance(said, Span):
        return replace(said, text=said.text.replace(old, new))
    parts = {part.name: changed(getattr(said, part.name), old, new) for part in fields(said) if part.init}
    return replace(said, **parts)


def papers(said: Briefing) -> dict[str, bytes]:
    """All four files of a briefing."""
    behind = evidence()
    return {
        "briefing.docx": write_docx(said),
        "briefing.pdf": write_pdf(said),
        "briefing.html": write_html(said, behind),
        "evidence.html": write_evidence(said, behind),
    }
