"""Commitments in running text: sentences in which somebody undertakes, is asked or is expected to do something later.

Code proposes by general cues; a person confirms.
"""

from __future__ import annotations

import re

from leadnet.documents.decided.asks import asked
from leadnet.documents.decided.due import Clock, due
from leadnet.documents.model import Decision
from leadnet.documents.outlines.flow import BULLET, Flow
from leadnet.documents.words.names import WORD
from leadnet.documents.words.vocabulary import word_set

_LATER = r"(?:would|will|shall|should|must|(?:is|are|was|were)\s+to)"
_ALSO = r"(?:\s+(?:also|now|then|further|therefore|next|shortly|all|\w+ly))?"
_IRREGULAR = r"held|kept|made|sent|given|brought|taken|put|sought|told|built|written|drawn|set\s+up|shown|led"
_DOING = (
    "circulate|send|prepare|contact|arrange|write|seek|submit|ensure|liaise|meet|invite|raise|bring|draft|review|check|report|"
    "follow\\s+up|feed\\s+back|investigate|explore|convene|produce|speak|attend|consult|pursue|share|forward|clarify|confirm"
)
_CUES = (
    # would also be pursuing, would be prepared to seek
    ("active", re.compile(rf"\b{_LATER}{_ALSO}\s+be\s+(?:\w{{3,}}ing\b|prepared\s+to\s+\w+|willing\s+to\s+\w+|"
                          rf"happy\s+to\s+\w+)", re.I)),
    # would be kept informed, should also be addressed, will now be made
    ("passive", re.compile(rf"\b{_LATER}{_ALSO}\s+be{_ALSO}\s+(?:{_IRREGULAR}|\w{{3,}}ed)\b(?!\s+to\s+be\b)", re.I)),
    # meetings were now being arranged
    ("begun", re.compile(r"\b(?:is|are|was|were)\s+(?:\w+\s+)?being\s+(?:arranged|organi[sz]ed|planned|"
                         r"scheduled|set\s+up|convened|drawn\s+up|drafted)\b", re.I)),
    # officers were asked to send, invited officers to submit
    ("asked", re.compile(r"\b(?:is|are|was|were|been)\s+(?:\w+\s+)?(?:asked|requested|invited|encouraged|urged|"
                         r"instructed|tasked)\s+to\s+\w+", re.I)),
    ("asked", re.compile(r"\b(?:asked|requested|invited|urged|instructed|"
                         r"tasked)\s+(?:the\s+)?(?:[\w'’-]+\s+){1,5}?to\s+[a-z]{3,}", re.I)),
    # undertook to circulate, he would write
    ("active", re.compile(r"\b(?:undertook|offered|promised|volunteered|committed)\s+to\s+[a-z]{3,}", re.I)),
    ("active", re.compile(rf"\b(?:would|will)(?:\s+(?:also|now|then|\w+ly))?\s+(?:{_DOING})\b", re.I)),
)  # fmt: skip
# what would only be so, might be, had been, or is said of the past is no commitment
_IDLE = re.compile(
    r"\bbe\s+(?:\w+ly\s+)?(?:considered|regarded|interested|concerned|involved|required|needed|expected|based|focus(?:s)?ed|aimed|limited|"
    r"pleased|delighted|noted|thanked|supported|welcomed|appreciated|continued|funded|used|allowed|believed|seen|affected|intended|being|"
    r"missing|becoming|including|something|anything|nothing|charged|paid|faced|called|named|known|entitled|excluded|related|attached|indeed)\b",
    re.I,
)
_CONDITION = re.compile(r"\b(?:if|unless|whether|could|might|may)\b[^,;.]{0,60}$", re.I)
_NAME = re.compile(rf"\b(?:[A-Z][A-Za-z]*[A-Z]|{WORD}(?:\s+(?:of\s+the\s+|and\s+)?{WORD})*)\b")
_PRONOUN = re.compile(r"\b(?:he|she|they|it|we|which|that)\s*$", re.I)
_OPENS = word_set("""
    the a an this that these it he she they we in on at as there further also following given
""")


def commitments(flow: Flow, taken: frozenset[int], clock: Clock) -> list[Decision]:
    """One proposal a sentence, at the line on which its cue stands; `taken` are sentences that are decisions."""
    found = []
    for start, end in flow.sentences():
        text = flow.text[start:end]
        cue = None if start in taken else _cue(text)
        if cue:
            kind, match = cue
            at = flow.source(start + match.start(), start + match.end())
            when = due(text, clock)
            words = BULLET.sub("", text)
            found.append(
                Decision(at, "commitment", "plain", words, owners=_owners(text, kind, match), due=when, asks=True)
            )
    return found


def _cue(text: str) -> tuple[str, re.Match[str]] | None:
    """The first cue of a sentence that is not idle talk, with its sort."""
    found = [
        (match.start(), kind, match) for kind, form in _CUES for match in form.finditer(text) if _stands(text, match)
    ]
    return min(found, key=lambda cue: cue[0])[1:] if found else None


def _stands(text: str, match: re.Match[str]) -> bool:
    said = text[match.start() : match.end()]
    before = text[max(0, match.start() - 80) : match.start()]
    return not (_IDLE.search(said) or _CONDITION.search(before) or re.search(r"\bnot\b", said))


def _owners(text: str, kind: str, match: re.Match[str]) -> tuple[str, ...]:
    """Who is asked; or, of what somebody would do, the name that stands before it."""
    if kind == "asked":
        return asked(text[: match.end() + 20])
    before = text[: match.start()]
    if kind != "active" or _PRONOUN.search(before):
        return ()
    names = [name[0] for name in _NAME.finditer(before) if name[0].lower() not in _OPENS]
    return (names[-1],) if names else ()
