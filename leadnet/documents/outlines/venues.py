"""Where a meeting was: behind a label, after "held at", on a line of its own, or beside the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Line
from leadnet.documents.outlines.occasion import BEHIND, CLOCKS, MARKS, TIME_LABEL, nothing_but_day, times_of
from leadnet.documents.words.dates import days, times
from leadnet.documents.words.names import has_given_name
from leadnet.documents.words.vocabulary import BODY_WORD

_TOP = 12  # lines in which a place may stand on its own
_WIDE = 60  # letters of a line that runs on below
_LONGEST = 400  # letters of a venue
_VENUE_LABEL = re.compile(
    rf"(?:^(?:meeting\s)?(?:where|held at|held in|at)|\b(?:venue|location|place))(?: of meeting)?{BEHIND}",
    re.I,
)
_VENUE_ALONE = re.compile(r"^(?:meeting\s+)?(?:venue|location|place)(?: of meeting)?\s*:?$", re.I)
_HELD = (  # "held" says it better than "minutes" before it
    re.compile(r"\b(?:held|took place|convened|met)\b(?P<rest>.*)", re.I | re.S),
    re.compile(r"\b(?:meeting|minutes|notes)\b(?P<rest>.*)", re.I | re.S),
)
_AT = re.compile(
    r"(?:^|[\s,(@])(?P<how>(?i:at|in|via|by(?=\s+(?:zoom|teams|microsoft|ms|video|tele|skype|conference))|on|using))\s+(?:the\s+|THE\s+)?(?P<venue>(?!ON\b|AT\b|IN\b)[“\"‘']?[A-Z][^@;()]*?)"
    r"(?=,?\s+(?i:on|at|from|(?:commencing|starting|beginning)(?: at)?|between|and commenced)\s*(?:@|$|\.)|"
    r"\s*[,(]?\s*@|(?<!\bSt)\.\s|\.?\s*$|[()])",
    re.S,
)
_PLACE = re.compile(
    r"\b(?:hall|house|rooms?|chambers?|centre|center|offices?|street|road|avenue|lane|suite|hotel|college|school|building|library|"
    r"headquarters|hq|teams|zoom|skype|webex|virtual|virtually|online|remote|university|club|stadium|museum|church|hospital|depot|park|"
    r"exchange|theatre|guildhall|barn|pavilion|farm|station|square|court|video ?conference|teleconference)\b",
    re.I,
)
_NAMED_AFTER = re.compile(  # "Jo Cox House", "Ann Lee Centre for Sport"
    r"(?:[A-Z][\w’'.-]*\s+){2,3}(?:Hall|House|Centre|Center|Building|Suite|Room|Library|School|Academy|Theatre|"
    r"Pavilion|Stadium|Hospital|Institute)(?:\s+(?:for|of|at|in)\s.*|,.*)?$"
)
_LETTERHEAD = re.compile(r"\b(?:tel|telephone|fax|e-?mail|www)\b", re.I)  # an address to write to
_NOT_PLACE = re.compile(rf"\b(?:minutes|notes|agenda|actions?|decisions?)\b|\b{BODY_WORD}\)?$|[|@]", re.I)
_NO_PLACE = re.compile(
    r"\b(?:key|summary|draft|confirmed|download|version|present|attend\w+|apolog\w+|members|chair\w*|public|page)\b",
    re.I,
)
_PEOPLE = re.compile(r"\b(?:present|attendees|in attendance|apologies)\s*:", re.I)
_LISTS = re.compile(  # what stands behind a place in a head without line breaks
    r"\s(?:PRESENT|Present|ATTENDEES|Attendees|In [Aa]ttendance|IN ATTENDANCE|APOLOGIES|Apologies|MINUTES|Minutes|"
    r"NOTES|Notes|AGENDA|Members|MEMBERS|ATTENDANCE|Chair(?:man|person|woman)?(?=:?\s+[A-Z]))\b"
)
_PREPOSITION = re.compile(
    r"^(?:(?:meeting\s+)?held(?!\s+(?:by|on)\b)\s*|at|in|via|on|venue)\s+(?:(?:at|in)\s+)?(?:(?:the|an?)\s+)?", re.I
)
_MET = re.compile(r"\bmeeting (?:was )?(?:started|opened|began|commenced|closed|ended|finished)\b", re.I)
_LINK = re.compile(r"(?<![\s.])[\s.]*\b(?:view directions|view map|map|directions)\b.*$", re.I)
_VIRTUAL = re.compile(  # "Online Meeting via Zoom": a line of its own, and whole
    r"(?:an? )?(?:(?:ms |microsoft )?(?:teams|zoom|skype) )?(?:virtual|on-?line|remote)"
    r"(?: (?:ms|microsoft|teams|zoom|skype))* meeting"
    r"(?:\W+(?:held )?(?:via|by|on|using) [\w ]{3,30})?",
    re.I,
)
_UP_TO_TIME = re.compile(r"\W+(?:at|from|on|commencing|starting|between)(?: at)?\W*$", re.I)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_HALF = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?$")  # of a postcode that a line's end cut
_OTHER_HALF = re.compile(r"\d[A-Z]{2}\b")
_NOWHERE = re.compile(
    r"(?:the )?(?:Board|Group|Committee|Partnership|Meetings?|Members|Minutes|Chair|Public|Private|Person|Confidence|"
    r"Part\b.*)",
    re.I,
)


def is_address(text: str) -> bool:
    """Whether words are a place with its street or town, "Ash House, Vale Business Park, Ashby", or a postcode's."""
    return bool(_POSTCODE.search(text) or text.count(",") > 1 and _PLACE.search(text))


def is_site(text: str) -> bool:
    """Whether words may be a line of an address, "Ash House", "AB1 2CD", and tell no day and no label."""
    return bool(_POSTCODE.search(text) or _PLACE.search(text)) and not (":" in text or days(text, 2000))


def is_place_below(text: str, above: str) -> bool:
    """Whether a line straight below a day names a place, and nobody.

    >>> is_place_below("Old Pavilion, Ash Cricket Club", "4 May 2011"), is_place_below("Ann Hall", "4 May 2011")
    (True, False)
    """
    return nothing_but_day(above) and bool(_PLACE.search(text)) and not has_given_name(text.split(",")[0])


def venue_of(lines: Sequence[Line], at: Line | None, body: str) -> str:
    """Where it was held: behind a label, after "held at", a line of its own that names a place, or behind the day."""
    lines = _closed(lines)
    ways = (
        _labelled_venue(lines),
        next((text for line in lines[:_TOP] if _VIRTUAL.fullmatch(text := line.text.strip(MARKS))), ""),
        _held_at(lines),
        _own_line([line for line in lines if at and line.number in (at.number, at.number + 1)]),
        _own_line(lines),
        _before_day(at),
        _behind_day(at, body),
        _below_day(lines, at, body),
    )
    return next(filter(None, ways), "")


def labelled(lines: Sequence[Line]) -> tuple[str, str, str]:
    """Start, end and venue of lines that say so behind a label, as some papers do below the lists of people."""
    told = [match for line in lines if (match := TIME_LABEL.match(line.text.strip(MARKS)))]
    said = [line for line in lines if len(line.text) < _WIDE and _MET.search(line.text)]
    start, end = times(told[0]["said"] or told[0]["bare"]) if told else times_of((), said, None)
    return start, end, _labelled_venue([line for line in lines if len(line.text) < _LONGEST])


def _labelled_venue(lines: Sequence[Line]) -> str:
    for place, line in enumerate(lines):
        text = line.text.strip(MARKS)
        if (match := _VENUE_LABEL.search(text)) and not days(match["said"], 2000):
            said = " ".join((match["said"], *_upto_postcode(line, lines[place + 1 :])))
            return _tidy(_blanked(", ".join((said.rstrip(" ,"), *_cells_below(line, lines[place + 1 :])))))
        if _VENUE_ALONE.match(text) and place + 1 < len(lines):
            return _tidy(_blanked(lines[place + 1].text.strip(MARKS)))
    return ""


def _upto_postcode(at: Line, lines: Sequence[Line]) -> list[str]:
    """The lines straight below a place, up to the one with its postcode; none where another thing is told before."""
    found: list[str] = []
    cut = _OTHER_HALF.match(lines[0].text.strip(MARKS)) if lines and _HALF.search(at.text.strip(MARKS)) else None
    if cut:
        return [cut[0]]
    for step, line in enumerate(lines[:3], 1):
        text = line.text.strip(MARKS)
        code = _POSTCODE.search(text) or "," in text and _HALF.search(text)
        near = step * (2 if code else 1)  # lines, a gap before the one with the postcode
        told = line.number > at.number + near or ":" in text or "\t" in line.text or days(text, 2000)
        if told or _POSTCODE.search(at.text) or not text[:1].isupper():
            break
        if code:
            return [*found, text[: code.end()]]
        found.append(text)
    return []


def _cells_below(at: Line, lines: Sequence[Line]) -> list[str]:
    """The rest of an address: the lines below whose first cell, that of the label, is blank."""
    under = (
        line for line, place in zip(lines, range(at.number + 1, at.number + 9), strict=False) if line.number == place
    )
    rows = list(takewhile(lambda line: re.match(r"(?:\t+|\| +\|)\s*[A-Z]", line.text), under))
    cells = [line.text.strip(MARKS + ",") for line in rows]
    return [] if any(TIME_LABEL.match(cell) or days(cell, 2000) for cell in cells) else cells


def _held_at(lines: Sequence[Line]) -> str:
    blanked = _PEOPLE.split(_blanked("\n".join(line.text.strip(MARKS) for line in lines)))[0]
    for held in filter(None, (form.search(blanked) for form in _HELD)):
        for match in _AT.finditer(held["rest"].split("\n\n")[0]):
            first = match["venue"].split("\n")[0]
            vague = (
                held[0][0] in "mMnN" and match["how"].lower() == "in" and not _PLACE.search(first)
            )  # "members in Kent"
            if not vague and not _NOWHERE.fullmatch(first):
                begins = held.start("rest") + match.start("venue")
                width = blanked.find("\n", begins) - blanked.rfind("\n", 0, begins)
                return _tidy(_over_lines(_LISTS.split(match["venue"])[0], width > _WIDE))
    return ""


def _own_line(lines: Sequence[Line]) -> str:
    for turn, line in enumerate(lines[:_TOP], 1):
        if _LETTERHEAD.search(line.text):
            continue
        text = re.sub(r"^(?:minutes|notes)[.:]\s+(?=[A-Z])", "", line.text.strip(MARKS), flags=re.I)
        behind = _LISTS.split(_beside_times(_blanked(text)))[0]
        place = _tidy(_PREPOSITION.sub("", behind.strip(" ,@-–:")))
        address = _POSTCODE.search(place) and "," in place
        named = begins_with_name(place) and not _NAMED_AFTER.match(place) and has_given_name(place.split(",")[0])
        listed = _NOT_PLACE.search(place) or named
        if len(place.split()) < 16 and (address or _PLACE.search(place) and not listed and len(place.split()) < 12):
            return _tidy(" ".join((place, *_upto_postcode(line, lines[turn:]))))
    return ""


def _beside_times(blanked: str) -> str:
    """What stands behind the last day or time of a line, or where that is nothing before it: "Town Hall, 2 to 4 pm"."""
    parts = [part for part in blanked.split("@") if re.search(r"[A-Za-z]{3}", part)]
    return _UP_TO_TIME.sub("", parts[-1]) if parts else ""


def _closed(lines: Sequence[Line]) -> list[Line]:
    """The lines, one that leaves a bracket open with the line below that closes it."""
    found: list[Line] = []
    for line in lines:
        opened = found and found[-1].text.count("(") > found[-1].text.count(")") and ")" in line.text.split("(")[0]
        if opened:
            found[-1] = replace(found[-1], text=f"{found[-1].text.rstrip()} {line.text.strip()}")
        else:
            found.append(line)
    return found


def _over_lines(text: str, full: bool) -> str:
    """A place goes on over a line's end only after a comma, or where the line is full and a comma comes below."""
    first, *rest = text.split("\n")
    below = rest[0] if rest else ""
    runs_on = full and below[:1].isupper() and "," in below and ":" not in below and not _POSTCODE.search(first)
    return f"{first} {below}" if below and (first.rstrip().endswith(",") or runs_on) else first


def _before_day(at: Line | None) -> str:
    """ "Ash Village Hall        Monday, 4 May 2011": a place in a cell of its own before the day."""
    cells = re.split(r"\s{3,}|\t+|\s*\|\s*", at.text.strip(MARKS)) if at else []
    place = _tidy(cells[0]) if len(cells) > 1 and any(days(cell, 2000) for cell in cells[1:]) else ""
    named = begins_with_name(place) and not _NAMED_AFTER.match(place)
    return place if _PLACE.search(place) and not (_NOT_PLACE.search(place) or named or ":" in place) else ""


def _behind_day(at: Line | None, body: str) -> str:
    """ "Thursday 26 June, Ambershire Council": what stands behind day and time and is not the body."""
    if at is None:
        return ""
    text = at.text.strip(MARKS)
    rest = _LISTS.split(_blanked(text[days(text, 2000)[0].end :]))[0]
    rest = _PREPOSITION.sub("", _tidy(rest).strip("()"))
    named = re.match(r"[A-Z]", rest) and not re.search(
        r"\b(?:minutes|notes|meeting|draft|new|download)\b|[|:]", rest, re.I
    )
    return rest if named and rest.lower() not in body.lower() and 1 < len(rest.split()) < 12 else ""


def _below_day(lines: Sequence[Line], at: Line | None, body: str) -> str:
    """The line straight below the day's: a few capitalised words that are no heading, name or body."""
    rows = {line.number: line.text.strip(MARKS) for line in lines}
    timed = at and CLOCKS.fullmatch(rows.get(at.number + 1, "").rstrip("."))  # "6:00pm – 8:15pm" between the two
    said, under = (rows.get(at.number + bool(timed) + step, "") if at else "" for step in (1, 2))
    said, under = (said, under) if said else (under, "")
    if timed and not ("," in said or _PLACE.search(said)):
        return ""
    if re.search(r"\bCouncil$", said) and ("," in under or _PLACE.search(under)) and not begins_with_name(under):
        return _tidy(f"{said} {under}")  # at a council's offices
    words = re.findall(r"[A-Za-z]\w+", said)
    named = 1 < len(words) < 9 and said[-1] not in ".:;" and sum(word[0].isupper() for word in words) * 2 > len(words)
    other = (
        _NOT_PLACE.search(said if "," not in said else said.split(",")[0])
        or _NO_PLACE.search(said)
        or begins_with_name(said)
        and has_given_name(said.split(",")[0])
        or days(said, 2000)
        or CLOCKS.search(said)
    )
    return _tidy(said) if named and not other and not said.isupper() and said.lower() not in body.lower() else ""


def _blanked(text: str) -> str:
    """The text with each day and each time of day as one @."""
    for day in reversed(days(text, 2000)):
        text = f"{text[: day.start]}@{text[day.end :]}"
    return re.sub(rf"(?<!Room )(?<!Room  )(?<!Suite ){CLOCKS.pattern}", "@", text, flags=re.I)


def _tidy(text: str) -> str:
    text = _LINK.sub("", " ".join(text[:_LONGEST].replace("@", " ").split()))
    whole = "(" not in text or re.fullmatch(r"\([^()]*\)", text)
    text = re.sub(r"\s+(?:time|date)\W*$|,?\s+(?:(?:where|when)\s+)?there (?:was|were)\b.*$", "", text, flags=re.I)
    return re.sub(r"(?:\s*,){2,}", ",", text).strip(" ,.;:-–|*()") if whole else text.strip(" ,.;:-–|*")
