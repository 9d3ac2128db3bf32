"""The headings by which the parts of a paper are found: attendance lists, items, and what is to be passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leadnet.documents.dates import days
from leadnet.documents.entries import Heading
from leadnet.documents.names import is_name

_LISTS = (
    ("support", "in_attendance", r"(?:(?:other|supporting|support|lead|council|also|key) )*(?:officers?|staff|"
                                 r"advis[eo]rs?)"
     r"(?: (?:present|attending|in support|in attendance|also in attendance))?|(?:present )?in support|secretariat"),
    ("guest", "in_attendance", r"also (?:present|in attendance|attending|attended)|(?:invited )?(?:guests?|"
                               r"visitors?|speakers?|presenters?)"
     r"(?: (?:present|in attendance|attending))?|by invitation|in attendance by invitation|"
     r"others? (?:present|in attendance|attending)|others|additional attendees|members of the public"),
    ("observer", "in_attendance", r"observers?(?: present| in attendance)?|observing"),
    ("unknown", "apologies", r"apolog(?:y|ies)(?: for (?:absence|non-attendance|"
                             r"the meeting))?(?: (?:were )?(?:received|given|noted))?"
     r"(?: from)?|apols|(?:members )?apologies"),
    ("member", "absent", r"(?:members )?(?:absent|not present|not in attendance)|did not attend|absentees|"
                         r"absent members"),
    ("unknown", "in_attendance", r"in attendance|attending"),
    ("member", "present", r"(?:(?:those|members|partners|representatives|councillors|core|voting|full|board|"
                          r"committee|group|forum|"
     r"partnership|panel|trustees|people|district|county|elected|partner|non-voting|"
     r"members of the \w+) )*(?:present|attend(?:ees|ed|ing)"
     r"|attendance)(?: (?:were|list|by|at (?:the |this )?meeting))?|(?:board |core |voting |committee |full |"
     r"elected )*members|"
     r"list of attendees|participants|delegates|present and attending|name|in attendance \(members\)"),
)  # fmt: skip
_LISTS_AT = tuple((part, status, re.compile(rf"(?:{words})", re.IGNORECASE)) for part, status, words in _LISTS)
_CHAIR = re.compile(
    r"(?:in the )?chair(?:man|woman|person)?(?: of the meeting| for (?:the|this) meeting)?|chaired by", re.IGNORECASE
)
_LABEL = re.compile(r"^(?P<words>[A-Za-z][A-Za-z ()/&'’-]{2,60}?)(?P<colon>\s*(?::[-–—]?|[-–—]\s)\s*|\s*\|\s*|\s*$)")
_CAPITALS = re.compile(
    r"^(?P<words>PRESENT|IN ATTENDANCE|ALSO PRESENT|APOLOGIES|ATTENDANCE|OFFICERS)(?P<colon>\s+)(?=\S)"
)
_MARKS = " \t\f#*_|>"

_ASIDE = re.compile(
    r"^(?:circulation|distribution|circulated to|copies to|copy to|cc|membership|invited|invitees|agenda|glossary|"
    r"(?:those )?(?:present|attendance|in attendance) at (?:the )?(?:last|previous).*|(?:last|"
    r"previous) meeting attendance)"
    r"(?: list)?\s*(?P<colon>:|-|$)",
    re.IGNORECASE,
)

_NUMBER = r"\d{1,4}(?:[./]\d{1,4})?(?![\d/])"
_ITEM = re.compile(
    rf"^\s*(?:#+\s*|\*\*\s*|__\s*)?(?:(?:agenda )?(?:item|minute)\s+(?:no\.?\s*)?)?(?P<number>{_NUMBER})"
    r"(?P<mark>[.):]+\s*|\s*[-–—/]\s+|\s+)(?:\*\*\s*)?(?P<title>[\"'‘“(]?[A-Z0-9].*)$",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:0?[7-9]|1\d|2[01])[.:](?:00|15|30|45)\s+[A-Z]")  # "18.00 TOWN HALL"
_SENTENCE_END = re.compile(r"[.;]\s*$")
_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|would|will|said|asked|agreed|noted|reported|welcomed|gave|thanked)\b"
)
MARKER = re.compile(r"\b(?:AGREED|RESOLVED|NOTED|ACTIONS?|DECISIONS?|RECOMMENDED|APPROVED)\b")


@dataclass(frozen=True)
class ItemHeading:
    """Number and title of an item heading; `plain` where nothing but a space follows the number."""

    number: str
    title: str
    plain: bool


def list_heading(text: str) -> tuple[Heading, str] | None:
    """The attendance list a line opens and what follows its heading on the same line; None where it opens none.

    >>> list_heading("Officers in Support:")
    (Heading(printed='Officers in Support', part='support', status='in_attendance', chair=False), '')
    """
    bare = text.strip(_MARKS)
    match = _LABEL.match(bare)
    if not match or not _kind(match["words"]):
        match = _CAPITALS.match(bare)
        if not match or not is_name(" ".join(bare[match.end() :].split("(")[0].split(",")[0].split()[:3])):
            return None
    rest = bare[match.end() :].strip(_MARKS)
    if rest and not match["colon"].strip() and match.re is _LABEL:
        return None
    kind = _kind(match["words"])
    return (Heading(match["words"].strip(" -–"), *kind), rest) if kind and (rest or not kind[2]) else None


def _kind(words: str) -> tuple[str, str, bool] | None:
    words = words.strip().strip("-–—").strip()
    if _CHAIR.fullmatch(words):
        return "member", "present", True
    return next(((part, status, False) for part, status, form in _LISTS_AT if form.fullmatch(words)), None)


def aside(text: str) -> bool:
    """Whether a line opens what is no part of the meeting: a circulation list, an agenda, who was there last time."""
    return bool(_ASIDE.match(text.strip(_MARKS)))


def item_heading(text: str) -> ItemHeading | None:
    """Number and title where a line can be the heading of a numbered item.

    >>> item_heading("12. Safer Streets Project")
    ItemHeading(number='12', title='Safer Streets Project', plain=False)
    >>> item_heading("2 July 2007") is None
    True
    """
    match = _ITEM.match(text)
    if not match or not re.match(r"[\"'‘“(]?[A-Z0-9]", match["title"]):
        return None
    title = match["title"].strip(" *_|\t")
    if not title or _not_a_title(title, text) or MARKER.match(title) or _TIME.match(text.strip(" #*")):
        return None
    return ItemHeading(match["number"], title.rstrip(".").strip(), not match["mark"].strip())


def _not_a_title(title: str, text: str) -> bool:
    """A day, a row of figures or a sentence is no title."""
    words = title.split()
    dated = any(day.start <= 3 for day in days(text.strip(" #*"), 2000)[:1])
    if words[0] == "That" or dated or not re.search(r"[A-Za-z]{3}", title):
        return True
    return len(words) > 30 or bool(_SENTENCE_END.search(title) and (len(words) > 8 or _VERB.search(title)))


def plain_heading(text: str) -> str:
    """The words of a heading without a number: marked # or **, or a short line in capitals; blank where it is none."""
    bare = text.strip()
    words = bare.strip(_MARKS).rstrip(":").strip()
    marked = re.match(r"#+\s+\S|\*\*[^*]+\*\*:?$", bare)
    capitals = (
        words.isupper() and len(words) > 3 and len(words.split()) <= 12 and "|" not in bare and not bare.startswith("(")
    )
    if not words or MARKER.search(words) and len(words.split()) <= 3 or days(words, 2000):
        return ""
    return words if marked or capitals else ""
