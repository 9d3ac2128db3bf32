"""An edited briefing held against the study: numbers changed, typed in, taken out or no longer true; words are let be.

The Word file knows which study and build it is of, and each of its numbers which finding or line it came from: by the
tag of its content control, or, where LibreOffice saved it and dropped the tags, by the link in it. The file as that
build wrote it is the measure of what was edited, and the study as it now stands of what is still true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

import pandas as pd

from leadnet.briefing.author import names_held
from leadnet.briefing.changed_kept import paper_of
from leadnet.briefing.content import Briefing
from leadnet.briefing.docx import write_docx
from leadnet.briefing.docx_file import BUILD, STUDY, properties
from leadnet.briefing.docx_template import header_texts
from leadnet.briefing.edited_file import as_it_reads, row_of_cells
from leadnet.briefing.edited_text import BODY, Loose, Marked, Place, Reading, Said, reading
from leadnet.briefing.marks import LETTERS, clean, refs, tagged
from leadnet.briefing.paper import assemble, findings_known, lines_cited, study_id
from leadnet.briefing.readback import Mark, read_docx
from leadnet.briefing.settings import Author, read_author
from leadnet.briefing.sources import Sources
from leadnet.build import Built
from leadnet.study.counting import spread
from leadnet.study.tables import StudyError

KINDS = ("changed", "typed in", "no longer true", "taken out")
_NAMES = {"finding": "finding", "record": "from", "quote": "quoted from"}


@dataclass(frozen=True)
class Found:
    """One number of an edited file that is not as it was: kind (one of KINDS), where, and what is said of it."""

    kind: str
    where: str
    said: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.said}"


@dataclass(frozen=True)
class Held:
    """What holding an edited file against the study comes to: what was found, and what must be said beside it."""

    found: tuple[Found, ...]
    note: str = ""


def check_edited(built: Built, file: Path) -> Held:
    """Every number of an edited briefing that is not as the study has it, in reading order; words are let be.

    StudyError when the file is no Word file, none of leadnet's, or of another study.
    """
    try:
        data = file.read_bytes()
        of, data = properties(data), as_it_reads(data)
    except OSError as error:
        raise StudyError(f"{file}: cannot be opened ({error.strerror})") from None
    except StudyError as error:
        raise StudyError(f"{file}: {error}") from None
    if STUDY not in of:
        raise StudyError(f"{file}: this Word file does not say which study it is of; edit the briefing.docx of a build")
    if of[STUDY] != study_id(built):
        raise StudyError(f"{file}: this is a briefing of another study; check it there")
    author = read_author(built.folder.path)
    paper, build = assemble(built, author), of.get(BUILD, "")
    written = paper_of(built.folder.path / "reports", build)
    if not written and build == built.build:
        written = write_docx(paper, author.template)
    holding = _Holding(built, author, paper, _reading(data, paper), written, build)
    return Held(holding.found(), _note(build, built.build, bool(written)))


def _reading(data: bytes, paper: Briefing) -> Reading:
    return reading(read_docx(data), paper, row_of_cells(data))


def _note(build: str, now: str, written: bool) -> str:
    """What must be said of a file of another build than the study's."""
    if build == now:
        return ""
    if written:
        return f"this file is of build {build}, and the study is at {now}: what no longer holds is listed too"
    return (
        f"this file is of build {build or 'unknown'}, which is held no more (the study is at {now}): its numbers are "
        "held against the study as it is, and what was taken out cannot be told"
    )


class _Holding:
    """An edited file beside the file as its build wrote it, and beside the study as it is."""

    def __init__(self, built: Built, author: Author, paper: Briefing, edited: Reading, written: bytes, build: str):
        self.built, self.author, self.paper, self.edited = built, author, paper, edited
        self.known, self.build = bool(written), build
        self.before = _reading(written, paper) if written else edited
        self.opens = {(m.mark.kind, m.mark.ref): m.mark.opens for m in self.before.marked if m.mark.opens}
        self.as_it_was: dict[str, list[Marked]] = defaultdict(list)
        for mark in self.before.marked:
            self.as_it_was[self._key(mark)].append(mark)

    def found(self) -> tuple[Found, ...]:
        """Everything that is not as it was, by kind, each in reading order."""
        found = [*self._changed(), *self._changed_places(), *self._typed_in(), *self._untrue(), *self._taken_out()]
        return tuple(sorted(found, key=lambda each: KINDS.index(each.kind)))

    def _key(self, marked: Marked) -> str:
        """What tells a mark in both files, though LibreOffice leaves the link of it alone."""
        mark = marked.mark
        return mark.opens or self.opens.get((mark.kind, mark.ref)) or f"{mark.kind}:{mark.ref}"

    def _kept(self, marked: Marked) -> Marked | None:
        """The mark as it was, where its numbers are the same; None when they are not, or there was none."""
        for old in self.as_it_was.get(self._key(marked), ()):
            if replace(marked, mark=old.mark).said == old.said:
                return old
        return None

    def _said(self, marked: Marked) -> Said:
        """The numbers under a mark, read as what it was in the file as it went out."""
        old = self.as_it_was.get(self._key(marked))
        return replace(marked, mark=old[0].mark).said if old else marked.said

    def _changed(self) -> Iterator[Found]:
        for place, marked in enumerate(self.edited.marked):
            held = self.as_it_was.get(self._key(marked))
            if held and not self._kept(marked) and self._said(marked):
                old = self._pairs[0].get(place, held[0])
                said = f"“{marked.text.strip()}” stood as “{old.text.strip()}” ({_of(old.mark)})"
                yield Found("changed", marked.where, said)
            elif not held and marked.said:
                yield Found("typed in", marked.where, f"“{marked.text.strip()}” opens at nothing this file had")

    @cached_property
    def _pairs(self) -> tuple[dict[int, Marked], list[Marked]]:
        """Which marked number as it went out each of the edited file was, by its place; and those none of them was."""
        left = {key: [each for each in held if each.said] for key, held in self.as_it_was.items()}
        pairs: dict[int, Marked] = {}
        for same in (True, False):  # those that read the same first, then the likeliest
            for place, each in enumerate(self.edited.marked):
                said, held = self._said(each), left.get(self._key(each), [])
                fits = [old for old in held if old.said == said or not same]
                if said and fits and place not in pairs:
                    pairs[place] = max(fits, key=lambda old: (same and old.where == each.where, _alike(old, each)))
                    held.remove(pairs[place])
        return pairs, [old for held in left.values() for old in held]

    def _changed_places(self) -> Iterator[Found]:
        """Numbers that are as they were and stand where others stood: among the same words, or in another's row."""
        stood: dict[str, list[Place]] = defaultdict(list)
        for place in self.before.places:
            stood[place.words].append(place)
        for place in self.edited.places:
            keys = [self._key(each) for each in place.marks]
            were = [[self._key(each) for each in old.marks] for old in stood[place.words]]
            if not were or keys in were or not all(map(self._kept, place.marks)):
                continue
            likeliest = min(were, key=lambda old: sum(a != b for a, b in zip(keys, old, strict=True)))
            old = stood[place.words][were.index(likeliest)]
            for mark, was in zip(place.marks, old.marks, strict=True):
                if self._key(mark) != self._key(was) and mark.said != was.said:
                    said = f"“{mark.text.strip()}” stands where “{was.text.strip()}” stood ({_of(was.mark)})"
                    yield Found("changed", mark.where, said)

    def _typed_in(self) -> Iterator[Found]:
        """Numbers under no mark that stood nowhere beside the same word, and are no name's."""
        stood = {known for each in self.before.loose for known in each.stands} if self.known else set()
        whole = {each.whole for each in self.before.loose if each.role not in BODY}
        for each in self.edited.loose:
            unseen = each.role not in BODY and (each.whole in whole or not self.known)
            if unseen or stood.intersection(each.stands) or self._is_named(each):
                continue
            yield Found("typed in", each.where, f"“{each.text}” is no finding, date or quotation (…{each.around}…)")

    def _is_named(self, each: Loose) -> bool:
        return any(start <= each.start and each.end <= end for start, end in self.sources.named(each.whole))

    def _untrue(self) -> Iterator[Found]:
        """Numbers left as they were that the study does not give any more."""
        kind = "no longer true" if self.paper.build != self.build else "changed"
        for marked in self.edited.marked:
            old = self._kept(marked)
            if old is None or self._cannot_be_looked_up(old.mark):
                continue
            mark = replace(old.mark, opens="")
            for said in self.sources.faults(mark, old.text, marked.after):  # its numbers, however they are written now
                yield Found(kind, marked.where, said)

    def _taken_out(self) -> Iterator[Found]:
        """Marked numbers of which fewer stand in the edited file; one put into words has none any more."""
        for gone in sorted(self._pairs[1], key=self.before.marked.index):
            yield Found("taken out", gone.where, f"“{gone.text.strip()}” ({_of(gone.mark)})")

    def _cannot_be_looked_up(self, mark: Mark) -> bool:
        """Whether a tag was shortened and nothing of the study as it is leads back from it."""
        return mark.ref.startswith("sha1-") and f"{LETTERS.get(mark.kind, '')}:{mark.ref}" not in self._tags

    @cached_property
    def _tags(self) -> dict[str, tuple[str, str]]:
        known = (*self._findings["finding_id"], *self._lines, *(ref for _, ref in refs(self.paper)))
        return tagged(map(clean, known))

    @cached_property
    def _findings(self) -> pd.DataFrame:
        return findings_known(self.built)

    @cached_property
    def _lines(self) -> dict[str, str]:
        """The text behind each cite of the paper as it is, and of the marks of the file as it was."""
        held = lines_cited(self.built, self.paper, self._findings, self.author)
        cites = {cite for old in self.before.marked if old.mark.kind in LETTERS for cite in old.mark.ref.split()}
        for cite in sorted(cites - {*held}):
            texts = [self.built.texts.get(line) for line in spread(cite)]
            if None not in texts:
                held[cite] = "\n".join(map(self.built.hide, texts))
        return held

    @cached_property
    def sources(self) -> Sources:
        """What the study as it is gives."""
        names = names_held(self.built) | header_texts(self.author.template)
        return Sources(self.paper, self._findings, self._lines, names)


def _alike(one: Marked, other: Marked) -> float:
    return SequenceMatcher(None, one.text, other.text).ratio()


def _of(mark: Mark) -> str:
    """What a mark is of, in words."""
    return f"{_NAMES.get(mark.kind, 'link')} {mark.ref}"
