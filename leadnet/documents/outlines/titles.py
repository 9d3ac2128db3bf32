"""The head of a paper: which body, on what day, at what time, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Body, Line
from leadnet.documents.outlines.body_names import (
    BEFORE,
    BODY_END,
    MEETING,
    NAMED,
    NOT_BODY,
    OPENS,
    SORT,
    ends_as_body,
    named,
)
from leadnet.documents.outlines.letterheads import (
    OTHER_LINE,
    bare_name,
    goes_on,
    is_council,
    of_area,
    spaced,
    spelt_out,
    which,
)
from leadnet.documents.outlines.occasion import MARKS, bare, day_of, nothing_but_day, times_of, whole_days, without_year
from leadnet.documents.outlines.title_lines import VERB
from leadnet.documents.outlines.venues import is_address, is_site, labelled, venue_of
from leadnet.documents.words.dates import MONTH, WEEKDAY, days
from leadnet.documents.words.names import has_given_name
from leadnet.documents.words.vocabulary import BODY_WORD

_WIDE = (
    rf"(?=\s+(?:held|was|were|took|which|that took|at|in the|from|commencing|"
    rf"on(?!\s+(?!{WEEKDAY}|{MONTH}|THE\b)(?-i:[A-Z])))\b|;|\.(?:\s|$)|\s+[-–—]\s|"
    rf"\s+(?:minutes|notes)\s+of\b|\s+\(?\d(?!\d?\s+(?:held|meeting|{BODY_WORD})\b)|"
    rf"\s+{WEEKDAY}\s+\d|\s+{MONTH}\s+\d|\s*$)"
)
_STOP = rf"(?:(?=,)|{_WIDE})"
_OF = (
    r"\bat\s+an?\s+(?:\w+\s+){{0,4}}?meeting\s+of\s+(?:the\s+)?(?P<body>\S.*?){stop}",
    r"\b(?:minutes?|notes?|record)\s+of\s+(?:(?:a|an|the|its)\s+)?(?:\w+\s+){{0,4}}?meeting\s+of\s+(?:the\s+)?(?P<body>\S.*?){stop}",
    r"\b(?:decisions?|actions?)\s+(?:agreed|taken|made|arising)\s+(?:at|by|of|from)\s+(?:(?:a|an|the)\s+)?"
    r"(?:meeting\s+of\s+(?:the\s+)?)?(?P<body>\S.*?){stop}",
    r"\b(?:minutes?|notes?|record)\s+(?:of|from|for)\s+(?:(?:a|an|the)\s+)?(?P<body>\S.*?)(?:\s+meetings?)?{stop}",
)
# first a name with a comma in it, if it ends as a body does; then the name up to a comma
_OF_WHOLE = tuple(re.compile(form.format(stop=_WIDE), re.I | re.S) for form in _OF)
_OF_SHORT = tuple(re.compile(form.format(stop=_STOP), re.I | re.S) for form in _OF)
_BODY_MEETING = re.compile(rf"^\s*(?:at\s+)?(?:the\s+)?(?P<body>\S.*?)\s*[-–—:,]?\s*\b{SORT}\b", re.I)
_MEETING_OF = re.compile(
    rf"^\W*(?:at an?\s+|the\s+)?(?:\w+\s+)?{SORT}(?:\s+of\s+the\s+meeting)?(?:\s+(?:of|for|from|on)|\s*[-–—:])\s*"
    rf"(?:the\s+|an?\s+)?(?P<body>\S.*?){_STOP}",
    re.I,
)
_LABEL = re.compile(
    r"^(?:(?:name|title) of )?(?P<label>body|meeting(?: title| name| of)?|committee|board|group|report to|"
    r"to(?!\s*:\s*(?:all|the)?\s*members\b)|title|subject|partnership|forum|decision[- ]maker|decision (?:taken )?by|"
    r"made by)\s*(?:[:\t|]|\s/)[\s*_|/]*(?P<body>\S.*)$",
    re.I,
)
_DECIDES = re.compile(r"decision|made by", re.I)  # one person decides too
_BODY_IN = re.compile(rf"\b{NAMED}\b", re.I)
_TOLD = re.compile(rf"{VERB.pattern}|\b(?:chaired|attended|subject to|present at)\b|>", re.I)  # a sentence, and no name
_MEETING_WITH = re.compile(r"\bMeetings? (?=(?:with|between)\s)", re.I)
_WHERE = re.compile(r"(?:venue|location|place)\s*[:|/]", re.I)
_TITLED = re.compile(r"\b(?:minutes|notes)\b", re.I)
_RUN = re.compile(rf"(?:[A-Z][\w’'&-]*,?\s+(?:(?:and|of|for|the|in|&)\s+)*){{1,9}}(?i:{BODY_WORD})\b")
_SORT_BEFORE = re.compile(r"^.*\b(?i:minutes|notes|meeting)\s+")
_LETTERS_ALONE = re.compile(r"([A-Z]{3,8})\s+(?i:minutes|notes)\b")
_MET = re.compile(r"(?:meeting|body|group|forum|partnership)\b", re.I)
_SORT_ALONE = re.compile(rf"{SORT}(?:\s+(?:of (?:the )?)?meeting)?\W*", re.I)
_HELD_ON = re.compile(r"\s+(?:was )?held(?:\s+on)?(?:\s+the)?$", re.I)
_TOP = 2000  # letters of a page in which its body is named
_PAGE = 150  # letters of a head's line that holds more than one thing
_OF_ALL = re.compile(r"\b(?:minutes|notes|meeting|of the)\b|:", re.I)  # no part of a name that is only longer
_DOWNLOAD = re.compile(r"\s*\((?:pdf|docx?|word)\b[^()]*\d\s?[kmg]b\)", re.I)  # a link to a file
_WORKSHOP = re.compile(r"(?<=\w)\s+workshop$", re.I)
_DASHED = re.compile(r"\s+[-–—]\s+(?P<more>[A-Z][^-–—,;.\n]{3,60}?)(?=\s+(?:held|on|at|was|took)\b|[,;.\n]|$)")
_BRACKET = re.compile(r"\s*\((?=[^)]*\d).*$")  # "(County Hall, 4/4/2008)": place and day, no part of a name
_GOES_ON = re.compile(r"(?:for|of|on)\s+(?:[\w&’',-]+\s*){1,8}/?", re.I)  # "FOR ECONOMIC GROWTH", below a name
# a line of its own below a body's name: "Executive Board", "Form and Function Group"
_SUB_GROUP = re.compile(
    r"(?:(?:[A-Z][\w&'’-]*|and|of|for)\s+){1,5}(?:Group|Sub-?group|Board|Executive|Committee|Panel|Team|Body)"
    r"(?:\s*\([A-Z]+\))?$",
    re.IGNORECASE,
)
_FEW_CAPITALS = re.compile(r"(?:[A-Z][\w'’-]*|and|of|the|&)(?:\s+(?:[A-Z][\w'’-]*|and|of|the|&)){1,5}")
# what meets under no other name: "Parish Liaison Meeting"
_GATHERING = re.compile(
    r"\b(?:liaison|parish(?:es)?|area|consultation|stakeholders?|officers|joint|community|"
    r"(?:leaders|executives|directors|managers|chairs|residents|tenants|users|members)['’]?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Title:
    """What the head says; blanks where it says nothing."""

    body: Body
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    venue: str = ""
    line: Line | None = None


def title_of(
    head: Sequence[Line], foot: Sequence[Line] = (), lists: Sequence[Line] = (), years: Sequence[int] = ()
) -> Title:
    """Body, day, times and venue from the lines of a head; times also from the lines at the foot.

    A day the head lacks is taken from among the attendance lists, if words there say it is the meeting's. One printed
    without its year takes it from `years`, those of the paper's other days.
    """
    filled = whole_days([spaced(line) for line in head if line.text.strip(MARKS)])
    own = [line for line in filled if not _DOWNLOAD.search(line.text)]
    filled = [replace(line, text=_DOWNLOAD.sub("", line.text)) for line in filled]
    body, at = find_body(own)
    body, at = (body, at) if body.name else find_body(filled)
    date, dated = day_of(filled)
    date, dated = (date, dated) if date else day_of(lists, least=5)
    date, dated = (date, dated) if date else day_of([line for line in lists if nothing_but_day(line.text)])
    date, dated = (date, dated) if date else without_year(filled, years)
    start, end = times_of(filled, foot, dated)
    venue = venue_of(filled, dated, body.name)
    below = labelled(lists)
    start, end, venue = start or below[0], end or ("" if start else below[1]), venue or below[2]
    return Title(body, date, start, end, venue, at or dated or (filled[0] if filled else None))


def find_body(lines: Sequence[Line]) -> tuple[Body, Line | None]:
    """The body a head names, and the line it stands on; a bare "Board" only where nothing says which."""
    read = ((named(name), line) for name, line in _names(lines))
    found = [(body, line) for body, line in read if not (NOT_BODY.match(body.name) or _TOLD.search(body.name))]
    found = [(body, line) for body, line in found if body.name.count("|") < 2]  # a page's menu
    if not found:
        return Body(""), None
    body, at = _longer(found)
    spelt = next(((other, on) for other, on in found if other.short and other.short == body.name), None)
    if spelt or not bare_name(body):
        words = None if spelt else spelt_out(body.name, lines)
        longer = ((other, on) for other, on in found if _more_of(other.name, body.name))
        return spelt or ((Body(words[0]), words[1]) if words else next(longer, (body, at)))
    return which(body, at, found, lines)


def _longer(found: Sequence[tuple[Body, Line]]) -> tuple[Body, Line]:
    """The first of the names, or one printed near it that ends in it: "Ash Airport Consultative Committee" above."""
    body, at = found[0]
    ends = f" {body.name.lower()}"
    near = [other for other in found[1:] if abs(other[1].number - at.number) < 4]
    whole = (
        other
        for other in near
        if other[0].name.lower().endswith(ends) and not _OF_ALL.search(other[0].name[: -len(ends)])
    )
    return next(whole, found[0]) if len(ends.split()) < 4 else found[0]


def _more_of(longer: str, name: str) -> bool:
    """Whether a name goes on with the words of another, as a body's: "Ash Forum Community Partnership"."""
    more = longer.removeprefix(f"{name} ")
    sort = _FEW_CAPITALS.fullmatch(more) and ends_as_body(more) and not more.lower().endswith("meeting")
    counted = more.isdigit() and ends_as_body(longer)  # "Area Panel 4"
    return more != longer and bool(sort or counted)


def _names(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """What may be the body's name, the best first: behind "minutes of", behind a label, before "minutes", alone."""
    text = "\n".join(line.text.strip(MARKS) for line in lines)
    for form in (*_OF_WHOLE, *_OF_SHORT):
        for match in form.finditer(text):
            body = _whole_lines(match["body"])
            body += text[match.end("body") :][:8] if _GATHERING.search(body) else ""
            dashed = _DASHED.match(text, match.end("body"))
            part = dashed and ends_as_body(dashed["more"]) and not is_council(dashed["more"])
            body += dashed[0] if part else ""
            ends = form in _OF_SHORT or ends_as_body(body)
            if ends and not NOT_BODY.match(body) and not days(body):
                yield body, _line_at(lines, text, match.start("body"))
    for form in (_LABEL, _MEETING_OF, _BODY_MEETING):
        for place, line in enumerate(lines):
            match = form.match(line.text.strip(MARKS))
            body = bare(_upto_day(_BRACKET.sub("", match["body"].split("\t")[0]))) if match else ""
            after = match.string[match.end("body") :] if match and _GATHERING.search(body) else ""
            body = f"{body}{meeting[0]}" if (meeting := re.match(r" meeting\b", after, re.I)) else body
            decides = match and form is _LABEL and _DECIDES.match(match["label"])  # "Lead Member for Roads"
            goes_on = form is _LABEL and body and not (decides or _BODY_IN.search(body) or NOT_BODY.match(body))
            if goes_on:  # in a table's cell below
                under = (_text(below) for below in lines[place + 1 : place + 2])
                body = " ".join((body, *(text for text in under if not (":" in text or days(text, 2000)))))
            if body and not NOT_BODY.match(body) and (decides or _BODY_IN.search(body)):
                yield body, line
    yield from _alone(lines)


def _run_on(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Capitalised words that end as a body does, in a head that lost its line breaks; letters before "Minutes"."""
    for line in lines:
        for run in _RUN.finditer(line.text[:_TOP]) if len(line.text) > _PAGE else ():
            yield _SORT_BEFORE.sub("", run[0]), line
    yield from ((match[1], line) for line in lines if (match := _LETTERS_ALONE.match(line.text.strip(MARKS))))


def _alone(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Lines that are nothing but a body's name, or a name and a day; a plain council only if nothing better stands."""
    good = []
    for place, line in enumerate(lines):
        name = _before_day(line.text.strip(MARKS)) or bare(line.text.strip(MARKS))
        name, sort = OPENS.sub("", _WORKSHOP.sub("", name)), OPENS.match(name)
        name = BEFORE.sub("", name) if name.isupper() else name
        if ends_as_body(name) and not (NOT_BODY.match(name) or _WHERE.match(name) or _TITLED.search(name)):
            above = lines[place - 1] if place else None
            below = lines[place + 1].text.strip(MARKS) if place + 1 < len(lines) else ""
            begun = above and not sort and (goes_on(above, line) or of_area(name) and is_council(_text(above)))
            whole = f"{_text(above)} {name}" if above and begun else name
            sub = _SUB_GROUP.match(below) and bare_name(Body(below)) and not (bare_name(Body(name)) or is_council(name))
            more = _GOES_ON.fullmatch(below) and not days(below, 2000)
            good.append((f"{whole} {below}" if sub or more else whole, line))
    good.sort(key=lambda found: _on_page(lines, found[1]))
    yield from (found for found in good if not is_council(found[0]))
    yield from _first_line(lines)
    yield from _run_on(lines)
    yield from (found for found in good if is_council(found[0]))


def _text(line: Line) -> str:
    return line.text.strip(MARKS)


def _upto_day(text: str) -> str:
    """What stands before a day, if anything does: "Vale Forum 4 May 2011 at Ash Hall"."""
    first = next(iter(days(text, 2000)), None)
    return text[: first.start] if first and text[: first.start].strip() else text


def _before_day(text: str) -> str:
    """The name before a day, where more than a time comes behind that: "Vale Forum 4 May 2011 At Ash Hall"."""
    first = next(iter(days(text, 2000)), None)
    name = _HELD_ON.sub("", text[: first.start].strip(" ,–-")) if first else ""
    ends = (part for part in (name, name.split(" - ")[0]) if BODY_END.search(part))
    return next(ends, "")


def _on_page(lines: Sequence[Line], at: Line) -> bool:
    """Whether a line is the heading a council's site puts over a paper, whose own title stands below it."""
    above = lines[: lines.index(at)]
    return len(above) < 3 and any(re.search(r"^\W*meeting documents\W*$", line.text, re.I) for line in above)


def _first_line(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The first line that is no council's and not "Minutes", of a few capitalised words near the day or "Minutes"."""
    over = [is_council(text) or bool(_SORT_ALONE.fullmatch(text)) or _motto(text) for text in map(_text, lines)]
    first = over.index(False) if False in over else 0
    below = lines[first + 1 : first + 4]
    told = any(re.search(r"\b(?:minutes|notes)\b", line.text, re.I) or days(line.text, 2000) for line in below)
    text = lines[first].text.strip(MARKS + ".") if told else ""
    name = bare(_upto_day(text))
    plain = _MEETING_WITH.sub("", MEETING.sub("", name))
    few = len(name.split()) <= (8 if plain == MEETING.sub("", name) else 12)
    somebody = first and (is_site(name) or begins_with_name(name) and has_given_name(name))
    other = OTHER_LINE.search(plain) or is_address(name) or somebody
    if name[:1].isupper() and few and not other:
        yield name, lines[first]
    for line in lines:  # whatever stands behind "Meeting:"
        label = _LABEL.match(_text(line))
        said = bare(label["body"]) if label and _MET.match(label["label"]) else ""
        if said[:1].isupper() and len(said.split()) <= 8 and not OTHER_LINE.search(said):
            yield said, line


def _motto(text: str) -> bool:
    """Whether words are mostly in small letters, "Working together for a better Vale", as no name is."""
    small = [word for word in re.findall(r"\b[a-z]{4,}", text) if word not in ("with", "from", "between")]
    return len(small) > 1 and not (days(text, 2000) or _TITLED.search(text))


def _whole_lines(text: str) -> str:
    """A name that runs over lines stops at the first line that ends as a body does."""
    taken: list[str] = []
    for row in text.split("\n"):
        if taken and BODY_END.search(taken[-1].strip()) and not _SUB_GROUP.match(row.strip()):
            break
        taken.append(row)
    return " ".join(taken).strip()


def _line_at(lines: Sequence[Line], text: str, at: int) -> Line:
    return lines[text.count("\n", 0, at)]
