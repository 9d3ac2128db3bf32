"""Decisions and actions in plain prose, a sentence or a clause in brackets each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from leadnet.documents.decided.action_table import apart
from leadnet.documents.decided.asks import asks
from leadnet.documents.decided.due import Clock, due
from leadnet.documents.decided.owners import doers, people_of, to_do
from leadnet.documents.model import Decision
from leadnet.documents.outlines.flow import BULLET, Flow
from leadnet.documents.words.vocabulary import BODY_WORD

_ADVERB = r"(?:(?:also|then|further|therefore|all|both|\w+ly)\s+)*"  # each in one way only, or tries double
_DONE = rf"{_ADVERB}(?:agreed|approved|resolved|decided|adopted)\b"
# A council, cabinet or trust in a partnership's minutes is mostly somebody else
_OTHERS = r"(?:Council|Cabinet|Authority|Trust|Association|Assembly)"
_THOSE = (
    rf"(?:(?!{_OTHERS}\b){BODY_WORD}|members?|partners|trustees|councillors|directors|attendees|everyone|all|"
    r"present|we|(?-i:LSCB|LSAB|SAB|SCB|CSP|HWBB?|LEP|LSP|PCP))"
)
_OWN = r"(?:(?!planning\b)[\w'’-]+\s+){0,3}?"  # of a body's name; a planning committee is a council's
_BODY = rf"(?:(?:the|all|our|both)\s+)?{_OWN}{_THOSE}(?:\s+(?:of|on)\s+the\s+\w+|\s+present)?"
_IMPERSONAL = re.compile(
    rf"\bit (?:was|is|has been)\s+(?:\w+\s+)?{_DONE}|"
    rf"\bthere was (?:\w+ )?agreement (?:that|to)\b|\b(?:proposed|moved|seconded)\b[^.;]{{0,100}}?\band\s+{_DONE}",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?<!\w which )(?<!that )(?<!who )\b(?:was|were)\s+{_ADVERB}"
    rf"(?:(?:proposed|seconded|moved)\b[^.;]{{0,80}}?\band\s+{_ADVERB}|\w+ed\s+and\s+{_ADVERB})?(?:agreed|approved|adopted)\b"
    r"(?!\s+(?:at|in(?! principle)|on|last)\b)"
    r"(?!\s+with\s+(?:the\b(?! (?:following|exception|addition|amendment))|(?-i:[A-Z])))"
    r"(?!\s+by\s+(?!(?:the )?(?:board|group|committee|partnership|members|all|partners|meeting|those|forum|panel)))|"
    r"\b(?:agreed|approved)\s+by\s+(?:the\s+)?(?:board|group|committee|partnership|members|all|forum|panel)\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"(?:^|[,;]\s+|\band\s+|\bthen\s+){_BODY}\s+(?:(?:was|were|had|welcomed|supported|discussed|considered)\b[^.;]{{0,80}}?"
    rf"\band\s+)?{_DONE}(?!\s+with\b)",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"^(?:[A-Z](?:[^.,;:]|(?<=\d)\.(?=\d)){0,70}?\s*(?:[-–/:]\s*)?)?\b(?P<word>[Aa]greed|[Aa]pproved)"
    r"(?:\s+as\s+(?:an?|the)\s+(?:\w+\s+)?(?:true|accurate|correct)\b[^.]*|\s+(?:unanimously|by all)|"
    r"\s+and\s+signed(?:\s+off|\s+by\s[^.]{0,40})?|"
    r"\s+(?:from|of)\s+(?:the\s+)?(?:last|previous)\s+meeting)?\s*\.?$"
)
_OPENS_AGREED = re.compile(r"(?:Agreed|Approved)\s+(?:(?:that|to|as|by|the)\b|\(|[a-z]+ing\b)")
_FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|he|she|it|they|who|which|not|as|be|been|yet|being)\b", re.I)
_MINUTES = re.compile(  # but not "accepted as a true record" or "taken as read"
    r"^(?:the\s+|draft\s+)*(?:minutes|notes|record)\b(?:[^.;]|\bNos?\.){0,160}?\b(?:was|were|be|been)?\s*(?:duly\s+|then\s+|\w+ly\s+)?"
    r"(?:confirmed\b|accepted\W*$|(?:received|agreed|approved) as\b|approved(?:,| and) signed\b)",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    r"\b(?:nominated|proposed|seconded)\b[^.;]{0,60}?\band\s+(?:was\s+)?(?:duly\s+|\w+ly\s+)?(?:re-?)?"
    r"(?:elected|appointed)\s+(?:as\s+)?(?:the\s+)?(?:(?:vice|deputy)[- ]?)?chair|"
    r"\b(?:nominated|proposed|seconded)\b[^.;]{0,60}\bwas\s+(?:\w+ly\s+)?(?:re-?)?elected\b|"
    r"\bduly became\s+(?:the\s+)?(?:(?:vice|deputy)[- ]?)?chair|"
    r"^(?:(?!(?:newly|the|an?|not)\b)[\w.’'-]+\s+){1,6}(?:\w+ly\s+)?(?:re-?)?elected\s+(?:as\s+)?"
    r"(?:(?:vice|deputy|co|joint)[- ]?)?chair|"
    r"\belected\s+officers\s+(?:were|are)\b|\bofficers\s+elected\b|"
    r"\b(?:was|were)\s+(?:\w+\s+){0,4}?(?:re-?\s?)?(?:elected|appointed|voted(?:\s+in)?)\s+(?:unopposed\s+)?"
    r"(?:as\s+|to\s+(?:be\s+|the (?:position|office|role|post) of\s+)?)?(?:the\s+)?"
    r"(?:joint\s+|co-)?(?:(?:vice|deputy)?[- ]?)chair|"
    rf"\b{_BODY}\s+{_ADVERB}(?:re-?)?(?:elected|appointed|confirmed)\b.{{3,60}}?"
    r"\b(?:as\s+)?(?:(?:vice|deputy)[- ]?)?chair|"
    r"(?<!to )\bbe\s+(?:re-?)?(?:elected|appointed)\s+(?:as\s+|to be\s+)?(?:the\s+)?"
    r"(?:(?:vice|deputy|joint|co)[- ]?)?chair|"
    r"\bas\s+(?:the\s+)?(?:(?:vice|deputy)[- ]?)?chair\b[^.]{0,120}\b(?:was|were)\s+(?:\w+ly\s+)?(?:re-?)?"
    r"(?:elected|appointed)\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(  # and said of the sentence before, "All in favour."
    r"\b(?:motion|proposal|resolution|amendment)\b[^.;]{0,120}(?<!\bnot )\b(?:carried|passed)\b|"
    rf"^{_BODY}\s+{_ADVERB}voted\s+{_ADVERB}(?:in favour|to)\b|"
    r"^(?P<alone>(?:(?:motion )?carried|all (?:were )?in favour|all agreed|agreed by all|agreed|approved)\b(?! as)"
    r"[\w\s]{0,20})\.?$",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"\b(?:reports?|logs?|updates?|presentations?|papers?|position|contents|register|minutes|plan|summary|statement)\b"
    r"[^.]{0,80}?\b(?<!\bit )(?:was|were)\s+(?:\w+ly\s+)?(?:\w+ed,?\s+){0,2}(?:and\s+)?noted\b(?!\s+that)|"
    rf"^{_BODY}\s+{_ADVERB}(?:received\s+and\s+)?noted\s+(?:(?!of\b|in\b|that\b)[\w'’-]+\s+){{0,4}}?"
    r"(?:reports?|logs?|updates?|presentations?|papers?|position|information|register|contents|minutes)\b|"
    r"^(?:the\s+)?(?:report|log|update|presentation|paper)\s+noted\.?$|"
    r"^noted\s+the\s+(?:\w+\s+){0,3}(?:report|log|update|presentation|paper|position|information|register|contents)\b",
    re.IGNORECASE,
)
_UNDERTOOK = re.compile(
    rf"(?:^|[,;.]\s+|\s[-–—]\s+|\band\s+)(?P<who>(?:the\s)?[A-Z][^,;.]{{1,60}}?|he|she)\s+{_ADVERB}(?:has\s+|had\s+)?agreed\s+to\s+[a-z]\w+"
)
_LEFT_OPEN = re.compile(r"\b(?:to|that)\s*:\s*$")  # what was resolved stands elsewhere
_FOLLOWS = re.compile(r":[\s–-]*$")  # what was noted is told below, fact by fact
_PROPOSED = re.compile(r"\b(?:propos|nominat|second)(?:ed|ation)\b", re.I)
_NOT_NOW = re.compile(
    r"\b(?:had\s+(?:\w+\s+)?been|as|previously|already|once|if|when|until|unless|yet to be|to be)\s+(?:\w+ly\s+)?"
    r"(?:agreed|approved|resolved)|\b(?:after|since|when|as)\s+it\s+(?:was|had been)\s+agreed|"
    r"\bagreed\s+at\s+(?:the|our|an?)\s+(?:last|previous|earlier)\b|"
    r"\b(?:not|never)\s+(?:been\s+)?(?:agreed|approved)\b|"
    r"\b(?:said|reported|explained|advised|informed|told|stated|confirmed|outlined|added|recalled|reminded)\b"
    r"[^.]{0,80}?\bthat\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"^(?:this|these|which|both|all)\s+(?:was|were)\b", re.IGNORECASE)  # what, the sentence before says
_NUMBER = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,3})+\.?(?:\s+[-–/]\s+|\s+|(?=[A-Z]))|\d{1,3}\s+[-–/]\s+(?=[A-Z]))")
_BRACKETED = re.compile(r"[(\[](?P<words>[^()\[\]]{8,240})(?:[)\]]|$)")
_CLAUSE = re.compile(r"(?:;|\s[–—-]|:)\s+(?=[A-Z])")


def plain_decisions(flow: Flow, has_marked: bool, clock: Clock) -> dict[int, Decision]:
    """Decisions in running text, each under the start of its sentence.

    An item that marks its decision says there what was decided: in its prose only "it was agreed" counts besides.
    """
    found: dict[int, Decision] = {}
    before = 0
    for start, end in flow.sentences():
        start += _opens_at(flow.text[start:end])
        said, who = apart(flow.text[start:end])
        upto = start + len(said)
        kind = _kind(flow.text[start:upto], has_marked) or ("action" if who else "")
        kind = "" if before in found and _again(flow.text[start:upto]) and found[before].kind == "agreed" else kind
        if kind:
            back = kind == "agreed" and before not in found and _of_last(flow.text, before, start)
            decision = _decision(flow, before if back else start, upto, kind, clock)
            found[start] = replace(decision, owners=who or decision.owners)
        if not kind or kind == "action":
            found |= {at: _decision(flow, at, upto, "action", clock) for at, upto in _tasks(flow, start, end)}
        before = start
    return found


def _of_last(text: str, before: int, start: int) -> bool:
    """Whether what was agreed stands in the sentence before: "This was agreed", "Tom proposed ... Agreed." """
    return bool(_THIS.match(text[start:]) or _again(text[start : start + 40]) and _PROPOSED.search(text[before:start]))


def _again(text: str) -> bool:
    """Whether a sentence only says once more that the one before it was decided, "Motion carried."."""
    carried = _CARRIED.match(text)
    return bool(carried and carried["alone"])


def _opens_at(text: str) -> int:
    """Where the words of a sentence begin, behind a bullet or a paragraph's number."""
    bullet = BULLET.match(text)
    at = bullet.end() if bullet else 0
    number = _NUMBER.match(text[at:])
    return at + (number.end() if number else 0)


def _decision(flow: Flow, start: int, end: int, kind: str, clock: Clock) -> Decision:
    text = flow.text[start:end].strip()
    wants = kind == "action" or asks(text)
    who = (_undertaking(text) or to_do(text)) if kind == "action" else doers(text)
    when = due(text, clock) if wants else None
    return Decision(flow.source(start, end), kind, "plain", text, owners=who, due=when, asks=wants)


def _kind(text: str, has_marked: bool) -> str:
    """The kind of a sentence; blank where it decides nothing."""
    if to_do(text) or _undertaking(text) or re.search(r"(?:^|, )(?:he|she) agreed to [a-z]", text, re.I):
        return "action"
    if _NOT_NOW.search(text) or _LEFT_OPEN.search(text):
        return ""
    if _IMPERSONAL.search(text):
        return "agreed"
    if has_marked:
        return ""
    elected = _ELECTED.search(text)
    if elected and not (elected[0].startswith("be") and _PROPOSED.search(text)):
        return "agreed"
    if any(form.search(text) for form in (_PASSIVE, _ACTIVE, _CARRIED, _MINUTES)) or _elliptic(text):
        return "agreed"
    return "noted" if _NOTED.search(text) and not _FOLLOWS.search(text) else ""


def _elliptic(text: str) -> bool:
    """ "Agreed as a true record.", "Terms of reference agreed." """
    if _OPENS_AGREED.match(text.strip()):
        return True
    match = _ELLIPTIC.match(text.strip())
    before = text[: match.start("word")] if match and match["word"] else ""
    return bool(match) and not _FINITE.search(before) and not people_of(before)


def _undertaking(text: str) -> tuple[str, ...]:
    """Who "agreed to do" something, where that is a person or officers and not the body itself."""
    match = _UNDERTOOK.search(text)
    if not match or re.fullmatch(_BODY, match["who"], re.IGNORECASE):
        return ()
    return people_of(match["who"])


def _tasks(flow: Flow, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a sentence, in brackets or behind a semicolon, in which somebody is "to do" something."""
    text = flow.text[start:end]
    spans = [match.span("words") for match in _BRACKETED.finditer(text)]
    spans += [(match.end(), len(text)) for match in _CLAUSE.finditer(text)]
    for at, upto in spans:
        if to_do(text[at:upto]):
            yield start + at, start + upto
