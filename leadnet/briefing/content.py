"""The briefing as content: what is said, in order, before any of the three writers lays it out."""

from __future__ import annotations

from dataclasses import dataclass, field

from leadnet.figures import PAGE, Drawn
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence, Span


@dataclass(frozen=True)
class Styled(Span):
    """A span the author set in bold or italics."""

    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph (2.1, 2.2 …), or one lettered limb of the paragraph above it."""

    text: Sentence
    limb: bool = False


@dataclass(frozen=True)
class TableExhibit:
    """A table with its caption and source. `header` names the columns; the first column heads each row.

    The writers print "Table 1: " before the caption, and the source line as it is given.
    """

    caption: Sentence
    source: Sentence
    header: tuple[str | Sentence, ...]  # a heading that holds a number, such as a year, is a Sentence
    rows: tuple[tuple[Sentence, ...], ...]
    widths: tuple[float, ...] = ()  # shares of the page's width, one a column; equal when none are given
    label: str = field(default="Table", init=False)


@dataclass(frozen=True)
class FigureExhibit:
    """A chart with headline, source, and a text that says what it shows to who cannot see it.

    The writers print "Figure 1: " before the caption, and the source line as it is given. The number check reads the
    words and numbers drawn in the chart too.
    """

    caption: Sentence
    source: Sentence
    alt: Sentence
    drawn: Drawn = field(repr=False)
    data: TableExhibit | None = None  # the numbers behind the chart, which the web page shows on asking
    label: str = field(default="Figure", init=False)

    def __post_init__(self) -> None:
        """StudyError for a chart that says nothing to who cannot see it."""
        if not str(self.alt).strip():
            raise StudyError(f"the chart “{self.caption}” has no alternative text; say in words what it shows")

    @property
    def width(self) -> float:
        """Share of the page's width."""
        return self.drawn.width / PAGE

    def __repr__(self) -> str:
        return f"{self.caption}. {self.alt}"

    def _repr_png_(self) -> bytes:
        return self.drawn.png


@dataclass(frozen=True)
class Section:
    """A numbered section: its heading and what stands under it, in order."""

    heading: str
    blocks: tuple[Paragraph | TableExhibit | FigureExhibit, ...]


@dataclass(frozen=True)
class Briefing:
    """The whole paper. `details` are the rows of the title block; `footer` stands on every page."""

    title: str
    details: tuple[tuple[str, Sentence], ...]
    sections: tuple[Section, ...]
    footer: Sentence
    build: str  # first letters of the hash of inputs and version
    date: str  # ISO; the only date the files carry
    made_up: bool = False
    study: str = ""  # a hash that all builds of one study share


@dataclass(frozen=True)
class CitedLine:
    """One line of a paper (or row of the study) as the evidence shows it.

    `cite` is its key, as `notes:12` or `doc:8-31`; `where` says it in words; `text` is what is printed there.
    """

    cite: str
    where: str
    text: str


@dataclass(frozen=True)
class Evidence:
    """What opens behind one mark: a finding and the lines it was counted from.

    For a date, name or quotation `finding_id` is the mark's ref (its cites) and `value` is blank.
    """

    finding_id: str
    words: str
    value: str
    rules: str
    note: str
    lines: tuple[CitedLine, ...]
