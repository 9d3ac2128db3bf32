"""What a paper holds once it is read: small frozen records, each with the line it was taken from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leadnet.documents.printable import printable
from leadnet.study.tables import StudyError


class Unread(StudyError):
    """A paper that cannot be read; its text is one line that names the file and says what to do."""

    def __init__(self, said: str):
        super().__init__(" ".join(printable(said).split())[:1000])


@dataclass(frozen=True)
class Line:
    """One numbered line of the reader's own text of a paper; `page` is None where the format has no pages."""

    number: int
    page: int | None
    text: str


@dataclass(frozen=True)
class Source:
    """Where something stands: its line (`12`, or `12-13` over two), its page, and the words as printed."""

    line: str
    page: int | None
    text: str

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Source:
        """The place these lines take up.

        >>> Source.of([Line(12, None, "John Smith,"), Line(13, None, "Director")])
        Source(line='12-13', page=None, text='John Smith, Director')
        """
        first, last = lines[0], lines[-1]
        span = str(first.number) if first is last else f"{first.number}-{last.number}"
        return cls(span, first.page, " ".join(line.text.strip() for line in lines))

    @property
    def numbers(self) -> range:
        """Every line number it takes up."""
        return range(self.first, int(self.line.split("-")[-1]) + 1)

    @property
    def first(self) -> int:
        """The first line number, to sort by."""
        return int(self.line.split("-")[0])


@dataclass(frozen=True)
class Problem:
    """Something that could not be taken from the paper, and what to do about it."""

    line: str
    what: str
    do: str


@dataclass(frozen=True)
class Attendee:
    """One entry of an attendance list; the fields are the columns of `attendance`."""

    source: Source
    heading: str
    part: str
    status: str
    printed: str
    person: str
    title: str = ""
    role: str = ""
    organisations: tuple[str, ...] = ()
    mode: str = "unknown"
    chair: bool = False
    on_behalf_of: str = ""
    items: tuple[str, ...] = ()
    arrived: str = ""
    left: str = ""
    sure: bool = True


@dataclass(frozen=True)
class Due:
    """When something is to be done: the words, the days they allow, and whether they give a day or `by <month>`."""

    printed: str
    since: str = ""
    until: str = ""
    exact: bool = False


@dataclass(frozen=True)
class Decision:
    """One limb of a decision, one action, or one commitment in running text."""

    source: Source
    kind: str
    marked: str
    text: str
    limb: str = ""
    owners: tuple[str, ...] = ()
    due: Due | None = None
    asks: bool = False


@dataclass(frozen=True)
class Item:
    """One item of a meeting; number and title are empty where the paper prints none."""

    source: Source
    number: str
    title: str
    decisions: tuple[Decision, ...] = ()
    commitments: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Body:
    """A board or group as the paper names it, and the abbreviation it prints beside the name."""

    name: str
    short: str = ""


@dataclass(frozen=True)
class Meeting:
    """The meeting a paper is the record of; what the paper does not say is empty."""

    source: Source
    body: Body
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    venue: str = ""
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Reference:
    """Another meeting a paper speaks of; `own` where it is one of the paper's own body."""

    source: Source
    body: str
    own: bool
    date: str
    known_by: str
    printed: str
    year_printed: bool = True


@dataclass(frozen=True)
class Mention:
    """A name or reference as printed, at its line."""

    line: str
    kind: str
    printed: str


@dataclass(frozen=True)
class ListedSeat:
    """A seat as a list of members, a circulation list or a vacancy prints it; it is no attendance.

    `found_in` is membership, circulation or attendance (there only what is vacant); `body` is the body the list names,
    blank for the paper's own.
    """

    source: Source
    found_in: str
    heading: str
    printed: str
    person: str = ""
    role: str = ""
    organisations: tuple[str, ...] = ()
    part: str = "unknown"
    vacant: bool = False
    body: str = ""


@dataclass(frozen=True)
class Paper:
    """One paper, read: what it is, its lines (with the part each plays), and what they say.

    `kind` is one of leadnet.study.schema.KINDS and `kind_because` says in words why; `body` and `date` are None where
    the paper gives none; `meetings` is empty for a paper that is not the record of one, and several for a register.
    """

    doc_id: str
    file: str
    sha256: str
    kind: str
    kind_because: str
    body: str | None
    date: str | None
    lines: tuple[Line, ...]
    parts: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    references: tuple[Reference, ...]
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]
    short: str = ""
    seats: tuple[ListedSeat, ...] = ()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting a paper is the record of; of a register of several the first."""
        return self.meetings[0] if self.meetings else None
