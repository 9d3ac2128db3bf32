"""Rows that state their own status, as ModernGov's attendance does: `| Jane Hill | Chair | Present, virtual |`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.lists.entries import Cells, Heading
from leadnet.documents.lists.layouts.rows import RULE, is_reason, stood_in, unclear
from leadnet.documents.model import Line
from leadnet.documents.words.names import is_name

_SAID = re.compile(
    r"(?P<word>present|in attendance|apolog(?:y|ies)(?: for absence)?(?: (?:sent|received|given))?|apols|absent|"
    r"expected|did not attend|not present|(?:substitute|deputy)(?=\s*[:–-]\s*[A-Z]))(?P<more>(?:\s*[,:;(–-]\s*.*)?)",
    re.IGNORECASE,
)
_STATUS = {
    "present": ("member", "present"),
    "in attendance": ("unknown", "in_attendance"),
    "expected": ("member", "expected"),
    "absent": ("member", "absent"),
    "did not attend": ("member", "absent"),
    "not present": ("member", "absent"),
}
_HEADER = re.compile(
    r"(?:name|attendee|member|councillor|role|post|position|title|organisation|representing|attendance|status|"
    r"attended|on behalf of|party|ward)s?",
    re.IGNORECASE,
)
_VIRTUAL = re.compile(r"virtual|remote|online|teams|zoom", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"\bsubstitut\w+ (?:for|of) (?P<who>.+)", re.IGNORECASE)
_CAME = re.compile(
    r"(?:(?i:substitut\w*|deput\w*|represented|replaced|attended)(?: by)?\W+|^\s*[:–-]\s*)(?P<who>[A-Z][^()]+)"
)
# What ModernGov calls a role and is none: it says in what part somebody was there.
_PARTS = {"officer": "support", "officers": "support", "observer": "observer", "guest": "guest", "member": "member"}
_NO_POST = re.compile(
    r"(?:committee |board |panel |group |co-?opted |voting |non-voting |partnership )*(?:members?|officers?|observers?|"
    r"guests?|substitutes?|reserves?)",
    re.IGNORECASE,
)
_CHAIR = re.compile(r"(?:the )?chair(?:man|woman|person)?", re.IGNORECASE)


def fits(lines: Sequence[Line]) -> float:
    """Well, where every other row or more has a cell that is nothing but a status."""
    return 1.0 if sum(_status_at(_cells(line)) > 0 for line in lines) > 0.5 * len(lines) else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """One entry a row, under the status it states; headings of columns are no entry."""
    found, places = [], {(len(_cells(line)), _status_at(_cells(line))) for line in lines}
    for line in lines:
        cells = _cells(line)
        filled = [cell for cell in cells if cell]
        if not filled or RULE.match(line.text) or all(_HEADER.fullmatch(cell) for cell in filled):
            continue
        at = _status_at(cells)
        beside = (len(cells), len(cells) - 1) in places and len(cells) > 2 and cells[-1]
        found.append(_entry(line, cells, at) if at > 0 else _unmarked(line, filled, cells[-1] if beside else ""))
    return found


def _unmarked(line: Line, filled: Sequence[str], said: str) -> Cells:
    """A row without a status that is one; `said` is what stands where the other rows state theirs."""
    *seat, _ = filled
    name = stood_in(said)
    if name or is_reason(said):
        came = f" (represented by {name}, {', '.join(seat[1:][-1:])})" if name else ""
        return Cells((line,), (f"{seat[0]}{came}", *seat[1:]), heading=_heading("apologies", seat[1:]))
    return Cells((line,), tuple(filled), heading=unclear(said) if said else None)


def _cells(line: Line) -> list[str]:
    return [cell.strip() for cell in line.text.strip().strip("|").split("|")] if "|" in line.text else []


def _status_at(cells: Sequence[str]) -> int:
    """The place of the cell that states a status; 0 where there is none, since the first cell is the name."""
    return next((place for place in range(len(cells) - 1, 0, -1) if _SAID.fullmatch(cells[place])), 0)


def _entry(line: Line, cells: Sequence[str], at: int) -> Cells:
    """Name, role and organisation of a row, and its status as the heading it stands under."""
    said = _SAID.fullmatch(cells[at])
    other = [cell for place, cell in enumerate(cells) if place not in (0, at) and cell]
    heading = _heading(said["word"], other)
    mode = " (virtual)" if _VIRTUAL.search(said["more"]) else ""
    instead = _SUBSTITUTE.search(said["more"])
    stands_in = f" (substitute for {instead['who'].strip(' ()')})" if instead else ""
    came = "" if instead or heading.status not in ("apologies", "absent") else _came(said["more"])
    if came:
        row = ", ".join(re.sub(r"[()]", "", cell) for cell in other[-1:])
        stands_in = f" (represented by {came}, {row})"
    # who was not there did not chair, whatever the role; the line keeps the word
    chaired = " (Chair)" if heading.status == "present" and any(map(_CHAIR.fullmatch, other)) else ""
    posts = [cell for cell in other if not (_NO_POST.fullmatch(cell) or _CHAIR.fullmatch(cell))]
    return Cells((line,), (f"{cells[0]}{chaired}{mode}{stands_in}", *posts), heading=heading)


def _came(more: str) -> str:
    """Who came instead, as the cell says it: "Apologies (substitute: Ann Lee)", "Apologies - Ann Lee deputised"."""
    match = _CAME.search(more)
    who = match["who"].strip(" ).") if match else ""
    return who if is_name(who) else stood_in(more)


def _heading(word: str, other: Sequence[str]) -> Heading:
    part, status = _STATUS.get(word.lower(), ("unknown", "apologies"))
    if status in ("in_attendance", "present"):
        said = (_PARTS.get(cell.lower().split()[-1], "") for cell in other if _NO_POST.fullmatch(cell))
        part = next(filter(None, said), part)
    return Heading(word, part, status)
