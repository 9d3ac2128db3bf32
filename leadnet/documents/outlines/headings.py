"""The headings by which the parts of a paper are found: attendance lists, items, and what is to be passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from leadnet.documents.lists.entries import Heading
from leadnet.documents.lists.list_words import list_kind, plain_signs, with_colon
from leadnet.documents.lists.well_spelt import well_spelt
from leadnet.documents.outlines.title_lines import APOLOGIES, MARKER, VERB, title_and_rest
from leadnet.documents.outlines.title_lines import USUAL as USUAL
from leadnet.documents.words.dates import days
from leadnet.documents.words.names import is_name

_LABEL = re.compile(
    r"^(?P<words>[A-Za-z][A-Za-z ()/&'’.-]{2,80}?)(?P<colon>\s*(?:\??:[-–—]?|\?|[-–—]\s|\t)\s*|\s*\|\s*|\s{3,}(?=\S)|"
    r"\s*[-–—]?\s*$)"
)
_NO_COLON = re.compile(
    r"^(?P<words>(?:Also |Members |Officers |Board Members |Others? )?"
    r"(?:(?:Present|PRESENT)(?: (?:[A-Z][a-z]+ )?(?:Forum|Board|Committee|Panel|Group) Members)?|[A-Z]{2,5} Officers|"
    r"In [Aa]ttendance|Officers? and [Oo]thers|IN "
    r"ATTENDANCE)|(?:ALSO|MEMBERS|OFFICERS|OTHERS?|BOARD MEMBERS) PRESENT|"
    r"Apologies(?: for [Aa]bsence)?|APOLOGIES(?: FOR ABSENCE)?|ATTENDANCE|Attendees|OFFICERS|Officers|"
    r"Co-?[Oo]pte(?:es|d "
    r"[Mm]embers)|"
    r"Observers|Guests|Absent)(?P<colon>\s+)(?=[A-Z])"
)
_MARKS = " \t\f#*_|>"
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}\.\d{1,2}\.?|\([a-z]\)|[a-z]\))\s+(?=[A-Z])")  # "1.1 Present:" under an item
_RECEIVED = re.compile(
    r"^(?:(?:were |was )?(?:received|given|noted|sent)\s+)?(?:from|by|on behalf of)\s*:?\s+(?=\S)", re.I
)
_ONE = re.compile(r"officer|observer|advis[eo]r|guest|visitor", re.I)  # heads somebody on its own line, or nobody
_LOOKED_AT = 300  # letters of a line that can hold a heading and the first name

_ASIDE = re.compile(
    r"^(?:circulation|distribution|circulated to|copies to|copy to|cc|full membership|membership|"
    r"agenda(?: items(?=:))?|glossary|"
    r"(?:acronyms|abbreviations)(?: used.*)?|"
    r"terms of reference|enquiries to|contacts?|contact (?:officer|name|details)|for further information.*|"
    r"(?:report )?author|report (?:by|of)|(?:current |full |list of )?members of the (?:board|group|partnership|"
    r"committee) are|"
    r"(?:those )?(?:present|attendance|in attendance) at (?:the )?(?:last|previous).*|(?:last|"
    r"previous) meeting attendance)"
    r"(?: list)?\s*(?P<colon>:|-|$)",
    re.IGNORECASE,
)

_WORD = (  # "Minute 7" alone mostly speaks of another meeting's
    r"(?i:(?:agenda\s+)?items?\b\.?\s*(?:no\b\.?|number)?\s*|min(?:ute)?\.?\s+(?:no\b\.?|number)\s*|"
    r"(?:minute )?ref(?:erence)?\b[.:]?\s*(?:no\b\.?\s*)?(?=\d+[/.])|"
    r"(?:note|minute)\s+(?=\d+/\d+\W*$)|no\.?\s+(?=\d+\W*$)|(?<=# )minute\s+(?=\d+\s*[-–—:]\s))"
)
# titles that are known in small letters too
_STOCK = r"(?i:apologies(?: for absence)?|matters arising|any other business|declarations? of interests?)"
_NUMBER = (
    r"(?:[A-Z]{1,4}\(\d{1,2}\)|[A-Z]{1,6}[./-]?|"
    r"(?!(?:THE|AND|FOR|PAGE|PART)\b)[A-Z]{2,5} |\d{1,4}[./-][A-Z]{1,4}[./-](?=\d))?"
    r"\d{1,4}(?:\.\d{1,4}|/ ?\d{1,4}|(?<=\d{4})-\d{1,3}){0,3}(?:[a-z]|[./][A-Z]{1,6}| ?& ?\d{1,3}(?= [A-Z]))?"
    r"(?![\w/]|\.\d)"
)
_TIGHT = re.compile(r"(?<=[/.-])\s+|\s+(?=[/.-])")  # "AFP/1011/ 21", but "TT 26"
_ITEM = re.compile(
    rf"^[\s#|]*(?P<word>{_WORD})?(?:(?P<number>{_NUMBER})(?P<mark>[.):]+\s*|\s*[-–—/|]\s+|\s+)[-–—/|]?\s*|"
    r"(?P<glued>\d{1,2}(?:\.\d{1,2})?)(?=[A-Z][a-z]|[A-Z]{3}))(?P<title>[\"'‘“(]?[A-Z0-9].*|"
    rf"{_STOCK}\W*)$"
)
_ALONE = re.compile(rf"^[\s#|]*(?P<word>{_WORD})?(?P<number>{_NUMBER})(?P<mark>[.):]*)[\s|/]*$")
_LOOKED_AT_TITLE = 600  # letters of a line that can hold a title and the words run on behind it
_TIME = re.compile(
    r"(?:0?[7-9]|1\d|2[01])[.:](?:00|15|30|45)(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?,?\s+[A-Z]|"
    r"(?:\d{1,2}\s?[-–]\s?)?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?\s?m\b",
    re.I,
)  # "18.00 TOWN HALL", "2.00p.m Thursday"
# a link to a file beside a title, and its size
_FILE = re.compile(r"\s+(?:pdf|word) icon\b.*$|(?<=[\s.])pdf\s+(?=[A-Z])|\s*\(\d+(?:\.\d+)?\s?[KMkm][bB]\)")
_EMPHASIS = re.compile(r"\*\*|__")
_MARK_ALONE = re.compile(r"(?:it was )?(?:resolved|agreed|recommended|decisions?|actions?|noted)(?: that)?", re.I)
_BOLD_TITLE = re.compile(r"^\s*\d{1,3}[.)]?\s+(?:\*\*|__)[^*_]{3,100}(?:\*\*|__)(?=:?\s+\S)")
_AGENDA_TAIL = re.compile(r"\W+(?:agenda )?item (?:no\.? ?)?\d{1,2}\w?\W*$", re.I)  # "APOLOGIES (Agenda Item 2)"
_SENTENCE_END = re.compile(r"[.;]\s*$")
_DECIDED = re.compile(r"\b(?:approved|decided|resolved|confirmed|appointed|elected|discussed|received|declared)\b")
_SPOKE = re.compile(r"[A-Z]{2,3} [A-Z]?[a-z]+ed\b")  # "JA Welcomed the group."
_MINUTES_OF = re.compile(r"(?:minutes|notes|action (?:sheet|points|notes))\b[^.;:]*\bmeeting\b", re.IGNORECASE)


_MARKED = re.compile(rf"{MARKER.pattern}(?!\s+[A-Z])")


@dataclass(frozen=True)
class ItemHeading:
    """Number and title of an item heading; `plain` where nothing but a space follows the number.

    `rest` is what stands behind the title on the line, in a cell of its own or as a sentence; `marked` tells a heading
    by its look: the word "item", a heading's mark, bold or capitals.
    """

    number: str
    title: str
    plain: bool
    rest: str = ""
    marked: bool = False


_BRACKET_CLOSES = re.compile(r"[a-z][^()]{0,40}\)")  # "present).", the end of a sentence that a line cut


def list_heading(text: str) -> tuple[Heading, str] | None:
    """The attendance list a line opens and what follows its heading on the same line; None where it opens none.

    >>> list_heading("Officers in Support:")
    (Heading(printed='Officers in Support', part='support', status='in_attendance', chair=False, organisation=''), '')
    >>> list_heading("Attendence:")[0].status
    'present'
    """
    found = _list_heading(text)
    if found or (right := well_spelt(text)) == text:
        return found
    found = _list_heading(right)
    return found and (replace(found[0], printed=text.strip(_MARKS)[: len(found[0].printed)].strip(" :-–")), found[1])


def _list_heading(text: str) -> tuple[Heading, str] | None:
    text = with_colon(_NUMBERED.sub("", text))
    bare = text[:_LOOKED_AT].strip(_MARKS)
    if _BRACKET_CLOSES.match(text):
        return None
    match = _LABEL.match(bare)
    kind = list_kind(match["words"]) if match else None
    if not kind:
        match = _NO_COLON.match(bare)
        if not match or not _names_follow(bare[match.end() :]):
            return None
        kind = list_kind(match["words"])
    rest = text.strip(_MARKS)[match.end() :].strip(_MARKS)
    one = kind is not None and (kind[2] or _ONE.fullmatch(match["words"].strip()))
    if not kind or (one and not rest) or (rest and not match["colon"].strip() and not _names_follow(rest)):
        return None
    rest = _RECEIVED.sub("", APOLOGIES.sub("", rest)) if kind[1] == "apologies" else rest
    return Heading(match["words"].strip(" -–"), *kind), rest


def apologies_heading(text: str) -> tuple[Heading, str] | None:
    """The list a sentence opens ("Apologies were received from Ann Lee") and those it names; None for no such line."""
    text = well_spelt(plain_signs(_NUMBERED.sub("", text)))
    match = APOLOGIES.match(text.strip(_MARKS))
    if not match:
        return None
    return Heading(match["heading"], "unknown", "apologies"), text.strip(_MARKS)[match.end() :]


def _names_follow(text: str) -> bool:
    """Whether a name stands at once behind a heading without a colon."""
    words = re.split(r"[(,;–|]|\s-\s|\s{3,}|\t", text)[0].split()
    return any(is_name(" ".join(words[:count])) for count in (2, 3, 4))


def aside(text: str) -> bool:
    """Whether a line opens what is no part of the meeting: a circulation list, an agenda, who was there last time."""
    return bool(_ASIDE.match(text.strip(_MARKS)))


def item_heading(text: str, clock: bool = True) -> ItemHeading | None:
    """Number and title where a line can be the heading of a numbered item; a time of day is none (`clock`).

    >>> item_heading("12. Safer Streets Project").title, item_heading("HWB/7: Plans").number
    ('Safer Streets Project', 'HWB/7')
    >>> item_heading("2 July 2007") is None, item_heading("3. Welcome. Ann Lee opened the day.").rest
    (True, 'Ann Lee opened the day.')
    """
    return _item_heading(text, clock)


@lru_cache(maxsize=1024)  # a line is asked whether it is one while it is read, outlined and counted
def _item_heading(text: str, clock: bool) -> ItemHeading | None:
    bold = _BOLD_TITLE.match(text[:_LOOKED_AT_TITLE])
    bare = _FILE.sub("", _EMPHASIS.sub("", text[: bold.end()] if bold else text))
    match = _ITEM.match(bare[:_LOOKED_AT_TITLE])
    if not match or clock and _TIME.match(bare.strip(" #|")):
        return None
    words = bare[match.start("title") :]
    title, rest = title_and_rest(words.replace(" / ", " | ") if "/" in (match["mark"] or "") else words)
    listed = list_heading(title)  # "1. Present: Ann Lee (Vale Trust), Joe Dale", however long
    if listed and ("apolog" not in listed[0].printed.lower() or title.endswith(".") or _names_follow(listed[1])):
        return ItemHeading(match["number"] or match["glued"], title, not (match["mark"] or "").strip())
    if not title or _not_a_title(title, bare) or _MARKED.match(title):
        return None
    rest = text[bold.end() :].strip(" :-–") if bold else rest
    plain = not (match["mark"] or "").strip() and not match["word"]
    number = _TIGHT.sub("", match["number"] or match["glued"])
    look = bool(match["word"] or shouted(title) or re.match(r"\s*(?:#|\*\*|__)", text))
    return ItemHeading(number, title.rstrip(".").strip(), plain, rest, look)


def shouted(title: str) -> bool:
    """Whether a title is in capitals, whatever stands behind it of the agenda.

    >>> shouted("ROADS – agenda item 4"), shouted("Roads (Agenda Item 4)")
    (True, False)
    """
    return _AGENDA_TAIL.sub("", title).isupper()


def number_alone(text: str) -> ItemHeading | None:
    """The number of an item that stands on a line of its own, above or before its title.

    >>> number_alone("Item No 4").number, number_alone("4"), number_alone("Four")
    ('4', ItemHeading(number='4', title='', plain=True, rest='', marked=False), None)
    """
    match = _ALONE.match(_EMPHASIS.sub("", text[:60]))
    if not match:
        return None
    look = bool(match["word"] or re.match(r"\s*(?:#|\*\*|__)", text))
    return ItemHeading(_TIGHT.sub("", match["number"]), "", not (match["mark"] or match["word"]), marked=look)


def _not_a_title(title: str, text: str) -> bool:
    """A day, a row of figures or a sentence is no title."""
    words = title.split()
    dated = any(day.start <= 3 for day in days(text[:_LOOKED_AT].strip(" #*|"), 2000)[:1])
    if words[0] == "That" or dated or not re.search(r"[A-Za-z]{3}", title):
        return True
    said = VERB.search(title) or _DECIDED.search(title) or _SPOKE.match(title)
    long = len(words) > 8 and not shouted(title) and not _MINUTES_OF.match(title)
    return len(words) > 30 or bool(_SENTENCE_END.search(title) and (long or said))


def plain_heading(text: str) -> str:
    """The words of a heading without a number: marked # or **, or a short line in capitals; blank where it is none."""
    bare = text.strip()
    words = bare.strip(_MARKS).rstrip(":").strip()
    marked = re.match(r"#+\s+\S|\*\*[^*]+\*\*:?$", bare)
    capitals = (
        words.isupper()
        and (len(words) > 3 or words == "AOB")
        and len(words.split()) <= 12
        and "|" not in bare
        and not bare.startswith("(")
    )
    if (
        not words
        or _MARK_ALONE.fullmatch(words)
        or MARKER.search(words)
        and len(words.split()) <= 3
        or days(words, 2000)
    ):
        return ""
    return words if marked or capitals else ""
