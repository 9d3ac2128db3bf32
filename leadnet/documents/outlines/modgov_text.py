"""A council's meeting page copied as text: its items, with "Minutes:" and "Decision:" below them, marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.model import Line
from leadnet.documents.outlines.headings import item_heading, number_alone
from leadnet.documents.words.names import is_name

_HEAD = re.compile(r"\W*(?:note\W+)?no\.?\W+item\W*", re.I)  # of the table of items
_LABEL = re.compile(r"\W*(?:minutes|decisions?|resolved)\s*:", re.I)
_ALONE = re.compile(r"\W*(?:minutes|decisions?|(?:additional|supporting) documents)\s*:\W*", re.I)
_SIZE = re.compile(r"\s*\b(?:(?:pdf|word) icon\b(?:\s*(?:PDF|DOCX?))?|PDF(?=\s+\d))(?:\s+[\d.,]+\s*[KM]B)?.*$", re.I)
_ROW = re.compile(r"(?P<title>[A-Z][^|]{2,900}?)\s*(?P<rest>\b(?:Minutes|Decision)\s*:.*)", re.S)
_AGENDA = re.compile(  # what the agenda said under a title, in a row that runs both together
    r"(?<=[\w)])\s+(?:To [a-z]{3,}\b|"
    r"Members (?:of the (?:\w+ ){1,2})?(?:will|are|to)|"
    r"Th(?:e|is) (?:\w+ ){1,14}?(?:to|will|is|are|provides|sets out|asks|seeks)\b|"
    r"Report of|A report|Presented by)\b.*$",
    re.S,
)
_DOCUMENTS = re.compile(r"\s*\b(?:additional|supporting) documents\s*:.*$", re.I | re.S)
_PARTS = re.compile(r"\s*\b((?:Minutes|Decisions?)\s*:)\s*")
_FURNITURE = re.compile(  # the hour at which an item is taken, in a column before its number, is none of its words
    r"[\s•·*-]*(?:share this item|additional documents\s*:|view directions|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?)\W*", re.I
)
_CMIS_ITEMS = re.compile(r"\W*agenda items\W*", re.I)
_CMIS_TOP = re.compile(r"\W*(?:meeting (?:details|summary)\W*$|committee\s*:)", re.I)
_TELLS = re.compile(r"[.:;]\s*$|^\W*To [a-z]")
_WAS = re.compile(r"\b(?:was|were)\b")
_NUMBER = re.compile(r"([A-Z]*)\D*(\d+)")
_MOST = 16  # words of a title
_RUNS = 12  # lines of a row before its minutes
_LEAST = 2  # labels that make a paper such a page
_MARK = "# Items"


def modgov_text(lines: Sequence[Line]) -> list[Line]:
    """The lines, the items of such a page headed "# 12. Title" below "# Items"; any other paper as it is.

    >>> rows = ("Items", "No. Item", "1.", "", "Flood plan PDF 2 MB", "", "Minutes:", "", "It was read.")
    >>> rows += ("2.", "Parking", "Minutes:", "None.")
    >>> [line.text for line in modgov_text([Line(at, None, row) for at, row in enumerate(rows)]) if "#" in line.text]
    ['# Items', '# 1. Flood plan', '# 2. Parking']
    """
    labels = sum(bool(_LABEL.match(line.text) or _ROW.match(line.text)) for line in lines)
    pairs = [*zip(lines, lines[1:], strict=False)]
    heads = (at for at, (line, below) in enumerate(pairs) if _HEAD.fullmatch(f"{line.text} {below.text}".strip()))
    at = next((at for at, line in enumerate(lines) if _HEAD.fullmatch(line.text)), next(heads, None))
    if at is None:
        return _cmis(lines) or list(lines)
    top = [*lines[:at], replace(lines[at], text=_MARK)]
    at += not _HEAD.fullmatch(lines[at].text)  # its cells on a line each
    below = [replace(line, text="") if _FURNITURE.fullmatch(line.text) else line for line in lines[at + 1 :]]
    if labels < _LEAST and not _counted(below):
        return [*top, *apart] if (apart := _apart(below)) else list(lines)
    if any(number_alone(line.text) for line in below):
        return [*top, *_numbered(below)]
    apart = [*_numbers_apart(below)]
    runs_together = _ROW.match(next((line.text for line in below if line.text.strip()), ""))
    if len(apart) > len(below) and not runs_together:  # else the numbers are those of parts of what was said
        return [*top, *_numbered(apart)]
    labels = sum(bool(_ALONE.fullmatch(line.text)) for line in below)
    return [*top, *((labels >= _LEAST and _between_labels(below)) or _rows(below))]


def _cmis(lines: Sequence[Line]) -> list[Line]:
    """A page of CMIS, another system: below "Agenda Items" a title, what the agenda asked for, and what was said."""
    filled = [line for line in lines if line.text.strip()]
    at = next((place for place, line in enumerate(filled) if _CMIS_ITEMS.fullmatch(line.text)), len(filled))
    if not any(_CMIS_TOP.match(line.text) for line in filled[:at]) and at > _LEAST:
        return []
    found = []
    for line, below in zip(filled[at + 1 :], [*filled[at + 2 :], None], strict=False):
        titled = below and _titles(line.text) and _TELLS.search(below.text)
        asked = found and found[-1].text.startswith("# ") and _AGENDA.match(f"x {line.text}")
        found.append(replace(line, text=f"# {line.text.strip()}" if titled else "" if asked else line.text))
    titles = sum(line.text.startswith("# ") for line in found)
    return [*filled[:at], replace(filled[at], text=_MARK), *found] if titles >= _LEAST else []


def _counted(lines: Sequence[Line]) -> bool:
    """Whether numbers stand on lines of their own, the second one of them some after the first."""
    numbers = [alone.number for line in lines if (alone := number_alone(line.text))]
    return len(numbers) > 1 and _counts_on(numbers[1], numbers[0])


def _between_labels(lines: Sequence[Line]) -> list[Line]:
    """Items without numbers whose labels stand alone: a title is the last line before a label that is no sentence."""
    found, titles = list(lines), set()
    last = None
    for place, line in enumerate(lines):
        if _ALONE.fullmatch(line.text) or place == len(lines) - 1:
            titles |= {last} - {None}
            last = None
        elif _titles(line.text) and not _AGENDA.match(f"x {line.text}"):
            last = place
    for place in titles:
        found[place] = replace(lines[place], text=f"# {_SIZE.sub('', lines[place].text.strip())}")
    return found if len(titles) >= _LEAST else []


def _titles(text: str) -> bool:
    """Whether a line may be a title: some words that begin with a capital and end in no stop."""
    text = text.strip()
    return bool(re.match(r"[A-Z‘“'\"(]", text)) and text[-1] not in ".:;," and len(text.split()) <= _MOST


def _numbers_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that hold an item's number and title as two: "1. Apologies"."""
    last = ""
    for line in lines:
        heading = item_heading(line.text)
        if heading and not heading.plain and _counts_on(heading.number, last):
            last = heading.number
            yield from (replace(line, text=f"{heading.number}."), replace(line, text=heading.title))
        else:
            yield line


def _apart(lines: Sequence[Line]) -> list[Line]:
    """Items without numbers or labels, each title between double gaps; nothing where there are not some of them."""
    texts = ["", "", *(line.text.strip() for line in lines), "", ""]
    found = []
    for at, line in enumerate(lines):
        alone = not any((texts[at], texts[at + 1], texts[at + 3]))
        name, comma, _ = texts[at + 2].partition(",")
        said = (comma and is_name(name)) or _WAS.search(texts[at + 2])  # who introduced themselves, or sent apologies
        titled = alone and _titles(texts[at + 2]) and not said
        found.append(replace(line, text=f"# {_SIZE.sub('', texts[at + 2])}") if titled else line)
    return found if sum(line.text.startswith("# ") for line in found) >= _LEAST else []


def _numbered(lines: Sequence[Line]) -> Iterator[Line]:
    """Items whose number stands on a line of its own, each with its title on the next filled one.

    What the agenda asked for, between a title and "Minutes:", is nothing the meeting did: it is left blank.
    """
    opened, last, at = False, "", 0
    first = next((place for place, line in enumerate(lines) if line.text.strip()), 0)
    while at < len(lines):
        alone = number_alone(lines[at].text)
        filled = next((place for place in range(at + 1, len(lines)) if lines[place].text.strip()), None)
        if alone and filled is not None and _counts_on(alone.number, last):
            last, title = alone.number, _SIZE.sub("", lines[filled].text.strip(" |"))
            yield replace(lines[filled], text=f"# {alone.number}. {title}")
            opened, at = _labelled(lines[filled + 1 :]), filled
        elif at == first and not alone:
            yield replace(lines[at], text=f"# {_SIZE.sub('', lines[at].text.strip())}")
        else:
            opened = opened and not _LABEL.match(lines[at].text)
            yield replace(lines[at], text="") if opened else lines[at]
        at += 1


def _labelled(lines: Sequence[Line]) -> bool:
    """Whether "Minutes:" or "Decision:" comes before the next number."""
    told = (line.text for line in lines if _LABEL.match(line.text) or number_alone(line.text))
    return bool(_LABEL.match(next(told, "")))


def _counts_on(number: str, last: str) -> bool:
    """Whether a number is the first, or comes some after the last: 5 or 4a after 4, 65/16 after 64/16."""
    if not last:
        return True
    new, old = (_NUMBER.match(text) for text in (number, last))
    same = new and old and new[1] == old[1]
    return bool(same) and 0 <= int(new[2]) - int(old[2]) <= 10 and number != last


def _rows(lines: Sequence[Line]) -> Iterator[Line]:
    """Items each in a row of their own that runs title, agenda and minutes together, as some copies do."""
    opens, over = True, []
    for line in lines:
        if not re.search(r"\w", line.text):  # a rule, or a row of nothing
            yield replace(line, text="")
            continue
        row = _ROW.match(" ".join(each.text for each in (*over, line)))
        if row:
            first = over[0] if over else line
            title = _SIZE.sub("", _DOCUMENTS.sub("", row["title"]))
            yield replace(first, text=f"# {_AGENDA.sub('', title).rstrip(' .')}")
            parts = _PARTS.split(row["rest"].strip(" |"))
            for part in filter(str.strip, parts):  # a blank below "Minutes:", which is none of their words
                yield from (replace(line, text=text) for text in ([part, ""] if _ALONE.fullmatch(part) else [part]))
            over = []
        elif opens and not over and line.text.rstrip().endswith("|") and _titles(line.text.rstrip(" |")):
            yield replace(line, text=f"# {line.text.rstrip(' |')}")  # an item without a word about it
        elif opens or over:  # agenda text between a title and its minutes
            over.append(line)
        else:
            yield replace(line, text=line.text.rstrip(" |"))
        opens = line.text.rstrip().endswith("|")
        if over and (opens or len(over) > _RUNS):
            yield from (replace(each, text=each.text.rstrip(" |")) for each in over)
            over = []
    yield from over
