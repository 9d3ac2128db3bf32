"""One title for several people of a run: "Councillors A Smith and B Jones", "Ashbury Councillors Lee and Dale"."""

from __future__ import annotations

import re

from leadnet.documents.words.names import WORD, is_name
from leadnet.documents.words.posts import is_post, is_topic
from leadnet.documents.words.vocabulary import GIVEN, NOT_IN_NAMES, SURNAMES_TOO

_TIER = r"(?:County|District|Borough|City|Town|Parish)"
_TITLE = rf"(?:{_TIER} )?(?:Councillors|Cllrs|COUNCILLORS|CLLRS|Clls)|Messrs|Mesdames|Drs|Aldermen"
_SINGLE = {"Messrs": "Mr", "Mesdames": "Mrs", "Aldermen": "Alderman", "Clls": "Cllr"}
TOGETHER = re.compile(rf"^(?P<title>{_TITLE})\.?:?\s+")
OWN_TITLE = re.compile(
    rf"(?:(?:{_TIER} |Mrs |Mr )?(?:Councillor|Cllr|COUNCILLOR|CLLR)|"
    r"Lord|Sir|Chief|Mr\b(?!s)|"
    r"Sgt|Sergeant|PCS?O?|Insp(?:ector)?|Supt|Superintendent|Revd?|Reverend|Canon)\b"
)
SURNAME = re.compile(rf"(?:(?:de|van|von|der|den|la|le|di|De|Van|Von|Le|Mac|Mc|St) ){{0,2}}{WORD}(?:\s\([^()]*\))?")
_SINGULAR = re.compile(rf"(?:{_TIER} )?(?:Councillor|Cllr)(?=\.?\s+[A-Z])")
_PLACED = re.compile(
    rf"(?P<place>(?!{_TIER}\b)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\s+(?=(?:{_TIER} )?(?:Councillor|Cllr)s?\.?:?\s+[A-Z])"
)
_TWO = re.compile(rf"\.?\s+(?P<one>{WORD}) and (?P<two>{WORD})(?=\W*$|;|,? and\b)")
_LOOKED_AT = 80  # letters


def place_at(text: str) -> str:
    """The place before "Councillors", of whose council they are; blank for any other words.

    >>> place_at("Ashbury Councillors Lee and Dale"), place_at("Ann Lee Cllrs Dale and Roe"), place_at("Town Cllr Lee")
    ('Ashbury', '', '')
    """
    match = _PLACED.match(text[:_LOOKED_AT])
    other = not match or is_topic(match["place"]) or is_post(match["place"]) or is_name(match["place"])
    return "" if not match or other or match["place"].split()[0] in GIVEN else match["place"]


def unplaced(text: str) -> str:
    """A text without the place before its "Councillors"."""
    return text[len(place_at(text)) :].lstrip()


def title_at(text: str, before: str, divided: re.Pattern[str]) -> str:
    """The title that holds where a text begins: a plural one until somebody has one of his own; `divided` parts names.

    >>> title_at("Cllrs Lee and Dale", "", re.compile(", "))
    'Cllr'
    """
    text = unplaced(text.lstrip(" -•*"))
    if match := TOGETHER.match(text[:_LOOKED_AT]):
        return _SINGLE.get(match["title"], match["title"].rstrip("sS"))
    return _before_surnames(text, divided) if OWN_TITLE.match(text) else before


def with_title(name: str, title: str) -> str:
    """A name behind "Councillors" with their title, unless it has one of its own.

    >>> with_title("Mrs K Lamb", "Cllr"), with_title("Mr K Moss", "Cllr"), with_title("Cllrs J Frost", "Cllr")
    ('Cllr Mrs K Lamb', 'Mr K Moss', 'Cllr J Frost')
    """
    bare = TOGETHER.sub("", name)
    return f"{title} {bare}" if title and not OWN_TITLE.match(bare) else bare


def is_surname(words: str) -> bool:
    """Whether these may be the surname of somebody who shares a title, and no word of a post or body."""
    return bool(SURNAME.fullmatch(words)) and words.split()[0].lower() not in NOT_IN_NAMES - SURNAMES_TOO


def _before_surnames(text: str, divided: re.Pattern[str]) -> str:
    """The title of one that holds for all, as nothing but surnames follow: "Councillor Lee (Chair) Dale, Roe"."""
    match = _SINGULAR.match(text)
    _, *others = [part.strip(" .") for part in divided.split(text) if part.strip(" .")] if match else [""]
    several = len(others) > 2 or (len(others) == 2 and " and " in text)  # "Cllr Lee, Ashbury, Combe" may be places
    both = match and _TWO.match(text, match.end())
    two = both and is_surname(both["one"]) and is_surname(both["two"])
    return match[0] if match and (two or several and all(map(is_surname, others))) else ""
