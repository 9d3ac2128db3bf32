"""The author's own words: Markdown from briefing.toml as paragraphs, each number in them accounted for.

Paragraphs, **bold**, *italics* and lists (which become lettered limbs) are known, nothing else. A finding is called as
`{{ papers_held() }}`; words of a paper stand in quotation marks; a date is the author's; any other number of the
author's own is marked, as `[own: 12]`, and printed with a note that says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property

from markdown_it import MarkdownIt

from leadnet.briefing.apparatus import POINTERS
from leadnet.briefing.calls import called
from leadnet.briefing.content import Paragraph, Styled
from leadnet.briefing.marks import clean
from leadnet.briefing.quotations import PaperLines
from leadnet.briefing.settings import WHERE
from leadnet.briefing.sources import names_pattern
from leadnet.briefing.tokens import days, numbers
from leadnet.build import Built
from leadnet.study.tables import StudyError
from leadnet.study.words import Sentence, Span

OWN_NOTE = " (the author’s own figure)"
_MARKED = re.compile(r"\{\{(?P<call>.*?)\}\}|\[own:(?P<own>[^\]\n]*)\]", re.DOTALL)
_HELD = re.compile(r"([\ue000-\uf8ff])")  # stands for a call while Markdown and the mask do their work
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
_BLOCKS = {"paragraph", "bullet_list", "ordered_list", "list_item", "inline"}
_MARKS = {"text", "softbreak", "hardbreak", "strong", "em"}
_ALLOWED = "the author's words may hold paragraphs, **bold**, *italics* and lists"
_MARKDOWN = MarkdownIt("commonmark")
_LOOK = {"strong": "bold", "em": "italic"}


class AuthorsWords:
    """Turns the author's texts into sentences; StudyError names the line of briefing.toml at fault."""

    def __init__(self, built: Built, raw: str, names: Collection[str] = ()):
        self.built, self.raw = built, raw
        self._names = names_pattern(names)

    @cached_property
    def _papers(self) -> PaperLines:
        return PaperLines(self.built)

    def paragraphs(self, text: str) -> tuple[Paragraph, ...]:
        """Each paragraph, and each entry of a list as a limb."""
        return tuple(Paragraph(said, limb) for said, limb in self._inlines(text))

    def line(self, text: str) -> Sentence:
        """A text of one paragraph, as a recommendation."""
        found = [said for said, _ in self._inlines(text)]
        if len(found) > 1:
            self._refuse(text, "these words are one paragraph; take the blank line out")
        return found[0] if found else Sentence()

    def _inlines(self, text: str) -> Iterator[tuple[Sentence, bool]]:
        held: list[str] = []

        def keep(found: re.Match[str]) -> str:
            held.append(found.group())
            return chr(0xE000 + len(held) - 1)

        source = self.built.hide(_MARKED.sub(keep, _HELD.sub("", clean_lines(text))))
        depth = 0
        for token in _MARKDOWN.parse(source):
            kind = re.sub(r"_(open|close)$", "", token.type)
            if kind not in _BLOCKS:
                self._refuse(_put_back(token.content or _line_at(source, token.map), held), f"{kind}: {_ALLOWED}")
            depth += token.nesting if kind == "list_item" else 0
            if kind == "inline":
                yield self._sentence(token.children or [], held), depth > 0

    def _sentence(self, tokens: Sequence, held: list[str]) -> Sentence:
        """The words between two ends of a paragraph; bold and italics are kept on every span."""
        spans: list[Span] = []
        look: dict[str, bool] = {}
        for token in tokens:
            kind = re.sub(r"_(open|close)$", "", token.type)
            if kind not in _MARKS:
                self._refuse(_put_back(token.content, held), f"{kind.replace('_', ' ')}: {_ALLOWED}")
            if kind in _LOOK:
                look[_LOOK[kind]] = token.nesting == 1
                continue
            said = self._spans(token.content if kind == "text" else " ", held)
            spans += (Styled(span.text, span.kind, span.ref, **look) if any(look.values()) else span for span in said)
        plain = "".join(span.text for span in spans if span.kind == "words")
        if self.built.hide(plain) != plain:
            self._refuse(plain, "this names someone the study may not name; write the post")
        return Sentence(spans)

    def _spans(self, text: str, held: list[str]) -> Iterator[Span]:
        for part in _HELD.split(text):
            if not _HELD.fullmatch(part):
                yield from self._plain(part)
                continue
            words = held[ord(part) - 0xE000]
            found = _MARKED.fullmatch(words)
            if found["call"] is None:
                yield Span(found["own"].strip(), "record", self._cite(words))
                yield Span(OWN_NOTE)
                continue
            try:
                yield from called(self.built, found["call"])
            except StudyError as error:
                self._refuse(words, str(error))

    def _plain(self, text: str) -> Iterator[Span]:
        """Words; quotations of papers, dates, and an error for any other number."""
        yield from _each(_QUOTED, text, self._quotation, self._dated)

    def _quotation(self, found: re.Match[str]) -> Iterator[Span]:
        words = found[1] or found[2]
        cite = self._papers.cite_of(words)
        if cite:
            yield Span(f"“{words}”", "quote", cite)
        else:
            yield Span("“")
            yield from self._dated(words)
            yield Span("”")

    def _dated(self, text: str) -> Iterator[Span]:
        at = 0
        for day in days(text):
            yield from self._words(text[at : day.start])
            yield Span(text[day.start : day.end], "record", self._cite(text[day.start : day.end]))
            at = day.end
        yield from self._words(text[at:])

    def _words(self, text: str) -> Iterator[Span]:
        known = [found.span() for pattern in (self._names, POINTERS) for found in pattern.finditer(text)]
        for token in numbers(text):
            if not any(begin <= token.start and token.end <= end for begin, end in known):
                self._refuse(
                    text.strip(),
                    f'"{token.text}" is no finding, date or quotation of a paper held; call a finding, as '
                    "{{ papers_held() }}, quote the paper word for word, or mark the number as your own, as "
                    f"[own: {token.text}]",
                )
        if text:
            yield Span(text)

    def _cite(self, words: str) -> str:
        """The lines of briefing.toml at which these words stand, as a cite."""
        first, last = self._lines(words)
        if not first:
            self._refuse(words, "write it as it is to be printed, without a backslash")
        return f"{WHERE}:{first}" if first == last else f"{WHERE}:{first}-{last}"

    def _lines(self, words: str) -> tuple[int, int]:
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = re.search(pattern, self.raw) if pattern else None
        if not found:
            return 0, 0
        return tuple(self.raw.count("\n", 0, place) + 1 for place in found.span())

    def _refuse(self, words: str, fault: str) -> None:
        line = self._lines(words)[0]
        short = " ".join(words.split())[:60]
        raise StudyError(f"{WHERE}{f' line {line}' if line else ''} (“{short}”): {fault}")


def clean_lines(text: str) -> str:
    """Clean text that keeps its line ends, which Markdown reads."""
    return "\n".join(clean(line) for line in text.strip().splitlines())


def _put_back(text: str, held: Sequence[str]) -> str:
    return _HELD.sub(lambda found: held[ord(found[0]) - 0xE000], text)


def _line_at(source: str, at: Sequence[int] | None) -> str:
    return source.splitlines()[at[0]] if at else ""


def _each(
    pattern: re.Pattern[str],
    text: str,
    found: Callable[[re.Match[str]], Iterator[Span]],
    between: Callable[[str], Iterator[Span]],
) -> Iterator[Span]:
    """The spans of what the pattern finds, and of the text between."""
    at = 0
    for match in pattern.finditer(text):
        yield from between(text[at : match.start()])
        yield from found(match)
        at = match.end()
    yield from between(text[at:])


def names_held(built: Built) -> set[str]:
    """Names the study holds, in which a number is part of the name: bodies, workstreams, stages, organisations."""
    return {*built.names.values(), *built.shorts.values(), *built.bodies["name"], *built.bodies["short"]} - {""}
