"""What sort of paper it is, and the words that show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leadnet.documents.model import Line
from leadnet.documents.outlines.furniture import unfurnished
from leadnet.documents.outlines.headings import list_heading, plain_heading
from leadnet.documents.words.dates import days

_MARKS = " \t#*_|"
_TOP = 14  # filled lines in which a paper says what it is


@dataclass(frozen=True)
class Kind:
    """One of schema.KINDS with its reason; `called_minutes` where an attendance list is to be expected."""

    kind: str
    because: str
    called_minutes: bool = False
    told: bool = True


_DRAFT = r"^(?:(?:draft|confirmed|unconfirmed|approved|final|public|open|agreed|present|in) )*"
_MINUTES = re.compile(
    rf"{_DRAFT}(?:minutes?|notes|record|action notes|meeting (?:notes|minutes|note))(?: of\b|:|\s*$|\s*[-–]|"
    rf" from\b| for\b)|"
    r"\b(?:minutes|notes|note|record) of (?:the |a |an |its )?(?:\w+ ){0,4}(?:meeting|held)\b|\b(?:meeting|"
    r"draft) (?:minutes|notes)\s*$|"
    r"\b(?:minutes|meeting notes)\s*(?:$|[-–(:,]|\d)",
    re.IGNORECASE,
)
_ACTIONS = re.compile(
    r"\baction (?:log|list|tracker|table|sheet|summary|points|plan update)\b|\b(?:list|log|"
    r"summary) of actions\b|^actions\b",
    re.I,
)
_DECISIONS = re.compile(
    r"^(?:record of |notice of |list of |schedule of )?decisions?(?: (?:sheet|notice|list|record|statement|"
    r"details|summary|log|taken|made))*\b|"
    r"\bsummary of (?:the )?(?:key )?(?:decisions|minutes|meeting|discussions?|points|outcomes|proceedings)|"
    r"\bdecision (?:sheet|notice|list|record|log)\b|^issue - decisions$|^agenda item$|"
    r"\bkey (?:points|messages|decisions|outcomes)\b|"
    r"\b(?:meeting|board|headline) (?:summary|highlights|outcomes|headlines|bulletin)\b|^summary (?:of|note)\b",
    re.I,
)
_MEETING = re.compile(
    r"^(?:at )?(?:an? |the )?(?:\w+ ){0,2}meeting (?:of|held)\b|\battendance (?:details|list)\b", re.I
)
_MADE = re.compile(
    r"(?<![\w-])(?:AGREED|RESOLVED|NOTED|ACTIONS?|DECISION)(?![\w-])|^\W*(?:resolved|agreed|actions?|decision)\b.{0,40}:|"
    r"\bit was (?:agreed|resolved)\b|^\W*apologies\b"
)
_AGENDA = re.compile(r"^(?:\w+ )?agenda\b|\bagenda\s*$", re.I)
_WRITTEN_UP = re.compile(r"^(?:minutes|decisions?)\s*:?\s*$", re.I)  # the blocks of a published meeting page
_NEWS = re.compile(r"^(?:headlines?|news|latest news|press release|media release|news release|newsletter)\b", re.I)
_REPORT = re.compile(
    r"^(?:\d{1,2}[.)]?\s*)?(?:purpose(?: of (?:the |this )?(?:report|paper))?|recommendations?|"
    r"background(?: information)?|"
    r"(?:executive )?summary|introduction|financial implications|equal(?:ity|"
    r"ities)(?: and human rights)? implications|legal implications|"
    r"conclusions?|reasons? for (?:the )?recommendations?|policy framework(?: and previous decisions)?|"
    r"consultation|next steps|"
    r"resource implications|circulation under .*|background papers|proposed next steps)\s*:?$",
    re.I,
)
_REPORT_TITLE = re.compile(
    r"\breport\s*(?:of|by|to|from|:|[-–]|$)|\bprogress report\b|\bannual report\b|\bbriefing (?:note|paper)\b", re.I
)
_WEB = re.compile(
    r"\bback to top\b|\bquick ?links?\b|\bskip to (?:main )?content\b|\bcookies?\b|©|\bcopyright\b|"
    r"\bsite ?map\b|\bprivacy\b|"
    r"^(?:home|share this page|print this page)\b|https?://|\bwww\.",
    re.I,
)


def kind_of(lines: Sequence[Line], has_list: bool) -> Kind:
    """The kind of a paper; `has_list` where an attendance list was found in it."""
    filled = [line.text.strip(_MARKS) for line in lines if line.text.strip(" \t#*_|-")]
    top = [text for line in unfurnished(lines) if (text := line.text.strip(_MARKS)).strip("-")][:_TOP]
    drawn = all(line.text.startswith("|") for line in lines if line.text.strip())  # a table has no headline
    for rule in (_as_meeting, _as_report, *(() if drawn else (_as_news,)), _as_record, _as_web):
        if found := rule(top, filled, has_list):
            return found
    return Kind("report", "nothing in it says what it is, so it is taken for a report", told=False)


def _as_meeting(top: Sequence[str], filled: Sequence[str], has_list: bool) -> Kind | None:
    """Minutes and what goes with them: an action log, a page of decisions, an agenda."""
    title = top[:6]
    minutes = _first(_MINUTES, _until_numbered(top))
    if not minutes and (actions := _first(_ACTIONS, title)):
        return Kind("action log", f'its heading says "{_short(actions)}"')
    if not has_list and (decisions := _first(_DECISIONS, title)):
        return Kind(
            "minutes", f'its heading says "{_short(decisions)}": decisions of a meeting, without its attendance'
        )
    if minutes:
        return Kind("minutes", f'its heading says "{_short(minutes)}"', called_minutes=True)
    if has_list and (meeting := _first(_MEETING, title)):
        return Kind("minutes", f'its heading says "{_short(meeting)}", and it lists who was there', called_minutes=True)
    if not has_list and (agenda := _first(_AGENDA, title)) and not _first(_WRITTEN_UP, filled):
        return Kind("agenda", f'its heading says "{_short(agenda)}"')
    if has_list and any(days(text) for text in top):
        return Kind("minutes", "it has a date and a list of who was there")
    headings = (found[0].printed for text in filled if (found := list_heading(text)))
    listed = next((words for words in headings if re.search(r"present|attend|apolog", words, re.I)), "")
    return Kind("minutes", f'it lists who was there under "{listed}"') if has_list and listed else None


def _until_numbered(top: Sequence[str]) -> list[str]:
    """The lines before the first numbered one: "2. Minutes of the last meeting" is an item, not a title."""
    found = []
    for text in top:
        if re.match(r"(?:item\s+)?\d{1,3}[.)]\s", text, re.IGNORECASE):
            break
        found.append(text)
    return found


def _as_report(top: Sequence[str], filled: Sequence[str], has_list: bool) -> Kind | None:
    headed = [text for text in filled[:60] if _REPORT.match(text)]
    if len(headed) > 1 or (headed and headed[0] in top):
        return Kind("report", f'it has paragraphs headed "{_short(headed[0].rstrip(":"))}"')
    title = _first(_REPORT_TITLE, [text for text in top[:6] if len(text) < 120])
    return Kind("report", f'its title says "{_short(title)}"') if title else None


def _as_record(top: Sequence[str], filled: Sequence[str], has_list: bool) -> Kind | None:
    """A paper with a day at its top that records what was decided, though no heading calls it minutes."""
    made = [text for text in filled if _MADE.search(text)]
    dated = any(days(text) for text in top)
    return Kind("minutes", f'it is dated and records "{_short(made[0])}"') if made and dated else None


def _as_news(top: Sequence[str], filled: Sequence[str], has_list: bool) -> Kind | None:
    headline = next(
        (text for text in top[:3] if days(text) and len(text) < 150 and (_NEWS.match(text) or text is top[0])), ""
    )
    headline = headline or (
        "" if not _first(_NEWS, top[:2]) or not any(days(text) for text in top[:6]) else _first(_NEWS, top[:2])
    )
    return Kind("news", f'its headline carries a date ("{_short(headline)}")') if headline else None


def _as_web(top: Sequence[str], filled: Sequence[str], has_list: bool) -> Kind | None:
    furniture = _first(_WEB, filled)
    return Kind("web page", f'it has the furniture of a web page ("{_short(furniture)}")') if furniture else None


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    return next((text for text in texts if pattern.search(text)), "")


def _short(text: str) -> str:
    """The first words of a line, to be quoted."""
    words = text.split()
    return " ".join(words[:5]) + (" ..." if len(words) > 5 else "")


def report_headings(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that head paragraphs."""
    return frozenset(line.number for line in lines if plain_heading(line.text) or _REPORT.match(line.text.strip(" #*")))
