"""Sentences that remember where each of their numbers, dates and quotations came from.

A sentence is a tuple of spans. `str(sentence)` is what a reader reads; the spans are what a writer marks
and what the number check holds against the findings and the lines of the papers.
"""

from __future__ import annotations

import string
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from leadnet.study.mask_counts import instead

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class Span:
    """A run of text: words (no number in it), a finding, something off a record row, or a quotation.

    `ref` is the finding_id of a finding, and the cites of the other two.
    """

    text: str
    kind: str = "words"
    ref: str = ""

    def __str__(self) -> str:
        return self.text


class Sentence(tuple):
    """Spans in order; `str()` gives the plain text, `+` joins two."""

    def __str__(self) -> str:
        return "".join(span.text for span in self)

    def __add__(self, other: Iterable[Span]) -> Sentence:
        return Sentence((*self, *other))


def figure(value: object) -> str:
    """A number as printed: no trailing zeros, thousands parted by commas.

    >>> figure(1770.0), figure(2.5), figure(15)
    ('1,770', '2.5', '15')
    """
    number = round(float(value), 2)
    return f"{number:,.0f}" if number.is_integer() else f"{number:,}"


def number(finding: object) -> Span:
    """A finding's value, as a span that names it. `finding` is a row of Findings (attribute access)."""
    return Span(instead(finding.value, finding.note) or figure(finding.value), "finding", finding.finding_id)


def share(finding: object) -> Span:
    """A finding's counts, `8 of 21`, as a span that names it."""
    words = instead(finding.n, finding.note) or f"{figure(finding.n)} of {figure(finding.of)}"
    return Span(words, "finding", finding.finding_id)


def long_date(iso: str) -> str:
    """A date in words.

    >>> long_date("2007-07-02")
    '2 July 2007'
    """
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day(iso: str, cites: str) -> Span:
    """A date taken from a record row, in words."""
    return Span(long_date(iso), "record", cites)


def of_record(text: str, cites: str) -> Span:
    """A minute, paragraph or page number, or a name that holds a number, taken from a record row."""
    return Span(str(text), "record", cites)


def quote(text: str, cites: str) -> Span:
    """Words of a paper, word for word, in quotation marks."""
    return Span(f"“{text}”", "quote", cites)


def sentence(template: str, **slots: object) -> Sentence:
    """A sentence from a template; each slot is a Span, a Sentence, or plain words.

    A slot may bring the noun it counts: `{n:paper|papers}` is `1 paper` or `5 papers`.

    >>> str(sentence("It met on {day}.", day=day("2007-07-02", "notes:1")))
    'It met on 2 July 2007.'
    >>> str(sentence("{n:paper|papers} held", n="1")), str(sentence("{n:paper|papers} held", n="0"))
    ('1 paper held', '0 papers held')
    """
    spans: list[Span] = []
    for words, slot, noun, _ in string.Formatter().parse(template):
        spans += [Span(words)] if words else []
        if slot is not None:
            value = slots[slot]
            spans += (
                list(value) if isinstance(value, Sentence) else [value if isinstance(value, Span) else Span(str(value))]
            )
            spans += [Span(f" {_noun(str(value), noun)}")] if noun else []
    return Sentence(spans)


def _noun(count: str, noun: str) -> str:
    singular, _, plural = noun.partition("|")
    return singular if count == "1" else plural


def listed(parts: Iterable[object], last: str = "and") -> Sentence:
    """Spans, sentences or words as a list in running text.

    >>> str(listed(["Blaby", "Melton", "Harborough"]))
    'Blaby, Melton and Harborough'
    """
    parts = [
        part if isinstance(part, Sentence) else Sentence((part if isinstance(part, Span) else Span(part),))
        for part in parts
    ]
    found = Sentence()
    for place, part in enumerate(parts):
        end = f" {last} " if last.isalpha() else f"{last} "
        joint = "" if place == 0 else end if place == len(parts) - 1 else ", "
        found = found + ((Span(joint),) if joint else ()) + part
    return found
