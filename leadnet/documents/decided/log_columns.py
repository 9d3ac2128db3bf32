"""The columns of a log of actions or decisions, told by the names in its heading row."""

from __future__ import annotations

import re


def _headed(names: str) -> re.Pattern[str]:
    """A column's heading: one of these names, perhaps with a colon or question mark."""
    joined = "".join(line.strip() for line in names.splitlines())
    return re.compile(rf"^(?:{joined})\s*[:?]?$", re.IGNORECASE)


_THINGS = r"(?:decisions?|actions?|messages?)"
_COLUMNS = {
    "action": _headed(rf"""
        (?:agreed |key |further |outstanding |new |open |previous |ongoing )?actions?
        (?: points?| required| agreed| to be taken| items?|\sarising|\sfrom (?:the |this |last )?meeting)?|
        tasks?|what(?: needs to be done)?|decisions?(?: made| taken)?|{_THINGS}(?:(?:,| or | and | ?/ ?){_THINGS})+
    """),
    "owner": _headed(r"""
        (?:action )?owners?|leads?|who|(?:action )?by who?m?|by|responsib\w*(?: \w+)?|person(?: responsible)?|
        lead (?:officer|person|organisation|agency)|action by|officer(?: responsible)?|assigned(?: to)?|for|
        allocated to|name|initials|made by|(?:to be )?(?:completed|actioned|undertaken) by
    """),
    "due": _headed(r"""
        due(?: date| by)?|date|deadline|by when|when|timescales?|time ?frame|target(?: date)?|date due|timing|
        completion(?: date)?|complete by|date for completion|by date|by
    """),
    "number": _headed(r"""
        (?:(?:action |item |minute |ref(?:erence)? |agenda )?(?:no|num(?:ber)?|ref(?:erence)?|id|item)s?\.?|\#)
    """),
    "sort": _headed(r"type|kind|category|action or decision|decision or action|a/d"),
    "status": _headed(r"status|progress|updates?|rag|(?:action )?completed?|outcome|comments?"),
    "text": _headed(r"descriptions?|details?|summary|text"),
}
# a column of these holds the text of minutes, and the one for actions stands beside it
_MINUTES = _headed(
    r"(?:key |main )?(?:discussions?|minutes?|notes)(?: points?| and (?:decisions?|actions?))?|"
    r"agenda (?:points?|items?)"
)
_IS_NUMBER = re.compile(r"[A-Z]{0,5}[-/ ]?\d{1,4}(?:[./]\d{1,4})*[a-z]?")
_GAP = re.compile(r"\t+|\s{2,}")


def header(text: str, below: str = "") -> dict[str, int]:
    """Which column is which, where a row names one for the action and one for who, when or how it stands.

    "Minute" over a number, in the row below, is the column of numbers; over anything else it is the text of minutes.

    >>> header("Action | Lead"), header("Minute | Action | Lead"), header("Minute | Action | Lead", "4.1 | Call | JD")
    ({'action': 0, 'owner': 1, 'decides': 0}, {}, {'number': 0, 'action': 1, 'owner': 2, 'decides': 0})
    """
    cells = [cell.strip(" *_") for cell in cells_of(text)]
    numbers = bool(below) and bool(_MINUTES.match(cells[0])) and bool(_IS_NUMBER.fullmatch(cells_of(below)[0].strip()))
    if len(cells) < 2 or any(_MINUTES.match(cell) for cell in cells[numbers:]):
        return {}
    found = {"number": 0} if numbers else {}
    for place, cell in enumerate(cells):
        name = next((name for name, form in _COLUMNS.items() if name not in found and form.match(cell)), "")
        found |= {name: place} if name else {}
    if "action" not in found and "text" in found and ("sort" in found or {"owner", "due"} <= set(found)):
        found["action"] = found["text"]
    logged = "action" in found and (
        {"owner", "due"} & set(found) or {"number", "status"} <= set(found) or "sort" in found
    )
    if logged and found.get("due", len(cells)) < found["action"] and cells[found["due"]].strip(":").lower() == "date":
        del found["due"]  # before what is to be done, the day it was put down
    found["decides"] = int("decision" in cells[found["action"]].lower()) if logged else 0
    return found if logged else {}


def names_column(cell: str) -> bool:
    """Whether a cell is the name of a log's column, by itself.

    >>> names_column("By when"), names_column("Write to all")
    (True, False)
    """
    return any(form.match(cell.strip(" *_")) for form in _COLUMNS.values())


def cells_of(text: str) -> list[str]:
    """Cells between pipes, tabs or wide gaps, blanks kept in their place; between strokes where there is nothing else.

    >>> cells_of("| 1 | Call all |  |"), cells_of("Call all / JD")
    (['1', 'Call all', ''], ['Call all', 'JD'])
    """
    if "|" in text:
        return [cell.strip(" *") for cell in text.strip().removeprefix("|").removesuffix("|").split("|")]
    cells = _GAP.split(text.strip()) if "\t" not in text else text.split("\t")
    return [cell.strip() for cell in (cells if len(cells) > 1 else re.split(r"\s/(?=\s)", text))]
