"""Minutes set out as a table with a column for actions: rows as running text, what is to be done as "Action: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.decided.action_table import log_rows
from leadnet.documents.decided.owners import people_of
from leadnet.documents.model import Line
from leadnet.documents.words.dates import MONTH

_NUMBER = re.compile(
    r"(?:agenda |minute )?(?:items?|nos?|numbers?|refs?|references?|agenda|minute)?\.?(?: no\.?)?|#", re.I
)
_WORDS = (
    r"items?|points?|discussions?|minutes?|notes?|descriptions?|details?|topics?|subjects?|issues?|summary|titles?|"
    r"decisions?|information|business|contents?|comments?"
)
_TEXT = re.compile(
    rf"(?:(?:agenda|key|main|actions?)(?:\s*[/&,]\s*|\s+and\s+|\s+))*(?:{_WORDS})"
    rf"(?:\s*(?:/|and|&|,)?\s*(?:agenda|actions?|agreed|agreements?|{_WORDS}))*|for information.*|item and .*",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"(?:decisions?|outcomes?|agreements?)\s*(?:/|and|&|or|,)\s*actions?(?: points?)?|"
    r"actions?(?:\s+(?:by|points?|required|owners?|lead|agreed|for|and)|\s*/\s*\w+)*(?:\s+\w+)?|"
    r"actions? to be taken(?: by(?: whom)?)?|(?:action )?by whom|"
    r"action(?:ed)? by(?: whom)?|who|owners?",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"|(?:action )?(?:by|for)(?: whom)?|who(?:m)?|(?:action )?(?:owner|lead)s?|responsib\w+|initials", re.I
)
_DUE = re.compile(
    r"due(?: date| by)?|by when|when|deadline|date|timescales?|target(?: date)?|completion(?: date)?", re.I
)
_DAY = re.compile(rf"\d|\b{MONTH}|\bmeeting\b|\basap\b", re.I)
_SAYS = re.compile(r"\W*(?:actions?|agreed|noted|resolved|decisions?)\b", re.IGNORECASE)
_IS_NUMBER = re.compile(r"\(?(?:[A-Z]{1,4})?\d{1,4}(?:[./]\d{1,4})*[a-z]?[.):]?")
_OPENS = re.compile(rf"(?:{_IS_NUMBER.pattern})\s+[A-Z]")  # "1. Welcome" in one cell
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)  # in a table of Markdown
_NOTHING = re.compile(r"\W*(?:none|nil|n/?a|tbc)?\W*", re.IGNORECASE)
_LEAD = re.compile(  # beside what was discussed, who is to act
    r"responsib\w+(?: (?:person|officer|lead))?|(?:person|officer|lead) responsible|leads?(?: officer| person)?", re.I
)
_DISCUSSED = re.compile(r"\bdiscuss\w+|\bminutes?\b|\bnotes\b", re.IGNORECASE)
_ACTION_WORD = re.compile(r"\b(?:action|whom?|owner|responsib|lead)", re.IGNORECASE)
_GAP = re.compile(r"\s{2,}|\t|\||\s/\s")
_GLUED = re.compile(
    r"(?:NO\.?)?(?:AGENDA )?(?:ITEM|MINUTE)S?(?:DESCRIPTION|DISCUSSION|NOTES|MINUTES?)?ACTIONS?(?: BY)?"
)
_APOLOGIES = re.compile(r"\W*(?:apolog(?:y|ies)\b|received from\b)", re.IGNORECASE)  # no decision
_LONGEST_HEAD = 150
_SEPARATORS = (r"\|", r"\t", r"\s/\s")


@dataclass(frozen=True)
class _Columns:
    """How a table's lines part and which columns hold what (-1: none); `outer` where pipes stand at a row's ends."""

    separator: str
    outer: bool
    number: int
    texts: tuple[int, ...]
    action: int
    who: int
    due: int
    many: int
    decides: bool

    def cells(self, text: str) -> list[str]:
        """The cells of a line below the heading."""
        return _cells(text, self.separator, self.outer)


def spread(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, rows below a heading of item, discussion and action as lines of text, and of "Action: who" behind.

    >>> rows = ("Item | Discussion | Action", "1 | Flood plan | ", " | The plan was read. | JH")
    >>> [line.text for line in spread([Line(at, None, text) for at, text in enumerate(rows)])][1:]
    ['1\\tFlood plan', 'The plan was read.', 'Action: JH', '']
    """
    columns, logged = None, log_rows(lines)
    for line in lines:
        heading = None if line.number in logged else _columns(line.text)
        columns = heading or columns
        cells = columns.cells(line.text) if columns else []
        if columns is None or heading or not _row(cells, columns):
            yield line
        else:
            yield from _spread(line, cells, columns)


def heads_minutes(text: str) -> bool:
    """Whether a line is the heading row over minutes, whatever parts its cells, or what is left of one.

    >>> [heads_minutes(text) for text in ("Item      Action", "ITEMDESCRIPTIONACTION", "ACTION", "Action plan")]
    [True, True, True, False]
    """
    bare = text.strip(" *|")[:_LONGEST_HEAD]
    words = [cell.strip(" :*|") for cell in _GAP.split(bare) if cell.strip(" :*|")]
    acts = any(_ACTION.fullmatch(word) for word in words)
    known = all(any(form.fullmatch(word) for form in (_NUMBER, _TEXT, _ACTION, _DUE)) for word in words)
    return bool(_GLUED.fullmatch(bare) or len(words) > 1 and acts and known or bare.upper() == "ACTION")


def _cells(text: str, separator: str, outer: bool) -> list[str]:
    text = re.sub(r"^\s*\||\|\s*$", "", text) if outer else text
    return [cell.strip(" *_\t") for cell in re.split(separator, text)]


def _columns(text: str) -> _Columns | None:
    """The columns of a heading row; None for any other line."""
    if len(text) > _LONGEST_HEAD or not _ACTION_WORD.search(text):
        return None
    for separator in _SEPARATORS:
        outer = bool(re.match(r"\s*\|.*\|\s*$", text)) and separator == r"\|"
        cells = [cell.strip(" :?") for cell in _cells(text, separator, outer)]
        led = _LEAD if any(_DISCUSSED.search(cell) for cell in cells) else _ACTION
        acts = [n for n, cell in enumerate(cells) if n and (_ACTION.fullmatch(cell) or led.fullmatch(cell))]
        if len(acts) > 1 and _NUMBER.fullmatch(" ".join(cells[: acts[0]])):
            acts = acts[1:]  # "No. | Action points | Action by": the first of them is the text
        number = 0 if len(cells) > 2 and _NUMBER.fullmatch(cells[0]) else -1
        texts = [place for place, cell in enumerate(cells) if place != number and _TEXT.fullmatch(cell) and cell]
        if len(cells) > 1 and acts and any(place < acts[0] for place in texts):
            texts = [place for place in range(acts[0]) if place != number]  # none of the row's words is dropped
            behind = range(acts[0] + 1, len(cells))
            who = next((place for place in behind if _WHO.fullmatch(cells[place])), -1)
            due = next((place for place in behind if _DUE.fullmatch(cells[place])), -1)
            return _Columns(
                separator, outer, number, tuple(texts), acts[0], who, due, len(cells), _decides(cells[acts[0]])
            )
    return None


def _decides(heading: str) -> bool:
    """Whether a column holds decisions as well as actions."""
    return bool(re.match(r"decision|outcome|agreement", heading, re.IGNORECASE))


def _row(cells: Sequence[str], columns: _Columns) -> bool:
    """Whether cells are a row: as many as the heading has, or less where blank ones at an end are left out.

    One more where "Item" stands over both number and title.
    """
    if len(cells) < 2 or not any(cells) or all(set(cell) <= set("-:= ") for cell in cells):
        return False
    if columns.number < 0 and _IS_NUMBER.fullmatch(cells[0]):  # the heading has no column for numbers, the row has
        return False
    numbered = columns.number == 0 and bool(_IS_NUMBER.fullmatch(cells[0]))
    short = columns.separator == r"\|" and columns.number == 0 and (numbered or not cells[0])
    least = 2 if short else max(columns.many - 1, 2)
    return least <= len(cells) <= columns.many + numbered


def _spread(line: Line, cells: list[str], columns: _Columns) -> Iterator[Line]:
    numbered = columns.number == 0 and bool(_IS_NUMBER.fullmatch(cells[0]))
    if len(cells) > columns.many:
        cells = [cells[0], f"{cells[1]}\t{cells[2]}".strip(), *cells[3:]]
    if len(cells) < columns.many:
        blank = [""] * (columns.many - len(cells))
        first = numbered or columns.number < 0 or not cells[0] or _OPENS.match(cells[0])
        cells = [*cells, *blank] if first else [*blank, *cells]
    number = cells[0] if columns.number == 0 else ""
    texts = [cells[place] for place in columns.texts if cells[place]]
    said = [cell for cell in (number, *texts) if cell]
    text = ("\t" if numbered or said and _OPENS.match(said[0]) else " ").join(said)
    for part in filter(None, _BREAK.split(text)):
        yield replace(line, text=part)
    if action := _action(cells, columns):
        yield from (replace(line, text=action), replace(line, text=""))


def _action(cells: Sequence[str], columns: _Columns) -> str:
    """What stands in the columns for actions as one line: "Action (JH): write to all – 4 May"; blank for nothing."""
    said, who, due = (
        cells[place] if place >= 0 and not _NOTHING.fullmatch(cells[place]) else ""
        for place in (columns.action, columns.who, columns.due)
    )
    decided = columns.decides and not who
    said, who = (said, who) if said else (who, "")
    if not said or _SAYS.match(said) and not people_of(said):
        return said
    when = f" – {due}" if _DAY.search(due) else ""
    if decided:
        return said if _APOLOGIES.match(said) else f"Decision: {said}"
    return f"Action ({who}): {said}{when}" if people_of(who) else f"Action: {said}{f' ({who})' if who else ''}{when}"
