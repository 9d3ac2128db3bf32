"""What the layouts in columns share: a heading row's meaning, and a row's cells put in the order name, post, body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.lists.entries import UNCLEAR, Cells, Heading
from leadnet.documents.lists.layouts import run_on
from leadnet.documents.lists.list_words import list_kind
from leadnet.documents.lists.name_details import name_and_details
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line
from leadnet.documents.words.names import are_initials, is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, is_post

_COLUMNS = {
    "name": r"(?:full |member'?s? |officer |delegate )?names?(?: of .*)?|attendees?|members?|representatives?|"
    r"who|present|named representatives?|"
    r"councillors?|officers?|people|persons?|first name|board members?|trustees?|participants?|"
    r"directors?|attendance|"
    r"names? (?:and|/|&) (?:title|position|role|post|designation)",
    "post": r"(?:job )?(?:title|role|post|position|designation)s?(?: ?/ ?role| held)?"
    r"(?:(?: ?[,/&] ?| and )(?:organi[sz]ation|agency|company|employer))?|capacity",
    "organisation": r"(?:body represented|organi[sz]ation|agency|authority|representing|company|council|body|employer|"
    r"partner|"
    r"department|"
    r"service|constituency|affiliation|sector|(?:membership )?category|membership group|"
    r"area|on behalf of|partner agency|from)(?:s|ies)?(?: ?(?:/|and|&|"
    r"or) ?\w+)*",
    "initials": r"initials?|abbreviation|ref|init",
    "status": r"attendance|attended|present|apologies|status|p ?/ ?a|in attendance|absent|present ?/ ?apologies|"
    r"attended\?|"
    r"present\?|apols|here|(?:(?:present|attended|attendance|attending)\??\s*)?\(?y(?:es)? ?/ ?no?\)?",
    "deputy": r"(?:named |nominated )?(?:deput(?:y|ies)|substitutes?|alternates?|deputised by|represented by)"
    r"(?: (?:attend\w+|present|names?|sent|for))*",
    "aside": r"e-?mail.*|tel.*|phone.*|contact.*|no\.?|signature|date|notes?|item|action|time|initial",
}
_COLUMN = {kind: re.compile(rf"(?:{words})", re.I) for kind, words in _COLUMNS.items()}
_MARKS = {
    "present": re.compile(r"p|y|yes|present|✓|✔|√|x|attended|/|in person|ü|\*", re.I),
    "apologies": re.compile(r"a|ap|apol|apols|apologies|apology|n|no|sent apologies", re.I),
    "absent": re.compile(r"ab|abs|absent|dna|did not attend|not present|none|-|–|✗|✘", re.I),
}
_ANSWER = re.compile(r"(?P<said>yes|no|y|n)\b\s*[-–:,;(]\s*(?P<more>.*)", re.I)
_DEPUTY = re.compile(r"^(?:(?:his|her|their|the|a|named|nominated) )*(?:deputy|substitute|sub|rep)\b[\s:,–-]*", re.I)
_IS_DEPUTY = re.compile(
    r"\s*[(,–-]\s*(?:(?:his|her|their|the|a|as|named|nominated) )*(?:deputy|substitute|sub|rep(?:resentative)?)\)?$",
    re.I,
)
_REASON = re.compile(
    r"(?:on )?(?:annual |sick |maternity |paternity |parental |compassionate )?leave|(?:on )?holiday|sick(?:ness)?|"
    r"ill(?:ness)?|unwell|(?:was )?(?:unable|not able) to (?:attend|be present|come)|no representative|"
    r"(?:other|council) business|other commitments?",
    re.I,
)
_STATUS_WORDS = 6
RULE = re.compile(r"^[\s|:*_=+–—.-]*$")


@dataclass(frozen=True)
class Columns:
    """The kind of each column, as a heading row names them; empty where there is none."""

    kinds: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


def heading_row(cells: Sequence[str]) -> Columns | None:
    """The columns a heading row names; None where the row is none.

    >>> heading_row(("Name", "Organisation", "P/A")).kinds
    ('name', 'organisation', 'status')
    """
    filled = [cell for cell in cells if cell.strip(" *_:-")]
    kinds = [_column(cell) for cell in cells]
    known = [kind for kind in kinds if kind]
    if not known or len(known) < len(filled) or (len(filled) == 1 and known[0] not in ("name", "post", "organisation")):
        return None
    return Columns(tuple(_first_is_name(kinds)), tuple(cell.strip(" *_:") for cell in cells))


def _column(cell: str) -> str:
    text = cell.strip(" *_:")
    return next((kind for kind, form in _COLUMN.items() if form.fullmatch(text)), "")


def _first_is_name(kinds: list[str]) -> list[str]:
    """A second "name" column is a tick column ("Present") or a substitute's, and tells the status.

    Where no column says so, a first one without a heading holds the names.
    """
    first = kinds.index("name") if "name" in kinds else -1
    if first < 0 and not kinds[0] and len(kinds) > 1:
        return ["name", *kinds[1:]]
    return ["status" if kind == "name" and place != first else kind for place, kind in enumerate(kinds)]


def entries_of(line: Line, cells: Sequence[str], columns: Columns) -> Iterator[Cells]:
    """The entries of one row: mostly one, more where a row holds two people or a cell holds several names."""
    row = [cell.strip() for cell in cells]
    beside = list(_listed_beside(line, row, columns))
    if len(columns.kinds) == len(row) and "name" in columns.kinds:
        row = _in_order(row, columns)
    filled = [cell for cell in row if cell and not RULE.match(cell)]
    filled = _without_initials(filled)
    told = len(columns.kinds) == len(row) and columns.kinds.count("name") == columns.kinds.count("organisation") == 1
    unclear = _unclear(cells, columns)
    for part in [filled] if told and filled else _people_apart(filled):
        yield from (replace(each, heading=unclear) if unclear else each for each in _several(line, part))
    yield from beside


def _listed_beside(line: Line, row: list[str], columns: Columns) -> Iterator[Cells]:
    """Somebody else named in the row under "Apologies": a list that stands beside the others, and no status."""
    for cell, kind, head in zip(row, columns.kinds, columns.heads, strict=False):
        named = kind == "status" and is_name(_name(re.split(r"[,(]", cell)[0]))
        if named and (found := list_kind(head)) and found[1] != "present":
            yield Cells((line,), (cell,), heading=Heading(head, *found))


def _unclear(cells: Sequence[str], columns: Columns) -> Heading | None:
    """What stands under "Attendance" where it tells no status, "Sabbatical"; None where one is told or nobody could."""
    said = [
        (cell.strip(), head)
        for cell, kind, head in zip(cells, columns.kinds, columns.heads, strict=False)
        if kind == "status" and cell.strip() and not RULE.match(cell)
    ]
    if len(columns.kinds) != len(cells) or not said or any(_status(*each) for each in said):
        return None
    return unclear(said[0][0])


def unclear(cell: str) -> Heading | None:
    """The heading of a row that says this of somebody, which is no status; None where it may be something else.

    >>> unclear("Sabbatical").status, unclear("Ann Lee"), unclear("Kent Police")
    ('unclear', None, None)
    """
    other = is_name(_name(re.split("[,(]", cell)[0])) or is_organisation(cell) or is_post(cell) or "  " in cell
    return None if other or len(cell.split()) > _STATUS_WORDS else Heading(cell, "unknown", UNCLEAR)


def _in_order(row: list[str], columns: Columns) -> list[str]:
    """Name, post, organisation, then what a status column says, as a remark."""
    found = []
    for kind in ("name", "post", "organisation"):
        found += [cell for cell, column in zip(row, columns.kinds, strict=True) if column == kind]
    statuses = [
        (cell, head)
        for cell, column, head in zip(row, columns.kinds, columns.heads, strict=True)
        if column == "status" and cell
    ]
    came = [cell for cell, column in zip(row, columns.kinds, strict=True) if column == "deputy" and is_name(cell)]
    body = ", ".join(re.sub(r"[()]", "", cell) for cell in found[1:][-1:])
    told = [*(_status(*status) for status in statuses), *(f"represented by {name}, {body}" for name in came)]
    return [*found, *(f"({said})" for said in told if said)]


def _status(cell: str, head: str) -> str:
    """What a tick under "Present" or "Apologies", or a letter under "P/A", says."""
    answer = _ANSWER.match(cell)
    if answer and answer["more"]:  # "No - apologies", "No (deputy Ann Lee attended)", "Yes (Teams)"
        name, more = stood_in(answer["more"]), _status(answer["more"].strip(" ()"), head)
        away = _status(answer["said"], head)
        return f"{away}) (represented by {name}" if name else (more or away)
    mark = next((status for status, form in _MARKS.items() if form.fullmatch(cell)), "")
    if mark == "present" and re.match(r"apol|absent", head, re.I):
        return "apologies" if head[:3].lower() == "apo" else "absent"
    if mark or is_reason(cell):
        return mark or "apologies"
    name = stood_in(cell)
    return f"represented by {name}" if name else (cell if remarks(f"({cell})").text == "" else "")


def stood_in(said: str) -> str:
    """Who a status says came instead.

    >>> stood_in("deputy Ann Lee attended"), stood_in("Joe Dale (deputy)"), stood_in("on leave")
    ('Ann Lee', 'Joe Dale', '')
    """
    bare = said.strip(" -–:,;.")
    text = _DEPUTY.sub("", _IS_DEPUTY.sub("", bare).strip(" ()-–:,;."))
    came = text if text != bare.strip(" ()") and is_name(text) else remarks(f"({text})").came
    return came if is_name(came) and not is_organisation(came) else ""


def is_reason(said: str) -> bool:
    """Whether a status is nothing but why somebody was away.

    >>> is_reason("Maternity leave"), is_reason("Present")
    (True, False)
    """
    return bool(_REASON.fullmatch(said))


def mark_status(cells: Sequence[str]) -> tuple[str, ...]:
    """A row whose last cell is a bare attendance letter, that letter as a remark."""
    *rest, last = cells
    said = _status(last, "") if len(rest) > 0 and re.fullmatch(r"[PA✓✔√ü]|Ap|Apols?|DNA|Ab|Abs", last) else ""
    return (*rest, f"({said})") if said else tuple(cells)


def _without_initials(cells: list[str]) -> list[str]:
    """A cell that holds the initials of the name beside it is left out."""
    if len(cells) < 2:
        return cells
    kept = [cells[0]]
    for before, cell in zip(cells, cells[1:], strict=False):
        name = person(_name(before))[1]
        letters = re.sub(r"[()\s.]", "", cell)
        if not (is_name(name) and letters.isalpha() and are_initials(letters, name)):
            kept.append(cell)
    return kept


def _people_apart(cells: list[str]) -> Iterator[list[str]]:
    """Two people side by side in a row: cut before each name but the first, where a detail stands between them."""
    names = [place for place, cell in enumerate(cells) if _named(cell)]
    cuts = [place for place in names[1:] if names[0] == 0 and (place > 1 or _surely_named(cells[place]))]
    for start, end in zip([0, *cuts], [*cuts, len(cells)], strict=True):
        if cells[start:end]:
            yield cells[start:end]


def _surely_named(cell: str) -> bool:
    return is_sure_name(_name(cell))


def _named(cell: str) -> bool:
    """A cell that begins with a name; "David Wilson Homes" is an organisation, "David Wilson, Kent Homes" is not.

    Letters behind a name that are its own, "Tom Carr TC", are no council's.
    """
    name = _name(cell)
    own = are_initials(cell.removeprefix(name).strip(" ()"), person(name)[1])
    return is_name(name) and (own or not is_organisation(cell) or bool(re.match(rf"{re.escape(name)}\s*[,(–-]", cell)))


def _name(cell: str) -> str:
    return remarks(name_and_details([cell])[0]).text


def _several(line: Line, cells: list[str]) -> Iterator[Cells]:
    """A cell with several names, the organisation in a cell of its own before or behind it."""
    for place, cell in enumerate(cells):
        names = run_on.names_in(cell)
        others = cells[:place] + cells[place + 1 :]
        if len(names) > 1 and len(others) < 3 and all(_body(other) for other in others):
            under = others[0].rstrip(": ") if others else ""
            yield from (Cells((line,), entry.cells, under) for entry in run_on.people_of(line, cell))
            return
    yield Cells((line,), tuple(cells))


def _body(text: str) -> bool:
    return is_organisation(text) or not (is_name(text) or is_post(text))
