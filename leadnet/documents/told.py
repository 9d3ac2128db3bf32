"""What sentences say of who was there: who took the chair or was elected to it, and who came in whose place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadnet.documents.flow import Flow, flows
from leadnet.documents.model import Line, Source
from leadnet.documents.names import is_name, person
from leadnet.documents.posts import is_organisation
from leadnet.documents.vocabulary import GIVEN

_NAME = r"(?:(?:[A-Z][\w.’'/-]{0,20}|van|von|de|der|den|al|el)\s+){0,5}[A-Z][\w’'-]{1,25}"
_AFTER = (
    r"(?:\s+(?:CC|OBE|MBE|CBE|JP|DL|QPM)\b)*"
    r"(?:\s*\((?:[A-Za-z]{2,4}|(?:[Vv]ice|[Dd]eputy|[Aa]cting)[- ][Cc]hair\w*)\))?"
)
_WHO, _WHOM = rf"(?P<who>{_NAME}){_AFTER}", rf"(?P<whom>{_NAME}){_AFTER}"
_FROM = r"(?:\s*\([^()]{2,60}\))?"  # the organisation in brackets
_OF = (
    r"(?:,\s[^,.;]{0,50}\b(?:Council|Authority|Trust|Police|Constabulary|CCG|ICB|Partnership|Service|"
    r"University|Ltd),?)?"
)
_CHAIRED = r"[Cc]hair(?:man|woman|person)?\b"
_BODY = r"(?:Board|Partnership|Group|Committee|Forum|Panel|Executive|Alliance|meeting)"
_OWN = rf"(?!\s+of\s+the\s+(?!(?:\w+\s+){{0,6}}{_BODY}))(?!\s+of\s+(?!the\b))"  # not of something else
_WELCOMED = (
    r"(?:\w+ly\s+)?(?:welcomed|opened|thanked|began|introduced|called|invited|gave|explained|reported|"
    r"informed|noted)"
)
_ALL = r"(?:all|every(?:one|body)|those|members|attendees|colleagues|partners)(?: present| attending)?"
_BECAME = (
    r"(?:\s+(?:be|was|is|were|been|being|had been))*\s+(?:duly |unanimously |"
    r"hereby )?(?:re-?)?(?:[Ee]lected|ELECTED|"
    r"[Aa]ppointed|APPOINTED|nominated and elected|confirmed)(?: (?:as|to be|to the position of))?(?: the)?"
)


def _forms(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form) for form in forms)


_TOOK = _forms(
    rf"{_WHO}[,\s]+(?:then |duly |therefore )?(?:took|assumed|occupied|was in|in) the (?:[Cc]hair|CHAIR)\b"
    r"(?!\s+(?:for|during) (?:this |the )?item)",
    rf"{_WHO},? (?:(?:would|to|agreed to|was asked to|offered to) chair|chaired|presided over|presided at) "
    r"(?:the|this|today'?s) meeting",
    rf"{_WHO},? (?:acted|was acting|agreed to act) as [Cc]hair",
    rf"(?:chaired by|[Ii]n the [Cc]hair\s*[:,–-]?) {_WHO}",
)
_CALLED = _forms(
    rf"\b(?:{_CHAIRED}|CHAIR(?:MAN)?),?\s+\(?{_WHO}\)?,?\s+{_WELCOMED}",
    rf"{_WHO},?\s*\(?(?:the |as |in (?:his|her) role as )?(?:{_CHAIRED}|CHAIR)\)?,?\s+{_WELCOMED}",
    rf"{_WHO}(?:, (?:deputising|standing in|substituting)[^.;]{{3,60}}?)?,? (?:welcomed {_ALL} to|"
    rf"opened) the (?:\w+ ){{0,4}}"
    r"[Mm]eeting\b",
)
_ELECTED = _forms(
    rf"{_WHO}{_OF}{_BECAME}\s+{_CHAIRED}{_OWN}",
    rf"(?:elected|appointed|elect|appoint) {_WHO} (?:as |to be )?(?:the |its )?{_CHAIRED}{_OWN}",
)
_VICE = _forms(
    rf"{_WHO}{_OF}{_BECAME}\s+(?:[Vv]ice|[Dd]eputy)[- ]{_CHAIRED}{_OWN}",
    rf"(?:elected|appointed|elect|appoint) {_WHO} (?:as |to be )?(?:the |its )?(?:[Vv]ice|"
    rf"[Dd]eputy)[- ]{_CHAIRED}{_OWN}",
)
_VERBS = r"(?:,?\s+(?:who|was|is|were|had|has|attended|attending|the meeting|present|in attendance|here)){0,4}"
_INSTEAD = (
    r"(?:for|on behalf of|in (?:the )?place of|instead of|representing|substitut(?:e|ed|es|ing) (?:for|of)|sub for|"
    r"deputi[sz](?:ed|es|ing) (?:for|on behalf of)|st(?:ood|anding) in for)"
)
_CAME = r"(?i:sub(?:stitut(?:e|ed|ing))?|deputi[sz](?:ed|ing)|attend(?:ed|ing)|represent(?:ed|ing)|in attendance)"
_ATTENDS = (
    r",?\s+(?:(?:could|would|should|might|may|will|to|be|was|is|has|had|been|allowed|invited|able)\s+){0,4}"
    r"(?:attend(?:ed|ing)?|present|in attendance|s[ai]t(?:ting)?|c[ao]me)\b[^.;()]{0,50}?"
)
_MADE = r"(?:appointed|nominated|named|asked|delegated|authorised|invited)"
_STAND_IN = r"(?:as |to act as |to be )?(?:an? |the |h\w+ |their )?(?:substitute|deputy|alternate)(?: [Mm]ember)?"
_DASHED_ORG = r"(?:\s*[–,-]\s(?P<between>[^();]{2,60}?))?"
_DASHED = r"\s*[(–-]\s*(?:[^()]{0,40}?[\s–-]+)?"
_OWNER = r"(?P<whom>(?:[A-Z][\w.-]{0,20}\s+){0,4}[A-Z][\w-]{1,25})['’]s?"
_PLACE = _forms(
    rf"{_WHO}{_FROM}(?:{_VERBS}|{_ATTENDS}),?\s+(?:as\s+)?(?:a\s+|the\s+)?{_INSTEAD}\s+{_WHOM}",
    rf"{_WHOM}{_FROM}[^.;]{{0,60}}?\s(?:represented|substituted(?: for)?) by\s+{_WHO}",
    rf"{_WHOM}{_DASHED_ORG}\s*\((?:[^()]{{0,40}}?[–-]\s+)?{_WHO},? (?:is |was |as |attended as |attending as |"
    rf"to )?{_CAME}\b[^()]*\)",
    rf"{_WHO}(?:,[^.;]{{3,80}}?)?,?\s+(?:(?:was|is|had been) )?(?:attend\w*|present|there|here)\b[^.;,]{{0,20}}? as "
    rf"{_OWNER} (?:named |nominated )?(?:substitute|deputy|representative|alternate)\b",
    rf"{_WHO}{_FROM},? (?:(?:had|has) )?(?:replaced|substituted) {_WHOM}{_FROM},? (?:for|at) (?:this|the) meeting",
    rf"{_WHO}{_FROM},? (?:(?:had|has|was|is|be|been|being|to) ){{1,3}}{_MADE} {_STAND_IN} (?:for|of|to) {_WHOM}",
    rf"{_WHOM}{_FROM}{_DASHED_ORG}\s*\({_WHO},? {_MADE} (?:to (?:substitut|deputi|attend|represent)\w+|{_STAND_IN})\b",
    rf"{_WHOM}{_DASHED}(?:sub(?:stitute)?|deputy|represented by|rep)\s*[:–-]?\s+(?:was |is )?{_WHO}",
)
_EACH = re.compile(
    r"(?P<who>[A-Z].+?) (?:(?:were|had|have|had been|would be) )?(?:substitut\w+|deputi\w+|attend\w+|st\w+ in|present)"
    r"(?: the meeting)?(?: for| on behalf of| in (?:the )?place of| as substitutes for)"
    r" (?P<whom>[A-Z].+?),? respectively"
)
_PARTED = re.compile(r"(?:,\s*(?:and\s+)?|\s+(?:and|&)\s+)(?![^()]{0,200}\))")
_THEIR = re.compile(
    rf"{_WHO}{_FROM},? (?:(?:attended|was present|attending|was attending|to attend|could attend|"
    rf"would attend|deputi[sz]ed|"
    r"substituted|stood in|was in attendance|attends|was)\b[^.;]{0,40}?) "
    r"(?:(?:in|on|as) (?:his|her|their) (?:absence|place|behalf|stead|substitute|deputy|representative|alternate)|"
    r"for (?:him|her|them))\b"
)
_KEY = re.compile(r"chair|welcomed|opened|sub|behalf|represent|deput|absence|place|stead|instead|attend|replac", re.I)
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_OPENERS = ("The", "That", "Apologies", "When", "As", "While", "And", "In", "However", "Both")
_LONGEST = 1500  # letters of a sentence that is looked at


@dataclass(frozen=True)
class Told:
    """Somebody of whom a sentence says chaired (3 took the chair, 2 is called so, 1 elected) or came for another."""

    source: Source
    name: str
    chair: int = 0
    instead_of: str = ""
    said: str = ""


def told_in(lines: Sequence[Line]) -> Iterator[Told]:
    """Everything these lines tell of the chair and of substitutes."""
    for flow in flows(lines):
        before = ""
        for start, end in flow.sentences():
            text = flow.text[start : min(end, start + _LONGEST)]
            if _KEY.search(text):
                yield from _chairs(flow, start, text)
                yield from _places(flow, start, text, before)
            before = text


def _chairs(flow: Flow, start: int, text: str) -> Iterator[Told]:
    for forms, strength in ((_TOOK, 3), (_CALLED, 2), (_ELECTED, 1), (_VICE, -1)):
        for form in forms:
            for match in form.finditer(text):
                if name := _person(match["who"]):
                    yield Told(flow.source(start + match.start(), start + match.end()), name, strength, said=match[0])


def _places(flow: Flow, start: int, text: str, before: str) -> Iterator[Told]:
    if match := _EACH.search(text):
        source = flow.source(start + match.start(), start + match.end())
        came, away = _in_order(match["who"].rpartition(" that ")[2]), _in_order(match["whom"])
        for who, whom in zip(came, away, strict=False) if len(came) == len(away) else ():
            yield Told(source, who, instead_of=whom, said=match[0])
        return
    for form in _PLACE:
        for match in form.finditer(text):
            first = match.start("who") < match.start("whom")
            who, whom = ((_person if first is (one == "who") else _leading)(match[one]) for one in ("who", "whom"))
            whom = _person(match.groupdict().get("between") or "") or whom  # "Ann Lee, Joe Dale (Tom Roe attending)"
            if who and whom and who != whom:
                yield Told(flow.source(start + match.start(), start + match.end()), who, instead_of=whom, said=match[0])
    if match := _THEIR.search(text):
        names = _names(text[: match.start()]) or _names(before)
        if len(names) == 1 and (who := _person(match["who"])):
            yield Told(flow.source(start, start + match.end()), who, instead_of=names[0], said=match[0])


def _in_order(text: str) -> list[str]:
    """The people of a run, what stands in brackets behind them left out."""
    parts = (re.sub(r"\([^()]*\)", "", part).strip() for part in _PARTED.split(text))
    return [name for name in map(_person, parts) if name]


def _names(text: str) -> list[str]:
    found = (match[0] for match in re.finditer(_NAME, text))
    return [name for name in (_leading(words) or _person(words) for words in found) if name]


def _person(text: str) -> str:
    """The printed name at the end of a run of capitals, with its title; blank where these words end in no person's."""
    words = text.split()
    while not text.isupper() and words and words[-1].isupper():
        words.pop()  # an abbreviation behind the name
    while words and len(words) > 1 and not (_is_person(" ".join(words)) and words[0] not in _OPENERS):
        words = words[1:]
    name = " ".join(words)
    return name if _is_person(name) else ""


def _leading(text: str) -> str:
    """The name a run of capitals begins with, without what follows it: "A White Kent CVS", "Ann Lee Tom Roe"."""
    title, _ = person(text)
    words = text.split()
    first = len(title.split())
    surnames = (n for n, word in enumerate(words) if n >= first and not (word in GIVEN or _INITIALS.fullmatch(word)))
    count = next(surnames, 0)
    ends = range(max(count, first + 1) + 1, first, -1)
    names = (" ".join(words[:end]) for end in ends if end <= len(words))
    return next(filter(_is_person, names), "")


def _is_person(text: str) -> bool:
    return is_name(text) and not is_organisation(person(text)[1])
