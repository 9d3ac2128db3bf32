"""The number check: every number of the finished files is a finding, a date or number of a record, or quoted.

It reads the files that will be handed over, not what they were made from, and trusts nothing but the marks in them,
each of which it verifies. The section of the HTML whose id is "evidence" is left out: its lines are quotations.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

import pandas as pd
import pypdf

from leadnet.briefing.apparatus import Apparatus
from leadnet.briefing.content import Briefing, FigureExhibit, TableExhibit
from leadnet.briefing.layout import Piece, columns_said, pieces
from leadnet.briefing.marks import clean, spans
from leadnet.briefing.readback import Mark, Passage, passage, read_docx, read_html
from leadnet.briefing.readback_pdf import read_pdf
from leadnet.briefing.sources import Sources
from leadnet.briefing.tokens import Number, folded, numbers
from leadnet.study.words import Sentence

_TO_DO = "put it in quotation marks with its paper, use a finding, or leave the number out"
READERS: Mapping[str, Callable[[bytes], list[Passage]]] = {".docx": read_docx, ".html": read_html, ".pdf": read_pdf}


def check_numbers(
    files: Mapping[str, bytes],
    briefing: Briefing,
    findings: pd.DataFrame,
    lines: Mapping[str, str],
    names: Collection[str] = (),
) -> list[str]:
    """Each fault of the finished files in a line that says where; an empty list when every number is accounted for.

    `files` are the finished papers by name, `findings` every finding they may print, `lines` the text behind each cite,
    `names` what the study calls its bodies, workstreams, stages and organisations: a number inside one is its own.
    What a file cannot mark (alternative texts, words in a chart, a PDF's footer) must be what the briefing says there,
    and the briefing's own spans are checked in its stead.
    """
    sources = Sources(briefing, findings, lines, names)
    own = Apparatus(briefing, _headings(briefing))
    faults = [fault for where, said in _unmarkable(briefing) for fault in _sentence_faults(where, said, sources, own)]
    for name, data in files.items():
        reader = READERS.get(PurePosixPath(name).suffix)
        if reader is None:
            faults.append(f"{name}: its numbers cannot be checked; there is no reader for this kind of file")
        else:
            faults += _file_faults(name, reader(data), briefing, sources)
    return list(dict.fromkeys(faults))


def sides(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


# ---- one file --------------------------------------------------------------------------------------------------------


def _file_faults(name: str, passages: list[Passage], briefing: Briefing, sources: Sources) -> Iterator[str]:
    """The faults of one finished file, in reading order."""
    passages = [_plain(read) for read in passages]
    known = _said(briefing)
    known["hidden"] |= {read.text.strip() for read in passages if read.role in ("heading", "text")}
    apparatus = Apparatus(briefing, passages)
    for read in passages:
        where = f"{name}, {apparatus.enter(read)}"
        if read.role in ("alt", "hidden") and read.text.strip() in known[read.role]:
            continue
        if read.role == "alt":
            yield f"{where}: “{_short(read.text)}” is not what the briefing says of a figure"
            continue
        yield from _passage_faults(where, read, sources, apparatus.allowed(read))


def _plain(read: Passage) -> Passage:
    """The passage with its text as it is compared; white space at the seam of two runs is kept once."""
    runs, last = [], " "
    for text, mark in read.runs:
        text = re.sub(r"\s+", " ", folded(text))
        text = text[1:] if last.endswith(" ") and text.startswith(" ") else text
        if text:
            runs.append((text, mark))
            last = text
    return replace(read, runs=tuple(runs))


def _passage_faults(where: str, read: Passage, sources: Sources, allowed: list[tuple[int, int]]) -> Iterator[str]:
    """Faults of its marks, then of numbers that stand under no mark and are not the paper's own."""
    start, marked = 0, []
    for text, mark in read.runs:
        if mark is not None:
            marked.append((start, start + len(text)))
            for said in sources.faults(mark, text, read.text[start + len(text) :][:12]):
                yield f"{where}: {said} ({_around(read.text, start, start + len(text))})"
        start += len(text)
    named = sources.named(read.text)
    for token in numbers(read.text):
        if not any(begin <= token.start and token.end <= end for begin, end in (*marked, *allowed, *named)):
            yield f"{where}: {_unknown(token)} ({_around(read.text, token.start, token.end)}); {_TO_DO}"


def _unknown(token: Number) -> str:
    return f'"{token.text}" is no finding, date or quotation'


def _around(text: str, start: int, end: int, reach: int = 30) -> str:
    """The words around a place: `…met at 15 meetings of…`."""
    before, after = max(0, start - reach), min(len(text), end + reach)
    return ("…" if before else "") + text[before:after].strip() + ("…" if after < len(text) else "")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


# ---- what the files cannot mark --------------------------------------------------------------------------------------


def _said(briefing: Briefing) -> dict[str, set[str]]:
    """The texts a file may carry unseen: alternative texts, and a table's title and description."""
    exhibits = [piece for piece in pieces(briefing) if piece.exhibit is not None]
    alts = {str(piece.exhibit.alt) for piece in exhibits if isinstance(piece.exhibit, FigureExhibit)}
    titles = {str(piece.text) for piece in exhibits}
    columns = {columns_said(piece.exhibit) for piece in exhibits if isinstance(piece.exhibit, TableExhibit)}
    labels = {piece.label for piece in exhibits}
    said = {"alt": alts, "hidden": alts | titles | columns | labels}
    return {role: {folded(clean(text)).strip() for text in texts} for role, texts in said.items()}


def _unmarkable(briefing: Briefing) -> Iterator[tuple[str, Sentence]]:
    """Each sentence that stands in a file without its marks, and where."""
    for piece in pieces(briefing):
        yield from _of_exhibit(piece)
    yield "footer", spans(briefing.footer)


def _of_exhibit(piece: Piece) -> Iterator[tuple[str, Sentence]]:
    if isinstance(piece.exhibit, FigureExhibit):
        yield f"{piece.label}, alternative text", spans(piece.exhibit.alt)
        yield from ((f"{piece.label}, words in the chart", spans(said)) for said in piece.exhibit.drawn.texts)
    elif isinstance(piece.exhibit, TableExhibit):
        yield f"{piece.label}, caption", spans(piece.text)


def _sentence_faults(where: str, said: Sentence, sources: Sources, own: Apparatus) -> Iterator[str]:
    """The faults of a sentence of the briefing itself, by its spans."""
    runs = [(span.text, None if span.kind == "words" else Mark(span.kind, span.ref)) for span in said]
    read = _plain(passage("footer" if where == "footer" else "text", runs))
    yield from _passage_faults(f"briefing, {where}", read, sources, own.allowed(read))


def _headings(briefing: Briefing) -> list[Passage]:
    """The paper's own numbers as the briefing has them, so that an alternative text may point at a figure."""
    roles = {"heading": "heading", "paragraph": "text", "limb": "text", "table": "text", "figure": "text"}
    ends = {"table": ": ", "figure": ": "}
    return [passage(roles[p.role], [(p.label + ends.get(p.role, " "), None)]) for p in pieces(briefing)]
