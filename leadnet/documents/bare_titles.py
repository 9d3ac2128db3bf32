"""What is a title without a number, and what is text: bold words, a line over its text, what every meeting has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.dates import days, without
from leadnet.documents.flow import BULLET
from leadnet.documents.headings import MARKER, USUAL, VERB, item_heading, list_heading
from leadnet.documents.layouts.entry_lines import begins_with_name, opens_entry
from leadnet.documents.model import Line
from leadnet.documents.vocabulary import BODY_WORD

_USUAL_ALONE = re.compile(
    r"(?:(?:welcome|introductions?|apologies(?: for absence)?)(?:\s*(?:,|/|&|and)\s*)?){1,3}|matters arising|"
    r"(?:any )?(?:other|urgent) business|declarations? of interests?|"
    r"(?:minutes|notes) of (?:the )?(?:(?:last|previous) meeting(?: held(?: on)?)?|meeting held(?: on)?)|"
    r"(?:dates? (?:and times? )?(?:of|for) (?:the )?)?(?:next|future) meetings?",
    re.IGNORECASE,
)
ARISING = re.compile(r"matters arising|actions? arising|(?:review of )?actions\b", re.IGNORECASE)
LAST_MINUTES = re.compile(r"\b(?:minutes|notes|record|meeting)\b", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:page\s+\d|minutes|notes|key points|summary|"
    r"(?:summary of )?(?:key )?(?:actions?|decisions?)(?:\s*(?:and|&|/)\s*(?:actions?|decisions?))?)\W*\d*$",
    re.IGNORECASE,
)
_BODY = re.compile(rf"\b{BODY_WORD}$", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?::|–|-|,|&|\b(?:and|of|the|for|on|in))\s*$")
_STANDING_IN = re.compile(r"\b(?:represented|substitut|deputis|attended|apologi)", re.IGNORECASE)
# "The following points:" opens a list
_LEADS_IN = re.compile(
    r"^(?:the|other|these|those|as|key|main|in)\b|\b(?:following|points|below|includ\w+):$", re.IGNORECASE
)
_SOME = 15  # words of a paragraph under a gap
_FEW, _MANY = 8, 14  # words of a title with a gap below it, and straight over its text


def bold_title(text: str) -> bool:
    """Whether words printed in bold can be a heading: few, without a stop, and no list's, item's or person's.

    >>> bold_title("Flood plan"), bold_title("Present:"), bold_title("The plan was agreed.")
    (True, False, False)
    """
    ends = text.endswith((".", ",", ";")) or text.endswith(":") and not USUAL.search(text)
    return not (
        ends or len(text.split()) > _MANY or text.isdigit() or list_heading(text) or item_heading(text)
    ) and not (MARKER.search(text) and len(text.split()) <= 3 or opens_entry(text) or begins_with_name(text))


def bare_title(line: Line, below: Sequence[Line], in_text: bool = True, colons: bool = False) -> str:
    """The words of a title without number: after a gap, without a full stop, over a sentence; else blank.

    Straight over its text a title may be long; with a gap between it is short. Outside the text, in a paper's head or
    below a list, the text under it must be some sentences, and it be no body's name. A colon ends the titles of papers
    that have set one so (`colons`), and those that every meeting has.
    """
    title = line.text.strip() if in_text else line.text.strip(" \t#*_")
    text, straight = _paragraph(below), bool(below) and bool(below[0].text.strip())
    set_so = title.endswith(":") and not straight and (colons or USUAL.search(title))
    title = title[:-1].strip() if set_so and not (VERB.search(title) or _LEADS_IN.search(title)) else title
    named = title[:1].isupper() and title[-1] not in ".;:,!" and "|" not in title and not _NO_TITLE.match(title)
    if not named or len(title.split()) > (_MANY if straight and VERB.search(text) else _FEW):
        return ""
    if MARKER.search(title) or list_heading(title) or opens_entry(title) or days(title, 2000):
        return ""
    usual = bool(USUAL.search(title))
    over = text[:1].isupper() and len(text.split()) > (2 if usual else 5) and (straight or text.endswith("."))
    return title if over and (in_text or _sentences(text, straight or usual) and not _BODY.search(title)) else ""


def _sentences(text: str, near: bool) -> bool:
    """Whether a paragraph says something; a long one where its title stands apart and may be of another kind."""
    return bool((near or len(text.split()) > _SOME) and VERB.search(text) and re.search(r"[.:](?:\s|$)", text))


def usual_title(line: Line, below: Sequence[Line]) -> str:
    """The words of a line that is nothing but the title of what every meeting has an item for; else blank."""
    title = line.text.strip(" \t#*_|:-•")
    under = below[0].text.strip(" \t/|") if below else ""
    apart = (
        title.isupper()
        or title[-1:].isdigit()
        or line.text.rstrip().endswith(":")
        or not under
        or re.fullmatch(r"\w+(?: \w+)?\.", under)
        or (title[:1] in "mMnN" and under.endswith(".") and VERB.search(under))  # minutes, matters arising, notes
    )
    alone = apart and _USUAL_ALONE.fullmatch(without(title, days(title, 2000)).strip(" :–-"))
    return title if alone else ""


def _paragraph(below: Sequence[Line]) -> str:
    """The first filled lines, up to the next gap."""
    rows: list[str] = []
    for line in below:
        if "\t" in line.text or "|" in line.text:  # a table is no sentence
            break
        if line.text.strip():
            rows.append(line.text.strip())
        elif rows:
            break
    return " ".join(rows)


def title_goes_on(title: str, below: Sequence[Line]) -> bool:
    """A heading that stops at a colon or an "and", with one more line straight below it and then a blank one."""
    text = below[0].text.strip()
    alone = len(below) < 2 or not below[1].text.strip()
    sentence = text.endswith(".") or MARKER.search(text) or BULLET.match(text)
    return bool(_UNFINISHED.search(title) and text and alone and not sentence and len(text) < 120)


def prose(line: Line) -> bool:
    """A sentence in a list is the end of it: minutes without item headings begin there."""
    text = line.text.strip()
    if not text.endswith(".") or len(text.split()) <= 8 or "|" in text or text.startswith("Apolog"):
        return False
    if begins_with_name(text) or ";" in text:
        return bool(VERB.search(text)) and not _STANDING_IN.search(text) and ";" not in text
    return len(text.split()) > 10
