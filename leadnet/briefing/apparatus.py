"""The paper's own numbers: sections, paragraphs, limbs, figures, tables, pages, its build and its date.

They are no findings; they are right when each is the next in its sequence, or points at one that exists.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from leadnet.briefing.content import Briefing
from leadnet.briefing.layout import limb_label
from leadnet.briefing.marks import clean
from leadnet.briefing.readback import Passage
from leadnet.briefing.tokens import days, folded

_SECTION = re.compile(r"(\d+)\.(?=\s)")
_PARAGRAPH = re.compile(r"(\d+)\.(\d+)(?=\s)")
_LIMB = re.compile(r"\(([a-z]{1,2})\)(?=\s)")
_CAPTION = re.compile(r"(Figure|Table) (\d+)(?=: )")
_PAGE = re.compile(r"Page (\d+) of (\d+)")
POINTERS = re.compile(
    r"\b(Figure|Table|[Ss]ection|[Pp]aragraph)s? (\d+(?:\.\d+)?(?:(?:, | and | or | to )\d+(?:\.\d+)?(?!\w))*)"
)
Spot = tuple[int, int]


class Apparatus:
    """Where one reads in a file, and which unmarked numbers of a passage are the paper's own."""

    def __init__(self, briefing: Briefing, passages: Sequence[Passage]):
        self.briefing = briefing
        self.exists: set[tuple[str, str]] = set()  # every number that may be pointed at, such as ("Figure", "1")
        self._restart()
        for read in passages:
            self.enter(read)
        self._restart()

    def _restart(self) -> None:
        self.section = self.paragraph = self.limb = self.pictures = 0
        self.exhibits: Counter[str] = Counter()
        self.exhibit = ""
        self.opening: Spot | None = None  # where this passage's own number stands, when it is the one due
        self.wrong: Spot | None = None  # where it stands when it is not

    def enter(self, read: Passage) -> str:
        """Take in the next passage; gives where it is, in words."""
        self.opening = self.wrong = None
        fixed = {"meta": "document title", "footer": "footer", "hidden": "text for screen readers"}
        if read.role == "alt":
            self.pictures += 1
            return f"Figure {self.pictures}, alternative text"
        if read.role in fixed:
            return f"page {read.page}, {fixed[read.role]}" if read.page else fixed[read.role]
        if read.role != "cell":
            self._number(read)
        place = self._place(read)
        return f"page {read.page}, {place}" if read.page else place

    def _number(self, read: Passage) -> None:
        """Hold the number a heading, paragraph, limb or caption begins with against the one that is due."""
        text = _unmarked_start(read)
        if read.role == "heading" and (found := _SECTION.match(text)):
            self._next(found, ("Section", found[1]), int(found[1]) == self.section + 1)
            self.section, self.paragraph, self.limb, self.exhibit = int(found[1]), 0, 0, ""
        elif read.role == "text" and (found := _PARAGRAPH.match(text)):
            due = (int(found[1]), int(found[2])) == (self.section, self.paragraph + 1)
            self._next(found, ("Paragraph", found.group()), due)
            self.paragraph, self.limb, self.exhibit = int(found[2]), 0, ""
        elif read.role == "text" and (found := _LIMB.match(text)):
            self.limb, self.exhibit = self.limb + 1, ""
        elif read.role == "text" and (found := _CAPTION.match(text)):
            self.exhibits[found[1]] += 1
            self._next(found, (found[1], found[2]), int(found[2]) == self.exhibits[found[1]])
            self.exhibit = found.group()

    def _next(self, found: re.Match[str], target: tuple[str, str], due: bool) -> None:
        """Note the number a passage begins with: right, and then it may be pointed at; or out of sequence."""
        self.opening, self.wrong = (found.span(), None) if due else (None, found.span())
        if due:
            self.exists.add(target)

    def _place(self, read: Passage) -> str:
        if self.exhibit:
            return f"{self.exhibit}, cell “{read.text.strip()[:30]}”" if read.role == "cell" else self.exhibit
        if not self.section:
            return "title block" if read.role == "cell" else "title"
        if read.role == "heading":
            return f"heading of section {self.section}"
        paragraph = f"paragraph {self.section}.{self.paragraph}" if self.paragraph else f"section {self.section}"
        return f"{paragraph} {limb_label(self.limb)}" if self.limb else paragraph

    def allowed(self, read: Passage) -> list[Spot]:
        """The places of the passage at which the paper's own numbers stand, and are right."""
        spots = [self.opening] if self.opening else []
        pointers = (found for found in POINTERS.finditer(read.text) if found.span() != self.wrong)
        spots += [found.span() for found in pointers if self._points(found)]
        if read.role == "footer":
            spots += self._footer(read)
        if read.role == "footer" or (not self.section and read.role == "cell"):
            spots += [(day.start, day.end) for day in days(read.text) if day.iso == self.briefing.date]
        return spots

    def _points(self, found: re.Match[str]) -> bool:
        """Whether every figure, table, section or paragraph pointed at is there."""
        return all((found[1].title(), number) in self.exists for number in re.findall(r"\d+(?:\.\d+)?", found[2]))

    def _footer(self, read: Passage) -> Iterator[Spot]:
        """The build, Page x of y, and in a PDF, whose footer can hold no links, the briefing's own footer sentence."""
        yield from (found.span() for found in re.finditer(rf"\b{re.escape(self.briefing.build)}\b", read.text))
        for found in _PAGE.finditer(read.text):
            if not read.page or (int(found[1]), int(found[2])) == (read.page, read.pages):
                yield found.span()
        said = folded(clean(str(self.briefing.footer))).strip()
        if read.page and said:
            yield from (found.span() for found in re.finditer(re.escape(said), read.text))


def _unmarked_start(read: Passage) -> str:
    """The passage's text up to its first mark: a number under a mark is no number of the paper's own."""
    text = ""
    for part, mark in read.runs:
        if mark is not None:
            break
        text += part
    return text
