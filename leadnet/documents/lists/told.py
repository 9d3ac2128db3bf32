"""What sentences say of who was there: who took the chair or was elected to it, and who came in whose place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from leadnet.documents.lists.told_names import NAME, TOGETHER, first_person, in_order, last_person, people_named
from leadnet.documents.model import Line, Source
from leadnet.documents.outlines.flow import Flow, flows
from leadnet.documents.words.names import is_name, is_sure_name
from leadnet.documents.words.posts import is_organisation

_AFTER = (
    r"(?:\s+(?:CC|OBE|MBE|CBE|JP|DL|QPM)\b)*"
    r"(?:\s*\((?:[A-Za-z]{2,4}|(?:[Vv]ice|[Dd]eputy|[Aa]cting)[- ][Cc]hair\w*)\))?"
)
_WHO, _WHOM = rf"(?P<who>{NAME}){_AFTER}", rf"(?P<whom>{NAME}){_AFTER}"
_FROM = r"(?:\s*\([^()]{2,60}\))?"  # the organisation in brackets
_OF = (
    r"(?:,\s[^,.;]{0,50}\b(?:Council|Authority|Trust|Police|Constabulary|CCG|ICB|Partnership|Service|"
    r"University|Ltd),?)?"
)
_CHAIRED = r"[Cc]hair(?:man|woman|person)?\b"
_BODY = r"(?:Board|Partnership|Group|Committee|Forum|Panel|Executive|Alliance|Network|Assembly|meeting)"
_OWN = rf"(?!\s+of\s+the\s+(?!(?:[\w&’'-]+\s+){{0,6}}{_BODY}))(?!\s+of\s+(?!the\b))"  # not of something else
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
    rf"{_WHO}(?:,\s(?:[Vv]ice|[Dd]eputy)[^,.;]{{4,30}}|\s\((?P<body>[^()]{{2,60}})\))?[,\s]+\(?"
    r"(?:then |duly |therefore )?(?:took|assumed|occupied|was in|in) the (?:[Cc]hair|CHAIR)\b"
    r"(?!\s+(?:for|during) (?:this |the )?item)",
    rf"{_WHO},? (?:(?:would|to|agreed to|was asked to|offered to) chair|chaired|presided over|presided at) "
    r"(?:the|this|today'?s) meeting",
    rf"{_WHO},? (?:would|to|will|should) (?:be|act as) (?:the )?{_CHAIRED} (?:for|of) (?:this|the) meeting",
    rf"{_WHO},? (?:acted|was acting|agreed to act|took over) as [Cc]hair",
    rf"{_WHO}\b[^.;]{{0,80}}?\b(?:officiated|remained) in the [Cc]hair\b",
    rf"{_WHO} (?:chaired|presided|to chair|will chair)(?=\W*$)",
    rf"(?:chaired by|[Ii]n the [Cc]hair\s*[:,–-]?) {_WHO}",
    rf"(?<!ice )(?<!ice-)(?<!uty )(?:CHAIR(?:MAN)?|Chair(?:man|woman|person)?)\s*[:–-]?\s+{_WHO}"
    r"(?:\s*\((?P<body>[^()]{2,60})\))?(?=[\s,;.]+(?:PRESENT\b|Present\s*:|APOLOGIES\b|Apologies\s*:))",
)
_CALLED = _forms(
    rf"\b(?<!ice )(?<!ice-)(?<!uty )(?:{_CHAIRED}|CHAIR(?:MAN)?),?\s+\(?{_WHO}\)?,?\s+{_WELCOMED}",
    rf"\b(?:[Vv]ice|[Dd]eputy)[- ]{_CHAIRED},?\s+\(?{_WHO}\)?,?\s+(?:\w+ly )?(?:welcomed|opened)\b",
    rf"{_WHO},?\s*\(?(?:the |as |in (?:his|her) role as )?(?:{_CHAIRED}|CHAIR)\)?,?\s+{_WELCOMED}",
    rf"{_WHO},? (?:the )?{_CHAIRED} of the (?:\w+ ){{0,4}}?{_BODY},? (?:welcomed {_ALL}\b|opened the)",
    rf"{_WHO},? (?:as|in (?:his|her) (?:capacity|role) as) (?:the )?{_CHAIRED},? {_WELCOMED}",
    rf"welcomed (?:to the meeting )?by (?:the {_CHAIRED},? {_WHO}|(?:the )?(?P<who2>{NAME}),? (?:the )?{_CHAIRED})",
    rf"\b(?:opened|convened) by the (?:(?:[Vv]ice|[Dd]eputy|[Aa]cting)[- ])?{_CHAIRED},? {_WHO}",
    rf"{_WHO}(?:, (?:deputising|standing in|substituting)[^.;]{{3,60}}?)?,? (?:welcomed {_ALL} to|"
    rf"opened) the (?:\w+ ){{0,4}}"
    r"[Mm]eeting\b",
)
_ELECTED = _forms(
    rf"{_WHO} and {NAME}{_BECAME} {_CHAIRED} and (?:[Vv]ice|[Dd]eputy)",
    rf"^(?:Election|Appointment) of (?:a |the )?{_CHAIRED}\s*[:–-]\s*{_WHO}(?=\W*$)",
    rf"(?<!ice )(?<!ice-)\b{_CHAIRED}\s*[:–-]\s*{_WHO}{_BECAME}(?=\W|$)",
    rf"{_WHO}{_OF} was (?:nominated and )?elected to (?:the chair|chair the)\b",
    rf"{_WHO}{_OF},?{_BECAME}\s+{_CHAIRED}{_OWN}",
    rf"(?:elected|appointed|elect|appoint) {_WHO} (?:as |to be )?(?:the |its )?{_CHAIRED}{_OWN}",
    rf"\b[Ee]lected\b(?: \w+){{0,3}} (?:were|was|are):?\s+{_WHO}\s*[(,–-]\s*{_CHAIRED}(?=\W|$)",
)
_VICE = _forms(
    rf"{_WHO}{_OF}{_BECAME}\s+(?:[Vv]ice|[Dd]eputy)[- ]{_CHAIRED}{_OWN}",
    rf"(?:elected|appointed|elect|appoint) {_WHO} (?:as |to be )?(?:the |its )?(?:[Vv]ice|"
    rf"[Dd]eputy)[- ]{_CHAIRED}{_OWN}",
)
_VERBS = (
    r"(?:,?\s+(?:who|was|is|were|had|has|acted|joined|attended|attending|the meeting|present|in attendance|here|"
    r"to(?= substitut)|(?:confirmed|advised|stated|said|explained|announced)(?: that)? (?:he|she|they))){0,5}"
)
_INSTEAD = (
    r"(?:for|on behalf of|in (?:the )?place of|instead of|representing|"
    r"substitut(?:e|ed|es|ing) (?:for|on behalf of|of)|sub for|"
    r"deputi[sz](?:ed|es|ing) (?:for|on behalf of)|st(?:ood|anding) in for)"
)
_CAME = (
    r"(?i:sub(?:stitut(?:e|ed|ing))?|deputi[sz](?:ed|ing)|attend(?:ed|ing)|represent(?:ed|ing)|in attendance|"
    r"present(?= (?:as|in|on|for)))"
)
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
    rf"{_WHOM}{_FROM}[^.;]{{0,60}}?[\s(](?:represented|replaced|covered|(?:substituted|deputi[sz]ed)(?: for)?) by"
    rf"\s+{_WHO}",
    rf"{_WHOM}{_DASHED_ORG}\s*\((?:[^()]{{0,40}}?[–;-]\s+|with )?{_WHO}(?:,\s[^(),;]{{2,60}})?,?\s+"
    rf"(?:is |was |as |attended as |attending as |to )?{_CAME}\b[^()]*\)",
    rf"{_WHOM}{_FROM}\s+[–-]\s+{_WHO} (?:is |was |as )?(?:substitut|deputi[sz]|attend|represent)(?:ed|ing)(?=\W*$)",
    rf"{_WHO}(?:,[^.;]{{3,80}}?)?,?\s+(?:(?:was|is|had been) )?(?:attend\w*|present|there|here)\b[^.;,]{{0,20}}? as "
    rf"{_OWNER} (?:named |nominated )?(?:substitute|deputy|representative|alternate)\b",
    rf"{_WHO}{_FROM},? (?:(?:had|has) )?(?:replaced|substituted) {_WHOM}{_FROM},? (?:for|at) (?:this|the) meeting",
    rf"{_WHO}{_FROM},? (?:(?:had|has|was|is|be|been|being|to) ){{1,3}}{_MADE} {_STAND_IN} (?:for|of|to) {_WHOM}",
    rf"{_WHO}{_FROM},? (?:(?:had|has|was|been) ){{1,3}}appointed to (?:the|this) [A-Z][\w ]{{3,40}}? in (?:the )?"
    rf"place of {_WHOM}(?=.*\b[Ff]or (?:this|the) [Mm]eeting\b)",
    rf"{_WHOM}{_FROM}{_DASHED_ORG}\s*\({_WHO},? {_MADE} (?:to (?:substitut|deputi|attend|represent)\w+|{_STAND_IN})\b",
    rf"{_WHOM}{_DASHED}(?:sub(?:stitute)?|deputy|represented by|rep)\s*[:=–-]?\s+(?:was |is )?{_WHO}",
)
_SENT = _forms(
    rf"{_WHO}{_FROM},? as (?:a |the |his |her )?(?:deputy|substitute|alternate|replacement) (?:to|for) {_WHOM}",
    rf"{_WHOM}{_FROM}[^.;]{{0,80}}?\b(?:sent|nominated|asked|arranged for)\s+{_WHO}[^.;]{{0,60}}?\b"
    r"(?:(?:in|on|as) (?:his|her|their) |as (?:an? |the )?|to )"
    r"(?:place|absence|stead|behalf|substitut|deput|alternat|represent|attend)",
    rf"{_WHOM}{_FROM},? for whom\s+{_WHO},? (?:(?:was|had|is|been)\s+){{0,2}}"
    r"(?:substitut|deputi[sz]|attend|st(?:ood|anding) in)",
)
_EACH = re.compile(
    r"(?P<who>[A-Z].+?) (?:(?:were|had|have|had been|would be) )?(?:substitut\w+|deputi\w+|attend\w+|st\w+ in|present)"
    r"(?: the meeting)?(?: for| on behalf of| in (?:the )?place of| as substitutes for)"
    r" (?P<whom>[A-Z].+?)(?:,? respectively|(?=\W*$))"
)
_PAIR = re.compile(rf"{_WHO}{_FROM},?\s+(?:substituting |to substitute )?for\s+{_WHOM}")  # of a list of substitutions
_THEIR = re.compile(
    rf"{_WHO}{_FROM},? (?:(?:was|is|had|has|been|to|could|would)\s+){{0,2}}(?:"
    r"(?:attend(?:ed|ing|s)?|act(?:ed|ing)|present|in attendance|deputi[sz](?:ed|ing)|substitut(?:ed|ing)|"
    r"st(?:ood|anding) in|was)\b"
    r"[^.;]{0,40}?\s*"
    r"(?:\b(?:in|on|as) (?:his|her|their) (?:absence|place|behalf|stead|substitute|deputy|representative|alternate)\b|"
    r"(?<=was )(?:his|her|their) (?:substitute|deputy)\b|\bfor (?:him|her|them)\b|"
    r"\bas (?:an? |the )?(?:substitute|deputy|alternate)\b(?! (?:for|of|to)))|"
    r"(?:(?:deputi[sz]|substitut)(?:ed|ing)|st(?:ood|anding) in)(?=\W*(?:$|,)))"
)
_FOR_BODY = re.compile(
    rf"{_WHO}{_FROM},? (?:(?:was|had)\s+)?(?:attend(?:ed|ing)|present|in attendance|deputi[sz](?:ed|ing)|"
    r"substitut(?:ed|ing))\b[^.;,]{0,20}?\s(?:for|on behalf of|representing) (?:the )?"
    r"(?P<body>[A-Z][^,.;()]{2,60}[^,.;()\s])"
)
_BODY_BETWEEN = re.compile(
    rf"(?P<who>{NAME})(?:,\s|\s(?:from|of)\s(?:the\s)?)"
    r"(?P<body>[A-Z][\w&’'-]*(?: (?:[A-Z][\w&’'-]*|of|and|for|the|&)){0,6}),?"
    r"(?=\s(?:(?:who |was |is |had )?(?:attend|substitut|deputi[sz]|represent|stood|acted)|was |were ))"
)
_BESIDE = re.compile(  # between whoever sent apologies and who came instead
    r"(?:\s*\([^()]*\)|,\s[^,;]{2,60}|\sof\s[^,;]{2,60})?[\s,;.:—–-]*(?:\(|and\s|with\s|but\s|for whom\s)?"
)
_SUBSTITUTIONS = re.compile(r"\bsubstitut(?:ions?|es)\b", re.I)
_LISTED = re.compile(r"\b(?:substitut|deput)[^.;]{0,80}[:–-]\s*$", re.I)  # "The following substitutes were reported:"
_AWAY = re.compile(r"\b(?:apolog|unable to)", re.I)
_LETTERS = re.compile(r"[A-Z]{2,4}")  # somebody's initials
_KEY = re.compile(
    r"chair|presid|welcomed|opened|sub|behalf|st(?:ood|anding) in|cover|represent|deput|absence|place|stead|instead|"
    r"attend|replac",
    re.I,
)
_OPEN = re.compile(r"\([^()]*$")
_LONGEST = 1500  # letters of a sentence that is looked at


@dataclass(frozen=True)
class Told:
    """Somebody of whom a sentence says chaired (3 took the chair, 2 is called so, 1 elected) or came for another.

    Where it names nobody in whose place that was, `body` is the organisation it does name; `about` where the text
    speaks of apologies and substitutions.
    """

    source: Source
    name: str
    chair: int = 0
    instead_of: str = ""
    said: str = ""
    body: str = ""
    about: bool = False


def told_in(lines: Sequence[Line]) -> Iterator[Told]:
    """Everything these lines tell of the chair and of substitutes; a line numbered 0 parts what is apart."""
    before, listed = "", False
    parts = [[*part] for apart, part in groupby(lines, key=lambda line: not line.number) if not apart]
    for flow in (flow for part in parts for flow in flows(part)):
        flow, bodies = _without_bodies(flow)
        pair = _PAIR.match(flow.text) if listed else None
        listed = bool(pair or _LISTED.search(flow.text))
        if pair:
            yield from _pair(flow, pair)
            continue
        before = before if _AWAY.search(before) else ""
        for start, end in flow.sentences():
            text = flow.text[start : min(end, start + _LONGEST)]
            if _KEY.search(text):
                yield from _chairs(flow, start, text)
                told = _places(flow, start, text, before)
                yield from (replace(each, body=each.body or bodies.get(each.name, "")) for each in told)
            before = text


def _pair(flow: Flow, match: re.Match[str]) -> Iterator[Told]:
    """ "Ann Lee for Joe Dale (Kent CVS)", a line of those that came for others."""
    who, whom = last_person(match["who"]), first_person(match["whom"])
    behind = re.match(r"\s*\((?P<body>[^()]{2,80})\)", flow.text[match.end("whom") :])
    end = match.end("whom") + (behind.end() if behind else 0)
    if who and whom:
        body = behind["body"] if behind else ""
        yield Told(flow.source(0, end), who, instead_of=whom, said=flow.text[:end], body=body, about=True)


def _without_bodies(flow: Flow) -> tuple[Flow, dict[str, str]]:
    """A paragraph without the organisation between a name and what its person did, and whose that is."""
    bodies = {}

    def blank(match: re.Match[str]) -> str:
        name = last_person(match["who"])
        if not name or not (is_organisation(match["body"]) or match["body"].isupper()):
            return match[0]
        bodies[name] = match["body"]
        return match["who"] + " " * (len(match[0]) - len(match["who"]))

    return replace(flow, text=_BODY_BETWEEN.sub(blank, flow.text)), bodies


def _chairs(flow: Flow, start: int, text: str) -> Iterator[Told]:
    for forms, strength in ((_TOOK, 3), (_CALLED, 2), (_ELECTED, 1), (_VICE, -1)):
        for form in forms:
            for match in form.finditer(text):
                who = match["who"] or match["who2"]
                letters = _LETTERS.fullmatch(who) and "hair" in match[0]  # "JH opened the meeting" may be the clerk
                if name := last_person(who) or (who if letters else ""):
                    source = flow.source(start + match.start(), start + match.end())
                    yield Told(source, name, strength, said=match[0], body=match.groupdict().get("body") or "")


def _places(flow: Flow, start: int, text: str, before: str) -> Iterator[Told]:
    if match := _EACH.search(text):
        source = flow.source(start + match.start(), start + match.end())
        together = [*TOGETHER.finditer(match["who"])]
        opened = together[-1].start() if together else match["who"].rfind(" that ") + 1
        who = match["who"][opened:].removeprefix("that ").removesuffix(" who")
        came, away = in_order(who), in_order(match["whom"])
        ordered = "respectively" in match[0] or (together and TOGETHER.match(match["whom"]))
        if len(came) == len(away) > 1 and ordered:
            for who, whom in zip(came, away, strict=True):
                yield Told(source, who, instead_of=whom, said=match[0], about=True)
            return
    about = bool(_AWAY.search(f"{before} {text}") or _SUBSTITUTIONS.search(text))
    for form in (*_PLACE, *_SENT, *([_PAIR] if _SUBSTITUTIONS.search(text) else ())):
        for match in form.finditer(text):
            first = match.start("who") < match.start("whom")
            who, whom = (
                (last_person if first is (one == "who") else first_person)(match[one]) for one in ("who", "whom")
            )
            whom = whom if first else _nearest(match) or whom
            if who and whom and who != whom:
                source = flow.source(start + match.start(), start + match.end())
                yield Told(source, who, instead_of=whom, said=match[0], about=about)
    match = _FOR_BODY.search(text)
    if match and _AWAY.search(before + text[: match.start()]) and not is_name(match["body"]):
        who, source = last_person(match["who"]), flow.source(start + match.start(), start + match.end())
        yield from [Told(source, who, said=match[0], body=match["body"])] if who else []
    for match in _THEIR.finditer(text):
        yield from _instead(flow.source(start, start + match.end()), match, text, before)


def _nearest(match: re.Match[str]) -> str:
    """Of those named before whoever came the last: "Ann Lee, Joe Dale (Tom Roe attending)"."""
    if between := last_person(match.groupdict().get("between") or ""):
        return between
    names = people_named(match.string[match.end("whom") : match.start("who")])
    return next(filter(is_sure_name, reversed(names)), "")


def _instead(source: Source, match: re.Match[str], text: str, before: str) -> Iterator[Told]:
    """ "Apologies were received from Joe Dale. Ann Lee attended in his place": who came, and for whom if that is told.

    Where the one away is known by a post alone ("from the Fire Commander, and Ann Lee attended in his absence") she
    was there for nobody named.
    """
    who, above = last_person(match["who"]), text[: match.start("who")]
    above = re.sub(r"\([^()]*\)", lambda inside: " " * len(inside[0]), above)
    names = people_named(above) or ([] if _AWAY.search(above) else people_named(before))
    near = names and names[-1] in above and _BESIDE.fullmatch(above.rpartition(names[-1])[2])
    if who and (len(names) == 1 or near) and not _OPEN.search(above):  # in a bracket behind the one away: `_PLACE`
        yield Told(source, who, instead_of=names[-1], said=match[0])
    elif who and not near and _AWAY.search(f"{before} {above}"):
        yield Told(source, who, said=match[0])
