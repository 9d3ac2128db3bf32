"""What is printed about a head and is none of it: a page's menu, the address of a letterhead, marks of a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, islice

from leadnet.documents.model import Line
from leadnet.documents.outlines.body_names import ends_as_body
from leadnet.documents.outlines.headings import list_heading
from leadnet.documents.outlines.venues import is_site
from leadnet.documents.words.dates import days

_FIRST = 3  # of them among which the paper's own number stands
_HEAD = 16  # filled lines in which a head ends
_PAGE = 160  # letters of a line that holds more than one thing
_MARKS = " \t\f#*_|[]()"
_SITE = re.compile(  # words of the site and not of the paper
    r"(?:skip|jump) to\b.*|(?:main |site |toggle )?(?:menu|navigation)|home(?:page)?|search(?: (?:this|the) site)?|"
    r"(?:about|contact)(?: us)?|log ?(?:in|out)|sign (?:in|up)|my account|site ?map|accessibility|a to z|"
    r"share(?: (?:this|on)\b.*)?|print(?: (?:this )?page)?|back(?: to\b.*)?|return to\b.*|.*\bcookies?\b.*|close|"
    r"you are here\b.*|browse aloud|listen|\[?type here\]?",
    re.I,
)
_CRUMBS = re.compile(r"(?:you are here\W*)?home\s*(?:[>»›|/→]|\s-\s).*", re.I)
_WRITE_TO = re.compile(
    r"(?:tel(?:ephone)?|phone|fax|e-?mail|web(?: ?site)?|direct (?:line|dial)|please ask for|switchboard|dx|"
    r"(?:our|your) ref(?:erence)?)\b(?: no\.?| number| address)?\s*[:.]?\s*(?:\S.*)?|(?:https?://|www\.)\S+|\S+@\S+\.\S+",
    re.I,
)
_MARKED = re.compile(
    r"(?:(?:information |security )?classification\s*[:–-]\s*\S.*|(?:un)?(?:confirmed|approved)|public|restricted|"
    r"draft(?: only| v?\d[\d.]*)?|(?:strictly |private and |private & )?confidential|not for publication|"
    r"(?:not )?protect(?:ed|ively marked)?|(?:official|unclassified)(?:\W+sensitive)?|"
    r"for (?:information|approval|decision|publication)|"
    r"(?:draft|these|the)\b.{0,30}\bsubject to (?:confirmation|approval|agreement|ratification)\b[^\d]*)",
    re.I,
)
_FILED = re.compile(r"(?:document |file )(?:title|name)\s*:\s*(?P<said>\S.*)", re.I)
_CONTROL = re.compile(
    r"(?:(?:document |file )?(?:version|author|owner|status|ref(?:erence)?|path|issue|number|control)"
    r"(?: no\.?| number)?|(?:prepared|produced) by|issued? (?:by|date)|date (?:issued|of issue)|"
    r"last (?:updated|modified))\s*:\s*\S.*",
    re.I,
)
# the paper's own place among those of a later meeting, "Agenda item 4a", "Enclosure 2", "LAF 08/13"
_PLACED = re.compile(
    r"(?:agenda )?item\b(?: no\.?| number)?\s*[:–-]?\s*(?:\d{1,4}|(?-i:[A-Z]{1,3})\d{0,3})(?:[./]\d{1,2})?\s*"
    r"(?:\(?[a-z]{1,3}\)?)?|"
    r"(?:(?:appendix|annex(?:e|ure)?|enclosure|encl?\.?|attachment|paper|schedule)(?!\w)\s*(?:no\.?\s*)?[:–-]?\s*"
    r"(?-i:[\dA-Z]{1,3})(?:[./]\d{1,2})?\s*(?:\([a-z\d]\)?)?)|agenda item no\s*:",
    re.I,
)
_ITEM = re.compile(r"(?:agenda )?item\b", re.I)
_COUNTED = re.compile(r"[A-Z][A-Za-z]{1,6} ?(?:\(\d\d\) ?\d{1,3}|\d{1,3}/\d{1,3})")
_TITLED = re.compile(r"\b(?:minutes|notes|meeting)\b(?!\s*documents)", re.I)


def unfurnished(lines: Sequence[Line]) -> list[Line]:
    """The lines without what stands in the head and is no part of it.

    >>> rows = ("Skip to content", "Home", "Our work", "", "Tel: 01234 567890", "DRAFT", "Vale Board", "4 May 2011")
    >>> [line.text for line in unfurnished([Line(at, None, row) for at, row in enumerate(rows, 1)])]
    ['Vale Board', '4 May 2011']
    """
    head = _head(lines)
    gone = _menu(lines, head) | {at for at in head if _WRITE_TO.fullmatch(_bare(lines[at]))}
    gone |= _address(lines, head, gone)
    gone |= {at for at in head if _MARKED.fullmatch(_bare(lines[at])) or _CONTROL.fullmatch(_bare(lines[at]))}
    gone |= _placed(lines, [at for at in head if at not in gone])
    kept = (line for at, line in enumerate(lines) if at not in gone)
    kept = dropwhile(lambda line: gone and not line.text.strip(), kept)
    return [replace(line, text=filed["said"]) if (filed := _FILED.fullmatch(_bare(line))) else line for line in kept]


def _bare(line: Line) -> str:
    return line.text.strip(_MARKS)


def _head(lines: Sequence[Line]) -> list[int]:
    """The places of the first filled lines, up to a list of people or a line that holds more than a head's."""
    filled = (at for at, line in enumerate(lines) if line.text.strip())
    found: list[int] = []
    for at in islice(filled, _HEAD):
        if len(lines[at].text) > _PAGE or list_heading(lines[at].text):
            break
        found.append(at)
    return found


def _opens(line: Line) -> bool:
    """Whether a line can be a title's: it ends as a body does, or says minutes."""
    return ends_as_body(_bare(line)) or bool(_TITLED.search(line.text))


def _menu(lines: Sequence[Line], head: Sequence[int]) -> set[int]:
    """The site's own words, and few words without a gap below them: the menu goes on."""
    found: set[int] = set()
    for at in head:
        text = _bare(lines[at])
        goes_on = (
            at - 1 in found and len(text.split()) <= 4 and not (_opens(lines[at]) or ":" in text or days(text, 2000))
        )
        if _SITE.fullmatch(text) or _CRUMBS.fullmatch(text) or goes_on:
            found.add(at)
    return found


def _address(lines: Sequence[Line], head: Sequence[int], contact: set[int]) -> set[int]:
    """The lines of a place straight above a telephone number or the like: where to write to."""
    found: set[int] = set()
    for at in reversed(head):
        if (at + 1 in contact or at + 1 in found) and is_site(_bare(lines[at])):
            found.add(at)
    return found


def _placed(lines: Sequence[Line], head: Sequence[int]) -> set[int]:
    """A line that numbers the paper above its title; none where items are numbered so."""
    titled = [at for at in head if _opens(lines[at])]
    over = {at for at in head if at < max(titled, default=len(lines)) and _PLACED.fullmatch(_bare(lines[at]))}
    items = [at for at in over if _ITEM.match(_bare(lines[at]))]
    first = [at for at in head if at not in over][:_FIRST]
    counted = {at for at in first if _COUNTED.fullmatch(_bare(lines[at]))}
    return (over if len(items) < 2 else set()) | counted
