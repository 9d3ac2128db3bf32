"""Which words ask somebody to do something, who that is, and which ask for nothing."""

from __future__ import annotations

import re

# What is done to a task; "be noted", "be supported", "be approved" or "be thanked" leave nothing to do.
_TASKS = (
    "made|submitted|progressed|presented|prepared|circulated|sent|requested|asked|invited|provided|arranged|developed|drafted|"
    "brought|undertaken|carried|implemented|established|reviewed|updated|investigated|raised|taken|produced|convened|contacted|"
    "added|included|completed|shared|issued|reported|consulted|considered|explored|pursued|written|organised|delivered|amended|"
    "published|collated|informed|kept|identified|instructed|tasked|commissioned|forwarded|distributed|followed|discussed|"
    "scheduled|monitored|addressed|sought|given|encouraged|urged|required|referred|authorised|directed|delegated"
)
_BE = re.compile(rf"\bbe\s+(?:\w+ly\s+)?(?:\w+(?:ed|en)\s+and\s+)?(?:{_TASKS})\b", re.IGNORECASE)
_DO = (
    r"(?:ensure|make sure|seek|provide|circulate|prepare|report back|submit|send|write|contact|arrange|bring|"
    r"draft|develop|review|"
    r"investigate|explore|follow up|feed back|liaise|produce|update|invite|ask|request|convene|organise|share)\b"
)
_SUBJUNCTIVE = re.compile(
    r"^(?:that\s+)?(?:the\s+)?(?:[\w'’-]+\s+){1,4}(?:write|ensure|circulate|submit|prepare|send|provide|bring|seek|contact|arrange|produce|"
    r"investigate|explore|liaise|convene|organise|undertake|consider|attend)\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    rf"\b(?:would|will|shall|should|must)\s+(?:also\s+|then\s+|now\s+)?{_DO}|^(?:that\s+)?(?:(?:officers?|"
    rf"members|partners|all|the chair(?:man)?|"
    rf"[A-Z]{{2,4}})\s+)?to\s+{_DO}",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\b(?:request|ask|invite|instruct|urge|task)(?:s|ed)?\s+(?:the\s+)?(?:\w+\s+){1,6}?to\s+\w+", re.IGNORECASE
)
_NEVER = re.compile(r"\bnot\s+be\b|\bhad\s+been\b|\bbe\s+taken\s+as\b|\bif\s+required\b", re.IGNORECASE)

_WHO = (
    r"(?!(?:that|and|to)\b)(?P<who>(?:the\s+)?(?:(?!(?:be|is|are|was|were|agreed|resolved|decided)\b)[\w'’&/-]+\s+){0,6}?"
    r"(?!agreed|resolved|decided)[\w'’&/-]+)"
)
_ASKED = re.compile(
    rf"(?:^|\bthat\s+|\band\s+|,\s*){_WHO}\s+(?:be|is|are|was|were)\s+(?:requested|asked|invited|tasked|instructed|encouraged)\b\s+to\b",
    re.I,
)
_INVITED = re.compile(rf"\b(?:requested|asked|invited|urged|instructed|tasked)\s+{_WHO}\s+to\s+[a-z]", re.IGNORECASE)
_WOULD = re.compile(
    rf"(?:^|\bthat\s+){_WHO}\s+(?:would|will|shall|to)\s+(?:ensure|make sure|seek|submit|send|prepare|circulate|"
    rf"provide|arrange|report|write)\b",
    re.I,
)
_NOTHING = re.compile(
    r"^\W*(?:none|nil|n/?a|not applicable|no (?:declarations?|apologies|actions?|decisions?|further actions?)\b.*|"
    r"there were no\b.*|apologies (?:for absence )?(?:were|was|had been|from)\b.*|tbc|see (?:above|below).*|"
    r"(?:now |all )*(?:complete[d]?|closed|ongoing|on-going|in progress|outstanding|carried forward|discharged))?\W*$",
    re.IGNORECASE,
)
_PRONOUNS = re.compile(
    r"^(?:it|he|she|they|we|which|this|that|there|who|agreed|resolved|noted|decided|(?:for|if|whether|about|how)\s.*)$",
    re.IGNORECASE,
)
_FEW = 4  # words that make no sentence
_ASK = re.compile(r"^(?:ask|request|invite|instruct|require)\s+", re.IGNORECASE)


def asks(text: str) -> bool:
    """Whether the words ask somebody to do something (a proposal: a person decides).

    >>> asks("that a progress report be made"), asks("that the report be noted and the author be thanked")
    (True, False)
    """
    words = _NEVER.sub(" ", text)
    return any(pattern.search(words) for pattern in (_BE, _WILL, _REQUEST, _SUBJUNCTIVE))


def asked(text: str) -> tuple[str, ...]:
    """Who is asked, as printed: "partners be requested to", "invited officers to", "Leads would ensure".

    >>> asked("that partner organisations be requested to consider the membership")
    ('partner organisations',)
    """
    for pattern in (_ASKED, _INVITED, _WOULD):
        match = pattern.search(text)
        if match and not _PRONOUNS.match(match["who"]):
            return (_ASK.sub("", match["who"]),)
    return ()


def nothing(text: str, counted: bool = False) -> bool:
    """Whether words say there is nothing; a whole sentence `counted` among what was agreed says something.

    >>> nothing("None"), nothing("There were no matters arising."), nothing("There were no matters arising.", True)
    (True, True, False)
    """
    return bool(_NOTHING.match(text)) and not (counted and len(text.split()) > _FEW)
