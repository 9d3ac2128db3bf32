"""What a mark rests on, and whether it says so truly: the findings table and the lines of the papers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

import pandas as pd

from leadnet.briefing.content import Briefing
from leadnet.briefing.marks import LETTERS, anchor, clean, href, refs, tagged
from leadnet.briefing.readback import Mark
from leadnet.briefing.tokens import Day, Number, days, folded, numbers
from leadnet.build import NOT_READ
from leadnet.study.mask_counts import instead
from leadnet.study.words import figure

_COLUMNS = ("value", "n", "of", "low", "high")
_YEAR = re.compile(r"(?:1[89]|20)\d\d", re.ASCII)
_PERCENT = re.compile(r"%|per ?cent", re.IGNORECASE)


class Sources:
    """The findings and lines a paper's marks may rest on, and the names it may print, numbers and all."""

    def __init__(
        self, briefing: Briefing, findings: pd.DataFrame, lines: Mapping[str, str], names: Collection[str] = ()
    ):
        self.briefing = briefing
        self.lines = {clean(cite): folded(clean(text)) for cite, text in lines.items()}
        self.findings: dict[str, list[Mapping[str, object]]] = {}
        for row in findings.to_dict("records"):
            self.findings.setdefault(clean(row["finding_id"]), []).append(row)
        self._names = names_pattern(names)

    def named(self, text: str) -> list[tuple[int, int]]:
        """The places of a text at which a known name stands that holds a number, such as "Area 5 Board"."""
        return [found.span() for found in self._names.finditer(text)]

    def faults(self, mark: Mark, text: str, after: str = "") -> list[str]:
        """What is untrue of a text under this mark, each in words; `after` is what is printed behind it."""
        ref = self._ref(mark)
        kind = mark.kind if mark.kind != "link" else self._kind(ref, text)
        if unknown := self._unknown(kind, ref):
            return [f'"{text}" opens at {unknown}']
        elsewhere = [f'"{text}" does not open where {ref} stands'] if mark.opens not in ("", anchor(ref)) else []
        if kind == "finding":
            return [*elsewhere, *_finding_faults(text, after, ref, self.findings[ref])]
        said = [self.lines[cite] for cite in ref.split()]
        if NOT_READ in said:  # whoever wrote the row of the study read the paper; it says so where the number opens
            return elsewhere
        return [*elsewhere, *(_quote_faults if kind == "quote" else _record_faults)(text, ref, said)]

    def _unknown(self, kind: str, ref: str) -> str:
        """What of a ref is not held, in words; blank when all of it is."""
        if kind == "finding":
            return "" if ref in self.findings else f"{ref}, which is no finding"
        missing = [cite for cite in ref.split() if cite not in self.lines] or ([] if ref.split() else ["nothing"])
        return f"{missing[0]}, which is no line held" if missing else ""

    def _kind(self, ref: str, text: str) -> str:
        """A PDF's link does not say what it is: a finding's opens at one, a quotation stands in quotation marks."""
        if ref in self.findings or not all(cite in self.lines for cite in ref.split()):
            return "finding"
        return "quote" if text.lstrip().startswith("“") else "record"

    def _ref(self, mark: Mark) -> str:
        """The ref a mark stands for: itself, or what a link or a shortened Word tag was made from."""
        if mark.kind == "link":
            return self._links.get(mark.ref, mark.ref)
        return self._tags.get(f"{LETTERS.get(mark.kind, '')}:{mark.ref}", ("", mark.ref))[1]

    @cached_property
    def _known(self) -> set[str]:
        """Every ref a mark may be made from. Being here makes none true: its cites or its finding are looked up."""
        return {*self.findings, *self.lines, *(clean(ref) for _, ref in refs(self.briefing))}

    @cached_property
    def _links(self) -> dict[str, str]:
        return {href(ref): ref for ref in self._known}

    @cached_property
    def _tags(self) -> dict[str, tuple[str, str]]:
        return tagged(self._known)


def names_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names that hold a number and a word beside it, longest first; a number alone is no name."""
    plain = {folded(clean(name)).strip() for name in names}
    held = (name for name in plain if any(re.search(r"[^\W\d]", rest) for rest in _rest(name)))
    known = sorted(held, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)") if known else re.compile(r"(?!)")


def _rest(name: str) -> list[str]:
    """What is left of a name without its number; nothing when it holds none."""
    tokens = numbers(name)
    return [name[: tokens[0].start] + name[tokens[-1].end :]] if tokens else []


def _finding_faults(text: str, after: str, ref: str, rows: list[Mapping[str, object]]) -> Iterator[str]:
    """What is printed under a finding's mark and is not what the finding holds, or not in that part."""
    if any(text.strip() in (instead(row["value"], row["note"]), instead(row["n"], row["note"])) for row in rows):
        return
    held = [{name: _printed(row, name) for name in _COLUMNS} for row in rows]
    given = ", ".join(sorted({value for row in held for value in row.values() if value}, key=lambda v: (len(v), v)))
    dated = days(text) if any(_dates(row) for row in rows) else []
    tokens = _outside(numbers(text), dated)
    strange = [text[day.start : day.end] for day in dated if not any(day.iso in _dates(row) for row in rows)]
    strange += [token.text for token in tokens if not any(token.figures in filter(None, row.values()) for row in held)]
    strange += [token.text for token in tokens if not _same_unit(token, text + after, rows)]
    for printed in dict.fromkeys(strange):
        yield f'"{printed}" is not what finding {ref} gives ({given})'
    shared = len(tokens) == 2 and text[tokens[0].end : tokens[1].start].strip() in ("of", "beside")
    chance = after.startswith(" by chance")
    isos, figures = [day.iso for day in dated], [token.figures for token in tokens]
    fits = (
        _in_place(figures, shared, chance, row) and _in_order(isos, _dates(whole))
        for row, whole in zip(held, rows, strict=True)
    )
    if not strange and not any(fits):
        yield f'"{text.strip()}" is not {"the count of" if shared else "as given by"} finding {ref} ({given})'


def _in_place(figures: list[str], shared: bool, chance: bool, row: Mapping[str, str]) -> bool:
    """Whether figures stand for what they are: `8 of 21` is n and of (`8 beside 7.2` too, of meetings by
    chance), two are low and high, a single one the value, or `of` where "by chance" follows.

    Low or high may stand alone where there is no value it could be taken for.
    """
    if len(figures) == 2:
        return figures == ([row["n"], row["of"]] if shared else _ends(row))
    alone = [row["of"]] if chance else [row["value"]] if row["value"] else _ends(row)
    return not figures or (len(figures) == 1 and figures[0] in alone)


def _in_order(isos: list[str], dates: list[str]) -> bool:
    return len(isos) < 2 or isos in (dates[:2], dates[2:])


def _dates(row: Mapping[str, object]) -> list[str]:
    """The dates a finding gives: its ends where they are dates, then the ends of its window."""
    ends = [str(row[end])[:10] for end in ("low", "high") if row["range"] == "dates" and isinstance(row[end], str)]
    return [*(ends or ["", ""]), *(str(row[end]) for end in ("since", "until") if row[end])]


def _ends(row: Mapping[str, str]) -> list[str]:
    return [row["low"], row["high"]]


def _printed(row: Mapping[str, object], name: str) -> str:
    value = row[name]
    if pd.isna(value) or value == "":
        return ""
    return value[:10] if isinstance(value, str) and row["range"] == "dates" else figure(value)


def _same_unit(token: Number, text: str, rows: list[Mapping[str, object]]) -> bool:
    """A per cent sign may follow only a finding counted in per cent."""
    signed = text[token.end :].lstrip().startswith("%")
    return not signed or any(_PERCENT.search(str(row["unit"])) for row in rows)


def _record_faults(text: str, ref: str, said: list[str]) -> Iterator[str]:
    """Dates and numbers under a record's mark that stand in none of its lines."""
    printed = [day for line in said for day in days(line)]
    tokens = {_compared(token) for line in said for token in numbers(line)}
    if _YEAR.fullmatch(text.strip()):  # an axis names the years between those of its dates too
        tokens |= _years_between([*(str(day.year) for day in printed), *tokens])
    dated = days(text)
    for day in dated:
        if not any(day.stands_for(other) for other in printed):
            yield f'"{text[day.start : day.end]}" does not stand in {ref}'
    for token in _outside(numbers(text), dated):
        if _compared(token) not in tokens:
            yield f'"{token.text}" does not stand in {ref}'


def _years_between(printed: Iterable[str]) -> set[str]:
    years = [int(year) for year in printed if _YEAR.fullmatch(year)]
    return {str(year) for year in range(min(years), max(years) + 1)} if years else set()


def _compared(token: Number) -> str:
    """A token as it must stand in a line: figures as figures, with or without "th"; words as words."""
    return token.figures if token.text[-1:].isdigit() or token.text[:1].isdigit() else token.text.casefold()


def _outside(tokens: list[Number], dated: list[Day]) -> list[Number]:
    return [token for token in tokens if not any(day.start <= token.start and token.end <= day.end for day in dated)]


def _quote_faults(text: str, ref: str, said: list[str]) -> Iterator[str]:
    """A quotation that does not stand word for word in its lines; one may run on from line to line."""
    words = text.strip()
    words = words[1:] if words.startswith("“") else words
    words = (words[:-1] if words.endswith("”") else words).strip()
    if not any(_unbroken(words) in _unbroken(line) for line in (*said, " ".join(said))):
        yield f'"{text.strip()}" does not stand word for word in {ref}'


def _unbroken(text: str) -> str:
    """A text without spaces after slashes: a PDF's line may end there, where no space stood."""
    return text.replace("/ ", "/")
