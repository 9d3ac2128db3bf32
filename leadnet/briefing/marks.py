"""Where a mark leads: the anchors, tags and clean text that all three writers and the number check agree on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from leadnet.briefing.content import Briefing, FigureExhibit, Paragraph, TableExhibit
from leadnet.study.harmless import clean
from leadnet.study.words import Sentence, Span

EVIDENCE_FILE = "evidence.html"
LETTERS = {"finding": "f", "record": "r", "quote": "q"}
KINDS = {letter: kind for kind, letter in LETTERS.items()}


def spans(text: str | Sentence) -> Sentence:
    """A sentence with clean text; a plain string is a sentence of words."""
    parts = text if isinstance(text, Sentence) else (Span(text),)
    return Sentence(replace(part, text=clean(part.text)) for part in parts if part.text)


@lru_cache(maxsize=65536)
def anchor(ref: str) -> str:
    """The id in the evidence at which a finding, a cited line or a list of lines stands.

    >>> anchor("notes:12")
    'notes-12-ae086db13f'
    """
    ref = clean(ref)
    slug = re.sub(r"[^a-z0-9]+", "-", ref.lower()).strip("-")[:48].strip("-")
    slug = slug if slug[:1].isalpha() else f"x-{slug}".rstrip("-")
    return f"{slug}-{hashlib.sha1(ref.encode()).hexdigest()[:10]}"


def href(ref: str) -> str:
    """The link a Word or PDF file carries: the evidence file that lies beside it, at the anchor."""
    return f"{EVIDENCE_FILE}#{anchor(ref)}"


def tag(kind: str, ref: str) -> str:
    """The tag of a Word content control: kind and ref; a ref too long for Word's 64 characters is shortened.

    >>> tag("finding", "meetings/ssog"), tag("record", "doc:12 " * 20)
    ('f:meetings/ssog', 'r:sha1-59d18aa6b53b9280')
    """
    whole = f"{LETTERS[kind]}:{ref}"
    return whole if len(whole) <= 64 else f"{LETTERS[kind]}:sha1-{hashlib.sha1(ref.encode()).hexdigest()[:16]}"


def tagged(refs: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Which kind and ref each tag stands for, shortened ones too, if it is one of these refs'.

    >>> tagged(["meetings/ssog"])["f:meetings/ssog"]
    ('finding', 'meetings/ssog')
    """
    return {tag(kind, ref): (kind, ref) for ref in refs for kind in LETTERS}


def sentences(briefing: Briefing) -> Iterator[Sentence]:
    """Every sentence of the paper, in reading order, those drawn in charts or said of them among them."""
    yield from (said for _, said in briefing.details)
    for section in briefing.sections:
        yield spans(section.heading)
        for block in section.blocks:
            yield from _of_block(block)
    yield briefing.footer


def _of_block(block: Paragraph | TableExhibit | FigureExhibit) -> Iterator[Sentence]:
    if isinstance(block, Paragraph):
        yield block.text
        return
    yield block.caption
    if isinstance(block, FigureExhibit):
        yield from (block.alt, *block.drawn.texts)
        yield from _of_block(block.data) if block.data else ()
    else:
        yield from (spans(cell) for row in (block.header, *block.rows) for cell in row)
    yield block.source


def refs(briefing: Briefing) -> dict[tuple[str, str], str]:
    """Each mark of the paper, (kind, ref), with the words first said under it: what the evidence must hold."""
    found: dict[tuple[str, str], str] = {}
    for sentence in sentences(briefing):
        for span in sentence:
            if span.kind != "words":
                found.setdefault((span.kind, span.ref), span.text)
    return found
