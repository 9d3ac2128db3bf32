"""The label "Decision:" over a block of a council's page: kept where what stands below it is what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from leadnet.documents.decided.markers import marker
from leadnet.documents.formats.web_modgov import alike
from leadnet.documents.model import Line

_LABEL = re.compile(r"\W*(?:decisions?|resolved|agreed)\s*:?\W*", re.I)
_ALONE = re.compile(r"\W*decisions?\s*:\W*", re.I)
_NEXT = re.compile(
    r"#|\W*(?:(?:\w+ )?minutes|(?:additional|supporting|accompanying) documents|report author)\s*:", re.I
)
_MINUTES = re.compile(r"\W*minutes\s*:\W*", re.I)
_ALONE_THAT = re.compile(r"\W*that\W*", re.I)
_OPENS = re.compile(r"\W*that\s[^.;]{0,80}:\W*", re.I)
_LISTED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s|[•·*-]\s", re.I)
_THAT = re.compile(rf"\W*(?:that|to)\b|{_LISTED.pattern}", re.I)
_NOTHING = re.compile(
    r"\W*(?:there (?:were|was) (?:none|no\b.*)|none (?:were |was )?\w*|"
    r"no \w+ (?:of interest )?(?:were|was|had been)\b.*|(?:an? )?(?:apology|apologies)\b.*)\W*",
    re.I,
)
_ITEMS = "# Items"
_AGENDA = re.compile(
    r"[^\w#]*(?:To [a-z]+|(?:all |the )?(?:members|councillors|chair\w*|board|committee|panel)(?: of the \w+)?,? "
    r"(?:to [a-z]+|(?:is|are) (?:asked|invited|reminded|requested|recommended)|will)\b)",
    re.I,
)
_DECIDES = ("resolved", "agreed", "recommended")
_MOST = 40  # lines of a block
_NEAR = 6  # lines below a label, blank ones among them


def decision_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, without a label over what decides nothing, or over a report that says itself below what was resolved.

    "That" alone, or "That the Board:", goes behind its label, so that the list under it is what was decided.

    >>> rows = ("# Items", "Decision:", "It was read.", "RESOLVED: That it be kept.", "Decision:", "That", "(a) it.")
    >>> [line.text for line in decision_labels([Line(at, None, row) for at, row in enumerate(rows)])][1:]
    ['', 'It was read.', 'RESOLVED: That it be kept.', '', 'Decision: That', '(a) it.']
    """
    paged = any(line.text == _ITEMS for line in lines)  # elsewhere nothing shows where an item ends
    held = ""
    for place, line in enumerate(_once(lines) if paged else lines):
        if _LABEL.fullmatch(line.text) and _over_list(lines[place + 1 : place + 1 + _NEAR]):
            held = line.text.strip()
            yield replace(line, text="")
        elif held and line.text.strip():
            yield replace(line, text=f"{held} {line.text.strip()}")
            held = ""
        elif paged and _ALONE.fullmatch(line.text) and _idle(lines[place + 1 : place + 1 + _MOST]):
            yield replace(line, text="")
        else:
            yield line


def _once(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, without those of "Minutes:" that only repeat what stands under "Decision:" in the same item."""
    decided: list[list[str]] = []
    part = ""
    for line in _without_agenda(lines):
        opens = (name for name, form in (("decision", _ALONE), ("minutes", _MINUTES)) if form.fullmatch(line.text))
        part = "" if line.text.startswith("#") else next(opens, part)
        decided = decided if part else []
        words = line.text.lower().split()
        said = part == "minutes" and words and any(alike(words, each) for each in decided)
        if part == "decision" and words and len(decided) < _MOST:
            decided.append(words)
        yield replace(line, text="") if said else line


def _without_agenda(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, on a page of items, without what the agenda asked for straight below a title: "Members to declare"."""
    over = False
    for line in lines:
        asked = over and not line.text.startswith("#") and _AGENDA.match(line.text)
        over = line.text.startswith("# ") or over and (bool(asked) or not line.text.strip())
        yield replace(line, text="") if asked else line


def _over_list(lines: Sequence[Line]) -> bool:
    """Whether the first of these lines is "That", or "That the Board:" over a list."""
    first, second = [*(line.text for line in lines if line.text.strip()), "", ""][:2]
    return bool(_ALONE_THAT.fullmatch(first) or _OPENS.fullmatch(first) and _LISTED.match(second))


def _idle(lines: Sequence[Line]) -> bool:
    """Whether a block decides nothing, or tells of what was said and then has a mark of its own."""
    block = [line.text for line in takewhile(lambda line: not _NEXT.match(line.text), lines) if line.text.strip()]
    if not block or _THAT.match(block[0]) or marker(block[0]):
        return False
    marks = (marker(text) for text in block[1:])
    return bool(_NOTHING.fullmatch(block[0])) or any(mark and mark.kind in _DECIDES for mark in marks)
