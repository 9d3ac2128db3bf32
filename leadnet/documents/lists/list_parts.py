"""Attendance lists as their headings mean them: cut at headings inside them, and joined to the heading over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Heading
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.layouts.organisation_headings import heads
from leadnet.documents.lists.layouts.run_on import names_in
from leadnet.documents.lists.list_words import list_kind, sort_heading
from leadnet.documents.model import Line
from leadnet.documents.outlines.outline import Listed
from leadnet.documents.outlines.outline_parts import SAYS_WHO

_ONE_HEADED = re.compile(
    r"^\W*(?P<word>Observer|Guest|Visitor|Guest speaker|Advis[eo]r|Presenter|"
    r"(?P<serves>(?:minute|note)s?[- ]?taker|secretary|scribe|clerk))\s*(?P<colon>:?)\W*$",
    re.IGNORECASE,
)
_SORT = re.compile(r"^\W*(?P<words>[A-Z][\w’'&/ -]{2,60}?)\s*[:\t]\s*(?P<rest>[A-Z].*)$")
_ALONE = re.compile(r"^\W*(?P<words>[A-Z][\w’'&/ -]{2,50}?\s(?P<last>(?i:officers|attendees)))\s*:\W*$")
_BACK = re.compile(r"^\W*(?P<words>[A-Z][\w’'&/ -]{2,50}?)\s*:\W*$")
_LABEL = re.compile(  # "...; Combe Town Councillors: Ann Lee", "... . Combe Town Councillors Mr Lee": a sort in a line
    r"(?:(?P<stop>(?<=[.;)]))|(?<=\w),)\s+(?:and\s+)?(?P<words>[A-Z][\w’'&/-]*(?:\s[\w’'&/-]+){0,7}?)"
    r"(?::\s+(?=[A-Z])|(?:(?<=Councillors)|(?<=Cllrs))\s+(?=(?:Mr|Mrs|Ms|Miss|Dr)\b))"
)
_ONE = re.compile(r"(?:(?<=Councillor)|(?<=Cllr))$")
_FIRST_HALF = re.compile(r"\W*(?P<words>(?:also|others) in|in|also)\W*", re.IGNORECASE)
_OVER_ALL = re.compile(r"\W*(?:members |those )?(?:present|attendance)\W*", re.IGNORECASE)
_SERVE = re.compile(  # the body's own: "Support Officers", but not "Local Authority officers", who sit on it
    r"\W*(?:\(?\d\)\W*)?(?:(?:support(?:ing)?|council|lead|senior|other|administrative|advisory)\s+)*"
    r"(?:officers|officials|staff|advis[eo]rs|support|secretariat|(?:support|officer) team)"
    r"(?: (?:in )?support| present)?\W*",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"\b(?:members|representatives|reps|councillors|cllrs|partners|officers)\W*$", re.IGNORECASE)
_CHAIR = re.compile(r"\b(?:in the )?chair(?:man|woman|person)?\b", re.IGNORECASE)
_CELL = re.compile(r"\S+(?:\s{1,2}\S+)*")  # three spaces end a cell
_SLASH = re.compile(r"\s+/\s+")
_LOOKED_AT = 200  # letters of a line
_LONGEST = 4000  # letters of one that may hold several sorts
_LEAST = 2  # rows with somebody on both sides of a slash


def parts_of(lists: Sequence[Listed], titles: Sequence[Line], head: Sequence[Line]) -> list[Listed]:
    """The lists of a paper, each with the people its heading is for; `titles` head its items, `head` stands above."""
    whole = _with_whole_headings(lists, {line.number: line for line in titles})
    whole = _rows_in_first(whole)
    parts = [part for listed in whole for each in _two_columns(listed, head) for part in _headed_within(each)]
    return _beside_chair(_under_apologies(_under_present(parts)))


def _with_whole_headings(lists: Sequence[Listed], titles: Mapping[int, Line]) -> list[Listed]:
    """ "ALSO IN" that ends a list or is taken for a title over a line "ATTENDANCE: Ann Lee" belongs to that heading."""
    found: list[Listed] = []
    for listed in lists:
        last = [found[-1].at, *found[-1].lines] if found else []
        above = next((line for line in reversed(last) if line.text.strip()), None)
        above = titles.get(listed.at.number - 1, above)
        half = _FIRST_HALF.fullmatch(above.text[:20]) if above else None
        words = f"{half['words']} {listed.heading.printed}" if half else ""
        if half and above and above.number + 1 == listed.at.number and (kind := list_kind(words)):
            found[-1] = replace(found[-1], lines=tuple(line for line in found[-1].lines if line is not above))
            listed = replace(listed, heading=Heading(words, *kind))
        found.append(listed)
    return found


def _two_columns(listed: Listed, head: Sequence[Line]) -> Iterator[Listed]:
    """ "Attendees / Apologies" over "Ann Lee – Kent Police / Joe Dale": two lists; a row with one name is the first's.

    So are "PRESENT" and "APOLOGIES" a gap apart, which the outline leaves in the head: each cell is of the nearer.
    """
    above = next((line.text for line in reversed(head) if line.text.strip()), "") if listed.implied else ""
    gaps = [match.start() for match in _CELL.finditer(above)]
    heads = _CELL.findall(above) if above else _SLASH.split(listed.heading.printed)
    kinds = [list_kind(words) for words in heads]
    if len(heads) != 2 or not all(kind and not kind[2] for kind in kinds):
        yield listed
        return
    rows = [(line, _placed(line.text, gaps) if above else _SLASH.split(line.text.strip(), 1)) for line in listed.lines]
    if sum(len(row) == 2 and all(map(begins_with_name, row)) for _, row in rows) < _LEAST:
        yield listed
        return
    for place, (words, kind) in enumerate(zip(heads, kinds, strict=True)):
        cells = tuple(replace(line, text=row[place]) for line, row in rows if len(row) > place and row[place])
        yield replace(listed, heading=Heading(words, *(kind or ())), lines=cells)


def _placed(text: str, heads_at: Sequence[int]) -> list[str]:
    """The two cells of a row, each under the heading that begins nearest."""
    row = ["", ""]
    for match in _CELL.finditer(text):
        place = min((0, 1), key=lambda n: abs(heads_at[n] - match.start()))
        row[place] = f"{row[place]} {match[0]}".strip()
    return row


def _rows_in_first(lists: Sequence[Listed]) -> list[Listed]:
    """ "Ann Lee |" under "Present | Apologies" is of the first list: nothing stands in the second cell."""
    found = list(lists)
    for place, (one, other) in enumerate(zip(lists, lists[1:], strict=False)):
        first = [line for line in other.lines if re.search(r"^[^|]*\w[^|]*\|\s*$", line.text)]
        if one.at is other.at and first:
            lines = sorted((*one.lines, *(replace(line, text=line.text.rstrip(" |")) for line in first)), key=_number)
            found[place] = replace(found[place], lines=tuple(lines))
            found[place + 1] = replace(other, lines=tuple(line for line in other.lines if line not in first))
    return found


def _number(line: Line) -> int:
    return line.number


def _headed_within(listed: Listed) -> list[Listed]:
    """A list cut before each line that heads one person ("Observer:") or some ("Agency officers: Ann Lee")."""
    parts = [replace(listed, lines=())]
    sorts, over = set[Line](), listed.heading.status
    lines = [part for line in listed.lines for part in _labels_apart(line)]
    for place, line in enumerate(lines):
        within = _within(line, lines[place + 1 : place + 4], listed.heading)
        if parts[-1].heading.organisation != listed.heading.organisation and parts[-1].at not in sorts:
            parts.append(replace(listed, lines=()))  # "Kent County Councillors: Ann Lee" holds for its own line
        match = _one_headed(lines, place)
        if match and (kind := list_kind("Officers" if match["serves"] else f"{match['word']}s")):
            parts.append(Listed(Heading(match["word"], *kind), line))
        elif (sort := _sort(line)) and (over != "apologies" or SAYS_WHO.search(sort.heading.printed)):
            status = over if over == "in_attendance" else sort.heading.status
            parts.append(replace(sort, heading=replace(sort.heading, status=status)))
        elif _ALONE.match(parts[-1].at.text) and (back := _BACK.match(line.text)):
            kind = list_kind("Others present") if back["words"].startswith("Other") else None
            parts.append(Listed(Heading(back["words"], *kind) if kind else listed.heading, line))
        elif within and (within is not listed.heading or parts[-1].at in sorts):
            sorts |= {line} - ({line} if within is listed.heading else set())
            parts.append(Listed(within, line, (line,) if within is listed.heading else ()))
        else:
            parts[-1] = replace(parts[-1], lines=(*parts[-1].lines, line))
    return parts


def _one_headed(lines: Sequence[Line], place: int) -> re.Match[str] | None:
    """What heads one person: "Observer:", or behind a gap and over a name "Clerk", which elsewhere is a post."""
    match = _ONE_HEADED.match(lines[place].text[:_LOOKED_AT])
    gap = place > 0 and not lines[place - 1].text.strip()
    over = gap and begins_with_name(next((each.text for each in lines[place + 1 : place + 3] if each.text.strip()), ""))
    return match if match and (match["colon"] or over) else None


def _within(line: Line, below: Sequence[Line], over: Heading) -> Heading | None:
    """The heading that a line over a name makes: people of one sort ("Ward Councillors"), or, where that is done with,
    of the whole list again ("Kent Police"); None for any other line."""
    under = next((each.text for each in below if each.text.strip()), "")
    if not begins_with_name(under) or "|" in line.text or "\t" in line.text.strip():
        return None
    if (kind := sort_heading(line.text)) and not begins_with_name(line.text):
        part, status, organisation = kind
        status = status if over.status == "present" else over.status
        return Heading(line.text.strip(" *#:"), part, status, organisation=organisation or over.organisation)
    return over if heads(line.text) else None


def _sort(line: Line) -> Listed | None:
    """The list that a line with a heading of its own makes; None for any other line."""
    if (alone := _ALONE.match(line.text)) and (kind := list_kind(f"Additional {alone['last'].lower()}")):
        return Listed(Heading(alone["words"], *kind), line)
    match = _SORT.match(line.text)
    sort = sort_heading(_ONE.sub("s", match["words"])) if match else None
    if not match or not sort or not begins_with_name(re.split(r"[,;(]", match["rest"])[0]):
        return None
    part, status, organisation = sort
    heading = Heading(match["words"], part, status, organisation=organisation)
    return Listed(heading, line, (replace(line, text=match["rest"]),))


def _labels_apart(line: Line) -> list[Line]:
    """A line cut before each sort of people that stands within it: "Ann Lee; Kent County Councillors: Joe Dale"."""
    cuts = [match for match in _LABEL.finditer(line.text[:_LONGEST]) if _heads_some(match)]
    if not cuts or "|" in line.text:
        return [line]
    ends = [*(match.start() for match in cuts), len(line.text)]
    said = [f"{match['words']}: {line.text[match.end() : end]}" for match, end in zip(cuts, ends[1:], strict=True)]
    return [replace(line, text=text.strip(" ,;")) for text in (line.text[: ends[0]], *said)]


def _heads_some(match: re.Match[str]) -> bool:
    """Whether a label names a sort of people, or behind a full stop an organisation."""
    sort = sort_heading(_ONE.sub("s", match["words"]))
    return bool(sort or (match["stop"] is not None and ":" in match[0] and heads(match["words"])))


def _under_present(lists: Sequence[Listed]) -> list[Listed]:
    """ "Present" with nobody straight under it is for all that follows up to "In attendance" but those who serve."""
    found = list(lists)
    for place, listed in enumerate(lists):
        if not _OVER_ALL.fullmatch(listed.heading.printed) or any(line.text.strip() for line in listed.lines):
            continue
        stops = [n for n, each in enumerate(lists) if n > place and SAYS_WHO.search(each.heading.printed)]
        if stops and "attendance" in lists[stops[0]].heading.printed.lower():
            for n in (n for n in range(place + 1, stops[0]) if not _SERVE.fullmatch(lists[n].heading.printed)):
                found[n] = replace(lists[n], heading=replace(lists[n].heading, part="member", status="present"))
    return found


def _under_apologies(lists: Sequence[Listed]) -> list[Listed]:
    """ "Apologies" with nobody straight under it is for the sorts of members below: "Public representatives:"."""
    found, away = list(lists), None
    for place, listed in enumerate(lists):
        printed = listed.heading.printed
        if SAYS_WHO.search(printed) or not (away and _MEMBERS.search(printed)):
            empty = not any(line.text.strip() for line in listed.lines)
            away = listed.heading if empty and listed.heading.status == "apologies" else None
        else:
            found[place] = replace(listed, heading=replace(listed.heading, part=away.part, status=away.status))
    return found


def _beside_chair(lists: Sequence[Listed]) -> list[Listed]:
    """ "In attendance" heads the members where those "Present" are the chair alone."""
    present = [listed for listed in lists if listed.heading.status == "present"]
    lines = [line for listed in present for line in listed.lines if line.text.strip()]
    alone = len(present) == len(lines) == 1 and len(lines[0].text) < _LOOKED_AT / 2
    if not alone or not _CHAIR.search(lines[0].text) or len(names_in(lines[0].text)) > 1:
        return list(lists)
    heads = [listed for listed in lists if listed.heading.printed.lower() == "in attendance"][:1]
    there = {"part": "member", "status": "present"}
    return [replace(each, heading=replace(each.heading, **there)) if each in heads else each for each in lists]
