"""What is a title without a number, and what is text: bold words, a line over its text, what every meeting has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.lists.layouts.entry_lines import begins_with_name, opens_entry
from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import BULLET
from leadnet.documents.outlines.headings import item_heading, list_heading
from leadnet.documents.outlines.title_lines import MARKER, USUAL, VERB
from leadnet.documents.words.dates import days, without
from leadnet.documents.words.names import has_given_name
from leadnet.documents.words.vocabulary import BODY_WORD

USUAL_ALONE = re.compile(
    r"(?:(?:welcome|introductions?|apologies(?: for absence)?|"
    r"(?:declarations?|disclosures?) of (?:[\w’'/]+ ){0,4}?interests?)"
    r"(?:\s*(?:,|/|&|\band\b)\s*)*){1,4}|matters arising|(?:any )?(?:other|urgent) business|"
    r"(?:minutes|notes) of (?:the )?(?:(?:last|previous) meetings?(?: held(?: on)?)?|meeting held(?: on)?)"
    r"(?:\s*(?:,|/|&|\band\b)\s*matters arising)?|"
    r"(?:dates? (?:and times? )?(?:of|for) (?:the )?)?(?:next|future) meetings?",
    re.IGNORECASE,
)
ARISING = re.compile(r"matters arising|actions? arising|(?:review of )?actions\b", re.IGNORECASE)
COMING = re.compile(r"\b(?:next|future) meetings?\b", re.IGNORECASE)
LAST_MINUTES = re.compile(r"\b(?:minutes|notes|record|meeting)\b", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:page\s+\d.*|minutes|notes|key points|summary|"
    r"(?:summary of )?(?:key )?(?:actions?|decisions?)(?:\s*(?:and|&|/)\s*(?:actions?|decisions?))?)\W*\d*$",
    re.IGNORECASE,
)
_BODY = re.compile(rf"\b{BODY_WORD}$", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?::|–|-|,|&|\b(?:and|of|the|for|on|in))\s*$")
_HANGS = re.compile(r"(?:&|,|\b(?:and|of|from|for|on|in|to|with|by|the|a|at|held))$", re.IGNORECASE)
_SHOUTED = re.compile(r"(?P<title>[A-Z][A-Z’'&,/() -]{3,60})(?::|\s[-–—])\s*(?P<rest>(?:\([ia]\)\s*)?[A-Z].*)")
_TOPICS = re.compile(  # what papers speak of and people are not called
    r"\b(?:updates?|reports?|reviews?|agenda|plans?|planning|strategy|presentations?|feedback|programmes?|projects?|funding|"
    r"budgets?|actions?|introductions?|discussions?|overview|issues?|matters|election|policy|policing|performance|proposals?|"
    r"consultations?|events?|website|membership|finance|development|prescribing|training|research|information|"
    r"communications?|progress|business|workshop|survey|risks?|framework|arrangements|structure|governance)\b",
    re.IGNORECASE,
)
_DOING = re.compile(r"[A-Z][a-z]{3,}ing\s")  # "Reducing Harm", and nobody's first name
_PARAGRAPH = re.compile(r"\d{1,2}\.\d")
_RULE = re.compile(r"\s*(?:-{4,}|={4,}|_{4,}|~{4,})\s*")
_STANDING_IN = re.compile(r"\b(?:represented|substitut|deputis|attended|apologi)", re.IGNORECASE)
# "The following points:" opens a list
_LEADS_IN = re.compile(
    r"^(?:the|other|these|those|as|key|main|in)\b|\b(?:following|points|below|includ\w+):$", re.IGNORECASE
)
_SOME = 15  # words of a paragraph under a gap
_INITIALS = re.compile(r"[A-Z]{2,3}(?:\s*[/&,]\s*[A-Z]{2,3}){0,4}")  # of who is to act, or of the name above
_FULL = 30  # letters of a title that may have filled its line
_FEW, _MANY = 8, 14  # words of a title with a gap below it, and straight over its text


def bold_title(text: str) -> bool:
    """Whether words printed in bold can be a heading: few, without a stop, and no list's, item's or person's.

    >>> bold_title("Flood plan"), bold_title("Present:"), bold_title("The plan was agreed."), bold_title("JH")
    (True, False, False, False)
    >>> bold_title("Apologies were received from:")
    False
    """
    usual = bool(USUAL.search(text))
    ends = text.endswith((".", ",", ";")) or text.endswith(":") and (not usual or bool(VERB.search(text)))
    ends = ends or not usual and bool(_INITIALS.fullmatch(text))
    return not (
        ends or len(text.split()) > _MANY or text.isdigit() or list_heading(text) or item_heading(text)
    ) and not (MARKER.search(text) and len(text.split()) <= 3 or opens_entry(text) or begins_with_name(text))


def opens_person(title: str) -> bool:
    """Whether words open an entry of a list of people, and not a title with who spoke to it behind a dash.

    >>> opens_person("Ann Lee – Ash Council"), opens_person("College Update – Ann Lee, Ash College")
    (True, False)
    """
    said, *who = re.split(r"\s[-–—]\s", title)
    led = bool(who) and opens_entry(who[-1]) and has_given_name(who[-1]) and not has_given_name(said)
    return opens_entry(title) and not (led or _TOPICS.search(said) or _DOING.match(said))


def names_person(title: str) -> bool:
    """Whether words that may begin with a name are a person, and not what papers speak of.

    >>> names_person("ANN LEE"), names_person("POLICING UPDATE"), names_person("Flood plan - Ann Lee")
    (True, False, False)
    """
    return opens_person(title) if opens_entry(title) else not _TOPICS.search(title)


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
    long = _MANY if (straight or USUAL.match(title)) and VERB.search(text) else _FEW
    if not named or len(title.split()) > long:
        return ""
    usual = bool(USUAL.search(title))
    if MARKER.search(title) or list_heading(title) or opens_person(title) or (days(title, 2000) and not usual):
        return ""
    over = (
        text[:1].isupper()
        and len(text.split()) > (2 if usual else 3 if VERB.search(text) else 5)
        and (straight or text.endswith((".", ":")))
    )
    return title if over and (in_text or _sentences(text, straight or usual) and not _BODY.search(title)) else ""


def _sentences(text: str, near: bool) -> bool:
    """Whether a paragraph says something; a long one where its title stands apart and may be of another kind."""
    return bool((near or len(text.split()) > _SOME) and VERB.search(text) and re.search(r"[.:](?:\s|$)", text))


def underlined(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines straight over a rule of signs that is about as long.

    >>> sorted(underlined([Line(1, None, "Flood plan"), Line(2, None, "----------"), Line(3, None, "It was read.")]))
    [1]
    """
    pairs = zip(lines, lines[1:], strict=False)
    return frozenset(
        line.number
        for line, rule in pairs
        if _RULE.fullmatch(rule.text) and line.text.strip() and len(line.text.split()) <= _MANY and "|" not in line.text
    )


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a rule under words."""
    return bool(_RULE.fullmatch(text))


def run_in_title(text: str) -> tuple[str, str]:
    """A title in capitals with a colon, and the text that runs on behind it on the line; blanks for any other line.

    >>> run_in_title("TRANSPORT PLAN: Ann Lee gave the news."), run_in_title("PRESENT: Ann Lee")
    (('TRANSPORT PLAN', 'Ann Lee gave the news.'), ('', ''))
    """
    match = _SHOUTED.match(text.strip())
    told = match and match["title"].isupper() and not (list_heading(text) or MARKER.search(match["title"]))
    rest = match["rest"] if match else ""
    said = (
        VERB.search(rest) or match and USUAL.search(match["title"]) or rest.endswith(".") and len(rest.split()) > _FEW
    )
    return (match["title"], match["rest"]) if match and told and said else ("", "")


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
        or re.match(r"[•·]\s*\w|Apologies\b.{0,20}\b(?:were|was|had|have)\b", under)
        or (title[:1] in "mMnNwWdD" and under.endswith(".") and VERB.search(under))  # minutes, welcome, declarations
    )
    alone = apart and USUAL_ALONE.fullmatch(without(title, days(title, 2000)).strip(" :–-"))
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


def title_goes_on(title: str, below: Sequence[Line]) -> list[str]:
    """The lines below that go on with a heading: one behind a colon or "and" and before a gap; more in a narrow column.

    >>> title_goes_on("Update from", [Line(2, None, "Ash Vale"), Line(3, None, "The chair said the work was on time.")])
    ['Ash Vale']
    """
    rows = [line.text.strip() for line in below]
    if not rows or not rows[0]:
        return []
    alone = len(rows) < 2 or not rows[1]
    sentence = rows[0].endswith(".") or MARKER.search(rows[0]) or BULLET.match(rows[0]) or _PARAGRAPH.match(rows[0])
    sentence = sentence or title.endswith(":") and VERB.search(rows[0])
    if (_UNFINISHED.search(title) or _cut_capitals(title, rows[0])) and alone and not sentence and len(rows[0]) < 120:
        return rows[:1]
    return _narrow(title, rows)


def _cut_capitals(title: str, below: str) -> bool:
    """Whether words in capitals go on with a long title in capitals, and are nobody's name."""
    return len(title) > _FULL and title.isupper() and below.isupper() and not begins_with_name(below)


def _narrow(title: str, rows: Sequence[str]) -> list[str]:
    """Short lines below a title that stops at a small word, over a longer line: its column was no wider."""
    more: list[str] = []
    while len(more) < len(rows) - 1 and _HANGS.search(" ".join((title, *more))):
        text = rows[len(more)]
        if not text or len(text.split()) > 5 or text[-1] in ".;:" or BULLET.match(text) or MARKER.search(text):
            return []
        more.append(text)
    short = more and rows[len(more)] and len(rows[len(more)]) > max(map(len, (title, *more)))
    if short and days(rows[len(more)][:30], 2000) and re.fullmatch(r"on \d.*", rows[len(more)]):
        more.append(rows[len(more)])
    return more if short else []


def prose(line: Line) -> bool:
    """A sentence in a list is the end of it: minutes without item headings begin there."""
    text = line.text.strip()
    if not text.endswith(".") or len(text.split()) <= 8 or "|" in text or text.startswith("Apolog"):
        return False
    if begins_with_name(text) or ";" in text:
        return bool(VERB.search(text)) and not _STANDING_IN.search(text) and ";" not in text
    return len(text.split()) > 10
