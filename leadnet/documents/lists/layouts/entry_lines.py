"""One person a line, whatever stands between name, post and organisation; a long entry may run over two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts import run_on, run_together
from leadnet.documents.lists.list_words import list_kind
from leadnet.documents.lists.name_details import name_and_details
from leadnet.documents.lists.remarks import is_remark, remarks
from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import Flow
from leadnet.documents.outlines.title_lines import USUAL, VERB
from leadnet.documents.words.names import are_initials, has_given_name, is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, pieces_of
from leadnet.documents.words.surname_first import turned
from leadnet.documents.words.vocabulary import GIVEN

_LETTERS = re.compile(r"\s*(?P<letters>[A-Z]{2,4})[:\s–-]+(?P<name>[A-Z].+)")
_MARK = re.compile(
    r"^[\s|]*(?:[-*•·?▪●‣○+✓✔√✗✘ü][\s|]+|\(?[a-z]\)\s*|\d{1,2}\.\d{1,2}(?=[A-Z])|\d{1,2}[.)]\s+|"
    r"\d{1,2}\.\d{1,2}\.?\s+|\*(?=[A-Z]))"
)
_AT_MEETING = re.compile(
    r"\s*(?:(?:vice[- ])?chair(?:man|woman|person)?|(?:minute|note)s?[ -]?(?:taker|secretary)?|scribe|clerk)\W*", re.I
)
_CLOSED = re.compile(r"[.;:]\s*$")
HANGS = re.compile(r"(?:,|&|-|–|/|\b(?:and|of|the|for|in))$", re.I)
_LONE = re.compile(r"(?:^|[,;]\s*|\band\s+)(?P<name>[A-Z][a-z]+)$")
_SHORT = 35  # letters of a line that was hardly broken for want of room
_NAME_ENDS = re.compile(r"[,(]|\s[-–—]\s")
_LOOKED_AT = 400  # letters of a line that show whether it opens an entry


def begins_with_name(text: str) -> bool:
    """Whether a line opens an entry.

    >>> begins_with_name("Jane Hill, Kent Police"), begins_with_name("Kent Police")
    (True, False)
    """
    bare = _MARK.sub("", _first_cells(text[:_LOOKED_AT])).strip()
    if is_name(remarks(name_and_details([bare])[0]).text):
        return True
    return bool(re.search(r"\s(?:and|&)\s", bare[:90])) and (len(run_on.names_in(bare)) > 1 or run_on.goes_beyond(bare))


def _first_cells(text: str) -> str:
    """A row drawn with pipes as one kept apart by tabs: it opens the same entry."""
    return "\t".join(cell.strip() for cell in text.strip().strip("|").split("|")) if text[:1] == "|" else text


def is_body(text: str) -> bool:
    """Whether a line is an organisation; "Ann Lee CC" is a person with the letters of an office.

    >>> is_body("Kent CC"), is_body("Susan Hall CC")
    (True, False)
    """
    bare = remarks(text).text
    return is_organisation(text) and not (is_sure_name(bare) and bare.endswith(" CC"))


def is_name_alone(text: str) -> bool:
    """ "Ann Lee", "Ann Lee - Chair" and "Ann Lee, minute taker": a name and nothing that tells where from."""
    first, rest = [*re.split(r",|\s[-–]\s", text, maxsplit=1), ""][:2]
    named = is_name(remarks(text).text) or (is_name(first) and bool(_AT_MEETING.fullmatch(rest)))
    return named and not is_body(text)


def opens_entry(text: str) -> bool:
    """Whether a line is a name with something behind it, or a name that begins with a title or a known given name."""
    bare = _without_own_letters(_MARK.sub("", _first_cells(text[:_LOOKED_AT])).strip(" |"))
    if not begins_with_name(bare):
        return False
    title, name = person(turned(bare))
    return bool(title or has_given_name(name) or name_and_details([bare])[1:])


def _without_own_letters(text: str) -> str:
    """ "AL Cllr Ann Lee" without the initials that the minutes call her by."""
    match = _LETTERS.match(text[:200])
    name = person(remarks(name_and_details([match["name"]])[0]).text)[1] if match else ""
    return match["name"] if match and are_initials(match["letters"], name) else text


def fits(lines: Sequence[Line]) -> float:
    """The share of lines that begin with a name; it stands last, for lists no other layout fits better."""
    return max(sum(begins_with_name(line.text) for line in lines) / len(lines) * 0.9, 0.01)


def read(lines: Sequence[Line]) -> list[Cells]:
    """The entries of each line, with the lines they run over; mostly one a line."""
    return [entry for whole in _whole(lines) for entry in people_of(whole)]


def _whole(lines: Sequence[Line]) -> list[Cells]:
    found: list[Cells] = []
    detailed = _detailed(lines)
    for line in lines:
        text = _MARK.sub("", line.text).strip()
        if found and (_goes_on(found[-1], line) or (detailed and _unfinished(found[-1], line))):
            found[-1] = Cells((*found[-1].lines, line), (f"{found[-1].cells[0]} {text}",))
        else:
            found.append(Cells((line,), (text,)))
    return found


def _detailed(lines: Sequence[Line]) -> bool:
    """Whether nearly every name of a list has its details on its own line, so that a line without a name goes on."""
    named = [line.text for line in lines if begins_with_name(line.text)]
    told = sum(len(name_and_details([_MARK.sub("", text[:_LOOKED_AT]).strip()])) > 1 for text in named)
    return len(named) > 1 and told >= 0.7 * len(named)


def _unfinished(entry: Cells, line: Line) -> bool:
    """Whether the line straight below goes on with an entry whose last words are no organisation yet."""
    above, text = entry.lines[-1], line.text.strip()
    if line.number > above.number + 1 or not begins_with_name(entry.cells[0]) or begins_with_name(text):
        return False
    if USUAL.search(text) and not text.startswith("(") or text.endswith(".") and VERB.search(text):
        return False  # the title of the first item, or what was said first
    if text.startswith(("(", "&")) or not text[:1].isupper() or list_kind(text) or is_remark(text):
        return text.startswith(("(", "&")) or text[:1].islower()
    last = pieces_of(entry.cells[0])[-1:]
    return not any(map(is_organisation, last)) and (len(above.text) > _SHORT or not is_organisation(text))


def people_of(entry: Cells) -> Iterator[Cells]:
    """A line that holds several people gives each of them, at the lines of the whole entry."""
    text = entry.cells[0]
    together = run_together.undivided(text)
    if not together and (len(run_on.names_in(text)) > begins_with_name(text) or run_on.goes_beyond(text)):
        yield from (replace(each, lines=entry.lines) for each in run_on.people_of(entry.lines[0], text))
    elif together or run_together.is_run(text):
        flow = Flow.of([replace(entry.lines[0], text=text)])
        yield from (replace(each, lines=entry.lines) for each in run_together.entries(flow))
    else:
        yield entry


def _goes_on(entry: Cells, line: Line) -> bool:
    """The line straight below, after a comma, an "and" or an open bracket, or set in, that opens no entry itself."""
    above, text = entry.lines[-1], entry.cells[0]
    if line.number > above.number + 1 or begins_with_name(line.text) or not begins_with_name(text):
        open_still = text.count("(") > text.count(")") or (is_cut(text) and not begins_with_name(line.text))
        closed = line.text.count("(") == line.text.count(")")
        opens = opens_entry(line.text) and is_sure_name(_NAME_ENDS.split(line.text)[0].strip()) and closed
        return open_still and line.number <= above.number + 1 and not opens
    if is_remark(line.text):
        return False
    hangs = (
        bool(HANGS.search(text)) or is_cut(text) or text.count("(") > text.count(")") or line.text.strip()[:1].islower()
    )
    return hangs or (indent(line) > indent(above) and not _CLOSED.search(text))


def is_cut(text: str) -> bool:
    """Whether a line stops between a given name and the surname."""
    match = _LONE.search(text)
    return bool(match and match["name"] in GIVEN)


def indent(line: Line) -> int:
    """How far a line is set in."""
    return len(line.text) - len(line.text.lstrip())
