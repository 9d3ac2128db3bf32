"""What the name of a body is: how it ends, and the words round it that are no part of it."""

from __future__ import annotations

import re

from leadnet.documents.model import Body
from leadnet.documents.words.dates import MONTH
from leadnet.documents.words.vocabulary import BODY_WORD

LETTERS = r"(?:LSCB|L?SAB|CSP|HWBB?|LNP)"  # what boards of one sort everywhere are called
NAMED = (
    rf"(?:{BODY_WORD}|Body|Commissioners|Federation|Board of \w+|LEP|LSP|Leaders|Directorate|Programme|Hub|Branch|"
    rf"Steering|{LETTERS}|Limited|Ltd|CIC)"
)
SORT = (
    r"(?:(?:draft|confirmed|unconfirmed|approved|final|meeting|public)\s+|minutes\s*(?:/|&|and)\s*)*"
    r"(?:minutes|mins|notes|note(?= of)|meeting|"
    r"action (?:notes|log|list|table|points|tracker|sheet)|"
    r"actions|agenda|decisions?(?: (?:log|list|sheet|notice))?|key points|highlights|summary|record)"
)
_AREAS = r"(?:area|locality|neighbourhood|district|ward|cluster|zone)\s+(?:\w+\s+)?"  # counted: "Area Panel 4"
BODY_END = re.compile(rf"\b{NAMED}\)?(?:\s*\([^)]*\))?$|\b{_AREAS}{NAMED}\s\d{{1,2}}$", re.I)
_STATE = re.compile(
    r"^(?:(?:draft|confirmed|unconfirmed|approved|final|public|official(?:[ -]+sensitive)?|restricted|protected|"
    r"(?:virtual|remote|on-?line|hybrid) meeting)\b\W*)+"
    r"(?=[A-Z])",
    re.I,
)
MEETING = re.compile(r"(?<=\w)\s+(?:meetings?|workshop)(?:\s+(?:held\s+)?in\s+(?:public|private|common))?$", re.I)
_MET_AT = re.compile(r"\s+Meetings?\s+(?!of\b|with\b)[A-Z].*$")  # "Vale Partnership Meeting Sailing Club"
_YEARLY = re.compile(  # "Vale Partnership AGM / Board"
    r"(?<=\w)\s+(?:AGM|annual (?:general )?meeting)\b.*$|(?<=\w)\s+annual general$", re.I
)
BEFORE = re.compile(r"^(?:[Tt]he|THE|[Mm]eeting(?= [A-Z]{2})|(?i:minutes|notes|agenda)(?=\s+[A-Z]))\s+")
_OVER = re.compile(r"\s*\((?:expired|closed|dissolved|disbanded|ended|archived|inactive|now ended)\)$", re.I)
_ONCE = re.compile(r"\s*\((?:formerly|previously|once|incorporating|also known as|aka)\b[^()]*\)", re.I)
_SHORT = re.compile(r"\s*\((?P<short>[A-Z][A-Za-z&]{1,9})\)")
_SHORT_LAST = re.compile(rf"{_SHORT.pattern}(?=$|\s+(?:meeting|minutes|notes)\b|\s*[-–—:,])", re.I)
_EXPANDED = re.compile(r"(?<=[A-Z]{3})\s*\((?:[Tt]he\s+)?[A-Z][a-z]*\s[^()]*\)$")  # "VALE (The Vale Network)"
_YEARS = r"(?:(?:annual|general|special|extraordinary|inaugural|ordinary)\s+)*"
OPENS = re.compile(rf"^(?:{_YEARS}(?:{SORT}|AGM)\s*(?:\b(?:of|for|from)\b|[-–—:])\s*(?:the\s+|an?\s+)?)+(?=\S)", re.I)
_MONTHLY = re.compile(rf"\s+[-–—]\s+{MONTH}(?:\s+\d{{4}})?(?:\s+meeting)?$", re.I)
NOT_BODY = re.compile(
    r"^(?:of )?(?:the |an? )?(?:minutes?|notes?|meeting|meetings|held|draft|last|previous|present|agenda|date|time|"
    r"venue|"
    r"report|record|action|inaugural|summary|item|items|"
    r"annual general(?: meeting)?|coun\w+ and (?:committees|democracy)|"
    r"(?:plenary|remote)(?: meeting)?|(?:not )?protect(?:ed|ively marked)|official(?:[ -]+sensitive)?|restricted|"
    r"(?:(?:via|on|by|ms|microsoft|teams|zoom|skype|virtual|online|remote|hybrid|video|telephone)[ -])+"
    r"(?:meeting|conference|call)|"
    r"meeting\s*/\s*agm|confirmed|final|public|"
    r"wednesday|monday|tuesday|thursday|friday)\b[\s:.]*$|"
    r"^(?:the )?(?:last|previous|meeting held|next)\b|^report (?:on|of|to)\b|^actions and decisions\b|.*\babove\b|"
    r"^(?:to|from|cc)\s*:|^(?:agenda )?item\b|^paper \d|^committee (?:name )?and date\b|"
    r"^\W*\d(?!\d?-\d\d\s|\s[A-Z][a-z]+ [A-Z])",
    re.I,
)


def named(text: str) -> Body:
    """A body's name and the abbreviation in brackets behind it.

    >>> named("the Kent Leaders' Forum (KLF)")
    Body(name="Kent Leaders' Forum", short='KLF')
    """
    text = _EXPANDED.sub("", _ONCE.sub("", " ".join(text.split())))
    text = _STATE.sub("", OPENS.sub("", _OVER.sub("", text.strip(' ,.;:*_|#–-"'))))
    match = _SHORT.search(text)
    name = _MONTHLY.sub("", _SHORT_LAST.sub("", text) if match else text)  # "Vale Partnership (VP) Board" stays
    name = _YEARLY.sub("", name)
    name = _MET_AT.sub("", name) if BODY_END.search(_MET_AT.sub("", name)) else name
    name = MEETING.sub("", name) if BODY_END.search(MEETING.sub("", name)) else name
    name = BEFORE.sub("", name)
    name = re.sub(r"(?:\s+(?:on|at|held|in|for|of|and|the))+$", "", name.strip(" ,–-"))
    first, _, spelt = name.partition(" ")
    initials = "".join(word[0] for word in spelt.split() if word[0].isupper())
    if len(first) > 2 and first == initials:  # "VCF Vale Carers Forum"
        return Body(spelt, first)
    return Body(name, match["short"] if match else "")


def ends_as_body(name: str) -> bool:
    """Whether a name of some words ends in what bodies are called: "Board", "Forum", "Steering", "Ltd"."""
    return bool(BODY_END.search(name)) and len(name.split()) <= 14
