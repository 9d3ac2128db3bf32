"""A council's page of one decision, issue or agenda item, copied as text: body, day and title as minutes have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from leadnet.documents.model import Line

_TOP = 3  # lines in which the page says what it is
_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z /-]{2,40}\??):\s*(?P<said>.*)")
_MET = re.compile(r"(?P<day>\d{1,2}/\d{1,2}/\d{4})\s*[-–]\s*(?P<body>.+?)(?:\s*\(Item (?P<number>[\w./]+?)\.?\))?\s*$")
_SIZE = re.compile(r"\s*\b(?:pdf icon\b.*|PDF\s+[\d.,]+\s*[KM]B.*)$", re.I)
_THAT = re.compile(r"\W*that\W*", re.I)
_WRITTEN = re.compile(r"(?:minutes|decision)\s*:", re.I)
_TEXTS = re.compile(r"(?:minutes|decision|resolved|purpose|reasons?\b.*|agenda text)$", re.I)


def issue_text(lines: Sequence[Line]) -> list[Line]:
    """The lines of such a page as head, "# Items" and its one item; any other paper as it is.

    >>> rows = ("Decision details", "PARKING", "Decision Maker: Vale Board", "Decision:", "THAT", "(a) it be read.")
    >>> [line.text for line in issue_text([Line(at, None, row) for at, row in enumerate(rows)])][1:]
    ['Vale Board', '# Items', '# PARKING', 'Decision: THAT', '(a) it be read.']
    """
    filled = [line for line in lines if line.text.strip()]
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
    head = [replace(opens, text=f"# {opens.text.strip()}"), replace(at, text=maker)]
    day = [told[label] for label in ("date of decision",) if label in told]
    title = next((line for line in below if line not in told.values()), below[0])
    days = [line for line in below if line is not title and re.match(r"\d{1,2}/\d{1,2}/\d{4} - ", line.text)]
    day += [replace(line, text=f"Date of decision: {line.text.split(' - ')[0]}") for line in days[:1]]
    rest = [line for line in below if line is not title and line not in days and not _short(line)]
    bare = rest and not any(_TEXTS.match(line.text.strip(" :")) for line in rest)
    label = [replace(rest[0], text="Decision:")] if bare else []
    return [*head, *day, replace(title, text="# Items"), _titled(title), *label, *_joined(rest)]


def _issue(opens: Line, below: Sequence[Line]) -> list[Line]:
    """The first meeting that took the issue: its body, day and the number there; nothing where none is named."""
    at = next((line for line in below if line.text.startswith("Meeting:")), None)
    met = _MET.match(at.text.removeprefix("Meeting:").strip()) if at else None
    rest = below[below.index(at) + 1 :] if at else []
    if not met or not rest:
        return []
    number = met["number"] or ""
    title = replace(rest[0], text=re.sub(rf"^{re.escape(number)}\.?\s+", "", rest[0].text.strip()))
    head = [replace(at, text=met["body"]), replace(at, text=f"Date of meeting: {met['day']}")]
    again = next((place for place, line in enumerate(rest) if line.text.startswith("Meeting:")), len(rest))
    return [*head, replace(title, text="# Items"), _titled(title, number), *_joined(rest[1:again])]


def _item(opens: Line, below: Sequence[Line]) -> list[Line]:
    """An agenda item by itself: its title, and what is below it; nothing where no text has a label."""
    if not any(_WRITTEN.fullmatch(line.text.strip()) for line in below):
        return []
    return [opens, replace(below[0], text="# Items"), _titled(below[0]), *_joined(below[1:])]


def _short(line: Line) -> bool:
    """Whether a line is a label with what it says, and heads no text."""
    match = _LABEL.match(line.text.strip())
    return bool(match and match["said"] and not _TEXTS.match(match["label"]))


def _titled(line: Line, number: str = "") -> Line:
    title = _SIZE.sub("", line.text.strip())
    return replace(line, text=f"# {number}. {title}" if number else f"# {title}")


def _joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, "THAT" by itself put behind the label over it; every other paragraph apart."""
    found: list[Line] = []
    for line in lines:
        if found and _THAT.fullmatch(line.text) and _TEXTS.match(found[-1].text.strip(" :")):
            found[-1] = replace(found[-1], text=f"{found[-1].text.strip()} {line.text.strip()}")
        else:
            found.append(line)
    return found


_PAGES: Mapping[str, Callable[[Line, Sequence[Line]], list[Line]]] = {
    "decision details": _decision,
    "issue - meetings": _issue,
    "issue - decisions": _decision,
    "agenda item": _item,
}
