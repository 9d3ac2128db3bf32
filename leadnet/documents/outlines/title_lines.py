"""A title apart from what stands behind it on its line: other cells of a table, or the first sentence of the text."""

from __future__ import annotations

import re

from leadnet.documents.lists.list_words import list_kind
from leadnet.documents.words.dates import days
from leadnet.documents.words.vocabulary import GIVEN, TITLES

APOLOGIES = re.compile(
    r"^(?:[-•*]\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+)?(?P<heading>(?:Written )?Apolog(?:y|ies)"
    r"(?: for (?:absence|non-attendance|the meeting|inability to attend))?)\b(?! for lateness)"
    r"(?:(?:(?!\b(?:read|reported|announced)(?: out)? by\b)[^:.;]){0,60}?"
    r"\b(?:from|on behalf of|by|for)(?!\s+(?:absence|non|the meeting|lateness))(?: the "
    r"following(?: \w+)?)?\s*[:–-]?\s+|"
    r"\s*[:–-]+\s*|\s+(?:were |was )?(?:received|noted|given)\s*[:–-]\s*)(?=\S)",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|would|will|said|asked|agreed|noted|reported|welcomed|gave|thanked|"
    r"opened|introduced|explained|presented|outlined)\b"
)
# what nearly every meeting has an item for
USUAL = re.compile(
    r"\b(?:welcome|introductions?|apolog(?:y|ies)|(?:minutes|notes|actions?) (?:of|from)|minutes|matters arising|"
    r"(?:declarations?|disclosures?) of|any other business|aob|next meeting|election|appointment of|terms of reference|"
    r"action log|chair(?:man|person)?['’]s|public questions|future meetings|forward plan|work programme)\b",
    re.IGNORECASE,
)
MARKER = re.compile(r"\b(?:AGREED|RESOLVED|NOTED|ACTIONS?|DECISIONS?|RECOMMENDED|APPROVED)\b")
_CELL = re.compile(r"\s*(?:\t|\|)\s*|(?<=\S)\s{5,}")
_HOUR = re.compile(r"\d{1,2}[.:]?\d{2}(?:\s?[ap]m)?(?:\s*[-–]\s*\d{1,2}[.:]?\d{2}(?:\s?[ap]m)?)?", re.I)  # of an agenda
_ACTION_HEAD = re.compile(r"\**actions?(?: (?:by|required|points?))?\W*", re.I)  # a column's, beside the first title
# "Welcome. Ann Lee led ...", "WELCOME Members were ...": a title and the first sentence of the text on one line
_TITLE = r"^(?P<title>[^.:;?]{3,70}?)"
_STOPPED = re.compile(rf"{_TITLE}(?:(?:\.\s*|\s*:\s+)(?=[A-Z])|\s*:\s+(?=(?:had|was|were|has|have)\s))(?P<rest>.*)$")
_DASHED = re.compile(
    rf"(?:{_TITLE}(?:\s+[-–—]\s+(?=[A-Za-z])|(?<=[a-z])[-–—]\s+(?=(?:the|these|this|no)\s|[A-Z]))|"
    r"^(?P<shouted>[A-Z][A-Z’'&,/() –-]{3,80}[A-Z)])\s+(?=[A-Z][a-z]+\s|A\s))(?P<rest>.*)$"
)
_OPENS = re.compile(  # a sentence, and seldom the second half of a title
    r"(?:The|There|This|These|It|In|At|A|An|No|All|Both|Some|Several|Each|Members|Partners|Officers|Attendees|Everyone|"
    r"Copies|Concerns?|Following|[A-Z]{2,3}|[A-Z][a-z]+ [A-Z][a-z]+)\s+[a-z]"
)
# "Quorum The meeting was quorate.": nothing stands between, but a sentence begins
_RUN_ON = re.compile(
    r"^(?P<title>(?!(?:In|At|On|Following|After|As)\b)[A-Z][\w’',&/() -]{3,80}?(?<!,)"
    r"(?<! of)(?<! and)(?<! for)(?<! on)(?<! to)(?<! in)(?<! with)(?<! from)"
    r"(?<! the)(?<! this)(?<! that)(?<! by)(?<! our)(?<! a)(?<!\d))\s+"
    r"(?P<rest>(?:The|There|It|This|Members|Partners|Officers|Everyone|Everybody|Apologies|Concern|"
    r"As|All|No|An?|In response|"
    r"[A-Z]{2,3})\s+(?:[\w’',-]+\s+){0,10}?(?:was|were|is|are|had|has|proposed|invited|confirmed|informed|advised|"
    r"welcomed|reported|said|gave|explained|thanked|opened|asked|noted|agreed|introduced|presented|outlined)\b.*)$"
)
# "Minutes of the last meeting - approved. Signed by the chair.": what was done with it, in small letters
_CLOSED = re.compile(
    r"^(?P<title>[A-Z][^.:;?]{3,70}?)\s*[-–—:]\s+(?P<rest>(?:approved|agreed|accepted|confirmed|none|nil|noted)\b"
    r"[^.]{0,60}(?:\.?|\.\s+[A-Z].*))$"
)
_SPEAKS = re.compile(
    rf"(?<=[\w)\]–—-] )(?:{TITLES}\s+)?(?P<who>[A-Z][a-z]+) [A-Z][\w’'-]+ "
    rf"(?:then |also )?(?:{VERB.pattern}|[a-z]{{3,}}ed\b)"
)
_NONE = re.compile(r"(?P<title>[A-Z][^.:;?]{2,70}?)\s*[-–—:.]\s*(?P<rest>(?:none|nil|n/a)\b.{0,40})$", re.IGNORECASE)
_SOMEBODY = re.compile(rf"(?:{TITLES}\s+)?[A-Z][a-z]+ [A-Z][\w’'-]+ (?:[a-z]{{3,}}ed|took|led|spoke|told)\b")
_ASKED = re.compile(r"^(?P<title>(?:What|Why|How|Where|Who|When)\b[^.?;:]{5,80}\?)\s+(?P<rest>[A-Z].{20,})$")
_SUB = re.compile(  # a title and its first paragraph, "Terms of Reference i) Ann Lee sent them."
    r"^(?P<title>[A-Z][^.:;?]{3,100}?)\s+(?P<rest>(?:\(?(?:i|a)\)|a\.(?=\s[A-Z])|\d{1,2}\.1\.?(?:\s+[a-z]\))?|[•·])\s+[A-Z0-9].*)$"
)
_LAST = re.compile(
    r"(?:(?:adoption|approval|agreement|confirmation) of (?:the )?)?(?:draft )?(?:minutes|notes|actions)\b"
    r"(?:\s+(?:of|from|the|last|previous|meeting|held|on|and|actions|[-–—]|no\.?\s?\d+))*"
    r"\s+(?=\w*\s?\d)",
    re.IGNORECASE,
)
_WERE = re.compile(r"(?:were|was)\s+(?:\w+ly\s+)?(?:agreed|approved|accepted|confirmed|noted|received)\b")
_AND_ARISING = re.compile(r"(?:\s*(?:,|and|&)\s*(?:matters|actions) arising)?", re.IGNORECASE)
_LAST_AGREED = re.compile(
    rf"(?P<title>(?:draft )?(?:minutes|notes) (?:of|from)\b(?:(?! (?-i:The|It|All))[^.:;\d–-]|-(?=\w)){{0,60}}?)\s+"
    rf"{_WERE.pattern}",
    re.IGNORECASE,
)
_COMING_ON = re.compile(
    r"(?P<title>[^.:;?]{0,40}\b(?:next|future) meetings?)\s*[.:–-]+\s*(?P<rest>\S.*)$", re.IGNORECASE
)
_LETTERED = re.compile(r"^\((?:\d|[a-z]|[ivx]+)\)\s*")
_TITLE_LABEL = re.compile(  # "ACTION Welcome": the next column's heading, put before the first title
    r"(?i:item|subject|topic|title|focus)(?:\s*/\s*\w+)?\s*:\s+(?=[A-Z])|ACTIONS?\s+(?=[A-Z][a-z]+(?:,| and\b|$))"
)
_DECIDED = re.compile(  # "16/16 MINUTES RESOLVED that the minutes be approved."
    r"(?P<title>[A-Z][^.:;?a-z]{3,100}?)\s+"
    r"(?P<rest>(?:IT WAS )?(?:RESOLVED|AGREED|NOTED)(?:\s*:|\s+[-–—]|\s+(?:[Tt]hat|to|unanimously)\b).*)$"
)
_NEAR = 12  # letters from "the meeting held on" to its day, "the Monday"
_CUT = 60  # letters of a line whose last sentence may run on below
_SHORTENED = re.compile(r"\b(?:Mrs?|Ms|Drs?|Cllrs?|Rev|Prof|St|No|Nos|vs|[A-Z])$")


def title_and_rest(text: str) -> tuple[str, str]:
    """A title apart from what follows it on its line: other cells, or a sentence run on.

    >>> title_and_rest("Risk Register: The register was read."), title_and_rest("Flood plan - part two")
    (('Risk Register', 'The register was read.'), ('Flood plan - part two', ''))
    """
    cells = _cells(text)
    if len(cells) > 1:
        rest = f"| {' | '.join(cells[1:])} |" if "|" in text else "\t".join(cells[1:])
        title, said = title_and_rest(cells[0])
        return title, f"{said} {rest}" if said else rest if len(cells) > 2 else cells[1]
    text = cells[0] if cells else text
    title = _TITLE_LABEL.sub("", _LETTERED.sub("", text.strip(" *_|\t")))
    if formed := _formed(title):
        return formed["title"].rstrip(" -–—"), formed["rest"]
    if at := _dated_minutes(title):
        return title[:at], title if _WERE.match(title[at:].strip()) else title[at:].strip(" .:–-")
    if (on := _RUN_ON.match(title)) and not (
        on["title"].isupper() or VERB.search(on["title"]) or list_kind(on["title"])
    ):
        return on["title"].rstrip(" -–—:"), on["rest"]
    if (coming := _COMING_ON.match(title)) and days(coming["rest"][:40], 2000):
        return coming["title"], coming["rest"]
    if closed := _CLOSED.match(title) or _SUB.match(title) or _ASKED.match(title):
        return closed["title"], closed["rest"]
    if stopped := _run_in(_STOPPED.match(title)):
        return stopped
    if at := _speaker(title):
        return title[:at].rstrip(" -–—:"), title[at:]
    return _run_in(_DASHED.match(title)) or (title, "")


def _cells(text: str) -> list[str]:
    """The cells of a line, without an agenda's hour before the title and the heading of the next column behind it."""
    cells = [cell for cell in _CELL.split(text) if cell]
    cells = cells[1:] if len(cells) > 1 and _HOUR.fullmatch(cells[0]) else cells
    return cells[:-1] if len(cells) > 1 and _ACTION_HEAD.fullmatch(cells[-1]) else cells


def _formed(text: str) -> re.Match[str] | None:
    """A title with "RESOLVED that ..." behind it, or one of a usual item with "- none"."""
    none = _NONE.match(text)
    return _DECIDED.match(text) or (none if none and USUAL.search(none["title"]) else None)


def _speaker(text: str) -> int:
    """Where a sentence begins with a name and what it says, straight behind a title; 0 where none does."""
    found = (match.start() for match in _SPEAKS.finditer(text[:160]) if match["who"] in GIVEN)
    at = next(found, 0)
    told = VERB.search(text[:at]) or re.search(r"\b[a-z]{3,}ed\b", text[:at])
    return at if 0 < len(text[:at].split()) <= 9 and not told and not list_kind(text[:at]) else 0


def _run_in(match: re.Match[str] | None) -> tuple[str, str] | None:
    """A title and the sentence run on behind it; None where the words behind go on with the title."""
    groups = match.groupdict() if match else {}
    name = (groups.get("title") or groups.get("shouted") or "").strip()
    if not match or len(name.split()) > 9 or VERB.search(name) or _SHORTENED.search(name):
        return None
    rest = match["rest"].strip()
    if list_kind(name) and not APOLOGIES.match(rest):  # "Present: Ann Lee" is a list, and read as one
        return None
    sentence = match.re is _STOPPED and len(rest.split()) > 3 and (_OPENS.match(rest) or MARKER.match(rest))
    long = len(rest.split()) > 6 and (name.isupper() or USUAL.search(name))
    stopped = match.string[len(match["title"]) :].startswith(".") if sentence else False
    cut = sentence and (stopped or len(match.string) > _CUT)  # it runs on below
    told = VERB.search(rest) or _SOMEBODY.match(rest) or rest.endswith(".") and (sentence or long) or cut
    ended = rest[-1] in ".;:" or re.search(r"[.;:]\s+[A-Z]", rest) or cut
    return (name, rest) if told and ended else None


def _dated_minutes(text: str) -> int:
    """Where "Minutes of the meeting held on 4 May 2011" ends with a sentence run on; 0 for any other words."""
    if plain := _LAST_AGREED.match(text):
        return plain.end("title")
    last = _LAST.match(text)
    day = next((day for day in days(text[:120]) if last and day.start - last.end() < _NEAR), None)
    end = day.end + _AND_ARISING.match(text[day.end :]).end() if day else 0
    rest = text[end:].strip(" .:–-")
    return end if day and (rest[:1].isupper() or _WERE.match(rest)) and VERB.search(rest.lower()) else 0
