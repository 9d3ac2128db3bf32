"""A council's page of one decision, issue or agenda item, copied as text: body, day and title as minutes have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from leadnet.documents.model import Line

_TOP = 3  # lines in which the page says what it is
_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z /-]{2,40}\??):\s*(?P<said>.*)")
_MET = re.compile(  # the body, perhaps with what became of it in brackets, and the item's number there
    r"(?P<day>\d{1,2}/\d{1,2}/\d{4})\s*[-–]\s*(?P<body>.+?)(?:\s*\([^()]{25,}\))?"
    r"(?:\s*\(Item (?P<number>[\w./]+?)\.?\))?\s*$"
)
_PUBLISHED = re.compile(r"\W*decisions published\W*", re.I)
_ENTRY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s+[-–]\s+(?P<title>.+?)\s+ref:\s*\d+\b", re.I)
_LIST_TOP = 8  # lines over a list of decisions
_SIZE = re.compile(r"\s*\b(?:pdf icon\b.*|PDF\s+[\d.,]+\s*[KM]B.*)$", re.I)
_TEXTS = re.compile(r"(?:minutes|decisions?|resolved|purpose|reasons?\b.*|agenda text)$", re.I)


def issue_text(lines: Sequence[Line]) -> list[Line]:
    """The lines of such a page as head, "# Items" and its one item; any other paper as it is.

    >>> rows = ("Decision details", "PARKING", "Decision Maker: Vale Board", "Decision:", "THAT", "(a) it be read.")
    >>> [line.text for line in issue_text([Line(at, None, row) for at, row in enumerate(rows)])][1:]
    ['Decision Maker: Vale Board', '# Items', '# PARKING', 'Decision:', 'THAT', '(a) it be read.']
    """
    filled = [line for line in lines if line.text.strip()]
    if listed := _listed(filled):
        return listed
    opens = next((line for line in filled[:_TOP] if line.text.strip().lower() in _PAGES), None)
    below = filled[filled.index(opens) + 1 :] if opens else []
    read = _PAGES[opens.text.strip().lower()](opens, below) if opens and len(below) > 1 else []
    return read or list(lines)


def _decision(opens: Line, below: Sequence[Line]) -> list[Line]:
    """Who decided and when; then the title as that of the one item, with the texts under it."""
    told = {match["label"].lower(): line for line in below if (match := _LABEL.match(line.text.strip()))}
    said = {label: _LABEL.match(line.text.strip())["said"] for label, line in told.items()}
    met = _MET.match(said.get("decided at meeting", ""))
    maker = met["body"] if met else said.get("decision maker", "")
    at = told.get("decided at meeting" if met else "decision maker", opens)
    head = [
        replace(opens, text=f"# {opens.text.strip()}"),
        *([replace(at, text=f"Decision Maker: {maker}")] if maker else []),
    ]
    day = [told[label] for label in ("date of decision",) if label in told]
    title = next((line for line in below if line not in told.values()), below[0])
    days = [line for line in below if line is not title and re.match(r"\d{1,2}/\d{1,2}/\d{4} - ", line.text)]
    day += [replace(line, text=f"Date of decision: {line.text.split(' - ')[0]}") for line in days[:1]]
    rest = [line for line in below if line is not title and line not in days and not _short(line)]
    bare = rest and not any(_TEXTS.match(line.text.strip(" :")) for line in rest)
    label = [replace(rest[0], text="Decision:")] if bare else []
    return [*head, *day, replace(title, text="# Items"), _titled(title), *label, *rest]


def _issue(opens: Line, below: Sequence[Line]) -> list[Line]:
    """The first meeting that took the issue: its body, day and the number there; nothing where none is named."""
    at = next((line for line in below if line.text.startswith("Meeting:")), None)
    met = _MET.match(at.text.removeprefix("Meeting:").strip()) if at else None
    rest = below[below.index(at) + 1 :] if at else []
    if not met or not rest:
        return []
    number = met["number"] or ""
    title = replace(rest[0], text=re.sub(rf"^{re.escape(number)}\.?\s+", "", rest[0].text.strip()))
    head = [replace(at, text=f"Body: {met['body']}"), replace(at, text=f"Date: {met['day']}")]
    again = next((place for place, line in enumerate(rest) if line.text.startswith("Meeting:")), len(rest))
    return [*head, replace(title, text="# Items"), _titled(title, number), *rest[1:again]]


def _item(opens: Line, below: Sequence[Line]) -> list[Line]:
    """An agenda item by itself: its title, and what is below it."""
    return [opens, replace(below[0], text="# Items"), _titled(below[0]), *below[1:]]


def _listed(filled: Sequence[Line]) -> list[Line]:
    """A list of decisions published: its entries as items, where all are of one meeting; nothing of any other paper."""
    opens = next((at for at, line in enumerate(filled[:_LIST_TOP]) if _PUBLISHED.fullmatch(line.text)), len(filled))
    below = filled[opens + 1 :]
    entries = [line for line in below if _ENTRY.match(line.text.strip())]
    met = [line for line in below if line.text.strip().lower().startswith("made at meeting:")]
    told = _MET.match(met[0].text.split(":", 1)[1].strip()) if met else None
    if not (told and entries) or len({line.text.strip() for line in met}) > 1:
        return []
    head = [replace(met[0], text=f"Body: {told['body']}"), replace(met[0], text=f"Date: {told['day']}")]
    items = below[below.index(entries[0]) :]
    rows = [_entered(line) for line in items if line in entries or not _short(line)]
    return [filled[opens], *head, replace(entries[0], text="# Items"), *rows]


def _entered(line: Line) -> Line:
    match = _ENTRY.match(line.text.strip())
    return replace(line, text=f"# {match['title']}") if match else line


def _short(line: Line) -> bool:
    """Whether a line is a label with what it says, and heads no text."""
    match = _LABEL.match(line.text.strip())
    return bool(match and match["said"] and not _TEXTS.match(match["label"]))


def _titled(line: Line, number: str = "") -> Line:
    title = _SIZE.sub("", line.text.strip())
    return replace(line, text=f"# {number}. {title}" if number else f"# {title}")


_PAGES: Mapping[str, Callable[[Line, Sequence[Line]], list[Line]]] = {
    "decision details": _decision,
    "issue - meetings": _issue,
    "issue - decisions": _decision,
    "agenda item": _item,
}
