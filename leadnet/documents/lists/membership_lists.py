"""Who belongs to a body, or is sent its papers, where a paper lists them: seats, which are no attendance.

A list of members, a circulation list, terms of reference and a vacant seat say who might come. Nothing of it counts
until a person keeps it as a row of memberships.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.layouts.rows import RULE, heading_row
from leadnet.documents.lists.seat_entries import Place, inline, row_cells, seat_of
from leadnet.documents.model import Line, ListedSeat
from leadnet.documents.outlines.flow import BULLET, flows
from leadnet.documents.outlines.headings import aside, item_heading, list_heading, plain_heading
from leadnet.documents.words.posts import is_organisation

_BODY = r"(?:board|group|partnership|committee|forum|panel|executive|alliance|network)"
_SORT = (
    r"(?:full|current|core|associate|voting|non-voting|standing|permanent|co-?opted|statutory|ex[- ]officio|proposed|"
    r"list of|the|our)"
)
_MEMBERS = rf"(?:{_SORT}\s+){{0,3}}(?:{_BODY}\s+)?(?:members(?:hip)?|composition)(?:\s+list)?"
_NAMED = r"(?:(?!\b(?:shall|will|should|is|are|was|were|to be|agreed)\b)[^:.;|]){3,80}?"
_OF = rf"(?:\s+of\s+(?:the\s+)?(?P<body>{_NAMED}))?"
_WHEN = r"(?:\s*[,(–-]?\s*(?:(?:as )?(?:at|of|from|in)\s+)?[\w ]{0,16}(?:19|20)\d\d(?:\s*[/–-]\s*\d{2,4})?\)?)?"
_HEADED = re.compile(rf"^(?P<heading>{_MEMBERS}{_OF}{_WHEN})\s*(?::\s*(?P<rest>.*)|$)", re.IGNORECASE)
_TITLED = re.compile(
    rf"^(?P<body>[A-Z].{{3,80}}?)[\s:–-]+(?P<heading>members(?:hip)?(?:\s+list)?{_WHEN})$", re.IGNORECASE
)
_SENT = re.compile(
    r"^(?P<heading>(?:distribution|circulation|circulated to|copies to|copy to|mailing)(?:\s+list)?|to|cc|c\.c\.|bcc)"
    r"\s*(?::\s*(?P<rest>.*)|$)",
    re.IGNORECASE,
)
_WILL = r"(?:(?:shall|will|should|is|are|was|were|to)\s+){0,2}(?:agreed\s+)?(?:be\b\s*)?"
_OF_WHOM = r"compris(?:es?|ing|ed)(?:\s+of)?|consists?\s+of|made up\s+(?:of|from)|composed of|drawn from"
_SHALL = re.compile(
    rf"^(?P<heading>(?:the\s+)?{_MEMBERS}{_OF})\s+{_WILL}"
    rf"(?:(?:{_OF_WHOM}|includes?|as follows|the following)\W*(?:the following|representatives? (?:from|of))?\W*|"
    r":|(?=(?:an?|one|two|three|four|\d)\s+(?:\w+\s+)?(?:representative|member|councillor|officer|nominee)))(?P<rest>.*)$",
    re.IGNORECASE,
)
_CONSISTS = re.compile(
    rf"^(?P<heading>the\s+(?P<body>[^.:;]{{0,80}}?\b{_BODY}))\s+{_WILL}(?:{_OF_WHOM})\W*"
    r"(?:the following(?:\s+\w+)?|representatives? (?:from|of))?\W*(?P<rest>.*)$",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:members?(?:hip)?|composition|compris\w+|consists?|made up|composed|drawn)\b", re.IGNORECASE)
_TERMS = re.compile(
    r"^(?:\W*|.{3,80}[\s:–-]+)terms of reference(?: (?:19|20)\d\d)?\W*$|^\W*constitution\W*$", re.IGNORECASE
)
_MINUTES = re.compile(r"\b(?:minutes|notes of|record of|agenda)\b", re.IGNORECASE)
_MEETS = re.compile(r"present|attend|apolog|absent", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z]\))\s+(?=[A-Z])")
_PARTS = (("observer", "observer"), ("officer", "support"), ("advis", "support"), ("in attendance", "support"))
_DEPUTY = re.compile(
    r"^(?:named\s+)?(?:substitutes?|deput(?:y|ies)|alternates?|e-?mail|contact|term|tel\w*)\b", re.IGNORECASE
)
_SAYS = re.compile(r"\b(?:shall|will|may|must|can|is|are|was|were|has|have)\b")
_VACANT = re.compile(r"\b(?:vacant|vacancy)\b", re.IGNORECASE)
_LOOKED_AT = 4000  # letters of a line: a list printed in one line is shorter
_MOST, _LONG, _TOP = 300, 12, 8  # lines of one list; words of an entry nothing else shows; lines of a paper's title


def seats_in(lines: Sequence[Line], listed: frozenset[int]) -> tuple[ListedSeat, ...]:
    """Every seat a paper's lists of members and circulation lists print, and the vacant ones of its attendance lists.

    `listed` are the numbers of the lines that belong to an attendance list.

    >>> rows = enumerate(("Core members:", "Kent Police", "Vacant - Chamber of Commerce"), start=1)
    >>> [(one.organisations, one.vacant) for one in seats_in([Line(n, None, text) for n, text in rows], frozenset())]
    [(('Kent Police',), False), (('Chamber of Commerce',), True)]
    """
    found: dict[tuple[str, str], ListedSeat] = {}
    for place, line in enumerate(lines):
        here = _vacant(line) if line.number in listed else _opened(lines[place : place + _MOST], listed)
        for one in here:
            found.setdefault((one.source.line, one.printed), one)
    return tuple(sorted(found.values(), key=lambda one: one.source.first))


def about_members(lines: Sequence[Line], headings: Sequence[str]) -> str:
    """The heading by which a paper says that it is about members and not about a meeting; blank where none does.

    `headings` are those of the lists found in it: one that says who was present makes it a meeting's.
    """
    top = [_bare(line.text) for line in lines if line.text.strip()][:_TOP]
    if any(_MEETS.search(heading) for heading in headings) or any(map(_MINUTES.search, top)):
        return ""
    told = (text for text in top if _TERMS.match(text) or _TITLED.match(text) or _headed_whole(text))
    return next(told, "")


def _headed_whole(text: str) -> bool:
    """ "Members of the Board", "Membership list": more than the bare word over a list of a meeting."""
    match = _HEADED.match(text)
    return bool(match and not match["rest"] and (match["body"] or "membership" in text.lower()))


def _bare(text: str) -> str:
    return _NUMBER.sub("", text[:_LOOKED_AT].strip(" \t#*_")).strip(" *_")


def _vacant(line: Line) -> Iterator[ListedSeat]:
    found = seat_of(line, row_cells(line.text), Place("attendance", "")) if _VACANT.search(line.text) else None
    if found and not found.person:
        yield found


def _opened(lines: Sequence[Line], listed: frozenset[int]) -> Iterator[ListedSeat]:
    """The seats of the list the first of these lines opens: on the line itself, else those below."""
    first = replace(lines[0], text=_bare(lines[0].text))
    if not (match := _HEADED.match(first.text) or _SENT.match(first.text) or _TITLED.match(first.text)):
        yield from _of_sentence(lines, listed)
        return
    sent = match.re is _SENT
    if sent and match["rest"] is None and match["heading"].lower() in ("to", "cc", "bcc", "c.c."):
        return
    place = Place("circulation" if sent else "membership", match["heading"], "unknown" if sent else "member")
    if not sent:
        place = replace(place, part=_part(match["heading"]), body=_other_body(match["body"]))
    rest = match.groupdict().get("rest")
    yield from inline(first, rest, place) if rest else _below(lines[1:], place, listed)


def _of_sentence(lines: Sequence[Line], listed: frozenset[int]) -> Iterator[ListedSeat]:
    """ "Membership of the Board shall be: ...", "The Board comprises ...": the paragraph, and a list below it."""
    if not lines[0].text.strip() or "|" in lines[0].text:
        return
    if not _TELLS.search(" ".join(line.text[:_LOOKED_AT] for line in lines[:3])):
        return
    cut = [replace(line, text=line.text[:_LOOKED_AT]) for line in lines[1:_LONG]]
    flow = flows([replace(lines[0], text=_bare(lines[0].text)), *cut])[0]
    match = _SHALL.match(flow.text) or _CONSISTS.match(flow.text)
    if not match:
        return
    place = Place("membership", match["heading"], "member", _other_body(match["body"]))
    if rest := match["rest"].strip(" :"):
        start = match.start("rest")
        for line in flow.source_lines(start, len(flow.text))[:1]:
            yield from inline(line, rest, place)
    elif flow.text.endswith((":", "follows", "following", "from", "of")):
        yield from _below(lines[len(flow.lines) :], place, listed)


def _part(heading: str) -> str:
    return next((part for word, part in _PARTS if word in heading.lower()), "member")


def _other_body(printed: str | None) -> str:
    """A body named by more than its kind: "Task Group", but not "the Board"."""
    words = (printed or "").removeprefix("this ").split()
    return printed if len(words) > 1 else ""


def _below(lines: Sequence[Line], place: Place, listed: frozenset[int]) -> Iterator[ListedSeat]:
    """The entries under a heading, up to the next heading or the first text."""
    started, gap, skipped = False, False, frozenset()
    for line in lines:
        if not line.text.strip():
            gap = started
            continue
        cells = row_cells(line.text)
        if line.number in listed or _ends(line, cells, started, gap):
            return
        if RULE.match(line.text):
            continue
        if columns := _deputies(cells):
            skipped = columns[0]
            continue
        kept = [cell for at, cell in enumerate(cells) if at not in skipped and not RULE.match(cell)]
        if found := seat_of(line, kept, place):
            started = True
            yield found


def _deputies(cells: Sequence[str]) -> tuple[frozenset[int], ...]:
    """Of a table's heading row, the columns that hold no seat (deputies, addresses); nothing for any other row."""
    skipped = frozenset(at for at, cell in enumerate(cells) if _DEPUTY.match(cell))
    rest = [cell for at, cell in enumerate(cells) if at not in skipped]
    return (skipped,) if len(cells) > 1 and rest and heading_row(rest) else ()


def _ends(line: Line, cells: Sequence[str], started: bool, gap: bool) -> bool:
    """Whether a list of seats stops before this line: a heading, a sentence, or, after a gap, what names nobody."""
    text = _bare(line.text)
    entry = len(cells) > 1 or bool(BULLET.match(line.text)) or begins_with_name(text) or is_organisation(text)
    if not entry and (plain_heading(line.text) or item_heading(line.text) or list_heading(text) or aside(text)):
        return True
    if _HEADED.match(text) or _SENT.match(text):
        return True
    says = len(text.split()) > 5 and bool(_SAYS.search(text)) and len(cells) == 1
    return not entry and (says or (started and gap and seat_of(line, cells, Place("", "")) is None))
